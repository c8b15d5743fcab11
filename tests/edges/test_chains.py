"""Walks of one to six steps, on both engines: each step is taken, and at none is taken what must not be.

What is wrong only at the fourth of several like steps of a query is seen here: every answer is compared whole.
"""

from collections.abc import Iterator

import pytest

from app.domain.as_at import AsAt
from app.domain.vocabulary import Direction, Directness
from app.questions.representation.ask import Answer, find_representation
from app.questions.routes.ask import find_routes
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.reading.structure import find_structure
from app.settings import Settings
from app.store.database import Database
from app.store.reader import Reader
from app.store.writer import write_data_set
from tests.conftest import Loop
from tests.edges.chains import CLOSED, DAY, LENGTH, MOST_STEPS, PROPOSED, TRUNKS, chain_of, short
from tests.edges.conftest import BOTH_ENGINES
from tests.edges.graph import PLACE, Graph
from tests.engines import emptied

pytestmark = BOTH_ENGINES

VOICED = [name for name in TRUNKS if name != "reports"]
"""What makes one's voice another's; to report is no such thing, though it leads upwards."""
STEPS = range(1, MOST_STEPS + 1)
NOW, PLANNED = AsAt(DAY), AsAt(DAY, True)


@pytest.fixture(scope="module")
def explorer(open_engine: Database, engine_settings: Settings, run: Loop) -> Iterator[Explorer]:
    """Return what answers over a chain of each kind of step, and one with everything beside it."""
    graph = Graph()
    for name, step in TRUNKS.items():
        chain_of(graph, name, step, branching=False)
    chain_of(graph, "branching", TRUNKS["feeds"], branching=True)
    graph.body("nowhere", "partnership_board")
    run(write_data_set(open_engine, graph.facts))
    yield Explorer(engine_settings, open_engine, Reader(open_engine), Catalogue(open_engine))
    run(emptied(open_engine))


def seats(answer: Answer) -> dict[str, list[str]]:
    """Return for whom the seats of an answer are, each with the way to it."""
    return {short(seat.post_id): [short(id_) for id_ in seat.via] for seat in answer.seats}


def trunk(steps: int, *, seated: bool = False) -> dict[str, list[str]]:
    """Return the seats along a trunk up to some steps, each with its way; the steps too where they are seats."""
    ways = {number: [f"u{n}" for n in range(1, number + 1)] for number in range(steps + 1)}
    found = {f"u{number}": way for number, way in ways.items()}
    return found | {f"u{number}>u{number + 1}": way for number, way in ways.items() if seated}


@pytest.mark.parametrize("name", VOICED)
def test_a_voice_is_heard_as_many_steps_away_as_are_asked_for(explorer: Explorer, run: Loop, name: str) -> None:
    found = {
        steps: run(find_representation(explorer.database, f"{PLACE}/{name}-u0", NOW, max_steps=steps))
        for steps in range(MOST_STEPS + 1)
    }
    assert {steps: seats(answer) for steps, answer in found.items()} == {
        steps: trunk(steps, seated=name in {"sits", "holds"}) for steps in range(MOST_STEPS + 1)
    }
    kinds = dict.fromkeys(seat.directness for seat in found[1].seats)
    assert list(kinds) == [Directness.DIRECT, Directness.THROUGH]


def test_reporting_makes_nobody_one_s_voice(explorer: Explorer, run: Loop) -> None:
    answer = run(find_representation(explorer.database, f"{PLACE}/reports-u0", NOW, max_steps=MOST_STEPS))
    assert seats(answer) == trunk(0)


def test_no_step_is_taken_along_what_is_over_to_come_or_closed(explorer: Explorer, run: Loop) -> None:
    found = {
        steps: seats(run(find_representation(explorer.database, f"{PLACE}/branching-u0", NOW, max_steps=steps)))
        for steps in range(MOST_STEPS + 1)
    }
    assert found == {steps: trunk(steps) for steps in range(MOST_STEPS + 1)}


