"""What holds of every open format: it says what it reports that it says, and it is the same each time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from pydantic import ValidationError

from app.domain.facts import DataSet, Link, Node, Value
from app.errors import DataRefused
from app.exchange.formats.losses import REPEATED, Lost, says
from app.exchange.formats.public_facts import PublicFacts
from app.exchange.formats.registry import FORMATS, Format
from app.exchange.formats.yaml_file import yaml_file
from app.exchange.yaml_files import read_files
from tests.unit.entry_cases import AREAS, SOURCES
from tests.unit.format_cases import whole_place

ALL = pytest.mark.parametrize("of", FORMATS, ids=[each.name for each in FORMATS])

_ALL_BUT_WHETHER_PROPOSED = "certainty cites note since until"
PICTURED = dict.fromkeys(
    "ARISING_FROM ASSESSES ATTENDED Action Area Assessment FROM IN_AREA MEETING_OF Meeting OWNED_BY PART_OF"
    " REPORTED_BACK RecordedAbsence SUBJECT Source".split(),
    "",
) | {
    "APPOINTED_BY": f"as {_ALL_BUT_WHETHER_PROPOSED}",
    "FEEDS_INTO": "amount cites",
    "FILLED_BY_HOLDER_OF": _ALL_BUT_WHETHER_PROPOSED,
    "FUNDED_BY": "additional amount amountPer certainty cites label note since until",
    "HOLDS": "additional capacity certainty cites note since termEnds until",
    "ON_BEHALF_OF": _ALL_BUT_WHETHER_PROPOSED,
    "Organization": "additional alternateNames caption certainty chairStatus cites classification classificationNote columnOrder composition constitution"
    " contactDetails count decides dissolved formerNames formerNamesUntil founded fundingNote identifiers kind"
    " meetingFrequency membersNote note paidHours pictured purpose quorum quorumNumber reportBackDays representativesNote"
    " seatsStated sector since status statutoryObservers statutoryRequirement theme themeFixed themeLike themeName until",
    "Person": "additional alternateNames certainty cites formerNames formerNamesUntil honorificPrefix honorificSuffix"
    " note since until",
    "Post": "additional basis certainty cites contactDetails electorate forArea heldAs membership note number numberMax order proposed"
    " reportBack reportBackDays since takenUp termLimit termYears until vacant vacantSince voting; role of those with a"
    " label",
    "WORKS_FOR": "additional certainty cites note role since until",
}
LINKED = dict.fromkeys(
    "APPOINTED_BY ARISING_FROM ASSESSES ATTENDED Action Assessment FEEDS_INTO FILLED_BY_HOLDER_OF FROM FUNDED_BY"
    " MEETING_OF Meeting OWNED_BY REPORTED_BACK RecordedAbsence SUBJECT".split(),
    "",
) | {
    "Area": "classification reportBackDays",
    "HOLDS": "additional capacity certainty termEnds",
    "ON_BEHALF_OF": "certainty cites note since until; of seats that are empty",
    "Organization": "additional caption certainty chairStatus classificationNote columnOrder composition constitution contactDetails count decides"
    " formerNamesUntil fundingNote meetingFrequency membersNote paidHours pictured quorum quorumNumber reportBackDays"
    " representativesNote seatsStated sector since status statutoryObservers statutoryRequirement theme themeFixed themeLike themeName until; former names as such",
    "Person": "additional certainty formerNamesUntil honorificSuffix since until",
    "Post": "additional basis certainty contactDetails electorate heldAs membership number numberMax order proposed reportBack"
    " reportBackDays since takenUp termLimit termYears until vacant vacantSince voting",
    "Source": "kind read",
    "WORKS_FOR": "additional certainty",
}
NOT_HELD: dict[str, dict[str, str]] = {
    "popolo": dict.fromkeys(
        "APPOINTED_BY ARISING_FROM ASSESSES Action Assessment FEEDS_INTO FILLED_BY_HOLDER_OF FROM FUNDED_BY OWNED_BY"
        " REPORTED_BACK RecordedAbsence SUBJECT".split(),
        "",
    )
    | {
        "ATTENDED": "certainty cites deputisingFor for note since until; of bodies, of who was not there, and as what or how often somebody came",
        "Area": "reportBackDays",
        "HOLDS": "certainty note termEnds",
        "IN_AREA": "; beyond a body's first",
        "Meeting": "certainty note quorate since until",
        "ON_BEHALF_OF": "certainty cites note since until; of seats that are empty or for several",
        "Organization": "caption certainty chairStatus classificationNote columnOrder composition constitution count decides fundingNote kind"
        " meetingFrequency membersNote note paidHours pictured quorum quorumNumber reportBackDays representativesNote seatsStated"
        " sector since status statutoryObservers statutoryRequirement theme themeFixed themeLike themeName until",
        "Person": "certainty note since until",
        "Post": "basis certainty electorate heldAs membership note number numberMax order proposed reportBack"
        " reportBackDays takenUp termLimit termYears vacant vacantSince voting",
        "Source": "kind note read",
        "WORKS_FOR": "certainty note",
    },
    "org-turtle": LINKED,
    "org-jsonld": LINKED,
    "yaml": {"Area": "", "PART_OF": "", "Source": "; of all places"},
    "xlsx": {},
    "csv": {},
    "graphml": {},
    "gexf": {},
    "cypher": {},
    "jsonl": {},
    "dot": PICTURED,
    "mermaid": PICTURED,
}
"""By format and kind, what of a place that says everything is not in its file: fields, and after a semicolon, words."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> PublicFacts:
    return whole_place(tmp_path_factory.mktemp("whole"))


