"""Which reports are owed to whom, or came, in places or for one representative: asked here for all who ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import of_the_sector
from app.domain.dates import earliest, latest
from app.domain.duties import Duty, duty_to_report
from app.domain.seats import speaks_for
from app.domain.standing import Standing
from app.errors import UnknownId
from app.questions.reporting.rules import ReportDue, reports_due
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, read_register, standing_of


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports in some places, owed or not, on the meetings before a day."""

    on: date
    areas: tuple[r.Area, ...]
    due: tuple[ReportDue, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What one representative needs on paper: for whom they speak, who chose them, what they owe, what comes."""

    area: r.Area
    on: date
    post: r.Post
    board: r.Organization
    groups: tuple[r.Organization, ...]
    appointed_by: tuple[r.Organization, ...]
    held_by: str
    tenures: tuple[r.Tenure, ...]
    due: tuple[ReportDue, ...]
    """What is owed or came for past meetings, the latest first."""
    coming: tuple[r.Meeting, ...]
    """The meetings on the day and after it, the next first."""
    duty: Duty | None
    """The duty to report that is recorded; nothing when none is."""


async def find_reports(explorer: Explorer, area: str | None, as_at: AsAt) -> Reports:
    """Return the reports on meetings in a place, or in all; UnknownId when nobody knows the area."""
    ids = await areas_asked(explorer, area)
    contents = await explorer.catalogue.contents()
    found: list[ReportDue] = []
    for id_ in ids:
        register = await read_register(explorer, id_)
        found += await explorer.aside(partial(reports_due, register, as_at))
    return Reports(as_at.on, tuple(contents.areas[id_] for id_ in ids), tuple(found))


async def find_slip(explorer: Explorer, area: str, post_id: str, as_at: AsAt) -> Slip:
    """Return what a representative needs; UnknownId when the place has no such seat for a group of the sector."""
    standing = await standing_of(explorer, area, as_at)
    contents = await explorer.catalogue.contents()
    post = standing.posts.get(post_id)
    groups = _sector_groups(standing, post) if post else ()
    if post is None or not groups:
        raise UnknownId(f"No seat that speaks for a voluntary, community or faith group has the id '{post_id[:120]}'.")
    board = standing.organizations[post.organization_id]
    register = standing.register
    bodies = standing.organizations
    appointed = [bodies[tie.organization_id] for tie in standing.appointed(post.id) if tie.organization_id in bodies]
    meetings = [m for m in register.meetings if m.organization_id == board.id and not m.is_cancelled]
    meetings = [m for m in meetings if latest(m.date) >= as_at.on]
    due = await explorer.aside(partial(reports_due, register, as_at))
    return Slip(
        area=contents.areas[area],
        on=as_at.on,
        post=post,
        board=board,
        groups=groups,
        appointed_by=tuple(appointed),
        held_by=standing.held_by(post.id),
        tenures=standing.tenures(post.id),
        due=tuple(each for each in due if each.post.id == post.id),
        coming=tuple(sorted(meetings, key=lambda m: (earliest(m.date), m.id))),
        duty=duty_to_report(board, post, register.areas),
    )


def _sector_groups(standing: Standing, post: r.Post) -> tuple[r.Organization, ...]:
    found = (standing.organizations.get(id_) for id_ in speaks_for(standing, post))
    return tuple(body for body in found if body and of_the_sector(body))


def by_meeting(due: Sequence[ReportDue]) -> list[tuple[ReportDue, list[ReportDue]]]:
    """Put reports on one meeting together, in their order; the first of each stands for the meeting."""
    found: dict[str, list[ReportDue]] = {}
    for each in due:
        found.setdefault(each.meeting.id, []).append(each)
    return [(each[0], each) for each in found.values()]
