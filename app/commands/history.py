"""The commands on the history of the record: what was changed, and taking a change back."""

from datetime import UTC, datetime, time

import typer

from app.commands.common import answer, err, out
from app.commands.documents import print_document
from app.commands.terminal import print_table
from app.domain.dates import bounds
from app.domain.english import counted, listed, numbered
from app.domain.rights import OWNER
from app.errors import BadInput
from app.reading.explorer import Explorer
from app.record.changed import changes_for, changes_numbered
from app.record.history import history as history_of
from app.record.history import undo as undo_change
from app.record.history import undo_told
from app.store.history import ChangeSet

_VERBS = {
    "load": "loaded",
    "import": "imported",
    "remove": "removed",
    "undo": "taken back",
    "form": "by a form",
    "api": "by another program",
    "join": "joined",
    "rename": "given another id",
    "split": "parted",
}
MOST_NUMBER = 2**53
"""Larger numbers are of no change: what a database counts is smaller."""


def history(what: str, *, since: str, as_json: bool) -> None:
    """Print the newest changes of the record, newest first, or of one place; of a number, what that change did.

    `since` is a day or a moment: then all changes since are printed.
    """
    number = int(what) if what.isdecimal() and int(what) < MOST_NUMBER else 0

    async def run(explorer: Explorer) -> None:
        moment = _moment(since)
        if as_json:
            operation = "Change" if number else "History"
            asked = {"number": number} if number else {"area": what or None, "since": moment and moment.isoformat()}
            data = await print_document(explorer, "history", asked, operation, as_owner=True)
            if not any(each and each.get("totalCount", 1) for each in data.values()):
                raise typer.Exit(1)
            return
        if number:
            found = await history_of(explorer.database, number=number)
            if not found:
                err.print_line(f"No change of the record has the number {number}: `partnerships history` lists them.")
                raise typer.Exit(1)
            _print_one(found[0])
            return
        changes = await _since(explorer, what, moment) if moment else await history_of(explorer.database, place=what)
        if not changes:
            of = (f" of '{what}'" if what else "") + (f" since {since}" if since else "")
            err.print_line(f"No change{of} is kept: what was loaded by an earlier version of the program has none.")
            raise typer.Exit(1)
        _print_all(changes)

    answer(run, as_json=as_json)


def _moment(text: str) -> datetime | None:
    """Read a moment, or the beginning of a day, a month or a year here; BadInput where it is none."""
    if not text:
        return None
    try:
        if "T" in text.upper():
            return datetime.fromisoformat(text).astimezone(UTC)
        return datetime.combine(bounds(text)[0], time()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadInput(f"--since {text[:40]}: expected a day such as 2026-11-30, or 2026-11-30T14:05.") from None


async def _since(explorer: Explorer, place: str, moment: datetime) -> list[ChangeSet]:
    milliseconds = max(0, int(moment.timestamp() * 1000))
    numbers = await changes_for(explorer.database, OWNER, place=place, since=milliseconds)
    return await changes_numbered(explorer.database, numbers)


def undo(number: int, *, why: str, preview: bool) -> None:
    """Take a change back, as a change of its own, and print what that did, or would do."""

    async def run(explorer: Explorer) -> None:
        async with explorer.database.turns.one():
            undone = await undo_change(explorer.database, number, why=why, dry_run=preview)
        for line in undo_told(undone.summary):
            out.print_line(line)
        for key in undone.stays:
            label, _, id_ = key.partition(" ")
            what = label.lower()
            out.print_line(f"The {what} '{id_}' stays: `partnerships remove {what} {id_}` removes it.")
        done = undone.summary
        if not (done.added or done.changed or done.removed):
            out.print_line(f"Nothing is left of change {number} to take back.")
            return
        counts = f"{done.added} added, {done.changed} changed, {done.removed} removed"
        out.print(f"{'Would be: ' if preview else ''}{counts}.", highlight=False)
        if not preview:
            out.print_line(f"Change {number} is taken back. `partnerships history` has it; it can be taken back too.")

    answer(run, fill=False)


def _print_all(changes: list[ChangeSet]) -> None:
    print_table(
        ("no.", "when", "by", "what", "why"),
        [(change.number, _when(change), change.by, _did(change), change.why) for change in changes],
    )


def _print_one(change: ChangeSet) -> None:
    by = f" by {change.by}" if change.by else ""
    out.print_line(f"Change {change.number}, {_when(change)}{by}: {_did(change)}.")
    if change.why:
        out.print_line(f"Why: {change.why}")
    for line in change.told:
        out.print_line(line)


def _when(change: ChangeSet) -> str:
    return datetime.fromtimestamp(change.moment / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


def _did(change: ChangeSet) -> str:
    if change.undoes:
        what = f"change {change.undoes} taken back"
    else:
        what = " ".join(part for part in (listed(change.files), _VERBS.get(change.how, change.how)) if part)
    counts = (
        (change.added, "added"), (change.changed, "changed"), (change.ended, "ended"), (change.removed, "removed")
    )  # fmt: skip
    said = [f"{numbered(number, 'fact') if not at else number} {word}" for at, (number, word) in _told(counts)]
    places = f" in {listed(change.places)}" if change.places and len(change.places) <= 3 else ""
    places = places or (f" in {counted(len(change.places), 'place')}" if change.places else "")
    return f"{what}: {', '.join(said)}{places}" if said else f"{what}{places}"


def _told(counts: tuple[tuple[int, str], ...]) -> list[tuple[int, tuple[int, str]]]:
    return list(enumerate(each for each in counts if each[0]))
