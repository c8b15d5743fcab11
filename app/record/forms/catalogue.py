"""All forms, and how their answers become a draft."""

import re
from collections.abc import Mapping

from app.errors import UnknownId
from app.exchange.entries.addresses import Address
from app.exchange.fields import ID_PART
from app.record.checking import Objection
from app.record.drafts import Drafting
from app.record.forms.arranging import ARRANGING_FORMS
from app.record.forms.asking import OTHER, About, Answers, Field, Form, Made, Unclear, Wrong
from app.record.forms.attendance import ATTENDANCE_FORMS
from app.record.forms.bodies import BODY_FORMS, START
from app.record.forms.correcting import CORRECTING
from app.record.forms.flags import FLAG_FORMS
from app.record.forms.joining import JOINING_FORMS
from app.record.forms.meetings import MEETING_FORMS
from app.record.forms.offices import OFFICE_FORMS
from app.record.forms.reports import REPORT_FORMS
from app.record.forms.rosters import ROSTER_FORMS
from app.record.forms.seats import SEAT_FORMS
from app.record.forms.sources import BETWEEN, SOURCE, WHERE, source_fields, source_said
from app.record.forms.splitting import SPLITTING_FORMS

_ID = re.compile(rf"(?:{ID_PART}/)?{ID_PART}")
FORMS = {
    form.word: form
    for form in (
        *SEAT_FORMS,
        *OFFICE_FORMS,
        *ROSTER_FORMS,
        *MEETING_FORMS,
        *ATTENDANCE_FORMS,
        *REPORT_FORMS,
        *JOINING_FORMS,
        *BODY_FORMS,
        *SPLITTING_FORMS,
        *FLAG_FORMS,
        *ARRANGING_FORMS,
        *CORRECTING,
    )
}


def form_named(word: str, kind: str) -> Form:
    """Return a form by its word; UnknownId where there is none for this kind of entry."""
    found = START if word == START.word else FORMS.get(word)
    if found is None or kind not in found.kinds:
        raise UnknownId("There is no form at this address.")
    return found


def forms_for(kind: str, *, steward: bool = True) -> list[Form]:
    """List the forms that an entry of a kind may need; some are for stewards."""
    return [form for form in FORMS.values() if kind in form.kinds and (steward or not form.stewards)]


def fields_of(form: Form, about: About) -> list[Field]:
    """Return all that a form asks."""
    return [*form.fields(about), *(source_fields(about) if form.cites else ())]


def made_of(form: Form, about: About, given: Mapping[str, str], was: str = "") -> Made:
    """Make a draft of answers; Unclear says what is wrong with them, and what is asked beside.

    `was` is the digest of what the form is about when whoever answers looked at it.
    """
    answers = Answers(given)
    drafting = Drafting(about.known, {about.address: was} if was else None)
    says = form.make(about, answers, drafting)
    if answers.wrongs:
        order = {field.name: number for number, field in enumerate([*fields_of(form, about), *answers.more])}
        raise Unclear(
            sorted(answers.wrongs, key=lambda wrong: order.get(wrong.field, -1)), answers.more, answers.settled
        )
    spots = {
        (f"{about.known.place}/{id_}" if "/" not in id_ else id_, path): name
        for (id_, path), name in answers.spots.items()
    }
    cites = _source(drafting, given)
    said = source_said(about, given, cites.partition(BETWEEN)[0]) if form.cites and cites else ""
    return Made(drafting.draft(), says, spots, cites, said)


def _source(drafting: Drafting, given: Mapping[str, str]) -> str:
    """Return what was cited, for the next form; nothing where nothing was."""
    new = next((step.address.id for step in drafting.draft().steps if step.address.kind == "source"), "")
    source, where = new.partition("/")[2] or given.get(SOURCE, ""), given.get(WHERE, "").strip()
    return f"{source}{BETWEEN}{where}" if source and source != OTHER else ""


def at_fields(made: Made, problems: tuple[Objection, ...]) -> list[Wrong]:
    """Say the check's problems at the fields of the form; what is none of its is told without one."""
    found = []
    for it in problems:
        name = made.spots.get((it.address.id, it.field), "") if it.address else ""
        where = "" if name or not it.address else f"{it.address}{', ' + it.field if it.field else ''}: "
        found.append(Wrong(name, f"{where}{it.says}"))
    return found


def address_in(text: str) -> Address:
    """Read what a form is about from its address: `post/bromley/chair`, `area/bromley`; UnknownId for nothing."""
    kind, _, id_ = text.partition("/")
    if not _ID.fullmatch(id_) or kind not in {kind for form in FORMS.values() for kind in form.kinds}:
        raise UnknownId("There is no form at this address.")
    return Address(kind, id_)
