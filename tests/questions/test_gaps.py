"""Gaps: the page, the field, the command and the downloads say the same of the project's own data."""

import csv
import html
import io
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.vocabulary import GapKind
from app.questions.gaps.rules import RULES
from app.settings import Settings
from tests.questions.asking import command_json

HTML = {"accept": "text/html"}
QUERY = """query($area: ID, $kinds: [GapKind!], $on: Date, $first: Int, $after: String) {
  gaps(area: $area, kinds: $kinds, on: $on, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id kind subject { id } body { id } explanation certainty recordedAsNone remedy citations { locator } } }
  }
}"""
PLACES = ("bromley", "gloucester", "hammersmith-and-fulham")


def fields(client: TestClient, **asked: Any) -> list[dict[str, Any]]:
    """Every gap that the field gives, page by page."""
    found: list[dict[str, Any]] = []
    after: str | None = None
    while True:
        body = {"query": QUERY, "variables": {"first": 100, "after": after} | asked}
        answer = client.post("/graphql", json=body).json()
        assert "errors" not in answer, answer
        gaps = answer["data"]["gaps"]
        found += [edge["node"] for edge in gaps["edges"]]
        if not gaps["pageInfo"]["hasNextPage"]:
            assert len(found) == gaps["totalCount"]
            return found
        after = gaps["pageInfo"]["endCursor"]


def shown(client: TestClient, address: str) -> str:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200, answer.text[:500]
    return html.unescape(answer.text)


def listed(text: str) -> list[str]:
    """The sentences of the findings on a page."""
    return [it.strip() for it in re.findall(r'<span class="gap__says">(.*?)</span>', text, re.DOTALL)]


def rows(client: TestClient, query: str) -> list[dict[str, str]]:
    answer = client.get(f"/gaps.csv?{query}")
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("place", PLACES)
def test_page_field_and_table_give_the_same_gaps(client: TestClient, place: str) -> None:
    found = fields(client, area=place, on="2012-01-01")
    said = sorted(gap["explanation"] for gap in found)
    assert said
    text = shown(client, f"/gaps?area={place}&on=2012-01-01")
    assert sorted(listed(text)) == said
    table = rows(client, f"area={place}&on=2012-01-01")
    assert [(row["Finding"], row["Subject id"]) for row in table] == [
        (gap["explanation"], gap["subject"]["id"]) for gap in found
    ]
    assert [row["Finding id"] + "@2012-01-01" for row in table] == [gap["id"] for gap in found]
    assert [row["A source says so"] == "yes" for row in table] == [gap["recordedAsNone"] for gap in found]
    assert [row["What would close it"] for row in table] == [gap["remedy"] for gap in found]


def test_the_command_says_what_the_field_says(client: TestClient, settings: Settings) -> None:
    found = fields(client, area="gloucester", kinds=["VACANT_POST", "TWO_HATS"], on="2010-01-31")
    kinds = ("--kind", "vacant_post", "--kind", "two-hats")
    answer = command_json(settings, "gaps", "--area", "gloucester", *kinds, "--on", "2010-01")["gaps"]
    told = [edge["node"] for edge in answer["edges"]]
    same = ("kind", "explanation", "certainty", "recordedAsNone", "remedy")
    assert [{key: gap[key] for key in same} for gap in told] == [{key: gap[key] for key in same} for gap in found]
    assert [gap["subject"]["id"] for gap in told] == [gap["subject"]["id"] for gap in found]
    assert answer["answer"] in shown(client, "/gaps?area=gloucester&kind=vacant_post&kind=two_hats&on=2010-01")


def test_each_kind_is_explained_by_its_rule_and_counted(client: TestClient) -> None:
    text = shown(client, "/gaps?area=bromley")
    found = fields(client, area="bromley")
    for kind, rule in RULES.items():
        assert rule.why in text
        count = sum(gap["kind"] == kind.name for gap in found)
        chip = re.search(rf'href="[^"]*kind={kind.value}"[^>]*>{re.escape(rule.name)}: <strong>(\d+)<', text)
        assert (int(chip[1]) if chip else 0) == count, kind
    assert set(RULES) == set(GapKind)


