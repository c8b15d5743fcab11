"""The page that says who is on a body: how its seats divide, who is in them, and who comes to its meetings."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.english import with_article
from app.domain.records import Source
from app.questions.balance import ask as answers
from app.questions.balance.ask import ToldBalance, body_meant, find_balance
from app.web.pictures.stacked import Bar, stacked
from app.web.shell.named import as_meant, settled
from app.web.shell.parameters import AreaAsked, AsAtAsked, OpenExplorer
from app.web.shell.render import Page, render

router = APIRouter(include_in_schema=False)

_LETTERS = {
    "voluntary": "V",
    "community": "C",
    "faith": "F",
    "statutory": "S",
    "private": "P",
    "multi_agency": "M",
    "not_recorded": "?",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class BalancePage(Page):
    """What the page shows; nothing told when nothing was asked."""

    template = "balance.html"
    told: ToldBalance | None
    bars: tuple[Bar, ...]
    sources: dict[str, Source]
    proposed: bool
    answers: object = answers
    """The sentences, for the template."""


@router.get("/balance")
async def balance(request: Request, explorer: OpenExplorer, as_at: AsAtAsked, area: AreaAsked) -> Response:
    """Say who is on the body that `of` names, by id or by anything like its name."""
    contents = await explorer.catalogue.contents()
    of = as_meant(request, contents, "of")
    if (led := settled(request, {"of": of})) is not None:
        return led
    told = None
    if of:
        id_ = await body_meant(explorer, of, area.id if area else "")
        told = await find_balance(explorer, id_, as_at)
    title = f"Who is on {contents.titled(with_article(told.of.name), told.of.area_ids)}?" if told else "Who is on it?"
    bars = _bars(told) if told and told.balance.placed else ()
    page = BalancePage(title=title, told=told, bars=bars, sources=contents.sources, proposed=as_at.include_proposed)
    return render(request, page)


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
                ("term_over", "T", "term over", whole.term_over),
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
