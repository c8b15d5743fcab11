"""Signing in and out: by a password or a link; what is wrong is never told apart, and what is tried too often waits."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.accounts import directory, links, log, sessions, tokens
from app.accounts.log import Event
from app.accounts.secrets import digest_of
from app.domain.rights import Grant, Role, may_administer, may_edit
from app.errors import NotSignedIn
from app.reading.explorer import Explorer
from app.store.database import Transaction
from tests.accounts import HTML, PASSWORD, Browser
from tests.sites import Sites

IN_BROMLEY = Grant(Role.EDITOR, "bromley")


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site where nothing is recorded."""
    with sites.over(tmp_path_factory.mktemp("seeds")) as (client, _):
        yield client


@pytest.fixture
def browser(site: TestClient) -> Iterator[Browser]:
    """Return a browser on it; what a test did to accounts is gone afterwards."""
    browser = Browser(site)
    yield browser

    async def clear(transaction: Transaction) -> None:
        for row in await transaction.read("list_accounts"):
            await transaction.write("delete_keys_of_account", account=row.id)
            await transaction.write("delete_account", account=row.id)
        await transaction.write("delete_sign_in_links", account="")
        await transaction.write("delete_audit_entries", before=2**60)

    browser.write(clear)


def log_of(browser: Browser) -> list[str]:
    """Return the log as its page has it, a line an entry, without the times; the reader is an administrator."""
    rows = re.findall(r"<tr>(.*?)</tr>", browser.get("/account/log").text, re.DOTALL)
    return [" ".join(re.findall(r'data-label="Wh(?:o|at)">(.*?)</td>', row)) for row in rows[1:]]


