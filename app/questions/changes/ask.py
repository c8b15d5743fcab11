"""What changed in a place, or of one of its bodies, between two days; and what is proposed."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from app.domain.as_at import AsAt
from app.domain.dates import bounds, spoken
from app.domain.english import counted, figure, with_article
from app.domain.records import Line, Organization, Post
from app.domain.register import Register
from app.domain.telling import sentence
from app.domain.vocabulary import ChangeKind
from app.errors import Misfilled, UnknownId
from app.questions.changes.rules import Change, changes_between
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, dated_register
from app.reading.resolving import BODIES
from app.reading.search import nearest

KIND_NAMES = {
    ChangeKind.BEGAN: "Begins",
    ChangeKind.ENDED: "Ends",
    ChangeKind.RENAMED: "Renamed",
    ChangeKind.MERGED: "Replaced",
    ChangeKind.FILLED: "Filled",
    ChangeKind.VACATED: "Vacated",
    ChangeKind.STATUS_CHANGED: "Changes",
    ChangeKind.PROPOSED: "Proposed",
}
"""What people read for each kind of change."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two days."""

    area_ids: tuple[str, ...]
    """The places that were looked at."""
    organization: Organization | None
    """The one body whose changes they are, if one was asked for."""
    since: date
    as_at: AsAt
    """The later day, and whether proposals count on it."""
    changes: tuple[Change, ...]
    """By date, the first one first; years before their months, what has no date last."""
    registers: tuple[Register, ...]
    """What they were found in: what begins, ends or is proposed of each place, and all that this names."""

    @property
    def until(self) -> date:
        """The later day."""
        return self.as_at.on

    def subject(self, change: Change) -> Organization | Post | Line | None:
        """Return the record of what a change happens to."""
        for register in self.registers:
            known: Organization | Post | Line | None = None
            if change.subject_type == "Line":
                known = next((line for line in register.lines if line.id == change.subject_id), None)
            elif change.subject_type == "Post":
                known = register.posts.get(change.subject_id)
            else:
                known = register.organizations.get(change.subject_id)
            if known is not None:
                return known
        return None

    def bodies(self, change: Change) -> tuple[Organization, ...]:
        """Return the bodies that a change concerns, the one it happens to or on first."""
        known = {
            id_: register.organizations[id_]
            for register in self.registers
            for id_ in change.body_ids
            if id_ in register.organizations
        }
        return tuple(known[id_] for id_ in change.body_ids if id_ in known)

    @property
    def opening(self) -> str:
        """Say in a sentence how much differs, and between which days."""
        number = len(self.changes)
        proposed = sum(change.kind is ChangeKind.PROPOSED for change in self.changes)
        where = f" of {with_article(self.organization.name)}" if self.organization else ""
        day = spoken(self.until.isoformat())
        if self.since == self.until:
            said = f"{counted(number, 'difference')}{where} between {day} and what is proposed"
        else:
            said = f"{counted(number, 'change')}{where} between {spoken(self.since.isoformat())} and {day}"
            said += f", {figure(proposed)} of them only proposed" if self.as_at.include_proposed else ""
        return sentence(said)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The changes of one month; those known only by their year stand under the year."""

    key: str
    """`2010-01`, `2007`, or empty for what has no date."""
    changes: tuple[Change, ...]

    @property
    def heading(self) -> str:
        """The month as people write it."""
        return spoken(self.key) if self.key else "No date recorded"


async def find_changes(
    explorer: Explorer,
    *,
    area: str | None = None,
    organization: str | None = None,
    since: date | None = None,
    as_at: AsAt,
) -> Changes:
    """Return what differs between two days in a place, of one body, or in all places when there are few.

    Without `since`, everything recorded up to the day of `as_at`. BadInput when `since` is after it or a place must be
    named, UnknownId when nobody knows the place or the body.
    """
    until = as_at.on
    if since and since > until:
        first, last = (spoken(day.isoformat()) for day in (since, until))
        raise Misfilled("since", f"{first} is after {last}: expected the earlier day first.")
    body = await _body(explorer, organization) if organization else None
    # A body's own places have everything of it, its seats and lines elsewhere too.
    if area:
        areas: tuple[str, ...] = (area,)
    else:
        areas = body.area_ids if body else await areas_asked(explorer, None)
    registers = await asyncio.gather(*(dated_register(explorer, each) for each in areas))

    def between(register: Register) -> list[Change]:
        only = body.id if body else None
        return changes_between(register, since or date.min, as_at, organization=only)

    found: dict[tuple[str, str], Change] = {}
    for register in registers:
        for change in await explorer.aside(partial(between, register)):
            found.setdefault(change.key, change)
    changes = tuple(found[key] for key in sorted(found))
    return Changes(tuple(areas), body, since or _beginning(changes, until), as_at, changes, tuple(registers))


def by_month(changes: Iterable[Change]) -> list[Stretch]:
    """Gather changes, which come by date, under their months; under the year when no month is known."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault((change.date or "")[:7], []).append(change)
    return [Stretch(key, tuple(members)) for key, members in found.items()]


def subject_path(change: Change) -> str:
    """Return the page where the subject of a change stands: the body, the seat, or the body a line starts from."""
    if change.subject_type == "Post":
        return f"/posts/{change.subject_id}"
    return f"/{change.body_ids[0]}"


def sure(change: Change) -> str:
    """Say what a reader must know about how sure a change is; empty when the source says it."""
    return {"inferred": "our reading of the source", "uncertain": "the source is ambiguous"}.get(change.certainty, "")


async def _body(explorer: Explorer, id_: str) -> Organization:
    body = (await explorer.reader.organizations([id_])).get(id_)
    if body is None:
        near = await nearest(explorer.catalogue, id_.rpartition("/")[2], labels=BODIES)
        raise UnknownId(f"No organization has the id '{id_[:120]}'.", [(name.id, name.name) for name in near], id_)
    return body


def _beginning(changes: Iterable[Change], until: date) -> date:
    """Return the day before the first of the changes; `until` when nothing is before it."""
    days = [bounds(change.date)[0] for change in changes if change.date and change.kind is not ChangeKind.PROPOSED]
    return max(min(days) - timedelta(days=1), date.min + timedelta(days=1)) if days else until
