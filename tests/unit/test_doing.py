"""What whoever may write is led to from a page: the forms about just that, and those that close its gaps."""

import pytest

from app.domain.rights import Account, Grant, Role
from app.record.forms.catalogue import form_named
from app.web.shell import doing as links
from app.web.shell.doing import closable, doing
from app.web.shell.render import environment

EDITOR = Account("1", "eve", "Eve", (Grant(Role.EDITOR, "testham"),))
MEMBER = Account("2", "mel", "Mel", (Grant(Role.MEMBER, "testham"),))
AMEND = '{% import "_macros.html" as m with context %}{{ m.amend(kind, id) }}'


def page_about(kind: str, id_: str) -> str:
    return environment().from_string(AMEND).render(kept={}, sources={}, kind=kind, id=id_)


@pytest.mark.parametrize(
    ("kind", "id_", "words"),
    [
        ("area", "testham", ["Add a body", "Import a file", "Bring in minutes", "Change this"]),
        ("organization", "testham/board", ["Record a meeting", "Add seats", "Bring in minutes", "Change this"]),
        ("post", "testham/chair", ["Somebody new in this seat", "Somebody left", "Change this"]),
        ("person", "testham/ann", ["Left a seat", "Change this"]),
        ("meeting", "testham/met", ["Say who came", "Change this"]),
    ],
)
def test_a_page_leads_whoever_may_write_to_the_forms_about_what_it_shows(kind: str, id_: str, words: list[str]) -> None:
    found = doing(page_about(kind, id_), EDITOR)
    assert [said for _, said in found] == words
    assert found[-1][0] == f"/edit/about/{kind}/{id_}"
    assert {address for address, _ in found if "/import" in address} <= {
        "/import?area=testham",
        "/import/minutes?area=testham",
    }
    for address in (address for address, _ in found[:-1] if "/import" not in address):
        form, of, about = address.removeprefix("/edit/").split("/", 2)
        assert (form_named(form, of).word, about) == (form, id_)
    assert doing(page_about(kind, id_), MEMBER) == []
    assert doing(page_about(kind, id_.replace("testham", "other")), EDITOR) == []
    assert doing("<main>Nothing of the record</main>", EDITOR) == []


def test_the_front_page_leads_whoever_may_write_anywhere_to_what_is_brought_in() -> None:
    front = '<h2 id="places" tabindex="-1">Places</h2>'
    keeper = Account("3", "kit", "Kit", (Grant(Role.ADMINISTRATOR, ""),))
    brought = [("/import", "Import a file"), ("/import/minutes", "Bring in minutes")]
    assert doing(front, EDITOR) == brought
    assert doing(front, keeper) == [*brought, ("/edit/start", "Start a place")]
    assert doing(front, MEMBER) == []


def gap(kind: str, path: str) -> str:
    return (
        f'<li class="gap" data-gap="{kind}"><span class="gap__says">Why</span> <span class="gap__facts">To close it: so'
        f' <a href="{path}?on=2008">What</a> <a href="/sources/x">[1]</a></span></li>'
    )


@pytest.mark.parametrize(
    ("kind", "path", "form"),
    [
        ("vacant_post", "/posts/testham/chair", "/edit/took-a-seat/post/testham/chair"),
        ("report_back_not_recorded", "/posts/testham/chair", "/edit/reported/post/testham/chair"),
        ("no_sector_seat", "/testham/board#seats", "/edit/new-seat/organization/testham/board"),
        ("no_lines", "/testham/board", "/edit/joined/organization/testham/board"),
        ("rests_on_one", "/people/testham/ann", "/edit/about/person/testham/ann"),
        ("vacant_post", "/testham/board", "/edit/about/organization/testham/board"),
        ("stale", "/sources/minutes", ""),
        ("vacant_post", "/posts/other/chair", ""),
    ],
)
def test_a_gap_leads_to_the_form_that_closes_it(kind: str, path: str, form: str) -> None:
    other = gap("two_hats", "/people/other/pat")
    page = closable(other + gap(kind, path) + other, EDITOR)
    closing = f' <a class="gap__close" href="{form}">Close it</a>'
    assert page == other + gap(kind, path).replace("What</a>", f"What</a>{closing if form else ''}") + other
    assert closable(gap(kind, path), MEMBER) == gap(kind, path)


def test_every_form_that_a_page_leads_to_is_one() -> None:
    for gap_kind, (kind, word) in links._GAPS.items():
        assert form_named(word, kind).word == word, gap_kind
