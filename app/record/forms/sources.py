"""The source that every form asks for: one that is recorded, or a new one, and where in it."""

import dataclasses
import re
from collections.abc import Mapping

from app.domain.dates import dated
from app.domain.dates_written import date_told_in
from app.domain.not_published import is_not_for_publication
from app.domain.vocabulary import Access, SourceKind
from app.exchange import place_format as form
from app.exchange.derived_ids import whole_id
from app.exchange.entries.addresses import Address
from app.record.drafts import Drafting, Said
from app.record.forms.asking import OTHER, About, Answers, Choice, Field, Shape, words_of

SOURCE, TITLE, WHERE = "source", "source_title", "source_where"
PUBLISHED, KIND = "source_date", "source_kind"
BETWEEN = ", "
_OF_ONE_MATTER = frozenset({SourceKind.CORRESPONDENCE, SourceKind.CONVERSATION})
_WHOLE = "all of it"
"""Where in a letter something is written, where nobody says it more nearly."""
_ANOTHER, _MORE = "Another source", "Its date, and what sort of document it is"
_SIGNS = (
    (SourceKind.MINUTES, ("minutes", "notes of")),
    (SourceKind.AGENDA, ("agenda", "papers for")),
    (SourceKind.TERMS_OF_REFERENCE, ("terms of reference", "constitution", "standing orders")),
    (SourceKind.WEB_PAGE, ("web page", "webpage", "website", "http", "www.")),
    (SourceKind.CORRESPONDENCE, ("letter", "e-mail", "email")),
    (SourceKind.CONVERSATION, ("conversation", "phone call", "told by")),
    (SourceKind.REPORT, ("report", "strategy", "study", "plan", "review")),
)
"""How the titles of documents begin, or what stands in them, by what they are; the first that fits holds."""


def kind_told_in(title: str) -> str:
    """Return what sort of document a title says that it is; empty where it does not say."""
    said = title.casefold()
    return next(
        (kind.value for kind, signs in _SIGNS if any(re.search(rf"\b{re.escape(s)}s?\b", said) for s in signs)), ""
    )


def source_fields(about: About, *, optional: bool = False) -> list[Field]:
    """Ask where it is written; what the last form cited stands there already."""
    return [dataclasses.replace(field, optional=field.optional or optional) for field in _source_fields(about)]


def _source_fields(about: About) -> list[Field]:
    source, _, where = _last(about).partition(BETWEEN)
    titles = _titles(about)
    choices = _choices(about, titles)
    if not choices:
        return [*new_source_fields(), _where(where)]
    return [
        Field(
            SOURCE,
            "Where is that written?",
            f"Filled in from your last form: “{titles[source]}”. Choose another where that does not say so."
            if source in titles
            else "",
            shape=Shape.ONE_OF,
            choices=(Choice("", "Choose a source"), *choices, Choice(OTHER, "Another source, named below")),
            given=source if source in titles else "",
            optional=False,
        ),
        *(
            dataclasses.replace(field, optional=True, within=_ANOTHER)
            for field in new_source_fields("Title of another source")
        ),
        _where(where if source in titles else ""),
    ]


def _last(about: About) -> str:
    """Return what the last form cited, where the next may rest on it too: a letter tells of its own matter alone."""
    said = about.known.said(Address("source", whole_id(about.remembered.partition(BETWEEN)[0], about.known.place)))
    return "" if isinstance(said, form.Source) and said.kind in _OF_ONE_MATTER else about.remembered


def _choices(about: About, titles: Mapping[str, str]) -> list[Choice]:
    """Return the sources to choose from, the newest first, each with its date where its title does not say it."""
    dates = {e.said.id: e.said.published or "" for e in about.seen("source") if isinstance(e.said, form.Source)}
    named = sorted(titles.items(), key=lambda it: it[1].casefold())
    newest = sorted(named, key=lambda it: dates.get(it[0], ""), reverse=True)
    return [Choice(id_, dated(title, dates.get(id_, ""))) for id_, title in newest]


