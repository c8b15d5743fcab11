"""Who was there, who sent apologies and who stood in for whom, by the parts of minutes that name people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.domain.folding import folded, untitled
from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import MOST, Document, Line, Piece
from app.exchange.minutes.entries import people_in
from app.exchange.minutes.finds import Certainty, FoundPerson
from app.exchange.minutes.rows_of_people import by_columns, more_of, of_row
from app.exchange.minutes.words import Heading, IsBody, heading_in, initials_of, is_a_name, unnumbered

_COLUMNS = {
    "name": "name names member members attendee councillor representative person who",
    "organization": "organisation organization organisations body representing agency company group affiliation from"
    " org on-behalf-of",
    "role": "role position title designation job capacity post",
    "as": "attendance attended present status apologies present/apologies attendance/apologies",
    "initials": "initials init initial",
    "deputising": "deputy substitute deputising-for substitute-for deputising alternate",
}
_HEADED = {word.replace("-", " "): column for column, words in _COLUMNS.items() for word in words.split()}
_REFERENCE = re.compile(r"^(?=.*\d)[\w/.()-]{1,9}$")
_OF_BODIES = re.compile(r"(?:organi[sz]ations|groups|agencies|bodies)\b", re.IGNORECASE)
_PARTED = re.compile(r"[,;\u2028]")
_NO_MORE = re.compile(
    r"[:.?!]$|:\s|^.{80}|^(?:actions?|agreed|resolved|noted|items?|agenda|minutes|matters)\b"
    r"|\b(?:to|will|was|were|is|are|has|have|had|that|noted|agreed)\b(?!\s+the\s+[A-Z])",
    re.IGNORECASE,
)
"""What a line has that says no more of the person above it."""
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|the meeting|opened|declared)\b.*\.\s*$")


@dataclass(slots=True)
class _Section:
    """A part of the minutes that names people."""

    heading: Heading
    capacity: str
    lines: list[tuple[Line, tuple[Piece, ...]]] = field(default_factory=list)
    """With the cells of each that stand under the heading."""
    columns: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was named, and what could not be read."""

    people: tuple[FoundPerson, ...]
    notes: tuple[str, ...]
    lines: frozenset[int]
    """The numbers of the lines that were read."""


def attendance_in(document: Document, known: IsBody) -> Attendance:
    """Find everybody whom the minutes name as present, away, deputising or in attendance."""
    sections = _sections(document, known)
    bodies = _columns_of_bodies(sections, known)
    are_bodies = any(_OF_BODIES.match(section.heading.text) for section in sections)
    found: list[FoundPerson] = []
    notes: list[str] = []
    lines: set[int] = set()
    for section in sections:
        people, unread = _read_bodies(section) if are_bodies else _read(section, bodies, known)
        found += people
        lines.update(line.number for line, _ in section.lines)
        notes += [f"Line {document.line_at(each.start)} is not understood: “{each.text[:80]}”." for each in unread]
    people = _merged(found)
    if len(people) > MOST:
        notes.append(f"More than {MOST} people are named: those after {people[MOST - 1].name} are left out.")
    return Attendance(tuple(people[:MOST]), tuple(notes[:MOST]), frozenset(lines))


# Which parts


def _sections(document: Document, known: IsBody) -> list[_Section]:
    found: list[_Section] = []
    current: _Section | None = None
    beside: dict[int, _Section] = {}
    """Sections that stand beside each other, by their column."""
    for line in map(_without_reference, document.lines):
        if not line.cells:
            if current and current.lines and _is_sentence(current):
                current = None
            continue
        headings = [heading_in(cell.text) for cell in line.cells]
        if (
            len(line.cells) > 1
            and (columns := _column_headings(line))
            and (current or "as" in columns.values() or headings[0])
        ):
            section = current if current and not current.lines else None
            if section is None:
                section = _Section(Heading(AttendanceKind.PRESENT, "", 0), "")
                found.append(section)
            section.columns = columns
            current, beside = section, {}
        elif len(line.cells) > 1 and all(
            it and it.end == len(cell.text) for it, cell in zip(headings, line.cells, strict=True)
        ):
            beside = {
                cell.column: _Section(it, _capacity(it)) for it, cell in zip(headings, line.cells, strict=True) if it
            }
            found += beside.values()
            current = None
        elif headings[0]:
            beside = {}
            current = _begun(headings[0], current, line)
            found.append(current)
            if isinstance(current.heading.how, AttendanceKind) and current.lines and _ends_itself(line, headings[0]):
                current = None
        elif beside:
            _put_beside(line, beside, known)
        elif current and _belongs(line, current, known):
            current.lines.append((line, line.cells))
        elif (current and current.lines) or not _may_wait(line):
            current = None
    return [section for section in found if section.lines]


