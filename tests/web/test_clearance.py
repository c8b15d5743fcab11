"""Whoever may read what is hidden reads all of it as if it were public, and what they may not as if it had never been.

Two places with one thing of every kind, of which some are for members and the rest is confidential. What the site says
to each role is compared with what it says to the public of the same places, in which what the role may read is public,
and the rest was never heard of.
"""

import re
import shutil
import struct
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import quote

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from app.accounts import directory, tokens
from app.cli import app as cli
from app.diagram.stamping import stamped
from app.domain.clearance import NOT_PUBLIC, clearance_of
from app.domain.rights import Grant, Role
from app.reading.clearing import explorer_for
from app.record.forms.catalogue import forms_for
from app.store.database import Transaction
from app.web.shell.clearing import FOR_ANYBODY
from tests.accounts import Browser
from tests.conftest import SEEDS
from tests.sites import Sites
from tests.web.closing_cases import FILES, THINGS, Files, _entry, without
from tests.web.test_closing import COMMANDS, Said, Site, differing, write

OF_MEMBERS = ("person", "tenure", "on whose behalf", "line", "attendance", "report", "absence", "contact detail")
CONFIDENTIAL = tuple(kind for kind in THINGS if kind not in OF_MEMBERS)


def hidden(given: Files = FILES, kinds: Iterable[str] = tuple(THINGS)) -> Files:
    files = deepcopy(given)
    for kind in kinds:
        entry, (_, _, _, name, number) = _entry(files, THINGS[kind]), THINGS[kind]
        access = "members" if kind in OF_MEMBERS else "confidential"
        (entry[name][number] if name else entry)["access"] = access
    return files


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Site]:
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]", "utf-8")
    write(seeds, FILES)
    shutil.copytree(SEEDS / "questions", seeds / "questions")
    with sites.over(seeds) as (client, settings):
        yield Site(client, settings)


ROLES: dict[str, tuple[Grant, ...]] = {
    "a member": (Grant(Role.MEMBER, "alpha"),),
    "an editor": (Grant(Role.EDITOR, "alpha"),),
    "a steward": (Grant(Role.STEWARD, "alpha"),),
    "a steward of the other place": (Grant(Role.STEWARD, "beta"),),
    "a steward of all places": (Grant(Role.STEWARD),),
}
OF_NO_PLACE = ("source",)
"""What belongs to no place is for those of all places."""


def unseen_by(role: str) -> tuple[str, ...]:
    """Return the kinds of hidden things that a role may not read."""
    if role == "a steward of all places":
        return ()
    if role == "a steward":
        return OF_NO_PLACE
    return tuple(THINGS) if role.endswith("other place") else CONFIDENTIAL


def said_to(site: Site, role: str) -> Said:
    """Return what the site says to a role, without what says that it is hidden from others."""
    browser, public = Browser(site.client), site.explorer
    login = role.replace(" ", "-")
    account = browser.account(login, *ROLES[role])
    assert browser.sign_in(login).status_code == 303
    site.explorer = explorer_for(public, clearance_of(account))
    try:
        return unmarked(site.said(commands=False))
    finally:
        site.explorer = public
        site.client.cookies.clear()


MARKS = re.compile(
    rb'(?s) *<aside class="clearance.*?</aside>| <span class="clearance-mark">.*?</span>| <a class="gap__close".*?</a>'
    rb"| *<p[^>]*><strong>Not for publication: [^<]*</strong></p>\n|Not for publication: [^.<]*\. "
)
"""What says on a page that something is hidden from others."""
FOOT = (b'<a href="/account">Your account</a>', b'<a href="/account">Sign in</a>')
"""What the foot of a page says to whoever is signed in, and to everybody."""
IN_PIXELS = (".png",)


def unmarked(said: Said) -> Said:
    """Return pages without what says what is hidden."""
    return {
        where: (it[0], MARKS.sub(b"", it[1]).replace(*FOOT)) if where.startswith("/") else it
        for where, it in said.items()
        if not where.partition("?")[0].endswith(IN_PIXELS)
    }


def as_saved(said: Said) -> Said:
    """Return drawings with what they have above them when somebody with clearance saves them."""
    return {
        where: (it[0], stamped(it[1].decode(), NOT_PUBLIC).encode())
        if where.partition("?")[0].endswith(".svg") and it[0] == 200 and not where.startswith(FOR_ANYBODY)
        else it
        for where, it in said.items()
    }


def published(said: Said) -> Said:
    """Return what is there to be published, so that it is the public's whoever asks."""
    return {where: it for where, it in said.items() if where.startswith(FOR_ANYBODY)}


