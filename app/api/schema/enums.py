"""Enums as GraphQL knows them: those of the vocabulary as `app.domain.vocabulary` describes them, and others."""

from collections.abc import Mapping
from enum import Enum

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from app.domain.described import Described


def register() -> None:
    """Make each enum of the vocabulary known to strawberry, described by its docstring and its members' texts."""
    for enum in Described.__subclasses__():
        describe(enum, {each.name: each.description for each in enum})


def describe(enum: type[Enum], means: Mapping[str, str]) -> None:
    """Make an enum known to strawberry under its own name; `means` says what each of its names means."""
    strawberry.enum(enum, description=enum.__doc__)
    definition: StrawberryEnumDefinition = vars(enum)["__strawberry_definition__"]
    for value in definition.values:
        value.description = means[value.name]
