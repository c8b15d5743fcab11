"""What stands on each page of a booklet: a theme with its bodies, or a body with its seats, and a picture."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from app.diagram.draw import Drawing, Drawings, draw
from app.diagram.paper import MOST_CHAPTERS, Chapter, Imprint, Seat
from app.domain.english import counted, listed, name_order, ordinary
from app.domain.records import Area, Organization
from app.domain.view import View, address_of
from app.questions.representation import words as sentences
from app.questions.representation.telling import ToldPost
from app.reading.catalogue import Contents
from app.reading.filtering import bodies_of, bodies_said, filtered, joined_ids, seats_said
from app.reading.structure import Structure
from app.web.pictures.viewing import as_at_of

By = Literal["theme", "body"]
NO_THEME = "No theme recorded"
SECONDS_DRAWING = 15.0
"""After so long the pages that are still to come have no picture, and the booklet says so."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the booklet: a theme with its bodies, or a body with its seats."""

    id: str
    heading: str
    sort: str
    words: tuple[str, ...]
    drawing: Drawing | None
    bodies: tuple[tuple[Organization, str], ...] = ()
    """Of a theme: each body, and what it is and does in a line."""
    seats: tuple[ToldPost, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a booklet is about, before its pages are drawn."""

    area: Area
    by: By
    view: View
    structure: Structure
    contents: Contents
    imprint: Imprint
    kept: Drawings
    """The drawings that need not be drawn again."""


def introduction_of(plan: Plan, parts: list[Part]) -> list[str]:
    """Say what a booklet holds, and in words whatever was left out of it for room or time."""
    bodies = bodies_said(plan.structure, plan.area.id, as_at_of(plan.view))
    lines = counted(len(plan.structure.lines), "line")
    seats = seats_said(plan.structure, plan.area.id)
    said = [f"{bodies[0].upper()}{bodies[1:]}, with {lines} and {seats}."]
    wanted = len(_themes(plan)) if plan.by == "theme" else len(_bodies(plan))
    if plan.by == "body":
        said.append("Each body with a line or a seat has a page; the others are in the booklet by theme.")
    if wanted > len(parts):
        said.append(
            f"Cut: the first {len(parts)} of {wanted} pages are here. Ask for the booklet by theme for the rest."
        )
    if any(part.drawing is None for part in parts):
        said.append("Some pages have no picture, since drawing all of them would take too long.")
    said.append("What is not recorded is not shown, and that does not mean no.")
    return said


def _themes(plan: Plan) -> list[tuple[str, str, list[Organization]]]:
    """Return the themes of the place in their own order, with their bodies; those of none come last."""
    found: dict[str, list[Organization]] = {}
    for node in bodies_of(plan.structure):
        if plan.area.id in node.area_ids:
            found.setdefault(node.theme.id if node.theme else "", []).append(node)

    def order(id_: str) -> tuple[bool, bool, int, str]:
        # A neighbour's body may have a theme of the same id; the order is that of the place's own file.
        own = [n for n in found[id_] if n.id.startswith(f"{plan.area.id}/")]
        theme = (own or found[id_])[0].theme
        return not theme, not own, theme.order if theme else 0, theme.name if theme else NO_THEME

    return [
        (id_ or "not-recorded", order(id_)[-1], sorted(found[id_], key=lambda node: name_order(node.name)))
        for id_ in sorted(found, key=order)
    ]


def _bodies(plan: Plan) -> list[Organization]:
    joined = joined_ids(plan.structure) | {post.organization_id for post in plan.structure.posts}
    here = [node for node in bodies_of(plan.structure) if node.id in joined and plan.area.id in node.area_ids]
    return sorted(here, key=lambda node: name_order(node.name))


def parts_of(plan: Plan, seats: dict[str, ToldPost]) -> list[Part]:
    """Draw every page, as long as there is time and paper. It takes seconds: call it in a thread."""
    until = time.monotonic() + SECONDS_DRAWING
    pages = _theme_parts(plan, until) if plan.by == "theme" else _body_parts(plan, seats, until)
    return [part for part, _ in zip(pages, range(MOST_CHAPTERS), strict=False)]


def _theme_parts(plan: Plan, until: float) -> Iterator[Part]:
    names = {node.id: node.name for node in plan.structure.nodes}
    for id_, name, nodes in _themes(plan):
        inside = {node.id for node in nodes}
        drawing = _drawing(plan, _around(plan.structure, inside), f"{name} in {plan.area.name}", None, until)
        bodies = tuple((node, _said(plan, node, names)) for node in nodes)
        yield Part(id_, name, counted(len(nodes), "body", "bodies"), (), drawing, bodies)


def _body_parts(plan: Plan, seats: dict[str, ToldPost], until: float) -> Iterator[Part]:
    names = {node.id: node.name for node in plan.structure.nodes}
    for node in _bodies(plan):
        own = tuple(seats[post.id] for post in plan.structure.posts if post.organization_id == node.id)
        near = filtered(plan.structure, replace(plan.view, about=node.id))
        drawing = _drawing(plan, near, f"What stands around {node.name}", node.id, until)
        words = tuple(words for words in (node.purpose, _said(plan, node, names)) if words)
        yield Part(node.id.replace("/", "--"), node.name, _sort(node), words, drawing, seats=own)


def _sort(node: Organization) -> str:
    words = [node.classification_note or ordinary(node.classification)]
    words += [node.theme.name] if node.theme else []
    words += [ordinary(node.status)] if node.status != "active" else []
    said = ", ".join(words)
    return said[:1].upper() + said[1:]


def _said(plan: Plan, node: Organization, names: dict[str, str]) -> str:
    """Say what a body does towards others, as in `Forum. Feeds into A and B; has a seat on C`, in a line."""
    does: dict[str, list[str]] = {}
    for line in plan.structure.lines:
        if line.from_id == node.id and line.to_id in names:
            does.setdefault(ordinary(line.type), []).append(names[line.to_id])
    for post in plan.structure.posts:
        if node.id in plan.structure.on_behalf_of.get(post.id, ()) and post.organization_id in names:
            does.setdefault("has a seat on", []).append(names[post.organization_id])
    said = "; ".join(f"{verb} {listed(sorted(set(them), key=name_order))}" for verb, them in sorted(does.items()))
    if plan.by == "body":
        return f"{said[0].upper()}{said[1:]}." if said else ""
    return f"{_sort(node)}. {said[0].upper() + said[1:] + '.' if said else ''}".strip()


def _around(structure: Structure, inside: set[str]) -> Structure:
    """Return some bodies, everything that joins them to anything, and the bodies at the other ends."""
    lines = [line for line in structure.lines if line.from_id in inside or line.to_id in inside]
    posts = [
        post
        for post in structure.posts
        if post.organization_id in inside or inside & set(structure.on_behalf_of.get(post.id, ()))
    ]
    ends = inside | {end for line in lines for end in (line.from_id, line.to_id)}
    ends |= {post.organization_id for post in posts}
    ends |= {group for post in posts for group in structure.on_behalf_of.get(post.id, ()) if group in inside}
    ends |= {
        group for post in posts if post.organization_id in inside for group in structure.on_behalf_of.get(post.id, ())
    }
    return Structure(
        [node for node in structure.nodes if node.id in ends],
        lines,
        posts,
        {post.id: [id_ for id_ in structure.on_behalf_of.get(post.id, ()) if id_ in ends] for post in posts},
        structure.on,
    )


def _drawing(plan: Plan, structure: Structure, title: str, focus: str | None, until: float) -> Drawing | None:
    if time.monotonic() > until:
        return None
    return draw(
        structure.nodes,
        structure.lines,
        structure.posts,
        structure.on_behalf_of,
        title=title,
        focus=focus,
        href=partial(_href, plan.view),
        kept=plan.kept,
    )


def _href(view: View, id_: str) -> str:
    return address_of(f"/{id_}", view)


def chapter_of(part: Part) -> Chapter:
    """Return a page in the words of paper."""
    has_picture = part.drawing is not None and part.drawing.body_count > 1
    return Chapter(
        heading=part.heading,
        sort=part.sort,
        words=part.words,
        svg=str(part.drawing.svg) if part.drawing and has_picture else "",
        alt=part.drawing.description if part.drawing else "",
        bodies=tuple((body.name, said) for body, said in part.bodies),
        seats=tuple(_seat(told) for told in part.seats),
    )


def _seat(told: ToldPost) -> Seat:
    speaks_for = listed([body.name for body in told.on_behalf_of]) or "Not recorded"
    filled = sentences.basis_short(told)
    vote = ordinary(told.post.voting)
    return Seat(
        _capital(sentences.seat_name(told)),
        _capital(told.sitting.said),
        speaks_for,
        _capital(filled),
        _capital(vote),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
