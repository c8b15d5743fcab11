"""What marks stand for: seats, offices and posts that are no seats, told apart wherever they are drawn or said."""

import json
from dataclasses import replace

import pytest

from app.diagram.draw import Drawing, draw
from app.diagram.fitting import ROSTER
from app.diagram.marks import Mark, MarkKind, kind_of
from app.diagram.outlines import chip_path, has_dot
from app.diagram.sentences import mark_words
from app.diagram.told import SeatTold
from app.domain.view import View
from app.domain.vocabulary import Classification, PostState, Role, YesNoNotRecorded
from tests.unit.diagram_cases import Structure, body, line, seat

KINDS = {
    Role.MEMBER: MarkKind.SEAT,
    Role.OBSERVER: MarkKind.SEAT,
    Role.OTHER: MarkKind.SEAT,
    Role.ELECTED_MEMBER: MarkKind.SEAT,
    Role.CHAIR: MarkKind.OFFICE,
    Role.VICE_CHAIR: MarkKind.OFFICE,
    Role.SECRETARY: MarkKind.OFFICE,
    Role.OFFICER: MarkKind.POST,
}


def town() -> Structure:
    """A council with officers and a councillor, over a forum with a chair and a member."""
    nodes = [body("council", "council"), body("forum"), body("group", "charity")]
    posts = [
        replace(seat("council", id_="p1", label="Chief Executive"), role=Role.OFFICER),
        replace(seat("council", id_="p2", label="Ward councillor"), role=Role.ELECTED_MEMBER),
        replace(seat("forum", id_="p3"), role=Role.CHAIR),
        seat("forum", id_="p4"),
    ]
    return (
        nodes,
        [line("forum", "reports_to", "council"), line("group", "feeds_into", "forum")],
        posts,
        {"p4": ["group"]},
    )


def shown(*, is_open: bool) -> Drawing:
    told = {f"p{number}": SeatTold(PostState.FILLED, f"Ann {number}") for number in range(1, 5)}
    boards = frozenset(f"{ROSTER}{board}" for board in ("council", "forum"))
    view = View(open=boards) if is_open else View(closed=boards)
    return draw(*town(), title="T", href="/{}".format, told=told, view=view)


def test_each_role_is_a_seat_an_office_or_a_post() -> None:
    for role, kind in KINDS.items():
        assert kind_of(replace(seat("b"), role=role), Classification.FORUM) is kind
    assert kind_of(replace(seat("b"), role=Role.ELECTED_MEMBER), Classification.COUNCIL) is MarkKind.POST
    assert {*KINDS} == {*Role}


@pytest.mark.parametrize("co_opted", [False, True])
def test_each_kind_of_mark_has_a_shape_of_its_own(co_opted: bool) -> None:
    paths = {chip_path(5, 5, Mark(YesNoNotRecorded.NO, co_opted, True, kind=kind)) for kind in MarkKind}
    paths |= {chip_path(5, 5, Mark(YesNoNotRecorded.NO, not co_opted, True, kind=kind)) for kind in MarkKind}
    assert len(paths) == 6


def test_nobody_expects_an_officers_post_to_have_a_vote() -> None:
    marks = {kind: Mark(YesNoNotRecorded.NOT_RECORDED, False, True, kind=kind) for kind in MarkKind}
    assert [has_dot(marks[kind]) for kind in MarkKind] == [True, True, False]
    assert mark_words(marks[MarkKind.POST]) == "an officer’s or councillor’s post, no seat"
    assert mark_words(marks[MarkKind.OFFICE]) == "an office of the body, vote not recorded"


@pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
def test_picture_file_canvas_legend_and_words_tell_officers_from_seats(is_open: bool) -> None:
    drawing = shown(is_open=is_open)
    labels = [item.label for item in drawing.legend]
    assert "diamond: chair, vice-chair or secretary" in labels
    assert "square: officer’s or councillor’s post, no seat" in labels
    document = json.loads(drawing.data_json)
    rows = {id_: [row["chip"]["path"] for row in box["rows"] if row["chip"]] for id_, box in document["boxes"].items()}
    assert len(rows["council"]) == 2
    assert {path.count("L") for path in rows["council"]} == {3}, "squares: no circle among them"
    assert sum("a3" in path for path in rows["forum"]) == is_open, (
        "the member is a circle, at a line while it is closed"
    )
    for path in (*rows["council"], *rows["forum"]):
        assert path in drawing.svg
        assert path in drawing.svg_file
    assert "2 posts on it" in document["boxes"]["council"]["said"]
    assert "2 seats on it" in document["boxes"]["forum"]["said"]
    assert "2 seats and 2 posts of officers and councillors" in drawing.description
    detail = {row.fact_id: row.detail for row in drawing.rows}
    assert "an officer’s or councillor’s post, no seat" in detail["p1"]
    assert "no seat" in detail["p2"]
    assert "an office of the body" in detail["p3"]
    assert "no seat" not in detail["p4"]
    if is_open:
        assert (
            "Chief Executive: a post on the Council, Ann 1; an officer’s or councillor’s post, no seat" in drawing.svg
        )
