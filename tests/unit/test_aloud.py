"""What is listened for when pages are read aloud is heard, and what is right is let pass."""

import pytest

from tests.aloud import FAULTS, faults, spoken

WRONG = {
    "one of several": ("1 problems were found", "One bodies", "There is one seats"),
    "several that is": ("2 seats is vacant", "No gaps has been found", "21 bodies was there"),
    "one that are": ("One gap are left", "one seat have a vote"),
    "a day with the preposition of a month": ("As recorded in 22 January 2010, it is",),
    "a month or year with the preposition of a day": ("It ended on January 2010", "It ended on 2010"),
    "a date as files write it": ("vacant since 2010-01-22", "ended in 2010-01"),
    "a local authority with an article": ("the Clare County Council has one seat",),
    "two articles": ("on the the Board", "a the Board", "the an Executive"),
    "the wrong article": ("a executive", "an board"),
    "a time in days that are years": ("2981 days late",),
    "stops apart from their word": ("A , b", "The end .", "The end..", "a,, b"),
    "a word of files, not of readers": (
        "As at January 2008",
        "a constituency",
        "Recorded as none",
        "with proposals",
        "Report-back slip",
    ),
    "a name in machine form": ("a co_opted member",),
}
RIGHT = (
    "One seat is vacant, and 2 are not taken up.",
    "No body is recorded; 21 bodies are.",
    "one of the 3 members' seats recorded is",
    "As recorded in January 2010, it ended on 22 January 2010.",
    "the Gloucester City Council Cabinet and Clare County Council",
    "a unit, a university, an honorary secretary, a one-off group, an executive",
    "over 8 years late, within 180 days",
    "2008, 2008-01 or 2008-01-31",
)


def test_every_fault_has_its_examples() -> None:
    assert set(WRONG) == set(FAULTS)


@pytest.mark.parametrize(("what", "line"), [(what, line) for what, lines in WRONG.items() for line in lines])
def test_what_nobody_would_say_is_heard(what: str, line: str) -> None:
    assert f"{what}: {line}" in faults([line])


@pytest.mark.parametrize("line", RIGHT)
def test_what_people_say_is_let_pass(line: str) -> None:
    assert faults([line]) == []


def test_a_page_is_read_line_by_line_without_its_pictures() -> None:
    page = "<title>One</title><p>Two <b>three</b>\n four</p><svg><text>1 bodies</text></svg><li>five &amp; six</li>"
    assert spoken(page) == ["One", "Two three four", "five & six"]
