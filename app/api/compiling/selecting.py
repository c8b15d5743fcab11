"""A selection becomes what is read for it, and how its answer is made of that: the fields are in `table.py`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, TypeAlias, cast

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLResolveInfo,
    ValueNode,
    VariableNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

from app.api.compiling import seats
from app.api.compiling.objects import Thing
from app.api.compiling.run import Make, NotCompiled, Run, Unfit
from app.api.compiling.table import KINDS, PARTS, SAID_OF_RECORDS, WAYS, Kind, Leads
from app.api.compiling.values import attribute_maker, constant_maker, object_maker, page_maker, value_maker
from app.api.loading.cited import told
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.store import rows
from app.store.properties import Properties
from app.store.reader import tenure_ever_order
from app.store.statements import Reading, Way

Details: TypeAlias = list[FieldDetails]
_TEXTS = frozenset({"String", "ID", "PartialDate"})
_DAY = frozenset({"on", "includeProposed"})


class Arguments:
    """What a field is given: worked out once, or for each request where a variable has a part in it."""

    def __init__(self, field: GraphQLField, details: FieldDetails, variables: VariableValues) -> None:
        """Take the field and where it is asked for."""
        if details.fragment_variable_values is not None:
            raise NotCompiled("variables of a fragment")
        self._field, self._node = field, details.node
        self.names = frozenset(argument.name.value for argument in details.node.arguments or ())
        varies = any(_varies(argument.value) for argument in details.node.arguments or ())
        self._fixed = None if varies else get_argument_values(field, details.node, variables)

    def given(self, variables: VariableValues) -> dict[str, Any]:
        """Return the values by name, those that are not said left out unless they have a default."""
        if self._fixed is not None:
            return self._fixed
        return get_argument_values(self._field, self._node, variables)


def _varies(value: ValueNode) -> bool:
    if isinstance(value, VariableNode):
        return True
    inner: Sequence[Any] = getattr(value, "values", None) or getattr(value, "fields", None) or ()
    return any(_varies(getattr(each, "value", each) if hasattr(each, "name") else each) for each in inner)


@dataclass(frozen=True, slots=True)
class Day:
    """A part of a selection that says its own day or whether proposals count, and the one around it."""

    around: int
    arguments: Arguments

    def as_at(self, around: AsAt, variables: VariableValues) -> AsAt:
        """Return the day of this part, by that of the part around it."""
        given = self.arguments.given(variables)
        proposed = (
            given.get("includeProposed") if "includeProposed" in self.arguments.names else around.include_proposed
        )
        return AsAt(given.get("on") or around.on, bool(proposed))


def variables_of(info: GraphQLResolveInfo[Any]) -> VariableValues:
    """Return the variables of a request, as graphql-core has them; strawberry hands out their values alone."""
    return VariableValues({}, cast("dict[str, Any]", info.variable_values))


class Selecting:
    """Goes through one selection once; NotCompiled where something in it is not for a statement."""

    def __init__(self, info: GraphQLResolveInfo[Any]) -> None:
        """Take what the executor knows of the request."""
        self._schema, self._operation, self.variables = info.schema, info.operation, variables_of(info)
        self._fragments = {name: FragmentDetails(each) for name, each in info.fragments.items()}
        self.days: list[Day] = []
        """The days that parts say, after the first, which is that of the whole."""
        self.constants: dict[str, Any] = {}
        """Parameters that are the same for every request with these words."""
        self.asks_contents = False
        self._ways = 0

    def fields(self, type_: GraphQLObjectType, details: Details) -> Mapping[str, Details]:
        """Return the fields that are selected of a type, by their keys in the answer."""
        found = collect_subfields(self._schema, self._fragments, self.variables, self._operation, type_, details)
        return found.grouped_field_set

    def things(self, name: str, details: Details, day: int, *columns: str) -> tuple[Reading, Make, tuple[int, ...]]:
        """Return what is read of things of a type and how an object is made of each; and where some columns stand."""
        kind, type_ = KINDS[name], self._object(name)
        thing = Thing(kind.columns_of, day, kind.row)
        at = tuple(thing.at(column) for column in columns)
        for key, fields in self.fields(type_, details).items():
            self._add(thing, kind, type_, key, fields)
        return thing.reading, thing.function(), at

    def _object(self, name: str) -> GraphQLObjectType:
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
        if full in _SPECIAL:
            _SPECIAL[full](self, thing, field, key, fields)
        elif full in WAYS:
            self._leads(thing, WAYS[full], field, key, fields)
        elif name in _OF_ALL:
            _OF_ALL[name](self, thing, field, key, fields)
        else:
            self._plain(thing, kind, type_.name, field, key, fields)

    def _plain(self, thing: Thing, kind: Kind, of: str, field: GraphQLField, key: str, fields: Details) -> None:
        """Add a field that is read from the record as it is."""
        name = _attribute(field)
        if name is None:
            raise NotCompiled(fields[0].node.name.value)
        make = value_maker(field.type, self.record_maker_of(fields))
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

    def record_maker_of(self, details: Details) -> Callable[[GraphQLObjectType], Make]:
        """Return what says how objects that are selected somewhere are made of records at hand."""
        return lambda type_: self._record_maker(type_, details)

    def _record_maker(self, type_: GraphQLObjectType, details: Details) -> Make:
        """Return what makes an object of a record at hand."""
        made: list[tuple[str, Make]] = []
        for key, fields in self.fields(type_, details).items():
            name = fields[0].node.name.value
            field = type_.fields.get(name)
            attribute = field and _attribute(field)
            if name == "__typename":
                made.append((key, constant_maker(type_.name)))
            elif field and attribute:
                below = value_maker(field.type, self.record_maker_of(fields))
                made.append((key, attribute_maker(attribute, below)))
            elif f"{type_.name}.{name}" in {"Area.url", "Source.page"}:
                made.append((key, page_maker))
            else:
                raise NotCompiled(f"{type_.name}.{name}")
        return object_maker(made)

    def day(self, around: int, field: GraphQLField, details: Details) -> int:
        """Return the number of the day of a field: one of its own where it says something of it."""
        said = {argument.name.value for argument in details[0].node.arguments or ()}
        if not said & _DAY:
            return around
        self.days.append(Day(around, Arguments(field, details[0], self.variables)))
        return len(self.days)

    def way(self, name: str, start: tuple[str, ...], readings: tuple[Reading, ...], day: int) -> Way:
        """Return a way with a number of its own."""
        self._ways += 1
        return Way(name, start, readings, self._ways, day)

    def _leads(self, thing: Thing, leads: Leads, field: GraphQLField, key: str, fields: Details) -> None:
        """Add a field that leads to other things."""
        day = self.day(thing.day, field, fields)
        is_list = is_list_type(_nullable(field))
        once = ("id",) if leads.once else ()
        reading, inner, at_columns = self.things(leads.to, fields, day, *leads.order, *once)
        at = thing.at(self.way(leads.way, leads.start, (reading,), day))
        if is_list:
            order = at_columns[: len(leads.order)]
            thing.made(key, at, _sorted(inner, order, leads.key, at_columns[-1] if once else None))
        else:
            thing.made(key, at, _first(inner, nullable=not is_non_null_type(field.type)))

    # What more than the table says

    def _citations(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        self.asks_contents = True
        make = value_maker(field.type, self.record_maker_of(fields))

        def cited(cites: str | None, run: Run) -> Any:
            assert run.contents
            return make(told(rows.citations(cites), run.contents.sources), run)

        thing.made(key, thing.at("cites"), cited)

    def _url(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        thing.made(key, thing.record(), page_maker)

    def _holders(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add who is in a seat, or with `ever` whoever was."""
        day = self.day(thing.day, field, fields)
        if Arguments(field, fields[0], self.variables).given(self.variables).get("ever"):
            reading, inner, at = self.things("Tenure", fields, day, "since", "until", "name")
            ever = thing.at(self.way("holders_ever", ("p",), (reading,), day))
            thing.made(key, ever, _sorted(inner, at, tenure_ever_order, None))
            return
        reading, inner, at = self.things("Tenure", fields, day, *seats.OF_A_TENURE)
        tenures = thing.at(self.way("holders_of", ("p",), (reading,), day))
        of = [f"r{thing.at(column)}" for column in seats.OF_A_SEAT]
        make = seats.holders_maker(inner, at, day)
        thing.made(key, thing.shared(("holders", key), make, f"r{tenures}", *of), lambda value, _run: value)

    def _holder(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add who holds a seat: a person, or a body."""
        person, of_person, _ = self.things("Person", fields, thing.day)
        body, of_body, _ = self.things("Organization", fields, thing.day)
        at = thing.at(self.way("holder", ("holder",), (person, body), thing.day))
        makers = {"Person": of_person, "Organization": of_body}

        def holder(found: list[Any], run: Run) -> Any:
            ((label, row),) = found
            return makers[label](row, run)

        thing.made(key, at, holder)

    def _lines(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add the lines from a body, to it, or both."""
        given = Arguments(field, fields[0], self.variables).given(self.variables)
        day = self.day(thing.day, field, fields)
        direction = words.Direction(given.get("direction") or words.Direction.BOTH)
        reading, inner, order = self.things("Line", fields, day, "type", "id")
        said = given.get("types")
        kinds = tuple(words.LineType) if said is None else tuple(map(words.LineType, said))
        items = []
        for name, other in (("lines_up", words.Direction.DOWN), ("lines_down", words.Direction.UP)):
            if direction is not other and kinds:
                way = replace(self.way(name, ("o",), (reading,), day), kinds=kinds)
                self.constants[f"ever_{way.number}"] = bool(given.get("ever"))
                items.append(f"r{thing.at(way)}")
        make = _sorted(inner, order, lambda type_, id_: (type_.lower(), id_), order[-1])
        of = thing.shared(("lines", key), lambda *found: [row for each in found[:-1] for row in each], *items)
        thing.made(key, of, make)

    def _posts_of_person(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add the posts that a person holds, and has not lost by a vacancy."""
        if Arguments(field, fields[0], self.variables).given(self.variables).get("ever"):
            raise NotCompiled("posts of other days")
        day = self.day(thing.day, field, fields)
        reading, inner, at = self.things("HeldPost", fields, day, *seats.OF_A_HELD_POST)
        held = thing.at(self.way("posts_of_person", ("p",), (reading,), day))
        thing.made(key, held, seats.held_maker(inner, at, day))

    def _owners(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add who is to do something: people first."""
        person, of_person, _ = self.things("Person", fields, thing.day, "id")
        body, of_body, _ = self.things("Organization", fields, thing.day, "id")
        at = thing.at(self.way("owners_of", ("x",), (person, body), thing.day))
        makers = {"Person": of_person, "Organization": of_body}

        def owners(found: list[Any], run: Run) -> Any:
            ordered = sorted(found, key=lambda owner: (owner[0] != "Person", owner[1][0]))
            return [makers[label](row, run) for label, row in ordered]

        thing.made(key, at, owners)

    def _office(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add the post whose holder fills a seat: of several, the nearest."""
        day = self.day(thing.day, field, fields)
        post, inner, _ = self.things("Post", fields, day)
        reading = Reading(seats.OFFICES, ("steps", "post_id", self.way("post_held", ("q",), (post,), day)), day)

        def office(found: list[Any], run: Run) -> Any:
            nearest = min(found, key=lambda row: (row[0], row[1]), default=None)
            return inner(nearest[2][0], run) if nearest and nearest[2] else None

        thing.made(key, thing.at(self.way("offices_of", ("p",), (reading,), day)), office)

    def _of_record(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add what follows from the record of a thing."""
        day = self.day(thing.day, field, fields)
        self.asks_contents |= fields[0].node.name.value in {"area", "areas"}
        make = value_maker(field.type, self.record_maker_of(fields))
        say = SAID_OF_RECORDS[fields[0].node.name.value]
        thing.made(key, thing.record(), lambda record, run: make(say(record, run, day), run))

    def _sitting(self, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
        """Add what is said of who is in a seat."""
        day = self.day(thing.day, field, fields)
        tenures = Way("holders_of", ("p",), (Reading(seats.TENURES, seats.every_column(seats.TENURES), day),), 0, day)
        offices = Way("offices_of", ("p",), (Reading(seats.OFFICES, seats.every_column(seats.OFFICES), day),), 0, day)
        record = thing.record()
        of = (record, f"r{thing.at(tenures)}", f"r{thing.at(offices)}")
        found = thing.shared(("sitting", day), seats.sitting_maker(day), *of)
        say = seats.SAID[fields[0].node.name.value]
        make = value_maker(field.type, self._nothing_below)
        thing.made(key, found, lambda sitting, run: make(say(sitting), run))

    def _nothing_below(self, type_: GraphQLObjectType) -> Make:
        raise NotCompiled(type_.name)


Special: TypeAlias = Callable[[Selecting, Thing, GraphQLField, str, Details], None]

_OF_ALL: Mapping[str, Special] = {"citations": Selecting._citations, "url": Selecting._url}
"""Fields that are so for every type that has them."""
_SPECIAL: Mapping[str, Special] = {
    "Post.holders": Selecting._holders,
    "Post.tenures": Selecting._holders,
    "Post.heldBy": Selecting._sitting,
    "Post.state": Selecting._sitting,
    "Post.lastHeldBy": Selecting._sitting,
    "Post.vacant": Selecting._sitting,
    "Tenure.holder": Selecting._holder,
    "Organization.lines": Selecting._lines,
    "Organization.areas": Selecting._of_record,
    "Organization.ended": Selecting._of_record,
    "Organization.theme": Selecting._of_record,
    "Post.area": Selecting._of_record,
    "Post.filledByHolderOf": Selecting._office,
    "Person.posts": Selecting._posts_of_person,
    "Action.owners": Selecting._owners,
}
"""Fields that need more than the table says."""


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


def _sorted(inner: Make, at: Sequence[int], key: Callable[..., Any] | None, once: int | None) -> Make:
    """Return what completes a list in the order of some columns; where one is to be given once, it says by which."""
    columns = itemgetter(*at) if at else None
    by = columns if key is None or columns is None else _keyed(key, columns, len(at))

    def make(found: list[Any], run: Run) -> Any:
        if once is not None:
            found = list({row[once]: row for row in reversed(found)}.values())[::-1]
        if by and len(found) > 1:
            found = sorted(found, key=by)
        return [inner(row, run) for row in found]

    return make


def _keyed(key: Callable[..., Any], columns: Callable[[Any], Any], many: int) -> Callable[[Any], Any]:
    if many == 1:
        return lambda row: key(columns(row))
    return lambda row: key(*columns(row))


def _first(inner: Make, nullable: bool) -> Make:
    def make(found: list[Any], run: Run) -> Any:
        if found:
            return inner(found[0], run)
        if nullable:
            return None
        raise Unfit

    return make
