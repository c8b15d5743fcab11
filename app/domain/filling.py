"""In how many of several seats alike somebody is named, and what is known of the others: each seat is counted once."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from app.domain.english import figure
from app.domain.vocabulary import PostState, TenureCapacity


class Holder(Protocol):
    """Somebody's holding of a seat, as far as it is counted."""

    @property
    def holder_id(self) -> str:
        """Who holds it."""
        ...

    @property
    def holder_is_person(self) -> bool:
        """Whether that is a person, and not a body."""
        ...

    @property
    def capacity(self) -> TenureCapacity:
        """As what."""
        ...


class Filling(NamedTuple):
    """So many of the seats of one post; together they are all of them."""

    named: int
    vacant: int
    not_taken_up: int
    unnamed: int
    """Nobody is named in these, and no source says that they stand empty."""

    @property
    def others_said(self) -> str:
        """What follows the names of those who are named: `, and 2 not named`, `; one seat vacant`; empty for none."""
        if not self.named:
            return ""
        if self.vacant:
            return "; one seat vacant" if self.vacant == 1 else "; one or more vacant"
        return f", and {figure(self.unnamed)} not named" if self.unnamed else ""

    @property
    def nameless_said(self) -> str:
        """What stands where nobody is named: `name not recorded`, of several seats `6 names not recorded`."""
        return f"{self.unnamed} names not recorded" if self.unnamed > 1 else "name not recorded"


def filling(number: int, state: PostState, tenures: Iterable[Holder], *, vacant: bool) -> Filling:
    """Count the seats of a post by who is there, as `found` in app/domain/seat_state.py says: the one place for it.

    A body that holds some of several alike may hold them all. Where one of them is vacant, so are all in which nobody
    is named. A deputy fills none.
    """
    if state is PostState.NOT_TAKEN_UP:
        return Filling(0, 0, number, 0)
    held = [tenure for tenure in tenures if tenure.capacity is not TenureCapacity.DEPUTY]
    all_held = any(not tenure.holder_is_person for tenure in held)
    named = number if all_held else min(number, len({tenure.holder_id for tenure in held}))
    rest = number - named
    return Filling(named, rest if vacant else 0, 0, 0 if vacant else rest)
