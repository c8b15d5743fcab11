"""Spreadsheets as officers keep them, written with openpyxl."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

HEADINGS = (
    "Board",
    "Seat",
    "Held by",
    "Title",
    "Speaks for",
    "Vote",
    "Chosen by",
    "From",
    "Term ends",
    "Deputy",
    "Source",
)
MINUTES = "Minutes of January 2010"
OLDER, CARERS = "Older People's Partnership Board", "Carers Strategy Group"
VSRG, AGEING = "Voluntary Sector Reference Group", "Council on Ageing"
SEATS: tuple[tuple[Any, ...], ...] = (
    (OLDER, "Chair", "Cllr Jo Smith", "", "", "Voting", "Elected by the Council", date(2009, 3, 1), 2012, "", MINUTES),
    ("", "Vice Chair", "Al Jones", "Director", AGEING, "yes", f"Elected by {AGEING}", "March 2009", "", "Di Ray", ""),
    ("", "VCS representative", "Ann Lee and Bo Hill", "", VSRG, "Voting", VSRG, "01/03/2009", "", "Cy Fox", ""),
    ("", "VCS representative", "Dee Moon", "", VSRG, "Voting", VSRG, "2008", "", "Cy Fox", ""),
    ("", "Member", "VACANT", "", "Older people", "", "", "", "", "", ""),
    ("", "Member", "vacancy since June 2009", "", "Carers", "", "", "", "", "", ""),
    ("", "Observer", "Ed Stone", "", "", "Non-voting", "", "", "", "none", ""),
    ("", "Co-opted member", "Flo Marsh", "", AGEING, "co-opted", "", "", "", "", ""),
    ("", "Member", "Gus Wood", "Dr", "", "non-voting", "ex officio", "", "", "", ""),
    ("", "Member", "Bromley Primary Care Trust", "", "", "Y", "", "", "", "", ""),
    ("", "Secretary", "Hal Ford", "", "", "N", "", "2007-05", "", "", ""),
    (CARERS, "Chair", "Ivy Cole", "", "Carers", "Voting", "", "", "31/12/2010", "Jan Dale", ""),
    ("", "Vice Chair", "TBC", "", "", "Voting", "", "", "", "", ""),
    ("", "Carer 1", "Kit Lane", "", "Carers", "Voting", "election", "", "", "Lou Penn", ""),
    ("", "Carer 2", "Mo Reed", "", "Carers", "Voting", "election", "", "", "Lou Penn", ""),
    ("", "Carer 3", "VACANT (from 01/09/2009)", "", "Carers", "Voting", "election", "", "", "", ""),
    ("", "Member", "Ned Park / Oz Vale", "", AGEING, "Voting", "", "", "", "", ""),
    ("", "Member", "Pam West", "", "Bromley Mind", "Voting", "", "", "", "", ""),
    ("", "Member", "Jo Smith", "", "", "Voting", "", "", "", "", ""),
    ("", "Observer", "Quin York", "", "", "Observer", "", "", "", "", ""),
    ("", "Young carer", "Ray Holt", "", "Young carers", "Voting", "co-opted", "Sept 2009", "", "", ""),
    ("", "Member", "Sue Bond", "", VSRG, "Voting", f"Nominated by {VSRG}", "", "", "", ""),
)
"""Twenty-two seats on two boards, whose names stand once."""


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]], merged: str = "") -> bytes:
    """Write sheets of rows as an XLSX workbook; `merged` is a range of the first one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        if merged and sheet is book.worksheets[0]:
            sheet.merge_cells(merged)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def seats(*rows: Sequence[Any], above: Sequence[Sequence[Any]] = ()) -> bytes:
    """Write a sheet Seats with the usual headings."""
    return workbook(("Seats", [*above, HEADINGS, *rows]))
