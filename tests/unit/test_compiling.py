"""What maps fields to statements: every field of a type that is read so is in a table, or known to be left out."""

import re
from typing import Any

import pytest
from graphql import (
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLResolveInfo,
    OperationDefinitionNode,
    get_named_type,
    is_composite_type,
    is_union_type,
    parse,
)
from graphql.execution.collect_fields import FieldDetails

from app.api.compiling.fields import SPECIALS, selecting_for
from app.api.compiling.roots import NESTED, ROOTS
from app.api.compiling.run import NotCompiled
from app.api.compiling.table import KINDS, NAMED, PARTS, WAYS
from app.api.schema.root import SCHEMA
from app.store.fragments import FOLDER, BadQuery
from app.store.statements import Reading, Way, statement
from tests.api.selections import LEFT

TYPES = SCHEMA._schema.type_map


AT_HAND = ("Area", "Source", "Theme", "Citation", "CompositionRule")
"""Types whose records are at hand."""


def fields_of(name: str) -> dict[str, Any]:
    type_ = TYPES[name]
    assert isinstance(type_, GraphQLObjectType)
    return dict(type_.fields)


def compiles(type_: str, field: str) -> bool:
    """Tell whether a statement is made for a field of a type, with a little below it."""
    inner = get_named_type(fields_of(type_)[field].type)
    below = " { __typename }" if is_composite_type(inner) or is_union_type(inner) else ""
    document = parse(f"{{ x {{ {field}{below} }} }}")
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    (node,) = operation.selection_set.selections
    given: dict[str, Any] = dict.fromkeys(GraphQLResolveInfo._fields)
    fragments: dict[str, FragmentDefinitionNode] = {}
    given |= {"schema": SCHEMA._schema, "operation": operation, "fragments": fragments, "variable_values": {}}
    details: Any = [FieldDetails(node, None)]  # type: ignore[arg-type]
    try:
        selecting = selecting_for(GraphQLResolveInfo(**given), "neo4j")
        if type_ in KINDS:
            selecting.things(type_, details, 0)
        else:
            selecting.record_maker_of(details, 0)(selecting.object(type_))
    except NotCompiled:
        return False
    return True


@pytest.mark.parametrize(
    ("type_", "field"),
    [(type_, field) for type_ in (*KINDS, *AT_HAND) for field in fields_of(type_)],
    ids=lambda it: it,
)
def test_a_field_is_compiled_unless_it_is_known_to_be_left(type_: str, field: str) -> None:
    assert compiles(type_, field) is (f"{type_}.{field}" not in LEFT)


def test_tables_name_fields_of_the_schema() -> None:
    special = [*SPECIALS.of_things, *SPECIALS.of_records]
    named = [
        *WAYS,
        *NAMED,
        *NESTED,
        *special,
        *LEFT,
        *(part for part in PARTS if "." in part),
        *(f"Query.{root}" for root in ROOTS),
    ]
    assert [name for name in named if name.partition(".")[2] not in fields_of(name.partition(".")[0])] == []


def test_every_way_is_one_that_some_field_goes() -> None:
    files = {path.stem for path in (FOLDER / "ways").glob("*.cypher")}
    modules = (FOLDER.parent / "app" / "api" / "compiling").glob("*_fields.py")
    code = "".join(path.read_text("utf-8") for path in modules)
    assert files == {each.way for each in WAYS.values()} | {name for name in files if f'"{name}"' in code}


def test_parameters_are_numbered_by_way_and_day() -> None:
    lines = Reading("columns_of_a_line", ("id",), 1)
    reading = Reading("columns_of_an_organization", ("name", Way("lines_up", ("o",), (lines,), 4, 1)), 0)
    query = statement("find_organizations", reading, "neo4j")
    assert query.parameters == ("ever_4", "ids", "includeProposed_1", "on_1")
    assert set(re.findall(r"\$(\w+)", query.text)) == set(query.parameters)


@pytest.mark.parametrize(
    ("reading", "error"),
    [
        (Reading("columns_of_an_organization", ("name) DETACH DELETE (o",), 0), KeyError),
        (Reading("columns_of_an_organization", (Way("nowhere", ("o",), (), 1, 0),), 0), FileNotFoundError),
        (Reading("columns_of_a_post", ("id",), 0), BadQuery),
    ],
)
def test_nothing_but_names_of_the_project_gets_into_a_text(reading: Reading, error: type[Exception]) -> None:
    with pytest.raises(error):
        statement("find_organizations", reading, "neo4j")
