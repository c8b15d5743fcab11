"""The commands on accounts and tokens, on the machine of the site."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from starlette.testclient import TestClient
from typer.testing import Result

from app.accounts import links
from app.accounts.directory import has_administrator
from app.commands.serve import is_seen_here_alone, to_begin
from app.reading.explorer import Explorer
from app.settings import Settings
from tests.accounts import PASSWORD, Browser
from tests.commands import in_process
from tests.sites import Sites

Run = Callable[..., Result]


@pytest.fixture
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Settings]]:
    """Return a site where nothing is recorded."""
    with sites.over(tmp_path_factory.mktemp("seeds")) as served:
        yield served


@pytest.fixture
def browser(site: tuple[TestClient, Settings]) -> Browser:
    """Return a browser on it."""
    return Browser(site[0])


@pytest.fixture
def command(site: tuple[TestClient, Settings]) -> Run:
    """Return a way to run a command on it."""

    def run(*words: str) -> Result:
        kept = {"PARTNERSHIPS_DATA_DIR": str(site[1].data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
        return in_process(words, kept | {"PARTNERSHIPS_SEEDS_DIR": str(site[1].seeds_dir)})

    return run


def link_in(said: str) -> str:
    """Return the path of the link that was printed."""
    return next(links.PATH + line.partition(links.PATH)[2] for line in said.splitlines() if links.PATH in line)


def test_an_account_is_added_signs_in_is_disabled_and_removed(command: Run, browser: Browser) -> None:
    added = command("account", "add", "ada@example.org", "--name", "Ada Lovelace", "--role", "editor")
    assert added.exit_code == 0
    assert added.stdout.startswith("Added 'ada@example.org', editor in all places.\n")
    assert browser.post(link_in(added.stdout)).status_code == 303
    page = browser.get("/account").text
    assert "Editor in all places" in page
    assert "Name</dt><dd>Ada Lovelace" in page
    assert command("account", "role", "ada@example.org", "steward", "--place", "bromley").stdout == (
        "'ada@example.org' is editor in all places and steward in bromley.\n"
    )
    assert "Editor in all places and steward in bromley" in browser.get("/account").text
    assert command("account", "role", "ada@example.org", "none").stdout.endswith("is steward in bromley.\n")
    assert "Ada Lovelace" in command("account", "list").stdout
    assert command("account", "disable", "ADA@example.org").exit_code == 0
    assert browser.get("/account").status_code == 303
    refused = command("account", "link", "ada@example.org")
    assert (refused.exit_code, "is disabled" in refused.stderr) == (1, True)
    assert command("account", "enable", "ada@example.org").exit_code == 0
    assert "Nothing was done" in command("account", "remove", "ada@example.org").stdout
    assert "Ada Lovelace" in command("account", "list").stdout
    assert command("account", "remove", "ada@example.org", "--yes").exit_code == 0
    assert "There is no account yet" in command("account", "list").stderr
    said = command("account", "log").stdout
    assert "removed an account that was removed" in said
    assert "@" not in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "a b"), "'a b' cannot be signed in with"),
        (("add", "x@example.org"), "stands in the history of the record, so it is no e-mail address"),
        (("add", "x", "--role", "emperor"), "'emperor' is no role: expected one of member, editor, steward"),
        (("add", "x", "--place", "bromley"), "add --role"),
        (("add", "x", "--role", "administrator", "--place", "bromley"), "An administrator is one of all places"),
        (("role", "nobody", "editor"), "There is no account 'nobody'"),
        (("link", "nobody"), "There is no account 'nobody'"),
        (("disable", "nobody"), "There is no account 'nobody'"),
        (("remove", "nobody", "--yes"), "There is no account 'nobody'"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_done(
    command: Run, words: tuple[str, ...], said: str
) -> None:
    done = command("account", *words)
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stdout == ""
    assert "There is no account yet" in command("account", "list").stderr


def test_a_token_is_printed_once(command: Run) -> None:
    command("account", "add", "ada", "--role", "editor", "--place", "bromley")
    made = command("token", "add", "weekly import", "--for", "ada", "--place", "bromley", "--days", "5")
    secret = made.stdout.rpartition("Authorization: Bearer ")[2].strip()
    assert len(secret) == 43
    listed = command("token", "list").stdout
    assert "weekly import" in listed
    assert "editor in bromley" in listed
    assert secret not in listed + command("account", "log").stdout
    nothing = command("token", "add", "other", "--for", "ada", "--place", "gloucester")
    assert (nothing.exit_code, "could do nothing there" in nothing.stderr) == (1, True)
    assert command("token", "revoke", "weekly import").exit_code == 0
    assert "There is no token 'weekly import'" in command("token", "revoke", "weekly import").stderr
    assert "There is no token yet" in command("token", "list").stderr


def test_the_first_start_prints_a_link_until_somebody_administers_the_site(command: Run, browser: Browser) -> None:
    explorer: Explorer = browser.client.app_state["explorer"]
    portal = browser.client.portal
    assert portal

    def printed(*, private: bool = True) -> str:
        begun = partial(to_begin, explorer, "http://here", "partnerships", private=private)
        return "\n".join(portal.call(begun))

    elsewhere = printed(private=False)
    assert "partnerships account link" in elsewhere
    assert links.PATH not in elsewhere, "a log that others read has no link in it"
    command("account", "add", "ada", "--role", "steward")
    link = link_in(printed())
    assert printed().startswith(
        "\n  To edit as the owner of this machine, open this once, within a day:\n  http://here/"
    )
    assert browser.get(link).status_code == 404, "only the newest counts"
    assert browser.post(link_in(printed())).status_code == 303
    assert portal.call(has_administrator, explorer.database)
    assert printed() == ""
    command("account", "disable", "owner")
    assert links.PATH in printed()


@pytest.mark.parametrize(
    ("host", "alone"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.7", False)]
)
def test_a_link_is_printed_where_only_whoever_started_the_site_reads_it(host: str, alone: bool) -> None:
    assert is_seen_here_alone(Settings(host=host)) is alone


def test_what_was_set_as_a_password_is_on_no_terminal(command: Run, browser: Browser) -> None:
    browser.account("ada")
    browser.sign_in("ada")
    said = "".join(command("account", *words).output for words in (("list",), ("log",), ("link", "ada")))
    assert PASSWORD not in said
    assert "$argon2id" not in said
    assert browser.session not in said
