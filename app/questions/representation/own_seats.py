"""Who sits on a body, in a sentence: what whoever asks for a board by its name wants to know before all else."""

from collections.abc import Sequence

from app.domain.as_at import AsAt
from app.domain.bodies import grammatical_number, is_a_board
from app.domain.counting import count_seats, counts_as_a_seat
from app.domain.english import agree, and_more, as_recorded, counted, listed, role_name, with_article
from app.domain.records import Organization
from app.domain.seat_state import is_deputy
from app.domain.seating import on_a_list
from app.domain.vocabulary import PostState, Role
from app.questions.representation import words
from app.questions.representation.ask import freshness
from app.questions.representation.telling import Told, ToldPost, tell_posts
from app.reading.explorer import Explorer

MOST = 6
"""Seats that a sentence tells of one by one; the list of members has all."""
_OFFICES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY, Role.OBSERVER})
"""The roles that are said beside a name."""


async def own_seats(explorer: Explorer, body: Organization | None, as_at: AsAt) -> str:
    """Say how many seats a body has and who is in them; empty where none is recorded, and for people at large."""
    if body is None:
        return ""
    posts = (await explorer.reader.posts_on([body.id], as_at)).get(body.id, [])
    seats = [post for post in posts if counts_as_a_seat(post, body.classification)]
    if not seats:
        return ""
    told = await tell_posts(explorer, seats, as_at)
    cited = {cite.source_id for post in seats for cite in post.citations}
    fresh = freshness(await explorer.catalogue.contents(), cited)
    return as_recorded(
        fresh.newest, who_sits(body, sorted((told[post.id] for post in seats if post.id in told), key=_in_order))
    )


def comes_first(told: Told, own: str) -> bool:
    """Tell whether an answer begins with who sits on the body: of a board, and where nothing speaks for it elsewhere.

    A forum is asked about for where it is heard, though it has a chair.
    """
    return bool(own) and told.organization is not None and (is_a_board(told.organization) or not told.seats)


def said_first(told: Told, own: str) -> list[str]:
    """Return what an answer says at its head, who sits on the body and where it is heard, in their order."""
    heard = words.opening(told)
    if not comes_first(told, own):
        return [heard, own] if own else [heard]
    return [own, heard if told.seats else "No seat elsewhere is recorded that speaks for it."]


def who_sits(body: Organization, seats: Sequence[ToldPost]) -> str:
    """Say how many seats a body has, and who is in each of the first of them."""
    parts = [_in_it(told) for told in seats[:MOST]]
    rest = count_seats(told.post for told in seats[MOST:])
    parts += [and_more(rest)] if rest else []
    number = counted(count_seats(told.post for told in seats), "seat")
    has = agree(grammatical_number(body), "has", "have")
    return f"{with_article(body.name)} {has} {number}: {'; '.join(parts)}."


def _in_it(told: ToldPost) -> str:
    state = told.state
    held = [tenure.holder_said for tenure in told.tenures if not is_deputy(tenure)]
    if state is PostState.FILLED and held:
        return f"{listed(held)} ({role_name(told.post.role)})" if told.post.role in _OFFICES else listed(held)
    if state is PostState.BY_OFFICE:
        return f"the {told.sitting.office} (name not recorded)"
    if state is PostState.TERM_OVER:
        return told.held_by
    said = {PostState.VACANT: "vacant", PostState.NOT_TAKEN_UP: "not taken up"}.get(state, "name not recorded")
    return f"{_called(told)} ({said})"


def _called(told: ToldPost) -> str:
    if told.post.label:
        return f"“{words.seat_name(told)}”"
    if told.on_behalf_of:
        return f"the seat for {listed([with_article(body.name) for body in told.on_behalf_of])}"
    return f"the {role_name(told.post.role)}" if told.post.role in _OFFICES else "a seat"


def _in_order(told: ToldPost) -> tuple[object, ...]:
    """Return what the seats are sorted by, as in the list of members: a shared one by the first of its holders."""
    held = [tenure for tenure in told.tenures if not is_deputy(tenure)]
    return min((on_a_list(told.post, tenure) for tenure in held), default=on_a_list(told.post, None))
