"""The sentences of an answer, the same on the page and in the terminal."""

from app.domain.bodies import grammatical_number
from app.domain.dates import spoken
from app.domain.english import are, capitalized, listed, ordinary, role_name, with_article
from app.domain.records import Organization
from app.domain.seating import how_many, is_several, tier
from app.domain.telling import sentence
from app.domain.vocabulary import (
    Basis,
    Decision,
    Directness,
    FactStatus,
    HeldAs,
    LifecycleStatus,
    Say,
    YesNoNotRecorded,
)
from app.questions.representation.headline import opening_of
from app.questions.representation.telling import Told, ToldPost, ToldSeat

DECISIONS = {Decision.DECIDES: "takes decisions", Decision.ADVISES: "advises; others decide"}


def opening(told: Told) -> str:
    """Say the answer in one sentence: how many bodies, who is known to sit there, as recorded when."""
    return opening_of(told.who, told.answer, told.sittings, told.fresh, told.boards)


def breaks(told: Told) -> list[str]:
    """Say where the way to another group breaks, since the seat that would join them stands empty."""
    return [
        f"The way to {with_article(it.told.board.name)} breaks at the seat there for {with_article(it.origin.name)}:"
        f" {it.told.sitting.why_empty}."
        for it in told.breaks
    ]


def appoints(say: Say | None) -> str:
    """Say what part a body has in who sits in a seat: `elects`, or `elects or appoints` where no source says which."""
    return say.value if say else "elects or appoints"


def warnings(told: Told) -> list[str]:
    """Say what a reader must know before trusting the answer: its day, its age."""
    said = []
    if told.fresh.before_everything(told.answer.on) and told.fresh.earliest:
        said.append(
            f"Nothing was recorded yet on {spoken(told.answer.on.isoformat())}: the earliest source is of"
            f" {spoken(told.fresh.earliest)}. The answer gives what holds with no known start."
        )
    body = told.organization
    if body and body.status is not LifecycleStatus.ACTIVE and not told.ending:
        said.append(
            sentence(f"{with_article(body.name)} {are(grammatical_number(body))} recorded as {ordinary(body.status)}")
        )
    return said


def route(seat: ToldSeat) -> str:
    """Say how the seat speaks for the one who asked."""
    if seat.directness is Directness.DIRECT:
        return "directly"
    if seat.directness is Directness.THROUGH:
        return "through " + ", then ".join(with_article(body.name) for body in seat.via)
    groups = [with_article(body.name) for body in seat.told.on_behalf_of]
    return f"speaking for {listed(groups)}" if groups else "on nobody's recorded behalf"


def seat_name(told: ToldPost) -> str:
    """Name a seat: its label, or its role; several alike with their number."""
    name = told.post.label or role_name(told.post.role)
    return f"{name} ({how_many(told.post)} seats)" if is_several(told.post) and "seats" not in name else name


def holder(told: ToldPost) -> str:
    """Say who holds the seat."""
    return "holder not recorded" if told.is_silent else told.sitting.said


def voting(told: ToldPost) -> str:
    """Say whether the seat votes."""
    return {
        YesNoNotRecorded.YES: "voting",
        YesNoNotRecorded.NO: "not voting",
        YesNoNotRecorded.NOT_RECORDED: "voting not recorded",
    }[told.post.voting]


def basis(told: ToldPost) -> str:
    """Say how the seat is filled, and by whom."""
    by = chosen_by(told)
    if told.post.basis is Basis.NOT_RECORDED:
        return by or "how it is filled is not recorded"
    said = ordinary(told.post.basis)
    if by.startswith(("chosen by", f"{said} by")):
        return f"{said}{by[by.index(' by') :]}"
    return f"{said}; {by}" if by else said


_SAID = {Say.ELECTS: "elected", Say.APPOINTS: "appointed", Say.NOMINATES: "nominated", Say.RATIFIES: "ratified"}


def chosen_by(told: ToldPost) -> str:
    """Say who has which part in who sits there: `elected by the Carers Forum and ratified by the Board`; or nothing."""
    parts = []
    for say in (None, *Say):
        by = [with_article(body.name) for its, body in told.says if its is say]
        if by:
            parts.append(f"{_SAID[say] if say else 'chosen'} by {listed(by)}")
    return listed(parts)


def basis_short(told: ToldPost) -> str:
    """Say how the seat is filled, where a heading asks already."""
    unknown = told.post.basis is Basis.NOT_RECORDED and not told.appointed_by
    return "not recorded" if unknown else basis(told)


def held_as(told: ToldPost) -> str:
    """Say how several holders have the seat together; empty where no source says."""
    return _HELD_AS[told.post.held_as] if told.post.held_as else ""


_HELD_AS = {
    HeldAs.ONE: "by one person at a time",
    HeldAs.JOINTLY: "jointly: a shared seat with one vote",
    HeldAs.EITHER: "by any one of those named, whoever comes",
    HeldAs.IN_TURN: "in turn",
}


def remarks(told: ToldPost) -> list[str]:
    """Say what else matters of a seat: proposed, not taken up, doubtful."""
    said = []
    if told.post.status is FactStatus.PROPOSED:
        said.append("only proposed")
    if told.post.membership:
        said.append(tier(told.post))
    if told.post.taken_up is YesNoNotRecorded.NO:
        said.append("the place is not taken up")
    if told.post.certainty != "stated":
        said.append("our reading of the source" if told.post.certainty == "inferred" else "the source is ambiguous")
    return said


def decision(board: Organization) -> str:
    """Say whether a body decides or advises; empty where no source says."""
    return DECISIONS.get(board.decides, "")


def upwards(seat: ToldSeat) -> str:
    """Say where the voice can travel from the board."""
    if not seat.higher:
        return ""
    higher = listed([with_article(body.name) for body in seat.higher])
    return f"{capitalized(with_article(seat.told.board.name))} leads up to {higher}"
