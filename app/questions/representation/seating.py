"""The seats on a body, counted in a sentence."""

from collections.abc import Mapping, Sequence

from app.domain.english import are, capitalized, counted, figure, listed
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
    whole = sum(votes.values())
    said = f"{capitalized(counted(whole, 'seat'))}{_with_votes(votes, whole)}."
    numbers = (
        (sum(told.post.number for told in seats if told.vacant), "vacant"),
        (sum(told.post.number for told in seats if told.not_taken_up), "not taken up"),
    )
    alone = "it" if whole == 1 else "all"
    empty = [
        f"{alone if number == whole else figure(number)} {are(number)} {text}" for number, text in numbers if number
    ]
    return f"{said} {capitalized(listed(empty))}." if empty else said


def _with_votes(votes: Mapping[YesNo, int], whole: int) -> str:
    """Say, after the number of seats, how many of them vote; of all alike, that they do or do not."""
    if votes[YesNo.YES] == whole:
        return " with a vote" if whole == 1 else ", all with a vote"
    if votes[YesNo.NO] == whole:
        return " without a vote" if whole == 1 else ", none with a vote"
    if votes[YesNo.NOT_RECORDED] == whole:
        return f"; no source says {'whether it has a vote' if whole == 1 else 'which of them vote'}"
    parts = (
        (votes[YesNo.YES], f"{figure(votes[YesNo.YES])} with a vote"),
        (votes[YesNo.NO], f"{figure(votes[YesNo.NO])} without a vote"),
        (votes[YesNo.NOT_RECORDED], f"for {figure(votes[YesNo.NOT_RECORDED])} no source says"),
    )
    return f": {listed([text for number, text in parts if number])}"
