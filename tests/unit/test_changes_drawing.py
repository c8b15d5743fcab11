"""Marks on a drawing: what differs between two days has a sign, a second outline and words, never only a colour."""

import json
import re

from app.diagram.badges import SIGNS
from app.diagram.draw import Drawing, draw
from app.domain.change_marks import ChangeMark
from tests.unit.diagram_cases import line, seat, small

MARKS = {
    "board": ChangeMark.CHANGED,
    "forum": ChangeMark.ADDED,
    "member": ChangeMark.ENDED,
    line("forum", "feeds_into", "board").id: ChangeMark.ADDED,
    line("member", "member_of", "forum").id: ChangeMark.ENDED,
    "s1": ChangeMark.CHANGED,
}


def drawn(marks: dict[str, ChangeMark] | None = None, focus: str | None = None) -> Drawing:
    nodes, lines, posts, behalf = small()
    return draw(
        nodes,
        lines,
        posts,
        behalf,
        title="Both days",
        focus=focus,
        href=lambda id_: f"/{id_}",
        opened=frozenset({"all"}),
        marks=marks,
    )


def signs(svg: str) -> list[str]:
    return re.findall(r">([+~\u2212])</text>", svg)


def test_bodies_and_lines_that_differ_have_signs_in_the_picture_and_on_the_canvas() -> None:
    drawing = drawn(MARKS)
    expected = sorted(SIGNS[mark] for mark in MARKS.values())
    assert sorted(signs(drawing.svg)) == expected
    document = json.loads(drawing.data_json)
    badges = [badge[0] for box in document["boxes"].values() for badge in box["badges"]]
    on_lines = [mark["badge"][0] for mark in document["marks"]]
    assert sorted(badge for badge in (*badges, *on_lines) if badge in SIGNS.values()) == expected
    assert {mark["owner"] for mark in document["marks"]} <= {each["id"] for each in document["lines"]}
    assert document["boxes"]["member"]["mark"][1] == [5, 3]


def test_the_legend_says_what_each_sign_means_and_only_those_that_occur() -> None:
    labels = [item.label for item in drawn({"forum": ChangeMark.ENDED}).legend]
    assert "ends" in labels
    assert "begins, is added or proposed" not in labels
    assert labels.index("ends") == 0


def test_whoever_hears_the_picture_hears_the_marks() -> None:
    svg = drawn(MARKS).svg
    assert "; marked: begins</title>" in svg
    assert "; marked: ends</title>" in svg
    assert "; marked: changes</title>" in svg


def test_a_line_of_several_facts_has_changed_when_only_one_of_them_is_new() -> None:
    nodes, lines, posts, behalf = small()
    posts.append(seat("board", id_="s4"))
    behalf["s4"] = ["forum"]
    drawing = draw(nodes, lines, posts, behalf, title="", href=lambda id_: f"/{id_}", marks={"s4": ChangeMark.ADDED})
    assert signs(drawing.svg) == [SIGNS[ChangeMark.CHANGED]]


def test_around_a_body_marks_stand_too_and_without_marks_nothing_differs() -> None:
    assert SIGNS[ChangeMark.ADDED] in signs(drawn(MARKS, focus="forum").svg)
    assert drawn(None).svg == drawn({}).svg
    assert signs(drawn(None).svg) == []
