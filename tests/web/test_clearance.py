"""Whoever may read what is hidden reads all of it as if it were public, and what they may not as if it had never been.

Two places with one thing of every kind, of which some are for members and the rest is confidential. What the site says
to each role is compared with what it says to the public of the same places, in which what the role may read is public,
and the rest was never heard of.
"""

import re
import shutil
from collections.abc import Iterator
from copy import deepcopy

import pytest

from app.diagram.stamping import stamped
from app.domain.clearance import NOT_PUBLIC, clearance_of
from app.domain.rights import Grant, Role
from app.reading.clearing import explorer_for
from app.web.shell.clearing import FOR_ANYBODY
from tests.accounts import Browser
from tests.conftest import SEEDS
from tests.sites import Sites
from tests.web.closing_cases import FILES, THINGS, Files, _entry, without
from tests.web.test_closing import COMMANDS, Said, Site, differing, write

OF_MEMBERS = ("person", "tenure", "on whose behalf", "line", "attendance", "report", "absence", "contact detail")
COMMAND_LINES = frozenset(" ".join(words) for words in COMMANDS)
CONFIDENTIAL = tuple(kind for kind in THINGS if kind not in OF_MEMBERS)


def hidden() -> Files:
    files = deepcopy(FILES)
    for kind in THINGS:
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
        return unmarked(site.said())
    finally:
        site.explorer = public
        site.client.cookies.clear()


MARKS = re.compile(
    rb'(?s) *<aside class="clearance.*?</aside>| <span class="clearance-mark">.*?</span>'
    rb"| *<p[^>]*><strong>Not for publication: [^<]*</strong></p>\n|Not for publication: [^.<]*\. "
)
"""What says on a page that something is hidden from others."""
IN_PIXELS = (".png",)


def unmarked(said: Said) -> Said:
    """Return pages without what says what is hidden; commands are left out, which read what is public."""
    return {
        where: (it[0], MARKS.sub(b"", it[1])) if where.startswith("/") else it
        for where, it in said.items()
        if where not in COMMAND_LINES and not where.partition("?")[0].endswith(IN_PIXELS)
    }


def as_saved(said: Said) -> Said:
    """Return drawings with what they have above them when somebody with clearance saves them."""
    return {
        where: (it[0], stamped(it[1].decode(), NOT_PUBLIC).encode())
        if where.endswith(".svg") and it[0] == 200 and not where.startswith(FOR_ANYBODY)
        else it
        for where, it in said.items()
    }


def published(said: Said) -> Said:
    """Return what is there to be published, so that it is the public's whoever asks."""
    return {where: it for where, it in said.items() if where.startswith(FOR_ANYBODY)}


def without_published(said: Said) -> Said:
    """Return everything else."""
    return {where: it for where, it in said.items() if not where.startswith(FOR_ANYBODY)}


def test_a_role_reads_what_it_may_as_if_it_were_public_and_the_rest_as_if_it_were_not_there(site: Site) -> None:
    site.load(hidden(), "alpha", "beta", replace=True)
    found = {role: said_to(site, role) for role in ROLES}
    found["nobody"] = unmarked(site.said())
    wrong = {}
    for unseen in {unseen_by(role): None for role in ROLES} | {tuple(THINGS): None}:
        # The last item of a list goes first, and things after what is in them.
        ordered = sorted(unseen, key=lambda kind: (not THINGS[kind][3], -THINGS[kind][4]))
        site.load(without(ordered), "alpha", "beta", replace=True)
        if "source" in unseen:
            site.remove_source(THINGS["source"][2])
        expected = unmarked(site.said())
        for role, said in found.items():
            if role == "nobody":
                wrong[role] = differing(said, expected) if unseen == tuple(THINGS) else {}
            elif unseen == unseen_by(role):
                wrong[role] = differing(without_published(said), as_saved(expected))
                wrong[role] |= differing(published(said), found["nobody"])
    assert {role: apart for role, apart in wrong.items() if apart} == {}
