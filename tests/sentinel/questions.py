"""What each saved question takes: the words that come and go in 2005, and with what is only proposed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Saved:
    """What fills the blanks of a question, in their order, and what the day and the proposals change."""

    blanks: dict[str, str]
    on: str
    proposed: str = "="

    @property
    def area(self) -> str:
        """What another place beside the blanks changes: nothing where a blank is the place; else nobody is found."""
        return "=" if "place" in self.blanks else ""


_PLACE = {"place": "sentinel"}

SAVED: dict[str, Saved] = {
    "boards-without": Saved(_PLACE | {"group": "sentinel/people"}, "+zwaslone -zislone", "+zplanlone"),
    "how-do-two-places-compare": Saved(_PLACE | {"other": "neighbour"}, "-246_seats_recorded"),
    "how-does-a-voice-get": Saved(
        {"group": "sentinel/forum", "board": "sentinel/top"}, "+zwasholder -zisholder -zisboard"
    ),
    "is-this-board-balanced": Saved({"board": "sentinel/board"}, "+zwasseat -zisseat -zpersonname", "+zplanseat"),
    "what-do-forums-work-with": Saved(_PLACE, "+zwasboard"),
    "what-does-a-person-hold": Saved({"person": "sentinel/planner"}, "=", "+zplanseat"),
    "what-has-changed": Saved(_PLACE | {"days": "3650"}, "+zwasholder", "+zplanseat"),
    "what-is-recorded-as-missing": Saved(_PLACE, "+zwasabsence -zisabsence"),
    "where-is-heard": Saved({"group": "sentinel/forum"}, "+zwasseat -zisseat -znowboard", "+zplanseat +zplanboard"),
    "which-boards-have-no-sector-seat": Saved(_PLACE, "+zwaslone -zislone", "+zplanlone"),
    "which-seats-are-empty": Saved(_PLACE, "+zwasvacant -zisvacant"),
    "which-voices-rest-on-one-person": Saved(_PLACE, "+zwasholder -zisholder -zpersonname"),
    "who-carries-the-seats": Saved(_PLACE, "+zwasholder +zwasgroup -zpersonname -zisgroup", "+zplanholder"),
    "who-has-no-voice": Saved(_PLACE, "+zischooser -zwaschooser"),
    "who-owes-a-report": Saved(_PLACE, "-zisholder -zpersonname", "+zplanholder"),
    "who-sits-on": Saved({"board": "sentinel/board"}, "+zwasseat +zwasgroup -zisseat -zisgroup", "+zplanseat"),
    "who-speaks-for": Saved({"people": "sentinel/people"}, "+zwasseat -zisseat -znowboard", "+zplanseat +zplanboard"),
    "who-wears-two-hats": Saved(_PLACE, "-zhattername"),
    "whose-time-ends": Saved(_PLACE | {"days": "3650"}, "-zendingterm", "+zplanterm"),
}
"""Every saved question that comes with the project."""
