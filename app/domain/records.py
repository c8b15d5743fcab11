"""What the database answers, as values: Popolo's people, organizations, posts and memberships, with their sources.

Dates are kept as recorded (`2007`, `2007-09`, `2007-09-14`). Everything here is public: what is not never gets here.
"""

from dataclasses import dataclass
from datetime import date

from app.domain import vocabulary as words


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when something holds, each as precise as recorded, or not known."""

    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, by its id, and where in it."""

    source_id: str
    locator: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name a body once had, and its last date."""

    name: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in a register."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """A public way to reach somebody."""

    type: str
    value: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A column of a place's diagram."""

    id: str
    name: str
    order: int
    like: tuple[str, ...] = ()
    """What other places call themes that mean the same, as the place's file says."""
    fixed: bool = False
    """Whether its column keeps its place among the others, however many lines cross."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a body has to work with, each in a phrase as its source has it."""

    constitution: str | None
    chair_status: str | None
    paid_hours: str | None
    funding_note: str | None
    members_note: str | None
    meeting_frequency: str | None
    statutory_observers: str | None
    representatives_note: str | None


@dataclass(frozen=True, slots=True)
class Area:
    """A place."""

    id: str
    name: str
    gss: str | None
    classification: str | None
    part_of_id: str | None
    report_back_days: int | None = None
    """Within how many days of a meeting those who sit on its bodies report back, where the place says so."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts come from."""

    id: str
    title: str
    publisher: str | None
    creators: tuple[str, ...]
    published: str | None
    url: str | None
    note: str | None
    read: str | None = None
    """When somebody last read it for the facts here, as precise as recorded."""
    kind: words.SourceKind | None = None
    """What sort of document it is."""


@dataclass(frozen=True, slots=True)
class CompositionRule:
    """What a body's own terms say of who is on it: how many of its seats, at least or at most, are for whom."""

    sectors: tuple[words.Sector, ...]
    organization_ids: tuple[str, ...]
    """People at large, or groups; with the sectors, whom the seats that it counts are for."""
    min: int | None
    max: int | None
    max_share: float | None
    """The largest part of all seats that these may be, from 0 to 1."""
    note: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """Any group or legal body, or a constituency."""

    id: str
    name: str
    alternate_names: tuple[str, ...]
    former_names: tuple[FormerName, ...]
    classification: words.Classification
    classification_note: str | None
    kind: words.OrganizationKind
    sector: words.Sector | None
    status: words.LifecycleStatus
    purpose: str | None
    theme: Theme | None
    count: int
    period: Period
    capacity: Capacity | None
    statutory_requirement: str | None
    identifiers: tuple[Identifier, ...]
    contact_details: tuple[ContactDetail, ...]
    certainty: words.Certainty
    note: str | None
    citations: tuple[Citation, ...]
    area_ids: tuple[str, ...]
    report_back_days: int | None = None
    """Within how many days of a meeting its members report back, where it says so."""
    last_day: date | None = None
    """The last day on which it can have been there: that of its recorded end; where it is disbanded and nobody says
    when, the day before its newest source was published. Nothing while no end is known."""
    decides: words.Decision = words.Decision.NOT_RECORDED
    quorum: str | None = None
    """How many must be there for a meeting to count, in its own words."""
    quorum_number: int | None = None
    seats_stated: int | None = None
    """How many seats a source says that it has, whatever is recorded of them."""
    composition: tuple[CompositionRule, ...] = ()
    caption: str | None = None
    """A few words that stand under its name in its place's picture."""
    pictured: words.Pictured | None = None
    """How it is drawn there, where that is said; else it opens where there is room."""
    column_order: int | None = None
    """Where it stands among the boxes of its column there, where that is said: those with the least number on top."""


def with_honorifics(name: str, prefix: str | None, suffix: str | None) -> str:
    """Write a name with what stands before and after it: `Cllr Ann Ray OBE`."""
    return " ".join(part for part in (prefix, name, suffix) if part)


@dataclass(frozen=True, slots=True)
class Person:
    """Anybody whom a source names in a role."""

    id: str
    name: str
    alternate_names: tuple[str, ...]
    note: str | None
    citations: tuple[Citation, ...]
    honorific_prefix: str | None = None
    """What is said before the name and is no part of it: Cllr, Dr, Chief Insp."""
    honorific_suffix: str | None = None
    """What is written after it: OBE, MSP."""
    former_names: tuple[FormerName, ...] = ()
    """What they were called before."""

    @property
    def shown(self) -> str:
        """The name as people write it, with what stands before and after it."""
        return with_honorifics(self.name, self.honorific_prefix, self.honorific_suffix)


