"""What `docs/api.md` tells other programs to send is sent, as it stands there, to a small place."""

import re
import shlex
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from app.domain.rights import Grant, Role
from tests.api.programs import FILE, Program, with_token
from tests.sites import Sites

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "api.md"
"""Its place stands for the small one, and its body for the board."""


def example(language: str) -> str:
    section = DOCUMENT.read_text("utf-8").split("\n## Changing the record\n")[1].split("\n## ")[0]
    text: str
    (text,) = re.findall(rf"^```{language}\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    return text.replace("bromley/council-on-ageing", "testham/board").replace("bromley", "testham")


@pytest.fixture(scope="module")
def program(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Return a program that may write in a small place."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(FILE)
    with sites.over(seeds) as (client, _):
        yield with_token(client, "eve", Grant(Role.EDITOR, "testham"))


@pytest.fixture
def address(program: Program) -> Iterator[str]:
    """Serve that place on a free port."""
    client: TestClient = program.client

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
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    serving.result(timeout=20)


def test_the_example_in_python_renames_a_body(program: Program, address: str) -> None:
    secret = program.headers["authorization"].removeprefix("Bearer ")
    code = example("python").replace("http://127.0.0.1:8000", address).replace('"..."', repr(secret))
    found: dict[str, Any] = {}
    exec(code, found)  # noqa: S102 - it is the example
    assert found["result"]["__typename"] == "ChangeMade"
    assert program.entry("ORGANIZATION", "testham/board")["says"]["name"] == "Forum on Ageing"


def test_the_example_for_curl_adds_a_person(program: Program) -> None:
    words = shlex.split(example("sh").replace("\\\n", " "))
    headers = {
        name.lower(): value for name, value in (words[n + 1].split(": ", 1) for n, it in enumerate(words) if it == "-H")
    }
    assert headers.pop("authorization") == "Bearer $TOKEN"
    answer = program.client.post("/graphql", content=words[words.index("-d") + 1], headers=headers | program.headers)
    assert answer.json()["data"]["changeEntries"]["__typename"] == "ChangeMade"
    assert program.entry("PERSON", "testham/pat-lee")["says"]["name"] == "Pat Lee"
