"""That a body has ended, when, and who followed it: one sentence, which pages, commands and fields open with."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.dates import spoken, when
from app.domain.english import capitalized, counted, indefinite, listed, ordinary, with_article
from app.domain.records import Organization
from app.domain.vocabulary import Classification


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a body."""

    body: Organization
    known_by: str | None
    """Where nobody says when it ended: when its newest source was published, as precise as recorded."""
    followers: tuple[Organization, ...]
    """Who followed it, as far as they are there by the day asked about, by name."""

    @property
    def said(self) -> str:
        """The whole of it: what it was, that it ended and when, and who followed."""
        one = self.body.count == 1
        name = with_article(self.body.name)
        sort = self._sort
        was = f"was {indefinite(sort)}" if one else f"were {counted(self.body.count, 'body')} ({sort})"
        it = "it" if one else "they"
        return f"{capitalized(name)} {was}: {it} {self._when}, and {self._next}."

    @property
    def _sort(self) -> str:
        known = self.body.classification
        return self.body.classification_note or ("body" if known is Classification.OTHER else ordinary(known))

    @property
    def _when(self) -> str:
        if self.body.period.until:
            return f"ended {when(self.body.period.until)}"
        by = f" by {spoken(self.known_by)}" if self.known_by else ""
        return f"had ended{by}, when is not recorded"

    @property
    def _next(self) -> str:
        if not self.followers:
            return "no successor is recorded"
        return f"{listed([with_article(body.name) for body in self.followers])} followed"


def ended_briefly(until: str | None, followers: Sequence[str]) -> str:
    """Say beside the name of an ended body when that was, and who followed."""
    said = f"ended {when(until)}" if until else "ended"
    return f"{said}, followed by {listed([with_article(name) for name in followers])}" if followers else said
