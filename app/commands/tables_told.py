"""Answers that are tables, as a terminal shows them."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.domain.english import ordinary
from app.domain.vocabulary import Dimension, Rating
from app.questions.balance import ask as sitting
from app.questions.balance.ask import ToldBalance
from app.questions.balance.attendance import Came
from app.questions.capacity import ask as working
from app.questions.capacity.ask import Capacities
from app.questions.comparing import ask as beside
from app.questions.comparing.ask import ToldComparison
from app.questions.relationships import ask as relations
from app.questions.relationships.ask import RelationshipMap


def print_balance(console: Console, told: ToldBalance) -> None:
    """Print who is on a body: the sentences, seats by sector, every seat, who comes."""
    _sentences(console, told.sentences)
    found = told.balance
    if found.placed:
        _print(
            console,
            ("Sector", "Seats", "Filled", "Vacant", "Not taken up", "Holder not recorded"),
            [
                (sitting.sector_name(s.sector), c.seats, c.filled, c.vacant, c.not_taken_up, c.holder_not_recorded)
                for s in found.by_sector
                for c in (s.count,)
            ],
        )
        _print(
            console,
            ("Seat", "Sector", "Because", "Held by"),
            [
                (
                    seat.post.label or ordinary(seat.post.role),
                    sitting.sector_name(seat.sector),
                    sitting.sign(told, seat),
                    told.held_by[seat.post.id],
                )
                for seat in found.placed
            ],
        )
    if found.turnout.meetings:
        _print(
            console,
            ("Came for", "Present", "Deputising", "In attendance", "Guests", "Apologies"),
            [(_name(told, row.organization_id), *_numbers(row.came)) for row in found.turnout.by_organization],
        )


def print_capacities(console: Console, found: Capacities) -> None:
    """Print the forums of places, one after the other, with what each has to work with."""
    console.print(Text(working.summary(found), style="bold"))
    for body in found.bodies:
        remark = working.status_remark(body)
        console.print(Text.assemble("\n", (body.name, "bold cyan"), f"  {remark}" if remark else ""))
        for column in working.COLUMNS:
            text = working.cell(body, column)
            console.print(
                Text.assemble(f"  {column.heading}: ", (text or "not recorded", "" if text else "dim")), soft_wrap=True
            )


def print_relationships(console: Console, maps: Sequence[RelationshipMap]) -> None:
    """Print relationship maps: services by dimensions, then the words of each cell."""
    if not maps:
        console.print("No relationship map is recorded.")
    for it in maps:
        _sentences(console, (relations.opening(it), relations.origin(it)))
        if not it.cells:
            continue
        ratings = [[service.cells.get(d) for d in Dimension] for service in it.services]
        _print(
            console,
            ("Service", *(relations.dimension_name(dimension) for dimension in Dimension)),
            [
                (service.body.name, *(_light(cell.rating) if cell else "not recorded" for cell in row))
                for service, row in zip(it.services, ratings, strict=True)
            ],
        )
        for cell in it.cells:
            if cell.summary:
                where = f"{it.bodies[cell.organization_id].name}, {relations.dimension_name(cell.dimension).lower()}"
                console.print(Text.assemble((f"{where}: ", "bold"), cell.summary), soft_wrap=True)


def print_comparison(console: Console, told: ToldComparison) -> None:
    """Print two places next to each other."""
    _sentences(console, told.sentences)
    found, names = told.comparison, (told.left.name, told.right.name)
    _print(console, ("Number of", *names), [(row.name, row.left, row.right) for row in found.measures])
    _print(
        console,
        ("Sort of body", *names),
        [(ordinary(row.classification), row.left_count, row.right_count) for row in found.sorts],
    )
    _print(console, ("Theme", *names), [(row.name, row.left_count, row.right_count) for row in found.themes])
    _print(console, ("Gaps", *names), [(beside.gap_name(row.kind), row.left, row.right) for row in found.gaps])
    _print(
        console,
        ("Forums with this recorded", *names),
        [
            (beside.respect_name(row.respect), f"{row.left} of {row.left_of}", f"{row.right} of {row.right_of}")
            for row in found.capacity
        ],
    )


def _sentences(console: Console, said: Sequence[str]) -> None:
    console.print(Text(said[0], style="bold"))
    for text in said[1:]:
        if text:
            console.print(Text(text))


def _print(console: Console, headings: Sequence[str], lines: Sequence[Sequence[object]]) -> None:
    table = Table(title_justify="left", show_edge=False, pad_edge=False)
    for heading in headings:
        table.add_column(Text(heading))
    for line in lines:
        # What a cell says is only ever text: square brackets in a name are no markup.
        table.add_row(*(Text(str(cell)) for cell in line))
    console.print()
    console.print(table)


def _light(rating: Rating) -> str:
    return f"{relations.LETTERS[rating]} {relations.NAMES[rating]}"


def _name(told: ToldBalance, id_: str | None) -> str:
    return told.bodies[id_].name if id_ and id_ in told.bodies else "not recorded"


def _numbers(came: Came) -> tuple[int, ...]:
    return came.present, came.deputising, came.in_attendance, came.guests, came.apologies
