"""Runs first what a change can break: `make quick`, an answer in under a minute, before `make test` says the rest.

What is changed is what differs from the branch `main`, or on it what is not committed yet. A file of tests is near to it
if few imports lead from it there; what is no Python, such as a query or a template, stands for the modules that name it.
The nearest run, as many as the last runs say that there is time for, on the embedded engine alone.
"""

import ast
import json
import os
import subprocess
import sys
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TIME = 60.0
"""Seconds that the tests of one answer may take, in two workers together, of which each takes some to begin."""
UNKNOWN = {"unit": 1.5, "sheets": 1.5, "minutes": 1.5}
"""By folder, what a file is taken to cost that never ran here."""
DEAR = 8.0
"""The same for all other folders."""
EVERYWHERE = frozenset(
    "app domain store reading record exchange web pages pictures shell api schema commands questions rules ask words"
    " table tests unit test __init__ conftest".split()
)
"""Names of modules and folders that say nothing of what a module is about."""
Graph = Mapping[str, set[str]]
"""By file, the files that import it."""


def importers(root: Path) -> Graph:
    """Return by each Python file of the program and its tests those that import it."""
    files = {str(path.relative_to(root)) for part in ("app", "tests") for path in (root / part).rglob("*.py")}
    files = {file for file in files if "node_modules" not in file}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in files:
        for name in _imported(file, (root / file).read_text("utf-8")):
            stem = name.replace(".", "/")
            for imported in {f"{stem}.py", f"{stem}/__init__.py"} & files:
                found[imported].add(file)
        for folder in Path(file).parents:  # pytest imports these for every file beneath
            if f"{folder}/conftest.py" in files:
                found[f"{folder}/conftest.py"].add(file)
    return found


def _imported(file: str, text: str) -> Iterable[str]:
    package = file.split("/")[:-1]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            module = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            yield module
            yield from (f"{module}.{each.name}" for each in node.names)


def naming(root: Path, file: str) -> set[str]:
    """Return the Python files that name a file of another kind, by its name or what that begins with, in quotes."""
    path = Path(file)
    words = [f"{mark}{word}{mark}" for word in (path.name, path.stem) for mark in "\"'"] + [f"/{path.name}"]
    texts = ((each, each.read_text("utf-8")) for part in ("app", "tests") for each in (root / part).rglob("*.py"))
    return {str(each.relative_to(root)) for each, text in texts if any(word in text for word in words)}


def distances(changed: Iterable[str], graph: Graph) -> dict[str, int]:
    """Return how many imports lead from each file to the nearest of what is changed."""
    found = dict.fromkeys(changed, 0)
    waiting = deque(found)
    while waiting:
        file = waiting.popleft()
        for importer in graph.get(file, ()):
            if importer not in found:
                found[importer] = found[file] + 1
                waiting.append(importer)
    return found


def of_the_same_word(changed: Iterable[str], tests: Iterable[str]) -> set[str]:
    """Return the files of tests that are called as what is changed: one word names a question everywhere."""
    words = {word for file in changed for word in (Path(file).stem, Path(file).parent.name)} - EVERYWHERE
    return {file for file in tests if words & {*Path(file).stem.split("_"), Path(file).stem.removeprefix("test_")}}


def chosen(near: Mapping[str, int], costs: Mapping[str, float], time: float = TIME) -> list[str]:
    """Return the files of tests that are nearest, the cheap ones first among equals; those that are changed always."""
    tests = filter(is_of_tests, near)
    taken: list[str] = []
    for file in sorted(tests, key=lambda file: (near[file], cost(file, costs), file)):
        if near[file] == 0 or cost(file, costs) <= time:
            time -= cost(file, costs)
            taken.append(file)
    return taken


def is_of_tests(file: str) -> bool:
    """Tell whether a file has tests in it."""
    return file.startswith("tests/") and Path(file).name.startswith("test_")


def cost(file: str, costs: Mapping[str, float]) -> float:
    """Return the seconds that a file of tests took when it last ran here, or what such a file takes."""
    return costs.get(file, UNKNOWN.get(file.split("/")[1], DEAR))


def costs_in(root: Path) -> dict[str, float]:
    """Return the seconds of each file of tests that ran here, without those on other engines."""
    kept = root / ".pytest_cache" / "v" / "costs" / "tests"
    found: defaultdict[str, float] = defaultdict(float)
    for test, seconds in (json.loads(kept.read_text("utf-8")) if kept.exists() else {}).items():
        if "neo4j-" not in test:
            found[test.partition("::")[0]] += seconds
    return found


def changed_files(root: Path) -> list[str]:
    """Return what differs from where this branch left `main`, with what is new and not committed."""

    def git(*words: str) -> list[str]:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
        return done.stdout.split("\0")[:-1] if "-z" in words else done.stdout.split()

    base = (git("merge-base", "HEAD", "main") or ["HEAD"])[0]
    found = [*git("diff", "--name-only", "-z", base), *git("ls-files", "--others", "--exclude-standard", "-z")]
    return [file for file in dict.fromkeys(found) if (root / file).exists()]


def main() -> None:
    """Choose, say what was chosen, and run it in the place of this process."""
    say = sys.stdout.write
    changed = changed_files(ROOT)
    python = [file for file in changed if file.endswith(".py")]
    named = {one for file in changed if file not in python for one in naming(ROOT, file)}
    near = distances([*python, *sorted(named)], importers(ROOT))
    reached = [file for file in near if is_of_tests(file)]
    near |= {file: min(near[file], 1) for file in of_the_same_word(changed, reached)}
    taken = chosen(near, costs_in(ROOT))
    if not taken:
        say(f"No test imports what is changed ({len(changed)} files): `make test` runs all.\n")
        return
    say(
        f"The nearest {len(taken)} of {len(reached)} files of tests that {len(changed)} changed files reach; all: make test.\n"
    )
    sys.stdout.flush()
    command = [sys.executable, "-m", "pytest", "-q", "-k", "not neo4j-", *sys.argv[1:], *taken]
    os.execv(sys.executable, command)  # noqa: S606 - pytest as it is, with its colours and its code


if __name__ == "__main__":
    main()
