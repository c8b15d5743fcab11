"""The choice of routes against every simple way there is, and how a chain of bodies is drawn."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.diagram.chain import MOST_ABREAST, ChainStep, draw_chain
from app.domain.bodies import may_pass
from app.domain.records import Organization, Period
from app.domain.vocabulary import Certainty, Classification, LifecycleStatus, OrganizationKind
from app.questions.routes.rules import Link, shortest_routes

NAMES = "abcdefg"
STEPS = st.builds(Link, st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans())


def every_route(links: set[Link], most_steps: int) -> list[list[tuple[str, bool]]]:
    """Return every simple way from a to g with at most one sideways step, as (body, whether it came sideways)."""
    upward = {(link.from_id, link.to_id) for link in links if not link.sideways}
    kept = {link for link in links if not link.sideways or (link.from_id, link.to_id) not in upward}
    ways, found = [[("a", False)]], []
    while ways:
        way = ways.pop()
        if way[-1][0] == "g":
            found.append(way)
            continue
        if len(way) > most_steps:
            continue
        for link in kept:
            again = link.to_id in {body for body, _ in way}
            if link.from_id == way[-1][0] and not again and not (link.sideways and any(side for _, side in way)):
                ways.append([*way, (link.to_id, link.sideways)])
    straight = [way for way in found if not any(side for _, side in way)]
    return sorted(straight or found, key=lambda way: (len(way), [body for body, _ in way]))


@given(st.sets(STEPS, max_size=20), st.integers(1, 10), st.integers(1, 6))
def test_the_shortest_few_of_all_simple_routes(links: set[Link], most: int, most_steps: int) -> None:
    found = [
        [("a", False), *((link.to_id, link.sideways) for link in route)]
        for route in shortest_routes("a", "g", links, most=most, most_steps=most_steps)
    ]
    wanted = every_route(links, most_steps)[:most]
    assert [len(way) for way in found] == [len(way) for way in wanted]
    if not any(side for way in wanted for _, side in way):
        assert found == wanted
    assert all(way in every_route(links, most_steps) for way in found)
    assert len({tuple(way) for way in found}) == len(found)


@given(st.sets(STEPS, max_size=30))
def test_a_route_hangs_together_and_passes_nothing_twice(links: set[Link]) -> None:
    for route in shortest_routes("a", "g", links, most=10):
        bodies = [route[0].from_id, *(link.to_id for link in route)]
        assert bodies[0] == "a"
        assert bodies[-1] == "g"
        assert len(set(bodies)) == len(bodies) <= 7
        assert all(one.to_id == two.from_id for one, two in itertools.pairwise(route))
        assert sum(link.sideways for link in route) <= 1


def test_many_dead_ends_cost_little() -> None:
    crowd = [f"c{number}" for number in range(40)]
    links = {Link("a", "b"), Link("b", "g")} | {Link("b", one) for one in crowd}
    links |= {Link(one, two) for one in crowd for two in crowd} | {Link(one, "b") for one in crowd}
    assert [len(route) for route in shortest_routes("a", "g", links, most=10)] == [2]


def test_an_upward_route_of_any_length_goes_before_a_sideways_one() -> None:
    links = [Link("a", "b"), Link("b", "c"), Link("c", "g"), Link("a", "g", sideways=True)]
    assert shortest_routes("a", "g", links) == [(links[0], links[1], links[2])]


def test_nobody_passes_a_statutory_body_or_people_at_large() -> None:
    assert may_pass("voluntary", "forum")
    assert may_pass(None, "committee")
    assert not may_pass("statutory", "partnership_board")
    assert not may_pass(None, "council")
    assert not may_pass(None, "constituency")


def body(name: str) -> Organization:
    return Organization(
        f"testham/{len(name)}{name[:1]}", name, (), (), Classification.FORUM, None, OrganizationKind.COLLABORATION, None,
        LifecycleStatus.ACTIVE, None, None, 1, Period(None, None), None, None, (), (), Certainty.STATED, None, (), (),
    )  # fmt: skip


def test_names_in_a_drawing_are_only_ever_text() -> None:
    hostile = '</svg><script>alert("1")</script>'
    chain = draw_chain(
        body(hostile),
        [ChainStep(body("Board"), hostile, hostile, None, None)],
        title=hostile,
        description=hostile,
        key="k",
        href=lambda id_: f"/{id_}",
    )
    for drawn in (chain.svg, chain.svg_narrow):
        assert drawn
        assert "<script" not in drawn
        assert "&lt;script" in drawn


def test_a_long_chain_stands_from_top_to_bottom_everywhere() -> None:
    steps = [ChainStep(body("B" * n), "feeds into", "it feeds", None, None) for n in range(2, MOST_ABREAST + 3)]
    chain = draw_chain(body("A"), steps, title="t", description="d", key="k", href=lambda id_: f"/{id_}")
    assert chain.svg is None
    assert chain.svg_narrow.count("<a href") == len(steps) + 1
