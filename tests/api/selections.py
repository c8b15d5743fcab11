"""Queries made by chance over the schema: fields to some depth, with arguments, aliases, fragments and directives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_list_type,
    is_non_null_type,
)
from hypothesis import strategies as st

from app.api.compiling.at_hand import AT_HAND
from app.api.compiling.roots import ROOTS
from app.api.schema.root import SCHEMA

Draw = Callable[..., Any]
LEFT = frozenset({"PostConnection.counts"})
"""Fields that no statement is made for: what has one of them is answered field by field as a whole."""
DAYS = ("2007-06-01", "2008-01-31", "2010-06-01", "2023-05-05", "2026-11-01")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its variables."""

    query: str
    variables: Mapping[str, Any]


@dataclass(slots=True)
class _Writing:
    draw: Draw
    ids: Mapping[str, Sequence[str]]
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0
    left: int = 34
    """How many fields may still be written."""

    def selection(self, type_: Any, depth: int) -> str:
        if isinstance(type_, GraphQLUnionType):
            each = " ".join(f"... on {one.name} {self.selection(one, depth)}" for one in type_.types)
            return f"{{ __typename {each} }}" if self.draw(st.booleans()) else f"{{ {each} }}"
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        names = [name for name, one in type_.fields.items() if self._fits(type_, name, one, depth)]
        chosen = self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=5, unique=True))
        fields = " ".join(self._field(type_.fields[name], name, depth) for name in chosen)
        if isinstance(type_, GraphQLInterfaceType):
            several = SCHEMA._schema.get_possible_types(type_)
            one = self.draw(st.sampled_from(sorted(several, key=lambda each: each.name)))
            fields += f" ... on {one.name} {self.selection(one, depth)}"
        if self.draw(st.integers(0, 7)) == 0:
            fields += " __typename"
        match self.draw(st.integers(0, 9)):
            case 0:
                self.fragments.append(f"fragment f{len(self.fragments)} on {type_.name} {{ {fields} }}")
                return f"{{ ...f{len(self.fragments) - 1} }}"
            case 1:
                return f"{{ ... on {type_.name} {{ {fields} }} {fields} }}"
            case 2:
                return f"{{ __typename ... @include(if: $yes) {{ {fields} }} }}"
            case _:
                return f"{{ {fields} }}"

    def _fits(self, type_: Any, name: str, one: GraphQLField, depth: int) -> bool:
        if f"{type_.name}.{name}" in LEFT:
            return False
        return depth > 0 or not is_composite_type(get_named_type(one.type))

    def _field(self, one: GraphQLField, name: str, depth: int) -> str:
        self.left -= 1
        inner = get_named_type(one.type)
        below = ""
        if is_composite_type(inner):
            deeper = depth if inner.name.endswith(("Connection", "Edge")) else depth - 1
            below = " " + self.selection(inner, min(deeper, 1) if self.left < 0 else deeper)
        alias = ""
        if self.aliases < 20 and self.draw(st.integers(0, 4)) == 0:
            self.aliases += 1
            alias = f"a{self.aliases}: "
        directive = self.draw(
            st.sampled_from(["", "", "", "", "", " @include(if: $yes)", " @skip(if: $no)", " @skip(if: $yes)"])
        )
        return f"{alias}{name}{self.arguments(one, name)}{directive}{below}"

    def arguments(self, one: GraphQLField, name: str) -> str:
        said = []
        for argument, definition in one.args.items():
            if is_non_null_type(definition.type) or self.draw(st.integers(0, 2)) == 0:
                value = self._value(argument, definition.type, name)
                if value is not None:
                    said.append(f"{argument}: {value}")
        return f"({', '.join(said)})" if said else ""

    @property
    def _any(self) -> list[str]:
        """Ids of every sort."""
        return [id_ for ids in self.ids.values() for id_ in ids[:12]]

    def _value(self, name: str, type_: Any, of: str) -> str | None:
        named = get_named_type(type_)
        if isinstance(named, GraphQLEnumType):
            words = self.draw(st.lists(st.sampled_from(sorted(named.values)), min_size=1, max_size=3, unique=True))
            return f"[{', '.join(words)}]" if is_list_type(type_) else words[0]
        texts = {
            "id": [f'"{id_}"' for id_ in self.ids.get(of, self._any)],
            "area": [f'"{id_}"' for id_ in self.ids["area"]],
            "organization": [f'"{id_}"' for id_ in self.ids["organization"]],
            "ids": [f'["{one}", "{other}"]' for one, other in pairwise(self._any)],
            "includeProposed": ["true", "false", "$yes", "$no", "null"],
            "first": ["0", "1", "2", "3", "5", "8"],
            "ever": ["true", "$yes", "false"],
            "text": ['"a"', '"forum"', '"nobody at all"', '"  "'],
            **{of_day: [*(f'"{day}"' for day in DAYS), "$on", "null"] for of_day in ("on", "since", "until")},
        }
        said: str | None = self.draw(st.sampled_from(texts[name])) if name in texts else None
        return said


def _root(draw: Draw, writing: _Writing) -> str:
    """Write a field of Query."""
    root = draw(st.sampled_from(sorted((*ROOTS, *AT_HAND))))
    assert SCHEMA._schema.query_type
    one = SCHEMA._schema.query_type.fields[root]
    arguments = writing.arguments(one, root)
    if "first" in one.args and "first" not in arguments:
        arguments = f"({arguments.strip('()')}{', ' if arguments else ''}first: 4)"
    return f"{root}{arguments} {writing.selection(get_named_type(one.type), 3)}"


@st.composite
def queries(draw: Draw, ids: Mapping[str, Sequence[str]]) -> Asked:
    """Draw a query over the fields that statements are made for."""
    writing = _Writing(draw, ids)
    text = _root(draw, writing)
    for number in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        text += f" more{number}: {_root(draw, writing)}"
    text = f"{{ {text} }} " + " ".join(writing.fragments)
    declared = [
        said for said in ("$yes: Boolean! = true", "$no: Boolean! = false", "$on: Date") if said.split(":")[0] in text
    ]
    query = f"query ({', '.join(declared)}) {text}" if declared else text
    given = draw(st.sampled_from([{}, {"on": "2008-03-03"}, {"yes": False}, {"on": None, "no": True}]))
    return Asked(query, {name: value for name, value in given.items() if f"${name}" in text})
