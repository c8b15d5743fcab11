"""Saved questions that count and compare: who is on a board by sector, what forums work with, two places."""

from app.domain.english import ordinary
from app.questions.balance.ask import find_balance, sector_name
from app.questions.balance.ask import opening as balance_opening
from app.questions.capacity.ask import COLUMNS, cell, find_capacities, summary
from app.questions.comparing.ask import find_comparison
from app.questions.saved_questions.answering.base import BODY, PLACE, Answered, Answering, Asked, Item, address


async def _balance(asked: Asked) -> Answered:
    """Say how many seats of a board are for which sector."""
    of = asked.given["of"]
    told = await find_balance(asked.explorer, of, asked.as_at)
    items = tuple(
        Item(
            f"{it.post.label or ordinary(it.post.role)}: {sector_name(it.sector)}; {told.held_by[it.post.id]}",
            it.post.id,
            f"/posts/{it.post.id}",
        )
        for it in told.balance.placed
    )
    rest = [said for said in told.sentences if said != balance_opening(told)][:2]
    return Answered(" ".join([balance_opening(told), *rest]), items, address("/balance", of=of))


async def _capacity(asked: Asked) -> Answered:
    """Say what the forums of a place have to work with."""
    area = asked.given["area"]
    found = await find_capacities(asked.explorer, [area], asked.as_at.on)
    items = []
    for body in found.bodies:
        told = [f"{column.heading.lower()}: {text}" for column in COLUMNS[:4] if (text := cell(body, column))]
        items.append(Item(f"{body.name}: {'; '.join(told) or 'nothing recorded'}", body.id, f"/{body.id}"))
    return Answered(summary(found), tuple(items), address("/capacity", area=area))


async def _compare(asked: Asked) -> Answered:
    """Put two places next to each other."""
    left, right = asked.given["left"], asked.given["right"]
    told = await find_comparison(asked.explorer, left, right, asked.as_at.on)
    href = address("/compare", left=left, right=right)
    items = tuple(Item(said, None, href) for said in told.sentences[1:])
    return Answered(told.sentences[0], items, href)


TABLES = {
    "balance": Answering({"of": BODY}, _balance),
    "capacity": Answering({"area": PLACE}, _capacity),
    "compare": Answering({"left": PLACE, "right": PLACE}, _compare),
}
"""What answers questions that count and compare, by the name that files use."""
