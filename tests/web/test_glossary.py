"""The glossary explains every word of the vocabulary that a page may show, and the pages lead to it."""

import re
from enum import StrEnum

import pytest
from starlette.testclient import TestClient

from app.domain import vocabulary as words
from app.domain.glossary import GLOSSARY, find_entry

HTML = {"accept": "text/html"}
ENTRIES = [entry for chapter in GLOSSARY for entry in chapter.entries]
PLAIN = {"other", "member", "substantive", "actual"}
"""Words that say what they say in everyday English, or are never shown."""
SHOWN: tuple[type[StrEnum], ...] = (
    words.Basis, words.Certainty, words.Classification, words.Directness, words.LifecycleStatus, words.LineType,
    words.OrganizationKind, words.Role, words.Sector, words.TenureCapacity,
)  # fmt: skip


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: kind.__name__)
def test_every_word_that_a_page_shows_is_explained(kind: type[StrEnum]) -> None:
    assert [word.value for word in kind if word.value not in PLAIN and find_entry(word.value) is None] == ["formal"] * (
        kind is words.OrganizationKind
    )


def test_each_entry_has_an_address_of_its_own_and_a_short_definition() -> None:
    assert len({entry.slug for entry in ENTRIES}) == len(ENTRIES)
    for entry in ENTRIES:
        assert entry.says.endswith("."), entry.name
        assert 1 <= len(re.findall(r"[.:](?: |$)", entry.says)) <= 3, entry.name
        assert len(entry.says) < 220, entry.name


def test_a_word_is_found_however_it_is_written() -> None:
    entry = find_entry("ex_officio")
    assert entry is not None
    assert entry.slug == "ex-officio"
    assert find_entry("Ex officio") is find_entry("EX-OFFICIO") is find_entry("as of right (ex officio)") is entry
    assert find_entry("flange") is None


def test_the_page_has_every_entry_under_its_address(client: TestClient) -> None:
    text = client.get("/glossary", headers=HTML).text
    for entry in ENTRIES:
        assert text.count(f'id="{entry.slug}"') == 1, entry.slug


def test_words_on_a_page_lead_to_the_glossary_and_keep_the_day(client: TestClient) -> None:
    text = client.get("/bromley/adult-services-policy-and-scrutiny-committee?on=2008-01", headers=HTML).text
    links = re.findall(r'class="term" href="(/glossary[^"]*)"', text)
    assert "/glossary?on=2008-01#co-opted" in links
    slugs = {link.partition("#")[2] for link in links}
    assert slugs <= {entry.slug for entry in ENTRIES}


def test_a_word_is_a_link_once_in_a_section(client: TestClient) -> None:
    text = client.get("/bromley/mental-health-partnership-board", headers=HTML).text
    seats = re.findall(r'<section aria-labelledby="seats">.*?</section>', text, re.DOTALL)[0]
    links = re.findall(r'class="term" href="/glossary#([\w-]+)"', seats)
    assert len(links) == len(set(links)) > 2
    assert seats.lower().count("not recorded") > links.count("not-recorded") == 1
