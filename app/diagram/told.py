"""What a picture says of who sits in a seat, as plain words: the names, the deputies, or why nobody is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.diagram.text import cleaned
from app.domain.dates import spoken
from app.domain.holding import Sitting
from app.domain.records import Tenure
from app.domain.vocabulary import PostState, TenureCapacity


@dataclass(frozen=True, slots=True)
class SeatTold:
    """Who is in a seat on the day of a picture."""

    state: PostState
    who: str
    """Who sits there, or why no name stands here: `Ann Lee`, `vacant since June 2024`, `name not recorded`."""
    deputies: str = ""
    """Who deputizes."""
    office: str = ""
    """The office whose holder fills the seat: `chair of the Mental Health Forum`; empty where none does."""
    office_of: str = ""
    """The body that the office is on, by its id, where a line is drawn from there."""
    chosen: str = ""
    """How its holder is chosen, and by whom: `elected by the Network`; empty where no source says by whom."""
    chosen_by: tuple[str, ...] = ()
    """Who has a part in that, by their ids."""

    @property
    def words(self) -> str:
        """Both in one phrase."""
        return f"{self.who}; deputy {self.deputies}" if self.deputies else self.who


def told_of(sitting: Sitting, chosen: str = "", chosen_by: Iterable[str] = ()) -> SeatTold:
    """Put who is in a seat into the words of a picture, with how its holder is chosen and by whom."""
    held = [each for each in sitting.tenures if each.capacity is not TenureCapacity.DEPUTY]
    names = "; ".join(_named(sitting, each) for each in held)
    deputies = "; ".join(each.holder_said for each in sitting.tenures if each.capacity is TenureCapacity.DEPUTY)
    office_of = sitting.chain[0].organization_id if sitting.chain else ""
    who, office = cleaned(_who(sitting, names)), cleaned(sitting.office)
    return SeatTold(sitting.state, who, cleaned(deputies), office, office_of, cleaned(chosen), tuple(chosen_by))


def _named(sitting: Sitting, tenure: Tenure) -> str:
    """Name somebody, and the office by which they sit there, unless the seat is called so."""
    by_office = tenure.post_id != sitting.post.id and sitting.chain and not _is_called_so(sitting)
    return f"{tenure.holder_said}, {sitting.office}" if by_office else tenure.holder_said


def _is_called_so(sitting: Sitting) -> bool:
    return sitting.office.casefold() in (sitting.post.label or "").casefold()


def _who(sitting: Sitting, names: str) -> str:
    match sitting.state:
        case PostState.NOT_TAKEN_UP:
            return f"{names} (not taken up)" if names else "not taken up"
        case PostState.VACANT:
            since = sitting.post.vacant_since
            return f"vacant since {spoken(since)}" if since else "vacant"
        case PostState.TERM_OVER:
            return f"{names} ({sitting.term_over}){sitting.filling.others_said}"
        case PostState.BY_OFFICE:
            return (
                "by office, name not recorded" if _is_called_so(sitting) else f"the {sitting.office}, name not recorded"
            )
        case PostState.FILLED:
            return f"{names}{sitting.filling.others_said}"
        case _:
            return sitting.filling.nameless_said


def without_lines(told: Mapping[str, SeatTold]) -> dict[str, SeatTold]:
    """Return the same for a picture that draws no lines for offices: their seats are named on their boards."""
    return {id_: replace(it, office_of="") for id_, it in told.items()}
