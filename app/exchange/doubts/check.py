"""Every rule of doubts over the facts of a run, without those that a file accepts."""

from app.exchange.doubts import bodies, seats
from app.exchange.doubts.seen import Seen
from app.exchange.reading import Reading, Spot

RULES = (
    seats.held_and_vacant,
    seats.several_holders,
    seats.outside_the_seat,
    seats.outside_the_body,
    seats.not_as_many_as_stated,
    bodies.after_the_end,
    bodies.due_before_the_meeting,
    bodies.there_and_not_there,
    bodies.lines_to_itself,
    bodies.circles_of_reporting,
    bodies.followed_too_early,
)


def note_doubts(reading: Reading) -> None:
    """Note every doubt in the document where it stands."""
    seen = Seen(reading)
    for rule in RULES:
        for doubt in rule(seen):
            if not (_accepted(reading, doubt.at) or (doubt.other and _accepted(reading, doubt.other))):
                document, path = doubt.at
                document.doubt(path, doubt.says, doubt.other)


def _accepted(reading: Reading, spot: Spot) -> bool:
    """Tell whether the fact that stands there, or the entry that it is part of, accepts its doubts."""
    document, path = spot
    accepted = reading.accepted
    return bool(accepted) and ((document.file, path) in accepted or (document.file, path[:2]) in accepted)
