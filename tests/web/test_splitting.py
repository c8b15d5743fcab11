"""One body becomes two: by the form on a page, and by a command; and each is taken back as one change."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from app.settings import Settings
from tests.accounts import Browser
from tests.commands import in_process
from tests.sites import Sites
from tests.web.test_editing import said, shown, signed_in, written

PLACE = """
place: testham
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
  - {id: trust, name: Trust, classification: charity, kind: formal, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, worksFor: [{organization: board, role: officer}], cites: "minutes, 1"}
  - {id: bob, name: Bob Lee, cites: "minutes, 1"}
posts:
  - {id: chair, on: board, role: chair, holders: {person: ann, since: 2007}, cites: "minutes, 1"}
  - {id: seat, on: board, holders: {person: bob, since: 2008}, onBehalfOf: trust, cites: "minutes, 1"}
lines:
  - {id: fed, from: trust, type: feeds_into, to: board, cites: "minutes, 1"}
meetings:
  - {id: met, organization: board, date: 2009-03, attendance: [{person: bob, as: present}], cites: "minutes, 1"}
"""
BOARD = "organization/testham/board"
ALL = dict.fromkeys(("post_seat", "line_fed", "person_ann", "meeting_met"), "on")
OTHER = {"name": "Carers' Board", "sort": "forum", "source": "minutes", "source_where": "item 4"}
SEEN = """{ organization(id: "testham/carers-board") { name posts(on: "2012-01-01") { id holders(on: "2012-01-01") {
  holder { ... on Person { name } } } } lines(on: "2012-01-01") { type from { name } } people(on: "2012-01-01") { name }
  meetings { edges { node { id } } } } }"""


@pytest.fixture
def running(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Settings]]:
    """Return a site with a small place."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(PLACE)
    with sites.over(seeds) as (client, settings):
        yield client, settings


def seen(site: TestClient) -> Any:
    return site.post("/graphql", json={"query": SEEN}).json()["data"]["organization"]


def told(browser: Browser, page: str) -> str:
    """Return a page without the number of the data's version, by which it is cited."""
    return re.sub(r"version \d+ of the record", "", browser.page(page))


def undo(steward: Browser, leads_to: str) -> None:
    number = leads_to.split("/")[2].partition("?")[0]
    assert steward.post(f"/history/{number}/undo", {"about": ""}, page=f"/history/{number}").status_code == 303


def test_a_form_parts_a_body_on_a_day_or_as_if_it_always_was_two(running: tuple[TestClient, Settings]) -> None:
    site, _ = running
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    pages = ("/testham/board", "/posts/testham/seat", "/people/testham/ann", "/meetings/testham/met")
    before = [told(editor, page) for page in pages]
    assert f"/edit/split/{BOARD}" in editor.get(f"/edit/about/{BOARD}").text
    form = said(editor.get(f"/edit/split/{BOARD}").text)
    assert "member for Trust, Board: Bob Lee" in form
    assert "Trust feeds into Board" in form
    wrong = shown(editor, f"split/{BOARD}", OTHER | ALL | {"how": "became", "name": "trust"})
    assert wrong.status_code == 400
    assert "trust is recorded already" in said(wrong.text)
    divided = written(editor, f"split/{BOARD}", OTHER | ALL | {"how": "became", "since": "2011"})
    found = seen(site)
    assert [post["holders"][0]["holder"]["name"] for post in found["posts"]] == ["Bob Lee"]
    assert found["posts"][0]["id"] != "testham/seat"
    assert {line["from"]["name"] for line in found["lines"]} == {"Board", "Trust"}
    assert [person["name"] for person in found["people"]] == ["Ann Ray"]
    assert [edge["node"]["id"] for edge in found["meetings"]["edges"]] == ["testham/met"]
    assert "2008 to 2011" in said(editor.get("/posts/testham/seat").text)
    undo(editor, divided)
    assert [told(editor, page) for page in pages] == before
    assert seen(site) is None
    mistaken = written(editor, f"split/{BOARD}", OTHER | ALL | {"how": "was"})
    found = seen(site)
    assert [post["id"] for post in found["posts"]] == ["testham/seat"]
    assert [line["from"]["name"] for line in found["lines"]] == ["Trust"]
    assert "2008 to" not in said(editor.get("/posts/testham/seat").text)
    undo(editor, mistaken)
    assert [told(editor, page) for page in pages] == before


def test_a_command_does_the_same_and_says_what_is_wrong(running: tuple[TestClient, Settings]) -> None:
    site, settings = running
    run = commands(settings)
    words = ["split", "testham/board", "Carers' Board", "--sort", "forum"]
    wrong = run(*words, "--cite", "minutes, 4", "--move", "testham/trust")
    assert (wrong.exit_code, "no seat, line, person or meeting with this id" in wrong.output) == (1, True)
    assert run(*words, "--cite", "nothing, 4").exit_code == 1
    unknown = run("split", "testham/nothing", "x", "--cite", "minutes, 4")
    assert (unknown.exit_code, "Traceback" in unknown.output) == (1, False)
    moves = ["--move", "testham/seat", "--move", "fed", "--cite", "minutes, item 4", "--since", "2011"]
    preview = run(*words, *moves, "--preview")
    assert "Nothing was written." in preview.output
    assert seen(site) is None
    done = run(*words, *moves, "--why", "It was divided")
    assert "Board is two: Carers' Board came out of it, 2011" in " ".join(done.output.split())
    assert len(seen(site)["posts"]) == 1


def commands(settings: Settings) -> Callable[..., Any]:
    """Return what runs a command over the site's database."""
    kept = {"PARTNERSHIPS_DATA_DIR": str(settings.data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
    kept |= {"PARTNERSHIPS_SEEDS_DIR": str(settings.seeds_dir)}
    return lambda *words: in_process(words, kept)
