"""Which tests begin a run: what took long, and what is known to be long where nothing is kept of it."""

from types import SimpleNamespace
from typing import Any

from tests.workers import arrange

ENGINE, AUDITS = "tests/store/test_moments.py::test_it[neo4j-5.26.16]", "tests/browser/test_audits.py::test_it"
DOCS, PAGES = "tests/unit/test_docs.py::test_it", "tests/api/test_http.py::test_it"


def begun(costs: dict[str, float]) -> list[str]:
    items: list[Any] = [SimpleNamespace(nodeid=nodeid) for nodeid in (DOCS, PAGES, AUDITS, ENGINE)]
    arrange(items, costs)
    return [item.nodeid for item in items]


def test_what_is_long_begins_where_nothing_is_known_of_it() -> None:
    for costs in ({}, {DOCS: 9.0}):
        assert begun(costs)[:2] == [ENGINE, AUDITS]
    assert begun({DOCS: 9.0})[2:] == [DOCS, PAGES]


def test_what_took_longest_begins_where_all_is_known() -> None:
    assert begun({DOCS: 9.0, PAGES: 30.0, AUDITS: 20.0, ENGINE: 10.0}) == [PAGES, AUDITS, ENGINE, DOCS]
