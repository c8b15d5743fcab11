"""Every error that a reader may meet, each with a code that pages, GraphQL and commands share.

PartnershipsError
├── BadInput               BAD_USER_INPUT        400  a question that cannot be asked
│   ├── Misfilled          BAD_USER_INPUT        400  a field of a form with something that it cannot take
│   ├── UnreadableDay      BAD_USER_INPUT        400  a day that is no date
│   ├── UnknownId          NOT_FOUND             404  an id or name that nobody has
│   ├── Ambiguous          AMBIGUOUS             300  a name that several have
│   └── TooComplex         QUERY_TOO_COMPLEX     400  a query beyond the limits
├── NotSignedIn            UNAUTHENTICATED       401  who asks is not known, or not by what was given
├── NotAllowed             FORBIDDEN             403  who asks is known, and may not
├── TooManyTries           TOO_MANY_TRIES        429  something was tried too often
├── WrongSetting           WRONG_SETTING         500  a setting that nothing can start with
├── DataRefused            DATA_REFUSED          422  a data set with problems, all listed
├── DatabaseUnavailable    DATABASE_UNAVAILABLE  503  the database does not answer
└── DatabaseTooSlow        DATABASE_TIMEOUT      503  the database did not answer in time
    └── TooBusy            DATABASE_TIMEOUT      503  so much is asked that this would not be answered in time
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


class PartnershipsError(Exception):
    """Something that went wrong in a way that its reader can understand and act on."""

    code: ClassVar[str] = "INTERNAL"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1

    def __init__(self, message: str) -> None:
        """Take one clear sentence: what is wrong and what would be right."""
        super().__init__(message)
        self.message = message


class BadInput(PartnershipsError):
    """The question cannot be asked like that."""

    code = "BAD_USER_INPUT"
    status = 400


class Misfilled(BadInput):
    """A field of an address says what it cannot; a page asks for it again."""

    def __init__(self, field: str, message: str) -> None:
        """Take the field's name as addresses have it, and the sentence."""
        super().__init__(message)
        self.field = field


class UnreadableDay(BadInput):
    """A day in an address cannot be read; a page asks for it again."""


class UnknownId(BadInput):
    """Nothing public has this id or name."""

    code = "NOT_FOUND"
    status = 404

    def __init__(self, message: str, nearest: Sequence[tuple[str, str]] = (), asked: str = "") -> None:
        """Take the sentence, the nearest known (id, name) pairs, best first, and what was `asked` for, as written."""
        super().__init__(message)
        self.nearest = tuple(nearest)
        self.asked = asked


MOST_CANDIDATES = 24
"""A choice names no more: a longer one is a search."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of those that a name may mean."""

    id: str
    name: str
    kind: str
    """What it is, as people say it: `forum`, `person`."""
    area: str
    """The id of the place whose file it is in; empty for what is in none."""
    place: str = ""
    """The name of that place."""
    ended: str = ""
    """That it has ended, when, and who followed; empty while it has not."""

    @property
    def what(self) -> str:
        """What it is and where, in a phrase: `forum, Bromley`; of what has ended that, too."""
        return ", ".join(said for said in (self.kind, self.place, self.ended) if said)

    @property
    def said(self) -> dict[str, str]:
        """The same as programs read it: `id`, `name`, `kind`, `area`."""
        return {"id": self.id, "name": self.name, "kind": self.kind, "area": self.area}


class Ambiguous(BadInput):
    """Several have this name, and nothing says which of them is meant."""

    code = "AMBIGUOUS"
    status = 300

    def __init__(self, text: str, candidates: Sequence[Candidate], *, called: bool) -> None:
        """Take the name as asked for, all that it may mean, and whether each is `called` just that."""
        number = len(candidates)
        many = "either of two" if number == 2 else f"any of {number}"
        super().__init__(f"'{text[:60]}' may mean {many}: ask for one of them by its id.")
        self.text = text
        self.candidates = tuple(candidates[:MOST_CANDIDATES])
        self.number = number
        """How many there are in all, of which no more than MOST_CANDIDATES are named."""
        self.called = called

    @property
    def said(self) -> dict[str, object]:
        """What programs are told: the `candidates`, and the `number` of all that the name may mean."""
        return {"candidates": [each.said for each in self.candidates], "number": self.number}


class TooComplex(BadInput):
    """The query asks for more than one request may."""

    code = "QUERY_TOO_COMPLEX"


class NotSignedIn(PartnershipsError):
    """Only somebody who is signed in may, and nobody is; or what was given lets nobody in."""

    code = "UNAUTHENTICATED"
    status = 401


class NotAllowed(PartnershipsError):
    """Who asks is known and may not do this, or it cannot be known that they meant to."""

    code = "FORBIDDEN"
    status = 403


class TooManyTries(PartnershipsError):
    """Something was tried so often that the next try has to wait."""

    code = "TOO_MANY_TRIES"
    status = 429

    def __init__(self, message: str, seconds: int) -> None:
        """Take the sentence, and after how many seconds the next try may be."""
        super().__init__(message)
        self.seconds = seconds


class WrongSetting(PartnershipsError):
    """A setting cannot be used; nothing was started."""

    code = "WRONG_SETTING"
    exit_code = 2


class DataRefused(PartnershipsError):
    """A data set has problems; nothing of it was written."""

    code = "DATA_REFUSED"
    status = 422

    def __init__(self, message: str, problems: Sequence[object] = (), every: Sequence[object] = ()) -> None:
        """Take a summary and the problems that are told, in file order; `every` has further ones too."""
        super().__init__(message)
        self.problems = tuple(problems)
        self.every = tuple(every or problems)


class DatabaseUnavailable(PartnershipsError):
    """The database does not answer; asking again in a moment may help."""

    code = "DATABASE_UNAVAILABLE"
    status = 503
    exit_code = 3


class DatabaseTooSlow(PartnershipsError):
    """The database did not answer within the deadline."""

    code = "DATABASE_TIMEOUT"
    status = 503
    exit_code = 3


class TooBusy(DatabaseTooSlow):
    """So much is asked at once that the answer would not be there in time."""
