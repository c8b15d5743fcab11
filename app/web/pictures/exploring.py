"""The interactive figure of a page: its filters, what it says, its picture, list and table, all from one view."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import orjson
from fastapi import Request
from starlette.responses import RedirectResponse, Response

from app.diagram.draw import Drawing
from app.diagram.listing import ListedTheme, listing_of
from app.diagram.rosters import POST
from app.domain.bodies import counts_as_a_body
from app.domain.folding import folded
from app.domain.records import Area
from app.domain.view import LINE_KINDS, PLACE_KINDS, View, address_of, query_of
from app.domain.vocabulary import Certainty, Direction
from app.reading.explorer import Explorer, today
from app.reading.filtering import bodies_of, bodies_said, filtered, joined_ids
from app.reading.timeline import DatedChange, after, before, find_changes_dates
from app.web.pictures.citing import apart_text, sources_shown
from app.web.pictures.filter_form import Choice, Choices, boxes_of, certainties, directions, said_of
from app.web.pictures.panel import Panel, panel_of
from app.web.pictures.shown import Shown
from app.web.pictures.viewing import as_at_of, day_of_view


@dataclass(frozen=True, slots=True)
class Hit:
    """A body whose name has the words looked for."""

    id: str
    name: str
    href: str
    """Opens its panel in this view."""


@dataclass(frozen=True, slots=True)
class Explored:
    """Everything that the interactive figure shows."""

    area: Area
    view: View
    drawing: Drawing
    action: str
    """The page that the form leads to."""
    source: str
    """Where the same comes from as JSON."""
    svg: str
    """This view as a drawing to save."""
    said: str
    """What is shown, in a sentence."""
    apart: str
    """That its sources are years apart, in another; empty where they are not."""
    form: str
    """Which lines were the usual ones when the form was written."""
    boxes: tuple[Choices, ...]
    certainties: tuple[Choice, ...]
    directions: tuple[Choice, ...]
    about_name: str
    """The name of the body in the middle, or nothing."""
    about_fixed: bool
    """Whether the page is that body's own."""
    names: tuple[str, ...]
    """Every name there is to look for."""
    hits: tuple[Hit, ...]
    listing: tuple[ListedTheme, ...]
    bodies: str
    """How many bodies the list has, in words."""
    changes: tuple[DatedChange, ...]
    change_at: int
    """Which change the view's day comes after; the last one when it is of today."""
    earlier: tuple[str, DatedChange] | None
    """The address of this view at the change before, and that change."""
    later: tuple[str, DatedChange] | None
    today: date
    """A change after it is yet to come."""
    is_picked: bool
    """Whether the address asks for something of the picture, not of the day alone: a phone then shows it at once."""
    reset: str
    """The address without anything chosen; nothing when nothing is."""
    every_kind: tuple[str, int] | None
    """Where the usual lines leave most bodies of a place out: the address with every kind, and how many that joins."""
    whole_place: str
    """The address of the whole place's picture, when this one is around a body."""
    panel: Panel | None
    without_panel: str
    """This view with its panel closed."""
    is_empty: bool

    @property
    def dates(self) -> str:
        """The changes' dates as a JSON list, for the timeline; the empty one at its end is today."""
        return orjson.dumps([*(change.on for change in self.changes), ""]).decode()

    @property
    def filters_set(self) -> int:
        """How many of the filters are set; they stay folded all the same, so as not to push the picture down."""
        view = self.view
        chosen = (view.kinds, view.sectors, view.themes)
        return sum(
            (
                view.lines != view.usual_lines,
                view.certainty is not Certainty.UNCERTAIN,
                bool(view.about) and not self.about_fixed,
                view.steps is not None or view.direction is not Direction.BOTH,
                *(it is not None for it in chosen),
            )
        )


async def explore(explorer: Explorer, shown: Shown) -> Explored:
    """Put together what surrounds a drawing; the panel too, when the view has a body selected."""
    view, day = shown.view, day_of_view(shown.view)
    changes = await find_changes_dates(explorer, shown.area.id)
    past, next_ = before(changes, day), after(changes, day)
    joined = joined_ids(shown.structure)
    about = next((node for node in shown.whole.nodes if node.id == view.about), None)
    plain = View(on=view.on, proposed=view.proposed)
    structure = shown.structure
    path = shown.path

    def at(change: DatedChange | None) -> tuple[str, DatedChange] | None:
        return (shown.address(replace(view, on=change.on)), change) if change else None

    return Explored(
        area=shown.area,
        view=view,
        drawing=shown.drawing,
        action=path,
        source=f"/diagrams{path}.json",
        svg=address_of(
            f"/diagrams{path}.svg", replace(view, select="", find=""), without=("about",) if shown.body else ()
        ),
        said=said_of(shown, about),
        apart=apart_text(sources_shown(shown, await explorer.catalogue.contents())),
        form="focus" if view.about else "place",
        boxes=tuple(boxes_of(shown)),
        certainties=certainties(view),
        directions=directions(view),
        about_name=about.name if about else "",
        about_fixed=shown.body is not None,
        names=tuple(sorted({node.name for node in bodies_of(shown.whole)}, key=str.casefold)),
        hits=tuple(_hits(shown)),
        listing=listing_of(
            structure.nodes,
            structure.lines,
            structure.posts,
            structure.on_behalf_of,
            lambda id_: address_of(f"/posts/{id_.removeprefix(POST)}" if id_.startswith(POST) else f"/{id_}", plain),
            structure.absences,
            shown.told,
            lambda node: counts_as_a_body(node, as_at_of(view)),
        ),
        bodies=bodies_said(structure, shown.area.id, as_at_of(view)),
        changes=changes,
        change_at=max((n for n, change in enumerate(changes) if change.day <= day), default=0),
        earlier=at(past),
        later=at(next_),
        today=today(),
        is_picked=bool(query_of(replace(view, on="", proposed=False))),
        reset=path if query_of(view, without=("about",) if shown.body else ()) else "",
        every_kind=_every_kind(shown, len(joined)),
        whole_place=address_of(f"/{shown.area.id}", replace(view, about="", steps=None)) if about else "",
        panel=await panel_of(explorer, view.select, view, shown.area.id) if view.select else None,
        without_panel=shown.address(replace(view, select="")),
        is_empty=not shown.drawing.body_count,
    )


def _every_kind(shown: Shown, joined: int) -> tuple[str, int] | None:
    view = replace(shown.view, show=LINE_KINDS - shown.view.usual_lines)
    if shown.view.about or shown.view.lines != PLACE_KINDS or 2 * joined >= len(bodies_of(shown.whole)):
        return None
    more = len(joined_ids(filtered(shown.whole, view)))
    return (shown.address(view), more) if more > joined else None


def _hits(shown: Shown) -> Iterable[Hit]:
    wanted = folded(shown.view.find)
    if not wanted:
        return
    scored = []
    for node in bodies_of(shown.structure):
        names = [folded(name) for name in (node.name, *node.alternate_names)]
        if any(all(word in name for word in wanted.split()) for name in names):
            scored.append((not any(name.startswith(wanted) for name in names), len(node.name), node))
    for _, _, node in sorted(scored, key=lambda hit: (*hit[:2], hit[2].id)):
        yield Hit(node.id, node.name, shown.address(replace(shown.view, select=node.id)))


def tidied(request: Request, shown: Shown) -> Response | None:
    """Lead a form's long address to the short one that says the same; None when it is not a form's."""
    if not request.query_params.get("form"):
        return None
    return RedirectResponse(shown.address(shown.view), status_code=303)
