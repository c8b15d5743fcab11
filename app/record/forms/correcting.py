"""Correct a mistake: every plain field of one entry, as it is recorded; and taking an entry out that never was true."""

import re
from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from app.domain.described import Described
from app.exchange.derived_ids import whole_id
from app.exchange.entries.addresses import Address
from app.exchange.fields import DateText, FileModel, Names, Text
from app.record.drafts import MODELS, Drafting, Said
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in, words_of
from app.record.forms.seats import holder_name
from app.record.forms.sources import also_citing, cited, source_fields

_KINDS = frozenset({"organization", "person", "post", "meeting"})
_NOT_ASKED = frozenset(
    {"id", "on", "organization", "cites", "access", "doubts", "since", "until", "areas", "certainty", "additional"}
)
"""What the program sees to, or a form of its own asks."""
_LABELS = {
    "classification": "What sort of body it is",
    "classificationNote": "What it calls itself",
    "alternateNames": "Also written",
    "formerNames": "Former names",
    "founded": "There since",
    "dissolved": "There until",
    "composition": "Its own terms on who is on it",
    "identifiers": "Numbers in registers",
    "contactDetails": "Ways to reach it",
    "kind": "Whether it is a legal body",
    "status": "Is it going, planned or ended?",
    "reportBackDays": "Days to report back within",
    "decides": "Whether it decides",
    "quorumNumber": "Quorum, as a number",
    "seatsStated": "Seats that it says it has",
    "caption": "Words under its name in the picture",
    "pictured": "How the picture shows it",
    "columnOrder": "Place in its column of the picture",
    "honorificPrefix": "Before the name",
    "honorificSuffix": "After the name",
    "takenUp": "Does anybody come to this seat?",
    "number": "How many such seats",
    "numberMax": "At most how many",
    "order": "Place in the document's list",
    "vacant": "Whether a source calls it vacant",
    "vacantSince": "Vacant since",
    "heldAs": "How is it shared, if several people have it?",
    "termYears": "Years of a term",
    "electorate": "Who may vote",
    "reportBack": "How the holder reports back",
    "date": "When it met",
    "venue": "Where it met",
    "quorate": "Whether enough were there",
    "voting": "Whether it has a vote",
    "basis": "How it is filled",
}
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _fields(about: About) -> list[Field]:
    said = Drafting(about.known).now(about.address)
    fields = list(_plain_fields(MODELS[about.address.kind], said, about))
    for number, holder in enumerate(listed_in(said, "holders"), 1):
        name = holder_name(about, holder)
        fields += [
            Field(f"holder_{number}_since", f"{name}: since", "", Shape.DATE, given=str(holder.get("since", ""))),
            Field(f"holder_{number}_until", f"{name}: until", "", Shape.DATE, given=str(holder.get("until", ""))),
            Field(f"holder_{number}_gone", f"{name} never had the seat: that was a mistake", "", Shape.CHECK),
        ]
    return [*fields, *source_fields(about, optional=True)]


def _plain_fields(model: type[FileModel], said: Said, about: About) -> Iterator[Field]:
    names = [name for name in model.model_fields if name not in _NOT_ASKED and name != "note"]
    for name in [*names, "note"]:
        field = model.model_fields[name]
        label = label_of(name)
        value, words = said.get(name), _words(field)
        hint = field.description or ""
        if words:
            usual = field.default.value if isinstance(field.default, Enum) else ""
            choices = words_of(words) if usual or field.is_required() else words_of(words, first="not recorded")
            yield Field(name, label, "", Shape.ONE_OF, choices, str(value or usual), optional=not field.is_required())
        elif field.annotation == get_args(Names)[0]:
            lines = value if isinstance(value, list) else [value] if value else []
            yield Field(name, label, "One a line.", Shape.LONG, given="\n".join(map(str, lines)))
        elif name == "theme":
            themes = [entry.said for entry in about.seen("theme")]
            options = tuple(Choice(getattr(it, "id", ""), getattr(it, "name", "")) for it in themes)
            if options:
                yield Field(name, label, "", Shape.ONE_OF, (Choice("", "not recorded"), *options), str(value or ""))
        elif shape := _shape(field):
            given = "" if value is None else str(value)
            if given == "" and not field.is_required() and isinstance(field.default, int):
                given = str(field.default)
            yield Field(name, label, hint, shape, given=given, optional=not field.is_required())


def label_of(name: str) -> str:
    """Return what a field of the data format is called on pages."""
    return _LABELS.get(name) or _WORDS.sub(" ", name).capitalize()


