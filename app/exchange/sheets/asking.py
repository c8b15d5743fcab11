"""What whoever imports a sheet says beside it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Beside:
    """What holds for a whole sheet unless it says so itself, and what becomes of what it no longer has."""

    source: str = ""
    board: str = ""
    date: str = ""
    venue: str = ""
    end: str = ""
    """The date on which whoever is no longer in a seat left it."""
    replace: bool = False
    """Whether whoever is no longer in a seat never was."""
    keep: bool = False
    """Whether whoever the sheet does not name stays in the seat as well."""
    columns: tuple[tuple[str, str], ...] = ()
    """What columns say that is not plain: each heading, with one of ours or `-`."""

    def with_columns(self, columns: tuple[tuple[str, str], ...]) -> "Beside":
        """Return the same with what columns say."""
        return replace(self, columns=columns)
