"""The bodies and people of a place by their names as they are compared: whom a cell means, and who is new."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz, process

from app.domain.english import listed
from app.domain.folding import folded, untitled
from app.exchange import place_format as form
from app.exchange.derived_ids import whole_id
from app.exchange.entries.listed import Entries
from app.exchange.rows import slug

ORGANIZATION, PERSON = "Organization", "Person"
_LIKE = 86
"""How like the name of somebody new must be to a known one for that to be told."""
_MOST_NEAR = 300
"""Names that begin alike and are looked at: of more, nobody would find the one that was meant."""
_MOST_COMPARED = 10_000
_LONGEST = 80


class Named(NamedTuple):
    """Somebody or something that has a name."""

    id: str
    """As a file of the place writes it."""
    name: str
    label: str
    what: str = ""
    """What tells one from another of the same name."""
    new: bool = False


class Several(ValueError):
    """A name that more than one goes by: which is meant has to be asked."""


class Known:
    """Who is recorded in a place, and who is met in a sheet."""

    def __init__(self, entries: Entries, elsewhere: Mapping[str, str]) -> None:
        """Take a place's entries, and the whole ids of all that is recorded elsewhere with their labels."""
        self.place, self.elsewhere = entries.place, elsewhere
        self._by_name: dict[str, tuple[Named, ...]] = {}
        self._by_id: dict[str, Named] = {}
        self._texts: dict[tuple[str, str], list[tuple[str, Named]]] = {}
        """Names as they are compared, by the sort of thing and how a word of theirs begins."""
        self._compared: dict[str, dict[str, str]] = {ORGANIZATION: {}, PERSON: {}}
        """Names, by the sort of thing, as they are compared: each is asked for several times in a row."""
        self._last = "", ""
        """The name that was folded last, for both sorts of thing, and what it is then."""
        self._found: dict[tuple[str, frozenset[str]], Named] = {}
        """Whom a text was found to mean, as long as nobody else gets the same name."""
        self._strange: set[tuple[str, frozenset[str]]] = set()
        """What was found to mean nobody, as long as nobody gets any name."""
        self._wanted: dict[tuple[str, ...], frozenset[str]] = {}
        self._numbers: dict[str, int] = {}
        """By an id that is taken, up to which number all ids after it are taken as well."""
        self._taken = {slug(entry.address.id, entries.place) for entry in entries.all}
        for body in entries.section("organizations"):
            self._organization(body)
        for person in entries.section("people"):
            what = f"works for {listed([work.organization for work in person.worksFor])}" if person.worksFor else ""
            names = [person.name, *person.alternateNames, *(former.name for former in person.formerNames)]
            self.add(Named(person.id, person.name, PERSON, what), names)

    def _organization(self, body: form.Organization) -> None:
        names = [body.name, *body.alternateNames, *(former.name for former in body.formerNames)]
        self.add(Named(body.id, body.name, ORGANIZATION, body.classification.value.replace("_", " ")), names)

    def add(self, named: Named, names: Iterable[str]) -> None:
        """Let somebody be found by some names from now on."""
        self._strange.clear()
        self._by_id[named.id] = named
        self._taken.add(named.id)
        for name in names:
            text = self._fold(name, named.label)
            others = self._by_name.get(text, ())
            if others:
                self._found.clear()
                self._by_name[text] = tuple({**{each.id: each for each in others}, named.id: named}.values())
            else:
                self._by_name[text] = (named,)
            pair = (text, named)
            for start in _starts(text):
                near = self._texts.get((named.label, start))
                if near is None:
                    self._texts[named.label, start] = [pair]
                elif len(near) < _MOST_NEAR:
                    near.append(pair)

    def find(self, text: str, labels: tuple[str, ...]) -> Named | None:
        """Return who has an id or exactly this name, as names are compared; Several says whom it may mean."""
        wanted = self._wanted.setdefault(labels, frozenset(labels))
        key = text, wanted
        if (known := self._found.get(key)) is not None:
            return known
        if key in self._strange:
            return None
        local = text.removeprefix(f"{self.place}/")
        if (here := self._by_id.get(local)) and here.label in wanted:
            return here
        if "/" in text and (label := self.elsewhere.get(text)) in wanted:
            return Named(text, text, label or "")
        found: dict[str, Named] = {}
        for label in wanted:
            if several := self._by_name.get(self._fold(text, label)):
                found |= {named.id: named for named in several if named.label in wanted}
        if len(found) > 1:
            told = [f"{it.id} ({it.name}{f', {it.what}' if it.what else ''})" for it in list(found.values())[:8]]
            raise Several(f"several go by this name: write the id of the one that is meant, {listed(told, 'or')}")
        for named in found.values():
            self._found[key] = named
            return named
        if len(self._strange) > _MOST_COMPARED:
            self._strange.clear()
        self._strange.add(key)
        return None

    def has(self, text: str, *labels: str) -> bool:
        """Tell whether a text is a name or an id of one or more."""
        try:
            return self.find(text, labels or (ORGANIZATION, PERSON)) is not None
        except Several:
            return True

    def id_of(self, text: str, label: str) -> str | None:
        """Return the id of the one who has a name; None where nobody has it, or several."""
        try:
            found = self.find(text, (label,))
        except Several:
            return None
        return found.id if found else None

    def like(self, name: str, label: str) -> Named | None:
        """Return whose name is so like a new one that it may be the same, spelt otherwise."""
        fold = self._fold(name, label)
        near = [it for start in _starts(fold) for it in self._texts.get((label, start), ())]
        best = process.extractOne(fold, [text for text, _ in near], scorer=fuzz.ratio, score_cutoff=_LIKE)
        return near[best[2]][1] if best else None

    def new_id(self, name: str) -> str:
        """Make an id of a name that nobody has yet."""
        return self.unused(slug(name)[:_LONGEST].strip("-") or "unnamed")

    def unused(self, id_: str) -> str:
        """Return an id, with a number after it where it is taken."""
        number, made = self._numbers.get(id_, 1), id_
        while made in self._taken or whole_id(made, self.place) in self.elsewhere:
            number += 1
            made = f"{id_}-{number}"
        if number > 1:
            self._numbers[id_] = number
        self._taken.add(made)
        return made

    def _fold(self, name: str, label: str) -> str:
        """Return a name as it is compared: a person's without titles, a body's without an article before it."""
        compared = self._compared[label]
        found = compared.get(name)
        if found is None:
            if len(compared) > _MOST_COMPARED:
                compared.clear()
            if self._last[0] != name:
                self._last = name, folded(name)
            text = self._last[1]
            found = compared[name] = (untitled(text) if label == PERSON else text.removeprefix("the ")) or text
        return found

    def is_taken(self, id_: str) -> bool:
        """Tell whether something of the place has an id already."""
        return id_ in self._taken


def _starts(text: str) -> Iterable[str]:
    """Return how the words of a name begin, each once, in their order: of two as like the first is told."""
    return dict.fromkeys([word[:3] for word in text.split()])
