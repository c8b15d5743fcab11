"""Whether a voice passes a seat is read short; seat for seat it is what the full records of it say."""

import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.as_at import AsAt
from app.domain.seat_state import REPRESENTED, state_of
from app.questions.representation.ask import find_representation
from app.record.loading import load_files
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop

SEATS = 400
DAYS = (date(2005, 6, 1), date(2008, 6, 30), date(2010, 6, 1))
Entry = dict[str, Any]


def seat(rng: random.Random, id_: str, on: str, most: int = 6) -> Entry:
    """Make a seat that any of what decides may be recorded of."""
    made: Entry = {"id": id_, "on": on, "role": "member", "cites": "minutes, p"}
    said: Entry = {
        "vacant": rng.choice(("yes", "no")),
        "vacantSince": rng.choice(("2004", "2007-03", "2009")),
        "takenUp": rng.choice(("yes", "no")),
        "termYears": rng.choice((1, 2, 4)),
        "number": rng.choice((1, most)),
    }
    # What one of them decides alone is seen where the others are silent.
    alone = rng.choice([*said, None, None])
    return made | {
        name: value
        for name, value in said.items()
        if name == alone or rng.random() < (0.4 if name == "number" else 0.1)
    }


def holder(rng: random.Random) -> Entry:
    """Make somebody's holding of a seat."""
    said: Entry = {
        "since": rng.choice(("2003", "2005-02", "2008")),
        "until": rng.choice(("2008-06-30", "2009")),
        "termEnds": rng.choice(("2008-06-30", "2011")),
        "capacity": rng.choice(("deputy", "acting")),
    }
    often = {"since": 0.8, "until": 0.3, "termEnds": 0.3, "capacity": 0.2}
    return {"person": "ann"} | {name: value for name, value in said.items() if rng.random() < often[name]}


def place_of_joints(seed: int) -> str:
    """Write a place in which a group speaks on many boards, some of them through an office of another body."""
    rng = random.Random(seed)
    bodies = [
        {"id": "us", "name": "us", "classification": "forum"},
        {"id": "hub", "name": "hub", "classification": "forum"},
    ]
    posts: list[Entry] = []
    for number in range(SEATS):
        bodies.append({"id": f"g{number}", "name": f"g{number}", "classification": "forum"})
        joint = seat(rng, f"joint-{number}", f"g{number}") | {"onBehalfOf": ["us"]}
        filled = joint
        for step in range((0, 1, 2)[number % 3]):
            office = seat(rng, f"office-{number}-{9 - step}", "hub", most=1)
            filled["filledByHolderOf"] = office["id"]
            filled = office
            posts.append(office)
        if rng.random() < 0.7:
            filled["holders"] = [holder(rng)]
        # Where nothing leads on from a body, nothing is lost there.
        onward = {"id": f"onward-{number}", "on": "hub", "role": "member", "onBehalfOf": [f"g{number}"]}
        posts += [joint, onward | {"cites": "minutes, p"}]
    said = [body | {"kind": "collaboration", "cites": "minutes, p"} for body in bodies]
    people = [{"id": "ann", "name": "Ann", "cites": "minutes, p"}]
    return "".join(
        f"{name}: {json.dumps(entries)}\n"
        for name, entries in (("organizations", said), ("people", people), ("posts", posts))
    )


def test_a_voice_passes_a_seat_where_its_full_records_say_that_somebody_may_sit_there(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(place_of_joints(1))]))
    joints = [f"testham/joint-{number}" for number in range(SEATS)]
    reader, states = Reader(database), Counter[str]()
    for day in DAYS:
        as_at = AsAt(day)
        posts = run(reader.posts(joints))
        tenures, chains = run(reader.tenures(joints, as_at)), run(reader.filling_posts(joints, as_at))
        (around,) = run(database.read("find_represented_posts", of="testham/us", maxSteps=1, **as_at.parameters))
        answer = run(find_representation(database, "testham/us", as_at, max_steps=1))
        stopped = {broken.post_id for broken in answer.broken}
        (up,) = run(database.read("list_route_steps", ids=["testham/us"], **as_at.parameters))
        doubted = {step.post_id: step.may_be_empty for step in up.seats}
        assert set(doubted) == set(joints)
        # The walk of who represents us reads none but those either.
        assert {row.id for row in around.joints} == {id_ for id_ in joints if doubted[id_]}
        assert Counter(doubted.values())[False] > 40
        for id_ in joints:
            state = state_of(posts[id_], tenures.get(id_, []), chains.get(id_, []), day)
            states[state] += 1
            assert (id_ in stopped) == (state not in REPRESENTED), (id_, day, state)
            assert doubted[id_] or state in REPRESENTED, (id_, day, state)
    assert min(states.values()) > 10, states
    assert len(states) == 6


def place_of_two_seats_each(seed: int) -> str:
    """Write a place in which many people have a seat on one body and one on another."""
    rng = random.Random(seed)
    bodies = [{"id": "us", "name": "us", "classification": "forum"}]
    people, posts = list[Entry](), list[Entry]()
    for number in range(SEATS):
        bodies.append({"id": f"g{number}", "name": f"g{number}", "classification": "forum"})
        people.append({"id": f"p{number}", "name": f"P {number}", "cites": "minutes, p"})
        for id_, on in ((f"own-{number}", "us"), (f"other-{number}", f"g{number}")):
            made = seat(rng, id_, on) | {"holders": [holder(rng) | {"person": f"p{number}"}]}
            if rng.random() < 0.2:
                made["holders"].append(holder(rng) | {"person": f"p{(number + 1) % SEATS}"})
            posts.append(made)
    said = [body | {"kind": "collaboration", "cites": "minutes, p"} for body in bodies]
    return "".join(
        f"{name}: {json.dumps(entries)}\n"
        for name, entries in (("organizations", said), ("people", people), ("posts", posts))
    )


def test_a_seat_of_somebody_with_two_is_not_doubted_only_where_its_full_records_say_that_they_sit_there(
    database: Database, run: Loop, place: Callable[..., Path]
) -> None:
    run(load_files(database, [place(place_of_two_seats_each(2))]))
    seats = [f"testham/{name}-{number}" for name in ("own", "other") for number in range(SEATS)]
    reader, doubted, states = Reader(database), Counter[bool](), Counter[str]()
    for day in DAYS:
        as_at = AsAt(day)
        posts, tenures = run(reader.posts(seats)), run(reader.tenures(seats, as_at))
        state = {id_: state_of(posts[id_], tenures.get(id_, []), [], day) for id_ in seats}
        (aside,) = run(database.read("list_route_people", ids=["testham/us"], **as_at.parameters))
        for step in aside.people:
            both = {state[step.own_post_id], state[step.post_id]}
            assert step.may_be_empty or both <= REPRESENTED, (step.own_post_id, step.post_id, day, both)
            doubted[step.may_be_empty] += 1
            states.update(both)
    assert min(doubted.values()) > 40, doubted
    assert len(states) >= 4, states
