"""What one request may ask for, so that nobody can keep the site from others.

The shape of a query (depth, aliases, directives) is a validation rule, checked once for each text. How much it may
bring depends on its variables too: `app.api.volume` estimates that before anything is read.
"""

from dataclasses import dataclass

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationContext,
)

from app.errors import TooComplex

MAX_QUERY_BYTES = 50_000
MAX_BODY_BYTES = 200_000
MAX_TOKENS = 2_000
MAX_DEPTH = 12
MAX_ALIASES = 30
MAX_DIRECTIVES = 20
MAX_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a selection, its fragments written out: levels of fields, aliases, directives."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0

    def beside(self, other: "Shape") -> "Shape":
        """Give the shape of both together."""
        return Shape(max(self.depth, other.depth), self.aliases + other.aliases, self.directives + other.directives)


class ShapeLimit(ASTValidationRule):
    """Refuses operations that are too deep, or have too many aliases or directives.

    Introspection has a limit of its own, among graphql-core's usual rules, and no depth here, so that the
    usual introspection query passes.
    """

    def __init__(self, context: ValidationContext) -> None:
        """Begin with a document."""
        super().__init__(context)
        self._fragments: dict[str, Shape] = {}
        self._open: set[str] = set()

    def enter_document(self, node: DocumentNode, *_: object) -> None:
        """Look at each operation."""
        for definition in node.definitions:
            if isinstance(definition, OperationDefinitionNode):
                self._check(definition)

    def _check(self, operation: OperationDefinitionNode) -> None:
        shape = self._of(operation.selection_set).beside(Shape(directives=len(operation.directives or ())))
        for what, is_, most in (
            ("levels", shape.depth, MAX_DEPTH),
            ("aliases", shape.aliases, MAX_ALIASES),
            ("directives", shape.directives, MAX_DIRECTIVES),
        ):
            if is_ > most:
                self.report_error(
                    GraphQLError(
                        f"The query has more than {most} {what}.",
                        operation,
                        extensions={"code": TooComplex.code},
                    )
                )

    def _of(self, selections: SelectionSetNode | None) -> Shape:
        shape = Shape()
        for node in selections.selections if selections else ():
            if isinstance(node, FragmentSpreadNode):
                inner = self._of_fragment(node.name.value)
            elif isinstance(node, FieldNode):
                inner = self._of(node.selection_set)
                level = 0 if node.name.value.startswith("__") else inner.depth + 1
                inner = Shape(level, inner.aliases + bool(node.alias), inner.directives)
            else:
                inner = self._of(node.selection_set)  # type: ignore[attr-defined]
            shape = shape.beside(inner).beside(Shape(directives=len(node.directives or ())))
        return shape

    def _of_fragment(self, name: str) -> Shape:
        """Measure each fragment once, however often it is used; one that contains itself is refused elsewhere."""
        if name in self._open:
            return Shape()
        if name not in self._fragments:
            fragment: FragmentDefinitionNode | None = self.context.get_fragment(name)
            self._open.add(name)
            self._fragments[name] = self._of(fragment.selection_set) if fragment else Shape()
            self._open.discard(name)
        return self._fragments[name]


RULES: list[type[ASTValidationRule]] = [ShapeLimit]
"""Made once: the cache of validated documents tells rules apart by identity."""
