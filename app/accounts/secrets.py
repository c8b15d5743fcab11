"""Secrets that let somebody in: random, shown once, and kept only as a digest that leads nowhere."""

import hashlib
import secrets
import time

_BYTES = 32
"""Of randomness: nobody guesses one of 2**256, so a plain digest protects it as well as a slow one would."""
LONGEST = 200
"""Letters of what may be one: nothing longer is looked at."""
_SECOND = 1000
MINUTE = 60 * _SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
"""Milliseconds, as moments are kept."""


def new_secret() -> str:
    """Return a new secret, in letters that any address and header can hold."""
    return secrets.token_urlsafe(_BYTES)


def new_id() -> str:
    """Return a new id, which is no secret."""
    return secrets.token_hex(8)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret: its SHA-256."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def now() -> int:
    """Return the moment, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000
