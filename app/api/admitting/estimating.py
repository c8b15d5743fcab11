"""How much a query may bring: an estimate of its nodes before anything is read.

Every list counts with the length that is asked for, with the length that it has in the data, or with the length such a
list usually has; lists within lists multiply, but never to more than there is. A query whose estimate is above the
limit is refused, so that nested lists cannot multiply without end. What is asked about the schema counts like
everything else, with the lengths that the schema really has.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableNode,
    get_named_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
)

from app.api.admitting.introspection import is_of_all_types, lengths
from app.api.admitting.limits import MOST
from app.api.admitting.shape import ABOUT_THE_SCHEMA
from app.api.admitting.volume import GROUPS, LENGTHS, PARTS, USUAL
from app.reading.sizes import EVERYWHERE, Sizes

_OF_THE_PAGE = frozenset({"edges", "node"})
"""What stands between a list and its entries, and is not named when the list is."""
_NAMES_A_PLACE = ("area", "id", "of", "organization", "root")
"""Arguments that say of which place the lists below are; a body's id begins with its place."""


@dataclass(slots=True)
class Volume:
    """How many nodes a query may bring, how many of them are of the schema, and how many each of its lists brings."""

    nodes: float = 0
    of_schema: float = 0
    lists: Counter[str] = field(default_factory=Counter)

    @property
    def largest(self) -> tuple[str, float]:
        """The list that brings most, as the way of fields that lead to it, and how many."""
        ((name, number),) = self.lists.most_common(1) or [("", 0)]
        return name, number


def estimate(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    places: int = 0,
    sizes: Sizes | None = None,
) -> Volume:
    """Estimate how many nodes an operation brings with some variables, from so many places with lists of such sizes.

    Its fragments, written out, must be within the limits of `app.api.admitting.shape`.
    """
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    defaults = {
        each.variable.name.value: _value(each.default_value)
        for each in operation.variable_definitions or ()
        if isinstance(each.default_value, IntValueNode | StringValueNode)
    }
    walk = _Walk(schema, fragments, {**defaults, **variables}, places, sizes or Sizes())
    root = schema.get_root_type(operation.operation)
    walk.selections(operation.selection_set, root, _At(1, 1, EVERYWHERE, ()))
    return walk.volume


@dataclass(frozen=True, slots=True)
class _At:
    """Where the walk is: among so many things; if pages, with so many entries; in which place; by which way."""

    things: float
    entries: float
    place: str
    way: tuple[str, ...]
    in_schema: bool = False
    of_all_types: bool = False


class _Walk:
    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
        places: int,
        sizes: Sizes,
    ) -> None:
        self._schema, self._fragments, self._variables = schema, fragments, variables
        self._places, self._sizes = places, sizes
        self.volume = Volume()

    def selections(self, selections: SelectionSetNode | None, type_: Any, at: _At) -> None:
        """Count what selections bring."""
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                self._field(node, type_, at)
                continue
            inner: Any = self._fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            assert isinstance(inner, InlineFragmentNode | FragmentDefinitionNode)
            condition = inner.type_condition
            self.selections(
                inner.selection_set, self._schema.get_type(condition.name.value) if condition else type_, at
            )

    def _field(self, node: FieldNode, type_: Any, at: _At) -> None:
        name = node.name.value
        field_ = self._schema.get_field(type_, name) if is_composite_type(type_) else None
        inner = get_named_type(field_.type) if field_ else None
        if not field_ or not is_composite_type(inner) or inner.name in PARTS:
            return
        place = self._place_named(node) or at.place
        brought = self._brought(node, type_.name, field_, at, place)
        a_page = inner.name.endswith("Connection")
        own = at.things if a_page else brought
        within = at.in_schema or name in ABOUT_THE_SCHEMA
        way = at.way if name in _OF_THE_PAGE else (*at.way, name)
        self.volume.nodes += own
        self.volume.of_schema += own * within
        self.volume.lists[".".join(way)] += own  # type: ignore[assignment]
        of_all = is_of_all_types(f"{type_.name}.{name}", at.of_all_types)
        self.selections(node.selection_set, inner, _At(own, brought, place, way, within, of_all))

    def _brought(self, node: FieldNode, parent: str, field_: GraphQLField, at: _At, place: str) -> float:
        """Return how many things a field brings, of all those it is asked of."""
        if parent.endswith("Connection"):
            return at.entries if node.name.value == "edges" else at.things
        name = f"{parent}.{node.name.value}"
        most = self._first(node, field_.args["first"].default_value) if "first" in field_.args else None
        size = self._sizes.of(place, name)
        if size is not None:
            return size.of_so_many(at.things, most)
        return at.things * (self._usual(node, name, field_, at) if most is None else most)

    def _usual(self, node: FieldNode, name: str, field_: GraphQLField, at: _At) -> float:
        if name == "Query.capacities":
            return max(LENGTHS[name], self._places_asked(node) * GROUPS)
        if name == "Query.nodes":
            return min(len(self._given(node, "ids") or ()), MOST)
        usual = lengths(self._schema, longest=not at.of_all_types).get(name) or LENGTHS.get(name)
        if usual is not None:
            return usual
        type_ = field_.type.of_type if is_non_null_type(field_.type) else field_.type
        return USUAL if is_list_type(type_) else 1

    def _places_asked(self, node: FieldNode) -> int:
        """Count the places that a field names by `areas`, or all there are."""
        named = self._given(node, "areas")
        return min(len(named) if isinstance(named, list | tuple) else 1, self._places) if named else self._places

    def _place_named(self, node: FieldNode) -> str:
        """Return the place that a field's argument names, if one does."""
        for name in _NAMES_A_PLACE:
            given = self._given(node, name) if node.arguments else None
            if isinstance(given, str) and given:
                return given.partition("/")[0]
        return ""

    def _first(self, node: FieldNode, usual: int) -> int:
        """Return how many a field is asked to give at most: whatever is no length at all is refused when it runs."""
        value = self._given(node, "first")
        return min(max(value, 0), MOST) if isinstance(value, int) else usual

    def _given(self, node: FieldNode, name: str) -> Any:
        """Return what is given for an argument, by a variable too; a list that is written out counts by its values."""
        for argument in node.arguments or ():
            if argument.name.value == name:
                given: Any = argument.value
                return self._variables.get(given.name.value) if isinstance(given, VariableNode) else _value(given)
        return None


def _value(given: Any) -> Any:
    """Read a number, a text or a list; a number with more digits than any length has stands for the greatest."""
    if isinstance(given, IntValueNode):
        return int(given.value) if len(given.value) < 10 else MOST
    if isinstance(given, ListValueNode):
        return given.values
    return given.value if isinstance(given, StringValueNode) else None
