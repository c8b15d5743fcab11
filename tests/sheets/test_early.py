"""A spreadsheet that is read while the engine starts is what it would be otherwise, and is handed over once."""

import pytest

from app.exchange.sheets.cells import Unreadable
from app.exchange.sheets.formats import sheets_of
from app.record.importing_early import ReadEarly
from tests.sheets.officers import workbook

RAW = workbook(("Seats", [["Board", "Held by"], *(["Health Board", f"Jo Smith {number}"] for number in range(2_500))]))


def test_it_is_what_it_would_be_otherwise_and_handed_over_once() -> None:
    counts: list[int] = []
    early = ReadEarly("a.xlsx", RAW)
    assert early.sheets(counts.append) == sheets_of("a.xlsx", RAW)
    assert counts == sorted(counts)
    assert early.sheets(counts.append) == []


@pytest.mark.parametrize(("name", "raw"), [("a.xlsx", RAW[:900]), ("a.csv", RAW), ("a.xlsx", b"")])
def test_what_is_wrong_is_told_when_it_is_asked_for(name: str, raw: bytes) -> None:
    with pytest.raises(Unreadable) as found:
        sheets_of(name, raw)
    with pytest.raises(Unreadable, match=f"^{found.value}$"):
        ReadEarly(name, raw).sheets(lambda rows: None)
