"""A batch of queries of the Reconciliation Service API 0.2, as JSON: each name under a key of its own."""

from collections.abc import Mapping
from typing import Any

import orjson

from app.errors import BadInput
from app.reading.reconciling import AREA, MOST_CANDIDATES, TYPES, Wanted
from app.reading.search import LONGEST

MOST_QUERIES = 50
"""Names in one batch: OpenRefine sends ten."""
_EXPECTED = "expected an object that has a query under each key, and in it the name as its `query`"


def read_queries(text: str | bytes) -> dict[str, Wanted]:
    """Read a batch; BadInput says what is wrong, and in which of its queries."""
    try:
        said = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"queries is no JSON ({error}): {_EXPECTED}.") from None
    if not isinstance(said, dict):
        raise BadInput(f"queries is no object: {_EXPECTED}.")
    if len(said) > MOST_QUERIES:
        raise BadInput(f"queries has {len(said)} names: expected at most {MOST_QUERIES} at once.")
    return {key: _wanted(key, each) for key, each in said.items()}


def _wanted(key: str, said: Any) -> Wanted:
    if not isinstance(said, dict) or not isinstance(query := said.get("query", ""), str):
        raise _wrong(key, "query", said, 'a name, as {"query": "Council on Ageing"}')
    return Wanted(
        query[:LONGEST],
        _types(key, said.get("type")),
        said.get("type_strict") == "all",
        tuple(_areas(key, said.get("properties"))),
        _limit(key, said),
    )


def _types(key: str, said: Any) -> tuple[str, ...]:
    given = said if isinstance(said, list) else [said] if said else []
    found: list[str] = []
    for each in given:
        word = each.get("id") if isinstance(each, Mapping) else each
        if not isinstance(word, str) or word not in TYPES:
            raise _wrong(key, "type", word, f"one of {', '.join(TYPES)}")
        found.append(word)
    return tuple(found)


def _limit(key: str, said: Mapping[str, Any]) -> int:
    limit = said.get("limit", MOST_CANDIDATES)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not limit >= 1:
        raise _wrong(key, "limit", limit, "a number of candidates, 1 or more")
    return int(min(limit, MOST_CANDIDATES))


def _areas(key: str, said: Any) -> list[str]:
    """Return the places that are named; further properties are nothing that is known here, and count for nothing."""
    if not isinstance(said or [], list) or not all(isinstance(each, dict) for each in said or []):
        raise _wrong(key, "properties", said, 'a list as [{"pid": "area", "v": "Bromley"}]')
    values = [value for each in said or [] if each.get("pid") == AREA for value in _several(each.get("v"))]
    places = [value.get("id") if isinstance(value, Mapping) else value for value in values]
    return [each.strip() for each in places if isinstance(each, str) and each.strip()]


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _wrong(key: str, field: str, found: Any, expected: str) -> BadInput:
    said = str(found)[:60]
    return BadInput(f"In the query '{key[:40]}', {field} is '{said}': expected {expected}.")
