"""An organogram of a public body, as British departments publish theirs in CSV, becomes entries of a place.

Two files make one: the senior posts, each with who holds it and to which post it reports, and the junior ones, by grade
and number. Units become bodies, posts become seats on them. The data format has no line between two posts, so a unit
reports to another where its posts do, and each post says in its note to which it reports. Pay, telephone numbers and
addresses are left where they are.
"""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

from app.exchange import place_format as form
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.entry_making import EntryMaking, id_of
from app.exchange.rows import slug
from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.people import vacancy_in
from app.exchange.sheets.text_tables import sheets_of_text

WHAT = "Organogram"
_SENIOR, _JUNIOR = "reports to senior post", "reporting senior post"
"""The headings that each of the two files alone has."""
_REFERENCE, _GENERIC = "post unique reference", "generic job title"
_READ = frozenset(
    {
        *(_REFERENCE, "name", "job title", "organisation", "unit", "grade", "grade (or equivalent)", "fte", _SENIOR),
        *(_JUNIOR, _GENERIC, "number of posts in fte", "number of posts (fte)", "valid?", "valid", "notes", ""),
    }
)
_UNNAMED = frozenset({"", "-", "n/d", "n/a", "not disclosed", "undisclosed", "redacted", "name withheld"})
_GONE = frozenset({"eliminated", "abolished", "post eliminated"})
_NOBODY_ABOVE = frozenset({"", "xx", "n/a", "-"})


def is_organogram(content: bytes) -> bool:
    """Tell whether a text in columns is one of the two files, by its headings."""
    start = content[:4_000].lower()
    senior = _REFERENCE.encode() in start and _SENIOR.encode() in start
    return senior or (_JUNIOR.encode() in start and _GENERIC.encode() in start)


def entries_of_organogram(content: bytes, place: str, title: str = "") -> EntriesRead:
    """Read either of the two files as entries of a place, whose id is given; `title` stands for it as a source."""
    read = EntriesRead(form.PlaceFile(place=place), WHAT)
    try:
        (sheet,) = sheets_of_text(content)
    except Unreadable as wrong:
        read.problems.append(f"The file {wrong}.")
        return read
    _Reader(place, title or "Organogram", read).read([(row.number, row.texts) for row in sheet.rows])
    return read


