"""The row of headings of a sheet: by our words and the usual other ones, in any order, below whatever stands first."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.english import listed
from app.domain.folding import folded
from app.exchange.sheets.cells import Row, letters
from app.exchange.sheets.dates import days_in
from app.exchange.sheets.wording import attendance_in, stand_in

SEATS, MEETING = "seats", "meeting"

_SEATS: Mapping[str, str] = {
    "board": "board, body, committee, group, partnership, partnership board, forum, name of board, board name, on"
    ", outside body, outside bodies, name of outside body, committee name, name of committee, name of body"
    ", name of group, board or committee, meeting, external body, name of external body, outside organisation"
    ", name of outside organisation, outside body organisation",
    "seat": "seat, post, position, role, place, seat name, role on board, membership, seat or role, name of seat"
    ", capacity",
    "holder": "held by, holder, name, representative, rep, member, person, who, current holder, current member"
    ", name of representative, representative name, current representative, name of member, member name, members"
    ", holders, names, full name, nominee, postholder, post holder, reps, representatives"
    ", nominees, council nominee, council nominees, councils nominee, councils nominees, council appointee"
    ", council appointees, councils appointee, councils appointees, councils representative, councils representatives"
    ", our representative, our representatives, appointed representative, appointed representatives, members appointed"
    ", appointee, appointees, appointee s, council rep, council reps, council representative, council representatives",
    "title": "title, job title, job, position held",
    "organization": "organisation, organization, org, employer, agency, works for, company, organisation name",
    "groups": "speaks for, on behalf of, represents, representing, for, sector, constituency, who for"
    ", speaks on behalf of, sector represented, represented, stakeholder",
    "voting": "vote, voting, voting rights, votes, voting member, voting status, entitled to vote"
    ", can vote, voting or not, v nv, v or nv, voting non voting, voting or non voting",
    "chosen": "chosen by, appointed by, elected by, how chosen, nominated by, appointment, basis, selected by"
    ", how appointed, method of appointment, how elected, nominating body, appointing body, selection",
    "since": "from, since, start, start date, date appointed, date of appointment, term starts, term start, appointed"
    ", date from, elected, date elected, date joined, joined, appointed on, start of term, term from, term began",
    "until": "until, to, left, end date, date left, ended, date to, resigned, date resigned",
    "term_ends": "term ends, term end, expires, expiry, term expires, end of term, expiry date, term of office ends"
    ", term ends on, end of term of office, term expiry, renewal, renewal date, term to, term until, due for election"
    ", end, ends, finish, appointed until, appt until",
    "deputy": "deputy, deputies, substitute, alternate, named deputy, sub, named substitute, deputy name, stand in",
    "number": "number, number of seats, no of seats, seats, how many, places, number of places, no of places"
    ", no of reps, number of reps, no of representatives, number of representatives, no of members, number of members"
    ", no of appointees, number of appointees, number of appointments, no of appointments, number of nominees"
    ", no of nominees",
    "term": "term of office, term, length of term, term length, length of appointment, period of appointment"
    ", period of office, duration, term of appointment",
    "source": "source, sources, reference, evidence, where from, citation, source of information",
    "note": "notes, note, comments, comment, remarks, remark",
}
_MEETING: Mapping[str, str] = {
    "name": "name, names, member, members, who, representative, attendee, attendees, held by, person, name of member",
    "for": "for, on behalf of, representing, organisation, organization, org, agency, body, speaks for"
    ", represents, employer, repping, reping",
    "as": "present apologies deputy for, present apologies, attendance, status, present or apologies, attended, here"
    ", present apologies or deputy for, present apologies deputy",
    "present": "present, in person, came",
    "apologies": "apologies, absent, sent apologies, apologies received",
    "deputising": "deputy for, deputising for, deputizing for, substitute for, in place of, standing in for, sub for"
    ", if sub for whom, if substitute for whom, if deputy for whom, if deputising for whom, sub for whom"
    ", deputy for whom",
    "in_attendance": "in attendance",
    "guest": "guest, guests, visitor",
    "source": "source, sources, reference",
    "note": "notes, note, comments, comment, remarks",
}
_LIKELY: tuple[tuple[str, str], ...] = (
    ("term_ends", r"term.*(?:end|expir|until)|expir|renew"),
    ("deputy", r"deput|substitut|alternate|\bstand[ -]?ins?\b|\bstanding in\b"),
    ("voting", r"\bvot"),
    ("since", r"(?:date|when).*(?:appoint|elect|join|start)|(?:appoint|elect|join|start).*(?:date|on)$|since"),
    ("until", r"left|resign|end date"),
    ("chosen", r"appoint|elect|nominat|chosen|selected"),
    ("groups", r"represents|representing|represented|behalf|speaks|sector|constituenc"),
    ("holder", r"(?:reps?|representatives?|members?|names?|holder|delegate|nominee)$|^names?\b|held by"),
    ("organization", r"organi[sz]ation|employer|agency|company"),
    ("seat", r"\b(?:seat|post|position|role)\b"),
    ("board", r"\b(?:board|committee|partnership|body)\b"),
    ("source", r"\bsource"),
    ("note", r"\b(?:notes?|comments?|remarks?)\b"),
)
"""What else a heading is likely to mean, the most telling first; asked only of a row of headings."""
_EMPLOYS = re.compile(r"employ|work|company|job", re.IGNORECASE)
"""What the heading of a column says that has whom people work for, and nobody else."""
_BY_LETTER = re.compile(r"column ([a-z]{1,2})")
_SAYS = re.compile(
    r"(?:yes|no|y|n|vacant|tbc)$|(?:cllr|councillor|mr|mrs|ms|miss|dr|prof|rev|supt|insp)\.? \S", re.IGNORECASE
)
_NAMES = frozenset(_MEETING["name"].split(", "))
_TOLD_HOW = frozenset({"as", "present", "apologies", "deputising", "in_attendance"})
_ENOUGH = 4
"""Words for columns that make a row one of headings, however many columns say something else."""
_LONGEST = 200
"""Letters of a heading, with what stands in brackets."""
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def _by_word(fields: Mapping[str, str]) -> dict[str, str]:
    return {word: of for of, words in fields.items() for word in [folded(of), *words.split(", ")]}


_WORDS = {SEATS: _by_word(_SEATS), MEETING: _by_word(_MEETING)}
_ANY_WORDS = _WORDS[SEATS] | _WORDS[MEETING]
PREAMBLE = {
    "board": "board, body, committee, group, partnership, forum, meeting of, name of board, name of body"
    ", name of group",
    "source": "source, sources",
    "date": "date, date of meeting, meeting date, held, held on, meeting held on, when, day",
    "venue": "venue, place, location, held at, where",
    "label": "title",
    "meeting": "meeting, name of meeting",
}
"""What a row above the headings may say of the whole sheet, such as `Date: 22 January 2010`."""
_PREAMBLE = _by_word(PREAMBLE)


ON_THE_DAY = "Who came on this day"
"""What a column says that is headed by a day; nobody chooses it."""
NOT_READ = "-"
"""What is chosen for a column that says nothing."""
Chosen = Mapping[str, str]
"""What somebody chose that columns say: by the heading, as it is compared, one of our own headings or NOT_READ."""
CHOICES = (
    "Board", "Seat", "Held by", "Title", "Organisation", "Speaks for", "Vote", "Chosen by", "From", "Term ends",
    "Term of office", "Until",
    "Deputy", "Number", "Source", "Notes", "Name", "For", "Present / Apologies / Deputy for", "Present", "Apologies",
    "Deputy for", "In attendance", "Guest",
)  # fmt: skip
"""What a column may say, by our own headings: of a seat, then of who came to a meeting."""


THEIRS, WORKS_THERE = "Speaks for", "Organisation"
READINGS: Mapping[str, str] = {
    THEIRS: f"{THEIRS}: the seat is theirs",
    WORKS_THERE: f"{WORKS_THERE}: the person works there",
}
"""Choices that are said in more words, since both may be meant by a column of bodies."""


def chosen_in(said: Sequence[tuple[str, str]]) -> Chosen:
    """Return what columns say by what somebody chose; ValueError where that is none of our headings."""
    found = {}
    for heading, word in said:
        if word != NOT_READ and not any(folded(word) in words for words in _WORDS.values()):
            raise ValueError(
                f"'{word[:60]}' is nothing that a column says: expected {listed(CHOICES, 'or')}; or {NOT_READ}"
            )
        found[folded(heading)] = word
    return found


@dataclass(frozen=True, slots=True)
class Headings:
    """Which column says what."""

    kind: str
    columns: Mapping[str, int]
    words: Mapping[int, str]
    """What each column is headed with."""
    twice: Mapping[int, str] = field(default_factory=dict)
    """The columns that would say what another says already, each with the field."""
    days: Mapping[int, str] = field(default_factory=dict)
    """The columns that say how each came on a day, with that day."""
    unsure: frozenset[int] = frozenset()
    """Columns of bodies that are read as whom the seats are for, and may be whom people work for."""

    @property
    def unread(self) -> list[str]:
        """The headings of columns that say nothing we know."""
        known = {*self.columns.values(), *self.days}
        return [word for column, word in self.words.items() if column not in known]

    def with_row_above(self, row: Row) -> "Headings":
        """Return the headings with what a row above them says over columns that have none, in a sheet with two rows."""
        more = {column: " ".join(text.split()) for column, text in row.filled() if column not in self.words}
        columns = dict(self.columns)
        for column, text in more.items():
            of = _field_of(text, _WORDS[self.kind])
            if of:
                columns.setdefault(of, column)
        told = {column: text for column, text in more.items() if column in columns.values()}
        return replace(self, columns=columns, words={**self.words, **told}) if told else self

    @property
    def by_column(self) -> dict[int, str]:
        """What each column that is read says, by our own heading."""
        words = CHOICES if self.kind == MEETING else reversed(CHOICES)
        named = {of: word for word in words if (of := _WORDS[self.kind].get(folded(word)))}
        return {column: named.get(of, of) for of, column in self.columns.items()} | dict.fromkeys(self.days, ON_THE_DAY)


def headings_in(
    row: Row, before: Headings | None = None, chosen: Chosen | None = None, below: Sequence[Row] = ()
) -> Headings | None:
    """Return what a row heads, if it is a row of headings: most of its cells are words for what columns say.

    Below the headings `before` a row has to be more like one: `Member` and `Voting` may be what a row says. What
    somebody has `chosen` that columns say holds before what we take their words for. The rows `below` tell whether
    dates head columns that say who came on these days.
    """
    cells = row.filled()
    chosen = chosen or {}
    if before and [text for _, text in cells] == list(before.words.values()):
        return before
    told = {column for column, text in cells if folded(text) in chosen} if chosen else set[int]()
    least, part = (3, 0.8) if before else (2, 0.51)
    need = max(least, part * len(cells))
    if not before:
        need = min(need, _ENOUGH)
    best: Headings | None = None
    headed = _days_headed(cells, told, below) if not before or before.kind == MEETING else {}
    if not told and not _has_words(cells, _ANY_WORDS, need - len(headed)):
        return None
    for kind in (SEATS, MEETING):
        days = headed if kind == MEETING else {}
        if not told and not _has_words(cells, _WORDS[kind], need - len(days)):
            continue
        columns = {
            of: column
            for column, text in reversed(cells)
            if column in told and (of := _WORDS[kind].get(folded(chosen[folded(text)])))
        }
        twice: dict[int, str] = {}
        for column, text in cells:
            of = _field_of(text, _WORDS[kind]) if column not in told else None
            if of and columns.setdefault(of, column) != column:
                twice[column] = of
        open_ = [(column, text) for column, text in cells if column not in told]
        likely = _with_likely(columns, open_) if kind == SEATS else columns
        fits = bool(told) and len(told) * 2 >= len(chosen)
        fits = fits or len({*columns.values()} | told | days.keys()) >= need
        if not fits or not _makes_sense(kind, likely, days):
            continue
        if (
            best is None
            or len(columns) + len(days) > len(best.columns)
            or (kind == MEETING and not best.columns.keys() & {"board"})
        ):
            columns = likely
            words = {column: " ".join(text.split()) for column, text in cells}
            unsure = _unsure(columns, words, told) if kind == SEATS else frozenset[int]()
            if unsure:
                columns = {"groups" if column in unsure else of: column for of, column in columns.items()}
            best = Headings(kind, columns, words, twice, days, unsure)
    return best


def without_headings(chosen: Chosen) -> Headings | None:
    """Return what somebody chose for columns that have letters for headings, as `Column A`; None where nobody did."""
    told = {_number_of(found[1]): word for head, word in chosen.items() if (found := _BY_LETTER.fullmatch(head))}
    for kind in (SEATS, MEETING):
        columns = {of: column for column, word in told.items() if (of := _WORDS[kind].get(folded(word)))}
        if columns and _makes_sense(kind, columns, {}):
            return Headings(kind, columns, {column: by_letter(column) for column in told})
    return None


def by_letter(column: int) -> str:
    """Call a column, counted from 0, that has no heading."""
    return f"Column {letters(column + 1)}"


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number - 1


def looks_like_a_seat(row: Row) -> bool:
    """Tell whether a row says what no heading does: somebody with a title, or only yes or no."""
    return any(_SAYS.match(text.strip()) for _, text in row.filled())


def _unsure(columns: Mapping[str, int], words: Mapping[int, str], told: Collection[int]) -> frozenset[int]:
    """Return the column of bodies that may be whom a seat is for as well as whom its holder works for.

    Nothing where another column says whom the seats are for, where no column has people, or where the heading, or
    whoever chose for it, says which of the two it is.
    """
    column = columns.get("organization")
    if column is None or column in told or "groups" in columns or "holder" not in columns:
        return frozenset()
    return frozenset() if _EMPLOYS.search(words[column]) else frozenset({column})


def _days_headed(cells: Sequence[tuple[int, str]], told: Collection[int], below: Sequence[Row]) -> Mapping[int, str]:
    """Return the columns that are headed by a day and say how each came on it; of most rows few cells are looked at."""
    if not told and not any(text.casefold().strip(" :.") in _NAMES for _, text in cells):
        return {}
    days = days_in([(column, text) for column, text in cells if column not in told])
    return days if any(_says_who_came(row, days) for row in below) else {}


def _says_who_came(row: Row, days: Collection[int]) -> bool:
    return any(_is_of_who_came(row.texts[column]) for column in days if column < len(row.texts) and row.texts[column])


def _is_of_who_came(text: str) -> bool:
    try:
        return stand_in(text) is not None or bool(attendance_in(text))
    except ValueError:
        return False


def _has_words(cells: Sequence[tuple[int, str]], words: Mapping[str, str], need: float) -> bool:
    """Tell whether so many of a row's cells are words for what columns say; of most rows few are looked at."""
    spare = len(cells) - need
    for _, text in cells:
        if _field_of(text, words) is None:
            spare -= 1
            if spare < 0:
                return False
    return True


