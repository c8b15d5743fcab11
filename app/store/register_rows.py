"""Rows of the queries that read a register become its values, each list in the order of ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.store import rows
from app.store.rows import Row, citations


@dataclass(frozen=True, slots=True)
class TiesOfPosts:
    """What joins some posts to bodies, people and other posts."""

    posts: frozenset[str]
    """The posts themselves, and those whose holders fill them or which their holders fill."""
    boards: frozenset[str]
    """The bodies that they are on."""
    behalf: tuple[g.Tie, ...]
    appointed: tuple[g.Tie, ...]
    holdings: tuple[g.Holding, ...]
    fillings: tuple[g.Filling, ...]


def ties_of_posts(found: Sequence[Row]) -> TiesOfPosts:
    """Read rows of list_recorded_posts and list_recorded_ties."""
    posts, boards = {row[0] for row in found}, set[str]()
    behalf, appointed, holdings, fillings = list[g.Tie](), list[g.Tie](), list[g.Holding](), list[g.Filling]()
    # What joins two of the posts is given by both.
    ties = {(tie[0], tie[1]): tie for row in found for tie in row[1]}
    for _, (kind, id_, start, end, is_person, capacity, *rest) in sorted(ties.items()):
        if kind == "POST_IN":
            boards.add(end)
            continue
        proposed, certainty, note, since, until, cites = rest
        status = words.FactStatus.PROPOSED if proposed else words.FactStatus.ACTUAL
        dated = (words.Certainty(certainty), r.Period(since, until), citations(cites))
        if kind == "HOLDS":
            how = words.TenureCapacity(capacity), status, dated[0], note, *dated[1:]
            holdings.append(g.Holding(id_, end, start, is_person, *how))
        elif kind == "FILLED_BY_HOLDER_OF":
            fillings.append(g.Filling(id_, start, end, status, *dated))
            posts |= {start, end}
        else:
            (behalf if kind == "ON_BEHALF_OF" else appointed).append(g.Tie(id_, start, end, status, *dated))
    capacities = list(words.TenureCapacity)
    holdings.sort(key=lambda h: (h.post_id, capacities.index(h.capacity), h.id))
    return TiesOfPosts(
        frozenset(posts), frozenset(boards), tuple(behalf), tuple(appointed), tuple(holdings), tuple(fillings)
    )


def employments(found: Iterable[Row]) -> list[g.Employment]:
    """Read rows of list_recorded_employments and list_recorded_staff; a tie that two ways lead to is given once."""
    read = {row[0]: g.Employment(row[0], row[1], rows.affiliation(row[2:])) for row in found}
    return [read[id_] for id_ in sorted(read)]


def lines(found: Iterable[Row]) -> list[r.Line]:
    """Read the lines in rows of list_recorded_bodies."""
    return sorted({rows.line(row) for row in found}, key=lambda line: (line.type, line.id))


def absences(found: Iterable[Row]) -> list[g.Missing]:
    """Read rows of list_recorded_absences."""
    read = (g.Missing(rows.absence(row), words.Certainty(row[5]), r.Period(row[6], row[7])) for row in found)
    return sorted(read, key=lambda missing: missing.absence.id)


def reports(found: Iterable[Row]) -> list[g.ReportBack]:
    """Read rows of list_report_backs, the meeting in the first column."""
    read = (g.ReportBack(row[1], row[2], row[0], row[3], row[4], row[5], citations(row[6])) for row in found)
    return sorted(read, key=lambda report: report.id)
