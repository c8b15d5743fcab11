"""Over places made by a rule, every answer that speaks of a seat says the same of it, on both engines.

The list of a body's seats, each with its state, is what the others are held against: who is represented where, what is
missing, how a body is made up, what a picture shows, which way a voice takes, how much rests on how few, what two
places have, and questions with blanks. Whatever a body that is not there carries is in none of them.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Database
from tests.engines import emptied
from tests.loop import Loop
from tests.neo4j.server import LTS
from tests.truth.made_places import write

SEEDS = range(8)
DAYS = ("2002-06-01", "2004-06-30", "2005-06-01", "2007-12-31", "2020-01-01")
IN_IT = {"FILLED", "BY_OFFICE", "HOLDER_NOT_RECORDED"}
"""Where somebody speaks, as far as is known."""
BY_STATE = {"VACANT_POST": "VACANT", "SEAT_NOT_TAKEN_UP": "NOT_TAKEN_UP"}
COUNTED = {
    "vacant": "VACANT",
    "notTakenUp": "NOT_TAKEN_UP",
    "termOver": "TERM_OVER",
    "holderNotRecorded": "HOLDER_NOT_RECORDED",
}
Json = dict[str, Any]

pytestmark = pytest.mark.parametrize("engine_settings", ["arcadedb", f"neo4j-{LTS}"], indirect=True, scope="session")


@pytest.fixture(scope="module")
def places() -> list[str]:
    """Return the ids of the places."""
    return [f"made-{seed}" for seed in SEEDS]


@pytest.fixture(scope="module")
def made(
    open_engine: Database,
    engine_settings: Settings,
    places: list[str],
    run: Loop,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[TestClient]:
    """Return the application over all of the places."""
    folder = tmp_path_factory.mktemp("made")
    assert write(folder, SEEDS) == places
    run(load_files(open_engine, [folder]))
    with TestClient(create_app(engine_settings.model_copy(update={"seeds_dir": folder}))) as client:
        yield client
    run(emptied(open_engine))


def asked(client: TestClient, query: str) -> Json:
    """Ask the API; an error fails the test."""
    answer: Json = client.post("/graphql", json={"query": query}).json()
    assert "errors" not in answer, answer["errors"]
    data: Json = answer["data"]
    return data


class Moment:
    """What a place's bodies and seats are said to be at a moment, one by one."""

    def __init__(self, client: TestClient, place: str, on: str, proposed: bool) -> None:
        self.client, self.place = client, place
        self.when = f'on: "{on}", includeProposed: {str(proposed).lower()}'
        found = asked(
            client,
            f'{{ organizations(area: "{place}", first: 100) {{ edges {{ node {{ id name status classification'
            f' ended(on: "{on}") posts({self.when}) {{ id number state(on: "{on}")'
            f' onBehalfOf(on: "{on}") {{ id }} }} }} }} }} }}',
        )
        self.bodies: list[Json] = [edge["node"] for edge in found["organizations"]["edges"]]
        self.seats: dict[str, Json] = {
            post["id"]: post | {"body": body["id"]} for body in self.bodies for post in body["posts"]
        }

    def ask(self, query: str) -> Json:
        """Ask something at this moment: `WHEN` stands for its arguments."""
        return asked(self.client, query.replace("WHEN", self.when))


@pytest.fixture(scope="module")
def known(made: TestClient) -> dict[tuple[str, bool], list[Moment]]:
    """Return the moments that were asked for already, of one engine."""
    return {}


@pytest.fixture(params=[(day, proposed) for day in DAYS for proposed in (False, True)], ids=str)
def moments(
    request: pytest.FixtureRequest,
    made: TestClient,
    places: list[str],
    known: dict[tuple[str, bool], list[Moment]],
) -> list[Moment]:
    """Return every place on a day, with or without proposals."""
    if request.param not in known:
        known[request.param] = [Moment(made, place, *request.param) for place in places]
    return known[request.param]


def test_a_body_that_has_ended_or_is_only_proposed_has_no_seats_lines_or_gaps(moments: list[Moment]) -> None:
    for it in moments:
        gone = {body["id"] for body in it.bodies if body["ended"]}
        gone |= {body["id"] for body in it.bodies if body["status"] == "PROPOSED" and "true" not in it.when}
        assert {seat["body"] for seat in it.seats.values()} & gone == set()
        assert {group["id"] for seat in it.seats.values() for group in seat["onBehalfOf"]} & gone == set()
        found = it.ask(
            f'{{ structure(area: "{it.place}", WHEN) {{ nodes {{ id }} posts {{ id }}'
            f" lines {{ from {{ id }} to {{ id }} }} }} }}"
        )["structure"]
        assert {end["id"] for line in found["lines"] for end in (line["from"], line["to"])} & gone == set()
        assert {post["id"] for post in found["posts"]} == set(it.seats)


def test_representation_names_the_seats_of_a_group_each_with_its_state(moments: list[Moment]) -> None:
    for it in moments:
        found = it.ask(
            "{"
            + " ".join(
                f'b{n}: representation(of: "{body["id"]}", WHEN) {{ seats {{ directness board {{ id }}'
                " post { id state } } }"
                for n, body in enumerate(it.bodies)
            )
            + "}"
        )
        for n, body in enumerate(it.bodies):
            seats = found[f"b{n}"]["seats"]
            assert {s["post"]["id"] for s in seats} <= set(it.seats), (it.place, body["id"])
            for seat in seats:
                known = it.seats[seat["post"]["id"]]
                assert (seat["board"]["id"], seat["post"]["state"]) == (known["body"], known["state"]), it.place
            direct = {s["post"]["id"] for s in seats if s["directness"] == "DIRECT"}
            own = {
                id_
                for id_, seat in it.seats.items()
                if body["id"] in {group["id"] for group in seat["onBehalfOf"]} and seat["body"] != body["id"]
            }
            assert own <= direct, (it.place, it.when, body["id"])


