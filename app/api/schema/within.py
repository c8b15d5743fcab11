"""Asking the schema within the process: documents of our own, without the limits that protect a site from strangers."""

from collections.abc import Awaitable, Mapping
from typing import Any

from graphql import execute, parse

from app.accounts.tokens import Bearer
from app.api.loading.context import Context
from app.api.schema.root import SCHEMA
from app.domain.rights import OWNER
from app.reading.explorer import Explorer


async def ask_within(
    explorer: Explorer,
    document: str,
    variables: Mapping[str, Any],
    operation: str | None = None,
    *,
    as_owner: bool = False,
) -> dict[str, Any]:
    """Return the `data` of the answer to a document that fits the schema, all of it.

    `operation` names the one to run where the document has several. `as_owner` reads what tokens may, as whoever is at
    the machine. The first error is raised as it was: one of
    `app.errors`, or what nobody foresaw.
    """
    answer = execute(
        SCHEMA._schema,
        parse(document),
        context_value=Context(explorer, owner=Bearer(OWNER, "command") if as_owner else None),
        variable_values=dict(variables),
        operation_name=operation,
    )
    result = await answer if isinstance(answer, Awaitable) else answer
    for error in result.errors or ():
        raise error.original_error or error
    assert result.data is not None
    return result.data
