"""Which of many gaps a reader looks at first."""

from collections.abc import Iterable

from app.domain.vocabulary import Certainty, GapKind
from app.questions.gaps.ask import Finding

MOST = 3
_WEIGHT = (
    GapKind.SEAT_NOT_TAKEN_UP,
    GapKind.VACANT_POST,
    GapKind.RECORDED_ABSENCE,
    GapKind.NO_VOICE,
    GapKind.NO_SECTOR_SEAT,
    GapKind.RESTS_ON_ONE,
    GapKind.COMPOSITION,
    GapKind.NO_REPORT_BACK,
    GapKind.TERM_ENDED,
    GapKind.TERM_ENDING,
    GapKind.NOT_ACTIVE,
    GapKind.FEEDS_NOTHING,
    GapKind.NOT_QUORATE,
    GapKind.NO_DEPUTY,
)
"""The kinds that are ever named first, the weightiest first: somebody is not heard, then what may soon be so.

What only nobody wrote down is none of them, nor what is merely worth knowing.
"""


def foremost(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return up to three findings, each of another kind, the weightiest first.

    Of a kind it is the surest, in the order given, that tells of nobody whom one before it names already.
    """
    of_kinds: dict[GapKind, list[Finding]] = {}
    for finding in findings:
        of_kinds.setdefault(finding.kind, []).append(finding)
    chosen: list[Finding] = []
    for kind in _WEIGHT:
        surest = sorted(of_kinds.get(kind, ()), key=lambda finding: finding.certainty is not Certainty.STATED)
        new = (it for it in surest if not any(it.subject_name in known.explanation for known in chosen))
        chosen += [it for it in [next(new, None)] if it]
    return tuple(chosen[:MOST])
