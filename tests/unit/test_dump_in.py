"""A dump says at its end by what a copy of it is checked: what is not all of it, or not as it was, is not read."""

from hashlib import sha256

import pytest

from app.errors import DataRefused
from app.exchange.formats.json_lines import BEGINS, end_of, json_lines
from app.exchange.incoming.dump import dump_in
from app.exchange.incoming.sorts import LINES, sort_of
from tests.conftest import SEEDS
from tests.unit.format_cases import place_in

FACTS = json_lines(place_in(SEEDS / "examples", "haverley"))
LINES_OF_FACTS = FACTS.splitlines(keepends=True)
DUMP = BEGINS + FACTS + end_of(len(LINES_OF_FACTS), sha256(BEGINS + FACTS).hexdigest())


def read(raw: bytes) -> list[str]:
    incoming = LINES.read("copy.jsonl", raw)
    return [place for place, _ in incoming.places]


def test_a_whole_dump_is_read_and_so_are_facts_without_its_first_and_last_line() -> None:
    assert sort_of("whatever", DUMP) is LINES
    assert read(DUMP) == read(DUMP + b"\n\n") == read(FACTS) == ["haverley"]
    assert read(FACTS[:-1]) == ["haverley"]
    assert [place for place, _ in dump_in("copy.jsonl", DUMP.splitlines(keepends=True)).places] == ["haverley"]


STOPS = "the file stops after"
DIFFERS = "the dump is not as it was sent"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (BEGINS, STOPS),
        (BEGINS + LINES_OF_FACTS[0], STOPS),
        (DUMP[: len(DUMP) // 2], STOPS),
        (BEGINS + FACTS, STOPS),
        (DUMP[:-10], DIFFERS),
        (DUMP.replace(b"Haverley", b"Haverlay", 1), DIFFERS),
        (DUMP.replace(b'"said":{', b'"said":{{', 1), DIFFERS),
        (DUMP.replace(LINES_OF_FACTS[-1], b""), DIFFERS),
        (DUMP.replace(LINES_OF_FACTS[-1], LINES_OF_FACTS[-1] * 2), DIFFERS),
        (DUMP + LINES_OF_FACTS[-1], "something stands behind the line that a dump ends with"),
    ],
)
def test_what_is_not_all_of_it_or_not_as_it_was_is_refused(raw: bytes, says: str) -> None:
    with pytest.raises(DataRefused) as refused:
        read(raw)
    (problem,) = refused.value.problems
    assert str(problem).startswith(f"copy.jsonl: dump: {says}"), problem
    assert "fetch it again" in str(problem)


def test_a_line_that_is_no_fact_is_told_where_it_stands_when_all_of_the_dump_is_there() -> None:
    facts = LINES_OF_FACTS[0] + b"nonsense\n"
    raw = BEGINS + facts + end_of(2, sha256(BEGINS + facts).hexdigest())
    with pytest.raises(DataRefused) as refused:
        read(raw)
    assert str(refused.value.problems[0]).startswith("copy.jsonl: line 3: found 'nonsense'; expected a fact")
