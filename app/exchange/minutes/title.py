"""What the head of minutes says of the meeting: whose it is, on which day, and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.folding import folded
from app.exchange.minutes.dates import SaidDate, dates_in
from app.exchange.minutes.document import Document, Line, Piece
from app.exchange.minutes.finds import Certainty, FoundText
from app.exchange.minutes.words import IsBody, heading_in, is_like_a_body

_MOST = 25
"""Lines that may be the head."""
_HELD = re.compile(
    r"\b(?:which (?:was|took place)|held|that took place|took place|convened|meeting at)\b", re.IGNORECASE
)
_MINUTES_OF = re.compile(
    r"^(?:draft\s+|approved\s+|unconfirmed\s+|confirmed\s+)*(?:(?:minutes|notes|record|note|report|proceedings)\s*(?:of|from|:|[–—-])\s*)"
    r"(?:(?:the|a|an)\s+)?(?P<what>.*)$",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"^(?P<kind>(?:(?:the|a|an|regular|ordinary|special|annual|general|monthly|quarterly|extraordinary|public|virtual|inaugural|first|second"
    r"|third|fourth|\d+(?:st|nd|rd|th)|full|joint|business|statutory|scheduled|board|committee)\s+)*meetings?)\s+of\s+(?:the\s+)?(?P<body>.+)$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"^(?P<body>.+?)[\s,:–—-]+(?P<kind>(?:(?:regular|ordinary|special|annual|general|monthly|quarterly|extraordinary|full|public|virtual|joint|business)\s+)*"
    r"(?:meetings?(?:\s+(?:and|&)\s+\w+)?|agm|egm|workshop)(?:\s+(?:minutes|notes))?|minutes(?:\s+of\s+(?:the\s+)?(?:\w+\s+)?meeting)?|(?:action\s+|draft\s+)?notes(?:\s+of\s+(?:the\s+|a\s+)?meeting)?)\s*$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"^(?:(?:venue|location|place|where|held at|meeting place)\s*[:–—-]|at:)\s*(?P<venue>.+)$", re.IGNORECASE
)
_VENUE_WORD = re.compile(r"^(?:venue|location|place|where)\s*:?$", re.IGNORECASE)
_BODY_WORD = re.compile(
    r"^(?:name of )?(?:body|board|group|committee|meeting|forum|organisation)\s*:\s*(?P<body>.+)$", re.IGNORECASE
)
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?)|\d{1,2}[:.]\d\d\s*(?:hrs|hours|h)?|noon|midday|\d{1,2}\s+noon)"
TIMES = re.compile(
    rf"(?:\b(?:at|from|between|commencing at|starting at|beginning at)\s+)?{_TIME}(?:\s*(?:[–—-]|to|until"
    rf"|and)\s*{_TIME})?",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:^|[\s,;(–—-])(?:(?:held\s+|HELD\s+)?(?:at|in|AT|IN)\s+|venue:?\s+|@\s*)(?P<venue>(?:the\s+)?[^\W\d_a-z].*)$"
    r"|(?:^|\s)(?P<online>(?:held\s+)?(?:online|remotely|virtually|(?:via|on|by)\s+(?:zoom|(?:microsoft "
    r"|ms )?teams|video\s?conference)).*)$"
)
_AND_TIME = re.compile(
    rf"(?:\s*[,;(–—-]?\s*(?:on\s*$|at\s*$|,\s*$|commenc\w+.*$|start\w+.*$|from\s*$|with\s+.*$|following.*$|{TIMES.pattern}.*$))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[\s,;:–—-]|\bon\b|\bmeeting\b(?=\s*$)(?<!of meeting))*$")
_DROPPED = re.compile(
    r"^(?:minutes|draft|draft minutes|approved minutes|unconfirmed|confirmed|agenda|page \d+.*|notes"
    r"|minutes of (?:the )?meeting|final)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """What the head of minutes says."""

    body: FoundText | None = None
    label: FoundText | None = None
    date: FoundText | None = None
    venue: FoundText | None = None


def title_in(document: Document, known: IsBody, *, month_first: bool = False) -> Title:
    """Read the head of minutes: what stands before those who were there, or what is said of the meeting in words."""
    head = _head(document)
    dates = [it for line in head for it in dates_in(line.whole, month_first=month_first) if it.value]
    day = _date(head, dates)
    body, label = _body(head, known)
    return Title(body, label, day, _venue(head))


def _head(document: Document) -> list[Line]:
    found: list[Line] = []
    for line in document.lines[: 3 * _MOST]:
        heading = heading_in(line.cells[0].text) if line.cells else None
        if heading and (found or heading.text) and "attend" not in heading.text.casefold().split():
            break
        if line.cells:
            found.append(line)
        if len(found) >= _MOST:
            break
    return found


def _date(head: Sequence[Line], dates: Sequence[SaidDate]) -> FoundText | None:
    if not dates:
        return None
    starts = {line.start: line for line in head}
    held = [
        it
        for it in dates
        if _HELD.search(_line_of(it, starts)) or re.match(r"date", _line_of(it, starts), re.IGNORECASE)
    ]
    best = (held or list(dates))[0]
    others = {it.value for it in dates} - {best.value}
    if others and not held:
        reason = "Several dates stand at the head of the minutes: this is the first."
        return FoundText(at=best.at, value=best.value, certainty=Certainty.LOOK, reason=reason)
    return FoundText(at=best.at, value=best.value, certainty=best.certainty, reason=best.reason)


def _line_of(said: SaidDate, starts: dict[int, Line]) -> str:
    return starts[max(start for start in starts if start <= said.at.start)].whole.text


def _body(head: Sequence[Line], known: IsBody) -> tuple[FoundText | None, FoundText | None]:
    candidates: list[tuple[int, FoundText, FoundText | None]] = []
    for number, line in enumerate(head[:12]):
        for cell in line.cells:
            for piece in cell.paragraphs():
                if found := _body_in(piece, known):
                    rank, body, label = found
                    candidates.append((rank * 100 + number, body, label))
    if not candidates:
        return None, None
    _, body, label = min(candidates, key=lambda it: it[0])
    # "Parish Council" in a sentence, and its whole name above that.
    longer = [it for _, it, _ in candidates if folded(it.value).endswith(f" {folded(body.value)}")]
    body = longer[0] if longer and not known(body.value) else body
    label = label or next((it for _, _, it in sorted(candidates, key=lambda it: it[0]) if it), None)
    return body, label


def _body_in(piece: Piece, known: IsBody) -> tuple[int, FoundText, FoundText | None] | None:
    """Read a line of the head as the name of a body: how good it is, the least the best, the name and what it was."""
    piece = _told_of_body(piece)
    if not piece or _DROPPED.match(piece.text):
        return None
    is_titled = False
    if match := _MINUTES_OF.match(piece.text):
        is_titled, piece = True, piece.part(match.start("what"))
    label: FoundText | None = None
    if match := _MEETING_OF.match(piece.text) or _MEETING.match(piece.text):
        kind = piece.part(*match.span("kind"))
        label, piece, is_titled = FoundText(at=kind, value=_kind(kind.text)), piece.part(*match.span("body")), True
    piece = piece.part(0, len(piece.text.rstrip(" .,:;–—-")))
    text = piece.text
    if not text or len(text) > 120 or text.casefold() in {"meeting", "the meeting"} or _DROPPED.match(text):
        return None
    label = label if label and label.value else None
    named = FoundText(at=piece, value=_cased(text))
    is_like = is_like_a_body(text)
    if known(text):
        return 0, replace(named, reason="It is the name of a body that is recorded."), label
    if is_titled:
        why = "It stands where the body should."
        return (1, named, label) if is_like else (3, replace(named, certainty=Certainty.LOOK, reason=why), label)
    if is_like and len(text.split()) < 13 and not text.endswith("."):
        return 2, replace(named, certainty=Certainty.LIKELY, reason="It stands at the head."), label
    return None


def _told_of_body(piece: Piece) -> Piece:
    """Return what of a line may name the body: what stands before the day and the place."""
    if piece.text[:1] in "•·*-–":
        return piece.part(0, 0)
    if found := _BODY_WORD.match(piece.text):
        piece = piece.part(found.start("body"))
    if held := _HELD.search(piece.text):
        piece = piece.part(0, held.start())
    elif dated := dates_in(piece):
        piece = piece.part(0, dated[0].at.start - piece.start)
    return piece if _MEETING.match(piece.text) else piece.part(0, len(_TRAILING.sub("", piece.text)))


def _cased(text: str) -> str:
    """Return a name in capitals as it is written otherwise: `Health and Wellbeing Board`."""
    if not text.isupper() or " " not in text:
        return text
    text = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda it: it[0].capitalize(), text)
    return re.sub(r"(?<=\s)(?:Of|And|The|For|On|In|To|With)(?=\s)", lambda it: it[0].lower(), text)


def _kind(text: str) -> str:
    """Return what sort of meeting it was, where that says more than that it was one."""
    text = re.sub(r"\b(?:minutes|notes|the|an?)\b|\bof the meeting\b", " ", text, flags=re.IGNORECASE)
    text = " ".join(text.split()).strip(" ,")
    plain = text.casefold()
    return (
        ""
        if plain in {"", "meeting", "meetings", "action", "draft", "ordinary meeting", "regular meeting", "of meeting"}
        else text[:1].upper() + text[1:]
    )


def _venue(head: Sequence[Line]) -> FoundText | None:
    for line in head:
        for cell, following in zip(line.cells, (*line.cells[1:], None), strict=True):
            if found := _VENUE.match(cell.text):
                return _placed(cell.part(found.start("venue")))
            if following and _VENUE_WORD.match(cell.text):
                return _placed(following)
    for line in head:
        piece = line.whole
        held = _HELD.search(piece.text)
        if (held or dates_in(piece)) and (venue := venue_in(piece.part(held.start() if held else 0))):
            return venue
    return None


def _placed(piece: Piece) -> FoundText | None:
    dated = dates_in(piece)
    if dated:
        piece = piece.part(0, dated[0].at.start - piece.start)
    text = _AND_TIME.sub("", piece.text).rstrip(" ,.;–—-(")
    return FoundText(at=replace(piece, text=text), value=text) if text else None


def venue_in(piece: Piece) -> FoundText | None:
    """Find where a meeting is in what is said of it: `at the Town Hall`, `in Room 2, Library`, `via Zoom`."""
    text = piece.text
    for said in dates_in(piece):
        start, end = said.at.start - piece.start, said.at.end - piece.start
        text = text[:start] + "\n" * (end - start) + text[end:]
    for match in TIMES.finditer(text):
        text = text[: match.start()] + "\n" * (match.end() - match.start()) + text[match.end() :]
    at = 0
    for part in text.split("\n"):
        if placed := _AT.search(part):
            group = "venue" if placed["venue"] else "online"
            venue = piece.part(at + placed.start(group), at + placed.end(group))
            told = re.sub(
                r"(?:[\s,.;–—(-]|\bon\b|\bat\b|\bfrom\b|\band\b|\bof\b|\bstarting\b|\bcommencing\b)+$", "", venue.text
            )
            told = re.sub(r"^held\s+", "", told)
            if told and len(told) < 160:
                return FoundText(at=replace(venue, text=told), value=_cased(told[:1].upper() + told[1:]))
        at += len(part) + 1
    return None
