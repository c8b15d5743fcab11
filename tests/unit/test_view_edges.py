"""How a view is written: each part by itself, and what counts as a filter."""

import pytest

from app.domain.view import GROUPS, LINE_KINDS, NOT_RECORDED, PLACE_KINDS, View, address_of, query_of, sector_words
from app.domain.vocabulary import Certainty, Classification, Direction, Sector

PARTS = {
    "on=2008": View(on="2008"),
    "proposed=1": View(proposed=True),
    "hide=feeds-into,seat": View(hide=frozenset({"seat", "feeds-into", "link"})),
    "show=link,support": View(show=frozenset({"support", "link", "seat"})),
    "kinds=none": View(kinds=frozenset()),
    "kinds=boards,forum": View(kinds=frozenset({*GROUPS["boards"].members, Classification.FORUM})),
    "kinds=reference": View(kinds=frozenset({Classification.REFERENCE_GROUP})),
    "sectors=none": View(sectors=frozenset()),
    "sectors=faith,not-recorded": View(sectors=frozenset({NOT_RECORDED, "faith"})),
    "themes=none": View(themes=frozenset()),
    "themes=carers,health": View(themes=frozenset({"health", "carers"})),
    "certainty=stated": View(certainty=Certainty.STATED),
    "about=b/board": View(about="b/board"),
    "steps=0": View(steps=0),
    "steps=3": View(steps=3),
    "direction=up": View(direction=Direction("up")),
    "open=all,b/x:y": View(open=frozenset({"b/x:y", "all"})),
    "close=b/x,roster:b/y": View(closed=frozenset({"roster:b/y", "b/x"})),
    "find=a+b%26c": View(find="a b&c"),
    "select=b/board": View(select="b/board"),
    "size=large": View(large=True),
}  # fmt: skip


@pytest.mark.parametrize(("query", "view"), PARTS.items())
def test_each_part_is_written_by_itself(query: str, view: View) -> None:
    assert query_of(view) == query
    assert query_of(view, without=(query.partition("=")[0],)) == ""
    assert address_of("/bromley", view) == f"/bromley?{query}"
    assert address_of("/bromley", view, without=(query.partition("=")[0],)) == "/bromley"


def test_all_parts_stand_in_one_order() -> None:
    whole = View(
        "2008", True, frozenset({"seat"}), frozenset(), frozenset(), frozenset(), frozenset(), Certainty.STATED,
        "b/board", 2, Direction("up"), frozenset({"all"}), frozenset({"b/y"}), "word", "b/x", True,
    )  # fmt: skip
    assert query_of(whole) == (
        "on=2008&proposed=1&hide=seat&kinds=none&sectors=none&themes=none&certainty=stated&about=b/board&steps=2"
        "&direction=up&open=all&close=b/y&find=word&select=b/x&size=large"
    )


@pytest.mark.parametrize(
    "view",
    [
        View(on="2008"), View(proposed=True), View(hide=frozenset({"seat"})), View(show=frozenset({"link"})),
        View(kinds=frozenset()), View(sectors=frozenset()), View(themes=frozenset()), View(about="b/board"),
        View(certainty=Certainty.INFERRED), View(about="b/board", hide=frozenset({"link"})),
    ],
)  # fmt: skip
def test_what_is_left_out_or_added_by_choice_is_a_filter(view: View) -> None:
    assert view.filters is True


@pytest.mark.parametrize(
    "view",
    [
        View(), View(steps=2), View(direction=Direction("up")), View(open=frozenset({"all"})), View(find="a"),
        View(select="b/x"), View(large=True), View(hide=frozenset({"link"})), View(show=frozenset({"seat"})),
    ],
)  # fmt: skip
def test_how_one_looks_at_it_is_no_filter(view: View) -> None:
    assert view.filters is False


def test_lines_are_the_usual_ones_without_the_hidden_and_with_the_shown() -> None:
    assert (View().usual_lines, View(about="b/board").usual_lines) == (PLACE_KINDS, LINE_KINDS)
    both = View(hide=frozenset({"seat", "link"}), show=frozenset({"link"}))
    assert both.lines == PLACE_KINDS - {"seat"} | {"link"}


def test_sectors_may_be_any_or_none_recorded() -> None:
    assert sector_words() == (*(sector.value for sector in Sector), "not-recorded")
