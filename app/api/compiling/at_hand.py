"""Fields of Query that begin without a statement: places and documents of the catalogue, and anything by its id."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from graphql import GraphQLField, GraphQLObjectType, get_named_type

from app.api.admitting.limits import MOST
from app.api.compiling.given import Details
from app.api.compiling.nodes import any_maker
from app.api.compiling.pages import Found, asked_maker, nodes_of, page_maker
from app.api.compiling.run import Run, Unfit
from app.api.compiling.selecting import Selecting
from app.api.compiling.values import value_maker
from app.api.loading.sources import by_title, page_of_sources, titled

Given: TypeAlias = Mapping[str, Any]
"""What a field of Query is given."""
Answering: TypeAlias = Callable[[Given, Run], Any]
AtHand: TypeAlias = Callable[[Selecting, GraphQLField, Details, int], Answering]


def _area(selecting: Selecting, field: GraphQLField, details: Details, day: int) -> Answering:
    selecting.asks_contents = True
    make = value_maker(field.type, selecting.record_maker_of(details, day))
    return lambda given, run: make(run.catalogue.areas.get(given["id"]), run)


def _areas(selecting: Selecting, field: GraphQLField, details: Details, day: int) -> Answering:
    selecting.asks_contents = True
    make = value_maker(field.type, selecting.record_maker_of(details, day))
    return lambda _given, run: make(run.catalogue.areas.values(), run)


def _sources(selecting: Selecting, field: GraphQLField, details: Details, day: int) -> Answering:
    selecting.asks_contents = True
    type_ = get_named_type(field.type)
    assert isinstance(type_, GraphQLObjectType)
    source = selecting.record_maker_of(nodes_of(selecting, type_, details), day)(selecting.object("Source"))
    wanted = asked_maker(selecting, "sources", field, details, usual=100)
    page = page_maker(selecting, type_, details, day, source)

    def sources(given: Given, run: Run) -> Any:
        asked, every = wanted(run), titled(given.get("text"), run.catalogue.sources.values())
        return page(Found(len(every), page_of_sources(asked, every), asked, by_title, tuple), run)

    return sources


def _node(selecting: Selecting, _field: GraphQLField, details: Details, day: int) -> Answering:
    make = any_maker(selecting, details, day)
    return lambda given, run: make(given["id"], run)


def _nodes(selecting: Selecting, _field: GraphQLField, details: Details, day: int) -> Answering:
    make = any_maker(selecting, details, day)

    def nodes(given: Given, run: Run) -> Any:
        if len(given["ids"]) > MOST:
            raise Unfit
        return [make(id_, run) for id_ in given["ids"]]

    return nodes


AT_HAND: Mapping[str, AtHand] = {
    "area": _area,
    "areas": _areas,
    "sources": _sources,
    "node": _node,
    "nodes": _nodes,
}
"""Fields of Query that begin without a statement."""
