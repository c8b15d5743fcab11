"""What a reader is told when something goes wrong: a clear sentence and a code from the tree in `app.errors`.

GRAPHQL_PARSE_FAILED       the query is no GraphQL
GRAPHQL_VALIDATION_FAILED  it does not fit the schema
BAD_USER_INPUT             a variable or argument has a value that cannot be
NOT_FOUND                  an id that nobody has; `nearest` names the nearest known ones
QUERY_TOO_COMPLEX          it asks for more than one request may
DATABASE_UNAVAILABLE, DATABASE_TIMEOUT  try again in a moment
INTERNAL                   our fault: the log has it under the id in the message
"""

import secrets
from typing import Any

import structlog
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.types.execution import ExecutionResult, PreExecutionError

from app.errors import DatabaseTooSlow, DatabaseUnavailable, PartnershipsError, TooComplex, UnknownId

log = structlog.get_logger()

AWAY = (DatabaseUnavailable, DatabaseTooSlow)

Described = dict[str, Any]


def refused_before_execution(result: ExecutionResult) -> bool:
    """Tell whether nothing was executed: the query, its variables or its size were refused."""
    if isinstance(result, PreExecutionError):
        return True
    return result.data is None and all(error.path is None for error in result.errors or ())


def database_away(result: ExecutionResult) -> PartnershipsError | None:
    """Give the error that says that the database does not answer, if there is one."""
    for error in result.errors or ():
        if isinstance(error.original_error, AWAY):
            return error.original_error
    return None


def describe(error: GraphQLError) -> Described:
    """Say an error as the response has it: message, locations, path and code; the unexpected is logged and masked."""
    known = _known(error)
    if known is None:
        return _place(error) | _unexpected(error.original_error or error)
    message, extensions = known
    return {"message": message, **_place(error), "extensions": extensions}


def say(error: PartnershipsError) -> Described:
    """Say one of our own errors."""
    return {"message": error.message, "extensions": _extensions(error)}


def _known(error: GraphQLError) -> tuple[str, Described] | None:
    original = error.original_error
    if isinstance(original, PartnershipsError):
        return original.message, _extensions(original)
    if isinstance(original, RecursionError):
        return "The query is nested too deeply.", {"code": TooComplex.code}
    if error.extensions and "code" in error.extensions:
        return error.message, error.extensions
    if isinstance(error, GraphQLSyntaxError):
        too_long = "contains more than" in error.message or "Parsing aborted" in error.message
        return error.message, {"code": TooComplex.code if too_long else "GRAPHQL_PARSE_FAILED"}
    if error.path is None and (original is None or error.nodes):
        # Refused before anything was executed; what a scalar or an enum says of a value is the original error.
        return error.message, {"code": "GRAPHQL_VALIDATION_FAILED"}
    if original is None:
        return error.message, {"code": "BAD_USER_INPUT"}
    return None


def _extensions(error: PartnershipsError) -> Described:
    extensions: Described = {"code": error.code}
    if isinstance(error, UnknownId):
        extensions["nearest"] = [{"id": id_, "name": name} for id_, name in error.nearest]
    return extensions


def _place(error: GraphQLError) -> Described:
    place: Described = {}
    if error.locations:
        place["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        place["path"] = error.path
    return place


def _unexpected(error: BaseException) -> Described:
    id_ = secrets.token_hex(6)
    log.error("unexpected error in a GraphQL query", error_id=id_, exc_info=error)
    return {
        "message": f"Something went wrong; the log has it under {id_}.",
        "extensions": {"code": PartnershipsError.code},
    }
