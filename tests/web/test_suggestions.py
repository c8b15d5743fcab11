"""What readers say is wrong: it waits for the editors of its place, nothing of it is public, the sender reads the answer."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Account, Grant, Role
from app.store.database import Transaction
from app.store.queries import parse_query
from app.suggestions import box
from app.web.pages.suggestions import A_NETWORK, page_within, place_of
from tests.accounts import Browser
from tests.sites import Sites

SAID = "Tina Tully left the board in March."
ABOUT = "/testham/board?on=2009"
CLEAR = parse_query(
    "clear_suggestions",
    "// Empty the box.\n// Parameters: none.\n// Columns: removed.\nMATCH (s:Suggestion) DELETE s RETURN count(*) AS removed",
)


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site with two places, of which one has a body."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Other}]")
    (seeds / "testham.yaml").write_text(
        "place: testham\nsources: [{id: minutes, title: Minutes}]\norganizations:\n"
        "  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: 'minutes, 1'}\n"
    )
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture
def browser(site: TestClient) -> Iterator[Browser]:
    """Return a browser on it; what a test sent is gone afterwards, and so are its accounts."""
    browser = Browser(site)
    yield browser

    async def clear(transaction: Transaction) -> None:
        await transaction._run(CLEAR, {})
        for row in await transaction.read("list_accounts"):
            await transaction.write("delete_keys_of_account", account=row.id)
            await transaction.write("delete_account", account=row.id)

    browser.write(clear)


def send(browser: Browser, said: str = SAID, **more: str) -> Any:
    fields = {"about": ABOUT, "said": said, "source": "minutes of 3 March"} | more
    return browser.post("/suggestions/new", fields)


def editor(browser: Browser, place: str = "testham", login: str = "ada") -> Account:
    """Sign somebody in who may write in a place."""
    account = browser.account(login, Grant(Role.EDITOR, place))
    assert browser.sign_in(login).status_code == 303
    return account


def waiting(browser: Browser) -> list[str]:
    """Return the ids of what waits for whoever is signed in."""
    return re.findall(r'name="suggestion" value="(\w+)"', browser.get("/suggestions").text)


def decide(browser: Browser, id_: str, decision: str, answer: str = "") -> Any:
    return browser.post("/suggestions", {"suggestion": id_, "decision": decision, "answer": answer})


def test_every_page_leads_to_the_form_which_names_the_page(browser: Browser) -> None:
    link = re.search(r'href="([^"]+)"[^>]*>Tell us what is wrong on this page<', browser.get(ABOUT).text)
    assert link
    assert link[1] == f"/suggestions/new?about={quote(ABOUT, safe='')}"
    assert f'About the page <a href="{ABOUT}">' in browser.get(link[1]).text


def test_what_was_sent_waits_for_an_editor_whose_answer_the_sender_reads(browser: Browser) -> None:
    link = send(browser).headers["location"]
    assert SAID in (mine := browser.get(link).text)
    assert "It waits for whoever keeps the record" in mine
    editor(browser)
    page = browser.get("/suggestions").text
    assert f'<a href="{ABOUT}">' in page
    assert "minutes of 3 March" in page
    (id_,) = waiting(browser)
    assert decide(browser, id_, "accept", "Thank you, the minutes say so.").status_code == 303
    assert waiting(browser) == []
    assert "Accepted by Name of ada" in browser.get("/suggestions").text
    browser.client.cookies.clear()
    mine = browser.get(link).text
    assert "Thank you: it has been seen to" in mine
    assert "Thank you, the minutes say so." in mine
    assert "Name of ada" not in mine


def test_declining_needs_a_reason_and_keeps_what_was_typed(browser: Browser) -> None:
    link = send(browser).headers["location"]
    editor(browser)
    (id_,) = waiting(browser)
    answer = decide(browser, id_, "decline", " ")
    assert answer.status_code == 400
    assert "Say why not" in answer.text
    assert waiting(browser) == [id_]
    assert decide(browser, id_, "decline", "She came in April.").status_code == 303
    assert "She came in April." in browser.get(link).text


def test_only_the_first_of_two_editors_decides(browser: Browser) -> None:
    send(browser)
    editor(browser)
    (id_,) = waiting(browser)
    decide(browser, id_, "accept")
    again = decide(browser, id_, "decline", "my reason")
    assert again.status_code == 400
    assert "Name of ada has accepted it already" in again.text


@pytest.mark.parametrize(
    ("about", "place", "sees"),
    [
        (ABOUT, "testham", True),
        (ABOUT, "other", False),
        (ABOUT, "", True),
        ("/people/testham/ann", "testham", True),
        ("/people/testham/ann", "other", False),
        ("/who?of=testham/board", "other", False),
        ("/glossary", "other", True),  # of no place: for all who may write
    ],
)
def test_editors_see_what_is_about_their_places(browser: Browser, about: str, place: str, sees: bool) -> None:
    send(browser, about=about)
    editor(browser, place)
    assert bool(waiting(browser)) == sees
    if not sees:
        (kept,) = browser.write(_all)
        assert decide(browser, kept.id, "accept").status_code == 403
        assert browser.write(_all)[0].state == "waiting"


async def _all(transaction: Transaction) -> list[Any]:
    return await transaction.read("list_suggestions", most=9, limit=9)


def test_a_member_sees_no_suggestions(browser: Browser) -> None:
    send(browser)
    browser.account("mia", Grant(Role.MEMBER, "testham"))
    browser.sign_in("mia")
    assert browser.get("/suggestions").status_code == 403
    assert "/suggestions" not in re.findall(r'href="(/suggestions)"', browser.get("/account").text)
    assert decide_without_page(browser).status_code == 403


def decide_without_page(browser: Browser) -> Any:
    (kept,) = browser.write(_all)
    return browser.post("/suggestions", {"suggestion": kept.id, "decision": "accept"}, page="/account")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"said": " short\u200b "}, "in a sentence or two"),
        ({"said": "x" * 2_001}, "has 2,001 letters"),
        ({"source": "x" * 501}, "has 501 letters"),
        ({"website": "https://spam.example"}, "Leave the field"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_typed_is_lost(
    browser: Browser, fields: dict[str, str], said: str
) -> None:
    answer = browser.post("/suggestions/new", {"about": ABOUT, "said": SAID, "source": "minutes"} | fields)
    assert answer.status_code == 400
    assert said in answer.text
    for name, typed in ({"said": SAID, "source": "minutes"} | fields).items():
        assert name == "website" or typed in answer.text
    assert browser.write(_all) == []


def test_one_network_sends_a_few_at_a_time(browser: Browser) -> None:
    answers = [send(browser, f"{SAID} {number}") for number in range(A_NETWORK + 1)]
    assert [answer.status_code for answer in answers] == [303] * A_NETWORK + [429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert f"{SAID} {A_NETWORK}" in answers[-1].text
    assert len(browser.write(_all)) == A_NETWORK


def test_when_too_many_wait_none_is_taken(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "MOST_WAITING", 1)
    assert send(browser).status_code == 303
    refused = send(browser)
    assert refused.status_code == 400
    assert "another day" in refused.text


def test_no_script_runs_and_nothing_else_is_set(browser: Browser) -> None:
    evil = '<script>alert(1)</script> "quoted" \u202e turned'
    link = send(browser, evil, source=evil, state="accepted", by="mallory", place="other").headers["location"]
    editor(browser)
    (kept,) = browser.write(_all)
    assert (kept.state, kept.by, kept.in_place) == ("waiting", None, "testham")
    for page in (browser.get(link), browser.get("/suggestions")):
        assert "<script>alert" not in page.text
        assert "\u202e" not in page.text
        assert "&lt;script&gt;" in page.text


def test_a_form_of_another_site_is_refused(browser: Browser) -> None:
    refused = browser.post(
        "/suggestions/new", {"said": SAID}, headers={"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    )
    assert refused.status_code == 403
    assert browser.write(_all) == []


def test_a_link_that_leads_nowhere_is_said(browser: Browser) -> None:
    assert browser.get("/suggestions/sent/nonsense").status_code == 404
    assert browser.get(f"/suggestions/sent/{'x' * 500}").status_code == 404


def test_only_pages_of_the_site_are_named() -> None:
    assert page_within("/testham/board?on=2009") == "/testham/board?on=2009"
    for text in ("//evil.example", "https://evil.example", "/\\evil", "javascript:alert(1)", "/sign-out", "/x" * 300):
        assert page_within(text) == ""


@pytest.mark.parametrize(
    ("about", "place"),
    [
        ("/testham", "testham"),
        ("/testham/board", "testham"),
        ("/posts/testham/seat", "testham"),
        ("/diagrams/testham.html", "testham"),
        ("/gaps?area=testham", "testham"),
        ("/who?on=2009&of=testham/board", "testham"),
        ("/search?q=testham", ""),
        ("/nowhere/board", ""),
        ("/people", ""),
        ("", ""),
    ],
)
def test_the_place_is_read_from_the_address(about: str, place: str) -> None:
    assert place_of(about, ["testham", "other"]) == place
