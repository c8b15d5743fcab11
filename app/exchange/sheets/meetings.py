"""The meetings of a sheet: which body's, on which day, and how each person was there, laid over what is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.dates import spoken
from app.domain.english import capitalized
from app.domain.folding import folded
from app.domain.vocabulary import AttendanceKind
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name, link_name, meeting_name, whole_id
from app.exchange.sheets.asking import SAY_BODY, SAY_DAY
from app.exchange.sheets.cells import Cell, Spot
from app.exchange.sheets.days import ON_DAY, meetings_of
from app.exchange.sheets.draft import Citing, Draft, made
from app.exchange.sheets.known import ORGANIZATION, PERSON, Named, Several
from app.exchange.sheets.marks import CROSSES, Meaning, cross_in, is_marked
from app.exchange.sheets.people import is_nobody, names_in
from app.exchange.sheets.tables import Block, Record
from app.exchange.sheets.wording import TICKS, attendance_in, stand_in

_COLUMNS = {
    "present": AttendanceKind.PRESENT,
    "apologies": AttendanceKind.APOLOGIES,
    "in_attendance": AttendanceKind.IN_ATTENDANCE,
    "guest": AttendanceKind.GUEST,
}
"""Columns in which a tick says how somebody was there."""
_MARKED = ("present", "as")
"""Columns, beside those of a day, whose marks are read together."""
_SAYS_MORE = frozenset({AttendanceKind.IN_ATTENDANCE, AttendanceKind.GUEST, AttendanceKind.DEPUTISING})
"""How somebody who was there may be recorded: a sheet's mark that they were there is nothing against it."""
_EXPECTED = "expected how this person was there: Present, Apologies, Deputy for and a name, In attendance or Guest"


@dataclass(frozen=True, slots=True)
class SaidAttendance:
    """How somebody was at a meeting, as one row has it."""

    who: Named
    how: AttendanceKind
    spot: Spot
    for_: str | None = None
    deputising_for: str | None = None
    note: str | None = None
    by_mark: bool = False
    """Whether a mark alone says it, such as a tick."""