def test_somebody_signs_in_by_a_password_and_out(browser: Browser) -> None:
    browser.account("Ada", IN_BROMLEY)
    answer = browser.sign_in(" ADA ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("partnerships_session="))
    assert re.search(r"; HttpOnly; Max-Age=43200; Path=/; SameSite=lax$", cookie)
    page = browser.get("/account").text
    assert 'Signed in as <a href="/account">Name of Ada</a>' in page
    assert "Editor in bromley" in page
    assert browser.post("/sign-out").headers["location"] == "/sign-out"
    assert "Nobody is signed in" in browser.get("/sign-out").text
    assert browser.get("/account").status_code == 303


def test_a_session_that_was_ended_lets_nobody_in_again(browser: Browser) -> None:
    browser.account("ada")
    browser.sign_in("ada")
    kept = browser.session
    browser.post("/sign-out")
    browser.have(kept)
    assert browser.get("/account").status_code == 303


def test_who_is_signed_out_while_filling_in_a_form_is_led_back_to_its_page(browser: Browser) -> None:
    browser.account("ada")
    browser.sign_in("ada")
    token, kept = browser.form_token("/account"), browser.session
    browser.post("/sign-out")
    browser.have(kept)
    for referer, leads_to in (
        ("http://testserver/account?x=1", "%2Faccount%3Fx%3D1"),
        ("https://elsewhere.example.org/account", "%2Faccount%2Fsessions"),
        ("", "%2Faccount%2Fsessions"),
    ):
        headers = HTML | {"referer": referer}
        answer = browser.client.post(
            "/account/sessions", data={"form_token": token}, headers=headers, follow_redirects=False
        )
        assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={leads_to}")


def test_somebody_is_led_on_to_where_they_were_and_to_no_other_site(browser: Browser) -> None:
    browser.account("ada")
    assert browser.get("/account/log?before=5").headers["location"] == "/sign-in?next=%2Faccount%2Flog%3Fbefore%3D5"
    assert 'name="next" value="/account/log?before=5"' in browser.get("/sign-in?next=/account/log?before=5").text
    assert browser.sign_in("ada", next="/account/log?before=5").headers["location"] == "/account/log?before=5"
    assert browser.get("/sign-in?next=//elsewhere.example.org").headers["location"] == "/account"
    browser.post("/sign-out")
    assert browser.sign_in("ada", next="//elsewhere.example.org").headers["location"] == "/account"
    browser.post("/sign-out")
    assert "elsewhere" not in browser.get("/sign-in?next=https://elsewhere.example.org").text


def test_over_https_no_cookie_goes_another_way(settings: object, sites: Sites, tmp_path: Path) -> None:
    with sites.over(tmp_path, base_url="https://example.org/explorer") as (client, _):
        browser = Browser(client)
        browser.account("ada")
        page = browser.get("/sign-in")
        (name, _, rest) = page.headers["set-cookie"].partition(";")
        assert set(rest.strip().split("; ")) == {"HttpOnly", "Path=/explorer", "SameSite=lax", "Secure"}
        token = re.search(r'name="form_token" value="([^"]+)"', page.text)
        assert token
        sent = {"login": "ada", "password": PASSWORD, "form_token": token[1]}
        headers = HTML | {"cookie": name, "origin": "https://example.org"}
        answer = client.post("/sign-in", data=sent, headers=headers, follow_redirects=False)
        assert answer.headers["location"] == "/explorer/account"
        cookie = next(each for each in answer.headers.get_list("set-cookie") if "_session=" in each)
        assert "; Path=/explorer;" in cookie
        assert "; Secure" in cookie


def test_a_session_has_a_new_secret_whatever_the_browser_had(browser: Browser) -> None:
    """Fixation: whoever plants a cookie in a browser does not know its session."""
    browser.account("ada")
    browser.account("bob")
    browser.have("planted")
    browser.sign_in("ada")
    first = browser.session
    assert first not in {"", "planted"}
    sent = {"login": "bob", "password": PASSWORD, "form_token": browser.form_token("/account")}
    browser.client.post("/sign-in", data=sent, headers=HTML, follow_redirects=False)
    second = browser.session
    assert second not in {"", "planted", first}
    browser.have(first)
    assert browser.get("/account").status_code == 303, "the session before has ended"


def test_a_link_lets_in_once_when_its_button_is_pressed(browser: Browser) -> None:
    link = browser.link(browser.account("ada", IN_BROMLEY, password=""))
    for _ in range(3):
        page = browser.get(link)
        assert page.status_code == 200
        assert page.text.count(link) == 1, "the secret is in the form alone"
    assert browser.session == ""
    assert browser.post(link).headers["location"] == "/account"
    assert "Name of ada" in browser.get("/account").text
    browser.post("/sign-out")
    page = browser.get(link)
    assert page.status_code == 404
    assert "has been used, or is too old" in page.text
    assert browser.post(link, page="/sign-in").status_code == 404
    assert browser.session == ""


def test_links_go_out_of_date_and_the_newest_counts(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    account = browser.account("ada", password="")
    older, newer = browser.link(account), browser.link(account)
    assert browser.get(older).status_code == 404
    later = time.time_ns() // 1_000_000 + links.GOOD_FOR
    monkeypatch.setattr("app.accounts.links.now", lambda: later)
    assert browser.get(newer).status_code == 404
    assert browser.post(newer, page="/sign-in").status_code == 404


def test_sessions_go_out_of_date(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    browser.account("ada")
    browser.sign_in("ada")
    later = time.time_ns() // 1_000_000 + sessions.GOOD_FOR
    monkeypatch.setattr("app.accounts.sessions.now", lambda: later - 60_000)
    assert browser.get("/account").status_code == 200
    monkeypatch.setattr("app.accounts.sessions.now", lambda: later)
    assert browser.get("/account").status_code == 303


def test_the_owners_link_makes_an_administrator(browser: Browser) -> None:
    assert browser.post(browser.link(None)).status_code == 303
    assert "Administrator in all places" in browser.get("/account").text
    assert log_of(browser)[0] == "The owner of this machine signed in by a link"
    browser.post("/sign-out")
    assert browser.post(browser.link(None)).status_code == 303, "another link is of the same account"
    assert "<dd>owner</dd>" in browser.get("/account").text


def test_what_is_wrong_is_not_told_apart(browser: Browser) -> None:
    """Enumeration: nobody finds out which accounts there are."""
    disabled = browser.account("gone")
    browser.write(lambda transaction: directory.disable(transaction, disabled, by=""))
    browser.account("ada")
    browser.account("fresh", password="")
    answers, seconds = {}, {}
    for login in ("ada", "nobody", "gone", "fresh"):
        begun = time.perf_counter()
        answer = browser.sign_in(login, "a wrong password" if login == "ada" else PASSWORD)
        seconds[login] = time.perf_counter() - begun
        text = re.sub(r'name="form_token" value="[^"]+"', "", answer.text).replace(f'value="{login}"', "")
        answers[login] = (answer.status_code, text, sorted(answer.headers.keys()))
    assert answers["ada"][0] == 401
    assert all(answer == answers["ada"] for answer in answers.values())
    assert max(seconds.values()) < 5 * min(seconds.values()) + 0.2, seconds


def test_as_much_is_worked_out_where_there_is_no_account(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counting(password: str, kept: str | None) -> bool:
        compared.append(kept)
        return False

    monkeypatch.setattr("app.accounts.signing_in.is_right", counting)
    browser.sign_in("nobody")
    assert compared == [None]


@pytest.mark.parametrize("login", ["ada", "nobody"])
def test_who_guesses_has_to_wait(browser: Browser, login: str) -> None:
    """Brute force: the right password does not help either, and there is no telling whether there is such an account."""
    browser.account("ada")
    found = [browser.sign_in(login, f"a wrong password {number}").status_code for number in range(12)]
    assert found == [401] * 10 + [429] * 2
    answer = browser.sign_in(login)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 900
    assert "Please wait 15 minutes" in answer.text
    browser.account("bob")
    assert browser.sign_in("bob").status_code == 303, "others sign in meanwhile"


def test_links_are_not_guessed_either(browser: Browser) -> None:
    found = {browser.post(f"/sign-in/link/{number}", page="/sign-in").status_code for number in range(60)}
    assert found == {404}
    assert browser.post("/sign-in/link/more", page="/sign-in").status_code == 429


def test_the_log_says_who_failed_and_never_what_was_typed(browser: Browser, capfd: pytest.CaptureFixture[str]) -> None:
    browser.account("ada@example.org", Grant(Role.ADMINISTRATOR))
    browser.sign_in("zsecretname@example.org", "zsecretword of nobody")
    browser.sign_in("ada@example.org", "zsecretword of somebody")
    for number in range(12):
        browser.sign_in("zstopped@example.org", str(number))
    browser.sign_in("ada@example.org")
    session, link = browser.session, browser.link(None)
    browser.get(link)
    said = log_of(browser)
    assert said[1:5] == [
        "Name of ada signed in by a password",
        "an account that is not there was stopped after too many tries",
        *["an account that is not there failed to sign in"] * 2,
    ]
    assert said[-3:] == [
        "Name of ada failed to sign in",
        "an account that is not there failed to sign in",
        "the user tester of the machine added Name of ada: administrator in all places",
    ]
    everywhere = "\n".join([*said, browser.client.get("/metrics").text, "".join(capfd.readouterr())])
    for secret in ("zsecret", "zstopped", PASSWORD, session, link.rpartition("/")[2], digest_of(session)):
        assert secret not in everywhere


def test_secrets_are_kept_as_digests_alone(browser: Browser) -> None:
    account = browser.account("ada", IN_BROMLEY)
    browser.sign_in("ada")
    link = browser.link(account)

    async def look(transaction: Transaction) -> tuple[str, str]:
        made = await tokens.make(transaction, account, "import", [IN_BROMLEY], 5, by="")
        found = await (await transaction._transaction.run("MATCH (n) RETURN collect(properties(n)) AS all")).single()
        return made, str(found)

    token, everything = browser.write(look)
    for secret in (PASSWORD, browser.session, link.rpartition("/")[2], token):
        assert secret not in everything
    assert everything.count("$argon2id$v=19$m=19456,t=2,p=1$") == 1
    for secret in (browser.session, link.rpartition("/")[2], token):
        assert digest_of(secret) in everything


def test_a_password_is_set_after_a_link_and_changed_by_who_knows_it(browser: Browser) -> None:
    browser.post(browser.link(browser.account("ada", password="")))

    def change(**fields: str) -> str:
        answer = browser.post("/account/password", fields, page="/account")
        found = re.search(r'<p class="warning".*?>(.*?) <a', answer.text)
        return found[1] if found else str(answer.status_code)

    assert (
        change(**dict.fromkeys(("password", "again"), "short"))
        == "The password has 5 characters: use 12 or more, such as four words."
    )
    assert change(password="x" * 20, again="x" * 20).startswith("The password repeats a few characters")
    assert change(password=PASSWORD, again="another") == "The two new passwords are not the same. Nothing was changed."
    assert change(password=PASSWORD, again=PASSWORD) == "303"
    browser.post("/sign-out")
    assert browser.sign_in("ada").status_code == 303
    other = "several other words here"
    assert change(password=other, again=other).startswith("The password until now is another.")
    assert change(before="wrong", password=other, again=other).startswith("The password until now is another.")
    assert change(before=PASSWORD, password=other, again=other) == "303"
    browser.post("/sign-out")
    assert browser.sign_in("ada").status_code == 401
    assert browser.sign_in("ada", other).status_code == 303


def test_another_password_and_a_button_end_the_other_sessions(browser: Browser) -> None:
    browser.account("ada")
    kept = []
    for _ in range(3):
        browser.client.cookies.clear()
        browser.sign_in("ada")
        kept.append(browser.session)

    def alive() -> list[bool]:
        found = []
        for session in kept:
            browser.have(session)
            found.append(browser.get("/account").status_code == 200)
        return found

    assert alive() == [True, True, True]
    page = browser.get("/account").text
    assert page.count("Sign out there") == 2
    browser.post("/account/sessions", {"session": digest_of(kept[0])}, page="/account")
    assert alive() == [False, True, True]
    fields = {"before": PASSWORD, "password": "several other words", "again": "several other words"}
    browser.post("/account/password", fields, page="/account")
    assert alive() == [False, False, True]


def test_nobody_ends_the_session_of_somebody_else(browser: Browser) -> None:
    browser.account("ada")
    browser.account("bob")
    browser.sign_in("ada")
    adas = browser.session
    browser.client.cookies.clear()
    browser.sign_in("bob")
    browser.post("/account/sessions", {"session": digest_of(adas)}, page="/account")
    browser.have(adas)
    assert browser.get("/account").status_code == 200


def test_no_field_of_a_form_gives_rights(browser: Browser) -> None:
    """Mass assignment: what a form does not have is not taken from it."""
    browser.account("ada", IN_BROMLEY)
    more = {
        "grants": "administrator",
        "role": "administrator",
        "disabled": "false",
        "login": "owner",
        "id": "x",
        "account": "x",
    }
    browser.post("/sign-in", {"login": "ada", "password": PASSWORD} | {k: v for k, v in more.items() if k != "login"})
    fields = {"before": PASSWORD, "password": "several other words", "again": "several other words"} | more
    assert browser.post("/account/password", fields, page="/account").status_code == 303
    page = browser.get("/account").text
    assert "<dd>Editor in bromley</dd>" in page
    assert "<dd>ada</dd>" in page


def test_the_log_is_for_administrators(browser: Browser) -> None:
    browser.account("ada", Grant(Role.STEWARD))
    browser.sign_in("ada")
    answer = browser.get("/account/log")
    assert answer.status_code == 403
    assert "Only administrators read the log of accounts." in answer.text
    assert "Log of accounts</a>" not in browser.get("/account").text


def test_the_log_is_read_page_by_page(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    account = browser.account("ada", Grant(Role.ADMINISTRATOR))
    browser.sign_in("ada")

    async def write(transaction: Transaction) -> None:
        for number in range(5):
            await log.note(transaction, Event.TOKEN_REVOKED, by=account.id, whom=account.id, about=f"number {number}")

    browser.write(write)
    monkeypatch.setattr("app.accounts.log.LISTED", 3)
    monkeypatch.setattr("app.accounts.log.entries.__kwdefaults__", {"before": "", "limit": 3})
    said, address = [], "/account/log"
    while address:
        text = browser.get(address).text
        said += re.findall(r"number \d", text)
        older = re.search(r'href="(/account/log\?before=[^"]+)"', text)
        address = older[1] if older else ""
    assert said == [f"number {number}" for number in (4, 3, 2, 1, 0)], "nothing is left out, nothing stands twice"
    assert browser.get("/account/log?before=nonsense%00").status_code == 200


def test_whoever_is_disabled_is_out_at_once(browser: Browser) -> None:
    account = browser.account("ada", IN_BROMLEY)
    link = browser.link(account)
    browser.sign_in("ada")
    browser.write(lambda transaction: directory.disable(transaction, account, by=""))
    assert browser.get("/account").status_code == 303
    assert browser.sign_in("ada").status_code == 401
    assert browser.get(link).status_code == 404


def test_names_are_text(browser: Browser) -> None:
    async def add(transaction: Transaction) -> str:
        account = await directory.add(transaction, "ada", '<b>Ada</b> & "co"', [Grant(Role.ADMINISTRATOR)], by="")
        return await links.make(transaction, account, by=account.id)

    browser.post(links.PATH + browser.write(add))
    for address in ("/account", "/account/log"):
        text = browser.get(address).text
        assert "<b>Ada" not in text
        assert "&lt;b&gt;Ada&lt;/b&gt; &amp; &#34;co&#34;" in text
    typed = browser.post("/sign-out") and browser.sign_in('"><script>alert(1)</script>', "wrong").text
    assert "<script>alert" not in typed


def test_a_program_writes_by_a_token_within_what_token_and_account_may(browser: Browser) -> None:
    explorer: Explorer = browser.client.app_state["explorer"]
    account = browser.account("ada", Grant(Role.ADMINISTRATOR))

    def acts_for(authorization: str) -> object:
        assert browser.client.portal
        return browser.client.portal.call(tokens.account_of, explorer.database, authorization)

    def make(label: str, *grants: Grant) -> str:
        made: str = browser.write(
            lambda transaction: tokens.make(transaction, account, label, grants, 5, by=account.id)
        )
        return made

    secret = make("import", IN_BROMLEY)
    for scheme in ("Bearer", "bearer"):
        found = acts_for(f"{scheme} {secret}")
        assert may_edit(found, "bromley")  # type: ignore[arg-type]
        assert not may_edit(found, "gloucester")  # type: ignore[arg-type]
        assert not may_administer(found)  # type: ignore[arg-type]
    assert acts_for("") is None
    told = browser.client.get("/account/token", headers={"authorization": f"Bearer {secret}"})
    assert told.json() == {"actsFor": "Name of ada", "roles": [{"role": "editor", "place": "bromley"}]}
    assert told.headers["cache-control"] == "private, no-store"
    for headers in ({}, {"authorization": "Bearer nonsense"}):
        refused = browser.client.get("/account/token", headers=headers)
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        assert refused.json()["error"]["code"] == "UNAUTHENTICATED"
    for wrong in (
        "Bearer nonsense",
        "Bearer ",
        f"Basic {secret}",
        secret,
        f"Bearer {'x' * 999}",
        f"Bearer {digest_of(secret)}",
    ):
        with pytest.raises(NotSignedIn):
            acts_for(wrong)
    browser.write(lambda transaction: tokens.revoke(transaction, "import", by=account.id))
    with pytest.raises(NotSignedIn, match="was revoked"):
        acts_for(f"Bearer {secret}")
    second = make("import", IN_BROMLEY)
    browser.write(lambda transaction: directory.disable(transaction, account, by=account.id))
    with pytest.raises(NotSignedIn):
        acts_for(f"Bearer {second}")


def test_an_administrator_adds_an_account_and_gives_it_a_role(browser: Browser) -> None:
    browser.account("root", Grant(Role.ADMINISTRATOR))
    browser.sign_in("root")
    added = browser.post(
        "/account/people", {"login": "ada", "name": "Ada Lovelace", "role": "editor", "place": "bromley"}
    )
    link = re.search(r"http://testserver(/sign-in/link/[\w-]+)", added.text)
    assert link
    assert "Editor in bromley" in added.text
    person = re.search(r'href="(/account/people/\w+)">Ada Lovelace', browser.get("/account/people").text)
    assert person
    assert link[1] not in browser.get(person[1]).text, "it is shown once"
    assert browser.post(f"{person[1]}/role", {"role": "steward", "place": ""}, page=person[1]).status_code == 303
    assert "Editor in bromley and steward in all places" in browser.get(person[1]).text
    assert browser.post(f"{person[1]}/role", {"role": "none", "place": ""}, page=person[1]).status_code == 303
    assert "<dd>Editor in bromley</dd>" in browser.get(person[1]).text
    slip = browser.post(f"{person[1]}/role", {"role": "", "place": "bromley"}, page=person[1])
    assert (slip.status_code, "No role is chosen" in slip.text) == (400, True)
    wrong = browser.post(f"{person[1]}/role", {"role": "administrator", "place": "bromley"}, page=person[1])
    assert (wrong.status_code, "An administrator is one of all places" in wrong.text) == (400, True)
    again = re.search(r"(/sign-in/link/[\w-]+)", browser.post(f"{person[1]}/link", page=person[1]).text)
    assert again
    assert browser.get(link[1]).status_code == 404, "only the newest link counts"
    assert browser.post(f"{person[1]}/disable", page=person[1]).status_code == 303
    assert browser.get(again[1]).status_code == 404
    assert "no more" in browser.get(person[1]).text
    assert browser.post(f"{person[1]}/disable", {"again": "1"}, page=person[1]).status_code == 303
    assert log_of(browser)[:2] == ["Name of root enabled again Ada Lovelace", "Name of root disabled Ada Lovelace"]
    kept = browser.post("/account/people", {"login": "ada", "name": "Another <b>", "role": "editor"})
    assert kept.status_code == 400
    assert "There is an account &#39;ada&#39; already" in kept.text
    assert 'value="Another &lt;b&gt;"' in kept.text


def test_only_administrators_see_to_accounts_and_not_to_their_own(browser: Browser) -> None:
    steward, root = browser.account("ada", Grant(Role.STEWARD)), browser.account("root", Grant(Role.ADMINISTRATOR))
    browser.sign_in("ada")
    for address in ("/account/people", f"/account/people/{root.id}"):
        assert browser.get(address).status_code == 403
    own = f"/account/people/{steward.id}"
    for address in (
        "/account/people",
        f"{own}/role",
        f"{own}/link",
        f"{own}/disable",
        f"/account/people/{root.id}/link",
    ):
        fields = {"role": "administrator", "login": "x", "name": "X"}
        assert browser.post(address, fields, page="/account").status_code == 403, address
    assert "Steward in all places" in browser.get("/account").text
    browser.post("/sign-out")
    browser.sign_in("root")
    assert "another administrator changes its roles" in browser.get(f"/account/people/{root.id}").text
    for action in ("role", "disable"):
        assert browser.post(f"/account/people/{root.id}/{action}", page="/account").status_code == 403
    assert browser.get("/account/people/nobody").status_code == 404
