"""Made places leave in open standards and come back: what differs is what the report of the file says that it lacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import pytest
from hypothesis import given

from app.domain.facts import DataSet, Link, Node
from app.exchange.entries.to_facts import checked_entries
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.losses import REPEATED, says
from app.exchange.formats.org_in import entries_of_org
from app.exchange.formats.popolo_in import entries_of_popolo
from app.exchange.formats.public_facts import PublicFacts
from app.exchange.formats.registry import Format
from app.exchange.place_format import PlaceFile
from tests.truth.made_entries import KNOWN, rich_files
from tests.truth.made_places import Entry
from tests.unit.format_cases import public_of
from tests.unit.test_round_trips import MADE, called, of

Read = Callable[[bytes, str], EntriesRead]
LABELS = KNOWN | {"beta/their-page": "Source"}


def place_of(label: str, id_: str) -> str:
    """Return the place of what is elsewhere; sources that are cited are told in full, as those of no place."""
    return id_.partition("/")[0] if "/" in id_ and label != "Source" else ""


STUBS = [Node(label, id_, place_of(label, id_), called(label, id_)) for id_, label in LABELS.items()]
READERS: Mapping[str, Read] = {"popolo": entries_of_popolo, "org-turtle": entries_of_org}
"""JSON-LD is read as Turtle is: tests/unit/test_org_in.py."""


WORDS = {
    "former names as such": ("formerNames", "alternateNames"),
    "numbers with a hyphen in them": ("identifiers",),
}
"""What a report says in words, and the fields that differ for it."""


@dataclass(frozen=True)
class Lacks:
    """What a report says that a file lacks."""

    whole: frozenset[str]
    partly: frozenset[str]
    """Links of which some are lost, or some of what they say."""
    fields: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, format_: Format, place: PublicFacts) -> "Lacks":
        lost = format_.lost(place)
        fields = {(each.kind, field) for each in lost for field in WORDS.get(each.field, (each.field,))}
        return cls(
            frozenset(each.kind for each in lost if not each.field),
            frozenset(each.kind for each in lost if " " in each.field and each.field not in WORDS),
            frozenset(fields),
        )


def kind_of(fact: Node | Link) -> str:
    return fact.label if isinstance(fact, Node) else fact.type


def own(place: PublicFacts) -> dict[tuple[str, Any], Node | Link]:
    """Return the place's own facts by what each is known by: a link by its ends, as ids of links are made anew."""
    found: dict[tuple[str, Any], Node | Link] = {}
    for node in place.facts.nodes:
        if node.place == place.place:
            found[node.label, node.id] = node
    for link in place.facts.links:
        several = (
            it for it in place.facts.links if (it.type, it.from_id, it.to_id) == (link.type, link.from_id, link.to_id)
        )
        number = sorted(several, key=told_apart).index(link)
        found[link.type, (link.from_id, link.to_id, number)] = link
    return found


def told_apart(link: Link) -> str:
    """Return what tells several links between the same two apart in every format."""
    return str([str(link.properties.get(name)) for name in ("role", "label", "since", "until", "cites", "additional")])


def plain(value: object) -> object:
    """Return a value without the order of a list: linked data has none."""
    if isinstance(value, str) and value.startswith("[{"):
        return sorted(map(str, orjson.loads(value)))
    return sorted(map(str, value)) if isinstance(value, list) else value


def came_back(read: EntriesRead) -> PublicFacts:
    """Make facts of what was read: nothing of it is wrong, and nothing was left unread."""
    assert read.problems == []
    assert not read.unread
    checked = checked_entries(read.file, LABELS | {source.id: "Source" for source in read.sources})
    assert [str(problem) for problem in checked.problems] == []
    facts = checked.facts
    sources = [Node("Source", each.id, "", {"title": each.title}) for each in read.sources if each.id not in LABELS]
    return public_of(DataSet([*facts.nodes, *STUBS, *sources], facts.links, facts.places), "alpha")


@pytest.mark.parametrize("name", READERS)
def test_made_places_differ_in_what_the_report_says(name: str) -> None:
    @given(rich_files())
    @MADE
    def comes_back(made: Entry) -> None:
        facts = checked_entries(PlaceFile.model_validate(made), LABELS).facts
        place = public_of(DataSet([*facts.nodes, *STUBS], facts.links, facts.places), "alpha")
        again = came_back(READERS[name](of(name).write(place), "alpha"))
        wrong = differences(place, again, Lacks.of(of(name), place))
        assert not wrong, "\n".join(wrong)

    comes_back()


def differences(place: PublicFacts, again: PublicFacts, lacks: Lacks) -> list[str]:
    """Return what differs though no report says so."""
    before, after = own(place), own(again)
    wrong = [f"{key} came from nowhere" for key in after.keys() - before.keys()]
    for key, fact in before.items():
        kind = kind_of(fact)
        if kind in lacks.whole or (key not in after and kind in lacks.partly):
            continue
        if key not in after:
            wrong.append(f"{key} is gone")
        elif kind not in REPEATED:
            had, has = ({name: it.properties[name] for name in says(it)} for it in (fact, after[key]))
            wrong += [
                f"{key}.{field}: {had.get(field)!r} became {has.get(field)!r}"
                for field in had.keys() | has.keys()
                if plain(had.get(field)) != plain(has.get(field))
                and (kind, field) not in lacks.fields
                and kind not in lacks.partly
            ]
    return wrong