def _with_likely(columns: Mapping[str, int], cells: Sequence[tuple[int, str]]) -> dict[str, int]:
    """Add what headings that are none of our words are likely to mean, where nothing else means it."""
    found = dict(columns)
    for of, pattern in _LIKELY:
        for column, text in cells:
            words = folded(_IN_BRACKETS.sub(" ", text))
            if (
                of not in found
                and column not in found.values()
                and len(words.split()) < 7
                and re.search(pattern, words)
            ):
                found[of] = column
    return found


def said_above(text: str, following: str) -> tuple[str, str] | None:
    """Return what a cell above the headings says of the sheet, such as `Venue: Town hall`, or with the next cell."""
    word, colon, rest = text.partition(":")
    field = _PREAMBLE.get(folded(word))
    if not field:
        return None
    said = rest.strip() if colon and rest.strip() else following.strip()
    return (field, said) if said else None


def _field_of(text: str, words: Mapping[str, str]) -> str | None:
    if len(text) > _LONGEST:
        return None
    found = words.get(folded(text))
    if found or ("(" not in text and "[" not in text):
        return found
    return words.get(folded(_IN_BRACKETS.sub(" ", text)))


def _makes_sense(kind: str, columns: Mapping[str, int], days: Mapping[int, str]) -> bool:
    if kind == MEETING:
        return "name" in columns and bool(days or _TOLD_HOW & columns.keys())
    return bool({"holder", "seat", "organization"} & columns.keys()) and bool(
        columns.keys() - {"note", "source", "number"}
    )
