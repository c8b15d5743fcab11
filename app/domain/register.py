"""Everything recorded of one place, whenever it holds: what the questions about a place are answered from.

A register is read once for each version of the data. Questions ask for what of it holds on a day, which
`app.domain.standing` gives. Everything in it is public: what is not never leaves the database.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain import records as r
from app.domain import vocabulary as words


@dataclass(frozen=True, slots=True)
class Tie:
    """A seat's tie to a body: whom its holder speaks for, or who elects or appoints the holder."""

    id: str
    post_id: str
    organization_id: str
    status: words.FactStatus
    certainty: words.Certainty
    period: r.Period
    citations: tuple[r.Citation, ...]
    say: words.Say | None = None
    """Whether it elects, appoints, nominates or ratifies; nothing where no source says, or it speaks for the body."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Whoever holds the post `by_post_id` holds `post_id` too."""

    id: str
    post_id: str
    by_post_id: str
    status: words.FactStatus
    certainty: words.Certainty
    period: r.Period
    citations: tuple[r.Citation, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody's own holding of a post, by a person or a body; not followed from other posts."""

    id: str
    post_id: str
    holder_id: str
    holder_is_person: bool
    capacity: words.TenureCapacity
    status: words.FactStatus
    certainty: words.Certainty
    note: str | None
    period: r.Period
    citations: tuple[r.Citation, ...]
    term_ends: str | None = None
    """When the term is due to end, as precise as recorded."""


@dataclass(frozen=True, slots=True)
class Employment:
    """A person's tie to a body: employed by it, its trustee or elected member, or given with it by a source."""

    id: str
    person_id: str
    affiliation: r.Affiliation


@dataclass(frozen=True, slots=True)
class Missing:
    """A recorded absence and when the source says so of."""

    absence: r.RecordedAbsence
    certainty: words.Certainty
    period: r.Period


@dataclass(frozen=True, slots=True)
class ReportBack:
    """The holder of a post reported, after a meeting, to those the post speaks for."""

    id: str
    post_id: str
    meeting_id: str
    date: str | None
    """When, as precise as recorded."""
    link: str | None
    note: str | None
    citations: tuple[r.Citation, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """What is recorded of a place: its bodies, and what other bodies, posts and people their facts name."""

    area_id: str
    own: frozenset[str]
    """The ids of the place's own bodies and constituencies; the other organizations are elsewhere."""
    organizations: Mapping[str, r.Organization]
    people: Mapping[str, r.Person]
    posts: Mapping[str, r.Post]
    """Seats on the place's bodies, seats elsewhere for them, and posts whose holders fill those."""
    behalf: tuple[Tie, ...]
    appointed: tuple[Tie, ...]
    fillings: tuple[Filling, ...]
    holdings: tuple[Holding, ...]
    lines: tuple[r.Line, ...]
    employments: tuple[Employment, ...] = ()
    absences: tuple[Missing, ...] = ()
    meetings: tuple[r.Meeting, ...] = ()
    attendance: Mapping[str, tuple[r.Attendance, ...]] = field(default_factory=dict)
    """Who was at each meeting, by its id."""
    reports: tuple[ReportBack, ...] = ()
    assessments: tuple[r.Assessment, ...] = ()
    published: Mapping[str, str] = field(default_factory=dict)
    """When each source was published, by its id, as precise as recorded; sources without a date are not in it."""
    areas: Mapping[str, r.Area] = field(default_factory=dict)
    """The places, by id: what one of them says of reporting back holds for its bodies."""

    def bodies(self) -> Iterator[r.Organization]:
        """Return the place's own bodies and constituencies, in the order of their ids."""
        for id_ in sorted(self.own):
            if id_ in self.organizations:
                yield self.organizations[id_]
