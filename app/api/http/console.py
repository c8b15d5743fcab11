"""GraphiQL, the page to try queries on: our own files only, under the strictest policy."""

import gzip
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

_FRONTEND = Path(__file__).resolve().parents[3] / "frontend"
_VENDOR = _FRONTEND / "static" / "vendor" / "graphiql"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def page() -> Response:
    """Return the page."""
    text = (_FRONTEND / "templates" / "graphiql.html").read_text("utf-8")
    return HTMLResponse(text, headers={"Vary": "Accept"})


async def asset(request: Request) -> Response:
    """Return one of the files that the page loads; they are stored compressed."""
    name = request.path_params["name"]
    kept = _stored().get(name)
    if kept is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    return Response(gzip.decompress(kept), headers={"Content-Type": _TYPES[Path(name).suffix]})


@cache
def _stored() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in _VENDOR.glob("*.gz")}
