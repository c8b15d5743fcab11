"""Sources belong to the file they stand in: no place's load rewrites or removes what another cites."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import DataRefused
from app.record.loading import check_files, load_files
from app.store.database import Database
from tests.conftest import Loop

Place = Callable[..., Path]

OWN = """
sources:
  - {id: about-page, title: About us, published: 2011}
organizations:
  - {id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: "about-page, top"}
people:
  - {id: ann, name: Ann Ray, worksFor: [{organization: coa, cites: "minutes, 2"}], cites: ["about-page, staff", "minutes, 1"]}
"""
SHARED = '\npeople:\n  - {id: ann, name: Ann Ray, cites: "minutes, 1"}\n'


def cited(database: Database, run: Loop, id_: str) -> list[str]:
    return [row.cites for row in run(database.read("find_people", ids=[id_]))]


def titles(database: Database, run: Loop) -> dict[str, str]:
    return {row.id: row.title for row in run(database.read("list_sources"))}


def test_a_place_has_sources_of_its_own(database: Database, run: Loop, place: Place) -> None:
    files = [place(OWN), place(OWN.replace("About us", "About them"), "other")]
    assert check_files(files).problems == []
    whole = run(load_files(database, files)).added
    assert titles(database, run) == {
        "minutes": "Minutes",
        "report": "Report",
        "testham/about-page": "About us",
        "other/about-page": "About them",
    }
    assert cited(database, run, "other/ann") == ["other/about-page staff\nminutes 1"]
    assert run(load_files(database, files)).unchanged == whole
    # Each says what it likes of its own.
    assert run(load_files(database, [place(OWN.replace("About us", "All about us"))])).changed == 1
    assert titles(database, run)["other/about-page"] == "About them"


def test_a_source_of_its_own_comes_before_a_shared_one(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(OWN.replace("about-page", "minutes"))]))
    assert cited(database, run, "testham/ann") == ["testham/minutes staff\ntestham/minutes 1"]


REWRITES = [
    ("title: Minutes", "title: Other minutes"),
    ("published: 2008-01", "published: 2009"),
    ("title: Minutes", "title: Minutes, access: confidential"),
    ("title: Minutes", "title: Minutes, url: https://example.org/elsewhere"),
    ("title: Minutes, published: 2008-01", "title: Minutes"),
]


def test_a_shared_source_that_another_place_cites_is_not_rewritten(
    database: Database, run: Loop, place: Place, tmp_path: Path
) -> None:
    other = place(SHARED, "other")
    run(load_files(database, [place(SHARED), other]))
    for before, after in REWRITES:
        file = place(SHARED.replace("Ann Ray", "Ann Gray"))
        sources = tmp_path / "sources.yaml"
        assert before in sources.read_text()
        sources.write_text(sources.read_text().replace(before, after))
        for files in ([file], [sources]):
            with pytest.raises(DataRefused) as refused:
                run(load_files(database, files))
            said = refused.value.message
            assert said.startswith("The source 'minutes' is cited in '"), said
            assert "write it under 'sources:' in the place's own file" in said
        assert [row.name for row in run(database.read("find_people", ids=["testham/ann"]))] == ["Ann Ray"]
        # Together, the files may say what they like.
        assert run(load_files(database, [file, other])).changed == 2, after
        run(load_files(database, [place(SHARED), other]))
    (tmp_path / "sources.yaml").write_text("sources:\n  - {id: report, title: Another report}\n")
    file = tmp_path / "testham.yaml"
    assert run(load_files(database, [file])).changed == 1, "nobody else cites the report"


def test_sources_that_are_cited_stay(database: Database, run: Loop, place: Place) -> None:
    elsewhere = SHARED.replace('"minutes, 1"', '"testham/about-page, 3"')
    run(load_files(database, [place(OWN), place(elsewhere, "other")]))
    without = OWN.replace("sources:\n  - {id: about-page, title: About us, published: 2011}\n", "")
    moved = without.replace("about-page", "minutes")
    message = "'testham/about-page' cannot be removed: 'other/ann' in other still cites it"
    with pytest.raises(DataRefused, match=message):
        run(load_files(database, [place(moved)], replace=True))
    with pytest.raises(DataRefused, match="The source 'testham/about-page' is cited in 'other' as well"):
        run(load_files(database, [place(OWN.replace("About us", "Contact us"))]))
    run(load_files(database, [place(SHARED, "other")]))
    with pytest.raises(DataRefused, match="'testham/about-page' cannot be removed: 'testham/coa' still cites it"):
        run(load_files(database, [place(without.replace("about-page", "testham/about-page"))], replace=True))
    assert run(load_files(database, [place(moved)], replace=True)).removed == 1
    assert sorted(titles(database, run)) == ["minutes", "report"]


WRONG = [
    ("about-page, top", "abut-page, top", "no source has this id (did you mean"),
    ("about-page, top", "other/about-page, top", "no source has this id"),
    ("{id: about-page, title: About us", "{id: about-page", "the field 'title' is missing"),
    ("{id: about-page,", "{id: About Page,", "id"),
    ("sources:\n", "sources:\n  - {id: about-page, title: Twice}\n", "expected each id once"),
    ("about-page, top", "about-page", "expected 'source-id, where in it'"),
]


def test_what_is_wrong_with_a_source_of_a_place_is_told(place: Place) -> None:
    for before, after, told in WRONG:
        problems = check_files([place(OWN.replace(before, after, 1))]).problems
        assert any(told in str(problem) for problem in problems), (after, list(map(str, problems)))
        assert {Path(problem.file).name for problem in problems} == {"testham.yaml"}
