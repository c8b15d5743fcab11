"""The documents that this project writes down: in its handbook, beside its commands, and in its tests.

Each is asked as a client would who has the ids of some place: what a variable stands for follows from the argument that
it is given to, or else from its type.
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLError,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    get_named_type,
    is_non_null_type,
    parse,
    print_ast,
    type_from_ast,
    validate,
    visit,
)

from app.api.compiling.at_hand import AT_HAND
from app.api.compiling.roots import ROOTS
from app.api.schema.root import SCHEMA
from tests.api.selections import Asked

ROOT = Path(__file__).parents[2]
COMPILED = {*ROOTS, *AT_HAND, "representation"}
"""The fields of Query that have a second way to be answered."""
_BY_TYPE = {"Date": "2008-01-31", "DateTime": "2026-11-30T14:05:00Z", "Boolean": True, "Int": 3, "String": "forum"}


@dataclass(frozen=True, slots=True)
class Written:
    """One operation that is written down somewhere, with the fragments beside it."""

    where: str
    query: str


def written(*folders: str) -> list[Written]:
    """Return the operations in some folders or files that ask for something which has two ways, each once."""
    found: dict[str, Written] = {}
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.*")) if (ROOT / folder).is_dir() else [ROOT / folder]:
            if "node_modules" not in path.parts:
                for text in _texts(path):
                    for query in _operations(text):
                        found.setdefault(query, Written(str(path.relative_to(ROOT)), query))
    return list(found.values())


def telling(documents: Sequence[Written]) -> list[Written]:
    """Return those that select something, with some arguments, which none before them does."""
    seen: set[str] = set()
    kept = []
    for each in documents:
        fields = _fields_of(each.query)
        if fields - seen:
            kept.append(each)
            seen |= fields
    return kept


def _fields_of(query: str) -> set[str]:
    types, found = TypeInfo(SCHEMA._schema), set[str]()

    class Noting(Visitor):
        def enter_field(self, node: FieldNode, *_: Any) -> None:
            arguments = ", ".join(sorted(argument.name.value for argument in node.arguments or ()))
            found.add(f"{types.get_parent_type()}.{node.name.value}({arguments})")

    visit(parse(query), TypeInfoVisitor(types, Noting()))
    return found


def _texts(path: Path) -> Iterator[str]:
    match path.suffix:
        case ".md":
            yield from re.findall(r"^ *```graphql\n(.*?)^ *```", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        case ".graphql":
            yield path.read_text("utf-8")
        case ".py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and "{" in node.value:
                    yield node.value


@cache
def _operations(text: str) -> tuple[str, ...]:
    try:
        document = parse(text)
    except GraphQLError:
        return ()
    if validate(SCHEMA._schema, document):
        return ()
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    others = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    return tuple(_alone(each, others) for each in operations if {field.name.value for field in _asked(each)} & COMPILED)


def _asked(operation: OperationDefinitionNode) -> list[FieldNode]:
    return [each for each in operation.selection_set.selections if isinstance(each, FieldNode)]


def _alone(operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]) -> str:
    """Return an operation with the fragments that it names, and those that they name."""
    text = print_ast(operation)
    used: dict[str, str] = {}
    waiting = [text]
    while waiting:
        for name in re.findall(r"\.\.\.(?!\s*on\b)\s*(\w+)", waiting.pop()):
            if name not in used:
                used[name] = print_ast(fragments[name])
                waiting.append(used[name])
    return "\n".join([text, *used.values()])


def asked_of(query: str, ids: Mapping[str, Sequence[str]]) -> Asked:
    """Return an operation with a value for each of its variables."""
    document = parse(query)
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    given: dict[str, Any] = {}
    for definition in operation.variable_definitions or ():
        type_ = type_from_ast(SCHEMA._schema, definition.type)
        assert type_
        named, name = get_named_type(type_), definition.variable.name.value
        if named.name == "ID":
            of = ids.get(_stands_for(operation, name), ids["organization"])
            given[name] = list(of[:3]) if "[" in str(type_) else of[0]
        elif named.name == "String" and not is_non_null_type(type_):
            continue
        elif isinstance(named, GraphQLEnumType):
            given[name] = [next(iter(named.values))] if "[" in str(type_) else next(iter(named.values))
        else:
            given[name] = _BY_TYPE[named.name]
    return Asked(query, given)


def _stands_for(operation: OperationDefinitionNode, name: str) -> str:
    """Return what sort of thing an id is: the field of Query that it is given to, or the argument's own name."""
    for field in _asked(operation):
        for argument in field.arguments or ():
            if isinstance(argument.value, VariableNode) and argument.value.name.value == name:
                return argument.name.value if argument.name.value in {"area", "organization"} else field.name.value
    return "organization"