def without_published(said: Said) -> Said:
    """Return everything else."""
    return {where: it for where, it in said.items() if not where.startswith(FOR_ANYBODY)}


def never_heard_of(site: Site, kinds: Iterable[str]) -> None:
    """Load the same places without some things, of which the rest is public."""
    # The last item of a list goes first, and things after what is in them.
    ordered = sorted(kinds, key=lambda kind: (not THINGS[kind][3], -THINGS[kind][4]))
    site.load(without(ordered), "alpha", "beta", replace=True)
    if "source" in ordered:
        site.remove_source(THINGS["source"][2])


def test_a_role_reads_what_it_may_as_if_it_were_public_and_the_rest_as_if_it_were_not_there(site: Site) -> None:
    site.load(hidden(), "alpha", "beta", replace=True)
    found = {role: said_to(site, role) for role in ROLES}
    found["nobody"] = unmarked(site.said(commands=False))
    wrong = {}
    for unseen in {unseen_by(role): None for role in ROLES} | {tuple(THINGS): None}:
        never_heard_of(site, unseen)
        expected = unmarked(site.said(commands=False))
        for role, said in found.items():
            if role == "nobody":
                wrong[role] = differing(said, expected) if unseen == tuple(THINGS) else {}
            elif unseen == unseen_by(role):
                wrong[role] = differing(without_published(said), as_saved(expected))
                wrong[role] |= differing(published(said), found["nobody"])
    assert {role: apart for role, apart in wrong.items() if apart} == {}


