"""How queries are executed: what one statement answers at once, everything else field by field.

Long lists are completed at a pace: between two items, others that wait for the event loop are let in.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

import structlog
from graphql import (
    GraphQLAbstractType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLSchema,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from app.api.compiling.at_hand import AT_HAND
from app.api.compiling.plans import answer, plan_for
from app.api.compiling.represented import representation_plan, represented
from app.api.compiling.roots import ROOTS
from app.api.compiling.run import Completed, NotCompiled, Unfit
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
        """Complete a list unless it is finished: at once when it is short, or when nobody waits, as in a thread."""
        if type(result) is Completed:
            return result.data
        if isinstance(result, list | tuple) and len(result) > SHORT and self.is_async_iterable(_EXAMPLE):
            result = paced(result)
        return super().complete_list_value(return_type, field_details_list, info, path, result, position_context)

    def complete_abstract_value(
        self,
        return_type: GraphQLAbstractType,
        field_details_list: Any,
        info: GraphQLResolveInfo[Any],
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Complete something of several types, unless it is finished."""
        if type(result) is Completed:
            return result.data
        return super().complete_abstract_value(return_type, field_details_list, info, path, result, position_context)

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


Planning: TypeAlias = Callable[[GraphQLResolveInfo[Any], Context], Any]
"""Returns the plan of a field of Query; nothing where it is answered field by field."""
Answering: TypeAlias = Callable[[Any, GraphQLResolveInfo[Any], Context], Awaitable[Completed | None]]
"""Answers a field by its plan."""
PLANNED: Mapping[str, tuple[Planning, Answering]] = {
    **dict.fromkeys((*ROOTS, *AT_HAND), (plan_for, answer)),
    "representation": (representation_plan, represented),
}
"""How the fields of Query are answered that one statement can answer, by their names."""


def answer_at_once(schema: GraphQLSchema) -> None:
    """Have fields of Query answered by one statement wherever that can be, with the same answers."""
    assert schema.query_type
    for name, ways in PLANNED.items():
        field = schema.query_type.fields[name]
        assert field.resolve
        field.resolve = _at_once(field.resolve, *ways)


def _at_once(usual: Callable[..., Any], plan_for: Planning, answer: Answering) -> Callable[..., Any]:
    async def by_plan(plan: Any, source: Any, info: GraphQLResolveInfo[Any], arguments: dict[str, Any]) -> Any:
        found = await answered(lambda: answer(plan, info, info.context), info)
        return await now(usual(source, info, **arguments)) if found is NOT_SO else found

    def resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        context: Context = info.context
        if isinstance(context.beforehand, PartnershipsError):
            raise context.beforehand
        if context.beforehand is NOT_SO or "" in arguments.values():
            return usual(source, info, **arguments)
        plan = plan_for(info, context)
        return usual(source, info, **arguments) if plan is None else by_plan(plan, source, info, arguments)

    return resolve


NOT_SO = object()
"""Stands for an answer that cannot be completed at once."""


async def answered(answer: Callable[[], Awaitable[Completed | None]], info: GraphQLResolveInfo[Any]) -> Any:
    """Return what a plan answers, or NOT_SO; errors of `app.errors` are raised."""
    context: Context = info.context
    try:
        return await answer()
    except (Unfit, NotCompiled):
        # Whatever is wrong, the executor says what, and where.
        pass
    except PartnershipsError:
        raise
    except Exception as error:
        if context.compiling is Compiling.ALWAYS:
            raise
        log.error("a compiled selection failed; it is answered field by field", field=info.field_name, exc_info=error)
    return NOT_SO


_EXAMPLE: object = paced(())
"""Executing in a thread knows no lists that come bit by bit."""
