"""Signing in by a provider of OpenID Connect, a real one that runs beside the tests."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from starlette.testclient import TestClient

from app.accounts import directory
from app.domain.rights import Grant, Role
from app.web.pages.signing_in_elsewhere import BACK, START, WAY
from tests.accounts import Browser, log_of
from tests.commands import in_process
from tests.servers.processes import telling
from tests.sites import Sites

FOLDER = Path(__file__).resolve().parents[1] / "servers" / "provider"
HERE, PROXIED = "http://testserver", "https://example.org/explorer"
SECRET = "zclientsecret-of-nobody"  # noqa: S105 - of the provider that lives as long as the tests


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """Run a provider; its packages are installed where they are missing."""
    if not (FOLDER / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit"], cwd=FOLDER, check=True)
    command = ["node", "provider.mjs", HERE + BACK, PROXIED + BACK]
    with telling(command, cwd=FOLDER, stderr=subprocess.DEVNULL) as said:
        yield said.next()["address"]


@pytest.fixture(scope="module")
def account_site(sites: Sites, tmp_path_factory: pytest.TempPathFactory, issuer: str) -> Iterator[TestClient]:
    """Return a site that has this provider, in place of the one that has none."""
    given = {"oidc_issuer": issuer, "oidc_client_id": "partnerships", "oidc_client_secret": SECRET}
    with sites.over(tmp_path_factory.mktemp("seeds"), base_url=HERE, oidc_name="the council", **given) as (client, _):
        yield client


@contextmanager
def settings(browser: Browser, **changed: Any) -> Iterator[None]:
    """Change settings of the site until the block ends."""
    state = browser.client.app.state  # type: ignore[attr-defined]
    before, provider = state.settings, state.provider
    state.settings = before.model_copy(update=changed)
    state.provider = None
    try:
        yield
    finally:
        state.settings, state.provider = before, provider


def there(address: str, who: str) -> str:
    """Sign in at the provider with pages and forms, and return where it leads back to."""
    with httpx.Client() as person:

        def go(answer: httpx.Response) -> httpx.Response:
            while answer.is_redirect:
                to = str(answer.next_request.url)  # type: ignore[union-attr]
                if to.startswith((HERE, PROXIED)):
                    return answer
                answer = person.get(to)
            return answer

        page = go(person.get(address))
        for fields in ({"prompt": "login", "login": who, "password": "any"}, {"prompt": "consent"}):
            if page.is_redirect:
                break
            form = re.search(r'action="([^"]+)"', page.text)
            assert form, page.text[:500]
            if who == "nobody":
                abort = re.search(r'href="([^"]+/abort)"', page.text)
                assert abort
                page = go(person.get(str(page.url.join(abort[1]))))
            else:
                page = go(person.post(str(page.url.join(form[1])), data=fields))
        assert page.is_redirect, page.text[:500]
        return str(page.headers["location"])


def begun(browser: Browser, leads_to: str = "") -> str:
    """Press the button, and return where it leads: to the provider."""
    answer = browser.get(START + (f"?{urlencode({'next': leads_to})}" if leads_to else ""))
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def back(browser: Browser, address: str) -> Any:
    """Come back from the provider."""
    return browser.get(address.removeprefix(HERE).removeprefix(PROXIED))


def through(browser: Browser, who: str, leads_to: str = "") -> Any:
    return back(browser, there(begun(browser, leads_to), who))


def account_page(browser: Browser) -> str:
    answer = browser.get("/account")
    return str(answer.text) if answer.status_code == 200 else ""


def test_whoever_has_an_account_signs_in(browser: Browser) -> None:
    browser.account("ada@example.org", Grant(Role.ADMINISTRATOR))
    page = browser.get("/sign-in?next=/account/log").text
    assert "Sign in with the council" in page
    assert 'href="/sign-in/provider?next=%2Faccount%2Flog"' in page
    asked = parse_qs(urlsplit(begun(browser)).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid email profile"]
    assert len(asked["nonce"][0]) >= 43
    assert SECRET not in str(asked)
    answer = through(browser, "ada", "/account/log")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account/log")
    assert browser.client.cookies.get(WAY) is None
    assert log_of(browser)[0] == "Name of ada signed in by the provider"
    assert "by the provider" in account_page(browser)
    assert 'name="before"' in account_page(browser), "a password is changed by who knows it"


def test_nobody_comes_in_by_an_answer_that_was_not_asked_for(browser: Browser) -> None:
    """Forgery of the way back: the state is of this browser, this time, once."""
    browser.account("ada@example.org")
    stolen = there(begun(browser), "ada")
    parts = parse_qs(urlsplit(stolen).query)
    code, state = parts["code"][0], parts["state"][0]
    way = browser.client.cookies.get(WAY)
    for given in ({"code": code}, {"code": code, "state": "nonsense"}, {"code": code, "state": ""}):
        assert browser.get(f"{BACK}?{urlencode(given)}").status_code == 400, given
    browser.client.cookies.clear()
    begun(browser)
    answer = back(browser, stolen)
    assert (answer.status_code, "begun in another window" in answer.text) == (400, True)
    browser.client.cookies.set(WAY, way or "", domain="testserver.local", path="/")
    assert back(browser, stolen).status_code == 400, "and what was tried in vain is used up"
    assert account_page(browser) == ""
    assert code not in answer.text
    assert state not in answer.text


def test_an_answer_lets_in_once(browser: Browser) -> None:
    """Replay of the code and of the whole address."""
    browser.account("ada@example.org")
    address = there(begun(browser), "ada")
    way = browser.client.cookies.get(WAY)
    assert back(browser, address).status_code == 303
    browser.client.cookies.clear()
    browser.client.cookies.set(WAY, way or "", domain="testserver.local", path="/")
    assert back(browser, address).status_code == 400
    code = parse_qs(urlsplit(address).query)["code"][0]
    state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
    answer = browser.get(f"{BACK}?{urlencode({'code': code, 'state': state})}")
    assert (answer.status_code, "cannot be believed" in answer.text) == (502, True)
    assert account_page(browser) == ""


def test_a_code_of_somebody_elses_way_lets_nobody_in(browser: Browser) -> None:
    """Injection of a code: PKCE and nonce are of the way that it was made for."""
    browser.account("eve@example.org")
    fresh = parse_qs(urlsplit(there(begun(browser), "eve")).query)["code"][0]
    state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
    assert browser.get(f"{BACK}?{urlencode({'code': fresh, 'state': state})}").status_code == 502
    state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
    mixed = {"code": fresh, "state": state, "iss": "https://another.example"}
    assert browser.get(f"{BACK}?{urlencode(mixed)}").status_code == 400


def test_a_session_has_a_new_secret_and_the_one_before_ends(browser: Browser) -> None:
    """Fixation."""
    for login in ("ada@example.org", "bob"):
        browser.account(login)
    browser.sign_in("bob")
    first = browser.session
    assert browser.get(START).headers["location"] == "/account", "whoever is signed in is led on"
    browser.client.cookies.clear()
    address = there(begun(browser), "ada")
    browser.client.cookies.set("partnerships_session", first, domain="testserver.local", path="/")
    assert back(browser, address).status_code == 303
    assert browser.session not in {"", first}
    browser.have(first)
    assert account_page(browser) == ""


@pytest.mark.parametrize("leads_to", ["//elsewhere.example.org", "https://elsewhere.example.org", "/\\elsewhere"])
def test_nobody_is_led_to_another_site(browser: Browser, leads_to: str) -> None:
    """Open redirects."""
    browser.account("ada@example.org")
    assert through(browser, "ada", leads_to).headers["location"] == "/account"


def test_who_has_no_account_is_told_so_and_none_is_made(browser: Browser) -> None:
    boss = browser.account("boss", Grant(Role.ADMINISTRATOR))
    gone = browser.account("gone@example.org")
    browser.account("ada@example.org")
    browser.write(lambda transaction: directory.disable(transaction, gone, by=boss.id))
    said = {who: through(browser, who) for who in ("eve", "gone", "ada.unverified")}
    assert {answer.status_code for answer in said.values()} == {403}
    pages = [re.sub(r'name="form_token" value="[^"]+"', "", said[who].text) for who in ("eve", "gone")]
    assert pages[0] == pages[1], "a disabled account is not told apart"
    assert "There is no account for you here" in said["eve"].text
    assert "does not say that your e-mail address is yours" in said["ada.unverified"].text
    browser.sign_in("boss")
    assert log_of(browser)[1] == "an account that is not there failed to sign in: by the provider: no account is theirs"
    assert "eve@" not in browser.get("/account/people").text


def test_another_person_with_the_same_address_does_not_get_the_account(browser: Browser) -> None:
    account = browser.account("ada@example.org")
    assert through(browser, "ada").status_code == 303
    browser.post("/sign-out")
    answer = through(browser, "ada.other")
    assert (answer.status_code, "belongs to somebody else" in answer.text) == (403, True)
    data = browser.client.app.state.settings.data_dir  # type: ignore[attr-defined]
    given = {"PARTNERSHIPS_DATA_DIR": str(data), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
    done = in_process(("account", "forget-provider", account.login), given)
    assert done.stdout == "Whoever has the address of 'ada@example.org' at the provider next has the account.\n"
    assert through(browser, "ada.other").status_code == 303


def test_people_of_the_domain_get_an_account_without_a_role(browser: Browser) -> None:
    browser.account("eve@elsewhere.example.net")
    with settings(browser, oidc_domains=" Example.org , example.com"):
        assert through(browser, "new").status_code == 303
        page = account_page(browser)
        assert "Name of new work" in page
        assert "None yet" in page
        browser.post("/sign-out")
        assert through(browser, "eve-at-elsewhere").status_code == 403
    browser.account("boss", Grant(Role.ADMINISTRATOR))
    browser.sign_in("boss")
    assert "the provider added Name of new work" in log_of(browser)


def test_groups_give_roles_and_take_them_in_their_places_alone(browser: Browser, issuer: str) -> None:
    browser.account("ada@example.org", Grant(Role.STEWARD, "gloucester"), Grant(Role.MEMBER, "bromley"))
    roles = "editors = editor @ bromley; stewards=steward@bromley; bosses=administrator"
    with settings(browser, oidc_roles=roles):
        for groups, rights in (
            ("stewards,editors,unknown", "Steward in bromley and steward in gloucester"),
            ("editors", "Editor in bromley and steward in gloucester"),
            ("bosses", "Administrator in all places and steward in gloucester"),
            ("", "Steward in gloucester"),
        ):
            httpx.get(f"{issuer}/-/groups/{groups}")
            assert through(browser, "ada").status_code == 303
            assert f"<dd>{rights}</dd>" in account_page(browser), groups
            browser.post("/sign-out")


def test_what_goes_wrong_there_is_said_in_plain_words(browser: Browser, issuer: str) -> None:
    browser.account("ada@example.org")
    answer = through(browser, "nobody")
    assert (answer.status_code, "You did not sign in there, or said no" in answer.text) == (403, True)
    state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
    told = {"state": state, "error": "server_error", "error_description": "<b>zdescription</b>"}
    answer = browser.get(f"{BACK}?{urlencode(told)}")
    assert (answer.status_code, "zdescription" in answer.text) == (502, False)
    for seconds in (300, -3600):
        address = there(begun(browser), "ada")
        httpx.get(f"{issuer}/-/clock/{seconds}")
        try:
            answer = back(browser, address)
        finally:
            httpx.get(f"{issuer}/-/clock/0")
        assert (answer.status_code, "The clocks of the council" in answer.text) == (502, True), seconds
    with settings(browser, oidc_client_secret=type(browser.client.app.state.settings.oidc_client_secret)("wrong")):  # type: ignore[attr-defined]
        answer = through(browser, "ada")
        assert (answer.status_code, "What the council says cannot be believed" in answer.text) == (502, True)
    with settings(browser, oidc_issuer="http://127.0.0.1:9"):
        answer = browser.get(START)
        assert (answer.status_code, "The council does not answer" in answer.text) == (503, True)
        assert 'href="/sign-in"' in answer.text
    with settings(browser, oidc_issuer=""):
        assert browser.get(START).status_code == 404
        assert "Sign in with the" not in browser.get("/sign-in").text


def test_behind_a_proxy_and_under_a_path_cookies_are_secure_and_people_come_back(browser: Browser) -> None:
    browser.account("ada@example.org")
    with settings(browser, base_url=PROXIED):
        answer = browser.get(START)
        (way, _, rest) = answer.headers["set-cookie"].partition(";")
        assert set(rest.strip().split("; ")) == {"HttpOnly", "Max-Age=600", "Path=/explorer", "SameSite=lax", "Secure"}
        asked = parse_qs(urlsplit(answer.headers["location"]).query)
        assert asked["redirect_uri"] == [PROXIED + BACK]
        address = there(answer.headers["location"], "ada").removeprefix(PROXIED)
        answer = browser.get(address, headers={"cookie": way})
        assert (answer.status_code, answer.headers["location"]) == (303, "/explorer/account")
        assert all("; Path=/explorer" in each for each in answer.headers.get_list("set-cookie"))


def test_who_tries_again_and_again_has_to_wait(browser: Browser) -> None:
    """Brute force."""
    found = {browser.get(f"{BACK}?state={number}&code=x").status_code for number in range(60)}
    assert found == {400}
    answer = browser.get(f"{BACK}?state=more&code=x")
    assert (answer.status_code, answer.headers["retry-after"] > "0") == (429, True)
    assert browser.get(START).status_code == 429


def test_no_log_has_a_secret_of_the_way(browser: Browser, capfd: pytest.CaptureFixture[str]) -> None:
    browser.account("ada@example.org", Grant(Role.ADMINISTRATOR))
    address = there(begun(browser), "ada")
    way = browser.client.cookies.get(WAY) or ""
    back(browser, address)
    said = "\n".join([*log_of(browser), browser.client.get("/metrics").text, "".join(capfd.readouterr())])
    parts = parse_qs(urlsplit(address).query)
    for secret in (SECRET, way, parts["code"][0], parts["state"][0], "ada@example.org"):
        assert secret not in said
