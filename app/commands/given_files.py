"""A file that somebody names to a command: read where it is one, refused in a sentence where it is not."""

from pathlib import Path

from app.domain.visible import visible
from app.errors import BadInput


def bytes_of(file: Path, most: int, expected: str) -> bytes:
    """Read a file that is one, with one byte more than it may have; a pipe or a device is never waited for."""
    try:
        if not file.exists():
            raise BadInput(f"There is no file {visible(str(file))}.")
        if not file.is_file():
            raise BadInput(f"{visible(str(file))} is no file: expected {expected}.")
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise BadInput(f"{visible(str(file))} cannot be read: {error.strerror}.") from None
