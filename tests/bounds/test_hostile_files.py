"""No data file eats the machine: each is refused or read within two seconds of processor a megabyte, and 300 MB.

This is the one bound on time that is a test, since it is what the reader promises (docs/data-format.md). It is
processor time of a process of its own, so that a busy machine does not matter.
"""

import re
from pathlib import Path

import pytest

from app.exchange import limits
from tests.bounds import bounded, hostile_files
from tests.bounds.bounded import Taken

SMALL, CHAIN, LARGE = 200_000, 1_000_000, 4_900_000
ODD = "the folder of them"
"""What `odd_files` calls the folder that has what only looks like a file."""
IN_FULL = ("unknown-bodies", "chain-of-posts", "many-facts", "empty-entries", "one-name-of-wide-letters")
"""The worst of each sort, as large as a file may be."""
QUADRATIC = """
import app.exchange.coherence as coherence

def circles(onward):
    done, found = set(), []
    for start in onward:
        trail, stack = [start], [(start, iter(onward.get(start, ())))]
        if start in done:
            continue
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                done.add(node), trail.pop(), stack.pop()
            elif following in sorted(trail):
                found.append(trail[trail.index(following):])
            elif following not in done:
                trail.append(following)
                stack.append((following, iter(onward.get(following, ()))))
    return found

coherence.circles = circles
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Taken]:
    folder = tmp_path_factory.mktemp("small")
    found = bounded.run(hostile_files.make(folder, name, SMALL) for name in hostile_files.NAMES)
    return dict(zip(hostile_files.NAMES, found, strict=True))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Taken]:
    folder = tmp_path_factory.mktemp("large")
    found = bounded.run(hostile_files.make(folder, name, LARGE) for name in IN_FULL)
    return dict(zip(IN_FULL, found, strict=True))


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Taken]:
    """Check what is none of these: many bodies, a chain, what only looks like a file, folders of many files."""
    folder = tmp_path_factory.mktemp("others")
    paths = {name: hostile_files.bodies(folder / name, places) for name, places in (("one", 1), ("many", 9))}
    paths["chain"] = hostile_files.make(folder, "chain-of-posts", CHAIN)
    paths |= hostile_files.odd_files(folder / "odd")
    for name, number, content in (
        ("thousands", limits.MAX_FILES + 1, ""),
        ("together", 1000, f"organizations: [{'{},' * 300}]\n"),
    ):
        paths[name] = folder / name
        paths[name].mkdir()
        for at in range(number):
            (paths[name] / f"p{at}.yaml").write_text(f"place: p{at}\n{content}")
    return dict(zip(paths, bounded.run(paths.values()), strict=True))


def assert_within(taken: Taken) -> None:
    assert taken.code in {0, 1}, taken.told[-2000:]
    assert taken.within, (taken.seconds, taken.allowed, taken.megabytes)
    lines = taken.told.splitlines()
    assert 1 <= len(lines) <= limits.MAX_SHOWN + 1
    assert len(taken.told.encode()) < 100_000
    assert "Traceback" not in taken.told


def test_there_are_fifty_hostile_files_and_more() -> None:
    assert len(set(hostile_files.NAMES)) == len(hostile_files.NAMES) >= 50


@pytest.mark.parametrize("name", hostile_files.NAMES)
def test_a_hostile_file_is_refused_or_read_within_its_bound(small: dict[str, Taken], name: str) -> None:
    assert_within(small[name])


@pytest.mark.parametrize("name", IN_FULL)
def test_a_hostile_file_as_large_as_may_be_is_within_its_bound(large: dict[str, Taken], name: str) -> None:
    assert_within(large[name])


def test_most_hostile_files_are_refused_and_all_in_words(small: dict[str, Taken]) -> None:
    refused = {name: taken for name, taken in small.items() if taken.code == 1}
    right = {*hostile_files.RIGHT, *hostile_files.DOUBTED}
    assert set(small) - set(refused) == right
    for taken in refused.values():
        *problems, count = taken.told.splitlines()
        assert all(re.match(r"/.*\.yaml:\d+:\d+: ", problem) for problem in problems)
        assert re.fullmatch(r"(at least )?[\d,]+ problems?(: the first \d+ are shown, [\d,]+ more are not)?\.", count)


def test_the_first_200_problems_are_told_and_how_many_more(small: dict[str, Taken]) -> None:
    lines = small["unknown-bodies"].told.splitlines()
    assert len(lines) == 201
    assert re.fullmatch(r"2,\d\d\d problems: the first 200 are shown, [\d,]+ more are not\.", lines[-1])


@pytest.mark.parametrize("name", ["one", "many"])
def test_forty_five_thousand_bodies_are_read_within_the_bound(others: dict[str, Taken], name: str) -> None:
    taken = others[name]
    assert_within(taken)
    assert taken.code == 0
    facts = re.fullmatch(r"([\d,]+) facts, no problems\.\n", taken.told)
    assert facts
    assert int(facts[1].replace(",", "")) > 90_000


def test_the_command_itself_is_within_the_bound(tmp_path: Path) -> None:
    path = hostile_files.make(tmp_path, "empty-entries", 600_000)
    code, megabytes, told = bounded.command("check", str(path))
    assert code == 1
    assert megabytes <= bounded.MEGABYTES
    assert len(told) < 100_000


def test_a_planted_quadratic_is_caught(others: dict[str, Taken]) -> None:
    right = others["chain"]
    (wrong,) = bounded.run([Path(right.path)], QUADRATIC, tries=1)
    assert right.within
    assert not wrong.within


def test_what_only_looks_like_a_file_is_refused_in_words(others: dict[str, Taken]) -> None:
    found = {name: taken for name, taken in others.items() if Path(taken.path).parent.name == "odd" or name == ODD}
    assert len(found) == 7
    assert "found a device or a pipe; expected a YAML file" in found["pipe"].told
    assert "found a device or a pipe; expected a YAML file" in found["device"].told
    assert "found Too many levels of symbolic links" in found["link"].told
    assert "found no such file" in found["nothing"].told
    assert "folder.yaml:1:1: found a folder; expected a YAML file" in found[ODD].told
    assert all(taken.within and "Traceback" not in taken.told for taken in found.values())


def test_a_folder_of_thousands_of_files_is_refused(others: dict[str, Taken]) -> None:
    taken = others["thousands"]
    assert_within(taken)
    assert f"found more than {limits.MAX_FILES:,} files; expected at most {limits.MAX_FILES:,} at once" in taken.told


def test_small_files_together_are_bounded_like_one(others: dict[str, Taken]) -> None:
    taken = others["together"]
    assert_within(taken)
