"""Signing in and out: by a password or a link; what is wrong is never told apart, and what is tried too often waits."""

import re
import time
from pathlib import Path

import pytest

from app.accounts import directory, links, sessions, tokens
from app.accounts.secrets import digest_of
from app.domain.rights import Grant, Role
from app.store.database import Transaction
from tests.accounts import HTML, PASSWORD, Browser, log_of
from tests.sites import Sites

IN_BROMLEY = Grant(Role.EDITOR, "bromley")


def test_somebody_signs_in_by_a_password_and_out(browser: Browser) -> None:
    browser.account("Ada", IN_BROMLEY)
    answer = browser.sign_in(" ADA ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("partnerships_session="))
    assert re.search(r"; HttpOnly; Max-Age=43200; Path=/; SameSite=lax$", cookie)
    page = browser.get("/account").text
    assert 'Signed in as <a href="/account">Name of Ada</a>' in page
    assert "Editor in bromley" in page
    foot = '<a href="/account">{}</a></p>'
    for address in ("/account", "/", "/bromley"):
        assert foot.format("Your account") in browser.get(address).text, address
    assert browser.post("/sign-out").headers["location"] == "/sign-out"
    assert "Nobody is signed in" in browser.get("/sign-out").text
    assert browser.get("/account").status_code == 303
    assert foot.format("Sign in") in browser.get("/bromley").text


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
