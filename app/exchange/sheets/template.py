"""A workbook to begin with: a sheet for seats and one for a meeting, each with an example, which imports as it is."""

import io
from datetime import UTC, datetime
from typing import Any

NAME = "seats-and-meeting.xlsx"
_WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""When it says that it was made, so that it is always the same file."""
_LAST = 500
"""The last row for which cells offer words to choose from."""
_ROLES = ("Chair", "Vice Chair", "Member", "Observer", "Secretary")
_VOTES = ("Voting", "Non-voting")
_CHOICES = ("Elected", "Appointed", "Co-opted", "Ex officio", "Rotating", "Invited")
_ATTENDED = ("Present", "Apologies", "Deputy for ", "In attendance", "Guest")

_SEATS: tuple[tuple[str, int, str, tuple[str, ...]], ...] = (
    ("Board", 32, "The board. Its name may stand once and holds for the rows below.", ()),
    ("Seat", 24, "Chair, Vice Chair, Member, Observer, Secretary, or what the board calls it.", _ROLES),
    ("Held by", 28, "First name and surname; Jo Smith and Al Jones; VACANT, or Vacant since a date.", ()),
    ("Title", 14, "Cllr, Dr; or the person's job.", ()),
    ("Organisation", 26, "Whom the person works for.", ()),
    ("Speaks for", 30, "Whom the holder speaks for. Several: a semicolon between them.", ()),
    ("Vote", 12, "Voting or Non-voting; leave it empty where nobody says.", _VOTES),
    ("Chosen by", 30, "Elected by the Carers Forum; or only Co-opted, Ex officio.", _CHOICES),
    ("From", 14, "Since when: a date, 2009, or March 2009.", ()),
    ("Term ends", 14, "When the term is due to end.", ()),
    ("Deputy", 20, "The standing deputy.", ()),
    ("Source", 34, "Where this row comes from; one that stands once holds for the rows below.", ()),
)  # fmt: skip
"""Each column of seats: heading, width, what it says, and words to choose from."""
_BOARD, _FORUM, _COUNCIL = "Example Health Board", "Example Carers Forum", "Example Borough Council"
_EXAMPLE: tuple[tuple[str, ...], ...] = (
    (_BOARD, "Chair", "Jo Smith", "Cllr", _COUNCIL, "", "Voting", f"Appointed by {_COUNCIL}",
     "2025-05-14", "2027-05", "", "Example Health Board, terms of reference"),
    ("", "Vice Chair", "Al Jones", "", _FORUM, _FORUM, "Voting", f"Elected by {_FORUM}",
     "March 2025", "2028", "Di Ray", ""),
    ("", "Carers' representative", "Ann Lee and Bo Hill (job share)", "", "", "Carers", "Voting",
     f"Elected by {_FORUM}", "2025", "", "Di Ray", ""),
    ("", "Member", "VACANT", "", "", "Young carers", "Voting", "", "", "", "", ""),
    ("", "Observer", "Cy Fox", "Director", "Example Mind", "", "Non-voting", "Invited", "", "", "", ""),
)  # fmt: skip
_MEETING: tuple[tuple[str, int, str, tuple[str, ...]], ...] = (
    ("Name", 28, "First name and surname, or a body that came.", ()),
    ("For", 34, "The body for which the person came.", ()),
    (
        "Present / Apologies / Deputy for",
        34,
        "Present, Apologies, In attendance, Guest, or: Deputy for Al Jones.",
        _ATTENDED,
    ),
)
_ABOVE = (
    ("Board", _BOARD),
    ("Date", "2026-01-22"),
    ("Venue", "Town Hall"),
    ("Source", "Example Health Board, minutes of 22 January 2026"),
)
_CAME = (
    ("Jo Smith", _COUNCIL, "Present"),
    ("Al Jones", _FORUM, "Apologies"),
    ("Di Ray", _FORUM, "Deputy for Al Jones"),
    ("Cy Fox", "Example Mind", "In attendance"),
)
_NOTES = (
    "Fill in Seats, Meeting or both, and write over the example. Delete a sheet that you do not need.",
    "Then: partnerships import FILE --area PLACE --preview says what would be recorded, by name, and records nothing.",
    "Leave a cell empty where nobody says: that is recorded as not known, never as no.",
    "Columns may be moved and left out. Columns of your own may be added: they are not read, nor is this sheet.",
    "Dates: 2026, March 2026, 1 March 2026, or 01/03/2026, with the day first.",
    "What is recorded is public. Leave out home addresses, telephone numbers, and what was said in confidence.",
)


def template() -> bytes:
    """Return the workbook, as XLSX."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    import xlsxwriter  # not needed by whoever writes no workbook, and not small

    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _WHENEVER})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"})
        seats = book.add_worksheet("Seats")
        _head(seats, 0, _SEATS, bold)
        _rows(seats, 1, _EXAMPLE, plain, day)
        seats.freeze_panes(1, 1)
        meeting = book.add_worksheet("Meeting")
        _rows(meeting, 0, _ABOVE, plain, day)
        _head(meeting, len(_ABOVE) + 1, _MEETING, bold)
        _rows(meeting, len(_ABOVE) + 2, _CAME, plain, day)
        notes = book.add_worksheet("How to fill this in")
        notes.set_column(0, 0, 100)
        for row, text in enumerate(_NOTES):
            notes.write_string(row, 0, text, plain)
        for sheet in (seats, meeting):
            sheet.set_landscape()
            sheet.set_paper(9)  # A4
            sheet.fit_to_pages(1, 0)
    return content.getvalue()


def _head(sheet: Any, row: int, columns: tuple[tuple[str, int, str, tuple[str, ...]], ...], bold: Any) -> None:
    for column, (heading, width, says, words) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(row, column, heading, bold)
        sheet.write_comment(row, column, says, {"x_scale": 2})
        if words:
            # A list that offers words and takes others, too.
            choice = {"validate": "list", "source": list(words), "error_type": "information", "show_error": False}
            sheet.data_validation(row + 1, column, row + _LAST, column, choice)


def _rows(sheet: Any, first: int, rows: tuple[tuple[str, ...], ...], plain: Any, day: Any) -> None:
    for number, texts in enumerate(rows, first):
        for column, text in enumerate(texts):
            if text[:4].isdigit() and text.count("-") == 2:
                sheet.write_datetime(number, column, datetime.fromisoformat(text), day)
            elif text:
                sheet.write_string(number, column, text, plain)
