"""Who holds the seats of a row, and who deputizes: names, bodies, offices, and seats that are empty."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.domain.english import capitalized
from app.domain.folding import folded
from app.domain.vocabulary import Basis, Role, Say, TenureCapacity, YesNoNotRecorded
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name
from app.exchange.fields import Cite
from app.exchange.sheets.cells import Cell, Spot
from app.exchange.sheets.draft import Citing, Draft, made
from app.exchange.sheets.holders import Office, SaidLines, lines_in, term_in
from app.exchange.sheets.known import ORGANIZATION, PERSON, Named
from app.exchange.sheets.people import (
    SaidName,
    Vacancy,
    is_a_number_of_people,
    is_an_office,
    is_joint,
    is_nobody,
    is_not_said,
    is_plainly_a_name,
    is_title,
    names_in,
    vacancy_in,
)
from app.exchange.sheets.tables import Record
from app.exchange.sheets.terms import dates_in, starts_in
from app.exchange.sheets.wording import role_in

OFFICES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY})
"""Roles that a board has once, as a rule: what somebody's title may say of the seat."""


class SaidHolder(NamedTuple):
    """Somebody who holds a seat, or deputizes in it."""

    who: Named
    spot: Spot
    since: str | None = None
    until: str | None = None
    term_ends: str | None = None
    capacity: TenureCapacity = TenureCapacity.SUBSTANTIVE
    note: str | None = None


@dataclass(slots=True)
class SaidSeat:
    """A seat as one row has it."""

    record: Record
    citing: Citing
    board: str
    role: Role = Role.MEMBER
    label: str | None = None
    groups: list[str] = field(default_factory=list)
    choosers: list[tuple[str, Say | None]] = field(default_factory=list)
    voting: YesNoNotRecorded = YesNoNotRecorded.NOT_RECORDED
    basis: Basis = Basis.NOT_RECORDED
    number: int | None = None
    jointly: bool = False
    note: str | None = None
    vacancy: Vacancy | None = None
    no_deputy: bool = False
    employer: str | None = None
    """The body that the row says its holder works for, where that is known."""
    holders: list[SaidHolder] = field(default_factory=list)
    deputies: list[SaidHolder] = field(default_factory=list)
    term_years: int | None = None
    filled_by: str | None = None
    """The post whose holder has this seat too."""
    beside: list["SaidSeat"] = field(default_factory=list)
    """Further seats of the same row: those that it calls empty, and those of observers."""

    @property
    def about(self) -> tuple[Role, str, frozenset[str]]:
        """What tells it from other seats on its board, whoever holds it."""
        return self.role, folded(self.label or ""), frozenset(self.groups)

    def spot(self, name: str) -> Spot:
        """Return where the row says something."""
        return self.record.cell(name).spot

    @property
    def whole_note(self) -> str | None:
        """The note on it, after a word for its being empty that says less than that it is vacant."""
        return ". ".join(filter(None, (self.vacancy.word if self.vacancy else "", self.note))) or None

    def own_cites(self) -> list[Cite]:
        """Return the source that the row names itself, if it does."""
        return self.citing() if self.record.text("source") else []


class _Time(NamedTuple):
    """When whoever a row names has its seat."""

    since: str | None
    until: str | None
    term_ends: str | None

    def holder(self, who: Named, spot: Spot, note: str = "") -> SaidHolder:
        """Return somebody who has the seat in that time."""
        return self.holder_since(self.since, who, spot, note)

    def holder_since(self, since: str | None, who: Named, spot: Spot, note: str) -> SaidHolder:
        """Return somebody who has the seat in that time, but from when a date of their own says."""
        return SaidHolder(who, spot, since, self.until, self.term_ends, note=note or None)


