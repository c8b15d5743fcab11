"""What the forums, networks and reference groups of places have to work with, side by side."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.bodies import within_its_time
from app.domain.english import agree, as_recorded, counted, figure, listed, name_order, ordinary
from app.domain.vocabulary import Classification, LifecycleStatus
from app.errors import BadInput
from app.questions.representation.ask import Freshness, freshness
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked
from app.store import rows
from app.store.making import made

SORTS = (Classification.FORUM, Classification.NETWORK, Classification.REFERENCE_GROUP)
"""The sorts of body that are always in the table; others are when a constitution or paid hours are recorded."""


NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: the word it is asked by, its heading, and what of a body's capacity it shows."""

    key: str
    heading: str
    attribute: str


COLUMNS = (
    Column("constitution", "Constitution", "constitution"),
    Column("chair", "Chair", "chair_status"),
    Column("hours", "Paid hours", "paid_hours"),
    Column("funding", "Funding", "funding_note"),
    Column("members", "Members", "members_note"),
    Column("meets", "Meets", "meeting_frequency"),
    Column("observers", "Statutory observers", "statutory_observers"),
    Column("representatives", "Its representatives", "representatives_note"),
)


@dataclass(frozen=True, slots=True)
class Capacities:
    """The bodies of the places asked about, sorted as asked."""

    areas: tuple[r.Area, ...]
    bodies: tuple[r.Organization, ...]
    sort: str
    descending: bool
    on: date
    """The day on which they are there."""
    fresh: Freshness


async def find_capacities(
    explorer: Explorer, areas: Sequence[str], on: date, *, sort: str = "name", descending: bool = False
) -> Capacities:
    """Return the forums, networks and reference groups of places, of all when none is named.

    Those that are yet to begin or have ended on the day are left out.

    BadInput when there is no column of that name to sort by; UnknownId when nobody knows an area.
    """
    asked = tuple(dict.fromkeys(area for area in areas if area))
    for area in asked:
        await areas_asked(explorer, area)
    found = await explorer.database.read(
        "list_capacities", areas=list(asked), classifications=[sort.value for sort in SORTS]
    )
    every = await made(found, lambda: [rows.organization(row) for row in found])
    bodies = [body for body in every if within_its_time(body, on)]
    contents = await explorer.catalogue.contents()
    names = {id_: area.name for id_, area in contents.areas.items()}
    order = sorted(bodies, key=lambda body: name_order(body.name))
    known = _known(sort, names)
    there = [body for body in order if known(body)]
    there.sort(key=lambda body: name_order(known(body) or ""), reverse=descending)
    gaps = [body for body in order if not known(body)]
    places = asked or {id_ for body in bodies for id_ in body.area_ids}
    shown = sorted((contents.areas[id_] for id_ in places if id_ in contents.areas), key=lambda a: name_order(a.name))
    cited = {cite.source_id for body in bodies for cite in body.citations}
    return Capacities(tuple(shown), (*there, *gaps), sort, descending, on, freshness(contents, cited))


def cell(body: r.Organization, column: Column) -> str | None:
    """Return what is recorded of a body in a column; nothing when no source says."""
    found: str | None = getattr(body.capacity, column.attribute) if body.capacity else None
    return found


def recorded(bodies: Iterable[r.Organization], column: Column) -> int:
    """Count the bodies of which a source says something in a column."""
    return sum(1 for body in bodies if cell(body, column))


def is_none(text: str) -> bool:
    """Tell whether a source says that there is none, which is not the same as silence."""
    return re.match(r"(none|no|nil|0)\b", text, re.IGNORECASE) is not None


def summary(found: Capacities) -> str:
    """Say how many bodies there are, and what is known of how many."""
    if not found.bodies:
        return "No forum, network or reference group is recorded here."
    newest, oldest = found.fresh.newest, found.fresh.earliest
    places = listed([area.name for area in found.areas])
    has = agree(len(found.areas), "has", "have")
    bodies = counted(len(found.bodies), "forum, network or group of its kind", "forums, networks and groups like them")
    said = f"{places} {has} {bodies}. Sources give {_of_how_many(found)}."
    return as_recorded(newest, said, oldest)


def _of_how_many(found: Capacities) -> str:
    """Say of how many bodies sources give what matters most: `the constitution of 2 and the chair of none`."""
    if len(found.bodies) > 1:
        return listed([f"the {it.heading.lower()} of {figure(recorded(found.bodies, it))}" for it in COLUMNS[:4]])
    given = [f"its {it.heading.lower()}" for it in COLUMNS[:4] if recorded(found.bodies, it)]
    return listed(given) or f"neither {listed([f'its {it.heading.lower()}' for it in COLUMNS[:4]], 'nor')}"


def status_remark(body: r.Organization) -> str:
    """Say where a body stands in its life, when that is not simply at work."""
    return "" if body.status is LifecycleStatus.ACTIVE else ordinary(body.status)


def _known(sort: str, areas: dict[str, str]) -> Callable[[r.Organization], str | None]:
    """Return what bodies are sorted by; whatever is not recorded comes last, either way round."""
    columns = {column.key: column for column in COLUMNS}
    if sort in columns:
        # In a spreadsheet of sums, 12,500 is one number.
        return lambda body: re.sub(r"(?<=\d),(?=\d)", "", cell(body, columns[sort]) or "") or None
    if sort == "place":
        return lambda body: listed(sorted(areas[id_] for id_ in body.area_ids if id_ in areas)) or None
    if sort == "sort":
        return lambda body: ordinary(body.classification)
    if sort == "name":
        return lambda body: body.name
    allowed = listed(["name", "place", "sort", *columns], "or")
    raise BadInput(f"The table cannot be sorted by '{sort[:40]}': expected {allowed}.")
