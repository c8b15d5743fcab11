"""The command that says how much rests on how few, and what if somebody left."""

from app.commands.common import answer, area_of, day_of
from app.commands.documents import of_day, print_document
from app.commands.terminal import print_whole
from app.domain.as_at import AsAt
from app.questions.fragility import words as told_as
from app.questions.fragility.ask import ToldFragility, find_fragility
from app.questions.fragility.holders import holder_meant
from app.reading.explorer import Explorer


def fragility(*, area: str, if_left: str, on: str, proposed: bool, as_json: bool) -> None:
    """Print who carries how much in a place, or in all; with `if_left`, only which groups would fall silent where."""

    async def run(explorer: Explorer) -> None:
        as_at = AsAt(day_of(on), proposed)
        place_id = await area_of(explorer, area) if area else None
        told = await find_fragility(explorer, place_id, as_at)
        left = await holder_meant(explorer, told, if_left) if if_left else None
        if as_json:
            leaving = {"leaving": True, "holder": left} if left else {}
            await print_document(explorer, "fragility", {"area": place_id, **of_day(as_at), **leaving})
        elif left:
            place, departure = told.if_left(left)
            print_whole(told_as.leaving(departure), "bold")
            for said in told_as.silenced(place.fragility, departure):
                print_whole(f"  {said}")
        else:
            _print(told)

    answer(run, as_json=as_json)


def _print(told: ToldFragility) -> None:
    print_whole(told_as.opening(told), "bold")
    for place in told.places:
        if len(told.places) > 1:
            print_whole(f"\n{place.area.name}", "bold cyan")
        fragile = place.fragility
        for carrier in fragile.carriers:
            print_whole(f"  {told_as.carrying(fragile, carrier)}")
        for title, said in (
            (
                "Groups whose every seat rests on one person:",
                [told_as.resting(fragile, it) for it in fragile.resting_on_one],
            ),
            ("Terms ended, or ending within 180 days:", [told_as.ending(fragile, it) for it in fragile.endings]),
            ("Forums and networks without paid hours:", [told_as.unpaid(it) for it in fragile.without_paid_hours]),
        ):
            if said:
                print_whole(f"\n{title}", "bold")
            for sentence in said:
                print_whole(f"  {sentence}")
    print_whole(f"\n{told_as.deputies(told)}")