class HolderCells:
    """Reads who a row says holds its seat; what is wrong with a cell is noted in the draft."""

    def __init__(self, draft: Draft, *, from_is_a_body: bool) -> None:
        """Take what `From` says: where people come from, or since when they sit there."""
        self.draft, self.from_is_a_body = draft, from_is_a_body

    def read(self, seat: SaidSeat) -> None:
        """Put who holds a seat, and who deputizes in it, into what its row says."""
        self._holders(seat)
        self._deputies(seat)
        employer = self._employer(seat.record)
        seat.employer = self.draft.known.id_of(employer.text, ORGANIZATION) if employer else None

    def _holders(self, seat: SaidSeat) -> None:
        record, draft = seat.record, self.draft
        cell, employer = record.cell("holder"), self._employer(record)
        dates = dates_in(draft, record, from_is_a_body=self.from_is_a_body)
        seat.basis = seat.basis if seat.basis is not Basis.NOT_RECORDED else dates.basis
        when = _Time(dates.since, dates.until, dates.term_ends or self._term(seat))
        if is_plainly_a_name(cell.text):
            self._hold(seat, cell, self._people(cell, seat.citing), when)
            return
        if cell and self._is_empty(seat, cell, when):
            return
        if is_not_said(cell.text):
            draft.notes.append(
                f"{capitalized(str(cell.spot))}: '{cell.text}' names nobody, and nobody is recorded there."
            )
        elif not cell or is_nobody(cell.text):
            if employer and not is_nobody(employer.text) and (body := draft.body(employer, seat.citing)):
                seat.holders.append(when.holder(Named(body, employer.text, ORGANIZATION), employer.spot))
        elif is_a_number_of_people(cell.text):
            draft.refuse(cell, "expected who they are, or the body alone, and how many in a column Number")
        else:
            self._lines(seat, cell, when)

    def _is_empty(self, seat: SaidSeat, cell: Cell, when: "_Time") -> bool:
        """Read a cell that says that nobody is there, and tell whether it is one; one that cannot be read is, too."""
        try:
            seat.vacancy = vacancy_in(cell.text)
        except ValueError as error:
            self.draft.refuse(cell, str(error))
            return True
        if seat.vacancy and when.since and not seat.vacancy.since:
            seat.vacancy = Vacancy(when.since, seat.vacancy.word)
        if seat.vacancy and (seat.record.text("term_ends") or when.until):
            self.draft.notes.append(f"{capitalized(str(cell.spot))}: nobody holds the seat; its end is not read.")
        return seat.vacancy is not None

    def _lines(self, seat: SaidSeat, cell: Cell, when: "_Time") -> None:
        """Read the names of a cell, line by line, with what is said of each."""
        known = self.draft.known.has
        if is_an_office(cell.text) and not known(cell.text) and not set("(\n;") & set(cell.text):
            self._by_office(seat, cell)
            return
        lines = lines_in(cell.text, known)
        for deputy in lines.deputies:
            self._deputize(seat, cell.part(deputy))
        names = cell.part(lines.text)
        seat.jointly = is_joint(names.text)
        self._hold(seat, cell, self._people(names, seat.citing) if names else [], when)
        for office in lines.offices:
            self._in_office(seat, cell, office, when)
        self._beside(seat, cell, lines, when)

    def _hold(self, seat: SaidSeat, cell: Cell, people: Sequence[tuple[Named, SaidName]], when: "_Time") -> None:
        """Let people have a seat, with what the row says of them."""
        employer, title = self._employer(seat.record), seat.record.text("title")
        starts = starts_in(self.draft, seat.record, len(people), when.since, from_is_a_body=self.from_is_a_body)
        for (who, said), start in zip(people, starts, strict=True):
            note = said.note
            if who.label == PERSON:
                note = self._about(seat, who, employer, said.note, title)
            seat.holders.append(when.holder_since(start, who, cell.spot, note))

    def _beside(self, seat: SaidSeat, cell: Cell, lines: SaidLines, when: "_Time") -> None:
        """Take the empty seats of a row, and those of observers, for seats of their own."""
        for name in lines.observers:
            whole = not (lines.names or lines.offices)
            own = seat if whole else replace(seat, holders=[], deputies=[], beside=[], number=None)
            own.role, own.voting = Role.OBSERVER, YesNoNotRecorded.NO
            for who, said in self._people(cell.part(name), seat.citing):
                own.holders.append(when.holder(who, cell.spot, said.note))
            if own is not seat:
                seat.beside.append(own)
        here = len(seat.holders) + (seat.basis is Basis.EX_OFFICIO and not seat.holders)
        if lines.empty and not here:
            seat.vacancy, seat.number = Vacancy(), seat.number or lines.empty
        elif lines.empty:
            more = lines.empty + len(seat.beside)
            seat.number = max(here, seat.number - more) if seat.number else here
            empty = replace(seat, holders=[], deputies=[], beside=[], number=lines.empty, vacancy=Vacancy())
            seat.beside.append(empty)

    def _in_office(self, seat: SaidSeat, cell: Cell, office: Office, when: "_Time") -> None:
        """Take an office for how somebody has a seat: by it, with who has the office where that is said."""
        if not office.holder:
            self._by_office(seat, cell.part(office.name))
            return
        for who, _ in self._people(cell.part(office.holder), seat.citing):
            seat.holders.append(when.holder(who, cell.spot, f"As {office.name}"))
        if len(seat.holders) == 1:
            seat.basis = Basis.EX_OFFICIO

    def _by_office(self, seat: SaidSeat, cell: Cell) -> None:
        """Take an office without a name for who has a seat: whoever holds that post where it is one, else a note."""
        name = folded(cell.text).removeprefix("the ")
        posts = [it for it in self.draft.sections["posts"] if folded(it.label or "").removeprefix("the ") == name]
        if len(posts) == 1 and not seat.holders:
            seat.basis, seat.filled_by = Basis.EX_OFFICIO, entry_name(posts[0], self.draft.place)
            return
        seat.basis = Basis.EX_OFFICIO if not seat.holders else seat.basis
        seat.note = ". ".join(filter(None, (" ".join(cell.text.split()), seat.note)))
        self.draft.notes.append(
            f"{capitalized(str(cell.spot))}: '{cell.text}' is an office and no name: the seat goes with it"
            " (ex officio), and it stands there as a note until that post is recorded on its body."
        )

    def _term(self, seat: SaidSeat) -> str | None:
        """Read how long a term is into the seat, and return when it ends."""
        if not seat.record.text("term"):
            return None
        cell = seat.record.cell("term")
        if is_nobody(cell.text):
            return None
        said = term_in(cell.text)
        seat.term_years = said.years
        if said.rest:
            self.draft.notes.append(
                f"{capitalized(str(cell.spot))}: '{said.rest}' is no number of years and no end; not read."
            )
        return self.draft.date(cell.part(said.ends)) if said.ends else None

    def _employer(self, record: Record) -> Cell | None:
        if record.text("organization"):
            return record.cell("organization")
        return record.cell("since") if self.from_is_a_body else None

    def _deputies(self, seat: SaidSeat) -> None:
        if not seat.record.text("deputy"):
            return
        cell = seat.record.cell("deputy")
        if not is_plainly_a_name(cell.text) and (
            is_nobody(cell.text) or is_not_said(cell.text) or _is_vacant(cell.text)
        ):
            seat.no_deputy = True
            if not is_nobody(cell.text):
                told = f"{capitalized(str(cell.spot))}: '{cell.text}' names no deputy yet, and none is recorded there."
                self.draft.notes.append(told)
            return
        self._deputize(seat, cell)

    def _deputize(self, seat: SaidSeat, cell: Cell) -> None:
        for who, said in self._people(cell, seat.citing):
            if any(who.id == holder.who.id for holder in seat.holders):
                self.draft.refuse(cell, "expected somebody else: this is who holds the seat")
                continue
            seat.deputies.append(SaidHolder(who, cell.spot, capacity=TenureCapacity.DEPUTY, note=said.note or None))

    def _people(self, cell: Cell, citing: Citing) -> list[tuple[Named, SaidName]]:
        if is_plainly_a_name(cell.text):
            return [who] if (who := self.draft.who(cell, citing)) else []
        try:
            names = names_in(cell.text, self.draft.known.has)
        except ValueError as error:
            self.draft.refuse(cell, str(error))
            return []
        found = [who for name in names if (who := self.draft.who(cell.part(name), citing))]
        return list({who.id: (who, said) for who, said in found}.values())

    def _about(self, seat: SaidSeat, who: Named, employer: Cell | None, bracket: str, title: str) -> str:
        """Put what the row says of a person where it belongs; what is left is told with the seat."""
        is_office = not seat.record.text("seat") and role_in(title) in OFFICES
        job = "" if is_office or is_title(title) else " ".join(title.split())
        at = self.draft.person_at(who.id)
        if at is None:
            return job or bracket
        person = self.draft.sections["people"][at]
        if is_title(title) and who.new and not person.honorificPrefix:
            person = person.model_copy(update={"honorificPrefix": " ".join(title.split())})
        if not employer and bracket and self.draft.known.has(bracket, ORGANIZATION):
            employer, bracket = Cell(bracket, seat.spot("holder")), ""
        if employer and not is_nobody(employer.text) and (body := self.draft.body(employer, seat.citing)):
            works_for = [work.organization for work in person.worksFor]
            if body not in works_for:
                cites = None if who.new else seat.citing()
                work = made(form.Affiliation, organization=body, role=job or None, cites=cites)
                person = person.model_copy(update={"worksFor": [*person.worksFor, work]})
            job = ""
        if person is not self.draft.sections["people"][at]:
            self.draft.put("people", at, person, seat.spot("holder"))
        return job or bracket


def _is_vacant(text: str) -> bool:
    try:
        return vacancy_in(text) is not None
    except ValueError:
        return False
