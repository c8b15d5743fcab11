"""How a voice gets from one body to another, walked by each engine over small places that try one rule each."""

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.domain.as_at import AsAt
from app.errors import BadInput, UnknownId
from app.questions.routes.ask import find_routes
from app.questions.routes.rules import Link
from app.questions.routes.words import ToldRoutes, tell_routes
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop
from tests.store.test_representation import BODIES

Place = Callable[..., Path]
Ask = Callable[..., ToldRoutes]
DAY = date(2010, 6, 1)


@pytest.fixture
def ask(database: Database, run: Loop, place: Place, engine_settings: Settings) -> Ask:
    """Return a way to load a place and ask for routes, from `us` to the `lsp` unless said."""

    def ask_place(
        text: str,
        start: str = "us",
        end: str = "lsp",
        on: date = DAY,
        *,
        include_proposed: bool = False,
        first: int = 3,
    ) -> ToldRoutes:
        cited = text.replace("}\n", ', cites: "minutes, p"}\n')
        run(load_files(database, [place(BODIES + cited)]))
        explorer = Explorer(engine_settings, database, Reader(database), Catalogue(database))
        as_at = AsAt(on, include_proposed)
        return run(tell_routes(explorer, f"testham/{start}", f"testham/{end}", as_at, first=first))

    return ask_place


def ways(told: ToldRoutes) -> list[str]:
    """Return the routes as `us > hub > lsp`, with `~` before where a step led sideways."""
    return [
        " > ".join(["us", *(f"{'~' if s.sideways else ''}{s.organization.id[8:]}" for s in route.steps)])
        for route in told.routes
    ]


def line(start: str, kind: str, end: str, more: str = "") -> str:
    return f"  - {{from: {start}, type: {kind}, to: {end}{more}}}\n"


@pytest.mark.parametrize("kind", ["feeds_into", "reports_to", "sub_group_of", "member_of"])
def test_a_voice_goes_up_along_lines(ask: Ask, kind: str) -> None:
    told = ask("lines:\n" + line("us", kind, "hub") + line("hub", kind, "lsp"))
    assert ways(told) == ["us > hub > lsp"]
    assert told.missing is None


@pytest.mark.parametrize("kind", ["funded_by", "serviced_by", "linked_to", "speaks_for"])
def test_other_lines_carry_none(ask: Ask, kind: str) -> None:
    assert ways(ask("lines:\n" + line("us", kind, "lsp"))) == []


def test_a_voice_never_goes_down(ask: Ask) -> None:
    assert ways(ask("lines:\n" + line("lsp", "feeds_into", "us"))) == []


def test_a_seat_on_our_behalf_names_its_holder(ask: Ask) -> None:
    told = ask("posts:\n  - {on: lsp, onBehalfOf: us, holders: [ann]}\n")
    assert told.routes[0].sentence == "Us has a seat on the lsp, held by Ann, us."
    step = told.routes[0].steps[0]
    assert step.seat
    assert step.line is None


def test_a_seat_we_hold_carries_ours_but_not_when_for_another_body(ask: Ask) -> None:
    assert ways(ask("posts:\n  - {on: lsp, onBehalfOf: elders, holders: [us]}\n")) == ["us > lsp"]


def test_a_seat_we_hold_for_another_body_carries_theirs(ask: Ask) -> None:
    assert ways(ask("posts:\n  - {on: lsp, onBehalfOf: them, holders: [us]}\n")) == []


def test_our_chair_carries_it_by_office_unless_there_for_somebody_else(ask: Ask) -> None:
    told = ask(
        "posts:\n  - {id: chair, on: us, role: chair}\n  - {id: deputy, on: us, filledByHolderOf: chair}\n"
        "  - {on: lsp, filledByHolderOf: deputy}\n"
    )
    assert ways(told) == ["us > lsp"]
    assert "by that office" in told.routes[0].sentence


def test_our_chair_there_for_people_at_large_is_only_a_sideways_way(ask: Ask) -> None:
    told = ask(
        "posts:\n  - {id: chair, on: us, role: chair}\n  - {on: board, filledByHolderOf: chair, onBehalfOf: elders}\n"
        "lines:\n" + line("board", "reports_to", "lsp")
    )
    assert ways(told) == ["us > ~board > lsp"]
    assert told.routes[0].sideways
    assert "name not recorded, sits on both us and the board, there for elders" in told.routes[0].sentence
    assert "weaker" in told.opening


