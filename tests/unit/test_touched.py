"""What a change can break is found by imports, nearest first, and by name where a file is no Python."""

import subprocess
from pathlib import Path

import pytest

from tests.touched import changed_files, chosen, distances, importers, naming, of_the_same_word

FILES = {
    "app/__init__.py": "",
    "app/rules.py": "",
    "app/ask.py": "from app import rules\nload('find_seats')",
    "app/pages.py": "import app.ask",
    "app/other.py": "",
    "tests/__init__.py": "",
    "tests/conftest.py": "",
    "tests/unit/helping.py": "from app.rules import one",
    "tests/unit/test_rules.py": "from .helping import it",
    "tests/unit/test_other.py": "from app.other import x",
    "tests/web/test_pages.py": "from app.pages import page",
    "cypher/read/find_seats.cypher": "MATCH (n)",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_the_nearest_come_first_and_what_is_not_reached_not_at_all(root: Path) -> None:
    near = distances(["app/rules.py"], importers(root))
    assert near == {
        "app/rules.py": 0,
        "app/ask.py": 1,
        "tests/unit/helping.py": 1,
        "app/pages.py": 2,
        "tests/unit/test_rules.py": 2,
        "tests/web/test_pages.py": 3,
    }
    assert chosen(near, {}) == ["tests/unit/test_rules.py", "tests/web/test_pages.py"]


def test_time_ends_the_list_but_leaves_what_is_changed_itself(root: Path) -> None:
    near = distances(["app/rules.py", "tests/unit/test_other.py"], importers(root))
    took = {"tests/unit/test_other.py": 90.0, "tests/unit/test_rules.py": 3.0, "tests/web/test_pages.py": 9.0}
    assert chosen(near, took, 60) == ["tests/unit/test_other.py"]
    assert chosen(near, took, 95) == ["tests/unit/test_other.py", "tests/unit/test_rules.py"]
    assert chosen(near, took, 102) == [*took]


def test_what_is_called_alike_is_near() -> None:
    tests = ["tests/web/test_history_feed.py", "tests/store/test_history.py", "tests/web/test_feeds.py"]
    assert of_the_same_word(["app/web/pages/history.py"], tests) == {*tests[:2]}
    assert of_the_same_word(
        ["app/questions/gaps/rules.py"], ["tests/unit/test_gaps_told.py", "tests/unit/test_rules.py"]
    ) == {"tests/unit/test_gaps_told.py"}


def test_all_tests_import_what_pytest_imports_for_them(root: Path) -> None:
    near = distances(["tests/conftest.py"], importers(root))
    assert {file for file in near if "/test_" in file} == {file for file in FILES if "/test_" in file}


def test_a_query_stands_for_the_modules_that_name_it(root: Path) -> None:
    assert naming(root, "cypher/read/find_seats.cypher") == {"app/ask.py"}
    assert naming(root, "cypher/read/find_nobody.cypher") == set()


def test_changed_is_what_differs_from_main_and_what_is_new(root: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)

    for words in (["init"], ["add", "app", "cypher"], ["commit", "-m", "first"], ["switch", "-c", "work"]):
        git(*words)
    (root / "app" / "rules.py").write_text("one = 1")
    git("commit", "-am", "second")
    (root / "app" / "ask.py").write_text("")
    (root / "app" / "other.py").unlink()
    assert set(changed_files(root)) == {"app/rules.py", "app/ask.py", *(f for f in FILES if f.startswith("tests/"))}
