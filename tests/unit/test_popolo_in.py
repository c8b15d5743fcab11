"""Popolo JSON comes back: what this project wrote as it was, what others wrote as far as the data format has words for it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.exchange.entries.as_yaml import text_of
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.popolo import popolo
from app.exchange.formats.popolo_in import entries_of_popolo
from app.exchange.place_format import AreasFile, SourcesFile
from app.exchange.yaml_files import read_files
from tests.conftest import SEEDS
from tests.unit.format_cases import place_in

PLACES = [
    *((SEEDS, place) for place in ("bromley", "gloucester", "hammersmith-and-fulham")),
    *((SEEDS / "examples", place) for place in ("carrowmore", "haverley", "marlow-county", "strathcorrie")),
]


def written(read: EntriesRead, folder: Path) -> None:
    """Write what was read as data files; a source that the folder's own file has already is left to that."""
    assert read.problems == []
    (folder / f"{read.file.place}.yaml").write_text(text_of(read.file), "utf-8")
    for name, file in (
        ("areas", AreasFile.model_construct(areas=read.areas)),
        ("sources", SourcesFile.model_construct(sources=read.sources)),
    ):
        if not (folder / f"{name}.yaml").exists():
            (folder / f"{name}.yaml").write_text(text_of(file), "utf-8")


@pytest.mark.parametrize(("folder", "place"), PLACES, ids=[place for _, place in PLACES])
def test_out_and_in_and_out_again_is_the_same(folder: Path, place: str, tmp_path: Path) -> None:
    once = popolo(place_in(folder, place))
    read = entries_of_popolo(once, place)
    assert not read.unread
    for file in folder.glob("*.yaml"):
        if file.stem != place:
            shutil.copy(file, tmp_path)
    written(read, tmp_path)
    assert [str(problem) for problem in read_files([tmp_path]).problems] == []
    first, again = (orjson.loads(each) for each in (once, popolo(place_in(tmp_path, place))))
    # What Popolo cannot hold was lost on the way out, so there is less to tell of the second time.
    lost, less = first["meta"].pop("not_held"), again["meta"].pop("not_held")
    assert set(less) <= {*lost, "Organization.kind"}
    for name in first:
        assert by_id(again[name]) == by_id(first[name]), name


def by_id(said: Any) -> Any:
    """Return what is said by id, since a file has an order of its own; attendees and sources likewise."""
    if isinstance(said, dict):
        return {name: by_id(value) for name, value in said.items()}
    if isinstance(said, list) and said and isinstance(said[0], dict):
        return sorted((by_id(each) for each in said), key=lambda each: str(each.get("id") or each))
    return said


OTHERS: dict[str, Any] = {
    "organizations": [
        {"id": "4f3c", "name": "City Council", "classification": "council", "image": "https://x.example/i.png"},
        {"id": "9a", "name": "Health Board", "classification": "Quango", "parent_id": "4f3c",
         "links": [{"url": "https://board.example"}], "sources": [{"url": "https://board.example/about", "note": "About"}]},
        {"id": "77", "name": "Elders", "other_names": [{"name": "Old Folk", "end_date": "2001"}, {"name": "EL"}]},
    ],
    "persons": [
        {"id": "p1", "name": "Ann Ray", "gender": "female", "email": "ann@example.org"},
        {"id": "p2", "name": "Bob Lee", "honorific_prefix": "Dr"},
    ],
    "posts": [{"id": "s", "label": "Chair", "role": "chairman", "organization_id": "9a"}],
    "memberships": [
        {"person_id": "p1", "organization_id": "9a", "post_id": "s", "start_date": "2009-04", "reason": "elected"},
        {"person_id": "p2", "organization_id": "9a", "on_behalf_of_id": "77", "role": "Member"},
        {"person_id": "p2", "organization_id": "77", "role": "coordinator"},
        {"member": {"id": "77"}, "organization_id": "4f3c"},
    ],
    "events": [{"id": "e", "name": "AGM", "start_date": "2010-01-22T19:00:00Z", "organization_id": "9a",
                "attendees": [{"id": "p1"}]}],
}  # fmt: skip


