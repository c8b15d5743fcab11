"""What left as a file comes back into an empty database on every engine, all places of a dump in one change."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from app.errors import BadInput, DataRefused
from app.exchange.formats.json_lines import BEGINS, end_of, lines_of
from app.exchange.formats.registry import format_named
from app.exchange.yaml_files import read_files
from app.record.exporting import entries_recorded
from app.record.importing_files import import_file
from app.record.loading import load_files
from app.store.database import Database
from tests.conftest import SEEDS, Loop
from tests.seeds import facts_of
from tests.unit.format_cases import place_in, whole_place

Place = Callable[..., Path]


def written(name: str, place: str = "haverley") -> bytes:
    of = format_named(name)
    assert of
    return of.write(place_in(SEEDS / "examples", place))


def test_all_places_of_a_dump_come_in_as_one_change_and_the_same_again_changes_nothing(
    database: Database, run: Loop
) -> None:
    facts = facts_of()
    shared = [fact for fact in facts.all() if not fact.place]
    lines = [*lines_of(shared)]
    for place in sorted(facts.places):
        lines += lines_of([fact for fact in facts.all() if fact.place == place])
    whole = BEGINS + b"".join(lines)
    raw = whole + end_of(len(facts), sha256(whole).hexdigest())
    damaged = raw.replace(b"Bromley", b"Bramley", 1)
    with pytest.raises(DataRefused) as refused:
        run(import_file(database, "dump.jsonl", damaged, ""))
    assert "the dump is not as it was sent" in str(refused.value.problems[0])
    assert run(entries_recorded(database, "bromley")).all == ()
    done = run(import_file(database, "dump.jsonl", raw, "")).summary
    assert (done.added, done.changed, done.removed) == (len(facts), 0, 0)
    for place in sorted(facts.places):
        (path,) = SEEDS.glob(f"{place}.yaml")
        again = run(load_files(database, [path], replace=True))
        assert (again.added, again.changed, again.removed) == (0, 0, 0), place
    same = run(import_file(database, "dump.jsonl", raw, "")).summary
    assert (same.added, same.changed, same.removed) == (0, 0, 0)


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_a_file_makes_its_place_and_the_same_again_changes_nothing(name: str, database: Database, run: Loop) -> None:
    of = format_named(name)
    assert of
    send = partial(import_file, database, f"haverley.{of.ending}", written(name), "")
    seen = run(send(dry_run=True))
    assert run(entries_recorded(database, "haverley")).all == ()
    done = run(send())
    assert (done.place, done.summary.added) == ("haverley", seen.summary.added)
    facts = read_files([SEEDS / "examples" / "haverley.yaml"]).facts
    assert done.summary.added >= len([fact for fact in facts.all() if fact.place == "haverley"])
    assert not run(send()).changes_anything


def test_what_no_file_of_what_is_public_can_say_stays(database: Database, run: Loop, tmp_path: Path) -> None:
    whole_place(tmp_path)  # which writes its files there
    run(load_files(database, [tmp_path]))
    before = run(entries_recorded(database, "wholeham"))
    raw = b"""place: wholeham
themes:
  - {id: care, name: Care, like: [Caring, "Health, and care"]}
people:
  - {id: bob, name: Robert, cites: "minutes, p. 2"}
organizations:
  - {id: voluntary, name: Voluntary, classification: charity, kind: formal, theme: care, founded: 2001-02, cites: "minutes, p. 1"}
"""
    done = run(import_file(database, "wholeham.yaml", raw, "wholeham"))
    assert (done.summary.added, done.summary.changed, done.summary.removed) == (0, 1, 0)
    after = run(entries_recorded(database, "wholeham"))
    changed = [entry for entry, was in zip(after.all, before.all, strict=True) if entry != was]
    assert [entry.address.id for entry in changed] == ["wholeham/bob"]


def test_what_is_public_of_a_place_comes_back_over_it_and_changes_nothing(
    database: Database, run: Loop, place: Place
) -> None:
    path = place(HUSHED)
    run(load_files(database, [path]))
    said = (
        path.read_text()
        .replace(HIDDEN, "")
        .replace('cites: ["secret, p. 1", "minutes, p. 1"]', 'cites: "minutes, p. 1"')
    )
    said = said.replace('cites: "secret, p. 9"', 'cites: "not-public, not public"').replace(UNSEEN, STANDS_IN)
    done = run(import_file(database, "testham.yaml", said.encode(), "testham"))
    assert not done.changes_anything, done.lines


HIDDEN = ", {type: telephone, value: '0123', access: members}"
UNSEEN = "{id: secret, title: Secret, access: members}"
STANDS_IN = "{id: not-public, title: A source that is not public}"
HUSHED = f"""
sources: [{UNSEEN}]
organizations:
  - {{id: coa, name: Council on Ageing, classification: forum, kind: collaboration, cites: ["secret, p. 1", "minutes, p. 1"],
     contactDetails: [{{type: website, value: "https://coa.example"}}{HIDDEN}]}}
people:
  - {{id: ann, name: Ann Ray, cites: "secret, p. 9"}}
"""


def test_whoever_says_another_place_or_none_that_is_there_is_told(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place('people: [{id: ann, name: Ann, cites: "minutes, p. 1"}]')]))
    raw = b'place: newham\npeople: [{id: ann, name: Ann, cites: "minutes, p. 1"}]\n'
    for asked, says in (
        ({"area": "testham"}, "The file is of the place 'newham', not of 'testham': choose that one."),
        ({"area": ""}, "There is no place 'newham' yet: give its name, to make it."),
        ({"area": "", "new": "Other Ham"}, "The file is of the place 'newham', and 'Other Ham' would be 'other-ham'."),
    ):
        with pytest.raises(BadInput) as wrong:
            run(import_file(database, "newham.yaml", raw, asked["area"], new=asked.get("new", "")))
        assert wrong.value.message == says
    assert run(import_file(database, "newham.yaml", raw, "", new="Newham")).summary.added == 2


def test_with_a_problem_nothing_is_written_and_each_is_told_where_it_stands(database: Database, run: Loop) -> None:
    raw = written("jsonl")
    for broken, says in (
        (raw[: len(raw) // 2], "expected a fact as /data/dump.jsonl has it"),
        (
            raw.replace(b'"classification":"', b'"classification":"x', 40),
            "fits into no file: classification: Input should be",
        ),
        (raw + raw.splitlines()[0], "facts of no place stand apart from the others"),
    ):
        with pytest.raises(DataRefused) as refused:
            run(import_file(database, "haverley.jsonl", broken, ""))
        told = [str(problem) for problem in refused.value.problems] or [refused.value.message]
        assert any(says in each for each in told), told
    assert run(entries_recorded(database, "haverley")).all == ()
