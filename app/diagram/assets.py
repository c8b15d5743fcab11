"""Where the files of vis-network are that pyvis brings along, for the site to serve itself."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path


def vis_network() -> Path:
    """Return the folder of vis-network 9.1.2 inside the installed pyvis, without importing it."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "lib" / "vis-9.1.2"


def prepare() -> None:
    """Import pyvis, which takes a second, before somebody waits for the first drawing."""
    import_module("pyvis.network")
