"""What the API gave, set against what a question says."""

import json
import re
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

LONGEST_ANSWER = 1500
"""Characters of the API's answer that a failing question shows."""


@dataclass(frozen=True)
class Finding:
    """What the API gave: the facts that fit the question, and those that were looked through."""

    fitting: list[Json]
    seen: list[Json]

    @property
    def says(self) -> str:
        return "yes" if self.fitting else "no"

    def __str__(self) -> str:
        told = json.dumps(self.fitting or self.seen, ensure_ascii=False)
        return f"{self.says}, {'because of' if self.fitting else 'having looked through'} {told[:LONGEST_ANSWER]}"


def says(text: str | None, wanted: list[str] | None) -> bool:
    """Whether the text holds one of the wanted words; a number only counts as a whole number."""
    if wanted is None:
        return True
    plain = _plain(text or "")
    return any(re.search(rf"(?<!\d){re.escape(_plain(word))}(?!\d)", plain) for word in wanted)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"(?<=\d),(?=\d)", "", text.replace("\u2019", "'").casefold()).split())


def one_of(value: str | None, wanted: list[Any] | None) -> bool:
    """Whether an enum value of the API is one of those the question names."""
    return wanted is None or (value or "").lower() in [word.lower() for word in wanted]


def ids(entries: list[Json]) -> set[str]:
    return {entry["id"] for entry in entries}


def listed(entry: Json | None) -> list[Json]:
    """The entry as a list, which is empty when there is none."""
    return [entry] if entry else []
