"""Accounts of a test's own, and a browser in which somebody signs in to them."""

import re
from collections.abc import Callable, Coroutine, Mapping
from functools import cache
from typing import Any

from starlette.testclient import TestClient

from app.accounts import directory, links
from app.accounts.passwords import hashed
from app.accounts.secrets import digest_of
from app.domain.rights import Account, Grant
from app.store.database import Transaction

LABELS = ("Account", "Session", "SignInLink", "Token", "AuditEntry", "Suggestion", "KeptForm", "Challenge", "Passkey")
"""Of all nodes that are about accounts."""
ACCOUNT = "0123456789abcdef"
LATER = 2**50
HTML = {"accept": "text/html"}
PASSWORD = "correct horse battery staple"  # noqa: S105 - of accounts that live as long as a test


async def write_one_of_each(transaction: Transaction) -> None:
    """Write an account and one of everything that belongs to it, all called something with `zaccount` in it."""
    account = {"id": ACCOUNT, "login": "ada", "name": "zaccountname", "grants": ["editor"], "disabled": False}
    kept = {"password": "zaccounthash", "subject": "zaccountsubject"}
    await transaction.write("create_account", said=account | kept)
    of = {"account": ACCOUNT, "expires": LATER, "made": 1}
    session = {"id": digest_of("a session"), "began": 1, "how": "zaccounthow"}
    await transaction.write("create_session", said=of | session)
    await transaction.write("create_sign_in_link", said=of | {"id": digest_of("a link")})
    challenge = {"id": digest_of("a challenge"), "purpose": "provider", "kept": "zaccountkept"}
    await transaction.write("create_challenge", said=of | challenge)
    passkey = {
        "id": "a passkey",
        "account": ACCOUNT,
        "name": "zaccountpasskey",
        "made": 1,
        "public_key": "AQ",
        "count": 0,
    }
    await transaction.write("create_passkey", said=passkey)
    token = {"id": digest_of("a token"), "label": "zaccountlabel", "limits": ["editor"]}
    await transaction.write("create_token", said=of | token)
    entry = {"id": "1", "moment": 1, "what": "zaccountwhat", "by": ACCOUNT, "whom": ACCOUNT, "about": "zaccountabout"}
    await transaction.write("create_audit_entry", said=entry)
    form = {
        "id": "1",
        "account": ACCOUNT,
        "action": "/edit/start",
        "title": "Start",
        "about": "",
        "was": "",
        "moment": 1,
    }
    await transaction.write("keep_form", id="1", said=form | {"answers": '{"name": "zaccountanswer"}'}, same="")
    suggestion = {"id": "1", "key": digest_of("a suggestion"), "moment": 1, "state": "waiting", "in_place": ""}
    await transaction.write(
        "create_suggestion", said=suggestion | {"said": "zaccountsaid", "email": "zaccountemail"}, most=9
    )


@cache
def _hashed(password: str) -> str:
    """Return a hash as it is kept, made once: to make one takes long, and accounts of tests have few passwords."""
    return hashed(password)


class Browser:
    """A browser: it keeps cookies, and sends forms as it found them on pages."""

    def __init__(self, client: TestClient) -> None:
        """Take the site; whoever looked at it before is forgotten."""
        self.client = client
        client.cookies.clear()
        client.app.state.tries.__init__()  # type: ignore[attr-defined]

    def write(self, work: Callable[[Transaction], Coroutine[Any, Any, Any]]) -> Any:
        """Do some work in the database of the site."""
        assert self.client.portal
        return self.client.portal.call(self.client.app_state["explorer"].database.write, work)

    def account(self, login: str, *grants: Grant, password: str = PASSWORD) -> Account:
        """Return a new account, with a password unless that is empty."""

        async def work(transaction: Transaction) -> Account:
            account = await directory.add(
                transaction, login, f"Name of {login.partition('@')[0]}", grants, by="machine tester"
            )
            if password:
                said = {"password": _hashed(password)}
                await transaction.write("change_account", account=account.id, said=said)
            return account

        made: Account = self.write(work)
        return made

    def link(self, account: Account | None) -> str:
        """Return the address of a new link to sign in."""
        secret: str = self.write(lambda transaction: links.make(transaction, account))
        return links.PATH + secret

    def get(self, address: str, **given: Any) -> Any:
        """Look at a page, without being led on."""
        return self.client.get(address, headers=HTML | given.pop("headers", {}), follow_redirects=False, **given)

    def form_token(self, address: str = "/sign-in") -> str:
        """Return the token of the forms of a page."""
        return re.search(r'name="form_token" value="([^"]+)"', self.get(address).text)[1]  # type: ignore[index]

    def post(
        self,
        address: str,
        fields: Mapping[str, str] | None = None,
        *,
        page: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Send a form that a page has; by default the page at the same address."""
        sent = {"form_token": self.form_token(page or address)} | dict(fields or {})
        return self.client.post(address, data=sent, headers=HTML | dict(headers or {}), follow_redirects=False)

    def sign_in(self, login: str, password: str = PASSWORD, **more: str) -> Any:
        """Send the form to sign in."""
        return self.post("/sign-in", {"login": login, "password": password} | more)

    def have(self, session: str) -> None:
        """Have the secret of a session, and no other cookie."""
        self.client.cookies.clear()
        self.client.cookies.set("partnerships_session", session, domain="testserver.local", path="/")

    def page(self, address: str) -> str:
        """Return a page without the note above it, which has another form token each time."""
        return re.sub(r'(?s) *<aside class="clearance.*?</aside>', "", self.get(address).text)

    @property
    def session(self) -> str:
        """The secret of the session; empty where there is none."""
        return self.client.cookies.get("partnerships_session") or ""


def log_of(browser: Browser) -> list[str]:
    """Return the log as its page has it, a line an entry, without the times; the reader is an administrator."""
    rows = re.findall(r"<tr>(.*?)</tr>", browser.get("/account/log").text, re.DOTALL)
    return [" ".join(re.findall(r'data-label="Wh(?:o|at)">(.*?)</td>', row)) for row in rows[1:]]


def change_in(address: str) -> str:
    """Return the number of the change that an address is of."""
    found = re.search(r"/history/(\d+)", address)
    assert found, address
    return found[1]
