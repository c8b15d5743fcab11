"""Letters: links that go out by e-mail, through a real mail server, beside requests that do not wait for it."""

import asyncio
import email
import re
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import trustme
from pydantic import ValidationError
from starlette.testclient import TestClient

from app.accounts import directory, links
from app.accounts.letters import Letter, as_message, is_address, written
from app.accounts.mailing import Mailer
from app.domain.rights import Grant, Role
from app.settings import Settings
from app.store.database import Transaction
from tests.accounts import Browser, log_of
from tests.commands import in_process
from tests.servers.mail_server import PASSWORD, USER
from tests.servers.processes import Telling, telling
from tests.sites import Sites

FROM = "Partnerships <partnerships@example.org>"
ROOT = Path(__file__).resolve().parents[2]
TRIAL = Letter("ada@example.org", "Hello", "A letter.\n")


class Post(NamedTuple):
    """A mail server that runs."""

    said: Telling
    ports: dict[str, int]
    trusted: Path
    """The certificate of whoever vouches for it."""

    def settings(self, tls: str, **more: Any) -> dict[str, Any]:
        """Return what a site has to know of it."""
        signs_in = {} if tls == "none" else {"smtp_user": USER, "smtp_password": PASSWORD}
        given = {"smtp_host": "127.0.0.1", "smtp_port": self.ports[tls], "smtp_tls": tls, "smtp_from": FROM}
        return {"base_url": "http://testserver"} | given | signs_in | more

    def letter(self) -> tuple[dict[str, Any], EmailMessage]:
        """Return the next letter: what its envelope says, and the letter."""
        taken = self.said.next()
        message = email.message_from_string(taken["content"].replace("\r\n", "\n"), policy=default)
        assert isinstance(message, EmailMessage)
        return taken, message


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """Run a mail server whose certificate is trusted."""
    folder = tmp_path_factory.mktemp("certificates")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
    command = [sys.executable, "-m", "tests.servers.mail_server", str(folder / "server.pem")]
    with pytest.MonkeyPatch.context() as patch, telling(command, cwd=ROOT) as said:
        patch.setenv("SSL_CERT_FILE", str(folder / "authority.pem"))
        yield Post(said, said.next(), folder / "authority.pem")


@pytest.fixture(scope="module")
def account_site(sites: Sites, tmp_path_factory: pytest.TempPathFactory, post: Post) -> Iterator[TestClient]:
    """Return a site that sends letters, in place of the one that does not."""
    with sites.over(tmp_path_factory.mktemp("seeds"), **post.settings("starttls")) as (client, _):
        client.app.state.mailer._waits = (0.1, 0.1)  # type: ignore[attr-defined]
        yield client


def link_in(message: EmailMessage) -> str:
    """Return the path of the link in a letter, which is of this site whatever a request said."""
    found = re.search(r"^http://testserver(/sign-in/link/\S+)$", message.get_content(), re.MULTILINE)
    assert found, message.get_content()
    return found[1]


def administrator(browser: Browser) -> None:
    browser.account("boss", Grant(Role.ADMINISTRATOR))
    assert browser.sign_in("boss").status_code == 303


def asks(browser: Browser, address: str, **headers: str) -> Any:
    return browser.post("/sign-in/forgotten", {"login": address}, headers=headers)


def test_whoever_is_given_an_account_is_invited_by_a_letter(browser: Browser, post: Post) -> None:
    administrator(browser)
    answer = browser.post("/account/people", {"login": "Bob@Example.org", "name": "Bob Ünal", "role": "editor"})
    assert "is on its way to bob@example.org" in answer.text
    assert links.PATH not in answer.text, "it is with whom it is for alone"
    taken, letter = post.letter()
    assert taken | {"content": ""} == {
        "to": ["bob@example.org"],
        "sender": "partnerships@example.org",
        "user": USER,
        "tls": True,
        "content": "",
    }
    assert (letter["to"], letter["from"]) == ("bob@example.org", FROM)
    assert letter["subject"] == "Your account on Partnership Explorer at testserver"
    assert letter["auto-submitted"] == "auto-generated"
    assert letter.get_content_type() == "text/plain"
    assert "Hello Bob Ünal," in letter.get_content()
    assert "Later you sign in with: bob@example.org" in letter.get_content()
    link = link_in(letter)
    browser.post("/sign-out")
    assert browser.post(link).status_code == 303
    assert "Bob Ünal" in browser.get("/account").text
    assert browser.get(link).status_code == 404, "once"


