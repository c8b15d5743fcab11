"""Registers in sentences: what the page, the files and the command say alike."""

from app.domain.dates import spoken
from app.domain.dates import when as said_of
from app.domain.english import agree, as_recorded, capitalized, counted, listed
from app.questions.registers.ask import ToldRoll, count_rows

MOST_NAMED = 3
"""Of more places than these not the names are said but how many they are."""


def opening(told: ToldRoll) -> str:
    """Say how much is listed, of which places, as recorded when."""
    kind, number = told.roll.kind, count_rows(told.roll.whole)
    day = spoken(told.as_at.on.isoformat())
    where = _places(told)
    when = f"in the year up to {day}" if kind.of_a_year else f"on {day}"
    if not number:
        last = f" The last meeting recorded was {said_of(told.last_meeting)}." if told.last_meeting else ""
        return f"No {kind.one} is recorded in {where} {when}.{last}"
    has = "had" if kind.of_a_year else agree(len(told.areas), "has", "have")
    if len(told.areas) > 1:
        where, has = f"{where} together", "had" if kind.of_a_year else "have"
    said = f"{where} {has} {counted(number, kind.one, kind.many)}{f' {when}' if kind.of_a_year else ''}."
    return as_recorded(told.fresh.newest, said, told.fresh.earliest)


def title(told: ToldRoll) -> str:
    """Name a register: `Seats in Bromley`, `Seats in 5 places`."""
    return f"{told.roll.kind.title} in {_places(told)}"


def filtered(told: ToldRoll) -> str:
    """Say how many rows have what is looked for; empty where nothing is."""
    roll = told.roll
    if not roll.find:
        return ""
    rows = capitalized(counted(len(roll.rows), "row"))
    return f"{rows} of {len(roll.whole):,} {agree(len(roll.rows), 'has', 'have')} “{roll.find}” in them."


def silence(told: ToldRoll) -> str:
    """Name the columns that are left out, since nothing is recorded in any row; empty where none is."""
    headings = [f"“{column.heading}”" for column in told.roll.silent]
    if not headings:
        return ""
    left = agree(len(headings), "the column", "the columns")
    return f"Nothing is recorded for {left} {listed(headings)}, left out here."


def _places(told: ToldRoll) -> str:
    if len(told.areas) > MOST_NAMED:
        return counted(len(told.areas), "place")
    return listed([area.name for area in told.areas]) or "no place"
