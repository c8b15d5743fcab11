"""What cannot be seen is shown by its number, and words lead to their explanation however they are written."""

import pytest

from app.domain import glossary
from app.domain.glossary import GLOSSARY, Entry, find_entry
from app.domain.visible import can_be_seen, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("one\ntwo\t", "one\\ntwo\\t"),
        ("\N{NO-BREAK SPACE}\x00", "\N{NO-BREAK SPACE}\\x00"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}é", "\\u202eé"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_some_may_be_kept() -> None:
    assert visible("one\ntwo\t", keep="\n") == "one\ntwo\\t"
    assert visible("one\ntwo\t", keep="\n\t") == "one\ntwo\t"


def test_letters_and_spaces_can_be_seen() -> None:
    seen = [can_be_seen(character) for character in "a \N{NO-BREAK SPACE}\N{EM SPACE}é\n\x07\N{ZERO WIDTH SPACE}"]
    assert seen == [True, True, True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("LSP (Local Strategic Partnership)", "lsp"), ("Sub-group", "sub-group"), ("As of right (ex officio)", "as-of-right"),
        ("What's this? ", "what-s-this"), ("A  &  B", "a-b"),
    ],
)  # fmt: skip
def test_a_word_is_part_of_an_address(name: str, slug: str) -> None:
    assert Entry(name, "It says.").slug == slug


@pytest.mark.parametrize(
    "word", ["sub_group", "Sub-group", "SUB GROUP", " sub  group ", "is a sub-group of", "project_group"]
)
def test_words_lead_to_their_entry_however_they_are_written(word: str) -> None:
    entry = find_entry(word)
    assert entry
    assert entry.name == "Sub-group"


@pytest.fixture(autouse=True)
def read_anew() -> None:
    """Have the words read anew: a test is of how they are read, not of what an earlier one kept."""
    glossary._by_word.cache_clear()


def test_every_entry_is_found_by_its_name_its_slug_and_its_words() -> None:
    for entry in (entry for chapter in GLOSSARY for entry in chapter.entries):
        for word in (entry.name, entry.name.partition(" (")[0], entry.slug, *entry.words):
            assert find_entry(word), word
    assert find_entry("xyzzy") is None
    assert find_entry("") is None
