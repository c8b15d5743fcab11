"""Which two may be one: names but for spelling, titles and places, numbers, company; and what is two however alike."""

import pytest

from app.reading.duplicates import ENOUGH, Candidate, likely_same


def person(id_: str, *names: str, bodies: str = "", meetings: str = "", place: str = "a") -> Candidate:
    held, came = frozenset(bodies.split()), frozenset(meetings.split())
    return Candidate(f"{place}/{id_}", "Person", names, place, place.title(), bodies=held, meetings=came)


def body(id_: str, *names: str, number: str = "", sort: str = "forum", bodies: str = "", place: str = "a") -> Candidate:
    numbers = frozenset([number]) if number else frozenset()
    joined = frozenset(bodies.split())
    return Candidate(f"{place}/{id_}", "Organization", names, place, place.title(), sort, numbers, joined)


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (person("x", "Ann Ray"), person("y", "Ann Ray"), "They have the same name."),
        (person("x", "Ann Ray"), person("y", "Cllr Ann Ray OBE"), "the same but for a title"),
        (person("x", "Ann Ray"), person("y", "A Ray"), "“A Ray” may be short for “Ann Ray”."),
        (person("x", "Katherine Ray"), person("y", "Catherine Ray"), "spelt nearly the same"),
        (body("x", "Council on Ageing"), body("y", "Council on Aging"), "spelt nearly the same"),
        (body("x", "Council on Ageing"), body("y", "A Council on Ageing"), "the same but for the name of the place"),
        (body("x", "Carers Forum Network"), body("y", "CFN"), "“CFN” may be short for “Carers Forum Network”."),
        (body("x", "Carers Forum", "The Old Forum"), body("y", "Old Forum"), "Both are called “The Old Forum”."),
        (body("x", "Left", number="GB-CHC 1"), body("y", "Right", number="GB-CHC 1"), "one number in a register"),
        (person("x", "Ann Ray"), person("y", "Ann Ray", place="b"), "They are of two places: A and B."),
    ],
)
def test_what_may_be_one_is_found_with_what_speaks_for_it(one: Candidate, other: Candidate, says: str) -> None:
    others = [body("other", "Youth Council"), person("somebody", "Zoe Young")]
    (found,) = likely_same([one, *others, other])
    assert {found.first.id, found.second.id} == {one.id, other.id}
    assert says in " ".join(found.evidence)
    # What may come in is compared with what is there, and not with itself.
    assert len(likely_same([one], [other, *others])) == 1
    assert likely_same([one, other], others) == []
    assert likely_same([one, other], apart=[frozenset((one.id, other.id))]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("x", "Locality Group 1"), body("y", "Locality Group 2")),
        (body("x", "Plan for 2008"), body("y", "Plan for 2009")),
        (body("x", "North Forum"), body("y", "South Forum")),
        (body("x", "Young Carers Forum"), body("y", "Young Carers Own Forum")),
        (body("x", "Carers Forum", bodies="a/y"), body("y", "Carers Forums")),
        (body("x", "London Borough of A"), body("y", "London Borough of B", place="b")),
        (person("x", "Ann Ray", meetings="m n"), person("y", "Anne Ray", meetings="m")),
        (person("x", "Ann Ray"), person("y", "Bob Ray")),
        (person("x", "Forum"), body("y", "Forum")),
    ],
)
def test_what_is_two_however_alike_is_not_proposed(one: Candidate, other: Candidate) -> None:
    assert likely_same([one, other]) == []


def test_company_tells_which_are_likelier() -> None:
    alone = person("x", "Ann Ray"), person("y", "Ann Ray")
    beside = person("v", "Bob Lee", bodies="lsp board"), person("w", "Bob Lee", bodies="board lsp")
    apart = person("t", "Cat Moo", meetings="1 2"), person("u", "Cat Moo", meetings="3 4")
    together = person("r", "Dan Poe", meetings="1"), person("s", "Dan Poe", meetings="1")
    found = likely_same([*alone, *beside, *apart, *together], named={"lsp": "LSP", "board": "Board"})
    assert [it.first.names[0] for it in found] == ["Bob Lee", "Cat Moo", "Ann Ray"]
    assert found[0].evidence[-1] == "Both sit on, or work for, Board and LSP."
    assert found[1].evidence[-1] == "They were never at the same meeting."
    assert all(it.score >= ENOUGH for it in found)


def test_a_common_name_in_many_places_says_nothing() -> None:
    many = [person("x", "John Smith", place=f"place-{number}") for number in range(30)]
    assert likely_same(many) == []


def test_a_large_number_is_looked_at_in_bulk() -> None:
    """A hundred places: what is compared grows with the places, not with their square."""
    many = [
        body(f"b{at}", f"{word} {sort} Group", place=f"place-{place}")
        for place in range(100)
        for at, (word, sort) in enumerate(
            (w, s) for w in ("Youth", "Older", "Carers", "Housing") for s in ("Care", "Art")
        )
    ]
    assert likely_same(many) == []
