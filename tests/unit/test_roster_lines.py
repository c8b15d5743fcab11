"""What the lines of a pasted list of members say."""

import pytest

from app.domain.vocabulary import Role, YesNoNotRecorded
from app.record.forms.roster_lines import SaidSeat, is_a_sentence, is_heading, quoted, seats_in

BOARD = "Wexcombe Children's Trust Board"


@pytest.mark.parametrize("line", [BOARD, "3. Membership", "Membership", "2.1 Members", "Current members:"])
def test_the_name_of_the_body_and_headings_are_no_people(line: str) -> None:
    assert is_heading(line, BOARD)


@pytest.mark.parametrize(
    "line", ["3. Mary O'Hara", "Chair: Ann Lee", "Ann Lee, for Carers", "Youth members (2): A B, C D"]
)
def test_a_seat_is_no_heading_and_no_sentence(line: str) -> None:
    assert not is_heading(line, BOARD)
    assert not is_a_sentence(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Board has nineteen seats. Members serve for two years from January 2026.",
        "members serve for two years",
        "It meets.",
    ],
)
def test_a_sentence_is_no_name(line: str) -> None:
    assert is_a_sentence(line)


CHAIR, VICE, OBSERVER = Role.CHAIR, Role.VICE_CHAIR, Role.OBSERVER


@pytest.mark.parametrize(
    ("line", "seats"),
    [
        ("Chair: Cllr Patricia Holloway", [SaidSeat(role=CHAIR, who="Cllr Patricia Holloway")]),
        (
            "Vice Chair: Gillian Frost, Chief Executive, Wexcombe Council",
            [SaidSeat("", VICE, "Gillian Frost", job="Chief Executive", comes_from="Wexcombe Council")],
        ),
        (
            "Schools: Ruth Ellison, St Mary's Primary School",
            [SaidSeat("Schools", who="Ruth Ellison", comes_from="St Mary's Primary School")],
        ),
        (
            "Observer (no vote): Peter Lowe, Healthwatch Wexcombe",
            [SaidSeat("", OBSERVER, "Peter Lowe", voting=YesNoNotRecorded.NO, comes_from="Healthwatch Wexcombe")],
        ),
        (
            "Ruth Ellison, St Mary's Primary School",
            [SaidSeat(who="Ruth Ellison", comes_from="St Mary's Primary School")],
        ),
        ("Mary O'Hara, Chair", [SaidSeat(role=CHAIR, who="Mary O'Hara")]),
        ("Ann Lee, MBE", [SaidSeat(who="Ann Lee, MBE")]),
        ("Ann Lee, for Carers", [SaidSeat(who="Ann Lee", speaks_for="Carers")]),
        ("Jo Smith (secretary)", [SaidSeat(role=Role.SECRETARY, who="Jo Smith")]),
        (
            "Jo Smith (secretary), representing Carers",
            [SaidSeat(role=Role.SECRETARY, who="Jo Smith", speaks_for="Carers")],
        ),
        ("Youth seat: vacant", [SaidSeat("Youth seat", vacant=True)]),
        (
            "Young people (2): Zara Ahmed, Callum Reid",
            [SaidSeat("Young people", who="Zara Ahmed"), SaidSeat("Young people", who="Callum Reid")],
        ),
        (
            "Parent carers (3): Emma Hartley and Farida Khan",
            [
                SaidSeat("Parent carer", who="Emma Hartley"),
                SaidSeat("Parent carer", who="Farida Khan"),
                SaidSeat("Parent carer"),
            ],
        ),
        (
            "Governors: Ann Lee, Bo Day and Cy Orr",
            [SaidSeat("Governor", who=who) for who in ("Ann Lee", "Bo Day", "Cy Orr")],
        ),
        (
            "Voluntary sector (2), chosen by the Wexcombe Children's Forum: Susan Pike, Leroy Grant",
            [
                SaidSeat("Voluntary sector", who=who, chosen_by="Wexcombe Children's Forum")
                for who in ("Susan Pike", "Leroy Grant")
            ],
        ),
        (
            "Voluntary sector (2), chosen by the Wexcombe Children's Forum",
            [SaidSeat("Voluntary sector", chosen_by="Wexcombe Children's Forum")] * 2,
        ),
    ],
)
def test_a_line_is_read_as_minutes_have_it(line: str, seats: list[SaidSeat]) -> None:
    assert list(seats_in(line)) == seats


@pytest.mark.parametrize("line", ["Ann Lee, Bo Day", "Chair: Ann Lee and Bo Day", "Youth (2): Al Day, Bo Day, Cy Orr"])
def test_more_people_than_seats_are_told(line: str) -> None:
    with pytest.raises(ValueError, match=r"expected (one person|at most 2 names)"):
        seats_in(line)


def test_a_line_is_quoted_in_whole_words() -> None:
    assert quoted("Councillors: Cllr James Whitfield, Cllr Sandra Okafor and Cllr Mark Donnelly") == (
        "“Councillors: Cllr James Whitfield, Cllr Sandra Okafor and …”"
    )
