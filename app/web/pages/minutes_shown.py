"""Minutes as a page shows them: their lines with what was found marked, and the finds with what can be said to each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.dates import spoken
from app.domain.english import counted, listed
from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import PARAGRAPH
from app.exchange.minutes.finds import Find, FoundAction, FoundMeeting, FoundPerson, FoundReport, FoundText
from app.record.forms.asking import Choice
from app.record.minutes.matching import NEW, Match
from app.record.minutes.reviewing import Item, Review

_HEADINGS = (
    ("meeting-itself", "The meeting", ("body", "date", "venue", "label")),
    ("people", "Who was named", ("person",)),
    ("actions", "Actions", ("action",)),
    ("other-meetings", "Other meetings", ("meeting",)),
    ("reported", "What was reported", ("report",)),
)
_TITLES = {"body": "The body that met", "date": "The day", "venue": "Where", "label": "What sort of meeting"}
HOW = tuple(
    Choice(kind.value, said)
    for kind, said in (
        (AttendanceKind.PRESENT, "present"),
        (AttendanceKind.APOLOGIES, "sent apologies"),
        (AttendanceKind.DEPUTISING, "in a member’s place"),
        (AttendanceKind.IN_ATTENDANCE, "in attendance, not a member"),
        (AttendanceKind.GUEST, "guest"),
    )
)
_SAID = {choice.value: choice.label for choice in HOW}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the text, in parts: each with the key of the find that it is, if it is one."""

    number: int
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field by which a find is corrected."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedName:
    """Whom a name means, where that is to be chosen."""

    name: str
    legend: str
    choices: tuple[Choice, ...]
    given: str


@dataclass(frozen=True, slots=True)
class ShownFind:
    """One find, with what can be said to it."""

    key: str
    title: str
    says: str
    line: int
    certainty: str
    reason: str
    answer: str
    fields: tuple[AskedField, ...]
    names: tuple[AskedName, ...]
    is_open: bool
    can_be_left_out: bool


@dataclass(frozen=True, slots=True)
class ShownFinds:
    """All finds, under headings."""

    parts: tuple[tuple[str, str, tuple[ShownFind, ...]], ...]
    summary: str
    notes: tuple[str, ...]
    fields: int
    """How many fields their form has."""


def lines_shown(seen: Review) -> tuple[ShownLine, ...]:
    """Return the lines that say anything, with the finds in them."""
    spans = sorted({(it.find.at.start, it.find.at.end, it.key) for it in seen.items if it.find.at})
    found = []
    for line in seen.document.lines:
        if line.cells:
            end = line.start + len(line.text)
            own = [(start, min(stop, end), key) for start, stop, key in spans if line.start <= start < end]
            found.append(ShownLine(line.number, tuple(_parts(line.text, line.start, own))))
    return tuple(found)


