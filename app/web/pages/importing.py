"""A file sent to the site, of any format that comes back: what it would change, by name; then its being recorded.

Between the preview and the change a file is kept by the page itself; a large one is kept by the site for an hour, and
imported by a process of its own.
"""

import asyncio
from dataclasses import replace
from functools import partial
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from pydantic import TypeAdapter
from starlette.datastructures import UploadFile
from starlette.responses import Response

from app.accounts import kept_columns
from app.domain.rights import Account, Role, edits_anywhere, may_administer, may_edit
from app.errors import BadInput, NotAllowed, TooBusy, UnknownId
from app.exchange.incoming.annotating import annotated_name
from app.exchange.sheets.cells import MAX_BYTES
from app.exchange.sheets.template import NAME, template
from app.exchange.tabled.template import FULL_NAME, full_template
from app.reading.explorer import Explorer
from app.record.importing_apart import Task, work
from app.record.importing_jobs import ASKED, REASONS, Job, job_of, keep_file, start
from app.record.importing_orders import How
from app.record.importing_shown import ImportOutcome, Reasons, ShownImport, outcome_of
from app.web.pages.importing_asked import MOST, Asked, FileSent, asked_in, file_in
from app.web.pages.importing_views import a_document, form_page, plain, preview_page, running_page, wrong
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, see, sent

AT_ONCE = 400_000
"""Bytes of a file that is looked at while the page is waited for; a larger one has a process and a page of its own."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCUMENTS = (".docx", ".doc", ".odt", ".pdf", ".rtf")
_RECORDED_ALREADY = "All of that is recorded already: nothing would change."
_STOPPED = "Reading the file stopped before it was done: it takes more memory or time than there is. Divide it."


class ImportRoute(PrivateRoute):
    """A private route to which a file may be sent."""

    most_sent: ClassVar[int] = MAX_BYTES + 1_000_000


router = APIRouter(include_in_schema=False, route_class=ImportRoute)


@router.get("/import")
async def begin(request: Request, explorer: OpenExplorer, reader: Reader, area: str = "") -> Response:
    """Show the form, for those who may write in a place."""
    _refuse_readers(reader.account)
    return await form_page(request, explorer, reader, Asked(area=area))


@router.get("/import/template")
async def workbook(reader: Reader) -> Response:
    """Give a workbook to fill in."""
    _refuse_readers(reader.account)
    return _workbook(NAME, template())


@router.get("/import/template/full")
async def full_workbook(reader: Reader) -> Response:
    """Give a workbook to fill in with a sheet for every sort of entry."""
    _refuse_readers(reader.account)
    return _workbook(FULL_NAME, await asyncio.to_thread(full_template))


@router.post("/import")
async def look(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Say what a file would change, or what is wrong with it."""
    _refuse_readers(reader.account)
    asked = asked_in(fields)
    sent_file = (await sent(request)).get("file")
    name = (sent_file.filename or "")[-MOST:] if isinstance(sent_file, UploadFile) else ""
    raw = await sent_file.read() if isinstance(sent_file, UploadFile) else b""
    if not name:
        return await form_page(request, explorer, reader, asked, wrong("Choose a file."))
    if len(raw) > MAX_BYTES:
        told = f"The file has {len(raw) / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB can be sent."
        return await form_page(request, explorer, reader, asked, wrong(told))
    if name.casefold().endswith(_DOCUMENTS):
        return await form_page(request, explorer, reader, asked, a_document(name))
    if not asked.area and not asked.new and not may_administer(reader.account):
        return await form_page(request, explorer, reader, asked, wrong("Choose a place."))
    file = FileSent(name, raw)
    if len(raw) > AT_ONCE:
        await _refuse_others(explorer, reader.account, asked)
        try:
            job = await asyncio.to_thread(keep_file, explorer.settings.data_dir, raw, reader.account.id)
        except TooBusy as error:
            return await form_page(request, explorer, reader, asked, wrong(error.message))
        return await _begin(request, explorer, reader, asked, FileSent(name, kept=job.id))
    return await _preview(request, explorer, reader, asked, file)


