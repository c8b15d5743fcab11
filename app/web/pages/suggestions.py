"""Something is wrong or missing here: the form for it, what became of it by a private link, and the box for editors."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.accounts.tries import Limit, network_of
from app.domain.clearance import clearance_of
from app.domain.rights import edits_anywhere
from app.errors import BadInput, NotAllowed, TooManyTries, UnknownId
from app.reading.closed import pages_hidden_from
from app.reading.explorer import Explorer
from app.suggestions import box
from app.suggestions.box import MOST_ABOUT, MOST_ANSWER, MOST_SAID, MOST_SOURCE, State, Suggestion
from app.web.shell.operating import Reached, reached
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import (
    Fields,
    MaybeReader,
    PrivateRoute,
    Reader,
    SignedInReader,
    address_of,
    mailer_of,
    render_private,
    safe_next,
    see,
    tries_of,
)
from app.web.shell.render import Page, origin_of

SENT = "/suggestions/sent/"
A_NETWORK, IN_ALL = 5, 200
"""Suggestions in a quarter of an hour."""
_ASKED_ABOUT = frozenset({"of", "area", "place", "group", "person", "from", "left"})
"""Parameters of a page that name a place, or a thing by its id, which begins with its place."""


class SmallForms(PrivateRoute):
    """Forms of a few sentences."""

    most_sent: ClassVar[int] = 40_000


router = APIRouter(include_in_schema=False, route_class=SmallForms)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewSuggestionPage(Page):
    """The form by which something wrong or missing is said."""

    template = "suggestion_new.html"
    about: str
    """The page that it is about, as an address within the site; empty where none is named."""
    said: str
    source: str
    wrong: str
    """What was wrong with what was sent; empty before."""
    email: str
    """The address that was typed, to be put right."""
    by_letter: bool
    """Whether the sender can be written to."""
    most_said: int
    most_source: int
    contact: Reached | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SentSuggestionPage(Page):
    """What became of a suggestion, for whoever sent it."""

    template = "suggestion_sent.html"
    suggestion: Suggestion
    private_link: str
    """The private link to this page, to be kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SuggestionsPage(Page):
    """The box, for editors."""

    template = "suggestions.html"
    waiting: tuple[Suggestion, ...]
    decided: tuple[Suggestion, ...]
    most_answer: int
    wrong: str
    """Why what was sent did nothing; empty before."""
    of: str
    """Of which suggestion that is."""
    answer: str
    """What was typed as the answer to it."""


@router.get("/suggestions/new")
async def new(request: Request, reader: MaybeReader, about: str = "") -> Response:
    """Ask what is wrong or missing."""
    return _form(request, reader, about=page_within(about))


@router.post("/suggestions/new")
async def send(request: Request, explorer: OpenExplorer, reader: MaybeReader, fields: Fields) -> Response:
    """Keep what was sent, and lead to its private link."""
    about, said, source = page_within(fields.get("about", "")), fields.get("said", ""), fields.get("source", "")
    typed = {"about": about, "said": said, "source": source}
    typed |= {"email": fields.get("email", "") if mailer_of(request).is_set_up else ""}
    try:
        if fields.get("website"):
            raise BadInput("Leave the field 'Website' empty: only programs fill it in, and they are not heard.")
        areas = (await explorer.catalogue.contents()).areas
        tries_of(request).take(
            [
                Limit(("suggestion", network_of(address_of(request))), A_NETWORK),
                Limit(("suggestions",), IN_ALL),
            ]
        )
        secret = await box.send(explorer.database, place=place_of(about, areas), **typed)
    except TooManyTries as error:
        answer = _form(request, reader, **typed, wrong=error.message, status=429)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    except BadInput as error:
        return _form(request, reader, **typed, wrong=error.message, status=400)
    return see(request, SENT + secret)