def _without_reference(line: Line) -> Line:
    """Return a row without the number of an item that it begins with."""
    is_numbered = line.is_row and _REFERENCE.match(line.cells[0].text)
    return replace(line, cells=line.cells[1:]) if is_numbered else line


def _begun(heading: Heading, before: _Section | None, line: Line) -> _Section:
    """Begin a section; a heading such as `Executive Members` under `Apologies` says who, and not how."""
    capacity = _capacity(heading)
    if before and capacity and before.heading.how is AttendanceKind.APOLOGIES and not before.lines:
        heading = replace(heading, how=AttendanceKind.APOLOGIES)
    section = _Section(heading, capacity)
    first = line.cells[0]
    others = tuple(cell for cell in line.cells[1:] if folded(cell.text) not in _HEADED)
    cells = (first.part(heading.end), *others) if heading.end < len(first.text) else others
    if cells:
        section.lines.append((line, cells))
    return section


def _capacity(heading: Heading) -> str:
    """Say as what people are there by the heading: `Executive Member` of `Executive Members`; mostly nothing."""
    text = re.sub(
        r"\s*\b(?:present|attending|in attendance|were|was)\b\s*", " ", heading.text, flags=re.IGNORECASE
    ).strip(" :")
    match = re.fullmatch(r"(?P<what>[\w\s-]+?)[\s-]+(?P<who>members|directors|trustees)", text, re.IGNORECASE)
    if not match or folded(match["what"]) in {
        "committee",
        "board",
        "council",
        "forum",
        "group",
        "the following",
        "those",
        "partnership",
    }:
        return ""
    what = match["what"] if not match["what"].isupper() else match["what"].title()
    return f"{what} {match['who'][:-1].title()}"


def _ends_itself(line: Line, heading: Heading) -> bool:
    """Tell whether a heading stands in a sentence that says all, such as `Apologies were received from A and B.`."""
    text = line.cells[0].text
    return (
        heading.end < len(text)
        and len(line.cells) == 1
        and text.rstrip().endswith(".")
        and " from" in heading.text.casefold()
    )


def _is_sentence(section: _Section) -> bool:
    """Tell whether a section is a paragraph after its heading, which the next empty line ends."""
    line, cells = section.lines[0]
    return (
        len(section.lines) <= 3
        and len(line.cells) == 1
        and cells[0].start != line.cells[0].start
        and ("," in cells[0].text or " and " in cells[0].text)
    )


def _column_headings(line: Line) -> dict[int, str]:
    """Return what the columns of a table of people are headed by; nothing where the row heads none."""
    found = {}
    for cell in line.cells:
        if column := _HEADED.get(folded(cell.text)):
            found[cell.column] = column
    return found if "name" in found.values() and len(found) == len(line.cells) and len(found) > 1 else {}


def _put_beside(line: Line, beside: dict[int, _Section], known: IsBody) -> None:
    for cell in line.cells:
        section = beside.get(cell.column)
        if section is not None and people_in(cell, AttendanceKind.PRESENT, known)[0]:
            section.lines.append((line, (cell,)))


def _belongs(line: Line, section: _Section, known: IsBody) -> bool:
    """Tell whether a line goes on with a section: it names people, or says more of the last one."""
    if section.columns:
        return line.is_row
    first = line.cells[0]
    if unnumbered(first.text) and len(first.text) > 60:
        return False
    cells = line.cells[1:] if line.is_row and re.fullmatch(r"\d+[.)]?", first.text) else line.cells
    if any(is_a_name(cell.text, known) for cell in cells):
        return True
    if not line.is_row and _SENTENCE.search(first.text):
        return False
    if any(people_in(cell, AttendanceKind.PRESENT, known)[0] for cell in cells):
        return not unnumbered(first.text) or len(first.text) < 80
    follows = bool(section.lines) and section.lines[-1][0].number == line.number - 1
    return follows and not line.is_row and not unnumbered(first.text) and not _NO_MORE.search(first.text)


def _may_wait(line: Line) -> bool:
    """Tell whether a line may stand between a heading and those whom it heads."""
    return len(line.whole.text) < 60 and not line.is_row


# Who is in them


