"""Names that a longer text mentions: the bodies, people and places in a question as people write it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.folding import folded
from app.domain.vocabulary import Classification
from app.reading.catalogue import Catalogue, Name
from app.reading.keeping import Shelf
from app.reading.search import LONGEST, Spelled, ended_last, search, spelled_names

MOST_WORDS = 14
"""A name of more words is not looked for."""
_QUESTION_WORDS = frozenset(
    "who whom whose which what where when why how is are was were do does did can could has have had may will would"
    " should tell show list find".split()
)
"""With one of these a question begins."""
_COMMON = _QUESTION_WORDS | frozenset(
    "the a an of on for and in to at by from with without about as or not any no there here it its us we our i me my"
    " you your they them their he she be been get gets go goes getting heard hear speak speaks speaking spoken"
    " represent represents represented representing sit sits sitting sat somebody anybody nobody someone anyone else"
    " many much way please this that these those way route path".split()
)
"""Words of a question, which name nothing by themselves."""
_EVERYBODY = frozenset({"people", "everybody", "everyone", "names"})
_OWNER = re.compile(r"\w+['\u2019]s\b")
"""Whose something is: `BATH's`, which is folded to one word."""
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
"""Initials, as people write them: `IJB`."""
_WITHIN = frozenset({"and", "for", "of", "the"})
"""Of these, what may stand inside a name that is not whole."""
_GENERAL = frozenset("people person persons voice voices seat seats member members place group groups board".split())
"""Words that are in many names, and say nothing without others."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names something, and what it may be."""

    words: tuple[str, ...]
    """The stretch, folded."""
    before: str
    """The last word before it that is no article; empty where there is none."""
    names: tuple[Name, ...]
    """What it may mean, what is called exactly that alone where something is."""
    wider: tuple[Name, ...] = ()
    """What has all its words in one name, nearest first: elsewhere another may be called exactly that."""

    @property
    def text(self) -> str:
        """The stretch as somebody may have written it."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class _Index:
    """Every name as it is found in a text."""

    whole: Mapping[str, tuple[Name, ...]]
    """By the folded name without its article, or a short form of it that its record gives."""
    by_word: Mapping[str, tuple[Spelled, ...]]
    """Bodies by every word of their names that says something."""
    by_initials: Mapping[str, tuple[Name, ...]]
    """Bodies by the initials of their names."""


_INDEX: Shelf[_Index] = Shelf("names as they are found in a text", 1)
_LOOKED_FOR = frozenset({"Organization", "Person", "Area"})


MEMBERS = frozenset({"member", "members", "membership", "agenda"})
"""With one of these beside a name, who is on a body is asked for as a list."""


def is_question(text: str) -> bool:
    """Tell whether a text is a question rather than a name, by its first word, its sign and its length."""
    words = folded(text).split()
    if len(words) < 3:
        return False
    listed = not MEMBERS.isdisjoint((words[0], words[-1])) or _asks_for_everybody(words)
    return listed or words[0] in _QUESTION_WORDS or text.rstrip().endswith("?") or _asks_for_a_way(words)


def asks_for_members(text: str) -> bool:
    """Tell whether a text asks for a list of who is on a body."""
    words = folded(text[:LONGEST]).split()
    return len(words) > 1 and (not MEMBERS.isdisjoint(words) or _asks_for_everybody(words))


def _asks_for_everybody(words: Sequence[str]) -> bool:
    """Tell whether words ask for who is on a body: `people on the board`."""
    return words[0] in _EVERYBODY and "on" in words[:3]


def _asks_for_a_way(words: Collection[str]) -> bool:
    """Tell whether words ask how one thing gets to another: `the carers' way to the board`."""
    return "to" in words and not {"way", "route", "path"}.isdisjoint(words)


def telling_words(text: str) -> list[str]:
    """Return the words of a text that say what it is about, folded."""
    return [word for word in folded(text[:LONGEST]).split() if word not in _COMMON | _GENERAL]


async def mentioned(catalogue: Catalogue, text: str) -> list[Mention]:
    """Return what a text names, in its order: the longest names first found, none within another."""
    words = folded(text[:LONGEST]).split()
    contents = await catalogue.contents()
    names = await spelled_names(catalogue, contents)
    index = await catalogue.kept[_INDEX].once("names", contents.version, lambda: catalogue.aside(lambda: _index(names)))
    owners, capitals = ({folded(it) for it in written.findall(text[:LONGEST])} for written in (_OWNER, _CAPITALS))
    return _mentioned(words, index, owners, capitals)


async def has_one_word(catalogue: Catalogue, text: str, taken: Collection[str], place: str) -> list[Name]:
    """Return the bodies of a place that have a word in their names that a text has beside the `taken` ones."""
    contents = await catalogue.contents()
    names = await spelled_names(catalogue, contents)
    index = await catalogue.kept[_INDEX].once("names", contents.version, lambda: catalogue.aside(lambda: _index(names)))
    found: dict[str, Name] = {}
    for word in telling_words(text):
        if word not in taken:
            of = (it.name for it in index.by_word.get(word, ()))
            found |= {name.id: name for name in of if name.is_of({place})}
    return list(found.values())


async def search_or_mentions(
    catalogue: Catalogue, text: str, *, area: str | None = None, first: int = 10
) -> list[Name]:
    """Return what `search` does; of a question, what it names comes before what is called anything like all of it."""
    found = await search(catalogue, text, area=area, first=first)
    if not is_question(text):
        return found
    around = (await catalogue.contents()).around(area) if area is not None else None
    names = [name for it in await mentioned(catalogue, text) for name in it.names]
    ours = [name for name in names if around is None or name.is_of(around)]
    return ended_last({name.id: name for name in [*ours, *found]}.values())[:first]


def _index(names: Iterable[Spelled]) -> _Index:
    whole: dict[str, dict[str, Name]] = {}
    by_word: dict[str, dict[str, Spelled]] = {}
    initials: dict[str, dict[str, Name]] = {}
    for it in names:
        if it.name.label not in _LOOKED_FOR:
            continue
        for written in it.written:
            known = written.removeprefix("the ")
            whole.setdefault(known, {})[it.name.id] = it.name
            if it.name.label == "Organization":
                for word in known.split():
                    if word not in _COMMON:
                        by_word.setdefault(word, {})[it.name.id] = it
        if it.name.label == "Organization":
            for short in frozenset().union(*it.short):
                initials.setdefault(short, {})[it.name.id] = it.name
    return _Index(
        {known: tuple(found.values()) for known, found in whole.items()},
        {word: tuple(found.values()) for word, found in by_word.items()},
        {short: tuple(found.values()) for short, found in initials.items()},
    )


def _mentioned(
    words: list[str], index: _Index, owners: Collection[str], capitals: Collection[str] = ()
) -> list[Mention]:
    """Find the names; a stretch that ends in one of the `owners`, such as `BATH's`, may be named without its s.

    One of the `capitals` may be the initials of a name.
    """
    taken: set[int] = set()
    found: dict[int, Mention] = {}
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            at = range(start, start + length)
            if not taken.isdisjoint(at):
                continue
            stretch = words[at.start : at.stop]
            named = _stretch(stretch, index, owners)
            if not named and length == 1 and stretch[0] in capitals:
                named = (stretch, index.by_initials.get(stretch[0], ()))
            if named and named[1]:
                taken |= set(at)
                wider = tuple(name for _, name in _ranked(named[0], index, narrow=False))
                found[start] = Mention(tuple(named[0]), _before(words, start), named[1], wider)
    return [found[start] for start in sorted(found)]


def _stretch(words: list[str], index: _Index, owners: Collection[str]) -> tuple[list[str], tuple[Name, ...]] | None:
    """Return the words of a stretch that name something, with what they name."""
    ways = [words, [*words[:-1], words[-1][:-1]]] if words[-1] in owners else [words]
    return next(((way, names) for way in ways if (names := _named(way, index))), None)


def _named(words: list[str], index: _Index) -> tuple[Name, ...]:
    """Return what a stretch names: what is called that, else the bodies with all its words in one name."""
    if _COMMON.union(_GENERAL).issuperset(words):
        return ()
    if called := index.whole.get(" ".join(words)):
        return called
    ranked = _ranked(words, index)
    return tuple(name for rank, name in ranked if rank == ranked[0][0])


def _ranked(words: list[str], index: _Index, *, narrow: bool = True) -> list[tuple[int, Name]]:
    """Return the bodies with all words of a stretch in one name, by how many others that has.

    One word is little: alone it means people at large, whose names are short, and not each body that has it too,
    unless something `narrow` is not asked for.
    """
    if words[0] in _COMMON or words[-1] in _COMMON or not _WITHIN.issuperset(_COMMON.intersection(words)):
        return []
    said = [word for word in words if word not in _COMMON]
    found = min((index.by_word.get(word, ()) for word in said), key=len)
    ranked = sorted((rank, it.name.id, it.name) for it in found if (rank := _extra(said, it)) is not None)
    if len(said) == 1 and narrow:
        ranked = [each for each in ranked if each[2].classification == Classification.CONSTITUENCY]
    return [(rank, name) for rank, _, name in ranked]


def _extra(said: Collection[str], known: Spelled) -> int | None:
    """Count the words of a name that a stretch leaves out; None when it has one that the name has not."""
    names = [set(written.split()) for written in known.written]
    return min((len(name) for name in names if name.issuperset(said)), default=None)


def _before(words: list[str], start: int) -> str:
    before = [word for word in words[:start] if word not in {"the", "a", "an", "our", "my", "their", "this", "that"}]
    return before[-1] if before else ""
