"""Every change of the record is kept with what it took away, and can be taken back: nothing else differs afterwards."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from app.domain.facts import DataSet
from app.errors import BadInput, DataRefused, UnknownId
from app.record.history import history, undo
from app.record.loading import load_files
from app.record.removing import remove
from app.store.database import Database, Transaction
from app.store.history import ChangeSet, kept_by
from app.store.queries import parse_query
from app.store.recorded import recorded_of
from app.store.whole import as_said, whole_facts_of
from app.store.writer import write_data_set
from tests.conftest import SEEDS, Loop
from tests.store.lifetime_cases import Timeline
from tests.store.openness_cases import PLACES, Tangle
from tests.store.test_loading import BASE

Place = Callable[..., Path]
HEAD = "// Everything.\n// Parameters: none.\n// Columns: kind, id, said.\n"
NODES = parse_query(
    "every_node",
    HEAD
    + "MATCH (n) WHERE NOT (n:Migration OR n:DataVersion OR n:Turn OR n:ChangeSet OR n:ChangePart OR n:LinesElsewhere OR n:Moments)"
    " RETURN collect([labels(n)[0], n.id, properties(n)]) AS rows",
)
LINKS = parse_query(
    "every_link", HEAD + "MATCH (a)-[r]->(b) RETURN collect([type(r), a.id + ' ' + b.id, properties(r)]) AS rows"
)


class Made(Protocol):
    chance: random.Random

    def shuffle(self, place: str) -> None: ...
    def facts(self, place: str) -> DataSet: ...
    def all(self) -> DataSet: ...


def everything(database: Database, run: Loop) -> list[str]:
    """Return all that is recorded, but for the changes themselves and the version."""

    async def look(transaction: Transaction) -> list[Any]:
        return [*await transaction._run(NODES, {}), *await transaction._run(LINKS, {})]

    found = run(database.write(look))

    def written(name: str, value: Any) -> str:
        # The words that a reader needs have no order.
        return repr(sorted(value) if name == "needs" else value)

    # A property that is null and one that is not there are the same.
    return sorted(
        repr((kind, id_, sorted((name, written(name, value)) for name, value in said.items() if value is not None)))
        for kind, id_, said in found
    )


def without_digests(facts: list[str]) -> list[str]:
    return [re.sub(r"\('digest', '-?\d+'\)", "", fact) for fact in facts]


def newest(database: Database, run: Loop) -> ChangeSet:
    return run(history(database))[0]


def as_files_have_them(facts: DataSet) -> DataSet:
    """Name what a fact does not say, as a file's facts do: what a load or an undo ended may begin again."""
    for fact in facts.all():
        fact.properties.update({"until": None, "latest": None, "dissolved": None} | fact.properties)
    return facts


@pytest.mark.parametrize("made", [Timeline, Tangle])
@pytest.mark.parametrize("seed", range(2))
def test_what_is_undone_is_as_it_was_and_undoing_that_brings_it_back(
    database: Database, run: Loop, made: Callable[[random.Random], Made], seed: int
) -> None:
    places = made(random.Random(seed))
    whole = places.all()
    run(write_data_set(database, DataSet(whole.nodes, [], set(PLACES))))
    run(write_data_set(database, whole))
    for round_ in range(6):
        before = everything(database, run)
        place = places.chance.choice(PLACES)
        places.shuffle(place)
        facts = places.facts(place)
        if round_ % 3 == 2:
            facts = DataSet(facts.nodes[: len(facts.nodes) // 2], [], {place})
            facts.links += [i for i in places.facts(place).links if i.from_id in {n.id for n in facts.nodes}][:9]
            ids = {node.id for node in places.all().nodes if not node.id.startswith(f"{place}/")}
            ids |= {node.id for node in facts.nodes}
            facts.links = [i for i in facts.links if i.to_id in ids]
        run(
            write_data_set(
                database, as_files_have_them(facts), replace=round_ % 3 == 1, until="2009" if round_ % 3 == 2 else ""
            )
        )
        after = everything(database, run)
        assert after != before
        run(undo(database, newest(database, run).number))
        assert everything(database, run) == before, (seed, round_)
        run(undo(database, newest(database, run).number))
        # What a load ended has no digest, so that a file that has it again is heard; what an undo wrote has one.
        assert without_digests(everything(database, run)) == without_digests(after), (seed, round_)


def test_what_is_read_whole_is_what_the_files_said(database: Database, run: Loop) -> None:
    run(load_files(database, [SEEDS]))

    async def look(transaction: Transaction) -> DataSet:
        rows = await transaction.read("list_ids")
        places = sorted({row.id.partition("/")[0] for row in rows if "/" in row.id})
        elsewhere = (await recorded_of(transaction, places)).elsewhere
        return await whole_facts_of(transaction, places, elsewhere)

    whole = run(database.write(look))
    assert len(whole) > 1_000
    assert [fact for fact in whole.all() if as_said(fact).digest != fact.digest] == []


def test_a_change_says_what_how_and_why_and_no_change_says_nothing(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)], why="The first minutes"))
    first = newest(database, run)
    assert (first.how, first.why, first.files, first.places) == (
        "load", "The first minutes", ("testham.yaml",), ("testham",),
    )  # fmt: skip
    assert (first.changed, first.ended, first.removed, first.told) == (0, 0, 0, ())
    run(load_files(database, [place(BASE)]))
    run(load_files(database, [place(BASE.replace("Ann Ray", "Ann Rae"))], dry_run=True))
    assert run(history(database)) == [first]
    run(load_files(database, [place(BASE.replace("Ann Ray", "Ann Rae"))]))
    second, *others = run(history(database))
    assert others == [first]
    assert (second.added, second.changed, second.number) == (0, 1, first.number + 1)
    assert any("Ann Ray" in line and "Ann Rae" in line for line in second.told)
    assert run(history(database, place="other")) == []
    assert run(history(database, place="testham")) == [second, first]
    assert run(history(database, number=first.number)) == [first]


