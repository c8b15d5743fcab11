"""Long lists are completed by turns: between two of its items, others that wait for the event loop have theirs."""

from typing import Any

from graphql import GraphQLList, GraphQLOutputType, GraphQLResolveInfo
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from app.services.turns import by_turns

SHORT = 20
"""Items that are completed at once: most lists are no longer, and turns cost a little for each item."""


class ByTurns(StrawberryGraphQLCoreExecutionContext):
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
            result = by_turns(result)
        return super().complete_list_value(return_type, field_details_list, info, path, result, position_context)


_EXAMPLE: object = by_turns(())
"""Executing in a thread knows no lists that are given by turns."""
