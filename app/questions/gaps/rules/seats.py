"""Gaps in seats: not taken up, vacant, or with nobody recorded in them or behind them."""

from collections.abc import Iterator

from app.domain.bodies import is_a_board, is_there, of_the_sector
from app.domain.counting import count_seats
from app.domain.dates import spoken
from app.domain.english import agree, counted, figure, listed
from app.domain.records import Organization
from app.domain.seats import facts_of, speaks_for
from app.domain.standing import Standing
from app.domain.telling import all_called, called, cited, least_certain, seat_called, seat_is, sentence
from app.domain.terms import unfollowed_terms
from app.domain.vocabulary import Certainty, Classification, GapKind, LineType, PostState, YesNoNotRecorded
from app.questions.gaps.rules.finding import Gap, rule


@rule(GapKind.NO_SECTOR_SEAT, "Boards without a seat for the sector")
def no_sector_seat(standing: Standing) -> Iterator[Gap]:
    """Boards, committees and sub-groups have seats or members recorded here, and none for the sector.

    Nothing on them is for, or held by, a voluntary, community or faith group or people at large; the sector's own
    boards, those only proposed or disbanded, and those of which nobody is recorded are left out.
    """
    members: dict[str, list[str]] = {}
    for line in standing.lines:
        if line.type is LineType.MEMBER_OF:
            members.setdefault(line.to_id, []).append(line.from_id)
    for body in standing.register.bodies():
        posts, joined = standing.posts_on(body.id), members.get(body.id, [])
        if not _expects_a_seat(body) or of_the_sector(body) or not is_there(body, standing.as_at):
            continue
        sides = {post.id: speaks_for(standing, post) for post in posts}
        groups = [*joined, *(id_ for side in sides.values() for id_ in side)]
        if not (posts or joined) or any(of_the_sector(standing.organizations.get(id_)) for id_ in groups):
            continue
        number, unknown = count_seats(posts), count_seats(post for post in posts if not sides[post.id])
        has = [counted(number, "seat")] if posts else []
        has += [counted(len(set(joined)), "member body", "member bodies")] if joined else []
        unsaid = f"{figure(unknown)} of the seats {agree(unknown, 'speaks', 'speak')}"
        unsaid = unsaid if unknown < number else agree(number, "it speaks", "they speak")
        doubt = f"; for whom {unsaid} is not recorded" if unknown else ""
        facts = [body, *(fact for post in posts for fact in facts_of(standing, post))]
        facts += [line for line in standing.lines_to(body.id) if line.type is LineType.MEMBER_OF]
        yield Gap(
            GapKind.NO_SECTOR_SEAT,
            body.id,
            "Organization",
            body.id,
            sentence(
                f"{called(standing, body.id)} has {listed(has)} recorded, and none for a voluntary, community or"
                f" faith group{doubt}"
            ),
            cited(facts),
            least_certain(facts, Certainty.UNCERTAIN if unknown else Certainty.INFERRED),
            "A seat for the sector, or a record of one that is already there.",
        )


def _expects_a_seat(body: Organization) -> bool:
    """Tell whether the sector is expected to have a seat on a body: a board, or a sub-group that works for one."""
    return is_a_board(body) or body.classification is Classification.SUB_GROUP


@rule(GapKind.SEAT_NOT_TAKEN_UP, "Seats not taken up")
def not_taken_up(standing: Standing) -> Iterator[Gap]:
    """Nobody comes to sit in these seats, which exist, as a source says.

    The seat is still there: those it is for may take it up.
    """
    for post in standing.posts.values():
        if standing.state(post.id) is PostState.NOT_TAKEN_UP:
            facts = facts_of(standing, post)
            yield Gap(
                GapKind.SEAT_NOT_TAKEN_UP,
                post.id,
                "Post",
                post.organization_id,
                sentence(f"{seat_called(standing, post)} {seat_is(post)} recorded as not taken up"),
                cited(facts),
                least_certain(facts),
                "Somebody who comes to the seat, or the seat's passing to another group.",
            )


@rule(GapKind.VACANT_POST, "Vacant seats")
def vacant(standing: Standing) -> Iterator[Gap]:
    """Nobody holds these seats: a source records them, or the office whose holder fills them, as vacant.

    They are told apart from seats of which no source says who holds them.
    """
    for post in standing.posts.values():
        if standing.state(post.id) is PostState.VACANT:
            facts = facts_of(standing, post)
            own = post.vacant is YesNoNotRecorded.YES or post.vacant_since
            since = f" since {spoken(post.vacant_since)}" if post.vacant_since else ""
            last = standing.sitting(post.id).last_held_by
            since += ("" if own else ", as is the office that fills it") + (f"; it was held by {last}" if last else "")
            yield Gap(
                GapKind.VACANT_POST,
                post.id,
                "Post",
                post.organization_id,
                sentence(f"{seat_called(standing, post)} {seat_is(post)} recorded as vacant{since}"),
                cited(facts),
                least_certain(facts),
                "Somebody elected or appointed to the seat.",
            )


@rule(GapKind.HOLDER_NOT_RECORDED, "Seats whose holder is not recorded")
def holder_not_recorded(standing: Standing) -> Iterator[Gap]:
    """Nobody is recorded in these seats, by name, body or office, and no source calls them vacant or not taken up.

    This is silence, and no sign that a seat is empty.
    """
    once_held = {term.post.id for term in unfollowed_terms(standing)}
    for post in standing.posts.values():
        if standing.state(post.id) is not PostState.HOLDER_NOT_RECORDED or post.id in once_held:
            continue
        other = [standing.posts[filling.post_id].organization_id for filling in standing.filled_by(post.id)]
        also = f"; its holder also sits on {all_called(standing, dict.fromkeys(other))}" if other else ""
        yield Gap(
            GapKind.HOLDER_NOT_RECORDED,
            post.id,
            "Post",
            post.organization_id,
            sentence(f"who holds {seat_called(standing, post)} is not recorded{also}"),
            post.citations,
            post.certainty,
            "The holder's name, with a source.",
        )


SEAT_RULES = (no_sector_seat, not_taken_up, vacant, holder_not_recorded)
