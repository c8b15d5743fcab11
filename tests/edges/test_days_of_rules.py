"""Rules that look ahead or back from a day: terms, windows of days, ages, debts, changes. Each on both of its edges.

A row names what is asked, plants it, and says the answer for each day that matters; days are given by how far they are
from the edge, so that the day before and the day after are always there.
"""

import pytest

from tests.edges.days import plus
from tests.edges.rows import Row
from tests.edges.rows_of_meetings import OF_MEETINGS
from tests.edges.rows_of_seats import OF_SEATS

ROWS = [row for rows in (*OF_SEATS, *OF_MEETINGS) for row in rows()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_rule_changes_its_answer_on_its_day_and_no_other(row: Row) -> None:
    assert {days: row.ask(plus(row.edge, days)) for days in row.answers} == dict(row.answers)
