"""Of a structure, what a view shows: pure rules on values, so that picture, list, table and sentence agree."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.diagram.palette import line_style
from app.domain.as_at import AsAt
from app.domain.bodies import counts_as_a_body, is_constituency, within_its_time
from app.domain.counting import BodyCounts, count_bodies, count_seats, counts_as_a_seat
from app.domain.english import counted
from app.domain.records import Line, Organization, Post
from app.domain.view import MOST_STEPS, NOT_RECORDED, View
from app.domain.vocabulary import Certainty, Classification, Direction, FactStatus, LifecycleStatus
from app.reading.structure import VOICE_LINES, Structure

_CERTAINTIES = list(Certainty)
"""Surest first."""


def filtered(structure: Structure, view: View) -> Structure:
    """Return what `view` shows of a structure. The body it is about always stays, whatever else is filtered out.

    What remains joins only what remains: no line or seat is left whose body or group is gone. Filtering twice gives
    the same, and a view with nothing chosen still leaves out the kinds of line that a whole place does not show.
    """
    certain = _at_least(view.certainty)
    bodies = {node.id: node for node in structure.nodes if node.id == view.about or _is_shown(node, view, structure.on)}
    lines = [
        line for line in structure.lines if line_style(line.type).key in view.lines and _holds(line, view, certain)
    ]
    posts = [post for post in structure.posts if "seat" in view.lines and _holds(post, view, certain)]
    structure = replace(structure, absences=structure.absences if "missing" in view.lines else ())
    found = _joined(structure, bodies, lines, posts)
    if view.about in bodies:
        around = _around(found, view)
        found = _joined(structure, {id_: bodies[id_] for id_ in bodies if id_ in around}, lines, posts)
        # Around one body, a seat on another for nobody in sight says nothing of it.
        seats = [p for p in found.posts if found.on_behalf_of.get(p.id) or p.organization_id == view.about]
        found = replace(found, posts=seats, on_behalf_of={p.id: found.on_behalf_of.get(p.id, []) for p in seats})
    if not view.proposed:
        found = _without_mere_proposals(found, view.about)
    return _without_lonely_people(found, view.about)


def joined_ids(structure: Structure) -> set[str]:
    """Return the bodies that a line or a seat joins to something; constituencies are people, and no bodies."""
    return _joined_ends(structure) & {node.id for node in bodies_of(structure)}


def _joined_ends(structure: Structure) -> set[str]:
    ids = {id_ for line in structure.lines for id_ in (line.from_id, line.to_id)}
    for post in structure.posts:
        groups = structure.on_behalf_of.get(post.id, [])
        if groups:
            ids |= {post.organization_id, *groups}
    return ids | {id_ for it in structure.absences for id_ in (it.subject_id, it.from_id) if id_}


def counts_of(structure: Structure, area: str, as_at: AsAt) -> BodyCounts:
    """Count the bodies of a place that a structure has; neighbours are not among them."""
    return count_bodies((node for node in structure.nodes if area in node.area_ids), as_at)


def drawn_here(structure: Structure, drawn: Collection[str], area: str, as_at: AsAt) -> tuple[int, int]:
    """Count the bodies that are drawn: those that count for a place, and those of other places."""
    nodes = [node for node in structure.nodes if node.id in drawn and counts_as_a_body(node, as_at)]
    here = sum(area in node.area_ids for node in nodes)
    return here, len(nodes) - here


def bodies_said(structure: Structure, area: str, as_at: AsAt) -> str:
    """Say how many bodies there are: `118 bodies (5 more proposed, ended or yet to come)`; neighbours apart."""
    counts = counts_of(structure, area, as_at)
    others = sum(area not in node.area_ids and counts_as_a_body(node, as_at) for node in structure.nodes)
    said = counted(counts.bodies, "body", "bodies")
    said += f" and {counted(others, 'of another place', 'of other places')}" if others else ""
    return f"{said} ({counts.not_there} more proposed, ended or yet to come)" if counts.not_there else said


def seats_of(structure: Structure, area: str, within: Collection[str] | None = None) -> tuple[int, int]:
    """Count the seats on a place's bodies, and apart the posts of officers and councillors, which are none.

    Of some of the bodies alone, with their ids `within`.
    """
    sorts = {
        node.id: node.classification
        for node in structure.nodes
        if area in node.area_ids and (within is None or node.id in within)
    }
    posts = [post for post in structure.posts if post.organization_id in sorts]
    seats = count_seats(post for post in posts if counts_as_a_seat(post, sorts[post.organization_id]))
    return seats, count_seats(posts) - seats


_OTHERS = ("post of an officer or councillor", "posts of officers and councillors")


def seats_said(structure: Structure, area: str) -> str:
    """Say how many seats a place has: `105 seats (9 posts of officers and councillors besides)`."""
    seats, others = seats_of(structure, area)
    besides = f" ({counted(others, *_OTHERS)} besides)" if others else ""
    return f"{counted(seats, 'seat')}{besides}"


def bodies_of(structure: Structure) -> list[Organization]:
    """Return the bodies of a structure, without people at large."""
    return [node for node in structure.nodes if not is_constituency(node)]


def _is_shown(node: Organization, view: View, on: date) -> bool:
    if not within_its_time(node, on):
        return False
    if is_constituency(node):
        return True
    return (
        (view.kinds is None or node.classification in view.kinds)
        and (view.sectors is None or (node.sector.value if node.sector else NOT_RECORDED) in view.sectors)
        and (view.themes is None or (node.theme.id if node.theme else NOT_RECORDED) in view.themes)
        and _at_least(view.certainty)(node.certainty)
    )


def _at_least(certainty: Certainty) -> Callable[[Certainty], bool]:
    least = _CERTAINTIES.index(certainty)
    return lambda given: _CERTAINTIES.index(given) <= least


def _holds(fact: Line | Post, view: View, certain: Callable[[Certainty], bool]) -> bool:
    return certain(fact.certainty) and (view.proposed or fact.status is not FactStatus.PROPOSED)


def _joined(
    whole: Structure, bodies: dict[str, Organization], lines: Iterable[Line], posts: Iterable[Post]
) -> Structure:
    """Keep the lines and seats whose ends are all there; a seat whose every group is gone would look like nobody's."""
    groups = {post: [id_ for id_ in ids if id_ in bodies] for post, ids in whole.on_behalf_of.items()}
    kept = [
        post
        for post in posts
        if post.organization_id in bodies and (groups.get(post.id) or not whole.on_behalf_of.get(post.id))
    ]
    return Structure(
        list(bodies.values()),
        [line for line in lines if line.from_id in bodies and line.to_id in bodies],
        kept,
        {post.id: groups.get(post.id, []) for post in kept},
        whole.on,
        tuple(it for it in whole.absences if {it.subject_id, it.from_id} <= bodies.keys()),
    )


