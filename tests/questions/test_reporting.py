"""Report-back: the page, the field and the command say the same, and a slip has what a representative needs."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command_json

Ask = Callable[[str, dict[str, object]], dict[str, Any]]

FIELD = """
query($area: ID, $on: Date) {
  reportBack(area: $area, on: $on) {
    meeting { id date } post { id } heldBy owedTo { id name } since dutyRecorded dutyScope withinDays due days state
    report { date link note } attendance attendanceRecorded onlyPlanned explanation
  }
}
"""


def text_of(client: TestClient, address: str) -> str:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize("on", ["2010-02-10", "2010-01-30", "2009-01-01"])
def test_page_field_and_command_say_the_same(client: TestClient, ask: Ask, settings: Settings, on: str) -> None:
    field = ask(FIELD, {"area": "gloucester", "on": on})["reportBack"]
    assert command_json(settings, "report-back", "--area", "gloucester", "--on", on) == {"reportBack": field}
    page = text_of(client, f"/report-back?area=gloucester&on={on}")
    for due in field:
        said = due["explanation"].rpartition(": ")[2]
        assert due["heldBy"] in page
        assert said.lower() in page.lower()
    assert page.count("Sheet for ") == len(field)


def test_representatives_of_the_sector_owe_a_report_on_each_meeting_of_the_executive(ask: Ask) -> None:
    """The minutes of 22 January 2010: one of the sector's two representatives was there, the other sent apologies."""
    found = ask(FIELD, {"area": "gloucester", "on": "2010-02-10"})["reportBack"]
    met = {due["heldBy"].partition(",")[0]: due for due in found if due["since"] == "2010-01-22"}
    assert {name: due["attendance"] for name, due in met.items()} == {
        "Melanie Dafforn": "PRESENT",
        "Pauline Reynolds": "APOLOGIES",
        "Penny Liddicot": "PRESENT",
    }
    dafforn = met["Melanie Dafforn"]
    assert [group["name"] for group in dafforn["owedTo"]] == ["Gloucester Voluntary and Community Sector"]
    assert (dafforn["due"], dafforn["state"], dafforn["days"]) == (None, "NO_DUTY", 0)


def test_a_slip_says_for_whom_and_when(client: TestClient) -> None:
    slip = text_of(client, "/report-back/gloucester/executive-melanie-dafforn?on=2010-02-10")
    for said in (
        "Melanie Dafforn",
        "Gloucester Voluntary and Community Sector",
        "19 March 2010",
        "No duty to report is recorded",
    ):
        assert said in slip


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/report-back?area=nowhere", 404),
        ("/report-back?on=yesterday", 400),
        ("/report-back/gloucester/nobody", 404),
        ("/report-back/gloucester/executive-linda-osment", 404),
    ],
)
def test_what_cannot_be_answered_is_said(client: TestClient, address: str, status: int) -> None:
    assert client.get(address, headers={"accept": "text/html"}).status_code == status
