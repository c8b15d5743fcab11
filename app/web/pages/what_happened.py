"""What may be done about something that is wrong or missing: the forms that fit, and how others report it."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.rights import Account, Role, may_edit
from app.exchange.entries.addresses import Address
from app.record.forms.catalogue import address_in, forms_for
from app.record.forms.opening import about_of
from app.record.forms.telling_seats import seats_told_apart
from app.record.moving import KINDS
from app.web.pages.editing import name_of, page_of
from app.web.pages.signed_out import FormRoute
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import MaybeReader, render_private
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=FormRoute)


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutPage(Page):
    """Which forms there are for something; for whoever may not use them, how to report."""

    template = "edit_about.html"
    about: str
    href: str
    forms: tuple[tuple[str, str], ...]
    seats: tuple[tuple[str, str], ...]
    history: str
    joins: str
    """Where it is joined with another that is the same; empty where that cannot be, or is for stewards."""
    readdresses: str
    """Where it gets another id, likewise."""
    twice: str
    """Where the place's pairs are that may be one."""
    may: bool
    sign_in: str


@router.get("/edit/about/{about:path}")
async def about_page(request: Request, explorer: OpenExplorer, reader: MaybeReader, about: str) -> Response:
    """Offer the forms that fit something; to whoever is not signed in, say how to report what is wrong."""
    address = address_in(about)
    place = address.id.partition("/")[0]
    signed_in = reader.account if reader else None
    forms: tuple[tuple[str, str], ...] = ()
    seats: tuple[tuple[str, str], ...] = ()
    name = ""
    if signed_in and may_edit(signed_in, place):
        found = await about_of(explorer, signed_in, address)
        name = name_of(found)
        forms = tuple(
            (f"/edit/{form.word}/{about}", form.title) for form in forms_for(address.kind, steward=found.sees_all)
        )
        seats = tuple((f"/edit/about/post/{id_}", words) for id_, words in seats_told_apart(found))
    page = AboutPage(
        title="Something is wrong or missing",
        about=name,
        href=page_of(address),
        forms=forms,
        seats=seats,
        history=f"/history?place={quote(place)}",
        joins=f"/edit/merge?{urlencode({'one': address.id})}" if _may_join(signed_in, address) else "",
        readdresses=f"/edit/id?{urlencode({'of': address.id})}" if _may_join(signed_in, address) else "",
        twice=f"/duplicates?{urlencode({'area': place})}",
        may=bool(forms),
        sign_in="" if reader else f"/sign-in?{urlencode({'next': f'/edit/about/{about}'})}",
    )
    return render_private(request, page, reader)


def _may_join(account: Account | None, address: Address) -> bool:
    return (
        account is not None
        and address.kind in KINDS.values()
        and account.may(Role.STEWARD, address.id.partition("/")[0])
    )
