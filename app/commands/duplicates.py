"""`partnerships duplicates`: which bodies and people may be recorded twice, and why."""

from app.commands.common import answer, area_of, out
from app.domain.english import and_more, numbered
from app.reading.explorer import Explorer
from app.record.duplicates import proposed


def duplicates(area: str) -> None:
    """Print the pairs that may be one, the likeliest first, with what speaks for it and against it."""

    async def run(explorer: Explorer) -> None:
        found = await proposed(explorer, await area_of(explorer, area) if area else "")
        if not found.pairs:
            out.print_line("Nothing seems to be recorded twice.")
        for pair in found.pairs:
            one, other = pair.first, pair.second
            out.print_line(f"{one.names[0]} ({one.id}) and {other.names[0]} ({other.id})")
            for says in pair.evidence:
                out.print_line(f"  {says}")
        if found.more:
            out.print_line(and_more(found.more))
        if found.apart:
            out.print_line(f"{numbered(len(found.apart), 'pair')} known to be two.")

    answer(run)
