"""Reading a GraphQL request from HTTP: a JSON body, or the query string of a GET."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request

from app.api.admitting.limits import MAX_BODY_BYTES, MAX_QUERY_BYTES, MAX_VALUES
from app.api.http.negotiation import is_json


class Refused(Exception):
    """The request cannot be read; the status says in which way."""

    def __init__(
        self, status: int, message: str, *, code: str = "BAD_USER_INPUT", headers: Mapping[str, str] | None = None
    ) -> None:
        """Take the HTTP status and one sentence that says what would be right."""
        super().__init__(message)
        self.status, self.message, self.code, self.headers = status, message, code, headers


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """What a request asks."""

    query: str
    operation_name: str | None
    variables: dict[str, Any]


async def read_post(request: Request) -> GraphQLRequest:
    """Read the JSON body of a POST."""
    if not is_json(request.headers.get("content-type")):
        raise Refused(415, "Send the request as application/json in UTF-8.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            raise Refused(413, f"The request is longer than {MAX_BODY_BYTES} bytes.", code="QUERY_TOO_COMPLEX")
    try:
        given = orjson.loads(bytes(body))
    except orjson.JSONDecodeError as error:
        raise Refused(400, f"The body is no JSON: {error}.") from error
    if not isinstance(given, dict):
        raise Refused(400, "The body must be one JSON object with a query; batches are not taken.")
    return _asked(given)


def read_get(request: Request) -> GraphQLRequest:
    """Read the query string of a GET."""
    given: dict[str, Any] = dict(request.query_params)
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
    return _asked(given)


def _asked(given: dict[str, Any]) -> GraphQLRequest:
    query = given.get("query")
    if not isinstance(query, str) or not query.strip():
        raise Refused(400, "query must be a string with a GraphQL document.")
    name = given.get("operationName")
    if name is not None and not isinstance(name, str):
        raise Refused(400, "operationName must be a string.")
    for parameter in ("variables", "extensions"):
        if not isinstance(given.get(parameter), dict | None):
            raise Refused(400, f"{parameter} must be a JSON object.")
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
