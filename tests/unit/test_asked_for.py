"""The register of what was asked for: what is in it, who asked, and what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.registers.ask import KINDS
from app.questions.registers.asking import asker
from app.questions.registers.rolls import PlaceRead, Row
from tests.unit.gap_cases import Place

ON = date(2010, 3, 31)
AREA = r.Area("p", "Place", None, None, None)
PROPOSED = words.FactStatus.PROPOSED
ANN, BEN = r.Person("p/ann", "Ann Ray", ("Annie",), None, ()), r.Person("p/ben", "Ben Oak", (), None, (), "Cllr")


def rows_of(place: Place, *, include_proposed: bool = False, **read: object) -> list[Row]:
    standing = place.standing(include_proposed=include_proposed)
    return KINDS["asked-for"].rows(PlaceRead(AREA, standing, **read))  # type: ignore[arg-type]


def texts(rows: list[Row], *keys: str) -> list[tuple[str, ...]]:
    return [tuple(row[key].text for key in keys) for row in rows]


def test_a_seat_that_is_proposed_and_missing_is_one_row_and_one_that_there_is_says_who_has_it() -> None:
    place = Place(ON)
    board, group, other = place.body(words.Classification.PARTNERSHIP_BOARD), place.body(), place.body()
    place.people["p/ann"] = ANN
    place.published["told"] = "2010-01-22"
    told = (r.Citation("told", "2.2"),)
    note = "Ann Ray said that they should be on it."
    place.seat(board, [group], status=PROPOSED, note=note, citations=told)
    place.miss(group, board)
    place.seat(board, [other], status=PROPOSED)
    place.hold(place.seat(board, [other]), "p/ann")
    place.miss(other, None)
    rows = rows_of(place)
    name = {id_: place.organizations[id_].name for id_ in (board, group, other)}
    assert texts(rows, "sort", "what", "by", "when", "became") == [
        ("A seat", f"A seat for {name[group]} on {name[board]}", "Ann Ray", "22 January 2010",
         "No such seat is recorded; a source says that it is missing"),
        ("A seat", f"A seat for {name[other]} on {name[board]}", "", "1 March 2010", "There is one: Ann Ray"),
        ("Said to be missing", name[other], "", "1 March 2010", "No change is recorded"),
    ]  # fmt: skip
    assert [cite.source_id for cite in rows[0].citations] == ["told", "fresh"]
    assert rows_of(place, include_proposed=True) == rows


def test_links_and_bodies_that_are_proposed_and_what_a_meeting_resolved() -> None:
    place = Place(ON)
    board, forum = place.body(words.Classification.PARTNERSHIP_BOARD), place.body(name="Forum")
    wished = place.body(name="Wished", status=words.LifecycleStatus.PROPOSED, note="Cllr Ben Oak proposed it.")
    place.people["p/ben"] = BEN
    place.join(forum, words.LineType.FEEDS_INTO, board, status=PROPOSED)
    place.join(forum, words.LineType.REPORTS_TO, board, status=PROPOSED)
    place.join(forum, words.LineType.REPORTS_TO, board)
    held, later = place.meet(board, days=-40), place.meet(board, days=40)
    done, still = words.ActionStatus.DONE, words.ActionStatus.OUTSTANDING
    actions = {
        held: (
            r.Action("p/one", "Draw it", done, None, None, None, held, (), ()),
            r.Action("p/two", "Ask them", still, "2010-05", "the chair", None, held, (("Person", "p/ben"),), ()),
        ),
        later: (r.Action("p/three", "Not yet", still, None, None, None, later, (), ()),),
    }
    rows = rows_of(place, actions=actions, names={"p/ben": "Ben Oak"})
    name = place.organizations[board].name
    assert texts(rows, "sort", "what", "by", "became") == [
        ("A body", "Wished", "Cllr Ben Oak", "It is not recorded as set up"),
        ("A link", f"The Forum feeds into {name}", "", "No such link is recorded"),
        ("A link", f"The Forum reports to {name}", "", "There is such a link"),
        ("Something to be done", "Ask them", name, "To be done, carried over, by Ben Oak and the chair, by May 2010"),
        ("Something to be done", "Draw it", name, "Done"),
    ]
    place.organizations[wished] = replace(place.organizations[wished], status=words.LifecycleStatus.ACTIVE)
    assert "Wished" not in {row["what"].text for row in rows_of(place)}


def test_what_was_to_be_done_long_ago_is_not_said_to_be_open() -> None:
    place = Place(ON)
    board = place.body(words.Classification.PARTNERSHIP_BOARD)
    held, still = place.meet(board, days=-400), words.ActionStatus.OUTSTANDING
    actions = {
        held: (
            r.Action("p/one", "Draw it", still, None, "Ben Oak", None, held, (), ()),
            r.Action("p/two", "Keep it", words.ActionStatus.OPEN, None, None, None, held, (), ()),
            r.Action("p/three", "Later", still, "2010-05", "Ben Oak", None, held, (), ()),
            r.Action("p/four", "Was done", words.ActionStatus.DONE, None, "Ben Oak", None, held, (), ()),
        )
    }
    assert texts(rows_of(place, actions=actions, names={}), "what", "became") == [
        ("Draw it", "Not recorded whether it was done; Ben Oak was to do it"),
        ("Keep it", "Not recorded whether it was done"),
        ("Later", "To be done, carried over, by Ben Oak, by May 2010"),
        ("Was done", "Done, by Ben Oak"),
    ]


def test_our_reading_of_a_source_is_nothing_that_was_asked_for_and_several_take_their_verb() -> None:
    place = Place(ON)
    fund, groups = place.body(name="Fund"), place.body(name="Working groups", count=2)
    place.join(fund, words.LineType.FUNDED_BY, groups, status=PROPOSED, certainty=words.Certainty.INFERRED)
    place.join(groups, words.LineType.SUB_GROUP_OF, fund, status=PROPOSED)
    assert texts(rows_of(place), "what") == [("Working groups are sub-groups of the Fund",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Ray said that business should be included.", "p/ann"),
        ("Annie had asked for it. Ben Oak said no.", "p/ann"),
        ("It was noted. Cllr Ben Oak called for links.", "p/ben"),
        ("Provide Ann Ray with further details.", None),
        ("The report by Ann Ray said so.", None),
        ("Ann Rayner said so.", None),
        ("Ann Ray saidit.", None),
        (None, None),
    ],
)
def test_whoever_begins_a_sentence_and_says_so_asked(text: str | None, who: str | None) -> None:
    found = asker(text, [BEN, ANN])
    assert (found.id if found else None) == who
