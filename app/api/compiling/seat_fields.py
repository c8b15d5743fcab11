"""Fields about who is in seats, who was, and who is to do something: more than the table says."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField, GraphQLObjectType

from app.api.compiling import seats
from app.api.compiling.given import Details
from app.api.compiling.lists import sorted_maker
from app.api.compiling.objects import Thing
from app.api.compiling.run import Make, NotCompiled, Run
from app.api.compiling.selecting import Selecting, Special
from app.api.compiling.values import value_maker
from app.store.holding_rows import tenure_ever_order
from app.store.statements import Reading, Way


def _holders(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add who is in a seat, or with `ever` whoever was."""
    day = selecting.day(thing.day, field, fields)
    if selecting.given(field, fields).get("ever"):
        reading, inner, at = selecting.things("Tenure", fields, day, "since", "until", "name")
        ever = thing.at(selecting.way("holders_ever", ("p",), (reading,), day))
        thing.made(key, ever, sorted_maker(inner, at, tenure_ever_order, None))
        return
    reading, inner, at = selecting.things("Tenure", fields, day, *seats.OF_A_TENURE)
    tenures = thing.at(selecting.way("holders_of", ("p",), (reading,), day))
    of = [f"r{thing.at(column)}" for column in seats.OF_A_SEAT]
    make = seats.holders_maker(inner, at, day)
    thing.made(key, thing.shared(("holders", key), make, f"r{tenures}", *of), lambda value, _run: value)


def _holder(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add who holds a seat: a person, or a body."""
    person, of_person, _ = selecting.things("Person", fields, thing.day)
    body, of_body, _ = selecting.things("Organization", fields, thing.day)
    at = thing.at(selecting.way("holder", ("holder",), (person, body), thing.day))
    makers = {"Person": of_person, "Organization": of_body}

    def holder(found: list[Any], run: Run) -> Any:
        ((label, row),) = found
        return makers[label](row, run)

    thing.made(key, at, holder)


def _office(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add the post whose holder fills a seat: of several, the nearest."""
    day = selecting.day(thing.day, field, fields)
    post, inner, _ = selecting.things("Post", fields, day)
    reading = Reading(seats.OFFICES, ("steps", "post_id", selecting.way("post_held", ("q",), (post,), day)), day)

    def office(found: list[Any], run: Run) -> Any:
        nearest = min(found, key=lambda row: (row[0], row[1]), default=None)
        return inner(nearest[2][0], run) if nearest and nearest[2] else None

    thing.made(key, thing.at(selecting.way("offices_of", ("p",), (reading,), day)), office)


def _sitting(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add what is said of who is in a seat."""
    day = selecting.day(thing.day, field, fields)
    tenures = Way("holders_of", ("p",), (Reading(seats.TENURES, seats.every_column(seats.TENURES), day),), 0, day)
    offices = Way("offices_of", ("p",), (Reading(seats.OFFICES, seats.every_column(seats.OFFICES), day),), 0, day)
    record = thing.record()
    of = (record, f"r{thing.at(tenures)}", f"r{thing.at(offices)}")
    found = thing.shared(("sitting", day), seats.sitting_maker(day), *of)
    say = seats.SAID[fields[0].node.name.value]
    make = value_maker(field.type, _nothing_below)
    thing.made(key, found, lambda sitting, run: make(say(sitting), run))


def _posts_of_person(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add the posts that a person holds and has not lost by a vacancy, or with `ever` those ever held."""
    day = selecting.day(thing.day, field, fields)
    if selecting.given(field, fields).get("ever"):
        reading, inner, at = selecting.things("HeldPost", fields, day, "since", "until", "post_id")
        ever = thing.at(selecting.way("posts_of_person_ever", ("p",), (reading,), day))
        thing.made(key, ever, sorted_maker(inner, at, tenure_ever_order, None))
        return
    reading, inner, at = selecting.things("HeldPost", fields, day, *seats.OF_A_HELD_POST)
    held = thing.at(selecting.way("posts_of_person", ("p",), (reading,), day))
    thing.made(key, held, seats.held_maker(inner, at, day))


def _owners(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add who is to do something: people first."""
    person, of_person, _ = selecting.things("Person", fields, thing.day, "id")
    body, of_body, _ = selecting.things("Organization", fields, thing.day, "id")
    at = thing.at(selecting.way("owners_of", ("x",), (person, body), thing.day))
    makers = {"Person": of_person, "Organization": of_body}

    def owners(found: list[Any], run: Run) -> Any:
        ordered = sorted(found, key=lambda owner: (owner[0] != "Person", owner[1][0]))
        return [makers[label](row, run) for label, row in ordered]

    thing.made(key, at, owners)


def _nothing_below(type_: GraphQLObjectType) -> Make:
    raise NotCompiled(type_.name)


OF_SEATS: Mapping[str, Special] = {
    "Post.holders": _holders,
    "Post.tenures": _holders,
    "Post.heldBy": _sitting,
    "Post.state": _sitting,
    "Post.lastHeldBy": _sitting,
    "Post.vacant": _sitting,
    "Post.filledByHolderOf": _office,
    "Tenure.holder": _holder,
    "Person.posts": _posts_of_person,
    "Action.owners": _owners,
}
"""By the field."""
