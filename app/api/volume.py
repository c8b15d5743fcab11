"""How much a query may bring: an estimate of its nodes before anything is read.

Every list counts with the length that is asked for, or with the length such a list usually has; lists within lists
multiply. A query whose estimate is above the limit is refused, so that nested lists cannot multiply without end.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
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

from app.api.connections import MOST
from app.errors import BadInput, TooComplex

MAX_NODES = 20_000

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
    "Organization.posts": 8,
    "Organization.seatsElsewhere": 8,
    "Organization.lines": 8,
    "Post.holders": 2,
    "Post.onBehalfOf": 2,
    "Post.appointedBy": 1,
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
    "Meeting.attendance": 15,
    "Meeting.actions": 10,
}
"""How long lists usually are. Questions that take work stand for several nodes themselves, such as a structure."""

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
            raise BadInput("Say by operationName which of the operations to run.")
        nodes = estimate(given.schema._schema, document, operation, given.variables or {})
        if nodes > MAX_NODES:
            raise TooComplex(
                f"The query may bring about {nodes} nodes, more than {MAX_NODES}: ask for shorter or fewer lists."
            )
        yield


def estimate(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
) -> int:
    """Estimate how many nodes an operation brings with some variables."""
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    defaults = {
        each.variable.name.value: int(each.default_value.value)
        for each in operation.variable_definitions or ()
        if isinstance(each.default_value, IntValueNode)
    }
    root = schema.get_root_type(operation.operation)
    return _Estimate(schema, fragments, {**defaults, **variables}).of(operation.selection_set, root)


class _Estimate:
    """One estimate; a fragment is measured once for each type it is used on."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: Mapping[str, Any],
    ) -> None:
        self._schema, self._fragments, self._variables = schema, fragments, variables
        self._known: dict[str, int] = {}

    def of(self, selections: SelectionSetNode | None, type_: Any) -> int:
        total = 0
        for node in selections.selections if selections else ():
            if isinstance(node, FieldNode):
                total += self._of_field(node, type_)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                inner = self._schema.get_type(condition.name.value) if condition else type_
                total += self.of(node.selection_set, inner)
            elif isinstance(node, FragmentSpreadNode):
                total += self._of_fragment(node.name.value)
        return total

    def _of_fragment(self, name: str) -> int:
        if name not in self._known:
            fragment = self._fragments[name]
            on = self._schema.get_type(fragment.type_condition.name.value)
            self._known[name] = self.of(fragment.selection_set, on)
        return self._known[name]

    def _of_field(self, node: FieldNode, type_: Any) -> int:
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) or node.name.value.startswith("__"):
            return 0
        field = type_.fields[node.name.value]
        inner = get_named_type(field.type)
        if not is_composite_type(inner) or inner.name in PARTS:
            return 0
        return self._length(node, type_.name, field) * (1 + self.of(node.selection_set, inner))

    def _length(self, node: FieldNode, parent: str, field: GraphQLField) -> int:
        if "first" in field.args:
            return self._first(node, field.args["first"].default_value)
        usual = LENGTHS.get(f"{parent}.{node.name.value}")
        if usual is not None:
            return usual
        if parent.endswith("Connection"):
            return 1
        type_ = field.type.of_type if is_non_null_type(field.type) else field.type
        return USUAL if is_list_type(type_) else 1

    def _first(self, node: FieldNode, usual: int) -> int:
        for argument in node.arguments or ():
            if argument.name.value == "first":
                value: Any = None
                if isinstance(argument.value, IntValueNode):
                    value = int(argument.value.value)
                elif isinstance(argument.value, VariableNode):
                    value = self._variables.get(argument.value.name.value)
                # Whatever is no length at all is refused when the query runs.
                return min(max(value, 0), MOST) if isinstance(value, int) else usual
        return usual
