"""The same as a table to keep: the members of a body, or of every body of a place, a row each."""

from functools import partial

from app.domain.english import ordinary, role_name
from app.domain.seat_state import term_due
from app.exchange.tables import Cell, Table
from app.questions.exporting import Export, TableAsked, sources_said
from app.questions.members import words
from app.questions.members.ask import MemberList, find_members
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, read_register

_HEADINGS = (
    *("Body", "Member", "Role", "Seat", "Seats", "State", "Comes from", "Speaks for", "Deputy", "Vote"),
    *("Since", "Term ends", "Meetings", "Came", "By deputy", "Apologies"),
    *("Sources", "Holder id", "Seat id", "Body id", "As things stood on"),
)


def _rows(told: MemberList, contents: Contents) -> list[tuple[Cell, ...]]:
    """Return a row a member, in the order of the list."""
    rows: list[tuple[Cell, ...]] = []
    for member in told.members:
        due = term_due(member.post, member.tenure) if member.tenure else None
        came = member.attended
        rows.append(
            (
                told.of.name,
                words.name(member),
                role_name(member.post.role),
                member.post.label or role_name(member.post.role),
                member.seats,
                ordinary(member.state),
                words.comes_from(told, member),
                words.speaks_for(told, member),
                words.deputies(member),
                ordinary(member.post.voting),
                member.tenure.period.since if member.tenure else None,
                due.text if due else None,
                *((came.meetings, came.came, came.by_deputy, came.apologies) if came else (None,) * 4),
                sources_said(words.cited(member), contents.sources),
                member.tenure.holder_id if member.tenure else None,
                member.post.id,
                told.of.id,
                told.on.isoformat(),
            )
        )
    return rows


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    contents = await explorer.catalogue.contents()
    bodies = [asked.of] if asked.of else await _bodies(explorer, asked)
    found: list[tuple[Cell, ...]] = []
    for id_ in bodies:
        told = await find_members(explorer, id_, asked.as_at)
        found += await explorer.aside(partial(_rows, told, contents))
    return Table("Members", _HEADINGS, found)


async def _bodies(explorer: Explorer, asked: TableAsked) -> list[str]:
    # A joint body is in several places, and is listed once.
    found: dict[str, None] = {}
    for place in await areas_asked(explorer, asked.area):
        found |= dict.fromkeys(body.id for body in (await read_register(explorer, place)).bodies())
    return list(found)


EXPORT = Export(
    name="members",
    summary="The members of a body, or of every body of a place, as a table",
    takes=("of", "area", "as_at"),
    make=_make,
)
