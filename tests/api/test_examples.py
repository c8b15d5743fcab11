"""What `docs/api.md` tells other programs to send is sent, as it stands there, to a small place."""

import json
import re
import shlex
import subprocess
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


def example(language: str, heading: str = "Changing the record") -> str:
    section = DOCUMENT.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    text: str
    (text,) = re.findall(rf"^```{language}\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    text = text.replace("bromley/chair-of-council-on-ageing", "testham/seat")
    return text.replace("bromley/council-on-ageing", "testham/board").replace("bromley", "testham")


def sent_by_curl(program: Program, text: str) -> Any:
    """Send what a call of curl would."""
    words = shlex.split(text.replace("\\\n", " "))
    headers = {
        name.lower(): value for name, value in (words[n + 1].split(": ", 1) for n, it in enumerate(words) if it == "-H")
    }
    assert headers.pop("authorization") == "Bearer $TOKEN"
    content = words[words.index("-d") + 1]
    return program.client.post("/graphql", content=content, headers=headers | program.headers).json()["data"]


def in_place(program: Program, text: str, address: str) -> str:
    """Return an example with the address and the token of the program."""
    secret = program.headers["authorization"].removeprefix("Bearer ")
    return text.replace("http://127.0.0.1:8000", address).replace('"..."', f'"{secret}"')


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
    found: dict[str, Any] = {}
    exec(in_place(program, example("python"), address), found)  # noqa: S102 - it is the example
    assert found["result"]["__typename"] == "ChangeMade"
    assert program.entry("ORGANIZATION", "testham/board")["says"]["name"] == "Forum on Ageing"


def test_the_example_for_curl_adds_a_person(program: Program) -> None:
    assert sent_by_curl(program, example("sh"))["changeEntries"]["__typename"] == "ChangeMade"
    assert program.entry("PERSON", "testham/pat-lee")["says"]["name"] == "Pat Lee"


EVENTS = "What happened"


def test_the_example_for_curl_fills_a_seat(program: Program) -> None:
    data = sent_by_curl(program, example("sh", EVENTS).replace('"Pat Lee"', '"Paul Lee"'))
    assert data["fillPost"]["__typename"] == "ChangeMade", data
    assert "paul-lee" in str(program.entry("POST", "testham/seat")["says"]["holders"])


def test_the_example_in_python_records_a_meeting(program: Program, address: str) -> None:
    found: dict[str, Any] = {}
    exec(in_place(program, example("python", EVENTS), address), found)  # noqa: S102 - it is the example
    assert found["result"]["__typename"] == "ChangeMade"
    assert "Jo Ward" in str(program.ask("{ people { edges { node { name } } } }").json())


def test_the_example_in_javascript_adds_a_body(program: Program, address: str) -> None:
    code = in_place(program, example("js", EVENTS), address)
    done = subprocess.run(["node", "--input-type=module", "-e", code], check=False, capture_output=True, text=True)
    assert json.loads(done.stdout)["__typename"] == "ChangeMade", done.stderr
    assert program.entry("ORGANIZATION", "testham/forum-of-carers")["says"]["name"] == "Forum of Carers"
