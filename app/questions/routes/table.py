"""The same as a table to keep: a row for each step of each route."""

from app.exchange.tables import Cell, Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.routes.words import ToldRoutes, tell_routes
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer

_TITLE = "Routes"
_HEADINGS = (
    *("Route", "Step", "From", "To", "By", "Sideways", "Who sits there", "Sources"),
    *("From id", "To id", "Seat id", "Line id", "As at"),
)


def _table(told: ToldRoutes, contents: Contents) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            number,
            at,
            step.origin.name,
            step.organization.name,
            step.by,
            "yes" if step.sideways else "no",
            step.seat.held_by if step.seat else None,
            sources_said(step.citations, contents.sources),
            step.origin.id,
            step.organization.id,
            step.seat.post.id if step.seat else None,
            step.line.id if step.line else None,
            told.on.isoformat(),
        )
        for number, route in enumerate(told.routes, 1)
        for at, step in enumerate(route.steps, 1)
    ]
    return Table(_TITLE, _HEADINGS, rows)


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    start, end = asked.ends
    if not start or not end:
        return Table(_TITLE, _HEADINGS, [])
    told = await tell_routes(explorer, start, end, asked.as_at)
    return _table(told, await explorer.catalogue.contents())


EXPORT = Export(
    name="routes",
    summary="How a voice gets from one body to another, as a table",
    takes=("ends", "as_at"),
    make=_make,
)
