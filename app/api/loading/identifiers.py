"""Numbers in registers, as they are asked for."""

from collections.abc import Sequence

from app.errors import BadInput


def checked_identifiers(identifiers: Sequence[str] | None) -> Sequence[str]:
    """Return identifiers that have a register's code; BadInput names the first that has none."""
    for given in identifiers or ():
        if "-" not in given.strip("-"):
            raise BadInput(f"'{given[:60]}' is no identifier: expected a register's code and a number: GB-CHC-1069538.")
    return identifiers or ()
