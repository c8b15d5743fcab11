"""Who represents us where, completed at once: the same bytes as field by field, and one look at the data when kept."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.api.loading.context import Compiling
from app.reading.explorer import Explorer

from .ways import Answered, answered

Ask = Callable[..., Answered]

WHO = """
query ($of: ID!, $on: Date, $steps: Int, $also: Boolean = false) {
  representation(of: $of, on: $on, maxSteps: $steps, includeProposed: $also) {
    __typename on
    seats { ...seat directness via { id name } there: board { url classification } }
    mine: seats { post { heldBy state(on: "2007-06-01") holders { holder { ... on Person { name } } } } }
    involved { ...seat via { id } }
  }
}
fragment seat on RepresentedSeat { __typename board { id name } post { id role heldBy citations { source { title } } } }
"""


@pytest.fixture
def ask(client: TestClient, explorer: Explorer) -> Ask:
    """Return a way to answer a query in one of both ways."""

    def ask(how: Compiling, query: str = WHO, **variables: Any) -> Answered:
        assert client.portal
        found: Answered = client.portal.call(answered, explorer, query, variables, how)
        return found

    return ask


@pytest.fixture
def everybody(client: TestClient, explorer: Explorer) -> list[str]:
    """Return the ids of some bodies and people of every place."""
    assert client.portal
    contents = client.portal.call(explorer.catalogue.contents)
    return sorted(contents.by_id)[::3]


def test_both_ways_say_the_same_of_everybody(ask: Ask, everybody: list[str]) -> None:
    assert len(everybody) > 90
    for of in everybody:
        assert ask(Compiling.ALWAYS, of=of).sent == ask(Compiling.NEVER, of=of).sent, of


@pytest.mark.parametrize(
    "given",
    [
        {"on": "2007-06-01"},
        {"on": "1990-01-01", "also": True},
        {"also": True, "steps": 6},
        {"steps": 0},
        {"steps": None},
        {"steps": 7},
        {"of": "bromley/nobody"},
        {"of": "Council on Ageing"},
        {"of": ""},
    ],
)
def test_both_ways_say_the_same_of_days_routes_and_mistakes(ask: Ask, given: dict[str, Any]) -> None:
    asked = {"of": "bromley/council-on-ageing", **given}
    assert ask(Compiling.ALWAYS, **asked).sent == ask(Compiling.NEVER, **asked).sent


def test_what_is_kept_takes_one_look_at_the_data(ask: Ask) -> None:
    first = ask(Compiling.ALWAYS, of="bromley/bath")
    again = ask(Compiling.ALWAYS, of="bromley/bath")
    assert again.sent == first.sent
    assert again.round_trips == 1


def test_what_is_asked_besides_is_answered_field_by_field(ask: Ask) -> None:
    query = "query ($of: ID!) { representation(of: $of) { answer seats { holders { note } } } }"
    of = "bromley/council-on-ageing"
    assert ask(Compiling.ALWAYS, query, of=of).sent == ask(Compiling.NEVER, query, of=of).sent