def new_source_fields(asks: str = "Where is that written?") -> list[Field]:
    """Ask for a document that is not recorded yet."""
    kinds = words_of(SourceKind, first="as its title says")
    return [
        Field(TITLE, asks, "The document, with its date: Minutes of 14 March 2026.", optional=False),
        Field(
            PUBLISHED,
            "When was it written?",
            "Leave this empty where its title has the date.",
            Shape.DATE,
            within=_MORE,
        ),
        Field(KIND, "What sort of document is it?", "", Shape.ONE_OF, kinds, within=_MORE),
    ]


def _where(given: str) -> Field:
    hint = "A page, an item, a heading: item 4. Of a letter or a single page you may leave this empty."
    return Field(WHERE, "Where in it", hint, given=given, optional=False)


def cited(about: About, answers: Answers, drafting: Drafting, *, needed: bool = True) -> str:
    """Return what is cited, as a file writes it; a source that is new is added to the draft.

    A title is another source, where what the last form cited stands beside it and nobody chose that.
    """
    titles = _titles(about)
    source, title = answers.text(SOURCE), answers.text(TITLE)
    if title and source in titles and source == about.remembered.partition(BETWEEN)[0]:
        source = OTHER
    if not needed and not title and source not in titles:
        return ""
    where = _where_in(about, answers, source, title)
    if title and source in titles and title.casefold() != titles[source].casefold():
        answers.wrong(TITLE, "You chose a source of the list, and named another: leave one of the two out.")
    if source not in titles and source not in about.titles:
        if source not in {"", OTHER}:
            answers.wrong(SOURCE, "Choose one of the list.")
            return ""
        if not title:
            answers.wrong(SOURCE if titles else TITLE, "Say where that is written: choose a source, or name another.")
            return ""
        known = next((id_ for id_, each in titles.items() if each.casefold() == title.casefold()), "")
        source = known or _add_source(answers, drafting, title)
    return f"{source}{BETWEEN}{where or '?'}"


def _where_in(about: About, answers: Answers, source: str, title: str) -> str:
    """Return where in the source it is written; of a letter or what somebody said nobody has to say it."""
    known = about.known.said(Address("source", whole_id(source, about.known.place))) if source else None
    kind = known.kind if isinstance(known, form.Source) else answers.text(KIND) or kind_told_in(title)
    if kind in _OF_ONE_MATTER:
        return answers.text(WHERE) or _WHOLE
    return answers.text(WHERE, "Say where in the source it is written: a page, an item or a heading.")


def source_said(about: About, given: Mapping[str, str], source: str) -> str:
    """Say in words where it is written: `as “Letter of Susan Pike” says`; empty where nothing is cited."""
    titles = _titles(about)
    title = titles.get(source) or " ".join(given.get(TITLE, "").split())
    return f"as “{title}” says" if title else ""


def new_source(answers: Answers, drafting: Drafting) -> str:
    """Add the source that a form names, and return what is cited."""
    title = answers.text(TITLE, "Say where that is written: a document, with its date.")
    where = answers.text(WHERE, "Say where in the source it is written: a page, an item or a heading.")
    return f"{_add_source(answers, drafting, title)}{BETWEEN}{where or '?'}"


def _add_source(answers: Answers, drafting: Drafting, title: str) -> str:
    """Add a source and return its id; its date and its kind are those of its title where nobody says them."""
    optional = {
        "kind": answers.word(KIND, SourceKind) or kind_told_in(title),
        "published": answers.date(PUBLISHED) or date_told_in(title),
    }
    said: Said = {"title": title} | {name: value for name, value in optional.items() if value}
    if is_not_for_publication(title):
        said["access"] = Access.MEMBERS.value
    id_ = drafting.add("source", said, title or "source")
    for path, name in (("title", TITLE), ("published", PUBLISHED), ("kind", KIND)):
        answers.spot(id_, path, name)
    return id_


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
