"""A draft is applied in one transaction, with its record, and can be taken back; two who write lose nothing."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.errors import BadInput, DataRefused
from app.exchange.entries.addresses import Address, address_in
from app.exchange.entries.as_yaml import text_of
from app.exchange.entries.listed import entries_in
from app.exchange.place_format import PlaceFile
from app.exchange.yaml_files import read_files
from app.record.drafting import Weighed, apply, known_of, weigh
from app.record.drafts import Draft, Drafting, draft_in, plain
from app.record.exporting import export
from app.record.history import history, taken_back_by, undo
from app.record.in_the_way import Later
from app.record.loading import load_files
from app.store.database import Database
from app.store.history import Once
from tests.conftest import Loop
from tests.store.test_entries_recorded import ELSEWHERE, facts_in, recorded
from tests.store.test_history import everything, without_digests
from tests.store.test_loading import BASE
from tests.truth.drawn import each_drawn
from tests.truth.made_entries import rich_files
from tests.truth.made_places import Entry

Place = Callable[..., Path]
BOARD, SEAT, ANN = (
    Address(kind, f"testham/{id_}") for kind, id_ in (("organization", "board"), ("post", "seat"), ("person", "ann"))
)


def drafting(database: Database, run: Loop) -> Drafting:
    return Drafting(run(known_of(database, "testham")))


def saying(database: Database, run: Loop, address: Address, **said: Any) -> Draft:
    made = drafting(database, run)
    made.change(address, made.now(address) | said)
    return made.draft()


def making(database: Database, run: Loop, wanted: Entry) -> Draft:
    """Draft all that makes one place of what is recorded."""
    made = Drafting(run(known_of(database, "alpha")))
    shall_be = entries_in(PlaceFile.model_validate(wanted)).by_address()
    for address in made.known.entries.by_address():
        if address.kind != "area" and address not in shall_be:
            made.remove(address)
    for address, said in shall_be.items():
        made.change(address, plain(said))
    return draft_in(made.draft().text())


@each_drawn(many=10, first=rich_files(), second=rich_files())
def test_undoing_a_change_that_others_followed_loses_nothing_of_theirs(
    database: Database, run: Loop, tmp_path: Path, first: Entry, second: Entry
) -> None:
    """It is refused, and says which goes first; or it can be undone itself, which brings back all that was there."""
    (tmp_path / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (tmp_path / "beta.yaml").write_text(ELSEWHERE)
    (tmp_path / "alpha.yaml").write_text("place: alpha")
    run(load_files(database, [tmp_path], replace=True))
    before = everything(database, run)
    one = run(apply(database, making(database, run, first), by="Eve"))
    between = everything(database, run)
    other = run(apply(database, making(database, run, second), by="Ann"))
    there = everything(database, run)
    if not (one.number and other.number):
        return
    refused = None
    try:
        run(undo(database, one.number))
    except DataRefused as error:
        refused = error
    if refused:
        assert [it.number for it in refused.problems if isinstance(it, Later)] == [other.number]
        with pytest.raises(DataRefused, match=f"Undo change {other.number} first"):
            run(undo(database, one.number, dry_run=True))
        assert everything(database, run) == there
    else:
        if undone := run(taken_back_by(database, [one.number])):
            run(undo(database, undone[one.number]))
        assert without_digests(everything(database, run)) == without_digests(there)
    run(undo(database, other.number))
    assert without_digests(everything(database, run)) == without_digests(between)
    run(undo(database, one.number))
    assert without_digests(everything(database, run)) == without_digests(before)


@pytest.mark.timeout(900)
@each_drawn(many=40, first=rich_files(), second=rich_files())
def test_a_draft_makes_one_place_of_another_and_undoing_it_brings_that_back(
    database: Database, run: Loop, tmp_path: Path, first: Entry, second: Entry
) -> None:
    (tmp_path / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (tmp_path / "beta.yaml").write_text(ELSEWHERE)
    path = tmp_path / "alpha.yaml"
    # A draft puts new themes behind those that bodies have already.
    had = {body.get("theme") for body in first["organizations"]}
    second = second | {"themes": sorted(second["themes"], key=lambda theme: theme["id"] not in had)}
    path.write_text(text_of(PlaceFile.model_validate(second)), "utf-8")
    wanted = facts_in(read_files([tmp_path]).facts)
    path.write_text(text_of(PlaceFile.model_validate(first)), "utf-8")
    run(load_files(database, [tmp_path], replace=True))
    before = everything(database, run)
    draft = making(database, run, second)
    done = run(apply(database, draft, by="Eve"))
    assert (done.problems, done.conflicts) == ((), ())
    assert facts_in(recorded(run, database, "alpha")).items() <= wanted.items()
    assert bool(done.number) is (everything(database, run) != before)
    assert run(apply(database, draft, by="Eve")).number == 0
    if done.number:
        run(undo(database, done.number, by="Eve"))
    assert everything(database, run) == before


@each_drawn(many=2, made=rich_files())
def test_seats_and_people_that_are_changed_by_themselves_are_as_if_the_whole_file_was_loaded(
    database: Database, run: Loop, tmp_path: Path, made: Entry
) -> None:
    (tmp_path / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]")
    (tmp_path / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (tmp_path / "beta.yaml").write_text(ELSEWHERE)
    made["posts"][0]["cites"] = "paper, page 2"
    path = tmp_path / "alpha.yaml"
    path.write_text(text_of(PlaceFile.model_validate(made)), "utf-8")
    run(load_files(database, [tmp_path], replace=True))
    before = everything(database, run)
    changed = Drafting(run(known_of(database, "alpha")))
    file = PlaceFile.model_validate(made)
    alone = [said for said in (*file.posts, *file.people) if not getattr(said, "filledByHolderOf", None)]
    for said in alone:
        address = address_in(said, "alpha")
        changed.change(address, changed.now(address) | {"note": "Changed"})
    for section in ("posts", "people"):
        noted = [
            said.model_copy(update={"note": "Changed"}) if said in alone else said for said in getattr(file, section)
        ]
        file = file.model_copy(update={section: noted})
    done = run(apply(database, changed.draft(), by="Eve"))
    assert (done.problems, done.conflicts) == ((), ())
    path.write_text(text_of(file), "utf-8")
    assert facts_in(recorded(run, database, "alpha")).items() <= facts_in(read_files([tmp_path]).facts).items()
    run(undo(database, done.number))
    assert everything(database, run) == before


def test_a_change_is_kept_with_who_made_it_and_says_so_by_name(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    draft = saying(database, run, BOARD, name="Big Board")
    there = everything(database, run)
    before = run(weigh(database, draft))
    assert before.lines == ("Changed:", "  Big Board: name 'Board' -> 'Big Board'")
    assert everything(database, run) == there
    done = run(apply(database, draft, by="eve@council", why="It was renamed", form="a body changed its name"))
    assert done.lines == before.lines
    (change,) = run(history(database, number=done.number))
    assert (change.by, change.how, change.why, change.files) == (
        "eve@council", "form", "It was renamed", ("a body changed its name",),
    )  # fmt: skip
    assert (change.added, change.changed, change.removed, change.places) == (0, 1, 0, ("testham",))
    assert change.told == done.lines
    again = run(apply(database, draft, by="eve"))
    assert (again.number, again.stands) == (0, True)
    assert run(history(database))[0] == change


def test_a_change_that_is_asked_for_again_by_its_key_is_made_once(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    draft, once = saying(database, run, BOARD, name="Big Board"), Once("key", "asked")
    first = run(apply(database, draft, by="eve", how="api", form="import", once=once))
    run(undo(database, first.number))
    there = everything(database, run)
    again = run(apply(database, draft, by="eve", how="api", form="import", once=once))
    assert (again.number, again.lines) == (first.number, first.lines)
    assert everything(database, run) == there
    with pytest.raises(BadInput, match="choose a new one"):
        run(apply(database, draft, by="eve", once=Once("key", "something else")))
    assert run(apply(database, draft, by="eve", once=Once("another", "asked"))).number > first.number
    (change,) = run(history(database, number=first.number))
    assert (change.how, change.files) == ("api", ("import",))


def test_what_is_added_has_an_id_of_its_own_and_only_what_is_removed_goes(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(BASE)]))
    there = everything(database, run)
    made = drafting(database, run)
    assert made.add("person", {"name": "Ann", "cites": "minutes, p. 3"}, "Ann") == "ann-2"
    seat = made.now(SEAT)
    made.change(SEAT, seat | {"holders": [{"person": "ann", "until": "2008"}, {"person": "ann-2", "since": "2008"}]})
    done = run(apply(database, made.draft(), by="eve"))
    assert (done.problems, done.number > 0) == ((), True)
    assert any("testham/ann-2" in fact for fact in everything(database, run))
    path = place("")
    path.write_text(run(export(database, "testham")).text, "utf-8")
    assert run(load_files(database, [path], replace=True)).unchanged > len(there) // 2
    assert run(history(database))[0].number == done.number, "the file says what is recorded"
    made = drafting(database, run)
    made.change(SEAT, made.now(SEAT) | {"holders": [{"person": "ann"}]})
    made.remove(Address("person", "testham/ann-2"))
    back = run(apply(database, made.draft(), by="eve"))
    assert back.number == done.number + 1
    assert everything(database, run) == there


def test_a_removal_alone_takes_nothing_else(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    there, made = everything(database, run), drafting(database, run)
    made.add("person", {"name": "Bob Lee", "cites": "minutes, p. 3"}, "Bob Lee")
    run(apply(database, made.draft(), by="eve"))
    made = drafting(database, run)
    made.remove(Address("person", "testham/bob-lee"))
    assert run(apply(database, made.draft(), by="eve")).lines == ("Removed:", "  Bob Lee")
    assert everything(database, run) == there


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_written(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    there, made = everything(database, run), drafting(database, run)
    made.change(SEAT, made.now(SEAT) | {"holders": [{"person": "ann"}, {"person": "bob", "since": "Tuesday"}]})
    made.add("organization", {"name": "New", "classification": "forum", "kind": "formal", "cites": "nothing"}, "New")
    weighed = run(apply(database, made.draft(), by="eve"))
    at = {(it.address and it.address.id, it.field) for it in weighed.problems}
    assert at == {("testham/seat", "holders[2].since"), ("testham/seat", "holders[2].person"), ("testham/new", "cites")}
    made = drafting(database, run)
    made.remove(ANN)
    (problem,) = run(apply(database, made.draft(), by="eve")).problems
    assert "no person" in problem.says
    assert everything(database, run) == there


def test_a_doubt_is_told_and_stops_nothing(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    weighed = run(weigh(database, saying(database, run, SEAT, vacant="yes")))
    assert [(it.address, it.field) for it in weighed.doubts] == [(SEAT, "holders[1]")]
    assert weighed.stands
    there = everything(database, run)
    refused = run(apply(database, saying(database, run, SEAT, vacant="yes"), by="eve", accepts_doubts=False))
    assert (refused.doubts, refused.number, refused.summary) == (weighed.doubts, 0, None)
    assert everything(database, run) == there


@pytest.mark.parametrize(
    ("address", "said", "field"), [(SEAT, {"vacant": "yes"}, "holders[1]"), (BOARD, {"seatsStated": 19}, "")]
)
def test_a_doubt_is_told_until_it_is_accepted_wherever_it_is_found(
    database: Database, run: Loop, place: Place, address: Address, said: dict[str, Any], field: str
) -> None:
    run(load_files(database, [place(BASE)]))
    draft = saying(database, run, address, **said)
    shown = run(weigh(database, draft)).doubts
    assert [(it.address, it.field) for it in shown] == [(address, field)]
    assert run(apply(database, draft, by="eve", accepts_doubts=False)).doubts == shown
    done = run(apply(database, draft, by="eve"))
    assert (bool(done.number), done.doubts) == (True, ())


def test_two_who_change_one_entry_lose_nothing(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    one = saying(database, run, BOARD, name="Big Board")
    other = saying(database, run, BOARD, purpose="To meet")
    elsewhere = saying(database, run, ANN, name="Ann Rae")
    assert run(apply(database, one, by="eve")).number
    there = everything(database, run)
    refused = run(apply(database, other, by="bob"))
    (conflict,) = refused.conflicts
    assert conflict.now
    assert conflict.yours
    assert (conflict.address, refused.number) == (BOARD, 0)
    assert (conflict.now["name"], conflict.yours["name"], conflict.yours["purpose"]) == (
        "Big Board",
        "Board",
        "To meet",
    )
    assert everything(database, run) == there
    assert run(apply(database, elsewhere, by="bob")).number
    assert run(apply(database, saying(database, run, BOARD, purpose="To meet"), by="bob")).number
    assert {"Big Board", "To meet"} <= {drafting(database, run).now(BOARD)[name] for name in ("name", "purpose")}


def test_two_who_save_at_once_are_both_heard(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    drafts = [saying(database, run, BOARD, name="Big Board"), saying(database, run, ANN, name="Ann Rae")]

    async def both() -> list[Weighed]:
        return await asyncio.gather(*(apply(database, draft, by="eve") for draft in drafts))

    first, second = run(both())
    assert 0 < first.number != second.number > 0
    assert (drafting(database, run).now(BOARD)["name"], drafting(database, run).now(ANN)["name"]) == (
        "Big Board", "Ann Rae",
    )  # fmt: skip


def test_a_place_begins_with_its_area(database: Database, run: Loop) -> None:
    made = Drafting(run(known_of(database, "newham")))
    made.add("area", {"name": "Newham", "classification": "borough"}, "Newham")
    made.add("source", {"title": "The first minutes"}, "first minutes")
    made.add(
        "organization",
        {"name": "Forum", "classification": "forum", "kind": "collaboration", "cites": "first-minutes, top"},
        "Forum",
    )
    empty = everything(database, run)
    assert run(apply(database, made.draft(), by="eve")).number
    assert any("'newham/forum'" in fact for fact in everything(database, run))
    assert len(everything(database, run)) == len(empty) + 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"place": "a", "steps": [1]}',
        '{"place": "a", "steps": [["post", "b/c", "", {}]]}',
        '{"place": "a", "steps": [["area", "b", "", {}]]}',
        '{"place": "a", "steps": [["account", "a/b", "", {}]]}',
        "x" * 600_000,
    ],
)
def test_what_is_no_draft_of_the_place_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="This draft cannot be read"):
        draft_in(text)


THEMES = """
themes: [{id: first, name: First}, {id: second, name: Second, like: [Other]}]
organizations:
  - {id: one, name: One, classification: forum, kind: collaboration, theme: first, cites: "minutes, p"}
  - {id: board, name: Board, classification: forum, kind: collaboration, theme: second, cites: "minutes, p"}
  - {id: bare, name: Bare, classification: forum, kind: collaboration, cites: "minutes, p"}
"""


@pytest.mark.parametrize("said", [{"name": "Big Board"}, {"theme": "first"}, {"access": "members"}])
def test_a_body_that_is_changed_by_itself_is_as_if_the_whole_file_was_loaded(
    database: Database, run: Loop, place: Place, said: dict[str, str]
) -> None:
    path = place(THEMES)
    run(load_files(database, [path]))
    assert run(apply(database, saying(database, run, BOARD, **said), by="Ann")).number
    before = everything(database, run)
    text = text_of(run(known_of(database, "testham")).entries.file)
    path.write_text(text, "utf-8")
    assert run(load_files(database, [path], replace=True)).number == 0
    assert everything(database, run) == before
