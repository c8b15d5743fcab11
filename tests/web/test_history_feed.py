"""The feed of changes of the record: for whoever may write there, by a session or a token, and nobody else a word."""

from typing import Any
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from app.web.shell.atom import ATOM
from tests.accounts import Browser
from tests.api.programs import Program, editor, site, steward, with_token

__all__ = ["editor", "site", "steward"]
IN = {"a": ATOM}


def entries(answer: Any) -> list[ElementTree.Element]:
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.text).findall("a:entry", IN)  # noqa: S314 -- what this application wrote


def secret_of(program: Program) -> str:
    return program.headers["authorization"].removeprefix("Bearer ")


def test_the_feed_says_what_the_page_says(site: TestClient, editor: Program) -> None:
    made = editor.change(editor.renamed("Big <Board> & Co"), why="It was renamed")
    answer = site.get("/history.atom", headers=editor.headers)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.text)  # noqa: S314 -- what this application wrote
    for element in (feed, *feed.findall("a:entry", IN)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", IN)) == 1, name
    newest = entries(answer)[0]
    number = made["changeSet"]
    assert newest.findtext("a:id", "", IN) == f"tag:testserver,2026:history/{number}"
    assert newest.findtext("a:author/a:name", "", IN) == "Name of eve"
    content = newest.findtext("a:content", "", IN)
    assert all(said in content for said in ("Why: It was renamed", "name 'Board' -> 'Big <Board> & Co'"))
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", IN)}
    assert links == {"self": "http://testserver/history.atom", "alternate": "http://testserver/history"}
    assert newest.find("a:link", IN).get("href") == f"http://testserver/history/{number}"  # type: ignore[union-attr]
    editor.undo(number)
    ids = [entry.findtext("a:id", "", IN) for entry in entries(site.get("/history.atom", headers=editor.headers))]
    assert len(set(ids)) == len(ids) >= 3


def test_a_reader_with_a_token_as_password_or_a_session_reads_it(site: TestClient, editor: Program) -> None:
    by_bearer = site.get("/history.atom?place=testham", headers=editor.headers)
    by_password = site.get("/history.atom?place=testham", auth=("anything", secret_of(editor)))
    assert entries(by_password)
    assert by_bearer.content == by_password.content
    browser = Browser(site)
    browser.account("sally", Grant(Role.EDITOR, "testham"))
    browser.sign_in("sally")
    assert browser.get("/history.atom?place=testham").content == by_bearer.content
    page = browser.get("/history?place=testham").text
    assert page.count('href="/history.atom?place=testham"') == 2
    site.cookies.clear()


def test_whoever_has_the_feed_is_told_so_by_a_strong_tag(site: TestClient, editor: Program) -> None:
    first = site.get("/history.atom", headers=editor.headers)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "private, no-store"
    again = site.get("/history.atom", headers=editor.headers | {"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    made = editor.change(editor.renamed())["changeSet"]
    after = site.get("/history.atom", headers=editor.headers | {"if-none-match": tag})
    assert (after.status_code, after.headers["etag"] == tag) == (200, False)
    editor.undo(made)


@pytest.mark.parametrize("header", ["", "Bearer nonsense", "Basic nonsense", "Basic YTpi", "Basic ", "Digest x"])
def test_whoever_has_no_token_is_asked_for_one_and_told_nothing(site: TestClient, header: str) -> None:
    site.cookies.clear()
    answer = site.get("/history.atom", headers={"authorization": header} if header else {})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic realm=")
    assert "Board" not in answer.text


def test_what_is_confidential_is_in_the_feed_of_stewards_alone(
    site: TestClient, editor: Program, steward: Program
) -> None:
    secret = steward.entry("ORGANIZATION", "testham/secret")
    after = secret["says"] | {"name": "Zsecretname"}
    change = {"kind": "ORGANIZATION", "id": "testham/secret", "before": secret["digest"], "after": after}
    number = steward.change(change, why="Zsecretwhy")["changeSet"]
    of_steward, of_editor = (site.get("/history.atom", headers=it.headers) for it in (steward, editor))
    assert "Zsecretname" in of_steward.text
    assert "Zsecretwhy" in of_steward.text
    assert "Zsecret" not in of_editor.text
    assert f"history/{number}<" in of_editor.text
    steward.undo(number)
    for grant, status in ((Grant(Role.MEMBER, "testham"), 403), (Grant(Role.EDITOR, "other"), 200)):
        program = with_token(site, f"p{status}", grant)
        answer = site.get("/history.atom", headers=program.headers)
        assert answer.status_code == status
        assert "Board" not in answer.text
        assert site.get("/history.atom?place=testham", headers=program.headers).status_code == 403
