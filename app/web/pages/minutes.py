"""Minutes sent to the site: the text and what is found in it side by side, each find looked at, then recorded.

Between the steps the text and the answers are kept by the page itself, and nowhere else.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from app.domain.records import Area
from app.domain.rights import Account, Role, edits_anywhere, may_edit
from app.errors import BadInput, NotAllowed
from app.exchange.minutes.document import MAX_BYTES, Document, Unreadable, document_of
from app.exchange.minutes.reading import document_in
from app.exchange.minutes.text_reader import in_cells
from app.reading.explorer import Explorer
from app.record.checking import Objection
from app.record.drafting import apply, weigh
from app.record.drafts import MOST_STEPS, Draft, accepted, draft_in
from app.record.minutes.drafting import draft_of
from app.record.minutes.places import about_place
from app.record.minutes.reviewing import MISSED, NO, Review, review
from app.web.pages.conflicts import conflict_page
from app.web.pages.minutes_shown import ShownFinds, ShownLine, finds_shown, lines_shown, open_told
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, render_private, seal_of, see, sent
from app.web.shell.render import Page

_MOST = 300
"""Letters of an answer that is a line."""
_LONGEST = 2_000
"""Letters of any answer."""
MOST_FIELDS = 900
"""Fields of a page that comes back: a form may have a hundred more."""
_ASKED = ("area", "body", "source", "name")
_OWN = frozenset({*_ASKED, "form_token", "step", "text", "draft", "says", "seal", "doubted", "why", "from"})
"""Fields that are no answers to finds."""


class MinutesRoute(PrivateRoute):
    """A private route to which minutes may be sent."""

    most_sent: ClassVar[int] = MAX_BYTES + 500_000


router = APIRouter(include_in_schema=False, route_class=MinutesRoute)


@dataclass(frozen=True, slots=True)
class AskedMinutes:
    """What is asked beside minutes, as it was typed."""

    area: str = ""
    body: str = ""
    source: str = ""
    name: str = ""
    """Of the file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesPage(Page):
    """The form to send minutes, and what was wrong with those that were sent."""

    template = "minutes.html"
    places: tuple[Area, ...]
    asked: AskedMinutes
    typed: str
    wrong: str
    largest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesReviewPage(Page):
    """What minutes say, beside their text."""

    template = "minutes_review.html"
    place: str
    asked: AskedMinutes
    text: str
    lines: tuple[ShownLine, ...]
    finds: ShownFinds
    missed: str
    """Whom somebody added, one a line."""
    wrongs: tuple[tuple[str, str], ...]
    """What is still to be answered, each with where: the key of a find, or nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MinutesPreviewPage(Page):
    """What accepted finds would write."""

    template = "minutes_preview.html"
    says: str
    lines: tuple[str, ...]
    doubts: tuple[Objection, ...]
    doubted: str
    draft: str
    seal: str
    asked: AskedMinutes
    text: str
    answers: Mapping[str, str]
    left_out: int


@router.get("/import/minutes")
async def begin_minutes(
    request: Request, explorer: OpenExplorer, reader: Reader, area: str = "", body: str = ""
) -> Response:
    """Show the form, for those who may write in a place."""
    return await _form(request, explorer, reader, AskedMinutes(area[:_MOST], body[:_MOST]))


@router.post("/import/minutes")
async def read_minutes(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Show what minutes say, or why they cannot be read."""
    file = (await sent(request)).get("file")
    name = (file.filename or "")[-_MOST:] if isinstance(file, UploadFile) else ""
    raw = await file.read() if isinstance(file, UploadFile) and name else b""
    typed = fields.get("typed", "")
    asked = _asked({**fields, "name": name or "minutes"})
    if not name and not typed.strip():
        return await _form(request, explorer, reader, asked, "Choose a file, or paste the text.", typed)
    if not asked.area:
        return await _form(request, explorer, reader, asked, "Choose a place.", typed)
    _refuse_others(reader.account, asked.area)
    try:
        if name:
            document = await asyncio.to_thread(document_in, name, raw)
        else:
            document = document_of(in_cells(typed))
    except Unreadable as error:
        what = f"{name} {error}." if name else f"The text {error}."
        return await _form(request, explorer, reader, asked, what, typed)
    answers = {"body_value": asked.body} if asked.body else {}
    return await _review(request, explorer, reader, asked, document, answers)


