"""What a view shows of a structure: rules on values, on small structures by hand and on generated ones."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain import records as r
from app.domain.records import Period, Theme
from app.domain.view import LINE_KINDS, View
from app.domain.vocabulary import Certainty, Classification, Direction, Sector
from app.reading.filtering import bodies_of, filtered, joined_ids
from app.reading.structure import Structure
from tests.unit.diagram_cases import body, line, seat

DAY = date(2008, 1, 31)
CARERS = Theme("carers", "Carers", 1)


def structure(
    nodes: list[r.Organization],
    lines: list[r.Line] | None = None,
    posts: list[r.Post] | None = None,
    groups: dict[str, list[str]] | None = None,
) -> Structure:
    return Structure(nodes, lines or [], posts or [], groups or {}, DAY)


def ids(found: Structure) -> set[str]:
    return {node.id for node in found.nodes}


SEAT = seat("board", id_="seat")
CHAIN = structure(
    [
        body("member", "charity"),
        body("forum"),
        body("sibling"),
        body("board", "partnership_board"),
        body("lsp", "lsp"),
        body("beyond", "council"),
        body("host", "charity"),
        body("people", "constituency"),
    ],
    [
        line("member", "member_of", "forum"),
        line("board", "reports_to", "lsp"),
        line("lsp", "reports_to", "beyond"),
        line("sibling", "feeds_into", "board"),
        line("forum", "hosted_by", "host"),
        line("forum", "speaks_for", "people"),
    ],
    [SEAT],
    {"seat": ["forum"]},
)


def test_of_a_place_memberships_and_support_are_left_to_a_filter() -> None:
    assert {it.type.value for it in filtered(CHAIN, View()).lines} == {"reports_to", "feeds_into"}
    more = filtered(CHAIN, View(show=frozenset({"member-of", "support"})))
    assert {it.type.value for it in more.lines} == {"reports_to", "feeds_into", "member_of", "hosted_by"}


def test_without_seats_nothing_sits() -> None:
    found = filtered(CHAIN, View(hide=frozenset({"seat"})))
    assert (found.posts, found.on_behalf_of) == ([], {})


def test_around_a_body_one_goes_up_to_the_lsp_and_one_step_down() -> None:
    assert ids(filtered(CHAIN, View(about="forum"))) == {"member", "forum", "board", "lsp", "host", "people"}


def test_steps_and_direction_say_how_far() -> None:
    up = View(about="forum", steps=1, direction=Direction.UP)
    assert ids(filtered(CHAIN, up)) == {"forum", "board"}
    assert ids(filtered(CHAIN, replace(up, steps=3))) == {"forum", "board", "lsp", "beyond"}
    assert ids(filtered(CHAIN, replace(up, direction=Direction.DOWN))) == {"forum", "member"}
    assert ids(filtered(CHAIN, View(about="lsp", steps=2, direction=Direction.DOWN))) == {
        "lsp",
        "board",
        "forum",
        "sibling",
    }


def test_a_seat_for_a_group_that_is_filtered_out_does_not_turn_into_nobodys() -> None:
    boards = View(kinds=frozenset({Classification.PARTNERSHIP_BOARD, Classification.LSP}))
    assert filtered(CHAIN, boards).posts == []
    nobody = replace(CHAIN, on_behalf_of={})
    assert filtered(nobody, boards).posts == [SEAT]


def test_bodies_go_by_sort_sector_theme_and_certainty() -> None:
    bodies = structure(
        [
            replace(body("a"), theme=CARERS, sector=Sector.VOLUNTARY),
            replace(body("b"), certainty=Certainty.INFERRED),
            replace(body("c", "charity"), certainty=Certainty.UNCERTAIN, sector=Sector.FAITH),
        ]
    )
    assert ids(filtered(bodies, View(themes=frozenset({"carers"})))) == {"a"}
    assert ids(filtered(bodies, View(themes=frozenset({"not-recorded"})))) == {"b", "c"}
    assert ids(filtered(bodies, View(sectors=frozenset({"voluntary", "not-recorded"})))) == {"a", "b"}
    assert ids(filtered(bodies, View(kinds=frozenset({Classification.CHARITY})))) == {"c"}
    assert ids(filtered(bodies, View(certainty=Certainty.STATED))) == {"a"}
    assert ids(filtered(bodies, View(certainty=Certainty.INFERRED))) == {"a", "b"}
    assert ids(filtered(bodies, View(kinds=frozenset()))) == set()


def test_lines_go_by_certainty_too() -> None:
    doubtful = replace(line("a", "feeds_into", "b"), certainty=Certainty.UNCERTAIN)
    two = structure([body("a"), body("b")], [doubtful])
    assert filtered(two, View()).lines == [doubtful]
    assert filtered(two, View(certainty=Certainty.INFERRED)).lines == []


def test_a_body_is_there_from_its_first_day_to_its_last() -> None:
    def there(since: str | None, until: str | None) -> bool:
        return bool(filtered(structure([replace(body("a"), period=Period(since, until))]), View()).nodes)

    assert there("2008", None)
    assert there(None, "2008-01")
    assert not there("2008-02", None)
    assert not there(None, "2007")


def test_a_mere_proposal_waits_for_the_proposals() -> None:
    proposal = line("new", "feeds_into", "a", status="proposed")
    whole = structure([body("a"), body("new", status="proposed")], [proposal])
    assert ids(filtered(whole, View())) == {"a"}
    assert filtered(whole, View(proposed=True)) == whole
    joined = replace(whole, lines=[line("new", "feeds_into", "a")])
    assert ids(filtered(joined, View())) == {"a", "new"}


def test_the_body_in_the_middle_stays_whatever_is_filtered_out() -> None:
    only_boards = View(about="forum", kinds=frozenset({Classification.PARTNERSHIP_BOARD}))
    assert ids(filtered(CHAIN, only_boards)) == {"forum", "board", "people"}


def test_joined_bodies_are_those_with_a_line_or_a_seat() -> None:
    assert joined_ids(filtered(CHAIN, View())) == {"forum", "sibling", "board", "lsp", "beyond"}


# Generated structures

TYPES = ["reports_to", "sub_group_of", "feeds_into", "member_of", "hosted_by", "linked_to", "speaks_for"]
SORTS = ["forum", "charity", "partnership_board", "lsp", "constituency", "committee"]
NAMES = [f"body-{n}" for n in range(7)]


# Made once: a strategy takes longer to make than to draw from.
OF_SORTS, OF_TYPES, THEMES = st.sampled_from(SORTS), st.sampled_from(TYPES), st.sampled_from([CARERS, None])
STATUSES, ACTUAL = st.sampled_from(["active", "proposed"]), st.sampled_from(["actual", "proposed"])
CERTAINTIES, NAMED = st.sampled_from(Certainty), st.lists(st.sampled_from(NAMES), unique=True, min_size=1)


@st.composite
def structures(draw: st.DrawFn) -> Structure:
    nodes = [
        replace(
            body(name, draw(OF_SORTS), status=draw(STATUSES)),
            theme=draw(THEMES),
            certainty=draw(CERTAINTIES),
        )
        for name in draw(NAMED)
    ]
    names = st.sampled_from([node.id for node in nodes])
    lines = [
        line(one, type_, other, status=draw(ACTUAL), more=f"-{n}")
        for n, (one, type_, other) in enumerate(draw(st.lists(st.tuples(names, OF_TYPES, names), max_size=12)))
    ]
    posts = [seat(board, id_=f"seat-{n}") for n, board in enumerate(draw(st.lists(names, max_size=5)))]
    groups = {it.id: draw(st.lists(names, max_size=2, unique=True)) for it in posts}
    return Structure(nodes, lines, posts, groups, DAY)


VIEWS = st.builds(
    View,
    proposed=st.booleans(),
    hide=st.frozensets(st.sampled_from(sorted(LINE_KINDS))),
    kinds=st.none() | st.frozensets(st.sampled_from([Classification(sort) for sort in SORTS])),
    themes=st.none() | st.frozensets(st.sampled_from(["carers", "not-recorded"])),
    certainty=st.sampled_from(Certainty),
    about=st.sampled_from(["", *NAMES]),
    steps=st.none() | st.integers(1, 6),
    direction=st.sampled_from(Direction),
)


@given(structures(), VIEWS)
def test_what_is_left_joins_only_what_is_left(whole: Structure, view: View) -> None:
    found = filtered(whole, view)
    left = ids(found)
    assert left <= ids(whole)
    assert all({it.from_id, it.to_id} <= left for it in found.lines)
    assert all(it.organization_id in left and set(found.on_behalf_of[it.id]) <= left for it in found.posts)
    assert set(found.on_behalf_of) == {it.id for it in found.posts}
    assert view.about in left or view.about not in ids(whole)


def test_people_only_proposed_stay_with_what_joins_them() -> None:
    nodes = [
        body("people", "constituency", status="proposed"),
        body("planned", status="proposed"),
        body("alone", status="proposed"),
    ]
    once = filtered(structure(nodes, [line("people", "reports_to", "planned")]), View())
    assert ids(once) == {"people", "planned"}
    assert filtered(once, View()) == once


@given(structures(), VIEWS)
def test_filtering_twice_gives_the_same(whole: Structure, view: View) -> None:
    once = filtered(whole, view)
    assert filtered(once, view) == once


@given(structures(), VIEWS)
def test_more_steps_never_show_less(whole: Structure, view: View) -> None:
    shown = [ids(filtered(whole, replace(view, steps=steps, proposed=True))) for steps in range(1, 7)]
    assert all(fewer <= more for fewer, more in pairwise(shown))


@given(structures())
def test_everything_chosen_leaves_nothing_out_but_lonely_people(whole: Structure) -> None:
    found = filtered(whole, View(proposed=True, show=LINE_KINDS))
    assert [node.id for node in bodies_of(found)] == [node.id for node in bodies_of(whole)]
    assert found.lines == whole.lines
    assert found.posts == whole.posts
