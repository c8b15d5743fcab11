"""The commands that answer with a table: who is on a body, capacity, the relationship map, two places compared."""

from collections.abc import Sequence

from app.commands import tables_json as json
from app.commands import tables_told as told
from app.commands.running import answer, day_of, out, print_json
from app.domain.as_at import AsAt
from app.errors import UnknownId
from app.questions.balance.ask import body_meant, find_balance
from app.questions.capacity.ask import find_capacities
from app.questions.comparing.ask import find_comparison
from app.questions.relationships.ask import find_relationships
from app.reading.explorer import Explorer
from app.reading.search import nearest


def balance(name: str, *, on: str, area: str, proposed: bool, as_json: bool) -> None:
    """Print who is on a body."""

    async def run(explorer: Explorer) -> None:
        of = await body_meant(explorer, name, area)
        found = await find_balance(explorer, of, AsAt(day_of(on), proposed))
        if as_json:
            print_json(json.balance_json(found))
        else:
            told.print_balance(out, found)

    answer(run, as_json=as_json)


def capacity(*, areas: Sequence[str], sort: str, as_json: bool) -> None:
    """Print the forums of places side by side."""

    async def run(explorer: Explorer) -> None:
        found = await find_capacities(explorer, [await _area(explorer, area) for area in areas], sort=sort)
        if as_json:
            print_json(json.capacities_json(found))
        else:
            told.print_capacities(out, found)

    answer(run, as_json=as_json)


def relationships(*, area: str, on: str, as_json: bool) -> None:
    """Print the relationship map of a place, or of all that have one."""

    async def run(explorer: Explorer) -> None:
        id_ = await _area(explorer, area) if area else None
        maps = await find_relationships(explorer, id_, day_of(on))
        if as_json:
            print_json(json.relationships_json(maps))
        else:
            told.print_relationships(out, maps)

    answer(run, as_json=as_json)


def compare(left: str, right: str, *, on: str, as_json: bool) -> None:
    """Print two places next to each other."""

    async def run(explorer: Explorer) -> None:
        sides = [await _area(explorer, area) for area in (left, right)]
        found = await find_comparison(explorer, sides[0], sides[1], day_of(on))
        if as_json:
            print_json(json.comparison_json(found))
        else:
            told.print_comparison(out, found)

    answer(run, as_json=as_json)


async def _area(explorer: Explorer, text: str) -> str:
    """Find the place that somebody means by its id or its whole name."""
    areas = (await explorer.catalogue.contents()).areas
    for area in areas.values():
        if text == area.id or text.casefold() == area.name.casefold():
            return area.id
    near = [(name.id, name.name) for name in await nearest(explorer.catalogue, text)]
    raise UnknownId(f"No place has the id '{text[:120]}'.", near)
