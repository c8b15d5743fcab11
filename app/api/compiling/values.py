"""Values of the answer that are made of records which are at hand: parts of things, citations, words."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    Undefined,
)

from app.api.compiling.run import Make, NotCompiled, Run, Unfit
from app.domain.addresses import page_of

Fields = Callable[[GraphQLObjectType], Sequence[tuple[str, str]]]
"""Says which fields of a type are selected: each by its key in the answer and its name."""


def value_maker(type_: GraphQLOutputType, below: "Callable[[GraphQLObjectType], Make]") -> Make:
    """Return what completes a value of a type as the executor does; `below` says how objects are made."""
    if isinstance(type_, GraphQLNonNull):
        return _never_null(value_maker(type_.of_type, below))
    if isinstance(type_, GraphQLList):
        return _listed(value_maker(type_.of_type, below))
    if isinstance(type_, GraphQLScalarType | GraphQLEnumType):
        return _leaf(type_)
    if isinstance(type_, GraphQLObjectType):
        return _nullable(below(type_))
    raise NotCompiled(f"{type_} is none of a single type")


def object_maker(fields: Sequence[tuple[str, Make]]) -> Make:
    """Return what makes an object of a record, each field by what makes it of the record."""

    def make(record: Any, run: Run) -> Any:
        return {key: each(record, run) for key, each in fields}

    return make


def attribute_maker(name: str, make: Make) -> Make:
    """Return what makes a value of an attribute of a record."""
    read = attrgetter(name)
    return lambda record, run: make(read(record), run)


def constant_maker(value: object) -> Make:
    """Return what always makes the same value."""
    return lambda _record, _run: value


def page_maker(record: Any, run: Run) -> str:
    """Return the address of a record's page."""
    return run.address(page_of(record))


def _leaf(type_: GraphQLScalarType | GraphQLEnumType) -> Make:
    coerce = type_.coerce_output_value

    def make(value: Any, _run: Run) -> Any:
        if value is None:
            return None
        coerced = coerce(value)
        if coerced is None or coerced is Undefined:
            raise Unfit
        return coerced

    return make


def _nullable(inner: Make) -> Make:
    return lambda value, run: None if value is None else inner(value, run)


def _never_null(inner: Make) -> Make:
    def make(value: Any, run: Run) -> Any:
        made = inner(value, run)
        if made is None:
            raise Unfit
        return made

    return make


def _listed(inner: Make) -> Make:
    def make(values: Any, run: Run) -> Any:
        return None if values is None else [inner(value, run) for value in values]

    return make
