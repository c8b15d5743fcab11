"""The pages on which two entries become one: which, both side by side, what that would do, and that it is done.

Without JavaScript. What was chosen goes with the page that shows what it would do, so that it is what is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.addresses import FOLDERS
from app.domain.rights import Role
from app.errors import Ambiguous, NotAllowed, UnknownId
from app.exchange.joining import BOTH, FIRST, SECOND, Choice
from app.reading.explorer import Explorer
from app.reading.resolving import meaning
from app.record.forms.correcting import label_of
from app.record.moving import KINDS, Pair, Wish, move, pair_of
from app.web.pages.conflicts import conflict_page, shown
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, render_private, see
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=PrivateRoute)

_LABELS = {word: label for label, word in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entries."""

    id: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A field that both say otherwise, in words."""

    name: str
    label: str
    first: str
    second: str
    picked: str
    is_list: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WhichPage(Page):
    """With which other entry one is to be joined."""

    template = "merge_which.html"
    side: Side
    text: str
    wrong: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MergePage(Page):
    """Two entries side by side."""

    template = "merge.html"
    stays: Side
    goes: Side
    rows: tuple[Row, ...]
    was: Mapping[str, str]
    swapped: str
    """The address of the same page with the other entry staying."""
    wrongs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MergePreviewPage(Page):
    """What joining them would do."""

    template = "merge_preview.html"
    stays: Side
    goes: Side
    lines: tuple[str, ...]
    answers: Mapping[str, str]


@router.get("/edit/merge")
async def merge_page(
    request: Request, explorer: OpenExplorer, reader: Reader, one: str = "", other: str = "", name: str = ""
) -> Response:
    """Show two entries side by side; of one alone, ask for the other."""
    _refuse_others(reader, one)
    if not other:
        found = await _other(explorer, reader, one, name)
        if not isinstance(found, str):
            return render_private(request, found, reader, status=400 if found.wrong else 200)
        query = urlencode({"one": found, "other": one})
        return see(request, f"/edit/merge?{query}")
    pair = await pair_of(explorer.database, other, one, reader.account)
    return _side_by_side(request, reader, pair, {})


@router.post("/edit/merge")
async def merge_preview(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Show what joining two would do, or do it."""
    one, other = fields.get("one", ""), fields.get("other", "")
    _refuse_others(reader, one)
    if fields.get("step") == "change":
        pair = await pair_of(explorer.database, other, one, reader.account)
        return _side_by_side(request, reader, pair, _picks(fields))
    saves = fields.get("step") == "save"
    was = {one: fields.get("was_one", ""), other: fields.get("was_other", "")}
    done = await move(
        explorer.database,
        Wish(other, one, True, _picks(fields), was),
        account=reader.account,
        why=fields.get("why", ""),
        dry_run=not saves,
    )
    answers = {name: value for name, value in fields.items() if name not in {"form_token", "step", "why"}}
    if done.conflicts:
        return conflict_page(request, reader, "/edit/merge", done.conflicts, answers)
    pair_now = None if saves and done.number else await pair_of(explorer.database, other, one, reader.account)
    if pair_now is None:
        kind = next((name for name in KINDS.values() if fields.get("kind") == name), "organization")
        return see(request, f"/history/{done.number}?{urlencode({'saved': '1', 'about': f'{kind}/{one}'})}")
    if done.problems:
        wrongs = tuple(dict.fromkeys(it.says for it in done.problems))
        return _side_by_side(request, reader, pair_now, _picks(fields), wrongs)
    stays, goes = _sides(pair_now)
    page = MergePreviewPage(
        title="Is this right?",
        stays=stays,
        goes=goes,
        lines=done.lines[1:],
        answers=answers | {"kind": pair_now.kind},
    )
    return render_private(request, page, reader)


def _picks(fields: Mapping[str, str]) -> dict[str, str]:
    found = {name.removeprefix("take_"): value for name, value in fields.items() if name.startswith("take_")}
    return {name: value for name, value in found.items() if value in {FIRST, SECOND, BOTH}}


def _refuse_others(reader: SignedInReader, one: str) -> None:
    if not reader.account.may(Role.STEWARD, one.partition("/")[0]):
        raise NotAllowed("Only a steward joins what is recorded twice: an administrator gives the right to.")


async def _other(explorer: Explorer, reader: SignedInReader, one: str, name: str) -> "WhichPage | str":
    """Return the id of what a name means, or the page that asks for it."""
    known = (await explorer.catalogue.contents()).by_id.get(one)
    if known is None:
        raise UnknownId("There is no body and no person with this id.")
    side = Side(one, known.name, f"{FOLDERS[known.label]}{one}")
    wrong = ""
    if name.strip():
        fits = await meaning(explorer.catalogue, name, labels={known.label}, area=known.place)
        others = [it for it in (fits.tied or ((fits.name,) if fits.name else ())) if it.id != one]
        if len(others) == 1:
            return others[0].id
        if others:
            raise Ambiguous(fits.text, fits.candidates(await explorer.catalogue.contents()), called=False)
        wrong = f"Nothing else here is called “{name.strip()[:120]}”."
    title = f"{'Error: ' if wrong else ''}Which is the same?"
    return WhichPage(title=title, side=side, text=name, wrong=wrong)


def _sides(pair: Pair) -> tuple[Side, Side]:
    folder = FOLDERS[_LABELS[pair.kind]]
    both = ((pair.new, pair.first), (pair.old, pair.second))
    stays, goes = (Side(id_, str(said.get("name") or said.get("label") or id_), f"{folder}{id_}") for id_, said in both)
    return stays, goes


def _side_by_side(
    request: Request,
    reader: SignedInReader,
    pair: Pair,
    picks: Mapping[str, str],
    wrongs: tuple[str, ...] = (),
) -> Response:
    stays, goes = _sides(pair)
    page = MergePage(
        title=f"{'Error: ' if wrongs else ''}Join two that are one",
        stays=stays,
        goes=goes,
        rows=tuple(_row(choice, picks.get(choice.name, choice.usual)) for choice in pair.choices),
        was={"was_one": pair.was[pair.new], "was_other": pair.was[pair.old]},
        swapped=f"/edit/merge?{urlencode({'one': pair.old, 'other': pair.new})}",
        wrongs=wrongs,
    )
    return render_private(request, page, reader, status=400 if wrongs else 200)


def _row(choice: Choice, picked: str) -> Row:
    first, second = (_words(value) for value in (choice.first, choice.second))
    return Row(choice.name, label_of(choice.name), first, second, picked, choice.is_list)


def _words(value: Any) -> str:
    return shown(value).replace("_", " ") if value is not None else "not recorded"