@ALL
def test_what_is_not_held_is_exactly_this(of: Format, place: PublicFacts) -> None:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for kind, field, _ in of.lost(place):
        found.setdefault(kind, ([], []))[" " in field].append(field)
    said = {
        kind: "; ".join([" ".join(fields), *(" ".join(words) for _ in words[:1])])
        for kind, (fields, words) in found.items()
    }
    assert said == NOT_HELD[of.name]


@ALL
def test_the_same_facts_are_the_same_bytes(of: Format, place: PublicFacts) -> None:
    assert of.write(place) == of.write(place)


def test_the_data_file_is_loaded_as_what_was_recorded(place: PublicFacts, tmp_path: Path) -> None:
    (tmp_path / "areas.yaml").write_text(AREAS, "utf-8")
    (tmp_path / "sources.yaml").write_text(SOURCES, "utf-8")
    (tmp_path / "wholeham.yaml").write_bytes(yaml_file(place))
    read, had = read_files([tmp_path]), place.facts
    assert not read.problems
    for found, own in ((read.facts.nodes, had.nodes), (read.facts.links, had.links)):
        kept = {fact.id: said_plainly(fact) for fact in found if fact.place}
        assert kept == {fact.id: said_plainly(fact) for fact in own if fact.place}


def test_what_only_a_hidden_source_says_has_a_source_in_the_data_file(tmp_path: Path) -> None:
    place = whole_place(tmp_path)
    (node,) = (node for node in place.facts.nodes if node.id == "wholeham/bob")
    node.properties["cites"] = ""
    (tmp_path / "wholeham.yaml").write_bytes(yaml_file(place))
    read = read_files([tmp_path])
    assert not read.problems
    (bob,) = (node for node in read.facts.nodes if node.id == "wholeham/bob")
    assert bob.properties["cites"] == "wholeham/not-public not public"


def said_plainly(fact: Node | Link) -> object:
    hidden = {"doubts", "closedContactDetails"}
    return {name: value for name, value in fact.properties.items() if value is not None and name not in hidden}


def changes(place: PublicFacts) -> Iterator[tuple[str, str, PublicFacts]]:
    """Go through the place with one thing in it changed, with its kind and its property."""
    facts = place.facts
    for at, node in enumerate(facts.nodes):
        for name in says(node):
            nodes = [*facts.nodes]
            nodes[at] = Node(node.label, node.id, node.place, node.properties | {name: other(node.properties[name])})
            yield node.label, name, with_facts(place, nodes, facts.links)
    for at, link in enumerate(facts.links):
        for name in () if link.type in REPEATED else says(link):
            links: list[Link] = [*facts.links]
            links[at] = replace(link, properties=link.properties | {name: other(link.properties[name])}, _known=None)
            yield link.type, name, with_facts(place, facts.nodes, links)


def with_facts(place: PublicFacts, nodes: list[Node], links: list[Link]) -> PublicFacts:
    return PublicFacts(place.place, place.name, DataSet(nodes, links), place.base, place.version)


def other(value: Value) -> Value:
    """Return another value of the same sort."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case list():
            return [*value[:-1], f"{value[-1]}x"]
        case str() if value.startswith("[{"):
            records: list[dict[str, Any]] = orjson.loads(value)
            field = "value" if "value" in records[0] else "note"
            records[0][field] = f"{records[0][field]}x"
            return orjson.dumps(records).decode()
        case str() if value.startswith('{"'):
            return orjson.dumps(orjson.loads(value) | {"more": 1}).decode()
        case _:
            return f"{value}x"


def without_report(of: Format, place: PublicFacts) -> object:
    """Return a file without what it says of what it lacks."""
    content = of.write(place)
    if of.name != "popolo":
        return content
    said = orjson.loads(content)
    del said["meta"]["not_held"]
    return said


def _differs(of: Format, place: PublicFacts, plain: object) -> bool:
    """Tell whether a file is another, or refuses what it has no word for."""
    try:
        return without_report(of, place) != plain
    except (DataRefused, ValidationError):
        return True


@ALL
def test_the_report_is_true(of: Format, place: PublicFacts) -> None:
    """Whatever changes changes the file, unless the report says that the file does not hold it."""
    lost, plain = of.lost(place), without_report(of, place)
    whole = {each.kind for each in lost if not each.field}
    partly = {each.kind for each in lost if " " in each.field}
    untrue, count = [], 0
    for kind, name, changed in changes(place):
        count += 1
        is_lost = kind in whole or any(each[:2] == (kind, name) for each in (*lost, *of.lost(changed)))
        is_said = _differs(of, changed, plain)
        if is_lost == is_said and not (kind in partly and not is_said):
            untrue.append(f"{kind}.{name}: {'said' if is_said else 'not said'}")
    assert count > 200
    assert untrue == [], untrue


@ALL
def test_every_kind_that_is_not_held_is_counted(of: Format, place: PublicFacts) -> None:
    facts = place.facts
    for kind in {each.kind for each in of.lost(place) if not each.field}:
        nodes = [node for node in facts.nodes if node.label != kind]
        links = [link for link in facts.links if kind not in {link.type, link.from_label, link.to_label}]
        left = of.lost(with_facts(place, nodes, links))
        assert kind not in {each.kind for each in left}
        count = sum(each.label == kind for each in facts.nodes) + sum(each.type == kind for each in facts.links)
        assert Lost(kind, "", count) in of.lost(place)
