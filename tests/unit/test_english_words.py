"""Articles, lists, numbers and the words of the vocabulary, as people say them."""

from datetime import date

import pytest

from app.domain.dates import when
from app.domain.english import agree, counted, listed, name_order, ordinary, role_name, span, with_article
from app.domain.telling import seat_is, sentence
from app.domain.vocabulary import (
    Basis,
    Classification,
    LifecycleStatus,
    LineType,
    Role,
    Sector,
)
from tests.unit.gap_cases import Place

GROUPS = (
    "Association", "Board", "Commission", "Committee", "Council", "Executive", "Federation", "Forum", "Forums", "Fund",
    "Group", "Groups", "Network", "Networks", "Panel", "Partnership", "Programme", "Service", "Sub-group",
    "Subgroup", "Team", "Trust", "Unit", "Centre",
)  # fmt: skip


@pytest.mark.parametrize("noun", GROUPS)
def test_group_nouns_take_an_article(noun: str) -> None:
    assert with_article(f"Carers {noun}") == f"the Carers {noun}"
    assert with_article(f"Carers {noun} (South)") == f"the Carers {noun} (South)"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bromley Mind", "Bromley Mind"),
        ("The Albany", "the Albany"),
        ("the Albany", "the Albany"),
        ("A Place to Meet Group", "A Place to Meet Group"),
        ("An Open Forum", "An Open Forum"),
        ("Council of Faiths", "the Council of Faiths"),
        ("Friends of the Council House", "Friends of the Council House"),
        ("Forum for Carers", "the Forum for Carers"),
        ("Forum for Carers (South)", "the Forum for Carers (South)"),
        ("London Borough of Bromley", "the London Borough of Bromley"),
        ("Bromley Borough", "Bromley Borough"),
        ("Police Authority", "the Police Authority"),
        ("Independent Advisory Group to the Police", "the Independent Advisory Group to the Police"),
        ("Finance team, Clare County Council", "the Finance team, Clare County Council"),
        ("Executive of Carers Bromley", "the Executive of Carers Bromley"),
        ("Developing our links with the voluntary sector", "Developing our links with the voluntary sector"),
        ("GHURC's regeneration programme", "GHURC's regeneration programme"),
        ("Carers' Centre", "the Carers' Centre"),
        ("Faith groups", "Faith groups"),
        ("Friends of parks groups", "Friends of parks groups"),
        ("Environmental groups of Clare", "Environmental groups of Clare"),
        ("Link groups of the Carers Forum", "the Link groups of the Carers Forum"),
        ("Asian community", "the Asian community"),
        ("Third sector in Clare", "the Third sector in Clare"),
        ("The voluntary sector", "the voluntary sector"),
        ("Social Services", "Social Services"),
        ("Clare Council", "Clare Council"),
        ("Youth Council", "the Youth Council"),
        ("Ministers' Council", "the Ministers' Council"),
        ("Limerick City and County Council", "Limerick City and County Council"),
        ("Clare County Council", "Clare County Council"),
        ("Gloucester City Council", "Gloucester City Council"),
        ("Hertfordshire Shire Council (HSC)", "Hertfordshire Shire Council (HSC)"),
        ("The Clare County Council", "the Clare County Council"),
        ("County Council", "the County Council"),
        ("Parish Council Liaison Group", "the Parish Council Liaison Group"),
        ("Mind (Carers Group)", "Mind (Carers Group)"),
        ("(Group)", "(Group)"),
        ("", ""),
    ],
)
def test_other_names_stay_as_they_are(name: str, said: str) -> None:
    assert with_article(name) == said


def test_lists_are_read_aloud() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_numbers_stand_with_their_noun() -> None:
    assert [counted(number, "body", "bodies") for number in (0, 1, 8)] == ["no bodies", "one body", "8 bodies"]
    assert [counted(number, "seat") for number in (0, 1, 2)] == ["no seats", "one seat", "2 seats"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "no days"), (1, "one day"), (2, "2 days"), (60, "60 days"), (61, "over 2 months"), (365, "over 12 months"),
        (729, "over 23 months"), (730, "over 2 years"), (1095, "over 3 years"), (2981, "over 8 years"),
    ],
)  # fmt: skip
def test_a_time_is_said_in_the_unit_that_a_person_would_take(days: int, said: str) -> None:
    assert span(days) == said


