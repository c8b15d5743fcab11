"""The structure of a place, or around a body: the bodies, the lines between them, the seats on them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.errors import BadInput, UnknownId
from app.reading.explorer import Explorer
from app.reading.resolving import unknown_area
from app.store.reader import ALL_LINES

MOST_STEPS = 6
VOICE_LINES = frozenset({"REPORTS_TO", "FEEDS_INTO", "SUB_GROUP_OF", "MEMBER_OF"})
"""What up and down mean: where a body reports, feeds and sits, and what does so to it."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The content of a diagram. Every line and seat joins bodies that are among the nodes."""

    nodes: list[r.Organization]
    lines: list[r.Line]
    posts: list[r.Post]
    on_behalf_of: dict[str, list[str]]
    """For each seat, the ids of the groups that it joins to the body it is on: spoken for, or holding it."""
    on: date
    absences: Sequence[r.RecordedAbsence] = ()
    """What is said to be missing, where a view shows it."""

    @property
    def areas(self) -> frozenset[str]:
        """The ids of the wards, localities and other areas that its seats are for."""
        return frozenset(post.for_area for post in self.posts if post.for_area)


def together(structures: Sequence[Structure]) -> Structure:
    """Return structures of one day as one: what stands in several of them is in it once."""
    groups: dict[str, list[str]] = {}
    for each in structures:
        for post, of in each.on_behalf_of.items():
            groups[post] = list(dict.fromkeys([*groups.get(post, ()), *of]))
    return Structure(
        list({node.id: node for each in structures for node in each.nodes}.values()),
        list({line.id: line for each in structures for line in each.lines}.values()),
        list({post.id: post for each in structures for post in each.posts}.values()),
        groups,
        structures[0].on,
    )


async def find_structure(
    explorer: Explorer,
    *,
    root: str | None = None,
    area: str | None = None,
    steps: int | None = None,
    direction: words.Direction = words.Direction.BOTH,
    types: Sequence[words.LineType] = ALL_LINES,
    as_at: AsAt,
) -> Structure:
    """Return what stands around `root` (as far as `steps`, 2 unless said), or everything of `area`, or both met.

    Raises BadInput when neither is named or `steps` is not 0 to 6, UnknownId when nothing public has the id.
    """
    if not root and not area:
        raise BadInput("Pass root or area: everything at once would be too large to draw.")
    if steps is not None and not 0 <= steps <= MOST_STEPS:
        raise BadInput(f"steps is {steps}: expected 0 to {MOST_STEPS}.")
    kinds = [kind.relationship for kind in types]
    if area:
        if area not in (await explorer.catalogue.contents()).areas:
            raise await unknown_area(explorer.catalogue, area)
        ids = {
            row.id
            for row in await explorer.database.read("list_bodies_of_area", area=area, types=kinds, **as_at.parameters)
        }
    if root:
        if root not in await explorer.reader.organizations([root]):
            raise UnknownId(f"No organization has the id '{root}'.")
        around = await _around(explorer, root, 2 if steps is None else steps, direction, kinds, as_at)
        ids = (ids & around) | {root} if area else around
    return await _of_bodies(explorer, ids, types, as_at)


async def _around(
    explorer: Explorer,
    root: str,
    steps: int,
    direction: words.Direction,
    kinds: Sequence[str],
    as_at: AsAt,
) -> set[str]:
    """Walk outwards, one round trip a step; upwards and downwards only along what carries a voice."""
    if direction is not words.Direction.BOTH:
        kinds = [kind for kind in kinds if kind in VOICE_LINES]
    seen = {root}
    edge = [root]
    for _ in range(steps):
        found = await explorer.database.read(
            "list_neighbours",
            ids=edge,
            up=direction is not words.Direction.DOWN,
            down=direction is not words.Direction.UP,
            types=list(kinds),
            **as_at.parameters,
        )
        edge = sorted({row.id for row in found} - seen)
        seen.update(edge)
        if not edge:
            break
    return seen


async def _of_bodies(explorer: Explorer, ids: set[str], types: Sequence[words.LineType], as_at: AsAt) -> Structure:
    ordered = sorted(ids)
    nodes, lines, posts = await asyncio.gather(
        explorer.reader.organizations(ordered),
        explorer.reader.lines(ordered, as_at, direction=words.Direction.UP, types=types),
        explorer.reader.posts_on(ordered, as_at),
    )
    all_posts = [post for id_ in ordered for post in posts.get(id_, [])]
    post_ids = [post.id for post in all_posts]
    behalf, tenures = await asyncio.gather(
        explorer.reader.on_behalf_of(post_ids, as_at), explorer.reader.tenures(post_ids, as_at)
    )
    joined = {
        post.id: [
            *behalf.get(post.id, []),
            *(t.holder_id for t in tenures.get(post.id, []) if not t.holder_is_person and as_at.within(t.period)),
        ]
        for post in all_posts
    }
    return Structure(
        nodes=sorted(nodes.values(), key=lambda node: node.id),
        lines=[line for id_ in ordered for line in lines.get(id_, []) if line.to_id in nodes],
        posts=all_posts,
        on_behalf_of={post: [g for g in dict.fromkeys(groups) if g in nodes] for post, groups in joined.items()},
        on=as_at.on,
    )
