"""Calendars as RFC 5545 has them: lines of at most 75 octets, every text escaped, whole days, ids that stay."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from app.exchange.calendar_format import Event, calendar_file, escaped, folded

MADE = datetime(2010, 1, 2, tzinfo=UTC)
HOSTILE = "Ann\r\nEND:VEVENT\nBEGIN:VALARM;x,y\\n\x00\x1b\x85\u2028z"


def unfolded(content: bytes) -> list[str]:
    """Read a file's lines as a calendar program does: joined where a line begins with a space."""
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"n": "\n"}.get(match[1], match[1]), value)


def value_of(lines: list[str], name: str) -> str:
    (found,) = [line.partition(":")[2] for line in lines if line.partition(":")[0].partition(";")[0] == name]
    return found


def event_lines(event: Event) -> list[str]:
    lines = unfolded(calendar_file("A", [event], MADE))
    return lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT")] if "BEGIN:VEVENT" in lines else []


@given(st.text())
@example("é" * 200)
@example("\N{WOMAN}\N{ZERO WIDTH JOINER}" * 60)
def test_no_line_is_longer_than_75_octets_and_none_breaks_a_character(text: str) -> None:
    content = calendar_file("A", [Event("p/a", "2010-01-22", text, text, text)], MADE)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])))
def test_text_comes_back_as_it_was(text: str) -> None:
    lines = event_lines(Event("p/a", "2010-01-22", text))
    assert unescaped(value_of(lines, "SUMMARY")) == text


@given(st.text())
@example(HOSTILE)
def test_no_text_adds_a_line_of_its_own(text: str) -> None:
    plain = len(unfolded(calendar_file("A", [Event("p/a", "2010-01-22", "x", "x", "x", "/x")], MADE)))
    written = unfolded(
        calendar_file(text, [Event("p/a", "2010-01-22", f"x{text}", f"x{text}", f"x{text}", f"/{text}")], MADE)
    )
    assert len(written) == plain
    assert not re.search(r"[\x00-\x1f\x7f]", "".join(written))


def test_separators_and_line_ends_are_escaped() -> None:
    assert escaped("a;b,c\\d\r\ne\rf") == "a\\;b\\,c\\\\d\\ne\\nf"


def test_a_line_of_75_octets_stays_one_line() -> None:
    assert folded("x" * 75) == "x" * 75 + "\r\n"
    assert folded("x" * 76) == "x" * 75 + "\r\n x\r\n"


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2010-01-22", "20100122", "20100123"),
        ("2010-12-31", "20101231", "20110101"),
        ("2010-02", "20100201", "20100301"),
    ],
)
def test_an_event_lasts_whole_days_and_ends_on_the_day_after(when: str, start: str, end: str) -> None:
    lines = event_lines(Event("p/a", when, "Meeting"))
    assert f"DTSTART;VALUE=DATE:{start}" in lines
    assert f"DTEND;VALUE=DATE:{end}" in lines
    assert "TRANSP:TRANSPARENT" in lines


def test_what_is_known_by_its_year_is_no_event() -> None:
    assert event_lines(Event("p/a", "2010", "Meeting")) == []


def test_the_last_day_there_is_has_no_end() -> None:
    assert not [line for line in event_lines(Event("p/a", "9999-12-31", "x")) if line.startswith("DTEND")]


def test_an_id_stays_the_same_whatever_the_event_says() -> None:
    first, second = Event("p/a", "2010-01-22", "Meeting"), Event("p/a", "2011-02", "Another")
    assert value_of(event_lines(first), "UID") == value_of(event_lines(second), "UID") == "p/a@partnership-explorer"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])))
@example("a;b,c\\d\\n")
@example("é" * 200)
def test_another_program_reads_it_as_it_was_meant(text: str) -> None:
    told = [
        Event("p/a", "2010-01-22", text, text, text, "https://example.org/p/a", cancelled=True),
        Event("p/b", "2010-02", "A month"),
    ]
    read = Calendar.from_ical(calendar_file(text, told, MADE))
    day, month = read.walk("VEVENT")
    assert not read.errors
    assert not day.errors
    for name, expected in (("SUMMARY", text), ("DESCRIPTION", text), ("LOCATION", text), ("STATUS", "CANCELLED")):
        assert str(day.get(name, "")) == expected
    assert (str(day["UID"]), str(day["URL"])) == ("p/a@partnership-explorer", "https://example.org/p/a")
    assert (day.decoded("DTSTART"), day.decoded("DTEND")) == (date(2010, 1, 22), date(2010, 1, 23))
    assert (month.decoded("DTSTART"), month.decoded("DTEND")) == (date(2010, 2, 1), date(2010, 3, 1))
    assert day.decoded("DTSTAMP") == MADE
