"""Last touches to the schema that strawberry builds: cleaner defaults, no empty ids, shorter ways to plain values."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    Undefined,
    get_named_type,
    is_non_null_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

from app.errors import BadInput


def finish(schema: GraphQLSchema) -> None:
    """Change a schema in place; what queries answer stays the same."""
    for type_ in schema.type_map.values():
        for field in _fields(type_):
            _drop_null_defaults(field)
            _read_directly(field)
            _refuse_empty_ids(field)
        if isinstance(type_, GraphQLInputObjectType):
            for given in type_.fields.values():
                given.default_value = Undefined if given.default_value is None else given.default_value
        if isinstance(type_, GraphQLEnumType) and not type_.name.startswith("__"):
            _look_up_names(type_)


def _fields(type_: GraphQLNamedType) -> Iterator[GraphQLField]:
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and not type_.name.startswith("__"):
        yield from type_.fields.values()


def _drop_null_defaults(field: GraphQLField) -> None:
    """Say `on: Date`, not `on: Date = null`: an argument that may be left out has no default to read."""
    for argument in field.args.values():
        if argument.default_value is None:
            argument.default_value = Undefined


def _read_directly(field: GraphQLField) -> None:
    """Read a plain field from its record at once, instead of through four functions for every value."""
    declared = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    if isinstance(declared, StrawberryField) and declared.is_basic_field:
        field.resolve = _attribute(declared.python_name)


def _attribute(name: str) -> Callable[..., Any]:
    read = attrgetter(name)

    def resolve(record: object, _info: object) -> Any:
        return read(record)

    return resolve


def _refuse_empty_ids(field: GraphQLField) -> None:
    """Say that an id which narrows an answer is empty, where it would seem to be left out, or to be of nothing."""
    names = [name for name, each in field.args.items() if _narrows(each)]
    usual = field.resolve
    if not names or usual is None:
        return

    def resolve(record: object, info: Any, **arguments: Any) -> Any:
        for name in names:
            given = arguments.get(name)
            if given == "" or (isinstance(given, list) and "" in given):
                raise BadInput(f"{name} is empty: pass an id such as bromley/council-on-ageing, or leave it out.")
        return usual(record, info, **arguments)

    field.resolve = resolve


def _narrows(argument: GraphQLArgument) -> bool:
    return not is_non_null_type(argument.type) and get_named_type(argument.type) is GraphQLID


def _look_up_names(type_: GraphQLEnumType) -> None:
    """Find a word's name in a dictionary, instead of trying one after the other."""
    names = {value.value: name for name, value in type_.values.items()}
    usual = type_.coerce_output_value

    def coerce(word: Any) -> str:
        name = names.get(word)
        return usual(word) if name is None else name

    type_.coerce_output_value = coerce  # type: ignore[method-assign, assignment]
