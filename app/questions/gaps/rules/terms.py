"""Gaps in time: terms that have ended or are about to with nobody following, and facts grown old."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import BEGINNING, END, bounds, earliest, latest, spoken
from app.domain.english import counted
from app.domain.records import Citation, Post
from app.domain.register import Holding
from app.domain.rules import called, has_ended, least_certain, seat_called, sentence
from app.domain.standing import Standing
from app.domain.vocabulary import Certainty, GapKind, TenureCapacity, YesNoNotRecorded
from app.questions.gaps.rules.finding import Gap, rule

ENDING_DAYS = 90
"""How many days ahead the end of a term is told of."""
STALE_YEARS = 2
"""After how many years without a newer source the facts of a body count as old."""


@dataclass(frozen=True, slots=True)
class Term:
    """A holding of a seat, and the last day that it may last."""

    post: Post
    holding: Holding
    end: date
    when: str
    """The end as people write it: `in 2010`, `on 22 January 2010`."""


def unfollowed_terms(standing: Standing) -> Iterator[Term]:
    """Return every term, past, present or to come to its end, after which nobody is recorded in a seat there is."""
    held: dict[str, list[Holding]] = {}
    for holding in standing.register.holdings:
        if holding.post_id in standing.posts and _counts(standing, holding):
            held.setdefault(holding.post_id, []).append(holding)
    for id_, holdings in held.items():
        yield from _unfollowed(standing, standing.posts[id_], holdings)


@rule(GapKind.TERM_ENDED, "Terms that have ended")
def term_ended(standing: Standing) -> Iterator[Gap]:
    """Somebody's recorded time or term in these seats has come to its end.

    Nobody is recorded as following: no successor, no new term and no office whose holder fills the seat.
    """
    for term in unfollowed_terms(standing):
        if term.end < standing.on:
            still = ", and no successor or new term is recorded"
            yield _gap(standing, term, GapKind.TERM_ENDED, "ended", still, "A successor or a new term, with a source.")


@rule(GapKind.TERM_ENDING, "Terms about to end", days=str(ENDING_DAYS))
def term_ending(standing: Standing) -> Iterator[Gap]:
    """Somebody's recorded time or term in these seats comes to its end within {days} days.

    Nobody is recorded as following: no successor, no new term and no office whose holder fills the seat.
    """
    for term in unfollowed_terms(standing):
        if standing.on <= term.end <= _days_after(standing.on, ENDING_DAYS):
            still = ", and nobody is recorded as following"
            yield _gap(standing, term, GapKind.TERM_ENDING, "ends", still, "An election or appointment before then.")


@rule(GapKind.STALE, "Bodies whose sources are old", years=counted(STALE_YEARS, "year"))
def stale(standing: Standing) -> Iterator[Gap]:
    """Every source behind what is recorded of these bodies, with their seats and lines, is over {years} old.

    What they say may no longer hold.
    """
    newest = _newest(standing)
    limit = _years_after(standing.on, -STALE_YEARS)
    for body in standing.register.bodies():
        known = newest.get(body.id)
        if known is None or known[0] >= limit or has_ended(body, standing):
            continue
        published = standing.register.published[known[1].source_id]
        yield Gap(
            GapKind.STALE,
            body.id,
            "Organization",
            body.id,
            sentence(
                f"the newest source behind what is recorded of {called(standing, body.id)} is of {spoken(published)},"
                f" more than {counted(STALE_YEARS, 'year')} before {spoken(standing.on.isoformat())}"
            ),
            (known[1],),
            Certainty.STATED,
            "A newer source that confirms or changes what is recorded.",
        )


def _newest(standing: Standing) -> dict[str, tuple[date, Citation]]:
    """Return for each body the newest dated source that its current facts cite, and its latest possible day."""
    published = {id_: latest(text) for id_, text in standing.register.published.items()}
    found: dict[str, tuple[date, Citation]] = {}

    def note(body: str | None, citations: Iterable[Citation]) -> None:
        for citation in citations:
            day = published.get(citation.source_id)
            if body and day and (body not in found or day > found[body][0]):
                found[body] = (day, citation)

    for body in standing.register.bodies():
        note(body.id, body.citations)
    for post in standing.posts.values():
        note(post.organization_id, post.citations)
        for tie in (*standing.behalf(post.id), *standing.appointed(post.id)):
            note(tie.organization_id, tie.citations)
            note(post.organization_id, tie.citations)
        for filling in standing.fillings(post.id):
            note(post.organization_id, filling.citations)
        for holding in standing.holdings(post.id):
            note(post.organization_id, holding.citations)
            note(holding.holder_id, holding.citations)
    for line in standing.lines:
        note(line.from_id, line.citations)
        note(line.to_id, line.citations)
    for missing in standing.absences:
        note(missing.absence.subject_id, missing.absence.citations)
        note(missing.absence.from_id, missing.absence.citations)
    for meeting in standing.register.meetings:
        if bounds(meeting.date)[0] <= standing.on:
            note(meeting.organization_id, meeting.citations)
    return found


def _counts(standing: Standing, holding: Holding) -> bool:
    return standing.as_at.counts(holding.status) and holding.capacity is not TenureCapacity.DEPUTY


def _unfollowed(standing: Standing, post: Post, holdings: list[Holding]) -> list[Term]:
    """Return the terms of a seat that nobody follows: no other holding, nor an office that fills it, lasts longer."""
    if standing.fillings(post.id) or post.taken_up is YesNoNotRecorded.NO:
        return []
    ends = [(holding, *_end(post, holding)) for holding in holdings]
    found: list[Term] = []
    for holding, end, when in ends:
        begun = earliest(holding.period.since) <= standing.on
        after = sum(other > end for _, other, _ in ends)
        if end < END and begun and after < post.number:
            found.append(Term(post, holding, end, when))
    return found


def _end(post: Post, holding: Holding) -> tuple[date, str]:
    """Return the last day that a holding may last, and the end as people write it."""
    since, until = holding.period.since, holding.period.until
    if until:
        return latest(until), _when(until)
    if since and post.term_years:
        end = _months_after(bounds(since)[1], round(post.term_years * 12))
        return end, _when(end.isoformat()[: len(since)])
    return END, ""


def _when(text: str) -> str:
    return f"{'on' if text.count('-') == 2 else 'in'} {spoken(text)}"


def _gap(standing: Standing, term: Term, kind: GapKind, ends: str, still: str, remedy: str) -> Gap:
    who = standing.name(term.holding.holder_id)
    facts = (term.post, term.holding)
    citations = tuple(dict.fromkeys((*term.holding.citations, *term.post.citations)))
    return Gap(
        kind,
        term.post.id,
        "Post",
        term.post.organization_id,
        sentence(f"{who}'s time in {seat_called(standing, term.post)} {ends} {term.when}{still}"),
        citations,
        least_certain(facts),
        remedy,
        term.holding.id,
    )


def _days_after(day: date, days: int) -> date:
    return END if (END - day).days <= days else day + timedelta(days=days)


def _years_after(day: date, years: int) -> date:
    return _months_after(day, 12 * years)


def _months_after(day: date, months: int) -> date:
    """Return the day some months away, or the last of its month, never out of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < BEGINNING.year:
        return BEGINNING
    if year > END.year:
        return END
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


TERM_RULES = (term_ended, term_ending, stale)
