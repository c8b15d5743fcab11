"""What LibreOffice saved of our template, and of an officer's sheet, is read as these are themselves.

The files are as LibreOffice 7.4 wrote them; nothing of it is needed to read them.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.exchange.sheets.template import template
from tests.sheets.drafts import drafted
from tests.sheets.officers import SEATS, seats

SAVED = Path(__file__).parent / "libreoffice"
OURS: Mapping[str, Callable[[], bytes]] = {"template": template, "officers": lambda: seats(*SEATS)}


def said_by(raw: bytes, ending: str) -> tuple[str, list[str]]:
    """Return all that a workbook says, whatever its ending, and how it was read."""
    draft = drafted(raw, name=f"members.{ending}")
    assert draft.problems == []
    text = (
        draft.place_file.model_dump_json()
        .replace(f"members.{ending}", "members")
        .replace(f"members-{ending}", "members")
    )
    return text, draft.notes


@pytest.mark.parametrize("name", ["officers.xlsx", "template.ods", "template.xls"])
def test_a_workbook_that_libreoffice_saved_says_what_ours_says(name: str) -> None:
    of, _, ending = name.partition(".")
    assert said_by((SAVED / name).read_bytes(), ending) == said_by(OURS[of](), "xlsx")
