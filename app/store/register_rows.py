"""Rows of the queries that read a register become its values, each list in the order of ids."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.store import rows
from app.store.rows import Row, citations


def ties(found: Iterable[Row]) -> tuple[tuple[g.Tie, ...], tuple[g.Tie, ...]]:
    """Read rows of list_recorded_ties: whom seats speak for, and who appoints to them."""
    behalf: list[g.Tie] = []
    appointed: list[g.Tie] = []
    for row in sorted(found, key=lambda row: row[1]):
        tie = g.Tie(row[1], row[2], row[3], _status(row[4]), *_dated(row[5:]))
        (behalf if row[0] == "ON_BEHALF_OF" else appointed).append(tie)
    return tuple(behalf), tuple(appointed)


def fillings(found: Iterable[Row]) -> list[g.Filling]:
    """Read rows of list_recorded_fillings."""
    return sorted(
        (g.Filling(row[0], row[1], row[2], _status(row[3]), *_dated(row[4:])) for row in found), key=lambda f: f.id
    )


def holdings(found: Iterable[Row]) -> list[g.Holding]:
    """Read rows of list_recorded_holdings_by_person and _by_organization."""
    read = (
        g.Holding(
            id=row[0],
            post_id=row[1],
            holder_id=row[2],
            holder_is_person=row[3],
            capacity=words.TenureCapacity(row[4]),
            status=_status(row[5]),
            certainty=words.Certainty(row[6]),
            note=row[7],
            period=r.Period(row[8], row[9]),
            citations=citations(row[10]),
        )
        for row in found
    )
    capacities = list(words.TenureCapacity)
    return sorted(read, key=lambda h: (h.post_id, capacities.index(h.capacity), h.id))


@dataclass(frozen=True, slots=True)
class TiesOfPosts:
    """What joins some posts to bodies, people and other posts."""

    boards: frozenset[str]
    """The bodies that they are on."""
    behalf: tuple[g.Tie, ...]
    appointed: tuple[g.Tie, ...]
    holdings: tuple[g.Holding, ...]
    fillings: tuple[g.Filling, ...]


def ties_of_posts(found: Iterable[Row]) -> TiesOfPosts:
    """Read rows of list_dated_posts."""
    # What joins two of the posts is given by both.
    by_id = {tie[1]: tie for row in found for tie in row[1]}
    boards: set[str] = set()
    tied: list[Row] = []
    held: list[Row] = []
    filled: list[Row] = []
    for kind, id_, start, end, is_person, capacity, proposed, certainty, note, *dated in by_id.values():
        if kind == "POST_IN":
            boards.add(end)
        elif kind == "HOLDS":
            held.append((id_, end, start, is_person, capacity, proposed, certainty, note, *dated))
        elif kind == "FILLED_BY_HOLDER_OF":
            filled.append((id_, start, end, proposed, certainty, *dated))
        else:
            tied.append((kind, id_, start, end, proposed, certainty, *dated))
    return TiesOfPosts(frozenset(boards), *ties(tied), tuple(holdings(held)), tuple(fillings(filled)))


def employments(found: Iterable[Row]) -> list[g.Employment]:
    """Read rows of list_recorded_employments and list_recorded_staff; a tie that two ways lead to is given once."""
    read = {row[0]: g.Employment(row[0], row[1], rows.affiliation(row[2:])) for row in found}
    return [read[id_] for id_ in sorted(read)]


def lines(found: Iterable[Row]) -> list[r.Line]:
    """Read rows of list_recorded_lines."""
    return sorted({rows.line(row) for row in found}, key=lambda line: (line.type, line.id))


def absences(found: Iterable[Row]) -> list[g.Missing]:
    """Read rows of list_recorded_absences."""
    read = (g.Missing(rows.absence(row), words.Certainty(row[5]), r.Period(row[6], row[7])) for row in found)
    return sorted(read, key=lambda missing: missing.absence.id)


def reports(found: Iterable[Row]) -> list[g.ReportBack]:
    """Read rows of list_report_backs, the meeting in the first column."""
    read = (g.ReportBack(row[1], row[2], row[0], row[3], row[4], row[5], citations(row[6])) for row in found)
    return sorted(read, key=lambda report: report.id)


def _status(proposed: bool | None) -> words.FactStatus:
    return words.FactStatus.PROPOSED if proposed else words.FactStatus.ACTUAL


def _dated(row: Row) -> tuple[words.Certainty, r.Period, tuple[r.Citation, ...]]:
    return words.Certainty(row[0]), r.Period(row[1], row[2]), citations(row[3])
