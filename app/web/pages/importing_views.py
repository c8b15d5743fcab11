"""The pages of an import: the form, what a file would change, and how far a large one is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from app.domain.records import Area
from app.domain.rights import may_administer, may_edit
from app.exchange.sheets.cells import MAX_BYTES, MAX_ROWS
from app.exchange.sheets.headings import CHOICES, NOT_READ, READINGS
from app.reading.explorer import Explorer
from app.record.importing_jobs import FarAlong
from app.record.importing_shown import RefusedImport, ShownImport
from app.web.pages.importing_asked import Asked, FileSent
from app.web.shell.private import SignedInReader, render_private
from app.web.shell.render import Page

PATH = "/import"
LOOKS_AGAIN = "2"
"""Seconds after which the page of a file that is being read asks how far it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportPage(Page):
    """The form to send a file, and what was wrong with the one that was sent."""

    template = "import.html"
    places: tuple[Area, ...]
    """Those that the reader may write in."""
    may_make: bool
    """Whether the reader may make a place."""
    asked: Asked
    refused: RefusedImport
    hidden: Mapping[str, str]
    """What goes on with the file that was refused, where it may be read otherwise."""
    choices: tuple[str, ...]
    readings: Mapping[str, str]
    """Choices that are said in more words."""
    not_read: str
    largest: str
    rows: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportPreviewPage(Page):
    """What a file would change."""

    template = "import_preview.html"
    place: str
    file: str
    hidden: Mapping[str, str]
    """What goes on with the file."""
    asked: Asked
    warning: str
    shown: ShownImport
    choices: tuple[str, ...]
    readings: Mapping[str, str]
    """Choices that are said in more words."""
    not_read: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportRunningPage(Page):
    """How far a large file is."""

    template = "import_running.html"
    id: str
    far: FarAlong


async def form_page(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    refused: RefusedImport | None = None,
    file: FileSent | None = None,
) -> Response:
    """Show the form, with what was wrong with the file that was sent."""
    areas = (await explorer.catalogue.contents()).areas.values()
    page = ImportPage(
        title="Import a file",
        places=tuple(sorted((each for each in areas if may_edit(reader.account, each.id)), key=lambda each: each.name)),
        may_make=may_administer(reader.account),
        asked=asked,
        refused=refused or RefusedImport(""),
        hidden=_hidden(asked, file) if file else {},
        choices=CHOICES,
        readings=READINGS,
        not_read=NOT_READ,
        largest=f"{MAX_BYTES / 1e6:.0f} MB",
        rows=MAX_ROWS,
    )
    return render_private(request, page, reader, status=422 if refused and not refused.plain else 200, shown_as=PATH)


async def preview_page(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    file: FileSent,
    shown: ShownImport,
    warning: str = "",
) -> Response:
    """Show what a file would change."""
    areas = (await explorer.catalogue.contents()).areas
    named = areas[shown.place].name if shown.place in areas else shown.place
    page = ImportPreviewPage(
        title="Is this right?",
        place=areas[asked.area].name if asked.area in areas else asked.new or named,
        file=file.name,
        hidden=_hidden(asked, file) | {"version": str(shown.version), "looked": asked.looked_at(shown.columns)},
        asked=asked,
        warning=warning,
        shown=shown,
        choices=CHOICES,
        readings=READINGS,
        not_read=NOT_READ,
    )
    return render_private(request, page, reader, status=409 if warning else 200, shown_as=PATH)


def running_page(request: Request, reader: SignedInReader, file: FileSent, far: FarAlong) -> Response:
    """Show how far a large file is; the page looks again by itself."""
    page = ImportRunningPage(title=f"Reading {file.name}", id=file.kept, far=far)
    response = render_private(request, page, reader, shown_as=PATH)
    response.headers["Refresh"] = LOOKS_AGAIN  # by the browser itself, so it needs no script
    return response


def _hidden(asked: Asked, file: FileSent) -> dict[str, str]:
    """Return what goes from page to page with a file."""
    content = {"kept": file.kept} if file.kept else {"content": file.content}
    return {"name": file.name} | content | asked.lines | {f"chosen/{heading}": word for heading, word in asked.columns}


def plain(message: str, shown: ShownImport | None = None) -> RefusedImport:
    """Return what is no refusal: nothing is new, how it was read is told, and columns may still be read otherwise."""
    if shown is None:
        return RefusedImport("", plain=message)
    return RefusedImport("", shown.notes.few, shown.columns, plain=message)


def a_document(name: str) -> RefusedImport:
    """Return that a file is of the sort that minutes are kept as, which come in on a page of their own."""
    return RefusedImport(f"{name} is a document, and no spreadsheet.", is_document=True)


def wrong(message: str, problems: Sequence[str] = ()) -> RefusedImport:
    """Return a refusal in a sentence."""
    return RefusedImport(message, tuple(problems))
