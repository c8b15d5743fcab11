"""Entity tags (RFC 9110, 8.8.3): made of what an answer is made from, so that no work is done to make one."""

import hashlib
import re
from collections.abc import Iterable

_LISTED = re.compile(rb'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')
ANY = b"*"


def digest_of(parts: Iterable[bytes]) -> bytes:
    """Return a digest of parts, each told from the next."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d:" % len(part) + part)
    return digest.digest()


def tag_of(view: bytes, state: object, coding: str) -> bytes:
    """Return the strong tag of a view in a state of what it is made from, as it is coded for the way."""
    tag = hashlib.blake2b(view + repr(state).encode(), digest_size=12).hexdigest()
    return f'"{tag}-{coding}"'.encode() if coding else f'"{tag}"'.encode()


def knows(if_none_match: bytes, tag: bytes) -> bool:
    """Tell whether a reader's copy is this one: If-None-Match, which is compared weakly (RFC 9110, 13.1.2)."""
    return if_none_match == tag or tag in _LISTED.findall(if_none_match)