def test_a_person_who_sits_on_both_leads_sideways_from_wherever_the_voice_gets_to(ask: Ask) -> None:
    told = ask(
        "posts:\n  - {on: hub, role: chair, holders: [ann]}\n  - {on: board, onBehalfOf: them, holders: [ann]}\n"
        "lines:\n"
        + line("us", "feeds_into", "hub")
        + line("board", "feeds_into", "top")
        + line("top", "feeds_into", "lsp")
    )
    assert ways(told) == ["us > hub > ~board > top > lsp"]
    assert [body.name for body in told.reached] == ["hub"]


def test_no_sideways_way_where_one_leads_up(ask: Ask) -> None:
    told = ask(
        "posts:\n  - {on: us, role: chair, holders: [ann]}\n  - {on: lsp, onBehalfOf: them, holders: [ann]}\n"
        "lines:\n" + line("us", "feeds_into", "hub") + line("hub", "feeds_into", "lsp")
    )
    assert ways(told) == ["us > hub > lsp"]


def test_never_two_sideways_steps(ask: Ask) -> None:
    told = ask(
        "posts:\n  - {id: a, on: us, role: chair}\n  - {id: b, on: board, filledByHolderOf: a, onBehalfOf: them}\n"
        "  - {id: c, on: board, role: chair}\n  - {on: lsp, filledByHolderOf: c, onBehalfOf: them}\n"
    )
    assert ways(told) == []


def test_people_at_large_start_with_those_who_speak_for_them(ask: Ask) -> None:
    told = ask("lines:\n" + line("hub", "speaks_for", "elders") + line("hub", "feeds_into", "lsp"), start="elders")
    assert told.routes[0].sentence == "Hub speaks for elders; then hub feeds into the lsp."


@pytest.mark.parametrize(
    "text",
    [
        line("us", "feeds_into", "council") + line("council", "member_of", "lsp"),
        line("us", "feeds_into", "scrutiny")
        + line("scrutiny", "sub_group_of", "council")
        + line("scrutiny", "feeds_into", "lsp"),
    ],
)
def test_nothing_passes_a_statutory_body_or_its_committee(ask: Ask, text: str) -> None:
    told = ask("lines:\n" + text)
    assert ways(told) == []
    assert told.missing
    assert "does not make a statutory body one's voice" in told.missing


def test_a_route_may_end_at_a_statutory_body(ask: Ask) -> None:
    assert ways(ask("lines:\n" + line("us", "feeds_into", "council"), end="council")) == ["us > council"]


def test_without_a_route_how_far_it_gets_and_what_is_missing(ask: Ask) -> None:
    told = ask("lines:\n" + line("us", "feeds_into", "hub") + line("board", "reports_to", "lsp"))
    assert [body.name for body in told.reached] == ["hub"]
    assert told.missing == (
        "The voice gets as far as hub; what is missing is a line, a membership or a seat from there to the lsp,"
        " or to a body that leads there, such as the board."
    )


def test_without_any_step_nothing_is_reached(ask: Ask) -> None:
    told = ask("lines: []\n")
    assert told.reached == ()
    assert told.missing
    assert told.missing.startswith("Nothing recorded carries the voice of us")


def test_a_recorded_absence_between_them_is_given(ask: Ask) -> None:
    told = ask("absences:\n  - {id: a, subject: us, from: lsp, note: We are not on it.}\n")
    assert [it.absence.note for it in told.absences] == ["We are not on it."]


def test_cycles_end_and_the_shortest_come_first(ask: Ask) -> None:
    told = ask(
        "lines:\n"
        + "".join(line(a, "feeds_into", b) for a in ("us", "hub", "them") for b in ("us", "hub", "them") if a != b)
        + line("them", "feeds_into", "lsp")
        + line("hub", "reports_to", "top")
        + line("top", "feeds_into", "lsp"),
        first=10,
    )
    assert ways(told) == [
        "us > them > lsp",
        "us > hub > them > lsp",
        "us > hub > top > lsp",
        "us > them > hub > top > lsp",
    ]


