"""Sentences with none, one, two and many, with a year, a month and a day: written out, to be read aloud."""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain import records as r
from app.domain.bodies import grammatical_number
from app.domain.ending import Ending, ended_briefly
from app.domain.english import (
    and_more,
    as_recorded,
    capitalized,
    choose_place,
    counted,
    figure,
    indefinite,
    names_several,
    numbered,
    plural,
    verb_of_several,
    years,
)
from app.domain.vocabulary import Classification, OrganizationKind, Sector, YesNoNotRecorded
from app.exchange.problems import problems_counted
from app.questions.balance.ask import states, votes
from app.questions.balance.rules import SeatCount
from app.questions.changes.rule_words import ChangeWords, Moment
from app.questions.gaps.rules import find_gaps
from app.questions.representation.seating import seat_count
from app.questions.representation.tabling import blanks_of
from app.questions.representation.telling import ToldPost
from app.reading.timeline import DatedChange
from tests.unit.gap_cases import Place

NUMBERS = (0, 1, 2, 21)
DATES = ("2010", "2010-01", "2010-01-22")
ON = date(2010, 6, 1)
YES, NO, SILENT = YesNoNotRecorded.YES, YesNoNotRecorded.NO, YesNoNotRecorded.NOT_RECORDED

Said = Callable[[int], str]
COUNTED: dict[str, tuple[Said, tuple[str, str, str, str]]] = {
    "bodies": (
        lambda n: counted(n, "body"),
        ("no bodies", "one body", "2 bodies", "21 bodies"),
    ),
    "in_a_report": (
        lambda n: numbered(n, "story"),
        ("0 stories", "1 story", "2 stories", "21 stories"),
    ),
    "alone": (figure, ("none", "one", "2", "21")),
    "further": (lambda n: and_more(n + 1), ("and one more", "and 2 more", "and 3 more", "and 22 more")),
    "problems": (
        lambda n: problems_counted(n, 0),
        ("0 problems", "1 problem", "2 problems", "21 problems"),
    ),
    "problems_that_are_not_shown": (
        lambda n: problems_counted(3, n),
        (
            "3 problems",
            "4 problems: the first 3 are shown, 1 more is not",
            "5 problems: the first 3 are shown, 2 more are not",
            "24 problems: the first 3 are shown, 21 more are not",
        ),
    ),
    "places": (
        choose_place,
        (
            "No place is recorded yet.",
            "One place is recorded: choose it above.",
            "2 places are recorded: choose one of them above.",
            "21 places are recorded: choose one of them above.",
        ),
    ),
    "years": (years, ("no years", "one year", "2 years", "21 years")),
    "what_begins": (
        lambda n: DatedChange("2010", n, 0).what,
        ("", "one fact begins", "2 facts begin", "21 facts begin"),
    ),
    "what_begins_and_ends": (
        lambda n: DatedChange("2010", 3, n).what,
        ("3 facts begin", "3 facts begin, one ends", "3 facts begin, 2 end", "3 facts begin, 21 end"),
    ),
    "what_ends": (
        lambda n: DatedChange("2010", 0, n).what,
        ("", "one fact ends", "2 facts end", "21 facts end"),
    ),
    "voting": (
        lambda n: votes(SeatCount(seats=n, voting=n)),
        ("", "The seat has a vote.", "All have a vote.", "All have a vote."),
    ),
    "not_voting": (
        lambda n: votes(SeatCount(seats=n + 1, voting=1, not_voting=n)),
        (
            "The seat has a vote.",
            "Votes: one with a vote and one without.",
            "Votes: one with a vote and 2 without.",
            "Votes: one with a vote and 21 without.",
        ),
    ),
    "vote_not_recorded": (
        lambda n: votes(SeatCount(seats=n, voting_not_recorded=n)),
        (
            "",
            "No source says whether the seat has a vote.",
            "No source says which seats vote.",
            "No source says which seats vote.",
        ),
    ),
    "filled": (
        lambda n: states(SeatCount(seats=n, filled=n)),
        ("", "It is filled.", "All are filled.", "All are filled."),
    ),
    "vacant": (
        lambda n: states(SeatCount(seats=n + 1, filled=1, vacant=n)),
        (
            "It is filled.",
            "Of these, one is filled and one is vacant.",
            "Of these, one is filled and 2 are vacant.",
            "Of these, one is filled and 21 are vacant.",
        ),
    ),
    "unnamed": (
        lambda n: states(SeatCount(seats=22, filled=22, unnamed=n)),
        (
            "All are filled.",
            "All are filled (one by somebody who is not named).",
            "All are filled (2 by somebody who is not named).",
            "All are filled (21 by somebody who is not named).",
        ),
    ),
    "seats_with_a_vote": (
        lambda n: seats([YES] * n),
        (
            "No seat on it is recorded.",
            "One seat with a vote.",
            "2 seats, all with a vote.",
            "21 seats, all with a vote.",
        ),
    ),
    "seats_without_a_vote": (
        lambda n: seats([NO] * n),
        (
            "No seat on it is recorded.",
            "One seat without a vote.",
            "2 seats, none with a vote.",
            "21 seats, none with a vote.",
        ),
    ),
    "seats_of_which_nobody_says": (
        lambda n: seats([SILENT] * n),
        (
            "No seat on it is recorded.",
            "One seat; no source says whether it has a vote.",
            "2 seats; no source says which of them vote.",
            "21 seats; no source says which of them vote.",
        ),
    ),
    "seats_of_all_sorts": (
        lambda n: seats([YES, *[NO] * n, SILENT]),
        (
            "2 seats: one with a vote and for one no source says.",
            "3 seats: one with a vote, one without a vote and for one no source says.",
            "4 seats: one with a vote, 2 without a vote and for one no source says.",
            "23 seats: one with a vote, 21 without a vote and for one no source says.",
        ),
    ),
    "vacant_seats": (
        lambda n: seats([YES] * n, vacant=YES),
        (
            "No seat on it is recorded.",
            "One seat with a vote. It is vacant.",
            "2 seats, all with a vote. All are vacant.",
            "21 seats, all with a vote. All are vacant.",
        ),
    ),
}
"""A sentence by what it counts, and what it says of none, one, two and twenty-one."""


