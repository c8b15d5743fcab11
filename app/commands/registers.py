"""The command that prints registers: the bodies, seats, people, lines and meetings of a place as lists."""

from collections.abc import Sequence

from app.commands.common import answer, area_of, day_of, out
from app.commands.terminal import print_sentences, print_table
from app.domain.as_at import AsAt
from app.errors import BadInput
from app.questions.registers import words
from app.questions.registers.ask import KINDS, RollAsked, ToldRoll, count_registers, find_roll, kind_of
from app.reading.explorer import Explorer


def register(
    name: str, *, areas: Sequence[str], on: str, proposed: bool, sort: str, find: str, as_csv: bool, as_json: bool
) -> None:
    """Print a register, or list those there are; of a place with how much each lists."""

    async def run(explorer: Explorer) -> None:
        if as_csv and as_json:
            raise BadInput("--csv and --json: choose one of them.")
        places = tuple([await area_of(explorer, area) for area in areas])
        as_at = AsAt(day_of(on), proposed)
        if not name:
            await _list(explorer, places, as_at, as_json=as_json)
            return
        asked = RollAsked(kind=kind_of(name), as_at=as_at, areas=places, sort=sort, find=find)
        told = await find_roll(explorer, asked)
        sources = (await explorer.catalogue.contents()).sources
        if as_csv or as_json:
            # What writes files is imported by whoever wants one.
            from app.exchange.tables import as_csv as written
            from app.questions.registers.files import as_json as listed
            from app.questions.registers.files import as_table

            if as_json:
                out.print_json(listed(told, sources))
            else:
                out.print_text(written(as_table(told, sources)).decode("utf-8-sig").replace("\r\n", "\n"))
        else:
            _print(told)

    answer(run, as_json=as_json)


async def _list(explorer: Explorer, places: Sequence[str], as_at: AsAt, *, as_json: bool) -> None:
    counts = [dict(await count_registers(explorer, place, as_at)) for place in places]
    if as_json:
        out.print_json(
            {
                kind.key: {"title": kind.title, **{p: each[kind] for p, each in zip(places, counts, strict=True)}}
                for kind in KINDS.values()
            }
        )
        return
    lines = [(kind.key, kind.title, *(each[kind] for each in counts)) for kind in KINDS.values()]
    print_sentences(["partnerships register NAME --area PLACE"])
    print_table(("Name", "Register", *places), lines)


def _print(told: ToldRoll) -> None:
    """Print how much a register lists, and its rows as a table of what is recorded."""
    roll = told.roll
    print_sentences([words.opening(told), roll.kind.remark(roll.whole), words.filtered(told), words.silence(told)])
    if roll.rows:
        several = len(told.areas) > 1
        headings = [column.heading for column in roll.listed]
        rows = [[row[column.key].text for column in roll.listed] for row in roll.rows]
        places = [[row.place] if several else [] for row in roll.rows]
        print_table(
            ["Place", *headings] if several else headings, [[*at, *row] for at, row in zip(places, rows, strict=True)]
        )
