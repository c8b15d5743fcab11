"""Estimates of how much queries bring, kept for whoever asks the same of other things as large."""

from collections.abc import Hashable, Mapping
from typing import Any

from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode

from app.api.admitting.estimating import Volume, estimate
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.sizes import Sizes

LONGEST_QUERY, LONGEST_PLACE = 10_000, 100
"""Signs of a document whose estimate is kept, and of the id of a place that may be one of the data's."""
_ESTIMATES: Shelf[Volume] = Shelf("estimates of what queries bring", 2_000)


def estimated(
    explorer: Explorer,
    query: str | None,
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    sizes: Sizes,
) -> Volume:
    """Return the estimate of an operation of a document, whose text is `query` where it is known."""
    places = explorer.catalogue.places

    def make() -> Volume:
        return estimate(schema, document, operation, variables, places, sizes)

    if query is None or len(query) > LONGEST_QUERY:
        return make()
    name = operation.name.value if operation.name else ""
    # A variable that the operation does not declare stands in no argument.
    declared = sorted(each.variable.name.value for each in operation.variable_definitions or ())
    key = (query, name, places, tuple((each, _matters(variables[each])) for each in declared if each in variables))
    return explorer.kept[_ESTIMATES].once_in_thread(key, sizes, make)


def _matters(value: Any) -> Hashable:
    """Return what of a value an estimate may depend on: of an id its place, of a list its length, else a number."""
    if isinstance(value, str):
        place = value.partition("/")[0]
        return place if len(place) < LONGEST_PLACE else "?"
    if isinstance(value, list):
        return "list", len(value)
    return ("number", value) if isinstance(value, int) else type(value).__name__
