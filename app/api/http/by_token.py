"""Which requests are a program's own: those that change something, or read what only a token may.

Their answers are kept by nobody, and stand for nobody else's. Every other request is answered here as if no token came
with it: what more it reads with one is settled before, in `app.web.shell.clearing`.
"""

import re
from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Visitor,
    visit,
)

from app.api.http.refused import Refused

BY_TOKEN = frozenset({"entry", "changeSets", "changeSet", "duplicates"})
"""Fields of Query that only a token may read."""
OF_TOKENS = frozenset({"ChangeSet"})
"""Types of what only a token may read, also as a node by its id: a fragment on the type says that it is meant."""
_TEXTS = re.compile(r'"""(?:[^"\\]|\\(?:""")?|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|#[^\n\r]*')
"""Strings and comments of a document (GraphQL, 2.1): no words of it."""
_WORDS = re.compile(rf"\b(?:mutation|{'|'.join(sorted(BY_TOKEN | OF_TOKENS))})\b")


def may_be_private(query: str) -> bool:
    """Tell whether a document has a word that every private request has; few others do."""
    return _WORDS.search(query) is not None and _WORDS.search(_TEXTS.sub(" ", query)) is not None


def is_private(document: DocumentNode, operation: OperationDefinitionNode) -> bool:
    """Tell whether an operation is a program's own; Refused where it changes several things.

    Each change is a transaction: of two in a request, one could be made and the other not.
    """
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    asked = [name for name in _names(operation.selection_set, fragments) if name != "__typename"]
    if operation.operation is not OperationType.MUTATION:
        return not BY_TOKEN.isdisjoint(asked) or _is_on_types_of_tokens(document)
    if len(asked) > 1:
        raise Refused(
            None, "One request makes one change: give all entries to one changeEntries, or send several requests."
        )
    return True


def _is_on_types_of_tokens(document: DocumentNode) -> bool:
    finding = _Fragments()
    visit(document, finding)
    return not OF_TOKENS.isdisjoint(finding.types)


class _Fragments(Visitor):
    """Notes the types that fragments of a document are on."""

    def __init__(self) -> None:
        super().__init__()
        self.types: set[str] = set()

    def enter_inline_fragment(self, node: InlineFragmentNode, *_: object) -> None:
        if node.type_condition:
            self.types.add(node.type_condition.name.value)

    def enter_fragment_definition(self, node: FragmentDefinitionNode, *_: object) -> None:
        self.types.add(node.type_condition.name.value)


def _names(selections: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode]) -> Iterator[str]:
    """Return the fields that are asked of the root."""
    for node in selections.selections:
        if isinstance(node, FieldNode):
            yield node.name.value
        elif isinstance(node, FragmentSpreadNode):
            yield from _names(fragments[node.name.value].selection_set, fragments)
        else:
            yield from _names(node.selection_set, fragments)  # type: ignore[attr-defined]
