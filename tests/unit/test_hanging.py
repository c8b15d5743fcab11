"""What a fact hangs on, on values: bodies that are there, were, or are yet to come."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.as_at import AsAt
from app.domain.ending import Ending, ended_briefly
from app.domain.hanging import Supports
from app.domain.vocabulary import Classification
from tests.unit.change_cases import body, line, period

DAY = date(2010, 6, 15)
BODIES = {
    it.id: it
    for it in (
        body("there"),
        body("last-day", period(None, "2010-06-15")),
        body("ended", period(None, "2010-06-14")),
        body("first-day", period("2010-06-15")),
        body("coming", period("2010-06-16")),
        body("planned", status="proposed"),
        body("disbanded", status="disbanded"),
        replace(body("dated", status="disbanded"), last_day=date(2010, 6, 15)),
        replace(body("dated-before", status="disbanded"), last_day=date(2010, 6, 14)),
    )
}
CARRY = {"there", "last-day", "first-day", "dated"}


@pytest.mark.parametrize("id_", [*BODIES, "nobody-knows"])
def test_a_body_carries_what_hangs_on_it_from_its_first_day_to_its_last(id_: str) -> None:
    plain, every = Supports(BODIES, AsAt(DAY)), Supports(BODIES, AsAt(DAY, True))
    known = id_ in {*CARRY, "nobody-knows"}
    assert plain.carry(id_) is known
    assert every.carry(id_) is (known or id_ == "planned")
    # What needs no more than that a body has begun and not ended holds by one that is only proposed, too.
    assert plain.last(id_) is every.last(id_) is (known or id_ == "planned")
    assert plain.last(None) is True


@pytest.mark.parametrize("id_", BODIES)
def test_a_line_holds_while_both_its_ends_are_there_and_a_follower_follows_for_good(id_: str) -> None:
    supports = Supports(BODIES, AsAt(DAY))
    assert supports.carry_line(line(id_, "feeds_into", "there")) is (id_ in CARRY)
    assert supports.carry_line(line("there", "feeds_into", id_)) is (id_ in CARRY)
    assert supports.carry_line(line(id_, "succeeded_by", "there")) is (id_ != "planned")
    assert supports.carry_line(line("there", "succeeded_by", id_)) is (id_ not in {"planned", "coming"})


def test_that_a_body_has_ended_is_one_sentence() -> None:
    old = replace(body("old", period(None, "2012-03"), name="Old Board"), classification=Classification.LSP)
    new, next_ = body("new", name="New Board"), body("next", name="Next Forum")
    said = Ending(old, None, (new, next_)).said
    assert (
        said
        == "The Old Board was a Local Strategic Partnership: it ended in March 2012, and the New Board and the Next Forum followed."
    )
    gone = replace(body("gone", status="disbanded", name="Ward Groups"), count=22)
    assert "were 22 bodies" in Ending(gone, "2008-01", ()).said
    assert "they had ended by January 2008, when is not recorded, and no successor" in Ending(gone, "2008-01", ()).said
    assert "had ended, when is not recorded" in Ending(gone, None, ()).said
    assert ended_briefly("2012-03-31", ["New Board"]) == "ended on 31 March 2012, followed by the New Board"
    assert ended_briefly(None, []) == "ended"
