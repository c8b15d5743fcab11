"""Minutes as officers write them: names that are months as well, an action told twice, and what is not read."""

import pytest

from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import document_of
from app.exchange.minutes.finding import found_in
from app.exchange.minutes.finds import Found
from app.exchange.minutes.text_reader import in_cells

TOP = "Carers Board\nMinutes of the meeting held on 17 September 2026\n"


def found(text: str) -> Found:
    return found_in(document_of(in_cells(TOP + text)))


@pytest.mark.parametrize("name", ["June Abel", "April Hill", "Jo May", "Al March"])
def test_somebody_called_like_a_month_is_somebody(name: str) -> None:
    people = found(f"Present: Ellie Marsh, {name}, Bea Stone\n").people
    assert [(it.name, it.organization) for it in people] == [
        ("Ellie Marsh", ""),
        (name, ""),
        ("Bea Stone", ""),
    ]


def test_those_who_deputized_stand_under_a_heading_of_their_own() -> None:
    seen = found("Present: Ellie Marsh\nDeputising: Cat Finch for Dr Olu Adeyemi; Rob Tull for Jo Achebe\n")
    assert [(it.name, it.how, it.deputising_for) for it in seen.people[1:]] == [
        ("Cat Finch", AttendanceKind.DEPUTISING, "Olu Adeyemi"),
        ("Rob Tull", AttendanceKind.DEPUTISING, "Jo Achebe"),
    ]
    assert seen.notes == ()


ACTIONS = """Present: Fay Baxter, Lyn Castle

3. Falls
ACTION: Fay Baxter to bring costed options to the next meeting.
ACTION: Lyn Castle to write to applicants by 2 October 2026.
ACTION: Lyn Castle to book the hall by 2 October 2026.

Action\tOwner\tBy
Bring costed falls options\tFay Baxter\tNext meeting
Write to grant applicants\tLyn Castle\t2 October 2026
"""


def test_an_action_in_the_text_and_in_a_table_is_one_and_two_of_one_person_are_two() -> None:
    actions = found(ACTIONS).actions
    assert sorted(it.text.split(" (")[0] for it in actions) == [
        "Book the hall by 2 October 2026",
        "Bring costed falls options",
        "Write to grant applicants",
    ]


def test_what_is_not_read_is_told_with_its_line() -> None:
    text = (
        "Present: Fay Baxter\n\n1. Welcome\nFay Baxter declared an interest in item 4 as a trustee.\n"
        "RESOLVED: that the programme be continued to 2028.\nAGREED (9 for, 1 against): to award the grants in full.\n"
        "It was noted that the seat of the Trust remained vacant.\nAgreed as a correct record.\n"
    )
    assert [note.split(",")[0] for note in found(text).notes] == [
        "Line 6 has a declaration of interest",
        "Line 7 has a decision",
        "Line 8 has a decision",
        "Line 9 has an empty seat",
    ]


LIKE = """Present: Fay Baxter, Lyn Castle

3. Homes
ACTION: Lyn Castle to write about the rents by 2 October 2026.

Action\tOwner\tBy
Write to the housing association about repairs\tLyn Castle\t2 October 2026
Write to the housing association about rents\tLyn Castle\t2 October 2026
"""


def test_two_like_rows_of_one_person_due_the_same_day_are_two_and_a_passage_tells_one_of_them() -> None:
    texts = [it.text for it in found(LIKE).actions]
    assert sorted(text.rsplit(maxsplit=1)[1] for text in texts) == ["rents", "repairs"], texts
    passages = LIKE.partition("\nAction\t")[0] + "\nACTION: Lyn Castle to write about repairs by 2 October 2026.\n"
    assert len(found(passages).actions) == 2
