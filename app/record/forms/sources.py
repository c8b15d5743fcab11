"""The source that every form asks for: one that is recorded, or a new one, and where in it."""

import dataclasses

from app.exchange import place_format as form
from app.record.drafts import Drafting, Said
from app.record.forms.asking import OTHER, About, Answers, Choice, Field, Shape

SOURCE, TITLE, WHERE = "source", "source_title", "source_where"
BETWEEN = ", "


def source_fields(about: About, *, optional: bool = False) -> list[Field]:
    """Ask where it is written; what the last form cited stands there already."""
    return [dataclasses.replace(field, optional=field.optional or optional) for field in _source_fields(about)]


def _source_fields(about: About) -> list[Field]:
    source, _, where = about.remembered.partition(BETWEEN)
    titles = _titles(about)
    choices = [Choice(id_, title) for id_, title in sorted(titles.items(), key=lambda it: it[1].casefold())]
    if not choices:
        return [
            Field(
                TITLE,
                "Where is that written?",
                "The document, with its date: Minutes of 14 March 2026.",
                optional=False,
            ),
            _where(where),
        ]
    return [
        Field(
            SOURCE,
            "Where is that written?",
            shape=Shape.ONE_OF,
            choices=(Choice("", "Choose a source"), *choices, Choice(OTHER, "Another source, named below")),
            given=source if source in titles else "",
            optional=False,
        ),
        Field(TITLE, "Title of another source", "Only where it is not in the list: Minutes of 14 March 2026."),
        _where(where if source in titles else ""),
    ]


def _where(given: str) -> Field:
    return Field(WHERE, "Where in it", "A page, an item, a heading: item 4.", given=given, optional=False)


def cited(about: About, answers: Answers, drafting: Drafting, *, needed: bool = True) -> str:
    """Return what is cited, as a file writes it; a source that is new is added to the draft."""
    titles = _titles(about)
    source, title = answers.text(SOURCE), answers.text(TITLE)
    if not needed and not title and source not in titles:
        return ""
    where = answers.text(WHERE, "Say where in the source it is written: a page, an item or a heading.")
    if source not in titles and source not in about.titles:
        if source not in {"", OTHER}:
            answers.wrong(SOURCE, "Choose one of the list.")
            return ""
        if not title:
            answers.wrong(SOURCE if titles else TITLE, "Say where that is written: choose a source, or name another.")
            return ""
        known = next((id_ for id_, each in titles.items() if each.casefold() == title.casefold()), "")
        source = known or drafting.add("source", {"title": title}, title)
        answers.spot(source, "title", TITLE)
    return f"{source}{BETWEEN}{where or '?'}"


def new_source(answers: Answers, drafting: Drafting) -> str:
    """Add the source that a form names, and return what is cited."""
    title = answers.text(TITLE, "Say where that is written: a document, with its date.")
    where = answers.text(WHERE, "Say where in the source it is written: a page, an item or a heading.")
    source = drafting.add("source", {"title": title}, title or "source")
    answers.spot(source, "title", TITLE)
    return f"{source}{BETWEEN}{where or '?'}"


def also_citing(said: Said, cites: str) -> Said:
    """Return what an entry says with one more citation, after those that it has."""
    before = said.get("cites") or []
    every = [*(before if isinstance(before, list) else [before]), *([cites] if cites else [])]
    return said | {"cites": list(dict.fromkeys(every))}


def _titles(about: About) -> dict[str, str]:
    """Return the titles of the sources that may be cited: the place's own, and those that the place cites already."""
    own = {e.said.id: e.said.title for e in about.seen("source") if isinstance(e.said, form.Source)}
    shared = {
        cite.source: about.titles[cite.source]
        for entry in about.seen()
        for cite in getattr(entry.said, "cites", None) or ()
        if cite.source in about.titles
    }
    return shared | own
