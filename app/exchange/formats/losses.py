"""What a format cannot hold of a place's facts: told with every file, so that nobody takes it for the whole."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.domain.facts import Link, Node, Value
from app.exchange.formats.public_facts import PublicFacts

Held = Mapping[str, frozenset[str]]
"""By label or type of link, the properties that a format holds; what is not named is not held at all."""

REPEATED = frozenset({"IN_AREA", "POST_IN", "MEETING_OF", "ASSESSES", "SUBJECT", "FROM", "ARISING_FROM", "OWNED_BY"})
"""Links that belong to the entry which they begin at: what they say of themselves, that says too."""
USUAL: Mapping[str, Value] = {
    "certainty": "stated",
    "access": "public",
    "status": "active",
    "count": 1,
    "decides": "not_recorded",
    "basis": "not_recorded",
    "voting": "not_recorded",
    "takenUp": "not_recorded",
    "number": 1,
    "capacity": "substantive",
}
"""What a fact says of itself when nobody says anything: leaving it out loses nothing."""
WORKED_OUT = frozenset({"earliest", "latest", "themeOrder"})
"""What follows from the rest."""
OF_A_SEAT = frozenset({"HOLDS", "ON_BEHALF_OF", "APPOINTED_BY", "FILLED_BY_HOLDER_OF"})
"""Links that are proposed when the seat which they are at is."""
TWINS = {"Organization": {"since": "founded", "until": "dissolved"}, "Meeting": {"since": "date", "until": "date"}}
"""By label, properties that say again what another one says, as long as nobody says otherwise."""


class Lost(NamedTuple):
    """A sort of thing that a file does not have, and how often it is recorded of the place."""

    kind: str
    """A label or a type of link."""
    field: str
    """A property; empty for the whole of it; words where only some of them are lost."""
    times: int

    @property
    def name(self) -> str:
        """What it is, in a word: `Organization.sector`, `Action`."""
        return f"{self.kind}{' ' if ' ' in self.field else '.'}{self.field}" if self.field else self.kind


def lost_beside(public: PublicFacts, held: Held, also: Iterable[tuple[str, str]] = ()) -> tuple[Lost, ...]:
    """Count what of a place's own facts a format does not hold, and what it finds out by itself: `also`."""
    counts: Counter[tuple[str, str]] = Counter(also)
    own: list[tuple[str, Node | Link]] = [(node.label, node) for node in public.facts.nodes if _is_own(public, node)]
    own += [(link.type, link) for link in public.facts.links]
    for kind, fact in own:
        if kind not in held:
            counts[kind, ""] += 1
        elif kind not in REPEATED:
            counts.update((kind, name) for name in says(fact) if name not in held[kind])
    return tuple(Lost(kind, field, count) for (kind, field), count in sorted(counts.items()))


def says(fact: Node | Link) -> list[str]:
    """Return the names of the properties by which a fact says something that is not usual and follows from nothing."""
    said = fact.properties
    twins = TWINS.get(fact.label, {}) if isinstance(fact, Node) else {}
    follows = WORKED_OUT | ({"proposed"} if isinstance(fact, Link) and fact.type in OF_A_SEAT else set[str]())
    return [
        name
        for name, value in said.items()
        if value is not None
        and value != []
        and name not in follows
        and USUAL.get(name) != value
        and not (name in twins and said.get(twins[name]) == value)
    ]


def _is_own(public: PublicFacts, node: Node) -> bool:
    return node.place in {public.place, ""}
