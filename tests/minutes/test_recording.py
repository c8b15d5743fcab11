"""Minutes over a real database: what is recorded stays, who is new is proposed, names are never merged silently."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.folding import folded
from app.settings import Settings
from tests.commands import in_process
from tests.minutes.measuring import HERE, Facts, assert_enough, encoded_gloucester, in_encoded_words
from tests.sites import Sites

GLOUCESTER = str(HERE / "gloucester.txt")
PLACE = """place: testham
organizations:
  - {id: board, name: Testham Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
  - {id: other-board, name: Other Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
  - {id: carers, name: Testham Carers, classification: charity, kind: formal, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Lee, cites: "minutes, 1"}
  - {id: jo-ward, name: Jo Ward, cites: "minutes, 1"}
  - {id: jo-ward-2, name: Jo Ward, worksFor: carers, cites: "minutes, 1"}
  - {id: sam, name: Sam Green, cites: "minutes, 1"}
  - {id: sam-2, name: Sam Green, cites: "minutes, 1"}
  - {id: katherine, name: Katherine O'Neill, cites: "minutes, 1"}
posts:
  - {on: board, role: chair, holders: ann, cites: "minutes, 1"}
  - {on: board, onBehalfOf: carers, holders: jo-ward-2, cites: "minutes, 1"}
"""
MINUTES = """Minutes of the meeting of the Testham Board held on Tuesday 3 March 2026 at the Town Hall

Present: Ann Lee (Chair), Jo Ward (Testham Carers), Catherine O'Neill (Age Line), Bea Stone
Apologies: Sam Green

Action: AL to write to the council by 1 April 2026
Action: Sam to find a hall
"""


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Settings]]:
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: empty, name: Empty}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(PLACE)
    (seeds / "minutes.txt").write_text(MINUTES)
    with sites.over(seeds) as found:
        yield found


def command(settings: Settings, *words: str) -> Any:
    return in_process(
        words, {"PARTNERSHIPS_DATA_DIR": str(settings.data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
    )


def asked(settings: Settings, file: str, *options: str) -> Any:
    done = command(settings, "minutes", file, *options, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def entries(told: Any, kind: str) -> list[Any]:
    return [it["says"] for it in told["entries"] if it["kind"] == kind]


@pytest.mark.usefixtures("sites", "client")
def test_the_gloucester_minutes_say_nothing_that_is_not_recorded(settings: Settings) -> None:
    told = asked(settings, GLOUCESTER, "--body", "gloucester/gloucester-partnership-executive")
    assert (told["entries"], told["changes"]) == ([], [])
    assert [it["says"] for it in told["finds"] if not it["taken"]] == []


@pytest.mark.usefixtures("sites", "client")
def test_minutes_that_name_bodies_and_no_people_say_nothing_that_is_not_recorded(settings: Settings) -> None:
    file = str(HERE / "hammersmith.txt")
    told = asked(settings, file, "--body", "hammersmith-and-fulham/third-sector-directors-forum")
    assert told["says"].endswith("met on 9 July 2009: 16 present and 11 apologies.")
    assert (told["entries"], told["changes"]) == ([], [])
    assert [it["kind"] for it in told["finds"] if not it["taken"]] == ["action"]


def test_in_a_place_where_nobody_is_known_they_make_the_encoded_meeting(site: tuple[TestClient, Settings]) -> None:
    told = asked(site[1], GLOUCESTER, "--area", "empty")
    people = {it["id"]: it["name"] for it in entries(told, "person")}
    bodies = {it["id"]: it["name"] for it in entries(told, "organization")}
    names = people | bodies
    met, *others = sorted(entries(told, "meeting"), key=lambda it: "attendance" not in it)
    came = met["attendance"]
    labels = {it["person"]: it["note"].split(";")[0] for it in came if "member" in it.get("note", "").casefold()}
    actions = entries(told, "action")
    found: Facts = {
        "meeting": {("body", folded(names[met["organization"]])), ("date", folded(met["date"]))},
        "people": {(folded(names[it["person"]]),) for it in came},
        "roles": {(folded(names[it["person"]]), it["as"]) for it in came},
        "jobs": {(folded(names[it["person"]]), folded(labels[it["person"]])) for it in came if it["person"] in labels},
        "organizations": {(folded(names[it["person"]]), folded(names[it["for"]])) for it in came},
        "deputies": {
            (folded(names[it["person"]]), folded(names[it["deputisingFor"]])) for it in came if "deputisingFor" in it
        },
        "actions": {(folded(it["text"]), str(it.get("status") == "outstanding"), "") for it in actions},
        "owners": {(folded(it["text"]), folded(names[owner])) for it in actions for owner in it["owners"]},
        "meetings": {(it["date"], folded(it.get("venue", ""))) for it in others},
    }
    encoded = encoded_gloucester()
    assert_enough(encoded, in_encoded_words(found, encoded))
    assert not told["problems"]
    assert [it["title"] for it in entries(told, "source")] == [
        "Gloucester Partnership Executive, minutes of 22 January 2010"
    ]
    assert {it["cites"].rpartition(", line ")[0] for it in entries(told, "person")} == {
        entries(told, "source")[0]["id"]
    }


def test_names_are_matched_to_the_bodys_own_people_and_asked_back_where_unclear(
    site: tuple[TestClient, Settings],
) -> None:
    file = str(site[1].seeds_dir / "minutes.txt")
    told = asked(site[1], file, "--body", "Testham Board")
    names = {it["text"]: it for find in told["finds"] for it in find["names"]}
    assert names["Ann Lee"]["id"] == "ann"
    assert names["Jo Ward"]["id"] == "jo-ward-2"  # two are called so: this one is of the board
    assert (names["Sam Green"]["id"], [it["id"] for it in names["Sam Green"]["candidates"]]) == (None, ["sam", "sam-2"])
    like = names["Catherine O'Neill"]
    assert (like["id"], like["new"], [it["id"] for it in like["candidates"]]) == (None, False, ["katherine"])
    assert (names["Bea Stone"]["new"], names["Age Line"]["new"]) == (True, True)
    left = [it["says"] for it in told["finds"] if not it["taken"]]
    assert len(left) == 3, left  # both who are unclear, and the action of one of them
    came = entries(told, "meeting")[0]["attendance"]
    assert [it["person"] for it in came] == ["ann", "jo-ward-2", "bea-stone"]
    action = entries(told, "action")
    assert [(it["text"], it["owners"], it["due"]) for it in action] == [
        ("Write to the council by 1 April 2026", ["ann"], "2026-04-01")
    ]
    chosen = ["--who", "Sam Green=sam-2", "--who", "Catherine O'Neill=+"]
    told = asked(site[1], file, "--body", "Testham Board", *chosen)
    assert all(it["taken"] for it in told["finds"])
    came = {it["person"]: it["as"] for it in entries(told, "meeting")[0]["attendance"]}
    assert came == {
        "ann": "present",
        "jo-ward-2": "present",
        "catherine-o-neill": "present",
        "bea-stone": "present",
        "sam-2": "apologies",
    }


def test_what_is_applied_is_one_change_and_applied_again_nothing_and_can_be_taken_back(
    site: tuple[TestClient, Settings],
) -> None:
    client, settings = site
    file = str(settings.seeds_dir / "minutes.txt")
    options = ["--body", "testham/board", "--who", "Sam Green=sam", "--who", "Catherine O'Neill=katherine"]
    number = asked(settings, file, *options, "--apply", "--why", "as they sent them")["change"]
    assert number
    page = client.get("/meetings/testham/board--2026-03-03").text
    assert "Bea Stone" in page
    assert "Town Hall" in page
    again = asked(settings, file, *options, "--apply")
    assert (again["change"], again["changes"], again["entries"]) == (None, [], [])
    assert command(settings, "undo", str(number)).exit_code == 0
    assert client.get("/meetings/testham/board--2026-03-03").status_code == 404
    assert asked(settings, file, *options)["changes"]


def test_what_is_wrong_with_what_is_asked_is_said_in_a_sentence(
    site: tuple[TestClient, Settings], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("  \n")
    (tmp_path / "no-day.txt").write_text("Testham Board\n\nPresent: Ann Lee\n")
    for name, options, says in (
        ("gone.txt", ["--area=testham"], "There is no file"),
        ("empty.txt", ["--area=testham"], "empty.txt is empty."),
        ("no-day.txt", [], "Say whose minutes they are"),
        ("no-day.txt", ["--area=testham"], "On which day it met is not known"),
        ("no-day.txt", ["--area=testham", "--who=Ann"], "expected a name of the minutes"),
    ):
        done = command(site[1], "minutes", str(tmp_path / name), *options)
        assert done.exit_code != 0, name
        assert says in done.output.replace("\n", " "), done.output
        assert "Traceback" not in done.output