def test_every_step_is_taken_along_what_is_proposed_when_that_is_asked_for(explorer: Explorer, run: Loop) -> None:
    answer = run(find_representation(explorer.database, f"{PLACE}/branching-u0", PLANNED, max_steps=MOST_STEPS))
    branches = {f"{kind}-{n}": [*trunk(6)[f"u{n - 1}"], f"{kind}-{n}"] for kind in PROPOSED for n in STEPS}
    steps = {
        f"u{n - 1}>{kind}-{n}": trunk(6)[f"u{n - 1}"]
        for kind in PROPOSED
        for n in range(1, LENGTH + 1)
        if kind != "line-proposed"
    }
    assert seats(answer) == trunk(MOST_STEPS) | branches | steps


@pytest.mark.parametrize("name", TRUNKS)
def test_a_route_has_up_to_six_steps(explorer: Explorer, run: Loop, name: str) -> None:
    found = {}
    for end in range(1, LENGTH + 1):
        routes = run(find_routes(explorer, f"{PLACE}/{name}-u0", f"{PLACE}/{name}-u{end}", NOW)).routes
        found[end] = [[short(link.to_id) for link in route] for route in routes]
    wanted = {end: [[f"u{n}" for n in range(1, end + 1)]] for end in STEPS}
    assert found == wanted | {LENGTH: []}


@pytest.mark.parametrize("as_at", [NOW, PLANNED], ids=["now", "planned"])
def test_a_route_passes_only_what_is_there_and_open(explorer: Explorer, run: Loop, as_at: AsAt) -> None:
    answer = run(find_routes(explorer, f"{PLACE}/branching-u0", f"{PLACE}/nowhere", as_at))
    kinds = ["u", *(f"{kind}-" for kind in CLOSED), *(f"{kind}-" for kind in PROPOSED if as_at.include_proposed)]
    reached = [sorted(short(id_) for id_ in level if id_ != f"{PLACE}/branching-board") for level in answer.reached]
    assert reached == [sorted([*(f"{kind}{n}" for kind in kinds)]) for n in STEPS]
    # Whose committee the last is, nobody need ask any more.
    blocked = {f"{kind}-{n}" for kind in CLOSED for n in STEPS} - {f"committee-{MOST_STEPS}"}
    assert {short(id_) for id_ in answer.blocked} == blocked


ABOVE = ("feeds", "belongs", "reports")


@pytest.mark.parametrize("name", ABOVE)
def test_the_bodies_above_are_those_up_to_six_steps_away(explorer: Explorer, run: Loop, name: str) -> None:
    found = run(explorer.reader.higher_bodies([f"{PLACE}/{name}-u{n}" for n in range(LENGTH + 1)], NOW))
    assert {short(id_): [short(above) for above in bodies] for id_, bodies in found.items()} == {
        f"u{n}": [f"u{above}" for above in range(n + 1, min(n + MOST_STEPS, LENGTH) + 1)] for n in range(LENGTH)
    }


@pytest.mark.parametrize("as_at", [NOW, PLANNED], ids=["now", "planned"])
def test_nothing_over_or_to_come_is_above(explorer: Explorer, run: Loop, as_at: AsAt) -> None:
    (found,) = run(explorer.reader.higher_bodies([f"{PLACE}/branching-u0"], as_at)).values()
    wanted = {f"u{n}" for n in STEPS}
    wanted |= {f"{kind}-{n}" for kind in CLOSED for n in STEPS}
    wanted |= {f"behind-{kind}-{n}" for kind in CLOSED for n in range(1, MOST_STEPS)} | {"hall"}
    wanted |= {f"line-proposed-{n}" for n in STEPS if as_at.include_proposed}
    assert {short(id_) for id_ in found} == wanted


@pytest.mark.parametrize("name", ["feeds", "belongs", "joins", "reports", "sits", "holds"])
@pytest.mark.parametrize("direction", [Direction.UP, Direction.DOWN])
def test_a_picture_goes_as_far_as_its_steps(explorer: Explorer, run: Loop, name: str, direction: Direction) -> None:
    start, way = (0, 1) if direction is Direction.UP else (LENGTH, -1)
    found = {}
    for steps in range(MOST_STEPS + 1):
        root = f"{PLACE}/{name}-u{start}"
        shown = run(find_structure(explorer, root=root, steps=steps, direction=direction, as_at=NOW))
        found[steps] = {short(node.id) for node in shown.nodes} - {"board"}
    assert found == {steps: {f"u{start + way * n}" for n in range(steps + 1)} for steps in range(MOST_STEPS + 1)}
