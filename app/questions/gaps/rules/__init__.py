"""Gaps: what is missing in a place, rests on too little, or is worth knowing, found by one rule a kind.

Rules are pure: they read a register as it stands on a day, and touch each fact a fixed number of times.
"""

import math
from collections.abc import Collection, Mapping

from app.domain.english import name_order
from app.domain.standing import Standing
from app.domain.vocabulary import GapKind
from app.questions.gaps.rules.composition import COMPOSITION_RULES
from app.questions.gaps.rules.finding import Gap, Rule
from app.questions.gaps.rules.hats import HAT_RULES
from app.questions.gaps.rules.meetings import MEETING_RULES
from app.questions.gaps.rules.people import PEOPLE_RULES
from app.questions.gaps.rules.reports import REPORT_RULES
from app.questions.gaps.rules.seats import SEAT_RULES
from app.questions.gaps.rules.terms import TERM_RULES
from app.questions.gaps.rules.voices import VOICE_RULES

__all__ = ["RULES", "Gap", "Rule", "find_gaps"]

_EVERY = (SEAT_RULES, VOICE_RULES, PEOPLE_RULES, TERM_RULES, REPORT_RULES, HAT_RULES, COMPOSITION_RULES, MEETING_RULES)
_KNOWN = {rule.kind: rule for rules in _EVERY for rule in rules}
RULES: Mapping[GapKind, Rule] = {kind: _KNOWN[kind] for kind in GapKind}
"""The rule for each kind of gap, in the order of the kinds."""

_ORDER = {kind: place for place, kind in enumerate(GapKind)}


def find_gaps(standing: Standing, kinds: Collection[GapKind] = tuple(GapKind)) -> list[Gap]:
    """Return the gaps of these kinds of the place's own bodies, by the body's name, then kind, then subject.

    Seats come in the order of their document, where that is recorded.
    """
    own = standing.register.own
    found = [gap for kind, rule in RULES.items() if kind in kinds for gap in rule.find(standing) if gap.body_id in own]
    names = {gap.body_id: name_order(standing.name(gap.body_id)) for gap in found}
    orders = {id_: post.order for id_, post in standing.posts.items() if post.order is not None}

    def place(gap: Gap) -> tuple[object, ...]:
        order = orders.get(gap.subject_id, math.inf)
        return names[gap.body_id], gap.body_id, _ORDER[gap.kind], order, gap.subject_id, gap.extra

    return sorted(found, key=place)
