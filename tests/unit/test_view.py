"""The state of a view: read from an address with clear refusals, written back in one short form."""

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from app.diagram.palette import LINES
from app.domain.view import ALL_SORTS, GROUPS, LINE_KINDS, PLACE_KINDS, View, query_of, sector_words
from app.domain.vocabulary import Certainty, Classification, Direction
from app.errors import BadInput
from app.web.pictures.viewing import view_of


def read(query: str) -> View:
    return view_of(QueryParams(query))


def some(words: frozenset[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(words)))


IDS = st.from_regex(r"[a-z]{1,5}(-[a-z0-9]{1,4})?", fullmatch=True)
BODIES = st.builds("{}/{}".format, IDS, IDS)


IDS_BUT_NONE = st.frozensets(IDS.filter(lambda id_: id_ != "none"), max_size=4)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "on": st.sampled_from(["", "2008", "2008-01", "2008-01-31"]),
    "proposed": st.booleans(),
    "kinds": st.none() | st.frozensets(st.sampled_from(sorted(ALL_SORTS)), max_size=len(ALL_SORTS) - 1),
    "sectors": st.none() | st.frozensets(st.sampled_from(sector_words()), max_size=len(sector_words()) - 1),
    "themes": st.none() | IDS_BUT_NONE,
    "certainty": st.sampled_from(Certainty),
    "steps": st.none() | st.integers(1, 6),
    "direction": st.sampled_from(Direction),
    "open": st.frozensets(IDS | BODIES, max_size=3),
    "find": st.text(st.characters(categories=("L", "N", "P", "S")), max_size=20),
    "select": st.just("") | BODIES,
    "large": st.booleans(),
}
ABOUT = st.just("") | BODIES
HIDDEN = {about: some(kinds) for about, kinds in ((True, LINE_KINDS), (False, PLACE_KINDS))}
SHOWN = some(LINE_KINDS)


@st.composite
def views(draw: st.DrawFn) -> View:
    about = draw(ABOUT)
    usual = LINE_KINDS if about else PLACE_KINDS
    return View(
        about=about,
        hide=draw(HIDDEN[bool(about)]),
        show=draw(SHOWN) - usual,
        **{name: draw(values) for name, values in FIELDS.items()},
    )


@given(views())
def test_what_is_written_is_read_as_the_same(view: View) -> None:
    assert read(query_of(view)) == view


@given(views())
def test_an_address_has_one_form(view: View) -> None:
    once = query_of(view)
    assert query_of(read(once)) == once


def test_defaults_are_left_out() -> None:
    assert query_of(View()) == ""
    assert read("") == View()
    assert read("on=&proposed=0&certainty=uncertain&direction=both&size=usual") == View()


def test_an_address_is_short_and_in_a_fixed_order() -> None:
    view = View(on="2008-01", proposed=True, show=frozenset({"support", "member-of"}), about="bromley/coa", steps=2)
    assert query_of(view) == "on=2008-01&proposed=1&about=bromley/coa&steps=2"
    assert query_of(View(show=frozenset({"support", "member-of"}))) == "show=member-of,support"
    assert query_of(view, without=("about",)) == "on=2008-01&proposed=1&steps=2"


def test_lines_are_hidden_and_shown_against_the_usual_ones() -> None:
    assert View().lines == PLACE_KINDS
    assert read("hide=seat&show=link").lines == (PLACE_KINDS - {"seat"}) | {"link"}
    assert read("about=bromley/coa").lines == LINE_KINDS


def test_groups_and_sorts_may_both_be_named() -> None:
    assert read("kinds=forums").kinds == GROUPS["forums"].members
    assert read("kinds=forum").kinds == frozenset({Classification.FORUM})
    assert query_of(read("kinds=forum,network,panel,lsp")) == "kinds=forums,lsp"
    assert query_of(read("kinds=none")) == "kinds=none"


def test_all_that_can_be_chosen_is_no_choice() -> None:
    assert read("kinds=" + ",".join(GROUPS)).kinds is None
    assert read("sectors=" + ",".join(sector_words())).sectors is None


def test_every_sort_of_body_is_in_one_group() -> None:
    members = [sort for group in GROUPS.values() for sort in group.members]
    assert sorted(members) == sorted(ALL_SORTS)


def test_the_kinds_of_line_are_those_of_the_palette() -> None:
    assert set(LINES) == LINE_KINDS


def test_a_form_says_by_what_is_not_ticked() -> None:
    assert read("form=place&lines=seat&lines=link").lines == {"seat", "link"}
    assert read("form=place").lines == frozenset()
    assert read("form=place&lines=seat&themes-offered=a,b").themes == frozenset()
    assert read("form=place&themes-offered=a,b&themes=a&themes=b").themes is None
    assert read("form=place&themes-offered=a,b&themes=a").themes == frozenset({"a"})


def test_a_form_of_a_place_leads_to_a_body_with_every_line() -> None:
    ticked = [("lines", kind) for kind in PLACE_KINDS]
    view = read(urlencode([("form", "place"), *ticked, ("about", "Council on Ageing")]))
    assert view.lines == LINE_KINDS


REFUSED = {
    "on=2007-02-30": "February 2007 has 28 days: there is no day 30",
    "on=yesterday": "expected a date such as 14 March 2026, March 2026 or 2026",
    "on=0000": "there is no year 0000",
    "proposed=perhaps": "proposed is 'perhaps': expected 1",
    "hide=lines": "hide has 'lines', which is not a kind of line here: expected feeds-into, link,",
    "show=x": "show has 'x'",
    "hide=seat&show=seat": "seat cannot be both shown and hidden",
    "kinds=constituency": "kinds has 'constituency', which is not a sort of body here",
    "kinds=forums,x": "kinds has 'x'",
    "sectors=both": "sectors has 'both', which is not a sector here",
    "themes=Mental Health": "themes has 'Mental Health', which is not an id",
    "certainty=sure": "certainty is 'sure': expected stated, inferred or uncertain",
    "steps=0": "steps is '0': expected a number from 1 to 6",
    "steps=7": "steps is '7'",
    "steps=two": "steps is 'two'",
    "steps=²": "steps is '²'",
    "direction=left": "direction is 'left': expected up, down or both",
    "open=<b>": "open has '<b>', which is neither a column nor a body",
    "select=../etc": "select has '../etc', which is not an id",
    "size=huge": "size is 'huge': expected large or usual",
    "find=" + "x" * 201: "'find' has 201 characters: expected at most 200",
    "open=" + "a," * 201: "'open' is too long",
}


@pytest.mark.parametrize(("query", "said"), REFUSED.items(), ids=[query[:30] for query in REFUSED])
def test_a_bad_value_is_refused_with_what_is_expected(query: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(query)
    assert said in refused.value.message


NAMES = [
    *"on proposed hide show kinds sectors themes certainty about steps direction open find select size form lines".split(),
    "kinds-offered",
]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=30)), max_size=6))
def test_any_address_is_read_or_refused_in_words(asked: list[tuple[str, str]]) -> None:
    try:
        view = view_of(QueryParams(asked))
    except BadInput as refused:
        said = refused.message
    else:
        assert read(query_of(view)) == view
        return
    assert re.search("expected|there is no|cannot be both", said)
