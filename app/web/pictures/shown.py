"""What a view shows of a place or around a body, filtered and drawn: for pages, embeds and files.

Drawing takes the processor for a moment, so it is done in a thread of its own.
"""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends

from app.diagram.badges import FOLD
from app.diagram.draw import Drawing
from app.diagram.fitting import ROSTER
from app.diagram.rosters import CLOSES, OPENS, POST
from app.diagram.told import SeatTold, told_of
from app.domain.as_at import AsAt
from app.domain.english import listed
from app.domain.records import Area, Citation, Line, Organization
from app.domain.view import NOT_RECORDED, View, address_of
from app.domain.vocabulary import LineType
from app.errors import BadInput, Misfilled, UnknownId
from app.questions.representation.telling import ToldPost, tell_posts
from app.questions.representation.words import basis
from app.reading.arranging import arranged
from app.reading.everything import everything_of
from app.reading.explorer import Explorer
from app.reading.filtering import filtered, joined_ids
from app.reading.resolving import BODIES, ambiguous, meaning
from app.reading.structure import Structure, find_structure
from app.web.pictures.making import drawn
from app.web.pictures.viewing import ViewAsked, as_at_of, day_of_view
from app.web.shell.parameters import AreaId, OpenExplorer, OrganizationId


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view shows, and of what."""

    area: Area
    body: Organization | None
    """The body whose own page or file it is; a place's view may be about a body too, by its `about`."""
    view: View
    whole: Structure
    """Everything recorded of the place on that day."""
    structure: Structure
    """What is left of it in this view."""
    drawing: Drawing
    told: Mapping[str, SeatTold]
    """Who is in each of its seats."""
    citations: Mapping[str, tuple[Citation, ...]]
    """What says so, by the seat's id."""

    @property
    def path(self) -> str:
        """The address of the page, without the view."""
        return f"/{self.body.id if self.body else self.area.id}"

    def address(self, view: View) -> str:
        """Return the address of the same page with another view."""
        return _address(self.area, self.body, view)


