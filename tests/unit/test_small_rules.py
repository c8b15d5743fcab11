"""Rules of a few lines each: whether a meeting had its quorum, in which tier a seat is, what is not for everybody."""

from dataclasses import replace

import pytest

from app.domain.not_published import is_not_for_publication
from app.domain.quorum import Quorum, quorum_of
from app.domain.records import Attendance, Meeting
from app.domain.seating import body_and_role, body_and_say, is_several, on_a_list, tier
from app.domain.vocabulary import AttendanceKind, SeatMembership, YesNoNotRecorded
from tests.unit.gap_cases import Place
from tests.unit.test_holding import DAY, post, tenure

YES, NO, SILENT = YesNoNotRecorded.YES, YesNoNotRecorded.NO, YesNoNotRecorded.NOT_RECORDED
PRESENT, DEPUTISING, APOLOGIES = AttendanceKind.PRESENT, AttendanceKind.DEPUTISING, AttendanceKind.APOLOGIES


def came(person: str | None, kind: AttendanceKind = PRESENT, body: str | None = None) -> Attendance:
    return Attendance(kind, person, body, None, None)


@pytest.mark.parametrize(
    ("needed", "quorate", "there", "quorum"),
    [
        (2, SILENT, [came("a"), came("b")], Quorum(2, 2, YES, stated=False)),
        (3, SILENT, [came("a"), came("b")], Quorum(2, 3, NO, stated=False)),
        (2, SILENT, [came("a"), came("a"), came("b", APOLOGIES)], Quorum(1, 2, NO, stated=False)),
        (2, SILENT, [came("a", DEPUTISING), came(None, body="b")], Quorum(2, 2, YES, stated=False)),
        (2, SILENT, [came("a", APOLOGIES)], Quorum(0, 2, SILENT, stated=False)),
        (None, SILENT, [came("a")], Quorum(1, 0, SILENT, stated=False)),
        (3, YES, [came("a")], Quorum(1, 3, YES, stated=True)),
        (None, NO, [], Quorum(0, 0, NO, stated=True)),
    ],
)
def test_what_a_source_says_of_a_quorum_counts_before_any_count(
    needed: int | None, quorate: YesNoNotRecorded, there: list[Attendance], quorum: Quorum
) -> None:
    p = Place(DAY)
    body = p.organizations[p.body(quorum_number=needed)]
    assert quorum_of(body, Meeting("m", body.id, "2010-01", None, None, None, (), quorate=quorate), there) == quorum


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("members_NOT-FOR-PUBLICATION.pdf", True),
        ("Not for publication.PDF", True),
        ("Confidential", True),
        ("Part 2 minutes.docx", True),
        ("Appendix, strictly_confidential.xlsx", True),
        ("Confidential Enquiry into Deaths", False),
        ("Members of 2026.pdf", False),
        ("", False),
    ],
)
def test_a_title_says_that_a_document_is_not_for_everybody(title: str, marked: bool) -> None:
    assert is_not_for_publication(title) is marked


def test_a_seat_is_in_the_tier_that_a_source_says() -> None:
    assert tier(post()) == ""
    assert tier(replace(post(), membership=SeatMembership.INVITED)) == "by invitation"


@pytest.mark.parametrize(
    ("number", "most", "several"), [(1, None, False), (1, 1, False), (2, None, True), (1, 2, True)]
)
def test_a_post_is_several_seats_where_it_is_or_may_be(number: int, most: int | None, several: bool) -> None:
    assert is_several(replace(post(), number=number, number_max=most)) is several


def test_what_is_not_said_is_sorted_before_all_words() -> None:
    assert sorted([("b", "say"), ("b", None)], key=lambda it: body_and_say(*it)) == [("b", None), ("b", "say")]
    ties = [("b", "chair", None), ("b", None, "2009"), ("b", None, None)]
    assert [body_and_role(*tie) for tie in ties] == [("b", "chair", ""), ("b", "", "2009"), ("b", "", "")]


def test_a_body_stands_among_the_members_by_its_name_as_one_word() -> None:
    names = ["Ray", "Rayburn Trust", "Ray Trust"]
    rows = [tenure(name, holder_is_person=False) for name in names]
    assert [it.holder_name for it in sorted(rows, key=lambda it: on_a_list(post(), it))] == [
        "Ray",
        "Rayburn Trust",
        "Ray Trust",
    ]
    assert on_a_list(post(), None)[:3] == (2, True, ("", ""))
    assert on_a_list(post(), tenure("Ann Ray"))[1:3] == (False, ("ray", "ann ray"))
