"""Starts the host process of the embedded engine, in a data folder that only its owner can read."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import app
from app.store import embedded_state as shared

ROOM = 32 * 2**20
"""Bytes that must be free on the disk before an engine is started there."""

LOG_LIMIT = 2**20
"""A longer log makes way for a new one at the next start; the one before it is kept."""

_ELSEWHERE = "or choose another folder with PARTNERSHIPS_DATA_DIR."


@dataclass(frozen=True, slots=True)
class Host:
    """A host process that we started, and where in the log its words begin."""

    process: subprocess.Popen[bytes]
    log: Path
    log_start: int

    def explain_end(self) -> str:
        """Say why the process ended, in a sentence: its own last word, if it had one."""
        with self.log.open("rb") as stream:
            stream.seek(self.log_start)
            lines = stream.read().decode(errors="replace").splitlines()
        reasons = [line.removeprefix(shared.FAILURE) for line in lines if line.startswith(shared.FAILURE)]
        if reasons:
            reason = reasons[-1]
        else:  # Java itself gave up, for want of memory as a rule
            status, last = self.process.returncode, lines[-1] if lines else ""
            reason = f"its process ended with status {status} ({last or 'without a word'})"
        return f"The embedded database did not start: {reason}. Its log is {self.log}."


def prepare_folder(folder: Path) -> None:
    """Make the data folder, with mode 0700; raises OSError if there can be none.

    A folder that holds other things keeps its mode, since it is not ours to close (it might be /tmp); each
    file that the engine writes is its owner's alone anyway.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = (folder / shared.START_LOCK).exists() or not any(folder.iterdir())
    if ours and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def is_full(folder: Path) -> bool:
    """Whether the disk has less room than an engine needs to start."""
    return shutil.disk_usage(folder).free < ROOM


def full_disk(folder: Path) -> str:
    """Say that the folder's disk is full, and what to do."""
    return f"The disk that holds {folder} is full: free some space, {_ELSEWHERE}"


def explain_folder(folder: Path, error: OSError) -> str:
    """Say in a sentence why a data folder is of no use, or why no process could be started for it."""
    if error.errno in (errno.ENOMEM, errno.EAGAIN):
        return f"The embedded database could not be started: {error.strerror}."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full_disk(folder)
    return f"The data folder {folder} cannot be used ({error.strerror}): {_ELSEWHERE.removeprefix('or ')}"


def start_host(folder: Path, grace: float, heap: str) -> Host:
    """Start the host process; raises OSError if the disk is full or the system refuses."""
    if is_full(folder):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    log = folder / shared.LOG_FILE
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(folder / (shared.LOG_FILE + ".1"))
    command = [sys.executable, "-P", "-m", "app.store.embedded_host", str(folder)]
    # With -P nothing in the current folder can stand in for a module, so our own has to be named.
    paths = [str(Path(app.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    with open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as stream:
        log_start = stream.tell()
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [*command, "--grace", str(grace), "--heap", heap],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a terminal's Ctrl-C reaches us, who then leave, and not the engine
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
    # Somebody must wait for a child that may end long after we lost interest, or it stays as a zombie.
    threading.Thread(target=process.wait, name="embedded-engine", daemon=True).start()
    return Host(process, log, log_start)