def _address(area: Area, body: Organization | None, view: View) -> str:
    """Return the address of a page with a view; the page of a body says already what it is about."""
    return address_of(f"/{body.id}", view, without=("about",)) if body else address_of(f"/{area.id}", view)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a view is of, and what there is to show, before it is drawn."""

    area: Area
    body: Organization | None
    view: View
    whole: Structure
    structure: Structure


async def show(
    explorer: Explorer,
    view: View,
    area: str,
    *,
    organization: str = "",
    href: Callable[[str], str] | None = None,
    other_day: View | None = None,
    orders: Mapping[str, int | None] | None = None,
) -> Shown:
    """Find, filter and draw what a view shows of an area, or around an organization (its whole id).

    What is drawn leads to the pages of the site, or where `href` says: see `draw`. Around a body it stands where it
    does on the `other_day` as well, which it is compared with; a place has everything in its place on any day. `orders`
    say where boxes, by their ids, would stand in their columns: for whoever looks before it is saved.

    BadInput says what of the view cannot be read, UnknownId that there is no such place or body.
    """
    found = await _found(explorer, view, area, organization)
    then = await _found(explorer, other_day, area, organization) if other_day and organization else None
    if orders:
        whole, structure = (arranged(each, orders) for each in (found.whole, found.structure))
        found = replace(found, whole=whole, structure=structure)
    links = href or _links(found.area, found.body, found.view)
    drawing, told, cites = await _drawn(explorer, found, links, then, orders or {})
    return Shown(found.area, found.body, found.view, found.whole, found.structure, drawing, told, cites)


async def _found(explorer: Explorer, view: View, area: str, organization: str) -> _Found:
    contents = await explorer.catalogue.contents()
    view = replace(view, about=organization or view.about)
    body = None
    if organization:
        body = (await explorer.reader.organizations([organization])).get(organization)
        if body is None:
            raise UnknownId(f"No organization has the address /{organization[:120]}.")
        area = next((id_ for id_ in (area, *body.area_ids) if id_ in body.area_ids), area)
    if area not in contents.areas:
        raise UnknownId(f"No place has the address /{area[:60]}.")
    on = day_of_view(view)
    whole = await find_structure(explorer, area=area, as_at=AsAt(on, view.proposed))
    if body and body.id not in {node.id for node in whole.nodes}:
        whole = await find_structure(explorer, root=body.id, as_at=AsAt(on, view.proposed))
    view = replace(view, about=await _body_named(explorer, view.about, whole, area), themes=_themes(view, whole))
    if "missing" in view.lines:
        absences = await explorer.reader.absences_of([node.id for node in whole.nodes], on)
        whole = replace(whole, absences=absences)
    return _Found(contents.areas[area], body, view, whole, filtered(whole, view))


async def _body_named(explorer: Explorer, text: str, whole: Structure, area: str) -> str:
    """Return the id of the body that a reader means by an id or a name; what is of the picture alone can be meant."""
    known = {node.id for node in whole.nodes}
    for id_ in (text, f"{area}/{text}"):
        if not text or id_ in known:
            return id_ if text else ""
    found = await meaning(explorer.catalogue, text, labels=BODIES, fits=lambda name: name.id in known, here=area)
    if found.tied:
        raise ambiguous(found, await explorer.catalogue.contents())
    if found.name:
        return found.name.id
    said = f"“{text[:60]}” is not a body of this place: expected the name or id of one."
    raise Misfilled("about", said)


def _themes(view: View, whole: Structure) -> frozenset[str] | None:
    known = {node.theme.id for node in whole.nodes if node.theme} | {NOT_RECORDED}
    if view.themes and (unknown := view.themes - known):
        expected = listed(sorted(known), "or")
        raise BadInput(f"themes has '{min(unknown)[:40]}', which is not a theme of this place: expected {expected}.")
    return view.themes


def _links(area: Area, body: Organization | None, view: View) -> Callable[[str], str]:
    """Return where what is drawn leads on the site."""
    plain = View(on=view.on, proposed=view.proposed)
    # A column opens in the same view, whatever is looked for or selected in it, so that one drawing serves all.
    folded_view = replace(view, find="", select="")

    def href(id_: str) -> str:
        if id_.startswith(FOLD):
            return _address(area, body, replace(folded_view, open=view.open | {id_.removeprefix(FOLD)}))
        if id_.startswith((OPENS, CLOSES)):
            return _address(area, body, toggled(folded_view, id_))
        if id_.startswith(POST):
            return address_of(f"/posts/{id_.removeprefix(POST)}", plain)
        return address_of(f"/{id_}", plain)

    return href


async def _drawn(
    explorer: Explorer,
    found: _Found,
    href: Callable[[str], str],
    then: _Found | None,
    orders: Mapping[str, int | None],
) -> tuple[Drawing, dict[str, SeatTold], dict[str, tuple[Citation, ...]]]:
    area, view, structure = found.area, found.view, found.structure
    focus = next((node for node in structure.nodes if node.id == view.about), None)
    within = None if focus else arranged(await everything_of(explorer, area.id, day_of_view(view)), orders)
    # Of seats that are not there on the day too: their rows keep their room.
    posts = {post.id: post for post in (*(within.posts if within else ()), *structure.posts)}
    posts_told = await tell_posts(explorer, list(posts.values()), as_at_of(view))
    told = {post: told_with_choosers(it) for post, it in posts_told.items()}
    shown = {node.id for node in structure.nodes}
    drawing = await drawn(
        explorer,
        structure,
        title=around_title(focus.name) if focus else place_title(area.name),
        focus=focus.id if focus else None,
        place="" if focus else area.id,
        href=href,
        view=view,
        holders=_holders(posts_told) if focus else {},
        told={} if focus else told,
        memberships=[] if focus else [line for line in found.whole.lines if is_membership(line, shown)],
        within=within,
        other_day=(then.structure, await _holders_then(explorer, then)) if focus and then else None,
        joined=joined_ids(found.whole),
    )
    return drawing, told, {post: it.citations for post, it in posts_told.items()}


def told_with_choosers(it: ToldPost) -> SeatTold:
    """Put into the words of a picture who is in a seat, and who chooses who that is."""
    return told_of(it.sitting, basis(it) if it.appointed_by else "", (body.id for body in it.appointed_by))


def _holders(told: Mapping[str, ToldPost]) -> dict[str, str]:
    """Return who holds each seat, as it is said beside its line; nothing of one of which nothing is known."""
    return {post: it.held_by for post, it in told.items() if not it.is_silent}


async def _holders_then(explorer: Explorer, then: _Found) -> dict[str, str]:
    return _holders(await tell_posts(explorer, then.structure.posts, as_at_of(then.view)))


def toggled(view: View, id_: str) -> View:
    """Return the view in which a board is open, or closed: `open:` or `close:` and the board's id."""
    key = f"{ROSTER}{id_.removeprefix(OPENS).removeprefix(CLOSES)}"
    if id_.startswith(OPENS):
        return replace(view, open=view.open | {key}, closed=view.closed - {key})
    return replace(view, open=view.open - {key}, closed=view.closed | {key})


def is_membership(line: Line, bodies: Set[str]) -> bool:
    """Tell whether a line makes a body a member of another, both among these."""
    return line.type is LineType.MEMBER_OF and {line.from_id, line.to_id} <= bodies


def place_title(name: str) -> str:
    """Name the drawing of a place."""
    return f"The structure of partnership working in {name}"


def around_title(name: str) -> str:
    """Name the drawing around a body."""
    return f"What stands around {name}"


async def place_shown(explorer: OpenExplorer, view: ViewAsked, area: AreaId) -> Shown:
    """Show what an address asks for of a place."""
    return await show(explorer, view, area)


async def organization_shown(
    explorer: OpenExplorer, view: ViewAsked, area: AreaId, organization: OrganizationId
) -> Shown:
    """Show what an address asks for around an organization."""
    return await show(explorer, view, area, organization=f"{area}/{organization}")


PlaceShown = Annotated[Shown, Depends(place_shown)]
"""The picture of the place that an address names, in the view that it asks for."""
OrganizationShown = Annotated[Shown, Depends(organization_shown)]
"""The picture around the organization that an address names, in the view that it asks for."""
