"""A page of a list, completed: only what is selected of it is made."""

from collections.abc import Callable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list as it was read: how many there are in all, where each thing of it stands, the kind of all."""

    total: int
    keys: Sequence[tuple[str, ...]]
    """The columns by which the list is ordered, of each thing of the page; the last is its id."""
    kinds: Sequence[str]

    @property
    def room(self) -> int:
        """How much there is of it."""
        return 1 + len(self.keys) + len(self.kinds)


@dataclass(frozen=True, slots=True)
class ListMaker:
    """How a page of a list is read and made, apart from the things on it."""

    reading: Reading
    """What is read of each thing."""
    thing: Make
    """Makes a thing of a row."""
    at: tuple[int, ...]
    """Where in a row the columns stand by which the list is ordered."""
    has_things: bool
    """Whether anything is asked of them."""
    make: Callable[[Listed, Mapping[str, Any], Run], Any]
    """Makes the page, with what was made of its things, by their ids."""

    def listed(self, found: Sequence[Any], at: Sequence[int]) -> Listed:
        """Read what the query of the list finds; `at` says where its order stands in a row."""
        total, rows, *kinds = found[0] if found else (0, [])
        return Listed(total, [tuple(row[each] for each in at) for row in rows], kinds[0] if kinds else ())


def list_maker(selecting: Selecting, root: Root, type_: GraphQLObjectType, details: Details, day: int) -> ListMaker:
    """Return what is read of the things on a page, and how the page is made of what its query finds."""
    nodes = nodes_of(selecting, type_, details)
    reading, thing, at = selecting.things(root.to, nodes, day, *root.key)
    selecting.constants["counted"] = _asks(selecting, type_, details, "counts")
    if selecting.constants["counted"] and root.kind is None:
        raise NotCompiled(f"{type_.name}.counts")
    page, kind = page_maker(selecting, type_, details, day, lambda row, _run: row[1]), root.kind

    def make(listed: Listed, things: Mapping[str, Any], run: Run) -> Any:
        assert run.wanted
        rows = [(key, things.get(key[-1])) for key in listed.keys]
        kinds = [kind(each) for each in listed.kinds] if kind else []
        return page(Found(listed.total, rows, run.wanted, _first_two, lambda: kinds), run)

    return ListMaker(reading, thing, at, bool(nodes), make)


def _first_two(row: tuple[Sequence[str], Any]) -> tuple[str, str]:
    key, _ = row
    return key[0], key[1] if len(key) > 1 else ""


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
    if arguments.vary:
        selecting.varying.append(arguments)

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
