"""Capacity side by side: page, field, command and downloads agree, and Bromley's table is its Appendix Two."""

import csv
import io
import re
from typing import Any

from starlette.testclient import TestClient

from app.settings import Settings
from tests.questions.asking import command, command_json, field, page

FIELDS = (
    "constitution chairStatus paidHours fundingNote membersNote meetingFrequency statutoryObservers representativesNote"
)
QUERY = f"""query($areas: [ID!]) {{ capacities(areas: $areas) {{
  id name classification status areas {{ id }} capacity {{ {FIELDS} }} }} }}"""


def capacities(client: TestClient, *areas: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = field(client, QUERY, areas=list(areas))
    return found


def rows(client: TestClient, query: str) -> list[dict[str, str]]:
    answer = client.get(f"/capacity.csv?{query}")
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_page_field_command_and_download_say_the_same(client: TestClient, settings: Settings) -> None:
    for areas in (["bromley"], ["bromley", "hammersmith-and-fulham"], []):
        found = capacities(client, *areas)
        options = [part for area in areas for part in ("--area", area)]
        assert command_json(settings, "capacity", *options) == {"capacities": found}
        query = "&".join(f"area={area}" for area in areas)
        assert [row["Id"] for row in rows(client, query)] == [body["id"] for body in found]
        words = page(client, f"/capacity?{query}")
        for body in found:
            assert body["name"] in words
            for text in (body["capacity"] or {}).values():
                assert not text or text[0].upper() + text[1:] in words


def test_the_rows_of_appendix_two_are_as_the_report_has_them(client: TestClient) -> None:
    """Status, paid hours, funding and observers of each forum; the two shared rows are told apart."""
    bodies = {body["id"].removeprefix("bromley/"): body["capacity"] for body in capacities(client, "bromley")}
    table = {
        "children-and-families-forum": ("Constituted group", "4 hours", "£12500"),
        "council-on-ageing": ("Registered charity", "12 hours", "£4348"),
        "older-peoples-panel": ("Registered charity", "12 hours", "£3611"),
        "disability-voice-bromley": ("Constituted group", "5 hours", "£4432"),
        "learning-disability-forum": ("Registered charity", "10 hours", "£4217"),
        "mental-health-forum": ("Registered charity", "5 hours", "£4164"),
        "ethnic-communities-programme": ("Steering group", "Full-time", "Service level agreement"),
    }
    for id_, starts in table.items():
        known = bodies[id_]
        said = (known["constitution"], known["paidHours"], known["fundingNote"])
        assert all(text.startswith(start) for text, start in zip(said, starts, strict=True)), id_
    for id_ in ("carers-organisations-group", "carers-forum"):
        assert bodies[id_]["chairStatus"].startswith("Independent")
        assert bodies[id_]["constitution"] is None
        assert bodies[id_]["paidHours"] is None


def test_a_column_sorts_by_its_numbers_and_silence_comes_last_either_way(client: TestClient) -> None:
    up = [row["Paid hours"] for row in rows(client, "area=bromley&sort=hours")]
    down = [row["Paid hours"] for row in rows(client, "area=bromley&sort=hours&dir=desc")]
    known = [text.split()[0] for text in up if text != "Not recorded"]
    assert known == ["4", "5", "5", "10", "12", "12", "Full-time"]
    assert [text.split()[0] for text in down if text != "Not recorded"] == known[::-1]
    assert up[len(known) :] == down[len(known) :] == ["Not recorded"] * (len(up) - len(known))


def test_the_table_says_which_way_it_is_sorted_and_turns_when_pressed_again(client: TestClient) -> None:
    text = client.get("/capacity?area=bromley&area=hammersmith-and-fulham&sort=funding&on=2010").text
    sorted_by = re.findall(r'aria-sort="(\w+)"><a class="sort" href="([^"]+)">(\w+)', text)
    assert [(way, name) for way, _, name in sorted_by] == [("ascending", "Funding")]
    again = sorted_by[0][1].replace("&amp;", "&")
    assert again == "/capacity?area=bromley&area=hammersmith-and-fulham&sort=funding&dir=desc&on=2010"
    assert 'aria-sort="descending"' in client.get(again).text


def test_what_cannot_be_answered_is_refused(client: TestClient, settings: Settings) -> None:
    page(client, "/capacity?area=nowhere", status=404)
    page(client, "/capacity?sort=colour", status=400)
    page_of_files = client.get("/capacity.ods")
    assert page_of_files.status_code == 404
    command(settings, "capacity", "--area", "nowhere", code=1)


def test_the_workbook_is_one(client: TestClient) -> None:
    answer = client.get("/capacity.xlsx?area=bromley")
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
