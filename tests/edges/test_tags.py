"""Tags over the life of the data: what is asked after a load is new, and after a load of the same it is as it was."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from starlette.testclient import TestClient

from app.record.loading import load_files
from tests.edges.tagged_place import CHANGES, PLACE

GIVEN = {
    "organization": "board", "format": "csv", "person": "ann", "post": "seats", "source": "minutes", "meeting": "first",
    "question": "who-sits-on",
}  # fmt: skip
"""What stands for each part of an address; for an area the place itself."""
PAPER = re.compile("[.](pdf|png)")
"""What takes long to make, from what is looked at in other forms."""


def load(site: TestClient, folder: Path, text: str) -> None:
    """Let the place's file say this, and load it."""
    (folder / "edges.yaml").write_text(text)
    assert site.portal
    site.portal.call(lambda: load_files(site.app_state["explorer"].database, [folder], replace=True))


def addresses(site: TestClient) -> set[str]:
    """Return every address that the site has, with something in the place of each part."""
    paths: frozenset[str] = site.app.state.pages  # type: ignore[attr-defined]
    return {re.sub(r"{(\w+)(:\w+)?}", lambda part: GIVEN.get(part[1], "edges"), path) for path in paths}


def asked(site: TestClient, addresses: Iterable[str]) -> Mapping[str, tuple[str, bytes]]:
    """Return tag and content of each address."""
    answers = {address: site.get(address) for address in addresses}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {address: (answer.headers["etag"], answer.content) for address, answer in answers.items()}


def unchanged(site: TestClient, before: Mapping[str, tuple[str, bytes]]) -> set[str]:
    """Return the addresses of which a reader who had them before is told that they are as they were."""
    answers = {address: site.get(address, headers={"If-None-Match": tag}) for address, (tag, _) in before.items()}
    assert {answer.status_code for answer in answers.values()} <= {200, 304}
    return {address for address, answer in answers.items() if answer.status_code == 304}


def test_a_tag_changes_with_the_data_and_only_with_it(site: TestClient, folder: Path) -> None:
    tagged = {each for each in addresses(site) if not PAPER.search(each) and "etag" in site.get(each).headers}
    assert tagged >= {
        "/",
        "/edges",
        "/edges/board",
        "/gaps.csv",
        "/feeds/edges.atom",
        "/diagrams/edges.svg",
    }
    before = asked(site, sorted(tagged))
    load(site, folder, PLACE)
    assert unchanged(site, before) == tagged, "what is loaded again changes nothing"
    seen = set[str]()
    try:
        for what, (old, new) in CHANGES.items():
            assert PLACE.count(old) >= 1, what
            load(site, folder, PLACE.replace(old, new))
            assert unchanged(site, before) <= {"/openapi.json", "/robots.txt"}
            changed = {each for each, (_, content) in asked(site, sorted(tagged)).items() if content != before[each][1]}
            assert changed, what
            seen |= changed
    finally:
        load(site, folder, PLACE)
    assert seen >= {"/edges", "/edges/board", "/gaps.csv", "/feeds/edges.atom", "/diagrams/edges.svg"}
    assert without_versions(asked(site, sorted(tagged))) == without_versions(before)


def without_versions(found: Mapping[str, tuple[str, bytes]]) -> dict[str, bytes]:
    """Return what each address says, but for which version of the data it says it from.

    A manifest says when that was made, and the digests of files that say it.
    """
    said = rb"""data[ _]?version"?:? ?\d+|version \d+ of the record|"(?:sha256|updated)": ?"[^"]*\""""
    return {address: re.sub(said, b"", content, flags=re.IGNORECASE) for address, (_, content) in found.items()}
