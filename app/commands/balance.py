"""The command that says who is on a body."""

from app.commands.common import answer, area_of, day_of
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_sentences, print_table
from app.domain.as_at import AsAt
from app.domain.english import ordinary
from app.questions.balance import ask as sitting
from app.questions.balance.ask import ToldBalance, body_meant, find_balance
from app.questions.balance.attendance import Came
from app.reading.explorer import Explorer


def balance(name: str, *, on: str, area: str, proposed: bool, as_json: bool) -> None:
    """Print who is on a body."""

    async def run(explorer: Explorer) -> None:
        of = await body_meant(explorer, name, await area_of(explorer, area) if area else "")
        as_at = AsAt(day_of(on), proposed)
        if as_json:
            await print_document(explorer, "balance", {"of": of, **of_day(as_at)})
        else:
            _print(await find_balance(explorer, of, as_at))

    answer(run, as_json=as_json)


def _print(told: ToldBalance) -> None:
    """Print who is on a body: the sentences, seats by sector, every seat, who comes."""
    print_sentences(told.sentences)
    found = told.balance
    if found.placed:
        print_table(
            ("Sector", "Seats", "Filled", "Vacant", "Not taken up", "Term over", "Holder not recorded"),
            [
                (
                    sitting.sector_name(s.sector),
                    c.seats,
                    c.filled,
                    c.vacant,
                    c.not_taken_up,
                    c.term_over,
                    c.holder_not_recorded,
                )
                for s in found.by_sector
                for c in (s.count,)
            ],
        )
        print_table(
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
        print_table(
            ("Came for", "Present", "Deputising", "In attendance", "Guests", "Apologies"),
            [(_name(told, row.organization_id), *_numbers(row.came)) for row in found.turnout.by_organization],
        )


def _name(told: ToldBalance, id_: str | None) -> str:
    return told.bodies[id_].name if id_ and id_ in told.bodies else "not recorded"


def _numbers(came: Came) -> tuple[int, ...]:
    return came.present, came.deputising, came.in_attendance, came.guests, came.apologies
