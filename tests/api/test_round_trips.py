"""The database is asked once for each level and field of a query, whatever the number of rows."""

from collections.abc import Callable

import pytest

Trips = Callable[..., int]

LEVELS = """
query ($first: Int!) {
  organizations(area: "bromley", first: $first) {
    edges { node { id areas { name } citations { source { title } }
      posts { id organization { id } onBehalfOf { id } appointedBy { id } heldBy vacant filledByHolderOf { id }
        holders { holder { __typename ... on Person { name affiliations { organization { id } } } ... on Organization { name } } } }
      lines { from { id } to { id } }
      seatsElsewhere { id }
      recordedAbsences { subject { id } }
      meetings(first: 1) { totalCount }
    } }
  }
}
"""
"""Fields that read: 15; lists of bodies by id take a second step, and the same body is never read twice."""


def test_round_trips_do_not_grow_with_rows(trips: Trips) -> None:
    # What is ready a moment later is asked for apart: only the least of some runs is what levels and fields cost.
    few, many = (min(trips(LEVELS, first=first) for _ in range(4)) for first in (15, 80))
    assert abs(many - few) <= 3
    assert many <= 24


@pytest.mark.parametrize(
    ("fields", "levels"),
    [
        ("id name classification purpose theme { name } period { since }", 1),
        ("posts { id role }", 2),
        ("posts { id holders { note } }", 3),
        ("posts { id holders { holder { ... on Organization { id } } } }", 5),
        ("posts { id heldBy vacant }", 4),
        ("lines { id }", 2),
        ("areas { name } citations { source { title } }", 2),
        ("meetings(first: 3) { edges { node { attendance { as } actions { text } } } }", 4),
    ],
)
def test_a_level_costs_one(trips: Trips, fields: str, levels: int) -> None:
    """People and bodies among holders are read apart, and `heldBy` needs tenures and offices."""
    query = f"query ($first: Int!) {{ organizations(first: $first) {{ edges {{ node {{ {fields} }} }} }} }}"
    assert trips(query, first=100) <= levels


def test_lines_between_a_hundred_bodies_take_three(trips: Trips) -> None:
    query = '{ organizations(area: "bromley", first: 100) { edges { node { lines { from { name } to { name } } } } } }'
    assert trips(query) == 3


def test_other_arguments_make_one_more(trips: Trips) -> None:
    one = trips("{ organizations(first: 50) { edges { node { posts { id } } } } }")
    two = trips('{ organizations(first: 50) { edges { node { posts { id } then: posts(on: "2007-01-01") { id } } } } }')
    same = trips("{ organizations(first: 50) { edges { node { posts { id } again: posts { role } } } } }")
    assert (two, same) == (one + 1, one)


def test_the_great_questions_take_few(trips: Trips) -> None:
    of = '{ representation(of: "bromley/council-on-ageing") { asRecorded seats { board { name } post { heldBy } via { name } } } }'
    assert trips(of) <= 7
    area = '{ structure(area: "bromley") { nodes { name } lines { id type } posts { id role } } }'
    assert trips(area) <= 8


def test_things_by_id_are_read_together(trips: Trips) -> None:
    ids = ["council-on-ageing", "carers", "carers-forum", "bromley-mind", "bromley-mencap"]
    query = "{ " + " ".join(f'a{i}: organization(id: "bromley/{id_}") {{ name }}' for i, id_ in enumerate(ids)) + " }"
    assert trips(query) == 1


def test_areas_of_areas_take_one(trips: Trips) -> None:
    assert trips("{ areas { name partOf { name partOf { name } } organizations(first: 3) { totalCount } } }") <= 4
