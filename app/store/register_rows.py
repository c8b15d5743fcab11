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
    posts, boards = {row.id for row in found}, set[str]()
    behalf, appointed, holdings, fillings = list[g.Tie](), list[g.Tie](), list[g.Holding](), list[g.Filling]()
    # What joins two of the posts is given by both.
    ties = {(tie.type, tie.id): tie for row in found for tie in row.ties}
    for key in sorted(ties):
        tie = ties[key]
        if tie.type == "POST_IN":
            boards.add(tie.to_id)
            continue
        status = words.FactStatus.PROPOSED if tie.proposed else words.FactStatus.ACTUAL
        certainty, period = words.Certainty(tie.certainty), r.Period(tie.since, tie.until)
        dated = certainty, period, citations(tie.cites)
        if tie.type == "HOLDS":
            capacity = words.TenureCapacity(tie.capacity)
            how = capacity, status, certainty, tie.note, *dated[1:], tie.term_ends
            holdings.append(g.Holding(tie.id, tie.to_id, tie.from_id, tie.is_person, *how))
        elif tie.type == "FILLED_BY_HOLDER_OF":
            fillings.append(g.Filling(tie.id, tie.from_id, tie.to_id, status, *dated))
            posts |= {tie.from_id, tie.to_id}
        else:
            ends = tie.id, tie.from_id, tie.to_id
            say = words.Say(tie.say) if tie.say else None
            (behalf if tie.type == "ON_BEHALF_OF" else appointed).append(g.Tie(*ends, status, *dated, say))
    capacities = list(words.TenureCapacity)
    holdings.sort(key=lambda h: (h.post_id, capacities.index(h.capacity), h.id))
    return TiesOfPosts(
        frozenset(posts), frozenset(boards), tuple(behalf), tuple(appointed), tuple(holdings), tuple(fillings)
    )


def employments(found: Iterable[Row]) -> list[g.Employment]:
    """Read columns_of_an_employment; a tie that two ways lead to is given once."""
    read = {row.id: g.Employment(row.id, row.person_id, rows.affiliation(row)) for row in found}
    return [read[id_] for id_ in sorted(read)]


def lines(found: Iterable[Row]) -> list[r.Line]:
    """Read the lines in rows of list_recorded_bodies."""
    return sorted({rows.line(line) for row in found for line in row.lines}, key=lambda line: (line.type, line.id))


def absences(found: Iterable[Row]) -> list[g.Missing]:
    """Read rows of list_recorded_absences."""
    read = (
        g.Missing(rows.absence(row), words.Certainty(row.certainty), r.Period(row.since, row.until)) for row in found
    )
    return sorted(read, key=lambda missing: missing.absence.id)


def reports(found: Iterable[Row]) -> list[g.ReportBack]:
    """Read rows of list_report_backs."""
    read = (
        g.ReportBack(row.id, row.post_id, row.meeting_id, row.date, row.link, row.note, citations(row.cites))
        for row in found
    )
    return sorted(read, key=lambda report: report.id)
