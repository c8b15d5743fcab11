"""How much of a place a reader finds in its picture: drawn, folded into others, named in lists; and how many seats."""

from dataclasses import dataclass

from app.domain.english import agree, counted
from app.reading.filtering import counts_of, drawn_here, seats_of
from app.web.pictures.shown import Shown
from app.web.pictures.viewing import as_at_of


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the bodies of a place, and its seats, are in a picture."""

    known: int
    """So many bodies are recorded."""
    drawn: int
    """So many of these are in the picture, folded into others or not."""
    folded: int
    """So many of these have no box of their own: the one that they are folded into says how many it holds."""
    named: int
    """So many are not drawn, and named in a list of members that stands open."""
    elsewhere: int
    """So many bodies of other places are drawn."""
    known_seats: int
    seats: int
    """So many are on bodies that have a box."""

    @property
    def folded_said(self) -> str:
        """How many are folded, and where: `, 4 of them with no box of their own`."""
        return (
            f", {self.folded} of them with no box of their own, which a + on another box counts" if self.folded else ""
        )

    @property
    def named_said(self) -> str:
        """How many stand in lists: `, 27 more named in lists of members`."""
        return f", {self.named} more named in {agree(self.named, 'a list', 'lists')} of members" if self.named else ""

    @property
    def seats_said(self) -> str:
        """How many of the seats are marked, and where the others are: `all 23 seats`; empty where there are none."""
        if not self.known_seats:
            return ""
        if self.seats == self.known_seats:
            return f"all {self.seats} seats" if self.seats > 1 else "its one seat"
        others = (
            f"the {agree(self.known_seats - self.seats, 'other', 'others')} on bodies that have no box in the picture"
        )
        return f"{self.seats} of {counted(self.known_seats, 'seat')}, {others}"


def whereabouts(shown: Shown) -> Whereabouts:
    """Count what of a place stands where in its picture."""
    as_at, area, drawing = as_at_of(shown.view), shown.area.id, shown.drawing
    boxes = set(drawing.boxes)
    here, elsewhere = drawn_here(shown.structure, drawing.ids, area, as_at)
    standing, _ = drawn_here(shown.structure, boxes, area, as_at)
    named, _ = drawn_here(shown.structure, drawing.named, area, as_at)
    return Whereabouts(
        counts_of(shown.whole, area, as_at).bodies,
        here,
        here - standing,
        named,
        elsewhere,
        seats_of(shown.whole, area)[0] if "seat" in shown.view.lines else 0,
        seats_of(shown.structure, area, boxes)[0],
    )
