"""Lines end at what they are about: beside a closed board's name, and with an arrow where a row has the mark."""

import pytest

from app.diagram.fitting import ROSTER
from app.diagram.geometry import Geometry
from app.diagram.outlines import arrow_path
from app.diagram.svg_parts import trunk_svg
from tests.unit.map_cases import PLACES, made, place
from tests.unit.test_rosters import committee, laid_out, with_seats


def check(geometry: Geometry) -> tuple[int, int]:
    """Check all ends; return how many are beside names over rows, and how many at rows."""
    at = {placed.box.id: placed for placed in geometry.boxes}
    beside = rows = 0
    for route in geometry.routes:
        points = route.points
        for id_, end, before in (
            (route.edge.from_id, points[0], points[1]),
            (route.edge.to_id, points[-1], points[-2]),
        ):
            placed, y = at[id_], end[1]
            if placed.notes and not placed.is_bar and y == before[1]:
                top = placed.y - placed.height / 2
                assert top <= y <= top + placed.head, (route.edge.id, id_)
                beside += 1
        if route.edge.style.key == "seat":
            marks = [chip for chip in geometry.chips if chip.owner == route.edge.id]
            assert bool(marks) != route.at_row, route.edge.id
            assert bool(arrow_path(route.points, route.end, 1.4)) == route.at_row
            assert ("dg-seat-end" in trunk_svg([route], "")) == route.at_row
            rows += route.at_row
        else:
            assert not route.at_row
    return beside, rows


@pytest.mark.parametrize("name", [*PLACES, 3, 11])
def test_no_line_ends_beside_a_row_for_others_and_every_seat_is_marked_at_its_end(name: str | int) -> None:
    picture = with_seats(place(name) if isinstance(name, str) else made(name))
    shut = frozenset(f"{ROSTER}{box.id}" for box in picture.boxes)
    beside, rows = check(laid_out(picture, closed=shut))
    assert rows == 0
    assert beside > 0 or name != "bromley"
    check(laid_out(picture, *[f"{ROSTER}{box.id}" for box in picture.boxes if box.roster][:3]))


def test_an_arrow_says_which_of_two_boards_has_the_seat() -> None:
    beside, rows = check(laid_out(with_seats(committee(1, 2, 3))))
    assert (beside, rows) == (0, 3)
