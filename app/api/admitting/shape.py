"""How large a document is as it is written, its fragments written out wherever they are used.

Each limit holds for an operation, and for a fragment that none uses: whatever looks at the document next is bounded by
them. Introspection counts like everything else, but for its levels, which are counted by themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
)

from app.api.admitting import limits
from app.api.admitting.repeats import pairs
from app.errors import TooComplex

Part = OperationDefinitionNode | FragmentDefinitionNode

ABOUT_THE_SCHEMA = frozenset(["__schema", "__type"])


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a selection: levels of fields and of questions about the schema, aliases, directives, fields."""

    depth: int = 0
    schema_depth: int = 0
    aliases: int = 0
    directives: int = 0
    fields: int = 0

    def beside(self, other: "Shape") -> "Shape":
        """Return the shape of both together."""
        return Shape(
            max(self.depth, other.depth),
            max(self.schema_depth, other.schema_depth),
            self.aliases + other.aliases,
            self.directives + other.directives,
            self.fields + other.fields,
        )

    def below(self, field: FieldNode) -> "Shape":
        """Return the shape of a field with this below it."""
        depth, schema_depth = self.depth + 1, self.schema_depth
        if field.name.value in ABOUT_THE_SCHEMA:
            depth, schema_depth = 1, max(depth, schema_depth)
        return Shape(depth, schema_depth, self.aliases + bool(field.alias), self.directives, self.fields + 1)


def too_much(document: DocumentNode) -> list[GraphQLError]:
    """Say which limit a document is beyond, if any, or that a fragment of it is used within itself."""
    shapes = _Shapes(document)
    measured = {definition: shapes.of_definition(definition) for definition in _parts(document)}
    if shapes.ring:
        message = f"The fragment '{shapes.ring}' is used within itself."
        return [GraphQLError(message, extensions={"code": "GRAPHQL_VALIDATION_FAILED"})]
    roots = [each for each in measured if _is_root(each, shapes.used)]
    for definition in roots:
        for is_, most, what in _limits(measured[definition]):
            if is_ > most:
                return [_refusal(f"The query has more than {most} {what}.", definition)]
    if sum(measured[definition].fields for definition in roots) > limits.MAX_FIELDS:
        return [_refusal(f"The query has more than {limits.MAX_FIELDS} fields, its fragments written out.")]
    if pairs(roots, shapes.fragments, limits.MAX_PAIRS) > limits.MAX_PAIRS:
        return [_refusal("The query names the same fields too often in the same place: name each once.")]
    return []


def _parts(document: DocumentNode) -> Iterator[Part]:
    return (each for each in document.definitions if isinstance(each, Part))


def _is_root(part: Part, used: set[str]) -> bool:
    return isinstance(part, OperationDefinitionNode) or part.name.value not in used


def _limits(shape: Shape) -> Iterable[tuple[int, int, str]]:
    return (
        (shape.depth, limits.MAX_DEPTH, "levels"),
        (shape.schema_depth, limits.MAX_SCHEMA_DEPTH, "levels of introspection"),
        (shape.aliases, limits.MAX_ALIASES, "aliases"),
        (shape.directives, limits.MAX_DIRECTIVES, "directives"),
    )


def _refusal(message: str, part: Part | None = None) -> GraphQLError:
    return GraphQLError(message, part, extensions={"code": TooComplex.code})


class _Shapes:
    """The shapes of one document's selections; a fragment is measured once, however often it is used."""

    def __init__(self, document: DocumentNode) -> None:
        self.fragments = {
            each.name.value: each for each in _parts(document) if isinstance(each, FragmentDefinitionNode)
        }
        self.used: set[str] = set()
        self.ring = ""
        """A fragment that is used within itself, if there is one."""
        self._known: dict[str, Shape] = {}
        self._open: set[str] = set()

    def of_definition(self, part: Part) -> Shape:
        inner = self._of_fragment(part.name.value) if isinstance(part, FragmentDefinitionNode) else None
        own = Shape(directives=len(part.directives or ()))
        return own.beside(inner or self._of(part.selection_set))

    def _of(self, selections: SelectionSetNode | None) -> Shape:
        shape = Shape()
        for node in selections.selections if selections else ():
            if isinstance(node, FragmentSpreadNode):
                self.used.add(node.name.value)
                inner = self._of_fragment(node.name.value)
            else:
                inner = self._of(node.selection_set)  # type: ignore[attr-defined]
                if isinstance(node, FieldNode):
                    inner = inner.below(node)
            shape = shape.beside(inner).beside(Shape(directives=len(node.directives or ())))
        return shape

    def _of_fragment(self, name: str) -> Shape:
        if name in self._open:
            self.ring = name
            return Shape()
        if name not in self._known:
            fragment = self.fragments.get(name)
            self._open.add(name)
            self._known[name] = self._of(fragment.selection_set) if fragment else Shape()
            self._open.discard(name)
        return self._known[name]
