r"""Text of others as it can be read: what cannot be seen is shown by its number, as Python writes it (`\x1b`)."""

from unicodedata import category


def visible(text: str, *, keep: str = "") -> str:
    """Show every character that cannot be seen by its number, except spaces and those to keep."""
    if text.isprintable():
        return text
    return "".join(c if c in keep or can_be_seen(c) else c.encode("unicode_escape").decode() for c in text)


def can_be_seen(character: str) -> bool:
    """Whether a character leaves a mark, or is a space."""
    return character.isprintable() or category(character) == "Zs"
