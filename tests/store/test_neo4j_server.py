"""Neo4j without Docker: each version that this machine's Java can run starts, answers and stops."""

from pathlib import Path

import neo4j
import psutil
import pytest

from tests.neo4j import fetching
from tests.neo4j.server import CURRENT, LTS, Neo4jMissing, fetch, java_for, running

VERSIONS = [LTS, *([CURRENT] if java_for(CURRENT) else [])]


@pytest.mark.parametrize("version", VERSIONS)
def test_starts_on_loopback_answers_and_stops(version: str, tmp_path: Path) -> None:
    with running(version, tmp_path / "data") as server:
        with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
            assert driver.execute_query("RETURN 1 AS one", database_="neo4j").records[0]["one"] == 1
            assert driver.get_server_info().agent == f"Neo4j/{version}"
        process = psutil.Process(server.pid)
        listening = [c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN]
        assert [ip.removeprefix("::ffff:") for ip in listening] == ["127.0.0.1"]
    assert not process.is_running()


def test_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIPS_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Neo4jMissing, match="install `mvn`"):
        fetch(LTS)
    monkeypatch.setattr(fetching, "java_for", lambda _: None)
    with pytest.raises(Neo4jMissing, match="Java development kit, 17 or newer"):
        fetching.require_java(LTS)
