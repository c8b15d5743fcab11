"""A register asked for, of one place or of several; and all registers of a place with how much each lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.domain.as_at import AsAt
from app.domain.dates import earliest
from app.domain.english import listed
from app.domain.records import Area
from app.errors import BadInput, UnknownId
from app.questions.registers.appointments import APPOINTMENTS
from app.questions.registers.asked_for import ASKED_FOR
from app.questions.registers.attendance import ATTENDANCE
from app.questions.registers.bodies import BODIES
from app.questions.registers.lines import LINES
from app.questions.registers.meetings import MEETINGS
from app.questions.registers.people import PEOPLE
from app.questions.registers.rolls import Kind, PlaceRead, Roll, Row, roll_of
from app.questions.registers.seats import SEATS
from app.questions.registers.vacancies import VACANCIES
from app.questions.representation.ask import Freshness, freshness
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.registers import are_few, areas_asked, standing_of

KINDS: dict[str, Kind] = {
    kind.key: kind for kind in (BODIES, SEATS, VACANCIES, PEOPLE, APPOINTMENTS, ASKED_FOR, LINES, MEETINGS, ATTENDANCE)
}
"""Every register, by its word in addresses, in the order in which they are offered."""
EVERYWHERE = tuple(kind for kind in KINDS.values() if kind.everywhere)
"""The registers that are to be had of several places in one list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RollAsked:
    """What an address or a command asks of a register."""

    kind: Kind
    as_at: AsAt
    areas: tuple[str, ...] = ()
    """The ids of places; none is all of them."""
    sort: str = ""
    descending: bool = False
    find: str = ""


@dataclass(frozen=True, slots=True)
class ToldRoll:
    """A register, ready to be read."""

    as_at: AsAt
    areas: tuple[Area, ...]
    roll: Roll
    fresh: Freshness
    last_meeting: str | None
    """When the last meeting that is recorded by the day was, where a register of a year lists none."""


def kind_of(name: str) -> Kind:
    """Return a register by its word; UnknownId says which there are."""
    kind = KINDS.get(name.strip().lower())
    if kind is None:
        raise UnknownId(f"There is no register '{name[:40]}': expected {listed(list(KINDS), 'or')}.")
    return kind


async def find_roll(explorer: Explorer, asked: RollAsked) -> ToldRoll:
    """Return a register of places, of all where none is named.

    UnknownId when nobody knows an area; BadInput when it cannot be sorted so, or is of more places than one question
    may be.
    """
    if len(asked.areas) != 1 and not asked.kind.everywhere:
        raise BadInput(f"The register “{asked.kind.title}” is of one place at a time: name it.")
    for id_ in asked.areas:
        await areas_asked(explorer, id_)
    if not await are_few(explorer, asked.areas):
        raise BadInput(f"Name fewer places: {len(asked.areas)} are too many to be answered for at once.")
    contents = await explorer.catalogue.contents()
    areas = tuple(contents.areas[id_] for id_ in asked.areas or await areas_asked(explorer, None))
    rows: dict[str, Row] = {}
    last = None
    for area in areas:
        place = await _read(explorer, contents, area, asked.as_at, of_actions=asked.kind.of_actions)
        # A joint body is in several places, and its rows are listed once.
        for row in await explorer.aside(partial(asked.kind.rows, place)):
            rows.setdefault(row.id, replace(row, place=area.name))
        last = _last_meeting(place) if asked.kind.of_a_year and not rows else None
    arranged = partial(
        roll_of, asked.kind, tuple(rows.values()), sort=asked.sort, descending=asked.descending, find=asked.find
    )
    cited = {cite.source_id for row in rows.values() for cite in row.citations}
    return ToldRoll(asked.as_at, areas, await explorer.aside(arranged), freshness(contents, cited), last)


async def count_registers(explorer: Explorer, area: str, as_at: AsAt) -> list[tuple[Kind, int]]:
    """Return every register of a place with how much it lists; UnknownId when nobody knows the area."""
    await areas_asked(explorer, area)
    contents = await explorer.catalogue.contents()
    place = await _read(explorer, contents, contents.areas[area], as_at, of_actions=True)
    return [(kind, count_rows(await explorer.aside(partial(kind.rows, place)))) for kind in KINDS.values()]


def count_rows(rows: Sequence[Row]) -> int:
    """Count what rows list: six seats alike, which are one row, are six."""
    return sum(row.counts for row in rows)


async def _read(explorer: Explorer, contents: Contents, area: Area, as_at: AsAt, *, of_actions: bool) -> PlaceRead:
    standing = await standing_of(explorer, area.id, as_at)
    if not of_actions:
        return PlaceRead(area, standing)
    actions = await explorer.reader.actions_of(meeting.id for meeting in standing.register.meetings)
    owners = {id_ for each in actions.values() for action in each for _, id_ in action.owner_ids}
    names = {id_: contents.by_id[id_].name for id_ in owners if id_ in contents.by_id}
    return PlaceRead(area, standing, actions, names)


def _last_meeting(place: PlaceRead) -> str | None:
    register = place.standing.register
    held = [m.date for m in register.meetings if m.organization_id in register.own and not m.is_cancelled]
    return max((text for text in held if earliest(text) <= place.standing.on), default=None, key=earliest)
