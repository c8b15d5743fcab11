"""The Atom feeds of changes: what RFC 4287 asks for, stable, and with names as text."""

import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from app.diagram.text import cleaned
from app.domain import records as r
from app.domain import vocabulary as words
from app.questions.changes.rules import Change
from app.reading.catalogue import Contents
from app.web.pages.feeds import Entry, atom, moment_of
from app.web.shell.atom import ATOM
from tests.unit.diagram_cases import HOSTILE

IN = {"a": ATOM}
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FEEDS = ("/feeds/gloucester.atom", "/feeds/bromley.atom", "/feeds/gloucester/lsp-working-group.atom")


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 -- what this application wrote


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_has_all_that_the_standard_asks_for(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = read(answer.text)
    assert feed.tag == f"{{{ATOM}}}feed"
    for element in (feed, *feed.findall("a:entry", IN)):
        for name in ("id", "title", "updated"):
            found = element.findall(f"a:{name}", IN)
            assert len(found) == 1
            assert found[0].text
        assert DATE.fullmatch(element.findtext("a:updated", "", IN))
        assert element.findtext("a:id", "", IN).startswith("tag:testserver,2026:")
    assert feed.findtext("a:author/a:name", "", IN)
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", IN)}
    assert links["self"] == f"http://testserver{path}"
    assert client.get(str(links["alternate"])).status_code == 200


@pytest.mark.parametrize("path", FEEDS)
def test_entries_are_apart_newest_first_and_lead_to_pages(client: TestClient, path: str) -> None:
    entries = read(client.get(path).text).findall("a:entry", IN)
    assert entries
    ids = [entry.findtext("a:id", "", IN) for entry in entries]
    assert len(set(ids)) == len(ids)
    days = [entry.findtext("a:updated", "", IN) for entry in entries]
    assert days == sorted(days, reverse=True)
    for address in {str(link.get("href")) for entry in entries for link in entry.findall("a:link", IN)}:
        assert client.get(address).status_code == 200, address


def test_a_reader_that_has_the_feed_is_told_so(client: TestClient) -> None:
    first = client.get(FEEDS[0])
    assert first.headers["last-modified"] == "Fri, 22 Jan 2010 00:00:00 GMT"
    again = client.get(FEEDS[0], headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/feeds/nowhere.atom", "/feeds/bromley/nobody.atom"])
def test_there_is_no_feed_of_what_nobody_knows(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def _change(day: str | None, *sources: str) -> Change:
    cites = tuple(r.Citation(source, "p. 1") for source in sources)
    return Change(
        words.ChangeKind.BEGAN, "t/a", "Organization", ("t/a",), day, "A.", cites, words.Certainty.STATED, "t/a"
    )


@pytest.mark.parametrize(
    ("day", "published", "on", "updated"),
    [
        ("2007-03-04", ["2006"], "2020-01-01", "2007-03-04"),
        ("2007-03", ["2006"], "2020-01-01", "2007-03-31"),
        ("2007", [], "2020-01-01", "2007-12-31"),
        ("2007", ["2008-02", "2007-05-01"], "2020-01-01", "2008-02-29"),
        ("2007", ["2010"], "2020-01-01", "2010-12-31"),
        ("2020", ["2020-01-10"], "2020-02-01", "2020-01-10"),  # the year is not over: never a day to come
        ("2020", ["2019"], "2020-02-01", "2020-01-01"),
        ("2030", ["2019-06-01"], "2020-02-01", "2019-06-01"),
        (None, [], "2020-02-01", "1970-01-01"),
    ],
)
def test_no_entry_is_dated_before_it_happened_or_after_today(
    day: str | None, published: list[str], on: str, updated: str
) -> None:
    sources = {text: r.Source(text, text, None, (), text, None, None) for text in published}
    found = moment_of(_change(day, *published), Contents(1, {}, {}, {}, sources), date.fromisoformat(on))
    assert found.date().isoformat() == updated


def test_a_hostile_name_is_only_text() -> None:
    change = Change(
        words.ChangeKind.BEGAN,
        "testing/a",
        "Organization",
        ("testing/a",),
        "2007",
        f"{HOSTILE} is set up.",
        (),
        words.Certainty.STATED,
        "testing/a",
    )
    moment = datetime(2007, 1, 1, tzinfo=UTC)
    written = atom(
        "https://example.org",
        [Entry(change, moment)],
        Contents(1, {}, {}, {}, {}),
        name=HOSTILE,
        id_="testing",
        updated=moment,
    )
    feed = read(written.decode())
    assert feed.findtext("a:entry/a:title", "", IN) == cleaned(f"{HOSTILE} is set up.")
    assert b"<script" not in written


@pytest.mark.parametrize("path", ["/gloucester", "/gloucester/lsp-working-group", "/changes?area=gloucester"])
def test_pages_name_their_feed(client: TestClient, path: str) -> None:
    found = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', client.get(path).text)
    assert found == [f"/feeds{path}.atom" if "?" not in path else "/feeds/gloucester.atom"]


def test_what_is_not_public_is_in_no_feed_and_on_no_page_of_changes(with_secrets: TestClient) -> None:
    for path in ("/feeds/testing.atom", "/changes?area=testing&proposed=1"):
        answer = with_secrets.get(path)
        assert answer.status_code == 200
        assert "hush" not in answer.text.lower().replace("hushed", "")
        assert "Bob" not in answer.text
