"""What a picture or page says about itself when it leaves the site: title, day, sources, address, how to cite it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from fastapi import Request

from app.diagram.paper import Imprint
from app.domain.dates import spoken, when
from app.domain.english import agree, and_more, before_everything, capitalized, counted, dated
from app.domain.records import Citation, Source
from app.domain.view import View, address_of
from app.exchange.formats.registry import FORMATS
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer, today
from app.reading.structure import Structure
from app.web.pictures.shown import Shown
from app.web.pictures.tally import whereabouts
from app.web.shell.render import address_shown, origin_of

MOST_SOURCES = 6
YEARS_APART = 2
"""So many years between the oldest source and the newest are said in a sentence of their own."""


class Cited(Protocol):
    """A fact with the documents that it rests on."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where they say it."""
        ...


@dataclass(frozen=True, slots=True)
class Share:
    """Everything of the box with which a page is passed on; an address is empty where the page has no such thing."""

    title: str
    address: str
    cite: str
    svg: str = ""
    png: str = ""
    html: str = ""
    """The view as one file that works offline."""
    pdf: str = ""
    large: str = ""
    booklet: str = ""
    embed: str = ""
    """The code to put on another page."""
    files: tuple[tuple[str, str], ...] = ()
    """The data in open formats: what each is called, and its address."""
    manifest: str = ""
    """The list of these files, with what each cannot hold."""


def day_text(on: str) -> str:
    """Say the day of a view: `As things stood in January 2008`; of today with the date, since paper grows old."""
    return f"As things stood {when(on or today().isoformat())}"


def recorded_text(sources: Sequence[Source], on: str) -> str:
    """Say when what is drawn was recorded, and of which day it is: `As recorded in January 2010`.

    Of a day before the oldest source what is drawn has no date in any: that is said instead.
    """
    published = sorted(source.published for source in sources if source.published)
    if not published:
        return day_text(on)
    if on and before_everything(on, published[0]):
        return f"{day_text(on)}: nothing was recorded yet, the earliest source is of {spoken(published[0])}"
    recorded = f"as recorded {dated(published[-1], published[0])}"
    return f"{day_text(on)}, {recorded}" if on else capitalized(recorded)


def drawn_text(shown: Shown) -> str:
    """Say how much of a place is drawn: `23 of 47 recorded bodies are drawn`; those of other places are named apart."""
    found = whereabouts(shown)
    beside = f", and {counted(found.elsewhere, 'of another place', 'of other places')}" if found.elsewhere else ""
    beside = f"{found.folded_said}{found.named_said}{beside}"
    if found.drawn == found.known == 1:
        return f"The one recorded body is drawn{beside}"
    return f"{found.drawn} of {counted(found.known, 'recorded body is', 'recorded bodies are')} drawn{beside}"


def citation(title: str, on: str, version: int, address: str) -> str:
    """Write how to cite a page: `Partnership Explorer, 'Title', as things stood in 2008, ..., <address>`."""
    seen = spoken(today().isoformat())
    stood = f"as things stood {when(on)}" if on else "as things stood the day it was seen"
    return f"Partnership Explorer, ‘{title}’, {stood}, version {version} of the record, seen {seen}, <{address}>"


def sources_shown(shown: Shown, contents: Contents) -> list[Source]:
    """List the documents behind what a picture shows, newest first: not those of what it leaves to a list."""
    structure, drawn = shown.structure, {*shown.drawing.ids, *shown.drawing.named}
    posts = [post for post in structure.posts if post.organization_id in drawn]
    drawn |= {id_ for post in posts for id_ in structure.on_behalf_of.get(post.id, ())}
    kept = replace(
        structure,
        nodes=[node for node in structure.nodes if node.id in drawn],
        lines=[line for line in structure.lines if {line.from_id, line.to_id} <= drawn],
        posts=posts,
        absences=[it for it in structure.absences if {it.subject_id, it.from_id} <= drawn],
    )
    return sources_of(kept if shown.drawing.ids else structure, contents, shown.area.id, shown.citations)


def sources_of(
    structure: Structure, contents: Contents, area: str, seats: Mapping[str, Sequence[Citation]] | None = None
) -> list[Source]:
    """List the documents behind what is told of an area, newest first; `seats` adds who is in each, by its id.

    A body that it shares with another place is often cited from documents of both: what these say of the other one is
    nothing that the area's own facts rest on.
    """
    facts = [
        *((cited_by(node), is_of(area, node.id)) for node in structure.nodes),
        *((cited_by(line), is_of(area, line.from_id, line.to_id)) for line in structure.lines),
        *((cited_by(post), is_of(area, post.organization_id)) for post in structure.posts),
        *(
            ({cite.source_id for cite in (seats or {}).get(post.id, ())}, is_of(area, post.organization_id))
            for post in structure.posts
        ),
        *((cited_by(it), is_of(area, it.subject_id, it.from_id or "")) for it in structure.absences),
    ]
    own = {id_ for ids, is_own in facts for id_ in ids if is_own}
    cited = own | {id_ for ids, is_own in facts if not is_own and own.isdisjoint(ids) for id_ in ids}
    sources = [contents.sources[id_] for id_ in sorted(cited) if id_ in contents.sources]
    return sorted(sources, key=lambda source: source.published or "", reverse=True)