def test_an_account_without_an_address_has_its_link_handed_out(browser: Browser, post: Post) -> None:
    administrator(browser)
    answer = browser.post("/account/people", {"login": "bob", "name": "Bob"})
    assert "http://testserver" + links.PATH in answer.text
    action = re.search(r'action="(/account/people/\w+)/link"', answer.text)
    assert action
    assert "Send a link by e-mail" not in answer.text
    forced = browser.post(action[1] + "/link", {"by": "letter"}, page=action[1])
    assert (forced.status_code, "No letter can be sent" in forced.text) == (400, True)
    assert post.said.is_silent()


def test_an_administrator_sends_a_link(browser: Browser, post: Post) -> None:
    administrator(browser)
    page = f"/account/people/{browser.account('bob@example.org', password='').id}"
    assert "is on its way to bob@example.org" in browser.post(page + "/link", {"by": "letter"}, page=page).text
    _, letter = post.letter()
    assert "within a day" in letter.get_content()
    assert browser.post(link_in(letter)).status_code == 303


def test_whoever_has_forgotten_a_password_asks_for_a_link(browser: Browser, post: Post) -> None:
    account = browser.account("ada@example.org", Grant(Role.ADMINISTRATOR))
    handed_out = browser.link(account)
    assert 'href="/sign-in/forgotten"' in browser.get("/sign-in").text
    # What a request says of where it was sent does not get into a letter.
    assert asks(browser, " ADA@example.org ", **{"x-forwarded-host": "evil.example"}).status_code == 200
    _, letter = post.letter()
    assert "within an hour" in letter.get_content()
    assert browser.get(handed_out).status_code == 200, "anybody can ask, and takes nothing away by it"
    assert browser.post(link_in(letter)).status_code == 303
    assert 'name="before"' not in browser.get("/account").text
    assert log_of(browser)[:2] == [
        "Name of ada signed in by a link",
        "Name of ada asked for a link to sign in by e-mail",
    ]
    browser.post("/sign-out")
    assert browser.get(handed_out).status_code == 404, "whoever is in needs no other"


