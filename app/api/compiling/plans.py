"""One request, one statement: the plan of a selection, kept for whoever asks the same again, and its answer.

A plan belongs to the text of a document, to one of its operations and one field of Query, and to the values of its
variables that are yes, no or words of the vocabulary; all other values are parameters of its statement.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
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

from app.api.compiling.pages import page_maker
from app.api.compiling.run import Completed, Make, NotCompiled, Run
from app.api.compiling.selecting import Arguments, Day, Selecting, variables_of
from app.api.compiling.table import ROOTS, Root
from app.api.loading.context import Compiling, Context
from app.api.loading.paging import PageAsked, asked
from app.domain.as_at import AsAt
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.store.queries import Query
from app.store.statements import statement


@dataclass(frozen=True, slots=True)
class Plan:
    """How one field of Query is answered by one statement."""

    query: Query
    root: Root
    arguments: Arguments
    days: Sequence[Day]
    constants: Mapping[str, Any]
    complete: Make
    asks_contents: bool


_PLANS: Shelf[Plan | None] = Shelf("plans of selections", 1_000)
_SEEN: Shelf[bool] = Shelf("statements asked for before", 5_000)


def plan_for(info: GraphQLResolveInfo[Any], context: Context) -> Plan | None:
    """Return the plan of a field of Query; nothing where it is answered field by field."""
    if context.admission is None or context.compiling is Compiling.NEVER:
        return None
    name = info.operation.name.value if info.operation.name else ""
    key = (context.admission.query, name, info.path.key, _words(info))
    explorer = context.explorer
    plan = explorer.kept[_PLANS].once_in_thread(key, None, lambda: _planned(info, explorer))
    if plan is None or context.compiling is Compiling.ALWAYS:
        return plan
    seen, text = explorer.kept[_SEEN], plan.query.text
    if text not in context.new_statements:
        if seen.latest(text):
            return plan
        context.new_statements.add(text)
        seen.once_in_thread(text, None, lambda: True)
    return None


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
    root = ROOTS.get(info.field_name)
    if root is None:
        return None
    field: GraphQLField = info.parent_type.fields[info.field_name]
    details = [FieldDetails(node, None) for node in info.field_nodes]
    try:
        selecting = Selecting(info)
        arguments = Arguments(field, details[0], selecting.variables)
        day = selecting.day(0, field, details)
        if root.list:
            page = get_named_type(field.type)
            assert isinstance(page, GraphQLObjectType)
            reading, complete = page_maker(selecting, root, page, details, day)
        else:
            reading, inner, _ = selecting.things(root.to, details, day)
            complete = _one(inner)
    except NotCompiled:
        return None
    query = statement(root.query, reading, explorer.database.engine)
    return Plan(query, root, arguments, selecting.days, selecting.constants, complete, selecting.asks_contents)


def _one(inner: Make) -> Make:
    return lambda rows, run: inner(rows[0], run) if rows else None


async def answer(plan: Plan, info: GraphQLResolveInfo[Any], context: Context) -> Completed | None:
    """Answer a field of Query by its plan; Unfit where the executor has to say what is wrong."""
    variables = variables_of(info)
    given = plan.arguments.given(variables)
    days = [AsAt(context.today)]
    for day in plan.days:
        days.append(day.as_at(days[day.around], variables))
    root, wanted = plan.root, None
    parameters = dict(plan.constants)
    if root.list:
        wanted = asked(root.list, given.get("first"), given.get("after"))
        parameters |= {**root.asked(given), **_after(root, wanted), "limit": wanted.first + 1}
    else:
        parameters["ids"] = [given["id"]]
    for number, as_at in enumerate(days):
        parameters[f"on_{number}"] = as_at.on
        parameters[f"includeProposed_{number}"] = as_at.include_proposed
    contents = await context.explorer.catalogue.contents() if plan.asks_contents else None
    used = {name: parameters[name] for name in plan.query.parameters}
    found = await context.explorer.database.read_values(plan.query, used)
    run = Run(days, context.address, wanted, contents)
    data = plan.complete(found, run)
    return None if data is None else Completed(data)


def _after(root: Root, wanted: PageAsked) -> dict[str, str]:
    """Return the parameters that say after which entry of its list a page begins."""
    *first, _ = root.key
    if not first:
        return {"afterId": wanted.after[0]}
    return {f"after{first[0].capitalize()}": wanted.after[0], "afterId": wanted.after[1]}