def test_gaps_and_questions_find_the_seats_of_each_state(moments: list[Moment]) -> None:
    for it in moments:
        found = it.ask(
            f'{{ gaps(area: "{it.place}", kinds: [VACANT_POST, SEAT_NOT_TAKEN_UP, HOLDER_NOT_RECORDED], WHEN)'
            " { edges { node { kind subject { id } body { id } } } } }"
        )["gaps"]["edges"]
        for kind, state in BY_STATE.items():
            subjects = [gap["node"]["subject"]["id"] for gap in found if gap["node"]["kind"] == kind]
            assert sorted(subjects) == sorted(i for i, s in it.seats.items() if s["state"] == state), (
                it.place,
                it.when,
            )
        silent = {gap["node"]["subject"]["id"] for gap in found if gap["node"]["kind"] == "HOLDER_NOT_RECORDED"}
        assert silent <= {id_ for id_, seat in it.seats.items() if seat["state"] == "HOLDER_NOT_RECORDED"}


def test_a_balance_counts_the_seats_of_each_state(moments: list[Moment]) -> None:
    for it in moments:
        counts = "seats filled vacant notTakenUp termOver holderNotRecorded"
        found = it.ask(
            "{"
            + " ".join(
                f'b{n}: balance(of: "{body["id"]}", WHEN) {{ whole {{ {counts} }} placed {{ post {{ id }} }} }}'
                for n, body in enumerate(it.bodies)
            )
            + "}"
        )
        for n, body in enumerate(it.bodies):
            seats = [seat for seat in it.seats.values() if seat["body"] == body["id"]]
            whole = found[f"b{n}"]["whole"]
            by_state = Counter[str]()
            for seat in seats:
                by_state[seat["state"]] += seat["number"]
            assert whole["seats"] == sum(by_state.values()), (it.place, body["id"])
            assert whole["filled"] + sum(whole[name] for name in COUNTED) == whole["seats"], (it.place, body["id"])
            if all(seat["number"] == 1 for seat in seats):  # of several alike, some may be filled and others empty
                expected = {name: by_state[state] for name, state in COUNTED.items()}
                assert {name: whole[name] for name in COUNTED} == expected, (it.place, it.when, body["id"])
            assert {placed["post"]["id"] for placed in found[f"b{n}"]["placed"]} == {seat["id"] for seat in seats}


def test_a_voice_passes_only_where_somebody_sits(moments: list[Moment]) -> None:
    for it in moments:
        pairs = [(one["id"], other["id"]) for one in it.bodies[4:7] for other in it.bodies[:3]]
        found = it.ask(
            "{"
            + " ".join(
                f'r{n}: routes(from: "{start}", to: "{end}", WHEN) {{ routes {{ steps {{ organization {{ id }}'
                f" post {{ id }} }} }} }}"
                for n, (start, end) in enumerate(pairs)
            )
            + "}"
        )
        ended = {body["id"] for body in it.bodies if body["ended"]}
        for answer in found.values():
            for step in (step for route in answer["routes"] for step in route["steps"]):
                assert step["organization"]["id"] not in ended
                if step["post"]:
                    assert it.seats[step["post"]["id"]]["state"] in IN_IT, (it.place, it.when)


def test_nobody_carries_a_seat_that_is_not_there_or_that_nobody_sits_in(moments: list[Moment]) -> None:
    for it in moments:
        found = it.ask(f'{{ fragility(area: "{it.place}", WHEN) {{ carriers {{ seats {{ post {{ id }} }} }} }} }}')
        for carrier in found["fragility"]["carriers"]:
            for seat in carrier["seats"]:
                assert it.seats[seat["post"]["id"]]["state"] in IN_IT, (it.place, it.when)


def test_two_places_are_compared_by_what_is_there(moments: list[Moment]) -> None:
    for left, right in pairwise(moments):
        if "true" in left.when:
            continue  # a comparison is without proposals
        on = left.when.split(",")[0]
        found = asked(
            left.client,
            f'{{ compare(left: "{left.place}", right: "{right.place}", {on})'
            " { numbers { name left right } structures { left { id } right { id } } } }",
        )["compare"]
        for side, it in (("left", left), ("right", right)):
            listed = {body["id"] for sort in found["structures"] for body in sort[side]}
            ended = {body["id"] for body in it.bodies if body["ended"]}
            assert listed & ended == set()
            numbers = {row["name"]: row[side] for row in found["numbers"]}
            assert numbers["Seats"] == sum(seat["number"] for seat in it.seats.values()), (it.place, numbers)


def test_places_that_are_made_hold_every_state_and_every_end(made: TestClient, places: list[str]) -> None:
    """What the tests above are worth: each state occurs, and bodies with seats end."""
    met = [Moment(made, place, day, True) for place in places for day in DAYS]
    states = {seat["state"] for it in met for seat in it.seats.values()}
    assert states == {"FILLED", "BY_OFFICE", "HOLDER_NOT_RECORDED", "VACANT", "NOT_TAKEN_UP", "TERM_OVER"}
    assert any(body["ended"] for it in met for body in it.bodies)
    ways = [
        asked(
            made,
            f'{{ routes(from: "{place}/body-{n}", to: "{place}/body-1", {met[0].when}) {{ routes {{ length }} }} }}',
        )
        for place in places
        for n in (4, 5, 6)
    ]
    assert any(way["routes"]["routes"] for way in ways)
