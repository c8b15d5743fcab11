"""The two files of an organogram become units, posts on them, and who reports to whom."""

import pytest

from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.organogram_in import entries_of_organogram, is_organogram

SENIOR_HEADINGS = (
    '"Post Unique Reference","Name","Grade (or equivalent)","Job Title","Job/Team Function","Parent Department",'
    '"Organisation","Unit","Contact Phone","Contact E-mail","Reports to Senior Post","Salary Cost of Reports (£)","FTE",'
    '"Actual Pay Floor (£)","Actual Pay Ceiling (£)","","Professional/Occupational Group","Notes","Valid?"\n'
)
SENIOR = (
    SENIOR_HEADINGS
    + '"CEO","Bob Smith CBE","SCS2","Chief Executive","","Dept","Culture Agency","Culture Agency","0300","b@x.uk","XX","9","1.00","1","2","","","","1"\n'
    + '"D1","N/D","SCS1","Director of Arts","","Dept","Culture Agency","Arts","","","CEO","9","0.60","","","","","On loan.","1"\n'
    + '"D2","Vacant","SCS1","Director of Sport","","Dept","Culture Agency","Sport","","","D1","9","1.00","","","","","","1"\n'
    + '"D5","N/D","SCS1","Curator","","Dept","Culture Agency","Arts","","","D1","9","1.00","","","","","","1"\n'
    + '"D3","Eliminated","SCS1","Director of Chess","","Dept","Culture Agency","Chess","","","CEO","","1.00","","","","","","1"\n'
    + '"D4","Al Ray","SCS1","Clerk","","Dept","Culture Agency","Chess","","","CEO","","1.00","","","","","","0"\n'
)
JUNIOR = (
    '"Parent Department","Organisation","Unit","Reporting Senior Post","Grade","Payscale Minimum (£)",'
    '"Payscale Maximum (£)","Generic Job Title","Number of Posts in FTE","Professional/Occupational Group"\n'
    '"Dept","Culture Agency","Arts","D1","HEO","1","2","Officer","2.50","Policy"\n'
    '"Dept","Culture Agency","Arts","D1","HEO","1","2","Officer","1","Policy"\n'
    '"Dept","Culture Agency","Arts","D1","AO","1","2","Clerk","0","Policy"\n'
)


def read(text: str) -> EntriesRead:
    found = entries_of_organogram(text.encode(), "town", "agency.csv")
    assert found.problems == []
    return found


def test_senior_posts_are_seats_on_their_units_with_their_holders() -> None:
    file = read(SENIOR).file
    assert [(it.id, it.classification.value) for it in file.organizations] == [
        ("culture-agency", "statutory_body"),
        ("arts", "department"),
        ("sport", "department"),
    ]
    posts = [
        (it.id, it.on, it.label, [each.person for each in it.holders], it.vacant.value, it.note) for it in file.posts
    ]
    assert posts == [
        ("post-ceo", "culture-agency", "Chief Executive", ["bob-smith"], "not_recorded", "Grade SCS2."),
        (
            "post-d1", "arts", "Director of Arts", [], "not_recorded",
            "Grade SCS1. 0.60 full-time equivalent. Reports to the post CEO. On loan.",
        ),
        ("post-d2", "sport", "Director of Sport", [], "yes", "Grade SCS1. Reports to the post D1."),
        ("post-d5", "arts", "Curator", [], "not_recorded", "Grade SCS1. Reports to the post D1."),
    ]  # fmt: skip
    assert [(it.name, it.honorificSuffix) for it in file.people] == [("Bob Smith", "CBE")]


def test_units_report_to_where_their_posts_do() -> None:
    lines = [(it.from_, it.type.value, it.to) for it in read(SENIOR).file.lines]
    assert lines == [
        ("arts", "sub_group_of", "culture-agency"),
        ("sport", "sub_group_of", "culture-agency"),
        ("arts", "reports_to", "culture-agency"),
        ("sport", "reports_to", "arts"),
    ]


def test_pay_and_ways_to_reach_somebody_are_left_and_told() -> None:
    found = read(SENIOR)
    assert "b@x.uk" not in repr(found.file)
    assert found.unread["column contact e-mail"] == 6
    assert found.unread["posts that are gone, or marked as not valid"] == 2


def test_junior_posts_are_counted_and_rounded_up() -> None:
    found = read(JUNIOR)
    posts = [(it.id, it.number, it.label, it.note) for it in found.file.posts]
    assert posts == [
        ("arts-heo-officer-d1", 3, "Officer", "Grade HEO. 2.50 full-time equivalent. Report to the post D1."),
        ("arts-heo-officer-d1-2", 1, "Officer", "Grade HEO. 1 full-time equivalent. Report to the post D1."),
    ]
    assert [it.id for it in found.file.organizations] == ["culture-agency", "arts"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            SENIOR.replace('"D2","Vacant"', '"D1","Vacant"'),
            "row 4: Post Unique Reference: found 'D1'; expected each post once",
        ),
        (
            SENIOR.replace('"D2","Vacant"', '"","Vacant"'),
            "row 4: Post Unique Reference: expected the reference of the post",
        ),
        (JUNIOR.replace("2.50", "some"), "row 2: Number of Posts in FTE: found 'some'; expected a number such as 2.5"),
        (JUNIOR.replace("2.50", "1e999"), "row 2: Number of Posts in FTE"),
        (JUNIOR.replace('"Culture Agency","Arts","D1","AO"', '"","","D1","AO"'), "row 4: Unit: expected the unit"),
        ("a,b\n1,2\n", "no row with the headings of an organogram"),
        (JUNIOR + "\0", "has a NUL character in line 5"),
        (SENIOR.replace("Director of Arts", "A" * 400), "row 3: label: String should have at most 300"),
    ],
)
def test_what_is_wrong_is_said_at_its_row(text: str, says: str) -> None:
    problems = entries_of_organogram(text.encode(), "town", "agency.csv").problems
    assert len(problems) == 1
    assert says in problems[0]


def test_an_organogram_is_known_by_its_headings_in_whichever_encoding() -> None:
    assert is_organogram(SENIOR.encode("cp1252"))
    assert is_organogram(JUNIOR.encode())
    assert not is_organogram(b"Board,Seat,Held by,Name\n")
