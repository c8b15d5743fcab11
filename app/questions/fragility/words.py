"""Fragility in sentences: what the page, the API and the command say alike."""

from collections.abc import Iterable, Sequence

from app.domain import records as r
from app.domain.carrying import Carrier, seats_carried
from app.domain.dates import spoken
from app.domain.english import agree, capitalized, counted, figure, listed, role_name, span, with_article
from app.domain.telling import all_called, called, seat_called, sentence
from app.domain.vocabulary import CarrierKind
from app.questions.fragility.ask import ToldFragility
from app.questions.fragility.rules import Departure, Ending, Fragility, Resting, Unpaid


def opening(told: ToldFragility) -> str:
    """Say in one sentence how many carry how many seats, and how many the first of them carries."""
    carriers = told.carriers
    where = f"In {told.places[0].area.name}" if len(told.places) == 1 else f"In {counted(len(told.places), 'place')}"
    carried: dict[str, list[Carrier]] = {}
    for each in carriers:
        for post in each.posts:
            carried.setdefault(post.id, []).append(each)
    posts = {post.id: post for each in carriers for post in each.posts}
    seats = sum(seats_carried(posts[id_], [(c.kind, c.id) for c in by]) for id_, by in carried.items())
    if not seats:
        day = spoken(told.on.isoformat())
        return f"{where} nobody is recorded as holding a seat for voluntary, community or faith groups on {day}."
    one = agree(len(carriers), "carries", "carry")
    most = max(each.seats for each in carriers)
    said = f"{where} {_people(carriers)} {one} {counted(seats, 'seat')} for voluntary, community and faith groups"
    return f"{said}; one of them carries {figure(most)}." if most > 1 and len(carriers) > 1 else f"{said}."


def _people(carriers: Sequence[Carrier]) -> str:
    counts = [
        (CarrierKind.PERSON, "named person", "named people"),
        (CarrierKind.OFFICE, "holder of an office whose name is not recorded", "holders of offices who are not named"),
        (CarrierKind.ORGANIZATION, "body", "bodies"),
    ]
    numbers = [(sum(c.kind is kind for c in carriers), one, many) for kind, one, many in counts]
    return listed([counted(number, one, many) for number, one, many in numbers if number])


def carrying(place: Fragility, carrier: Carrier) -> str:
    """Say which seats somebody carries, and for whom."""
    return sentence(f"{carrier.name} carries {counted(carrier.seats, 'seat')}: {_seats(place, carrier.posts)}")


def resting(place: Fragility, found: Resting) -> str:
    """Say that a group's every seat rests on one person."""
    return sentence(
        f"every seat of {called(place.standing, found.group.id)}, {counted(len(found.posts), 'seat')} on"
        f" {all_called(place.standing, dict.fromkeys(p.organization_id for p in found.posts))},"
        f" rests on one person: {found.carrier.name}"
    )


def ending(place: Fragility, found: Ending) -> str:
    """Say whose time has ended or will, when, and that nobody follows."""
    standing, term = place.standing, found.term
    who = standing.name(term.holding.holder_id)
    if found.days < 0:
        verb, distance = "ended", f"{span(-found.days)} before"
    else:
        verb, distance = "ends", f"{span(found.days)} after" if found.days else "that is"
    day = spoken(standing.on.isoformat())
    return sentence(
        f"{who}'s time in {seat_called(standing, term.post)} {verb} {term.when}, {distance} {day};"
        " nobody is recorded as following"
    )


def unpaid(found: Unpaid) -> str:
    """Say that a forum has no paid hours, or that nobody recorded any."""
    name = with_article(found.body.name)
    if found.recorded_as_none:
        return sentence(f"{name} is recorded as having no paid hours")
    return sentence(f"whether {name} has paid hours is not recorded")


def deputies(told: ToldFragility) -> str:
    """Say for how many seats no standing deputy is recorded, and where that tells something."""
    found = told.without_deputy
    if not found:
        return "Every seat that somebody holds for the sector has a standing deputy, or nobody holds one."
    telling = sum(each.others_have_one for each in found)
    if telling:
        them = "It is" if len(found) == 1 else capitalized(counted(telling, "of them is", "of them are"))
        beside = f"{them} on {agree(telling, 'a body', 'bodies')} where other seats have one."
    else:
        there = agree(len({each.post.organization_id for each in found}), "that body", "those bodies")
        beside = f"No other seat on {there} has one either, so it may be that nobody wrote deputies down."
    seats = counted(len(found), "seat that somebody holds", "seats that somebody holds")
    return f"No standing deputy is recorded for {seats} for the sector. {beside}"


def leaving(found: Departure) -> str:
    """Say in a sentence what would happen if somebody left."""
    who, posts = found.carrier.name, found.carrier.posts
    its = agree(len(posts), "its", "their")
    left = f"if {who} left, {counted(len(posts), 'post')} would be without {its} holder"
    if not found.silences:
        return sentence(f"{left}, but no group would fall silent on a board")
    boards = {board.id for each in found.silences for board in each.boards}
    groups = counted(len(found.silences), "group")
    return sentence(f"{left}, and {groups} would fall silent on {counted(len(boards), 'board')}")


def silenced(place: Fragility, found: Departure) -> tuple[str, ...]:
    """Say of each group on which boards it would fall silent."""
    said = []
    for each in found.silences:
        boards = all_called(place.standing, [board.id for board in each.boards])
        rest = "; it would then have nobody anywhere" if each.everywhere else ""
        said.append(sentence(f"{called(place.standing, each.group.id)} would have nobody left on {boards}{rest}"))
    return tuple(said)


def seat_name(post: r.Post) -> str:
    """Name a seat: its label, or its role."""
    return post.label or role_name(post.role)


def _seats(place: Fragility, posts: Iterable[r.Post]) -> str:
    standing = place.standing
    said = []
    for post in posts:
        groups = place.groups.get(post.id, ())
        for_whom = f" (for {all_called(standing, groups)})" if groups else ""
        said.append(f"{called(standing, post.organization_id)}{for_whom}")
    return listed(said)
