"""The page that says who is on a body: how its seats divide, who is in them, and who comes to its meetings."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.as_at import AsAt
from app.domain.records import Source
from app.questions.balance import ask as answers
from app.questions.balance.ask import ToldBalance, body_meant, find_balance
from app.web.pictures.stacked import Bar, stacked
from app.web.shell.render import Page, day_of, explorer_of, proposed_of, render

router = APIRouter()

_LETTERS = {
    "voluntary": "V",
    "community": "C",
    "faith": "F",
    "statutory": "S",
    "private": "P",
    "multi_agency": "M",
    "not_recorded": "?",
}


@dataclass(frozen=True, slots=True)
class BalancePage(Page):
    """What the page shows; nothing told when nothing was asked."""

    told: ToldBalance | None
    bars: tuple[Bar, ...]
    sources: dict[str, Source]
    proposed: bool
    answers: object = answers
    """The sentences, for the template."""


@router.get("/balance")
async def balance(request: Request, of: str = "", area: str = "") -> Response:
    """Say who is on the body that `of` names, by id or by anything like its name."""
    explorer, on, proposed = explorer_of(request), day_of(request), proposed_of(request)
    contents = await explorer.catalogue.contents()
    told = None
    if of.strip():
        id_ = await body_meant(explorer, of.strip(), area)
        told = await find_balance(explorer, id_, AsAt(on, proposed))
    title = f"Who is on {told.of.name}?" if told else "Who is on it?"
    bars = _bars(told) if told and told.balance.placed else ()
    return render(request, "balance.html", BalancePage(title, told, bars, contents.sources, proposed))


def _bars(told: ToldBalance) -> tuple[Bar, ...]:
    found, whole = told.balance, told.balance.whole
    sectors = [
        (s.sector or "not_recorded", _LETTERS[s.sector or "not_recorded"], answers.sector_name(s.sector), s.count.seats)
        for s in found.by_sector
    ]
    return (
        stacked("For which sector", sectors),
        stacked(
            "Who is in them",
            [
                ("filled", "N", "holder named", whole.filled - whole.unnamed),
                ("unnamed", "U", "filled, by somebody who is not named", whole.unnamed),
                ("vacant", "V", "vacant", whole.vacant),
                ("not_taken_up", "X", "not taken up", whole.not_taken_up),
                ("not_recorded", "?", "holder not recorded", whole.holder_not_recorded),
            ],
        ),
        stacked(
            "Which vote",
            [
                ("yes", "Y", "with a vote", whole.voting),
                ("no", "N", "without a vote", whole.not_voting),
                ("not_recorded", "?", "vote not recorded", whole.voting_not_recorded),
            ],
        ),
    )
