"""Who represents whom where, kept as long as the data stays: an answer hangs on nothing but that and the day."""

from app.domain.as_at import AsAt
from app.questions.representation.ask import Answer, find_representation
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_ANSWERS: Shelf[Answer] = Shelf(
    "who represents whom", 40_000, lambda answer: 1 + len(answer.seats) + len(answer.involved)
)
"""By who is asked about, the day and the longest route. Room is counted in seats, of some 300 bytes each."""


async def representation_of(
    explorer: Explorer, of: str, as_at: AsAt, *, max_steps: int = 4, contents: Contents | None = None
) -> Answer:
    """Answer as `find_representation` does, at once where the same was answered since the data changed.

    `contents` is the catalogue, where it was looked at already.
    """
    version = (contents or await explorer.catalogue.contents()).version
    return await explorer.kept[_ANSWERS].once(
        (of, as_at, max_steps), version, lambda: find_representation(explorer.database, of, as_at, max_steps=max_steps)
    )
