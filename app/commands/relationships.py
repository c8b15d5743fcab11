"""The command that shows the relationship map."""

from collections.abc import Sequence

from rich.text import Text

from app.commands.common import answer, area_of, day_of, out
from app.commands.documents import print_document
from app.commands.terminal import print_sentences, print_table
from app.domain.vocabulary import Dimension, Rating
from app.questions.relationships import ask as relations
from app.questions.relationships.ask import RelationshipMap, find_relationships
from app.reading.explorer import Explorer


def relationships(*, area: str, on: str, as_json: bool) -> None:
    """Print the relationship map of a place, or of all that have one."""

    async def run(explorer: Explorer) -> None:
        place = await area_of(explorer, area) if area else None
        day = day_of(on)
        if as_json:
            await print_document(explorer, "relationships", {"area": place, "on": day.isoformat()})
        else:
            _print(await find_relationships(explorer, place, day))

    answer(run, as_json=as_json)


def _print(maps: Sequence[RelationshipMap]) -> None:
    """Print relationship maps: services by dimensions, then the words of each cell."""
    if not maps:
        out.print("No relationship map is recorded.")
    for it in maps:
        print_sentences((relations.opening(it), relations.origin(it)))
        if not it.cells:
            continue
        ratings = [[service.cells.get(d) for d in Dimension] for service in it.services]
        print_table(
            ("Service", *(relations.dimension_name(dimension) for dimension in Dimension)),
            [
                (service.body.name, *(_light(cell.rating) if cell else "not recorded" for cell in row))
                for service, row in zip(it.services, ratings, strict=True)
            ],
        )
        for cell in it.cells:
            if cell.summary:
                where = f"{it.bodies[cell.organization_id].name}, {relations.dimension_name(cell.dimension).lower()}"
                out.print(Text.assemble((f"{where}: ", "bold"), cell.summary), soft_wrap=True)


def _light(rating: Rating) -> str:
    return f"{relations.LETTERS[rating]} {relations.NAMES[rating]}"
