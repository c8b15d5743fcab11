"""Databases of earlier versions are brought into today's form."""

import datetime

from app.domain.as_at import AsAt
from app.store.columns import Row
from app.store.database import Database, Transaction
from app.store.queries import load_query
from app.store.reader import Reader
from tests.conftest import Loop

OLD = {
    "name": "Old",
    "place": "testham",
    "citeSources": ["minutes", "report"],
    "citeLocators": ["item 4", "page 2 of 3"],
    "earliest": datetime.date(1, 1, 1),
    "proposed": False,
    "open": True,
    "access": "public",
    "certainty": "stated",
}


def test_facts_with_lists_of_sources_become_lean(database: Database, run: Loop) -> None:
    async def write_old(transaction: Transaction) -> None:
        rows = [{"id": f"testham/{name}", "properties": OLD} for name in ("one", "two")]
        await transaction.write("merge_nodes", "Organization", rows=rows)
        line = {"id": "testham/line", "from": "testham/one", "to": "testham/two"}
        lines = [line | {"properties": OLD | {"proposed": True}}]
        await transaction.write("merge_links", "REPORTS_TO", "Organization", "Organization", rows=lines)

    async def migrated(transaction: Transaction) -> list[Row]:
        for name in ("0012_lean_nodes", "0013_lean_relationships"):
            await transaction._run(load_query("schema", name, database.engine), {})
        return await transaction.read("find_lines", ids=["testham/line"])

    run(database.write(write_old))
    (line,) = run(database.write(migrated))
    assert line.proposed is True
    assert line.cites == "minutes item 4\nreport page 2 of 3"
    (body,) = run(database.read("find_organizations", ids=["testham/one"]))
    assert body.cites == "minutes item 4\nreport page 2 of 3"
    day = datetime.date(2008, 1, 1)
    reader = Reader(database)
    assert len(run(reader.lines(["testham/one"], AsAt(day, True)))["testham/one"]) == 1
    assert run(reader.lines(["testham/one"], AsAt(day, False))) == {}
