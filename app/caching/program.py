"""Which program, with which settings, makes the answers: what tags change with when the data stays."""

import hashlib
import os
import sysconfig
from pathlib import Path

from app import __version__
from app.settings import Settings

_ROOT = Path(__file__).resolve().parents[2]
_PARTS = ("app", "cypher", "frontend")
_NOT_SHOWN = frozenset(
    "host port workers data_dir seeds_dir kept_megabytes read_deadline max_transaction_facts log_format log_level"
    " neo4j_uri neo4j_user neo4j_password neo4j_database".split()
)
"""Settings that no answer shows: where and how the program runs. Any other may be shown somewhere."""


def program_version(settings: Settings) -> bytes:
    """Return what tells one program with its settings from any other: by its files, and what it stands on."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for part in _PARTS:
        for folder, folders, names in os.walk(_ROOT / part):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                path = Path(folder, name)
                content = path.read_bytes()
                digest.update(f"{path.relative_to(_ROOT).as_posix()} {len(content)} ".encode() + content)
    # Pictures and files change with the libraries that make them.
    libraries = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    digest.update(" ".join(sorted(path.name for path in libraries)).encode())
    digest.update(settings.model_dump_json(exclude=set(_NOT_SHOWN)).encode())
    return digest.digest()
