"""Pages from templates: one environment, typed contexts, links that keep the day a reader chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, NotRequired, TypedDict
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from app.domain import english
from app.domain.bodies import grammatical_number
from app.domain.clearance import NOT_PUBLIC
from app.domain.dates import spoken, when
from app.domain.dates_written import date_in
from app.domain.seating import how_many, is_several
from app.questions.representation import seating
from app.questions.representation import words as sentences
from app.reading.explorer import today
from app.reading.pacing import paced
from app.settings import Settings
from app.store.rounds import turn
from app.web.shell.explaining import term, terms
from app.web.shell.linking import linked, unmentioned

FRONTEND = Path(__file__).resolve().parents[3] / "frontend"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What a template is filled with: every page has a title, and its class names the template that shows it."""

    template: ClassVar[str]
    title: str


class Surroundings(TypedDict):
    """What every template finds beside its own page: where it is, and what the reader chose."""

    kept: dict[str, str]
    path: str
    noindex: bool
    """Whether search engines are asked to leave the page out."""
    report: str
    query: QueryParams
    as_at: str
    rest: list[tuple[str, str]]
    address: str
    printed: str
    has_stories: bool
    cleared: bool
    """Whether it is for somebody who may read more than the public: see `app.web.shell.marking`."""
    not_public: str
    """What a file says at its head that was made from more than the public sees."""
    form_token: NotRequired[str]
    """Of the forms of a page for one reader; other pages have none."""
    signed_in: NotRequired[str]
    """Who looks at such a page; empty where nobody is signed in."""


@cache
def environment() -> Environment:
    """Return the one Jinja environment: everything is escaped, an unknown name is an error."""
    env = Environment(
        loader=FileSystemLoader(FRONTEND / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "spoken": spoken,
        "when": when,
        "ordinary": english.ordinary,
        "with_article": english.with_article,
        "role_name": english.role_name,
        "how_many": how_many,
        "is_several": is_several,
        "period": period,
        "years": english.years,
        "pounds": lambda amount: f"£{amount:,.0f}",
        "capitalized": english.capitalized,
    }
    env.globals |= {
        "say": sentences,
        "counted": english.counted,
        "agree": english.agree,
        "listed": english.listed,
        "link": link,
    }
    env.globals |= {"figure": english.figure, "and_more": english.and_more, "choose_place": english.choose_place}
    env.globals |= {"grammatical_number": grammatical_number}
    env.globals |= {
        "linked": linked,
        "unmentioned": unmentioned,
        "term": term,
        "terms": terms,
        "seat_count": seating.seat_count,
        "is_unnamed": seating.is_unnamed,
    }
    return env


@pass_context
def link(context: Context, path: str) -> str:
    """Make a link within the site that keeps the day and the proposals a reader chose."""
    kept: dict[str, str] = context.get("kept") or {}
    path, mark, spot = path.partition("#")
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{urlencode(kept)}{mark}{spot}" if kept else f"{path}{mark}{spot}"


def period(said: Any) -> str:
    """Write a period as a person would: `since 2007`, `until March 2008`, `2007 to 2008`, or nothing."""
    if said.since and said.until:
        return spoken(said.since) if said.since == said.until else f"{spoken(said.since)} to {spoken(said.until)}"
    if said.since:
        return f"since {spoken(said.since)}"
    return f"until {spoken(said.until)}" if said.until else ""


class Filled(HTMLResponse):
    """A page that is written when it is sent, at a pace: a long one keeps nobody else waiting."""

    def __init__(self, parts: Iterable[str], **given: Any) -> None:
        """Take the page's text in parts."""
        super().__init__(**given)
        self._parts = parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write the page, and send it."""
        await turn()
        self.body = "".join([part async for part in paced(self._parts)]).encode()
        self.headers["content-length"] = str(len(self.body))
        await super().__call__(scope, receive, send)


def render(
    request: Request, page: Page, *, status: int = 200, noindex: bool = False, beside: Mapping[str, Any] | None = None
) -> HTMLResponse:
    """Fill a page's template with what the page holds and what surrounds every page; `beside` stands before that."""
    context: dict[str, Any] = {field.name: getattr(page, field.name) for field in fields(page)}
    context |= _surroundings(request, noindex=noindex) | dict(beside or {})
    headers = {"X-Robots-Tag": "noindex"} if noindex else {}
    return Filled(environment().get_template(page.template).generate(context), status_code=status, headers=headers)


def _surroundings(request: Request, *, noindex: bool) -> Surroundings:
    address = address_shown(request)
    return {
        "kept": kept(request),
        "path": request.url.path,
        "noindex": noindex,
        "report": report_link(request),
        "query": request.query_params,
        "as_at": as_at(request),
        "rest": rest(request),
        "address": address,
        "printed": today().isoformat(),
        "has_stories": "/stories" in request.app.state.pages,
        "cleared": "clearance" in request.scope["state"],
        "not_public": NOT_PUBLIC if request.state.explorer.clearance else "",
    }


def origin_of(request: Request) -> str:
    """Return where the site is for everybody else: as set, else as this reader asked."""
    settings: Settings = request.app.state.settings
    return (settings.base_url or str(request.base_url)).rstrip("/")


def address_shown(request: Request) -> str:
    """Return a page's own address as everybody else reaches it."""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{origin_of(request)}{request.url.path}{query}"


def report_link(request: Request) -> str:
    """Return where a reader says what is wrong or missing on a page, with the page already named."""
    query = f"?{request.url.query}" if request.url.query else ""
    return f"/suggestions/new?{urlencode({'about': request.url.path + query})}"


def kept(request: Request) -> dict[str, str]:
    """Return the part of the address that every link keeps: a day that cannot be read is none."""
    asked = request.query_params
    names = ("on", "proposed") if as_at(request) else ("proposed",)
    return {name: asked[name] for name in names if asked.get(name)}


def as_at(request: Request) -> str:
    """Say which day a reader chose, as a person writes it; empty when none is, or it cannot be read."""
    try:
        return spoken(date_in(request.query_params.get("on", "")))
    except ValueError:
        return ""


def rest(request: Request) -> list[tuple[str, str]]:
    """Return what an address asks beside the day, for the control that sets the day to keep."""
    return [(name, value) for name, value in request.query_params.multi_items() if name != "on" and value]
