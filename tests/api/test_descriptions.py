"""Every type, field, argument and enum value says what it is."""

from graphql import build_schema
from graphql.type import GraphQLEnumType, GraphQLInterfaceType, GraphQLObjectType

from app.api.schema.root import schema_text

SCHEMA = build_schema(schema_text())
STANDARD = {"String", "Int", "Float", "Boolean", "ID"}


def test_nothing_goes_without_a_description() -> None:
    silent = []
    for name, type_ in SCHEMA.type_map.items():
        if name.startswith("__") or name in STANDARD:
            continue
        described = {name: type_.description}
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for field_name, field in type_.fields.items():
                described[f"{name}.{field_name}"] = field.description
                described |= {f"{name}.{field_name}({arg})": given.description for arg, given in field.args.items()}
        if isinstance(type_, GraphQLEnumType):
            described |= {f"{name}.{word}": value.description for word, value in type_.values.items()}
        silent += [what for what, text in described.items() if not (text or "").strip()]
    assert silent == []


def test_descriptions_are_sentences() -> None:
    for type_ in SCHEMA.type_map.values():
        if type_.description and not type_.name.startswith("__") and type_.name not in STANDARD:
            assert type_.description.endswith("."), type_.name
