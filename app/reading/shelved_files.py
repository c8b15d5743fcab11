"""Files that are kept over restarts, by key, in a folder of bounded size: a convenience, never the truth.

Whatever is wrong with the folder or a file in it, the answer is that nothing is kept. Several processes may use it.
"""

import contextlib
import hashlib
import os
import re
import shutil
import threading
import zlib
from pathlib import Path
from tempfile import NamedTemporaryFile

SPARE = 256 * 2**20
"""Bytes that stay free on the disk, which the database needs more."""
LONGEST = 32 * 2**20
"""Bytes of one file, unpacked: a longer one is damaged."""
DRAWINGS, ROOM_FOR_DRAWINGS = "drawings", 64 * 2**20
"""The folder within the data folder, and bytes: some hundreds of drawings of large places, since they are packed."""
_KEY = re.compile(r"[0-9a-f]{64}")
_SUM = hashlib.sha256().digest_size


class ShelvedFiles:
    """A folder of files, each with a sum of what is in it."""

    def __init__(self, folder: Path, room: int) -> None:
        """Take a folder, which need not be there, and how many bytes it may hold."""
        self._folder, self._room = folder, room
        self._lock = threading.Lock()

    def find(self, key: str) -> bytes | None:
        """Return what is kept under a key, the hexadecimal SHA-256 of something; nothing when it is damaged."""
        assert _KEY.fullmatch(key)
        path = self._folder / key
        with contextlib.suppress(OSError, zlib.error):
            written = path.read_bytes()
            unpacking = zlib.decompressobj()
            content = unpacking.decompress(written[_SUM:], LONGEST)
            if unpacking.eof and hashlib.sha256(content).digest() == written[:_SUM]:
                os.utime(path)  # what is used stays longest
                return content
        return None

    def keep(self, key: str, content: bytes) -> None:
        """Keep something under a key, and let what was not used for longest go."""
        assert _KEY.fullmatch(key)
        written = hashlib.sha256(content).digest() + zlib.compress(content, 1)
        if len(content) > LONGEST or len(written) > self._room:
            return
        with contextlib.suppress(OSError), self._lock:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if shutil.disk_usage(self._folder).free < SPARE:
                return
            # Under its name it is whole, or not there.
            with NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(written)
            os.replace(file.name, self._folder / key)
            self._make_room()

    def clear(self) -> None:
        """Remove everything."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make_room(self) -> None:
        with os.scandir(self._folder) as entries:  # closed also where one is gone before it is looked at
            found = sorted(((entry.stat(), entry.path) for entry in entries), key=_age)
        taken = sum(stat.st_size for stat, _ in found)
        for stat, path in found:
            if taken <= self._room:
                return
            with contextlib.suppress(OSError):
                os.unlink(path)
            taken -= stat.st_size


def drawings_in(data_dir: Path) -> ShelvedFiles:
    """Return the drawings that are kept in a data folder; to be cleared when facts are removed, which they may name."""
    return ShelvedFiles(data_dir / DRAWINGS, ROOM_FOR_DRAWINGS)


def _age(file: tuple[os.stat_result, str]) -> float:
    return file[0].st_mtime
