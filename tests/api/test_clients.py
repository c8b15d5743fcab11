"""Clients of other tools show what the server says: from normalised caches, and through types made of the schema."""

import json
import shutil
import subprocess
import sys
import venv
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


def test_a_document_is_named_by_its_hash_once_it_is_known(address: str, node: str) -> None:
    asked = [node, "persisted.mjs", f"{address}/graphql"]
    done = subprocess.run(asked, cwd=CLIENTS, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    first, again = json.loads(done.stdout)
    assert [(each["method"], each["document"]) for each in first["sent"]] == [("GET", False), ("POST", True)]
    assert again["sent"] == [{"method": "GET", "document": False, "status": 200}]
    assert first["name"] == again["name"]


@pytest.fixture(scope="module")
def python() -> Path:
    """Return the Python that the generator of clients is installed for, which needs libraries of its own."""
    folder = CLIENTS / ".venv"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (folder / "installed").exists():
        venv.create(folder, clear=True, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(CLIENTS / "requirements.lock")]
        subprocess.run([*install, *locked], check=True)
        (folder / "installed").touch()
    return python


def test_a_generated_client_takes_what_the_server_says(address: str, node: str, python: Path, tmp_path: Path) -> None:
    asked = subprocess.run([node, "asked_as_json.mjs"], cwd=CLIENTS, capture_output=True, text=True, check=True).stdout
    command = [str(python), "generated.py", f"{address}/graphql", str(ROOT / "schema.graphql"), str(tmp_path)]
    done = subprocess.run(command, input=asked, cwd=CLIENTS, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told == {"asked": len(json.loads(asked)), "refused": ["Unknown"], "wrong": []}
