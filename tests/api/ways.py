"""The two ways in which a query can be answered: field by field, and by one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from app.api.admitting.admitting import admitted
from app.api.http.errors import describe
from app.api.loading.context import Compiling, Context
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
    result = await SCHEMA.execute(query, variable_values=dict(variables), context_value=context)
    sent = orjson.dumps({"data": result.data, "errors": describe(result), "extensions": result.extensions})
    # Nothing was loaded level by level.
    return Answered(sent, explorer.database.round_trips - before, not context.loaders.used)
