"""The API is tested through HTTP, over the session's application; what counts round trips looks at its explorer."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from app.api.compiling.plans import forget_statements
from app.caching.answers import forget_answers
from app.reading.explorer import Explorer
from app.reading.sizes import sizes_of
from tests.sites import Sites

from .places import FILES

Json = dict[str, Any]
Post = Callable[..., Json]
Trips = Callable[..., int]


@pytest.fixture(scope="session")
def explorer(client: TestClient) -> Explorer:
    """Return the explorer that the application's answers come from."""
    explorer: Explorer = client.app_state["explorer"]
    return explorer


@pytest.fixture(scope="session")
def post(client: TestClient) -> Post:
    """Return a way to send a query and get the whole response, errors included."""

    def post(query: str, **variables: object) -> Json:
        answer: Json = client.post("/graphql", json={"query": query, "variables": variables}).json()
        return answer

    return post


@pytest.fixture(scope="session")
def started(client: TestClient, explorer: Explorer) -> None:
    """Wait until the application asks nothing more of its own accord, as it does beside the first requests."""
    assert client.portal
    client.portal.call(sizes_of, explorer)
    before = -1
    while before != explorer.database.round_trips:
        before = explorer.database.round_trips
        time.sleep(0.5)


@pytest.fixture
def trips(post: Post, explorer: Explorer, started: None) -> Callable[..., int]:
    """Return a way to run a query as if it were new, field by field, and count its round trips to the database.

    The look at the version of the data is not counted.
    """

    def trips(query: str, **variables: object) -> int:
        forget_statements(explorer)
        forget_answers(explorer)
        before = explorer.database.round_trips
        answer = post(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return explorer.database.round_trips - before - 1

    return trips


@pytest.fixture(scope="session")
def address(client: TestClient) -> Iterator[str]:
    """Serve the same application on a free port, for clients of other languages."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"] = dict(client.app_state)
        await client.app(scope, receive, send)

    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", log_level="warning", ws="none"))
    assert client.portal
    serving = client.portal.start_task_soon(server.serve)
    waiting = threading.Event()
    while not server.started:
        assert not serving.done()
        waiting.wait(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    serving.result(timeout=20)


@pytest.fixture(scope="package")
def two_places(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[TestClient]:
    """Return the application over two small places with a body in common, on an engine of its own."""
    folder = tmp_path_factory.mktemp("two_places")
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text)
    with sites.over(folder, base_url="https://vale.example.org/") as (client, _):
        yield client


@pytest.fixture(scope="session")
def loop_thread(client: TestClient) -> int:
    """Return the thread that the application's event loop runs in."""
    assert client.portal
    return client.portal.call(threading.get_ident)
