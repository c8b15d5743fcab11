"""The limit to what a query may bring, and what is said of each query: how much that is."""

from collections.abc import Iterator
from typing import Any

from graphql import DocumentNode, OperationDefinitionNode
from graphql.utilities import get_operation_ast
from strawberry.extensions import SchemaExtension

from app.api.admitting.estimates import estimated
from app.api.admitting.estimating import Volume
from app.api.admitting.introspection import asks_the_schema_alone
from app.api.admitting.limits import MAX_NODES, MAX_SCHEMA_NODES, MAX_SCHEMA_NODES_BESIDE
from app.errors import BadInput, TooComplex


class VolumeLimit(SchemaExtension):
    """Refuses a query that would bring too much, and one that does not say which of its operations to run."""

    def on_execute(self) -> Iterator[None]:
        """Check before anything is read."""
        given = self.execution_context
        document = given.graphql_document
        assert document
        name = given._provided_operation_name
        operation = get_operation_ast(document, name)
        if operation is None:
            raise BadInput("Set operationName: the document has several operations.")
        context = given.context
        schema, query = given.schema._schema, context.admission.query if context.admission else None
        variables = given.variables or {}
        volume = estimated(context.explorer, query, schema, document, operation, variables, context.sizes)
        context.cost = round(volume.nodes)
        refuse_beyond(volume, document, operation)
        yield

    def get_results(self) -> dict[str, Any]:
        """Say beside the answer how much it was estimated to bring."""
        return said_of_cost(self.execution_context.context.cost)


def refuse_beyond(volume: Volume, document: DocumentNode, operation: OperationDefinitionNode) -> None:
    """Raise TooComplex where an operation may bring more than is answered."""
    if volume.nodes > MAX_NODES:
        raise _beyond(volume.nodes, MAX_NODES, "nodes", volume)
    if volume.of_schema > MAX_SCHEMA_NODES:
        raise _beyond(volume.of_schema, MAX_SCHEMA_NODES, "nodes of the schema", volume)
    if volume.of_schema > MAX_SCHEMA_NODES_BESIDE and not asks_the_schema_alone(document, operation):
        raise TooComplex("A question about this much of the schema must stand alone: ask the rest apart.")


def said_of_cost(cost: int | None) -> dict[str, Any]:
    """Return what `extensions` say of a query: nothing when it was not estimated."""
    return {} if cost is None else {"cost": {"nodes": cost, "limit": MAX_NODES}}


def _beyond(nodes: float, most: int, what: str, volume: Volume) -> TooComplex:
    field, number = volume.largest
    return TooComplex(
        f"The query may bring about {nodes:,.0f} {what}, more than {most:,}, and {number:,.0f} of them by {field}:"
        " ask for shorter or fewer lists."
    )
