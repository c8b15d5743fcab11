"""One request, one statement: the plan of a selection, kept for whoever asks the same again, and its answer.

A plan belongs to the text of a document, to one of its operations and one field of Query, and to the values of its
variables that are yes, no or words of the vocabulary; all other values are parameters of its statement.
"""

from collections.abc import Awaitable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

import orjson
from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    ListTypeNode,
    NamedTypeNode,
    NonNullTypeNode,
    TypeNode,
    Undefined,
    get_named_type,
)
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.values import VariableValues

from app.api.admitting.admitting import Admission
from app.api.compiling.at_hand import AT_HAND, Answering
from app.api.compiling.fields import selecting_for
from app.api.compiling.given import Arguments, Day, variables_of
from app.api.compiling.looking_up import Read, completed
from app.api.compiling.pages import Listed, ListMaker, list_maker
from app.api.compiling.roots import ROOTS, Root, page_parameters
from app.api.compiling.run import Completed, NotCompiled, Run, Unfit
from app.api.compiling.selecting import Selecting
from app.api.compiling.table import FINDING
from app.api.compiling.written import NOTHING, Part, Things, selecting_part
from app.api.loading.context import Compiling, Context
from app.api.loading.gathering import Gathering
from app.api.loading.paging import asked
from app.domain.as_at import AsAt
from app.reading.citing import cited_for
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.moments import moments_of
from app.reading.search import ids_named
from app.reading.versions import DataVersion
from app.store.moments import EVER
from app.store.queries import Query
from app.store.statements import Reading, statement


@dataclass(frozen=True, slots=True)
class Plan:
    """How one field of Query is answered by one statement, and by what it names."""

    arguments: Arguments
    selecting: Selecting
    root: Root | None = None
    """How the statement is asked; none for a field that begins without one."""
    part: Part | None = None
    """What is asked of the thing, or of the things on the page."""
    query: Query | None = None
    """Finds a page with all that is asked of its things; none for a thing by its id."""
    keys: Query | None = None
    """Finds only what is on the page: the same for all selections."""
    page: ListMaker | None = None
    """Makes the page."""
    at_hand: Answering | None = None
    """Makes the answer of what the field is given, where it begins without a statement."""

    @property
    def texts(self) -> list[str]:
        """The texts of its statements."""
        queries = [
            self.query,
            self.keys,
            self.part and self.part.query,
            *(each.query for each in self.selecting.lookups),
        ]
        return [query.text for query in queries if query]


LONG = 8_000
"""Nodes that may take more than ten milliseconds to complete: in a thread, so that others are answered meanwhile."""

_PLANS: Shelf[Plan | None] = Shelf("plans of selections", 1_000)
_LISTED: Shelf[Listed] = Shelf("pages of lists", 200_000, lambda listed: listed.room)
"""By the text of the statement and what it is asked, with the version of the data: room for so many ids."""
_SEEN: Shelf[bool] = Shelf("statements asked for before", 5_000)


def plan_for(info: GraphQLResolveInfo[Any], context: Context) -> Plan | None:
    """Return the plan of a field of Query; nothing where it is answered field by field."""
    if context.admission is None or context.compiling is Compiling.NEVER:
        return None
    explorer, key = context.explorer, key_of(info, context.admission)
    plan = explorer.kept[_PLANS].once_in_thread(key, None, lambda: _planned(info, explorer))
    # All of them are noted by the first who asks.
    known = [asked_before(text, context) for text in plan.texts] if plan else []
    return plan if all(known) else None


def key_of(info: GraphQLResolveInfo[Any], admission: Admission) -> Hashable:
    """Return what the plan of a field belongs to."""
    name = info.operation.name.value if info.operation.name else ""
    return admission.query, name, info.path.key, _words(info)


def asked_before(text: str, context: Context) -> bool:
    """Tell whether a statement may be used: it was asked for before, or new ones are not held back."""
    if context.compiling is Compiling.ALWAYS:
        return True
    seen = context.explorer.kept[_SEEN]
    if text not in context.new_statements:
        if seen.latest(text):
            return True
        context.new_statements.add(text)
        seen.once_in_thread(text, None, lambda: True)
    return False


def forget_statements(explorer: Explorer) -> None:
    """Take every statement for new: selections are answered field by field until they are asked for again."""
    explorer.kept[_SEEN].forget()


def _words(info: GraphQLResolveInfo[Any]) -> Hashable:
    """Return the values of the variables that are yes, no or words: what is selected may hang on them."""
    coerced: dict[str, Any] = info.variable_values  # type: ignore[assignment]
    return tuple(
        (name, _hashable(coerced.get(name, Undefined)))
        for each in info.operation.variable_definitions or ()
        if _says_words(info.schema, each.type)
        for name in (each.variable.name.value,)
    )


def _says_words(schema: GraphQLSchema, type_: TypeNode) -> bool:
    while isinstance(type_, NonNullTypeNode | ListTypeNode):
        type_ = type_.type
    assert isinstance(type_, NamedTypeNode)
    name = type_.name.value
    return name == "Boolean" or isinstance(schema.get_type(name), GraphQLEnumType)


def _hashable(value: Any) -> Hashable:
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


