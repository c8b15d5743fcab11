"""Names to choose from while somebody types, for the fields that ask for one."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from app.domain.addresses import FOLDERS
from app.reading import suggesting
from app.reading.catalogue import Name
from app.reading.resolving import what_it_is
from app.web.shell.describing import LOOKUPS, Shape, answered_with
from app.web.shell.parameters import OpenExplorer
from app.web.shell.render import kept

router = APIRouter()

_NAMED = ("Organization", "Person", "Area", "Source")
"""What has a name to find it by."""
_SORTS = {"who": ("Organization", "Person"), "body": ("Organization",)}
"""What is offered to a question that only some things can be asked of."""


TypedText = Annotated[str, Query(description="What somebody has typed so far.", examples=["age"])]


class Suggested(Shape):
    """A name to choose, and where it leads."""

    name: str
    href: str
    what: str
    """What it is, and where."""
    value: str = ""
    """Its id; only there with `to=body`."""


@router.get("/suggest", **answered_with(LOOKUPS, "Names to choose from", list[Suggested]))
async def suggest(
    request: Request,
    explorer: OpenExplorer,
    q: TypedText = "",
    to: Annotated[str, Query(description="`who`: bodies and people; `body`: bodies alone.", examples=["body"])] = "",
) -> Response:
    """Offer at most eight public names that begin or sound like `q`, best first, as JSON.

    Each has its name, what it is and where (`what`), and the address to go to: its page, or with `to=who` the answer
    to who represents it, which only bodies and people have; with `to=body`, which
    is for forms of several fields, only bodies, with the `value` to fill in.
    """
    catalogue = explorer.catalogue
    contents = await catalogue.contents()
    found = await suggesting.suggest(catalogue, q, _SORTS.get(to, _NAMED))
    chosen = kept(request)
    offered = (
        Suggested(
            name=name.name,
            href=_with(f"/who?of={name.id}" if to == "who" else address(name), chosen),
            what=what_it_is(name, contents),
            **({"value": name.id} if to == "body" else {}),
        )
        for name in found
    )
    body = [each.model_dump(exclude_unset=True) for each in offered]
    return JSONResponse(body, headers={"X-Robots-Tag": "noindex"})


def address(name: Name) -> str:
    """Return the address of the page of what has a name."""
    return f"{FOLDERS[name.label]}{name.id}"


def _with(path: str, chosen: dict[str, str]) -> str:
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{urlencode(chosen)}" if chosen else path
