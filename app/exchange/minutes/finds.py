"""What is found in minutes: each find with where it stands, how certain it is, and why."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import Piece


class Certainty(StrEnum):
    """How certain a find is."""

    SURE = "sure"
    LIKELY = "likely"
    LOOK = "please look"


_ORDER = list(Certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """Something that the minutes say."""

    at: Piece
    """The text that says so."""
    certainty: Certainty = Certainty.SURE
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText(Find):
    """A word on the meeting itself: its body, its date, its venue."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson(Find):
    """Somebody, or a body of which nobody is named, and how they were at the meeting."""

    name: str
    prefix: str = ""
    suffix: str = ""
    how: AttendanceKind
    organization: str = ""
    role: str = ""
    """What they are at that organization."""
    capacity: str = ""
    """What they are at the meeting: `Chair`, `Non-Executive Member`."""
    deputising_for: str = ""
    initials: str = ""
    note: str = ""

    @property
    def is_body(self) -> bool:
        """Tell whether no person is named, and a body is said to have been there."""
        return not self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAction(Find):
    """Something that somebody is to do."""

    text: str
    owners: tuple[str, ...] = ()
    """As they are written: names, initials, bodies."""
    due: str = ""
    number: str = ""
    outstanding: bool = False
    """Whether it is carried over from an earlier meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMeeting(Find):
    """Another meeting of the same body: the one before, or one to come."""

    date: str
    venue: str = ""
    label: str = ""
    is_past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport(Find):
    """What somebody told the meeting, in the words of the minutes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in some minutes."""

    body: FoundText | None = None
    label: FoundText | None = None
    date: FoundText | None = None
    venue: FoundText | None = None
    people: tuple[FoundPerson, ...] = ()
    actions: tuple[FoundAction, ...] = ()
    meetings: tuple[FoundMeeting, ...] = ()
    reports: tuple[FoundReport, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What was seen and not read, in sentences."""


def least(*certainties: Certainty) -> Certainty:
    """Return the least certain of some."""
    return max(certainties, key=_ORDER.index)
