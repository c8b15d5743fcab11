"""A file's sheets become a draft of a place: its rows laid over what is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.exchange import place_format as form
from app.exchange.entries.listed import Entries
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import AT_ONCE, Counted, Sheet, nobody_counts
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.headings import MEETING, SEATS, chosen_in
from app.exchange.sheets.known import ORGANIZATION
from app.exchange.sheets.meetings import MeetingWriter
from app.exchange.sheets.said_holders import SaidSeat
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
    step: Counted = nobody_counts,
) -> SheetsRead:
    """Read a file's sheets as what is recorded of a place with what they say laid over it.

    `elsewhere` maps the ids of all that is not the place's own to its label; `sources` are those that belong to no
    place; `same` has the whole ids that new entries would have, each with that of whom it means. `step` is told how
    many rows are read, and of how many.
    Unreadable says why a file has nothing that could be read.
    """
    draft = Draft(name, recorded, elsewhere, sources, beside, same)
    blocks = blocks_in(sheets, lambda text: draft.known.has(text, ORGANIZATION), draft.notes, chosen_in(beside.columns))
    seats: list[SaidSeat] = []
    rows, whole = 0, sum(len(block.records) for block in blocks)
    for block in blocks:
        if block.kind == SEATS:
            for seat in SeatRows(draft, block).read():
                rows += 1
                if seat:
                    seats.append(seat)
                if rows % AT_ONCE == 0:
                    step(rows, whole)
            block.records.clear()
    repeated(seats, draft)
    seat_writer, meeting_writer = SeatWriter(draft), MeetingWriter(draft)
    seat_writer.write(seats)
    draft.new += [f"seat: {told}" for told in seat_writer.added]
    for block in blocks:
        if block.kind == MEETING:
            meeting_writer.write(block)
    draft.note_strangers()
    return SheetsRead(draft, (*seat_writer.unchanged, *meeting_writer.unchanged))
