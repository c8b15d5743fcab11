"""A page of a list, completed: only what is selected of it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLObjectType, get_named_type

from app.api.compiling.run import Make, NotCompiled, Run
from app.api.compiling.selecting import Details, Selecting
from app.api.compiling.table import Root
from app.api.compiling.values import constant_maker, object_maker, value_maker
from app.api.loading.paging import PageAsked, PageEnds, cursor
from app.store.statements import Reading


@dataclass(frozen=True, slots=True)
class _Found:
    """What a page's query found: how many there are in all, and rows, one more than asked for when there are more."""

    total: int
    rows: Sequence[Any]
    wanted: PageAsked
    key: Callable[[Any], tuple[str, str]]

    @property
    def shown(self) -> Sequence[Any]:
        """The rows of the page."""
        return self.rows[: self.wanted.first]

    def cursor(self, row: Any) -> str:
        """Return where a row stands in its list."""
        return cursor(self.wanted.of, self.key(row))

    @property
    def ends(self) -> PageEnds:
        """Where the page stands in its list."""
        shown = self.shown
        start, end = (self.cursor(shown[0]), self.cursor(shown[-1])) if shown else (None, None)
        return self.wanted.ends(len(self.rows), start, end)


def page_maker(
    selecting: Selecting, root: Root, type_: GraphQLObjectType, details: Details, day: int
) -> tuple[Reading, Make]:
    """Return what is read of the things on a page, and how the page is made of what its query finds."""
    node = _node(selecting, type_, details)
    reading, inner, at = selecting.things(root.to, node, day, *root.key)
    fields = [(key, _field(selecting, type_, each, inner)) for key, each in selecting.fields(type_, details).items()]
    page = object_maker(fields)

    def key_of(row: Any) -> tuple[str, str]:
        return row[at[0]], row[at[1]] if len(at) > 1 else ""

    def make(found: Sequence[Any], run: Run) -> Any:
        assert run.wanted
        return page(_Found(found[0][0], found[0][1], run.wanted, key_of), run)

    return reading, make


def _node(selecting: Selecting, type_: GraphQLObjectType, details: Details) -> Details:
    """Return where the things themselves are selected: they are read once, so not in two ways."""
    nodes = [
        fields
        for edges in selecting.fields(type_, details).values()
        if _name(edges) == "edges"
        for fields in selecting.fields(_type_of(type_, edges), edges).values()
        if _name(fields) == "node"
    ]
    if len(nodes) > 1:
        raise NotCompiled("things of a page in two ways")
    return nodes[0] if nodes else []


def _field(selecting: Selecting, type_: GraphQLObjectType, fields: Details, inner: Make) -> Make:
    name = _name(fields)
    if name == "__typename":
        return constant_maker(type_.name)
    if name == "totalCount":
        whole = value_maker(type_.fields[name].type, selecting.record_maker_of(fields))
        return lambda found, run: whole(found.total, run)
    if name == "pageInfo":
        ends = selecting.record_maker_of(fields)(_type_of(type_, fields))
        return lambda found, run: ends(found.ends, run)
    if name == "edges":
        return _edges(selecting, _type_of(type_, fields), fields, inner)
    raise NotCompiled(f"{type_.name}.{name}")


def _edges(selecting: Selecting, type_: GraphQLObjectType, details: Details, inner: Make) -> Make:
    made: list[tuple[str, Callable[[_Found, Any, Run], Any]]] = []
    for key, fields in selecting.fields(type_, details).items():
        match _name(fields):
            case "node":
                made.append((key, lambda _found, row, run: inner(row, run)))
            case "cursor":
                made.append((key, lambda found, row, _run: found.cursor(row)))
            case "__typename":
                made.append((key, lambda _found, _row, _run: type_.name))
            case name:
                raise NotCompiled(f"{type_.name}.{name}")
    return lambda found, run: [{key: make(found, row, run) for key, make in made} for row in found.shown]


def _name(fields: Details) -> str:
    return fields[0].node.name.value


def _type_of(type_: GraphQLObjectType, fields: Details) -> GraphQLObjectType:
    found = get_named_type(type_.fields[_name(fields)].type)
    assert isinstance(found, GraphQLObjectType)
    return found
