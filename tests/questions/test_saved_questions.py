"""Saved questions: read with every problem named, filled as people would, answered alike everywhere."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.saved_question import SavedQuestion
from app.domain.vocabulary import BlankKind
from app.exchange.question_files import read_question
from app.questions.saved_questions.answering import PARAMETERS, SERVICES
from app.questions.saved_questions.ask import check_questions, question_paths
from app.settings import Settings
from tests.commands import in_process
from tests.conftest import SEEDS
from tests.questions.asking import command_json

HTML = {"accept": "text/html"}
ASK = """query($question: ID!, $blanks: [String!]!, $on: Date) {
  ask(question: $question, blanks: $blanks, on: $on) { text answer href on items { text href subject { id } } }
}"""
GOOD = """
id: without
text: Which boards in [place] have nobody from [group]?
hint: The boards without a seat for them.
order: 3
blanks:
  - name: place
    accepts: area
    label: a place
  - name: group
    accepts: constituency
    label: faith groups, say
answeredBy: boards-without
given:
  area: "[place]"
  of: "[group]"
"""
FILLED = {
    BlankKind.AREA: "bromley",
    BlankKind.CONSTITUENCY: "bromley/carers",
    BlankKind.PERSON: "bromley/anne-manning",
    BlankKind.DAYS: "400",
}
ALL = check_questions(question_paths(SEEDS)).all


def problems(folder: Path, text: str) -> str:
    path = folder / "without.yaml"
    path.write_text(text)
    question, found = read_question(path, PARAMETERS)
    assert (question is None) == bool(found)
    return "\n".join(str(problem).removeprefix(str(folder)) for problem in found)


def blanks_of(question: SavedQuestion) -> list[str]:
    """Something that fits each blank: of two bodies the second is the LSP, of two places the second is Gloucester."""
    given, seen = [], set[BlankKind]()
    for blank in question.blanks:
        if blank.accepts is BlankKind.BODY:
            board = "lsp" in blank.classifications
            given.append("bromley/local-strategic-partnership" if board else "bromley/mental-health-forum")
        else:
            given.append("gloucester" if blank.accepts in seen else FILLED[blank.accepts])
        seen.add(blank.accepts)
    return given


def asked(client: TestClient, question: str, *blanks: str, **more: str) -> dict[str, Any]:
    variables = {"question": question, "blanks": list(blanks)} | more
    answer: dict[str, Any] = client.post("/graphql", json={"query": ASK, "variables": variables}).json()
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["ask"]
    return found


def refused(client: TestClient, question: str, *blanks: str) -> str:
    variables = {"question": question, "blanks": list(blanks)}
    answer = client.post("/graphql", json={"query": ASK, "variables": variables}).json()
    return str(answer["errors"][0]["message"])


def test_the_questions_that_come_with_the_data_have_no_problem_and_use_every_answer() -> None:
    checked = check_questions(question_paths(SEEDS))
    assert [str(problem) for problem in checked.problems] == []
    assert len(checked.all) >= 12
    assert {question.answered_by for question in checked.all} == set(SERVICES)


def test_a_right_file_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: without", "id: other", "/without.yaml:2:5: id: found 'other'; expected the file's own name, 'without'"),
        ("nobody from [group]", "nobody from [grouq]", "found '[grouq]'; no blank below has this name (did you mean group?)"),
        ("from [group]", "from [group] or [group]", "'[group]' a second time; expected each blank once"),
        ("have nobody from [group]", "have gaps", "found 'group'; expected [group] in the text"),
        ("accepts: constituency", "accepts: constituancy", "did you mean constituency?"),
        ("accepts: constituency", "accepts: days\n    usual: 9", "this takes body or constituency, and the blank accepts days"),
        ("accepts: constituency", "accepts: days", "a blank for days has a usual number, and no other has"),
        ("label: faith groups, say", "label: x\n    classifications: [forum]", "only a blank for a body has them"),
        ("answeredBy: boards-without", "answeredBy: boards-with", "(did you mean boards-without?)"),
        ('  of: "[group]"\n', "", "'boards-without' has to be told 'of'"),
        ('  of: "[group]"\n', '  of: "[group]"\n  on: "[group]"\n', "'boards-without' asks only for: area, of"),
        ('of: "[group]"', "of: carers", "expected a blank, such as '[of]'"),
        ('of: "[group]"', 'of: "[groups]"', "no blank has this name (did you mean group?)"),
        ("hint: The boards without a seat for them.\n", "", "the field 'hint' is missing"),
        ("order: 3", "orders: 3", "an unknown field 'orders'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert said in problems(tmp_path, GOOD.replace(old, new))


def test_a_kind_of_gap_that_nobody_knows_is_a_problem(tmp_path: Path) -> None:
    text = (
        GOOD.replace("boards-without", "gaps").replace("of [group]", "").replace('of: "[group]"', "kinds: vacant_pots")
    )
    assert "'vacant_pots' is not a kind of gap (did you mean vacant_post?)" in problems(tmp_path, text)


def test_check_knows_the_files_of_questions(tmp_path: Path) -> None:
    done = in_process(["check", str(SEEDS / "questions")], {})
    assert (done.exit_code, done.stdout.strip()) == (0, f"{len(ALL)} questions, no problems.")
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "without.yaml").write_text(GOOD.replace("id: without", "id: other"))
    done = in_process(["check", str(folder)], {})
    assert done.exit_code == 1
    assert "expected the file's own name" in done.stdout


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
def test_page_and_field_give_the_same_answer(client: TestClient, question: SavedQuestion) -> None:
    given = blanks_of(question)
    answer = asked(client, question.id, *given, on="2010-06-30")
    assert answer["answer"].endswith(".")
    assert "[" not in answer["text"]
    query = {blank.name: value for blank, value in zip(question.blanks, given, strict=True)}
    page = client.get(f"/ask/{question.id}", params=query | {"on": "2010-06-30"}, headers=HTML)
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert f'<p class="answer">{answer["answer"]}</p>' in text
    assert f"<h1>{answer['text']}</h1>" in text
    block = re.search(r'<ul class="asking__items">(.*?)</ul>', text, re.DOTALL)
    listed = re.findall(r"<li><a [^>]*>(.*?)</a></li>", block[1]) if block else []
    assert listed == [item["text"] for item in answer["items"]][:40]
    full = client.get(answer["href"].partition("#")[0], headers=HTML)
    assert full.status_code == 200, answer["href"]
    for item in answer["items"][:5]:
        assert client.get(item["href"].partition("#")[0], headers=HTML).status_code == 200, item


def test_the_command_says_what_the_field_says(client: TestClient, settings: Settings) -> None:
    answer = asked(client, "boards-without", "Bromley", "faith groups", on="2008-01-31")
    blanks = ("boards-without", "bromley", "faith groups")
    said = command_json(settings, "ask", *blanks, "--on", "2008-01-31")["ask"]
    assert {key: said[key] for key in ("text", "answer", "href", "on", "items")} == answer


def test_no_board_has_a_seat_for_faith_groups_and_a_source_says_so(client: TestClient) -> None:
    answer = asked(client, "boards-without", "bromley", "bromley/faith-groups")
    number = re.search(r"Of (\d+) boards with recorded seats, (\d+) have no seat for Faith groups", answer["answer"])
    assert number
    assert number[1] == number[2]
    assert answer["items"][0]["text"].startswith("A source says: ")


def test_a_board_with_a_seat_for_those_who_speak_for_carers_is_not_among_those_without(client: TestClient) -> None:
    seated = {item["text"].partition(":")[0] for item in asked(client, "who-speaks-for", "bromley/carers")["items"]}
    without = {item["text"].partition(":")[0] for item in asked(client, "boards-without", "bromley", "carers")["items"]}
    assert without
    assert "Health and Social Care Partnership Board" in seated - without


def test_a_blank_is_filled_by_an_abbreviation_and_refused_with_what_would_fit(client: TestClient) -> None:
    assert "the Council on Ageing" in asked(client, "where-is-heard", "COA")["text"]
    assert "Still to be filled in: group (faith groups, say)" in refused(client, "boards-without", "bromley")
    assert "Nothing that fits here is called 'dragons' in Bromley" in refused(
        client, "boards-without", "bromley", "dragons"
    )
    assert "the question has 2 blanks" in refused(client, "boards-without", "a", "b", "c")
    assert "expected 1 to 3650" in refused(client, "whose-time-ends", "bromley", "0")
    assert "There is no question 'boards-with'" in refused(client, "boards-with")


def test_the_questions_of_a_place_have_it_filled_in(client: TestClient) -> None:
    query = '{ at: savedQuestions(area: "bromley") { id text href blanks { name value } } savedQuestions { id } }'
    data = client.post("/graphql", json={"query": query}).json()["data"]
    assert all(it["id"].endswith("/bromley") for it in data["at"])
    at = {it["id"].removesuffix("/bromley"): it for it in data["at"]}
    assert at["boards-without"]["text"] == "Which boards in Bromley have nobody from [faith groups, say]?"
    assert at["boards-without"]["blanks"] == [{"name": "place", "value": "bromley"}, {"name": "group", "value": None}]
    assert [it["id"] for it in data["savedQuestions"]] == [question.id for question in ALL]
    assert set(at) == {question.id for question in ALL if question.at_places}
    page = client.get("/ask?area=bromley", headers=HTML).text
    for it in at.values():
        assert f'href="{it["href"]}"' in page


def test_home_and_place_lead_to_questions(client: TestClient) -> None:
    assert 'href="/ask/boards-without"' in client.get("/", headers=HTML).text
    assert 'href="/ask/boards-without?area=bromley"' in client.get("/bromley", headers=HTML).text


def test_a_form_offers_only_what_is_of_the_place(client: TestClient) -> None:
    text = client.get("/ask/boards-without?area=bromley", headers=HTML).text
    assert 'value="bromley/faith-groups"' in text
    assert 'value="hammersmith-and-fulham/residents"' not in text
    assert 'value="hammersmith-and-fulham/residents"' in client.get("/ask/boards-without", headers=HTML).text


def test_a_wrong_blank_keeps_the_form_and_says_what_would_fit(client: TestClient) -> None:
    answer = client.get("/ask/boards-without?place=bromley&group=car<b>ers", headers=HTML)
    assert answer.status_code == 404
    assert 'aria-invalid="true"' in answer.text
    assert "Nothing that fits here is called" in answer.text
    assert "<b>ers" not in answer.text
    assert client.get("/ask/nothing-like-it", headers=HTML).status_code == 404


def test_names_that_fit_a_blank_are_offered_while_typing(client: TestClient) -> None:
    offered = client.get("/ask/how-does-a-voice-get/board/names?q=older+peop").json()
    assert "Older People's Partnership Board" in [name["name"] for name in offered]
    assert not [
        name for name in client.get("/ask/how-does-a-voice-get/board/names?q=anne").json() if "Anne" in name["name"]
    ]
