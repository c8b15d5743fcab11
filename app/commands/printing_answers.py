"""An answer as a terminal shows it, and as JSON for other programs."""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.domain import records as r
from app.questions.representation import words as sentences
from app.questions.representation.telling import Told, ToldAbsence, ToldSeat
from app.reading.catalogue import Contents, Name


def print_answer(console: Console, told: Told, contents: Contents) -> None:
    """Print who represents somebody where, as a person would tell it."""
    console.print(Text(sentences.opening(told), style="bold"))
    for warning in sentences.warnings(told):
        console.print(Text(warning, style="yellow"))
    for seat in told.seats:
        _print_seat(console, seat, contents)
    if told.involved:
        console.print(Text("\nInvolved, but not representing:", style="bold"))
        for seat in told.involved:
            _print_seat(console, seat, contents)
    if told.absences:
        console.print(Text("\nRecorded as absent:", style="bold"))
        for absence in told.absences:
            _print_absence(console, absence, contents)


def print_names(console: Console, names: list[Name]) -> None:
    """Print what a search found, one a line: name, sort, id."""
    for name in names:
        sort = (name.classification or name.label).replace("_", " ").lower()
        console.print(Text.assemble((name.name, "bold"), f"  {sort}  ", (name.id, "dim")), soft_wrap=True)


def _print_seat(console: Console, seat: ToldSeat, contents: Contents) -> None:
    told = seat.told
    console.print(Text.assemble("\n", (told.board.name, "bold cyan"), f"  {sentences.route(seat)}"))
    facts = [f"{sentences.seat_name(told)}: {sentences.holder(told)}", sentences.voting(told), sentences.basis(told)]
    _indented(console, "; ".join(facts + sentences.remarks(told)))
    if seat.higher:
        _indented(console, sentences.upwards(seat))
    _indented(console, _cited(told.post.citations, contents), "dim")


def _print_absence(console: Console, told: ToldAbsence, contents: Contents) -> None:
    body = told.missing_from.name if told.missing_from else "In general"
    console.print(Text.assemble("\n", (body, "bold cyan")))
    _indented(console, told.absence.note)
    _indented(console, _cited(told.absence.citations, contents), "dim")


def _indented(console: Console, text: str, style: str = "") -> None:
    console.print(Padding(Text(text, style=style), (0, 0, 0, 2)))


def _cited(citations: tuple[r.Citation, ...], contents: Contents) -> str:
    named = [(contents.sources.get(cite.source_id), cite.locator) for cite in citations]
    return "Source: " + "; ".join(f"{source.title}, {locator}" for source, locator in named if source)


def as_json(told: Told, contents: Contents) -> dict[str, Any]:
    """Return the answer in the shape and the words of the GraphQL API."""
    return {
        "of": {"id": told.answer.of_id, "name": told.name},
        "on": told.answer.on.isoformat(),
        "asRecorded": told.fresh.newest,
        "answer": sentences.opening(told),
        "seats": [_seat_json(seat, contents) for seat in told.seats],
        "involved": [_seat_json(seat, contents) for seat in told.involved],
        "notRepresented": [
            {
                "subject": _named(absence.subject),
                "from": _named(absence.missing_from) if absence.missing_from else None,
                "note": absence.absence.note,
                "citations": _citations_json(absence.absence.citations, contents),
            }
            for absence in told.absences
        ],
    }


def _seat_json(seat: ToldSeat, contents: Contents) -> dict[str, Any]:
    post = seat.told.post
    return {
        "post": {
            "id": post.id,
            "label": post.label,
            "role": post.role.name,
            "basis": post.basis.name,
            "voting": post.voting.name,
            "takenUp": post.taken_up.name,
            "number": post.number,
            "status": post.status.name,
            "certainty": post.certainty.name,
        },
        "board": _named(seat.told.board),
        "directness": seat.directness.name,
        "via": [_named(body) for body in seat.via],
        "heldBy": seat.told.held_by,
        "holders": [{"id": t.holder_id, "name": t.holder_name, "capacity": t.capacity.name} for t in seat.told.tenures],
        "onBehalfOf": [_named(body) for body in seat.told.on_behalf_of],
        "appointedBy": [_named(body) for body in seat.told.appointed_by],
        "higherBodies": [_named(body) for body in seat.higher],
        "citations": _citations_json(post.citations, contents),
    }


def _named(body: r.Organization) -> dict[str, str]:
    return {"id": body.id, "name": body.name}


def _citations_json(citations: tuple[r.Citation, ...], contents: Contents) -> list[dict[str, str]]:
    return [
        {"source": cite.source_id, "title": contents.sources[cite.source_id].title, "locator": cite.locator}
        for cite in citations
        if cite.source_id in contents.sources
    ]
