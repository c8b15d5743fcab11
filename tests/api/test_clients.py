"""Clients of other tools, each with a normalised cache, show what the server says, once everything was asked."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CLIENTS = ROOT / "tests" / "clients"


@pytest.fixture(scope="module")
def node() -> str:
    """Return the command that runs JavaScript, with what the clients need installed."""
    found = shutil.which("node")
    assert found, "the clients need Node: `make test` says how to get it"
    if not (CLIENTS / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit"], cwd=CLIENTS, check=True)
    return found


@pytest.mark.parametrize("tool", ["apollo", "urql", "relay"])
def test_a_cache_shows_what_the_server_says(address: str, node: str, tmp_path: Path, tool: str) -> None:
    asked = [node, f"{tool}.mjs", f"{address}/graphql"]
    if tool == "relay":
        asked += [str(ROOT / "schema.graphql"), str(tmp_path)]
    done = subprocess.run(asked, cwd=CLIENTS, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["wrong"] == []
    assert told["refused"] == ["Unknown"]
    assert told["asked"] > 25
    assert told["things"] > 2000
