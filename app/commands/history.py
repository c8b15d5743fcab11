"""The commands on the history of the record: what was changed, and taking a change back."""

from datetime import datetime

import typer

from app.commands.common import answer, err, out
from app.commands.terminal import print_table
from app.domain.english import counted, listed, numbered
from app.reading.explorer import Explorer
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
}
MOST_NUMBER = 2**53
"""Larger numbers are of no change: what a database counts is smaller."""


def history(what: str) -> None:
    """Print the newest changes of the record, newest first, or of one place; of a number, what that change did."""
    number = int(what) if what.isdecimal() and int(what) < MOST_NUMBER else 0

    async def run(explorer: Explorer) -> None:
        if number:
            found = await history_of(explorer.database, number=number)
            if not found:
                err.print_line(f"No change of the record has the number {number}: `partnerships history` lists them.")
                raise typer.Exit(1)
            _print_one(found[0])
            return
        changes = await history_of(explorer.database, place=what)
        if not changes:
            of = f" of '{what}'" if what else ""
            err.print_line(f"No change{of} is kept: what was loaded by an earlier version of the program has none.")
            raise typer.Exit(1)
        _print_all(changes)

    answer(run)


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
