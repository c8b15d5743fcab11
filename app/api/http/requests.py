"""Reading a GraphQL request from HTTP: a JSON body, or the query string of a GET."""

from dataclasses import dataclass
from typing import Any

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import Request

from app.api.admitting.limits import MAX_BODY_BYTES, MAX_QUERY_BYTES, MAX_VALUES
from app.api.http.negotiation import is_json
from app.api.http.persisted import query_asked
from app.api.http.refused import Refused
from app.reading.explorer import Explorer


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """What a request asks."""

    query: str
    operation_name: str | None
    variables: dict[str, Any]


async def read_post(request: Request) -> GraphQLRequest:
    """Read the JSON body of a POST."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            break
    return read_body(request.state.explorer, request.headers.get("content-type"), bytes(body))


def read_body(explorer: Explorer, content_type: str | None, body: bytes) -> GraphQLRequest:
    """Read a JSON body."""
    if not is_json(content_type):
        raise Refused(415, "Send the request as application/json in UTF-8.")
    if len(body) > MAX_BODY_BYTES:
        raise Refused(413, f"The request is longer than {MAX_BODY_BYTES} bytes.", code="QUERY_TOO_COMPLEX")
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Refused(400, f"The body is no JSON: {error}.") from error
    if not isinstance(given, dict):
        raise Refused(400, "The body must be one JSON object with a query; batches are not taken.")
    return _asked(explorer, given)


def read_query(explorer: Explorer, query: bytes) -> GraphQLRequest:
    """Read the query string of a GET."""
    given: dict[str, Any] = dict(QueryParams(query))
    for name in ("variables", "extensions"):
        if given.get(name):
            try:
                given[name] = orjson.loads(given[name])
            except orjson.JSONDecodeError as error:
                raise Refused(400, f"{name} is no JSON: {error}.") from error
        else:
            given.pop(name, None)
    if not given.get("operationName"):
        given.pop("operationName", None)
    return _asked(explorer, given)


def _asked(explorer: Explorer, given: dict[str, Any]) -> GraphQLRequest:
    for parameter in ("variables", "extensions"):
        if not isinstance(given.get(parameter), dict | None):
            raise Refused(400, f"{parameter} must be a JSON object.")
    query = query_asked(explorer, given)
    if not isinstance(query, str) or not query.strip():
        raise Refused(400, "query must be a string with a GraphQL document.")
    name = given.get("operationName")
    if name is not None and not isinstance(name, str):
        raise Refused(400, "operationName must be a string.")
    if len(query.encode()) > MAX_QUERY_BYTES:
        raise Refused(413, f"The query is longer than {MAX_QUERY_BYTES} bytes.", code="QUERY_TOO_COMPLEX")
    variables = given.get("variables") or {}
    if _has_more_values(variables, MAX_VALUES):
        raise Refused(413, f"The variables hold more than {MAX_VALUES} values.", code="QUERY_TOO_COMPLEX")
    return GraphQLRequest(query, name or None, variables)


def _has_more_values(given: dict[str, Any], most: int) -> bool:
    """Tell whether lists and objects, however they are nested, hold more values than may be."""
    todo: list[Any] = [given]
    count = 0
    while todo:
        each = todo.pop()
        if isinstance(each, dict | list):
            count += len(each)
            if count > most:
                return True
            todo.extend(each.values() if isinstance(each, dict) else each)
    return False
