"""The pages on which a record is changed: a form, what it would write, and what was written. Without JavaScript."""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.accounts import kept_forms
from app.accounts.kept_forms import KeptForm
from app.diagram.draw import Drawing
from app.domain.addresses import FOLDERS
from app.domain.english import capitalized
from app.domain.rights import Role, may_edit
from app.domain.view import View
from app.errors import NotAllowed
from app.exchange.entries.addresses import Address
from app.reading.explorer import Explorer
from app.record.checking import Objection
from app.record.drafting import apply, known_of, weigh
from app.record.drafts import Draft, accepted, draft_in, plain
from app.record.forms.arranging import ORDER
from app.record.forms.asking import About, Field, Form, Shape, Unclear, Wrong, settled_in, wrong_days
from app.record.forms.bodies import START, place_named, start_fields
from app.record.forms.catalogue import address_in, at_fields, fields_of, form_named, made_of
from app.record.forms.opening import about_of
from app.web.pages.conflicts import conflict_page
from app.web.pages.folds import Fold, folds_of
from app.web.pages.signed_out import FormRoute
from app.web.pages.typed import SAVE, action_of, answers_in
from app.web.pictures.shown import show
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import (
    Fields,
    Reader,
    SignedInReader,
    remember,
    render_private,
    seal_of,
    see,
)
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=FormRoute)

_START = "/edit/start"
CITES = "partnerships_cites"
"""The cookie that remembers what the last form cited."""
_LABELS = {"organization": "Organization", "person": "Person", "post": "Post", "area": "Area", "meeting": "Meeting"}
_LONGEST_COOKIE = 1_000
_SITTING = 3_600
"""Seconds for which that is filled in: another day something else is on the desk."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FormPage(Page):
    """A form, filled in as far as somebody did."""

    template = "edit_form.html"
    heading: str
    action: str
    about: str
    """The name of what it is about."""
    href: str
    fields: tuple[Field, ...]
    folds: tuple[Fold, ...]
    """The same, those together that are folded away."""
    given: Mapping[str, str]
    wrongs: tuple[Wrong, ...]
    was: str
    wrong_at: Mapping[str, str]
    """What is wrong at a field, by its name."""
    settled: Mapping[str, str]
    """What was asked beside and is answered: the form takes it along unseen."""
    at: str
    """The heading at which reading goes on, where what is below it was asked anew; empty for the top."""
    minutes: str
    """Where minutes are read instead of a form about a meeting; empty for other forms."""
    has_picture: bool
    """Whether it is about the place's picture."""
    typed_when: str
    """When the answers that stand in it were typed and kept; empty where none are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewPage(Page):
    """What a form would write."""

    template = "edit_preview.html"
    action: str
    says: str
    written_in: str
    """Which source says so, in words; empty where none is asked for."""
    lines: tuple[str, ...]
    doubts: tuple[Objection, ...]
    doubted: str
    """The entries that are doubted, for what says why to be kept with them."""
    draft: str
    seal: str
    """What tells that the sentence is of this draft, and was said by this site."""
    answers: Mapping[str, str]
    word: str
    about: str
    picture: Drawing | None
    """How the place would be drawn, of a form about its picture."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedPage(Page):
    """That all of a draft was recorded already."""

    template = "edit_saved.html"
    href: str
    about: str


def name_of(about: About) -> str:
    """Say what a form is about: the name of a body, a person or a place, or which seat or meeting it is."""
    return about.told(plain(about.entry))


def page_of(address: Address) -> str:
    """Return the page of what a form is about."""
    return f"{FOLDERS[_LABELS[address.kind]]}{address.id}"


@router.get("/edit/saved")
async def saved_page(request: Request, reader: Reader, about: str = "") -> Response:
    """Say that what was to be saved is recorded already, as after a second press of the button."""
    address = address_in(about)
    return render_private(request, SavedPage(title="Saved already", href=page_of(address), about=about), reader)


