"""Whether anybody has said that a seat's holder must report back: nobody is late unless somebody said so."""

import re
from dataclasses import dataclass

from app.domain.records import Organization, Post

_NOBODY_REPORTS = re.compile(r"(none|nobody|no one|never|no)\b", re.IGNORECASE)
"""How what is recorded of reporting back begins where a source says that there is none."""
_NOT_SAID = re.compile(r"(not (recorded|known|stated|given|said|clear)|unknown|unclear)\b", re.IGNORECASE)
"""How it begins where somebody wrote down that no source says."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty to report back after a meeting, which a source or the place's own settings state."""

    days: int | None
    """Within how many days of the meeting; nothing where nobody says: the report is owed then, and never overdue."""


def duty_to_report(board: Organization | None, post: Post) -> Duty | None:
    """Return the duty of a seat's holder to report back: that of the body that meets, or what is said of the seat.

    Nothing where no source states one: silence is no duty, and no usual number of days stands for it.
    """
    if board and board.report_back_days is not None:
        return Duty(board.report_back_days)
    said = post.report_back
    return Duty(None) if said and not nobody_reports(post) and not _NOT_SAID.match(said) else None


def nobody_reports(post: Post) -> bool:
    """Tell whether a source says that nobody reports back from a seat."""
    return bool(post.report_back and _NOBODY_REPORTS.match(post.report_back))
