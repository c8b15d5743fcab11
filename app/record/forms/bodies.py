"""Forms about bodies: a new one, another name, an end; and the beginning of a place."""

import dataclasses

from app.domain.dates import spoken, when
from app.domain.english import capitalized
from app.domain.vocabulary import Classification, LifecycleStatus, LineType, Sector
from app.exchange.rows import slug
from app.record.drafts import Drafting, Said
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, words_of
from app.record.forms.people import body_named, kind_of, sorts_of_body
from app.record.forms.seats import WHEN, add_seat, seat_fields, sorted_names, without
from app.record.forms.sources import also_citing, cited, new_source, new_source_fields

_SORTS_OF_PLACE = (
    "London borough",
    "metropolitan district",
    "non-metropolitan district",
    "unitary authority",
    "county",
    "parish or town",
    "neighbourhood",
)


def _body_fields() -> list[Field]:
    return [
        Field("name", "What is it called?", "Its full name, as it writes it.", optional=False),
        Field("sort", "What sort of body is it?", "", Shape.ONE_OF, sorts_of_body(), optional=False),
        Field(
            "sector",
            "To which part of local life does it belong?",
            "",
            Shape.ONE_OF,
            words_of(Sector, first="not recorded"),
        ),
        Field("purpose", "What is it for?", "In a sentence, in your own words.", Shape.LONG),
        Field("founded", "Since when is it there?", WHEN, Shape.DATE),
    ]


def _add_body(answers: Answers, drafting: Drafting, cites: str) -> str:
    """Add a body to a draft and return its id."""
    name = answers.text("name", "Say what it is called.")
    sort = answers.word("sort", Classification)
    if not sort:
        answers.wrong("sort", "Choose what sort of body it is.")
    optional = {
        "sector": answers.word("sector", Sector),
        "purpose": answers.long("purpose"),
        "founded": answers.date("founded"),
    }
    said: Said = {"name": name, "classification": sort, "kind": kind_of(sort), "cites": cites}
    id_ = drafting.add("organization", said | {key: value for key, value in optional.items() if value}, name or "body")
    for path, field in (("name", "name"), ("classification", "sort"), ("founded", "founded"), ("purpose", "purpose")):
        answers.spot(id_, path, field)
    return id_


def _new_body(about: About, answers: Answers, drafting: Drafting) -> str:
    name, cites = answers.text("name"), cited(about, answers, drafting)
    _known_already(about, answers, name)
    _add_body(answers, drafting, cites)
    return f"{name} is added."


def _known_already(about: About, answers: Answers, name: str) -> None:
    if name.casefold() in {known.casefold() for known in about.bodies.values()}:
        answers.wrong("name", f"{name} is recorded already: open its page, and change it there.")


def _renamed_fields(about: About) -> list[Field]:
    before = getattr(about.entry, "name", "")
    if about.address.kind == "person":
        return [
            Field("name", "What are they called now?", "The name, without Mr, Ms or Dr.", optional=False),
            Field("until", f"Until when were they called {before}?", WHEN, Shape.DATE),
        ]
    return [
        Field("name", "What is it called now?", "Its full name, as it writes it.", optional=False),
        Field("until", f"Until when was it called {before}?", WHEN, Shape.DATE),
    ]


def _renamed(about: About, answers: Answers, drafting: Drafting) -> str:
    said, cites = drafting.now(about.address), cited(about, answers, drafting)
    whose = "they are" if about.address.kind == "person" else "it is"
    name, until = answers.text("name", f"Say what {whose} called now."), answers.date("until")
    before = str(said["name"])
    if name == before:
        answers.wrong("name", "That is its name already.")
    former: Said = {"name": before, "until": until} if until else {"name": before}
    names = [each if isinstance(each, dict) else {"name": each} for each in said.get("formerNames", [])]
    answers.spot(about.address.id, f"formerNames[{len(names) + 1}].until", "until")
    answers.spot(about.address.id, "name", "name")
    drafting.change(about.address, also_citing(said, cites) | {"name": name, "formerNames": [*names, former]})
    return f"{before} is called {name}{' since ' + spoken(until) if until else ' now'}."


