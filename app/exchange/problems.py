"""What is wrong in a file: where, what was found, what is expected, and what was probably meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. Lines and columns count from 1; `field` is a path such as posts[3].on."""

    file: str
    line: int
    column: int
    field: str
    found: str
    expected: str
    nearest: str | None = None

    def __str__(self) -> str:
        """Say it in one line, with the place first, as compilers do."""
        where = f"{self.file}:{self.line}:{self.column}"
        field = f" {self.field}:" if self.field else ""
        found = f" found {self.found};" if self.found else ""
        nearest = f" (did you mean {self.nearest}?)" if self.nearest else ""
        return f"{where}:{field}{found} {self.expected}{nearest}"


def shown(value: object) -> str:
    """Quote what was found, shortened to what a reader can take in."""
    text = value if isinstance(value, str) else type(value).__name__
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return f"'{text[:77]}...'" if len(text) > 80 else f"'{text}'"


def nearest(text: str, known: Iterable[str], cutoff: float = 60) -> str | None:
    """Give the known word most like a misspelt one, if one is like it at all."""
    best = process.extractOne(text, list(known), score_cutoff=cutoff)
    return best[0] if best else None


def field_path(parts: Iterable[str | int]) -> str:
    """Write a path as people read it: posts[3].holders[0].person, counting from 1."""
    path = ""
    for part in parts:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else part
    return path
