"""Neo4j without Docker: each version that this machine's Java can run, and what is said where it cannot."""

from pathlib import Path

import neo4j
import psutil
import pytest

from app.settings import Settings
from tests.neo4j import fetching
from tests.neo4j.server import CURRENT, LTS, Neo4jMissing, fetch

SERVERS = [f"neo4j-{LTS}", f"neo4j-{CURRENT}"]


@pytest.mark.parametrize("engine_settings", SERVERS, indirect=True, scope="session")
def test_a_server_listens_on_loopback_alone_and_is_of_the_version_asked_for(
    engine_settings: Settings, request: pytest.FixtureRequest
) -> None:
    """That a server has gone when it was stopped is seen at the end of all tests: `engine_settings`."""
    port = int(engine_settings.neo4j_uri.rpartition(":")[2])
    auth = (engine_settings.neo4j_user, engine_settings.neo4j_password.get_secret_value())
    with neo4j.GraphDatabase.driver(engine_settings.neo4j_uri, auth=auth) as driver:
        asked = request.node.callspec.params["engine_settings"].removeprefix("neo4j-")
        assert driver.get_server_info().agent == f"Neo4j/{asked}"
    found = [(c.pid, *c.laddr) for c in psutil.net_connections("inet") if c.status == psutil.CONN_LISTEN]
    (process,) = {pid for pid, _, at in found if at == port}
    listening = {str(ip).removeprefix("::ffff:") for pid, ip, _ in found if pid == process}
    assert listening == {"127.0.0.1"}


def test_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIPS_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Neo4jMissing, match="install `mvn`"):
        fetch(LTS)
    monkeypatch.setattr(fetching, "java_for", lambda _: None)
    with pytest.raises(Neo4jMissing, match="Java development kit, 17 or newer"):
        fetching.require_java(LTS)
