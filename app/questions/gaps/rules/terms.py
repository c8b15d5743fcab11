"""Gaps in time: terms that have ended or are about to with nobody following, and facts grown old."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.bodies import counts_as_a_body
from app.domain.dates import bounds, days_after, latest, spoken, years_after
from app.domain.english import counted, name_order
from app.domain.records import Citation
from app.domain.standing import Standing
from app.domain.telling import all_called, least_certain, seat_called, sentence
from app.domain.terms import ENDING_DAYS, Term, unfollowed_terms
from app.domain.vocabulary import Certainty, GapKind
from app.questions.gaps.rules.finding import Gap, rule

STALE_YEARS = 2
"""After how many years without a newer source the facts of a body count as old."""
MOST_NAMED = 3
"""How many bodies that rest on an old source are named."""
MOST_CITED = 10
"""How many places in it are."""


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
        if standing.on <= term.end <= days_after(standing.on, ENDING_DAYS):
            still = ", and nobody is recorded as following"
            yield _gap(standing, term, GapKind.TERM_ENDING, "ends", still, "An election or appointment before then.")


@rule(GapKind.STALE, "Old sources that much rests on", years=counted(STALE_YEARS, "year"))
def stale(standing: Standing) -> Iterator[Gap]:
    """Nothing newer than these sources is behind what is recorded of some bodies, and each is over {years} old.

    What they say may no longer hold.
    """
    newest = _newest(standing)
    limit = years_after(standing.on, -STALE_YEARS)
    resting: dict[str, list[str]] = {}
    cites: dict[str, list[Citation]] = {}
    for body in standing.register.bodies():
        known = newest.get(body.id)
        if known is None or known[0] >= limit or not counts_as_a_body(body, standing.as_at):
            continue
        resting.setdefault(known[1].source_id, []).append(body.id)
        cites.setdefault(known[1].source_id, []).append(known[1])
    for source, ids in resting.items():
        names = sorted(ids, key=lambda id_: (name_order(standing.name(id_)), id_))
        published = standing.register.published[source]
        yield Gap(
            GapKind.STALE,
            source,
            "Source",
            names[0],
            sentence(
                f"nothing newer than this source, of {spoken(published)}, is behind what is recorded of"
                f" {_some(standing, names)}"
            ),
            tuple(dict.fromkeys(cites[source]))[:MOST_CITED],
            Certainty.STATED,
            "A newer source that confirms or changes what is recorded.",
            standing.register.area_id,
        )


def _some(standing: Standing, names: list[str]) -> str:
    """Write the bodies that rest on a source: all of a few, else how many."""
    if len(names) <= MOST_NAMED:
        return all_called(standing, names)
    return counted(len(names), "body")


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


TERM_RULES = (term_ended, term_ending, stale)