def is_of(area: str, *ids: str) -> bool:
    """Tell whether one of these bodies is recorded in an area's own file."""
    return any(id_.partition("/")[0] == area for id_ in ids)


def cited_by(fact: Cited) -> set[str]:
    """Return the ids of the documents that a fact rests on."""
    return {cite.source_id for cite in fact.citations}


def apart_text(sources: Iterable[Source]) -> str:
    """Say that sources are years apart, in a sentence: not all of it need have been so at one time; else nothing."""
    years = sorted(int(source.published[:4]) for source in sources if source.published)
    if not years or years[-1] - years[0] < YEARS_APART:
        return ""
    return f"Its sources are from {years[0]} to {years[-1]}: not all of this need have been so at the same time."


def source_line(sources: Iterable[Source]) -> str:
    """Say the sources in a line: the newest's date, their titles, and whether they are years apart."""
    them = list(sources)
    if not them:
        return "No source is recorded."
    titles = [f"{it.title}{f' ({spoken(it.published)})' if it.published else ''}" for it in them[:MOST_SOURCES]]
    more = f"; {and_more(len(them) - MOST_SOURCES)}" if len(them) > MOST_SOURCES else ""
    newest = f"Newest source: {spoken(them[0].published)}. " if them[0].published else ""
    said = f"{newest}{agree(len(them), 'Source', 'Sources')}: {'; '.join(titles)}{more}."
    return f"{said} {apart}" if (apart := apart_text(them)) else said


def imprint_of(request: Request, shown: Shown, contents: Contents) -> Imprint:
    """Return what a sheet with this picture says about itself."""
    sources = sources_shown(shown, contents)
    return Imprint(
        title=contents.titled(shown.drawing.title, (shown.area.id,)),
        day=recorded_text(sources, shown.view.on),
        shown=f"{drawn_text(shown)}. What is not recorded is not shown, and that does not mean no.",
        sources=source_line(sources),
        address=origin_of(request) + shown.address(replace(shown.view, select="", find="", large=False)),
        made=made_text(contents),
    )


def made_text(contents: Contents) -> str:
    """Say when something was made, and from what."""
    return f"Partnership Explorer, made {spoken(today().isoformat())} from version {contents.version} of the record"


async def share_of(request: Request, explorer: Explorer, shown: Shown) -> Share:
    """Return the box of a page with a picture, in the view that the reader has."""
    contents = await explorer.catalogue.contents()
    origin = origin_of(request)
    view = replace(shown.view, select="", find="")
    own = ("about",) if shown.body else ()

    def at(path: str, of: View = view) -> str:
        return address_of(path, of, without=own)

    address = origin + shown.address(shown.view)
    usual = replace(view, large=False)
    drawing = shown.drawing
    embed = frame_code(origin, at(f"/embed{shown.path}", usual), drawing.title, drawing.width, drawing.height)
    return Share(
        shown.drawing.title,
        address,
        citation(shown.drawing.title, view.on, contents.version, address),
        svg=at(f"/diagrams{shown.path}.svg"),
        png=at(f"/diagrams{shown.path}.png"),
        html=at(f"/diagrams{shown.path}.html"),
        pdf=at(f"/diagrams{shown.path}.pdf", usual),
        large=at(f"/diagrams{shown.path}.pdf", replace(view, large=True)),
        booklet="" if shown.body else address_of(f"/booklet/{shown.area.id}", View(on=view.on, proposed=view.proposed)),
        embed=embed,
        files=() if shown.body else files_of(shown.area.id),
        manifest="" if shown.body else f"/data/{shown.area.id}.manifest.json",
    )


def files_of(area: str) -> tuple[tuple[str, str], ...]:
    """Return what the open formats of a place are called, and where each is."""
    return tuple((capitalized(each.title), f"/data/{area}.{each.ending}") for each in FORMATS)


def frame_code(origin: str, path: str, title: str, width: float, height: float) -> str:
    """Return the code that puts a picture on another page: it keeps the picture's shape, and cannot leave its frame.

    The sandbox lets it run its own module and open links beside the page, nothing else.
    """
    shape = f"{width:.0f} / {height:.0f}" if height else "3 / 2"
    return (
        f'<iframe src="{_attribute(origin + path)}" title="{_attribute(title)}" loading="lazy" allow="fullscreen" '
        'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" '
        f'style="border: 0; width: 100%; min-height: 420px; aspect-ratio: {shape}"></iframe>\n'
        f'<script src="{_attribute(origin)}/static/js/embed_resize.js" defer></script>'
    )


async def share_page(request: Request, explorer: Explorer, title: str, on: str) -> Share:
    """Return the box of a page without a picture, of a day as it was asked for: its link, and how to cite it."""
    contents = await explorer.catalogue.contents()
    address = address_shown(request)
    return Share(title, address, citation(title, on, contents.version, address))


def _attribute(words: str) -> str:
    """Write words as the value of an attribute in the code that a reader copies."""
    return words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
