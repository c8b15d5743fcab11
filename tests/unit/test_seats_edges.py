"""Whom a seat speaks for, who sends its holder, and by which facts: each turn of the rule by itself."""

import pytest

from app.domain import vocabulary as words
from app.domain.records import Citation
from app.domain.seats import facts_of, seats_for, sector_groups, sent_by, speaks_for, voices_of
from app.domain.telling import all_called, called, cited, least_certain, seat_called
from app.domain.vocabulary import Certainty, Role, Sector, YesNoNotRecorded
from tests.unit.gap_cases import Line, Place, Sort
from tests.unit.test_fragility import ON


@pytest.fixture
def p() -> Place:
    """Return a place with nothing in it."""
    return Place(ON)


def people(p: Place) -> str:
    return p.body(Sort.CONSTITUENCY, kind=words.OrganizationKind.CONSTITUENCY, sector=None, name="Carers")


def speaking(p: Place, seat: str) -> tuple[str, ...]:
    standing = p.standing()
    return speaks_for(standing, standing.posts[seat])


def test_a_seat_speaks_for_those_it_is_on_behalf_of_in_their_order(p: Place) -> None:
    board, one, other = p.body(), p.body(), p.body()
    assert speaking(p, p.seat(board, [other, one, other])) == (other, one)
    assert speaking(p, p.seat(board)) == ()


def test_a_seat_never_speaks_for_the_body_that_it_is_on(p: Place) -> None:
    board = p.body()
    held = p.seat(board)
    p.hold(held, board)
    assert speaking(p, p.seat(board, [board])) == speaking(p, held) == ()


def test_a_body_that_holds_a_seat_is_spoken_for_unless_it_sits_for_another_body(p: Place) -> None:
    board, holder, other, carers = p.body(), p.body(), p.body(), people(p)
    own, for_people, for_other, for_itself = (p.seat(board, behalf) for behalf in ([], [carers], [other], [holder]))
    for seat in (own, for_people, for_other, for_itself):
        p.hold(seat, holder)
    p.hold(own, p.person())
    assert speaking(p, own) == (holder,)
    assert speaking(p, for_people) == (carers, holder)
    assert speaking(p, for_other) == (other,)
    assert speaking(p, for_itself) == (holder,)
    unknown = p.seat(board, ["p/unknown"])
    p.hold(unknown, holder)
    assert speaking(p, unknown) == ("p/unknown",)


def test_an_office_speaks_for_its_body_only_where_nobody_is_named(p: Place) -> None:
    board, forum, above, group = p.body(), p.body(), p.body(), p.body()
    chair, lead = p.seat(forum), p.seat(above)
    p.fill(chair, lead)
    unnamed, named = p.seat(board), p.seat(board, [group])
    for seat in (unnamed, named):
        p.fill(seat, chair)
    assert speaking(p, unnamed) == (forum, above)
    assert speaking(p, named) == (group,)


def test_seats_are_sorted_by_whom_they_speak_for(p: Place) -> None:
    board, one, other = p.body(), p.body(), p.body()
    both, alone = p.seat(board, [one, other]), p.seat(board, [one])
    found = seats_for(p.standing())
    assert {group: [post.id for post in posts] for group, posts in found.items()} == {
        one: sorted([both, alone]),
        other: [both],
    }


def test_a_holder_comes_from_an_office_an_employer_or_is_a_body_itself(p: Place) -> None:
    board, forum, employer, holder = (p.body(name=name) for name in ("Board", "Forum", "Employer", "Holder"))
    seat = p.seat(board)
    p.fill(seat, p.seat(forum))
    p.hold(seat, p.person(employer))
    p.hold(seat, holder)
    p.hold(seat, p.person(board))
    p.hold(seat, people(p))
    p.hold(seat, "p/unknown")
    standing = p.standing()
    assert sent_by(standing, standing.posts[seat]) == (forum, employer, holder)


