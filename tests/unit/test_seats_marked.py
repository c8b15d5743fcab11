"""As many seats are marked on a body, and said of it, as are recorded: over all places, and others made by a rule."""

import random
import re
from dataclasses import replace

import pytest

from app.diagram.fitting import ROSTER
from app.diagram.geometry import Geometry, PlacedBox
from app.diagram.rosters import MORE
from app.diagram.sentences import described, sentences_of
from app.diagram.told import SeatTold
from app.domain.records import Post
from app.domain.vocabulary import PostState
from tests.seeds import SEEDS
from tests.unit.diagram_cases import Structure, body
from tests.unit.map_cases import made, place
from tests.unit.test_rosters import laid_out, with_seats

PLACES = tuple(
    sorted(path.stem for path in SEEDS.glob("*.yaml") if path.stem not in {"areas", "sources"})
    + sorted(f"examples/{path.stem}" for path in (SEEDS / "examples").glob("*.yaml") if path.stem != "areas")
)
_SEATS = re.compile(r"(\d+|one) seats? on it for others")


def peopled(seed: int) -> tuple[Structure, dict[str, SeatTold]]:
    """Make a place with seats that bodies share, for people at large, for nobody, and by offices."""
    nodes, lines, posts, behalf = made(seed)
    rng = random.Random(seed)
    people = [body(f"people{number}", "constituency") for number in range(3)]
    ids, told = [node.id for node in nodes], {}
    for post in posts:
        kind = rng.choice(["as made", "as made", "shared", "people", "nobody", "office", "people by office"])
        if kind == "shared":
            behalf[post.id] = rng.sample(ids, 2)
        if kind.startswith("people"):
            behalf[post.id] = [rng.choice(people).id]
        if kind in {"nobody", "office"}:
            behalf[post.id] = []
        if kind.endswith("office"):
            told[post.id] = SeatTold(PostState.BY_OFFICE, "by office", "", "chair of the Forum", rng.choice(ids))
    return ([*nodes, *people], lines, posts, behalf), told


def counted_by_hand(structure: Structure, told: dict[str, SeatTold]) -> dict[str, list[Post]]:
    """Return the seats on each body that a picture has a word or a mark for while the body is closed."""
    nodes, _, posts, behalf = structure
    known = {node.id for node in nodes}
    on: dict[str, list[Post]] = {}
    for post in posts:
        office = told.get(post.id)
        if post.organization_id in known and (behalf.get(post.id) or (office and office.office)):
            on.setdefault(post.organization_id, []).append(post)
    return on


@pytest.mark.parametrize("shut", [False, True], ids=["as it opens", "closed"])
@pytest.mark.parametrize("name", [*PLACES, 2, 3, 5, 11, 19, 27, 43])
def test_each_seat_is_marked_once_and_heads_say_how_many(name: str | int, shut: bool) -> None:
    structure, told = (place(name.rpartition("/")[2]), {}) if isinstance(name, str) else peopled(name)
    picture = with_seats(structure, **told)
    every = frozenset(f"{ROSTER}{box.id}" for box in picture.boxes)
    geometry = laid_out(picture, "all", closed=every if shut else frozenset())
    assert (not any(placed.rows for placed in geometry.boxes)) or not shut
    said = sentences_of(picture)
    closed = counted_by_hand(structure, told)
    on: dict[str, list[Post]] = {}
    for post in structure[2]:
        on.setdefault(post.organization_id, []).append(post)
    for placed in geometry.boxes:
        wanted = closed.get(placed.box.id, [])
        number = _SEATS.search(said[placed.box.id])
        assert (number[1] if number else "none").replace("one", "1") == (
            str(sum(post.number for post in wanted)) if wanted else "n1"
        ), placed.box.id
        every_mark(placed, geometry, on.get(placed.box.id, []) if placed.box.is_open else wanted)
    drawn = {seat for edge in picture.edges for seat in edge.held}
    spoken = re.search(r"(\d+|one|no) seats?", described(picture, None))
    assert spoken
    assert spoken[1].replace("one", "1").replace("no", "0") == str(sum(seat.number for seat in drawn))


def every_mark(placed: PlacedBox, geometry: Geometry, wanted: list[Post]) -> None:
    """Check that the marks on a body are those of the seats wanted, and as many."""
    rows = [row.row for row in (*placed.rows, *placed.notes)]
    in_rows = {post for row in rows for post in row.ids}
    total = sum(row.chip.number for row in rows if row.chip)
    more = next((row for row in rows if row.id == MORE), None)
    if more:  # said in words: the rest stands in the table
        total += sum(post.number for post in wanted if post.id in more.ids)
    lines = [r.edge for r in geometry.routes if r.edge.to_id == placed.box.id and r.edge.held]
    for edge in lines:
        chips = sum(chip.chip.number for chip in geometry.chips if chip.owner == edge.id)
        assert chips == (0 if placed.box.is_open else sum(seat.number for seat in edge.held)), edge.id
    hanging = sum(chip.chip.number for chip in geometry.chips if chip.owner == placed.box.id)
    at_ends = {seat for edge in lines for seat in edge.held if seat.post_id not in in_rows}
    total += sum(seat.number for seat in at_ends) + hanging
    assert total == sum(post.number for post in wanted), placed.box.id


def test_a_seat_that_two_bodies_share_is_one_seat_in_every_count() -> None:
    nodes, _, posts, _ = made(3)
    posts = [replace(posts[0], organization_id=nodes[0].id, number=2)]
    picture = with_seats((nodes, [], posts, {posts[0].id: [nodes[1].id, nodes[2].id]}))
    assert len(picture.edges) == 2
    assert described(picture, None).startswith("3 bodies, no lines and 2 seats") or "2 seats" in described(
        picture, None
    )
    assert "2 seats on it for others" in sentences_of(picture)[nodes[0].id]
