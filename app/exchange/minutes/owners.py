"""Who may have something to do: whom a text names among those whom the minutes name."""

import re
from collections.abc import Iterable

from app.domain.folding import folded
from app.exchange.minutes.words import IsBody, is_a_name, is_like_a_body

_BETWEEN = re.compile(r"\s*(?:/|,|;|\u2028|\s&\s|\s\+\s|\sand\s)\s*")
_VERB = re.compile(r"\b(?:to|will|shall|is|are|be|has|have|should|would)\b")
_EVERYBODY = frozenset(
    {
        "all",
        "everyone",
        "all members",
        "members",
        "all partners",
        "committee",
        "board",
        "the board",
        "group",
        "the group",
    }
)
NOBODY = frozenset({"", "-", "–", "—", "n/a", "none", "tbc", "tba"})


class Owners:
    """Who may have something to do: those whom the minutes name, by names, first names and initials."""

    def __init__(self, people: Iterable[str], initials: Iterable[str], known: IsBody) -> None:
        """Take the names of people, initials that mean one of them, and what tells a body."""
        self._people = {folded(name) for name in people}
        self._parts = {word for name in self._people for word in name.split()}
        self._initials, self._known = frozenset(initials), known

    def among(self, text: str) -> tuple[str, ...]:
        """Return whom a text names, as it names them; nothing where it names nobody."""
        text = text.strip(" .:()[]")
        if folded(text) in {folded(word) for word in NOBODY} or len(text) > 120:
            return ()
        if self.is_one(text):
            return (text,)
        parts = [part.strip(" .()[]") for part in _BETWEEN.split(text) if part.strip(" .()[]")]
        return tuple(parts) if parts and all(map(self.is_one, parts)) else ()

    def is_one(self, text: str) -> bool:
        """Tell whether a text names one person, or one body."""
        plain = folded(text)
        return (
            plain in _EVERYBODY
            or plain in self._people
            or (text.replace(".", "").upper() in self._initials and text.replace(".", "").isupper())
            or self._known(text)
            or is_a_name(text, self._known)
            or (plain in self._parts and text[:1].isupper())
            or (bool(re.fullmatch(r"[A-Z]{2,4}", text)) and text not in {"ACTION", "NOTE", "AOB", "WHO", "ALL"})
            or (
                is_like_a_body(text)
                and not _VERB.search(text)
                and len(text.split()) < 9
                and text[:1].isalpha()
                and not text.endswith(".")
            )
            or bool(
                re.fullmatch(
                    r"(?:the )?(?:clerk|chair\w*|secretary|treasurer|vice[ -]chair\w*|convenor)", text, re.IGNORECASE
                )
            )
        )
