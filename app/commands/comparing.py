"""The command that puts two places next to each other."""

from app.commands.common import answer, area_of, day_of
from app.commands.documents import print_document
from app.commands.terminal import print_sentences, print_table
from app.domain.english import ordinary
from app.questions.comparing import ask as beside
from app.questions.comparing.ask import ToldComparison, find_comparison
from app.reading.explorer import Explorer


def compare(left: str, right: str, *, on: str, as_json: bool) -> None:
    """Print two places next to each other."""

    async def run(explorer: Explorer) -> None:
        sides = [await area_of(explorer, area) for area in (left, right)]
        day = day_of(on)
        if as_json:
            asked = {"left": sides[0], "right": sides[1], "on": day.isoformat()}
            await print_document(explorer, "comparing", asked)
        else:
            _print(await find_comparison(explorer, sides[0], sides[1], day))

    answer(run, as_json=as_json)


def _print(told: ToldComparison) -> None:
    """Print two places next to each other."""
    print_sentences(told.sentences)
    found, names = told.comparison, (told.left.name, told.right.name)
    print_table(("Number of", *names), [(row.name, row.left, row.right) for row in found.measures])
    print_table(
        ("Sort of body", *names),
        [(ordinary(row.classification), row.left_count, row.right_count) for row in found.sorts],
    )
    print_table(("Theme", *names), [(row.name, row.left_count, row.right_count) for row in found.themes])
    print_table(("Gaps", *names), [(beside.gap_name(row.kind), row.left, row.right) for row in found.gaps])
    print_table(
        ("Forums with this recorded", *names),
        [
            (beside.respect_name(row.respect), f"{row.left} of {row.left_of}", f"{row.right} of {row.right_of}")
            for row in found.capacity
        ],
    )
