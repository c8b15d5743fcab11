"""Sheets read as drafts of an empty place, or of one that a sheet made before."""

from app.exchange import place_format as form
from app.exchange.entries.listed import Entries, entries_in
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.checking import checked_sheet
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.read import read_over

AREAS = {"bromley": "Area"}
NOTHING = Entries("bromley", ())


def drafted(
    raw: bytes, *, name: str = "members.xlsx", on: form.PlaceFile | None = None, beside: Beside | None = None
) -> Draft:
    """Read a sheet over what a place has, nothing unless said."""
    sheets = sheets_of(name, raw)
    return read_over(name, sheets, entries_in(on) if on else NOTHING, AREAS, [], beside or Beside()).draft


def problems(
    raw: bytes, *, on: form.PlaceFile | None = None, beside: Beside | None = None, most: int = 100_000
) -> list[str]:
    """Say what is wrong with a sheet, each problem in its line."""
    draft = drafted(raw, on=on, beside=beside)
    checked = checked_sheet("members.xlsx", draft.place_file, draft.spots, AREAS, [], most=most)
    return [str(problem) for problem in [*draft.problems, *checked.problems]]


def seats_of(draft: Draft) -> dict[str, form.Post]:
    """Return the seats of a draft by board and name, where nothing else is called that."""
    return {f"{post.on}: {post.label or post.role.value}": post for post in draft.place_file.posts}


def holders(post: form.Post) -> list[str]:
    """Say who holds a seat, deputies in brackets, and until when."""
    return [
        f"{f'({it.person})' if it.capacity == 'deputy' else it.person or it.organization}{f' -{it.until}' if it.until else ''}"
        for it in post.holders
    ]