def test_a_command_says_what_the_public_reads_whoever_has_a_token(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.load(hidden(), "alpha", "beta", replace=True)
    browser = Browser(site.client)
    account = browser.account("all", Grant(Role.STEWARD))
    secret = browser.write(lambda it: tokens.make(it, account, "reads", [Grant(Role.STEWARD)], 1, by="machine tester"))
    for name in ("PARTNERSHIPS_TOKEN", "TOKEN", "AUTHORIZATION"):
        monkeypatch.setenv(name, secret)
    found = {words: site._run(words) for words in COMMANDS}
    never_heard_of(site, THINGS)
    assert found == {words: site._run(words) for words in COMMANDS}
    browser.write(lambda it: directory.remove(it, account, by="machine tester"))


def test_no_question_is_asked_in_a_terminal_as_somebody_or_of_another_site() -> None:
    """A way to say who reads would need the same comparison for commands as routes have here."""
    asked = {words[0] for words in COMMANDS}
    group = get_command(cli)
    assert isinstance(group, TyperGroup)
    questions = {name: it for name, it in group.commands.items() if name in asked}
    assert questions.keys() == asked
    taken = {option for it in questions.values() for each in it.params for option in each.opts}
    assert "--json" in taken
    assert not taken & {"--token", "--account", "--as", "--login", "--for", "--role", "--site", "--url", "--server"}


@pytest.fixture
def steward(site: Site) -> Iterator[Browser]:
    """Return the browser of a steward of the place in which everything is hidden."""
    yield from signed_in(site, "stew", Grant(Role.STEWARD, "alpha"))


@pytest.fixture
def editor(site: Site) -> Iterator[Browser]:
    """Return the browser of an editor there."""
    yield from signed_in(site, "eddie", Grant(Role.EDITOR, "alpha"))


def signed_in(site: Site, login: str, grant: Grant) -> Iterator[Browser]:
    site.load(hidden(), "alpha", "beta", replace=True)
    browser = Browser(site.client)
    account = browser.account(login, grant)
    assert browser.sign_in(login).status_code == 303
    yield browser
    site.client.cookies.clear()
    browser.write(lambda transaction: directory.remove(transaction, account, by="machine tester"))


BODY = "/alpha/quombat"


def test_nothing_that_is_made_for_one_reader_is_kept_for_another(site: Site, steward: Browser) -> None:
    session = steward.session
    for address in (BODY, "/alpha", "/search?q=quombat", "/registers/alpha/bodies.csv", "/diagrams/alpha.svg"):
        for _ in range(2):
            steward.have(session)
            mine = steward.get(address)
            assert "quombat" in mine.text.lower(), address
            assert mine.headers["cache-control"] == "private, no-store"
            assert {"cookie", "authorization"} <= set(mine.headers["vary"].lower().replace(" ", "").split(","))
            assert {"etag", "access-control-allow-origin"}.isdisjoint(mine.headers)
            site.client.cookies.clear()
            theirs = steward.get(address)
            assert theirs.status_code == (404 if address == BODY else 200)
            # What was asked for is said again, in whatever words that was.
            assert "Quombat Board" not in theirs.text, address
            assert "quombat" in address or "quombat" not in theirs.text.lower(), address
            if theirs.status_code == 200:
                assert theirs.headers["etag"]
                steward.have(session)
                again = steward.get(address, headers={"if-none-match": theirs.headers["etag"]})
                assert again.status_code == 200
                assert "quombat" in again.text.lower()


def test_whoever_sees_more_is_told_what_others_do_not_see_and_can_look_as_they_do(site: Site, steward: Browser) -> None:
    page = steward.get(BODY).text
    assert re.search(r"<h1[^>]*>.*Quombat Board.* <span class=\"clearance-mark\">\(confidential\)</span></h1>", page)
    assert "Not for publication" in page
    assert '<span class="clearance-mark">(members only)</span>' in steward.get("/search?q=velstrid").text
    assert 'Signed in as <a href="/account">Name of stew</a>' in page
    assert "/edit/met/organization/alpha/quombat" in page
    assert 'class="gap__close" href="/edit/' in steward.get("/gaps?area=alpha").text
    assert "gap__close" not in steward.get("/gaps?area=beta").text
    unhidden = steward.get("/glossary").text
    assert "nothing on this page is hidden" in unhidden
    assert "Not for publication" not in unhidden
    led = steward.post("/account/view", {"as": "public", "next": BODY}, page="/alpha")
    assert (led.status_code, led.headers["location"]) == (303, BODY)
    assert steward.get(BODY).status_code == 404
    as_public = steward.get("/alpha").text
    assert "You see this as the public does" in as_public
    assert "quombat" not in as_public.lower()
    assert "Name of stew" in as_public
    assert "/edit/new-body/" not in as_public
    assert NOT_PUBLIC not in steward.get("/diagrams/alpha.svg").text
    steward.post("/account/view", {"as": "", "next": "//elsewhere.example"}, page="/alpha")
    assert steward.get(BODY).status_code == 200
    forged = site.client.post("/account/view", data={"as": "public", "next": "/"}, follow_redirects=False)
    assert forged.status_code == 403


def test_what_is_saved_says_that_it_is_not_for_publication(steward: Browser) -> None:
    assert NOT_PUBLIC in steward.get("/diagrams/alpha.svg").text
    assert NOT_PUBLIC in steward.get("/changes.svg?area=alpha").text
    assert NOT_PUBLIC in steward.get("/changes.svg?of=alpha/top&day=after").text
    assert NOT_PUBLIC in steward.get("/diagrams/alpha.html").text
    assert NOT_PUBLIC in steward.get("/booklet/alpha").text
    assert NOT_PUBLIC in steward.get("/relationships/beta.html").text + steward.get("/relationships/alpha.html").text
    named = steward.get("/registers/alpha/bodies.csv").headers["content-disposition"]
    assert 'filename="not-for-publication-' in named
    usual = steward.get("/diagrams/alpha.png")
    steward.client.cookies.clear()
    assert taller(usual.content, steward.get("/diagrams/alpha.png").content)
    assert NOT_PUBLIC not in steward.get("/diagrams/alpha.svg").text


def taller(one: bytes, other: bytes) -> bool:
    """Tell whether a PNG is taller for its width than another: both sizes stand at its beginning."""
    (wide, high), (width, height) = (struct.unpack(">II", png[16:24]) for png in (one, other))
    return bool(high * width > height * wide)


def test_a_token_reads_what_it_and_its_account_may(site: Site, steward: Browser) -> None:
    site.client.cookies.clear()
    account = steward.account("teller", Grant(Role.STEWARD, "alpha"), password="")
    asked = '{ body: organization(id: "alpha/quombat") { name } person(id: "alpha/velstrid") { name } }'

    def read(role: Role) -> Any:
        grants = [Grant(role, "alpha")]
        secret = steward.write(lambda it: tokens.make(it, account, f"reads as {role}", grants, 1, by="machine tester"))
        return site.client.post("/graphql", json={"query": asked}, headers={"authorization": f"Bearer {secret}"})

    seen = {"body": {"name": "Quombat Board"}, "person": {"name": "Velstrid Moor"}}
    nothing = {"body": None, "person": None}
    assert read(Role.STEWARD).json()["data"] == seen
    assert read(Role.MEMBER).json()["data"] == nothing | {"person": seen["person"]}
    assert site.client.post("/graphql", json={"query": asked}).json()["data"] == nothing
    wrong = site.client.post("/graphql", json={"query": asked}, headers={"authorization": "Bearer nonsense"})
    assert wrong.json()["data"] == nothing
    steward.write(lambda it: directory.remove(it, account, by="machine tester"))


def test_clearance_ends_with_the_session_and_with_the_role(site: Site, steward: Browser) -> None:
    assert steward.get(BODY).status_code == 200

    async def taken(transaction: Transaction) -> None:
        account = await directory.found(transaction, "stew")
        await directory.take(transaction, account, "alpha", by="machine tester")

    steward.write(taken)
    assert steward.get(BODY).status_code == 404


CONFIDENTIAL_WORDS = re.compile(
    r"quombat|drimaxo|jubrathe|grontimal|thysmark|obduskan|mungrave|of-quombat|on-quombat", re.IGNORECASE
)
"""What only stewards may read, in names, texts and ids."""


def test_no_form_history_or_refusal_tells_an_editor_of_what_is_for_stewards(site: Site, editor: Browser) -> None:
    found = []
    for address in private_pages():
        page = editor.get(address)
        assert page.status_code in {200, 303, 403, 404}, (address, page.status_code)
        words = CONFIDENTIAL_WORDS.findall(page.text.replace(address, "").replace(quote(address), ""))
        if words:
            found.append((address, words[:3]))
    assert found == []


OTHER_PRIVATE_PAGES = (
    "/history", "/history?place=alpha", "/history.atom", "/history.atom?place=alpha", "/suggestions", "/account", "/import",
    "/duplicates", "/duplicates?area=alpha", "/edit/merge?one=alpha/top", "/account/drafts", "/edit/start",
)  # fmt: skip


def private_pages() -> Iterator[str]:
    """Give the pages of forms about everything that is recorded, and of what was changed."""
    kinds = {"organizations": "organization", "people": "person", "posts": "post", "meetings": "meeting"}
    for section, kind in kinds.items():
        for id_ in (f"alpha/{entry['id']}" for entry in FILES["alpha"][section]):
            if CONFIDENTIAL_WORDS.search(id_):
                continue
            yield f"/edit/about/{kind}/{id_}"
            yield from (f"/edit/{form.word}/{kind}/{id_}" for form in forms_for(kind))
    yield from (f"/edit/{form.word}/area/alpha" for form in forms_for("area"))
    yield from OTHER_PRIVATE_PAGES
    yield from (f"/history/{number}" for number in range(1, 12))


def test_forms_tell_an_editor_nothing_else_than_if_what_is_for_stewards_had_never_been(
    site: Site, editor: Browser
) -> None:
    def told() -> dict[str, tuple[int, str]]:
        return {
            address: (page.status_code, re.sub(r'(name="form_token" value=)"[^"]+"', r"\1", page.text))
            for address in private_pages()
            if not address.startswith("/history")
            for page in [editor.get(address)]
        }

    there = told()
    ordered = sorted(CONFIDENTIAL, key=lambda kind: (not THINGS[kind][3], -THINGS[kind][4]))
    site.load(hidden(without(ordered), OF_MEMBERS), "alpha", "beta", replace=True)
    site.remove_source(THINGS["source"][2])
    never = told()
    # What holds something confidential in it is not for editors to change, and says so.
    open_to_editors = [address for address, (status, _) in there.items() if status == 200]
    assert len(open_to_editors) > 20
    wrong = {address: there[address] for address in open_to_editors}
    assert differing(wrong, never) == {}


def test_what_is_for_stewards_cannot_be_told_by_an_editor_from_what_is_not_there(site: Site, editor: Browser) -> None:
    answers = {}
    for id_ in ("alpha/quombat", "alpha/nothing", "beta/nothing"):
        page = editor.get(f"/edit/about/organization/{id_}")
        shown = re.sub(r"(?s)^.*<main|<footer.*", "", page.text)
        answers[id_] = page.status_code, shown.replace(id_.partition("/")[2], "")
    assert answers["alpha/quombat"] == answers["alpha/nothing"]


def test_a_suggestion_about_what_is_hidden_is_read_by_those_who_may_see_that(site: Site, steward: Browser) -> None:
    for about in (BODY, "/who?of=alpha/quombat", "/diagrams/alpha/quombat.svg", "/alpha/top"):
        sent = steward.post("/suggestions/new", {"about": about, "said": f"Wrong is {about} here"})
        assert sent.status_code == 303
    assert steward.get("/suggestions").text.count("Wrong is ") == 4
    for editor in signed_in(site, "eddie", Grant(Role.EDITOR, "alpha")):
        page = editor.get("/suggestions").text
        assert page.count("Wrong is ") == 1
        assert "quombat" not in page