@router.post("/import/minutes/look")
async def look_at_minutes(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Show what the answers would write, or what is still to be answered."""
    asked = _asked(fields)
    _refuse_others(reader.account, asked.area)
    try:
        document = document_of(fields.get("text", ""))
    except Unreadable as error:
        raise BadInput(f"The text did not come back whole: it {error}.") from None
    answers = {name: value[:_LONGEST] for name, value in fields.items() if name not in _OWN}
    if fields.get("step") == "change":
        return await _review(request, explorer, reader, asked, document, answers)
    about = await about_place(explorer, asked.area, sees_all=_sees_all(reader.account, asked.area))
    seen = await review(document, about, explorer.catalogue, "", answers)
    wrongs = list(open_told(seen))
    if not wrongs:
        try:
            made = draft_of(seen, about, asked.source)
        except BadInput as error:
            wrongs = [("", error.message)]
    if wrongs:
        return await _review(request, explorer, reader, asked, document, answers, seen, wrongs)
    if len(made.draft.steps) > MOST_STEPS:
        told = (
            f"That is more than {MOST_STEPS} entries at once: leave some out, or use the command partnerships minutes."
        )
        return await _review(request, explorer, reader, asked, document, answers, seen, [("", told)])
    weighed = await weigh(explorer.database, made.draft, sees_all=about.sees_all)
    if weighed.conflicts:
        return conflict_page(
            request, reader, "/import/minutes/look", weighed.conflicts, _kept(asked, document, answers)
        )
    if weighed.problems or not weighed.lines:
        wrongs = [("", f"{it.address or 'The place'}: {it.says}") for it in weighed.problems]
        wrongs = wrongs or [("", "All of that is recorded already: nothing would change.")]
        return await _review(request, explorer, reader, asked, document, answers, seen, wrongs)
    page = MinutesPreviewPage(
        title="Is this right?",
        says=made.says,
        lines=weighed.lines,
        doubts=weighed.doubts,
        doubted="\n".join(dict.fromkeys(str(it.address) for it in weighed.doubts)),
        draft=made.draft.text(),
        seal=seal_of(reader, made.draft.text(), made.says),
        asked=asked,
        text=document.text,
        answers=answers,
        left_out=sum(item.answer == NO for item in seen.items),
    )
    return render_private(request, page, reader, shown_as="/import/minutes")


@router.post("/import/minutes/record")
async def record_minutes(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Write what was shown, and lead on to where it can be taken back."""
    draft, asked = draft_in(fields.get("draft", "")), _asked(fields)
    _refuse_others(reader.account, draft.place)
    says, why = fields.get("says", ""), " ".join(fields.get("why", "").split())
    if seal_of(reader, fields.get("draft", ""), says) != fields.get("seal", ""):
        says = ""
    done = await apply(
        explorer.database,
        accepted(draft, fields.get("doubted", "").splitlines(), why),
        by=reader.account.name,
        why=why,
        how="import",
        form=asked.name,
        says=says,
        sees_all=_sees_all(reader.account, draft.place),
    )
    if not done.stands:
        kept = {name: value for name, value in fields.items() if name not in _OWN or name in {*_ASKED, "text"}}
        problems = tuple(f"{it.address or 'The place'}, {it.field}: {it.says}" for it in done.problems)
        return conflict_page(request, reader, "/import/minutes/look", done.conflicts, kept, problems)
    about = _met(draft)
    if not done.number:
        return see(request, f"/edit/saved?{urlencode({'about': about})}")
    return see(request, f"/history/{done.number}?{urlencode({'saved': '1', 'about': about})}")


def _met(draft: Draft) -> str:
    """Return what minutes are about: the meeting that they say who was at, or else the place."""
    met = [
        step.address for step in draft.steps if step.address.kind == "meeting" and (step.said or {}).get("attendance")
    ]
    return f"meeting/{met[0].id}" if met else f"area/{draft.place}"


def _refuse_others(account: Account, area: str) -> None:
    if not may_edit(account, area):
        raise NotAllowed("You may not write in this place: an administrator gives the right to.")


def _sees_all(account: Account, area: str) -> bool:
    return account.may(Role.STEWARD, area)


def _asked(fields: Mapping[str, str]) -> AskedMinutes:
    return AskedMinutes(**{name: " ".join(fields.get(name, "").split())[:_MOST] for name in _ASKED})


def _kept(asked: AskedMinutes, document: Document, answers: Mapping[str, str]) -> dict[str, str]:
    """Return what leads back to the finds as they were answered."""
    return {**answers, "text": document.text} | {name: getattr(asked, name) for name in _ASKED}


async def _review(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: AskedMinutes,
    document: Document,
    answers: Mapping[str, str],
    seen: Review | None = None,
    wrongs: Sequence[tuple[str, str]] = (),
) -> Response:
    if seen is None:
        about = await about_place(explorer, asked.area, sees_all=_sees_all(reader.account, asked.area))
        seen = await review(document, about, explorer.catalogue, "", answers)
    finds = finds_shown(seen, answers)
    if finds.fields > MOST_FIELDS:
        told = "More is found in these minutes than fits on a page: divide them, or use the command minutes."
        return await _form(request, explorer, reader, asked, told)
    page = MinutesReviewPage(
        title="Error: what the minutes say" if wrongs else "What the minutes say",
        place=(await explorer.catalogue.contents()).areas[asked.area].name,
        asked=asked,
        text=document.text,
        lines=lines_shown(seen),
        finds=finds,
        missed=answers.get(MISSED, ""),
        wrongs=tuple(wrongs),
    )
    return render_private(request, page, reader, status=422 if wrongs else 200, shown_as="/import/minutes")


async def _form(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    asked: AskedMinutes,
    wrong: str = "",
    typed: str = "",
) -> Response:
    if not edits_anywhere(reader.account):
        raise NotAllowed("Only those who may write in a place bring in minutes.")
    areas = (await explorer.catalogue.contents()).areas.values()
    page = MinutesPage(
        title="Bring in minutes",
        places=tuple(sorted((each for each in areas if may_edit(reader.account, each.id)), key=lambda each: each.name)),
        asked=asked,
        typed=typed[:MAX_BYTES],
        wrong=wrong,
        largest=f"{MAX_BYTES / 1e6:.0f} MB",
    )
    return render_private(request, page, reader, status=422 if wrong else 200, shown_as="/import/minutes")
