"""What a run has read so far: facts, where each stands, and the ids that are mentioned and not found yet."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.facts import DataSet, Value
from app.exchange.limits import FACT_BYTES, MAX_FACTS, MAX_KEPT, Spare
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

CHECKED = (
    "access",
    "kind",
    "classification",
    "since",
    "until",
    "certainty",
    "proposed",
    "role",
    "number",
    "numberMax",
    "seatsStated",
    "vacant",
    "vacantSince",
    "heldAs",
    "termEnds",
    "capacity",
    "as",
    "deputisingFor",
    "due",
)
"""The properties that the checks look at, beside those of one entry alone."""

_MOST_LATELY = 4_000
"""How much of what is alike is remembered: neighbours are alike, and to remember all takes more than it spares."""
Spot = tuple[Document, Path_]
"""Where something stands."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An id that a file mentions, as what, and where."""

    document: Document
    path: Path_
    at: Path_
    """What of the path stands in the file."""
    written: str
    id: str
    labels: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """What one or more files say."""

    most: int = MAX_FACTS
    """How many facts one run may hold."""
    whole: bool = True
    """Whether facts keep all of their properties; otherwise only what the checks look at."""
    doubting: bool = False
    """Whether what cannot both be so is looked for."""
    today: date = field(default_factory=date.today)
    """From which a date is far in the future."""
    spare: Spare = field(default_factory=Spare)
    recorded: Collection[str] | None = None
    """Ids of all that is recorded, where that is known: of what is new, facts keep no more than they say.

    What says nothing takes the place of what was said before; of something new nothing was.
    """
    facts: DataSet = field(default_factory=DataSet)
    labels: dict[str, str] = field(default_factory=dict)
    """The label of each node."""
    names: dict[str, str] = field(default_factory=dict)
    """What people call each body and person, where doubts are looked for, which say it."""
    spots: dict[str, Spot] = field(default_factory=dict)
    """Where each node and each line stands."""
    inner_spots: dict[str, dict[str, Spot]] = field(default_factory=dict)
    """Where each link that is no line stands, by its type."""
    mentions: list[Mention] = field(default_factory=list)
    """What no node so far has as its id: many, but not all of a flood."""
    further: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    """How often each id beyond those is mentioned, and as what."""
    telling: set[str] = field(default_factory=set)
    """Ids of seats that were made from the names of the groups they are for."""
    accepted: set[tuple[str, Path_]] = field(default_factory=set)
    """The file and path of each fact whose doubts the file accepts."""
    stop: Document | None = None
    """What says, where there was more than one run may hold, that the rest is not read."""
    _alike: dict[tuple[tuple[str, Value], ...], dict[str, Value]] = field(default_factory=dict)
    _lately: dict[tuple[tuple[str, Value], ...], dict[str, Value]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _before: int = 0

    def mention(self, document: Document, path: Path_, written: str, id_: str, labels: tuple[str, ...]) -> None:
        """Keep an id that is mentioned, unless it is known to be right."""
        if self.labels.get(id_) in labels:
            return
        if len(self.mentions) < MAX_KEPT:
            self.mentions.append(Mention(document, path, document.existing(path), written, id_, labels))
        else:
            self.further[id_, labels] += 1

    def begin(self) -> None:
        """Count the facts of the next file from here."""
        self._before = len(self.facts)

    def end(self, document: Document) -> None:
        """Take off what a file has beyond its share of facts."""
        self.spare.use(document.size, facts=len(self.facts) - self._before)

    def room(self, document: Document, path: Path_) -> bool:
        """Tell whether there may be more facts; the first that may not be is noted."""
        if self.stop:
            return False
        count = len(self.facts)
        if count > self.most:
            self._stop_at(document, path, self.most, "at once; the rest is not read: give fewer files")
        most = document.size // FACT_BYTES + self.spare.facts
        if count - self._before > most:
            self._stop_at(document, path, most, f"in {document.size:,} bytes; the rest is not read")
        return self.stop is None

    def _stop_at(self, document: Document, path: Path_, most: int, where: str) -> None:
        self.stop = document.empty()
        self.stop.refuse(path, f"more than {most:,} facts", f"expected at most {most:,} {where}")

    def kept(self, properties: dict[str, Value], *ids: str) -> dict[str, Value]:
        """Return the properties that a fact keeps; the few that the checks look at are shared by all that are alike.

        `ids` are its own, or those of its ends: it is new where one of these is.
        """
        if self.whole:
            return self._lean(properties) if self._is_new(ids) else properties
        few = {name: properties[name] for name in CHECKED if properties.get(name) is not None}
        return self._alike.setdefault(tuple(few.items()), few)

    def kept_of_link(self, said: dict[str, Value], *ids: str) -> dict[str, Value]:
        """Return the properties that a link keeps: many are alike, as they say no more than what they stand in."""
        kept = self.kept(said, *ids)
        if not self.whole:
            return kept
        if len(self._lately) > _MOST_LATELY:
            self._lately.clear()
        return self._lately.setdefault(tuple(kept.items()), kept)

    def same(self, text: str) -> str:
        """Return a text that comes again and again, such as an id that many mention, as it came the first time."""
        if len(self._texts) > _MOST_LATELY:
            self._texts.clear()
        return self._texts.setdefault(text, text)

    def _is_new(self, ids: Iterable[str]) -> bool:
        if self.recorded is not None:
            for id_ in ids:  # a loop, since it is asked of every fact
                if id_ not in self.recorded:
                    return True
        return False

    def _lean(self, properties: dict[str, Value]) -> dict[str, Value]:
        lean: dict[str, Value] = {name: value for name, value in properties.items() if value is not None}
        if isinstance(cites := lean.get("cites"), str):
            lean["cites"] = self.same(cites)
        return lean
