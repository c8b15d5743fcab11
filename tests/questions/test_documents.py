"""`--json`: every command that answers prints what `/graphql` answers to the document beside it, with its own switches.

Each case says which variables its switches stand for. That every one of them matters is seen by leaving it out.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import typer
from graphql import GraphQLSchema, NonNullTypeNode, OperationDefinitionNode, build_schema, parse, validate
from starlette.testclient import TestClient

from app import commands as beside
from app.api.schema.root import schema_text
from app.cli import app
from app.reading.explorer import today
from app.settings import Settings
from tests.commands import in_process

FOLDER = Path(beside.__file__).parent
DOCUMENTS = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.graphql")}


@dataclass(frozen=True)
class Case:
    """A command, the document and operation that it asks, and the variables that it asks with."""

    words: tuple[str, ...]
    document: str
    variables: dict[str, Any]
    operation: str | None = None
    idle: frozenset[str] = field(default=frozenset())
    """Variables that make no difference here: what is usual, said aloud."""

    def __str__(self) -> str:
        return " ".join(self.words)


NOW = {"on": today().isoformat(), "includeProposed": False}
USUAL = frozenset(NOW)
BOARD = "bromley/older-peoples-partnership-board"
FILES = frozenset({"register", "minutes"})
"""Commands whose JSON is a file that the site has too, or what was read of one, and no answer of the API."""
BY_TOKEN = frozenset({"history"})
"""Commands whose document only a token may ask, with its name: tests/api/test_change_sets.py asks it."""
CASES = (
    Case(("who", "COA"), "representation", {"of": "bromley/council-on-ageing", **NOW}, idle=USUAL),
    Case(
        ("who", "gloucester/gl-communities", "--on", "2009-01", "--proposed"),
        "representation",
        {"of": "gloucester/gl-communities", "on": "2009-01-31", "includeProposed": True},
    ),
    Case(("search", "forum"), "search", {"text": "forum", "first": 10}, idle=frozenset({"first"})),
    Case(
        ("search", "forum", "--area", "gloucester", "--first", "3"),
        "search",
        {"text": "forum", "area": "gloucester", "first": 3},
    ),
    Case(("gaps",), "gaps", NOW, idle=USUAL),
    Case(
        ("gaps", "--area", "gloucester", "--kind", "vacant_post", "--kind", "two-hats", "--on", "2010-01"),
        "gaps",
        {"area": "gloucester", "kinds": ["VACANT_POST", "TWO_HATS"], "on": "2010-01-31", "includeProposed": False},
        idle=frozenset({"includeProposed"}),
    ),
    Case(
        ("gaps", "--area", "bromley", "--proposed"),
        "gaps",
        {"area": "bromley", **NOW, "includeProposed": True},
        idle=frozenset({"on"}),
    ),
    Case(("changes",), "changes", {"until": NOW["on"], "includeProposed": False}, idle=frozenset({"until", *USUAL})),
    Case(
        ("changes", "--area", "bromley", "--since", "2006", "--until", "2008", "--proposed"),
        "changes",
        {"area": "bromley", "since": "2006-01-01", "until": "2008-12-31", "includeProposed": True},
    ),
    Case(
        ("changes", "--organization", BOARD),
        "changes",
        {"organization": BOARD, "until": NOW["on"], "includeProposed": False},
        idle=frozenset({"until", "includeProposed"}),
    ),
    Case(
        ("routes", "COA", BOARD, "--first", "1", "--on", "2008"),
        "routes",
        {"from": "bromley/council-on-ageing", "to": BOARD, "first": 1, "on": "2008-12-31", "includeProposed": False},
        idle=frozenset({"includeProposed", "first"}),
    ),
    Case(("fragility",), "fragility", NOW, idle=USUAL),
    Case(
        ("fragility", "--area", "bromley", "--on", "2008-02", "--if-left", "chair of the Mental Health", "--proposed"),
        "fragility",
        {
            "area": "bromley",
            "on": "2008-02-29",
            "includeProposed": True,
            "leaving": True,
            "holder": "bromley/mental-health-forum-chair",
        },
        idle=frozenset({"includeProposed"}),
    ),
    Case(
        ("report-back", "--area", "gloucester", "--on", "2010-02-10"),
        "reporting",
        {"area": "gloucester", "on": "2010-02-10", "includeProposed": False},
        idle=frozenset({"includeProposed", "area"}),
    ),
    Case(
        ("balance", "Older People's Partnership Board", "--on", "2008"),
        "balance",
        {"of": BOARD, "on": "2008-12-31", "includeProposed": False},
        idle=frozenset({"includeProposed"}),
    ),
    Case(
        ("members", "Older People's Partnership Board", "--on", "2008"),
        "members",
        {"of": BOARD, "on": "2008-12-31", "includeProposed": False},
        idle=frozenset({"includeProposed"}),
    ),
    Case(
        ("capacity", "--area", "Bromley", "--area", "gloucester", "--sort", "hours"),
        "capacity",
        {"areas": ["bromley", "gloucester"], "sort": "hours"},
    ),
    Case(
        ("relationships", "--area", "Hammersmith & Fulham", "--on", "2009-07-08"),
        "relationships",
        {"area": "hammersmith-and-fulham", "on": "2009-07-08"},
    ),
    Case(
        ("compare", "bromley", "Gloucester", "--on", "1990"),
        "comparing",
        {"left": "bromley", "right": "gloucester", "on": "1990-12-31"},
    ),
    Case(("ask", "--list"), "saved_questions", {}, "SavedQuestions"),
    Case(
        ("ask", "boards-without", "bromley", "faith groups", "--on", "2008-01"),
        "saved_questions",
        {
            "question": "boards-without",
            "blanks": ["bromley", "faith groups"],
            "on": "2008-01-31",
            "includeProposed": False,
        },
        "Ask",
        idle=frozenset({"includeProposed", "blanks"}),
    ),
)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    """Return the schema as it is served."""
    return build_schema(schema_text())


@pytest.fixture
def run(client: TestClient, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a way to run a command over the application's database: (exit code, output, what went to stderr)."""
    # The engine runs already, and what holds it early would do so until the tests end.
    monkeypatch.setattr("app.commands.beginning.start_engine_early", lambda: None)
    kept = {"PARTNERSHIPS_DATA_DIR": str(settings.data_dir), "PARTNERSHIPS_SEEDS_DIR": str(settings.seeds_dir)}
    kept |= {"PARTNERSHIPS_NEO4J_URI": "", "PARTNERSHIPS_READ_DEADLINE": "15"}

    def command(*words: str) -> tuple[int, str, str]:
        done = in_process(words, kept)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.stdout, done.stderr

    return command


