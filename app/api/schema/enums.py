"""The vocabulary's enums as GraphQL knows them: named and described as `app.domain.vocabulary` says."""

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from app.domain import vocabulary as words


def register() -> None:
    """Make each enum known to strawberry, under its own name, described by its docstring and its members' texts."""
    for enum in words.Described.__subclasses__():
        strawberry.enum(enum, description=enum.__doc__)
        definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
        for value in definition.values:
            value.description = enum[value.name].description
