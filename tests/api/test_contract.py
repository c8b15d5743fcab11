"""The served schema holds everything of the contract, with the same names, arguments and types."""

from enum import StrEnum
from pathlib import Path

import pytest
from graphql import (
    EnumTypeDefinitionNode,
    FieldDefinitionNode,
    InputValueDefinitionNode,
    InterfaceTypeDefinitionNode,
    NonNullTypeNode,
    ObjectTypeDefinitionNode,
    TypeDefinitionNode,
    UnionTypeDefinitionNode,
    parse,
    print_ast,
)

from app.api.schema.root import schema_text
from app.domain import vocabulary as words

CONTRACT = Path(__file__).with_name("contract.graphql").read_text("utf-8")
ENUMS = (
    words.Classification, words.OrganizationKind, words.Sector, words.LifecycleStatus, words.FactStatus, words.Role,
    words.Basis, words.YesNoNotRecorded, words.TenureCapacity, words.LineType, words.AttendanceKind, words.Dimension,
    words.ActionStatus, words.Rating, words.Certainty, words.Direction, words.Directness,
)  # fmt: skip


def types(text: str) -> dict[str, TypeDefinitionNode]:
    return {node.name.value: node for node in parse(text).definitions if isinstance(node, TypeDefinitionNode)}


SERVED = types(schema_text())
AGREED = types(CONTRACT)


def fields(node: TypeDefinitionNode) -> dict[str, FieldDefinitionNode]:
    assert isinstance(node, ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)
    return {field.name.value: field for field in node.fields or ()}


def arguments(field: FieldDefinitionNode) -> dict[str, InputValueDefinitionNode]:
    return {argument.name.value: argument for argument in field.arguments or ()}


def says(argument: InputValueDefinitionNode) -> str:
    default = f" = {print_ast(argument.default_value)}" if argument.default_value else ""
    return print_ast(argument.type) + default


@pytest.mark.parametrize("name", AGREED)
def test_every_agreed_type_is_served(name: str) -> None:
    agreed, served = AGREED[name], SERVED[name]
    assert type(served) is type(agreed)
    if isinstance(agreed, ObjectTypeDefinitionNode):
        assert isinstance(served, ObjectTypeDefinitionNode)
        interfaces = {each.name.value for each in served.interfaces or ()}
        assert {each.name.value for each in agreed.interfaces or ()} <= interfaces
    if isinstance(agreed, UnionTypeDefinitionNode):
        assert isinstance(served, UnionTypeDefinitionNode)
        assert {each.name.value for each in agreed.types or ()} == {each.name.value for each in served.types or ()}
    if isinstance(agreed, EnumTypeDefinitionNode):
        assert isinstance(served, EnumTypeDefinitionNode)
        assert {each.name.value for each in agreed.values or ()} == {each.name.value for each in served.values or ()}


@pytest.mark.parametrize(
    ("type_", "field"),
    [
        (name, field)
        for name, node in AGREED.items()
        if isinstance(node, ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)
        for field in fields(node)
    ],
)
def test_every_agreed_field_is_served_with_its_type_and_arguments(type_: str, field: str) -> None:
    agreed, served = fields(AGREED[type_])[field], fields(SERVED[type_])[field]
    assert print_ast(served.type) == print_ast(agreed.type)
    wanted, given = arguments(agreed), arguments(served)
    assert {name: says(given[name]) for name in wanted} == {name: says(wanted[name]) for name in wanted}
    assert all(not isinstance(given[name].type, NonNullTypeNode) for name in given.keys() - wanted.keys())


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_enums_are_the_vocabulary_in_capitals(enum: type[StrEnum]) -> None:
    served = SERVED[enum.__name__]
    assert isinstance(served, EnumTypeDefinitionNode)
    assert [value.name.value for value in served.values or ()] == [word.value.upper() for word in enum]


COUNTED = {"Organization": "Classification", "Post": "PostState", "Line": "LineType", "Action": "ActionStatus"}


@pytest.mark.parametrize("name", [*COUNTED, "Person", "Source", "Meeting", "RecordedAbsence", "Node"])
def test_connections_have_one_shape(name: str) -> None:
    shapes = {field: print_ast(node.type) for field, node in fields(SERVED[f"{name}Connection"]).items()}
    if name in COUNTED:
        assert shapes.pop("counts") == f"[{COUNTED[name]}Count!]!"
    assert shapes == {"edges": f"[{name}Edge!]!", "pageInfo": "PageInfo!", "totalCount": "Int!"}
    edge = {field: print_ast(node.type) for field, node in fields(SERVED[f"{name}Edge"]).items()}
    assert edge == {"cursor": "String!", "node": f"{name}!"}
    assert set(fields(SERVED["PageInfo"])) == {"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"}
