"""What a picture says of who sits in a seat, as plain words: the names, the deputies, or why nobody is named."""

from dataclasses import dataclass

from app.diagram.text import cleaned
from app.domain.dates import spoken
from app.domain.holding import Sitting
from app.domain.vocabulary import PostState, TenureCapacity


@dataclass(frozen=True, slots=True)
class SeatTold:
    """Who is in a seat on the day of a picture."""

    state: PostState
    who: str
    """Who sits there, or why no name stands here: `Ann Lee`, `vacant since June 2024`, `name not recorded`."""
    deputies: str = ""
    """Who deputizes."""

    @property
    def words(self) -> str:
        """Both in one phrase."""
        return f"{self.who}; deputy {self.deputies}" if self.deputies else self.who


def told_of(sitting: Sitting) -> SeatTold:
    """Put who is in a seat into the words of a picture."""
    held = [each for each in sitting.tenures if each.capacity is not TenureCapacity.DEPUTY]
    names = "; ".join(each.holder_shown for each in held)
    deputies = "; ".join(each.holder_shown for each in sitting.tenures if each.capacity is TenureCapacity.DEPUTY)
    return SeatTold(sitting.state, cleaned(_who(sitting, names)), cleaned(deputies))


def _who(sitting: Sitting, names: str) -> str:
    match sitting.state:
        case PostState.NOT_TAKEN_UP:
            return f"{names} (not taken up)" if names else "not taken up"
        case PostState.VACANT:
            since = sitting.post.vacant_since
            return f"vacant since {spoken(since)}" if since else "vacant"
        case PostState.TERM_OVER:
            return f"{names} ({sitting.term_over})"
        case PostState.BY_OFFICE:
            return f"the {sitting.office}, name not recorded"
        case PostState.FILLED:
            return f"{names}; one seat vacant" if sitting.vacant else names
        case _:
            return "name not recorded"
