"""Fragments: how they are put in, what is said of a mistake, and that two of them say what the domain says."""

import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.as_at import AsAt
from app.domain.bodies import may_pass
from app.domain.dates import earliest, latest
from app.domain.records import Period
from app.domain.vocabulary import Classification, FactStatus, LineType, Sector
from app.store import fragments
from app.store.columns import Column, parse_columns, row_maker
from app.store.database import Database, Transaction
from app.store.fragments import BadQuery, expand
from app.store.queries import parse_query
from tests.conftest import Loop

HEAD = "// What it is for.\n"


def put_in(line: str) -> str:
    return expand(HEAD + line, "some.cypher").body


def test_a_fragment_is_put_in_with_its_arguments() -> None:
    assert put_in("WHERE {{ within_its_time(l) }} AND l.note") == (
        "WHERE l.open AND coalesce(l.holdsFrom, $on) <= $on AND coalesce(l.holdsUntil, $on) >= $on AND l.note"
    )


def test_a_fragment_of_several_lines_is_indented_like_its_use() -> None:
    lines = put_in("    {{ open_where_it_differs(r) }}").splitlines()
    assert lines == ["WHERE r.open IS NULL OR r.open <> open", "    SET r.open = open"]


def test_what_the_vocabulary_and_records_list_is_taken_from_them() -> None:
    kinds = "|".join(kind.name for kind in LineType)
    assert put_in("MATCH ()-[l:{{ kinds_of_line }}]-()") == f"MATCH ()-[l:{kinds}]-()"
    assert put_in("RETURN [{{ properties(Meeting, m) }}]") == (
        "RETURN [m.id, m.date, m.label, m.venue, m.note, m.status, m.quorate]"
    )


def test_a_heading_takes_over_the_columns_of_a_fragment() -> None:
    text = (
        "// It.\n// Columns: of, {{ columns_of_a_person }}.\nRETURN collect([1, {{ columns_of_a_person(p) }}]) AS rows"
    )
    query = parse_query("it", text)
    names = "of id name alternate_names note honorific_prefix honorific_suffix former_names former_names_until cites"
    assert [column.name for column in query.columns] == names.split()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ no_such_thing(l) }}", "some.cypher:2: there is no fragment 'no_such_thing'; there are a_step_of_a_voice,"),
        ("{{ within_its_time }}", "some.cypher:2: 'within_its_time' takes the arguments fact; 0 are given"),
        ("{{ within_its_time(a, b) }}", "some.cypher:2: 'within_its_time' takes the arguments fact; 2 are given"),
        ("{{within_its_time(a)}}", "some.cypher:2: write {{ name(argument, ...) }} for a fragment"),
        ("{{ kinds_of_line(a) }}", "some.cypher:2: '{{ kinds_of_line(a) }}' cannot be made"),
        ("{{ properties(Nobody, n) }}", "some.cypher:2: '{{ properties(Nobody, n) }}' cannot be made: 'Nobody'"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(line: str, said: str) -> None:
    with pytest.raises(BadQuery) as error:
        put_in(line)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (n) RETURN n", "it:1: expected a comment that says what this is for"),
        (
            "// It.\n// Parameters: $a.\nRETURN $b",
            "it: the heading names the parameters ['a'], the statement uses ['b']",
        ),
        ("// It.\n// Columns: a, a.\nRETURN 1", "it: the column 'a' is named twice"),
        ("// It.\n// Columns: a[b.\nRETURN 1", "it: the columns of 'a' have no end"),
        ("// It.\n// Columns: written, how many.\nRETURN 1", "it: 'many' is unexpected in the columns"),
        ("// It.\n// Columns: from.\nRETURN 1", "it: Type names and field names cannot be a keyword: 'from'"),
        ("// It.\n// Columns: {{ nothing }}.\nRETURN 1", "it:2: there is no fragment 'nothing'"),
        (
            "// It.\n// Arguments: label, of it.\nRETURN 1",
            "it: the heading names the arguments ('label',); () are given",
        ),
    ],
)
def test_a_heading_that_does_not_fit_is_told(text: str, said: str) -> None:
    with pytest.raises(BadQuery) as error:
        parse_query("it", text)
    assert str(error.value).startswith(said)


