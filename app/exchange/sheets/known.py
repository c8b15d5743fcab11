"""The bodies and people of a place by their names as they are compared: whom a cell means, and who is new."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Named:
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
        self._by_name: dict[str, dict[str, Named]] = {}
        self._by_id: dict[str, Named] = {}
        self._texts: dict[tuple[str, str], list[tuple[str, Named]]] = {}
        """Names as they are compared, by the sort of thing and how a word of theirs begins."""
        self._found: dict[tuple[str, frozenset[str]], Named] = {}
        """Whom a text was found to mean, as long as nobody else gets the same name."""
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
        self._by_id[named.id] = named
        self._taken.add(named.id)
        for name in names:
            for text in _folds(name, named.label):
                if text in self._by_name:
                    self._found.clear()
                self._by_name.setdefault(text, {})[named.id] = named
                for start in _starts(text):
                    self._texts.setdefault((named.label, start), []).append((text, named))

    def find(self, text: str, labels: Iterable[str]) -> Named | None:
        """Return who has an id or exactly this name, as names are compared; Several says whom it may mean."""
        wanted = frozenset(labels)
        if (known := self._found.get((text, wanted))) is not None:
            return known
        local = text.removeprefix(f"{self.place}/")
        if (here := self._by_id.get(local)) and here.label in wanted:
            return here
        if "/" in text and (label := self.elsewhere.get(text)) in wanted:
            return Named(text, text, label or "")
        found = {
            named.id: named
            for label in wanted
            for fold in _folds(text, label)
            for named in self._by_name.get(fold, {}).values()
            if named.label in wanted
        }
        if len(found) > 1:
            told = [f"{it.id} ({it.name}{f', {it.what}' if it.what else ''})" for it in list(found.values())[:8]]
            raise Several(f"several go by this name: write the id of the one that is meant, {listed(told, 'or')}")
        for named in found.values():
            self._found[text, wanted] = named
            return named
        return None

    def has(self, text: str, *labels: str) -> bool:
        """Tell whether a text is a name or an id of one or more."""
        try:
            return self.find(text, labels or (ORGANIZATION, PERSON)) is not None
        except Several:
            return True

    def like(self, name: str, label: str) -> Named | None:
        """Return whose name is so like a new one that it may be the same, spelt otherwise."""
        fold = _folds(name, label)[0]
        near = [it for start in _starts(fold) for it in self._texts.get((label, start), ())[:_MOST_NEAR]]
        best = process.extractOne(fold, [text for text, _ in near], scorer=fuzz.ratio, score_cutoff=_LIKE)
        return near[best[2]][1] if best else None

    def new_id(self, name: str) -> str:
        """Make an id of a name that nobody has yet."""
        return self.unused(slug(name)[:_LONGEST].strip("-") or "unnamed")

    def unused(self, id_: str) -> str:
        """Return an id, with a number after it where it is taken."""
        number, made = 2, id_
        while made in self._taken or whole_id(made, self.place) in self.elsewhere:
            made, number = f"{id_}-{number}", number + 1
        self._taken.add(made)
        return made

    def is_taken(self, id_: str) -> bool:
        """Tell whether something of the place has an id already."""
        return id_ in self._taken


def _starts(text: str) -> set[str]:
    """Return how the words of a name begin."""
    return {word[:3] for word in text.split()}


def _folds(name: str, label: str) -> list[str]:
    """Return a name as it is compared: a person's without titles, a body's without an article before it."""
    text = folded(name)
    return [untitled(text) or text] if label == PERSON else [text.removeprefix("the ") or text]