def test_the_day_and_proposals_count(ask: Ask) -> None:
    ended = "lines:\n" + line("us", "feeds_into", "lsp", ", since: 2008, until: 2009")
    assert ways(ask(ended)) == []
    assert ways(ask(ended, on=date(2009, 3, 1))) == ["us > lsp"]


def test_what_is_only_proposed_counts_when_asked_for(ask: Ask) -> None:
    proposed = "lines:\n" + line("us", "feeds_into", "lsp", ", status: proposed")
    assert ways(ask(proposed)) == []
    told = ask(proposed, include_proposed=True)
    assert told.routes[0].sentence == "Us feeds into the lsp (only proposed)."


def test_seven_steps_are_too_many(ask: Ask) -> None:
    chain = ["us", "them", "hub", "hub2", "board", "top", "scrutiny", "lsp"]
    steps = [line(a, "feeds_into", b) for a, b in itertools.pairwise(chain)]
    assert ways(ask("lines:\n" + "".join(steps))) == []
    told = ask("lines:\n" + "".join(steps), end="scrutiny")
    assert ways(told) == ["us > them > hub > hub2 > board > top > scrutiny"]


def test_a_sideways_way_shortens_one_that_is_too_long_by_a_step(ask: Ask) -> None:
    chain = ["us", "them", "hub", "hub2", "board", "top", "scrutiny", "lsp"]
    told = ask(
        "posts:\n  - {on: us, role: chair, holders: [ann]}\n  - {on: scrutiny, onBehalfOf: elders, holders: [ann]}\n"
        "lines:\n" + "".join(line(a, "feeds_into", b) for a, b in itertools.pairwise(chain))
    )
    assert ways(told) == ["us > ~scrutiny > lsp"]
    assert [body.name for body in told.reached] == ["them", "hub", "hub2", "board", "top", "scrutiny"]


def test_bad_questions_are_refused(ask: Ask) -> None:
    with pytest.raises(BadInput, match="first is 11"):
        ask("lines: []\n", first=11)
    with pytest.raises(UnknownId, match="testham/nobody"):
        ask("lines: []\n", end="nobody")


def test_from_a_body_to_itself_there_is_no_route(ask: Ask) -> None:
    told = ask("lines:\n" + line("us", "feeds_into", "hub") + line("hub", "feeds_into", "us"), end="us")
    assert ways(told) == []
    assert "the same body" in told.opening


def test_what_is_kept_of_a_way_is_read_anew_when_the_data_changes(
    database: Database, run: Loop, place: Place, engine_settings: Settings
) -> None:
    explorer = Explorer(engine_settings, database, Reader(database), Catalogue(database))
    seat = 'posts:\n  - {{id: seat, on: lsp, onBehalfOf: us, holders: ann, termYears: 4, takenUp: "{}", cites: "minutes, p"}}\n'

    def found(taken_up: str) -> list[tuple[Link, ...]]:
        run(load_files(database, [place(BODIES + seat.format(taken_up))]))
        return run(find_routes(explorer, "testham/us", "testham/lsp", AsAt(DAY))).routes

    assert len(found("yes")) == 1
    before = database.round_trips
    again = run(find_routes(explorer, "testham/us", "testham/lsp", AsAt(DAY)))
    assert len(again.routes) == 1
    assert [each.may_be_empty for carriers in again.carriers.values() for each in carriers] == [True]
    assert database.round_trips - before == 1
    assert found("no") == []


def test_how_far_a_voice_gets_ends_at_an_empty_seat(ask: Ask) -> None:
    told = ask("posts:\n  - {on: board, onBehalfOf: us, takenUp: no}\n")
    assert (told.routes, told.reached) == ((), ())
    breaks = "A way breaks between us and the board, at the seat on the board: it is not taken up. From there "
    assert told.breaks == (f"{breaks}no way on to the lsp is recorded either.",)
    on = ask("posts:\n  - {on: board, onBehalfOf: us, takenUp: no}\nlines:\n" + line("board", "reports_to", "lsp"))
    assert on.breaks == (f"{breaks}the way goes on: The board reports to the lsp.",)