def _columns_of_bodies(sections: Sequence[_Section], known: IsBody) -> frozenset[int]:
    """Find the columns in which bodies stand and not people: most cells of them are called like none."""
    named: dict[int, list[bool]] = {}
    for section in sections:
        for line, cells in section.lines:
            if line.is_row and len(cells) > 1:
                for cell in cells:
                    if cell.column > cells[0].column:
                        named.setdefault(cell.column, []).append(is_a_name(cell.text, known))
    return frozenset(column for column, names in named.items() if sum(names) * 2 <= len(names))


def _read(section: _Section, bodies: frozenset[int], known: IsBody) -> tuple[list[FoundPerson], list[Piece]]:
    found: list[FoundPerson] = []
    unread: list[Piece] = []
    how = section.heading.how
    is_one_a_line = _is_one_a_line(section, known)
    last = 0
    for line, cells in section.lines:
        if section.columns:
            people, rest = by_columns(section.columns, how or AttendanceKind.PRESENT, cells, known)
        elif len(cells) > 1:
            people, rest = of_row(cells, how or AttendanceKind.PRESENT, bodies, known)
        else:
            people, rest = people_in(cells[0], how or AttendanceKind.PRESENT, known, is_one_a_line=is_one_a_line)
            if not people and rest and found and line.number == last + 1 and len(rest) == 1:
                more = more_of(found[-1], rest[0], known)
                if more:
                    found[-1], rest, last = more, [], line.number
        if people:
            last = line.number
        found += people
        unread += rest
    if how is None:
        names = [person.at for person in found]
        return [], [replace(at, text=f"{at.text}, absent without apologies: not recorded") for at in names]
    if "resign" in section.heading.text.casefold():
        found = [replace(it, note=it.note or section.heading.text.capitalize()) for it in found]
    capacity = section.capacity
    return [replace(it, capacity=it.capacity or capacity) if capacity else it for it in found], unread


def _read_bodies(section: _Section) -> tuple[list[FoundPerson], list[Piece]]:
    """Read a list of the bodies that were there, where the minutes name no people."""
    how = section.heading.how
    pieces = [piece for _, cells in section.lines for cell in cells for piece in cell.split(_PARTED)]
    named = [piece.part(0, len(piece.text.rstrip(" .,;:"))) for piece in pieces if any(map(str.isalpha, piece.text))]
    found = [FoundPerson(at=piece, name="", how=how, organization=piece.text) for piece in named if how and piece]
    return found, []


def _is_one_a_line(section: _Section, known: IsBody) -> bool:
    """Tell whether the lines of a section name one person each, and after a comma mostly what is no name."""
    pairs = [cells[0].text.split(",") for _, cells in section.lines if len(cells) == 1]
    said = [is_a_name(pair[1].strip(), known) for pair in pairs if len(pair) == 2 and is_a_name(pair[0], known)]
    return len(said) > 1 and len(said) * 2 >= len(pairs) and sum(said) * 2 < len(said)


# The same person twice


def _merged(found: Sequence[FoundPerson]) -> list[FoundPerson]:
    """Put together what two parts say of one person; two ways to be there are asked about."""
    merged: dict[str, FoundPerson] = {}
    for person in found:
        key = untitled(folded(person.name)) or folded(person.name or f"the body {person.organization}")
        before = merged.get(key)
        if before is None:
            merged[key] = person
            continue
        merged[key] = _both(before, person)
    return list(merged.values())


def _both(first: FoundPerson, second: FoundPerson) -> FoundPerson:
    stronger = (
        second if second.how is AttendanceKind.DEPUTISING and first.how is not AttendanceKind.DEPUTISING else first
    )
    weaker = first if stronger is second else second
    both = replace(
        stronger,
        prefix=stronger.prefix or weaker.prefix,
        organization=stronger.organization or weaker.organization,
        role=stronger.role or weaker.role,
        capacity=stronger.capacity or weaker.capacity,
        deputising_for=stronger.deputising_for or weaker.deputising_for,
        initials=stronger.initials or weaker.initials,
        note=stronger.note or weaker.note,
    )
    ways = {first.how, second.how}
    if AttendanceKind.APOLOGIES in ways and len(ways) > 1:
        reason = f"Named both as {first.how.value.replace('_', ' ')} and as {second.how.value.replace('_', ' ')}."
        return replace(both, certainty=Certainty.LOOK, reason=reason)
    return both


def by_initials(people: Iterable[FoundPerson]) -> dict[str, list[FoundPerson]]:
    """Return people by their initials: those that the minutes give, or else those of their names."""
    found: dict[str, list[FoundPerson]] = {}
    for person in people:
        found.setdefault(person.initials or initials_of(person.name), []).append(person)
    return found
