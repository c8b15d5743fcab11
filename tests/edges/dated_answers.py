"""Facts with a period in the database, each in a corner of its own, and every answer that must notice it.

A corner is a group, a board, what joins them, and one fact among that which has the period; the others hold always.
`CORNERS` names for each dated fact how its corner is made and which answers say whether it is there.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from app.domain.as_at import AsAt
from app.domain.records import Period
from app.domain.vocabulary import Direction, LineType
from app.questions.representation.ask import find_representation
from app.questions.representation.telling import tell_posts
from app.questions.routes.ask import find_routes
from app.reading.explorer import Explorer
from app.reading.structure import find_structure
from tests.edges.graph import BEYOND, PLACE, Graph

Make = Callable[[Graph, "Corner", Period, bool], None]
Answer = Callable[[Explorer, "Corner", AsAt], Awaitable[bool]]


@dataclass(frozen=True)
class Corner:
    """The names in one corner."""

    name: str

    def __getattr__(self, part: str) -> str:
        return f"{PLACE}/{part}-{self.name}"


def _bodies(graph: Graph, at: Corner) -> None:
    graph.body(f"group-{at.name}", area=BEYOND)
    graph.body(f"hub-{at.name}", "network", area=BEYOND)
    graph.body(f"board-{at.name}", "partnership_board")
    graph.person(f"ann-{at.name}")


def seat(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """A seat for the group on the board, held by Ann."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board, when=when, proposed=proposed)
    graph.behalf(at.seat, at.group)
    graph.hold(at.seat, at.ann)


