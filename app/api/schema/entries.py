"""An entry as programs read it before they change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import strawberry

from app.api.loading.context import Info
from app.api.schema.enums import describe
from app.api.schema.fields import Recorded, argument, plain, resolved
from app.api.schema.scalars import Json
from app.domain.rights import Role
from app.errors import NotAllowed
from app.exchange.entries.addresses import Address
from app.record.drafting import known_of
from app.record.drafts import SECTIONS
from app.record.drafts import plain as written
from app.record.forms.asking import About


class EntryKind(StrEnum):
    """The sorts of entries that a place's file has."""

    THEME = "theme"
    SOURCE = "source"
    ORGANIZATION = "organization"
    PERSON = "person"
    POST = "post"
    LINE = "line"
    MEETING = "meeting"
    ACTION = "action"
    ASSESSMENT = "assessment"
    ABSENCE = "absence"
    AREA = "area"


describe(EntryKind, {each.name: f"An item of `{SECTIONS[each.value]}`." for each in EntryKind})


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry, and the digest by which it is known that nobody changed it since."""

    kind: EntryKind
    id: str
    digest: str
    says: Json


@strawberry.type(name="Entry", description="An item of a place's file as it is recorded now, to be changed.")
class EntryType(Recorded):
    """An entry as it is recorded now."""

    record = ReadEntry

    kind: EntryKind = plain("What sort of item it is.")
    id: strawberry.ID = plain("Its whole id, such as `bromley/council-on-ageing`.")
    digest: str = plain("Give it as `before` when you change the entry: it is another after each change.")
    says: Json = plain("What it says, in the fields of the data format.")


@strawberry.type(description="Reading what is to be changed.")
class EntryAsking:
    """The field of Query that gives an entry."""

    @resolved(EntryType | None)
    async def entry(
        self,
        info: Info,
        kind: Annotated[EntryKind, argument("What sort of item it is.")],
        id: Annotated[strawberry.ID, argument("Its whole id, such as `bromley/council-on-ageing`.")],
    ) -> ReadEntry | None:
        """An entry as it is recorded now, for a token that may write in its place; null where there is none."""
        place = id.partition("/")[0]
        bearer = await info.context.editor(place)
        address = Address(kind.value, id)
        known = await known_of(info.context.explorer.database, place)
        said = known.said(address)
        if said is None:
            return None
        about = About(known, address, {}, bearer.account.may(Role.STEWARD, place))
        if not about.is_seen:
            return None  # as where there is none
        says = written(said)
        if not about.whole or _names_hidden(about, says):
            raise NotAllowed("Something confidential is in it: a steward of the place can change it.")
        return ReadEntry(kind, id, known.digests.get(address, ""), Json(says))


def _names_hidden(about: About, says: object) -> bool:
    """Tell whether an entry names one by its id that is not for whoever asks."""
    if about.sees_all:
        return False
    every, seen = about.known.entries.all, {it.address for kind in SECTIONS for it in about.seen(kind)}
    hidden = {it.address.id for it in every if it.address not in seen}
    hidden |= {id_.partition("/")[2] for id_ in hidden}
    return not hidden.isdisjoint(_texts(says))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