def _around(structure: Structure, view: View) -> set[str]:
    """Walk from the body in the middle: upwards only up and downwards only down, so that no sibling slips in."""
    sort = {node.id: node.classification for node in structure.nodes}
    voices = [(line.from_id, line.to_id) for line in structure.lines if line.type.relationship in VOICE_LINES]
    voices += [
        (group, post.organization_id) for post in structure.posts for group in structure.on_behalf_of.get(post.id, [])
    ]
    found = {view.about}
    if view.direction is not Direction.DOWN:
        tops = {id_ for id_, kind in sort.items() if kind is Classification.LSP} - {view.about}
        found |= _walked(view.about, voices, view.steps or MOST_STEPS, stop=tops if view.steps is None else set())
    if view.direction is not Direction.UP:
        found |= _walked(view.about, [(end, start) for start, end in voices], view.steps or 1, stop=set())
    if view.direction is Direction.BOTH:
        others = [(line.from_id, line.to_id) for line in structure.lines if line.type.relationship not in VOICE_LINES]
        others += [(absence.subject_id, absence.from_id) for absence in structure.absences if absence.from_id]
        found |= _walked(view.about, [*others, *((end, start) for start, end in others)], 1, stop=set())
    return found


def _walked(start: str, ways: Sequence[tuple[str, str]], steps: int, *, stop: set[str]) -> set[str]:
    onward: dict[str, list[str]] = {}
    for here, there in ways:
        onward.setdefault(here, []).append(there)
    seen, edge = {start}, {start}
    for _ in range(steps):
        edge = {there for here in edge - stop for there in onward.get(here, ())} - seen
        seen |= edge
    return seen


def _without_mere_proposals(structure: Structure, about: str) -> Structure:
    """Leave out the bodies and people that are only proposed, unless something that exists already joins them."""
    joined = _joined_ends(structure) | {about}
    nodes = [n for n in structure.nodes if n.status is not LifecycleStatus.PROPOSED or n.id in joined]
    return _joined(structure, {node.id: node for node in nodes}, structure.lines, structure.posts)


def _without_lonely_people(structure: Structure, about: str) -> Structure:
    """Leave out constituencies for which nothing that is shown speaks."""
    spoken_for = {id_ for line in structure.lines for id_ in (line.from_id, line.to_id)} | {about}
    spoken_for |= {id_ for ids in structure.on_behalf_of.values() for id_ in ids}
    spoken_for |= {post.organization_id for post in structure.posts}
    lonely = {n.id for n in structure.nodes if is_constituency(n)} - spoken_for
    return replace(structure, nodes=[node for node in structure.nodes if node.id not in lonely])
