"""What a cell says, exactly: several values a line each, and in CSV nothing that a spreadsheet would run."""

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a spreadsheet takes for a formula when it reads CSV (OWASP, CSV injection), quoted or not."""
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_ESCAPED = re.compile(r"\\([\\n])")


def joined(values: Iterable[str]) -> str:
    r"""Write several values into one cell, a line each; a line's end within one is `\n`, a backslash `\\`."""
    return "\n".join(value.replace("\\", "\\\\").replace("\n", "\\n") for value in values)


def divided(text: str) -> list[str]:
    """Return the values that stand in a cell, a line each."""
    lines = (line.strip() for line in text.split("\n"))
    return [_ESCAPED.sub(lambda found: "\n" if found[1] == "n" else "\\", line) for line in lines if line]


def guarded(text: str) -> str:
    """Keep a text from being taken for a formula: one that could be gets a quote before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return what a text was before it was guarded; what never was stays."""
    return text[1:] if _GUARDED.match(text) else text
