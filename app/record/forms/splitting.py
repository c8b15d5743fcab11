"""A form about a body that is two by now, or always was: which seats, lines, people and meetings are the other's."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.domain.dates import spoken
from app.domain.english import capitalized, counted, listed, ordinary
from app.domain.vocabulary import Classification, LineType
from app.exchange.entries.addresses import Address
from app.exchange.place_format import Line, Meeting, Person, Post
from app.record.drafts import MOST_STEPS, Drafting, Said, plain
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in
from app.record.forms.people import kind_of, sorts_of_body
from app.record.forms.seats import WHEN, without
from app.record.forms.sources import also_citing, cited

BECAME, WAS = "became", "was"
"""It became two on a day; or it was two all the time, and recorded as one by mistake."""
PARTS = {"post": "seat", "line": "line", "person": "person", "meeting": "meeting"}
"""What may be the other body's, by the kind of its entry."""
_HEADS = {
    "post": "Which of its seats are on the new one?",
    "line": "Which of its lines are the new one's?",
    "person": "Who works for the new one?",
    "meeting": "Which of its meetings were the new one's?",
}
_INNER = ("holders", "onBehalfOf", "appointedBy")
"""What a seat says of others, with ids that only one seat has."""


@dataclass(frozen=True, slots=True)
class _Part:
    """An entry that may be the new body's."""

    address: Address
    says: str

    @property
    def field(self) -> str:
        """What its box is called."""
        return box_of_part(self.address.kind, self.address.id.partition("/")[2])


def box_of_part(kind: str, own: str) -> str:
    """Return the box of an entry of a kind, by its id in its place's file."""
    return f"{kind}_{own}"


def box_of(id_: str, boxes: Collection[str]) -> str:
    """Return the box of what has an id, whole or as its file has it; empty where none has."""
    own = id_.partition("/")[2] or id_
    return next((box for kind in _HEADS if (box := box_of_part(kind, own)) in boxes), "")


def _own(about: About) -> str:
    return about.address.id.partition("/")[2]


def _parts(about: About, kind: str) -> list[_Part]:
    found = [_Part(address, says) for address, says in _belonging(about, _own(about)) if address.kind == kind]
    return sorted(found, key=lambda part: (part.says.casefold(), part.address))


def _belonging(about: About, own: str) -> Iterator[tuple[Address, str]]:
    """Give what is the body's in the place's file, each with what it is in words."""
    for entry in about.seen():
        match entry.said:
            case Post(on=on) if on == own:
                said = plain(entry.said)
                who = [about.name(str(_holder(it))) for it in listed_in(said, "holders") if not it.get("until")]
                yield entry.address, about.seat(said) + (f": {listed(who)}" if who else "")
            case Line(from_=start, to=end, type=type_) if own in (start, end):
                yield entry.address, f"{about.name(start)} {ordinary(type_)} {about.name(end)}"
            case Person(name=name):
                works = listed_in(plain(entry.said), "worksFor")
                if any(work.get("organization") == own and not work.get("until") for work in works):
                    yield entry.address, name
            case Meeting(organization=of, date=date, label=label) if of == own:
                yield entry.address, f"{spoken(date)}{', ' + label if label else ''}"
            case _:
                pass


def _holder(said: Said) -> object:
    return said.get("person") or said.get("organization") or said.get("holder")


def _fields(about: About) -> list[Field]:
    name = about.name(_own(about))
    fields = [
        Field("name", "What is the other body called?", "Its full name, as it writes it.", optional=False),
        Field("sort", "What sort of body is it?", "", Shape.ONE_OF, sorts_of_body(), _sort(about), optional=False),
        Field(
            "how",
            "How did one become two?",
            "",
            Shape.RADIO,
            (
                Choice(BECAME, f"{name} was divided, on a day: it goes on, and the other came out of it"),
                Choice(WAS, "They were two all the time: that they are one was a mistake"),
            ),
            BECAME,
            optional=False,
        ),
        Field("since", "Since when are they two?", f"{WHEN} Where they always were, leave this empty.", Shape.DATE),
    ]
    for kind, head in _HEADS.items():
        parts = _parts(about, kind)
        if parts:
            fields.append(Field(f"head_{kind}", head, shape=Shape.HEAD))
            fields += [Field(part.field, part.says, shape=Shape.CHECK) for part in parts]
    return fields


def _sort(about: About) -> str:
    return str(getattr(about.entry, "classification", ""))


