"""What a row of a sheet says of a seat, before it is laid beside the seats that are recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.english import capitalized
from app.domain.folding import folded
from app.domain.vocabulary import Basis, Role, Say, TenureCapacity, YesNoNotRecorded
from app.exchange import place_format as form
from app.exchange.fields import Cite
from app.exchange.problems import shown
from app.exchange.sheets.cells import Cell, Spot
from app.exchange.sheets.dates import NOTHING, date_in
from app.exchange.sheets.draft import Citing, Draft, made
from app.exchange.sheets.headings import THEIRS, WORKS_THERE
from app.exchange.sheets.known import ORGANIZATION, PERSON, Named
from app.exchange.sheets.people import (
    SaidName,
    Vacancy,
    is_a_number_of_people,
    is_an_office,
    is_joint,
    is_nobody,
    is_not_said,
    is_title,
    names_in,
    vacancy_in,
    without_vacancies,
)
from app.exchange.sheets.tables import Block, Record
from app.exchange.sheets.wording import SaidVote, choice_in, is_plain_seat, role_in, seats_in, vote_in

OFFICES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY})
"""Roles that a board has once, as a rule: what somebody's title may say of the seat."""


@dataclass(frozen=True, slots=True)
class SaidHolder:
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
    holders: list[SaidHolder] = field(default_factory=list)
    deputies: list[SaidHolder] = field(default_factory=list)

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


class _Citing:
    """Says where a row comes from, the same each time."""

    __slots__ = ("_about", "_cites")

    def __init__(self, draft: Draft, record: Record, block: Block) -> None:
        self._about = draft, record, block
        self._cites: list[Cite] = []

    def __call__(self) -> list[Cite]:
        """Return what is cited; a new source is one from the first time on."""
        if not self._cites:
            draft, record, block = self._about
            self._cites = draft.cites(record, block)
        return self._cites


