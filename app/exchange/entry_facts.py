"""What the readers of a file's sections share: facts go to the reading, problems to the document."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from app.domain.facts import Link, Node, Value
from app.exchange import place_format as form
from app.exchange.derived_ids import link_name, whole_id
from app.exchange.doubts.entries import far_dates
from app.exchange.fields import Cite
from app.exchange.mending import NOBODY
from app.exchange.reading import Reading, Spot
from app.exchange.validation import entries_and_rests
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

_LINES = frozenset(line.relationship for line in words.LineType)

Entry = TypeVar("Entry", bound=form.Fact)


class EntryReader:
    """Turns validated entries into nodes and links, and looks up the ids they mention."""

    def __init__(self, document: Document, place: str, reading: Reading) -> None:
        self.document, self.place, self.reading = document, place, reading
        self.spot: Spot = (document, ())
        self.repeated: set[Path_] = set()
        self.rest_only = False
        """Whether only what an entry mentions is read, since something else is wrong with it."""
        self.cites = "", ""
        """What was cited last as it is written, and with whole ids."""
        self.cited_here: set[str] = set()
        """Those of them that are known to be right: what most entries cite is looked up no more."""
        self.sources: set[str] = set()
        """The ids of the sources that the file itself has: what it cites is one of these before it is a shared one."""

    def _entries(self, section: str, form_: type[Entry]) -> Iterable[tuple[Path_, Entry]]:
        for index, entry, whole in entries_and_rests(self.document, section, form_):
            if not self.room((section, index)):
                return
            self.rest_only = not whole
            self._begin(entry, (section, index))
            yield (section, index), entry
            self.rest_only = False

    def _begin(self, entry: form.Fact, path: Path_) -> None:
        """Read what every entry may say of itself."""
        self._dates(entry, path)
        self._mention_sources(entry.cites, path)

    def room(self, path: Path_) -> bool:
        """Tell whether one run may hold more facts; the first that may not be held is noted."""
        return self.reading.room(self.document, path)

    def _dates(self, said: form.Said, path: Path_, **named: str | None) -> None:
        start, end = named.get("since", said.since), named.get("until", said.until)
        if start and end and latest(end) < earliest(start):
            self.document.refuse((*path, "until"), f"an end {end}", f"expected an end after the start, {start}")
        if said.doubts:
            self._accept(said, path)
        elif self.reading.doubting and not named and not self._is_accepted(path):
            for field, says in far_dates(said, self.reading.today):
                self.document.doubt((*path, field), says)

    def _is_accepted(self, path: Path_) -> bool:
        accepted = self.reading.accepted
        return bool(accepted) and (self.document.file, path[:2]) in accepted

    def _accept(self, said: form.Said, path: Path_) -> None:
        if len(said.doubts or "") <= len("accepted.") and not said.note:
            expected = "expected a sentence that says why, after 'accepted, ' or as a 'note'"
            self.document.refuse((*path, "doubts"), "no reason", expected)
        self.reading.accepted.add((self.document.file, path))

    def _refuse(self, path: Path_, found: str, expected: str) -> None:
        """Note what does not go together; of an entry that is not whole, that may be for what it lacks."""
        if not self.rest_only:
            self.document.refuse(path, found, expected)

    def _id(self, written: str) -> str:
        return whole_id(written, self.place)

    def _source(self, written: str) -> str:
        """Return the whole id of a source: the file's own before a shared one."""
        return self._id(written) if written in self.sources else written

    def _mention_sources(self, cites: Sequence[Cite], path: Path_) -> None:
        for number, cite in enumerate(cites):
            if cite.source not in self.cited_here:
                self._mention((*path, "cites", number), cite.source, ("Source",))

    def _mention(self, path: Path_, written: str, labels: tuple[str, ...]) -> str:
        if written == NOBODY:
            return written
        if labels == ("Source",):
            found = self._source(written)
        else:
            found = self.reading.same(written if labels == ("Area",) else self._id(written))
        self.reading.mention(self.document, path, written, found, labels)
        return found

    def _spot(self, path: Path_) -> Spot:
        """Return where something stands: what stands at the same path shares it."""
        if self.spot[1] is not path:
            self.spot = (self.document, path)
        return self.spot

    def _node(self, label: str, key: str, path: Path_, properties: dict[str, Value]) -> str:
        identifier = self._id(key)
        if self.rest_only:
            return identifier
        if identifier in self.reading.spots:
            earlier = self.reading.spots[identifier]
            place = f"{earlier[0].file} line {{line}}"
            self.document.refuse(
                (*path, "id"),
                f"the id '{key}' a second time",
                f"expected each id once: it stands in {place}; give this one an 'id' of its own",
                first=earlier,
            )
            self.repeated.add(path)
        else:
            self.reading.spots[identifier] = self._spot(path)
            self.reading.labels[identifier] = label
            if self.reading.doubting and properties.get("name"):
                self.reading.names[identifier] = str(properties["name"])
        kept = self.reading.kept(self._cited(properties), identifier)
        self.reading.facts.nodes.append(Node(label, identifier, self.place, kept))
        return identifier

    def _link(
        self,
        type_: str,
        start: tuple[str, str],
        end: tuple[str, str],
        said: dict[str, Value],
        path: Path_,
        key: str | None = None,
    ) -> None:
        if self.rest_only:
            return
        identifier = self._id(key or link_name(type_, start[1], end[1], self.place))
        spots = self.reading.spots if type_ in _LINES else self.reading.inner_spots.setdefault(type_, {})
        if self.repeated and path[:2] in self.repeated:
            return  # told once already, of the node itself
        if identifier in spots:
            self.document.refuse(
                path,
                f"a second '{type_.lower()}' between the same two",
                "expected an 'id' on one of them, since they would be taken for one fact; the first is in line {line}",
                first=spots[identifier],
            )
        else:
            spots[identifier] = self._spot(path)
        kept = self.reading.kept_of_link(self._cited(said), start[1], end[1])
        self.reading.facts.links.append(Link(type_, identifier, self.place, *start, *end, kept))

    def _cited(self, properties: dict[str, Value]) -> dict[str, Value]:
        """Write the whole ids of the file's own sources into what some properties cite, and return these."""
        cites = properties.get("cites")
        if not self.sources or not isinstance(cites, str):
            return properties
        if self.cites[0] != cites:  # what stands in one entry mostly cites the same
            lines = [line.partition(" ") for line in cites.split("\n")]
            self.cites = cites, "\n".join([f"{self._source(source)} {where}" for source, _, where in lines])
        properties["cites"] = self.cites[1]
        return properties

    def _inner(self, said: form.Inner, path: Path_, name: str, written: str, labels: tuple[str, ...]) -> str:
        self._dates(said, path)
        self._mention_sources(said.cites or (), path)
        return self._mention((*path, name), written, labels)
