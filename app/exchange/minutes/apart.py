"""Reads one file in a process of its own: `python -P apart.py READER`, the file on standard input.

READER is the path of a module with a function `read`, from bytes to text. The text, or a sentence that says why there
is none, leaves as JSON on standard output. The process may use so much memory and time and no more, whatever the file
makes of itself. Neither this nor the readers import anything of the project, so they start in some fifty milliseconds.
"""

import importlib.util
import json
import sys

MEMORY = 200_000_000
"""Bytes of data: the process has some thirty million more, its program."""
SECONDS = 2


def main(path: str) -> None:
    """Have a reader read what stands on standard input."""
    _bound()
    spec = importlib.util.spec_from_file_location("reader", path)
    assert spec
    assert spec.loader
    reader = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(reader)
        said = {"text": reader.read(sys.stdin.buffer.read())}
    except MemoryError:
        said = {"refused": "holds more than can be read: keep only the text of the minutes"}
    except Exception as error:
        told = str(error) if type(error).__name__ == "Refused" else ""
        said = {
            "refused": told or "is damaged or cut short: open it in the program it was written with and save it again"
        }
    sys.stdout.buffer.write(json.dumps(said).encode())


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has none: there the time that the caller waits is the bound
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.argv[1])
