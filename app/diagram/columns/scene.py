"""What one layout is made of, once it has been decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.diagram.columns.roles import Roles
from app.diagram.columns.stacks import Stacks, stacks_of
from app.diagram.content import Picture


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with its columns in order; the same scene always gives the same layout."""

    picture: Picture
    roles: Roles
    stacks: Mapping[str, Stacks]
    order: tuple[str, ...]
    """The keys of its columns from left to right."""
    folded: frozenset[str] = frozenset()
    """The keys of the columns that are one box."""
    turned: frozenset[str] = frozenset()
    """Trunks that run on the other side of their column than their kind usually does."""
    lane: float = 5.0
    """From one lane of a gutter to the next."""
    rooms: Mapping[str, float] = field(default_factory=dict)
    """For bars that lines pass through, how wide their name may be to stand between two gaps."""
    tall: Mapping[str, float] = field(default_factory=dict)
    """For bars that are open, how high they are at least."""

    @classmethod
    def of(cls, picture: Picture, roles: Roles) -> "Scene":
        """Sort a picture's bodies into columns, in recorded order."""
        return cls(picture, roles, stacks_of(picture, roles), tuple(heading.key for heading in roles.headings))
