"""What fields of a selection are given: their arguments, and the day that a part of it is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from graphql import GraphQLField, GraphQLResolveInfo, ValueNode, VariableNode
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.values import VariableValues, get_argument_values

from app.api.compiling.run import NotCompiled
from app.domain.as_at import AsAt

Details: TypeAlias = list[FieldDetails]
"""Where a field is selected: several places where fragments select it as well."""
OF_THE_DAY = frozenset({"on", "includeProposed"})
"""Arguments that say for which day an answer is."""


class Arguments:
    """What a field is given: worked out once, or for each request where a variable has a part in it."""

    def __init__(self, field: GraphQLField, details: FieldDetails, variables: VariableValues) -> None:
        """Take the field and where it is asked for."""
        if details.fragment_variable_values is not None:
            raise NotCompiled("variables of a fragment")
        self._field, self._node = field, details.node
        self.names = frozenset(argument.name.value for argument in details.node.arguments or ())
        varies = any(_varies(argument.value) for argument in details.node.arguments or ())
        self._fixed = None if varies else get_argument_values(field, details.node, variables)

    @property
    def vary(self) -> bool:
        """Whether a variable has a part in them."""
        return self._fixed is None

    def given(self, variables: VariableValues) -> dict[str, Any]:
        """Return the values by name, those that are not said left out unless they have a default."""
        if self._fixed is not None:
            return self._fixed
        return get_argument_values(self._field, self._node, variables)


def _varies(value: ValueNode) -> bool:
    if isinstance(value, VariableNode):
        return True
    inner: Sequence[Any] = getattr(value, "values", None) or getattr(value, "fields", None) or ()
    return any(_varies(getattr(each, "value", each) if hasattr(each, "name") else each) for each in inner)


@dataclass(frozen=True, slots=True)
class Day:
    """A part of a selection that says its own day or whether proposals count, and the one around it."""

    around: int
    arguments: Arguments

    def as_at(self, around: AsAt, variables: VariableValues) -> AsAt:
        """Return the day of this part, by that of the part around it."""
        given = self.arguments.given(variables)
        proposed = (
            given.get("includeProposed") if "includeProposed" in self.arguments.names else around.include_proposed
        )
        return AsAt(given.get("on") or around.on, bool(proposed))


def variables_of(info: GraphQLResolveInfo[Any]) -> VariableValues:
    """Return the variables of a request, as graphql-core has them; strawberry hands out their values alone."""
    return VariableValues({}, cast("dict[str, Any]", info.variable_values))
