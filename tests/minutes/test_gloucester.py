"""The minutes of the Gloucester Partnership Executive become the draft that people encoded of them by hand."""

import pytest

from app.exchange.minutes.document import Document
from app.exchange.minutes.finding import found_in
from app.exchange.minutes.finds import Certainty
from app.exchange.minutes.reading import document_in
from tests.minutes.documents import WAYS, blocks_of
from tests.minutes.measuring import HERE, assert_enough, encoded_gloucester, facts_of, in_encoded_words

RAW = (HERE / "gloucester.txt").read_bytes()


def document() -> Document:
    return document_in("gloucester.txt", RAW)


def test_the_text_gives_what_people_encoded_of_it() -> None:
    encoded = encoded_gloucester()
    assert_enough(encoded, in_encoded_words(facts_of(found_in(document())), encoded))


def test_every_find_stands_where_it_says_with_the_line_of_the_file() -> None:
    read = document()
    found = found_in(read)
    lines = RAW.decode().splitlines()
    for find in (*found.people, *found.actions, *found.meetings, *found.reports, found.body, found.date):
        assert find is not None
        at = find.at
        assert read.text[at.start : at.end] == at.text
        assert at.text.split()[0].strip("·") in " ".join(lines[read.line_at(at.start) - 1 :][:3]), at
    assert lines[read.line_at(found.people[0].at.start) - 1].strip() == "Paul James"
    valerie = next(it for it in found.actions if it.owners == ("Valerie Hayllor",))
    assert read.cell_at(valerie.at.start) == 2


def test_what_is_certain_says_so_and_a_year_that_follows_is_explained() -> None:
    found = found_in(document())
    assert {it.certainty for it in found.people} == {Certainty.SURE}
    assert {it.reason for it in found.meetings if not it.is_past} == {"The year follows from the day of the week."}
    assert {it.certainty for it in found.reports} == {Certainty.LIKELY}
    assert any(it.note == "Apology and resignation" for it in found.people)


@pytest.mark.parametrize("way", WAYS)
def test_it_is_the_same_as_a_document_of_each_kind(way: str) -> None:
    encoded = encoded_gloucester()
    read = document_in(f"minutes.{way}", WAYS[way](blocks_of(RAW.decode())))
    assert_enough(encoded, in_encoded_words(facts_of(found_in(read)), encoded))
