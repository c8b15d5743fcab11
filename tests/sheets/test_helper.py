"""A large sheet is checked by two processes: what comes of it is what one makes of it, whatever becomes of the second."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import psutil
import pytest

from app.exchange import place_format as form
from app.exchange.entries.listed import entries_in
from app.exchange.reading import Reading
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.cells import Row, Sheet, nobody_counts
from app.exchange.sheets.checking import checked_sheet
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.helper import WORTH_IT, Helper, helped
from app.exchange.sheets.parts import Around, Part, part_of, take
from app.exchange.sheets.read import read_over
from app.exchange.yaml_files import Checked
from app.exchange.yaml_text import Document
from tests.sheets.drafts import NOTHING

ROWS = 120
PART = 40
"""Entries that the second process has at once: of so few rows it has the last two thirds."""
HEADINGS = ["Board", "Seat", "Held by", "Organisation", "Speaks for", "Vote", "From", "Deputy", "Notes", "Source"]
KNOWN = {"bromley": "Area", "camden": "Area", "council-papers": "Source", "camden/cvs": "Organization"}


def _name(number: int) -> str:
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
    return f"An{letters} Lee{letters[::-1]}"


def _rows() -> list[list[str]]:
    said = []
    for number in range(ROWS):
        group, deputy = ("Age UK" if number % 4 == 0 else ""), (_name(9_000 + number) if number % 9 == 0 else "")
        works = "Riverside Trust" if number % 6 == 0 else ""
        row = [f"Board {'abcdefghi'[number // 20]} Forum", f"Member {number}", _name(number), works, group, "yes"]
        said.append([*row, "2024-04-01", deputy, f"Note {number}", "Minutes of May" if number % 5 == 0 else ""])
    return said


def _with(**changed: tuple[int, str]) -> list[list[str]]:
    """Write the rows with one cell of a column changed: `seat=(40, "x")`."""
    rows, columns = _rows(), {word.split()[0].lower(): at for at, word in enumerate(HEADINGS)}
    for column, (number, text) in changed.items():
        rows[number][columns[column]] = text
    return rows


SHEETS: dict[str, list[list[str]]] = {
    "plain": _rows(),
    "too long a seat": _with(seat=(40, "x" * 400)),
    "too long a note at the end": _with(notes=(ROWS - 1, "x" * 4_000), seat=(ROWS - 1, "y" * 350)),
    "a date far ahead": _with(**{"from": (60, "2199")}),
    "a vacant seat": _with(held=(70, "Vacant")),
    "somebody twice": _with(held=(90, _name(3))),
    "a day after the end": [
        [*row[:6], "from 2024 to 2020", *row[7:]] if row[1] == "Member 50" else row for row in _rows()
    ],
    "an accent and two holders": _with(held=(55, "Renée Öz and Al Fox")),
    "two blanks": _with(notes=(100, "one  two\nthree")),
    "a title in a name": _with(held=(80, "Smith Cllr Jo")),
    "no letters": _with(held=(63, "12 34")),
    "a body elsewhere": _with(speaks=(65, "camden/cvs")),
    "a shared source": [[*row[:-1], "council-papers"] for row in _rows()],
    "few": _rows()[:3],
}


@pytest.fixture(scope="module")
def helper() -> Iterator[Helper]:
    one = Helper(PART)
    yield one
    one.close()


def _read(rows: Sequence[Sequence[str]], on: form.PlaceFile | None = None) -> Draft:
    texts = [tuple(HEADINGS), *map(tuple, rows)]
    sheet = Sheet("Seats", tuple(Row(number, each) for number, each in enumerate(texts, 1)))
    beside = Beside(keep=True) if on else Beside()
    return read_over("a.xlsx", [sheet], entries_in(on) if on else NOTHING, KNOWN, [], beside).draft


def _checked(
    rows: Sequence[Sequence[str]],
    helper: Helper | None,
    *,
    on: form.PlaceFile | None = None,
    recorded: dict[str, str] | None = None,
    most: int = 100_000,
    step: Callable[[int, int], None] = nobody_counts,
) -> Checked:
    draft = _read(rows, on)
    areas = [form.Area(id="bromley", name="Bromley")]
    return checked_sheet(
        "a.xlsx", draft.place_file, draft.spots, KNOWN, [], most=most, areas=areas, recorded=recorded, step=step,
        helper=helper,
    )  # fmt: skip


def _said(checked: Checked) -> list[str]:
    """Write all that a check says, in its order."""
    facts = checked.facts
    return [*map(repr, [*facts.all(), facts.places, checked.problems, checked.more, checked.stopped, checked.doubts])]


@pytest.mark.parametrize("what", SHEETS)
@pytest.mark.parametrize("recorded", [None, {}, {"bromley/anaaab-leebaaa": "Person", "camden/x": "Person"}])
def test_two_processes_make_of_a_sheet_what_one_does(
    helper: Helper, what: str, recorded: dict[str, str] | None
) -> None:
    alone = _said(_checked(SHEETS[what], None, recorded=recorded))
    assert _said(_checked(SHEETS[what], helper, recorded=recorded)) == alone


@pytest.mark.parametrize("what", SHEETS)
def test_they_do_over_what_is_recorded(helper: Helper, what: str) -> None:
    on = _read(SHEETS["plain"]).place_file
    recorded = {entry.address.id: "Post" for entry in entries_in(on).all}
    alone = _said(_checked(SHEETS[what], None, on=on, recorded=recorded))
    assert _said(_checked(SHEETS[what], helper, on=on, recorded=recorded)) == alone


@pytest.mark.parametrize("most", [1, 100, 300, 500, 700])
def test_what_is_too_much_is_so_for_both(helper: Helper, most: int) -> None:
    assert _said(_checked(SHEETS["plain"], helper, most=most)) == _said(_checked(SHEETS["plain"], None, most=most))


def test_much_of_a_sheet_is_checked_by_the_second(helper: Helper) -> None:
    taken, before = list[int](), helper.answered
    _checked(SHEETS["plain"], helper, step=lambda done, whole: taken.append(done))
    assert helper.answered >= before + 4


def _kill_when_asked(helper: Helper) -> None:
    while helper.asked < 2:
        time.sleep(0.01)
    os.kill(helper.pid, signal.SIGKILL)


@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_one_that_is_killed_costs_nothing_but_time(when: str) -> None:
    alone, one = _said(_checked(SHEETS["plain"], None)), Helper(PART)
    try:
        if when == "before":
            os.kill(one.pid, signal.SIGKILL)
        else:
            os.kill(one.pid, signal.SIGSTOP)  # so that nothing is answered before it goes
            threading.Thread(target=_kill_when_asked, args=(one,), daemon=True).start()
        assert _said(_checked(SHEETS["plain"], one)) == alone
    finally:
        one.close()


def test_each_entry_is_counted_once_whoever_checks_it(helper: Helper) -> None:
    rows, told, alone = _rows() * 1, list[tuple[int, int]](), list[tuple[int, int]]()
    rows = [
        [row[0], f"{row[1]} {turn}", f"{row[2]} {'abcdefghij'[turn]}", *row[3:]] for turn in range(10) for row in rows
    ]
    _checked(rows, helper, step=lambda done, whole: told.append((done, whole)))
    _checked(rows, None, step=lambda done, whole: alone.append((done, whole)))
    assert len(told) > 1
    assert told == alone


def test_the_second_ends_with_its_work() -> None:
    with helped(WORTH_IT) as one:
        pid = one.pid if one else 0
    assert not pid or not psutil.pid_exists(pid)


def test_a_small_sheet_has_no_second() -> None:
    with helped(WORTH_IT - 1) as one:
        assert one is None


def test_a_part_is_taken_once_and_only_where_there_is_room() -> None:
    posts = _read(SHEETS["plain"]).place_file.posts[:5]
    labels = {
        f"bromley/{id_}": "Organization"
        for post in posts
        for id_ in [post.on, *(it.organization for it in post.onBehalfOf)]
    }
    labels |= {f"bromley/{it.person}": "Person" for post in posts for it in post.holders}
    labels |= {"bromley/a-xlsx": "Source", "bromley/minutes-of-may": "Source"}
    around = Around("posts", "bromley", date(2026, 1, 1), True, labels, frozenset({"a-xlsx", "minutes-of-may"}), None)
    part = part_of(around, 10, posts)
    assert isinstance(part, Part)
    assert [path[:2] for path in part.spots.values()] == [("posts", number) for number in range(10, 15)]
    count = len(part.nodes) + len(part.links)
    for most, fits in ((count - 1, False), (count, True)):
        reading, document = Reading(most), Document("a.xlsx")
        assert take(reading, document, part) is fits
        assert len(reading.facts) == (count if fits else 0)
    reading.most *= 3
    assert not take(reading, document, part)
    reading.spots.clear()
    assert not take(reading, document, part)
    assert len(reading.facts) == count
    assert part_of(replace(around, labels={}), 10, posts) is None
