"""The same as a table to keep: every seat of a place, with its sector and all that is said of it."""

from functools import partial

from app.domain import records as r
from app.domain.english import listed, ordinary, role_name
from app.domain.standing import Standing
from app.domain.vocabulary import SectorSign
from app.exchange.tables import Cell, Table
from app.questions.balance.ask import sector_name
from app.questions.balance.sectors import sector_of
from app.questions.exporting import Export, TableAsked, sources_said
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.registers import areas_asked, standing_of

Row = tuple[Cell, ...]

_HEADINGS = (
    *("Place", "Body", "Decides", "Quorum", "Quorum, a number", "Seats stated"),
    *(
        "Order",
        "Seat",
        "Role",
        "Seats",
        "Seats at most",
        "Membership",
        "For the area",
        "Vote",
        "How filled",
        "Electorate",
    ),
    *("Term in years", "Term limit", "Speaks for", "Chosen by", "Held by", "State", "Sector", "Because"),
    *("Certainty", "Sources", "Seat id", "Body id", "As things stood on"),
)


def _rows(standing: Standing, place: r.Area, contents: Contents) -> list[Row]:
    """Return a row a seat, the bodies in the order of their ids, the seats of each in the document's own."""
    return [
        (
            place.name,
            body.name,
            ordinary(body.decides),
            body.quorum,
            body.quorum_number,
            body.seats_stated,
            post.order,
            post.label or role_name(post.role),
            role_name(post.role),
            post.number,
            post.number_max,
            ordinary(post.membership) if post.membership else None,
            contents.areas[post.for_area].name if post.for_area in contents.areas else None,
            ordinary(post.voting),
            ordinary(post.basis),
            post.electorate,
            post.term_years,
            post.term_limit,
            listed([standing.name(tie.organization_id) for tie in standing.behalf(post.id)]),
            listed([standing.name(tie.organization_id) for tie in standing.appointed(post.id)]),
            standing.held_by(post.id),
            ordinary(standing.state(post.id)),
            sector_name(sector),
            ""
            if sign is SectorSign.NOT_RECORDED
            else f"{ordinary(sign)} {listed([standing.name(id_) for id_ in ids])}",
            post.certainty.value,
            sources_said(standing.sitting(post.id).citations, contents.sources),
            post.id,
            body.id,
            standing.on.isoformat(),
        )
        for body in standing.register.bodies()
        for post in standing.posts_on(body.id)
        for sector, sign, ids in (sector_of(standing, post.id),)
    ]


def _because(standing: Standing, sign: SectorSign, ids: tuple[str, ...]) -> str:
    return "" if sign is SectorSign.NOT_RECORDED else f"{ordinary(sign)} {listed([standing.name(id_) for id_ in ids])}"


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    contents = await explorer.catalogue.contents()
    # A joint body is in several places, and its seats are listed once.
    found: dict[Cell, Row] = {}
    at = _HEADINGS.index("Seat id")
    for id_ in await areas_asked(explorer, asked.area):
        standing = await standing_of(explorer, id_, asked.as_at)
        rows = await explorer.aside(partial(_rows, standing, contents.areas[id_], contents))
        for row in rows:
            found.setdefault(row[at], row)
    return Table("Seats", _HEADINGS, list(found.values()))


EXPORT = Export(name="balance", summary="Every seat with its sector, as a table", takes=("area", "as_at"), make=_make)
