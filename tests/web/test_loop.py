"""Long pages are written by turns, and a request that is broken off is no error of ours."""

import asyncio
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2 as httpx
import pytest
import uvicorn
from jinja2 import DictLoader, Environment
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from app.reading import pacing
from app.web.shell.broken_off import BrokenOff
from app.web.shell.render import Filled


def test_pages_say_how_long_they_are(client: TestClient) -> None:
    answer = client.get("/bromley", headers={"Accept-Encoding": "identity"})
    assert int(answer.headers["content-length"]) == len(answer.content) > 10_000
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_long_page_lets_others_have_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "SLICE", 0.0)
    rows = Environment(loader=DictLoader({"p": "{% for n in range(50) %}<p>{{ n }}{% endfor %}"}), autoescape=True)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def page() -> int:
        others = 0

        async def other() -> None:
            nonlocal others
            while True:
                others += 1
                await asyncio.sleep(0)

        beside = asyncio.create_task(other())
        await Filled(rows.get_template("p").generate(), status_code=200)({"type": "http"}, _nothing, send)
        beside.cancel()
        return others

    assert asyncio.run(page()) > 50
    assert sent[1]["body"] == "".join(f"<p>{n}" for n in range(50)).encode()


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


class Closing:
    """The application on a port of its own, with one address that is never answered, and a second to close in."""

    def __init__(self, client: TestClient) -> None:
        assert client.portal
        self.reached, self._client = threading.Event(), client
        config = uvicorn.Config(
            BrokenOff(self._app), port=0, lifespan="off", log_level="info", log_config=None, timeout_graceful_shutdown=1
        )
        self.server = uvicorn.Server(config)
        self.serving = client.portal.start_task_soon(self.server.serve)
        while not self.server.started:
            assert not self.serving.done()
            threading.Event().wait(0.05)
        self.address = f"http://127.0.0.1:{self.server.servers[0].sockets[0].getsockname()[1]}"

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        if Request(scope).url.path == "/never":
            self.reached.set()
            await asyncio.Event().wait()
        scope["state"] = dict(self._client.app_state)
        await self._client.app(scope, receive, send)


@pytest.fixture
def closing(client: TestClient) -> Iterator[Closing]:
    site = Closing(client)
    yield site
    site.server.should_exit = True
    site.serving.result(timeout=20)


def test_a_request_that_the_site_closes_on_is_told_to_come_again(
    closing: Closing, caplog: pytest.LogCaptureFixture
) -> None:
    assert httpx.get(f"{closing.address}/healthz").status_code == 200
    with ThreadPoolExecutor(1) as pool, caplog.at_level(logging.ERROR):
        waiting: Any = pool.submit(httpx.get, f"{closing.address}/never", timeout=30)
        assert closing.reached.wait(20)
        closing.server.should_exit = True
        answer = waiting.result(30)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["error"]["message"] == "This was broken off before it was answered: ask again."
    assert "Exception in ASGI" not in caplog.text


def test_the_whole_site_has_it(client: TestClient) -> None:
    app: Any = client.app
    assert BrokenOff in [each.cls for each in app.user_middleware]
