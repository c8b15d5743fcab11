"""Who is new in a file and may be there already is proposed, whatever the format; an answer joins, or is remembered."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.errors import BadInput
from app.exchange.sheets.asking import Beside
from app.record.duplicates import told_apart
from app.record.exporting import entries_recorded
from app.record.importing_files import import_file
from app.record.importing_orders import AnsweredPairs
from app.record.importing_steps import Imported
from app.record.loading import load_files
from app.store.database import Database
from tests.conftest import Loop
from tests.sheets.officers import seats, workbook

Place = Callable[..., Path]
RECORDED = """
organizations:
  - {id: forum, name: Carers Strategy Forum, classification: forum, kind: collaboration, cites: "minutes, p. 1"}
people:
  - {id: catherine, name: Catherine Ray, honorificPrefix: Dr, cites: "minutes, p. 1"}
  - {id: zhidden, name: Katharine Ray, access: confidential, cites: "minutes, p. 1"}
posts:
  - {id: chair, on: forum, role: chair, holders: catherine, cites: "minutes, p. 1"}
"""
SHEET = seats(("Carers Strategy Forum", "Chair", "Katherine Ray", "", "", "Voting"))
YAML = b"""place: testham
people:
  - {id: katherine-ray, name: Katherine Ray, honorificSuffix: OBE, cites: "minutes, p. 2"}
posts:
  - {id: vice, on: forum, role: vice_chair, holders: katherine-ray, cites: "minutes, p. 2"}
"""
pytestmark = pytest.mark.parametrize("engine_settings", ["arcadedb"], indirect=True, scope="session")
"""What is proposed is asked by queries that others test on every engine, so one is enough."""
POPOLO = orjson.dumps(
    {
        "organizations": [{"id": "testham/forum", "name": "Carers Strategy Forum"}],
        "persons": [{"id": "testham/katherine-ray", "name": "Katherine Ray"}],
        "memberships": [
            {"person_id": "testham/katherine-ray", "organization_id": "testham/forum", "role": "Secretary"}
        ],
    }
)
NEW, OLD = "testham/katherine-ray", "testham/catherine"
CAME = workbook(("Came", [("Strategy Forum – who came, 2026",), ("Name", date(2026, 1, 22)), ("Jo Lim", "✓")]))
FILES = {"came.xlsx": CAME, "members.xlsx": SHEET, "testham.yaml": YAML, "people.json": POPOLO}


@pytest.fixture
def imported(database: Database, run: Loop, place: Place) -> Callable[..., Imported]:
    """Import a file over what is recorded of a place."""
    run(load_files(database, [place(RECORDED)]))

    def importing(name: str, **how: Any) -> Imported:
        done: Imported = run(import_file(database, name, FILES[name], "testham", **how))
        return done

    return importing


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"came.xlsx"}))
def test_whoever_may_be_there_already_is_proposed_and_joined_where_somebody_says_so(
    name: str, imported: Callable[..., Imported], database: Database, run: Loop
) -> None:
    beside = Beside(keep=True) if name == "members.xlsx" else None
    seen = imported(name, dry_run=True, beside=beside)
    *bodies, proposed = sorted(seen.proposed, key=lambda it: it.id)
    assert [(it.id, [other.id for other in it.candidates]) for it in bodies] == (
        [("testham/carers-strategy-forum", ["testham/forum"])] if name == "people.json" else []
    )
    assert (proposed.id, proposed.name, [it.id for it in proposed.candidates]) == (NEW, "Katherine Ray", [OLD])
    assert "spelt nearly the same" in proposed.candidates[0].evidence[0]
    same = AnsweredPairs({"katherine-ray": "catherine"} | {it.id: "testham/forum" for it in bodies})
    done = imported(name, answered=same, beside=beside)
    assert done.proposed == ()
    recorded = run(entries_recorded(database, "testham"))
    people = {person.id: person for person in recorded.section("people")}
    assert sorted(people) == ["catherine", "zhidden"]
    assert (people["catherine"].name, people["catherine"].honorificPrefix) == ("Catherine Ray", "Dr")
    assert people["catherine"].alternateNames == ["Katherine Ray"]
    assert [body.id for body in recorded.section("organizations")] == ["forum"]
    if name == "testham.yaml":
        assert people["catherine"].honorificSuffix == "OBE"
    if name == "people.json":
        assert [work.organization for work in people["catherine"].worksFor] == ["forum"]
    held = [holder.person or holder.holder for post in recorded.section("posts") for holder in post.holders]
    assert set(held) == {"catherine"}
    assert len(held) == (2 if name == "testham.yaml" else 1)


def test_that_two_are_two_is_remembered_when_it_is_recorded_and_not_asked_again(
    imported: Callable[..., Imported], database: Database, run: Loop
) -> None:
    apart = AnsweredPairs(apart=frozenset({("katherine-ray", "catherine")}))
    assert imported("testham.yaml", dry_run=True, answered=apart).proposed == ()
    assert run(told_apart(database)) == {}, "nothing is remembered of what is only looked at"
    imported("testham.yaml", answered=apart, by="Ada")
    ((pair, row),) = run(told_apart(database)).items()
    assert (pair, row.by) == ((OLD, NEW), "Ada")
    assert "katherine-ray" not in {it.id for it in imported("people.json", dry_run=True).proposed}


@pytest.mark.parametrize(
    ("same", "said"),
    [
        ({"katherine-ray": "nobody"}, "No body or person has the id 'testham/nobody'"),
        ({"katherine-ray": "chair"}, "No body or person has the id 'testham/chair'"),
        ({"catherine": "catherine"}, "'testham/catherine' is recorded already"),
    ],
)
def test_an_answer_that_makes_no_sense_is_said(
    imported: Callable[..., Imported], same: dict[str, str], said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        imported("testham.yaml", answered=AnsweredPairs(same))


def test_nobody_learns_of_what_they_may_not_see(imported: Callable[..., Imported]) -> None:
    with pytest.raises(BadInput, match="No body or person has the id 'testham/zhidden'"):
        imported(
            "testham.yaml",
            answered=AnsweredPairs({"katherine-ray": "zhidden"}),
            sees_all=lambda place: False,
        )


def test_a_title_that_is_a_part_of_the_name_of_a_recorded_body_is_asked_about(
    imported: Callable[..., Imported],
) -> None:
    seen = imported("came.xlsx", dry_run=True)
    (body,) = [it for it in seen.proposed if it.id == "testham/strategy-forum"]
    assert [it.id for it in body.candidates] == ["testham/forum"]
    assert body.candidates[0].evidence == (
        "“Strategy Forum” may be short for “Carers Strategy Forum”, or a title that has it.",
    )
    done = imported("came.xlsx", answered=AnsweredPairs({"strategy-forum": "forum"}))
    assert not any(told.startswith("body:") for told in done.new)
