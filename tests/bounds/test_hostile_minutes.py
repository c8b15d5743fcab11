"""No file sent as minutes eats the machine: each is refused in a sentence, or read, within 2 seconds and 300 MB.

The seconds are of the processor, that of the reader's own process among them, so that a busy machine does not matter.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.bounds import hostile_minutes
from tests.bounds.bounded import slowness

SECONDS, MEGABYTES = 2.0, 300
MEASURING = """
import json, resource, sys
from pathlib import Path
from app.exchange.minutes.document import Unreadable
from app.exchange.minutes.finding import found_in
from app.exchange.minutes.reading import document_in

def used():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    # Of this process, not what started it: the kernel counts that in, as long as the two have one memory.
    own = next(int(line.split()[1]) for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    return sum(it.ru_utime + it.ru_stime for it in both), max(own, both[1].ru_maxrss) / 1024

found_in(document_in("x.txt", b"Present: Ann Lee"))
for path in map(Path, sys.argv[1:]):
    before, told = used()[0], ""
    try:
        found_in(document_in(path.name, path.read_bytes()))
    except Unreadable as error:
        told = str(error)
    after, most = used()
    print(json.dumps([after - before, most, told]), flush=True)
"""


class Took(NamedTuple):
    """What reading a file took, and what was said of it."""

    seconds: float
    megabytes: float
    told: str


@pytest.fixture(scope="module")
def took(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Took]:
    folder = tmp_path_factory.mktemp("hostile")
    made = {name: make for name, (make, _) in hostile_minutes.REFUSED.items()} | hostile_minutes.READ
    paths = []
    for number, make in enumerate(made.values()):
        paths.append(folder / f"{number}.docx")
        paths[-1].write_bytes(make())
    first = [
        it if it.seconds <= SECONDS else undisturbed(path) for path, it in zip(paths, measured(paths), strict=True)
    ]
    return dict(zip(made, first, strict=True))


def undisturbed(path: Path) -> Took:
    """Read a file once more, and tell what that took in seconds of a processor that does nothing else."""
    before, (took,), after = slowness(), measured([path]), slowness()
    return took._replace(seconds=took.seconds / ((before + after) / 2))


def measured(paths: list[Path]) -> list[Took]:
    command = [sys.executable, "-c", MEASURING, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=280)
    return [Took(*json.loads(line)) for line in done.stdout.splitlines()]


def test_bad_files_are_refused_in_a_sentence_that_says_what_would_be_right(took: dict[str, Took]) -> None:
    for name, (_, says) in hostile_minutes.REFUSED.items():
        told = took[name].told
        assert says in told, (name, told)
        assert 7 < len(told) < 160, (name, told)
        assert "\n" not in told
        assert "Error" not in told


def test_what_can_be_read_is_read_whatever_the_file_is_called(took: dict[str, Took]) -> None:
    refused = {name: took[name].told for name in hostile_minutes.READ if took[name].told}
    assert set(refused) <= {"tags that are never closed", "tags in tags", "tables within tables"}, refused


def test_each_takes_at_most_two_seconds_and_300_megabytes(took: dict[str, Took]) -> None:
    slow = {name: it.seconds for name, it in took.items() if it.seconds > SECONDS}
    assert not slow
    assert max(it.megabytes for it in took.values()) <= MEGABYTES
