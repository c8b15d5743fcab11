"""Every statement, as an engine gets it: the engine can plan it, and it answers with the columns that are declared."""

import datetime
import re
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.accounts.secrets import digest_of
from app.domain.vocabulary import LineType
from app.errors import DatabaseUnavailable
from app.record.loading import load_files
from app.store.columns import Column, Row, parse_columns
from app.store.database import Database, Transaction, asked_of
from app.store.fragments import FOLDER, fragment_named, fragment_names
from app.store.openness import PARAMETER
from app.store.queries import Engine, Folder, Query, all_queries, all_statements, load_query
from app.store.templates import TEMPLATES
from tests.accounts import ACCOUNT, write_one_of_each
from tests.conftest import Loop
from tests.recorded import recorded_links
from tests.store.listed_columns import compared_fragment, misdeclared

SENTINEL = Path(__file__).parents[1] / "sentinel" / "places"
SAID: dict[str, Any] = {
    "on": datetime.date(2010, 6, 1),
    "area": "sentinel",
    "place": "sentinel",
    "within": "sentinel/",
    "latest": datetime.date(2010, 6, 1),
    "places": ["sentinel", "hall"],
    "types": [kind.relationship for kind in LineType],
    "classifications": ["forum"],
    "sectors": [],
    "statuses": [],
    "identifiers": [],
    "since": datetime.date(2000, 1, 1),
    "until": datetime.date(2030, 1, 1),
    "ever": True,
    "touched": None,
    "touchedIn": [],
    "counted": True,
    "organization": "",
    "afterName": "",
    "afterDate": "",
    "afterId": "",
    "limit": 1000,
    "maxSteps": 6,
    "includeProposed": True,
    "dated": False,
    "rows": [{"id": "a", "from": "b", "to": "c", "properties": {"access": "public"}}],
    "up": True,
    "down": True,
    "said": {"id": 1},
    "number": 0,
    "numbers": [],
    "undone": [7],
    "every": True,
    "without": "a",
    "moment": 0,
    "form": "1",
    "content": "",
    "why": "",
    "told": [],
    "now": 0,
    "before": 2**50,
    "beforeId": "~",
    "session": digest_of("a session"),
    "link": digest_of("a link"),
    "token": digest_of("a token"),
    "account": ACCOUNT,
    "login": "ada",
    "label": "import",
    "key": digest_of("a suggestion"),
    "suggestion": "1",
    "passkey": "a passkey",
    "challenge": digest_of("a challenge"),
    "purpose": "provider",
    "most": 9,
}
"""What is given for parameters of these names; `ids` is every id, and `id` and `of` each of them in turn."""


async def planned(query: Query, transaction: Transaction) -> list[str]:
    """Have a statement planned; return the keys of its answer, none on the embedded engine."""
    given = {name: SAID.get(name, ["a"]) for name in query.parameters}
    result = await transaction._transaction.run(*asked_of(transaction._engine, "EXPLAIN " + query.text, given))
    keys = list(result.keys())
    await result.consume()
    return keys


async def objection(database: Database, query: Query) -> str:
    """Tell what an engine says against a statement, or that it answers otherwise than declared; nothing mostly."""
    try:
        # A transaction each, since a mistake ends it.
        keys = await database.write(partial(planned, query))
    except DatabaseUnavailable as error:
        return f"{query.name}: {error.message}"
    expected = ["rows"] if " AS rows" in query.text.rpartition("RETURN ")[2] else [c.name for c in query.columns]
    return "" if keys in ([], expected) else f"{query.name}: it answers with {keys}"


@pytest.mark.parametrize("folder", ["read", "write"])
def test_an_engine_can_plan_every_statement(database: Database, run: Loop, folder: Folder) -> None:
    async def all_planned() -> list[str]:
        found = [await objection(database, query) for query in all_statements(folder, database.engine)]
        return [said for said in found if said]

    assert run(all_planned()) == []


