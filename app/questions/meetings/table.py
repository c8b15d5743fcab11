"""Every meeting of a place as a table: when, whether it was held or cancelled, and whether enough were there."""

from functools import partial

from app.domain import records as r
from app.domain.dates import earliest
from app.domain.english import ordinary
from app.domain.register import Register
from app.domain.vocabulary import AttendanceKind
from app.exchange.tables import Cell, Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, read_register

_HEADINGS = (
    *("Place", "Body", "Date", "Meeting", "Venue", "Status", "Quorate"),
    *(ordinary(kind).capitalize() for kind in AttendanceKind),
    *("Note", "Sources", "Body id", "Meeting id"),
)


def _rows(register: Register, place: r.Area, contents: Contents) -> list[tuple[Cell, ...]]:
    """Return a row a meeting, the first one first; of attendance, how many are named in each way."""
    bodies = register.organizations
    meetings = (it for it in register.meetings if it.organization_id in bodies)
    return [
        (
            place.name,
            bodies[meeting.organization_id].name,
            meeting.date,
            meeting.label,
            meeting.venue,
            ordinary(meeting.status) if meeting.status else "not recorded",
            ordinary(meeting.quorate),
            *(sum(each.kind is kind for each in register.attendance.get(meeting.id, ())) for kind in AttendanceKind),
            meeting.note,
            sources_said(meeting.citations, contents.sources),
            meeting.organization_id,
            meeting.id,
        )
        for meeting in sorted(meetings, key=lambda it: (earliest(it.date), it.id))
    ]


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    contents = await explorer.catalogue.contents()
    # A joint body is in several places, and its meetings are listed once.
    found: dict[Cell, tuple[Cell, ...]] = {}
    for id_ in await areas_asked(explorer, asked.area):
        register = await read_register(explorer, id_)
        for row in await explorer.aside(partial(_rows, register, contents.areas[id_], contents)):
            found.setdefault(row[-1], row)
    return Table("Meetings", _HEADINGS, list(found.values()))


EXPORT = Export(
    name="meetings", summary="Every meeting, held, planned or cancelled, as a table", takes=("area",), make=_make
)
