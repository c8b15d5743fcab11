"""A file's bytes become a draft of a place: its sheets read, its rows laid over what is recorded."""

from collections.abc import Mapping, Sequence

from app.exchange import place_format as form
from app.exchange.entries.listed import Entries
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.headings import SEATS
from app.exchange.sheets.known import ORGANIZATION
from app.exchange.sheets.said_seats import SeatRows, repeated
from app.exchange.sheets.seats import SeatWriter
from app.exchange.sheets.tables import blocks_in


def draft_of(
    name: str,
    raw: bytes,
    recorded: Entries,
    elsewhere: Mapping[str, str],
    sources: Sequence[form.Source],
    beside: Beside,
) -> tuple[Draft, list[str]]:
    """Read a file as what is recorded of a place with what its sheets say laid over it; Unreadable says why not.

    The answer also names the seats that the sheet says no differently.
    """
    draft = Draft(name, recorded, elsewhere, sources, beside)
    blocks = blocks_in(sheets_of(name, raw), lambda text: draft.known.has(text, ORGANIZATION), draft.notes)
    seats = [seat for block in blocks if block.kind == SEATS for seat in SeatRows(draft, block).read()]
    repeated(seats, draft)
    writer = SeatWriter(draft)
    writer.write(seats)
    if not recorded.all:  # of a place that has something already, what is added is told by what it adds
        draft.new += [f"seat: {writer.told_of(post)}" for post in writer.added]
    return draft, [writer.said_of(post) for post in writer.unchanged]
