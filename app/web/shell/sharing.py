"""What programs on other sites may read: every file, feed, picture and answer to a program, and nothing with a session.

Everything here is public and is read without cookies, so the browser is told that any site may have it (the Fetch
standard's CORS protocol). Pages for people are left out: what they say is had from files and GraphQL as data.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ANYBODY = {"Access-Control-Allow-Origin": "*"}
OPEN = _ANYBODY | {"Access-Control-Expose-Headers": "ETag, Retry-After, Content-Disposition"}
"""On every answer that is no page. The headers named are those that a program needs and browsers keep back."""
PREFLIGHT = _ANYBODY | {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    # Browsers take `*` for neither `authorization` nor old engines, so each header that clients send is named.
    "Access-Control-Allow-Headers": (
        "accept, apollo-require-preflight, apollographql-client-name, apollographql-client-version, authorization,"
        " content-type, if-none-match, traceparent, tracestate, x-apollo-operation-name, x-requested-with"
    ),
    "Access-Control-Max-Age": "86400",
}


class Shared:
    """Answers what browsers ask before they ask, and opens every answer that is no page to other sites.

    What is made for one reader is opened to none.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS" and "access-control-request-method" in Headers(scope=scope):
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send)
            return

        async def send_openly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_private = "private" in headers.get("cache-control", "")
                if not is_private and not headers.get("content-type", "").startswith("text/html"):
                    headers.update(OPEN)
            await send(message)

        await self.app(scope, receive, send_openly)
