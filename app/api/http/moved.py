"""Ids that are others by now: what was asked by an old one, and found nothing, is asked by the new one.

Which ids moved is looked at only where an answer lacks something, so that whoever asks by ids that are there waits for
nothing more. What a request says for itself, its document and variables, is all that is changed.
"""

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

from strawberry.types.execution import ExecutionResult

from app.api.http.requests import GraphQLRequest
from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.reading.explorer import Explorer
from app.reading.moved import IS_ID, at_new_ids, moved_ids

_TEXT = re.compile(rf'(?<!")"({IS_ID.pattern})"(?!")')
_DEEPEST = 3
"""Levels of an answer that are looked through: an id that is not there leaves nothing near its root."""


def lacks(result: ExecutionResult) -> bool:
    """Tell whether an answer has an error, or nothing near its root, which an id that moved would leave there."""
    return bool(result.errors) or _lacks(result.data, _DEEPEST)


def _lacks(value: Any, levels: int) -> bool:
    if value is None or value == []:
        return True
    if not levels or not isinstance(value, dict | list):
        return False
    return any(_lacks(each, levels - 1) for each in (value.values() if isinstance(value, dict) else value))


async def asked_at_new_ids(explorer: Explorer, asked: GraphQLRequest) -> GraphQLRequest | None:
    """Return the same request by new ids; None where it names nothing that moved."""
    try:
        moved = await moved_ids(explorer.catalogue)
    except (DatabaseUnavailable, DatabaseTooSlow):  # the answer that is there says so already
        return None
    if not moved:
        return None
    again = dataclasses.replace(
        asked, query=_document(asked.query, moved), variables=at_new_ids(asked.variables, moved)
    )
    return again if again != asked else None


def _document(query: str, moved: Mapping[str, str]) -> str:
    return _TEXT.sub(lambda match: f'"{moved.get(match[1], match[1])}"', query)
