"""What was changed in the record, for whoever may write there: a list, each change in sentences, and its undoing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.dates import spoken
from app.domain.english import counted, listed
from app.domain.rights import Account, edits_anywhere, may_edit
from app.errors import DataRefused, NotAllowed, UnknownId
from app.reading.explorer import Explorer
from app.record.forms.catalogue import address_in
from app.record.history import concerns, history, may_undo, taken_back_by, undo, undo_told
from app.record.in_the_way import Later
from app.store.history import LISTED, ChangeSet
from app.web.pages.editing import page_of
from app.web.shell.doing import forms_about
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, render_private, see
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=PrivateRoute)

_HOW = {
    "load": "Files loaded",
    "import": "Imported",
    "remove": "Removed by a command",
    "form": "By a form",
    "undo": "Taken back",
    "api": "By another program",
    "join": "Two entries joined",
    "split": "One body parted into two",
    "rename": "Given another id",
}
_SAYING = frozenset({"form", "join", "rename", "split"})
"""Changes that say first what they did in a sentence."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change as a page tells it."""

    number: int
    when: str
    by: str
    what: str
    why: str
    places: str
    says: str
    """What it did in a sentence, where a form said so."""
    lines: tuple[str, ...]
    """The same fact by fact: sentences, and the headings over them, which end with a colon."""
    counts: str
    is_hidden: bool
    """Whether its sentences are for stewards alone."""
    undoes: int
    """The number of the change that it took back; 0 where it took back none."""
    undone_by: int
    """The number of the change by which it is taken back; 0 where it stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryPage(Page):
    """The newest changes, of one place or of all that somebody may write in."""

    template = "history.html"
    place: str
    changes: tuple[Told, ...]
    feed: str
    """The same as a feed."""
    older: str
    """Where older changes are listed; empty where there are none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangePage(Page):
    """One change, and what taking it back would do."""

    template = "change.html"
    change: Told
    saved: bool
    """Whether it was saved just now."""
    about: str
    href: str
    next_forms: tuple[tuple[str, str], ...]
    """What is done next mostly, where something was saved just now."""
    undoes: tuple[str, ...]
    stays: tuple[str, ...]
    refused: str
    """Why it cannot be taken back; empty where it can."""
    refusals: tuple[Later, ...]
    """What would have to be taken back first."""


@router.get("/history")
async def history_page(
    request: Request, explorer: OpenExplorer, reader: Reader, place: str = "", before: str = ""
) -> Response:
    """List the newest changes, newest first."""
    account = reader.account
    if not (may_edit(account, place) if place else edits_anywhere(account)):
        raise NotAllowed("Only those who may write in a place read its history.")
    found = await history(explorer.database, place=place, before=_number(before))
    undone = await taken_back_by(explorer.database, [change.number for change in found])
    changes = tuple(
        told_to(change, account, undone.get(change.number, 0)) for change in found if concerns(change, account)
    )
    beyond = {"place": place} if place else {}
    older = f"/history?{urlencode(beyond | {'before': found[-1].number})}" if len(found) == LISTED else ""
    title = f"What was changed in {place}" if place else "What was changed"
    feed = f"/history.atom{'?' + urlencode(beyond) if beyond else ''}"
    page = HistoryPage(title=title, place=place, changes=changes, feed=feed, older=older)
    return render_private(request, page, reader)


@router.get("/history/{number}")
async def change_page(
    request: Request, explorer: OpenExplorer, reader: Reader, number: str, about: str = "", saved: str = ""
) -> Response:
    """Show a change, and what taking it back would do."""
    return await _change_page(request, explorer, reader, await _change(explorer, reader.account, number), about, saved)


@router.post("/history/{number}/undo")
async def take_back(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields, number: str) -> Response:
    """Take a change back, and lead on to the change that did so."""
    change = await _change(explorer, reader.account, number)
    if not may_undo(change, reader.account):
        raise NotAllowed("You may not take this back: it is of places, or of something, that you may not write in.")
    about = fields.get("about", "") or (f"area/{change.places[0]}" if change.places else "")
    try:
        async with explorer.database.turns.one():
            undone = await undo(
                explorer.database,
                change.number,
                why=fields.get("why", ""),
                by=reader.account.name,
                account=reader.account,
            )
    except DataRefused:
        # Somebody changed it since the page was shown, which now says so.
        return await _change_page(request, explorer, reader, change, about, "", status=409)
    done = undone.summary
    if not (done.added or done.changed or done.removed):
        return see(request, f"/history/{change.number}")
    newest = await history(explorer.database)
    return see(request, f"/history/{newest[0].number}?saved=1&about={quote(about)}")


def _number(text: str) -> int:
    """Read the number of a change; 0 for what cannot be one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


async def _change(explorer: Explorer, account: Account, number: str) -> ChangeSet:
    known = _number(number)
    found = await history(explorer.database, number=known) if known else []
    if not found or not concerns(found[0], account):
        raise UnknownId("There is no change at this address.")
    return found[0]


async def _change_page(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    change: ChangeSet,
    about: str,
    saved: str,
    *,
    status: int = 200,
) -> Response:
    undoes: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    refusals: tuple[Later, ...] = ()
    refused = "" if may_undo(change, reader.account) else "You may not take this back."
    undone_by = (await taken_back_by(explorer.database, [change.number])).get(change.number, 0)
    if not refused:
        try:
            would = await undo(explorer.database, change.number, dry_run=True, account=reader.account)
            undoes, stays = tuple(undo_told(would.summary)), would.stays
            done = would.summary
            if not (done.added or done.changed or done.removed):
                refused = "Nothing is left of it to take back."
        except DataRefused as error:
            refused = error.message
            refusals = tuple(it if isinstance(it, Later) else Later(0, str(it)) for it in error.problems)
    page = ChangePage(
        title=f"Change {change.number}",
        change=told_to(change, reader.account, undone_by),
        saved=bool(saved),
        about=about,
        href=_href(about),
        next_forms=tuple(forms_about(*about.split("/", 1))[:-1]) if saved and _href(about) else (),
        undoes=undoes,
        stays=stays,
        refused=refused,
        refusals=refusals,
    )
    return render_private(request, page, reader, status=status)


def _href(about: str) -> str:
    """Return the page of what a form was about; empty for anything else."""
    try:
        return page_of(address_in(about))
    except UnknownId:
        return ""


def told_to(change: ChangeSet, account: Account, undone_by: int = 0) -> Told:
    """Say of a change what somebody may know of it; `undone_by` is the change by which it is taken back."""
    moment = datetime.fromtimestamp(change.moment / 1000, UTC)
    reads = may_undo(change, account)
    lines = change.told if reads else ()
    says = lines[0] if change.how in _SAYING and lines and not lines[0].endswith(":") else ""
    files = f": {listed(change.files)}" if change.files and reads else ""
    what = f"Change {change.undoes} taken back" if change.undoes else f"{_HOW.get(change.how, change.how)}{files}"
    counts = [
        f"{number} {word}"
        for number, word in (
            (change.added, "added"),
            (change.changed, "changed"),
            (change.ended, "ended"),
            (change.removed, "removed"),
        )
        if number and reads
    ]
    places = listed(change.places) if len(change.places) <= 3 else counted(len(change.places), "place")
    return Told(
        number=change.number,
        when=f"{spoken(moment.date().isoformat())}, {moment:%H:%M}",
        by=change.by,
        what=what,
        why=change.why if reads else "",
        places=places,
        says=says,
        lines=lines[1:] if says else lines,
        counts=listed(counts),
        is_hidden=not reads,
        undoes=change.undoes,
        undone_by=undone_by,
    )
