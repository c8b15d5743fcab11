"""Names as they are compared: without what does not tell one from another."""

import re
import unicodedata

from app.domain.honorifics import honours_after, titles_before

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "\u0131": "i",
    }
)
"""Letters that no accent can be taken from, and what people type for them."""
_APOSTROPHES = re.compile(r"['`\u02bb\u02bc\u00b4\u2018\u2019\u2032\uff07]")
_GAPS = re.compile(r"[^\w]+|_+")


def folded(text: str) -> str:
    """Reduce a name to what matters for finding it: lower case, no accents, apostrophes or punctuation.

    A name of nothing but signs, such as `#`, keeps them.
    """
    if text.isascii() and text.replace(" ", "").isalnum():  # as most names are: nothing is to be taken away
        return " ".join(text.lower().split())
    plain = _APOSTROPHES.sub("", text).replace("&", " and ")
    if plain.isascii():
        plain = plain.lower()
    else:
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    words = " ".join(_GAPS.sub(" ", plain).split())
    return words or " ".join("".join(c for c in plain if c.isprintable()).split())


def untitled(wanted: str) -> str:
    """Leave titles before and honours after a person's folded name out: `smith` for `cllr dr smith obe`."""
    words = wanted.split()
    words = words[titles_before(words) :]
    return " ".join(words[: len(words) - honours_after(words)])
