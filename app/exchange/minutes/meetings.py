"""Other meetings that minutes name: the one before, whose minutes were agreed, and those to come."""

import re
from collections.abc import Iterator

from app.exchange.minutes.dates import SaidDate, dates_in
from app.exchange.minutes.document import MOST, Document, Piece
from app.exchange.minutes.finds import Certainty, FoundMeeting
from app.exchange.minutes.title import TIMES, venue_in
from app.exchange.minutes.words import heading_in, unnumbered

_NEXT = re.compile(
    r"(?:(?:the\s+)?(?:dates?|time|venue|day)s?(?:,|\s+and|\s*/|\s*&)?\s+)*(?:of|for)?\s*(?:the\s+|our\s+)?"
    r"(?:next|future|forthcoming|upcoming|remaining)\s+(?:\w+\s+){0,3}?(?:meetings?|dates?"
    r"|session)(?:\s+(?:dates?|schedule))?|dates? for (?:your |the )?diar(?:y|ies)|meeting dates|schedule "
    r"of meetings",
    re.IGNORECASE,
)
_WILL_BE = re.compile(
    r"\bnext\b[^.]{0,80}\bmeeting\b|\bmeet(?:ing)?s?\b[^.]{0,60}\b(?:will|is to|to) (?:be|take place|meet)"
    r"|\bmeet(?:ing)? again\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:approved|agreed|confirmed|accepted|adopted|signed|ratified|correct record|true record|accurate "
    r"record|taken as read|previous|last)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:will|is|are|was|were|to|tbc|tba|apologies|members|please)\b|\. ", re.IGNORECASE)
_DONE = re.compile(r"\bmeeting (?:closed|ended|finished)|\badjourn|\bsigned\b", re.IGNORECASE)


def meetings_in(document: Document, day: str, *, month_first: bool = False) -> list[FoundMeeting]:
    """Find the meeting before and those to come; a date without a year is taken from the day of the meeting."""
    found = {it.date: it for it in _past(document, day, month_first) if it.date != day}
    for meeting in _future(document, day, month_first):
        if meeting.date != day:
            found.setdefault(meeting.date, meeting)
    return sorted(found.values(), key=lambda it: it.at.start)[:MOST]


def _past(document: Document, day: str, month_first: bool) -> Iterator[FoundMeeting]:
    for line in document.lines:
        piece = line.whole
        if not re.search(r"\bminutes\b", piece.text, re.IGNORECASE):
            continue
        for match in re.finditer(r"\bminutes\b[^.]*(?:\.\d[^.]*)*\.?", piece.text, re.IGNORECASE):
            sentence = piece.part(match.start(), match.end())
            if not _AGREED.search(piece.text):
                continue
            for said in dates_in(sentence, before=day, month_first=month_first):
                if said.value and (not day or said.value < day):
                    yield FoundMeeting(
                        at=said.at, date=said.value, is_past=True, certainty=said.certainty, reason=said.reason
                    )


def _future(document: Document, day: str, month_first: bool) -> Iterator[FoundMeeting]:
    is_listing = False
    for line in document.lines:
        if not line.cells:
            continue
        piece = line.whole
        text = piece.text[unnumbered(piece.text) :]
        begins = _NEXT.match(text)
        said = _WILL_BE.search(text)
        if begins:
            is_listing = True
        elif is_listing and (heading_in(line.cells[0].text) or _DONE.search(text)):
            is_listing = False
        found = [it for cell in (line.cells if line.is_row else [piece]) for it in _each(cell, day, month_first)]
        if not (is_listing or said):
            continue
        if is_listing and not begins and not found and len(text) > 60:
            is_listing = False
        yield from found


def _each(piece: Piece, day: str, month_first: bool) -> Iterator[FoundMeeting]:
    """Give a meeting for each date of a line; what stands between it and the next is said of it."""
    dates = [
        it for it in dates_in(piece, after=day, month_first=month_first) if it.value and (not day or it.value > day)
    ]
    ends = [it.at.start - piece.start for it in dates[1:]] + [len(piece.text)]
    for at, (said, end) in enumerate(zip(dates, ends, strict=False)):
        start = said.at.start - piece.start if at or len(dates) > 1 else 0
        told = piece.part(start, end)
        yield _meeting(said, told)


def _meeting(said: SaidDate, told: Piece) -> FoundMeeting:
    venue = venue_in(told)
    time = next(
        (
            it[0]
            for it in TIMES.finditer(told.text)
            if re.search(r"[ap]\.?\s?m|[:.]\d\d|noon|midday", it[0], re.IGNORECASE)
        ),
        "",
    )
    time = re.sub(
        r"^(?:at|from|between|commencing at|starting at|beginning at)\s+", "", time.strip(), flags=re.IGNORECASE
    )
    return FoundMeeting(
        at=said.at,
        date=said.value,
        venue=venue.value if venue and not venue.value.isupper() else _rest(told, said),
        label=time.strip(" ,."),
        certainty=said.certainty if said.certainty is Certainty.LOOK else Certainty.SURE,
        reason=said.reason,
    )


def _rest(told: Piece, said: SaidDate) -> str:
    """Return what stands after the day and the hour, where that may be a place: `5 May, 7pm, Town Hall`."""
    text = TIMES.sub(" ", told.text[said.at.end - told.start :])
    text = re.sub(r"^[\s,.;:–—()-]*(?:(?:at|in|on|and)\b[\s,]*)*|[\s,.;:–—()-]+$", "", text)
    return text if text[:1].isupper() and not text.isupper() and len(text) < 90 and not _VERB.search(text) else ""
