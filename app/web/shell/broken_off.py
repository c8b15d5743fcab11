"""A request that is broken off before it is answered, as when the site closes, is told to be sent again.

Nothing has gone wrong then: it is no error of ours, neither in the answer nor in the log.
"""

import asyncio

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.shell.security import HEADERS
from app.web.shell.sharing import OPEN

_AGAIN = {"error": {"code": "DATABASE_TIMEOUT", "message": "This was broken off before it was answered: ask again."}}


class BrokenOff:
    """Answers requests whose work is cancelled with 503, if their answer has not begun."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        begun = scope["type"] != "http"

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except asyncio.CancelledError:
            if begun:
                raise
            headers = {**HEADERS, **OPEN, "Retry-After": "2", "Cache-Control": "no-store"}
            await JSONResponse(_AGAIN, 503, headers)(scope, receive, send)
