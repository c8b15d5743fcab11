"""Words on a page that lead to what they mean, each once in a section."""

from urllib.parse import urlencode

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from app.domain.english import ordinary
from app.domain.glossary import find_entry


class Terms:
    """The words of one section: the first time a word comes it is a link to the glossary, afterwards plain text."""

    def __init__(self, kept: dict[str, str]) -> None:
        """Take the part of the address that every link keeps."""
        self._kept = kept
        self._seen: set[str] = set()

    def __call__(self, word: str, shown: str | None = None) -> Markup:
        """Write a word, as `shown` when given, linked when the glossary has it and this section did not yet."""
        text = shown if shown is not None else ordinary(word)
        entry = find_entry(word)
        if entry is None or entry.slug in self._seen:
            return Markup.escape(text)
        self._seen.add(entry.slug)
        query = f"?{urlencode(self._kept)}" if self._kept else ""
        return Markup('<a class="term" href="/glossary{}#{}" title="{}">{}</a>').format(
            query, entry.slug, entry.says, text
        )


@pass_context
def terms(context: Context) -> Terms:
    """Begin a section: give what writes its words."""
    return Terms(context.get("kept") or {})


@pass_context
def term(context: Context, word: str, shown: str | None = None) -> Markup:
    """Write one word with its link, where it stands alone."""
    return terms(context)(word, shown)
