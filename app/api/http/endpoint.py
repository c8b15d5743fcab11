"""GraphQL over HTTP: `/graphql` for queries, `/schema.graphql` for the schema.

POST with JSON, or GET; answers as application/graphql-response+json where that is accepted, else as
application/json. See https://graphql.github.io/graphql-over-http/draft/; its public audits are among the tests.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import orjson
from graphql import OperationType as GraphQLOperation
from graphql.utilities import get_operation_ast
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.execution import ExecutionResult
from strawberry.types.graphql import OperationType

from app.api.admitting.admitting import admitted
from app.api.admitting.introspection import about_the_schema, asks_the_schema_alone
from app.api.admitting.limits import MAX_SECONDS
from app.api.admitting.refusing import said_of_cost
from app.api.http import console
from app.api.http.by_token import is_private, may_be_private
from app.api.http.errors import PASSING, database_away, describe, refused_before_execution, say
from app.api.http.moved import asked_at_new_ids, lacks
from app.api.http.negotiation import GRAPHQL, HTML, JSON, accepted
from app.api.http.refused import Refused
from app.api.http.requests import GraphQLRequest, read_post, read_query
from app.api.loading.context import Compiling, Context
from app.api.schema.at_once import answered_at_once
from app.api.schema.root import SCHEMA, schema_text
from app.caching.policies import AS_READ, PRIVATE
from app.errors import DatabaseTooSlow, PartnershipsError, TooBusy
from app.reading.explorer import Explorer
from app.reading.sizes import sizes_known

_BY_ACCEPT = {"Vary": "Accept"}
_RETRY = {"Retry-After": "2"}
_NOT_KEPT = {"Cache-Control": "no-store"}
_OF_THE_READER = {"Cache-Control": PRIVATE}


async def graphql(request: Request) -> Response:
    """Answer one GraphQL request; a browser that looks at the address gets GraphiQL."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
    if request.method == "GET" and accepted(request.headers.get("accept"), (JSON, GRAPHQL, HTML)) == HTML:
        return console.page()
    media_type = accepted(request.headers.get("accept"))
    try:
        if media_type is None:
            raise Refused(406, f"Not acceptable: the answer comes as {GRAPHQL} or {JSON}.")
        as_read: GraphQLRequest | None = request.scope.get(AS_READ)
        if as_read:
            asked = as_read
        elif request.method == "POST":
            asked = await read_post(request)
        else:
            asked = read_query(request.state.explorer, request.scope["query_string"])
        return await _answer(request, asked, media_type)
    except Refused as refused:
        error = {"message": refused.message, "extensions": {"code": refused.code}}
        status = refused.status or _status(media_type or JSON)
        return _response(status, {"errors": [error]}, media_type or JSON, refused.headers)


async def _answer(request: Request, asked: GraphQLRequest, media_type: str) -> Response:
    reading = request.method != "POST"
    allowed = {OperationType.QUERY} if reading else {OperationType.QUERY, OperationType.MUTATION}
    try:
        async with asyncio.timeout(MAX_SECONDS):
            result, private = await _result(request, asked, allowed)
    except TimeoutError:
        late = DatabaseTooSlow(f"The answer took longer than {MAX_SECONDS:.0f} seconds; ask for less at once.")
        return _unavailable(late, media_type)
    except TooBusy as error:
        return _unavailable(error, media_type)
    except InvalidOperationTypeError as error:
        if reading and error.operation_type is OperationType.MUTATION:
            raise Refused(405, "Mutations are sent with POST.", headers={"Allow": "POST"}) from error
        raise Refused(_status(media_type), "Subscriptions are not offered.") from error
    except CannotGetOperationTypeError as error:
        name = error.operation_name
        message = f"There is no operation '{name}'." if name else "Say by operationName which operation to run."
        raise Refused(_status(media_type), message) from error
    away = database_away(result)
    if away:
        return _unavailable(away, media_type)
    told: dict[str, Any] = {"errors": errors} if (errors := describe(result)) else {}
    beside = {"extensions": result.extensions} if result.extensions else {}
    if refused_before_execution(result):
        return _response(_status(media_type), told | beside, media_type)
    kept = _NOT_KEPT if any(error["extensions"]["code"] in PASSING for error in errors) else None
    kept = _OF_THE_READER if private else kept
    beside = {"extensions": (result.extensions or {}) | await _version(request.state.explorer)}
    return _response(200, told | {"data": result.data} | beside, media_type, kept)


async def _version(explorer: Explorer) -> dict[str, str]:
    """Say which version of the data an answer was made from; nothing when it cannot be read."""
    try:
        return {"dataVersion": str(await explorer.versions.now())}
    except Exception:  # what kept the version from being read is told where the data was to be read
        return {}


async def _result(
    request: Request, asked: GraphQLRequest, allowed: set[OperationType], *, has_moved: bool = False
) -> tuple[ExecutionResult, bool]:
    """Execute a request, and say whether the answer is for whoever has the token that came with it.

    A query that finds nothing by an id that is another by now is asked again by that one, once.
    What asks for the schema alone is answered from what is kept of it.
    """
    explorer: Explorer = request.state.explorer
    admission = await admitted(explorer, SCHEMA._schema, asked.query)
    context = Context(
        explorer, admission, sizes_known(explorer), authorization=request.headers.get("authorization", "")
    )
    arguments: dict[str, Any] = {
        "variable_values": asked.variables,
        "context_value": context,
        "operation_name": asked.operation_name,
        "allowed_operation_types": allowed,
    }
    operation = None
    if admission.document and not admission.errors:
        operation = get_operation_ast(admission.document, asked.operation_name)
    if admission.document and operation and asks_the_schema_alone(admission.document, operation):
        key = (asked.query, asked.operation_name, orjson.dumps(asked.variables, option=orjson.OPT_SORT_KEYS))
        return await about_the_schema(explorer, key, lambda: SCHEMA.execute_sync(asked.query, **arguments)), False
    private = False
    if admission.document and operation and may_be_private(asked.query):
        private = context.is_private = is_private(admission.document, operation)
        if private:
            # Statements are made of what everybody may read.
            context.compiling = Compiling.NEVER
    data = None
    if operation and not private:
        data = await answered_at_once(SCHEMA._schema, admission, operation, asked.variables, context)
    result: ExecutionResult
    if data is None:
        result = await SCHEMA.execute(asked.query, **arguments)
    else:
        result = ExecutionResult(data=data, errors=None)
    if operation and operation.operation is GraphQLOperation.QUERY and lacks(result) and not has_moved:
        again = await asked_at_new_ids(explorer, asked)
        if again:
            return await _result(request, again, allowed, has_moved=True)
    # What was refused is told what it would have cost too.
    result.extensions = result.extensions or said_of_cost(context.cost)
    return result, private


def _status(media_type: str) -> int:
    """Return the status for what was refused before execution: clients of the older media type expect 200."""
    return 400 if media_type == GRAPHQL else 200


def _unavailable(error: PartnershipsError, media_type: str) -> Response:
    return _response(error.status, {"errors": [say(error)]}, media_type, _RETRY)


def _response(status: int, body: dict[str, Any], media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    return Response(
        orjson.dumps(body),
        status_code=status,
        headers={**_BY_ACCEPT, **(headers or {}), "Content-Type": f"{media_type}; charset=utf-8"},
    )


async def schema(request: Request) -> Response:
    """Return the schema in GraphQL's schema language."""
    return PlainTextResponse(schema_text())