@router.post("/import/again")
async def look_again(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Say what a file would change with what was answered since."""
    return await _preview(request, explorer, reader, asked_in(fields), file_in(fields))


@router.post("/import/record")
async def record(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Record what was shown, all of it or nothing; where the record has changed since, show it anew."""
    asked, file, version = asked_in(fields), file_in(fields), fields.get("version", "")
    if fields.get("looked", "") != asked.looked:
        return await _preview(request, explorer, reader, asked, file, "You answered something since: look again.")
    seen = int(version) if version.isdecimal() and len(version) < 17 else 0
    if file.kept:
        return await _begin(request, explorer, reader, asked, file, seen=seen)
    outcome, _ = await _outcome(explorer, reader.account, asked, file, seen=seen)
    if outcome.changed_since:
        return await _preview(request, explorer, reader, asked, file, outcome.changed_since)
    return await _recorded(request, explorer, reader, asked, file, outcome)


@router.post("/import/reasons")
async def reasons(explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Give a spreadsheet back with what is wrong with it, each reason as a comment at its cell."""
    asked, file = asked_in(fields), file_in(fields)
    if file.kept:
        raw = _job(explorer, reader, file.kept).read(REASONS)
        if not raw:
            raise BadInput("Nothing is wrong with this file.")
        return _workbook(annotated_name(file.name), raw)
    _, found = await _outcome(explorer, reader.account, asked, file)
    return _workbook(annotated_name(file.name), await asyncio.to_thread(found.workbook, file.name, file.raw))


@router.get("/import/running/{id}")
async def running(id: str, request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """Show how far a large file is and, once it is read, what it would change or that it is recorded."""
    job = _job(explorer, reader, id)
    asked, name, is_recording = _BEGUN.validate_json(job.read(ASKED))
    file, outcome = FileSent(name, kept=id), job.outcome
    if outcome is None and job.is_silent:
        job.drop()
        return await form_page(request, explorer, reader, asked, wrong(_STOPPED))
    if outcome is None:
        return running_page(request, reader, file, job.far)
    if outcome.changed_since:
        return await _begin(request, explorer, reader, asked, file)
    if is_recording:
        return await _recorded(request, explorer, reader, asked, file, outcome)
    return await _shown(request, explorer, reader, asked, file, outcome)


@router.post("/import/running/{id}/cancel")
async def cancel(id: str, request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """Stop reading a large file, and let go of it."""
    job = _job(explorer, reader, id)
    await asyncio.to_thread(job.drop)
    return see(request, "/import")


_BEGUN = TypeAdapter(tuple[Asked, str, bool])


def _workbook(name: str, content: bytes) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "x-robots-tag": "noindex"}
    return Response(content, media_type=XLSX, headers=headers)


def _refuse_readers(account: Account) -> None:
    if not edits_anywhere(account):
        raise NotAllowed("Only those who may write in a place import files.")


def _job(explorer: Explorer, reader: SignedInReader, id_: str) -> Job:
    return job_of(explorer.settings.data_dir, id_, reader.account.id)


async def _refuse_others(explorer: Explorer, account: Account, asked: Asked) -> None:
    """Raise NotAllowed for whoever may not write where a file goes, UnknownId where that is nowhere."""
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


def _how(account: Account, asked: Asked, seen: int | None) -> How:
    """Return how a file is imported; it is only looked at where no version was seen yet."""
    return How(
        new=asked.new if not asked.area else "",
        dry_run=seen is None,
        why=asked.why,
        by=account.name,
        seen=seen,
        sees_all=partial(account.may, Role.STEWARD),
        may_make=may_administer(account),
        answered=asked.answered,
    )


async def _outcome(
    explorer: Explorer, account: Account, asked: Asked, file: FileSent, *, seen: int | None = None
) -> tuple[ImportOutcome, Reasons]:
    await _refuse_others(explorer, account, asked)
    if asked.leaving == "end" and not asked.end:
        told = "Say when those who are no longer named left, or choose another answer."
        return ImportOutcome(refused=wrong(told)), Reasons()
    async with explorer.database.turns.one():
        how = _how(account, asked, seen)
        return await outcome_of(explorer.database, file.name, file.raw, asked.area, asked.beside, **how)


async def _begin(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    file: FileSent,
    *,
    seen: int | None = None,
) -> Response:
    """Have a process look at a large file, or record it, and lead on to the page that says how far it is."""
    await _refuse_others(explorer, reader.account, asked)
    job = _job(explorer, reader, file.kept)
    job.begin()
    job.write(ASKED, _BEGUN.dump_json((asked, file.name, seen is not None)))
    task = Task(file.name, asked.area, asked.beside, _how(reader.account, asked, seen))
    await asyncio.to_thread(start, work, job, explorer.settings, task)
    return see(request, f"/import/running/{job.id}")


async def _preview(
    request: Request, explorer: Explorer, reader: SignedInReader, asked: Asked, file: FileSent, warning: str = ""
) -> Response:
    if file.kept:
        return await _begin(request, explorer, reader, asked, file)
    outcome, _ = await _outcome(explorer, reader.account, asked, file)
    return await _shown(request, explorer, reader, asked, file, outcome, warning)


async def _shown(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    file: FileSent,
    outcome: ImportOutcome,
    warning: str = "",
) -> Response:
    if not asked.columns and (columns := await _chosen_before(explorer, reader.account, outcome)):
        return await _preview(request, explorer, reader, replace(asked, columns=columns, remembered="1"), file, warning)
    if outcome.shown is None:
        return await form_page(request, explorer, reader, asked, outcome.refused or wrong(_STOPPED), file)
    if not outcome.shown.changes_anything and not asked.answered.apart:
        return await form_page(request, explorer, reader, asked, plain(_RECORDED_ALREADY, outcome.shown), file)
    return await preview_page(request, explorer, reader, asked, file, outcome.shown, warning)


async def _chosen_before(explorer: Explorer, account: Account, outcome: ImportOutcome) -> kept_columns.Columns:
    """Return what somebody chose for the columns of their last file with the same headings."""
    seen = outcome.shown or outcome.refused
    headings = [column.heading for column in seen.columns] if seen else []
    return await kept_columns.kept(explorer.database, account, headings) if headings else ()


async def _recorded(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: Asked,
    file: FileSent,
    outcome: ImportOutcome,
) -> Response:
    done: ShownImport | None = outcome.shown
    if done is None:
        return await form_page(request, explorer, reader, asked, outcome.refused or wrong(_STOPPED), file)
    if asked.columns and done.columns:
        headings = [column.heading for column in done.columns]
        await kept_columns.keep(explorer.database, reader.account, headings, asked.columns)
    if file.kept:
        await asyncio.to_thread(_job(explorer, reader, file.kept).drop)
    if not done.changes_anything:
        told = "All of that is recorded already: nothing was changed."
        return await form_page(request, explorer, reader, replace(asked, answers=()), plain(told))
    about = urlencode({"saved": "1", "about": f"area/{done.place}"})
    return see(request, f"/history/{done.version}?{about}")
