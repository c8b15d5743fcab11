"""Names made to break out of a page are shown as text on every page and drawing, and run nowhere."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.sites import Sites

NAME = "</script><script>alert(1)</script>"
TEXT = '"><img src=x onerror=alert(2)>{{7*7}}${8*8}\\'

PLACE = f"""
place: testham
themes: [{{id: t, name: '{NAME}'}}]
organizations:
  - id: a
    name: '{NAME}'
    alternateNames: ['{TEXT}']
    formerNames: [{{name: '{NAME}'}}]
    classification: forum
    classificationNote: '{NAME}'
    kind: collaboration
    theme: t
    purpose: '{TEXT}'
    constitution: '{NAME}'
    chairStatus: '{NAME}'
    paidHours: '{NAME}'
    fundingNote: '{NAME}'
    membersNote: '{NAME}'
    meetingFrequency: '{NAME}'
    statutoryObservers: '{NAME}'
    representativesNote: '{NAME}'
    statutoryRequirement: '{NAME}'
    identifiers: [{{scheme: '{NAME}', value: '{NAME}'}}]
    contactDetails: [{{type: '{NAME}', value: '{TEXT}', label: '{NAME}'}}]
    note: '{TEXT}'
    cites: 's, {NAME}'
  - {{id: b, name: '{TEXT}', classification: lsp, kind: collaboration, cites: 's, {NAME}'}}
people:
  - {{id: p, name: '{NAME}', alternateNames: ['{TEXT}'], note: '{NAME}', worksFor: [{{organization: a, role: '{NAME}'}}], cites: 's, {NAME}'}}
posts:
  - {{id: q, on: b, label: '{NAME}', onBehalfOf: a, holders: [{{person: p, note: '{NAME}'}}], reportBack: '{NAME}', note: '{TEXT}',
     contactDetails: [{{type: '{NAME}', value: '{NAME}'}}], cites: 's, {NAME}'}}
lines:
  - {{from: a, type: feeds_into, to: b, note: '{NAME}', cites: 's, {NAME}'}}
meetings:
  - {{id: m, organization: b, date: 2008, label: '{NAME}', venue: '{TEXT}', note: '{NAME}',
     attendance: [{{person: p, as: guest, note: '{NAME}'}}], cites: 's, {NAME}'}}
actions:
  - {{id: x, text: '{NAME}', owners: p, ownerNote: '{TEXT}', arisingFrom: m, note: '{NAME}', cites: 's, {NAME}'}}
assessments:
  - {{id: c, organization: a, dimension: funding, rating: red, summary: '{NAME}', by: b, cites: 's, {NAME}'}}
absences:
  - {{id: z, subject: a, from: b, note: '{NAME}', cites: 's, {NAME}'}}
"""

PAGES = (
    "/", "/testham", "/testham/a", "/testham/b", "/people/testham/p", "/posts/testham/q", "/meetings/testham/m",
    "/relationships/testham.svg", "/relationships/testham.html", "/sources", "/sources/s", "/who?of=testham/a", "/who?of=testham/p", "/search?q=script", "/who?of=qqqqqqq",
    "/routes.svg?from=testham/a&to=testham/b", "/changes.svg?area=testham", "/changes.svg?of=testham/a&day=before",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    """Return the application over a place whose every text is hostile."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "testham.yaml").write_text(PLACE)
    (seeds / "areas.yaml").write_text(f"areas: [{{id: testham, name: '{NAME}', classification: '{NAME}'}}]")
    source = f"title: '{NAME}', publisher: '{TEXT}', creators: ['{NAME}'], note: '{NAME}'"
    (seeds / "sources.yaml").write_text(f"sources: [{{id: s, {source}}}]")
    with sites.over(seeds) as (client, _):
        yield client


@pytest.mark.parametrize("address", PAGES)
def test_hostile_names_are_text(hostile: TestClient, address: str) -> None:
    answer = hostile.get(address, headers={"accept": "text/html"})
    assert answer.status_code in {200, 404}
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "{{7*7}}" in answer.text or "49" not in answer.text
    if address != "/who?of=qqqqqqq":
        assert "alert(1)" in answer.text, "the name should be there, as text"
