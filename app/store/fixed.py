"""Sets of statements that Neo4j gets as one text each, the same for every change, whatever of a set there is to do.

It plans each text anew that it has not seen, which takes longer than all the round trips of a change; so what hardly
two changes ask alike can only go together where the rest of its set is asked as well, of nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final, NamedTuple, Protocol

from app.store.queries import Folder, Query, load_query
from app.store.statements import as_one, parameters_as_one

_PLANNED_ONCE: Final = "CYPHER replan=skip"
"""As more is recorded, Neo4j plans a text anew; but these look everything up by its id, however much there is."""
_LABELS = ("Source", "Organization", "Person", "Post", "Meeting")
"""Of the nodes that forms write, in writing order."""
_TO_WHAT_IS_THERE = (
    ("POST_IN", "Post", "Organization"),
    ("ON_BEHALF_OF", "Post", "Organization"),
    ("HOLDS", "Person", "Post"),
    ("IN_AREA", "Organization", "Area"),
    ("MEETING_OF", "Meeting", "Organization"),
    ("ATTENDED", "Person", "Meeting"),
)
_BETWEEN_NEW = (("HOLDS", "Person", "Post"), ("ATTENDED", "Person", "Meeting"))
"""The relationships that most forms write; each takes the database long to plan."""


class Asked(Protocol):
    """A statement that is to be sent."""

    @property
    def query(self) -> Query:
        """Its text."""

    @property
    def parameters(self) -> Mapping[str, Any]:
        """What it is given."""


class Member(NamedTuple):
    """A statement of a set."""

    query: Query
    is_needed: bool
    """Whether the set goes only with it; any other is given empty lists where it is not asked, and does nothing."""


class FixedSet:
    """Statements that go as one, in their order."""

    def __init__(self, *members: Member) -> None:
        """Put their texts together."""
        self.members = members
        one = as_one([member.query for member in members])
        self.query = replace(one, text=f"{_PLANNED_ONCE}\n{one.text}")

    def places_of(self, asked: Sequence[Asked]) -> list[int]:
        """Return which members the first of some statements are, as many as follow each other in the set's order.

        None are where one is not asked that is needed.
        """
        places: list[int] = []
        for place, member in enumerate(self.members):
            if len(places) < len(asked) and _same(asked[len(places)].query, member.query):
                places.append(place)
            elif member.is_needed:
                return []
        return places

    def parameters_of(self, places: Sequence[int], asked: Sequence[Asked]) -> dict[str, Any]:
        """Return what the one statement is given, of some members; the others do nothing."""
        given: list[Mapping[str, Any]] = [dict.fromkeys(member.query.parameters, ()) for member in self.members]
        for place, each in zip(places, asked, strict=True):
            given[place] = each.parameters
        return parameters_as_one(given)


def _same(one: Query, other: Query) -> bool:
    return (one.name, one.arguments) == (other.name, other.arguments)


@cache
def sets_of_changes() -> tuple[FixedSet, ...]:
    """Return the sets in which what a form writes is sent."""
    return (
        FixedSet(
            _needed("write", "take_turn_within"),
            _needed("write", "record_data_version"),
            _needed("read", "list_whole_facts_of_nodes"),
            _needed("read", "list_redirects"),
        ),
        FixedSet(*_facts()),
        FixedSet(
            _needed("write", "record_data_version"),
            _optional("refresh_open_nodes"),
            _optional("refresh_times_of_what_hangs"),
        ),
        # Apart, since this one looks at all sources, for whatever bodies.
        FixedSet(
            _needed("write", "record_data_version"),
            _optional("refresh_open_nodes"),
            _needed("write", "refresh_times_of_bodies"),
        ),
        FixedSet(
            _needed("write", "record_change_part"),
            _needed("write", "record_change_set"),
            _needed("read", "list_needs"),
            _needed("read", "list_moments"),
        ),
    )


def _facts() -> Iterator[Member]:
    for label in _LABELS:
        yield _optional("create_nodes", label)
        yield _optional("merge_nodes", label)
    for ends in _TO_WHAT_IS_THERE:
        yield _optional("merge_links", *ends)
    for ends in _BETWEEN_NEW:
        yield _optional("create_links", *ends)


def _needed(folder: Folder, name: str) -> Member:
    return Member(load_query(folder, name, "neo4j"), is_needed=True)


def _optional(name: str, *arguments: str) -> Member:
    return Member(load_query("write", name, "neo4j", arguments), is_needed=False)
