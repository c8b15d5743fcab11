"""What holds on a day, by every way it is asked for, in the order of ids and chairs before members."""

from datetime import date

import pytest

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.standing import LONGEST_CHAIN, Standing
from app.domain.vocabulary import FactStatus, PostState, Role
from tests.unit import change_cases as cases
from tests.unit.change_cases import behalf, body, filling, holding, line, period, person, post, register

DAY = date(2010, 6, 15)
NOW, PAST, COMING = period("2010", "2010"), period(None, "2010-06-14"), period("2010-06-16")


def at(of: g.Register, on: date = DAY, *, proposed: bool = False) -> Standing:
    return Standing(of, AsAt(on, proposed))


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        (period("2010-06-15", "2010-06-15"), True), (period("2010-06", "2010-06"), True), (period(), True),
        (period("2010-06-16"), False), (period(None, "2010-06-14"), False), (period("2011"), False),
        (period(None, "2009"), False), (period("2010-06", None), True), (period(None, "2010"), True),
    ],
)  # fmt: skip
def test_a_fact_holds_from_its_first_possible_day_to_its_last(when: r.Period, holds: bool) -> None:
    of = register(
        body("b"), body("c"), lines=(line("b", "linked_to", "c", when),), posts=(post("seat", "b", when),),
        holdings=(holding("seat", "ann", when),),
    )  # fmt: skip
    standing = at(of)
    assert (len(standing.lines), len(standing.posts), len(standing.held("ann"))) == (holds, holds, holds)
    assert AsAt(DAY).within(when) is holds


def test_proposals_hold_only_where_they_count() -> None:
    of = register(
        body("b"), body("c"), lines=(line("b", "linked_to", "c", status="proposed"),),
        posts=(post("seat", "b", status="proposed"), post("sure", "b")), ties=(behalf("sure", "c", status="proposed"),),
    )  # fmt: skip
    plain, every = at(of), at(of, proposed=True)
    assert (plain.lines, list(plain.posts), plain.behalf("sure"), plain.posts_for("c")) == ((), ["sure"], (), ())
    assert ([x.id for x in every.lines], list(every.posts)) == (["b-linked_to-c"], ["seat", "sure"])
    assert [tie.organization_id for tie in every.behalf("sure")] == ["c"]
    assert [each.id for each in every.posts_for("c")] == ["sure"]
    assert (plain.on, every.on) == (DAY, DAY)
    assert AsAt(DAY).counts(FactStatus.ACTUAL)
    assert not AsAt(DAY).counts(FactStatus.PROPOSED)
    assert AsAt(DAY, include_proposed=True).parameters == {"on": DAY, "includeProposed": True}


def test_seats_stand_chairs_first_and_then_by_id() -> None:
    def of_role(id_: str, role: Role) -> r.Post:
        made = post(id_, "b")
        return r.Post(**{name: getattr(made, name) for name in r.Post.__dataclass_fields__} | {"role": role})

    posts = (
        of_role("z", Role.CHAIR),
        of_role("a", Role.MEMBER),
        of_role("m", Role.VICE_CHAIR),
        of_role("y", Role.CHAIR),
    )
    standing = at(register(body("b"), posts=(*posts, post("other", "c"))))
    assert [each.id for each in standing.posts_on("b")] == ["y", "z", "m", "a"]
    assert [each.id for each in standing.posts_on("c")] == ["other"]
    assert standing.posts_on("nobody") == ()


def test_ties_fillings_and_holdings_of_seats_that_are_gone_are_gone_too() -> None:
    of = register(
        body("b"), body("c"), posts=(post("gone", "b", PAST), post("seat", "b"), post("office", "c")),
        ties=(behalf("gone", "c"), behalf("seat", "c")), holdings=(holding("gone", "ann"), holding("seat", "bob")),
        fillings=(filling("gone", "office"), filling("seat", "office"), filling("seat", "gone")),
    )  # fmt: skip
    standing = at(of)
    assert (standing.behalf("gone"), standing.holdings("gone"), standing.fillings("gone")) == ((), (), ())
    assert [each.id for each in standing.posts_for("c")] == ["seat"]
    assert [each.by_post_id for each in standing.fillings("seat")] == ["office"]
    assert [each.post_id for each in standing.filled_by("office")] == ["seat"]
    assert (standing.held("ann"), [each.post_id for each in standing.held("bob")]) == ((), ["seat"])
    assert [office.post.id for office in standing.chain("seat")] == ["office"]


