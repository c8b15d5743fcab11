"""Whether anybody has said that a seat's holder must report back: nobody is late unless somebody said so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.records import Area, Organization, Post
from app.domain.vocabulary import DutyScope

_NOBODY_REPORTS = re.compile(r"(none|nobody|no one|never|no)\b", re.IGNORECASE)
"""How what is recorded of reporting back begins where a source says that there is none."""
_NOT_SAID = re.compile(r"(not (recorded|known|stated|given|said|clear)|unknown|unclear)\b", re.IGNORECASE)
"""How it begins where somebody wrote down that no source says."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty to report back after a meeting, which a source or the place's own settings state."""

    days: int | None
    """Within how many days of the meeting; nothing where nobody says: the report is owed then, and never overdue."""
    scope: DutyScope
    """Of what it is said."""
    area: Area | None = None
    """The place of which it is said, where it is said of a whole place."""


def duty_to_report(board: Organization | None, post: Post, areas: Mapping[str, Area]) -> Duty | None:
    """Return the duty of a seat's holder to report back: the nearest that says within how many days counts.

    That is the seat, then the body that meets, then the place of that body; of several places the one whose file the
    body stands in goes first, and the area that a place is part of says nothing for it. Where nobody gives days, it is
    what is said of the seat in words. Nothing where no source states a duty: silence is none, and no usual number of
    days stands for it.
    """
    if post.report_back_days is not None:
        return Duty(post.report_back_days, DutyScope.SEAT)
    if board and board.report_back_days is not None:
        return Duty(board.report_back_days, DutyScope.BODY)
    for id_ in board.area_ids if board else ():
        area = areas.get(id_)
        if area and area.report_back_days is not None:
            return Duty(area.report_back_days, DutyScope.AREA, area)
    said = post.report_back
    stated = said and not nobody_reports(post) and not _NOT_SAID.match(said)
    return Duty(None, DutyScope.SEAT) if stated else None


def nobody_reports(post: Post) -> bool:
    """Tell whether a source says that nobody reports back from a seat."""
    return bool(post.report_back and _NOBODY_REPORTS.match(post.report_back))