class _Reader(EntryMaking):
    def __init__(self, place: str, title: str, into: EntriesRead) -> None:
        super().__init__(into, "organogram", title)
        self.place = place
        self.bodies: dict[str, form.Organization] = {}
        self.posts: dict[str, form.Post] = {}
        self.lines: dict[tuple[str, str, str], form.Line] = {}
        self.unit_of: dict[str, str] = {}
        """The unit of each senior post, by its reference."""

    def read(self, rows: list[tuple[int, tuple[str, ...]]]) -> None:
        """Read the rows under the first that has the headings."""
        at = next((n for n, (_, row) in enumerate(rows) if _headed(row) & {_SENIOR, _JUNIOR}), None)
        if at is None:
            self.into.problems.append("The file has no row with the headings of an organogram.")
            return
        headings = [text.strip().casefold() for text in rows[at][1]]
        for name in headings:
            if name not in _READ:
                self.into.unread[f"column {name}"[:80]] += len(rows) - at - 1
        records = [(number, dict(zip(headings, row, strict=False))) for number, row in rows[at + 1 :]]
        above: list[tuple[int, str, str]] = []
        for number, record in records:
            self.spot = f"row {number}"
            above += self._senior(record, number) if _SENIOR in headings else self._junior(record)
        for number, unit, reference in above:
            self.spot = f"row {number}"
            self._reports(unit, reference)
        self.finish(
            self.place,
            organizations=list(self.bodies.values()),
            posts=list(self.posts.values()),
            lines=list(self.lines.values()),
        )

    def _senior(self, said: Mapping[str, str], number: int) -> Iterator[tuple[int, str, str]]:
        """Add a senior post; yield the unit that it is in, and the post to which it reports."""
        reference, name = said.get(_REFERENCE, "").strip(), said.get("name", "").strip()
        if name.casefold() in _GONE or said.get("valid?", said.get("valid", "")).strip() in {"0", "N"}:
            self.into.unread["posts that are gone, or marked as not valid"] += 1
            return
        if not reference or reference in self.unit_of:
            expected = "expected each post once" if reference else "expected the reference of the post"
            self.refuse("Post Unique Reference", reference, expected)
            return
        unit = self._unit(said)
        if unit is None:
            return
        self.unit_of[reference] = unit
        to = said.get(_SENIOR, "").strip()
        empty = vacancy_in(name) is not None
        held = "" if empty or name.casefold() in _UNNAMED else self.person(name)
        grade = said.get("grade (or equivalent)") or said.get("grade") or ""
        is_part = said.get("fte", "") not in ("", "1", "1.0", "1.00")
        note = [f"Grade {grade}." if grade else "", f"{said.get('fte')} full-time equivalent." if is_part else ""]
        note += [f"Reports to the post {to}." if to.casefold() not in _NOBODY_ABOVE else "", said.get("notes", "")]
        self._post(
            f"post-{slug(reference)}",
            on=unit,
            role="officer",
            label=said.get("job title"),
            vacant="yes" if empty else None,
            holders=[{"person": held}] if held else [],
            note=" ".join(filter(None, note)),
        )
        if to.casefold() not in _NOBODY_ABOVE:
            yield number, unit, to

    def _junior(self, said: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
        """Add junior posts of one sort."""
        fte = (said.get("number of posts in fte") or said.get("number of posts (fte)") or "").replace(",", "").strip()
        try:
            number = ceil(float(fte))
        except (ValueError, OverflowError):
            self.refuse("Number of Posts in FTE", fte, "expected a number such as 2.5")
            return
        unit = self._unit(said)
        if unit is None or number < 1:
            return
        grade, title, to = said.get("grade", ""), said.get(_GENERIC, ""), said.get(_JUNIOR, "").strip()
        note = [
            f"Grade {grade}." if grade else "",
            f"{fte} full-time equivalent.",
            f"Report to the post {to}." if to else "",
        ]
        id_ = slug(f"{unit} {grade} {title} {to}")[:150].strip("-")
        self._post(id_, on=unit, role="officer", label=title or grade, number=number, note=" ".join(filter(None, note)))
        yield from ()

    def _reports(self, unit: str, reference: str) -> None:
        """Let a unit report to that of the post to which one of its posts does."""
        to = self.unit_of.get(reference)
        if to is None:
            self.into.unread["posts that report to one of another file"] += 1
        elif to != unit:
            self._line(unit, "reports_to", to)

    def _unit(self, said: Mapping[str, str]) -> str | None:
        """Add the body that posts are in, and the one that it is a part of; return its id."""
        whole, unit = said.get("organisation", "").strip(), said.get("unit", "").strip()
        if not whole and not unit:
            self.refuse("Unit", "", "expected the unit or the organisation that the post is in")
            return None
        over = self._body(whole, "statutory_body", "formal") if whole else None
        if not unit or unit.casefold() == whole.casefold():
            return over
        id_ = self._body(unit, "department", "unit", slug(whole))
        if over and id_:
            self._line(id_, "sub_group_of", over)
        return id_

    def _body(self, name: str, sort: str, kind: str, within: str = "") -> str | None:
        id_ = id_of(name, "unit")
        known = self.bodies.get(id_)
        if known is not None and known.kind.value != kind:  # a unit that is called like another organisation
            id_ = f"{within}-{id_}"[:190].strip("-")
        if id_ not in self.bodies:
            said = {"id": id_, "name": name, "classification": sort, "kind": kind, "sector": "statutory"}
            body = self.made(form.Organization, **said)
            if body is None:
                return None
            self.bodies[id_] = body
        return id_

    def _line(self, one: str, kind: str, other: str) -> None:
        line = self.made(form.Line, **{"from": one, "type": kind, "to": other})
        if line:
            self.lines.setdefault((one, kind, other), line)

    def _post(self, id_: str, **said: Any) -> None:
        number = 1
        while (free := id_ if number == 1 else f"{id_}-{number}") in self.posts:
            number += 1
        post = self.made(form.Post, id=free, **said)
        if post:
            self.posts[free] = post


def _headed(row: tuple[str, ...]) -> set[str]:
    return {text.strip().casefold() for text in row}
