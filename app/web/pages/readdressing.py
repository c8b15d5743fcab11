"""The page on which a body, a person or a seat gets another id: the old one leads to it for ever.

Without JavaScript, as `app/web/pages/merging.py`: the id that was chosen goes with the page that shows what it does.
"""

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.domain.addresses import FOLDERS
from app.domain.rights import Role
from app.domain.visible import visible
from app.errors import BadInput, NotAllowed
from app.record.moving import KINDS, Wish, move, named
from app.web.shell.parameters import OpenExplorer
from app.web.shell.private import Fields, PrivateRoute, Reader, SignedInReader, render_private, see
from app.web.shell.render import Page

router = APIRouter(include_in_schema=False, route_class=PrivateRoute)

_TITLE = "Give it another address"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewIdPage(Page):
    """Which id something gets, or what that does."""

    template = "new_id.html"
    of: str
    name: str
    href: str
    """Its page by now."""
    typed: str
    """What its own part of the id is to be."""
    wrong: str = ""
    leads: str = ""
    """Where it will be; with what will be written."""
    lines: tuple[str, ...] = ()


@router.get("/edit/id")
async def new_id_page(request: Request, explorer: OpenExplorer, reader: Reader, of: str = "") -> Response:
    """Ask for the new id."""
    _refuse_others(reader, of)
    label, name = await named(explorer.database, of)
    page = NewIdPage(title=_TITLE, of=of, name=name, href=f"{FOLDERS[label]}{of}", typed=of.partition("/")[2])
    return render_private(request, page, reader)


@router.post("/edit/id")
async def new_id(request: Request, explorer: OpenExplorer, reader: Reader, fields: Fields) -> Response:
    """Show what another id does, or give it."""
    of, typed = fields.get("of", ""), fields.get("id", "").strip()
    _refuse_others(reader, of)
    label, name = await named(explorer.database, of)
    place, href = of.partition("/")[0], f"{FOLDERS[label]}{of}"
    page = partial(NewIdPage, of=of, name=name, href=href, typed=visible(typed))
    if fields.get("step") == "change":
        return render_private(request, page(title=_TITLE), reader)
    saves, new = fields.get("step") == "save", f"{place}/{typed}"
    try:
        if new == of:
            raise BadInput("That is its address already.")
        done = await move(
            explorer.database,
            Wish(of, new, joins=False),
            account=reader.account,
            why=fields.get("why", ""),
            dry_run=not saves,
        )
        wrong = done.problems[0].says if done.problems else ""
    except BadInput as error:
        wrong = error.message
    if wrong:
        return render_private(request, page(title=f"Error: {_TITLE}", wrong=wrong), reader, status=400)
    if saves:
        return see(request, f"/history/{done.number}?{urlencode({'saved': '1', 'about': f'{KINDS[label]}/{new}'})}")
    shown = page(title="Is this right?", leads=f"{FOLDERS[label]}{new}", lines=done.lines[1:])
    return render_private(request, shown, reader)


def _refuse_others(reader: SignedInReader, of: str) -> None:
    if not reader.account.may(Role.STEWARD, of.partition("/")[0]):
        raise NotAllowed("Only a steward of the place gives something another address.")