def test_a_link_that_was_asked_for_is_good_for_an_hour(
    browser: Browser, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.account("ada@example.org")
    asks(browser, "ada@example.org")
    link = link_in(post.letter()[1])
    begun = time.time_ns() // 1_000_000
    monkeypatch.setattr("app.accounts.links.now", lambda: begun + links.ASKED_GOOD_FOR - 60_000)
    assert browser.get(link).status_code == 200
    monkeypatch.setattr("app.accounts.links.now", lambda: begun + links.ASKED_GOOD_FOR)
    assert browser.get(link).status_code == 404


def test_nobody_finds_out_which_addresses_have_accounts(browser: Browser, post: Post) -> None:
    """Enumeration: the answer, its time and the limits are the same."""
    browser.account("ada@example.org")
    gone = browser.account("gone@example.org")
    browser.write(lambda transaction: directory.disable(transaction, gone, by=""))
    answers, seconds = {}, {}
    for address in ("ada@example.org", "nobody@example.org", "gone@example.org"):
        token, begun = browser.form_token("/sign-in/forgotten"), time.perf_counter()
        answer = browser.client.post("/sign-in/forgotten", data={"login": address, "form_token": token})
        seconds[address] = time.perf_counter() - begun
        answers[address] = (answer.status_code, answer.content, sorted(answer.headers.keys()))
        assert browser.client.portal
    assert answers["ada@example.org"][0] == 200
    assert all(answer == answers["ada@example.org"] for answer in answers.values())
    assert max(seconds.values()) < 5 * min(seconds.values()) + 0.2, seconds
    assert post.letter()[0]["to"] == ["ada@example.org"]
    assert post.said.is_silent()
    for address in ("ada@example.org", "nobody@example.org"):
        found = [asks(browser, address).status_code for _ in range(3)]
        assert found == [200, 200, 429], address
    assert {post.letter()[0]["to"][0] for _ in range(2)} == {"ada@example.org"}


@pytest.mark.parametrize("typed", ["ada", "", "a@b", "a b@example.org", "a@example.org\nBcc: x@example.org", "@" * 80])
def test_what_is_no_address_is_said_to_be_none(browser: Browser, post: Post, typed: str) -> None:
    answer = asks(browser, typed)
    assert (answer.status_code, "That is no e-mail address" in answer.text) == (400, True)


def test_nothing_waits_for_a_slow_server(browser: Browser, post: Post) -> None:
    for name in ("slow@example.org", "ada@example.org"):
        browser.account(name)
    begun = time.perf_counter()
    assert asks(browser, "slow@example.org").status_code == 200
    assert asks(browser, "ada@example.org").status_code == 200
    assert time.perf_counter() - begun < 3
    assert post.letter()[0]["to"] == ["ada@example.org"], "nor do other letters"


def test_administrators_are_told_what_could_not_be_sent(
    browser: Browser, post: Post, capfd: pytest.CaptureFixture[str]
) -> None:
    administrator(browser)
    browser.post("/account/people", {"login": "busy@example.org", "name": "Busy"})
    assert post.letter()[0]["to"] == ["busy@example.org"], "a letter that is refused for now is tried again"
    browser.post("/account/people", {"login": "refused@example.org", "name": "Rita"})
    for _ in range(100):
        if "Letters that could not be sent" in (page := browser.get("/account/people").text):
            break
        time.sleep(0.05)
    told = "Rita could not be sent a letter: the mail server refused the address"
    assert told in page
    said = log_of(browser)
    assert told in said
    everywhere = "\n".join([*said, "".join(capfd.readouterr())])
    for secret in ("refused@example.org", "zservername", PASSWORD, "/sign-in/link/"):
        assert secret not in everywhere


def test_whoever_sends_a_suggestion_is_written_to_once_if_they_give_an_address(browser: Browser, post: Post) -> None:
    for number, (decision, answer) in enumerate((("accept", ""), ("decline", "The minutes say otherwise."))):
        fields = {"said": "Tina Tully left the board.", "email": f"zreader{number}@example.org"}
        assert browser.post("/suggestions/new", fields).status_code == 303
        if not number:
            browser.account("ed", Grant(Role.EDITOR))
        browser.sign_in("ed")
        page = browser.get("/suggestions").text
        assert "zreader" not in page, "editors do not see it"
        found = re.search(r'name="suggestion" value="(\w+)"', page)
        assert found
        sent = {"suggestion": found[1], "decision": decision, "answer": answer}
        assert browser.post("/suggestions", sent).status_code == 303
        taken, letter = post.letter()
        assert taken["to"] == [f"zreader{number}@example.org"]
        assert letter["subject"].startswith("Thank you" if decision == "accept" else "What became of")
        assert answer in letter.get_content()
        assert "Tina" not in letter.get_content(), "what a stranger typed is sent to nobody"
        browser.post("/sign-out")

    async def everything(transaction: Transaction) -> str:
        found = await (await transaction._transaction.run("MATCH (n) RETURN collect(properties(n)) AS all")).single()
        return str(found)

    assert "zreader" not in browser.write(everything), "nor is it kept"
    wrong = browser.post("/suggestions/new", {"said": "Tina Tully left the board.", "email": "nonsense"})
    assert (wrong.status_code, "That is no e-mail address" in wrong.text) == (400, True)


# The mail server


def tried(given: dict[str, Any], letter: Letter = TRIAL) -> tuple[str, bool]:
    return asyncio.run(Mailer(Settings(**given)).try_once(letter))


@pytest.mark.parametrize("tls", ["starttls", "tls", "none"])
def test_letters_go_out_by_each_way(post: Post, tls: str) -> None:
    assert tried(post.settings(tls)) == ("", False)
    taken, letter = post.letter()
    assert (taken["tls"], taken["user"]) == ((False, "") if tls == "none" else (True, USER))
    assert letter.get_content() == "A letter.\n"


@pytest.mark.parametrize(
    ("way", "more", "why", "may_pass"),
    [
        ("starttls", {"smtp_password": "wrong"}, "refused the user and password", False),
        ("none", {"smtp_tls": "starttls"}, "does not offer what the settings ask for", False),
        ("none", {"smtp_port": 9}, "cannot be reached", True),
        ("none", {"smtp_tls": "tls"}, "does not speak TLS on this port", False),
    ],
)
def test_why_a_letter_was_not_sent_is_said(
    post: Post, way: str, more: dict[str, Any], why: str, may_pass: bool
) -> None:
    said, again = tried(post.settings(way) | more)
    assert why in said
    assert again is may_pass
    assert PASSWORD not in said


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_server_that_nobody_vouches_for_is_sent_nothing(
    post: Post, tls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert tried(post.settings(tls)) == (
        "the mail server's certificate is not trusted, or it does not speak TLS on this port",
        False,
    )
    assert post.said.is_silent()


def test_a_server_that_does_not_answer_is_given_up(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.accounts.mailing.DEADLINE", 0.5)
    slow = Letter("slow@example.org", "Hello", "A letter.\n")
    assert tried(post.settings("none"), slow) == ("the mail server did not answer in time", True)


def test_a_command_tries_the_settings_out(
    post: Post, account_site: TestClient, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = account_site.app.state.settings.data_dir  # type: ignore[attr-defined]
    given = {f"PARTNERSHIPS_{name.upper()}": str(value) for name, value in post.settings("starttls").items()}
    given |= {"PARTNERSHIPS_DATA_DIR": str(data), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
    done = in_process(("account", "try-mail", "ada@example.org"), given)
    assert (done.exit_code, done.stdout) == (0, "Sent a letter to ada@example.org.\n")
    assert post.letter()[1]["subject"] == "Partnership Explorer at testserver can send e-mail"
    done = in_process(("account", "add", "eve@example.org", "--name", "Eve", "--send"), given)
    assert done.stdout.endswith("Sent a letter to eve@example.org.\n")
    assert links.PATH not in done.stdout
    assert browser.get(link_in(post.letter()[1])).status_code == 200
    done = in_process(("account", "link", "eve@example.org", "--send"), given)
    assert browser.get(link_in(post.letter()[1])).status_code == 200
    done = in_process(("account", "try-mail", "refused@example.org"), given)
    assert (done.exit_code, done.stderr) == (1, "The letter was not sent: the mail server refused the address.\n")
    done = in_process(("account", "try-mail", "nonsense"), given)
    assert "'nonsense' is no e-mail address" in done.stderr
    done = in_process(("account", "link", "--send"), given | {"PARTNERSHIPS_SMTP_HOST": ""})
    assert "No letters are sent from here" in done.stderr


# What is written, and by which settings


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("ada@example.org", True),
        ("ada.b+c@mail.example.co.uk", True),
        ("zoë@exämple.org", True),
        ("ada", False),
        ("ada@localhost", False),
        ("a@b@example.org", False),
        ("<ada@example.org>", False),
        ("ada@example.org, bob@example.org", False),
        ("ada@example.org\r\nBcc: bob@example.org", False),
        ("ada@example..org", False),
        ("x" * 250 + "@example.org", False),
    ],
)
def test_what_an_address_is(address: str, fits: bool) -> None:
    assert is_address(address) is fits


def test_a_name_adds_no_header_and_no_markup_to_a_letter() -> None:
    letter = written(
        "invitation",
        "ada@example.org",
        name="Ada & <b>Co</b>",
        login="ada",
        link="http://x",
        site="Here\nBcc: eve@x.org",
    )
    message = as_message(letter, FROM)
    assert message["bcc"] is None
    assert "\n" not in message["subject"]
    assert "Hello Ada & <b>Co</b>," in message.get_content()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"base_url": ""}, "PARTNERSHIPS_BASE_URL, which links in letters begin with"),
        ({"smtp_from": ""}, "should be an address such as partnerships@example.org"),
        ({"smtp_from": "a@example.org\nBcc: b@example.org"}, "should be an address such as"),
        ({"smtp_tls": "none", "smtp_password": "x"}, "since the password would be sent in clear"),
    ],
)
def test_settings_that_send_nothing_or_too_much_are_refused(given: dict[str, str], said: str) -> None:
    right = {"base_url": "https://example.org", "smtp_host": "mail.example.org", "smtp_from": FROM}
    Settings(**right)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match=re.escape(said)):
        Settings(**(right | given))  # type: ignore[arg-type]