def test_what_was_changed_since_is_not_undone_and_the_later_change_is_undone_first(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(BASE)]))
    before = everything(database, run)
    run(load_files(database, [place(BASE.replace("name: Board", "name: Big Board"))]))
    big = newest(database, run)
    run(load_files(database, [place(BASE.replace("name: Board", "name: Bigger Board"))]))
    bigger, there = newest(database, run), everything(database, run)
    with pytest.raises(
        DataRefused, match=f"Change {big.number} cannot be undone: .* Undo change {bigger.number}"
    ) as refused:
        run(undo(database, big.number))
    assert list(map(str, refused.value.problems)) == [f"Change {bigger.number} changed since: Bigger Board."]
    assert everything(database, run) == there
    assert newest(database, run) == bigger
    would = run(undo(database, bigger.number, dry_run=True))
    assert (would.summary.changed, everything(database, run)) == (1, there)
    run(undo(database, bigger.number, why="A slip"))
    assert (newest(database, run).how, newest(database, run).why, newest(database, run).undoes) == (
        "undo", "A slip", bigger.number,
    )  # fmt: skip
    run(undo(database, big.number))
    assert everything(database, run) == before


def test_what_was_removed_comes_back(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    whole = everything(database, run)
    run(remove(database, "place", "testham"))
    bare = everything(database, run)
    for what, id_ in (("source", "minutes"), ("area", "other")):
        before = everything(database, run)
        run(remove(database, what, id_, why="Not ours"))
        assert newest(database, run).why == "Not ours"
        assert everything(database, run) != before
        run(undo(database, newest(database, run).number))
        assert everything(database, run) == before == bare
    removal = next(each for each in run(history(database)) if each.places == ("testham",) and each.removed > 1)
    run(undo(database, removal.number))
    assert everything(database, run) == whole


def test_what_others_rest_on_by_now_is_not_undone(database: Database, run: Loop, place: Place) -> None:
    run(load_files(database, [place(BASE)]))
    first = newest(database, run)
    on_it = 'posts:\n  - {id: seat, on: testham/board, cites: "minutes, p. 1"}\n'
    run(load_files(database, [place(on_it, "other")]))
    there = everything(database, run)
    with pytest.raises(DataRefused) as refused:
        run(undo(database, first.number))
    (seat,) = refused.value.problems
    assert str(seat) == f"Change {newest(database, run).number} recorded what rests on this: Board, member."
    assert everything(database, run) == there


def test_an_unknown_number_is_told(database: Database, run: Loop) -> None:
    with pytest.raises(UnknownId, match="No change of the record has the number 99"):
        run(undo(database, 99))


def test_who_is_taken_out_for_good_is_in_no_change_and_no_undo_brings_them_back(
    database: Database, run: Loop, place: Place
) -> None:
    run(load_files(database, [place(BASE)], why="Ann Ray took her seat"))
    married = BASE.replace("name: Ann Ray,", "name: Ann Lee, alternateNames: [Annie],").replace(
        "name: Board", "name: Big Board"
    )
    run(load_files(database, [place(married)], why="annie is Ann Ray"))
    run(load_files(database, [place(BASE.split("people:", maxsplit=1)[0])], replace=True))
    run(load_files(database, [place(married)]))
    whole = everything(database, run)
    assert any("Ann Lee" in fact for fact in whole)
    assert run(remove(database, "person", "testham/ann", dry_run=True)).lines[0].startswith("Ann Lee, and all")
    assert everything(database, run) == whole
    run(remove(database, "person", "testham/ann", why="Ann Lee asked"))

    async def look(transaction: Transaction) -> list[str]:
        return [repr(each) for change in changes for each in await kept_by(transaction, change)]

    changes = run(history(database))
    kept = run(database.write(look))
    assert any("testham/seat" in each for each in kept)
    said = [*everything(database, run), *map(repr, changes), *kept]
    for gone in ("Ann", "Annie", "testham/ann'", "testham/ann-"):
        assert [each for each in said if re.search(rf"\b{gone}", each, re.IGNORECASE)] == [], gone
    assert [change.why for change in changes][-2:] == ["(taken out) is (taken out)", "(taken out) took her seat"]
    for change in changes[:2]:
        run(undo(database, change.number))
    left = everything(database, run)
    assert [fact for fact in left if "testham/ann" in fact] == []
    assert any("Board" in fact and "Big" not in fact for fact in left)
    with pytest.raises(UnknownId, match="No person has the id 'testham/ann'"):
        run(remove(database, "person", "testham/ann"))


def test_the_sentence_that_says_why_is_one(database: Database, run: Loop, place: Place) -> None:
    with pytest.raises(BadInput, match="--why has 1,001 letters"):
        run(load_files(database, [place(BASE)], why="x" * 1_001))
    assert run(history(database)) == []
    run(load_files(database, [place(BASE)], why="Two\nlines \x1b[31m"))
    assert newest(database, run).why == "Two lines \\x1b[31m"
