"""What every answer tells the browser: load nothing from elsewhere, run nothing inline, be framed by nobody.

Pictures for other people's pages, and they alone, may be framed by anybody; a mistake in their address is told inside
the frame too, not hidden behind the browser's refusal.
"""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.shell.bundling import offline, relationship_file

_RULES = (
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
POLICY = "; ".join((*_RULES, "frame-ancestors 'none'"))
EMBED_POLICY = "; ".join((*_RULES, "frame-ancestors *"))
CONSOLE_POLICY = POLICY.replace("img-src 'self' data:; ", "")
FILE_POLICY = "default-src 'none'"
SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A saved drawing has its own colours inside; it loads and runs nothing."""
EMBEDS = ("/embed/", "/data/reconcile/preview")
"""How the paths begin of what is there to be framed."""
CONSOLE = "/graphql"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_REST = [
    (name.lower().encode(), value.encode()) for name, value in HEADERS.items() if name != "Content-Security-Policy"
]
"""What is the same on all answers, as it is sent."""
_OFFLINE = {
    re.compile(r"/diagrams/.*\.html"): offline,
    re.compile(r"/relationships/[^/]*\.html"): relationship_file,
}
"""Where one file is saved, which carries its own policy too; a mistake in its address is told on a page."""
_FILES = ("image/", "application/pdf", "text/csv", "text/calendar", "application/vnd.")
"""How the media types begin of what is kept as a file."""


def policy_of(path: str, media_type: str, status: int) -> str:
    """Return what an answer may load and run, and who may frame it, by its address and what it is."""
    for address, bundle in _OFFLINE.items():
        if address.fullmatch(path) and status < 300:
            return f"{bundle().policy}; frame-ancestors 'none'"
    if path.startswith(EMBEDS):
        return EMBED_POLICY
    if media_type.startswith("image/svg+xml"):
        return SVG_POLICY
    if media_type.startswith(_FILES):
        return FILE_POLICY
    return CONSOLE_POLICY if path == CONSOLE else POLICY


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

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower(): value for name, value in message["headers"]}
                added = [each for each in _REST if each[0] not in said]
                if b"content-security-policy" not in said:
                    media_type = said.get(b"content-type", b"").decode("latin-1")
                    policy = policy_of(scope["path"], media_type, message["status"])
                    added.insert(0, (b"content-security-policy", policy.encode()))
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await self.app(scope, receive, send_with_headers)
