"""What a reader is told when something goes wrong: a clear sentence and a code from the tree in `app.errors`.

GRAPHQL_PARSE_FAILED       the query is no GraphQL
GRAPHQL_VALIDATION_FAILED  it does not fit the schema
BAD_USER_INPUT             a variable or argument has a value that cannot be
NOT_FOUND                  an id that nobody has; `nearest` names the nearest known ones
AMBIGUOUS                  a name that several have; `candidates` names them, `number` says how many there are
UNAUTHENTICATED            it needs a token, and none came, or one that lets nobody in
FORBIDDEN                  the token may not do this
QUERY_TOO_COMPLEX          it asks for more than one request may
PERSISTED_QUERY_NOT_FOUND  no document of this hash is known
PERSISTED_QUERY_NOT_SUPPORTED  it is named in a way that is not known
DATABASE_UNAVAILABLE, DATABASE_TIMEOUT  try again in a moment
INTERNAL                   our fault: the log has it under the id in the message
"""

import secrets
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.types.execution import ExecutionResult, PreExecutionError

from app.errors import (
    Ambiguous,
    BadInput,
    DatabaseTooSlow,
    DatabaseUnavailable,
    PartnershipsError,
    TooComplex,
    UnknownId,
)

log = structlog.get_logger()

AWAY = (DatabaseUnavailable, DatabaseTooSlow)
PASSING = frozenset({DatabaseUnavailable.code, DatabaseTooSlow.code, PartnershipsError.code})
"""Codes of what may be well when it is asked again: such an answer is not kept."""

Described = dict[str, Any]


def refused_before_execution(result: ExecutionResult) -> bool:
    """Tell whether nothing was executed: the query, its variables or its size were refused."""
    if isinstance(result, PreExecutionError):
        return True
    return result.data is None and all(error.path is None for error in result.errors or ())


def database_away(result: ExecutionResult) -> PartnershipsError | None:
    """Return the error that says that the database does not answer, if there is one."""
    for error in result.errors or ():
        if isinstance(error.original_error, AWAY):
            return error.original_error
    return None


def describe(result: ExecutionResult) -> list[Described]:
    """Say a result's errors as the response has them; the unexpected are logged and masked."""
    validating = isinstance(result, PreExecutionError)
    return [_described(error, validating) for error in result.errors or ()]


def _described(error: GraphQLError, validating: bool) -> Described:
    message, extensions = _known(error, validating) or _unexpected(error)
    place: Described = {}
    if error.locations:
        place["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        place["path"] = error.path
    return {"message": message, **place, "extensions": extensions}


def say(error: PartnershipsError) -> Described:
    """Say one of our own errors."""
    return {"message": error.message, "extensions": _extensions(error)}


def _known(error: GraphQLError, validating: bool) -> tuple[str, Described] | None:
    original = error.original_error
    if isinstance(original, PartnershipsError):
        return original.message, _extensions(original)
    if isinstance(original, RecursionError):
        return "The query is nested too deeply.", {"code": TooComplex.code}
    if error.extensions and "code" in error.extensions:
        return error.message, error.extensions
    if isinstance(error, GraphQLSyntaxError):
        too_long = "Parsing aborted" in error.message
        return error.message, {"code": TooComplex.code if too_long else "GRAPHQL_PARSE_FAILED"}
    if validating and error.message == "Maximum introspection depth exceeded":
        return error.message, {"code": TooComplex.code}
    if original is None or (error.path is None and error.nodes):
        # Refused before execution, or a wrong argument; what a scalar says of a value is the original error.
        return error.message, {"code": "GRAPHQL_VALIDATION_FAILED" if validating else BadInput.code}
    return None


def _extensions(error: PartnershipsError) -> Described:
    extensions: Described = {"code": error.code}
    if isinstance(error, UnknownId):
        extensions["nearest"] = [{"id": id_, "name": name} for id_, name in error.nearest]
    if isinstance(error, Ambiguous):
        extensions |= error.said
    return extensions


def _unexpected(error: GraphQLError) -> tuple[str, Described]:
    id_ = secrets.token_hex(6)
    log.error("unexpected error in a GraphQL query", error_id=id_, exc_info=error.original_error or error)
    return (
        f"Something went wrong; the log has it under {id_}.",
        {"code": PartnershipsError.code},
    )
