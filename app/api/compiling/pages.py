"""A page of a list, completed: only what is selected of it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, get_named_type

from app.api.compiling.given import Arguments, Details
from app.api.compiling.roots import Nested, Root, page_parameters
from app.api.compiling.run import PENDING, Make, NotCompiled, Run, Unfit
from app.api.compiling.selecting import Selecting
from app.api.compiling.values import constant_maker, object_maker, value_maker
from app.api.loading.paging import PageAsked, PageEnds, asked, counted, cursor
from app.errors import BadInput
from app.store.statements import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of a list: how many in all, and rows, one more than asked for when there are more."""

    total: int
    rows: Sequence[Any]
    wanted: PageAsked
    key: Callable[[Any], tuple[str, str]]
    kinds: Callable[[], Sequence[StrEnum]]
    """Says the kind of each one in the whole list."""

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


def list_maker(
    selecting: Selecting, root: Root, type_: GraphQLObjectType, details: Details, day: int
) -> tuple[Reading, Make]:
    """Return what is read of the things on a page, and how the page is made of what its query finds."""
    reading, inner, at = selecting.things(root.to, nodes_of(selecting, type_, details), day, *root.key)
    selecting.constants["counted"] = _asks(selecting, type_, details, "counts")
    if selecting.constants["counted"] and root.kind is None:
        raise NotCompiled(f"{type_.name}.counts")
    page, key, kind = page_maker(selecting, type_, details, day, inner), _key_of(at), root.kind

    def make(found: Sequence[Any], run: Run) -> Any:
        assert run.wanted
        total, rows, *kinds = found[0] if found else (0, [], [])
        return page(Found(total, rows, run.wanted, key, lambda: [kind(each) for each in kinds[0]] if kind else []), run)

    return reading, make


def nested_maker(
    selecting: Selecting,
    nested: Nested,
    field: GraphQLField,
    details: Details,
    day: int,
    kinds: Callable[[str, Run], Sequence[StrEnum]] = lambda _id, _run: (),
) -> Make:
    """Return what makes a page within a list, of the id of the thing that it belongs to."""
    type_ = get_named_type(field.type)
    assert isinstance(type_, GraphQLObjectType)
    wanted = asked_maker(selecting, nested.list, field, details)
    reading, inner, at = selecting.things(nested.to, nodes_of(selecting, type_, details), day, *nested.key)
    page, key = page_maker(selecting, type_, details, day, inner), _key_of(at)

    lookup = selecting.lookup(nested.query, reading, asked=lambda run: page_parameters(nested.key, wanted(run)))

    def make(id_: str, run: Run) -> Any:
        found = run.rows(lookup, id_)
        if found is None:
            wanted(run)
            return PENDING
        _, total, rows = found[0] if found else (id_, 0, [])
        return page(Found(total, rows, wanted(run), key, lambda: kinds(id_, run)), run)

    return make


def asked_maker(
    selecting: Selecting, of: str, field: GraphQLField, details: Details, usual: int = 25
) -> Callable[[Run], PageAsked]:
    """Return what says which page a field asks for; Unfit where that is none."""
    arguments = Arguments(field, details[0], selecting.variables)

    def wanted(run: Run) -> PageAsked:
        given = arguments.given(run.variables)
        try:
            return asked(of, given.get("first"), given.get("after"), usual=usual)
        except BadInput:
            raise Unfit from None

    return wanted


def page_maker(
    selecting: Selecting, type_: GraphQLObjectType, details: Details, day: int, inner: Make
) -> Callable[[Found, Run], Any]:
    """Return what makes a page; each of its things is made of a row by `inner`."""
    return object_maker(
        [(key, _field(selecting, type_, each, day, inner)) for key, each in selecting.fields(type_, details).items()]
    )


def nodes_of(selecting: Selecting, type_: GraphQLObjectType, details: Details) -> Details:
    """Return where the things of a page are selected: they are read once, so not in two ways."""
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


def _asks(selecting: Selecting, type_: GraphQLObjectType, details: Details, name: str) -> bool:
    return any(_name(fields) == name for fields in selecting.fields(type_, details).values())


def _key_of(at: Sequence[int]) -> Callable[[Any], tuple[str, str]]:
    return lambda row: (row[at[0]], row[at[1]] if len(at) > 1 else "")


def _field(selecting: Selecting, type_: GraphQLObjectType, fields: Details, day: int, inner: Make) -> Make:
    name = _name(fields)
    if name == "__typename":
        return constant_maker(type_.name)
    if name == "edges":
        return _edges(selecting, _type_of(type_, fields), fields, inner)
    made = value_maker(type_.fields[name].type, selecting.record_maker_of(fields, day))
    if name == "totalCount":
        return lambda found, run: made(found.total, run)
    if name == "pageInfo":
        return lambda found, run: made(found.ends, run)
    if name == "counts":
        return lambda found, run: made(counted(found.kinds()), run)
    raise NotCompiled(f"{type_.name}.{name}")


def _edges(selecting: Selecting, type_: GraphQLObjectType, details: Details, inner: Make) -> Make:
    made: list[tuple[str, Callable[[Found, Any, Run], Any]]] = []
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
