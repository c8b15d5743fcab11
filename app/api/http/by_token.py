"""Which requests are a program's own: those that change something, or read what only a token may.

Their answers are kept by nobody, and stand for nobody else's. Every other request is answered as if no token came with
it, so that it can be kept for all.
"""

import re
from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from app.api.http.refused import Refused

BY_TOKEN = frozenset({"entry"})
"""Fields of Query that only a token may read."""
_TEXTS = re.compile(r'"""(?:[^"\\]|\\(?:""")?|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|#[^\n\r]*')
"""Strings and comments of a document (GraphQL, 2.1): no words of it."""
_WORDS = re.compile(rf"\b(?:mutation|{'|'.join(BY_TOKEN)})\b")


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
        return not BY_TOKEN.isdisjoint(asked)
    if len(asked) > 1:
        raise Refused(
            None, "One request makes one change: give all entries to one changeEntries, or send several requests."
        )
    return True


def _names(selections: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode]) -> Iterator[str]:
    """Return the fields that are asked of the root."""
    for node in selections.selections:
        if isinstance(node, FieldNode):
            yield node.name.value
        elif isinstance(node, FragmentSpreadNode):
            yield from _names(fragments[node.name.value].selection_set, fragments)
        else:
            yield from _names(node.selection_set, fragments)  # type: ignore[attr-defined]
