"""Citations as they are told: with the document that each names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain import records as r


@dataclass(frozen=True, slots=True)
class Cited:
    """The value behind a citation."""

    source: r.Source
    locator: str


def told(citations: Iterable[r.Citation], sources: Mapping[str, r.Source]) -> list[Cited]:
    """Put their documents to citations; a source that is not public is left out."""
    return [Cited(sources[each.source_id], each.locator) for each in citations if each.source_id in sources]
