"""Doubts about bodies, their lines and their meetings."""

from collections.abc import Iterator

from app.domain.facts import Link
from app.domain.vocabulary import LineType
from app.exchange.coherence import circles
from app.exchange.doubts.seen import Doubt, Seen, apart, before, time_of

_UP = ("REPORTS_TO", "SUB_GROUP_OF")
_THERE = frozenset({"present", "deputising", "guest", "in_attendance"})
_MOST_NAMED = 6


def after_the_end(seen: Seen) -> Iterator[Doubt]:
    """Find a meeting of a body that has ended."""
    for link in seen.of("MEETING_OF"):
        held, ended = seen.node(link.from_id).get("since"), seen.node(link.to_id).get("until")
        if before(ended, held) and (spot := seen.spot(link.from_id)):
            yield Doubt(
                spot, f"this meeting is of {held}, and {seen.named(link.to_id)} ended in {ended}", seen.spot(link.to_id)
            )


def due_before_the_meeting(seen: Seen) -> Iterator[Doubt]:
    """Find an action that was due before the meeting it arises from."""
    for link in seen.of("ARISING_FROM"):
        due, held = seen.node(link.from_id).get("due"), seen.node(link.to_id).get("since")
        if before(due, held) and (spot := seen.spot(link.from_id)):
            yield Doubt(
                spot, f"this was due in {due}, and the meeting it arises from was held in {held}", seen.spot(link.to_id)
            )


def there_and_not_there(seen: Seen) -> Iterator[Doubt]:
    """Find somebody present at a meeting who sent apologies, or had a deputy; or who deputises for themselves."""
    there: dict[tuple[str, str], Link] = {}
    absent: dict[tuple[str, str], list[Link]] = {}
    for link in seen.of("ATTENDED"):
        how, instead_of = link.properties.get("as"), link.properties.get("deputisingFor")
        if how in _THERE:
            there.setdefault((link.from_id, link.to_id), link)
        elif how == "apologies":
            absent.setdefault((link.from_id, link.to_id), []).append(link)
        if instead_of == link.from_id:
            if spot := seen.spot(link):
                yield Doubt(spot, f"{seen.named(link.from_id)} is deputising for themselves")
        elif instead_of:
            absent.setdefault((str(instead_of), link.to_id), []).append(link)
    for who, links in absent.items():
        at = there.get(who)
        for other in links if at else ():
            if at and (spot := seen.spot(other)):
                said = "sent apologies" if other.from_id == who[0] else f"has {seen.named(other.from_id)} as deputy"
                there_as = at.properties.get("as")
                yield Doubt(spot, f"{seen.named(who[0])} {said}, and is there as {there_as}", seen.spot(at))


def lines_to_itself(seen: Seen) -> Iterator[Doubt]:
    """Find a body with a line to itself."""
    for kind in LineType:
        for link in seen.of(kind.relationship):
            if link.from_id == link.to_id and (spot := seen.spot(link)):
                yield Doubt(spot, f"this line leads from {seen.named(link.from_id)} to itself")


def circles_of_reporting(seen: Seen) -> Iterator[Doubt]:
    """Find bodies that report to each other, or are parts of each other, at one time."""
    ways: dict[tuple[str, str], Link] = {}
    for link in seen.of(*_UP):
        if link.from_id != link.to_id:
            ways.setdefault((link.from_id, link.to_id), link)
    onward: dict[str, list[str]] = {}
    for start, end in ways:
        onward.setdefault(start, []).append(end)
    for circle in circles(onward):
        links = [ways[step] for step in zip(circle, [*circle[1:], circle[0]], strict=True)]
        spot = seen.spot(links[0])
        if spot is None or _never_at_once(links):
            continue
        short = [seen.named(id_) for id_ in circle[:_MOST_NAMED]]
        way = " -> ".join([*short, *(["..."] if len(circle) > _MOST_NAMED else []), short[0]])
        yield Doubt(spot, f"this line is part of a circle of who reports to whom: {way}", seen.spot(links[-1]))


def _never_at_once(links: list[Link]) -> bool:
    latest = max(links, key=lambda link: str(link.properties.get("since") or ""))
    return any(apart(latest.properties, link.properties) for link in links if link is not latest)


def followed_too_early(seen: Seen) -> Iterator[Doubt]:
    """Find a body that follows another before that has ended."""
    for link in seen.of("SUCCEEDED_BY"):
        old, new = seen.node(link.from_id), seen.node(link.to_id)
        since = link.properties.get("since") or new.get("since")
        if before(since, old.get("until")) and (spot := seen.spot(link)):
            follows = f"{seen.named(link.to_id)} follows {seen.named(link.from_id)} in {since}"
            yield Doubt(spot, f"{follows}, which is there {time_of(old)}", seen.spot(link.from_id))