def seats(their_votes: list[YesNoNotRecorded], **said: YesNoNotRecorded) -> str:
    return seat_count(told_of(their_votes, **said))


def told_of(their_votes: list[YesNoNotRecorded], **said: YesNoNotRecorded) -> list[ToldPost]:
    place = Place(ON)
    board = place.body(Classification.PARTNERSHIP_BOARD)
    ids = [place.seat(board, (), voting=vote, **said) for vote in their_votes]
    standing = place.standing()
    return [
        ToldPost(standing.posts[id_], standing.organizations[board], (), (), standing.sitting(id_), ()) for id_ in ids
    ]


def test_what_is_not_recorded_of_some_seats_has_the_verb_of_their_number() -> None:
    said = [blanks_of(told_of([YES, *[SILENT] * n])).said for n in (1, 2)]
    assert said == [
        "Of these 2 seats no source says who sits in any, whether one has a vote or since when.",
        "Of these 3 seats no source says who sits in any, whether 2 have a vote or since when.",
    ]


@pytest.mark.parametrize("sentence", COUNTED)
def test_a_number_is_said_with_none_one_two_and_many(sentence: str) -> None:
    say, said = COUNTED[sentence]
    assert tuple(map(say, NUMBERS)) == said


GAPS: dict[str, tuple[Said, tuple[str, str, str]]] = {
    "seats_for_whom_is_not_recorded": (
        lambda n: gap(lambda place, board: [place.seat(board) for _ in range(n)]),
        (
            "B has one seat recorded, and none for a voluntary, community or faith group; for whom it speaks is not"
            " recorded.",
            "B has 2 seats recorded, and none for a voluntary, community or faith group; for whom they speak is not"
            " recorded.",
            "B has 21 seats recorded, and none for a voluntary, community or faith group; for whom they speak is not"
            " recorded.",
        ),
    ),
    "one_seat_for_whom_is_not_recorded": (
        lambda n: gap(
            lambda place, board: [place.seat(board), *(place.seat(board, [place.council()]) for _ in range(n))]
        ),
        (
            "B has 2 seats recorded, and none for a voluntary, community or faith group; for whom one of the seats"
            " speaks is not recorded.",
            "B has 3 seats recorded, and none for a voluntary, community or faith group; for whom one of the seats"
            " speaks is not recorded.",
            "B has 22 seats recorded, and none for a voluntary, community or faith group; for whom one of the seats"
            " speaks is not recorded.",
        ),
    ),
    "seats_stated": (
        lambda n: gap(lambda place, board: [place.seat(board, [place.body()])], seats_stated=n + 1),
        (
            "A source says that B has 2 seats, and one is recorded: one seat is missing here.",
            "A source says that B has 3 seats, and one is recorded: 2 seats are missing here.",
            "A source says that B has 22 seats, and one is recorded: 21 seats are missing here.",
        ),
    ),
}
"""Gaps of a board B, with one, two and twenty-one of what they count."""


def gap(plant: Callable[[Place, str], object], **said: object) -> str:
    place = Place(ON)
    board = place.body(Classification.PARTNERSHIP_BOARD, name="B", sector=Sector.MULTI_AGENCY, **said)
    plant(place, board)
    kinds = {"seats_missing"} if said else {"no_sector_seat"}
    (found,) = [gap for gap in find_gaps(place.standing()) if gap.kind.value in kinds]
    return found.explanation


