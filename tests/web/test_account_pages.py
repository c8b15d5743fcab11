"""What somebody does with their own account, an administrator with those of others, and a program with a token."""

import re

import pytest

from app.accounts import directory, links, log, tokens
from app.accounts.log import Event
from app.accounts.secrets import digest_of
from app.domain.rights import Grant, Role, may_administer, may_edit
from app.errors import NotSignedIn
from app.reading.explorer import Explorer
from app.store.database import Transaction
from tests.accounts import PASSWORD, Browser, log_of

IN_BROMLEY = Grant(Role.EDITOR, "bromley")


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