def nested(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[str]:
    """Name the columns that are lists and have had no row in them."""
    for column in columns:
        inside = [each for row in rows for each in getattr(row, column.name)] if column.inner else []
        if column.inner and not inside:
            yield column.name
        yield from nested(column.inner, inside)


HALL = """
place: hall
organizations:
  - {id: club, name: Zclub, classification: charity, kind: formal, cites: "report, p. 1"}
  - {id: circle, name: Zcircle, classification: network, kind: collaboration, cites: "report, p. 1"}
posts:
  - {id: lead, on: club, role: chair, holders: club, termYears: 2, cites: "report, p. 1"}
  - {id: delegate, on: circle, onBehalfOf: club, filledByHolderOf: lead, cites: "report, p. 1"}
lines:
  - {from: sentinel/top, type: linked_to, to: sentinel/far-board, cites: "report, p. 1"}
"""
"""A voice that passes a seat which an office fills whose term may be over, and lines between bodies at home elsewhere."""


def test_every_query_answers_with_the_columns_of_its_heading(database: Database, run: Loop, tmp_path: Path) -> None:
    """A row of another width cannot be named: a query that answers with rows has the columns that it declares."""
    places = tmp_path / "places"
    shutil.copytree(SENTINEL, places)
    (places / "hall.yaml").write_text(HALL)
    with (places / "sentinel.yaml").open("a") as own:
        own.write("sources:\n  - {id: own, title: Zown}\n")
    with (places / "areas.yaml").open("a") as areas:
        areas.write("  - {id: hall, name: Zhall}\n")
    run(load_files(database, [places]))

    async def asked(transaction: Transaction) -> list[str]:
        await write_one_of_each(transaction)
        await transaction.write(
            "record_change_set", said={"id": 10**6, "key": SAID["key"], "asked": "1", "parts": 0, "undoes": 7}
        )
        moved = {"befores": ["sentinel/old"], "afters": ["sentinel/forum"], "publics": [True]}
        await transaction.write("record_moves", number=SAID["number"], **moved)
        redirect = {"id": "sentinel/old", "to": "sentinel/forum", "public": True}
        await transaction.write("record_redirects", rows=[redirect])
        pair = {"one": "sentinel/forum", "other": "sentinel/hub"}
        await transaction.write("record_kept_apart", id="1", by="ada", now=1, **pair)
        ids = [row.id for row in await transaction.read("list_ids")]
        known = await recorded_links(transaction, ["sentinel"])
        changes = await transaction.read("list_change_sets", place="", numbers=[], before=0, limit=10)
        parts = [f"{change.number}/{part}" for change in changes for part in range(change.parts)]
        links, keys = [id_ for _, id_, *_ in known], [f"{type_} {id_}" for type_, id_, *_ in known]
        by_label = dict.fromkeys(PARAMETER.values(), ids)
        found = []
        for query in all_statements("read", database.engine):
            rows: list[Row] = []
            one = next((name for name in ("id", "of") if name in query.parameters), None)
            for each in [*ids, *links] if one else [""]:
                given = (
                    SAID
                    | by_label
                    | {"ids": [*ids, *links, *parts], "nodes": ids, "sources": ids, "keys": keys, one: each}
                )
                given |= {"areas": ids, "bodies": ids}
                rows += await transaction.read(
                    query.name, *query.arguments, **{name: given[name] for name in query.parameters}
                )
                if rows and not list(nested(query.columns, rows)):
                    break
            found += [f"{query.name}: no row came"] if not rows else []
            found += [f"{query.name}: nothing came in {name}" for name in nested(query.columns, rows)]
        return found

    database.deadline = 60
    assert run(database.write(asked)) == []


@pytest.mark.parametrize("engine", ["neo4j", "arcadedb"])
def test_headings_declare_what_statements_list(engine: Engine) -> None:
    statements = [*all_statements("read", engine), *all_statements("write", engine)]
    found = {query.name: list(misdeclared(query.text, query.columns)) for query in statements}
    assert {name: said for name, said in found.items() if said} == {}


def test_fragments_declare_the_columns_that_they_list() -> None:
    found = {}
    for name in fragment_names():
        fragment = fragment_named(name)
        if fragment.columns:
            found[name] = compared_fragment(fragment.text, parse_columns(fragment.columns))
    assert len(found) > 10
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("listed", "declared"),
    [
        ("RETURN collect([o.id, o.name]) AS rows", "id"),
        ("RETURN collect([o.name, o.id]) AS rows", "id, name"),
        ("RETURN collect([o.id, [l IN lines | [l.id, l.note]]]) AS rows", "id, lines[note, id]"),
        ("RETURN [(a)--(b) | [b.id, b.name]] + [(a)--(b) | [b.name, b.id]] AS rows", "id, name"),
        ("RETURN collect(DISTINCT [p.id, p.role]) AS seats } RETURN [[seats]] AS rows", "seats[role, id]"),
        ("UNWIND a AS b UNWIND [(b)--(c) | [c.name, c.id]] AS row RETURN collect(DISTINCT row) AS rows", "id, name"),
        ("RETURN count(n) AS written", "removed"),
    ],
)
def test_columns_that_are_swapped_or_missing_are_seen(listed: str, declared: str) -> None:
    assert list(misdeclared(listed, parse_columns(declared))) != []


def test_every_fragment_is_used() -> None:
    used = {
        name
        for engine in ("neo4j", "arcadedb")
        for folder in ("read", "write", "schema")
        for query in all_statements(folder, engine)
        for name in query.uses
    }
    # What hangs on a thing is read by statements that are made when they are asked for.
    used |= {
        name for way in (FOLDER / "ways").glob("*.cypher") for name in re.findall(r"{{ (\w+)", way.read_text("utf-8"))
    }
    assert [name for name in fragment_names() if name not in used] == []


def test_a_template_is_made_only_for_what_is_listed() -> None:
    for name, listed in TEMPLATES.items():
        folder: Folder = "read" if name in all_queries("read") else "write"
        texts = {load_query(folder, name, arguments=arguments).text for arguments in listed}
        assert len(texts) == len(listed)
    for arguments in ((), ("Organization", "Person"), ("Person {id: 1}) DETACH DELETE n //",)):
        with pytest.raises(ValueError, match="merge_nodes is not made for"):
            load_query("write", "merge_nodes", arguments=arguments)
