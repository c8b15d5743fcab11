"""Passkeys without a browser that has them: what is made up lets nobody in, and owners and administrators remove them."""

import base64
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.accounts import passkeys, sessions
from app.accounts.secrets import now
from app.domain.rights import Account, Grant, Role
from app.store.history import user
from tests.accounts import PASSWORD, Browser, log_of
from tests.commands import in_process


def kept(browser: Browser, account: Account, id_: str, name: str = "My phone") -> None:
    """Keep a passkey for an account."""
    said = {"id": id_, "account": account.id, "name": name, "public_key": "AQ", "count": 0, "made": 1_700_000_000_000}
    browser.write(lambda transaction: transaction.write("create_passkey", said=said))


def asked(browser: Browser, address: str = "/sign-in/passkey") -> Any:
    page = "/sign-in" if address.startswith("/sign-in") else "/account"
    return browser.post(f"{address}/begin", page=page)


def made_up(challenge: str, id_: str = "AQID") -> str:
    """Return what looks like the answer of a key."""
    data = {"type": "webauthn.get", "challenge": challenge, "origin": "http://testserver"}
    plain = base64.urlsafe_b64encode(json.dumps(data).encode()).decode().rstrip("=")
    response = {"clientDataJSON": plain, "authenticatorData": "AQ", "signature": "AQ", "attestationObject": "AQ"}
    return json.dumps({"id": id_, "rawId": id_, "type": "public-key", "response": response})


def send(browser: Browser, credential: str, address: str = "/sign-in/passkey") -> Any:
    page = "/sign-in" if address.startswith("/sign-in") else "/account"
    return browser.post(address, {"credential": credential, "name": "Mine"}, page=page)


def test_what_is_asked_of_a_browser_names_no_account(browser: Browser) -> None:
    """Enumeration."""
    kept(browser, browser.account("ada"), "AQID")
    answer = asked(browser)
    said = answer.json()
    assert answer.headers["cache-control"] == "private, no-store"
    assert said["rpId"] == "testserver"
    assert said["userVerification"] == "required"
    assert said.get("allowCredentials", []) == []
    assert asked(browser).json()["challenge"] != said["challenge"]


def test_what_is_made_up_lets_nobody_in_whoever_it_names(browser: Browser) -> None:
    kept(browser, browser.account("ada", Grant(Role.ADMINISTRATOR)), "AQID")
    for id_ in ("AQID", "BBBB"):
        answer = send(browser, made_up(asked(browser).json()["challenge"], id_))
        assert (answer.status_code, passkeys.REFUSED in answer.text) == (401, True), id_
    for credential in ("", "nonsense", "[]", "{}", '{"response": {"clientDataJSON": "!"}}', "x" * 30_000):
        assert send(browser, credential).status_code == 401, credential[:40]
    assert browser.session == ""
    browser.sign_in("ada")
    assert log_of(browser)[1:3] == [
        "an account that is not there failed to sign in: by a passkey",
        "Name of ada failed to sign in: by a passkey",
    ]