@router.get("/edit/start")
async def start_page(request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """Ask what a new place begins with, with the answers that are kept of it."""
    kept = await kept_forms.kept(explorer.database, reader.account, _START)
    given = _filled(start_fields(), kept)
    return _shown(request, reader, START, None, start_fields(), given, (), kept=kept.when if kept else "")


@router.post("/edit/start")
async def start_preview(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Show what a new place would begin with."""
    given = answers_in(fields)
    await kept_forms.keep(explorer.database, reader.account, _START, given, title=START.title, about="", was="")
    if fields.get("step") == "keep":
        return Response(status_code=204)
    place = place_named(given.get("place", ""))
    if fields.get("step") == "change":
        return _shown(request, reader, START, None, start_fields(), given, ())
    if not may_edit(reader.account, place):
        wrong = Wrong("place", "You may not begin a place of this name: an administrator gives the right to.")
        return _shown(request, reader, START, None, start_fields(), given, (wrong,))
    about = About(await known_of(explorer.database, place), Address("area", place), {}, sees_all=True)
    return await _preview(request, explorer, reader, START, about, given, "")


@router.get("/edit/{word}/{about:path}")
async def form_page(request: Request, explorer: OpenExplorer, reader: Reader, word: str, about: str) -> Response:
    """Show a form, with what is recorded already, and the answers that are kept of it."""
    address = address_in(about)
    form = form_named(word, address.kind)
    found = await about_of(explorer, reader.account, address, _remembered(request), form)
    kept = await kept_forms.kept(explorer.database, reader.account, _action(form, address))
    if kept is None:
        return _form(request, reader, form, found)
    found = replace(found, answered=kept.answers)
    given = _filled(fields_of(form, found), kept)
    return _form(request, reader, form, found, given, was=kept.was, kept=kept.when)


@router.post("/edit/{word}/{about:path}")
async def preview_page(
    request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields, word: str, about: str
) -> Response:
    """Show what the answers would write, or what is wrong with them."""
    address = address_in(about)
    form = form_named(word, address.kind)
    found = await about_of(explorer, reader.account, address, _remembered(request), form)
    given, was = answers_in(fields), fields.get("was", "")
    found = replace(found, answered=given)
    action, name = _action(form, address), name_of(found)
    if fields.get("step") != "change":
        await kept_forms.keep(explorer.database, reader.account, action, given, title=form.title, about=name, was=was)
    if fields.get("step") == "keep":
        return Response(status_code=204)
    if fields.get("step") == "change":
        return _form(request, reader, form, found, given)
    if fields.get("step") == "again":
        wrongs = wrong_days(fields_of(form, found), given)
        return _form(request, reader, form, found, given, wrongs, was=was, again=True)
    return await _preview(request, explorer, reader, form, found, given, was)


def _filled(fields: Sequence[Field], kept: KeptForm | None) -> Mapping[str, str] | None:
    """Return what stands in a form of which answers are kept: a box that was not ticked is empty."""
    if kept is None:
        return None
    return {field.name: "" if field.shape is Shape.CHECK else field.given for field in fields} | dict(kept.answers)


async def _preview(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    form: Form,
    about: About,
    given: Mapping[str, str],
    was: str,
) -> Response:
    def again(
        wrongs: tuple[Wrong, ...], more: tuple[Field, ...] = (), settled: Mapping[str, str] | None = None
    ) -> Response:
        return _form(request, reader, form, about, given, wrongs, more, was, settled=settled)

    try:
        made = made_of(form, about, given, was)
    except Unclear as unclear:
        return again(unclear.wrongs, unclear.more, unclear.settled)
    weighed = await weigh(explorer.database, made.draft, sees_all=about.sees_all)
    action = _action(form, about.address)
    if weighed.conflicts:
        return conflict_page(request, reader, action, weighed.conflicts, given)
    if weighed.problems:
        return again(tuple(at_fields(made, weighed.problems)))
    if not weighed.lines:
        return again((Wrong("", "All of that is recorded already: nothing would change."),))
    page = PreviewPage(
        title="Is this right?",
        action=action,
        says=made.says,
        written_in=f"{capitalized(made.source_said)}." if made.source_said else "",
        lines=weighed.lines,
        doubts=weighed.doubts,
        doubted="\n".join(dict.fromkeys(str(it.address) for it in weighed.doubts)),
        draft=made.draft.text(),
        seal=seal_of(reader, made.draft.text(), made.says),
        answers=given,
        word=form.word,
        about=f"{about.address.kind}/{about.address.id}",
        picture=await _picture(explorer, made.draft) if form.pictures else None,
    )
    answer = render_private(request, page, reader)
    cites = quote(made.source)
    if made.source and len(cites) <= _LONGEST_COOKIE:
        remember(request, answer, CITES, cites, _SITTING)
    return answer


async def _picture(explorer: Explorer, draft: Draft) -> Drawing:
    """Draw a place with its boxes where a draft puts them."""
    said = ((step.address.id, step.said.get(ORDER) if step.said else None) for step in draft.steps)
    orders = {id_: order if isinstance(order, int) else None for id_, order in said}
    return (await show(explorer, View(), draft.place, orders=orders)).drawing


def _action(form: Form, address: Address) -> str:
    return "/edit/start" if form is START else f"/edit/{form.word}/{address.kind}/{address.id}"


@router.post("/edit/save")
async def save(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Write what was shown, and lead on to where it can be taken back."""
    draft, about = draft_in(fields.get("draft", "")), fields.get("about", "")
    address = address_in(about)
    form = form_named(fields.get("word", ""), address.kind)
    if not may_edit(reader.account, draft.place):
        raise NotAllowed(f"You may not write in {draft.place}: an administrator gives the right to.")
    says = fields.get("says", "")
    if not hmac.compare_digest(seal_of(reader, fields.get("draft", ""), says), fields.get("seal", "")):
        says = ""
    why = " ".join(fields.get("why", "").split())
    done = await apply(
        explorer.database,
        accepted(draft, fields.get("doubted", "").splitlines(), why),
        by=reader.account.name,
        why=why,
        form=form.title,
        says=says,
        sees_all=reader.account.may(Role.STEWARD, draft.place),
    )
    given = answers_in(fields, at_the_end=True)
    if not done.stands:
        problems = tuple(f"{it.address or 'The place'}, {it.field}: {it.says}" for it in done.problems)
        return conflict_page(request, reader, _action(form, address), done.conflicts, given, problems)
    await kept_forms.saved(explorer.database, reader.account, action_of(SAVE, fields), given)
    if any(step.address == address and step.said is None for step in draft.steps):
        about = f"area/{draft.place}"
    if not done.number:
        return see(request, f"/edit/saved?{urlencode({'about': about})}")
    return see(request, f"/history/{done.number}?{urlencode({'saved': '1', 'about': about})}")


def _form(
    request: Request,
    reader: SignedInReader,
    form: Form,
    about: About,
    given: Mapping[str, str] | None = None,
    wrongs: tuple[Wrong, ...] = (),
    more: tuple[Field, ...] = (),
    was: str = "",
    kept: str = "",
    settled: Mapping[str, str] | None = None,
    again: bool = False,
) -> Response:
    fields = [*fields_of(form, about)]
    for field in more:
        # What is asked beside stands after the answer that it is about.
        at = next((n for n, each in enumerate(fields, 1) if field.name.startswith(f"{each.name}_")), 0)
        fields.insert(at, field)
    if form is START:
        return _shown(request, reader, START, None, fields, given, wrongs, settled=settled)
    was = was or about.known.digests.get(about.address, "")
    head = next((it.name for it in fields if it.shape is Shape.HEAD), "") if again and not wrongs else ""
    return _shown(request, reader, form, about, fields, given, wrongs, was=was, kept=kept, settled=settled, at=head)


def _titled(form: Form, wrongs: tuple[Wrong, ...]) -> str:
    """Return the title of a form's page, which says first that something is wrong: readers of screens begin with it."""
    return f"{'Error: ' if wrongs else ''}{form.title}"


def _shown(
    request: Request,
    reader: SignedInReader,
    form: Form,
    about: About | None,
    fields: Sequence[Field],
    given: Mapping[str, str] | None,
    wrongs: tuple[Wrong, ...],
    *,
    was: str = "",
    kept: str = "",
    settled: Mapping[str, str] | None = None,
    at: str = "",
) -> Response:
    settled = settled_in(given or {}) if settled is None else settled
    asked = {it.name for it in fields}
    given = given or {field.name: field.given for field in fields}
    wrong_at = {it.field: it.says for it in reversed(wrongs)}
    page = FormPage(
        title=_titled(form, wrongs),
        heading=form.title,
        action=_action(form, about.address) if about else "/edit/start",
        about=name_of(about) if about else "",
        href=page_of(about.address) if about else "/",
        fields=tuple(fields),
        folds=tuple(folds_of(fields, given, wrong_at)),
        given=given,
        wrongs=wrongs,
        wrong_at=wrong_at,
        settled={name: value for name, value in settled.items() if name not in asked},
        at=at,
        minutes=_minutes_of(about) if about and form.minutes else "",
        has_picture=form.pictures,
        typed_when=kept,
        was=was,
    )
    return render_private(request, page, reader, status=400 if wrongs else 200)


def _minutes_of(about: About) -> str:
    return f"/import/minutes?{urlencode({'area': about.known.place, 'body': name_of(about)})}"


def _remembered(request: Request) -> str:
    return unquote(request.cookies.get(CITES, "")[:_LONGEST_COOKIE])
