"""Two hats: people and bodies with two parts to play, told as facts to know and in neutral words."""

from collections.abc import Iterator

from app.domain.bodies import is_constituency, of_the_sector
from app.domain.english import agree, indefinite
from app.domain.holding import office_name
from app.domain.records import Line, Post
from app.domain.seats import facts_of, sent_by, speaks_for
from app.domain.standing import Standing, StandingOffice
from app.domain.telling import Sourced, all_called, called, cited, least_certain, seat_called, sentence
from app.domain.vocabulary import GapKind, LineType, Role, Sector
from app.questions.gaps.rules.finding import Gap, rule

REMEDY = "Nothing need change; it helps to know, and to record how it is dealt with."


@rule(GapKind.TWO_HATS, "Two hats")
def two_hats(standing: Standing) -> Iterator[Gap]:
    """One body supplies both chair and vice-chair, or sits for somebody on a body that it funds or is funded by.

    Or an elected member or officer of a statutory body chairs a group of the sector: facts to know, and no faults.
    """
    yield from _both_chairs(standing)
    yield from _statutory_chairs(standing)
    yield from _paid_representatives(standing)


def _both_chairs(standing: Standing) -> Iterator[Gap]:
    """Find bodies whose chair and vice-chair come from one organization, or from the same ones between them."""
    chairs: dict[str, tuple[list[Post], list[Post]]] = {}
    for post in standing.posts.values():
        if post.role in {Role.CHAIR, Role.VICE_CHAIR}:
            chairs.setdefault(post.organization_id, ([], []))[post.role is Role.VICE_CHAIR].append(post)
    for body, (first, second) in chairs.items():
        leading = {id_ for post in first for id_ in sent_by(standing, post)}
        both = sorted(leading & {id_ for post in second for id_ in sent_by(standing, post)})
        if not both:
            continue
        facts = _sending(standing, (*first, *second), frozenset(both))
        which = "; which of them supplies which is not recorded" if len(both) > 1 else ""
        supply = agree(len(both), "supplies", "between them supply")
        whose = f"the chair and the vice-chair of {called(standing, body)}"
        yield _gap(
            (body, "Organization"),
            body,
            f"{all_called(standing, both)} {supply} both {whose}{which}",
            facts,
            "chairs",
        )


def _statutory_chairs(standing: Standing) -> Iterator[Gap]:
    """Find chairs of the sector's groups who come from a statutory body, by name, by office or the body itself."""
    for post in standing.posts.values():
        body = standing.organizations.get(post.organization_id)
        if post.role is not Role.CHAIR or body is None or is_constituency(body) or not of_the_sector(body):
            continue
        for tenure in standing.tenures(post.id):
            if tenure.holder_is_person:
                for employer, said, facts in _statutory_ties(standing, tenure.holder_id):
                    text = f"{tenure.holder_shown}, who chairs {called(standing, body.id)}, is also {said}"
                    subject = (tenure.holder_id, "Person")
                    yield _gap(subject, body.id, text, [*facts_of(standing, post), *facts], f"{body.id}/{employer}")
            elif _statutory(standing, tenure.holder_id):
                supplier = f"{called(standing, tenure.holder_id)}, a statutory body,"
                text = f"{supplier} supplies the chair of {called(standing, body.id)}"
                yield _gap((post.id, "Post"), body.id, text, facts_of(standing, post), tenure.holder_id)
        if any(tenure.holder_is_person for tenure in standing.tenures(post.id)):
            continue
        for office in standing.chain(post.id):
            if _statutory(standing, office.post.organization_id):
                text = f"{called(standing, body.id)} is chaired by the {office_name(office)}, a statutory body"
                yield _gap((post.id, "Post"), body.id, text, facts_of(standing, post), office.post.id)


def _statutory_ties(standing: Standing, person: str) -> Iterator[tuple[str, str, list[Sourced]]]:
    """Return the statutory bodies that a person belongs to: the body, how in words, and the facts that say so."""
    ties: dict[str, tuple[str, list[Sourced]]] = {}
    for each in standing.employments(person):
        body = each.affiliation.organization_id
        if _statutory(standing, body):
            role = f"{_article(each.affiliation.role)} of" if each.affiliation.role else "given with"
            ties.setdefault(body, (f"{role} {called(standing, body)}", []))[1].append(each.affiliation)
    for holding in standing.held(person):
        office = standing.posts[holding.post_id]
        if office.role in {Role.ELECTED_MEMBER, Role.OFFICER} and _statutory(standing, office.organization_id):
            named = office_name(StandingOffice(office, standing.name(office.organization_id)))
            ties.setdefault(office.organization_id, (_article(named), []))[1].extend([office, holding])
    for body in sorted(ties):
        yield body, *ties[body]


def _paid_representatives(standing: Standing) -> Iterator[Gap]:
    """Find representatives on a body whose own body funds it or is funded by it."""
    money: dict[str, dict[str, list[Line]]] = {}
    for line in standing.lines:
        if line.type is LineType.FUNDED_BY:
            money.setdefault(line.to_id, {}).setdefault(line.from_id, []).append(line)
            money.setdefault(line.from_id, {}).setdefault(line.to_id, []).append(line)
    for post in standing.posts.values():
        body = post.organization_id
        if body not in money or not speaks_for(standing, post):
            continue
        for employer in sent_by(standing, post):
            for line in money[body].get(employer, ()):
                funds = "is funded by" if line.from_id == employer else "funds"
                facts = [*_sending(standing, (post,), frozenset({employer})), line]
                comes = f"comes from {called(standing, employer)}, which {funds} {called(standing, body)}"
                yield _gap(
                    (post.id, "Post"), body, f"whoever holds {seat_called(standing, post)} {comes}", facts, line.id
                )


def _sending(standing: Standing, posts: tuple[Post, ...], bodies: frozenset[str]) -> list[Sourced]:
    """Return the facts that say that the holders of posts come from bodies."""
    facts: list[Sourced] = []
    for post in posts:
        facts += facts_of(standing, post)
        for tenure in standing.tenures(post.id):
            ties = standing.employments(tenure.holder_id) if tenure.holder_is_person else ()
            facts += [each.affiliation for each in ties if each.affiliation.organization_id in bodies]
    return facts


def _statutory(standing: Standing, id_: str) -> bool:
    body = standing.organizations.get(id_)
    return body is not None and body.sector is Sector.STATUTORY


def _article(role: str) -> str:
    """Write `a councillor`, but `a Chief Executive` and `an MP` with the capitals that they have."""
    first, *rest = role.split(" ")
    is_plain = first[1:].islower() and (not rest or rest[0].islower())
    return indefinite(role[:1].lower() + role[1:] if is_plain else role)


def _gap(subject: tuple[str, str], body: str, text: str, facts: list[Sourced], extra: str) -> Gap:
    return Gap(
        GapKind.TWO_HATS,
        subject[0],
        subject[1],
        body,
        sentence(text),
        cited(facts),
        least_certain(facts),
        REMEDY,
        extra,
    )


HAT_RULES = (two_hats,)
