"""What every answer tells the browser: load nothing from elsewhere, run nothing inline, be framed by nobody.

Pictures for other people's pages, and they alone, may be framed by anybody; a mistake in their address is told inside
the frame too, not hidden behind the browser's refusal.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_RULES = (
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
POLICY = "; ".join((*_RULES, "frame-ancestors 'none'"))
EMBED_POLICY = "; ".join((*_RULES, "frame-ancestors *"))
EMBEDS = "/embed/"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
EMBED_HEADERS = HEADERS | {"Content-Security-Policy": EMBED_POLICY}


class SecurityHeaders:
    """Adds the headers to every answer that has not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        own = EMBED_HEADERS if scope["path"].startswith(EMBEDS) else HEADERS

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in own.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)
