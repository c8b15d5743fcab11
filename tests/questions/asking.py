"""Asking one question in three ways: as a page, as a field and as a command."""

import html
import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.commands import in_process


def field(client: TestClient, query: str, **variables: object) -> Any:
    """Ask GraphQL and give the only field's answer; errors fail the test."""
    answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer, answer
    (found,) = answer["data"].values()
    return found


def page(client: TestClient, address: str, status: int = 200) -> str:
    """Return a page's words, without its marks, spaces made one."""
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == status, answer.text[:500]
    main = re.search(r"<main.*</main>", answer.text, re.DOTALL)
    assert main
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


def command(settings: Settings, *arguments: str, code: int = 0) -> str:
    """Run `partnerships` over the data of the session's application and give what it prints."""
    kept = {
        "PARTNERSHIPS_DATA_DIR": str(settings.data_dir),
        "PARTNERSHIPS_SEEDS_DIR": str(settings.seeds_dir),
        "PARTNERSHIPS_NEO4J_URI": "",
        "PARTNERSHIPS_READ_DEADLINE": "15",
        "COLUMNS": "240",
    }
    with pytest.MonkeyPatch.context() as patch:
        # The engine runs already, and what holds it early would do so until the tests end.
        patch.setattr("app.commands.beginning.start_engine_early", lambda: None)
        ran = in_process(arguments, kept)
    assert ran.exit_code == code, ran.output
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran.stdout


def command_json(settings: Settings, *arguments: str) -> Any:
    """Run a command with `--json` and read its answer."""
    return json.loads(command(settings, *arguments, "--json"))
