"""What is asked beside a file that is imported, as a form sends it: where it goes, what columns mean, who is whom."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.errors import BadInput
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.columns import ColumnSeen
from app.exchange.sheets.headings import chosen_in
from app.record.importing_orders import AnsweredPairs

MOST = 300
"""Letters of an answer that is a line."""
LEAVING = ("ask", "end", "replace", "keep")
"""What becomes of whoever the sheet no longer has in a seat."""
NOBODY = "-"
"""The answer that a new entry is none of those that are proposed."""
_LINES = ("area", "new", "source", "board", "date", "venue", "leaving", "end", "why", "remembered")
_MOST_ANSWERS = 400


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """What was answered of one new entry."""

    id: str
    name: str
    answer: str
    """The id of whom it is; NOBODY where it is none of those that were proposed."""
    maybe: tuple[str, ...]
    """The ids of those that were proposed."""
    says: str = ""
    """The name of whom it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked beside a file, as it was typed."""

    area: str = ""
    new: str = ""
    """The name of a place that is to be made."""
    source: str = ""
    board: str = ""
    date: str = ""
    venue: str = ""
    leaving: str = "ask"
    end: str = ""
    why: str = ""
    remembered: str = ""
    """Something where what columns say was taken from the last file with the same headings."""
    columns: tuple[tuple[str, str], ...] = ()
    """What columns say that is not plain: each heading, with one of ours."""
    answers: tuple[WhoIsWho, ...] = ()

    @property
    def lines(self) -> dict[str, str]:
        """The answers that are a line, by the name of their field."""
        return {name: getattr(self, name) for name in _LINES}

    @property
    def beside(self) -> Beside:
        """What of it is about the sheet."""
        end = self.end if self.leaving == "end" else ""
        leaves = self.leaving == "replace", self.leaving == "keep"
        return Beside(self.source, self.board, self.date, self.venue, end, *leaves, self.columns)

    @property
    def answered(self) -> AnsweredPairs:
        """Who new entries are."""
        same = {each.id: each.answer for each in self.answers if each.answer != NOBODY}
        apart = {(each.id, old) for each in self.answers if each.answer == NOBODY for old in each.maybe}
        return AnsweredPairs(same, frozenset(apart))

    @property
    def looked(self) -> str:
        """A short fingerprint of what a preview was made with, beside the file."""
        beside = self.beside.with_columns(tuple(sorted(self.columns)))
        said = repr((beside, sorted(self.answered.same.items()), sorted(self.answered.apart)))
        return hashlib.sha256(said.encode()).hexdigest()[:32]

    def looked_at(self, columns: Iterable[ColumnSeen]) -> str:
        """Return the fingerprint of a preview that says how it reads columns of which nobody chose what they say.

        Whoever records it chooses so.
        """
        unsure = {column.heading: column.read_as for column in columns if column.unsure}
        return replace(self, columns=tuple((dict(self.columns) | unsure).items())).looked


@dataclass(frozen=True, slots=True)
class FileSent:
    """A file that goes from page to page: kept by the page itself or, where it is large, by the site for a while."""

    name: str
    raw: bytes = field(default=b"", repr=False)
    kept: str = ""
    """By what the site keeps it."""

    @property
    def content(self) -> str:
        """The file as a hidden field has it."""
        return base64.urlsafe_b64encode(self.raw).decode()


def asked_in(fields: Mapping[str, str]) -> Asked:
    """Read what a form says; what it cannot have offered is left out."""
    said = {name: " ".join(fields.get(name, "").split())[:MOST] for name in _LINES}
    asked = Asked(**said, columns=tuple(_columns(fields)), answers=tuple(_answers(fields)))
    return asked if asked.leaving in LEAVING else replace(asked, leaving="ask")


def file_in(fields: Mapping[str, str]) -> FileSent:
    """Return the file that a page kept; BadInput where it did not come back whole."""
    name = fields.get("name", "")[-MOST:]
    if kept := fields.get("kept", ""):
        return FileSent(name, kept=kept)
    try:
        return FileSent(name, base64.urlsafe_b64decode(fields.get("content", "")))
    except ValueError:
        raise BadInput("The file did not come back whole: send it again.") from None


def _columns(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what was chosen before, and what is chosen now: a column that is still read as it was is no choice."""
    found = {name.removeprefix("chosen/"): word for name, word in fields.items() if name.startswith("chosen/")}
    for name, word in fields.items():
        heading = name.removeprefix("column/")
        if heading != name and word != fields.get(f"read/{heading}"):
            found[heading] = word
    for heading, word in list(found.items())[:_MOST_ANSWERS]:
        try:
            chosen_in([(heading, word)])
        except ValueError:
            continue
        yield heading[:MOST], word


def _answers(fields: Mapping[str, str]) -> Iterator[WhoIsWho]:
    for name, answer in list(fields.items()):
        new = name.removeprefix("who/")
        if new != name and answer and len(new) <= MOST and len(answer) <= MOST:
            maybe = tuple(fields.get(f"maybe/{new}", "").split()[:20])
            if answer == NOBODY or answer in maybe:
                called, says = fields.get(f"called/{new}", "")[:MOST], fields.get(f"named/{answer}", "")[:MOST]
                yield WhoIsWho(new, called, answer, maybe, says)
