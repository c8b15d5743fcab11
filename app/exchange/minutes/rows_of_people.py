"""Rows of tables that name people: a name, and in the other cells where they are from, what they are, how they came."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.domain.folding import folded
from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import Piece
from app.exchange.minutes.entries import people_in
from app.exchange.minutes.finds import FoundPerson
from app.exchange.minutes.words import IsBody, is_a_name, is_job

_TICKS = frozenset("yes y x ✓ ✔ ☑ p present attended 1 in-person online remote teams zoom virtual".split())
_AWAY = frozenset("apologies apology a ap aps apols apologies-received excused e".split())
_ABSENT = frozenset("no n absent ab - – — 0 ✗ ✘ did-not-attend".split())
_SKIPPED = re.compile(r"^(?:name|names|organisation|organization|initials|title|role)s?$", re.IGNORECASE)


def more_of(person: FoundPerson, piece: Piece, known: IsBody) -> FoundPerson | None:
    """Return a person with what the next line says: where they are from, or what they are."""
    if person.organization and (person.role or not is_job(piece.text)):
        return None
    told = people_in(Piece(f"{person.name} ({piece.text})", piece.start), person.how, known)[0]
    if len(told) != 1:
        return None
    new = told[0]
    return replace(
        person,
        how=new.how,
        organization=person.organization or new.organization,
        role=person.role or new.role,
        capacity=person.capacity or new.capacity,
        deputising_for=person.deputising_for or new.deputising_for,
        note=person.note or new.note,
    )


def of_row(
    cells: Sequence[Piece], how: AttendanceKind, bodies: frozenset[int], known: IsBody
) -> tuple[list[FoundPerson], list[Piece]]:
    """Read a row: a name and what belongs to it, or several names."""
    if re.fullmatch(r"\d+[.)]?", cells[0].text):
        cells = cells[1:]
    initials = ""
    if len(cells) > 1 and re.fullmatch(r"[A-Z]{2,4}", cells[0].text) and is_a_name(cells[1].text, known):
        initials, cells = cells[0].text, cells[1:]
    columns = [cell.paragraphs() for cell in cells]
    if len(columns) > 1 and len(columns[0]) > 1 and len({len(each) for each in columns}) == 1:
        people, rest = [], []
        for row in zip(*columns, strict=True):
            one, other = of_row(
                [replace(piece, column=cell.column) for piece, cell in zip(row, cells, strict=True)], how, bodies, known
            )
            people += one
            rest += other
        return people, rest
    people, rest = people_in(cells[0], how, known)
    for cell in cells[1:]:
        more, unread = ([], [cell]) if cell.column in bodies and people else people_in(cell, how, known)
        if more:
            people, rest = people + more, rest + unread
        elif len(people) == 1:
            for piece in cell.paragraphs():
                people = _told_of(people[0], piece, known)
        else:
            rest += unread
    if initials and people:
        people[0] = replace(people[0], initials=initials)
    return people, rest


def _told_of(person: FoundPerson, piece: Piece, known: IsBody) -> list[FoundPerson]:
    """Return a person with what another cell of the row says, and whoever it names as their deputy."""
    text = piece.text
    bracketed = re.sub(r"[()]", lambda it: "[" if it[0] == "(" else "]", text)
    parts = re.split(r"\s*\[([^\[\]]*)\]", bracketed)
    told = f"{person.name} " + " ".join(f"({part.strip()})" for part in parts if part.strip())
    made = people_in(Piece(told, piece.start), person.how, known)[0]
    if not made:
        return [person]
    new = made[0]
    merged = replace(
        person,
        how=new.how if new.how is not person.how else person.how,
        organization=person.organization or new.organization,
        role=person.role or new.role,
        capacity=person.capacity or new.capacity,
        deputising_for=person.deputising_for or new.deputising_for,
        initials=person.initials or new.initials,
        note=person.note or new.note,
    )
    return [merged, *(replace(other, at=_within(piece, other.at.text)) for other in made[1:])]


def _within(piece: Piece, name: str) -> Piece:
    """Return where a name stands in a cell."""
    at = piece.text.find(name)
    return piece.part(at, at + len(name)) if at >= 0 else piece


def by_columns(
    columns: Mapping[int, str], how: AttendanceKind, cells: Iterable[Piece], known: IsBody
) -> tuple[list[FoundPerson], list[Piece]]:
    """Read a row of a table whose columns are headed."""
    said = {columns[cell.column]: cell for cell in cells if cell.column in columns}
    name = said.get("name")
    if not name or _SKIPPED.match(name.text):
        return [], []
    if attended := said.get("as"):
        word = folded(attended.text).replace(" ", "-") or attended.text.casefold()
        if word in _ABSENT:
            return [], [Piece(f"{name.text}, absent without apologies: not recorded", name.start)]
        if word not in _TICKS and word.startswith(("deput", "subst", "for", "on-behalf")):
            said.setdefault("deputising", attended)
        how = _how_in(word, how)
    people, rest = people_in(name, how, known)
    return (_as_said(people[0], said, known), rest) if len(people) == 1 else (people, rest)


def _how_in(word: str, usual: AttendanceKind) -> AttendanceKind:
    if word in _AWAY or word.startswith("apolog"):
        return AttendanceKind.APOLOGIES
    return AttendanceKind.IN_ATTENDANCE if word.startswith("in-attendance") else usual


def _as_said(person: FoundPerson, said: Mapping[str, Piece], known: IsBody) -> list[FoundPerson]:
    """Return a person with what the other columns of the row say, and whoever came in their place."""
    others: list[FoundPerson] = []
    if deputy := said.get("deputising"):
        if is_a_name(deputy.text, known):
            person = replace(person, how=AttendanceKind.DEPUTISING, deputising_for=deputy.text)
        else:
            person, *others = _told_of(person, deputy, known)
            person = replace(person, how=AttendanceKind.APOLOGIES) if others else person
    if body := said.get("organization"):
        person = _told_of(person, body, known)[0]
    if role := said.get("role"):
        person = _told_of(person, role, known)[0] if is_job(role.text) else replace(person, role=role.text)
    person = replace(person, initials=said["initials"].text) if "initials" in said else person
    return [person, *(replace(it, organization=person.organization) for it in others)]