def _shape(field: FieldInfo) -> Shape | None:
    """Return how a field of a model is asked; None where it is no plain one."""
    if _is(field, DateText):
        return Shape.DATE
    if _is(field, Text):
        return Shape.LONG
    plain = {part for part in _parts(field.annotation) if isinstance(part, type)}
    return Shape.TEXT if plain & {str, int, float} and not plain & {list, dict} and _is_plain(field) else None


def _is_plain(field: FieldInfo) -> bool:
    return all(part in {str, int, float, type(None)} for part in _parts(field.annotation) if isinstance(part, type))


def _is(field: FieldInfo, wanted: Any) -> bool:
    """Tell whether a field has a kind of value, needed or not."""
    return wanted in get_args(field.annotation) or field.metadata == [*get_args(wanted)[1:]]


def _parts(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    elif hasattr(annotation, "__metadata__"):
        yield from _parts(get_args(annotation)[0])
    else:
        yield get_origin(annotation) or annotation


def _words(field: FieldInfo) -> type[Described] | None:
    found = [part for part in _parts(field.annotation) if isinstance(part, type) and issubclass(part, Described)]
    return found[0] if found else None


def _correct(about: About, answers: Answers, drafting: Drafting) -> str:
    said = drafting.now(about.address)
    cites = cited(about, answers, drafting, needed=False)
    name = about.told(said)
    corrected = dict(said)
    for field in _plain_fields(MODELS[about.address.kind], said, about):
        answers.spot(about.address.id, field.name, field.name)
        value = _answer(answers, field)
        if value == field.given:
            continue
        lines = value.splitlines() if field.hint == "One a line." else []
        if value:
            corrected[field.name] = lines or value
        else:
            corrected.pop(field.name, None)
    holders: list[Said] = []
    for number, holder in enumerate(listed_in(said, "holders"), 1):
        if answers.yes(f"holder_{number}_gone"):
            continue
        changed = dict(holder)
        for part in ("since", "until"):
            date = answers.date(f"holder_{number}_{part}")
            answers.spot(about.address.id, f"holders[{len(holders) + 1}].{part}", f"holder_{number}_{part}")
            changed.pop(part, None)
            if date:
                changed[part] = date
        holders.append(changed)
    if "holders" in said and holders != listed_in(said, "holders"):
        corrected["holders"] = holders
    drafting.change(about.address, also_citing(corrected, cites) if cites else corrected)
    return f"What is recorded of {name} is corrected."


def _answer(answers: Answers, field: Field) -> str:
    if field.shape is Shape.DATE:
        return answers.date(field.name)
    return answers.long(field.name) if field.shape is Shape.LONG else answers.text(field.name)


def _remove(about: About, answers: Answers, drafting: Drafting) -> str:
    if answers.text("sure") != "yes":
        answers.wrong("sure", "Say that it never was true. What was true and ended gets a date instead.")
    said, place = drafting.now(about.address), about.known.place
    name = about.told(said)
    drafting.remove(about.address)
    if about.address.kind == "person":
        for entry in about.seen("post"):
            seat = drafting.now(entry.address)
            holders = listed_in(seat, "holders")
            kept = [it for it in holders if whole_id(str(it.get("person")), place) != about.address.id]
            if len(kept) < len(holders):
                drafting.change(entry.address, seat | {"holders": kept})
    if about.address.kind == "organization":
        _remove_what_is_its_own(about, drafting)
    return f"{name} is removed, as something that never was true."


def _remove_what_is_its_own(about: About, drafting: Drafting) -> None:
    """Take the seats of a body and the lines at it out with it."""
    place = about.known.place
    for entry in [*about.seen("post"), *about.seen("line")]:
        ends = {getattr(entry.said, name, None) for name in ("on", "from_", "to")} - {None}
        if any(whole_id(str(end), place) == about.address.id for end in ends):
            drafting.remove(Address(entry.address.kind, entry.address.id))


def _remove_fields(about: About) -> list[Field]:
    choices = (
        Choice("yes", "It never was true, and is taken out"),
        Choice("no", "It was true once: I go back, and say when it ended"),
    )
    return [
        Field(
            "sure", "Was it ever so?", "It can be brought back from the history.", Shape.RADIO, choices, optional=False
        )
    ]


CORRECTING = (
    Form("correct", "Correct a mistake", _KINDS, _fields, _correct, cites=False),
    Form("remove", "It never was true", _KINDS, _remove_fields, _remove, cites=False),
)
