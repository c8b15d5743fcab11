"""One application over three small places, asked as a page, as a field and as a command."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.commands import in_process
from tests.conftest import SEEDS
from tests.names.places import FILES
from tests.sentinel.reading import Node, parsed
from tests.sites import Sites


@dataclass(frozen=True)
class Page:
    """A page as it came."""

    status: int
    address: str
    """Where it stands after what it led to."""
    main: Node
    text: str

    @property
    def heading(self) -> str:
        """What it is about."""
        return next(iter(self.main.all("h1"))).text()

    @property
    def links(self) -> list[str]:
        """The addresses that it leads to, in order."""
        return [link.attributes["href"] for link in self.main.all("a")]


class Asked:
    """The application, asked in each way."""

    def __init__(self, client: TestClient, settings: Settings) -> None:
        """Take the running application and its settings."""
        self.client, self._settings = client, settings

    def page(self, path: str, **query: str) -> Page:
        """Ask as a browser does."""
        came = self.client.get(path, params=query, headers={"accept": "text/html"})
        whole = parsed(came.text)
        return Page(came.status_code, str(came.url), next(iter(whole.all("main")), whole), came.text)

    def program(self, path: str, **query: str) -> tuple[int, Any]:
        """Ask as a program does, which takes JSON."""
        came = self.client.get(path, params=query, headers={"accept": "application/json"})
        return came.status_code, came.json()

    def field(self, query: str, **variables: object) -> Any:
        """Ask GraphQL: the whole answer."""
        return self.client.post("/graphql", json={"query": query, "variables": variables}).json()

    def run(self, *words: str) -> tuple[int, str, str]:
        """Run a command: its exit code, and what it says on either way out."""
        kept = {
            "PARTNERSHIPS_DATA_DIR": str(self._settings.data_dir),
            "PARTNERSHIPS_SEEDS_DIR": str(self._settings.seeds_dir),
            "PARTNERSHIPS_NEO4J_URI": "",
            "PARTNERSHIPS_READ_DEADLINE": "15",
            "COLUMNS": "200",
        }
        done = in_process(words, kept)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.stdout, done.stderr

    def run_json(self, *words: str) -> tuple[int, Any]:
        """Run a command with `--json`."""
        code, output, _ = self.run(*words, "--json")
        return code, json.loads(output)


@pytest.fixture(scope="package")
def asked(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Asked]:
    """Return the application over the places."""
    folder: Path = tmp_path_factory.mktemp("names")
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(SEEDS / "questions", folder / "questions")
    with sites.over(folder) as (client, settings):
        yield Asked(client, settings)
