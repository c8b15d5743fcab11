"""`partnerships export --format` writes what the address of the same format gives, and says what the format cannot hold."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.exchange.formats.registry import FORMATS
from app.settings import Settings
from tests.commands import in_process

Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def run_export(client: TestClient, settings: Settings) -> Iterator[Run]:
    """Return a way to run the command over the database of the application: its exit code and all that it printed."""
    kept = {"PARTNERSHIPS_DATA_DIR": str(settings.data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
    kept |= {"PARTNERSHIPS_BASE_URL": "http://testserver", "PARTNERSHIPS_READ_DEADLINE": "15"}

    def run_export(*words: str) -> tuple[int, str]:
        done = in_process(("export", *words), kept)
        return done.exit_code, done.output

    with pytest.MonkeyPatch.context() as patch:
        # The engine runs already, and what a command holds early it would hold until the tests end.
        patch.setattr("app.commands.beginning.start_engine_early", lambda: None)
        yield run_export


@pytest.mark.parametrize("name", ["popolo", "org-turtle", "yaml"])
def test_a_file_is_what_the_address_gives(client: TestClient, run_export: Run, name: str, tmp_path: Path) -> None:
    (of,) = (each for each in FORMATS if each.name == name)
    path = tmp_path / f"gloucester.{of.ending}"
    code, said = run_export("gloucester", "--format", name, "--output", str(tmp_path))
    assert (code, said) == (0, f"Wrote what is public of Gloucester into {path}.\n")
    assert path.read_bytes() == client.get(f"/data/gloucester.{of.ending}").content


def test_it_is_printed_with_the_report_where_no_file_is_named(client: TestClient, run_export: Run) -> None:
    code, said = run_export("gloucester", "--format", "mermaid", "--report")
    drawn = client.get("/data/gloucester.mmd").text
    assert code == 0
    assert drawn in said
    assert "Not in a Mermaid flowchart:\n" in said
    assert "  Meeting: 7\n" in said
    code, said = run_export("gloucester", "--format", "graphml", "--report")
    assert (code, "GraphML holds everything public that is recorded." in said) == (0, True)


def test_what_is_wrong_is_a_sentence(run_export: Run, tmp_path: Path) -> None:
    code, said = run_export("gloucester", "--format", "word")
    assert (code, said.startswith("--format word is not known: use one of popolo, org-turtle,")) == (1, True)
    code, said = run_export("gloucester", "--report")
    assert (code, said) == (1, "--report tells what a --format cannot hold; the data file holds everything.\n")
    code, said = run_export("gloster", "--format", "popolo")
    assert (code, said.startswith("No area has the id 'gloster'."), "(gloucester)" in said) == (1, True, True)
    (tmp_path / "mine.ttl").write_text("kept")
    code, said = run_export("gloucester", "--format", "org-turtle", "--output", str(tmp_path / "mine.ttl"))
    assert (
        code,
        said.endswith("is there already: choose another name, or add --overwrite.\n"),
        (tmp_path / "mine.ttl").read_text(),
    ) == (1, True, "kept")
