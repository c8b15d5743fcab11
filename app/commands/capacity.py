"""The command that puts forums, networks and reference groups side by side: what each has to work with."""

from collections.abc import Sequence

from rich.text import Text

from app.commands.common import answer, area_of, day_of, out
from app.commands.documents import print_document
from app.questions.capacity import ask as working
from app.questions.capacity.ask import Capacities, find_capacities
from app.reading.explorer import Explorer


def capacity(*, areas: Sequence[str], on: str, sort: str, as_json: bool) -> None:
    """Print the forums of places side by side."""

    async def run(explorer: Explorer) -> None:
        day = day_of(on)
        places = [await area_of(explorer, area) for area in areas]
        if as_json:
            await print_document(explorer, "capacity", {"areas": places, "on": day.isoformat(), "sort": sort})
        else:
            _print(await find_capacities(explorer, places, day, sort=sort))

    answer(run, as_json=as_json)


def _print(found: Capacities) -> None:
    """Print the forums of places, one after the other, with what each has to work with."""
    out.print(Text(working.summary(found), style="bold"))
    for body in found.bodies:
        remark = working.status_remark(body)
        out.print(Text.assemble("\n", (body.name, "bold cyan"), f"  {remark}" if remark else ""))
        for column in working.COLUMNS:
            text = working.cell(body, column)
            out.print(
                Text.assemble(f"  {column.heading}: ", (text or "not recorded", "" if text else "dim")), soft_wrap=True
            )
