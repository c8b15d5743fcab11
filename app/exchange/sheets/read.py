"""A file's sheets become a draft of a place: its rows laid over what is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.exchange import place_format as form
from app.exchange.entries.listed import Entries
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Sheet
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.headings import MEETING, SEATS, chosen_in
from app.exchange.sheets.known import ORGANIZATION
from app.exchange.sheets.meetings import MeetingWriter
from app.exchange.sheets.said_seats import SeatRows, repeated
from app.exchange.sheets.seats import SeatWriter
from app.exchange.sheets.tables import blocks_in


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """What a file's sheets say."""

    draft: Draft
    unchanged: tuple[str, ...]
    """The seats and meetings of which it says nothing else than is recorded, by name."""


def read_over(
    name: str,
    sheets: Sequence[Sheet],
    recorded: Entries,
    elsewhere: Mapping[str, str],
    sources: Sequence[form.Source],
    beside: Beside,
    same: Mapping[str, str] | None = None,
) -> SheetsRead:
    """Read a file's sheets as what is recorded of a place with what they say laid over it.

    `elsewhere` maps the ids of all that is not the place's own to its label; `sources` are those that belong to no
    place; `same` has the whole ids that new entries would have, each with that of whom it means.
    Unreadable says why a file has nothing that could be read.
    """
    draft = Draft(name, recorded, elsewhere, sources, beside, same)
    blocks = blocks_in(sheets, lambda text: draft.known.has(text, ORGANIZATION), draft.notes, chosen_in(beside.columns))
    seats = [seat for block in blocks if block.kind == SEATS for seat in SeatRows(draft, block).read()]
    repeated(seats, draft)
    seat_writer, meeting_writer = SeatWriter(draft), MeetingWriter(draft)
    seat_writer.write(seats)
    draft.new += [f"seat: {seat_writer.told_of(post)}" for post in seat_writer.added]
    for block in blocks:
        if block.kind == MEETING:
            meeting_writer.write(block)
    draft.note_strangers()
    named = [seat_writer.said_of(post) for post in seat_writer.unchanged]
    return SheetsRead(draft, (*named, *meeting_writer.unchanged))
