"""What is said of the seats that carry a voice one step: how many there are, who is in them, and how sure that is."""

from collections.abc import Sequence

from app.domain import records as r
from app.domain.bodies import grammatical_number
from app.domain.english import agree, figure, listed, with_article
from app.domain.seat_state import is_deputy
from app.domain.seating import number_said
from app.domain.vocabulary import Certainty, FactStatus, PostState
from app.questions.representation.telling import ToldPost
from app.questions.routes.ask import Passage
from app.questions.routes.rules import Link

PERHAPS = "perhaps "
_MOST_NAMED = 2
"""A drawing names no more of those who sit there."""


def sits(link: Link, carrier: Passage, here: r.Organization, there: r.Organization, seats: Sequence[ToldPost]) -> str:
    """Say in a clause how one body comes to sit on another; `seats` are those it has there, the best one first."""
    mine, theirs, seat = with_article(here.name), with_article(there.name), seats[0]
    unnamed = seat.state is PostState.HOLDER_NOT_RECORDED and not seat.tenures
    who = carrier.person_name or ("somebody not named" if unnamed else seat.held_by)
    who, perhaps = f"{who}," if ", " in who else who, _perhaps(here, carrier, seats)
    if link.sideways:
        spoken_for = [with_article(body.name) for body in seat.on_behalf_of if body.id != here.id]
        there_for = f", there for {listed(spoken_for)}" if spoken_for else ""
        return f"{who} {perhaps}sits on both {mine} and {theirs}{there_for}{proposed(seat.post.status)}"
    if carrier.own_post_id:
        return f"{who} {perhaps}sits on {theirs} by that office{proposed(seat.post.status)}"
    own = any(tenure.holder_id == here.id for tenure in seat.tenures)
    verb = agree(grammatical_number(here), "holds" if own else "has", "hold" if own else "have")
    said = f"{mine} {perhaps}{verb} {_number(seats) or 'a seat'} on {theirs}"
    return f"{said}{'' if own else _held(seats)}{proposed(seat.post.status)}"


def sits_shortly(link: Link, carrier: Passage, here: r.Organization, seats: Sequence[ToldPost]) -> str:
    """Say the same in two or three words, for a drawing."""
    seat = seats[0]
    number = sum(told.post.number for told in seats)
    doubt, names = _who([it.holder_said for told in seats for it in told.tenures][:_MOST_NAMED], number)
    who, perhaps = carrier.person_name or names, _perhaps(here, carrier, seats)
    if link.sideways:
        return f"{who or 'one person'} {perhaps}sits on both"
    name = _number(seats) or ("a seat" if perhaps else "seat")
    doubt = "" if perhaps else doubt
    return f"{perhaps}{name}: {doubt}{who or 'no name recorded'}{proposed(seat.post.status)}"


def proposed(status: FactStatus) -> str:
    """Say, after a fact, that it is only proposed."""
    return " (only proposed)" if status is FactStatus.PROPOSED else ""


def doubted(certainty: Certainty) -> str:
    """Say, before a verb, that the source leaves a doubt."""
    return PERHAPS if certainty is Certainty.UNCERTAIN else ""


def _perhaps(here: r.Organization, carrier: Passage, seats: Sequence[ToldPost]) -> str:
    """Say `perhaps` where a source leaves it open whether the body has a seat there, or who is named sits in it."""
    theirs = {here.id} if carrier.person_name is None else {carrier.person_name}
    held = [it for told in seats for it in told.tenures if {it.holder_id, it.holder_name} & theirs]
    facts = [*(told.post.certainty for told in seats), *(it.certainty for it in held)]
    sure = [it for it in facts if it is not Certainty.UNCERTAIN]
    is_sure = len(sure) == len(facts) if held else bool(sure)
    return "" if is_sure else PERHAPS


def _number(seats: Sequence[ToldPost]) -> str:
    """Write how many there are: `2 seats`, `4 or 5 seats`; empty for a single one."""
    least = sum(told.post.number for told in seats)
    most = sum(max(told.post.number, told.post.number_max or 0) for told in seats)
    return "" if most == 1 else f"{number_said(least, most)} seats"


def _held(seats: Sequence[ToldPost]) -> str:
    """Say who is in them, and of several in how many of them."""
    number = sum(told.post.number for told in seats)
    held = [told for told in seats if told.state is not PostState.HOLDER_NOT_RECORDED]
    if not held:
        last = next((told.sitting.last_held_by for told in seats if told.sitting.last_held_by), "")
        said = ", holder not recorded" if number == 1 else ", their holders not recorded"
        return f"{said}{f' since {last}' if last else ''}"
    names = [name for told in held for name in (told.sitting.names or (told.held_by,))]
    in_them = [it for told in held for it in told.tenures if not is_deputy(it)]
    known = max(len(in_them), len(held))
    some = "" if number == 1 or known >= number else f"{figure(known)} of them "
    perhaps, said = _who(names, number)
    return f", {some}{perhaps}held by {said}"


def _who(names: Sequence[str], number: int) -> tuple[str, str]:
    """List those who sit in so many seats, and apart from that the doubt that all of them share."""
    perhaps = PERHAPS if names and all(name.startswith(PERHAPS) for name in names) else ""
    names = [*dict.fromkeys(name.removeprefix(perhaps) for name in names)]
    # Of two who may hold one seat, it is the one or the other.
    last = "or" if perhaps and number < len(names) else "and"
    return perhaps, listed([f"{name}," if ", " in name else name for name in names[:-1]] + names[-1:], last)
