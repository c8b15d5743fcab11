"""A walk of seven bodies, and beside each of its steps everything that must not be walked.

The trunk leads from `u0` to `u7`. From each body of it, branches lead to bodies of their own: along what is over, to
come or only proposed, and to what no voice passes, behind which stands another body. Every body has a seat on the one
board, so that an answer tells by its seats which bodies it has reached.
"""

from collections.abc import Callable
from datetime import date

from app.domain.records import Period
from tests.edges.graph import ALWAYS, PLACE, Graph

DAY = date(2010, 6, 1)
OVER, TO_COME = Period(None, "2010-05-31"), Period("2010-06-02", None)
LENGTH = 7
MOST_STEPS = 6

Step = Callable[[Graph, str, str], None]


def line(type_: str, when: Period = ALWAYS, *, proposed: bool = False) -> Step:
    """Join two bodies by a line."""
    return lambda graph, start, end: graph.line(start, type_, end, when, proposed=proposed)


def seat_for(
    post: Period = ALWAYS, tie: Period = ALWAYS, *, proposed: bool = False, only_proposed: bool = False
) -> Step:
    """Give the one a seat on the other."""

    def step(graph: Graph, start: str, end: str) -> None:
        seat = graph.seat(_step(start, end), end, when=post, proposed=proposed)
        graph.behalf(seat, start, tie, proposed=only_proposed)

    return step


def held(post: Period = ALWAYS, tie: Period = ALWAYS, *, proposed: bool = False) -> Step:
    """Let the one hold a seat on the other."""

    def step(graph: Graph, start: str, end: str) -> None:
        seat = graph.seat(_step(start, end), end, when=post)
        graph.hold(seat, start, tie, proposed=proposed, label="Organization")

    return step


def _step(start: str, end: str) -> str:
    """Name a seat that is a step: `chain-u0>u1`."""
    return f"{start.rpartition('/')[2]}>{short(end)}"


TRUNKS: dict[str, Step] = {
    "feeds": line("FEEDS_INTO"),
    "belongs": line("SUB_GROUP_OF"),
    "joins": line("MEMBER_OF"),
    "reports": line("REPORTS_TO"),
    "sits": seat_for(),
    "holds": held(),
}
BROKEN: dict[str, Step] = {
    "line-over": line("FEEDS_INTO", OVER),
    "line-to-come": line("MEMBER_OF", TO_COME),
    "sub-group-over": line("SUB_GROUP_OF", OVER),
    "reports-over": line("REPORTS_TO", OVER),
    "reports-to-come": line("REPORTS_TO", TO_COME),
    "seat-over": seat_for(OVER),
    "seat-to-come": seat_for(TO_COME),
    "behalf-over": seat_for(ALWAYS, OVER),
    "behalf-to-come": seat_for(ALWAYS, TO_COME),
    "held-seat-over": held(OVER),
    "holding-over": held(ALWAYS, OVER),
    "holding-to-come": held(ALWAYS, TO_COME),
}
"""Steps that nothing takes on the day."""
PROPOSED: dict[str, Step] = {
    "line-proposed": line("FEEDS_INTO", proposed=True),
    "seat-proposed": seat_for(proposed=True),
    "behalf-proposed": seat_for(only_proposed=True),
    "holding-proposed": held(proposed=True),
}
"""Steps that are taken only when proposals are asked for."""
CLOSED: dict[str, tuple[str, str | None]] = {
    "statutory": ("panel", "statutory"),
    "council": ("council", None),
    "department": ("department", None),
    "by-law": ("statutory_body", None),
    "people": ("constituency", None),
    "committee": ("committee", None),
}
"""Sort and sector of bodies that no voice passes; the committee is one of the council's."""


def chain_of(graph: Graph, name: str, step: Step, *, branching: bool) -> None:
    """Put in a trunk, with branches or without, and a seat for every body on the board."""
    board = graph.body(f"{name}-board", "partnership_board")
    council = graph.body(f"{name}-hall", "council", sector="statutory")
    at = [_seated(graph, f"{name}-u{number}", board) for number in range(LENGTH + 1)]
    for number in range(LENGTH):
        step(graph, at[number], at[number + 1])
        if not branching:
            continue
        for kind, broken in (BROKEN | PROPOSED).items():
            broken(graph, at[number], _seated(graph, f"{name}-{kind}-{number + 1}", board))
        for kind, (sort, sector) in CLOSED.items():
            closed = _seated(graph, f"{name}-{kind}-{number + 1}", board, sort, sector)
            step(graph, at[number], closed)
            step(graph, closed, _seated(graph, f"{name}-behind-{kind}-{number + 1}", board))
            if kind == "committee":
                graph.line(closed, "SUB_GROUP_OF", council)


def _seated(graph: Graph, name: str, board: str, sort: str = "forum", sector: str | None = None) -> str:
    body = graph.body(name, sort, sector=sector)
    graph.behalf(graph.seat(f"for-{name}", board), body)
    return body


def short(id_: str) -> str:
    """Return an id without the place and the chain: `u3`, `line-over-4`."""
    return id_.removeprefix(f"{PLACE}/").removeprefix("for-").partition("-")[2]
