"""The command that tells how a voice gets from one body to another."""

from typing import Any

from rich.padding import Padding
from rich.text import Text

from app.commands.running import answer, day_of, id_of, out, print_json
from app.domain import records as r
from app.domain.as_at import AsAt
from app.questions.routes.words import ToldRoutes, ToldStep, tell_routes
from app.reading.explorer import Explorer


def routes(start: str, end: str, *, on: str, area: str, first: int, proposed: bool, as_json: bool) -> None:
    """Print the shortest few routes from one body to another, or how far the voice gets and what is missing."""

    async def run(explorer: Explorer) -> None:
        day = day_of(on)
        ids = [await id_of(explorer, name, area) for name in (start, end)]
        told = await tell_routes(explorer, ids[0], ids[1], AsAt(day, proposed), first=first)
        if as_json:
            print_json(as_words(told))
        else:
            _print(told)

    answer(run, as_json=as_json)


def as_words(told: ToldRoutes) -> dict[str, Any]:
    """Return the answer in the shape and the words of the GraphQL API."""
    return {
        "on": told.on.isoformat(),
        "answer": told.opening,
        "routes": [
            {
                "steps": [_step(step) for step in route.steps],
                "length": len(route.steps),
                "sentence": route.sentence,
                "sideways": route.sideways,
            }
            for route in told.routes
        ],
        "reached": [_named(body) for body in told.reached],
        "missing": told.missing,
        "recordedAbsences": [{"id": it.absence.id, "note": it.absence.note} for it in told.absences],
    }


def _step(step: ToldStep) -> dict[str, Any]:
    return {
        "organization": _named(step.organization),
        "by": step.by,
        "sideways": step.sideways,
        "post": {"id": step.seat.post.id} if step.seat else None,
        "line": {"id": step.line.id} if step.line else None,
        "citations": [{"source": {"id": cite.source_id}, "locator": cite.locator} for cite in step.citations],
    }


def _named(body: r.Organization) -> dict[str, str]:
    return {"id": body.id, "name": body.name}


def _print(told: ToldRoutes) -> None:
    out.print(Text(told.opening, style="bold"))
    if told.missing:
        out.print(Text(told.missing, style="yellow"))
    for number, route in enumerate(told.routes, 1):
        weaker = "  sideways, weaker" if route.sideways else ""
        names = " → ".join([told.start.name, *(step.organization.name for step in route.steps)])
        out.print(Text.assemble("\n", (f"Route {number}: {names}", "bold cyan"), weaker))
        out.print(Padding(Text(route.sentence), (0, 0, 0, 2)))
    if told.reached:
        out.print(Text("\nIt gets to:", style="bold"))
        for body in told.reached:
            out.print(Padding(Text.assemble(body.name, "  ", (body.id, "dim")), (0, 0, 0, 2)))
    for it in told.absences:
        out.print(Text(f"\nRecorded as absent: {it.subject.name}. {it.absence.note}"))
