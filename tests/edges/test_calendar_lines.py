"""Calendars fold their lines where RFC 5545 (3.1) has them folded: at 75 octets, between characters, no sooner."""

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from app.exchange.calendar_format import Event, calendar_file
from tests.edges.calendar_lines import MOST_OCTETS, content_lines, physical_lines, read

MADE = datetime(2010, 1, 2, tzinfo=UTC)
LETTERS = {"one octet": "x", "two octets": "é", "three octets": "€", "four octets": "𝄞", "escaped": ";"}
FIELDS = ("summary", "description", "place")
NAMES = {"summary": "SUMMARY", "description": "DESCRIPTION", "place": "LOCATION"}


def file_with(field: str, text: str) -> bytes:
    said = {"summary": "Meeting", "description": "Why", "place": "Hall", field: text}
    return calendar_file("A", [Event("p/a", "2010-01-22", said["summary"], said["description"], said["place"])], MADE)


def octets_of(content: bytes, name: str) -> list[int]:
    """Return how long each physical line of a property is."""
    lines = physical_lines(content)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{name}:".encode()))
    end = next(number for number in range(start + 1, len(lines)) if not lines[number].startswith(b" "))
    return [len(line) for line in lines[start:end]]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("octets", "folded"),
    [(74, [74]), (75, [75]), (76, [75, 2]), (149, [75, 75]), (150, [75, 75, 2]), (223, [75, 75, 75])],
)
def test_a_line_is_folded_when_it_is_longer_than_75_octets(field: str, octets: int, folded: list[int]) -> None:
    text = "x" * (octets - len(NAMES[field]) - 1)
    content = file_with(field, text)
    assert octets_of(content, NAMES[field]) == folded
    assert read(content).parts[0].one(NAMES[field]) == text


@pytest.mark.parametrize("sort", LETTERS)
def test_a_letter_at_the_fold_stays_whole_and_the_line_full(sort: str) -> None:
    letter, wrong = LETTERS[sort], []
    for octets in range(MOST_OCTETS - 6, MOST_OCTETS + 3):
        text = "x" * (octets - len("SUMMARY:")) + letter * 60 + "x"
        content = file_with("summary", text)
        if read(content).parts[0].one("SUMMARY") != text:
            wrong.append((octets, "is read as another text"))
        size = len(letter.encode())
        if any(length + size <= MOST_OCTETS for length in octets_of(content, "SUMMARY")[:-1]):
            wrong.append((octets, "is folded before it is full"))
    assert wrong == []


def test_what_begins_with_a_space_after_a_fold_keeps_it() -> None:
    text = "x" * (MOST_OCTETS - len("SUMMARY:")) + " y" + " " * 80 + "z"
    assert read(file_with("summary", text)).parts[0].one("SUMMARY") == text


def test_ids_names_and_addresses_are_folded_like_the_rest() -> None:
    long = "é" * 200
    content = calendar_file(long, [Event(f"p/{long}", "2010-01", "x", address=f"https://example.org/{long}")], MADE)
    calendar = read(content)
    assert (calendar.one("NAME"), calendar.one("X-WR-CALNAME")) == (long, long)
    assert calendar.parts[0].one("UID") == f"p/{long}@partnership-explorer"
    assert calendar.parts[0].one("URL") == f"https://example.org/{long}"


def test_every_calendar_of_the_places_is_read_as_the_standard_says(client: TestClient) -> None:
    places = ("bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham")
    events = 0
    for place in places:
        answer = client.get(f"/calendars/{place}.ics")
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        calendar = read(answer.content)
        assert calendar.name == "VCALENDAR"
        assert {"VERSION", "PRODID"} <= calendar.properties.keys()
        for event in calendar.parts:
            assert event.name == "VEVENT"
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.properties.keys()
            assert all(len(values) == 1 for values in event.properties.values())
        uids = [event.one("UID") for event in calendar.parts]
        assert len(set(uids)) == len(uids)
        events += len(uids)
        assert any(len(line) > MOST_OCTETS for line in content_lines(answer.content)) or not uids
    assert events > 10
