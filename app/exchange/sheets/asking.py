"""What whoever imports a sheet says beside it, and how the ways of saying it are called."""

from dataclasses import dataclass, replace

SAY_BODY, SAY_DAY = "--board", "--date"
SAY_WHAT_BECAME = "add --end DATE (when that ended), --replace (it never was so) or --keep (it is still so)"
SAY_WHICH = "add --replace (the sheet is right) or --keep (it stays as it is recorded)"
"""What would help, as the options of the command; a page has fields instead."""
ON_A_PAGE = {
    SAY_WHAT_BECAME: "say below what became of them, at 'Somebody who is recorded in a seat'",
    SAY_WHICH: "say below, at the same question, that they never were there (the sheet is right) or still are",
    SAY_BODY: "fill in 'The body' below",
    SAY_DAY: "fill in 'The day of the meeting' below",
}


def on_a_page(told: str) -> str:
    """Say what would help by the names of the fields of a page, where it is said by options of the command."""
    for option, field in ON_A_PAGE.items():
        told = told.replace(option, field)
    return told


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
