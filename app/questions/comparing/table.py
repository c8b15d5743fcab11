"""The same as a table to keep: a row for each number that is compared."""

from collections.abc import Iterator

from app.domain.english import capitalized, ordinary
from app.domain.records import Organization
from app.exchange.tables import Cell, Table
from app.questions.comparing.ask import ToldComparison, find_comparison, gap_name, respect_name
from app.questions.exporting import Export, TableAsked
from app.reading.explorer import Explorer

_TITLE = "Comparison"
_HEADINGS = (
    "Compared",
    "What",
    "One place",
    "Its number",
    "Its bodies",
    "Beside",
    "Number there",
    "Bodies there",
    "As at",
)


def _table(told: ToldComparison) -> Table:
    return Table(_TITLE, _HEADINGS, list(_rows(told)))


def _rows(told: ToldComparison) -> Iterator[tuple[Cell, ...]]:
    found = told.comparison

    def row(
        compared: str, what: str, numbers: tuple[Cell, Cell], left: str | None = None, right: str | None = None
    ) -> tuple[Cell, ...]:
        one, other = numbers
        return compared, what, told.left.name, one, left, told.right.name, other, right, told.on.isoformat()

    for measure in found.measures:
        yield row("In numbers", measure.name, (measure.left, measure.right))
    for sort in found.sorts:
        what = capitalized(ordinary(sort.classification))
        yield row("Sorts of body", what, (sort.left_count, sort.right_count), _names(sort.left), _names(sort.right))
    for theme in found.themes:
        numbers = (theme.left_count, theme.right_count)
        yield row("Themes", theme.name, numbers, _names(theme.left), _names(theme.right))
    for gap in found.gaps:
        yield row("Gaps", gap_name(gap.kind), (gap.left, gap.right))
    for each in found.capacity:
        said = (f"{each.left} of {each.left_of}", f"{each.right} of {each.right_of}")
        yield row("Capacity", respect_name(each.respect), said)


def _names(bodies: tuple[Organization, ...]) -> str:
    return "; ".join(body.name for body in bodies)


async def _make(explorer: Explorer, asked: TableAsked) -> Table:
    left, right = asked.sides
    if not left or not right:
        return Table(_TITLE, _HEADINGS, [])
    return _table(await find_comparison(explorer, left, right, asked.as_at.on))


EXPORT = Export(
    name="compare",
    summary="Two places next to each other, as a table",
    takes=("sides", "on"),
    make=_make,
)
