"""What pa11y says of every kind of page, beside axe: nothing."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import chromium
from tests.browser.kinds import KINDS

AUDITS = Path(__file__).resolve().parents[1] / "audits"


@pytest.mark.timeout(600)
def test_pa11y_finds_nothing_in_both_themes_on_narrow_and_wide_screens(site: str) -> None:
    node = shutil.which("node")
    assert node, "pa11y needs Node: `make test` installs it"
    assert (AUDITS / "node_modules").is_dir(), "`make test` installs pa11y"
    asked = json.dumps({"chromium": chromium(), "address": site, "paths": KINDS})
    done = subprocess.run(
        [node, "pages.mjs"], cwd=AUDITS, input=asked, capture_output=True, text=True, timeout=540, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == []
