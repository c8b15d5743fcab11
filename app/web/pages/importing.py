"""A file sent to the site, of any format that comes back: what it would change, by name; then its being recorded.

Between the preview and the change the file is kept by the page itself, and nowhere else.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from app.domain.records import Area
from app.domain.rights import Account, Role, edits_anywhere, may_administer, may_edit
from app.errors import BadInput, DataRefused, NotAllowed, UnknownId
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.template import NAME, template
from app.reading.explorer import Explorer
from app.record.importing import ChangedSince, Imported
from app.record.importing_files import import_file
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, render_private, see, sent
from app.web.shell.render import Page

LARGEST = 1_500_000
"""Bytes of a file: the page that keeps it is a third larger."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LEAVING = ("ask", "end", "replace", "keep")
"""What becomes of whoever the sheet no longer has in a seat."""
_MOST = 300
"""Letters of an answer that is a line."""


class ImportRoute(PrivateRoute):
    """A private route to which a file may be sent."""

    most_sent: ClassVar[int] = 2_500_000


router = APIRouter(include_in_schema=False, route_class=ImportRoute)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked beside a file, as it was typed."""

    area: str = ""
    new: str = ""
    """The name of a place that is to be made."""
    source: str = ""
    board: str = ""
    date: str = ""
    venue: str = ""
    leaving: str = "ask"
    end: str = ""
    why: str = ""

    @property
    def beside(self) -> Beside:
        """What of it is about the sheet."""
        end = self.end if self.leaving == "end" else ""
        leaves = self.leaving == "replace", self.leaving == "keep"
        return Beside(self.source, self.board, self.date, self.venue, end, *leaves)


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportPage(Page):
    """The form to send a file, and what was wrong with the one that was sent."""

    template = "import.html"
    places: tuple[Area, ...]
    """Those that the reader may write in."""
    may_make: bool
    """Whether the reader may make a place."""
    asked: Asked
    wrong: str
    problems: tuple[str, ...]
    largest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportPreviewPage(Page):
    """What a file would change."""

    template = "import_preview.html"
    place: str
    file: str
    content: str
    asked: Asked
    warning: str
    imported: Imported


@router.get("/import")
async def begin(request: Request, explorer: OpenExplorer, reader: Reader, area: str = "") -> Response:
    """Show the form, for those who may write in a place."""
    return await _form(request, explorer, reader, Asked(area=area))


@router.get("/import/template")
async def workbook(reader: Reader) -> Response:
    """Give a workbook to fill in."""
    _refuse_readers(reader.account)
    headers = {"content-disposition": f'attachment; filename="{NAME}"', "x-robots-tag": "noindex"}
    return Response(template(), media_type=XLSX, headers=headers)


@router.post("/import")
async def look(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Say what a file would change, or what is wrong with it."""
    asked = _asked(fields)
    file = (await sent(request)).get("file")
    name = (file.filename or "")[-_MOST:] if isinstance(file, UploadFile) else ""
    raw = await file.read() if isinstance(file, UploadFile) else b""
    if not name:
        return await _form(request, explorer, reader, asked, "Choose a file.")
    if len(raw) > LARGEST:
        told = f"The file has {len(raw) / 1e6:.1f} MB; here at most {LARGEST / 1e6:.1f} can be sent."
        return await _form(request, explorer, reader, asked, told)
    return await _preview(request, explorer, reader, asked, name, raw)


@router.post("/import/record")
async def record(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Record what was shown, all of it or nothing; where the record has changed since, show it anew."""
    asked, name = _asked(fields), fields.get("name", "")[-_MOST:]
    raw, version = _content(fields), fields.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) < 17 else 0
    try:
        done = await _import(explorer, reader.account, asked, name, raw, seen=seen)
    except ChangedSince as error:
        return await _preview(request, explorer, reader, asked, name, raw, error.message)
    except (BadInput, DataRefused) as error:
        return await _refused(request, explorer, reader, asked, error)
    if not done.changes_anything:
        return await _form(request, explorer, reader, asked, "All of that is recorded already: nothing was changed.")
    about = urlencode({"saved": "1", "about": f"area/{done.place}"})
    return see(request, f"/history/{done.version}?{about}")


def _refuse_readers(account: Account) -> None:
    if not edits_anywhere(account):
        raise NotAllowed("Only those who may write in a place import files.")


def _asked(fields: Mapping[str, str]) -> Asked:
    said = {name: " ".join(fields.get(name, "").split())[:_MOST] for name in Asked.__slots__}
    asked = Asked(**said)
    return asked if asked.leaving in _LEAVING else replace(asked, leaving="ask")


def _content(fields: Mapping[str, str]) -> bytes:
    try:
        return base64.urlsafe_b64decode(fields.get("content", ""))
    except ValueError:
        raise BadInput("The file did not come back whole: send it again.") from None


async def _import(
    explorer: Explorer, account: Account, asked: Asked, name: str, raw: bytes, *, seen: int | None = None
) -> Imported:
    """Import a file, or only look at it where no version was seen yet; NotAllowed for whoever may not write there."""
    _refuse_readers(account)
    making = asked.new if not asked.area else ""
    if making and not may_administer(account):
        raise NotAllowed("Only administrators make places.")
    if not asked.area and not making:
        # The file says of which places it is: those may be any.
        if not may_administer(account):
            raise NotAllowed("Choose the place that it is of.")
    elif not making and not may_edit(account, asked.area):
        raise NotAllowed("You may not write in this place: an administrator gives the right to.")
    if asked.area and asked.area not in (await explorer.catalogue.contents()).areas:
        raise UnknownId("There is no such place.")
    if asked.leaving == "end" and not asked.end:
        raise BadInput("Say when those who are no longer named left, or choose another answer.")
    async with explorer.database.turns.one():
        return await import_file(
            explorer.database,
            name,
            raw,
            asked.area,
            new=making,
            beside=asked.beside,
            dry_run=seen is None,
            why=asked.why,
            by=account.name,
            seen=seen,
            sees_all=partial(account.may, Role.STEWARD),
            may_make=may_administer(account),
        )


async def _preview(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    name: str,
    raw: bytes,
    warning: str = "",
) -> Response:
    if not asked.area and not asked.new and not may_administer(reader.account):
        return await _form(request, explorer, reader, asked, "Choose a place.")
    try:
        imported = await _import(explorer, reader.account, asked, name, raw)
    except (BadInput, DataRefused) as error:
        return await _refused(request, explorer, reader, asked, error)
    if not imported.changes_anything:
        return await _form(request, explorer, reader, asked, "All of that is recorded already: nothing would change.")
    areas = (await explorer.catalogue.contents()).areas
    page = ImportPreviewPage(
        title="Is this right?",
        place=areas[asked.area].name if asked.area else asked.new or _named(imported, areas),
        file=name,
        content=base64.urlsafe_b64encode(raw).decode(),
        asked=asked,
        warning=warning,
        imported=imported,
    )
    return render_private(request, page, reader, status=409 if warning else 200, shown_as="/import")


def _named(imported: Imported, areas: Mapping[str, Area]) -> str:
    """Name the place that a file is of by its own word."""
    return areas[imported.place].name if imported.place in areas else imported.place


async def _refused(
    request: Request, explorer: Explorer, reader: SignedInReader, asked: Asked, error: BadInput | DataRefused
) -> Response:
    problems = tuple(map(str, error.problems)) if isinstance(error, DataRefused) else ()
    return await _form(request, explorer, reader, asked, error.message, problems)


async def _form(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    wrong: str = "",
    problems: Sequence[str] = (),
) -> Response:
    _refuse_readers(reader.account)
    areas = (await explorer.catalogue.contents()).areas.values()
    page = ImportPage(
        title="Import a file",
        places=tuple(sorted((each for each in areas if may_edit(reader.account, each.id)), key=lambda each: each.name)),
        may_make=may_administer(reader.account),
        asked=asked,
        wrong=wrong,
        problems=tuple(problems),
        largest=f"{LARGEST / 1e6:.1f} MB",
    )
    return render_private(request, page, reader, status=422 if wrong else 200, shown_as="/import")