@pytest.mark.parametrize("sentence", GAPS)
def test_a_gap_is_told_with_one_two_and_many(sentence: str) -> None:
    say, said = GAPS[sentence]
    assert tuple(map(say, NUMBERS[1:])) == said


def body(name: str, *, count: int = 1, people: bool = False, until: str | None = None) -> r.Organization:
    place = Place(ON)
    kind = OrganizationKind.CONSTITUENCY if people else OrganizationKind.FORMAL
    sort = Classification.CONSTITUENCY if people else Classification.NETWORK
    id_ = place.body(sort, name=name, count=count, kind=kind, period=r.Period(None, until))
    return place.organizations[id_]


DATED: dict[str, tuple[Callable[[str], str], tuple[str, str, str]]] = {
    "as_recorded": (
        lambda text: as_recorded(text, "the Board has one seat."),
        (
            "As recorded in 2010, the Board has one seat.",
            "As recorded in January 2010, the Board has one seat.",
            "As recorded on 22 January 2010, the Board has one seat.",
        ),
    ),
    "as_recorded_over_time": (
        lambda text: as_recorded(text, "the Board has one seat.", "2007-09"),
        (
            "As recorded from September 2007 to 2010, the Board has one seat.",
            "As recorded from September 2007 to January 2010, the Board has one seat.",
            "As recorded from September 2007 to 22 January 2010, the Board has one seat.",
        ),
    ),
    "ended": (
        lambda text: Ending(body("Carers Network", until=text), None, ()).said,
        (
            "The Carers Network was a network: it ended in 2010, and no successor is recorded.",
            "The Carers Network was a network: it ended in January 2010, and no successor is recorded.",
            "The Carers Network was a network: it ended on 22 January 2010, and no successor is recorded.",
        ),
    ),
    "ended_briefly": (
        lambda text: ended_briefly(text, ["Carers Forum", "Clare County Council"]),
        (
            "ended in 2010, followed by the Carers Forum and Clare County Council",
            "ended in January 2010, followed by the Carers Forum and Clare County Council",
            "ended on 22 January 2010, followed by the Carers Forum and Clare County Council",
        ),
    ),
    "several_set_up": (
        lambda text: changed(body("Local groups", count=22), text),
        ("Local groups are set up in 2010.", "Local groups are set up in January 2010.",
         "Local groups are set up on 22 January 2010."),
    ),
}  # fmt: skip
"""A sentence by what it dates, and what it says of a year, a month and a day."""


def changed(organization: r.Organization, since: str) -> str:
    place = Place(ON)
    id_ = place.body(name=organization.name, count=organization.count, period=r.Period(since, None))
    return ChangeWords(place.standing().register).body(place.organizations[id_], Moment.BEGINS)


@pytest.mark.parametrize("sentence", DATED)
def test_a_date_is_said_as_a_year_a_month_and_a_day(sentence: str) -> None:
    say, said = DATED[sentence]
    assert tuple(map(say, DATES)) == said


def test_without_a_date_a_sentence_begins_with_what_it_says() -> None:
    assert as_recorded(None, "the Board has one seat.") == "The Board has one seat."
    assert as_recorded("2010", "the Board has one seat.", "2010") == "As recorded in 2010, the Board has one seat."


def test_verbs_agree_with_the_name_before_them() -> None:
    people = ("Carers", "People with learning disabilities", "Children and families", "Faiths other than Christian")
    one = ("The voluntary sector", "Volunteering", "Asian community", "Third sector in Clare", "Carers Bromley", "")
    assert all(map(names_several, people))
    assert [name for name in one if names_several(name)] == []
    assert [grammatical_number(each) for each in (
        body("Carers", people=True), body("Asian community", people=True), body("Carers Bromley"),
        body("Local groups", count=22),
    )] == [2, 1, 1, 22]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "several"),
    [("is a member of", "are members of"), ("is a sub-group of", "are sub-groups of"), ("reports to", "report to"),
     ("was succeeded by", "were succeeded by"), ("speaks for", "speak for")],
)  # fmt: skip
def test_a_verb_has_a_form_for_several(one: str, several: str) -> None:
    assert verb_of_several(one) == several


def test_several_are_called_by_their_plural() -> None:
    singular = ("seat", "body", "community", "day", "member of the board", "body of another sort", "story")
    assert [plural(word) for word in singular] == [
        "seats", "bodies", "communities", "days", "members of the board", "bodies of another sort", "stories",
    ]  # fmt: skip


def test_what_is_one_of_several_has_its_article() -> None:
    nouns = (
        "board",
        "executive",
        "LSP",
        "NHS trust",
        "PCT",
        "unit",
        "university",
        "honorary secretary",
        "one-off group",
    )
    assert [indefinite(noun).split(" ")[0] for noun in nouns] == ["a", "an", "an", "an", "a", "a", "a", "an", "a"]


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert [capitalized(text) for text in ("the LSP", "", "Élan")] == ["The LSP", "", "Élan"]
