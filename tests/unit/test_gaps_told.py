"""What is said of every planted gap, word for word, with its sources: `tests/unit/told/gaps.txt`.

Each fact has a source of its own, called by the fact's id, so that a source that is lost or taken from another fact is
seen. `python -m tests.unit.test_gaps_told` writes the file anew; read what has changed before you keep it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.records import Citation
from app.questions.gaps.rules import Gap, find_gaps
from tests.unit.gap_cases import Place
from tests.unit.gap_plants import PLANTS, Plant
from tests.unit.gap_turns import TURNS

TOLD = Path(__file__).parent / "told" / "gaps.txt"
EVERY = [*(plant for plants in PLANTS.values() for plant in plants), *TURNS]


def planted(plant: Plant) -> Place:
    """Return a place with a plant in it, and a source of its own for each fact."""
    place = Place(date(2020, 2, 29))
    plant(place)

    def own(fact: Any) -> Any:
        return replace(fact, citations=tuple(Citation(cite.source_id, fact.id) for cite in fact.citations))

    for facts in (place.organizations, place.people, place.posts):
        for id_, fact in facts.items():
            facts[id_] = own(fact)
    for each in (place.behalf, place.appointed, place.fillings, place.holdings, place.lines):
        each[:] = [own(fact) for fact in each]
    place.absences = [replace(each, absence=own(each.absence)) for each in place.absences]
    place.employments = [
        replace(each, affiliation=replace(each.affiliation, citations=(Citation("fresh", each.id),)))
        for each in place.employments
    ]
    return place


def told(gaps: Iterable[Gap]) -> str:
    """Write gaps out in full."""
    return "".join(
        f"{gap.id}\n"
        f"    {gap.subject_type} under {gap.body_id}, {gap.certainty.value}\n"
        f"    {gap.explanation}\n"
        f"    {gap.remedy}\n"
        f"    {'; '.join(f'{cite.source_id}: {cite.locator}' for cite in gap.citations)}\n"
        for gap in gaps
    )


def recorded() -> dict[str, str]:
    """Return what is recorded of each plant."""
    parts = re.split(r"^# ", TOLD.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {name: text.rstrip("\n") for name, _, text in (part.partition("\n") for part in parts)}


@pytest.mark.parametrize("plant", EVERY, ids=lambda plant: plant.__name__)
def test_gaps_are_told_word_for_word(plant: Plant) -> None:
    assert told(find_gaps(planted(plant).standing())).rstrip("\n") == recorded().get(plant.__name__)


def test_nothing_is_recorded_of_what_is_not_planted() -> None:
    assert list(recorded()) == [plant.__name__ for plant in EVERY]


if __name__ == "__main__":
    TOLD.write_text(
        "\n".join(f"# {plant.__name__}\n{told(find_gaps(planted(plant).standing()))}" for plant in EVERY), "utf-8"
    )