@dataclass(frozen=True, slots=True)
class Post:
    """A seat on a body."""

    id: str
    label: str | None
    role: words.Role
    basis: words.Basis
    voting: words.YesNoNotRecorded
    taken_up: words.YesNoNotRecorded
    number: int
    organization_id: str
    status: words.FactStatus
    certainty: words.Certainty
    note: str | None
    term_years: float | None
    vacant_since: str | None
    report_back: str | None
    contact_details: tuple[ContactDetail, ...]
    period: Period
    citations: tuple[Citation, ...]
    number_max: int | None = None
    """How many identical seats it may be, where a source says "four or five", or "up to 20"."""
    membership: words.SeatMembership | None = None
    for_area: str | None = None
    """The id of the ward, locality or other area that it is for."""
    order: int | None = None
    """Its place in the document's own list of the body's seats."""
    electorate: str | None = None
    """Who may vote for its holder, in words."""
    term_limit: str | None = None
    vacant: words.YesNoNotRecorded | None = None
    """Whether a source calls it vacant, with or without a date; nothing when no source says."""
    held_as: words.HeldAs | None = None
    """How several holders have it together, where a source says."""
    report_back_days: int | None = None
    """Within how many days of a meeting its holder reports back, where it is said of this seat."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's holding of a seat."""

    post_id: str
    holder_id: str
    holder_name: str
    holder_is_person: bool
    capacity: words.TenureCapacity
    certainty: words.Certainty
    note: str | None
    period: Period
    citations: tuple[Citation, ...]
    affiliations: tuple[str, ...]
    honorific_prefix: str | None = None
    honorific_suffix: str | None = None
    term_ends: str | None = None
    """When the term is due to end, whether or not the holder left: 2007, 2007-09, 2007-09-14."""
    vacated: str | None = None
    """Since when the post held is recorded as vacant, which ends what began before; never of several alike."""

    @property
    def holder_shown(self) -> str:
        """The holder's name as people write it, with what stands before and after it."""
        return with_honorifics(self.holder_name, self.honorific_prefix, self.honorific_suffix)

    @property
    def holder_said(self) -> str:
        """The same with the doubt there is: `perhaps Ann Lee`."""
        return f"perhaps {self.holder_shown}" if self.certainty is words.Certainty.UNCERTAIN else self.holder_shown


@dataclass(frozen=True, slots=True)
class Appointer:
    """A body with a part in who sits in a seat."""

    organization_id: str
    say: words.Say | None
    """Whether it elects, appoints, nominates or ratifies; nothing where no source says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one organization to another."""

    id: str
    type: words.LineType
    from_id: str
    to_id: str
    status: words.FactStatus
    certainty: words.Certainty
    note: str | None
    amount: float | None
    amount_per: str | None
    period: Period
    citations: tuple[Citation, ...]
    label: str | None = None
    """The source's own word for the tie: lead agency, applicant."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person's tie to a body: employed, trustee, elected member, or given with the name."""

    organization_id: str
    role: str | None
    certainty: words.Certainty
    note: str | None
    period: Period
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, held or to come."""

    id: str
    organization_id: str
    date: str
    label: str | None
    venue: str | None
    note: str | None
    citations: tuple[Citation, ...]
    status: words.MeetingStatus | None = None
    quorate: words.YesNoNotRecorded = words.YesNoNotRecorded.NOT_RECORDED
    """Whether enough were there, as its source says."""

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.status is words.MeetingStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody at a meeting, or missing from it; a person, an organization, or a person for an organization."""

    kind: words.AttendanceKind
    person_id: str | None
    organization_id: str | None
    deputising_for_id: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Action:
    """Something a meeting asked somebody to do."""

    id: str
    text: str
    status: words.ActionStatus
    due: str | None
    owner_note: str | None
    note: str | None
    meeting_id: str | None
    owner_ids: tuple[tuple[str, str], ...]
    """(label, id) of each owner; the label is Person or Organization."""
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One cell of a relationship map."""

    id: str
    organization_id: str
    dimension: words.Dimension
    rating: words.Rating
    summary: str | None
    by_id: str | None
    on: str | None
    citations: tuple[Citation, ...]
    flag_count: int | None = None
    """How many bodies' views it is made of, where it was made of such."""


@dataclass(frozen=True, slots=True)
class RecordedAbsence:
    """A source says that a seat or link is missing."""

    id: str
    subject_id: str
    from_id: str | None
    note: str
    citations: tuple[Citation, ...]