def _planned(info: GraphQLResolveInfo[Any], explorer: Explorer) -> Plan | None:
    field: GraphQLField = info.parent_type.fields[info.field_name]
    details = [FieldDetails(node, None) for node in info.field_nodes]
    engine = explorer.database.engine
    try:
        selecting = selecting_for(info, engine)
        arguments = Arguments(field, details[0], selecting.variables)
        day = selecting.day(0, field, details)
        if "updatedSince" in arguments.names:
            raise NotCompiled("what changed since a moment")
        if info.field_name in AT_HAND:
            answering = AT_HAND[info.field_name](selecting, field, details, day)
            return Plan(arguments, selecting, at_hand=answering)
        root = ROOTS[info.field_name]
        if not root.list:
            return Plan(arguments, selecting, root, selecting_part(selecting, root.to, details, day, engine))
        type_ = get_named_type(field.type)
        assert isinstance(type_, GraphQLObjectType)
        page = list_maker(selecting, root, type_, details, day)
    except NotCompiled:
        return None
    name = root.named if root.named and "text" in arguments.names else root.query
    found_by = statement(FINDING[root.to], page.reading, engine)
    part = Part(selecting, found_by, page.at[-1], page.thing) if page.has_things else None
    keys = statement(name, Reading(page.reading.columns_of, root.key, day), engine)
    return Plan(arguments, selecting, root, part, statement(name, page.reading, engine), keys, page)


async def answer(plan: Plan, info: GraphQLResolveInfo[Any], context: Context) -> Completed | None:
    """Answer a field of Query by its plan; Unfit where the executor has to say what is wrong."""
    variables, explorer, selecting = variables_of(info), context.explorer, plan.selecting
    given = plan.arguments.given(variables)
    days = days_of(selecting.days, context.today, variables)
    run = Run(days, context.address, variables)
    parameters = {**selecting.constants, **of_days(days)}

    def read(query: Query, asked: dict[str, Any]) -> Awaitable[list[Any]]:
        return _read(query, asked, info, context)

    asking = Asking(context, run, parameters, read, (context.cost or 0) > LONG)
    version = await explorer.versions.now()
    if selecting.asks_contents:
        run.contents = await explorer.catalogue.contents()
    if selecting.asks_cited:
        run.cited = await cited_for(explorer)
    if selecting.asks_moments:
        run.moments = await moments_of(explorer)
    if plan.at_hand:
        answering = plan.at_hand
        data = await completed(lambda: answering(given, run), run, parameters, read, asking.long)
    elif plan.page:
        data = await _page(plan, given, asking, version)
    else:
        assert plan.part
        things = Things(explorer, plan.part, parameters, run, version)
        found = await things.by_ids([given["id"]], read, asking.long)
        data = None if found[given["id"]] is NOTHING else found[given["id"]]
    return None if data is None else Completed(data)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a request says, and how it is answered."""

    context: Context
    run: Run
    parameters: Mapping[str, Any]
    """Those of days and of the plan."""
    read: Read
    long: bool
    """Whether it takes long to complete."""


async def _page(plan: Plan, given: Mapping[str, Any], asking: Asking, version: DataVersion) -> Any:
    """Return a page of a list: which things are on it is kept, and so is what is written of each."""
    root, keys, page, run, read = plan.root, plan.keys, plan.page, asking.run, asking.read
    assert root
    assert keys
    assert page
    explorer = asking.context.explorer
    run.wanted = asked(root.list, given.get("first"), given.get("after"))
    asked_for = {**asking.parameters, **EVER.parameters, **root.asked(given), **page_parameters(root.key, run.wanted)}
    if "ids" in keys.parameters:
        asked_for["ids"] = await _named(given.get("text"), root, asking.context)
        if not asked_for["ids"]:
            return page.make(Listed(0, (), ()), {}, run)
    used = {name: asked_for[name] for name in keys.parameters}
    key = keys.text, blake2b(orjson.dumps(used, option=orjson.OPT_SORT_KEYS), digest_size=16).digest()
    things = Things(explorer, plan.part, asking.parameters, run, version) if plan.part else None
    listed = explorer.kept[_LISTED].find(key, version)
    made: Mapping[str, Any] = {}
    if listed is None and things and things.written < run.wanted.first:
        assert plan.query
        # As few of them are known as there may be on the page, both are read at once.
        rows = await read(plan.query, {name: asked_for[name] for name in plan.query.parameters})
        listed, made = page.listed(rows, page.at), await things.of_rows(rows[0][1] if rows else (), read, asking.long)
    else:
        listed = listed or page.listed(await read(keys, used), range(len(root.key)))
        if things:
            made = await things.by_ids((each[-1] for each in listed.keys), read, asking.long)
    explorer.kept[_LISTED].keep(key, version, listed)
    if NOTHING in made.values():
        raise Unfit  # the data has changed between two looks at it
    return page.make(listed, made, run)


async def _named(text: str | None, root: Root, context: Context) -> list[str]:
    """Return the ids of what has a text in its names; NotCompiled where that is no text."""
    if not text or not text.strip():
        raise NotCompiled("no text")
    return await ids_named(context.explorer.catalogue, text, root.to)


async def _read(query: Query, parameters: dict[str, Any], info: GraphQLResolveInfo[Any], context: Context) -> list[Any]:
    """Return the rows of a statement, sent together with those of the other fields of Query."""
    asked = info.operation.selection_set.selections
    if len(asked) == 1 and isinstance(asked[0], FieldNode):
        return await context.explorer.database.read_values(query, parameters)
    if context.gathering is None:
        context.gathering = Gathering(context.explorer.database, lambda text: asked_before(text, context))
    return await context.gathering.read(query, parameters)


def days_of(parts: Sequence[Day], today: date, variables: VariableValues) -> list[AsAt]:
    """Return the day of each part of a selection, that of the whole first."""
    days = [AsAt(today)]
    for part in parts:
        days.append(part.as_at(days[part.around], variables))
    return days


def of_days(days: Sequence[AsAt]) -> dict[str, Any]:
    """Return the parameters of a statement that are of a day: `$on_0`, `$includeProposed_0` and so on."""
    on = {f"on_{number}": as_at.on for number, as_at in enumerate(days)}
    return on | {f"includeProposed_{number}": as_at.include_proposed for number, as_at in enumerate(days)}
