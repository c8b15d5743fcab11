"""Who represents us where? One question for a body or a person, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.as_at import AsAt
from app.domain.dates import latest
from app.domain.english import before_everything
from app.domain.seat_state import REPRESENTED, state_of
from app.domain.vocabulary import Directness, Say
from app.errors import BadInput, UnknownId
from app.questions.representation.rules import GroupSeat, OfficeSeat, Seat, Walk, represented, shortest_routes
from app.reading.catalogue import Contents
from app.store import seat_rows
from app.store.database import Database
from app.store.holding_rows import has_lost, left_by
from app.store.rows import Row, cited_sources

MOST_STEPS = 6
USUAL_STEPS = 4
"""How many steps are walked unless somebody asks for another number; the query of more has a longer text."""
"""The longest route that is looked for: a voice that passes more groups than that is hardly heard."""


@dataclass(frozen=True, slots=True)
class Appointed:
    """A seat whose holder the one who asked has a say in."""

    post_id: str
    board_id: str
    say: Say | None
    """Whether it elects, appoints, nominates or ratifies; nothing where no source says."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An empty seat at which the way from one group to the next breaks."""

    from_id: str
    to_id: str
    post_id: str


@dataclass(frozen=True, slots=True)
class Past:
    """A seat that a person held and has left."""

    post_id: str
    board_id: str
    until: str
    """When that ended, as precise as recorded."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where somebody is represented on a day; everything by id."""

    of_id: str
    of_person: bool
    on: date
    seats: list[Seat]
    involved: list[Seat]
    absence_ids: list[str]
    source_ids: frozenset[str]
    """The sources behind the answer."""
    appoints: tuple[Appointed, ...] = ()
    """The seats whose holders it elects, appoints, nominates or ratifies: a say, and no seat of its own."""
    broken: tuple[Broken, ...] = ()
    """The empty seats at which a way to another group breaks, and no other way leads there."""
    past: tuple[Past, ...] = ()
    """The seats that a person who holds none has left, the last one first."""


async def find_representation(database: Database, of: str, as_at: AsAt, *, max_steps: int = USUAL_STEPS) -> Answer:
    """Answer for an organization or a person, in one round trip for an organization.

    `max_steps` (0 to 6) bounds how many groups a route may pass. Raises UnknownId when nothing public has the id,
    BadInput when `max_steps` is out of range.
    """
    if not 0 <= max_steps <= MOST_STEPS:
        raise BadInput(f"maxSteps is {max_steps}: expected 0 to {MOST_STEPS}.")
    name = "find_represented_posts" if max_steps <= USUAL_STEPS else "find_represented_posts_far"
    found = await database.read(name, of=of, maxSteps=max_steps, **as_at.parameters)
    if not found:
        return await _of_person(database, of, as_at)
    (around,) = found
    seats, offices = around.seats, around.offices
    empty = {row.id for row in around.joints if _is_empty(row, as_at.on)}
    steps = [(step.from_id, step.to_id) for step in around.steps if step.post_id not in empty]
    walk = Walk(
        steps,
        [GroupSeat(row.group_id, row.post_id, row.board_id, row.by, row.for_another) for row in seats],
        [OfficeSeat(row.how, row.post_id, row.board_id, tuple(row.on_behalf_of)) for row in offices],
    )
    speaking, involved = represented(of, walk, max_steps)
    cited = {row.post_id: row.cites for row in (*seats, *offices)}
    behind = [cited[seat.post_id] for seat in (*speaking, *involved)]
    behind += [row.cites for row in around.absences] + [around.cites]
    absence_ids = sorted({row.id for row in around.absences if row.id})
    behind += [row.cites for row in around.appoints if row.post_id]
    return Answer(
        of,
        False,
        as_at.on,
        speaking,
        involved,
        absence_ids,
        _sources(behind),
        tuple(
            Appointed(row.post_id, row.board_id, Say(row.say) if row.say else None)
            for row in sorted(around.appoints, key=lambda row: (row.board_id or "", row.post_id or ""))
            if row.post_id
        ),
        _broken(of, around, steps, empty, max_steps),
    )


def _broken(
    of: str, around: Row, steps: list[tuple[str, str]], empty: set[str | None], max_steps: int
) -> tuple[Broken, ...]:
    lost = sorted(step for step in around.steps if step.post_id in empty)
    if not lost:
        return ()
    reached = shortest_routes(of, steps, max_steps)
    # Where nothing leads on from a body, and no seat elsewhere is for it, nothing is lost but the seat itself.
    onward = {step.from_id for step in around.steps} | {row.group_id for row in around.seats}
    return tuple(
        Broken(step.from_id, step.to_id, step.post_id)
        for step in lost
        if step.from_id in reached and step.to_id not in reached and step.to_id in onward
    )


def _is_empty(row: Row, on: date) -> bool:
    if not seat_rows.may_be_empty(row):
        return False
    return state_of(seat_rows.seat(row), seat_rows.holdings(row), seat_rows.offices(row), on) not in REPRESENTED


async def _of_person(database: Database, of: str, as_at: AsAt) -> Answer:
    held = await database.read("find_posts_of_person", of=of, **as_at.parameters)
    if not held and [row.label for row in await database.read("list_labels", ids=[of])] != ["Person"]:
        raise UnknownId(f"No organization or person has the id '{of}'.")
    held = [row for row in held if not has_lost(row, as_at.on)]
    seats = [Seat(*ids, Directness.DIRECT) for ids in sorted({(row.post_id, row.board_id) for row in held})]
    if seats:
        return Answer(of, True, as_at.on, seats, [], [], _sources(row.cites for row in held))
    ever = await database.read("list_person_posts_ever", ids=[of], includeProposed=as_at.include_proposed)
    left = [(until, row) for row in ever if (until := left_by(row, as_at.on))]
    left.sort(key=lambda it: (latest(it[0]), it[1].id), reverse=True)
    past = tuple(Past(row.id, row.organization_id, until) for until, row in left)
    return Answer(of, True, as_at.on, [], [], [], _sources(row.cites for _, row in left), past=past)


def _sources(behind: Iterable[str | None]) -> frozenset[str]:
    # Most facts of an answer cite the same few places, so each text is taken apart once.
    return frozenset(source for cites in set(behind) for source in cited_sources(cites))


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old an answer's sources are: the newest, and the earliest, as recorded."""

    newest: str | None
    earliest: str | None

    def before_everything(self, on: date) -> bool:
        """Tell whether a day lies before the earliest source, when nothing was recorded yet."""
        return before_everything(on.isoformat(), self.earliest)


def freshness(contents: Contents, source_ids: Iterable[str]) -> Freshness:
    """Work out how fresh facts are from the sources behind them."""
    published = sorted(
        source.published for source in (contents.sources.get(id_) for id_ in source_ids) if source and source.published
    )
    return Freshness(published[-1], published[0]) if published else Freshness(None, None)
