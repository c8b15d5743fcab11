"""One request, one statement: the plan of a selection, kept for whoever asks the same again, and its answer.

A plan belongs to the text of a document, to one of its operations and one field of Query, and to the values of its
variables that are yes, no or words of the vocabulary; all other values are parameters of its statement.
"""

import asyncio
from collections.abc import Awaitable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
from app.api.compiling.at_hand import AT_HAND
from app.api.compiling.fields import selecting_for
from app.api.compiling.given import Arguments, Day, variables_of
from app.api.compiling.looking_up import Read, completed
from app.api.compiling.pages import list_maker
from app.api.compiling.roots import ROOTS, Root, page_parameters
from app.api.compiling.run import Completed, Make, NotCompiled, Run
from app.api.compiling.selecting import Selecting
from app.api.loading.context import Compiling, Context
from app.api.loading.gathering import Gathering
from app.api.loading.paging import asked
from app.domain.as_at import AsAt
from app.reading.citing import cited_for
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.search import ids_named
from app.store.queries import Query
from app.store.statements import statement


@dataclass(frozen=True, slots=True)
class Plan:
    """How one field of Query is answered by one statement, and by what it names."""

    root: Root | None
    """How the statement is asked; none for a field that begins without one."""
    query: Query | None
    arguments: Arguments
    selecting: Selecting
    complete: Make
    """Makes the answer of the statement's rows, or of what the field is given."""

    @property
    def texts(self) -> list[str]:
        """The texts of its statements."""
        lookups = [lookup.query.text for lookup in self.selecting.lookups]
        return [self.query.text, *lookups] if self.query else lookups


LONG = 8_000
"""Nodes that may take more than ten milliseconds to complete: in a thread, so that others are answered meanwhile."""

_PLANS: Shelf[Plan | None] = Shelf("plans of selections", 1_000)
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
    try:
        selecting = selecting_for(info, explorer.database.engine)
        arguments = Arguments(field, details[0], selecting.variables)
        day = selecting.day(0, field, details)
        if info.field_name in AT_HAND:
            return Plan(None, None, arguments, selecting, AT_HAND[info.field_name](selecting, field, details, day))
        root = ROOTS[info.field_name]
        if root.list:
            page = get_named_type(field.type)
            assert isinstance(page, GraphQLObjectType)
            reading, complete = list_maker(selecting, root, page, details, day)
        else:
            reading, inner, _ = selecting.things(root.to, details, day)
            complete = _one(inner)
    except NotCompiled:
        return None
    name = root.named if root.named and "text" in arguments.names else root.query
    query = statement(name, reading, explorer.database.engine)
    return Plan(root, query, arguments, selecting, complete)


def _one(inner: Make) -> Make:
    return lambda rows, run: inner(rows[0], run) if rows else None


async def answer(plan: Plan, info: GraphQLResolveInfo[Any], context: Context) -> Completed | None:
    """Answer a field of Query by its plan; Unfit where the executor has to say what is wrong."""
    variables, explorer, selecting = variables_of(info), context.explorer, plan.selecting
    given = plan.arguments.given(variables)
    days = days_of(selecting.days, context.today, variables)
    run = Run(days, context.address, variables)
    parameters = {**selecting.constants, **of_days(days)}

    def read(query: Query, asked: dict[str, Any]) -> Awaitable[list[Any]]:
        return _read(query, asked, info, context)

    reading = _asked(plan, given, run, parameters, context, read)
    if selecting.asks_contents:
        found, run.contents = await asyncio.gather(reading, explorer.catalogue.contents())
    else:
        found = await reading
    if selecting.asks_cited:
        run.cited = await cited_for(explorer)
    is_long = (context.cost or 0) > LONG
    data = await completed(lambda: plan.complete(found, run), run, parameters, read, is_long)
    return None if data is None else Completed(data)


async def _asked(
    plan: Plan, given: dict[str, Any], run: Run, parameters: dict[str, Any], context: Context, read: Read
) -> Any:
    """Return the rows of a plan's statement; what the field is given where it begins without one."""
    root, query = plan.root, plan.query
    if not root or not query:
        return given
    asked_for = dict(parameters)
    if root.list:
        run.wanted = asked(root.list, given.get("first"), given.get("after"))
        asked_for |= {**root.asked(given), **page_parameters(root.key, run.wanted)}
        if "ids" in query.parameters:
            asked_for["ids"] = await _named(given.get("text"), root, context)
            if not asked_for["ids"]:
                return []
    else:
        asked_for["ids"] = [given["id"]]
    return await read(query, {name: asked_for[name] for name in query.parameters})


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
