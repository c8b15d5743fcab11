"""Who may do what where: roles, the places that they are for, and the account that has them. No input or output."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.english import listed


class Role(StrEnum):
    """What somebody is to a place; each may do what those before it may."""

    MEMBER = "member"
    """Reads what is for members of a place."""
    EDITOR = "editor"
    """Writes in a place, and accepts suggestions."""
    STEWARD = "steward"
    """Reads and writes what is confidential in a place; merges, publishes."""
    ADMINISTRATOR = "administrator"
    """Makes accounts, gives roles, reads the log of accounts; always for all places."""

    @property
    def rank(self) -> int:
        """How much it may: more than every role with a lower rank."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """A role, and the place that it is for."""

    role: Role
    place: str = ""
    """The id of the place; empty for all places."""

    def __str__(self) -> str:
        """Say it in words: `editor in bromley`."""
        return f"{self.role} in {self.place}" if self.place else f"{self.role} in all places"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in."""

    id: str
    login: str
    """What is typed to sign in, in small letters; it may be an e-mail address, so it is on no page of others."""
    name: str
    """Whose it is, as the history and other people's pages say it."""
    grants: tuple[Grant, ...] = ()
    has_password: bool = False
    disabled: bool = False

    def may(self, role: Role, place: str) -> bool:
        """Tell whether it has a role, or a higher one, in a place."""
        return not self.disabled and any(
            grant.role.rank >= role.rank and grant.place in {"", place} for grant in self.grants
        )

    @property
    def rights(self) -> str:
        """What it may, in words: `editor in bromley and member in all places`; empty where that is nothing."""
        return listed([str(grant) for grant in sorted(self.grants)])


OWNER = Account("", "", "", (Grant(Role.ADMINISTRATOR),))
"""Whoever is at the machine, which has all that is recorded on it."""


def may_edit(account: Account | None, place: str) -> bool:
    """Tell whether somebody may write in a place; nobody who is not signed in may."""
    return account is not None and account.may(Role.EDITOR, place)


def may_administer(account: Account | None) -> bool:
    """Tell whether somebody may see to accounts, roles and the log of them."""
    return account is not None and account.may(Role.ADMINISTRATOR, "")


def edits_anywhere(account: Account | None) -> bool:
    """Tell whether somebody may write in any place at all."""
    return account is not None and any(may_edit(account, grant.place) for grant in account.grants)


def narrowed(grants: tuple[Grant, ...], limits: tuple[Grant, ...]) -> tuple[Grant, ...]:
    """Return what both allow: a token may no more than its account may by now, whatever it was made for."""
    both = {
        Grant(min(one.role, other.role, key=lambda role: role.rank), one.place or other.place)
        for one in grants
        for other in limits
        if not one.place or not other.place or one.place == other.place
    }
    return tuple(sorted(both))
