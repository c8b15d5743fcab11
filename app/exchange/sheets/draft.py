"""A place's entries while a sheet is laid over them: what is new and what changes, with the cell that says so."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from app.domain.english import capitalized
from app.domain.folding import folded
from app.domain.not_published import is_not_for_publication
from app.domain.visible import visible
from app.domain.vocabulary import Access
from app.exchange import place_format as form
from app.exchange.derived_ids import whole_id
from app.exchange.entries.listed import Entries
from app.exchange.fields import Cite
from app.exchange.problems import Problem, shown
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.bodies import is_called_like_a_body, is_the_name_of_a_body, sort_of_body, without_short
from app.exchange.sheets.cells import Cell, Spot
from app.exchange.sheets.dates import NOTHING, date_in, is_about, is_day_first, says_how_long, told
from app.exchange.sheets.known import ORGANIZATION, PERSON, Known, Named, Several
from app.exchange.sheets.people import SaidName, said_name
from app.exchange.sheets.remembered import Remembered
from app.exchange.sheets.spots import Spots
from app.exchange.sheets.tables import Block, Record

Citing = Callable[[], list[Cite]]
"""Says where a row comes from, when something of it is written: only then a new source is one."""
SECTIONS = ("sources", "organizations", "people", "posts", "meetings")
"""Sections that a sheet adds to."""


_MOST_DATES = 20_000
_MOST_LIKE = 2_000
"""New ones of which it is told whose name is nearly theirs: of more nobody reads on, and each takes a look at many."""


class Draft:
    """The entries of a place as they shall be, and what is wrong with the cells that say so."""

    def __init__(
        self,
        file: str,
        recorded: Entries,
        elsewhere: Mapping[str, str],
        sources: Sequence[form.Source],
        beside: Beside,
        same: Mapping[str, str] | None = None,
    ) -> None:
        """Begin with what is recorded; `elsewhere` are the ids of other places, `sources` those of no place.

        `same` has the whole ids that new entries would have, each with that of whom it means.
        """
        self.file, self.place, self.beside = file, recorded.place, beside
        self.recorded = recorded
        self.sections: dict[str, list[Any]] = {name: list(recorded.section(name)) for name in SECTIONS}
        self.hidden = {body.id for body in self.sections["organizations"] if (body.access or "public") != "public"}
        self.spots = Spots()
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.new: list[str] = []
        """Who and what is met for the first time, in words."""
        self.known = Known(recorded, elsewhere)
        self._same = same or {}
        self.answered: set[str] = set()
        """The ids that new entries would have had, of those who are somebody recorded."""
        self._sources = {folded(text): source.id for source in sources for text in (source.id, source.title)}
        own = self.sections["sources"]
        self._sources |= {folded(text): source.id for source in own for text in (source.id, source.title)}
        self._cited: dict[str, str] = {}
        """The sources of texts that are read as the titles of these."""
        self.remembered = Remembered()
        self._days: list[str] = []
        self._dates: dict[str, str] = {}
        """What was read of cells with dates, of which most come again."""
        self._numbers = {
            (section, said.id): number
            for section in ("organizations", "people")
            for number, said in enumerate(self.sections[section])
        }

    def refuse(self, at: Cell | Spot, expected: str, found: str | None = None) -> None:
        """Note a problem at a cell."""
        spot = at.spot if isinstance(at, Cell) else at
        quoted = found if found is not None else shown(at.text) if isinstance(at, Cell) and at.text else ""
        self.problems.append(
            Problem(self.file, spot.row, spot.column, visible(spot.heading), quoted, expected, spot=visible(str(spot)))
        )

    def date(self, cell: Cell) -> str | None:
        """Read a date; what is none is a problem at its cell."""
        if (known := self._dates.get(cell.text)) is not None:
            return known
        if not cell or folded(cell.text) in NOTHING or cell.text.casefold() in NOTHING:
            return None
        if says_how_long(cell.text):
            self.notes.append(f"{capitalized(str(cell.spot))}: '{cell.text}' is no date, and is not read.")
            return None
        try:
            found = date_in(cell.text)
        except ValueError as error:
            self.refuse(cell, str(error))
            return None
        if is_about(cell.text):
            self.notes.append(f"{capitalized(str(cell.spot))}: '{cell.text}' is read as {found}.")
        if is_day_first(cell.text) and not self._days:
            self._days.append(cell.text)
            self.notes.append(f"Dates in numbers are read with the day first: {told(cell.text)}.")
        if len(self._dates) < _MOST_DATES:
            self._dates[cell.text] = found
        return found

    def date_known(self, text: str) -> str | None:
        """Return a date that was read before."""
        return self._dates.get(text)

    def cites(self, record: Record, block: Block) -> list[Cite]:
        """Return where a row comes from: its own source, that of the sheet, the one given beside it, or the sheet."""
        above = block.above.get("source")
        of_all = self.beside.source or (record.source_above.text if record.source_above else "")
        said = record.text("source") or (above.text if above else "") or of_all
        if (known := self._cited.get(said)) is not None:  # as of most rows
            return [made(Cite, source=known, locator=f"as given in {self.file}, {record.place}")]
        cell = record.cell("source") if record.text("source") else above
        if not cell and self.beside.source:
            cell = Cell(self.beside.source, record.where)
        cell = cell or record.source_above
        if not cell:
            return [self._cite(self.file, "", record.place, record.where)]
        text = " ".join(cell.text.split())
        first, comma, rest = text.partition(",")
        if comma and rest.strip() and folded(text) not in self._sources and folded(first) in self._sources:
            return [self._cite(first, rest.strip(), "", cell.spot)]
        cite = self._cite(text, "", f"as given in {self.file}, {record.place}", cell.spot)
        self._cited[said] = cite.source
        return [cite]

    def _cite(self, title: str, locator: str, usual: str, spot: Spot) -> Cite:
        id_ = self._sources.get(folded(title))
        if id_ is None:
            id_ = self.known.new_id(title)
            said: dict[str, Any] = {"id": id_, "title": title}
            if title.startswith(("http://", "https://")) and " " not in title:
                said["url"] = title
            if is_not_for_publication(title):
                said["access"] = Access.MEMBERS
                told = "says that it is not for publication: only members read what it is called"
                self.notes.append(f"“{title}” {told}.")
            self.add("sources", made(form.Source, **said), spot)
            self._sources[folded(title)] = id_
            self.new.append(f"source: {title}")
        cite: Cite = made(Cite, source=id_, locator=locator or usual)
        return cite

    def body(self, cell: Cell, cites: Citing, *, meets: bool = False) -> str | None:
        """Return the id of the body that a cell names, made new where nobody has the name; None for a problem."""
        name = " ".join(cell.text.split()).strip(" .,;")
        bare, short = without_short(name)
        try:
            found = self.known.find(name, (ORGANIZATION,))
            found = found or (self.known.find(bare, (ORGANIZATION,)) if bare != name else None)
        except Several as error:
            self.refuse(cell, f"expected one body: {error}")
            return None
        if found:
            return found.id
        if not any(letter.isalpha() for letter in name):
            self.refuse(cell, "expected the name of a body")
            return None
        name, names = bare, [bare, *([short] if short and not self.known.has(short) else [])]
        sort = sort_of_body(name, meets=meets)
        id_ = self.known.new_id(name)
        if (same := self._as_answered(id_, name, ORGANIZATION, cell)) is not None:
            return same.id
        said = {"classification": sort.classification, "kind": sort.kind, "sector": sort.sector, "cites": cites()}
        body = made(form.Organization, id=id_, name=name, alternateNames=names[1:], **said)
        self.add("organizations", body, cell.spot)
        like = self._like(name, ORGANIZATION)
        self.known.add(Named(id_, name, ORGANIZATION, new=True), names)
        self.new.append(f"body: {name}, recorded as {sort.classification.value.replace('_', ' ')}{like} ({cell.spot})")
        return id_

    def body_of_sheet(self, name: str) -> str:
        """Return the name of a sheet where that is the name of a body; else nothing."""
        return name if self.known.has(name, ORGANIZATION) or is_the_name_of_a_body(name) else ""

    def who(self, cell: Cell, cites: Citing, *, only_people: bool = False) -> tuple[Named, SaidName] | None:
        """Return the person or body that a name means, made new where nobody has it; None for a problem."""
        said = said_name(cell.text)
        labels: tuple[str, ...] = (PERSON,) if only_people else (PERSON, ORGANIZATION)
        try:
            found = self.known.find(cell.text, labels)
            found = found or (self.known.find(said.name, labels) if said.name != cell.text else None)
        except Several as error:
            self.refuse(cell, f"expected one: {error}")
            return None
        if found:
            return found, said
        if not only_people and is_called_like_a_body(said.name):
            id_ = self.body(cell, cites)
            return (Named(id_, cell.text, ORGANIZATION), SaidName(cell.text)) if id_ else None
        if self._is_no_person(said.name):
            right = "a person's first name and surname"
            right += "" if only_people else ", or a body: one that is not known yet goes into a column Organisation"
            self.refuse(cell, f"expected {right}")
            return None
        return self._person(said, cell, cites), said

    def _is_no_person(self, name: str) -> bool:
        words = name.split()
        plain = "".join(words).isalpha()
        letters = not plain and (
            any(letter.isdigit() for letter in name) or not any(letter.isalpha() for letter in name)
        )
        return letters or not 2 <= len(words) <= 5

    def _person(self, said: SaidName, cell: Cell, cites: Citing) -> Named:
        named = Named(self.known.new_id(said.name), said.name, PERSON, new=True)
        if (same := self._as_answered(named.id, said.name, PERSON, cell)) is not None:
            return same
        titles = {"honorificPrefix": said.prefix or None, "honorificSuffix": said.suffix or None}
        values = {"id": named.id, "name": said.name, "cites": cites()} | titles
        self.add("people", made(form.Person, **values), cell.spot)
        like = self._like(said.name, PERSON)
        self.known.add(named, [said.name])
        self.new.append(f"person: {said.name}{like} ({cell.spot})")
        return named

    def _as_answered(self, id_: str, name: str, label: str, cell: Cell) -> Named | None:
        """Return whom somebody answered that a new name means; it is one more name of theirs from then on."""
        answered = self._same.get(whole_id(id_, self.place)) if self._same else None
        if answered is None:
            return None
        self.answered.add(id_)
        found = self.known.find(answered, (label,))
        if found is None:
            self.refuse(
                cell, f"expected the id of a {'person' if label == PERSON else 'body'}, not {visible(answered)}"
            )
            return None
        self.known.add(found, [name])
        section = "people" if label == PERSON else "organizations"
        at = self._numbers.get((section, found.id))
        if at is not None:
            entry = self.sections[section][at]
            names = {"alternateNames": [*entry.alternateNames, name]}
            self.put(section, at, entry.model_copy(update=names), cell.spot)
        self.notes.append(f"{name} is taken to be {found.name}, as you said.")
        return found

    def note_strangers(self) -> None:
        """Say which answers were about nobody."""
        for id_ in sorted(self._same.keys() - {whole_id(id_, self.place) for id_ in self.answered}):
            self.notes.append(f"Nobody new would have the id {visible(id_[:120])}, so that answer changed nothing.")

    def _like(self, name: str, label: str) -> str:
        if len(self.new) > _MOST_LIKE:
            return ""
        like = self.known.like(name, label)
        return f" (if this is {like.name}, who is known, write it so)" if like else ""

    def add(self, section: str, said: Any, spot: Spot) -> int:
        """Add an entry that a cell says; the answer is its number in its section."""
        self.sections[section].append(said)
        number = len(self.sections[section]) - 1
        self._numbers[section, said.id] = number
        self.spots[(section, number)] = spot
        return number

    def put(self, section: str, number: int, said: Any, spot: Spot) -> None:
        """Let an entry be as a row says it; nothing where it is so already."""
        now = self.sections[section][number]
        if said is not now and said != now:
            self.sections[section][number] = said
            self.spots.setdefault((section, number), spot)

    def person_at(self, id_: str) -> int | None:
        """Return the number of a person's entry; None for one of another place."""
        return self._numbers.get(("people", id_))

    def name_of(self, id_: str) -> str:
        """Return what people call a body or person of the place."""
        for section in ("organizations", "people"):
            if (number := self._numbers.get((section, id_))) is not None:
                return str(self.sections[section][number].name)
        return id_

    @property
    def place_file(self) -> form.PlaceFile:
        """The place's file as it shall be."""
        whole = self.recorded.file
        said = {name: getattr(whole, name) for name in form.PlaceFile.model_fields} | self.sections
        return form.PlaceFile.model_construct(**said)


def made(model: type[BaseModel], **said: Any) -> Any:
    """Make an entry, or a part of one, that is checked with everything else, where its cell is known."""
    (usual, said_fields), entry = _usual(model), model.__new__(model)
    # As `model_copy` does it, but for the set of fields that are said: that is asked of what is checked alone, and one
    # for each of many takes as much time and memory as all the rest.
    object.__setattr__(entry, "__dict__", usual | said)
    object.__setattr__(entry, "__pydantic_fields_set__", said_fields)
    object.__setattr__(entry, "__pydantic_extra__", None)
    object.__setattr__(entry, "__pydantic_private__", None)
    return entry


@cache
def _usual(model: type[BaseModel]) -> tuple[dict[str, Any], set[str]]:
    """Return a model's fields where nothing is said, and that none is: entries share them, to which nobody adds."""
    usual = {name: field.get_default(call_default_factory=True) for name, field in model.model_fields.items()}
    return usual, set()
