"""The facts of a run as the rules of doubts look at them: by id and type, with where each stands, and their times."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.facts import Link, Value
from app.exchange.reading import Reading, Spot

Said = Mapping[str, Value]
_NOTHING: Said = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence about two facts: where the one stands, what is odd about both, and where the other stands."""

    at: Spot
    says: str
    other: Spot | None = None


class Seen:
    """Every fact that is sure: what is only proposed, or uncertain, contradicts nothing."""

    def __init__(self, reading: Reading) -> None:
        """Look through the facts once."""
        self._reading = reading
        self.nodes: dict[str, Said] = {node.id: node.properties for node in reading.facts.nodes}
        self._unsure = {id_ for id_, said in self.nodes.items() if not is_sure(said)}
        self.links: dict[str, list[Link]] = {}
        for link in reading.facts.links:
            if is_sure(link.properties):
                self.links.setdefault(link.type, []).append(link)

    def of(self, *types: str) -> list[Link]:
        """Return the links of some types, in the order of the files."""
        return [link for type_ in types for link in self.links.get(type_, ())]

    def node(self, id_: str) -> Said:
        """Return what is said of a node of these files; nothing of one that stands elsewhere, or is not sure."""
        return _NOTHING if id_ in self._unsure else self.nodes.get(id_, _NOTHING)

    def label(self, id_: str) -> str:
        """Return the label of a node of these files."""
        return self._reading.labels.get(id_, "")

    def named(self, id_: str) -> str:
        """Return a name of these files; the id, as its own file writes it, of what stands elsewhere."""
        return self._reading.names.get(id_) or f"'{id_.partition('/')[2] or id_}'"

    def spot(self, fact: str | Link) -> Spot | None:
        """Return where a node, by its id, or a link stands."""
        if isinstance(fact, str):
            return self._reading.spots.get(fact)
        inner = self._reading.inner_spots.get(fact.type)
        return inner.get(fact.id) if inner and fact.id in inner else self._reading.spots.get(fact.id)


def is_sure(said: Said) -> bool:
    """Tell whether a fact is neither proposed nor uncertain."""
    return not said.get("proposed") and said.get("certainty") != "uncertain"


def before(earlier: Value, later: Value) -> bool:
    """Tell whether one date is surely before another; one that is not known is not.

    Dates are compared as far as both say: 2007 is before 2008-01, and neither before nor after 2007-09.
    """
    if not earlier or not later:
        return False
    one, other = str(earlier), str(later)
    both = min(len(one), len(other))
    return one[:both] < other[:both]


def outside(inner: Said, outer: Said) -> bool:
    """Tell whether something surely begins or ends outside the time of what it is part of."""
    first, last = outer.get("since"), outer.get("until")
    if not first and not last:
        return False
    since, until = inner.get("since"), inner.get("until")
    return before(since, first) or before(last, until) or before(last, since) or before(until, first)


def apart(one: Said, other: Said) -> bool:
    """Tell whether two facts may have followed each other: the one may have ended before the other began, or then."""
    return _ended_by(one.get("until"), other.get("since")) or _ended_by(other.get("until"), one.get("since"))


def _ended_by(until: Value, since: Value) -> bool:
    return bool(until and since) and not before(since, until)


def time_of(said: Said) -> str:
    """Say when something is so: `from 1990 to 2030`, `since 1990`, `until 2030`; without a date, `without a date`."""
    since, until = said.get("since"), said.get("until")
    if since and until:
        return f"from {since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else "without a date"
