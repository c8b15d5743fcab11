"""What is around a body on two days: the same stands in the same place, and each day says what was so then."""

import random
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.diagram.asked import Beside, Recorded
from app.diagram.content import picture_of
from app.diagram.draw import Drawing, draw
from app.diagram.focus import around, pruned, words_of
from app.diagram.focus.both_days import Day, lay_out_on_both_days
from app.diagram.geometry import Geometry
from app.diagram.quality import quality_of
from app.domain.records import RecordedAbsence
from tests.unit.diagram_cases import Structure, body, large, line, seat

LONG = "Somebody with a name that needs three lines of a label, and some more of it"


def then_and_now() -> tuple[Structure, Structure]:
    """A forum that feeds a board and sits on it; later it sits there twice, on another, and a member has gone."""
    nodes = [body("lsp", "lsp"), body("board", "partnership_board"), body("forum"), body("member", "charity")]
    nodes += [body("new", "committee"), body("people", "constituency")]
    stays = [line("board", "reports_to", "lsp"), line("forum", "feeds_into", "board")]
    gone, begun = line("member", "member_of", "forum"), line("new", "reports_to", "lsp")
    before = nodes[:4], [*stays, gone], [seat("board", id_="s1")], {"s1": ["forum"]}
    posts = [seat("board", id_="s1"), seat("board", id_="s2", voting="yes"), seat("new", id_="s3")]
    after = nodes, [*stays, begun], posts, {"s1": ["forum"], "s2": ["forum"], "s3": ["forum"]}
    return before, after


def day(structure: Structure, focus: str, holders: Mapping[str, str]) -> Day:
    drawn = picture_of(*structure, focus=focus, every_kind=True)
    found = around(drawn, focus)
    return Day(pruned(drawn, found), words_of(found, structure[2], holders))


def joined(one: Structure, other: Structure) -> Structure:
    """Return two structures as one: what is in both is in it once."""
    return (
        list({it.id: it for it in (*one[0], *other[0])}.values()),
        list({it.id: it for it in (*one[1], *other[1])}.values()),
        list({it.id: it for it in (*one[2], *other[2])}.values()),
        {**one[3], **other[3]},
    )


def both(one: Structure, other: Structure, focus: str, *holders: Mapping[str, str]) -> list[Geometry]:
    days = [day(each, focus, who) for each, who in zip((one, other), holders or ({}, {}), strict=True)]
    drawn = picture_of(*joined(one, other), focus=focus, every_kind=True)
    every = pruned(drawn, around(drawn, focus))
    found = [lay_out_on_both_days(every, focus, *order) for order in (days, days[::-1])]
    assert all(found)
    return [it for it in found if it]


def at(geometry: Geometry) -> dict[str, tuple[float, float, float, float]]:
    return {it.box.id: (it.x, it.y, it.width, it.height) for it in geometry.boxes}


def test_what_is_on_both_days_stands_in_the_same_place() -> None:
    before, after = both(*then_and_now(), "forum")
    assert (before.width, before.height) == (after.width, after.height)
    assert at(before).keys() == {"lsp", "board", "forum", "member"}
    assert at(after).keys() == {"lsp", "board", "forum", "new"}
    for id_ in at(before).keys() & at(after).keys():
        assert at(before)[id_] == at(after)[id_]
    routes = [{it.edge.id: it.points[:-1] for it in each.routes} for each in (before, after)]
    assert all(routes[0][id_] == routes[1][id_] for id_ in routes[0].keys() & routes[1].keys())


def test_each_day_has_its_own_seats_words_and_headings() -> None:
    before, after = both(*then_and_now(), "forum", {"s1": "Ann"}, {"s1": LONG, "s3": "Bob"})
    told = [" ".join(" ".join(it.lines) for it in each.labels) for each in (before, after)]
    assert "Ann" in told[0]
    assert "Ann" not in told[1]
    assert "Somebody with a name" in told[1]
    assert "Bob" not in told[0]
    chips = [sum(it.chip.number for it in each.chips) for each in (before, after)]
    assert chips == [1, 3]
    assert "Belongs to it" in told[0]
    assert "Belongs to it" not in told[1]


