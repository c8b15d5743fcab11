"""Joining two entries on the site: which pairs may be one, both side by side, what is written, and taking it back."""

import html
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from tests.accounts import HTML, Browser
from tests.sites import Sites
from tests.web.test_editing import signed_in, unseen

PLACE = """
place: testham
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, purpose: Short, cites: "minutes, 1"}
  - {id: council, name: Council on Agein, classification: forum, kind: collaboration, purpose: Longer words, cites: "minutes, 2"}
  - {id: zhidden, name: Zcouncil on Ageing, classification: forum, kind: collaboration, access: confidential, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, cites: "minutes, 1"}
  - {id: cllr-ann, name: Cllr Ann Ray, cites: "minutes, 2"}
  - {id: zann, name: Ann Ray, access: confidential, cites: "minutes, 2"}
posts:
  - {id: chair, on: council, role: chair, holders: [cllr-ann], cites: "minutes, 2"}
  - {id: member, on: board, holders: [ann, cllr-ann], cites: "minutes, 1"}
"""


@pytest.fixture
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site with a small place where some is recorded twice."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Other}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(PLACE)
    with sites.over(seeds) as (client, _):
        yield client


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main")[0])).split())


def test_a_steward_joins_what_is_proposed_and_takes_it_back(site: TestClient) -> None:
    steward = signed_in(site, "sue", Grant(Role.STEWARD, "testham"))
    listed = steward.get("/duplicates?area=testham").text
    # Two of them are with somebody whom only a steward sees.
    assert "4 pairs may be recorded twice in Testham." in words(listed)
    assert "Their names are the same but for a title, signs or accents. Both sit on, or work for, Board." in words(
        listed
    )
    assert "Their names are spelt nearly the same: “Council on Ageing” and “Council on Agein”." in words(listed)
    address = next(each for each in re.findall(r'href="(/edit/merge[^"]+)"', listed) if "council" in each)
    assert html.unescape(address) == "/edit/merge?one=testham%2Fcoa&other=testham%2Fcouncil"
    page = steward.get("/edit/merge?one=testham/coa&other=testham/council").text
    assert 'id="purpose-second" name="take_purpose" value="second" checked' in page
    assert 'id="name-first" name="take_name" value="first" checked' in page
    fields = unseen(page) | {"take_name": "first", "take_purpose": "second", "step": "preview"}
    preview = steward.post("/edit/merge", fields, page="/account").text
    assert "Council on Agein and Council on Ageing are one." in words(preview)
    assert "Council on Ageing: purpose 'Short' -> 'Longer words'" in words(preview)
    assert "Council on Ageing, chair, on: Council on Agein -> Council on Ageing" in words(preview)
    # What was chosen goes with the page, and nothing is written before it is sent again.
    assert steward.get("/testham/council").status_code == 200
    saved = steward.post("/edit/merge", unseen(preview) | {"step": "save", "why": "One body"}, page="/account")
    assert saved.status_code == 303
    change = steward.get(saved.headers["location"]).text
    assert "Council on Agein (testham/council) and Council on Ageing (testham/coa) are one by now." in words(change)
    assert "Longer words" in site.get("/testham/coa", headers=HTML).text
    led = steward.get("/testham/council?on=2010")
    assert (led.status_code, led.headers["location"]) == (308, "/testham/coa?on=2010")
    assert "3 pairs may be recorded twice" in words(steward.get("/duplicates?area=testham").text)
    again = steward.post("/edit/merge", unseen(preview) | {"step": "save"}, page="/account")
    assert again.status_code == 404
    number = saved.headers["location"].split("/")[2].partition("?")[0]
    assert steward.post(f"/history/{number}/undo", {"about": ""}, page=f"/history/{number}").status_code == 303
    assert steward.get("/testham/council").status_code == 200
    assert "4 pairs" in words(steward.get("/duplicates?area=testham").text)


def test_that_two_are_two_is_remembered_and_can_be_forgotten(site: TestClient) -> None:
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    pair = {"one": "testham/ann", "other": "testham/cllr-ann", "area": "testham", "decision": "apart"}
    assert "A steward of the place joins them." in words(editor.get("/duplicates?area=testham").text)
    sent = editor.post("/duplicates", pair, page="/duplicates")
    assert (sent.status_code, sent.headers["location"]) == (303, "/duplicates?area=testham")
    listed = words(editor.get("/duplicates").text)
    assert "1 pair may be recorded twice." in listed
    assert "Known to be two Ann Ray and Cllr Ann Ray Name of eve said on" in listed
    editor.post("/duplicates", pair | {"decision": "forget"}, page="/duplicates")
    assert "2 pairs" in words(editor.get("/duplicates").text)


