"""Questions about the schema itself: which they are, how much they bring, and their answers, which are kept.

The schema never changes while the process lives, so each question is worked out once, beside the event loop.
"""

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from typing import Any, NamedTuple

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    is_abstract_type,
)
from strawberry.types.execution import ExecutionResult

from app.api.admitting.shape import ABOUT_THE_SCHEMA
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_ALL_TYPES = "__Schema.types"
_THEIRS = frozenset(["__Type.fields", "__Type.inputFields", "__Type.enumValues", "__Field.args"])


class _Answer(NamedTuple):
    result: ExecutionResult
    room: int
    """Bytes; none when something went wrong."""


_ANSWERS: Shelf[_Answer] = Shelf("answers about the schema", 4_000_000, lambda answer: answer.room)
"""By the question with its variables and the name of its operation."""


def asks_the_schema_alone(document: DocumentNode, operation: OperationDefinitionNode) -> bool:
    """Tell whether an operation asks about the schema and about nothing else."""
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}

    def names(selections: SelectionSetNode) -> Iterator[str]:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                yield node.name.value
            elif isinstance(node, FragmentSpreadNode):
                yield from names(fragments[node.name.value].selection_set)
            else:
                yield from names(node.selection_set)  # type: ignore[attr-defined]

    asked = set(names(operation.selection_set))
    return not ABOUT_THE_SCHEMA.isdisjoint(asked) and asked <= ABOUT_THE_SCHEMA | {"__typename"}


async def about_the_schema(
    explorer: Explorer, key: Hashable, execute: Callable[[], ExecutionResult]
) -> ExecutionResult:
    """Return what is kept under a key, else execute beside the event loop; what went wrong is not kept."""

    def work() -> _Answer:
        result = execute()
        if result.errors:
            return _Answer(result, 0)
        written = orjson.dumps(result.data)
        # As text it takes a fifth of the room, and no time to write again.
        data: Any = orjson.Fragment(written)
        return _Answer(ExecutionResult(data=data, errors=None, extensions=result.extensions), len(written))

    return (await explorer.kept[_ANSWERS].once(key, None, lambda: explorer.aside(work))).result


def is_of_all_types(field: str, within: bool) -> bool:
    """Tell whether what is below a field is that of every type, and so is counted with its average length."""
    return field == _ALL_TYPES or (within and field in _THEIRS)


@cache
def lengths(schema: GraphQLSchema, *, longest: bool) -> dict[str, float]:
    """Return how long the lists of introspection are in a schema: of its longest type or field, or on average."""
    types = list(schema.type_map.values())
    with_fields = [each for each in types if isinstance(each, GraphQLObjectType | GraphQLInterfaceType)]
    arguments = [len(field.args) for each in with_fields for field in each.fields.values()]
    arguments += [len(each.args) for each in schema.directives]

    def of(counts: list[int], among: int) -> float:
        return max(counts, default=0) if longest else sum(counts) / among

    many, inputs = len(types), [each for each in types if isinstance(each, GraphQLInputObjectType)]
    return {
        _ALL_TYPES: many,
        "__Schema.directives": len(schema.directives),
        "__Type.fields": of([len(each.fields) for each in with_fields], many),
        "__Type.interfaces": of([len(each.interfaces) for each in with_fields], many),
        "__Type.possibleTypes": of([len(_members(schema, each)) for each in types], many),
        "__Type.enumValues": of([len(each.values) for each in types if isinstance(each, GraphQLEnumType)], many),
        "__Type.inputFields": of([len(each.fields) for each in inputs], many),
        "__Type.ofType": 0.5,
        "__Field.args": of(arguments, len(arguments)),
        "__Directive.args": of(arguments, len(arguments)),
    }


def _members(schema: GraphQLSchema, type_: object) -> list[GraphQLObjectType]:
    return list(schema.get_possible_types(type_)) if is_abstract_type(type_) else []
