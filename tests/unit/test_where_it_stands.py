"""Where a body stands is said in whole sentences: what it does towards others, what others do towards it, who is named."""

from dataclasses import replace

from app.questions.representation.where_it_stands import said_of
from tests.unit.diagram_cases import body, line

FORUM = body("carers-forum")
BODIES = {
    it.id: it
    for it in (FORUM, *(body(f"{name}-group") for name in ("ash", "birch", "cedar", "dogwood")), body("b-board"))
}


def test_lines_are_told_by_what_they_do_the_way_upwards_first() -> None:
    lines = [
        line("carers-forum", "linked_to", "ash-group"),
        line("carers-forum", "feeds_into", "b-board"),
        line("carers-forum", "reports_to", "b-board"),
        line("ash-group", "sub_group_of", "carers-forum"),
        line("carers-forum", "succeeded_by", "b-board"),
        line("carers-forum", "feeds_into", "nobody-public"),
    ]
    assert said_of(FORUM, lines, BODIES, ["Ann Ray (secretary)"]) == (
        "It reports to the B Board, feeds into the B Board and is linked to the Ash Group."
        " The Ash Group is a sub-group of it. Named with it: Ann Ray (secretary)."
    )


def test_of_many_the_first_three_are_named_and_several_take_their_verb() -> None:
    members = [line(f"{name}-group", "member_of", "carers-forum") for name in ("ash", "birch", "cedar", "dogwood")]
    assert said_of(FORUM, members, BODIES, []) == (
        "The Ash Group, the Birch Group, the Cedar Group and one more are members of it."
    )
    wards = replace(FORUM, name="Ward forums", count=5)
    assert said_of(wards, [line("carers-forum", "reports_to", "b-board")], BODIES, ["Ann Ray"]) == (
        "They report to the B Board. Named with them: Ann Ray."
    )


def test_what_is_not_recorded_is_said() -> None:
    assert said_of(FORUM, [], BODIES, []) == (
        "No line from the Carers Forum to another body is recorded, and nobody is named with it."
    )
