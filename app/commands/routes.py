"""The command that tells how a voice gets from one body to another."""

from rich.text import Text

from app.commands.common import answer, area_of, day_of, out
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_indented
from app.domain.as_at import AsAt
from app.questions.routes.ends import ends_chosen
from app.questions.routes.words import ToldRoutes, tell_routes
from app.reading.explorer import Explorer


def routes(start: str, end: str, *, on: str, area: str, first: int, proposed: bool, as_json: bool) -> None:
    """Print the shortest few routes from one body to another, or how far the voice gets and what is missing."""

    async def run(explorer: Explorer) -> None:
        as_at = AsAt(day_of(on), proposed)
        place = await area_of(explorer, area) if area else ""
        ids = await ends_chosen(explorer, start, end, area=place)
        if as_json:
            asked = {"from": ids[0], "to": ids[1], "first": first}
            await print_document(explorer, "routes", {**asked, **of_day(as_at)})
        else:
            _print(await tell_routes(explorer, ids[0], ids[1], as_at, first=first))

    answer(run, as_json=as_json)


def _print(told: ToldRoutes) -> None:
    for ending in told.endings:
        out.print(Text(ending.said, style="bold yellow"))
    out.print(Text(told.opening, style="bold"))
    for said in told.breaks:
        out.print(Text(said, style="yellow"))
    if told.missing:
        out.print(Text(told.missing, style="yellow"))
    for number, route in enumerate(told.routes, 1):
        weaker = "  sideways, weaker" if route.sideways else ""
        names = " → ".join([told.start.name, *(step.organization.name for step in route.steps)])
        out.print(Text.assemble("\n", (f"Route {number}: {names}", "bold cyan"), weaker))
        print_indented(route.sentence)
    if told.reached:
        out.print(Text("\nIt gets to:", style="bold"))
        for body in told.reached:
            print_indented(Text.assemble(body.name, "  ", (body.id, "dim")))
    for it in told.absences:
        out.print(Text(f"\nSaid to be missing: {it.subject.name}. {it.absence.note}"))
