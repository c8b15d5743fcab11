"""What somebody told the meeting: sentences that begin with the name of somebody who was there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import MOST, Document, Piece
from app.exchange.minutes.finds import Certainty, FoundPerson, FoundReport

_TOLD = (
    r"(?:(?:then|also|briefly|verbally)\s+)?(?:presented|reported|updated|informed|briefed|introduced|explained|outlined"
    r"|tabled|fed back|gave (?:an?|the) (?:\w+\s+){0,2}(?:update|report|presentation|overview|summary|talk"
    r"|verbal update)|provided (?:an?|the) (?:\w+\s+)?(?:update|report|overview|summary)"
    r"|delivered (?:an?|the) (?:\w+\s+)?(?:report|presentation)|spoke (?:on|about|to))\b"
)
_TITLE = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Rev|Chair|Commissioner|Councilmember|Alderman)\.?\s+"
_MOST = 400
"""Characters of one report."""
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!i\.e\.)(?<!e\.g\.)(?<!\b(?:Mr|Ms|Dr|St|No)\.)(?<!\b(?:Mrs|Rev)\.)(?<!\bCllr\.)\s+(?=[A-Z‘“'\"])|[\u2028]"
)


@dataclass(frozen=True, slots=True)
class _Called:
    pattern: "re.Pattern[str]"
    person: FoundPerson


def reports_in(document: Document, people: Iterable[FoundPerson], skipped: frozenset[int]) -> list[FoundReport]:
    """Find what those who were there presented, reported or told the meeting, in the words of the minutes."""
    there = [it for it in people if it.how not in (AttendanceKind.APOLOGIES,)]
    called = list(_called(there))
    found: list[FoundReport] = []
    for line in document.lines:
        if line.number in skipped:
            continue
        for cell in line.cells:
            for sentence in cell.split(_SENTENCE):
                found += _told(sentence, called)
        if len(found) > MOST:
            break
    return found[:MOST]


def _called(people: list[FoundPerson]) -> Iterator[_Called]:
    """Give what people are called in the text: the name, a title and the surname, a first name nobody shares."""
    firsts = [person.name.split()[0] for person in people]
    lasts = [person.name.split()[-1] for person in people]
    for person in people:
        words = person.name.split()
        ways = [re.escape(person.name)]
        if lasts.count(words[-1]) == 1:
            ways.append(_TITLE + r"(?:\w\.?\s+)?" + re.escape(words[-1]))
        if len(words) > 1 and firsts.count(words[0]) == 1 and len(words[0].strip(".")) > 2:
            ways.append(re.escape(words[0]))
        yield _Called(
            re.compile(
                rf"^(?P<for>On behalf of [^,]{{3,60}}, )?(?:{_TITLE})?(?:{'|'.join(ways)})(?:,? (?:the "
                rf")?\([^()]*\))?\s+(?P<told>{_TOLD})"
            ),
            person,
        )


def _told(sentence: Piece, called: list[_Called]) -> list[FoundReport]:
    text = sentence.text
    at = len(text) - len(text.lstrip("0123456789.)•*·-–— "))
    bare = sentence.part(at)
    for each in called:
        if match := each.pattern.match(bare.text):
            said = bare.text[match.start("told") :]
            said = f"{match['for'] or ''}{said}"
            said = said if len(said) <= _MOST else said[: _MOST - 1].rsplit(" ", 1)[0] + "…"
            reason = "A sentence of the minutes that begins with the name."
            return [
                FoundReport(
                    at=bare,
                    name=each.person.name,
                    text=said[:1].upper() + said[1:],
                    certainty=Certainty.LIKELY,
                    reason=reason,
                )
            ]
    return []
