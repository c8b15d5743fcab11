"""An address has no slash at its end: one that has leads to the one that has none. `/graphql/` is answered itself."""

from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

ANSWERED = frozenset({"/graphql/"})
"""Where programs ask: many do not follow when they are sent elsewhere, or lose what they sent."""


class Slashes:
    """Leads an address with slashes at its end to the one without (308: by the same method, for good)."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["path"] == "/" or not scope["path"].endswith("/"):
            await self.app(scope, receive, send)
        elif scope["path"] in ANSWERED:
            scope["path"] = scope["path"].rstrip("/")
            scope["raw_path"] = scope["path"].encode()
            await self.app(scope, receive, send)
        else:
            # Slashes at its beginning go too: a browser takes what follows two of them for another site.
            query = scope["query_string"].decode("latin-1")
            place = "/" + quote(scope["path"].strip("/")) + (f"?{query}" if query else "")
            await RedirectResponse(place, 308)(scope, receive, send)
