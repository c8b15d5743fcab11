"""A request that asks one thing is answered by its plan without the executor, which takes most of a short answer.

What cannot be answered so is executed as usual, with what went wrong, so that nothing is asked twice and the executor
says it in its own words and place.
"""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLNonNull,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)
from graphql.execution.values import get_variable_values
from graphql.pyutils import Path

from app.api.admitting.admitting import Admission
from app.api.admitting.estimates import estimated
from app.api.admitting.refusing import refuse_beyond
from app.api.compiling.given import variables_of
from app.api.compiling.run import Completed
from app.api.loading.context import Context
from app.api.schema.executing import NOT_SO, PLANNED, answered
from app.errors import PartnershipsError


async def answered_at_once(
    schema: GraphQLSchema,
    admission: Admission,
    operation: OperationDefinitionNode,
    given: Mapping[str, Any],
    context: Context,
) -> dict[str, Any] | None:
    """Return the data of an answer; nothing where the request has to be executed, of which the context has the reason.

    The bytes are those that executing gives: tests/api holds each against the other.
    """
    document, node = admission.document, _only_field(operation)
    if document is None or admission.errors or node is None:
        return None
    info = _info(schema, document, operation, node, given, context)
    if info is None:
        return None
    planned, answer = PLANNED[info.field_name]
    try:
        volume = estimated(context.explorer, admission.query, schema, document, operation, given, context.sizes)
        context.cost = round(volume.nodes)
        refuse_beyond(volume, document, operation)
        plan = planned(info, context)
        if plan is None or "" in plan.arguments.given(variables_of(info)).values():
            return None
    except (GraphQLError, PartnershipsError):
        return None
    try:
        found = await answered(lambda: answer(plan, info, context), info)
    except PartnershipsError as error:
        context.beforehand = error
        return None
    if found is NOT_SO or (found is None and isinstance(info.return_type, GraphQLNonNull)):
        context.beforehand = NOT_SO
        return None
    return {str(info.path.key): found.data if type(found) is Completed else None}


def _only_field(operation: OperationDefinitionNode) -> FieldNode | None:
    """Return the field of Query that an operation asks, where that is all it asks."""
    selections = operation.selection_set.selections
    if operation.operation is not OperationType.QUERY or operation.directives or len(selections) != 1:
        return None
    (node,) = selections
    if not isinstance(node, FieldNode) or node.directives or node.name.value not in PLANNED:
        return None
    return node


def _info(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    node: FieldNode,
    given: Mapping[str, Any],
    context: Context,
) -> GraphQLResolveInfo[Any] | None:
    """Return what the executor would tell the field's resolver; nothing where a variable is wrong."""
    variables = get_variable_values(schema, operation.variable_definitions or (), dict(given), max_errors=1)
    query = schema.query_type
    if isinstance(variables, list) or query is None:
        return None
    name = node.name.value
    fragments = [each for each in document.definitions if isinstance(each, FragmentDefinitionNode)]
    # As resolvers have it here: the values of variables alone, and nothing to wait for or to be tracked.
    told: Any = GraphQLResolveInfo
    info: GraphQLResolveInfo[Any] = told(
        field_name=name,
        field_nodes=[node],
        return_type=query.fields[name].type,
        parent_type=query,
        path=Path(None, node.alias.value if node.alias else name, query.name),
        schema=schema,
        fragments={each.name.value: each for each in fragments},
        root_value=None,
        operation=operation,
        variable_values=variables.coerced,
        context=context,
        is_awaitable=None,
        abort_signal=None,
        async_helpers=None,
    )
    return info
