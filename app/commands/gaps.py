"""The command that lists gaps."""

from collections.abc import Sequence

from app.commands.running import answer, day_of, out, print_json
from app.domain.as_at import AsAt
from app.domain.vocabulary import GapKind
from app.errors import BadInput
from app.exchange.problems import nearest
from app.questions.gaps.ask import ALL_KINDS, find_gaps_of
from app.questions.gaps.words import gaps_json, print_gaps
from app.reading.explorer import Explorer


def gaps(*, area: str, kinds: Sequence[str], on: str, proposed: bool, as_json: bool) -> None:
    """Print the gaps of a place, or of all, by body."""

    async def run(explorer: Explorer) -> None:
        wanted = [_kind(text) for text in kinds]
        found = await find_gaps_of(explorer, area or None, wanted, AsAt(day_of(on), proposed))
        contents = await explorer.catalogue.contents()
        if as_json:
            print_json(gaps_json(found, contents))
        else:
            print_gaps(out, found, contents)

    answer(run, as_json=as_json)


def _kind(text: str) -> GapKind:
    try:
        return GapKind(text.lower().replace("-", "_"))
    except ValueError:
        near = nearest(text.lower(), [kind.value for kind in ALL_KINDS])
        meant = f"did you mean {near}?" if near else f"expected one of {', '.join(ALL_KINDS)}."
        raise BadInput(f"--kind {text}: {meant}") from None
