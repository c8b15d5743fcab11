"""Long lists are completed at a pace: between two items, others that wait for the event loop are let in."""

from typing import Any

from graphql import GraphQLList, GraphQLOutputType, GraphQLResolveInfo
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from app.reading.pacing import paced

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


_EXAMPLE: object = paced(())
"""Executing in a thread knows no lists that come bit by bit."""
