"""Documents by their titles."""

from collections.abc import Iterable, Sequence

from app.api.loading.paging import PageAsked
from app.domain import records as r
from app.reading.search import has_text


def titled(text: str | None, sources: Iterable[r.Source]) -> list[r.Source]:
    """Return the documents that have a text in their titles; all where no text is asked for."""
    return [it for it in sources if not text or not text.strip() or has_text(text, it.title)]


def by_title(source: r.Source) -> tuple[str, str]:
    """Return the key that lists of documents are sorted by."""
    return source.title, source.id


def page_of_sources(wanted: PageAsked, every: Sequence[r.Source]) -> list[r.Source]:
    """Return the documents after a cursor by title, one more than asked for when there are more."""
    return sorted((source for source in every if by_title(source) > wanted.after), key=by_title)[: wanted.first + 1]
