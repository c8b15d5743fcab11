"""Neo4j plans a statement once, whatever it is given, and answers as it would without the map."""

import re
from typing import Any

import neo4j
import pytest

from app.settings import Settings
from app.store.planned_once import in_one_map
from tests.neo4j.server import CURRENT, LTS

TEXT = "UNWIND $ids AS id WITH id WHERE id STARTS WITH $within OR id = $id RETURN collect([id, $said.id, size($ids)])"
GIVEN: tuple[dict[str, Any], ...] = (
    {"ids": ["a", "b"], "within": "a", "id": None, "said": {"id": 1}},
    {"ids": ["a", 1], "within": "b" * 200, "id": 1, "said": {"id": "1"}},
    {"ids": [], "within": "", "id": "a", "said": {}},
)
ANSWERS: tuple[list[Any], ...] = ([["a", 1, 2]], [[1, "1", 2]], [])


def test_parameters_keep_their_names_within_the_map() -> None:
    text, given = in_one_map(TEXT, GIVEN[0])
    assert text.startswith("UNWIND $given.ids AS id")
    assert "[id, $given.said.id, size($given.ids)]" in text
    assert given == {"given": GIVEN[0]}
    assert in_one_map("RETURN 1", {}) == ("RETURN 1", {})


@pytest.mark.parametrize("engine_settings", [f"neo4j-{LTS}", f"neo4j-{CURRENT}"], indirect=True, scope="session")
def test_a_statement_is_planned_once_whatever_it_is_given(bare_engine: Settings) -> None:
    password = bare_engine.neo4j_password.get_secret_value()
    with neo4j.GraphDatabase.driver(bare_engine.neo4j_uri, auth=(bare_engine.neo4j_user, password)) as driver:

        def answer(text: str, given: dict[str, Any]) -> Any:
            return driver.execute_query(neo4j.Query(text), given, database_="neo4j").records[0][0]

        def plans_kept() -> int:
            """Have the server forget its plans, and say how many it had."""
            return int(re.findall(r"\d+", answer("CALL db.clearQueryCaches()", {}))[0])

        plans_kept()
        assert [answer(*in_one_map(TEXT, given)) for given in GIVEN] == list(ANSWERS)
        as_sent = plans_kept()
        assert [answer(TEXT, given) for given in GIVEN] == list(ANSWERS)
        by_themselves = plans_kept()
    assert as_sent < by_themselves
    assert as_sent <= 2, "one of the statement, and one of asking for this number"