def _ended_fields(about: About) -> list[Field]:
    return [
        Field("dissolved", "When did it end?", WHEN, Shape.DATE, optional=False),
        Field(
            "follower",
            "Which body took its place, or did it join?",
            "Leave this empty where none did. One that is not recorded yet is added.",
            Shape.NAME,
            names=sorted_names(about.bodies),
        ),
    ]


def _body_ended(about: About, answers: Answers, drafting: Drafting) -> str:
    said, cites = drafting.now(about.address), cited(about, answers, drafting)
    date = answers.date("dissolved", "Say when it ended, at least the year.")
    named = answers.text("follower")
    follower = body_named(about, answers, drafting, "follower", named, cites)
    own = about.address.id.partition("/")[2]
    if follower == own:
        answers.wrong("follower", "A body cannot follow itself: name another, or leave this empty.")
    elif follower:
        line: Said = {"from": own, "type": LineType.SUCCEEDED_BY.value, "to": follower, "cites": cites}
        drafting.add("line", line | ({"since": date} if date else {}))
    for path in ("dissolved", "until"):
        answers.spot(about.address.id, path, "dissolved")
    ended = {"status": LifecycleStatus.DISBANDED.value, "dissolved": date}
    drafting.change(about.address, also_citing(without(said, "until"), cites) | ended)
    return f"{said['name']} ended{' ' + when(date) if date else ''}{', and ' + named + ' followed' if named else ''}."


def start_fields() -> list[Field]:
    """Ask what a place begins with."""
    first = [field for field in seat_fields(()) if field.name in {"role", "label", "who"}]
    sorts = (Choice("", "Choose what it is"), *(Choice(each, each) for each in _SORTS_OF_PLACE))
    bodies = [field for field in _body_fields() if field.name in {"name", "sort"}]
    first = [
        dataclasses.replace(it, given="", choices=(Choice("", "none yet: seats are added later"), *it.choices))
        if it.name == "role"
        else it
        for it in first
    ]
    labels = {
        "name": "What is its first body called?",
        "role": "Which seat on it comes first?",
        "who": "Who has that seat?",
    }
    return [
        Field("place", "What is the place called?", "A district, a town, a neighbourhood: Bromley.", optional=False),
        Field("place_sort", "What sort of place is it?", "", Shape.ONE_OF, sorts),
        *new_source_fields("Where is what you know written?"),
        Field("source_where", "Where in it", "A page, an item, a heading: item 4.", optional=False),
        *(
            Field(
                it.name, labels.get(it.name, it.label), it.hint, it.shape, it.choices, it.given, it.names, it.optional
            )
            for it in [*bodies, *first]
        ),
    ]


def place_named(name: str) -> str:
    """Return the id that a place of this name gets."""
    return slug(name)[:80].strip("-") or "place"


def _start(about: About, answers: Answers, drafting: Drafting) -> str:
    place, sort = answers.text("place", "Say what the place is called."), answers.text("place_sort")
    id_ = about.known.place
    if about.known.said(about.address) is None:
        drafting.add("area", {"name": place, "classification": sort} if sort else {"name": place}, place)
    for path in ("", "id", "name"):
        answers.spot(id_, path, "place")
    if any(about.seen("organization")):
        answers.wrong("place", f"{place} is recorded already: open its page, and add to it there.")
    cites = new_source(answers, drafting)
    name = answers.text("name")
    body = _add_body(answers, drafting, cites)
    has_seat = any(answers.text(field) for field in ("role", "label", "who"))
    seat = f"; {add_seat(about, answers, drafting, body, cites, name)}" if has_seat else ""
    return capitalized(f"{place} begins with {name}{seat}.")


START = Form("start", "Start your place", frozenset({"area"}), lambda _: start_fields(), _start, cites=False)
BODY_FORMS = (
    Form("new-body", "A new body", frozenset({"area"}), lambda _: _body_fields(), _new_body),
    Form("renamed", "It has another name", frozenset({"organization"}), _renamed_fields, _renamed),
    Form("new-name", "They have another name", frozenset({"person"}), _renamed_fields, _renamed),
    Form("ended", "It ended, or joined another body", frozenset({"organization"}), _ended_fields, _body_ended),
)
