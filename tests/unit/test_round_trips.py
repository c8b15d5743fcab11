"""What leaves in a format that holds everything comes back as it was, and leaves again as the same bytes."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from app.domain.facts import DataSet, Node, Value
from app.exchange.entries.to_facts import checked_entries
from app.exchange.formats.public_facts import PublicFacts
from app.exchange.formats.registry import Format, format_named
from app.exchange.incoming.incoming import read_incoming
from app.exchange.incoming.sorts import Sort, sort_of
from app.exchange.limits import MAX_FACTS
from app.exchange.place_format import PlaceFile
from app.exchange.tabled.cells import divided, guarded, joined, unguarded
from tests.conftest import SEEDS
from tests.truth.made_entries import KNOWN, names, notes, rich_files
from tests.truth.made_places import Entry
from tests.unit.format_cases import HOSTILE, place_in, public_of, whole_place
from tests.unit.test_entries import said

WHOLE_FORMATS = ("xlsx", "csv", "yaml", "jsonl")
"""The formats whose files lack nothing, but for what all places share in YAML, which has files of its own for that."""
PLACES = [
    *((SEEDS, place) for place in ("bromley", "gloucester", "hammersmith-and-fulham")),
    *((SEEDS / "examples", place) for place in ("carrowmore", "haverley", "marlow-county", "strathcorrie")),
]
MADE = settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


def of(name: str) -> Format:
    found = format_named(name)
    assert found
    return found


def came_back(raw: bytes, name: str, known: dict[str, Node]) -> DataSet:
    """Read a file, with what it mentions of other places known; it has no problem."""
    sort = sort_of(name, raw)
    assert isinstance(sort, Sort)
    incoming = sort.read(name, raw)
    found = read_incoming(incoming, MAX_FACTS, known, {})
    checked = found.checked({id_: node.label for id_, node in known.items()})
    assert [str(problem) for problem in (*incoming.problems, *checked.problems)] == []
    assert incoming.notes == []
    return checked.facts


def elsewhere(place: PublicFacts, *, shared: bool) -> dict[str, Node]:
    """Return the nodes of other places that a place leads to, and those of no place where a file does not have them."""
    own = {place.place} if shared else {place.place, ""}
    return {node.id: node for node in place.facts.nodes if node.place not in own}


def is_the_same(place: PublicFacts, format_: Format, also: Iterable[Node] = ()) -> None:
    """See that a place that leaves and comes back is the same, and so is its file when it leaves again."""
    once = format_.write(place)
    known = elsewhere(place, shared=format_.name == "yaml") | {node.id: node for node in also if node.place}
    facts = came_back(once, f"{place.place}.{format_.ending}", known)
    assert said(facts, place.place) == said(place.facts, place.place)
    if format_.name != "yaml":
        assert said(facts, "") == said(place.facts, "")
    above = [link for link in place.facts.links if not link.place] if format_.name == "yaml" else []
    whole = DataSet([*facts.nodes, *known.values()], [*facts.links, *above], facts.places)
    assert format_.write(public_of(whole, place.place)) == once


@pytest.mark.parametrize("name", WHOLE_FORMATS)
@pytest.mark.parametrize(("folder", "place"), PLACES, ids=[place for _, place in PLACES])
def test_a_place_comes_back_as_it_was(folder: Path, place: str, name: str) -> None:
    is_the_same(place_in(folder, place), of(name))


@pytest.mark.parametrize("name", WHOLE_FORMATS)
def test_a_place_that_says_everything_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    is_the_same(whole_place(tmp_path), of(name))


def called(label: str, name: str) -> dict[str, Value]:
    return {"title": name, "creators": [], "access": "public"} if label == "Source" else {"name": name}


@cache
def made_files() -> list[Entry]:
    """Draw places, the same for each format: to draw one takes as long as to write and read it."""
    made: list[Entry] = []

    @given(rich_files())
    @MADE
    def keep(file: Entry) -> None:
        made.append(file)

    keep()
    assert len(made) >= 6
    return made


@pytest.mark.parametrize("name", WHOLE_FORMATS)
def test_made_places_come_back_as_they_were(name: str) -> None:
    labels = KNOWN | {"beta/their-page": "Source"}
    stubs = [
        Node(label, id_, id_.partition("/")[0] if "/" in id_ else "", called(label, id_))
        for id_, label in labels.items()
    ]

    for made in made_files():
        facts = checked_entries(PlaceFile.model_validate(made), labels).facts
        is_the_same(public_of(DataSet([*facts.nodes, *stubs], facts.links, facts.places), "alpha"), of(name), stubs)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "=1+1", "'=1+1", "''-x", "+44 20", "-", "@a", "\t=x", "'quoted'", "'", "_x000D_"]
)
def test_a_text_like_a_formula_is_none_in_csv_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


@given(names() | notes())
def test_whatever_stands_in_a_cell_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert divided(joined([text, "another", text])) == [text, "another", text]
