"""The database goes away in the middle: readers hear so within two seconds, and all is well when it is back."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.conftest import SEEDS
from tests.neo4j.server import LTS, free_port, running

ASK = {"query": "{ areas { id } }"}


def wait_for(what: Callable[[], bool], seconds: float) -> float:
    """Wait until something is so, and give how long that took."""
    start = time.monotonic()
    while not what():
        assert time.monotonic() - start < seconds, "it never came back"
        time.sleep(0.25)
    return time.monotonic() - start


def ask_while_away(client: TestClient) -> None:
    start = time.monotonic()
    page = client.get("/who?of=coa", headers={"accept": "text/html"})
    between = time.monotonic()
    answer = client.post("/graphql", json=ASK)
    end = time.monotonic()
    assert (page.status_code, answer.status_code) == (503, 503)
    assert (page.headers["retry-after"], answer.headers["retry-after"]) == ("2", "2")
    assert "please try again in a moment" in page.text
    assert answer.json()["errors"][0]["extensions"]["code"] in {"DATABASE_UNAVAILABLE", "DATABASE_TIMEOUT"}
    assert between - start < 3
    assert end - between < 3


def answers(client: TestClient) -> bool:
    return client.get("/readyz").status_code == 200 and "data" in client.post("/graphql", json=ASK).json()


def engine_pid(folder: Path) -> int:
    """Find the engine's process by the folder it was given."""
    for process in psutil.Process().children(recursive=True) + list(psutil.process_iter()):
        try:
            if "app.store.embedded_host" in (line := process.cmdline()) and str(folder) in line:
                return process.pid
        except psutil.Error:
            continue
    raise AssertionError("no engine runs")


def test_a_killed_embedded_engine_is_started_again(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, seeds_dir=SEEDS, neo4j_uri="")
    with TestClient(create_app(settings)) as client:
        assert answers(client)
        os.kill(engine_pid(tmp_path), signal.SIGKILL)
        ask_while_away(client)
        wait_for(lambda: answers(client), 60)
        wait_for(lambda: client.get("/bromley/council-on-ageing").status_code == 200, 30)


def test_neo4j_may_go_and_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    with running(LTS, tmp_path, port=port) as server:
        monkeypatch.setenv("PARTNERSHIPS_NEO4J_PASSWORD", server.password)
        settings = Settings(neo4j_uri=server.uri, seeds_dir=SEEDS)
        site = TestClient(create_app(settings))
        client = site.__enter__()
        assert answers(client)
    try:
        ask_while_away(client)
        with running(LTS, tmp_path, port=port):
            wait_for(lambda: answers(client), 60)
    finally:
        site.__exit__(None, None, None)


def test_a_database_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    import subprocess
    import sys

    environment = os.environ | {"PARTNERSHIPS_NEO4J_URI": f"bolt://127.0.0.1:{free_port()}"}
    command = [sys.executable, "-m", "app.cli", "who", "coa"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 3
    assert "No database answers at bolt://127.0.0.1" in ended.stderr
    assert "Traceback" not in ended.stderr
