"""GraphiQL, the page to try queries on: our own files only, under the strictest policy."""

import gzip
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

_FRONTEND = Path(__file__).resolve().parents[3] / "frontend"
_VENDOR = _FRONTEND / "static" / "vendor" / "graphiql"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
_DAY = "public, max-age=86400"


def page() -> Response:
    """Return the page."""
    text = (_FRONTEND / "templates" / "graphiql.html").read_text("utf-8")
    return HTMLResponse(text, headers={"Content-Security-Policy": POLICY, "Vary": "Accept"})


async def asset(request: Request) -> Response:
    """Return one of the files that the page loads; they are stored compressed, and mostly sent so."""
    name = request.path_params["name"]
    kept = _stored().get(name)
    if kept is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    headers = {"Content-Type": _TYPES[Path(name).suffix], "Cache-Control": _DAY, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(kept, headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(kept), headers=headers)


@cache
def _stored() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in _VENDOR.glob("*.gz")}
