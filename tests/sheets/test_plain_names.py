"""A cell that is plainly a name is not read as anything else: reading it with everything that is asked says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.sheets import people
from app.exchange.sheets.holders import lines_in

_WORDS = (
    *"Jo Ann Smith O'Hale Vacantia Jobson Isham and is of for no the deputy sub Vacant vacancy Mayor Lord Chair".split(),
    *"position currently seat to be TBC awaiting nomination filled two members people none see notes below not".split(),
    *"Head Paid Service Director Leader Council cabinet member job share jobshare ex officio observer plus with".split(),
    *("Head of", "two members", "Deputy is", "Leader of the Council", "no deputy", "see note", "to be"),
    *("(joint)", "&", "/", "-", ";", ",", "Cllr", "OBE", "2", "", "named", "applicable", "known", "name", "follow"),
)


def _nobody_knows(text: str) -> bool:
    return False


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join))
def test_what_is_plainly_a_name_is_read_as_one_name_and_nothing_else(text: str) -> None:
    if not people.is_plainly_a_name(text):
        return
    assert people.vacancy_in(text) is None
    assert not people.is_nobody(text)
    assert not people.is_not_said(text)
    assert not people.is_a_number_of_people(text)
    assert not people.is_an_office(text)
    assert not people.is_joint(text)
    said = lines_in(text, _nobody_knows)
    assert (said.names, said.deputies, said.observers, said.offices, said.empty) == ([text], [], [], [], 0)
    assert people.names_in(text, _nobody_knows) == [text]


@pytest.mark.parametrize("text", ["Jo Smith", "Cllr Jo Smith OBE", "Joanna Al Smith"])
def test_most_names_are_plainly_names(text: str) -> None:
    assert people.is_plainly_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vacant since May",
        "To be confirmed",
        "Jo and Al Smith",
        "Deputy is Jo Smith",
        "The Mayor of Bromley",
        "Head of Finance",
        "see note",
        "No deputy",
        "two members here",
        "Jo Smith job share",
        "Jo Smith vacancy",
        "Jo  Smith",
        "Jo",
        "Jo Smith (Age UK)",
    ],
)
def test_what_says_more_than_a_name_is_not_plainly_one(text: str) -> None:
    assert not people.is_plainly_a_name(text)
