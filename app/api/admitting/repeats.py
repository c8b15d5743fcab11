"""How often a document names the same field in the same place.

Fields that come together in the answer are compared in pairs, to see that they mean the same: a hundred make 4,950
pairs, and as many again for whatever is named below them.
"""

from collections.abc import Iterable, Iterator, Mapping

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

Root = OperationDefinitionNode | FragmentDefinitionNode


def pairs(roots: Iterable[Root], fragments: Mapping[str, FragmentDefinitionNode], enough: int) -> int:
    """Count the pairs of fields that are compared; once there are more than enough, no further.

    No fragment may be used within itself.
    """
    walk = _Walk(fragments, enough)
    for root in roots:
        walk.count([root.selection_set])
    return walk.found


class _Walk:
    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode], enough: int) -> None:
        self._fragments, self._enough = fragments, enough
        self.found = 0

    def count(self, merged: Iterable[SelectionSetNode]) -> None:
        """Count within selections that come together in the answer, and within what is below them."""
        together: dict[str, list[FieldNode]] = {}
        for field in self._fields(merged, set()):
            together.setdefault((field.alias or field.name).value, []).append(field)
        for fields in together.values():
            self.found += len(fields) * (len(fields) - 1) // 2
            if self.found > self._enough:
                return
            below = [field.selection_set for field in fields if field.selection_set]
            if below:
                self.count(below)

    def _fields(self, merged: Iterable[SelectionSetNode], seen: set[str]) -> Iterator[FieldNode]:
        """Return the fields of selections, each fragment written out once."""
        for selections in merged:
            for node in selections.selections:
                if isinstance(node, FieldNode):
                    yield node
                elif not isinstance(node, FragmentSpreadNode):
                    yield from self._fields([node.selection_set], seen)  # type: ignore[attr-defined]
                elif node.name.value not in seen and node.name.value in self._fragments:
                    seen.add(node.name.value)
                    yield from self._fields([self._fragments[node.name.value].selection_set], seen)
