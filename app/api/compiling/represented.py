"""Who represents us where, completed at once: the answer is kept, and so is what is selected of its seats and bodies.

A plan belongs to a selection, as in `plans.py`. What it asks of seats, and of bodies, is read by one statement for all
that were not read yet, and what was made of them stays for whoever asks the same until the data changes.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from graphql import GraphQLObjectType, GraphQLResolveInfo, get_named_type
from graphql.execution.collect_fields import FieldDetails

from app.api.compiling.fields import selecting_for
from app.api.compiling.given import Arguments, Details, variables_of
from app.api.compiling.plans import asked_before, days_of, key_of, of_days
from app.api.compiling.run import Completed, Make, NotCompiled, Run, Unfit
from app.api.compiling.selecting import Selecting
from app.api.compiling.values import value_maker
from app.api.compiling.written import NOTHING, Part, Things, Written, selecting_part
from app.api.loading.context import Compiling, Context
from app.errors import UnknownId
from app.questions.representation.keeping import representation_of
from app.questions.representation.rules import Seat
from app.reading.citing import cited_for
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.moments import moments_of


@dataclass(frozen=True, slots=True, eq=False)
class AskedOfSeats:
    """What a selection asks of the seats of an answer, or of bodies that they name."""

    part: Part
    ids: Callable[[Seat], Iterable[str]]
    """Says of which seats or bodies, for a seat of the answer."""


Say: TypeAlias = Callable[[Any, Mapping[AskedOfSeats, Written], Run], Any]
"""Makes a value of a seat of the answer, or of the answer, and of what was made of its seats and bodies."""


@dataclass(slots=True)
class RepresentationPlan:
    """How the field is answered."""

    arguments: Arguments
    selecting: Selecting
    day: int
    parts: list[AskedOfSeats] = field(default_factory=list)
    fields: list[tuple[str, Say]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts of its statements."""
        return [asked.part.query.text for asked in self.parts] + [each.query.text for each in self.selecting.lookups]


_PLANS: Shelf[RepresentationPlan | None] = Shelf("plans of who represents us", 200)


def representation_plan(info: GraphQLResolveInfo[Any], context: Context) -> RepresentationPlan | None:
    """Return the plan of the field; nothing where it is answered field by field."""
    if context.admission is None or context.compiling is Compiling.NEVER:
        return None
    explorer, key = context.explorer, key_of(info, context.admission)
    plan = explorer.kept[_PLANS].once_in_thread(key, None, lambda: _planned(info, explorer))
    # All of them are noted by the first who asks.
    known = [asked_before(text, context) for text in plan.texts] if plan else []
    return plan if all(known) else None


def _planned(info: GraphQLResolveInfo[Any], explorer: Explorer) -> RepresentationPlan | None:
    asked = info.parent_type.fields[info.field_name]
    details = [FieldDetails(node, None) for node in info.field_nodes]
    try:
        selecting = selecting_for(info, explorer.database.engine)
        arguments = Arguments(asked, details[0], selecting.variables)
        plan = RepresentationPlan(arguments, selecting, selecting.day(0, asked, details))
        planning = _Planning(plan, explorer)
        type_ = get_named_type(asked.type)
        assert isinstance(type_, GraphQLObjectType)
        plan.fields = [planning.of_answer(type_, *each) for each in selecting.fields(type_, details).items()]
    except NotCompiled:
        return None
    return plan


