"""Stories: read with every problem named, told step by step, printed as a handout."""

import re
import shutil
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient

from app.exchange.story_files import Known, StoryFile, known_of, read_story
from app.exchange.yaml_files import ids_of
from app.exchange.yaml_text import read_document
from app.reading.stories import check_stories, story_paths
from app.web.pages.stories import check_view
from tests.commands import in_process
from tests.seeds import SEEDS, facts_of
from tests.web.sharing import HTML
from tests.web.test_pages import Document

STORIES = story_paths(SEEDS)
FAITH = "/stories/bromley/why-nobody-speaks-for-faith-groups"
KNOWN = Known({"testham"}, {"testham/a-body"}, {"minutes"})
GOOD = """
id: told
place: testham
title: A title
intro: Some words.
steps:
  - heading: One
    view: about=testham/a-body&steps=1
    says: A sentence.
    cites: minutes, page 1
"""


def problems(folder: Path, text: str) -> str:
    path = folder / "told.yaml"
    path.write_text(text)
    story, found = read_story(path, KNOWN, check_view)
    assert (story is None) == bool(found)
    return "\n".join(str(problem).removeprefix(str(folder)) for problem in found)


@cache
def known_of_seeds() -> Known:
    return known_of(ids_of(facts_of().nodes))


def test_every_place_has_a_story_and_none_has_a_problem() -> None:
    checked = check_stories(STORIES, known_of_seeds(), check_view)
    assert [str(problem) for problem in checked.problems] == []
    assert {story.place for story in checked.all} >= {"bromley", "gloucester", "hammersmith-and-fulham"}


def test_a_right_file_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("testham/a-body", "testham/a-bodi", "/told.yaml:8:11: steps[1].view: found about=testham/a-bodi; no organization has this id (did you mean testham/a-body?)"),
        ("about=testham/a-body", "about=a-body", "expected a whole id: testham/a-body"),
        ("&steps=1", "&steps=77", "steps is '77': expected a number from 1 to 6"),
        ("&steps=1", "&on=2007-02-30", "February 2007 has 28 days"),
        ("place: testham", "place: testhem", "no area has this id (did you mean testham?)"),
        ("id: told", "id: other", "expected the file's own name, 'told'"),
        ("minutes, page 1", "minuets, page 1", "no source has this id (did you mean minutes?)"),
        ("    says: A sentence.\n", "", "the field 'says' is missing"),
        ("says:", "sais:", "an unknown field 'sais'"),
        ("intro: Some words.\n", "", "the field 'intro' is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_where_it_stands(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert said in problems(tmp_path, GOOD.replace(old, new))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_editors_find_nothing_wrong_with_the_stories(path: Path) -> None:
    schema = StoryFile.model_json_schema(by_alias=True)
    jsonschema.Draft202012Validator(schema).validate(read_document(path).value)


def test_the_command_checks_stories_and_says_where_they_are_wrong(tmp_path: Path) -> None:
    right = in_process(["check", str(SEEDS / "stories")], {})
    assert (right.exit_code, right.stdout) == (0, f"{len(STORIES)} stories, no problems.\n")
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "told.yaml").write_text(GOOD)
    wrong = in_process(["check", str(folder / "told.yaml")], {})
    assert wrong.exit_code == 1
    assert f"{folder}/told.yaml:3:8: place: found 'testham'; no area has this id" in wrong.stdout


def test_the_list_leads_to_every_story(client: TestClient) -> None:
    text = client.get("/stories", headers=HTML).text
    for path in STORIES:
        assert re.search(rf'href="/stories/[a-z-]+/{path.stem}"', text)


def test_a_story_is_stepped_through_by_links(client: TestClient) -> None:
    first = client.get(FAITH, headers=HTML).text
    assert "data-story-previous" not in first
    assert f'href="{FAITH}?step=2" rel="next"' in first
    third = client.get(f"{FAITH}?step=3", headers=HTML)
    assert f'href="{FAITH}?step=2" rel="prev"' in third.text
    assert "Voluntary Sector Reference Group coordinates" in third.text
    assert "3 of 6" in third.text
    assert 'data-focus="bromley/voluntary-sector-reference-group"' in third.text
    assert Document(third.text).inline == []
    assert 'rel="next"' not in client.get(f"{FAITH}?step=6", headers=HTML).text


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_step_of_every_story_has_its_picture(client: TestClient, path: Path) -> None:
    known = check_stories([path], known_of_seeds(), check_view).all[0]
    for number, step in enumerate(known.steps, start=1):
        text = client.get(f"{known.path}?step={number}", headers=HTML).text
        assert "<figure" in text, step.heading
        assert all(cite.locator.split(",")[0][:20] in text.replace("&amp;", "&") for cite in step.citations)


@pytest.mark.parametrize("step", ["0", "7", "x", "-1", "²", "99999"])
def test_a_step_that_is_not_there_is_refused_in_words(client: TestClient, step: str) -> None:
    answer = client.get(FAITH, params={"step": step}, headers=HTML)
    assert answer.status_code == 400
    assert "expected a number from 1 to 6" in answer.text


def test_a_story_that_is_not_there_offers_those_of_the_place(client: TestClient) -> None:
    answer = client.get("/stories/bromley/nothing", headers=HTML)
    assert answer.status_code == 404
    assert FAITH in answer.text


def test_the_handout_has_every_step_with_its_picture(client: TestClient) -> None:
    answer = client.get(f"{FAITH}/handout", headers=HTML)
    assert answer.text.count('<section class="sheet') == 6
    pictures = answer.text.count('class="sheet__picture"')
    assert answer.text.count('aria-label="Legend"') == pictures
    # The whole map is cut into sheets, and what is broad or tall has one that lies, or is its own.
    assert answer.text.count('<div class="diagram__sheet">') == 4
    tall = client.get("/stories/gloucester/who-sits-on-the-executive/handout", headers=HTML).text
    assert 'class="sheet sheet--upright" aria-labelledby="step-1"' in tall
    first, second = (part for part in tall.split('<section class="sheet')[1:3])
    assert (first.count('<div class="diagram__sheet">'), second.count('<div class="diagram__sheet">')) == (2, 0)
    assert 'class="sheet sheet--upright" aria-labelledby="step-2"' in tall
    assert 'class="sheet" aria-labelledby="step-3"' in tall
    assert answer.text.count("sheet__picture") >= 5
    assert f"http://testserver{FAITH}" in answer.text


def test_a_picture_of_a_seat_that_was_left_empty_shows_it_empty(client: TestClient) -> None:
    text = client.get("/stories/gloucester/who-sits-on-the-executive?step=3", headers=HTML).text
    drawn = text.partition("<figure")[2].partition("</figure>")[0]
    assert "vacant" in drawn
    assert "Osment" not in drawn


def test_a_story_with_a_problem_is_left_out(client: TestClient, tmp_path: Path) -> None:
    shutil.copy(STORIES[0], tmp_path / STORIES[0].name)
    (tmp_path / "told.yaml").write_text(GOOD)
    checked = check_stories(sorted(tmp_path.glob("*.yaml")), known_of_seeds(), check_view)
    assert [story.id for story in checked.all] == [STORIES[0].stem]
    assert "no area has this id" in str(checked.problems[0])


def test_the_share_box_of_a_story_cites_it(client: TestClient) -> None:
    text = client.get(f"{FAITH}?step=2", headers=HTML).text
    assert f'value="http://testserver{FAITH}?step=2"' in text
    assert re.search(
        r"Partnership Explorer, ‘Why nobody speaks for faith groups: .*’, as things stood .*, version \d+ of the record, seen \d",
        text,
    )
