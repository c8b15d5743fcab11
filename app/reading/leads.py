"""From what somebody looks for to where it is answered: a question to its answer, a word to what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from app.domain.as_at import AsAt
from app.domain.bodies import BOARDS
from app.domain.english import with_article
from app.domain.folding import folded
from app.domain.records import Period
from app.domain.vocabulary import Classification
from app.reading.catalogue import Catalogue, Contents, Name
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.mentions import (
    Mention,
    asks_for_members,
    has_one_word,
    is_question,
    mentioned,
    telling_words,
)
from app.reading.search import LONGEST, asked_name
from app.reading.topics import OF_ALL_PLACES, Lead, topics_in

MOST_ABSENCES = 5
"""Recorded absences that are shown for a word."""
_TOWARDS = frozenset({"on", "to", "at", "by", "in", "into", "reach", "reaches", "before", "join"})
"""What stands before a board in a question."""
_LISTED = {"register": "", "registers": "", "vacancy": "vacancies", "vacancies": "vacancies"}
"""Words that ask for lists, and for which."""
_AS_A_LIST = frozenset("list lists spreadsheet spreadsheets csv excel xlsx download".split())
_IN_REGISTERS = ("seats", "bodies", "people", "meetings", "lines")
"""What may be asked for as a list; the register of it goes by the same word."""
_COMPARING = frozenset("compare compares compared comparison differ difference between alike".split())
_CHAIRING = frozenset("chair chairs chaired chairing chairman chairwoman chairperson leads".split())
_SPEAKING = frozenset("speaks speak represents represent represented voice heard".split())
_SPOKEN_FOR = frozenset({"for", "of", "from", "represents", "represent", "about"})
"""What stands before whom a question is about."""


@dataclass(frozen=True, slots=True)
class MissingNote:
    """A recorded absence as it is looked for."""

    subject_id: str
    subject: str
    missing_from: str | None
    note: str
    period: Period
    words: str
    """All of it, folded."""


_NOTES: Shelf[tuple[MissingNote, ...]] = Shelf("what is said to be missing", 1)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a question names, as an address takes it: one thing by its id, one of several by what it was called."""

    said: str
    """As it stands in a sentence."""
    value: str
    name: Name


async def leads_of(catalogue: Catalogue, text: str) -> list[Lead]:
    """Return where a text is answered, the likeliest first: its subject, between whom it names, for one of them."""
    contents = await catalogue.contents()
    mentions = await mentioned(catalogue, text)
    group, board = await _asked(catalogue, text, mentions)
    found = _compared(text, mentions) + topics_in(text, contents.areas.get(_place(mentions)))
    if group and board:
        query = {"from": group.value, "to": board.value}
        says = f"How does the voice of {group.said} get to {board.said}?"
        found.append(Lead(says, f"/routes?{urlencode(query)}", ("routes", group.value, board.value)))
    if asks_for_members(text):
        found += [lead for it in (board, group) if it and not _are_people(it) for lead in _members(it)][:1]
    if group:
        found.append(_who(group))
    if board:
        found += _members(board)
        says = f"How do the seats on {board.said} divide?"
        found.append(Lead(says, f"/balance?{urlencode({'of': board.value})}", ("balance", board.value)))
        if not group:
            found.append(_who(board))
    return list(dict.fromkeys(found))


async def asked_about(catalogue: Catalogue, text: str) -> tuple[str, str]:
    """Return the ids of the group, or person, and of the board that a question is about, or whose name a text is.

    Empty is what it does not name, or may mean several by.
    """
    mentions = await mentioned(catalogue, text)
    if not is_question(text) and not _is_a_name(text, mentions):
        return "", ""
    parts = await _asked(catalogue, text, mentions)
    group, board = (it.value if it and it.value == it.name.id else "" for it in parts)
    return group, board


