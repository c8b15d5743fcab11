"""What the application's own process needs, and how long it takes to its first page."""

import time
import urllib.request

from app.settings import Settings
from benchmarks.measuring import Report
from benchmarks.serving import memory_of, serving

PAGES = ("/", "/who?of=place-001/forum-1", "/place-001", "/place-001/forum-1", "/place-002", "/search?q=forum")


def measure_memory_and_start(settings: Settings, report: Report) -> None:
    """Start the site as a process over the loaded database, read some pages, weigh it."""
    start = time.perf_counter()
    with serving(settings) as site:
        _read(site.address + "/")
        report.add("start to first page, over twice as many places", time.perf_counter() - start, "s")
        for _ in range(20):
            for page in PAGES:
                _read(site.address + page)
        report.add("the application's own memory after 120 pages", memory_of([site.process]), "MB")


def _read(address: str) -> None:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own site
        answer.read()
