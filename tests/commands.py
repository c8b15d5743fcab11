"""Runs the command `partnerships` in this process, where it costs no start."""

import logging
from collections.abc import Mapping, Sequence

from typer.testing import CliRunner, Result

from app.cli import app
from app.printing import err, out


def in_process(words: Sequence[str], environment: Mapping[str, str]) -> Result:
    """Run a command; where it sends log lines ends with it.

    Otherwise each request of a later test would be logged to a stream that is closed, which is told at length.
    """
    for terminal in (out, err):  # made once, by whoever came first
        terminal.width = int(environment.get("COLUMNS", "80"))
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    try:
        return CliRunner().invoke(app, words, env=environment)
    finally:
        root.handlers = handlers
        root.setLevel(level)