def test_a_challenge_is_answered_once_in_time_and_for_its_purpose(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replay."""
    browser.account("ada")
    credential = made_up(asked(browser).json()["challenge"])
    assert passkeys.REFUSED in send(browser, credential).text
    assert passkeys.OLD in send(browser, credential).text
    late = made_up(asked(browser).json()["challenge"])
    monkeypatch.setattr("app.accounts.challenges.now", lambda: 2**50)
    assert passkeys.OLD in send(browser, late).text
    monkeypatch.undo()
    other = made_up(asked(browser).json()["challenge"])
    browser.sign_in("ada")
    assert passkeys.OLD in send(browser, other, "/account/passkeys").text
    for credential in (made_up(asked(browser, "/account/passkeys").json()["challenge"]), "nonsense"):
        answer = send(browser, credential, "/account/passkeys")
        assert (answer.status_code, "could not be added" in answer.text) == (400, True)
    assert "not used yet" not in browser.get("/account").text


def test_a_passkey_is_added_by_whoever_has_just_signed_in(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that was left alone."""
    browser.account("ada")
    browser.sign_in("ada")
    challenge = asked(browser, "/account/passkeys").json()["challenge"]
    before = browser.session
    for later, status in ((sessions.FRESH_FOR - 5_000, 200), (sessions.FRESH_FOR + 5_000, 403)):
        moment = now() + later
        monkeypatch.setattr("app.accounts.sessions.now", lambda at=moment: at)
        assert asked(browser, "/account/passkeys").status_code == status
        assert ("Name of the passkey" in browser.get("/account").text) == (status == 200)
    answer = send(browser, made_up(challenge), "/account/passkeys")
    assert (answer.status_code, "too long ago" in answer.text) == (403, True)
    wrong = browser.post("/account/passkeys/again", {"password": "another one"}, page="/account")
    assert (wrong.status_code, "another password" in wrong.text, browser.session) == (400, True, before)
    right = browser.post("/account/passkeys/again", {"password": PASSWORD}, page="/account")
    assert (right.status_code, right.headers["location"]) == (303, "/account#passkeys")
    assert browser.session != before
    assert asked(browser, "/account/passkeys").status_code == 200
    browser.have(before)
    assert browser.get("/account").status_code == 303, "the session before is over"


def test_who_has_no_password_signs_in_again_before_a_passkey_is_added(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = browser.link(browser.account("ada", password=""))
    browser.post(link)
    moment = now() + sessions.FRESH_FOR + 5_000
    monkeypatch.setattr("app.accounts.sessions.now", lambda: moment)
    page = browser.get("/account").text
    assert ("Go on to add a passkey" in page, "sign in again" in page) == (False, True)
    nothing = browser.post("/account/passkeys/again", {"password": ""}, page="/account")
    assert nothing.status_code == 400


def test_who_guesses_has_to_wait(browser: Browser) -> None:
    """Brute force."""
    assert {send(browser, made_up("AQ")).status_code for _ in range(passkeys.FROM_ONE_ADDRESS)} == {401}
    answer = send(browser, made_up("AQ"))
    assert (answer.status_code, answer.headers["retry-after"] > "0") == (429, True)


def test_owners_remove_their_own_passkeys_and_administrators_any(browser: Browser, account_site: TestClient) -> None:
    ada, bob = browser.account("ada", Grant(Role.ADMINISTRATOR)), browser.account("bob")
    kept(browser, ada, "AAAA")
    for number in range(2):
        kept(browser, bob, f"BBB{number}", f"Phone {number}")
    browser.sign_in("ada")
    assert "<strong>My phone</strong>, added 2023-11-14, not used yet" in browser.get("/account").text
    answer = browser.post("/account/passkeys/remove", {"passkey": "BBB0"}, page="/account")
    assert (answer.status_code, "There is no such passkey" in answer.text) == (404, True)
    assert browser.post("/account/passkeys/remove", {"passkey": "AAAA"}, page="/account").status_code == 303
    data = account_site.app.state.settings.data_dir  # type: ignore[attr-defined]
    given = {"PARTNERSHIPS_DATA_DIR": str(data), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
    listed = in_process(("account", "passkeys", "bob"), given).stdout
    assert "Phone 0" in listed
    assert "never" in listed
    wrong = in_process(("account", "remove-passkey", "bob", "Phone"), given)
    assert (wrong.exit_code, "'bob' has no passkey 'Phone'" in wrong.stderr) == (1, True)
    done = in_process(("account", "remove-passkey", "bob", "Phone 1"), given)
    assert done.stdout == "The passkey 'Phone 1' of 'bob' lets nobody in any more.\n"
    assert "Phone 1" not in in_process(("account", "passkeys", "bob"), given).stdout
    assert log_of(browser)[:2] == [
        f"the user {user()} of the machine removed a passkey of Name of bob",
        "Name of ada removed a passkey",
    ]
    in_process(("account", "remove", "bob", "--yes"), given)
    browser.account("bob")
    assert "no passkey" in in_process(("account", "passkeys", "bob"), given).stderr
