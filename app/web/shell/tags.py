"""Tags of files (RFC 9110, 8.8.3): whoever has the same file already is told so, and is not sent it again."""

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response


def tagged(request: Request, content: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """Return a file with a tag of what is in it; 304 and no file when the reader's copy has that tag."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    told = {**headers, "ETag": tag}
    if tag in _known(request):
        return Response(status_code=304, headers=told)
    return Response(content, media_type=media_type, headers=told)


def _known(request: Request) -> set[str]:
    """Return the tags of the copies that a reader has: If-None-Match, compared weakly (13.1.2)."""
    return {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
