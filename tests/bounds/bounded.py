"""Runs `partnerships check` on files, each in a process of its own, and says what it took: processor, memory, output.

Run as a script with paths as arguments; a line of JSON a path comes out. Each process is a fork of this one, which has
the command imported already: its memory counts in full, its import does not.
"""

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

SECONDS_A_MEGABYTE = 2.0
FLOOR_SECONDS = 2.0
MEGABYTES = 300
"""Of memory, in all."""
PLAIN_WORK = 0.43
"""Seconds of making things that count as usual: the middle of 15 tries on a quiet machine, which took 0.38 to 0.61."""
PLAIN_SUMS = 0.1
"""Seconds of sums that count as usual. A machine whose memory is quick may be slow at sums: it took 0.17 to 0.27 on one on which
checks took half as long again as where the bounds were set.
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a check took."""

    path: str
    code: int
    """The exit code, or less than nothing where the process was ended."""
    seconds: float
    allowed: float
    megabytes: float
    told: str

    @property
    def within(self) -> bool:
        """Whether that is within the bounds."""
        return self.seconds <= self.allowed and self.megabytes <= MEGABYTES


def allowed(path: Path) -> float:
    """Return the seconds of processor time that a file, or a folder of files, may take."""
    files = path.glob("*.yaml") if path.is_dir() else [path]
    size = sum(file.stat().st_size for file in files if file.is_file())
    return max(FLOOR_SECONDS, SECONDS_A_MEGABYTE * size / 1e6)


def taken(path: Path, tries: int = 2) -> Taken:
    """Check one path and give what that took; beyond the bound, once more, in seconds of an undisturbed processor."""
    first = _taken(path)
    if first.within or tries < 2:
        return first
    before, again, after = slowness(), _taken(path), slowness()
    again = replace(again, seconds=again.seconds / ((before + after) / 2))
    return min(first, again, key=lambda it: it.seconds)


def slowness() -> float:
    """Return how many times as long as usual plain work takes: neighbours share the memory and the clock of a core."""
    start = time.process_time()
    made = {f"p{number}": {"id": number, "on": [number, str(number)]} for number in range(200_000)}
    assert sum(len(each) for each in made.values()) == 400_000
    between = time.process_time()
    assert sum(number * number % 7 for number in range(2_000_000)) == 3_999_997
    return max(1.0, (between - start) / PLAIN_WORK, (time.process_time() - between) / PLAIN_SUMS)


def _taken(path: Path) -> Taken:
    """Check one path in a fork; twice the time allowed ends it."""
    most = allowed(path)
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            _check(path, told.fileno(), math.ceil(2 * most))
        _, status, used = os.wait4(child, 0)
        told.seek(0)
        text = told.read().decode("utf-8", "replace")
    seconds = used.ru_utime + used.ru_stime
    return Taken(str(path), os.waitstatus_to_exitcode(status), seconds, most, used.ru_maxrss / 1024, text)


def _check(path: Path, output: int, seconds: int) -> None:
    from app.commands import data_files

    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os.dup2(output, 1)
        os.dup2(output, 2)
        data_files.check([path])
        code = 0
    except BaseException as error:
        code = getattr(error, "exit_code", 70)
        if code == 70:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def run(paths: Iterable[Path], before: str = "", tries: int = 2) -> list[Taken]:
    """Check paths in a fresh process; `before` is a statement that it runs first."""
    script = f"{before}\nfrom tests.bounds import bounded\nbounded.main({tries})"
    command = [sys.executable, "-c", script, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=280)
    return [Taken(**json.loads(line)) for line in done.stdout.splitlines()]


MEASURING = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
print(json.dumps([done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, done.stdout]))
"""


def command(*arguments: str, **environment: str) -> tuple[int, float, str]:
    """Run `partnerships` and give its exit code, the megabytes of memory it took, and what it printed.

    A small process starts it and measures: a large one, such as that of the tests, would count with its own memory.
    """
    done = subprocess.run(
        [sys.executable, "-c", MEASURING, sys.executable, "-m", "app.cli", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=280,
    )
    code, megabytes, told = json.loads(done.stdout)
    return code, megabytes, told


def main(tries: int = 2) -> None:
    """Check the paths of the command line."""
    from app.commands import data_files  # noqa: F401 - so that each fork has it

    for argument in sys.argv[1:]:
        sys.stdout.write(json.dumps(asdict(taken(Path(argument), tries))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
