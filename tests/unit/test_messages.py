"""What the check says of a mistake: what was meant, what may stand there, and everything else in the same run."""

import json
from collections.abc import Callable
from enum import Enum
from pathlib import Path

import pytest
from pydantic import BaseModel

from app.domain import vocabulary as words
from app.exchange import place_format as form
from app.exchange.explaining import PATTERNS
from app.exchange.question_files import QuestionFile
from app.exchange.story_files import StoryFile
from app.exchange.synonyms import SYNONYMS, meaning
from app.record.loading import check_files

BASE = """place: testham
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "minutes, 1"}
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, cites: "minutes, 1"}
"""
Check = Callable[[str], list[str]]
GUIDE = Path(__file__).parents[2] / "docs" / "data-format.md"


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return a way to check a place of a few lines, and its problems from the line on."""
    (tmp_path / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]\n")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]\n")

    def problems(text: str) -> list[str]:
        path = tmp_path / "testham.yaml"
        path.write_text(text)
        return [str(problem).removeprefix(f"{path}:") for problem in check_files([path]).problems]

    return problems


MEANT = [
    (
        "meetings:\n  - {organization: coa, date: 2010, cites: 'minutes, 1', attendance: [{person: ann, as: absent}]}\n",
        "apologies",
    ),
    (
        "meetings:\n  - {organization: coa, date: 2010, cites: 'minutes, 1', attendance: [{person: ann, as: substitute}]}\n",
        "deputising",
    ),
    ("posts:\n  - {on: coa, cites: 'minutes, 1', holders: [{person: ann, capacity: substitute}]}\n", "deputy"),
    ("posts:\n  - {on: coa, cites: 'minutes, 1', role: Chairperson}\n", "chair"),
    ("posts:\n  - {on: coa, cites: 'minutes, 1', role: Vice Chair}\n", "vice_chair"),
    ("posts:\n  - {on: coa, cites: 'minutes, 1', role: councillor}\n", "elected_member"),
    ("posts:\n  - {on: coa, cites: 'minutes, 1', voting: true}\n", "yes"),
    ("posts:\n  - {on: coa, cites: 'minutes, 1', holder: ann}\n", "holders"),
    ("posts:\n  - {board: coa, cites: 'minutes, 1'}\n", "on"),
    ("lines:\n  - {from: coa, type: part of, to: board, cites: 'minutes, 1'}\n", "sub_group_of"),
    ("lines:\n  - {from: coa, type: accountable to, to: board, cites: 'minutes, 1'}\n", "reports_to"),
    ("lines:\n  - {from: coa, type: Reports-To, to: board, cites: 'minutes, 1'}\n", "reports_to"),
    ("actions:\n  - {text: Act, status: complete, cites: 'minutes, 1'}\n", "done"),
    ("actions:\n  - {text: Act, start: 2007, cites: 'minutes, 1'}\n", "since"),
    ("actions:\n  - {text: Act, access: private, cites: 'minutes, 1'}\n", "confidential"),
    ("actions:\n  - {text: Act, certainty: unsure, cites: 'minutes, 1'}\n", "uncertain"),
    ("actions:\n  - {text: Act, status: opne, cites: 'minutes, 1'}\n", "open"),
]


def test_what_is_offered_means_the_same_before_it_is_spelt_alike(check: Check) -> None:
    for text, meant in MEANT:
        problems = check(BASE + text)
        assert any(problem.endswith(f"(did you mean {meant}?)") for problem in problems), (text, problems)
    for classification, meant in (
        ("local authority", "council"),
        ("Sub-committee", "sub_group"),
        ("board", "partnership_board"),
        ("NGO", "charity"),
        ("task force", "working_group"),
        ("Forums", "forum"),
    ):
        (problem,) = check(BASE.replace("classification: forum", f"classification: {classification}"))
        assert problem.endswith(f"(did you mean {meant}?)"), problem


def every_word() -> dict[str, set[str]]:
    """Return the words of the model, by the name of their list, and the fields of each part of a file."""
    found: dict[str, set[str]] = {}
    for name, each in vars(words).items():
        if isinstance(each, type) and issubclass(each, Enum):
            found[name] = {str(word.value) for word in each}
    for model in (form.PlaceFile, form.SourcesFile, form.AreasFile):
        for name, about in model.model_json_schema(by_alias=True)["$defs"].items():
            found[f"fields of {name}"] = set(about.get("properties", {}))
    return found


def test_every_synonym_leads_to_a_word_of_the_model_and_is_none_itself() -> None:
    known = every_word()
    for field, meanings in SYNONYMS.items():
        for word, others in meanings.items():
            homes = [words_ for words_ in known.values() if word in words_]
            assert homes, f"{field}: {word} is no word of the model"
            for other in others.split(", "):
                assert other == other.strip().casefold(), f"{other} is not as it is looked up"
                assert any(meaning(other, sorted(home)) == word for home in homes), (
                    f"{field}: {other} leads elsewhere than {word}"
                )


def test_names_and_ids_are_not_taken_for_words(check: Check) -> None:
    (problem,) = check(BASE + "posts:\n  - {on: local-authority, cites: 'minutes, 1'}\n")
    assert "did you mean" not in problem or "testham/" in problem


MISSING = [
    (
        BASE.replace("classification: forum, ", ""),
        "the field 'classification' is missing: expected one of lsp, partnership_board,",
    ),
    (
        BASE.replace("kind: collaboration, ", "", 1),
        "the field 'kind' is missing: expected one of collaboration, formal, unit, constituency",
    ),
    (
        BASE + "lines:\n  - {from: coa, to: board, cites: 'minutes, 1'}\n",
        "the field 'type' is missing: expected one of reports_to,",
    ),
    (
        BASE + "lines:\n  - {from: coa, type: reports_to, to: board}\n",
        "the field 'cites' is missing: 'source-id, where in it'",
    ),
    (BASE + "posts:\n  - {cites: 'minutes, 1'}\n", "the field 'on' is missing: The body the seat is on"),
    (
        BASE + "meetings:\n  - {organization: coa, date: 2010, cites: 'minutes, 1', attendance: [{person: ann}]}\n",
        "the field 'as' is missing: expected one of present, apologies,",
    ),
    (
        BASE + "assessments:\n  - {organization: coa, dimension: funding, cites: 'minutes, 1'}\n",
        "the field 'rating' is missing: expected one of green,",
    ),
    (BASE + "organizations:\n", "a second time"),
]


def test_a_missing_field_says_what_it_may_hold(check: Check) -> None:
    for text, told in MISSING:
        assert any(told in problem for problem in check(text)), (told, check(text))


COMMAS = [
    (
        "name: Ann Ray",
        "name: Ray, Ann",
        "6:29: people[1].Ann: found 'Ann' after a comma; put the name in quotes: name: \"Ray, Ann\"",
    ),
    (
        "name: Council on Ageing",
        "name: Ageing, Health, and Care",
        'put the name in quotes: name: "Ageing, Health, and Care"',
    ),
    (
        "name: Board,",
        "name: Board, purpose: To plan, to decide,",
        'put the purpose in quotes: purpose: "To plan, to decide"',
    ),
    ("name: Board,", "name: Board, note: First, second, third,", 'note: "First, second, third"'),
    ('cites: "minutes, 1"}\npeople', "cites: minutes, 1}\npeople", 'put the cites in quotes: cites: "minutes, 1"'),
    (
        "name: Board,",
        "name: Board, contactDetails: [{type: post, value: Hall, Testham}],",
        'put the value in quotes: value: "Hall, Testham"',
    ),
]


def test_a_comma_that_needs_quotes_is_known_for_what_it_is(check: Check) -> None:
    for before, after, told in COMMAS:
        assert BASE.count(before) == 1
        problems = check(BASE.replace(before, after))
        assert sum("after a comma" in problem for problem in problems) == 1, problems
        assert any(told in problem for problem in problems), (told, problems)
    lines = 'people:\n  - id: bob\n    name: Bob\n    colour:\n    cites: "minutes, 1"\n'
    (problem,) = check(BASE.partition("people:")[0] + lines)
    assert "an unknown field 'colour'" in problem
    (problem,) = check(BASE.replace("name: Ann Ray", "name: Ann Ray, colour: red"))
    assert "an unknown field 'colour'" in problem


def test_every_pattern_is_said_in_words(check: Check) -> None:
    models: list[type[BaseModel]] = [form.PlaceFile, form.SourcesFile, form.AreasFile, StoryFile, QuestionFile]
    text = json.dumps([_patterns(model.model_json_schema()) for model in models])
    found = {pattern for each in json.loads(text) for pattern in each}
    said_elsewhere = {pattern for pattern in found if ("/" in pattern and "http" not in pattern) or "\\d{4}" in pattern}
    assert found - said_elsewhere == set(PATTERNS)
    for name, told in (
        ("A b", "small letters and digits, with hyphens"),
        ("ä", "such as council-on-ageing"),
        ("a_b", "hyphens"),
    ):
        (problem,) = check(BASE.replace("id: ann", f"id: {name}"))
        assert told in problem
        assert "^" not in problem


def _patterns(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["pattern"]] if isinstance(value.get("pattern"), str) else []
        return own + [pattern for inner in value.values() for pattern in _patterns(inner)]
    return [pattern for inner in value for pattern in _patterns(inner)] if isinstance(value, list) else []


REST = [
    # An entry with a mistake, and what else in it is wrong as well.
    ("posts:\n  - {on: nowhere, role: chiar, cites: 'minutes, 1'}\n", ["chiar", "no organization has this id"]),
    ("posts:\n  - {on: coa, colour: red, onBehalfOf: [board, nobody], cites: 'minutes, 1'}\n", ["colour", "'nobody'"]),
    (
        "posts:\n  - {on: coa, since: 2007-13, holders: [{person: nobody}], cites: 'minuts, 1'}\n",
        ["month 13", "'nobody'", "'minuts'"],
    ),
    ("posts:\n  - {on: coa, number: many, filledByHolderOf: gone, cites: 'minutes, 1'}\n", ["whole number", "'gone'"]),
    ("posts:\n  - {on: coa, holders: [{person: BAD}, nobody], cites: 'minutes, 1'}\n", ["BAD", "'nobody'"]),
    ("posts:\n  - {role: chair, onBehalfOf: nobody, cites: 'minutes, 1'}\n", ["'on' is missing", "'nobody'"]),
    ("posts:\n  - {on: nowhere}\n", ["'cites' is missing", "'nowhere'"]),
    ("posts:\n  - {on: nowhere, cites: minutes}\n", ["where in it", "'nowhere'"]),
    ("lines:\n  - {from: coa, type: leads, to: nowhere, cites: 'minutes, 1'}\n", ["'leads'", "'nowhere'"]),
    (
        "meetings:\n  - {organization: nowhere, cites: 'minutes, 1', attendance: [{person: nobody, as: absent}]}\n",
        ["'date' is missing", "'nowhere'", "'nobody'", "absent"],
    ),
    (
        "actions:\n  - {status: open, owners: [nobody, BAD], arisingFrom: never, cites: 'minutes, 1'}\n",
        ["'text' is missing", "'nobody'", "BAD", "'never'"],
    ),
    (
        "assessments:\n  - {organization: nowhere, dimension: money, rating: green, cites: 'minutes, 1'}\n",
        ["money", "'nowhere'"],
    ),
    ("absences:\n  - {subject: nowhere, cites: 'minutes, 1'}\n", ["'note' is missing", "'nowhere'"]),
    # And where the mistake is all that is wrong, nothing else is told.
    ("posts:\n  - {on: coa, holders: [{person: BAD}], cites: 'minutes, 1'}\n", ["BAD"]),
    ("posts:\n  - {on: coa, role: chiar, cites: 'minutes, 1'}\n  - {on: coa, cites: 'minutes, 1'}\n", ["chiar"]),
    (
        "meetings:\n  - {organization: coa, date: 2010-13, reports: [{post: x, date: 1999}], cites: 'minutes, 1'}\nposts: [{id: x, on: coa, cites: 'minutes, 1'}]\n",
        ["month 13"],
    ),
    ("posts:\n  - [on, coa]\n", ["found a list; expected fields ('name: value' lines), not a list"]),
    (
        "posts:\n  - {on: coa, filledByHolderOf: [a, b], cites: 'minutes, 1'}\n",
        ["filledByHolderOf: found a list; expected fields"],
    ),
    (
        "posts:\n  - {on: coa, filledByHolderOf: {post: gone, until: soon}, cites: 'minutes, 1'}\n",
        ["filledByHolderOf.post: found 'gone'", "filledByHolderOf.until: found 'soon'"],
    ),
]


def test_an_entry_with_a_mistake_has_its_references_looked_up(check: Check) -> None:
    for text, told in REST:
        problems = check(BASE + text)
        assert len(problems) == len(told), (text, problems)
        for part in told:
            assert any(part in problem for problem in problems), (part, problems)
    people = "classification: constituency, kind: constituncy"
    (problem,) = check(BASE.replace("classification: forum, kind: collaboration", people))
    assert "constituncy" in problem


def test_the_guide_explains_the_words_and_prints_the_synonyms() -> None:
    explained = (
        words.Classification,
        words.OrganizationKind,
        words.Sector,
        words.LifecycleStatus,
        words.Role,
        words.Basis,
        words.HeldAs,
        words.SeatMembership,
        words.TenureCapacity,
        words.LineType,
        words.AttendanceKind,
    )
    rows = [f"| `{word.value}` | {word.description} |" for each in explained for word in each]
    rows += [f"| {field} | `{word}` | {others} |" for field, each in SYNONYMS.items() for word, others in each.items()]
    lines = GUIDE.read_text("utf-8").splitlines()
    assert [row for row in rows if row not in lines] == []
    printed = [line for line in lines if line.startswith(tuple(f"| {field} | `" for field in SYNONYMS))]
    assert printed == rows[-len(printed) :]


def test_a_theme_is_not_like_another_of_its_own_place(check: Check) -> None:
    """That would make one row of two of its columns."""
    (said,) = check(BASE + "themes:\n  - {id: a, name: Health}\n  - {id: b, name: Care, like: [Caring, health]}\n")
    assert said.startswith(
        "9:25: themes[2].like: found 'health', a theme of this place; expected what another place calls"
    )
