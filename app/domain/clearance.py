"""What a reader may read beyond what is public, as words that closed facts ask for. No input or output.

A fact that is not open needs words, such as `members:bromley/` and `confidential:gloucester/`: its own, and those of
all that it hangs on, each of the place whose file says so. A reader sees it who has a beginning of every one of them:
`members:bromley/` is had in one place, `members:` in all.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.rights import Account, Role
from app.domain.vocabulary import Access

READS = ((Role.MEMBER, Access.MEMBERS), (Role.STEWARD, Access.CONFIDENTIAL))
"""The least role that reads what has an access other than public."""


@dataclass(frozen=True, slots=True)
class Clearance:
    """What one reader may read, and all who may read the same; without words it is what everybody may."""

    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether it is more than what is public."""
        return bool(self.words)

    def covers(self, needs: Iterable[str] | None) -> bool:
        """Tell whether it is enough for what needs these words; what is open needs none."""
        return all(any(need.startswith(word) for word in self.words) for need in needs or ())


PUBLIC = Clearance()
NOT_PUBLIC = "Not for publication: what is hidden from the public may be in it."
"""At the head of whatever somebody with clearance keeps or prints."""


def need_of(access: str, place: str) -> str:
    """Return the word that a fact with an access asks for, which the file of a place says; of no place, `members:/`."""
    return f"{access}:{place}/"


def clearance_of_editors(place: str) -> Clearance:
    """Return what every editor of a place may read, whatever else."""
    return Clearance((need_of(Access.MEMBERS, place),))


def clearance_of(account: Account | None) -> Clearance:
    """Return what somebody may read: of members in their places, what is confidential where they are stewards."""
    if account is None or account.disabled:
        return PUBLIC
    words = {
        f"{access}:{grant.place}/" if grant.place else f"{access}:"
        for grant in account.grants
        for role, access in READS
        if account.may(role, grant.place)
    }
    # Whoever reads something of all places needs no word for one of them.
    everywhere = {word for word in words if word.endswith(":")}
    return Clearance(tuple(sorted(w for w in words if w in everywhere or f"{w.partition(':')[0]}:" not in everywhere)))
