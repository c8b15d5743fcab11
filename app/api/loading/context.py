"""What every resolver of a request is given."""

from dataclasses import dataclass, field
from datetime import date

import strawberry

from app.api.admitting.admitting import Admission
from app.api.loading.loaders import Loaders
from app.reading.explorer import Explorer, today


@dataclass(slots=True)
class Context:
    """One request's view: the explorer, what it has read, and the day that stands for today throughout."""

    explorer: Explorer
    admission: Admission | None = None
    """The document that is asked, when it was read and checked already."""
    loaders: Loaders = field(init=False)
    today: date = field(default_factory=today)

    def __post_init__(self) -> None:
        """Start with nothing read."""
        self.loaders = Loaders(self.explorer)

    def day(self, on: date | None) -> date:
        """Return the day an answer is for: the one named, or today."""
        return on or self.today


Info = strawberry.Info[Context, None]
