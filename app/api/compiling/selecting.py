"""A selection becomes what is read for it, and how its answer is made of that: the fields are in `table.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeAlias

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    get_named_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.collect_fields import FragmentDetails, collect_subfields
from graphql.execution.values import VariableValues
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

from app.api.compiling.given import OF_THE_DAY, Arguments, Day, Details, variables_of
from app.api.compiling.lists import first_maker, sorted_maker
from app.api.compiling.objects import Thing
from app.api.compiling.run import PENDING, Lookup, Make, NotCompiled, Run, Unfit
from app.api.compiling.table import FINDING, KINDS, NAMED, PARTS, WAYS, Kind, Leads, Named
from app.api.compiling.values import attribute_maker, constant_maker, object_maker, value_maker
from app.store.properties import Properties
from app.store.queries import Engine, load_query
from app.store.statements import Reading, Way, statement

_TEXTS = frozenset({"String", "ID", "PartialDate"})
MOST_LOOKUPS = 40
"""How much may be read by ids for one selection: anything by its id, of any sort, is nine of them."""


class Selecting:
    """Goes through one selection once; NotCompiled where something in it is not for a statement."""

    def __init__(self, info: GraphQLResolveInfo[Any], engine: Engine, special: "Specials") -> None:
        """Take what the executor knows of the request, and the fields that need more than the table says."""
        self._schema, self._operation, self.variables = info.schema, info.operation, variables_of(info)
        self._fragments = {name: FragmentDetails(each) for name, each in info.fragments.items()}
        self._engine, self._special = engine, special
        self.days: list[Day] = []
        """The days that parts say, after the first, which is that of the whole."""
        self.constants: dict[str, Any] = {}
        """Parameters that are the same for every request with these words."""
        self.lookups: list[Lookup] = []
        """What is read after the first statement, by ids that it says."""
        self.varying: list[Arguments] = []
        """Arguments within the selection that values of variables decide, which are no parameters of its statements."""
        self.asks_contents = False
        self.asks_cited = False
        self.asks_moments = False
        self._ways = 0

    def fields(self, type_: GraphQLObjectType, details: Details) -> Mapping[str, Details]:
        """Return the fields that are selected of a type, by their keys in the answer."""
        found = collect_subfields(self._schema, self._fragments, self.variables, self._operation, type_, details)
        return found.grouped_field_set

    def things(self, name: str, details: Details, day: int, *columns: str) -> tuple[Reading, Make, tuple[int, ...]]:
        """Return what is read of things of a type and how an object is made of each; and where some columns stand."""
        kind, type_ = KINDS[name], self.object(name)
        thing = Thing(kind.columns_of, day, kind.row)
        at = tuple(thing.at(column) for column in columns)
        for key, fields in self.fields(type_, details).items():
            self._add(thing, kind, type_, key, fields)
        return thing.reading, thing.function(), at

    def said(self, variables: VariableValues) -> bytes:
        """Return what tells what a request says of the arguments within the selection from anything else."""
        given = repr([arguments.given(variables) for arguments in self.varying]) if self.varying else ""
        return blake2b(given.encode("utf-8", "surrogatepass"), digest_size=16).digest() if given else b""

    def object(self, name: str) -> GraphQLObjectType:
        """Return a type of the schema by its name."""
        type_ = self._schema.get_type(name)
        assert isinstance(type_, GraphQLObjectType)
        return type_

    def _add(self, thing: Thing, kind: Kind, type_: GraphQLObjectType, key: str, fields: Details) -> None:
        name = fields[0].node.name.value
        if name == "__typename":
            thing.constant(key, type_.name)
            return
        field, full = type_.fields.get(name), f"{type_.name}.{name}"
        if field is None:
            raise NotCompiled(full)
        if special := self._special.of_things.get(full):
            special(self, thing, field, key, fields)
        elif full in WAYS:
            self._leads(thing, WAYS[full], field, key, fields)
        elif full in NAMED:
            self._named(thing, NAMED[full], field, key, fields)
        elif special := self._special.of_all.get(name):
            special(self, thing, field, key, fields)
        else:
            self._plain(thing, kind, type_.name, field, key, fields)

    def _plain(self, thing: Thing, kind: Kind, of: str, field: GraphQLField, key: str, fields: Details) -> None:
        """Add a field that is read from the record as it is."""
        name = _attribute(field)
        if name is None:
            raise NotCompiled(fields[0].node.name.value)
        make = value_maker(field.type, self.record_maker_of(fields, thing.day))
        reading = Properties(kind.record).readings.get(name)
        part = PARTS.get(f"{of}.{name}") or PARTS.get(name)
        if part and all(thing.has(column) for column in part.columns):
            names = [f"r{thing.at(column)}" for column in part.columns]
            value = part.make
            shared = thing.shared((of, name), lambda *given: value(*given[:-1]), *names)
            thing.made(key, shared, make)
        elif reading is None or not thing.has(name):
            thing.made(key, thing.record(), attribute_maker(name, make))
        elif get_named_type(field.type).name in _TEXTS and not is_list_type(_nullable(field)):
            thing.text(key, thing.at(name), nullable=not is_non_null_type(field.type))
        else:
            thing.made(key, thing.at(name), _read(reading, field, make))

    def record_maker_of(self, details: Details, day: int) -> Callable[[GraphQLObjectType], Make]:
        """Return what says how objects that are selected somewhere are made of records at hand."""
        return lambda type_: self._record_maker(type_, details, day)

    def _record_maker(self, type_: GraphQLObjectType, details: Details, day: int) -> Make:
        """Return what makes an object of a record at hand."""
        made: list[tuple[str, Make]] = []
        for key, fields in self.fields(type_, details).items():
            name = fields[0].node.name.value
            field, full = type_.fields.get(name), f"{type_.name}.{name}"
            attribute = field and _attribute(field)
            if name == "__typename":
                made.append((key, constant_maker(type_.name)))
            elif field and full in self._special.of_records:
                made.append((key, self._special.of_records[full](self, field, fields, day)))
            elif field and attribute:
                below = value_maker(field.type, self.record_maker_of(fields, day))
                made.append((key, attribute_maker(attribute, below)))
            else:
                raise NotCompiled(full)
        return object_maker(made)

    def day(self, around: int, field: GraphQLField, details: Details) -> int:
        """Return the number of the day of a field: one of its own where it says something of it."""
        said = {argument.name.value for argument in details[0].node.arguments or ()}
        if not said & OF_THE_DAY:
            return around
        self.days.append(Day(around, Arguments(field, details[0], self.variables)))
        return len(self.days)

    def given(self, field: GraphQLField, details: Details) -> dict[str, Any]:
        """Return what a field is given, where only words and yes or no matter: those belong to the plan."""
        return Arguments(field, details[0], self.variables).given(self.variables)

    def way(self, name: str, start: tuple[str, ...], readings: tuple[Reading, ...], day: int) -> Way:
        """Return a way with a number of its own."""
        self._ways += 1
        return Way(name, start, readings, self._ways, day)

    def lookup(
        self,
        query: str,
        reading: Reading | None,
        at: int = 0,
        asked: Callable[[Run], Mapping[str, Any]] = lambda _run: {},
    ) -> Lookup:
        """Return how something is read by ids; all columns of the query where no reading says which."""
        if len(self.lookups) >= MOST_LOOKUPS:
            raise NotCompiled("more than is read for one selection")
        made = statement(query, reading, self._engine) if reading else load_query("read", query, self._engine)
        self.lookups.append(Lookup(made, at, asked))
        return self.lookups[-1]

    def by_id(self, name: str, details: Details, day: int) -> Make:
        """Return what makes an object of the id of a thing of a type; nothing of one that nobody knows."""
        reading, inner, (at,) = self.things(name, details, day, "id")
        lookup = self.lookup(FINDING[name], reading, at)

        def make(id_: str | None, run: Run) -> Any:
            if id_ is None:
                return None
            rows = run.rows(lookup, id_)
            if rows is None:
                return PENDING
            return inner(rows[-1], run) if rows else None

        return make

    def by_ids(self, name: str, details: Details, day: int) -> Make:
        """Return what makes a list of the ids of things of a type, those left out that nobody knows."""
        one = self.by_id(name, details, day)

        def make(ids: Any, run: Run) -> Any:
            return [made for made in [one(id_, run) for id_ in ids] if made is not None]

        return make

    def _leads(self, thing: Thing, leads: Leads, field: GraphQLField, key: str, fields: Details) -> None:
        """Add a field that leads to other things."""
        day = self.day(thing.day, field, fields)
        is_list = is_list_type(_nullable(field))
        once = ("id",) if leads.once else ()
        reading, inner, at_columns = self.things(leads.to, fields, day, *leads.order, *once)
        at = thing.at(self.way(leads.way, leads.start, (reading,), day))
        if is_list:
            order = at_columns[: len(leads.order)]
            thing.made(key, at, sorted_maker(inner, order, leads.key, at_columns[-1] if once else None))
        else:
            thing.made(key, at, first_maker(inner, nullable=not is_non_null_type(field.type)))

    def _named(self, thing: Thing, named: Named, field: GraphQLField, key: str, fields: Details) -> None:
        """Add something that columns name by its id."""
        make, says, nullable = self.by_id(named.to, fields, thing.day), named.says, not is_non_null_type(field.type)

        def named_by(*given: Any) -> Any:
            made = make(says(*given[:-1]), given[-1])
            if made is None and not nullable:
                raise Unfit
            return made

        of = [f"r{thing.at(column)}" for column in named.columns]
        thing.made(key, thing.shared((key, named), named_by, *of), lambda value, _run: value)


Special: TypeAlias = Callable[[Selecting, Thing, GraphQLField, str, Details], None]
"""Adds a field to what is read of a thing."""
OfRecord: TypeAlias = Callable[[Selecting, GraphQLField, Details, int], Make]
"""Returns what makes the value of a field of a record at hand, on a day."""


@dataclass(frozen=True, slots=True)
class Specials:
    """The fields that need more than the table says."""

    of_things: Mapping[str, Special]
    of_all: Mapping[str, Special]
    """Those that are so for every type that has them, by their names alone."""
    of_records: Mapping[str, OfRecord]
    """Those of types whose records are at hand: places, sources, rules."""


def _attribute(field: GraphQLField) -> str | None:
    """Return the attribute of the record that a plain field gives; nothing for one that a method answers."""
    declared = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return declared.python_name if isinstance(declared, StrawberryField) and declared.is_basic_field else None


def _nullable(field: GraphQLField) -> Any:
    return field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type


def _read(reading: Callable[[Any], Any], field: GraphQLField, make: Make) -> Make:
    """Return what reads a property and completes it; words are looked up in one dictionary."""
    named: GraphQLNamedType = get_named_type(field.type)
    if not isinstance(named, GraphQLEnumType) or is_list_type(_nullable(field)):
        return lambda value, run: make(reading(value), run)
    known: dict[Any, Any] = {}

    def word(value: Any, run: Run) -> Any:
        try:
            return known[value]
        except KeyError:
            made = known[value] = make(reading(value), run)
            return made

    return word
