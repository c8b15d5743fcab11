"""What the application's own process needs, and how long it takes to its first page."""

import os
import subprocess
import sys
import time
import urllib.request

import psutil

from app.settings import Settings
from benchmarks.measuring import Report

PAGES = ("/", "/who?of=place-001/forum-1", "/place-001", "/place-001/forum-1", "/place-002", "/search?q=forum")


def measure_memory_and_start(settings: Settings, report: Report) -> None:
    """Start the site as a process over the loaded database, read some pages, weigh it."""
    environment = os.environ | {
        "PARTNERSHIPS_PORT": "0",
        "PARTNERSHIPS_DATA_DIR": str(settings.data_dir),
        "PARTNERSHIPS_SEEDS_DIR": str(settings.seeds_dir),
        "PARTNERSHIPS_NEO4J_URI": settings.neo4j_uri,
        "PARTNERSHIPS_NEO4J_USER": settings.neo4j_user,
        "PARTNERSHIPS_NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(),
        "PARTNERSHIPS_READ_DEADLINE": "30",
    }
    # A site that starts again finds its Python files compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    command = [sys.executable, "-m", "app.cli", "serve"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        address = next(line.split()[-1] for line in process.stdout if "Partnership Explorer is at" in line)
        _read(address + "/")
        report.add("start to first page, over twice as many places", time.perf_counter() - start, "s")
        for _ in range(20):
            for page in PAGES:
                _read(address + page)
        report.add(
            "the application's own memory after 120 pages", psutil.Process(process.pid).memory_info().rss / 2**20, "MB"
        )
    finally:
        process.terminate()
        process.wait(timeout=20)


def _read(address: str) -> None:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own site
        answer.read()