def _parts(text: str, start: int, spans: list[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    at, marked = 0, set[str]()
    for first, last, key in spans:
        if first - start < at or key in marked:
            continue
        marked.add(key)
        if first - start > at:
            yield _seen(text[at : first - start]), ""
        yield _seen(text[first - start : last - start]), key
        at = last - start
    if at < len(text):
        yield _seen(text[at:]), ""


def _seen(text: str) -> str:
    return text.replace(PARAGRAPH, "\n").replace("\t", "  |  ")


def finds_shown(seen: Review, answers: Mapping[str, str]) -> ShownFinds:
    """Return the finds under headings; whom a name means is asked once, where it stands first."""
    asked: set[str] = set()
    parts = []
    for id_, heading, kinds in _HEADINGS:
        items = [item for kind in kinds for item in seen.of(kind)]
        shown = tuple(_find(item, seen, answers, asked) for item in items)
        if shown:
            parts.append((id_, heading, shown))
    fields = sum(1 + len(it.fields) + len(it.names) for _, _, shown in parts for it in shown)
    numbers = [counted(len(seen.of(kind)), *words) for kind, *words in _COUNTED if seen.of(kind)]
    return ShownFinds(tuple(parts), f"Found: {listed(numbers) or 'nothing'}.", seen.notes, fields)


_COUNTED = (("person", "person", "people"), ("action", "action"), ("meeting", "other meeting"), ("report", "report"))


def open_told(seen: Review) -> Iterator[tuple[str, str]]:
    """Say what is still to be answered, each with the key of its find."""
    for item in seen.open:
        unclear = next((match for match in item.matches if not match.is_decided), None)
        if item.problem:
            yield item.key, f"{_named(item)}: {item.problem}"
        elif not item.answer:
            yield item.key, f"{_named(item)}: say whether it is right."
        elif unclear:
            yield item.key, f"{unclear.text}: say who or what that is."


def _named(item: Item) -> str:
    return f"“{item.find.text[:60]}”" if isinstance(item.find, FoundAction) else _title(item.find, item.kind)


def _find(item: Item, seen: Review, answers: Mapping[str, str], asked: set[str]) -> ShownFind:
    names = []
    for match in item.matches:
        if match.key not in asked and (not match.is_decided or len(match.candidates) > 1 or match.key in answers):
            asked.add(match.key)
            names.append(_name(match, answers))
    certainty = "please look" if item.is_open else item.certainty.value
    return ShownFind(
        item.key,
        _title(item.find, item.kind),
        _says(item.find),
        seen.document.line_at(item.find.at.start) if item.find.at else 0,
        certainty,
        item.reason,
        item.answer,
        tuple(_fields(item)),
        tuple(names),
        item.is_open,
        item.kind not in {"body", "date"},
    )


def _name(match: Match, answers: Mapping[str, str]) -> AskedName:
    choices = [Choice(it.id, f"{it.name}{f' ({it.what})' if it.what else ''}") for it in match.candidates]
    nobody = "Somebody who is not recorded yet" if match.sort == "person" else "A body that is not recorded yet"
    choices.append(Choice(NEW, nobody))
    given = answers.get(match.key, "") or match.id
    who = "Who" if match.sort == "person" else "Which body"
    return AskedName(match.key, f"{who} is “{match.text}”?", tuple(choices), given)


def _title(find: Find, kind: str) -> str:
    match find:
        case FoundPerson():
            return f"{find.prefix} {find.name}".strip() or find.organization
        case FoundAction():
            return f"Action {find.number}".strip()
        case FoundMeeting():
            return spoken(find.date)
        case FoundReport():
            return find.name
    return _TITLES.get(kind, kind)


def _says(find: Find) -> str:
    match find:
        case FoundPerson():
            how = _SAID[find.how.value]
            how += f" ({find.deputising_for})" if find.deputising_for else ""
            parts = [how, find.organization if find.name else "", find.role, find.capacity, find.note]
            return ", ".join(part for part in parts if part)
        case FoundAction():
            parts = [find.text, f"— {listed(find.owners)}" if find.owners else "— nobody is named"]
            parts += [f"by {spoken(find.due)}"] if find.due else []
            parts += ["(carried over)"] if find.outstanding else []
            return " ".join(parts)
        case FoundMeeting():
            when = "the meeting before, whose minutes were agreed" if find.is_past else "to come"
            return ", ".join(part for part in (when, find.label, find.venue) if part)
        case FoundReport():
            return find.text
        case FoundText():
            return spoken(find.value) if len(find.value) == 10 and find.value[4] == "-" else find.value
    return ""


def _fields(item: Item) -> Iterator[AskedField]:
    find, key = item.find, item.key
    match find:
        case FoundPerson():
            if find.name:
                yield AskedField(f"{key}_name", "Name", find.name)
            yield AskedField(f"{key}_how", "How they were there", find.how.value, HOW)
            yield AskedField(f"{key}_organization", "Organization", find.organization)
            if not find.name:
                return
            yield AskedField(f"{key}_role", "What they are there", find.role)
            yield AskedField(f"{key}_deputising_for", "In whose place", find.deputising_for)
        case FoundAction():
            yield AskedField(f"{key}_text", "What is to be done", find.text)
            yield AskedField(f"{key}_owners", "Who, with commas between", ", ".join(find.owners))
            yield AskedField(f"{key}_due", "By when", find.due)
        case FoundMeeting():
            yield AskedField(f"{key}_date", "Day", find.date)
            yield AskedField(f"{key}_venue", "Where", find.venue)
        case FoundReport():
            yield AskedField(f"{key}_text", "What was reported", find.text)
        case FoundText():
            yield AskedField(f"{key}_value", _TITLES[item.kind], find.value)