def _is_a_name(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a text is what one body or person is called, or a short form of that, and nothing else."""
    (it, *others) = mentions or (None,)
    if it is None or others or len(it.names) != 1 or it.text != asked_name(text):
        return False
    name = it.names[0]
    called = it.text in {asked_name(each) for each in (name.name, *name.others)}
    return name.label != "Area" and (called or text.strip().isupper())


def asks_who_sits(text: str) -> bool:
    """Tell whether a question asks for all who are on a body, whoever they speak for."""
    return asks_for_members(text) and _SPEAKING.isdisjoint(_words(text))


def asks_who_chairs(text: str) -> bool:
    """Tell whether a question is about who chairs a body."""
    return not _CHAIRING.isdisjoint(_words(text))


async def leads_beside_names(catalogue: Catalogue, text: str) -> list[Lead]:
    """Return the leads of a text that may be no name at all: a question, or words for a list, members or a subject."""
    lists = await _lists(catalogue, text)
    if lists or is_question(text) or asks_for_members(text) or topics_in(text, None):
        return [*lists, *await leads_of(catalogue, text)]
    return []


async def leads_for(catalogue: Catalogue, text: str, *, found: bool) -> list[Lead]:
    """Return the leads that help whoever searches: of a question, of lists, of what no name has, of people at large."""
    lists = await _lists(catalogue, text)
    words = len(_words(text))
    told = words > 1 and topics_in(text, None) and (words > 2 or not await mentioned(catalogue, text))
    if lists or is_question(text) or asks_for_members(text) or told or not found:
        return [*lists, *await leads_of(catalogue, text)]
    people = [it for it in await mentioned(catalogue, text) if it.text == asked_name(text) and _all_people(it.names)]
    return await leads_of(catalogue, text) if people else []


async def missing_about(explorer: Explorer, text: str, as_at: AsAt) -> list[MissingNote]:
    """Return the recorded absences that have every telling word of a text, a word's beginning at least."""
    wanted = telling_words(text)
    if not wanted:
        return []
    notes = await explorer.kept[_NOTES].once(
        "notes", (await explorer.catalogue.contents()).version, lambda: _read_notes(explorer)
    )
    held = (it for it in notes if as_at.within(it.period))
    return [it for it in held if all(f" {word}" in f" {it.words}" for word in wanted)][:MOST_ABSENCES]


async def _lists(catalogue: Catalogue, text: str) -> list[Lead]:
    """Return the lead to registers that a text asks for by their word, of a place where it names one."""
    words = _words(text)
    as_a_list = _IN_REGISTERS if _AS_A_LIST.intersection(words) else ()
    kinds = [_LISTED.get(word, word) for word in words if word in _LISTED or word in as_a_list]
    if not kinds:
        return []
    kind = next((kind for kind in kinds if kind), "")
    place = _place(await mentioned(catalogue, text))
    areas = (await catalogue.contents()).areas
    where = areas[place].name if place in areas else ""
    kind = kind if where or kind in OF_ALL_PLACES else ""
    says = f"{kind.capitalize() or 'Registers'} {f'of {where}' if where else 'of all places'}"
    href = "/".join(part for part in ("/registers", place if where else "", kind) if part)
    return [Lead(says, href, ("register", *([kind] if kind else []), *(["--area", place] if where else [])))]


def _compared(text: str, mentions: Sequence[Mention]) -> list[Lead]:
    """Lead to two places next to each other, where a text names two and asks for that."""
    places = dict.fromkeys((name.id, name.name) for it in mentions for name in it.names if name.label == "Area")
    if len(places) != 2 or _COMPARING.isdisjoint(_words(text)):
        return []
    (left, one), (right, other) = places
    says = f"How do {one} and {other} compare?"
    return [Lead(says, f"/compare?{urlencode({'left': left, 'right': right})}", ("compare", left, right))]


def _words(text: str) -> list[str]:
    return folded(text[:LONGEST]).split()


def _members(subject: _Subject) -> list[Lead]:
    """Lead to the list of a body's members; nowhere where several bodies are called that."""
    if subject.value != subject.name.id:
        return []
    says = f"Who are the members of {subject.said}, as a list for its agenda?"
    return [Lead(says, f"/members/{subject.value}", ("members", subject.value))]


def _who(subject: _Subject) -> Lead:
    says = f"Who represents {subject.said} where?"
    return Lead(says, f"/who?{urlencode({'of': subject.value})}", ("who", subject.value))


async def _read_notes(explorer: Explorer) -> tuple[MissingNote, ...]:
    rows = await explorer.database.read("list_absence_notes")
    return tuple(
        MissingNote(
            row.subject_id,
            row.subject_name,
            row.from_name,
            row.note,
            Period(row.since, row.until),
            folded(f"{row.subject_name} {row.from_name or ''} {row.note}"),
        )
        for row in sorted(rows, key=lambda row: row.id)
    )


async def _asked(
    catalogue: Catalogue, text: str, mentions: Sequence[Mention]
) -> tuple[_Subject | None, _Subject | None]:
    """Find for whom a text asks, and about which board: of its place also somebody named by one word of a name."""
    group, board = _parts(mentions, await catalogue.contents())
    if board and not group and is_question(text):
        taken = _CHAIRING | {word for it in mentions for word in it.words}
        found = await has_one_word(catalogue, text, taken, board.name.place)
        if len(found) == 1:
            group = _Subject(_said(found[0]), found[0].id, found[0])
    return group, board


def _parts(mentions: Sequence[Mention], contents: Contents) -> tuple[_Subject | None, _Subject | None]:
    """Find for whom a question asks, and about which board."""
    here = _place(mentions)
    named = [(it, _subject(it, contents, here)) for it in mentions]
    found = [(it, subject) for it, subject in named if subject is not None]
    group = next((s for it, s in found if it.before in _SPOKEN_FOR or _are_people(s)), None)
    board = next((s for it, s in found if s is not group and it.before in _TOWARDS and not _are_people(s)), None)
    board = board or next((s for _, s in found if s is not group and s.name.classification in BOARDS), None)
    group = group or next((s for _, s in found if s is not board), None)
    return group, board


def _place(mentions: Sequence[Mention]) -> str:
    """Return the place that is named, or that of what can mean one thing alone; empty where there is none."""
    places = [name.id for it in mentions for name in it.names if name.label == "Area"]
    single = [it.names[0] for it in mentions if len(it.names) == 1 and it.names[0].label != "Area"]
    # People at large go by the same word everywhere; a body's name tells of which place they are.
    single.sort(
        key=lambda name: (name.classification == Classification.CONSTITUENCY, name.classification not in BOARDS)
    )
    return next(iter([*places, *(name.place for name in single)]), "")


def _subject(mention: Mention, contents: Contents, here: str) -> _Subject | None:
    names = [name for name in mention.names if name.label != "Area"]
    around = contents.around(here) if here else set()
    wider = mention.wider if names else ()
    tries = ((names, {here}), (names, around), (wider, {here}), (wider, around))
    ours = next((found for them, at in tries if (found := [it for it in them if it.is_of(at)])), names)
    if not ours:
        return None
    if len(ours) == 1:
        return _Subject(_said(ours[0]), ours[0].id, ours[0])
    return _Subject(f"“{mention.text}”", mention.text, ours[0])


def _said(name: Name) -> str:
    return name.name if name.label == "Person" else with_article(name.name)


def _all_people(names: Sequence[Name]) -> bool:
    return all(name.classification == Classification.CONSTITUENCY for name in names)


def _are_people(subject: _Subject) -> bool:
    return subject.name.label == "Person" or subject.name.classification == Classification.CONSTITUENCY
