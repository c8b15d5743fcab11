"""Two places compared, with their names: structures, gaps and capacity, matched by classification and theme."""

from dataclasses import dataclass
from datetime import date

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.dates import when
from app.domain.english import counted, listed, ordinary
from app.domain.vocabulary import GapKind
from app.questions.capacity.ask import COLUMNS, find_capacities
from app.questions.comparing.rules import RESPECTS, Comparison, OfSort, Side, compare
from app.questions.gaps.ask import all_gaps
from app.questions.gaps.rules import RULES
from app.questions.representation.ask import Freshness, freshness
from app.reading.explorer import Explorer
from app.reading.registers import standing_of

RESPECT_NAMES = {column.attribute: column.heading for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class ToldComparison:
    """Two places on a day, and how fresh what is known of each is."""

    left: r.Area
    right: r.Area
    on: date
    comparison: Comparison
    left_fresh: Freshness
    right_fresh: Freshness

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer in sentences."""
        found = self.comparison
        said = [_ages(self), _sizes(self)]
        for here, there, rows in (
            (self.left.name, self.right.name, found.only_left),
            (self.right.name, self.left.name, found.only_right),
        ):
            if rows:
                said.append(f"Only {here} has {listed([sort_counted(row) for row in rows])}, as far as is recorded.")
            else:
                said.append(f"{here} has no sort of body that {there} lacks.")
        return tuple(said)


async def find_comparison(explorer: Explorer, left: str, right: str, on: date) -> ToldComparison:
    """Put two places next to each other on a day; UnknownId, with the nearest names, for an unknown one."""
    sides = [await _side(explorer, area, on) for area in (left, right)]
    contents = await explorer.catalogue.contents()
    ages = []
    for side in sides:
        cited = [fact.citations for fact in side.bodies] + [line.citations for line in side.standing.lines]
        cited += [post.citations for post in side.standing.posts.values()]
        ages.append(freshness(contents, {cite.source_id for cites in cited for cite in cites}))
    found = await explorer.aside(lambda: compare(sides[0], sides[1]))
    return ToldComparison(contents.areas[left], contents.areas[right], on, found, ages[0], ages[1])


async def _side(explorer: Explorer, area: str, on: date) -> Side:
    standing = await standing_of(explorer, area, AsAt(on))
    forums = await find_capacities(explorer, [area], on)
    return Side(standing, tuple(await all_gaps(explorer, standing)), forums.bodies)


def gap_name(kind: GapKind) -> str:
    """Return the heading that gaps of a kind are listed under."""
    return RULES[kind].name


def respect_name(respect: str) -> str:
    """Return the heading of a respect in which capacity is compared."""
    return RESPECT_NAMES[respect]


def sort_counted(row: OfSort) -> str:
    """Write `2 panels`, `one reference group`: the bodies of a sort that only one side has."""
    one = {"other": "body of another sort", "constituency": "group of people at large"}
    word = one.get(row.classification, ordinary(row.classification))
    number = row.left_count or row.right_count
    many = {"other": "bodies of other sorts", "constituency": "groups of people at large"}.get(row.classification)
    return counted(number, word, many)


def _ages(told: ToldComparison) -> str:
    parts = []
    for area, fresh in ((told.left, told.left_fresh), (told.right, told.right_fresh)):
        if fresh.newest:
            parts.append(f"{area.name} as recorded {when(fresh.newest)}")
        else:
            parts.append(f"{area.name}, of which nothing is recorded")
    return f"{parts[0]}, beside {parts[1]}."


def _sizes(told: ToldComparison) -> str:
    numbers = {measure.name: measure for measure in told.comparison.measures}
    bodies, seats = numbers["Bodies"], numbers["Seats"]
    left = f"{counted(bodies.left, 'body', 'bodies')} and {counted(seats.left, 'seat')}"
    right = f"{counted(bodies.right, 'body', 'bodies')} and {counted(seats.right, 'seat')}"
    return f"{told.left.name} has {left} recorded, {told.right.name} {right}."


assert set(RESPECTS) == set(RESPECT_NAMES)
