"""`partnerships remove`: what would be removed, and with `--yes`, its removal."""

import typer

from app.commands.common import answer, out
from app.domain.english import listed, numbered
from app.reading.explorer import Explorer
from app.record.removing import KINDS
from app.record.removing import remove as remove_recorded


def remove(what: str, id_: str, *, yes: bool, why: str) -> None:
    """Say by name what a removal takes away, and do it when it is confirmed."""
    if what not in KINDS:
        raise typer.BadParameter(f"expected {listed(KINDS, 'or')}, not '{what}'")

    async def run(explorer: Explorer) -> None:
        async with explorer.database.turns.one():
            removed = await remove_recorded(explorer.database, what, id_, dry_run=not yes, why=why)
        for line in removed.lines:
            out.print_line(line)
        facts = numbered(removed.count, "fact")
        if not yes:
            out.print_line(f"Would remove {facts}. Nothing was removed: add --yes to do it.")
            return
        out.print_line(f"Removed {facts}.")
        if what == "person":
            out.print_line("A file that still has this person brings them back when it is loaded.")
            out.print_line("What other facts say in words, such as a note or a citation, stays as it is.")
        if what == "place":
            out.print_line(f"The area '{id_}' is still there: `partnerships remove area {id_}` removes it too.")

    answer(run, fill=False)