@router.get(SENT + "{secret}")
async def sent(request: Request, explorer: OpenExplorer, reader: MaybeReader, secret: str) -> Response:
    """Say what became of a suggestion; UnknownId where the link leads to none."""
    suggestion = await box.sent(explorer.database, secret)
    if suggestion is None:
        raise UnknownId("No suggestion is behind this link: it may be mistyped, or too old.")
    private_link = origin_of(request) + SENT + secret
    page = SentSuggestionPage(title="Your suggestion", suggestion=suggestion, private_link=private_link)
    return render_private(request, page, reader, shown_as="/suggestions/new")


@router.get("/suggestions")
async def suggestions(request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """Show what waits for somebody, and what was seen to last; NotAllowed for who may write nowhere."""
    return await _box(request, explorer, reader)


@router.post("/suggestions")
async def decide(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Accept a suggestion or decline it."""
    id_, answer = fields.get("suggestion", "")[:MOST_ABOUT], fields.get("answer", "")
    state = State.DECLINED if fields.get("decision") == "decline" else State.ACCEPTED
    try:
        decided = await box.decide(explorer.database, reader.account, id_, state, answer)
    except BadInput as error:
        return await _box(request, explorer, reader, wrong=error.message, of=id_, answer=answer, status=error.status)
    mailer = mailer_of(request)
    if mailer.is_set_up and (letter := box.letter_to_sender(decided, site=mailer.site)):
        mailer.post(explorer.database, letter)
    return see(request, "/suggestions")


def page_within(text: str) -> str:
    """Return the address of a page within the site, with its query; empty for anything else."""
    fits = 0 < len(text) <= MOST_ABOUT and safe_next(text) == text
    return text if fits and not text.startswith(("/suggestions", "/account", "/sign-")) else ""


def place_of(about: str, areas: Iterable[str]) -> str:
    """Return the id of the place that a page is of, or asks about; empty where it is of none."""
    address = urlsplit(about)
    parts = [part for part in address.path.split("/") if part]
    named = [unquote(part).partition(".")[0] for part in parts[:2]]
    named += [value.partition("/")[0] for name, value in parse_qsl(address.query) if name in _ASKED_ABOUT]
    known = set(areas)
    return next((name for name in named if name in known), "")


def _form(
    request: Request,
    reader: SignedInReader | None,
    *,
    about: str,
    said: str = "",
    source: str = "",
    email: str = "",
    wrong: str = "",
    status: int = 200,
) -> Response:
    page = NewSuggestionPage(
        title="Something is wrong or missing",
        about=about,
        said=said,
        source=source,
        wrong=wrong,
        email=email,
        by_letter=mailer_of(request).is_set_up,
        most_said=MOST_SAID,
        most_source=MOST_SOURCE,
        contact=reached(request.app.state.settings.contact),
    )
    return render_private(request, page, reader, status=status, shown_as="/suggestions/new")


def _is_about(address: str, pages: Collection[str]) -> bool:
    """Tell whether an address is that of one of some pages, or asks about what one of them is of."""
    asked = urlsplit(address)
    named = {unquote(asked.path), *(f"/{value}" for _, value in parse_qsl(asked.query))}
    # Files and panels of a thing have its id behind words of their own.
    within = unquote(asked.path).rpartition(".")[0] or unquote(asked.path)
    return any(page in named or within.endswith(page) for page in pages)


async def _box(
    request: Request,
    explorer: Explorer,
    reader: SignedInReader,
    *,
    wrong: str = "",
    of: str = "",
    answer: str = "",
    status: int = 200,
) -> Response:
    if not edits_anywhere(reader.account):
        raise NotAllowed("Only editors see suggestions.")
    waiting, decided = await box.box(explorer.database, reader.account)
    hidden = await pages_hidden_from(explorer, clearance_of(reader.account))
    waiting, decided = ([it for it in some if not _is_about(it.about, hidden)] for some in (waiting, decided))
    page = SuggestionsPage(
        title="Suggestions",
        waiting=tuple(waiting),
        decided=tuple(decided),
        most_answer=MOST_ANSWER,
        wrong=wrong,
        of=of,
        answer=answer,
    )
    return render_private(request, page, reader, status=status)
