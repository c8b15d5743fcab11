"""A structure as a list to read: by theme, bodies with their sub-groups under them, each with its lines and seats.

Where no body has a theme, they stand by their kind, as they are drawn.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.diagram.content import MISSING, SITS
from app.diagram.rosters import rosters_of, row_address
from app.diagram.text import cleaned
from app.diagram.told import SeatTold
from app.domain.english import capitalized, counted, ordinary
from app.domain.records import Line, Organization, Post, RecordedAbsence
from app.domain.vocabulary import Classification, FactStatus, LineType

NO_THEME = "No theme recorded"
_KINDS = {kind: place for place, kind in enumerate(Classification)}


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A body at the other end of a line, by name and address, with a remark such as `proposed`."""

    name: str
    href: str
    remark: str


@dataclass(frozen=True, slots=True)
class ListedSeat:
    """A seat on a body: whom it is for, and who sits there; the last of a long list stands for all that follow."""

    whom: str
    href: str
    who: str


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body, what it does towards others, who sits on it, and its sub-groups."""

    id: str
    name: str
    href: str
    sort: Classification
    relations: tuple[tuple[str, tuple[ListedLink, ...]], ...]
    """`feeds into` and so on, each with the bodies it leads to; who has seats on it comes last."""
    seats: tuple[ListedSeat, ...]
    """Who sits there, in the order of a roster."""
    counts: bool
    """Whether it is among the bodies that are counted: people at large are not, nor is what is not there."""
    children: tuple["ListedBody", ...]

    @property
    def number(self) -> int:
        """How many bodies it is with its sub-groups."""
        return self.counts + sum(child.number for child in self.children)


@dataclass(frozen=True, slots=True)
class ListedTheme:
    """The bodies of one theme, or of one kind; those of no theme stand last."""

    name: str
    bodies: tuple[ListedBody, ...]

    @property
    def said(self) -> str:
        """How many bodies these are; empty where none counts."""
        number = sum(body.number for body in self.bodies)
        return counted(number, "body", "bodies") if number else ""


def listing_of(
    nodes: Sequence[Organization],
    lines: Sequence[Line],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    href: Callable[[str], str],
    absences: Sequence[RecordedAbsence] = (),
    told: Mapping[str, SeatTold] | None = None,
    counts: Callable[[Organization], bool] = lambda _: True,
) -> tuple[ListedTheme, ...]:
    """Return every body once, under the body it is a sub-group of, else under its theme, in the place's own order.

    `told` says who is in each seat; without it, nobody is named. `counts` says which bodies are counted.
    """
    known = {node.id: node for node in nodes}
    relations = _relations(known, lines, posts, on_behalf_of, href, absences)
    seats = _seats(nodes, posts, on_behalf_of, href, told or {})
    parents: dict[str, str] = {}
    for line in sorted(lines, key=lambda line: line.id):
        if line.type is LineType.SUB_GROUP_OF and line.from_id in known and line.to_id in known:
            parents.setdefault(line.from_id, line.to_id)
    children: dict[str, list[str]] = {}
    tops = []
    for id_ in sorted(known, key=lambda id_: (known[id_].name.casefold(), id_)):
        if _leads_round(id_, parents):
            del parents[id_]
        if id_ in parents:
            children.setdefault(parents[id_], []).append(id_)
        else:
            tops.append(id_)

    def listed(id_: str) -> ListedBody:
        node = known[id_]
        below = tuple(listed(child) for child in children.get(id_, ()))
        return ListedBody(
            id_,
            cleaned(node.name),
            href(id_),
            node.classification,
            relations.get(id_, ()),
            seats.get(id_, ()),
            counts(node),
            below,
        )

    has_themes = any(node.theme for node in nodes)
    themes: dict[tuple[bool, int, str], list[ListedBody]] = {}
    for id_ in tops:
        key = _theme(known[id_]) if has_themes else _kind(known[id_])
        themes.setdefault(key, []).append(listed(id_))
    return tuple(ListedTheme(name, tuple(themes[none, order, name])) for none, order, name in sorted(themes))


def _theme(node: Organization) -> tuple[bool, int, str]:
    return (False, node.theme.order, cleaned(node.theme.name)) if node.theme else (True, 0, NO_THEME)


def _kind(node: Organization) -> tuple[bool, int, str]:
    return False, _KINDS[node.classification], capitalized(ordinary(node.classification))


def _seats(
    nodes: Sequence[Organization],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    href: Callable[[str], str],
    told: Mapping[str, SeatTold],
) -> dict[str, tuple[ListedSeat, ...]]:
    return {
        board: tuple(ListedSeat(row.whom, row_address(row, href) or href(board), row.who) for row in rows)
        for board, rows in rosters_of(nodes, posts, on_behalf_of, told, in_full=True).items()
    }


def _leads_round(id_: str, parents: Mapping[str, str]) -> bool:
    """Tell whether a body is, by whatever mistake, a sub-group of itself."""
    seen, at = {id_}, parents.get(id_)
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return at == id_


def _relations(
    known: Mapping[str, Organization],
    lines: Iterable[Line],
    posts: Iterable[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    href: Callable[[str], str],
    absences: Sequence[RecordedAbsence],
) -> dict[str, tuple[tuple[str, tuple[ListedLink, ...]], ...]]:
    found: dict[str, dict[str, dict[str, ListedLink]]] = {}

    def note(of: str, verb: str, to: str, proposed: bool) -> None:
        link = ListedLink(cleaned(known[to].name), href(to), "proposed" if proposed else "")
        found.setdefault(of, {}).setdefault(verb, {}).setdefault(to, link)

    for line in lines:
        if line.from_id in known and line.to_id in known:
            note(line.from_id, ordinary(line.type), line.to_id, line.status is FactStatus.PROPOSED)
    for absence in absences:
        if absence.from_id and absence.subject_id in known and absence.from_id in known:
            note(absence.subject_id, MISSING, absence.from_id, False)
    seats = [
        (group, post.organization_id, post.status is FactStatus.PROPOSED)
        for post in posts
        for group in on_behalf_of.get(post.id, ())
        if group in known and post.organization_id in known
    ]
    for group, board, proposed in seats:
        note(group, SITS, board, proposed)
    for group, board, proposed in seats:
        note(board, "has seats for", group, proposed)
    return {
        of: tuple(
            (verb, tuple(sorted(links.values(), key=lambda link: link.name.casefold())))
            for verb, links in sorted(verbs.items(), key=lambda item: (item[0] == "has seats for", item[0]))
        )
        for of, verbs in found.items()
    }