def behalf(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That the seat is for the group."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board)
    graph.behalf(at.seat, at.group, when, proposed=proposed)


def held_by_the_group(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That the group holds the seat."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board)
    graph.hold(at.seat, at.group, when, proposed=proposed, label="Organization")


def held_by_ann(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That Ann holds the seat."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board)
    graph.hold(at.seat, at.ann, when, proposed=proposed)


def filled(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That whoever holds the group's own office, which is Ann, holds the seat."""
    _bodies(graph, at)
    graph.seat(f"office-{at.name}", at.group)
    graph.seat(f"seat-{at.name}", at.board)
    graph.fill(at.seat, at.office, when, proposed=proposed)
    graph.hold(at.office, at.ann)


def appointed(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That the group chooses who sits there."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board)
    graph.appoint(at.seat, at.group, when, proposed=proposed)


def employed(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That Ann, who sits there for the hub, works for the group."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board)
    graph.behalf(at.seat, at.hub)
    graph.hold(at.seat, at.ann)
    graph.work(at.ann, at.group, when)


def sits_on_both(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That Ann, who sits on the board, sits in the group too."""
    _bodies(graph, at)
    graph.seat(f"seat-{at.name}", at.board)
    graph.seat(f"office-{at.name}", at.group)
    graph.hold(at.seat, at.ann)
    graph.hold(at.office, at.ann, when, proposed=proposed)


def missing(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That a source calls the group missing."""
    _bodies(graph, at)
    graph.miss(f"absence-{at.name}", at.group, when)


def line(type_: str) -> Make:
    """A line from the group to the hub, which has a seat on the board."""

    def make(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
        _bodies(graph, at)
        graph.seat(f"seat-{at.name}", at.board)
        graph.behalf(at.seat, at.hub)
        graph.line(at.group, type_, at.hub, when, proposed=proposed)
        graph.line(at.group, "LINKED_TO", at.board)

    return make


def speaking(graph: Graph, at: Corner, when: Period, proposed: bool) -> None:
    """That the group, which has a seat on the board, speaks for people at large."""
    _bodies(graph, at)
    graph.body(f"people-{at.name}", "constituency", area=BEYOND)
    graph.seat(f"seat-{at.name}", at.board)
    graph.behalf(at.seat, at.group)
    graph.line(at.group, "SPEAKS_FOR", at.people, when, proposed=proposed)


async def on_board(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = await explorer.reader.posts_on([at.board], as_at)
    return [post.id for post in found.get(at.board, ())] == [at.seat]


async def elsewhere(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return [post.id for post in (await explorer.reader.posts_elsewhere([at.group], as_at)).get(at.group, ())] == [
        at.seat
    ]


async def for_whom(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return (await explorer.reader.on_behalf_of([at.seat], as_at)).get(at.seat, []) == [at.group]


async def by_whom(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return (await explorer.reader.appointed_by([at.seat], as_at)).get(at.seat, []) == [at.group]


async def in_it(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    posts = await explorer.reader.posts([at.seat])
    told = await tell_posts(explorer, posts.values(), as_at)
    return [tenure.holder_id for tenure in told[at.seat].tenures] in ([at.ann], [at.group])


async def offices(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = (await explorer.reader.filling_posts([at.seat], as_at)).get(at.seat, [])
    return [office.post_id for office in found] == [at.office]


async def of_ann(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = (await explorer.reader.held_posts([at.ann], as_at)).get(at.ann, [])
    return at.seat in {held.post.id for held in found}


async def who_of_ann(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return at.seat in {seat.post_id for seat in (await find_representation(explorer.database, at.ann, as_at)).seats}


async def staff(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return bool((await explorer.reader.people_of([at.group], as_at.on)).get(at.group))


async def employer(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return bool((await explorer.reader.affiliations([at.ann], as_at.on)).get(at.ann))


async def given_with(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    (tenure,) = (await explorer.reader.tenures([at.seat], as_at))[at.seat]
    return bool(tenure.affiliations)


async def who(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = await find_representation(explorer.database, at.group, as_at)
    return [seat.post_id for seat in found.seats] == [at.seat]


async def who_of_people(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = await find_representation(explorer.database, at.people, as_at)
    return [(seat.post_id, seat.via) for seat in found.seats] == [(at.seat, (at.group,))]


async def involved(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = await find_representation(explorer.database, at.group, as_at)
    return [seat.post_id for seat in found.involved] == [at.seat]


async def said_missing(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return bool((await find_representation(explorer.database, at.group, as_at)).absence_ids)


async def listed_missing(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return bool(await explorer.reader.absences_of([at.group], as_at.on))


async def route(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    found = (await find_routes(explorer, at.group, at.board, as_at)).routes
    return bool(found)


async def route_to_hub(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return bool((await find_routes(explorer, at.group, at.hub, as_at)).routes)


async def route_of_people(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return bool((await find_routes(explorer, at.people, at.board, as_at)).routes)


async def leads(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    # Asked from a body that leads nowhere, so that what leads to the board is told.
    return at.group in (await find_routes(explorer, at.board, at.board, as_at)).leading


async def leads_to_hub(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return at.group in (await find_routes(explorer, at.hub, at.hub, as_at)).leading


async def lines(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    up = await explorer.reader.lines([at.group], as_at, direction=Direction.UP)
    down = await explorer.reader.lines([at.hub], as_at, direction=Direction.DOWN)
    both = [
        [line for line in found.get(id_, ()) if line.type is not LineType.LINKED_TO]
        for found, id_ in ((up, at.group), (down, at.hub))
    ]
    assert both[0] == both[1]
    return len(both[0]) == 1


async def above(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return (await explorer.reader.higher_bodies([at.group], as_at)).get(at.group, []) == [at.hub]


def drawn(root: str, direction: Direction, wanted: str) -> Answer:
    """Ask whether a body stands one step from another."""

    async def around(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
        found = await find_structure(explorer, root=getattr(at, root), steps=1, direction=direction, as_at=as_at)
        return getattr(at, wanted) in {node.id for node in found.nodes}

    around.__name__ = f"{direction.value}_from_{root}"
    return around


async def in_the_area(explorer: Explorer, at: Corner, as_at: AsAt) -> bool:
    return at.group in {row[0] for row in await _of_area(explorer, as_at)}


async def _of_area(explorer: Explorer, as_at: AsAt) -> list[list[str]]:
    kinds = [kind.relationship for kind in LineType if kind is not LineType.LINKED_TO]
    found: list[list[str]] = await explorer.database.read(
        "list_bodies_of_area", area=PLACE, types=kinds, **as_at.parameters
    )
    return found


UP, DOWN = Direction.UP, Direction.DOWN
SEATED = (elsewhere, who, route, leads, drawn("group", UP, "board"), drawn("board", DOWN, "group"), in_the_area)
ALONG = (who, lines, route_to_hub, leads_to_hub, drawn("group", UP, "hub"), drawn("hub", DOWN, "group"))
CORNERS: Mapping[str, tuple[Make, tuple[Answer, ...]]] = {
    "a seat": (seat, (on_board, of_ann, who_of_ann, *SEATED)),
    "whom a seat is for": (behalf, (for_whom, *SEATED)),
    "a seat's holder, a body": (held_by_the_group, (in_it, *SEATED)),
    "a seat's holder, a person": (held_by_ann, (in_it, of_ann, who_of_ann)),
    "an office's other seat": (filled, (offices, in_it, of_ann, who_of_ann, who, route)),
    "who appoints": (appointed, (by_whom,)),
    "for whom somebody works": (employed, (staff, employer, given_with, involved)),
    "somebody on both": (sits_on_both, (route,)),
    "an absence": (missing, (said_missing, listed_missing)),
    "a line that feeds": (line("FEEDS_INTO"), (*ALONG, above)),
    "a line of a sub-group": (line("SUB_GROUP_OF"), (*ALONG, above)),
    "a line of a member": (line("MEMBER_OF"), ALONG),
    "a line of reporting": (line("REPORTS_TO"), (*ALONG[1:], above)),
    "whom a group speaks for": (speaking, (who_of_people, route_of_people)),
}
"""For each dated fact how its corner is made, and which answers notice it."""