def test_fragments_that_use_each_other_in_a_circle_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cypher" / "fragments"
    folder.mkdir(parents=True)
    (folder / "hen.cypher").write_text("// One.\n{{ egg }}")
    (folder / "egg.cypher").write_text("// Two.\n{{ hen }}")
    monkeypatch.setattr(fragments, "FOLDER", folder.parent)
    with pytest.raises(BadQuery, match=r"cypher/fragments/egg\.cypher:2: 'hen' uses itself"):
        put_in("{{ hen }}")


def test_rows_have_the_names_of_their_columns_and_so_have_rows_in_them() -> None:
    columns = parse_columns("id, lines[id, ends[at]], note")
    assert columns[1] == Column("lines", (Column("id"), Column("ends", (Column("at"),))))
    row = row_maker(columns)(["a", [["b", [["c"], ["d"]]]], None])
    assert (row.id, row.lines[0].id, [end.at for end in row.lines[0].ends], row.note) == ("a", "b", ["c", "d"], None)
    with pytest.raises(TypeError):
        row_maker(columns)(["a", [["b"]], None])


# The database's side of a rule and the domain's, over everything that they tell apart


WRITE_BODIES = "// Write some bodies.\n// Parameters: $rows.\n// Columns: written.\n" + (
    "UNWIND $rows AS row CREATE (n:Organization {id: row.id}) SET n += row.properties RETURN count(n) AS written"
)


async def answered(transaction: Transaction, bodies: dict[str, dict[str, Any]], condition: str, **given: Any) -> Any:
    """Write some bodies and tell of each whether a condition holds."""
    rows = [{"id": id_, "properties": said | {"open": True, "place": "testham"}} for id_, said in bodies.items()]
    await transaction._run(parse_query("write", WRITE_BODIES), {"rows": rows})
    named = "".join(f"${name} " for name in given) or "none"
    text = f"// Ask.\n// Parameters: {named}.\n// Columns: id, so.\nMATCH (b:Organization) WHERE b.place = 'testham'\n"
    query = parse_query("ask", f"{text}RETURN collect([b.id, {condition}]) AS rows")
    return {id_: so is True for id_, so in await transaction._run(query, given)}


PERIODS = [
    Period(since, until)
    for since, until in itertools.product(
        (None, "2008", "2008-03", "2008-03-09"), (None, "2008", "2008-03", "2008-03-09")
    )
]
DAYS = sorted(
    {
        edge + timedelta(days=days)
        for period in PERIODS
        for edge in (earliest(period.since), latest(period.until))
        if date.min < edge < date.max
        for days in (-1, 0, 1)
    }
)


@pytest.mark.parametrize("include_proposed", [False, True])
def test_what_holds_on_a_day_holds_for_the_database_and_for_values(
    database: Database, run: Loop, *, include_proposed: bool
) -> None:
    facts = {f"{at}-{status}": (PERIODS[at], status) for at in range(len(PERIODS)) for status in FactStatus}
    bodies = {
        id_: {
            "holdsFrom": earliest(period.since) if period.since else None,
            "holdsUntil": latest(period.until) if period.until else None,
            "onlyProposed": status is FactStatus.PROPOSED or None,
        }
        for id_, (period, status) in facts.items()
    }

    async def compared(transaction: Transaction) -> list[str]:
        found = []
        for day in DAYS:
            as_at = AsAt(day, include_proposed)
            so = await answered(
                transaction, {} if day != DAYS[0] else bodies, "{{ holds_on_the_day(b) }}", **as_at.parameters
            )
            expected = {id_: as_at.counts(status) and as_at.within(period) for id_, (period, status) in facts.items()}
            found += [f"{id_} on {day}: {facts[id_]}" for id_ in facts if so[id_] != expected[id_]]
        return found

    assert len(DAYS) > 8
    assert run(database.write(compared)) == []


def test_the_database_and_values_agree_through_whom_a_voice_may_pass(database: Database, run: Loop) -> None:
    pairs = {f"{sort}-{sector}": (sort, sector) for sort in Classification for sector in (None, *Sector)}
    bodies = {id_: {"classification": sort, "sector": sector} for id_, (sort, sector) in pairs.items()}
    condition = "{{ may_a_voice_pass(b) }}"
    so = run(database.write(lambda transaction: answered(transaction, bodies, condition)))
    assert so == {id_: may_pass(sector, sort) for id_, (sort, sector) in pairs.items()}
