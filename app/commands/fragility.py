"""The command that says how much rests on how few, and what if somebody left."""

from typing import Any

from rich.text import Text

from app.commands.running import answer, day_of, id_of, out, print_json
from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.carrying import Carrier
from app.domain.vocabulary import CarrierKind
from app.errors import UnknownId
from app.questions.fragility import ask as told_as
from app.questions.fragility.ask import Told, find_fragility
from app.questions.fragility.rules import Departure, Fragility
from app.reading.explorer import Explorer


def fragility(*, area: str, if_left: str, on: str, proposed: bool, as_json: bool) -> None:
    """Print who carries how much in a place, or in all; with `if_left`, only which groups would fall silent where."""

    async def run(explorer: Explorer) -> None:
        told = await find_fragility(explorer, area or None, AsAt(day_of(on), proposed))
        left = told.if_left(await _meant(explorer, told, if_left, area)) if if_left else None
        if as_json:
            print_json(fragility_json(told) | ({"ifLeft": _departure(left[0].fragility, left[1])} if left else {}))
        elif left:
            _line(told_as.leaving(left[1]), "bold")
            for said in told_as.silenced(left[0].fragility, left[1]):
                _line(f"  {said}")
        else:
            _print(told)

    answer(run, as_json=as_json)


def fragility_json(told: Told) -> dict[str, Any]:
    """Return the answer in the shape and the words of the GraphQL API."""
    places = [place.fragility for place in told.places]
    return {
        "on": told.on.isoformat(),
        "answer": told_as.opening(told),
        "carriers": [_carrier(told, carrier) for carrier in told.carriers],
        "withoutDeputy": [{"id": each.post.id} for each in told.without_deputy],
        "terms": [
            {
                "post": {"id": each.term.post.id},
                "tenure": {"holder": _named(place, each.term.holding.holder_id)},
                "ends": each.term.end.isoformat(),
                "days": each.days,
                "explanation": told_as.ending(place, each),
            }
            for place in places
            for each in place.endings
        ],
        "restingOnOne": [
            {
                "group": _named(place, each.group.id),
                "carrier": _carrier(told, each.carrier),
                "explanation": told_as.resting(place, each),
            }
            for place in places
            for each in place.resting_on_one
        ],
        "withoutPaidHours": [
            {"body": {"id": each.body.id, "name": each.body.name}, "recordedAsNone": each.recorded_as_none}
            for each in told.without_paid_hours
        ],
    }


def _print(told: Told) -> None:
    _line(told_as.opening(told), "bold")
    for place in told.places:
        if len(told.places) > 1:
            _line(f"\n{place.area.name}", "bold cyan")
        fragile = place.fragility
        for carrier in fragile.carriers:
            _line(f"  {told_as.carrying(fragile, carrier)}")
        for title, said in (
            (
                "Groups whose every seat rests on one person:",
                [told_as.resting(fragile, it) for it in fragile.resting_on_one],
            ),
            ("Terms ended, or ending within 180 days:", [told_as.ending(fragile, it) for it in fragile.endings]),
            ("Forums and networks without paid hours:", [told_as.unpaid(it) for it in fragile.without_paid_hours]),
        ):
            if said:
                _line(f"\n{title}", "bold")
            for sentence in said:
                _line(f"  {sentence}")
    _line(f"\n{told_as.deputies(told)}")


async def _meant(explorer: Explorer, told: Told, name: str, area: str) -> str:
    """Find whom a name means: a carrier by its name or a part of it, else anybody or any office by id or name."""
    exact = [each for each in told.carriers if name.casefold() in {each.name.casefold(), each.id}]
    part = [each for each in told.carriers if name.casefold() in each.name.casefold()]
    if exact or len(part) == 1:
        return (exact or part)[0].id
    if any(name in place.fragility.standing.posts for place in told.places):
        return name
    if part:
        raise UnknownId(f"Several people and offices are called like '{name}':", [(it.id, it.name) for it in part])
    return await id_of(explorer, name, area)


def _carrier(told: Told, carrier: Carrier) -> dict[str, Any]:
    office = carrier.kind is CarrierKind.OFFICE
    return {
        "kind": carrier.kind.name,
        "name": carrier.name,
        "holder": None if office else {"id": carrier.id, "name": carrier.name},
        "office": {"id": carrier.id} if office else None,
        "seats": [_seat(told, post) for post in carrier.posts],
    }


def _seat(told: Told, post: r.Post) -> dict[str, Any]:
    place = next(each.fragility for each in told.places if post.id in each.fragility.standing.posts)
    return {"post": {"id": post.id}, "groups": [_named(place, id_) for id_ in place.groups.get(post.id, ())]}


def _departure(place: Fragility, found: Departure) -> dict[str, Any]:
    return {
        "silences": [
            {
                "group": {"id": each.group.id, "name": each.group.name},
                "boards": [{"id": board.id, "name": board.name} for board in each.boards],
                "everywhere": each.everywhere,
            }
            for each in found.silences
        ],
        "explanations": [told_as.leaving(found), *told_as.silenced(place, found)],
    }


def _named(place: Fragility, id_: str) -> dict[str, str]:
    return {"id": id_, "name": place.standing.name(id_)}


def _line(text: str, style: str = "") -> None:
    out.print(Text(text, style=style), soft_wrap=True)