def _split(about: About, answers: Answers, drafting: Drafting) -> str:
    said, cites = drafting.now(about.address), cited(about, answers, drafting)
    name, sort = answers.text("name", "Say what the other body is called."), answers.word("sort", Classification)
    if not sort:
        answers.wrong("sort", "Choose what sort of body it is.")
    if name.casefold() in {known.casefold() for known in about.bodies.values()}:
        answers.wrong("name", f"{name} is recorded already: give the other body a name of its own.")
    became = answers.text("how") != WAS
    since = answers.date("since", "Say since when they are two, at least the year." if became else "")
    moving = [part for kind in _HEADS for part in _parts(about, kind) if answers.yes(part.field)]
    if len(moving) * 2 + 4 > MOST_STEPS:
        most = MOST_STEPS // 2 - 2
        answers.wrong("how", f"That is too much for one change: move {most} at most, and the rest later.")
        return ""
    shared = ("kind", "sector", "theme", "areas", "access")
    body: Said = {"name": name, "classification": sort, **{key: said[key] for key in shared if key in said}}
    body |= {"kind": kind_of(sort) if sort != said.get("classification") else said["kind"], "cites": cites}
    new = drafting.add("organization", body | ({"founded": since} if became and since else {}), name or "body")
    for path, field in (("name", "name"), ("classification", "sort"), ("founded", "since")):
        answers.spot(new, path, field)
    if became:
        drafting.change(about.address, also_citing(said, cites))
        line: Said = {"from": _own(about), "type": LineType.SUCCEEDED_BY.value, "to": new, "since": since}
        drafting.add("line", without(line, *([] if since else ["since"])) | {"label": "divided", "cites": cites})
    into = _Into(about, drafting, new, since if became else "", cites)
    for part in moving:
        into.take(part.address)
    return _says(str(said["name"]), name, since if became else "", moving)


def _says(name: str, other: str, since: str, moving: list[_Part]) -> str:
    counts = []
    for kind, word in PARTS.items():
        count = sum(part.address.kind == kind for part in moving)
        if count:
            counts.append(counted(count, word, "people" if kind == "person" else f"{word}s"))
    went = f"; {listed(counts)} {'are' if len(moving) > 1 else 'is'} {other}'s" if counts else ""
    what = f"came out of it, {spoken(since)}" if since else "was recorded as one with it by mistake"
    return capitalized(f"{name} is two: {other} {what}{went}.")


@dataclass(frozen=True, slots=True)
class _Into:
    """Gives entries to the new body: from a day on, or as if they had always been its own."""

    about: About
    drafting: Drafting
    new: str
    since: str
    cites: str

    @property
    def old(self) -> str:
        """The body that they were recorded of."""
        return _own(self.about)

    def take(self, address: Address) -> None:
        """Give one entry."""
        said = self.drafting.now(address)
        if address.kind == "meeting":
            self.drafting.change(address, said | {"organization": self.new})
        elif address.kind == "person":
            self.drafting.change(address, said | {"worksFor": list(self._works(said))})
        elif not self.since:
            self.drafting.change(address, self._of_the_new(said))
        elif not said.get("until"):
            self._from_then_on(address, said)

    def _of_the_new(self, said: Said) -> Said:
        ends = {name: self.new for name in ("on", "from", "to") if said.get(name) == self.old}
        return said | ends

    def _works(self, said: Said) -> Iterator[Said]:
        for work in listed_in(said, "worksFor"):
            if work.get("organization") != self.old or work.get("until"):
                yield work
            elif self.since:
                yield work | {"until": self.since}
                yield without(work, "id") | {"organization": self.new, "since": self.since, "cites": self.cites}
            else:
                yield work | {"organization": self.new}

    def _from_then_on(self, address: Address, said: Said) -> None:
        """Let a seat or a line end, and one of the new body begin, with whoever holds it then."""
        ended, begun = dict(said), without(said, "id", "founded", "doubts")
        ended["until"] = begun["since"] = self.since
        for name in _INNER:
            items = listed_in(said, name)
            lasting = [it for it in items if not it.get("until")]
            if items:
                begun[name] = [without(it, "id") | self._begins(name) for it in lasting]
            if items and name == "holders":
                ended[name] = [it | {"until": self.since} if it in lasting else it for it in items]
        begun = {key: value for key, value in begun.items() if value != []}
        self.drafting.change(address, also_citing(ended, self.cites))
        self.drafting.add(address.kind, self._of_the_new(begun) | {"cites": self.cites})

    def _begins(self, name: str) -> Said:
        return {"since": self.since, "cites": self.cites} if name == "holders" else {"cites": self.cites}


SPLITTING_FORMS = (
    Form("split", "It became two bodies, or always was two", frozenset({"organization"}), _fields, _split),
)
