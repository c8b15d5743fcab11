"""A form that is sent after its session ended: the page to sign in takes what was typed along, and nothing is lost."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from starlette.responses import Response

from app.web.pages.signing_in import sign_in_page
from app.web.pages.typed import action_of, typed_in
from app.web.shell.private import PrivateRoute, bounded, fields_sent, is_sent_from_here, reader_asking

GONE_BACK_TO = "private, no-cache"
"""A page that was sent for is kept by the browser of whoever sent, as far as it takes to go back to it: asked for once
more it would be sent once more, and a browser shows an error in its place."""


class FormRoute(PrivateRoute):
    """A private route whose forms take long to fill in: whoever was signed out meanwhile goes on after signing in."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        answer, most = super().get_route_handler(), self.most_sent

        async def answer_or_hold(request: Request) -> Response:
            if request.method != "POST" or not is_sent_from_here(request) or await reader_asking(request):
                answered = await answer(request)
                if request.method == "POST" and answered.status_code != 303:
                    answered.headers["Cache-Control"] = GONE_BACK_TO
                return answered
            read = Request(request.scope, bounded(request, most), request._send)
            try:
                fields = await fields_sent(read)
            finally:
                await read.close()
            if fields.get("step") == "keep":
                return Response(status_code=401)
            return sign_in_page(
                request, leads_to=action_of(request.url.path, fields), typed=typed_in(fields), status=401
            )

        return answer_or_hold