class SeatRows:
    """Reads the rows of one table of seats; what is wrong with a cell is noted in the draft."""

    def __init__(self, draft: Draft, block: Block) -> None:
        """Look at what the columns are used for, where their headings may mean two things."""
        self.draft, self.block = draft, block
        came_from = filter(None, (record.text("since") for record in block.records))
        if "holder" not in block.headings.columns and "organization" in block.headings.columns:
            column = block.headings.columns["organization"]
            told = (
                f"No column says which person holds a seat, so the bodies in {block.headings.words[column]} hold them."
            )
            draft.notes.append(told)
        self._tell_of_what_is_unsure()
        first = next(came_from, "")
        self.from_is_a_body = bool(first) and not _is_date(first) and not any(map(_is_date, came_from))
        """Whether `From` says where people come from, and not since when they sit there."""

    def _tell_of_what_is_unsure(self) -> None:
        for column in self.block.headings.unsure:
            word = self.block.headings.words[column]
            told = f"{f'Sheet {self.block.sheet}: ' if self.block.sheet else ''}{word} is read as whom each seat is for"
            told += f" ({THEIRS}): where it is whom the person works for, choose {WORKS_THERE} for that column."
            if told not in self.draft.notes and any(record.text("groups") for record in self.block.records):
                self.draft.notes.append(told)

    def read(self) -> Iterator[SaidSeat | None]:
        """Give a seat for each row, or nothing where it has none."""
        return map(self._seat, self.block.records)

    def _seat(self, record: Record) -> SaidSeat | None:
        draft = self.draft
        if not any(map(record.text, ("seat", "holder", "groups", "organization", "deputy", "voting"))):
            if record.says - {"board"}:
                draft.notes.append(f"Row {record.number} is not read: it names neither a seat nor anybody.")
            return None
        board_cell = record.cell("board") or self.block.above.get("board")
        if draft.beside.board and "board" not in self.block.headings.columns:
            board_cell = Cell(draft.beside.board, record.where)
        board_cell = board_cell or Cell(draft.body_of_sheet(self.block.sheet), record.where)
        citing = _Citing(draft, record, self.block)
        if not board_cell:
            draft.refuse(
                record.cell("board"), "expected a board: a column Board, a line with its name above, or --board"
            )
            return None
        board = draft.body(board_cell, citing, meets=True)
        if not board:
            return None
        seat = SaidSeat(record, citing, board)
        self._what(seat)
        self._vote(seat)
        self._choice(seat)
        for cell in self._names(record.cell("groups")) if record.text("groups") else ():
            if (group := draft.body(cell, citing)) and group not in seat.groups:
                seat.groups.append(group)
        self._holders(seat)
        self._deputies(seat)
        return seat

    def _what(self, seat: SaidSeat) -> None:
        """Read which seat it is: a role where its name is the word for one, else a label."""
        record = seat.record
        text, title = " ".join(record.text("seat").split()), record.text("title")
        if not text and role_in(title) in OFFICES:
            text = title
        if text:
            seat.role = role_in(text) or Role.MEMBER
            seat.label = None if is_plain_seat(text) else text
            words = folded(text)
            if "co opted" in words or "coopted" in words:
                seat.basis = Basis.CO_OPTED
            if "ex officio" in words:
                seat.basis = Basis.EX_OFFICIO
            if "non voting" in words or "nonvoting" in words:
                seat.voting = YesNoNotRecorded.NO
        if number := record.text("number"):
            if number.isdigit() and 1 <= int(number) <= 10_000:
                seat.number = int(number)
            else:
                self.draft.refuse(record.cell("number"), "expected how many seats the row is for, such as 2")
        else:
            seat.number = seats_in(text)
        seat.note = " ".join(record.text("note").split()) or None

    def _vote(self, seat: SaidSeat) -> None:
        if not seat.record.text("voting"):
            return
        cell = seat.record.cell("voting")
        try:
            said = vote_in(cell.text)
        except ValueError as error:
            self.draft.refuse(cell, str(error))
            said = SaidVote(YesNoNotRecorded.NOT_RECORDED)
        if said.voting is not YesNoNotRecorded.NOT_RECORDED:
            seat.voting = said.voting
        if said.basis is not Basis.NOT_RECORDED:
            seat.basis = said.basis

    def _choice(self, seat: SaidSeat) -> None:
        if not seat.record.text("chosen"):
            return
        cell = seat.record.cell("chosen")
        if is_nobody(cell.text) or folded(cell.text) in NOTHING:
            return
        said = choice_in(cell.text)
        if said.basis is not Basis.NOT_RECORDED:
            seat.basis = said.basis
        for each in self._names(cell.part(said.who)) if said.who else ():
            if body := self.draft.body(each, seat.citing):
                seat.choosers.append((body, said.say))

    def _names(self, cell: Cell) -> list[Cell]:
        """Divide a cell into the names of bodies: at line ends and semicolons, and at `and` where both are known."""
        if not cell or is_nobody(cell.text):
            return []

        def known(text: str) -> bool:
            return self.draft.known.has(text, ORGANIZATION)

        found = []
        for part in filter(None, (each.strip() for line in cell.text.split("\n") for each in line.split(";"))):
            for between in (" / ", "/", ", ", " and ", " & "):
                pieces = [piece.strip() for piece in part.split(between)]
                if not known(part) and len(pieces) > 1 and all(map(known, pieces)):
                    found += [cell.part(piece) for piece in pieces]
                    break
            else:
                pieces = [] if known(part) else [piece.strip() for piece in part.split(" / ")]
                found += [cell.part(piece) for piece in pieces if piece] if len(pieces) > 1 else [cell.part(part)]
        return found

    def _holders(self, seat: SaidSeat) -> None:
        record, draft = seat.record, self.draft
        cell, employer = record.cell("holder"), self._employer(record)
        since = None if self.from_is_a_body else self._date(record, "since")
        until, term_ends = self._date(record, "until"), self._date(record, "term_ends")
        try:
            seat.vacancy = vacancy_in(cell.text) if cell else None
        except ValueError as error:
            draft.refuse(cell, str(error))
            return
        if seat.vacancy:
            if since and not seat.vacancy.since:
                seat.vacancy = Vacancy(since, seat.vacancy.word)
            if term_ends or until:
                draft.notes.append(
                    f"{capitalized(str(record.cell('holder').spot))}: nobody holds the seat; its end is not read."
                )
            return
        if is_not_said(cell.text):
            draft.notes.append(
                f"{capitalized(str(cell.spot))}: '{cell.text}' names nobody, and nobody is recorded there."
            )
            return
        if not cell or is_nobody(cell.text):
            cell = Cell("", cell.spot)
            if employer and not is_nobody(employer.text) and (body := draft.body(employer, seat.citing)):
                who = Named(body, employer.text, ORGANIZATION)
                seat.holders.append(SaidHolder(who, employer.spot, since, until, term_ends))
            return
        if is_an_office(cell.text) and not draft.known.has(cell.text):
            seat.note = ". ".join(filter(None, (" ".join(cell.text.split()), seat.note)))
            draft.notes.append(
                f"{capitalized(str(cell.spot))}: '{cell.text}' is an office and no name: it is a note on the seat now."
            )
            return
        if is_a_number_of_people(cell.text):
            draft.refuse(cell, "expected who they are, or the body alone, and how many in a column Number")
            return
        text, spare = without_vacancies(cell.text)
        cell = cell.part(text)
        seat.jointly = is_joint(cell.text)
        for who, said in self._people(cell, seat.citing):
            note = said.note or None
            if who.label == PERSON:
                note = self._about(seat, who, employer, said.note, record.cell("title")) or None
            seat.holders.append(SaidHolder(who, cell.spot, since, until, term_ends, note=note))
        if spare and seat.number is None and seat.holders:
            seat.number = len(seat.holders) + spare

    def _date(self, record: Record, name: str) -> str | None:
        return self.draft.date(record.cell(name)) if record.text(name) else None

    def _employer(self, record: Record) -> Cell:
        if cell := record.cell("organization"):
            return cell
        return record.cell("since") if self.from_is_a_body else cell

    def _deputies(self, seat: SaidSeat) -> None:
        if not seat.record.text("deputy"):
            return
        cell = seat.record.cell("deputy")
        if is_nobody(cell.text) or is_not_said(cell.text) or _is_vacant(cell.text):
            seat.no_deputy = True
            return
        for who, said in self._people(cell, seat.citing):
            if any(who.id == holder.who.id for holder in seat.holders):
                self.draft.refuse(cell, "expected somebody else: this is who holds the seat")
                continue
            seat.deputies.append(SaidHolder(who, cell.spot, capacity=TenureCapacity.DEPUTY, note=said.note or None))

    def _people(self, cell: Cell, citing: Citing) -> list[tuple[Named, SaidName]]:
        try:
            names = names_in(cell.text, self.draft.known.has)
        except ValueError as error:
            self.draft.refuse(cell, str(error))
            return []
        found = [who for name in names if (who := self.draft.who(cell.part(name), citing))]
        return list({who.id: (who, said) for who, said in found}.values())

    def _about(self, seat: SaidSeat, who: Named, employer: Cell, bracket: str, title: Cell) -> str:
        """Put what the row says of a person where it belongs; what is left is told with the seat."""
        is_office = not seat.record.text("seat") and role_in(title.text) in OFFICES
        job = "" if is_office or is_title(title.text) else " ".join(title.text.split())
        at = self.draft.person_at(who.id)
        if at is None:
            return job or bracket
        person = self.draft.sections["people"][at]
        if is_title(title.text) and who.new and not person.honorificPrefix:
            person = person.model_copy(update={"honorificPrefix": " ".join(title.text.split())})
        if not employer and bracket and self.draft.known.has(bracket, ORGANIZATION):
            employer, bracket = Cell(bracket, seat.spot("holder")), ""
        if employer and not is_nobody(employer.text) and (body := self.draft.body(employer, seat.citing)):
            works_for = [work.organization for work in person.worksFor]
            if body not in works_for:
                cites = None if who.new else seat.citing()
                work = made(form.Affiliation, organization=body, role=job or None, cites=cites)
                person = person.model_copy(update={"worksFor": [*person.worksFor, work]})
            job = ""
        self.draft.put("people", at, person, seat.spot("holder"))
        return job or bracket


def _is_date(text: str) -> bool:
    if folded(text) in NOTHING or text.casefold() in NOTHING:
        return False
    try:
        date_in(text)
    except ValueError:
        return any(letter.isdigit() for letter in text)
    return True


def _is_vacant(text: str) -> bool:
    try:
        return vacancy_in(text) is not None
    except ValueError:
        return False


def repeated(seats: Sequence[SaidSeat], draft: Draft) -> None:
    """Note rows that say the same as one before them: which would make two seats of one."""
    seen: dict[object, SaidSeat] = {}
    for seat in seats:
        who = tuple(sorted(holder.who.id for holder in seat.holders))
        key = (seat.board, seat.about, who)
        if who and key in seen:
            first = seen[key].record
            expected = f"expected one row a seat: {first.place} has the same seat with the same holder"
            cell = seat.record.cell("holder")
            draft.refuse(cell, expected, shown(cell.text))
        seen.setdefault(key, seat)
