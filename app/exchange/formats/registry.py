"""The formats that a place leaves in: the command, the addresses, `/api` and the documents read this one list."""

from collections.abc import Callable
from dataclasses import dataclass

from app.exchange.formats import popolo
from app.exchange.formats.losses import Lost
from app.exchange.formats.public_facts import PublicFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """One way to write the public facts of a place."""

    name: str
    """The word by which the command knows it."""
    title: str
    ending: str
    """Of its files, after the place's id and a dot."""
    media_type: str
    description: str
    """What it is for, in a sentence."""
    write: Callable[[PublicFacts], bytes]
    lost: Callable[[PublicFacts], tuple[Lost, ...]]
    """What is recorded and it cannot hold."""


FORMATS = (
    Format(
        name="popolo",
        title="Popolo JSON",
        ending="popolo.json",
        media_type="application/json",
        description="Bodies, people, seats, who holds them, and meetings, for programs that know the Popolo standard.",
        write=popolo.popolo,
        lost=popolo.lost,
    ),
)


def format_named(name: str) -> Format | None:
    """Return the format of a name, if there is one."""
    return next((each for each in FORMATS if each.name == name), None)