def test_who_chooses_and_who_works_where_is_asked_for_the_day() -> None:
    tie = behalf("seat", "c", NOW)
    past = g.Tie("past", "seat", "d", FactStatus.ACTUAL, words.Certainty.STATED, PAST, ())
    of = register(body("b"), body("c"), posts=(post("seat", "b"),), people=(person("ann", "Ann"),))
    jobs = tuple(
        g.Employment(f"job-{n}", "ann", r.Affiliation(works_for, None, words.Certainty.STATED, None, when, ()))
        for n, (works_for, when) in enumerate((("c", NOW), ("b", PAST), ("b", COMING), ("d", NOW)))
    )
    fields = {name: getattr(of, name) for name in of.__slots__} | {"appointed": (tie, past), "employments": jobs}
    standing = at(g.Register(**fields))
    assert [each.organization_id for each in standing.appointed("seat")] == ["c"]
    assert standing.behalf("seat") == ()
    assert standing.posts_for("c") == ()
    assert [each.affiliation.organization_id for each in standing.employments("ann")] == ["c", "d"]
    assert [each.person_id for each in standing.staff("c")] == ["ann"]
    assert standing.staff("b") == standing.employments("bob") == ()


def test_lines_are_asked_for_from_either_end() -> None:
    of = register(body("b"), body("c"), lines=(line("b", "linked_to", "c"), line("c", "feeds_into", "d", PAST)))
    standing = at(of)
    assert [each.to_id for each in standing.lines_from("b")] == ["c"]
    assert [each.from_id for each in standing.lines_to("c")] == ["b"]
    assert standing.lines_from("c") == standing.lines_to("b") == standing.lines_to("d") == ()


def test_a_chain_of_offices_is_followed_so_far_and_each_once() -> None:
    names = [f"office-{n}" for n in range(LONGEST_CHAIN + 2)]
    links = tuple(filling(post_id, by) for post_id, by in zip(["seat", *names], names, strict=False))
    of = register(
        body("b", name="Board"), posts=(post("seat", "b"), *(post(name, "b") for name in names)), fillings=links
    )
    chain = at(of).chain("seat")
    assert [office.post.id for office in chain] == names[:LONGEST_CHAIN]
    assert {office.organization_name for office in chain} == {"Board"}
    circle = register(
        body("b"), posts=tuple(post(name, "b") for name in "abc"),
        fillings=(filling("a", "b"), filling("b", "c"), filling("c", "a"), filling("a", "c")),
    )  # fmt: skip
    assert [office.post.id for office in at(circle).chain("a")] == ["b", "c"]


def test_an_office_says_what_its_post_does() -> None:
    of = register(
        body("b"), posts=(post("seat", "b"), post("office", "c", label="Lead", vacant="2009")),
        fillings=(filling("seat", "office"),),
    )  # fmt: skip
    (office,) = at(of).chain("seat")
    assert (office.role, office.label, office.vacant_since, office.organization_name) == (
        Role.MEMBER,
        "Lead",
        "2009",
        "c",
    )
    assert at(of).vacant("seat")
    assert at(of).state("seat") is PostState.VACANT
    assert at(of).held_by("seat") == "vacant"
    assert not at(of, date(2008, 12, 31)).vacant("seat")
    held = at(register(body("b"), posts=(post("seat", "b", vacant="2009"),), holdings=(holding("seat", "ann"),)))
    assert (held.vacant("seat"), held.state("seat")) == (False, PostState.FILLED)
    assert at(of, date(2008, 12, 31)).held_by("seat") == "the Lead of c, name not recorded"


def test_tenures_are_followed_through_offices_with_all_that_is_known() -> None:
    held = g.Holding(
        "h", "office", "ann", True, words.TenureCapacity.ACTING, FactStatus.ACTUAL, words.Certainty.UNCERTAIN, "Note",
        NOW, cases.CITED,
    )  # fmt: skip
    job = g.Employment("job", "ann", r.Affiliation("c", "Clerk", words.Certainty.STATED, None, NOW, ()))
    of = register(
        body("b"), body("c", name="Mind"), posts=(post("seat", "b"), post("office", "c")), people=(person("ann", "Ann"),),
        holdings=(held, holding("seat", "c", person=False)), fillings=(filling("seat", "office"),),
    )  # fmt: skip
    fields = {name: getattr(of, name) for name in of.__slots__} | {"employments": (job,)}
    own, through = at(g.Register(**fields)).tenures("seat")
    assert (own.post_id, own.holder_id, own.holder_name, own.holder_is_person) == ("seat", "c", "Mind", False)
    assert own.affiliations == ()
    assert through == r.Tenure(
        post_id="office", holder_id="ann", holder_name="Ann", holder_is_person=True, note="Note", period=NOW,
        capacity=words.TenureCapacity.ACTING, certainty=words.Certainty.UNCERTAIN, citations=cases.CITED,
        affiliations=("Mind",),
    )  # fmt: skip


def test_names_are_those_of_bodies_and_people_and_else_the_id() -> None:
    standing = at(register(body("b", name="Board"), people=(person("ann", "Ann"),)))
    assert [standing.name(id_) for id_ in ("b", "ann", "who")] == ["Board", "Ann", "who"]
