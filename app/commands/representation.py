"""The command that says who represents a group where."""

from collections.abc import Sequence

from rich.text import Text

from app.commands.common import answer, day_of, id_of, out
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_indented
from app.domain import records as r
from app.domain.as_at import AsAt
from app.questions.representation import words as sentences
from app.questions.representation.own_seats import own_seats, said_first
from app.questions.representation.telling import Told, ToldAbsence, ToldSeat, tell_representation
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer


def who(name: str, *, on: str, area: str, proposed: bool, as_json: bool) -> None:
    """Print who represents somebody where."""

    async def run(explorer: Explorer) -> None:
        as_at = AsAt(day_of(on), proposed)
        of = await id_of(explorer, name, area)
        if as_json:
            await print_document(explorer, "representation", {"of": of, **of_day(as_at)})
        else:
            told = await tell_representation(explorer, of, as_at)
            own = await own_seats(explorer, told.organization, as_at)
            _print(told, said_first(told, own), await explorer.catalogue.contents())

    answer(run, as_json=as_json)


def _print(told: Told, said: Sequence[str], contents: Contents) -> None:
    """Print who represents somebody where, as a person would tell it."""
    if told.ending:
        out.print(Text(told.ending.said, style="bold yellow"))
    for text in said:
        out.print(Text(text, style="bold" if text == said[0] else ""))
    for warning in sentences.warnings(told):
        out.print(Text(warning, style="yellow"))
    for told_break in sentences.breaks(told):
        out.print(Text(told_break, style="yellow"))
    for seat in told.seats:
        _print_seat(seat, contents)
    if told.appoints:
        out.print(Text("\nA say in who sits there, and no seat of its own:", style="bold"))
        for each in told.appoints:
            board = Text.assemble("\n", (each.told.board.name, "bold cyan"), f"  {sentences.appoints(each.say)}")
            out.print(board)
            print_indented(f"{sentences.seat_name(each.told)}: {sentences.holder(each.told)}")
            print_indented(_cited(each.told.post.citations, contents), "dim")
    if told.involved:
        out.print(Text("\nInvolved, but not representing:", style="bold"))
        for seat in told.involved:
            _print_seat(seat, contents)
    if told.absences:
        out.print(Text("\nSaid to be missing:", style="bold"))
        for absence in told.absences:
            _print_absence(absence, contents)


def _print_seat(seat: ToldSeat, contents: Contents) -> None:
    told = seat.told
    decision = sentences.decision(told.board)
    how = f"  {sentences.route(seat)}{f'; it {decision}' if decision else ''}"
    out.print(Text.assemble("\n", (told.board.name, "bold cyan"), how))
    facts = [f"{sentences.seat_name(told)}: {sentences.holder(told)}", sentences.voting(told), sentences.basis(told)]
    print_indented("; ".join(facts + sentences.remarks(told)))
    if seat.higher:
        print_indented(sentences.upwards(seat))
    print_indented(_cited(told.post.citations, contents), "dim")


def _print_absence(told: ToldAbsence, contents: Contents) -> None:
    body = told.missing_from.name if told.missing_from else "In general"
    out.print(Text.assemble("\n", (body, "bold cyan")))
    print_indented(told.absence.note)
    print_indented(_cited(told.absence.citations, contents), "dim")


def _cited(citations: tuple[r.Citation, ...], contents: Contents) -> str:
    named = [(contents.sources.get(cite.source_id), cite.locator) for cite in citations]
    return "Source: " + "; ".join(f"{source.title}, {locator}" for source, locator in named if source)