def test_words_of_either_day_stand_clear_of_lines_and_boxes() -> None:
    for each in both(*then_and_now(), "forum", {"s1": "Ann"}, {"s1": LONG}):
        quality = quality_of(each)
        assert (quality.overlaps, quality.over_boxes, quality.collinear) == ((), (), ())
        for label in each.labels:
            foot = label.y + 4
            assert not [
                it.box.id
                for it in each.boxes
                if abs(it.x - label.x) < it.width / 2 - 1 and it.y - it.height / 2 < foot < it.y + it.height / 2
            ]


@pytest.mark.parametrize("number", range(12))
def test_any_two_days_can_be_laid_over_each_other_or_are_not(number: int) -> None:
    rng, (nodes, lines, posts, behalf) = random.Random(number), large(14, 30, number)

    def some() -> Structure:
        kept = [it for it in posts if rng.random() < 0.7]
        return nodes, [it for it in lines if rng.random() < 0.7], kept, {it.id: behalf[it.id] for it in kept}

    one, other = some(), some()
    days = [day(each, "b003", {}) for each in (one, other)]
    drawn = picture_of(*joined(one, other), focus="b003", every_kind=True)
    every = pruned(drawn, around(drawn, "b003"))
    found = [lay_out_on_both_days(every, "b003", *order) for order in (days, days[::-1])]
    shown = [it for it in found if it]
    for each, its in zip(found, days, strict=True):
        if each:
            assert {it.box.id for it in each.boxes} == {box.id for box in its.picture.boxes}
            assert {it.edge.id for it in each.routes} == {edge.id for edge in its.picture.edges}
            assert sum(it.chip.number for it in each.chips if it.owner in {r.edge.id for r in each.routes}) == sum(
                chip.number for edge in its.picture.edges for chip in edge.chips
            )
            assert quality_of(each).overlaps == ()
            assert quality_of(each).over_boxes == ()
    if len(shown) == 2:
        same = at(shown[0]).keys() & at(shown[1]).keys()
        assert all(at(shown[0])[id_] == at(shown[1])[id_] for id_ in same)
        assert (shown[0].width, shown[0].height) == (shown[1].width, shown[1].height)


def drawing(
    structure: Structure,
    other: Structure | None,
    holders: Mapping[str, str],
    absences: tuple[RecordedAbsence, ...] = (),
) -> Drawing:
    beside = Beside(Recorded.of(*other), (), absences) if other else None
    return draw(
        *structure, title="T", focus="forum", href="/{}".format, holders=holders, beside=beside, absences=absences
    )


def test_a_drawing_beside_another_day_is_of_the_same_size_and_says_its_own() -> None:
    before, after = then_and_now()
    one, two = drawing(before, after, {"s1": "Ann"}), drawing(after, before, {})
    assert (one.width, one.height) == (two.width, two.height)
    assert "Ann" in one.svg_file
    assert drawing(before, None, {"s1": "Ann"}).height != one.height or drawing(before, None, {}).width != one.width
    assert not re.search(r">New<", str(one.svg_file))
    assert re.search(r">New<", str(two.svg_file))


def test_what_is_said_to_be_missing_has_its_place_on_both_days() -> None:
    before, after = then_and_now()
    absent = (RecordedAbsence("a1", "forum", "new", "nobody comes", ()),)
    one, two = drawing(before, after, {}, absent), drawing(after, before, {}, absent)
    assert (one.width, one.height) == (two.width, two.height)
    assert "missing" in str(two.svg_file)


def test_a_day_that_has_what_the_picture_of_both_has_not_stands_by_itself() -> None:
    before, after = then_and_now()
    own, every = day(after, "forum", {}), day(before, "forum", {}).picture
    assert lay_out_on_both_days(every, "forum", own, own) is None
    less = replace(every, edges=())
    assert lay_out_on_both_days(less, "forum", day(before, "forum", {}), own) is None
