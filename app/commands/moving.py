"""The commands that join two entries, and that give an entry another id."""

from collections.abc import Sequence

import typer

from app.commands.common import answer, err, out
from app.domain.english import counted
from app.errors import BadInput, DataRefused
from app.exchange.joining import BOTH, FIRST, SECOND
from app.reading.explorer import Explorer
from app.record.moving import Wish, move, pair_of

_WORDS = {"old": SECOND, "new": FIRST, "both": BOTH}


def merge(old: str, new: str, *, take: Sequence[str], why: str, preview: bool) -> None:
    """Join one entry into another of its sort, and print what that did, or would do."""
    picks = dict(map(_pick, take))

    async def run(explorer: Explorer) -> None:
        pair = await pair_of(explorer.database, old, new)
        known = {choice.name for choice in pair.choices}
        for name in picks:
            if name not in known:
                fields = ", ".join(sorted(known)) or "none"
                raise BadInput(f"--take {name}: both do not differ in that; they do in {fields}.")
        await _run(explorer, Wish(old, new, True, picks, pair.was), why, preview=preview)

    answer(run, fill=False)


def rename(old: str, new: str, *, why: str, preview: bool) -> None:
    """Give an entry another id, and print what that did, or would do."""

    async def run(explorer: Explorer) -> None:
        await _run(explorer, Wish(old, new, joins=False), why, preview=preview)

    answer(run, fill=False)


async def _run(explorer: Explorer, wish: Wish, why: str, *, preview: bool) -> None:
    done = await move(explorer.database, wish, why=why, dry_run=preview)
    if done.problems:
        raise DataRefused(
            f"{counted(len(done.problems), 'problem')}; nothing was written.", [it.says for it in done.problems]
        )
    if done.conflicts:
        err.print_line("Somebody changed one of the two just now; nothing was written. Try again.")
        raise typer.Exit(1)
    for line in done.lines:
        out.print_line(line)
    if preview:
        out.print_line("Nothing was written.")
        return
    out.print_line(f"`partnerships undo {done.number}` takes it back; {wish.old} leads to {wish.new} from now on.")


def _pick(text: str) -> tuple[str, str]:
    name, _, whose = text.partition("=")
    if not name or whose not in _WORDS:
        raise typer.BadParameter(f"expected a field and whose it is, such as name=old, not '{text}'")
    return name, _WORDS[whose]
