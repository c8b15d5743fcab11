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
from app.domain.counting import counts_as_a_seat
from app.domain.records import Post
from app.domain.vocabulary import Classification, PostState, Role
from tests.seeds import SEEDS
from tests.unit.diagram_cases import Structure, body
from tests.unit.map_cases import made, place
from tests.unit.test_rosters import laid_out, with_seats

PLACES = tuple(
    sorted(path.stem for path in SEEDS.glob("*.yaml") if path.stem not in {"areas", "sources"})
    + sorted(f"examples/{path.stem}" for path in (SEEDS / "examples").glob("*.yaml") if path.stem != "areas")
)
_ON_IT = re.compile(r", (?:(\d+|one) seats?)?(?: and )?(?:(\d+|one) posts?)? on it")


def peopled(seed: int) -> tuple[Structure, dict[str, SeatTold]]:
    """Make a place with seats that bodies share, for people at large, for nobody, and by offices."""
    nodes, lines, posts, behalf = made(seed)
    rng = random.Random(seed)
    people = [body(f"people{number}", "constituency") for number in range(3)]
    ids, told = [node.id for node in nodes], {}
    posts = [replace(post, role=rng.choice([*Role, Role.MEMBER, Role.MEMBER])) for post in posts]
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


def numbers(sorts: dict[str, Classification], posts: list[Post]) -> tuple[int, int]:
    """Count seats, and apart the posts of officers and councillors, by the rule that every count goes by."""
    seats = [post for post in posts if counts_as_a_seat(post, sorts[post.organization_id])]
    return sum(post.number for post in seats), sum(post.number for post in posts if post not in seats)


@pytest.mark.parametrize("shut", [False, True], ids=["as it opens", "closed"])
@pytest.mark.parametrize("name", [*PLACES, 2, 3, 5, 11, 19, 27, 43])
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "folded"])
def test_each_seat_is_marked_once_and_heads_say_how_many(name: str | int, shut: bool, whole: bool) -> None:
    structure, told = (place(name.rpartition("/")[2]), {}) if isinstance(name, str) else peopled(name)
    picture = with_seats(structure, **told)
    every = frozenset(f"{ROSTER}{box.id}" for box in picture.boxes)
    geometry = laid_out(picture, *(["all"] if whole else []), closed=every if shut else frozenset())
    assert (not any(placed.rows for placed in geometry.boxes)) or not shut
    said = sentences_of(picture)
    sorts = {node.id: node.classification for node in structure[0]}
    on: dict[str, list[Post]] = {}
    for post in structure[2]:
        on.setdefault(post.organization_id, []).append(post)
    for placed in geometry.boxes:
        wanted = on.get(placed.box.id, [])
        found = _ON_IT.search(said[placed.box.id])
        number = [int((each or "0").replace("one", "1")) for each in found.groups()] if found else [0, 0]
        assert tuple(number) == numbers(sorts, wanted), placed.box.id
        every_mark(placed, geometry, wanted)
    standing = {placed.box.id for placed in geometry.boxes}
    spoken = re.search(r"(\d+|one|no) seats?", described(picture, None, standing))
    assert spoken
    drawn = [post for post in structure[2] if post.organization_id in standing]
    assert int(spoken[1].replace("one", "1").replace("no", "0")) == numbers(sorts, drawn)[0]


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
    picture = with_seats((nodes[:3], [], posts, {posts[0].id: [nodes[1].id, nodes[2].id]}))
    assert len(picture.edges) == 2
    assert described(picture, None, {nodes[0].id}).startswith("3 bodies, no lines and 2 seats")
    assert "2 seats on it" in sentences_of(picture)[nodes[0].id]