class MeetingWriter:
    """Lays the meetings of a sheet over the recorded ones of a draft."""

    def __init__(self, draft: Draft) -> None:
        """Begin with nothing said."""
        self.draft = draft
        self.meetings = draft.sections["meetings"]
        self.unchanged: list[str] = []
        self._marks: Mapping[str, Meaning] = {}

    def write(self, block: Block) -> None:
        """Read one table and put its meetings into the draft; what is wrong with a cell is noted there."""
        self._marks = self._marks_of(block)
        for meeting in meetings_of(block, self.draft.notes) if block.headings.days else (block,):
            if meeting.records:
                self._write(meeting)

    def _marks_of(self, block: Block) -> Mapping[str, Meaning]:
        """Return what marks mean by the key of a sheet, and an x by those that stand beside it."""
        marks, columns = dict(block.marks), block.headings.columns
        groups = [{*block.headings.days}, *({columns[name]} for name in _MARKED if name in columns)]
        for group in groups if not CROSSES & marks.keys() else ():
            cells = (
                Cell(text, Spot(block.sheet, record.number, column + 1, block.headings.words[column]))
                for record in block.records
                for column, text in enumerate(record.texts)
                if column in group and text
            )
            cross, came = cross_in(cells)
            if cross and came is False:
                marks |= dict.fromkeys(CROSSES)
                self.draft.notes.append(
                    f"{capitalized(str(cross.spot))}: beside ticks, {cross.text} is read as: was not there."
                )
            elif cross and came is None:
                marks |= dict.fromkeys(CROSSES)
                self.draft.refuse(
                    cross,
                    "expected a mark that says one thing: beside others for who was there, say what it means in a line"
                    f" below the table, such as '{cross.text} = absent' or '{cross.text} = present'",
                )
        return marks

    def _write(self, block: Block) -> None:
        draft = self.draft
        first = block.records[0]
        citing: Citing = lambda: draft.cites(first, block)  # noqa: E731 - what it says is the type
        board = self._board(block, first.where)
        day = block.above.get("date") or Cell(draft.beside.date, first.where)
        body = draft.body(board, citing, meets=True) if board else None
        date = draft.date(day) if day else None
        if not board:
            draft.refuse(
                first.where, f"expected whose meeting it is: a line above such as 'Board: Carers Forum', or {SAY_BODY}"
            )
        if not day:
            above = "a line above such as 'Date: 22 January 2010'"
            draft.refuse(first.where, f"expected when it was: {above}, or {SAY_DAY}")
        said = self._attendance(block, citing)
        if body and date:
            self._put(block, body, date, said, citing)

    def _board(self, block: Block, where: Spot) -> Cell:
        """Return whose meeting it was: the one that is said beside a sheet comes before what it is called itself."""
        draft, above = self.draft, block.above.get("board")
        if not draft.beside.board:
            return above or Cell(draft.body_of_sheet(block.sheet), where)
        told = (
            f"{capitalized(str(above.spot))}: '{above.text[:80]}' is passed over, as you said the body."
            if above
            else ""
        )
        if above and folded(above.text) != folded(draft.beside.board) and told not in draft.notes:
            draft.notes.append(told)
        return Cell(draft.beside.board, where)

    def _attendance(self, block: Block, citing: Citing) -> list[SaidAttendance]:
        found: list[SaidAttendance] = []
        rows: dict[tuple[str, str | None], int] = {}
        for record in block.records:
            for said in self._row(record, citing):
                key = (said.who.id, said.deputising_for)
                if key in rows:
                    self.draft.refuse(
                        record.cell("name"), f"expected each person once: row {rows[key]} has this one too"
                    )
                    continue
                rows[key] = record.number
                found.append(said)
        return found

    def _row(self, record: Record, citing: Citing) -> list[SaidAttendance]:
        draft, cell = self.draft, record.cell("name")
        if not cell or is_nobody(cell.text):
            return []
        if (who := stand_in(record.cell(ON_DAY).text)) is not None:
            return self._stood_in(record, record.cell(ON_DAY).part(who), citing)
        told = self._how(record)
        if told is None:
            return []
        how, whom = told
        for_ = draft.body(record.cell("for"), citing) if record.cell("for") else None
        note = " ".join(record.cell("note").text.split()) or None
        try:
            names = names_in(cell.text, draft.known.has)
        except ValueError as error:
            draft.refuse(cell, str(error))
            return []
        found = []
        for person in filter(None, (draft.who(cell.part(name), citing) for name in names)):
            said = SaidAttendance(person[0], how, cell.spot, for_, None, note, self._is_by_mark(record))
            found += self._in_places(said, whom, citing) if whom else [said]
        return found

    def _stood_in(self, record: Record, who: Cell, citing: Citing) -> list[SaidAttendance]:
        """Return how somebody else came in the place of the member in whose row that is said."""
        if not who:
            self.draft.notes.append(
                f"{capitalized(str(who.spot))}: somebody came for {record.cell('name').text}, and nobody says who:"
                " that is not recorded."
            )
            return []
        member = self.draft.who(record.cell("name"), citing)
        if member is None:
            return []
        for_ = self.draft.body(record.cell("for"), citing) if record.cell("for") else None
        person = member[0].id if member[0].label == PERSON else None
        said = SaidAttendance(member[0], AttendanceKind.DEPUTISING, who.spot, for_ if person else member[0].id, person)
        try:
            names = names_in(who.text, self.draft.known.has)
        except ValueError as error:
            self.draft.refuse(who, str(error))
            return []
        found = [it for name in names if (it := self.draft.who(who.part(name), citing, only_people=True))]
        return [replace(said, who=it) for it, _ in found]

    def _is_by_mark(self, record: Record) -> bool:
        """Tell whether a tick or the like says how somebody was there, and no word."""
        said = record.text("as") or record.text(ON_DAY)
        return (
            bool(record.text(ON_DAY))
            or not said
            or said.casefold() in TICKS - {"present"}
            or is_marked(said, self._marks)
        )

    def _in_places(self, said: SaidAttendance, whom: Cell, citing: Citing) -> list[SaidAttendance]:
        """Return an attendance for each of those whom somebody stood in for."""
        draft = self.draft
        try:
            if (body := draft.known.find(whom.text, (ORGANIZATION, PERSON))) and body.label == ORGANIZATION:
                return [replace(said, for_=said.for_ or body.id)]
            names = names_in(whom.text, draft.known.has)
        except Several as error:
            draft.refuse(whom, f"expected one: {error}")
            return []
        except ValueError as error:
            draft.refuse(whom, str(error))
            return []
        found = [who for name in names if (who := draft.who(whom.part(name), citing, only_people=True))]
        return [replace(said, deputising_for=who.id) for who, _ in found]

    def _how(self, record: Record) -> tuple[AttendanceKind, Cell | None] | None:
        """Read how somebody was there, and in whose place; None for whoever was not, or where that cannot be read."""
        place_of = record.cell("deputising")
        if place_of and not is_nobody(place_of.text) and place_of.text.casefold() not in TICKS:
            return AttendanceKind.DEPUTISING, place_of
        ticked = [(name, cell) for name in _COLUMNS if (cell := record.cell(name)) and not is_nobody(cell.text)]
        if len(ticked) > 1:
            self.draft.refuse(ticked[1][1], f"expected one of {ticked[0][1].spot.heading} and this")
            return None
        if ticked and ticked[0][0] == "present" and is_marked(ticked[0][1].text, self._marks):
            return self._in_words(record, ticked[0][1])
        if ticked and ticked[0][1].text.casefold() in TICKS:
            return _COLUMNS[ticked[0][0]], None
        if place_of and not is_nobody(place_of.text):
            return AttendanceKind.DEPUTISING, None
        return self._in_words(record, ticked[0][1] if ticked else record.cell("as") or record.cell(ON_DAY))

    def _in_words(self, record: Record, cell: Cell) -> tuple[AttendanceKind, Cell | None] | None:
        if not cell:
            at = next(
                (record.spot(name) for name in ("as", "present") if name in record.at.headings.columns), record.where
            )
            self.draft.refuse(at, _EXPECTED)
            return None
        mark = cell.text.casefold().strip(" .")
        try:
            how, whom = (self._marks[mark], "") if mark in self._marks else attendance_in(cell.text)
        except ValueError as error:
            self.draft.refuse(cell, str(error))
            return None
        if how is None:
            name = record.cell("name").text
            self.draft.notes.append(f"{name} was not there and sent no apologies, which is not recorded.")
            return None
        return how, cell.part(whom) if whom else None

    def _put(self, block: Block, body: str, date: str, said: Sequence[SaidAttendance], citing: Citing) -> None:
        draft = self.draft
        same = [at for at, each in enumerate(self.meetings) if each.organization == body and each.date == date]
        if len(same) > 1:
            draft.refuse(block.records[0].where, f"expected one meeting of {spoken(date)}: {len(same)} are recorded")
            return
        venue = " ".join((block.above.get("venue") or Cell(draft.beside.venue, block.records[0].where)).text.split())
        label = " ".join(block.above["label"].text.split()) if "label" in block.above else ""
        name = f"meeting: {draft.name_of(body)}, {spoken(date)}"
        if not same:
            attendance = self._listed([], said, body, date, citing)
            meeting = made(
                form.Meeting,
                organization=body,
                date=date,
                venue=venue or None,
                label=label or None,
                attendance=attendance,
                cites=citing(),
            )
            at = draft.add("meetings", meeting, block.records[0].where)
            draft.new.append(f"{name}: {self._told(attendance)}")
        else:
            at = same[0]
            before: form.Meeting = self.meetings[at]
            attendance = self._listed(before.attendance, said, body, date, citing)
            there = {who.who.id for who in said}
            others = [draft.name_of(_who(each)) for each in before.attendance if _who(each) not in there]
            if others:
                draft.notes.append(f"Recorded at the {name} and not in the sheet, and left: {', '.join(others)}.")
            new = {"venue": venue or before.venue, "label": label or before.label, "attendance": attendance}
            meeting = before.model_copy(update=new)
            if meeting == before:
                self.unchanged.append(name)
            draft.put("meetings", at, meeting, block.records[0].where)
        self._note_spots(block, at, attendance, said)

    def _note_spots(
        self, block: Block, at: int, attendance: Sequence[form.Attendance], said: Sequence[SaidAttendance]
    ) -> None:
        spots = {(one.who.id, one.deputising_for): one.spot for one in said}
        for number, each in enumerate(attendance):
            if spot := spots.get((_who(each), each.deputisingFor)):
                self.draft.spots["meetings", at, "attendance", number] = spot
        for field in ("venue", "date", "label"):
            if field in block.above:
                self.draft.spots["meetings", at, field] = block.above[field].spot

    def _listed(
        self,
        before: Sequence[form.Attendance],
        said: Sequence[SaidAttendance],
        body: str,
        date: str,
        citing: Citing,
    ) -> list[form.Attendance]:
        """Return who came, with what the sheet says in the place of what was recorded of the same person."""
        found = list(before)
        for one in said:
            at = next((at for at, each in enumerate(found) if _is_of(each, one)), None)
            if at is None:
                second = any(_who(each) == one.who.id for each in found)
                found.append(
                    made(
                        form.Attendance,
                        id=self._second(one, body, date) if second else None,
                        as_=one.how,
                        deputisingFor=one.deputising_for,
                        for_=one.for_,
                        note=one.note,
                        cites=citing() if before else None,
                        **{"person" if one.who.label == PERSON else "organization": one.who.id},
                    )
                )
            else:
                stays = one.by_mark and one.how is AttendanceKind.PRESENT and found[at].as_ in _SAYS_MORE
                new = {
                    "as_": None if stays else one.how,
                    "for_": one.for_,
                    "deputisingFor": one.deputising_for,
                    "note": one.note,
                }
                found[at] = found[at].model_copy(update={name: value for name, value in new.items() if value})
        return found

    def _second(self, said: SaidAttendance, body: str, date: str) -> str:
        """Make an id for a further way in which somebody was at one meeting: in the place of two."""
        place = self.draft.place
        same = [each for each in self.meetings if each.organization == body and each.date == date]
        name = entry_name(same[0], place) if same else meeting_name(place, whole_id(body, place), date)
        ends = whole_id(said.who.id, place), whole_id(name, place)
        return self.draft.known.unused(f"{link_name('ATTENDED', *ends, place)[:180].strip('-')}-again")

    def _told(self, attendance: Sequence[form.Attendance]) -> str:
        told = []
        for kind in AttendanceKind:
            names = [self._name_told(each) for each in attendance if each.as_ is kind]
            if names:
                told.append(f"{kind.value.replace('_', ' ')} {', '.join(names)}")
        return "; ".join(told) or "nobody"

    def _name_told(self, attendance: form.Attendance) -> str:
        name = self.draft.name_of(_who(attendance))
        whom = attendance.deputisingFor
        return f"{name} for {self.draft.name_of(whom)}" if whom else name


def _who(attendance: form.Attendance) -> str:
    return attendance.person or attendance.organization or ""


def _is_of(recorded: form.Attendance, said: SaidAttendance) -> bool:
    """Tell whether what is recorded is of the same person, in the same place of another if there is one."""
    if _who(recorded) != said.who.id:
        return False
    return recorded.deputisingFor == said.deputising_for or not (recorded.deputisingFor and said.deputising_for)
