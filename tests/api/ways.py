"""The two ways in which a query can be answered: field by field, and by one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql.utilities import get_operation_ast
from strawberry.types.execution import ExecutionResult

from app.api.admitting.admitting import admitted
from app.api.admitting.refusing import said_of_cost
from app.api.http.errors import describe
from app.api.loading.context import Compiling, Context
from app.api.schema.at_once import answered_at_once
from app.api.schema.root import SCHEMA
from app.reading.explorer import Explorer


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it is sent, and how many round trips it took."""

    sent: bytes
    round_trips: int
    compiled: bool
    """Whether every field of Query was answered by a statement, or nothing was executed."""


async def answered(explorer: Explorer, query: str, variables: Mapping[str, Any], how: Compiling) -> Answered:
    """Answer a query in one way."""
    admission = await admitted(explorer, SCHEMA._schema, query)
    context = Context(explorer, admission, compiling=how)
    before = explorer.database.round_trips
    result = await _result(query, variables, context)
    sent = orjson.dumps({"data": result.data, "errors": describe(result), "extensions": result.extensions})
    # Nothing was loaded level by level.
    return Answered(sent, explorer.database.round_trips - before, not context.loaders.used)


async def _result(query: str, variables: Mapping[str, Any], context: Context) -> ExecutionResult:
    """Answer as the endpoint does: without the executor where it can be, unless all is to be field by field."""
    admission = context.admission
    assert admission
    operation = admission.document and get_operation_ast(admission.document)
    if operation and context.compiling is not Compiling.NEVER:
        data = await answered_at_once(SCHEMA._schema, admission, operation, variables, context)
        if data is not None:
            return ExecutionResult(data=data, errors=None, extensions=said_of_cost(context.cost))
    result: ExecutionResult = await SCHEMA.execute(query, variable_values=dict(variables), context_value=context)
    return result
