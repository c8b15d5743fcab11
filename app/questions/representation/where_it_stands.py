"""Where a body stands, in a sentence, for whoever asks about one that nobody is known to speak for."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.as_at import AsAt
from app.domain.bodies import grammatical_number
from app.domain.english import agree, and_more, listed, name_order, ordinary, verb_of_several, with_article
from app.domain.records import Line, Organization
from app.domain.telling import sentence
from app.domain.vocabulary import LineType
from app.reading.explorer import Explorer

MOST = 3
"""Names that one part of the sentence has; the body's own page has all."""
_KINDS = (
    LineType.REPORTS_TO,
    LineType.SUB_GROUP_OF,
    LineType.FEEDS_INTO,
    LineType.MEMBER_OF,
    LineType.SPEAKS_FOR,
    LineType.SERVICED_BY,
    LineType.HOSTED_BY,
    LineType.FUNDED_BY,
    LineType.CONVENED_BY,
    LineType.LINKED_TO,
)
"""The lines that are told, the likeliest to carry a voice first."""


async def where_it_stands(explorer: Explorer, body: Organization, as_at: AsAt) -> str:
    """Say to what a body reports, feeds or belongs, what does so to it, and who is named with it."""
    lines = (await explorer.reader.lines([body.id], as_at)).get(body.id, [])
    staff = (await explorer.reader.people_of([body.id], as_at.on)).get(body.id, [])
    bodies = await explorer.reader.organizations(sorted({id_ for it in lines for id_ in (it.from_id, it.to_id)}))
    people = await explorer.reader.people([id_ for id_, _ in staff])
    named = [people[id_].shown + (f" ({role})" if role else "") for id_, role in staff if id_ in people]
    return said_of(body, lines, bodies, sorted(named, key=name_order))


def said_of(
    body: Organization, lines: Iterable[Line], bodies: Mapping[str, Organization], people: Sequence[str]
) -> str:
    """Say it from a body's lines, the bodies at their ends, and the people who are named with it."""
    out: dict[LineType, list[Organization]] = {}
    into: dict[LineType, list[Organization]] = {}
    for line in lines:
        other, kept = (line.to_id, out) if line.from_id == body.id else (line.from_id, into)
        if other in bodies and line.type in _KINDS and bodies[other] not in kept.get(line.type, []):
            kept.setdefault(line.type, []).append(bodies[other])
    number = grammatical_number(body)
    it, them = agree(number, "it", "they"), agree(number, "it", "them")
    parts = [f"{_verb(kind, number)} {_some(_names(out[kind]))}" for kind in _KINDS if kind in out]
    told = [sentence(f"{it} {listed(parts)}")] if parts else []
    for kind in (each for each in _KINDS if each in into):
        others = into[kind]
        verb = _verb(kind, grammatical_number(others[0]) if len(others) == 1 else len(others))
        told.append(sentence(f"{_some(_names(others))} {verb} {them}"))
    if people:
        told.append(sentence(f"named with {them}: {_some(people)}"))
    silent = f"no line from {with_article(body.name)} to another body is recorded, and nobody is named with {them}"
    return " ".join(told) or sentence(silent)


def _verb(kind: LineType, number: int) -> str:
    return verb_of_several(ordinary(kind)) if number > 1 else ordinary(kind)


def _names(bodies: Iterable[Organization]) -> list[str]:
    return [with_article(body.name) for body in bodies]


def _some(names: Sequence[str]) -> str:
    rest = len(names) - MOST
    return listed(names) if rest < 1 else f"{', '.join(names[:MOST])} {and_more(rest)}"
