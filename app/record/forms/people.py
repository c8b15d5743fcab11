"""People and bodies that a form names: found among those that are recorded, or made on the spot."""

from app.domain.folding import folded
from app.domain.vocabulary import Classification, OrganizationKind
from app.exchange.problems import nearest
from app.exchange.sheets.people import said_name
from app.record.drafts import Drafting, Said, plain
from app.record.forms.asking import OTHER, About, Answers, Choice, Field, Shape, words_of

_UNITS = frozenset({Classification.DEPARTMENT})
_LEGAL = frozenset(
    {
        Classification.COUNCIL,
        Classification.STATUTORY_BODY,
        Classification.CHARITY,
        Classification.COMPANY,
        Classification.FAITH_GROUP,
    }
)


def person_named(about: About, answers: Answers, drafting: Drafting, field: str, name: str, cites: str) -> str:
    """Return the id of a person by name; one of the same name is asked about, one that nobody knows is added.

    Titles before the name, honours after it and what stands in brackets are kept beside it. Whoever is known only by
    what the form is about is seen by those alone who see that.
    """
    if not name:
        return ""
    asked = f"{field}_same"
    read = said_name(name)
    chosen = answers.beside(asked, read.name)
    if about.people.get(chosen) == name:
        return chosen
    name = read.name
    said: Said = {"name": name, "honorificPrefix": read.prefix, "honorificSuffix": read.suffix, "note": read.note}
    said |= {"access": about.access}
    said = {key: value for key, value in said.items() if value} | {"cites": cites}
    alike = [id_ for id_, known in about.people.items() if folded(known) == folded(name)]
    if not alike:
        id_ = drafting.add("person", said, name)
        answers.spot(id_, "name", field)
        return id_
    if chosen in alike:
        return chosen
    if chosen == OTHER:
        id_ = drafting.add("person", said, name)
        answers.spot(id_, "name", field)
        return id_
    choices = [Choice(id_, f"The same person: {about.people[id_]}{_seats(about, id_)}") for id_ in alike]
    question = Field(
        asked,
        f"Who is {name}?",
        shape=Shape.RADIO,
        choices=(*choices, Choice(OTHER, "Somebody else of the same name")),
        given=alike[0],
        optional=False,
        of=name,
    )
    answers.ask(question, f"Somebody called {name} is recorded already: say whether it is the same person.")
    return alike[0]


def _seats(about: About, person: str) -> str:
    held = [
        about.seat(plain(entry.said))
        for entry in about.seen("post")
        if any(person in (holder.person, holder.holder) for holder in getattr(entry.said, "holders", ()))
    ]
    return f" ({'; '.join(held[:3])})" if held else ""


def body_named(about: About, answers: Answers, drafting: Drafting, field: str, name: str, cites: str) -> str:
    """Return the id of a body by name; of one that nobody knows it is asked what it is, and it is added.

    It is seen by those who see what the form is about, as a person is.
    """
    if not name:
        return ""
    alike = [id_ for id_, known in about.bodies.items() if folded(known) == folded(name)]
    chosen = answers.text(f"{field}_same")
    found = chosen if chosen in alike else next(iter(alike), "")
    if found:
        return found
    asked = f"{field}_sort"
    sort = answers.beside(asked, name)
    if sort not in set(Classification):
        question = Field(
            asked, f"What sort of body is {name}?", shape=Shape.ONE_OF, choices=sorts_of_body(), optional=False, of=name
        )
        near = nearest(name, about.bodies.values(), 80)
        meant = f" Did you mean {near}? Then write it so." if near else ""
        answers.ask(question, f"{name} is not recorded yet: say what sort of body it is, and it is added.{meant}")
        return ""
    body: Said = {"name": name, "classification": sort, "kind": kind_of(sort), "cites": cites}
    body |= {"access": about.access} if about.access else {}
    id_ = drafting.add("organization", body, name)
    answers.spot(id_, "name", field)
    answers.spot(id_, "classification", asked)
    return id_


def sorts_of_body() -> tuple[Choice, ...]:
    """Return what a body can be, to choose from."""
    return words_of(Classification, first="Choose what it is")


def kind_of(classification: str) -> str:
    """Return whether a sort of body is people working together, a legal body or a part of one, as it mostly is."""
    if classification == Classification.CONSTITUENCY:
        return OrganizationKind.CONSTITUENCY.value
    if classification in _UNITS:
        return OrganizationKind.UNIT.value
    return (OrganizationKind.FORMAL if classification in _LEGAL else OrganizationKind.COLLABORATION).value
