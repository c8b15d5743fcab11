"""Saved questions about what is missing."""

from app.domain.saved_question import Parameter
from app.domain.vocabulary import GapKind
from app.exchange.problems import nearest
from app.questions.gaps.ask import ALL_KINDS, find_gaps_of
from app.questions.saved_questions.answering.base import PLACE, Answered, Answering, Asked, Item


async def _gaps(asked: Asked) -> Answered:
    """List the gaps of a place, of the kinds that the question is about."""
    area, kinds = asked.given["area"], _kinds(asked.given.get("kinds", ""))
    found = await find_gaps_of(asked.explorer, area, kinds or ALL_KINDS, asked.as_at)
    items = tuple(Item(it.explanation, it.gap.subject_id, it.address) for it in found.findings)
    only = "".join(f"&kind={kind.value}" for kind in kinds)
    return Answered(found.sentence, items, f"/gaps?area={area}{only}")


def _kinds(text: str) -> list[GapKind]:
    return [GapKind(word) for word in text.split()]


def _check_kinds(text: str) -> str | None:
    for word in text.split():
        if word not in list(GapKind):
            near = nearest(word, [kind.value for kind in GapKind])
            return f"'{word}' is not a kind of gap" + (f" (did you mean {near}?)" if near else "")
    return None


GAPS = {"gaps": Answering({"area": PLACE, "kinds": Parameter(frozenset(), False, _check_kinds)}, _gaps)}
"""What answers questions about gaps, by the name that files use."""
