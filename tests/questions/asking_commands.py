"""Running a command over the application's own database, as somebody in a terminal would."""

import json
import os
import subprocess
import sys
from typing import Any

from app.settings import Settings


def run_command(settings: Settings, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run `partnerships` with these arguments and expect this exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", *arguments],
        env=os.environ | {"PARTNERSHIPS_DATA_DIR": str(settings.data_dir), "PARTNERSHIPS_NEO4J_URI": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code, done.stderr
    return done


def command_json(settings: Settings, *arguments: str) -> Any:
    """Return a command's answer as JSON."""
    return json.loads(run_command(settings, *arguments, "--json").stdout)
