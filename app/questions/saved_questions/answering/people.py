"""Saved questions about who carries the seats, whose time ends, and who owes a report."""

from app.domain.english import agree, capitalized, counted, figure
from app.domain.vocabulary import CarrierKind
from app.questions.fragility.ask import find_fragility
from app.questions.fragility.words import carrying, ending, opening
from app.questions.reporting.ask import find_reports
from app.questions.reporting.words import opening as reports_opening
from app.questions.reporting.words import owed
from app.questions.saved_questions.answering.base import DAYS, PLACE, Answered, Answering, Asked, Item, address

_FOLDERS = {CarrierKind.PERSON: "/people/", CarrierKind.OFFICE: "/posts/", CarrierKind.ORGANIZATION: "/"}


async def _carriers(asked: Asked) -> Answered:
    """Say who carries how many seats for the sector in a place."""
    area = asked.given["area"]
    told = await find_fragility(asked.explorer, area, asked.as_at)
    place = told.places[0].fragility
    items = tuple(Item(carrying(place, it), it.id, f"{_FOLDERS[it.kind]}{it.id}") for it in told.carriers)
    return Answered(opening(told), items, address("/fragility", area=area))


async def _terms(asked: Asked) -> Answered:
    """Say whose time has ended, or ends within some days, with nobody following."""
    area, days = asked.given["area"], asked.days("days")
    told = await find_fragility(asked.explorer, area, asked.as_at)
    place, found = told.places[0].fragility, [it for it in told.endings if it.days <= days]
    over = sum(it.days < 0 for it in found)
    if found:
        ended = capitalized(counted(over, "term has", "terms have"))
        coming = f"{figure(len(found) - over)} {agree(len(found) - over, 'ends', 'end')} within {counted(days, 'day')}"
        answer = f"{ended} ended, and {coming}, with nobody recorded as following."
    else:
        answer = f"No term is recorded that has ended, or ends within {counted(days, 'day')}, with nobody following."
    items = tuple(Item(ending(place, it), it.term.post.id, f"/posts/{it.term.post.id}") for it in found)
    return Answered(answer, items, address("/fragility", area=area))


async def _reports(asked: Asked) -> Answered:
    """Say who owes whom a report on which meeting."""
    area = asked.given["area"]
    found = await find_reports(asked.explorer, area, asked.as_at)
    items = tuple(Item(owed(it), it.post.id, f"/posts/{it.post.id}") for it in found.due)
    return Answered(reports_opening(found), items, address("/report-back", area=area))


PEOPLE = {
    "carriers": Answering({"area": PLACE}, _carriers),
    "terms": Answering({"area": PLACE, "days": DAYS}, _terms),
    "reports": Answering({"area": PLACE}, _reports),
}
"""What answers questions about those who sit for others, by the name that files use."""
