"""Where a seat stands among the others of its body, in which tier, and how many it is, in words."""

from app.domain.family_names import by_family_name
from app.domain.folding import folded
from app.domain.records import Post, Tenure
from app.domain.vocabulary import Role, SeatMembership

_TIERS = {
    SeatMembership.FULL: "full member",
    SeatMembership.ASSOCIATE: "associate member",
    SeatMembership.INVITED: "by invitation",
    SeatMembership.AS_NEEDED: "only for items that concern it",
}
_FIRST = {Role.CHAIR: 0, Role.VICE_CHAIR: 1, Role.OBSERVER: 3}
_PLACES: dict[str, int] = {role.value: at for at, role in enumerate(Role)}


def seat_order(post: Post) -> tuple[bool, int, int, str]:
    """Return what the seats of a body are sorted by: the document's own order where it has one, else chair first."""
    return place_of_seat(post.order, post.role, post.id)


def place_of_seat(order: int | None, role: str, id_: str) -> tuple[bool, int, int, str]:
    """Return the same of a seat's place in its document, its role as the vocabulary writes it, and its id."""
    return order is None, order or 0, _PLACES[role], id_


def on_a_list(post: Post, tenure: Tenure | None) -> tuple[int, bool, tuple[str, str], tuple[bool, int, int, str]]:
    """Return what a list of members is sorted by: the chairs first, then by family name, where nobody is named last."""
    name = ("", "")
    if tenure:
        held_by = tenure.holder_name
        name = by_family_name(held_by) if tenure.holder_is_person else (folded(held_by).replace(" ", ""), "")
    return _FIRST.get(post.role, 2), tenure is None, name, seat_order(post)


def how_many(post: Post) -> str:
    """Write how many seats a post is: `1`, `6`, `4 or 5`, `3 to 8`, `up to 20`."""
    return number_said(post.number, post.number_max)


def number_said(least: int, most: int | None) -> str:
    """Write how many seats there are, at least and at most."""
    if most is None or most <= least:
        return f"{least}"
    if least == 1:
        return f"up to {most}"
    return f"{least} {'or' if most == least + 1 else 'to'} {most}"


def several_seats(post: Post) -> str:
    """Write several seats within a sentence: `the 6 seats`, `the 4 or 5 seats`, `the seats (up to 20)`."""
    said = how_many(post)
    return f"the seats ({said})" if said.startswith("up") else f"the {said} seats"


def tier(post: Post) -> str:
    """Say in which tier of its body's membership a seat is: `associate member`; empty where no source says."""
    return _TIERS[post.membership] if post.membership else ""


def is_several(post: Post) -> bool:
    """Tell whether a post is, or may be, more than one seat."""
    return max(post.number, post.number_max or 0) > 1


def body_and_say(body: str, say: str | None) -> tuple[str, str]:
    """Return what bodies with a part in a seat are sorted by: the same wherever they are read."""
    return body, say or ""


def body_and_role(body: str, role: str | None, since: str | None) -> tuple[str, str, str]:
    """Return what a person's ties to bodies are sorted by."""
    return body, role or "", since or ""