def test_verbs_go_with_their_number() -> None:
    assert [agree(number, "has", "have") for number in (0, 1, 2)] == ["have", "has", "have"]


def test_one_seat_is_and_several_are() -> None:
    place = Place(date(2010, 1, 1))
    ids = [place.seat(place.body(), [], **said) for said in ({}, {"number": 3}, {"number_max": 20})]
    assert [seat_is(place.posts[id_]) for id_ in ids] == ["is", "are", "are"]


@pytest.mark.parametrize(
    ("text", "said"), [("2010", "in 2010"), ("2010-01", "in January 2010"), ("2010-01-22", "on 22 January 2010")]
)
def test_dates_take_their_preposition(text: str, said: str) -> None:
    assert when(text) == said


def test_roles_are_said_as_people_say_them() -> None:
    assert {role: role_name(role) for role in Role} == {
        Role.CHAIR: "chair", Role.VICE_CHAIR: "vice-chair", Role.MEMBER: "member", Role.OBSERVER: "observer",
        Role.SECRETARY: "secretary", Role.OFFICER: "officer", Role.ELECTED_MEMBER: "elected member", Role.OTHER: "other",
    }  # fmt: skip


def test_words_of_the_vocabulary_are_said_as_people_say_them() -> None:
    said = [
        Basis.CO_OPTED, Basis.EX_OFFICIO, Classification.SUB_GROUP, Role.VICE_CHAIR, Classification.LSP,
        LifecycleStatus.SETTING_UP, Sector.MULTI_AGENCY, Classification.WORKING_GROUP, *LineType,
    ]  # fmt: skip
    assert [ordinary(word.value) for word in said] == [
        "co-opted", "as of right (ex officio)", "sub-group", "vice-chair", "Local Strategic Partnership",
        "being set up", "several agencies together", "working group", *(LINES[type_] for type_ in LineType),
    ]  # fmt: skip


LINES = {
    LineType.SUB_GROUP_OF: "is a sub-group of",
    LineType.REPORTS_TO: "reports to",
    LineType.FEEDS_INTO: "feeds into",
    LineType.MEMBER_OF: "is a member of",
    LineType.SERVICED_BY: "is serviced by",
    LineType.HOSTED_BY: "is hosted by",
    LineType.FUNDED_BY: "is funded by",
    LineType.CONVENED_BY: "is convened by",
    LineType.SPEAKS_FOR: "speaks for",
    LineType.LINKED_TO: "is linked to",
    LineType.SUCCEEDED_BY: "was succeeded by",
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arts & Crafts", "Arts and Crafts"),
        ("ÉLAN", "elan"),
        ("Carers' Group", "Carers Group"),
        ("Carers\N{RIGHT SINGLE QUOTATION MARK} Group", "Carers Group"),
        ("The Albany", "Albany"),
        ("Ward 02", "Ward 2"),
        ("Age-Concern", "Age Concern"),
        ("Snake_case", "Snake case"),
    ],
)
def test_what_does_not_count_in_a_name_does_not_sort_it(one: str, other: str) -> None:
    assert [key[1:] for key in name_order(one)[0] if key[0]] == [key[1:] for key in name_order(other)[0] if key[0]]
    assert [key[:2] for key in name_order(one)[0]] == [key[:2] for key in name_order(other)[0]]
    assert name_order(one)[1] == one


def test_a_name_of_one_word_keeps_it() -> None:
    assert name_order("The") == (((True, 0, "the"),), "The")
    assert name_order("the the") == (((True, 0, "the"),), "the the")


def test_numbers_stand_before_words_and_by_their_size() -> None:
    names = [
        "10 Downing Street",
        "9 Downing Street",
        "Nine",
        "\N{ARABIC-INDIC DIGIT TWO} Place",
        "123456789012345678901",
    ]
    assert sorted(names, key=name_order) == [
        "9 Downing Street", "10 Downing Street", "123456789012345678901", "Nine", "\N{ARABIC-INDIC DIGIT TWO} Place",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [(" one seat ", "One seat."), ("It is so.", "It is so."), ("", ".")])
def test_a_sentence_begins_with_a_capital_and_ends_with_one_full_stop(text: str, said: str) -> None:
    assert sentence(text) == said
