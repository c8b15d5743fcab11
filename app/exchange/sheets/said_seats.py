"""What a row of a sheet says of a seat, before it is laid beside the seats that are recorded."""

from collections.abc import Iterator, Sequence

from app.domain.folding import folded
from app.domain.vocabulary import Basis, YesNoNotRecorded
from app.exchange.fields import Cite
from app.exchange.problems import shown
from app.exchange.sheets.asking import SAY_BODY
from app.exchange.sheets.cells import Cell
from app.exchange.sheets.dates import NOTHING, date_in
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.headings import THEIRS, WORKS_THERE
from app.exchange.sheets.holders import number_in
from app.exchange.sheets.known import ORGANIZATION
from app.exchange.sheets.people import is_nobody
from app.exchange.sheets.said_holders import OFFICES, HolderCells, SaidSeat
from app.exchange.sheets.tables import Block, Record
from app.exchange.sheets.wording import SaidVote, choice_in, role_in


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
        from_is_a_body = bool(first) and not _is_date(first) and not any(map(_is_date, came_from))
        self.holders = HolderCells(draft, from_is_a_body=from_is_a_body)

    def _tell_of_what_is_unsure(self) -> None:
        for column in self.block.headings.unsure:
            word = self.block.headings.words[column]
            told = f"{f'Sheet {self.block.sheet}: ' if self.block.sheet else ''}{word} is read as whom each seat is for"
            told += f" ({THEIRS}): where it is whom the person works for, choose {WORKS_THERE} for that column."
            if told not in self.draft.notes and any(record.text("groups") for record in self.block.records):
                self.draft.notes.append(told)

    def read(self) -> Iterator[SaidSeat | None]:
        """Give a seat for each row and those beside it, or nothing where it has none."""
        for record in self.block.records:
            seat = self._seat(record)
            yield seat
            yield from seat.beside if seat else ()

    def _seat(self, record: Record) -> SaidSeat | None:
        draft = self.draft
        if not self._says_a_seat(record):
            if self._names_a_body(record):
                draft.body(record.cell("board"), _Citing(draft, record, self.block), meets=True)
            elif record.says - {"board"}:
                draft.notes.append(f"Row {record.number} is not read: it names neither a seat nor anybody.")
            return None
        board_cell = record.cell("board") or self.block.above.get("board")
        if draft.beside.board and "board" not in self.block.headings.columns:
            board_cell = Cell(draft.beside.board, record.where)
        board_cell = board_cell or Cell(draft.body_of_sheet(self.block.sheet), record.where)
        citing = _Citing(draft, record, self.block)
        if not board_cell:
            draft.refuse(
                record.cell("board"), f"expected a board: a column Board, a line with its name above, or {SAY_BODY}"
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
        self.holders.read(seat)
        return seat

    def _says_a_seat(self, record: Record) -> bool:
        """Tell whether a row is about a seat: of one that names its body itself, how many there are is enough."""
        if any(map(record.text, ("seat", "holder", "groups", "organization", "deputy", "voting"))):
            return True
        return "board" not in record.held and bool(
            record.text("board") and any(map(record.text, ("number", "chosen", "term")))
        )

    def _names_a_body(self, record: Record) -> bool:
        return "board" not in record.held and bool(record.text("board") and record.text("note"))

    def _what(self, seat: SaidSeat) -> None:
        """Read which seat it is: a role where its name is the word for one, else a label."""
        record = seat.record
        text, title = " ".join(record.text("seat").split()), record.text("title")
        if not text and title and role_in(title) in OFFICES:
            text = title
        if text:
            what = self.draft.remembered.what(text)
            seat.role, seat.label, seat.number = what.role, what.label, what.number
            seat.basis, seat.voting = what.basis or seat.basis, what.voting or seat.voting
        seat.note = " ".join(record.text("note").split()) or None
        if number := record.text("number"):
            seat.number = None
            if said := number_in(number):
                seat.number = said[0]
                seat.note = ". ".join(filter(None, (seat.note, said[1]))) or None
            else:
                self.draft.refuse(record.cell("number"), "expected how many seats the row is for, such as 2")

    def _vote(self, seat: SaidSeat) -> None:
        text = seat.record.text("voting")
        if not text:
            return
        try:
            said = self.draft.remembered.vote(text)
        except ValueError as error:
            self.draft.refuse(seat.record.cell("voting"), str(error))
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


def _is_date(text: str) -> bool:
    if folded(text) in NOTHING or text.casefold() in NOTHING:
        return False
    try:
        date_in(text)
    except ValueError:
        return any(letter.isdigit() for letter in text)
    return True


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
