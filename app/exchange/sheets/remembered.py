"""What cells of one file say, of texts that come again and again: each is worked out once."""

from functools import lru_cache
from typing import NamedTuple

from app.domain.folding import folded
from app.domain.vocabulary import Basis, Role, YesNoNotRecorded
from app.exchange.sheets.dates import which_end, years_in
from app.exchange.sheets.wording import basis_in, is_plain_seat, role_in, seats_in, vote_in

_MOST = 4_000
"""Texts of a sort that are remembered."""


class SaidWhat(NamedTuple):
    """What the name of a seat says of it."""

    role: Role
    label: str | None
    basis: Basis | None
    voting: YesNoNotRecorded | None
    number: int | None


class SaidWhen(NamedTuple):
    """What a cell of dates says, before its date is read."""

    basis: Basis | None
    end: str
    """Which end of a term it is, where a word before the date says so."""
    date: str
    years: tuple[str, ...]


class Remembered:
    """Reads texts that most rows share; what is wrong with one is told each time."""

    def __init__(self) -> None:
        """Begin with none."""
        self.vote = lru_cache(_MOST)(vote_in)
        self.what = lru_cache(_MOST)(_what_in)
        self.when = lru_cache(_MOST)(_when_in)


def _what_in(text: str) -> SaidWhat:
    """Read which seat it is: a role where its name is the word for one, else a label."""
    words = folded(text)
    basis = Basis.CO_OPTED if "co opted" in words or "coopted" in words else None
    if "ex officio" in words:
        basis = Basis.EX_OFFICIO
    voting = YesNoNotRecorded.NO if "non voting" in words or "nonvoting" in words else None
    label = None if is_plain_seat(text) else text
    return SaidWhat(role_in(text) or Role.MEMBER, label, basis, voting, seats_in(text))


def _when_in(text: str) -> SaidWhen:
    end, rest = which_end(text)
    years = years_in(rest)
    return SaidWhen(basis_in(text), end, next(iter(years), rest), years)
