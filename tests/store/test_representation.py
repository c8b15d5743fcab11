"""Who represents us where, walked by each engine over small places that try one rule each."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.api.loading.context import Compiling
from app.domain.as_at import AsAt
from app.errors import BadInput, UnknownId
from app.questions.representation.ask import Answer, find_representation
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from tests.api.ways import Answered, answered
from tests.conftest import Loop

Place = Callable[..., Path]
Ask = Callable[..., Answer]
DAY = date(2010, 6, 1)


def body(id_: str, classification: str = "forum", more: str = "") -> str:
    kind = "constituency" if classification == "constituency" else "collaboration"
    return (
        f'  - {{id: {id_}, name: {id_}, classification: {classification}, kind: {kind}, cites: "minutes, p"{more}}}\n'
    )


BODIES = (
    "organizations:\n"
    + "".join(body(b) for b in ("us", "them", "hub"))
    + body("hub2", "reference_group")
    + "".join(body(b, "partnership_board") for b in ("board", "top"))
    + body("lsp", "lsp")
    + body("elders", "constituency")
    + body("council", "council", ", sector: statutory")
    + body("scrutiny", "committee")
    + "people:\n"
    + '  - {id: ann, name: Ann, worksFor: us, cites: "minutes, p"}\n'
)


@pytest.fixture
def ask(database: Database, run: Loop, place: Place) -> Ask:
    """Return a way to load a place and ask it."""

    def ask_place(
        text: str, of: str = "us", on: date = DAY, *, include_proposed: bool = False, max_steps: int = 4
    ) -> Answer:
        cited = text.replace("}\n", ', cites: "minutes, p"}\n')
        run(load_files(database, [place(BODIES + cited)]))
        as_at = AsAt(on, include_proposed)
        return run(find_representation(database, f"testham/{of}", as_at, max_steps=max_steps))

    return ask_place


def found(answer: Answer) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (
            seat.board_id.removeprefix("testham/"),
            seat.directness.value,
            tuple(v.removeprefix("testham/") for v in seat.via),
        )
        for seat in (*answer.seats, *answer.involved)
    ]


def test_direct_for_a_seat_on_our_behalf(ask: Ask) -> None:
    assert found(ask("posts:\n  - {on: board, onBehalfOf: us}\n")) == [("board", "direct", ())]


def test_direct_for_a_seat_we_hold_on_behalf_of_a_constituency(ask: Ask) -> None:
    assert found(ask("posts:\n  - {on: board, onBehalfOf: elders, holders: [us]}\n")) == [("board", "direct", ())]


def test_involved_for_a_seat_we_hold_on_behalf_of_another_body(ask: Ask) -> None:
    assert found(ask("posts:\n  - {on: board, onBehalfOf: them, holders: [us]}\n")) == [("board", "involved", ())]


def test_direct_when_our_chair_sits_for_nobody_recorded_and_involved_when_for_another(ask: Ask) -> None:
    text = (
        "posts:\n  - {id: chair, on: us, role: chair}\n  - {on: board, filledByHolderOf: chair}\n"
        "  - {on: top, filledByHolderOf: chair, onBehalfOf: elders}\n"
    )
    assert found(ask(text)) == [("board", "direct", ()), ("top", "involved", ())]


def test_through_lines_and_seats_with_the_whole_route(ask: Ask) -> None:
    text = (
        "lines:\n  - {from: us, type: feeds_into, to: hub}\n"
        "posts:\n  - {on: hub2, onBehalfOf: hub}\n  - {on: board, onBehalfOf: hub2}\n"
    )
    answer = found(ask(text))
    assert ("board", "through", ("hub", "hub2")) in answer
    assert ("hub2", "through", ("hub",)) in answer


def test_max_steps_bounds_the_route(ask: Ask) -> None:
    text = (
        "lines:\n  - {from: us, type: member_of, to: hub}\n  - {from: hub, type: sub_group_of, to: hub2}\n"
        "posts:\n  - {on: board, onBehalfOf: hub2}\n"
    )
    assert found(ask(text, max_steps=1)) == []
    assert found(ask(text, max_steps=2)) == [("board", "through", ("hub", "hub2"))]


def test_a_constituency_is_heard_through_those_who_speak_for_it(ask: Ask) -> None:
    text = "lines:\n  - {from: us, type: speaks_for, to: elders}\nposts:\n  - {on: board, onBehalfOf: us}\n"
    assert found(ask(text, of="elders")) == [("board", "through", ("us",))]


def test_no_route_passes_through_a_statutory_body_or_its_committee(ask: Ask) -> None:
    text = (
        "lines:\n  - {from: scrutiny, type: sub_group_of, to: council}\n"
        "posts:\n  - {on: council, onBehalfOf: us}\n  - {on: scrutiny, onBehalfOf: us}\n"
        "  - {on: board, onBehalfOf: council}\n  - {on: top, onBehalfOf: scrutiny}\n"
    )
    assert {place for place, _, _ in found(ask(text))} == {"council", "scrutiny"}


def test_support_reporting_and_links_carry_no_voice(ask: Ask) -> None:
    lines = "".join(
        f"  - {{from: us, type: {kind}, to: hub}}\n" for kind in ("reports_to", "serviced_by", "funded_by", "linked_to")
    )
    assert found(ask(f"lines:\n{lines}posts:\n  - {{on: board, onBehalfOf: hub}}\n")) == []


def test_staff_who_sit_for_another_or_nobody_only_involve_us(ask: Ask) -> None:
    text = "posts:\n  - {on: board, holders: ann}\n  - {on: top, onBehalfOf: them, holders: ann}\n"
    assert found(ask(text)) == [("board", "involved", ()), ("top", "involved", ())]


def test_cycles_end(ask: Ask) -> None:
    text = (
        "lines:\n  - {from: us, type: feeds_into, to: hub}\n  - {from: hub, type: feeds_into, to: hub2}\n"
        "  - {from: hub2, type: feeds_into, to: us}\n  - {from: us, type: member_of, to: us}\n"
        "posts:\n  - {on: board, onBehalfOf: hub2}\n"
    )
    assert found(ask(text, max_steps=6)) == [("board", "through", ("hub", "hub2"))]


def test_a_proposed_seat_counts_only_when_asked_for(ask: Ask) -> None:
    text = "posts:\n  - {on: board, onBehalfOf: us, status: proposed}\n"
    assert found(ask(text)) == []
    assert found(ask(text, include_proposed=True)) == [("board", "direct", ())]


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2006, 12, 31), False), (date(2007, 1, 1), True), (date(2008, 3, 31), True), (date(2008, 4, 1), False)],
)
def test_a_fact_holds_from_its_earliest_start_to_its_latest_end(ask: Ask, on: date, holds: bool) -> None:
    text = "posts:\n  - {on: board, onBehalfOf: us, since: 2007, until: 2008-03}\n"
    assert bool(found(ask(text, on=on))) is holds


def test_recorded_absences_are_told(ask: Ask) -> None:
    answer = ask("absences:\n  - {subject: us, from: board, note: Not on it}\n")
    assert answer.absence_ids == ["testham/absence-of-us--from-board"]


def test_a_person_has_every_post_the_person_holds(ask: Ask) -> None:
    text = (
        "posts:\n  - {id: chair, on: us, role: chair, holders: ann}\n  - {on: board, filledByHolderOf: chair}\n"
        "  - {on: top, onBehalfOf: them, holders: ann}\n"
    )
    assert sorted(place for place, _, _ in found(ask(text, of="ann"))) == ["board", "top", "us"]


def test_who_is_not_there_and_what_cannot_be_asked_is_said(ask: Ask) -> None:
    with pytest.raises(UnknownId, match="No organization or person has the id 'testham/nobody'"):
        ask("lines: []\n", of="nobody")
    with pytest.raises(BadInput, match="maxSteps is 7: expected 0 to 6"):
        ask("lines: []\n", max_steps=7)


def test_an_answer_takes_one_round_trip(ask: Ask, database: Database, run: Loop) -> None:
    ask("posts:\n  - {on: board, onBehalfOf: us}\n")
    before = database.round_trips
    run(find_representation(database, "testham/us", AsAt(DAY)))
    assert database.round_trips - before == 1


def test_an_answer_is_kept_until_the_data_changes(ask: Ask, database: Database, run: Loop, place: Place) -> None:
    explorer = Explorer(Settings(), database, Reader(database), Catalogue(database))
    query = """query ($on: Date) { representation(of: "testham/us", on: $on) {
        seats { board { name } post { heldBy } } } }"""

    def told(on: str = "2010-06-01") -> Answered:
        return run(answered(explorer, query, {"on": on}, Compiling.ALWAYS))

    ask("posts:\n  - {id: seat, on: board, onBehalfOf: us, holders: {holder: ann, until: 2012}}\n")
    assert b"board" in told().sent
    assert b"Ann" in told().sent
    assert told().round_trips == 1
    assert b"Ann" not in told("2014-06-01").sent
    renamed = BODIES.replace("id: ann, name: Ann", "id: ann, name: Bea").replace("name: board", "name: council")
    seats = (
        "posts:\n"
        '  - {id: seat, on: board, onBehalfOf: us, holders: {holder: ann, until: 2012}, cites: "minutes, p"}\n'
        '  - {id: second, on: hub2, onBehalfOf: us, cites: "minutes, p"}\n'
    )
    run(load_files(database, [place(renamed + seats)]))
    for name in (b"Bea", b"council", b"hub2"):
        assert name in told().sent
    assert b"Ann" not in told().sent
