"""HEAD, on every address that answers GET: the same status and headers, and no body."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Answers HEAD as GET would be answered, and keeps the body back; the rest of the application knows only GET."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        head = scope["type"] == "http" and scope["method"] == "HEAD"

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(_saying_head(message))
            elif not message.get("more_body", False):
                await send({"type": "http.response.body", "body": b""})

        async def as_is(message: Message) -> None:
            await send(_saying_head(message))

        # A copy, since the server itself frames the answer by the method that it was asked with.
        inner = {**scope, "method": "GET"} if head else scope
        try:
            await self.app(inner, receive, without_body if head else as_is)
        finally:
            if "route" in inner:
                scope["route"] = inner["route"]


def _saying_head(message: Message) -> Message:
    """Name HEAD beside GET where an answer lists the methods that an address takes."""
    if message.get("status") == 405:
        headers = MutableHeaders(scope=message)
        allowed = headers.get("allow", "").split(", ")
        if "GET" in allowed and "HEAD" not in allowed:
            headers["allow"] = ", ".join([*allowed, "HEAD"])
    return message