def test_what_others_wrote_is_read_in_their_own_words(tmp_path: Path) -> None:
    read = entries_of_popolo(orjson.dumps(OTHERS), "town", "The town's data")
    assert not read.unread
    assert read.kept == {
        "organizations.image": 1, "organizations.links": 1, "persons.gender": 1, "persons.email": 1,
        "memberships.reason": 1,
    }  # fmt: skip
    council, board, elders = read.file.organizations
    assert (council.id, council.classification, council.kind) == ("city-council", "council", "formal")
    assert (board.classification, board.classificationNote) == ("other", "Quango")
    assert [(each.scheme, each.value) for each in board.identifiers] == [("popolo", "9a")]
    assert [(each.name, each.until) for each in elders.formerNames] == [("Old Folk", "2001")]
    assert elders.alternateNames == ["EL"]
    chair, seat = read.file.posts
    assert (chair.on, chair.role, chair.holders[0].person, chair.holders[0].since) == (
        "health-board", "chair", "ann-ray", "2009-04",
    )  # fmt: skip
    assert [each.organization for each in seat.onBehalfOf] == ["elders"]
    assert [(each.organization, each.role) for each in read.file.people[1].worksFor] == [("elders", "coordinator")]
    assert [(line.from_, line.type, line.to) for line in read.file.lines] == [
        ("health-board", "sub_group_of", "city-council"), ("elders", "member_of", "city-council"),
    ]  # fmt: skip
    assert [(meeting.date, meeting.label) for meeting in read.file.meetings] == [("2010-01-22", "AGM")]
    assert {source.id: source.url for source in read.file.sources} == {
        "popolo-document": None, "board-example-about": "https://board.example/about",
    }  # fmt: skip
    (tmp_path / "areas.yaml").write_text("areas: [{id: town, name: Town}]")
    (tmp_path / "town.yaml").write_text(text_of(read.file), "utf-8")
    assert [str(problem) for problem in read_files([tmp_path]).problems] == []
    given_back(orjson.loads(popolo(place_in(tmp_path, "town"))))


def given_back(document: dict[str, Any]) -> None:
    """See that what had no field here is in the document that leaves, as it came."""
    by_name = {each["name"]: each for name in ("persons", "organizations") for each in document[name]}
    ann, bob = by_name["Ann Ray"], by_name["Bob Lee"]
    assert (ann["gender"], ann["email"]) == ("female", "ann@example.org")
    assert [each["identifiers"] for each in (ann, bob)] == [
        [{"scheme": "popolo", "identifier": id_}] for id_ in ("p1", "p2")
    ]
    assert by_name["City Council"]["image"] == "https://x.example/i.png"
    assert by_name["Health Board"]["links"] == [{"url": "https://board.example"}]
    assert by_name["Health Board"]["id"] == "town/health-board"
    assert [each["reason"] for each in document["memberships"] if "reason" in each] == ["elected"]


def test_what_is_too_much_to_keep_is_told_and_left_out() -> None:
    links = [{"url": f"https://a.example/{number}"} for number in range(200)]
    body = {"id": "1", "name": "A", "classification": "council", "links": links}
    read = entries_of_popolo(orjson.dumps({"organizations": [body]}), "town")
    assert (read.problems, dict(read.unread), dict(read.kept)) == ([], {"organizations.links": 1}, {})
    assert read.file.organizations[0].additional is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The document is no JSON"),
        (b'{"persons": [', "The document is no JSON: "),
        (b"[]", "The document is no Popolo: expected an object with lists"),
        (b'{"persons": {}}', "The document is no Popolo"),
        (b'{"persons": [], "posts": {}}', "posts: expected a list."),
        (b'{"persons": [3]}', "persons[1]: expected an object."),
        (b'{"persons": [{"name": "A"}]}', "persons[1].id: expected an id"),
        (b'{"persons": [{"id": "1"}]}', "persons[1]: name: Field required."),
        (b'{"persons": [{"id": "1", "name": "A"}, {"id": "1", "name": "B"}]}', "persons[2].id: found '1'; expected each"),
        (b'{"organizations": [{"id": "1", "name": "A", "founding_date": "May"}]}', "organizations[1]: founded: "),
        (b'{"memberships": [{"person_id": "1", "organization_id": "2"}]}', "memberships[1].person_id: found '1'; expected"),
        (b'{"posts": [{"id": "1", "label": "A", "organization_id": "9"}]}', "posts[1].organization_id: found '9'; expected"),
        (b" " * 5_000_001, "The document has 5.0 MB: at most 5 are read."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_where_and_what_would_be_right(content: bytes, says: str) -> None:
    problems = entries_of_popolo(content, "town").problems
    assert problems
    assert any(problem.startswith(says) for problem in problems), problems


ODD: tuple[Any, ...] = (None, 5, [], [[]], [{}], {}, "", "\x07", "http://[", "2009-13")


def spots(said: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Go through every spot of a document."""
    inside = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from spots(value, (*path, key))


def test_whatever_stands_anywhere_is_read_or_told() -> None:
    tried, told = 0, 0
    for path in spots(OTHERS):
        for value in ODD:
            document = orjson.loads(orjson.dumps(OTHERS))
            at = document
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = value
            read = entries_of_popolo(orjson.dumps(document), "town")
            tried, told = tried + 1, told + bool(read.problems)
            assert read.problems or text_of(read.file)
    assert tried > 500
    assert 100 < told < tried
