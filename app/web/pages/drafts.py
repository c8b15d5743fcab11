"""The forms that somebody began: listed for them alone, to go on with or to throw away."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.accounts import kept_forms
from app.accounts.kept_forms import KeptForm
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, render_private, safe_next, see
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=PrivateRoute)


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftsPage(Page):
    """What somebody began to write and has not saved."""

    template = "account_drafts.html"
    drafts: tuple[KeptForm, ...]
    kept_days: int


@router.get("/account/drafts")
async def drafts(request: Request, explorer: OpenExplorer, reader: Reader) -> Response:
    """List the forms that are kept for whoever asks, the newest first."""
    found = await kept_forms.of(explorer.database, reader.account)
    page = DraftsPage(title="What you began", drafts=tuple(found), kept_days=kept_forms.KEPT_DAYS)
    return render_private(request, page, reader)


@router.post("/account/drafts")
async def throw_away(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Throw away what is kept of a form, and lead back to where the button was: to the form, empty, or to the list."""
    action = fields.get("action", "")
    await kept_forms.drop(explorer.database, reader.account, action)
    leads_back = fields.get("from") == "form" and action.startswith("/edit/")
    return see(request, safe_next(action) if leads_back else "/account/drafts")
