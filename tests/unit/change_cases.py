"""Registers made by hand and by rule, for the tests of changes."""

from dataclasses import replace

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from tests.unit import diagram_cases as cases

CITED = (r.Citation("minutes", "1"),)
NEVER = r.Period(None, None)


def period(since: str | None = None, until: str | None = None) -> r.Period:
    return r.Period(since, until)


def body(
    id_: str,
    when: r.Period = NEVER,
    *,
    name: str | None = None,
    status: str = "active",
    former: tuple[r.FormerName, ...] = (),
) -> r.Organization:
    made = cases.body(id_, name=name, status=status)
    return replace(made, period=when, former_names=former, citations=CITED)


def line(from_id: str, type_: str, to_id: str, when: r.Period = NEVER, *, status: str = "actual") -> r.Line:
    return replace(cases.line(from_id, type_, to_id, status=status), period=when, citations=CITED)


def post(
    id_: str, on: str, when: r.Period = NEVER, *, status: str = "actual", vacant: str | None = None, label: str = ""
) -> r.Post:
    return r.Post(
        id=id_,
        label=label or None,
        role=words.Role.MEMBER,
        basis=words.Basis.NOT_RECORDED,
        voting=words.YesNoNotRecorded.NOT_RECORDED,
        taken_up=words.YesNoNotRecorded.NOT_RECORDED,
        number=1,
        organization_id=on,
        status=words.FactStatus(status),
        certainty=words.Certainty.STATED,
        note=None,
        term_years=None,
        vacant_since=vacant,
        report_back=None,
        contact_details=(),
        period=when,
        citations=CITED,
    )


def holding(post_id: str, holder: str, when: r.Period = NEVER, *, person: bool = True) -> g.Holding:
    return g.Holding(
        id=f"{holder}-holds-{post_id}",
        post_id=post_id,
        holder_id=holder,
        holder_is_person=person,
        capacity=words.TenureCapacity.SUBSTANTIVE,
        status=words.FactStatus.ACTUAL,
        certainty=words.Certainty.STATED,
        note=None,
        period=when,
        citations=CITED,
    )


def behalf(post_id: str, group: str, when: r.Period = NEVER, *, status: str = "actual") -> g.Tie:
    return g.Tie(
        f"{post_id}-for-{group}",
        post_id,
        group,
        words.FactStatus(status),
        words.Certainty.STATED,
        when,
        CITED,
    )


def filling(post_id: str, by: str, when: r.Period = NEVER) -> g.Filling:
    return g.Filling(f"{post_id}-by-{by}", post_id, by, words.FactStatus.ACTUAL, words.Certainty.STATED, when, CITED)


def person(id_: str, name: str) -> r.Person:
    return r.Person(id_, name, (), None, CITED)


def register(
    *bodies: r.Organization,
    lines: tuple[r.Line, ...] = (),
    posts: tuple[r.Post, ...] = (),
    holdings: tuple[g.Holding, ...] = (),
    ties: tuple[g.Tie, ...] = (),
    fillings: tuple[g.Filling, ...] = (),
    people: tuple[r.Person, ...] = (),
    elsewhere: tuple[r.Organization, ...] = (),
) -> g.Register:
    return g.Register(
        area_id="testing",
        own=frozenset(each.id for each in bodies),
        organizations={each.id: each for each in (*bodies, *elsewhere)},
        people={each.id: each for each in people},
        posts={each.id: each for each in posts},
        behalf=ties,
        appointed=(),
        fillings=fillings,
        holdings=holdings,
        employments=(),
        lines=lines,
        absences=(),
        meetings=(),
        attendance={},
        reports=(),
        assessments=(),
        published={},
    )
