"""Doubts about seats: who holds them when, and when they are there."""

from collections.abc import Iterator

from app.domain.counting import is_of_a_seat
from app.domain.facts import Link, Value
from app.domain.vocabulary import Classification, Role
from app.exchange.doubts.seen import Doubt, Said, Seen, apart, before, outside, time_of

_TOGETHER = frozenset({"jointly", "either", "in_turn"})
"""Ways in which several may hold one seat."""


def held_and_vacant(seen: Seen) -> Iterator[Doubt]:
    """Find a seat with a holder of the time in which it is recorded as vacant."""
    for link in seen.of("HOLDS"):
        post, said = seen.node(link.to_id), link.properties
        since = post.get("vacantSince")
        if not since and post.get("vacant") != "yes":
            continue
        if said.get("capacity", "substantive") != "substantive" or _begins_after(said, since) or _ends_by(said, since):
            continue
        vacant = f"vacant since {since}" if since else "vacant"
        if spot := seen.spot(link):
            yield Doubt(
                spot,
                f"{seen.named(link.from_id)} holds this seat {time_of(said)}, and it is {vacant}",
                seen.spot(link.to_id),
            )


def _begins_after(said: Said, vacant_since: object) -> bool:
    """Tell whether a holder may have come after the seat fell vacant, which ends that."""
    since = said.get("since")
    return bool(since and vacant_since) and not before(since, str(vacant_since))


def _ends_by(said: Said, vacant_since: object) -> bool:
    """Tell whether a holder may have left by the time the seat fell vacant; without such a time, any end is before."""
    until = _end(said)
    return bool(until) and (not vacant_since or not before(str(vacant_since), until))


def _end(said: Said) -> Value:
    """Return when a holder left, or was due to: whoever comes after a term's end follows."""
    return said.get("until") or said.get("termEnds")


def _tenure(link: Link) -> Said:
    return {"since": link.properties.get("since"), "until": _end(link.properties)}


def several_holders(seen: Seen) -> Iterator[Doubt]:
    """Find more substantive holders at once than there are seats, and nothing that says how they share them."""
    by_seat: dict[tuple[str, str], list[Link]] = {}
    for link in seen.of("HOLDS"):
        if link.properties.get("capacity", "substantive") == "substantive":
            by_seat.setdefault((link.to_id, seen.label(link.from_id)), []).append(link)
    for (post, _), holders in by_seat.items():
        if len(holders) < 2:
            continue
        said = seen.node(post)
        seats = max(int(str(said.get("number") or 1)), int(str(said.get("numberMax") or 1)))
        if not said or said.get("heldAs") in _TOGETHER or len(holders) <= seats:
            continue
        if found := _too_many_at_once(holders, seats):
            (one, other), spot = found, seen.spot(found[1])
            if spot:
                yield Doubt(
                    spot,
                    f"{seen.named(other.from_id)} holds this seat {time_of(other.properties)}, while"
                    f" {seen.named(one.from_id)} holds it {time_of(one.properties)};"
                    " if they share it, 'heldAs' says how",
                    seen.spot(one),
                )


def _too_many_at_once(holders: list[Link], seats: int) -> tuple[Link, Link] | None:
    """Return a holder who comes while all seats are taken, after one of those in them; the first that is found."""
    ordered = sorted(holders, key=lambda link: str(link.properties.get("since") or ""))
    there: list[Link] = []
    for link in ordered:
        there = [other for other in there if not apart(_tenure(other), _tenure(link))]
        if len(there) >= seats:
            return there[0], link
        there.append(link)
    return None


def outside_the_seat(seen: Seen) -> Iterator[Doubt]:
    """Find a tenure that begins or ends outside the time of its seat."""
    for link in seen.of("HOLDS"):
        post = seen.node(link.to_id)
        if outside(link.properties, post) and (spot := seen.spot(link)):
            held = f"{seen.named(link.from_id)} holds this seat {time_of(link.properties)}"
            says = f"{held}, and the seat is there {time_of(post)}"
            yield Doubt(spot, says, seen.spot(link.to_id))


def outside_the_body(seen: Seen) -> Iterator[Doubt]:
    """Find a seat that is there outside the time of its body."""
    for link in seen.of("POST_IN"):
        post, body = seen.node(link.from_id), seen.node(link.to_id)
        if outside(post, body) and (spot := seen.spot(link.from_id)):
            says = f"this seat is there {time_of(post)}, and {seen.named(link.to_id)} {time_of(body)}"
            yield Doubt(spot, says, seen.spot(link.to_id))


def _is_seat(post: Said, body: Said) -> bool:
    role, sort = post.get("role"), body.get("classification")
    return is_of_a_seat(Role(str(role)) if role else None, Classification(str(sort)) if sort else None)


def not_as_many_as_stated(seen: Seen) -> Iterator[Doubt]:
    """Find a body with more or fewer seats than its source says it has."""
    stated_by = {id_: said for id_, said in seen.nodes.items() if said.get("seatsStated") is not None}
    stated = {id_: said["seatsStated"] for id_, said in stated_by.items()}
    least, most = dict.fromkeys(stated, 0), dict.fromkeys(stated, 0)
    first: dict[str, str] = {}
    for link in seen.of("POST_IN") if stated else ():
        post = seen.node(link.from_id)
        if link.to_id in stated and post and not post.get("until") and _is_seat(post, stated_by[link.to_id]):
            number = int(str(post.get("number") or 1))
            first.setdefault(link.to_id, link.from_id)
            least[link.to_id] += number
            most[link.to_id] += max(number, int(str(post.get("numberMax") or 0)))
    for id_, said in stated.items():
        if not least[id_] <= int(str(said)) <= most[id_] and (spot := seen.spot(id_)):
            entered = f"{least[id_]}" if least[id_] == most[id_] else f"{least[id_]} to {most[id_]}"
            is_or_are = "is" if entered == "1" else "are"
            yield Doubt(
                spot, f"seatsStated is {said}, and {entered} {is_or_are} entered", seen.spot(first.get(id_, ""))
            )
