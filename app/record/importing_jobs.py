"""Large files that are imported by processes of their own: a folder each, with the file and what came of it.

The folder is all that the process and the site share, so that any process of the site may ask. Whoever takes the folder
away has the process end, which looks for it every second.
"""

import contextlib
import os
import re
import secrets
import shutil
import time
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import TypeAdapter

from app.errors import TooBusy, UnknownId
from app.record.importing_shown import ImportOutcome

FOLDER = "imports"
"""Within the data folder."""
LASTS = 3600.0
"""Seconds that a file is kept after anything was last done with it."""
MOST_AT_ONCE = 2
SILENT = 30.0
"""Seconds without a sign after which a process has ended."""
_ID = re.compile(r"[0-9a-f]{32}")
_OUTCOME = TypeAdapter(ImportOutcome)
CONTENT, OWNER, STEP, OUTCOME, REASONS, ASKED = (
    "content",
    "owner",
    "step.json",
    "outcome.json",
    "reasons.xlsx",
    "asked.json",
)


@dataclass(frozen=True, slots=True)
class FarAlong:
    """How far a process is."""

    what: str = "Starting"
    done: int = 0
    whole: int = 0
    """How much there is to do; 0 where nobody knows."""


_FAR = TypeAdapter(FarAlong)


@dataclass(frozen=True, slots=True)
class Job:
    """A file that is imported by a process of its own."""

    folder: Path

    @property
    def id(self) -> str:
        """What its address ends with."""
        return self.folder.name

    def read(self, name: str) -> bytes:
        """Return what a part of it says; nothing where it is not there."""
        with contextlib.suppress(OSError):
            return (self.folder / name).read_bytes()
        return b""

    def write(self, name: str, content: bytes) -> None:
        """Keep a part of it, whole or not at all; nothing where the folder is gone."""
        with contextlib.suppress(OSError):
            with NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(content)
            os.replace(file.name, self.folder / name)

    def begin(self) -> None:
        """Forget what came of it before, since it is asked anew."""
        for name in (OUTCOME, REASONS):
            (self.folder / name).unlink(missing_ok=True)
        self.tell(FarAlong())

    def tell(self, far: FarAlong) -> None:
        """Keep how far it is."""
        self.write(STEP, _FAR.dump_json(far))

    def finish(self, outcome: ImportOutcome, reasons: bytes = b"") -> None:
        """Keep what came of it."""
        if reasons:
            self.write(REASONS, reasons)
        self.write(OUTCOME, _OUTCOME.dump_json(outcome))

    @property
    def far(self) -> FarAlong:
        """How far it is."""
        with contextlib.suppress(ValueError):
            return _FAR.validate_json(self.read(STEP))
        return FarAlong()

    @property
    def outcome(self) -> ImportOutcome | None:
        """What came of it; nothing while it is under way."""
        said = self.read(OUTCOME)
        return _OUTCOME.validate_json(said) if said else None

    @property
    def is_silent(self) -> bool:
        """Tell whether its process has ended without a word."""
        return _age(self.folder / STEP) > SILENT

    @property
    def is_there(self) -> bool:
        """Tell whether anybody still wants it."""
        return self.folder.is_dir()

    def drop(self) -> None:
        """Let go of it, file and all; its process ends by itself."""
        # What the process writes meanwhile by the name that it knows finds no folder any more.
        gone = self.folder.with_suffix(".gone")
        with contextlib.suppress(OSError):
            os.replace(self.folder, gone)
        shutil.rmtree(gone, ignore_errors=True)


def keep_file(data_dir: Path, raw: bytes, owner: str) -> Job:
    """Keep a file that is to be imported, for one account; TooBusy where others of them are under way."""
    folder = data_dir / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _drop_old(folder)
    if sum(1 for each in folder.iterdir() if not Job(each).outcome and not Job(each).is_silent) >= MOST_AT_ONCE:
        raise TooBusy("Other large files are being read just now: try again in a minute.")
    job = Job(folder / secrets.token_hex(16))
    job.folder.mkdir(mode=0o700)
    job.write(CONTENT, raw)
    job.write(OWNER, owner.encode())
    return job


def job_of(data_dir: Path, id_: str, owner: str) -> Job:
    """Return a file that an account has sent; UnknownId where it has not, or it was let go of since."""
    job = Job(data_dir / FOLDER / id_)
    if not _ID.fullmatch(id_) or not job.is_there or job.read(OWNER) != owner.encode():
        raise UnknownId("This file is not kept any more: send it again.")
    return job


def start(target: object, *given: object) -> None:
    """Start a process with something to do; it ends when this one does."""
    get_context("spawn").Process(target=target, args=given, name="import", daemon=True).start()  # type: ignore[arg-type]


def _drop_old(folder: Path) -> None:
    for each in folder.iterdir():
        if min(_age(each), _age(each / STEP), _age(each / OUTCOME)) > LASTS:
            shutil.rmtree(each, ignore_errors=True)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")