class _Planning:
    """Goes through what is selected of an answer."""

    def __init__(self, plan: RepresentationPlan, explorer: Explorer) -> None:
        self._plan, self._selecting, self._engine = plan, plan.selecting, explorer.database.engine

    def of_answer(self, type_: GraphQLObjectType, key: str, fields: Details) -> tuple[str, Say]:
        """Return the key of a field of the answer and what makes its value."""
        name = fields[0].node.name.value
        match name:
            case "__typename":
                return key, lambda _answer, _made, _run: type_.name
            case "on":
                day = value_maker(type_.fields[name].type, self._nothing_below)
                return key, lambda answer, _made, run: day(answer.on, run)
            case "seats":
                seat = self._seats(type_, fields)
                return key, lambda answer, made, run: [seat(each, made, run) for each in answer.seats]
            case "involved":
                seat = self._seats(type_, fields)
                return key, lambda answer, made, run: [seat(each, made, run) for each in answer.involved]
        raise NotCompiled(name)

    def _seats(self, type_: GraphQLObjectType, details: Details) -> Say:
        of = get_named_type(type_.fields[details[0].node.name.value].type)
        assert isinstance(of, GraphQLObjectType)
        fields = [self._of_seat(of, *each) for each in self._selecting.fields(of, details).items()]
        return lambda seat, made, run: {key: say(seat, made, run) for key, say in fields}

    def _of_seat(self, type_: GraphQLObjectType, key: str, fields: Details) -> tuple[str, Say]:
        name = fields[0].node.name.value
        match name:
            case "__typename":
                return key, lambda _seat, _made, _run: type_.name
            case "directness":
                word = value_maker(type_.fields[name].type, self._nothing_below)
                return key, lambda seat, _made, run: word(seat.directness, run)
            case "post":
                post = self._part("Post", fields, lambda seat: (seat.post_id,))
                return key, lambda seat, made, _run: _there(made[post][seat.post_id])
            case "board":
                board = self._part("Organization", fields, lambda seat: (seat.board_id,))
                return key, lambda seat, made, _run: _there(made[board][seat.board_id])
            case "via":
                via = self._part("Organization", fields, lambda seat: seat.via)
                return key, lambda seat, made, _run: [
                    group for id_ in seat.via if (group := made[via][id_]) is not NOTHING
                ]
        raise NotCompiled(name)

    def _part(self, of: str, fields: Details, ids: Callable[[Seat], Iterable[str]]) -> AskedOfSeats:
        asked = AskedOfSeats(selecting_part(self._selecting, of, fields, self._plan.day, self._engine), ids)
        self._plan.parts.append(asked)
        return asked

    def _nothing_below(self, type_: GraphQLObjectType) -> Make:
        raise NotCompiled(type_.name)


def _there(value: Any) -> Any:
    if value is NOTHING:
        raise Unfit
    return value


async def represented(plan: RepresentationPlan, info: GraphQLResolveInfo[Any], context: Context) -> Completed:
    """Answer the field by its plan; Unfit where the executor has to say what is wrong."""
    variables, explorer = variables_of(info), context.explorer
    given = plan.arguments.given(variables)
    of, most = given["of"], given.get("maxSteps")
    if "/" not in of:
        raise Unfit  # a name, which may have to be asked back
    days = days_of(plan.selecting.days, context.today, variables)
    contents = await explorer.catalogue.contents()
    try:
        answer = await representation_of(
            explorer, of, days[plan.day], max_steps=4 if most is None else most, contents=contents
        )
    except UnknownId:
        raise Unfit from None
    run = Run(days, context.address, variables, contents=contents)
    if plan.selecting.asks_cited:
        run.cited = await cited_for(explorer)
    if plan.selecting.asks_moments:
        run.moments = await moments_of(explorer)
    parameters = {**plan.selecting.constants, **of_days(days)}
    seats = [*answer.seats, *answer.involved]
    made: dict[AskedOfSeats, Written] = {}
    to_read: dict[AskedOfSeats, Awaitable[Written]] = {}
    for asked in plan.parts:
        things = Things(explorer, asked.part, parameters, run, contents.version)
        wanted = list(dict.fromkeys(id_ for seat in seats for id_ in asked.ids(seat)))
        made[asked] = things.known(wanted)
        if len(made[asked]) < len(wanted):
            to_read[asked] = things.by_ids(wanted, explorer.database.read_values)
    if to_read:
        made |= zip(to_read, await asyncio.gather(*to_read.values()), strict=True)
    return Completed({key: say(answer, made, run) for key, say in plan.fields})