def test_nobody_else_joins_or_learns_what_is_hidden(site: TestClient) -> None:
    for address in ("/duplicates", "/edit/merge?one=testham/coa&other=testham/council"):
        assert Browser(site).get(address).status_code == 303
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    assert "Zcouncil" not in editor.get("/duplicates").text
    assert "testham/zann" not in editor.get("/duplicates").text
    assert editor.get("/edit/merge?one=testham/coa&other=testham/council").status_code == 403
    said = editor.post("/duplicates", {"one": "testham/coa", "other": "testham/zhidden"}, page="/duplicates")
    unknown = editor.post("/duplicates", {"one": "testham/coa", "other": "testham/nobody"}, page="/duplicates")
    assert (said.status_code, words(said.text)) == (unknown.status_code, words(unknown.text))
    stranger = signed_in(site, "sam", Grant(Role.STEWARD, "other"))
    assert stranger.get("/edit/merge?one=testham/coa&other=testham/zhidden").status_code == 403
    assert stranger.get("/duplicates?area=testham").status_code == 403
    # Joined into something hidden, an entry leads nobody there.
    steward = signed_in(site, "sue", Grant(Role.STEWARD, "testham"))
    page = steward.get("/edit/merge?one=testham/zhidden&other=testham/council").text
    preview = steward.post("/edit/merge", unseen(page) | {"step": "preview"}, page="/account").text
    assert steward.post("/edit/merge", unseen(preview) | {"step": "save"}, page="/account").status_code == 303
    site.cookies.clear()
    for address in ("/testham/council", "/search?q=testham/council", "/who?of=testham/council"):
        came = site.get(address, headers=HTML, follow_redirects=False)
        assert came.status_code in (200, 404)
        assert "zhidden" not in came.text
    asked = {"query": '{ node(id: "testham/council") { id } organization(id: "testham/council") { name } }'}
    assert site.post("/graphql", json=asked).json()["data"] == {"node": None, "organization": None}


def test_the_other_of_two_is_found_by_its_name(site: TestClient) -> None:
    steward = signed_in(site, "sue", Grant(Role.STEWARD, "testham"))
    assert 'href="/edit/merge?one=testham%2Fcoa"' in steward.get("/edit/about/organization/testham/coa").text
    assert "under which other name?" in words(steward.get("/edit/merge?one=testham/coa").text)
    wrong = steward.get("/edit/merge?one=testham/coa&name=Xyzzy")
    assert wrong.status_code == 400
    assert "Nothing else here is called “Xyzzy”." in words(wrong.text)
    found = steward.get("/edit/merge?one=testham/coa&name=Council+on+Agein")
    assert (found.status_code, found.headers["location"]) == (
        303,
        "/edit/merge?one=testham%2Fcouncil&other=testham%2Fcoa",
    )


def test_what_somebody_changed_meanwhile_is_shown_and_nothing_is_lost(site: TestClient) -> None:
    steward = signed_in(site, "sue", Grant(Role.STEWARD, "testham"))
    page = steward.get("/edit/merge?one=testham/coa&other=testham/council").text
    form = steward.get("/edit/correct/organization/testham/coa").text
    given = {"name": "Council on Ageing", "purpose": "Another", "classification": "forum", "kind": "collaboration"}
    preview = steward.post("/edit/correct/organization/testham/coa", unseen(form) | given, page="/account").text
    assert steward.post("/edit/save", unseen(preview), page="/account").status_code == 303
    sent = steward.post("/edit/merge", unseen(page) | {"step": "preview", "take_purpose": "first"}, page="/account")
    assert sent.status_code == 409
    again = steward.post("/edit/merge", unseen(sent.text) | {"step": "change"}, page="/account").text
    assert "Another" in again
    assert 'id="purpose-first" name="take_purpose" value="first" checked' in again


def test_something_gets_another_address_and_the_old_one_leads_there(site: TestClient) -> None:
    steward = signed_in(site, "sue", Grant(Role.STEWARD, "testham"))
    assert 'href="/edit/id?of=testham%2Fcoa"' in steward.get("/edit/about/organization/testham/coa").text
    page = steward.get("/edit/id?of=testham/coa").text
    assert 'value="coa"' in page
    assert steward.get("/edit/id?of=testham/nothing").status_code == 404
    for typed, says in (
        ("coa", "That is its address already."),
        ("Council", "expected lower case with hyphens"),
        ("board", "is something else already"),
        ("<script>x</script>", "cannot be an id"),
        ("../council", "cannot be an id"),
    ):
        wrong = steward.post("/edit/id", unseen(page) | {"id": typed}, page="/account")
        assert (wrong.status_code, says in words(wrong.text)) == (400, True), words(wrong.text)
        assert "<script>x" not in wrong.text
    preview = steward.post("/edit/id", unseen(page) | {"id": "ageing"}, page="/account").text
    assert "Council on Ageing will be at /testham/ageing" in words(preview)
    again = steward.post("/edit/id", unseen(preview) | {"step": "change"}, page="/account").text
    assert 'name="id" type="text" value="ageing"' in again
    saved = steward.post("/edit/id", unseen(preview) | {"step": "save", "why": "A better one"}, page="/account")
    assert saved.status_code == 303
    assert "Given another id" in words(steward.get(saved.headers["location"]).text)
    moved = site.get("/testham/coa", headers=HTML, follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, "/testham/ageing")
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    assert editor.get("/edit/id?of=testham/ageing").status_code == 403
    assert editor.post("/edit/id", unseen(page) | {"id": "x"}, page="/account").status_code == 403
    assert "/edit/id" not in editor.get("/edit/about/organization/testham/ageing").text
