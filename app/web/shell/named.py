"""A form that asks for something by its name keeps the id of what stood in it, since several may be called the same.

Beside a field `of` stands a hidden `of-id`. As long as nobody changes the name, the id says which is meant; once they
have, what they wrote does. The answer then stands at the address with the id alone.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from app.domain.folding import folded, untitled
from app.reading.catalogue import Contents

KEPT = "-id"
"""How the name of the hidden field ends."""


def as_meant(request: Request, contents: Contents, field: str) -> str:
    """Return what a field asks for: the id kept beside it while that is called what the field says, else its text."""
    text = request.query_params.get(field, "").strip()
    known = contents.by_id.get(request.query_params.get(f"{field}{KEPT}", ""))
    if known is None:
        return text
    wanted = untitled(folded(text)) if known.label == "Person" else folded(text)
    return known.id if wanted in map(folded, (known.name, *known.others)) else text


def settled(request: Request, meant: Mapping[str, str]) -> Response | None:
    """Lead a form's address, which keeps ids beside names, to the one with what is meant; None where it keeps none."""
    asked = request.query_params.multi_items()
    beside = {f"{field}{KEPT}" for field in meant}
    if beside.isdisjoint(name for name, _ in asked):
        return None
    query = [(name, meant.get(name, value)) for name, value in asked if name not in beside]
    # Without its path, an address is of the page that was asked for, under whichever prefix the site stands.
    return RedirectResponse(f"?{urlencode(query)}", status_code=303)
