"""Imports one large file in a process of its own, which stands back behind the site, within bounds."""

import asyncio
import gc
import os
import sys
import threading
import time
from dataclasses import dataclass

from app.errors import PartnershipsError
from app.exchange.sheets.asking import Beside
from app.record.importing_jobs import CONTENT, FarAlong, Job
from app.record.importing_orders import How
from app.record.importing_shown import ImportOutcome, RefusedImport, outcome_of
from app.settings import Settings
from app.store.opening import open_database

MEMORY = 950_000_000
"""Bytes of data that the process may have."""
SECONDS = 600.0
"""Until the process is given up."""
NICE = 10
_TOO_LARGE = "The file takes more memory or time to read than there is for one: divide it."
_PAUSE = 0.5
"""Seconds between two words on how far it is."""


@dataclass(frozen=True, slots=True)
class Task:
    """What such a process is to do: everything about it but the file."""

    name: str
    area: str
    beside: Beside
    how: How


def work(job: Job, settings: Settings, task: Task) -> None:
    """Import the file of a job, or look at what that would do, and keep what came of it beside the file."""
    _bound()
    steps = _Steps(job)
    threading.Thread(target=steps.watch, daemon=True).start()
    try:
        asyncio.run(_work(job, settings, task, steps))
    except PartnershipsError as error:
        job.finish(ImportOutcome(refused=RefusedImport(error.message)))
    except MemoryError:
        job.finish(ImportOutcome(refused=RefusedImport(_TOO_LARGE)))


async def _work(job: Job, settings: Settings, task: Task, steps: "_Steps") -> None:
    raw = job.read(CONTENT)
    async with open_database(settings) as database:
        with database.patient():
            async with database.turns.one():
                how = How(**task.how)
                how["step"] = steps.step
                outcome, reasons = await outcome_of(database, task.name, raw, task.area, task.beside, **how)
    told = outcome.refused or outcome.shown
    steps.step("Writing the reasons", 0, 0)
    job.finish(outcome, reasons.workbook(task.name, raw) if told and told.has_reasons else b"")


class _Steps:
    """Tells how far the work is, now and then, and ends the process that nobody wants any more."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._far = FarAlong()

    def step(self, what: str, done: int, whole: int) -> None:
        """Note how far the work is."""
        self._far = FarAlong(what, done, whole)

    def watch(self) -> None:
        """Tell how far it is until the process ends."""
        until = time.monotonic() + SECONDS
        while self._job.is_there:
            if time.monotonic() > until:
                self._job.finish(ImportOutcome(refused=RefusedImport(_TOO_LARGE)))
                break
            self._job.tell(self._far)
            time.sleep(_PAUSE)
        os._exit(1)  # whatever was begun is rolled back by the database


def _bound() -> None:
    # Nothing of a file refers to itself, and to look for what does among millions of its parts takes long.
    gc.disable()
    if hasattr(os, "nice"):
        os.nice(NICE)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
