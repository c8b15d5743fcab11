"""Passwords: what may be one, and how it is kept (argon2id) and compared.

The rules are those of NIST SP 800-63B: long enough, no demands on which letters, and nothing that is guessed first.
"""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.errors import BadInput

SHORTEST, LONGEST = 12, 256
FEWEST_LETTERS = 5
"""Different letters: `aaaaaaaaaaaa` and `121212121212` are guessed first."""

# The first of the settings that OWASP's Password Storage Cheat Sheet recommends: a small machine bears a few at once.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG5vYm9keQ$pjvL8ykHjPjKFrY1nBDiVqf24DtI+JDRpbpfcrY2jQ0"
"""A hash that is compared where there is no account or no password, so that this takes as long."""


def _normal(password: str) -> str:
    """Return a password as every keyboard writes it: composed letters (NFKC), as NIST asks."""
    return unicodedata.normalize("NFKC", password)


def checked(password: str, *, login: str, name: str) -> str:
    """Return a password that may be set; BadInput says what is wrong with it, never what it is."""
    plain = _normal(password)
    if len(plain) < SHORTEST:
        raise BadInput(f"The password has {len(plain)} characters: use {SHORTEST} or more, such as four words.")
    if len(plain) > LONGEST:
        raise BadInput(f"The password has {len(plain):,} characters: use {LONGEST} at most.")
    folded = plain.casefold()
    if any(known and known.casefold() in folded and len(known) * 2 > len(plain) for known in (login, name)):
        raise BadInput("The password is mostly the name of the account: choose another.")
    if len(set(folded)) < FEWEST_LETTERS:
        raise BadInput("The password repeats a few characters: choose another, such as four words.")
    return password


def hashed(password: str) -> str:
    """Return what is kept of a password. It takes the processor for a while: call it aside."""
    return _HASHER.hash(_normal(password))


def is_right(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one that is kept; as slow where none is kept. Call it aside."""
    if len(password) > LONGEST:
        password = ""
    try:
        _HASHER.verify(kept or _NOBODYS, _normal(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None
