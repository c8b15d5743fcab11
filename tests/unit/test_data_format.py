"""The data format as its guide explains it: the guide's examples load, its tables name real fields, editors agree."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from app.exchange import limits
from app.exchange.place_format import AreasFile, PlaceFile, SourcesFile
from app.exchange.question_files import QuestionBlank, QuestionFile, read_question
from app.exchange.story_files import Known, StoryFile, StoryStep, read_story
from app.exchange.yaml_files import read_files
from app.questions.saved_questions.answering import PARAMETERS
from app.web.pages.stories import check_view
from tests.conftest import SEEDS

GUIDE = (SEEDS.parent / "docs" / "data-format.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
SEAT, PLACE, SOURCES, AREAS = EXAMPLES[:4]


def example_with(field: str) -> str:
    """Return the guide's one example that begins its file with a field of this name or has it at the left."""
    found: str
    (found,) = (text for text in EXAMPLES if re.search(rf"^{field}:", text, re.MULTILINE))
    return found


OTHERS = """
  - {id: community-links-bromley, name: CLB, classification: charity, kind: formal, cites: "bromley-mapping-2008, p"}
  - {id: older-peoples-partnership-board, name: B, classification: partnership_board, kind: collaboration, cites: "bromley-mapping-2008, p"}
  - {id: voluntary-sector-reference-group, name: V, classification: reference_group, kind: collaboration, cites: "bromley-mapping-2008, p"}
  - {id: local-strategic-partnership, name: L, classification: lsp, kind: collaboration, cites: "bromley-mapping-2008, p"}
  - {id: older-people, name: O, classification: constituency, kind: constituency, cites: "bromley-mapping-2008, p"}
  - {id: adult-services, name: A, classification: department, kind: unit, cites: "bromley-mapping-2008, p"}
  - {id: bromley-mind, name: M, classification: charity, kind: formal, cites: "bromley-mapping-2008, p"}
"""
ANOTHER_PERSON = '  - {id: anna-ray, name: Anna Ray, cites: "bromley-mapping-2008, p"}\n'
ANOTHER_POST = '  - {id: other-post, on: bromley-mind, cites: "bromley-mapping-2008, p"}\n'


def test_the_whole_example_of_the_guide_loads(tmp_path: Path) -> None:
    text = PLACE.replace("\npeople:", OTHERS + "\npeople:").replace("\npeople:\n", "\npeople:\n" + ANOTHER_PERSON)
    entry = SEAT.removeprefix("posts:\n")
    text = text.replace("\nlines:", f"{ANOTHER_POST}{entry}\nlines:", 1)
    (tmp_path / "bromley.yaml").write_text(text)
    (tmp_path / "sources.yaml").write_text(SOURCES)
    (tmp_path / "areas.yaml").write_text(AREAS.replace("    partOf: london\n", ""))
    checked = read_files([tmp_path / "bromley.yaml"])
    assert [str(problem) for problem in checked.problems] == []
    assert len(checked.facts) > 40


def test_the_guide_shows_every_field_of_a_place() -> None:
    for section in PlaceFile.model_fields:
        assert f"{section}:" in PLACE
    schema = PlaceFile.model_json_schema(by_alias=True)
    said_anywhere = GUIDE
    for name, definition in schema["$defs"].items():
        for field in definition.get("properties", {}):
            assert re.search(rf"\b{field}\b", said_anywhere), f"{name}.{field} is not in docs/data-format.md"


def test_the_guide_s_story_is_right_and_shows_every_field(tmp_path: Path) -> None:
    example = example_with("steps")
    (tmp_path / "why-nobody-asked.yaml").write_text(example)
    known = Known({"bromley"}, {"bromley/council-on-ageing"}, {"bromley-mapping-2008"})
    story, problems = read_story(tmp_path / "why-nobody-asked.yaml", known, check_view)
    assert [str(problem) for problem in problems] == []
    assert story
    assert len(story.steps) == 2
    for field in (*StoryFile.model_fields, *StoryStep.model_fields):
        assert f"{field}:" in example


def test_the_guide_s_question_is_right_and_shows_every_field_it_may_have(tmp_path: Path) -> None:
    example = example_with("answeredBy")
    (tmp_path / "boards-without.yaml").write_text(example)
    question, problems = read_question(tmp_path / "boards-without.yaml", PARAMETERS)
    assert [str(problem) for problem in problems] == []
    assert question
    assert [blank.name for blank in question.blanks] == ["place", "group"]
    for field in QuestionFile.model_fields:
        assert f"{field}:" in example
    for field in QuestionBlank.model_fields:
        assert re.search(rf"\b{field}\b", GUIDE), f"{field} is not in docs/data-format.md"


def _plain(path: Path) -> Any:
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(path.read_text("utf-8")), default=str))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.yaml")), ids=lambda path: path.name)
def test_editors_find_nothing_wrong_with_the_seeds(path: Path) -> None:
    models: dict[str, type[BaseModel]] = {"sources.yaml": SourcesFile, "areas.yaml": AreasFile}
    model = models.get(path.name, PlaceFile)
    schema = model.model_json_schema(by_alias=True)
    jsonschema.Draft202012Validator(schema).validate(_plain(path))


def test_editors_see_what_is_wrong() -> None:
    schema = PlaceFile.model_json_schema(by_alias=True)
    wrong = {"place": "x", "posts": [{"on": "Board", "rol": "chair", "cites": "minutes"}]}
    messages = "\n".join(error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(wrong))
    assert "'rol' was unexpected" in messages
    assert "'Board' does not match" in messages


def test_the_seeds_have_no_problem() -> None:
    assert [str(problem) for problem in read_files([SEEDS]).problems] == []


def test_the_guide_tells_every_limit() -> None:
    told = GUIDE.split("## Limits", maxsplit=1)[1]
    numbers = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*\d|\d", told)}
    spare = limits.Spare()
    assert numbers >= {
        limits.MAX_BYTES // 1_000_000,
        limits.MAX_VALUES,
        limits.MAX_ENTRIES,
        limits.MAX_DEPTH,
        limits.MAX_FIELDS,
        limits.MAX_LIST,
        limits.MAX_TEXT,
        limits.MAX_NAME,
        limits.MAX_FILES,
        limits.MAX_FACTS,
        limits.VALUE_BYTES,
        limits.ENTRY_BYTES,
        limits.FACT_BYTES,
        spare.values,
        spare.entries,
        spare.facts,
        limits.MAX_SHOWN,
    }
