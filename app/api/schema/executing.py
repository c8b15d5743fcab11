"""How queries are executed: what one statement answers at once, everything else field by field.

Long lists are completed at a pace: between two items, others that wait for the event loop are let in.
"""

from collections.abc import Callable
from typing import Any

import structlog
from graphql import GraphQLList, GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, GraphQLSchema
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from app.api.compiling.plans import Plan, answer, plan_for
from app.api.compiling.run import Completed, NotCompiled, Unfit
from app.api.compiling.table import ROOTS
from app.api.loading.batches import now
from app.api.loading.context import Compiling, Context
from app.errors import PartnershipsError
from app.reading.pacing import paced

log = structlog.get_logger()

SHORT = 20
"""Items that are completed at once: most lists are no longer, and letting others in costs a little for each item."""


class Paced(StrawberryGraphQLCoreExecutionContext):
    """Executes queries as usual, and lets go of the event loop within long lists."""

    def complete_list_value(
        self,
        return_type: GraphQLList[GraphQLOutputType],
        field_details_list: Any,
        info: GraphQLResolveInfo[Any],
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Complete a list: at once when it is short, or when nobody waits, as in a thread of its own."""
        if isinstance(result, list | tuple) and len(result) > SHORT and self.is_async_iterable(_EXAMPLE):
            result = paced(result)
        return super().complete_list_value(return_type, field_details_list, info, path, result, position_context)

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: Any,
        info: GraphQLResolveInfo[Any],
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Complete an object, unless it is finished."""
        if type(result) is Completed:
            return result.data
        return super().complete_object_value(return_type, field_details_list, info, path, result, position_context)


def answer_at_once(schema: GraphQLSchema) -> None:
    """Have fields of Query answered by one statement wherever that can be, with the same answers."""
    assert schema.query_type
    for name in ROOTS:
        field = schema.query_type.fields[name]
        assert field.resolve
        field.resolve = _at_once(field.resolve)


def _at_once(usual: Callable[..., Any]) -> Callable[..., Any]:
    def resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        context: Context = info.context
        plan = None if "" in arguments.values() else plan_for(info, context)
        return usual(source, info, **arguments) if plan is None else _answered(plan, usual, source, info, arguments)

    return resolve


async def _answered(plan: Plan, usual: Callable[..., Any], source: Any, info: Any, arguments: dict[str, Any]) -> Any:
    context: Context = info.context
    try:
        return await answer(plan, info, context)
    except (Unfit, NotCompiled):
        # Whatever is wrong, the executor says what, and where.
        pass
    except PartnershipsError:
        raise
    except Exception as error:
        if context.compiling is Compiling.ALWAYS:
            raise
        log.error("a compiled selection failed; it is answered field by field", query=plan.query.text, exc_info=error)
    return await now(usual(source, info, **arguments))


_EXAMPLE: object = paced(())
"""Executing in a thread knows no lists that come bit by bit."""
