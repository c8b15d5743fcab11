"""Registers of values for the rules of gaps: a place to plant in, and what is planted with the gaps it must give."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.standing import Standing

FRESH, OLD = (r.Citation("fresh", "page 1"),), (r.Citation("old", "page 1"),)
ALWAYS = r.Period(None, None)
STATED = words.Certainty.STATED
Kind: TypeAlias = words.GapKind
Sort: TypeAlias = words.Classification
Line: TypeAlias = words.LineType


class Place:
    """A place that facts are put in; whatever is planted gets names of its own, and its gaps are written down."""

    def __init__(self, on: date) -> None:
        """Begin with nothing; the day is the one that gaps are asked for."""
        self.on = on
        self.expected: list[tuple[words.GapKind, str]] = []
        self._made = 0
        self.organizations: dict[str, r.Organization] = {}
        self.people: dict[str, r.Person] = {}
        self.posts: dict[str, r.Post] = {}
        self.behalf: list[g.Tie] = []
        self.fillings: list[g.Filling] = []
        self.holdings: list[g.Holding] = []
        self.employments: list[g.Employment] = []
        self.lines: list[r.Line] = []
        self.absences: list[g.Missing] = []
        self.reports: list[g.ReportBack] = []
        self.published: dict[str, str] = {}
        self.elsewhere: set[str] = set()
        self.appointed: list[g.Tie] = []
        self.meetings: list[r.Meeting] = []
        self.attendance: dict[str, tuple[r.Attendance, ...]] = {}

    def day(self, days: int) -> str:
        """Write the day some days from the one that is asked for."""
        return (self.on + timedelta(days=days)).isoformat()

    def new(self, what: str) -> str:
        """Return an id that nothing else has."""
        self._made += 1
        return f"p/{what}-{self._made}"

    def body(self, sort: Sort = Sort.CHARITY, **said: Any) -> str:
        """Put in a body, a charity unless said, and give its id."""
        id_ = self.new(sort.value)
        known: dict[str, Any] = dict.fromkeys(r.Organization.__dataclass_fields__) | {
            "id": id_, "name": f"Body {id_[2:]}", "alternate_names": (), "former_names": (), "classification": sort,
            "kind": words.OrganizationKind.FORMAL, "sector": words.Sector.VOLUNTARY,
            "status": words.LifecycleStatus.ACTIVE, "count": 1, "period": ALWAYS, "identifiers": (),
            "contact_details": (), "certainty": STATED, "citations": FRESH, "area_ids": ("p",), "composition": (),
        }  # fmt: skip
        self.organizations[id_] = r.Organization(**(known | said))
        return id_

    def board(self, **said: Any) -> str:
        """Put in a partnership board on which the sector has a seat with a named holder who reports back."""
        board = self.body(Sort.PARTNERSHIP_BOARD, sector=words.Sector.MULTI_AGENCY, **said)
        self.hold(self.seat(board, [self.body()]), self.person())
        return board

    def council(self) -> str:
        """Put in a council."""
        return self.body(Sort.COUNCIL, sector=words.Sector.STATUTORY)

    def person(self, works_for: str | None = None, role: str | None = None) -> str:
        """Put in a person, and whom they work for."""
        id_ = self.new("person")
        self.people[id_] = r.Person(id_, f"Person {id_[2:]}", (), None, FRESH)
        if works_for:
            tie = r.Affiliation(works_for, role, STATED, None, ALWAYS, FRESH)
            self.employments.append(g.Employment(f"{id_}--works", id_, tie))
        return id_

    def seat(self, on: str, behalf: Sequence[str] = (), **said: Any) -> str:
        """Put in a seat whose holder reports back to those it is on behalf of."""
        id_ = self.new("seat")
        known: dict[str, Any] = dict.fromkeys(r.Post.__dataclass_fields__) | {
            "id": id_, "role": words.Role.MEMBER, "basis": words.Basis.NOT_RECORDED, "number": 1, "organization_id": on,
            "voting": words.YesNoNotRecorded.NOT_RECORDED, "taken_up": words.YesNoNotRecorded.NOT_RECORDED,
            "status": words.FactStatus.ACTUAL, "certainty": STATED, "report_back": "By email", "contact_details": (),
            "period": ALWAYS, "citations": FRESH,
        }  # fmt: skip
        self.posts[id_] = r.Post(**(known | said))
        status, period = self.posts[id_].status, self.posts[id_].period
        self.behalf += [g.Tie(f"{id_}--{b}", id_, b, status, STATED, period, FRESH) for b in behalf]
        return id_

    def appoint(self, post: str, by: str, **said: Any) -> None:
        """Let a body appoint who holds a seat."""
        actual = words.FactStatus.ACTUAL
        citations = said.get("citations", FRESH)
        self.appointed.append(g.Tie(self.new("appointing"), post, by, actual, STATED, ALWAYS, citations))

    def hold(self, post: str, holder: str, **said: Any) -> None:
        """Put somebody in a seat."""
        known: dict[str, Any] = {
            "id": self.new("holding"), "post_id": post, "holder_id": holder, "holder_is_person": holder in self.people,
            "capacity": words.TenureCapacity.SUBSTANTIVE, "status": words.FactStatus.ACTUAL, "certainty": STATED,
            "note": None, "period": ALWAYS, "citations": FRESH,
        }  # fmt: skip
        self.holdings.append(g.Holding(**(known | said)))

    def fill(self, post: str, by: str) -> None:
        """Let whoever holds one post hold another."""
        actual = words.FactStatus.ACTUAL
        self.fillings.append(g.Filling(self.new("filling"), post, by, actual, STATED, ALWAYS, FRESH))

    def join(self, start: str, type_: Line, end: str, **said: Any) -> None:
        """Put in a line."""
        known: dict[str, Any] = dict.fromkeys(r.Line.__dataclass_fields__) | {
            "id": self.new("line"), "type": type_, "from_id": start, "to_id": end, "status": words.FactStatus.ACTUAL,
            "certainty": STATED, "period": ALWAYS, "citations": FRESH,
        }  # fmt: skip
        self.lines.append(r.Line(**(known | said)))

    def miss(self, subject: str, from_: str | None, period: r.Period = ALWAYS) -> None:
        """Put in a recorded absence."""
        absence = r.RecordedAbsence(self.new("absence"), subject, from_, "It is not there.", FRESH)
        self.absences.append(g.Missing(absence, STATED, period))

    def meet(self, body: str, *there: tuple[words.AttendanceKind, str], days: int = -40, **said: Any) -> str:
        """Put in a meeting of a body, with people and bodies who were there, and give its id."""
        id_ = self.new("meeting")
        self.meetings.append(r.Meeting(id_, body, self.day(days), None, None, None, FRESH, **said))
        self.attendance[id_] = tuple(
            r.Attendance(kind, who if who in self.people else None, None if who in self.people else who, None, None)
            for kind, who in there
        )
        return id_

    def expect(self, kind: words.GapKind, subject: str) -> None:
        """Write down a gap that must be found."""
        self.expected.append((kind, subject))

    def standing(self, *, include_proposed: bool = False) -> Standing:
        """Return the place as it stands on the day; its fresh source is a month old, its old one five years."""
        register = g.Register(
            area_id="p", own=frozenset(self.organizations) - self.elsewhere, organizations=self.organizations, people=self.people,
            posts=self.posts, behalf=tuple(self.behalf), appointed=tuple(self.appointed), fillings=tuple(self.fillings),
            holdings=tuple(self.holdings), employments=tuple(self.employments), lines=tuple(self.lines),
            absences=tuple(self.absences), meetings=tuple(self.meetings), attendance=self.attendance, reports=tuple(self.reports), assessments=(),
            published={"fresh": self.day(-30), "old": self.day(-1800)} | self.published,
        )  # fmt: skip
        return Standing(register, AsAt(self.on, include_proposed))
