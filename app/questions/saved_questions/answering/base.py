"""What can answer a saved question, and what an answer in short is."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from app.domain.as_at import AsAt
from app.domain.saved_question import Parameter
from app.domain.vocabulary import BlankKind
from app.errors import BadInput
from app.reading.explorer import Explorer


@dataclass(frozen=True, slots=True)
class Item:
    """One line of an answer's list."""

    text: str
    subject_id: str | None
    """The body, seat or person that it is about."""
    href: str
    """The page of that."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer in short: a sentence, a list, and the page that answers in full."""

    answer: str
    items: tuple[Item, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is told: its parameters by name, the day, whether proposals count."""

    explorer: Explorer
    given: Mapping[str, str]
    as_at: AsAt

    def days(self, name: str) -> int:
        """Read a number of days."""
        try:
            return int(self.given[name])
        except ValueError:
            raise BadInput(f"'{self.given[name][:40]}' is not a number of days.") from None


@dataclass(frozen=True, slots=True)
class Answering:
    """A service that answers, by what it has to be told."""

    parameters: Mapping[str, Parameter]
    answer: Callable[[Asked], Awaitable[Answered]]


PLACE = Parameter(frozenset({BlankKind.AREA}))
GROUP = Parameter(frozenset({BlankKind.BODY, BlankKind.CONSTITUENCY}))
WHO = Parameter(frozenset({BlankKind.BODY, BlankKind.CONSTITUENCY, BlankKind.PERSON}))
BODY = Parameter(frozenset({BlankKind.BODY}))
DAYS = Parameter(frozenset({BlankKind.DAYS}))


def address(path: str, **query: str) -> str:
    """Write the address of a page with what it is asked."""
    return f"{path}?{urlencode(query)}"
