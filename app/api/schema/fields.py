"""How the types' fields and arguments are declared, so that none goes without a description.

The value behind a GraphQL type is a record of `app.domain.records`, as the store gave it: nothing is copied. A
plain field is read from the record's attribute of the same name; a resolved one is a method whose `self` is the
record, and its docstring is the field's description.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar

import strawberry

from app.api.schema import enums
from app.domain import vocabulary as words

enums.register()


def plain(description: str, *, name: str | None = None) -> Any:
    """Declare a field that is read from the record as it is."""
    return strawberry.field(description=description, name=name)


def resolved(type_: Any, *, name: str | None = None) -> Callable[[Callable[..., Any]], Any]:
    """Declare a field of a GraphQL type that a method answers."""

    def declare(method: Callable[..., Any]) -> Any:
        assert method.__doc__
        description = " ".join(method.__doc__.split())
        method.__annotations__.pop("return", None)
        return strawberry.field(resolver=method, description=description, name=name, graphql_type=type_)

    return declare


class Recorded:
    """The base of every type: says which record its values are, so that unions and interfaces know it again."""

    record: ClassVar[type]

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is of this type."""
        return isinstance(value, cls.record)


def argument(description: str, *, name: str | None = None) -> Any:
    """Describe an argument."""
    return strawberry.argument(description=description, name=name)


On = Annotated[
    date | None, argument("The day the answer is for; that of the field it stands in, or today, unless said.")
]
IncludeProposed = Annotated[
    bool | None, argument("Whether what is only proposed counts too; as in the field it stands in, unless said.")
]
Ever = Annotated[bool | None, argument("Whether those of other days are given too, in the order of their starts.")]
First = Annotated[int | None, argument("How many to give at most, 0 to 100.")]
After = Annotated[str | None, argument("The cursor of the last one seen: give what follows it.")]
Towards = Annotated[words.Direction | None, argument("Which way the lines lead.")]
Types = Annotated[list[words.LineType] | None, argument("Only lines of these types; all unless said.")]
