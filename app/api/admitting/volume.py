"""How much a query may bring: an estimate of its nodes before anything is read.

Every list counts with the length that is asked for, or with the length such a list usually has; lists within lists
multiply. A query whose estimate is above the limit is refused, so that nested lists cannot multiply without end. What
is asked about the schema counts like everything else, with the lengths that the schema really has.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
)
from graphql.utilities import get_operation_ast
from strawberry.extensions import SchemaExtension

from app.api.admitting.introspection import asks_the_schema_alone, is_of_all_types, lengths
from app.api.admitting.limits import MAX_NODES, MAX_SCHEMA_NODES, MAX_SCHEMA_NODES_BESIDE, MOST
from app.api.admitting.shape import ABOUT_THE_SCHEMA
from app.errors import BadInput, TooComplex

USUAL = 3
"""How long a list usually is, where it is not named below."""

LENGTHS = {
    "Query.areas": 20,
    "Query.assessments": 50,
    "Query.savedQuestions": 20,
    "Query.balance": 5,
    "Query.capacities": 50,
    "Query.compare": 10,
    "Query.fragility": 5,
    "Query.reportBack": 30,
    "Query.routes": 5,
    "Query.structure": 10,
    "Query.representation": 10,
    "RelationshipMap.cells": 50,
    "Organization.posts": 8,
    "Organization.seatsElsewhere": 8,
    "Organization.lines": 8,
    "Post.holders": 2,
    "Post.onBehalfOf": 2,
    "Post.appointedBy": 1,
    "Post.appointers": 1,
    "Person.affiliations": 2,
    "Person.worksFor": 2,
    "Structure.nodes": 15,
    "Structure.lines": 20,
    "Structure.posts": 30,
    "Representation.seats": 2,
    "Person.posts": 3,
    "QuestionAnswer.items": 20,
    "Fragility.carriers": 20,
    "Fragility.withoutDeputy": 20,
    "Fragility.terms": 5,
    "Fragility.withoutPaidHours": 10,
    "Departure.silences": 5,
    "Carrier.seats": 4,
    "RoutesAnswer.reached": 10,
    "Route.steps": 4,
    "SectorBalance.placed": 10,
    "MemberShare.organizations": 10,
    "Turnout.byOrganization": 15,
    "Comparison.structures": 12,
    "Comparison.themes": 8,
    "Comparison.gaps": 12,
    "ComparedSort.left": 8,
    "ComparedSort.right": 8,
    "ComparedTheme.left": 8,
    "ComparedTheme.right": 8,
    "Organization.composition": 4,
    "CompositionRule.organizations": 2,
    "Meeting.attendance": 15,
    "Meeting.actions": 10,
}
"""How long lists usually are. Questions that take work stand for several nodes themselves, such as a structure."""

GROUPS = 30
"""Forums, networks and reference groups of one place: a question about all places brings as many from each."""

PARTS = frozenset(["Capacity", "Citation", "ContactDetail", "FormerName", "Identifier", "PageInfo", "Period", "Theme"])
"""Types that are parts of others, read with them, and so are not counted."""


class VolumeLimit(SchemaExtension):
    """Refuses a query that would bring too much, and one that does not say which of its operations to run."""

    def on_execute(self) -> Iterator[None]:
        """Check before anything is read."""
        given = self.execution_context
        document = given.graphql_document
        assert document
        name = given._provided_operation_name
        operation = get_operation_ast(document, name)
        if operation is None:
            raise BadInput("Set operationName: the document has several operations.")
        places = given.context.explorer.catalogue.places
        volume = estimate(given.schema._schema, document, operation, given.variables or {}, places)
        if volume.nodes > MAX_NODES:
            raise _beyond(volume.nodes, MAX_NODES, "nodes")
        if volume.of_schema > MAX_SCHEMA_NODES:
            raise _beyond(volume.of_schema, MAX_SCHEMA_NODES, "nodes of the schema")
        if volume.of_schema > MAX_SCHEMA_NODES_BESIDE and not asks_the_schema_alone(document, operation):
            raise TooComplex("A question about this much of the schema must stand alone: ask the rest apart.")
        yield


def _beyond(nodes: float, most: int, what: str) -> TooComplex:
    return TooComplex(
        f"The query may bring about {nodes:.0f} {what}, more than {most}: ask for shorter or fewer lists."
    )


class Volume(NamedTuple):
    """How many nodes a query may bring, and how many of them are of the schema."""

    nodes: float
    of_schema: float


def estimate(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    places: int = 0,
) -> Volume:
    """Estimate how many nodes an operation brings with some variables, from so many places."""
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    defaults = {
        each.variable.name.value: _whole(each.default_value)
        for each in operation.variable_definitions or ()
        if isinstance(each.default_value, IntValueNode)
    }
    root = schema.get_root_type(operation.operation)
    return _Estimate(schema, fragments, {**defaults, **variables}, places).of(operation.selection_set, root)


_NOTHING = Volume(0, 0)


def _whole(number: IntValueNode) -> int:
    """Read a whole number; one with more digits than any length has stands for the greatest."""
    return int(number.value) if len(number.value) < 10 else MOST


class _Estimate:
    """One estimate; a fragment is measured once for each type it is used on."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
        places: int,
    ) -> None:
        self._schema, self._fragments, self._variables, self._places = schema, fragments, variables, places
        self._known: dict[tuple[str, bool], Volume] = {}
        self._of_all_types = False

    def of(self, selections: SelectionSetNode | None, type_: Any) -> Volume:
        total = _NOTHING
        for node in selections.selections if selections else ():
            inner = _NOTHING
            if isinstance(node, FieldNode):
                inner = self._of_field(node, type_)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                on = self._schema.get_type(condition.name.value) if condition else type_
                inner = self.of(node.selection_set, on)
            elif isinstance(node, FragmentSpreadNode):
                inner = self._of_fragment(node.name.value)
            total = Volume(total.nodes + inner.nodes, total.of_schema + inner.of_schema)
        return total

    def _of_fragment(self, name: str) -> Volume:
        key = (name, self._of_all_types)
        if key not in self._known:
            fragment = self._fragments[name]
            on = self._schema.get_type(fragment.type_condition.name.value)
            self._known[key] = self.of(fragment.selection_set, on)
        return self._known[key]

    def _of_field(self, node: FieldNode, type_: Any) -> Volume:
        name = node.name.value
        field = self._schema.get_field(type_, name) if is_composite_type(type_) else None
        inner = get_named_type(field.type) if field else None
        if not field or not is_composite_type(inner) or inner.name in PARTS:
            return _NOTHING
        outside = self._of_all_types
        self._of_all_types = is_of_all_types(f"{type_.name}.{name}", outside)
        below = self.of(node.selection_set, inner)
        self._of_all_types = outside
        nodes = self._length(node, type_.name, field) * (1 + below.nodes)
        return Volume(nodes, nodes if name in ABOUT_THE_SCHEMA else below.of_schema)

    def _length(self, node: FieldNode, parent: str, field: GraphQLField) -> float:
        if "first" in field.args:
            return self._first(node, field.args["first"].default_value)
        name = f"{parent}.{node.name.value}"
        if name == "Query.capacities":
            return max(LENGTHS[name], self._places_asked(node) * GROUPS)
        usual = lengths(self._schema, longest=not self._of_all_types).get(name) or LENGTHS.get(name)
        if usual is not None:
            return usual
        if parent.endswith("Connection"):
            return 1
        type_ = field.type.of_type if is_non_null_type(field.type) else field.type
        return USUAL if is_list_type(type_) else 1

    def _places_asked(self, node: FieldNode) -> int:
        """Count the places that a field names by `areas`, or all there are."""
        for argument in node.arguments or ():
            given: Any = argument.value
            if isinstance(given, VariableNode):
                named = self._variables.get(given.name.value)
            else:
                named = getattr(given, "values", ())
            if argument.name.value == "areas" and named:
                return min(len(named) if isinstance(named, list | tuple) else 1, self._places)
        return self._places

    def _first(self, node: FieldNode, usual: int) -> int:
        for argument in node.arguments or ():
            if argument.name.value == "first":
                value: Any = None
                if isinstance(argument.value, IntValueNode):
                    value = _whole(argument.value)
                elif isinstance(argument.value, VariableNode):
                    value = self._variables.get(argument.value.name.value)
                # Whatever is no length at all is refused when the query runs.
                return min(max(value, 0), MOST) if isinstance(value, int) else usual
        return usual
