"""A story: a structure told in a few pictures, each a view with a sentence on it."""

from dataclasses import dataclass

from app.domain.records import Citation

FOLDER = "stories"
"""Stories stand in a folder of this name beside the places' files."""


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of a story and what it shows."""

    heading: str
    view: str
    """The view as the query of an address, without the question mark."""
    says: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A few steps through one place."""

    id: str
    place: str
    title: str
    intro: str
    steps: tuple[Step, ...]

    @property
    def path(self) -> str:
        """The address of its first step."""
        return f"/stories/{self.place}/{self.id}"