def test_the_facts_of_a_seat_are_its_own_its_ties_fillings_and_holdings(p: Place) -> None:
    board, group = p.body(), p.body()
    seat, chair, lead = p.seat(board, [group]), p.seat(group), p.seat(group)
    p.fill(seat, chair)
    p.fill(chair, lead)
    p.hold(seat, p.person())
    p.hold(lead, p.person())
    standing = p.standing()
    facts = facts_of(standing, standing.posts[seat])
    assert facts[0] is standing.posts[seat]
    assert facts[1:4] == [*standing.behalf(seat), *standing.fillings(seat), *standing.fillings(chair)]
    assert facts[4:] == list(standing.tenures(seat))
    assert len(facts) == 6


def test_the_voices_of_a_group_are_its_own_and_of_those_that_speak_for_it(p: Place) -> None:
    group, voice, friend = p.body(), p.body(), p.body()
    p.join(voice, Line.SPEAKS_FOR, group)
    p.join(friend, Line.LINKED_TO, group)
    p.join(group, Line.SPEAKS_FOR, friend)
    assert voices_of(p.standing(), group) == {group, voice}


def test_the_groups_of_the_sector_are_those_of_a_seat_that_is_taken_up(p: Place) -> None:
    board, group, council = p.body(), p.body(), p.council()
    seats = [
        p.seat(board, [council, group, "p/unknown"], taken_up=taken)
        for taken in (YesNoNotRecorded.YES, YesNoNotRecorded.NOT_RECORDED, YesNoNotRecorded.NO)
    ]
    standing = p.standing()
    assert [sector_groups(standing, standing.posts[seat]) for seat in seats] == [(group,), (group,), ()]


@pytest.mark.parametrize(
    ("said", "groups", "words_"),
    [
        ({}, 0, "the seat of member on the Board"),
        ({"role": Role.VICE_CHAIR}, 0, "the seat of vice-chair on the Board"),
        ({"number": 2}, 1, "the 2 seats for the Arts Group on the Board"),
        ({"label": "Head"}, 0, "the seat “Head” on the Board"),
        ({"label": "Head", "number": 3}, 2, "the 3 seats “Head” for the Arts Group and Mind on the Board"),
        ({"label": "arts group member"}, 1, "the seat “arts group member” on the Board"),
        ({"label": "arts group member"}, 2, "the seat “arts group member” on the Board"),
    ],
)
def test_a_seat_is_called_by_its_label_its_groups_or_its_role(
    p: Place, said: dict[str, object], groups: int, words_: str
) -> None:
    board = p.body(name="Board")
    behalf = [p.body(name="The Arts Group"), p.body(name="Mind")][:groups]
    seat = p.seat(board, behalf, **said)
    standing = p.standing()
    assert seat_called(standing, standing.posts[seat]) == words_


def test_a_seat_without_a_label_names_its_group_whatever_that_is_called(p: Place) -> None:
    seat = p.seat(p.body(name="Board"), [p.body(name="X")])
    standing = p.standing()
    assert seat_called(standing, standing.posts[seat]) == "the seat for X on the Board"


def test_bodies_are_called_with_their_article(p: Place) -> None:
    one, other = p.body(name="Arts Group"), p.body(name="Mind")
    standing = p.standing()
    assert called(standing, one) == "the Arts Group"
    assert called(standing, "p/unknown") == "p/unknown"
    assert all_called(standing, [one, other]) == "the Arts Group and Mind"
    assert all_called(standing, [other, one], "or") == "Mind or the Arts Group"


def test_sources_stand_once_and_certainty_is_the_least(p: Place) -> None:
    first, second = Citation("a", "1"), Citation("a", "2")
    facts = [
        p.organizations[p.body(citations=(second, first), certainty=Certainty.STATED)],
        p.organizations[p.body(citations=(first,), certainty=Certainty.INFERRED)],
    ]
    assert cited(facts) == (second, first)
    assert least_certain(facts) is Certainty.INFERRED
    assert least_certain(facts[:1]) is Certainty.STATED
    assert least_certain(facts, Certainty.UNCERTAIN) is Certainty.UNCERTAIN
    assert least_certain([]) is Certainty.STATED


def test_a_body_of_another_sector_is_none_of_the_sector(p: Place) -> None:
    board = p.body()
    seats = {sector: p.seat(board, [p.body(sector=sector)]) for sector in Sector}
    standing = p.standing()
    found = {sector for sector, seat in seats.items() if sector_groups(standing, standing.posts[seat])}
    assert found == {Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH}