def operations(document: str) -> dict[str, OperationDefinitionNode]:
    """The operations of a document, by name."""
    found = (node for node in parse(document).definitions if isinstance(node, OperationDefinitionNode))
    return {node.name.value: node for node in found if node.name}


def posted(client: TestClient, case: Case, variables: dict[str, Any]) -> Any:
    """What `/graphql` answers to a case's document, its pages put together."""
    body = {"query": DOCUMENTS[case.document], "operationName": case.operation, "variables": variables}
    answer = client.post("/graphql", json=body).json()
    assert "errors" not in answer, answer
    data = answer["data"]
    (found,) = data.values()
    if isinstance(found, dict) and found.get("pageInfo", {}).get("hasNextPage"):
        (rest,) = posted(client, case, variables | {"after": found["pageInfo"]["endCursor"]}).values()
        found["edges"] += rest["edges"]
        found["pageInfo"] = rest["pageInfo"]
    return data


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_each_document_fits_the_schema(schema: GraphQLSchema, name: str) -> None:
    assert validate(schema, parse(DOCUMENTS[name])) == []


def test_each_command_with_json_has_a_document_that_a_case_asks_and_no_document_is_idle() -> None:
    command = typer.main.get_command(app)
    names = {name for name, each in command.commands.items() if any(it.name == "as_json" for it in each.params)}  # type: ignore[attr-defined]
    assert {case.words[0] for case in CASES} == names - FILES - BY_TOKEN
    asked = {(case.document, case.operation or next(iter(operations(DOCUMENTS[case.document])))) for case in CASES}
    every = {(name, operation) for name, document in DOCUMENTS.items() for operation in operations(document)}
    assert asked == {(name, operation) for name, operation in every if name not in BY_TOKEN}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_command_prints_what_its_document_answers(client: TestClient, run: Any, case: Case) -> None:
    code, output, _ = run(*case.words, "--json")
    assert code == 0
    told = json.loads(output)
    assert told == posted(client, case, case.variables)
    (operation,) = [
        node for name, node in operations(DOCUMENTS[case.document]).items() if case.operation in {None, name}
    ]
    declared = {node.variable.name.value: node.type for node in operation.variable_definitions or ()}
    assert set(case.variables) <= set(declared)
    for name in case.variables:
        if not isinstance(declared[name], NonNullTypeNode) and name not in case.idle:
            without = {key: value for key, value in case.variables.items() if key != name}
            assert posted(client, case, without) != told, name


def test_a_list_of_several_pages_is_printed_whole(run: Any) -> None:
    found = json.loads(run("gaps", "--json")[1])["gaps"]
    assert found["totalCount"] == len(found["edges"]) > 100
    assert found["pageInfo"]["hasNextPage"] is False


@pytest.mark.parametrize(
    ("words", "code", "name", "nearest"),
    [
        (("who", "zzzz"), 1, "NOT_FOUND", None),
        (("gaps", "--area", "bromly"), 1, "NOT_FOUND", None),
        (("gaps", "--kind", "vacant"), 1, "BAD_USER_INPUT", None),
        (("changes", "--since", "2010", "--until", "2009"), 1, "BAD_USER_INPUT", None),
        (("capacity", "--sort", "size"), 1, "BAD_USER_INPUT", None),
        (("ask", "boards-with"), 1, "NOT_FOUND", None),
        (("ask",), 1, "BAD_USER_INPUT", None),
        (("compare", "bromley", "glouceste"), 1, "NOT_FOUND", "gloucester"),
    ],
)
def test_an_error_has_its_code_with_the_sentence_that_text_has(
    run: Any, words: tuple[str, ...], code: int, name: str, nearest: str | None
) -> None:
    ended, output, said = run(*words, "--json")
    error = json.loads(output)["error"]
    assert (ended, error["code"]) == (code, name)
    assert run(*words) == (ended, "", said)
    assert said.startswith(error["message"])
    assert nearest is None or nearest in {near["id"] for near in error["nearest"]}


def test_nothing_found_is_an_empty_list_and_the_answer_no(run: Any) -> None:
    code, output, said = run("search", "zzzzzzzz", "--json")
    assert (code, json.loads(output)) == (1, {"search": []})
    assert said == run("search", "zzzzzzzz")[2] != ""