def test_what_a_source_states_stands_apart_from_silence(client: TestClient) -> None:
    text = shown(client, "/gaps?area=bromley")
    stated, _, others = text.partition('<h2 id="others">')
    found = fields(client, area="bromley")
    assert sorted(listed(stated)) == sorted(gap["explanation"] for gap in found if gap["recordedAsNone"])
    assert sorted(listed(others)) == sorted(gap["explanation"] for gap in found if not gap["recordedAsNone"])
    assert {gap["kind"] for gap in found if gap["recordedAsNone"]} <= {
        "RECORDED_ABSENCE", "SEAT_NOT_TAKEN_UP", "VACANT_POST", "NO_REPORT_BACK",
    }  # fmt: skip


def test_kinds_filter_every_way_of_asking_alike(client: TestClient) -> None:
    (gap,) = fields(client, area="bromley", kinds=["SEAT_NOT_TAKEN_UP"])
    assert "BATH" in gap["explanation"]
    assert listed(shown(client, "/gaps?area=bromley&kind=seat_not_taken_up")) == [gap["explanation"]]
    assert [row["Finding"] for row in rows(client, "area=bromley&kind=seat_not_taken_up")] == [gap["explanation"]]


def test_nothing_found_says_what_that_may_mean(client: TestClient) -> None:
    text = shown(client, "/gaps?area=gloucester&kind=seat_not_taken_up")
    assert "No gap of this kind is found in Gloucester" in text
    assert "too little is recorded" in text


def test_without_a_place_every_place_answers(client: TestClient) -> None:
    bodies = {gap["body"]["id"].partition("/")[0] for gap in fields(client)}
    assert bodies >= set(PLACES)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/gaps?area=brumley", 404, "Bromley"),
        ("/gaps?kind=vacant_pots", 400, "did you mean vacant_post?"),
        ("/gaps?on=2007-02-30", 400, "February 2007 has 28 days"),
        ("/gaps.pdf", 404, ".csv, .xlsx or .json"),
    ],
)
def test_a_question_that_cannot_be_asked_is_answered_with_what_would_be_right(
    client: TestClient, address: str, status: int, said: str
) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == status
    assert said in answer.text


def test_the_workbook_opens_and_has_a_row_a_finding(client: TestClient) -> None:
    answer = client.get("/gaps.xlsx?area=gloucester")
    assert answer.content[:2] == b"PK"
    assert "gaps-gloucester.xlsx" in answer.headers["content-disposition"]


def test_what_matters_most_stands_first_each_of_another_kind_and_of_somebody_else(client: TestClient) -> None:
    text = shown(client, "/gaps?area=bromley")
    first = re.findall(r"<li><a [^>]*>(.*?)</a> <span class=\"meta\">(.*?)</span>", text.split('id="first"')[1])[:3]
    assert [kind for _, kind in first] == [
        "Seats not taken up", "Seats and links said to be missing", "People without a voice",
    ]  # fmt: skip
    assert "BATH" in first[0][0]
    assert "BATH" not in first[1][0]
    assert 'id="first"' not in shown(client, "/gaps?area=bromley&kind=seat_not_taken_up")


def test_what_a_source_states_is_open_and_the_rest_folded(client: TestClient) -> None:
    text = shown(client, "/gaps?area=bromley")
    folds = re.findall(r'<details class="gaps__of"( open)?>\s*<summary><h3>(.*?) <span', text)
    stated = {rule.name for rule in RULES.values() if rule.recorded_as_none}
    assert folds
    assert all(bool(opened) == (name in stated) for opened, name in folds)
    assert re.search(r'href="/sources/[^"]*" aria-label="Source 1">\[1\]</a>', text)
    assert len(text) < 125_000, "it is the heaviest page that the project's own places have"
