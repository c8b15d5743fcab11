"""The seats on a body, counted in a sentence."""

from collections.abc import Sequence

from app.domain.english import counted, listed
from app.domain.vocabulary import YesNoNotRecorded as YesNo
from app.questions.representation.telling import ToldPost


def is_unnamed(told: ToldPost) -> bool:
    """Tell whether somebody is known to be in the seat, but nobody is named."""
    return told.post.taken_up is YesNo.YES and told.is_silent


def seat_count(seats: Sequence[ToldPost]) -> str:
    """Say how many seats there are, how they vote, and how many stand empty."""
    if not seats:
        return "No seat on it is recorded."
    votes = {vote: sum(told.post.number for told in seats if told.post.voting is vote) for vote in YesNo}
    parts = [
        text
        for vote, text in (
            (YesNo.YES, f"{votes[YesNo.YES]} with a vote"),
            (YesNo.NO, f"{votes[YesNo.NO]} without a vote"),
        )
        if votes[vote]
    ]
    if votes[YesNo.NOT_RECORDED]:
        rest = f"for {votes[YesNo.NOT_RECORDED]} no source says" if parts else "no source says which of them vote"
        parts.append(rest)
    said = f"{counted(sum(votes.values()), 'seat').capitalize()}: {listed(parts)}."
    empty = [
        text
        for number, text in (
            (sum(told.post.number for told in seats if told.vacant), "vacant"),
            (sum(told.post.number for told in seats if told.not_taken_up), "not taken up"),
        )
        if number
        for text in [f"{number} {'is' if number == 1 else 'are'} {text}"]
    ]
    return f"{said} {listed(empty)[:1].upper()}{listed(empty)[1:]}." if empty else said
