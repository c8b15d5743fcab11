"""Tags of what is sent: the same file keeps its tag and is not sent again, another file has another tag."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.record.loading import load_files
from tests.edges.tagged_place import CHANGES, PLACE

FEEDS_AND_PICTURES = (
    "/feeds/edges.atom",
    "/feeds/edges/board.atom",
    "/diagrams/edges.svg",
    "/diagrams/edges/board.svg",
    "/diagrams/edges.json",
    "/diagrams/edges/board.json",
)
"""What must have a tag: large, asked for again and again by programs."""
GIVEN = {
    "organization": "board", "format": "csv", "person": "ann", "post": "seats", "source": "minutes", "meeting": "first",
    "question": "who-sits-on",
}  # fmt: skip
"""What stands for each part of an address; for an area the place itself."""


def load(site: TestClient, folder: Path, text: str) -> None:
    """Let the place's file say this, and load it."""
    (folder / "edges.yaml").write_text(text)
    assert site.portal
    site.portal.call(lambda: load_files(site.app_state["explorer"].database, [folder], replace=True))


def addresses(site: TestClient) -> set[str]:
    """Return every address that the site has, with something in the place of each part."""
    paths: frozenset[str] = site.app.state.pages  # type: ignore[attr-defined]
    return {re.sub(r"{(\w+)(:\w+)?}", lambda part: GIVEN.get(part[1], "edges"), path) for path in paths}


def asked(site: TestClient, tagged: tuple[str, ...]) -> Mapping[str, tuple[str, bytes]]:
    """Return tag and content of each address."""
    answers = {address: site.get(address) for address in tagged}
    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(tagged, 200)
    return {address: (answer.headers["etag"], answer.content) for address, answer in answers.items()}


def test_feeds_and_pictures_have_tags_and_every_address_that_has_one_is_tried_here(site: TestClient) -> None:
    every = addresses(site)
    assert every >= set(FEEDS_AND_PICTURES)
    assert {address for address in every if "etag" in site.get(address).headers} == set(FEEDS_AND_PICTURES)


@pytest.mark.parametrize("address", FEEDS_AND_PICTURES)
def test_who_has_a_file_is_not_sent_it_again(site: TestClient, address: str) -> None:
    first = site.get(address)
    tag = first.headers["etag"]
    assert first.status_code == 200
    assert tag.startswith('"')
    for known in (tag, f"W/{tag}", f'"another", {tag}', f'"another",{tag}', f'{tag} , W/"x"'):
        again = site.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), known
    for other in ('"another"', tag.strip('"'), "", tag.replace('"', "'")):
        again = site.get(address, headers={"If-None-Match": other})
        assert (again.status_code, again.content) == (200, first.content), other


def test_a_tag_changes_with_the_file_and_only_with_it(site: TestClient, folder: Path) -> None:
    before = asked(site, FEEDS_AND_PICTURES)
    wrong, seen = dict[tuple[str, str], object](), set[str]()
    try:
        for what, (old, new) in CHANGES.items():
            assert PLACE.count(old) >= 1, what
            load(site, folder, PLACE.replace(old, new))
            after = asked(site, FEEDS_AND_PICTURES)
            for address in FEEDS_AND_PICTURES:
                (tag, content), (other_tag, other) = before[address], after[address]
                if (tag == other_tag) != (content == other):
                    wrong[what, address] = (tag, other_tag)
                if content != other:
                    seen |= {what, address}
                    again = site.get(address, headers={"If-None-Match": tag})
                    if (again.status_code, again.content) != (200, other):
                        wrong[what, address] = again.status_code
    finally:
        load(site, folder, PLACE)
    assert wrong == {}
    assert asked(site, FEEDS_AND_PICTURES) == before, "what was before has the tag that it had"
    assert seen == set(CHANGES) | set(FEEDS_AND_PICTURES), "a change that nothing shows, or a file that shows none"
