"""Facts become entries again, in the models of the data format: the inverse of `app/exchange/place_facts.py`.

What the format can write in two ways is written in the shorter one: nothing that is usual, nothing that an inner fact
shares with the one around it, no id that would be made again. What the graph keeps no order of (the public and the
other ways to reach somebody, sectors and groups in a rule) comes in one order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.facts import DataSet, Link, Node
from app.exchange import place_format as form
from app.exchange.entries.addresses import KINDS, LINES, Address, Entry
from app.exchange.entries.meetings import action_of, meeting_of
from app.exchange.entries.organizations import organization_of, themes_of
from app.exchange.entries.others import absence_of, area_of, assessment_of, line_of, person_of, source_of
from app.exchange.entries.posts import post_of
from app.exchange.entries.sorted_facts import SortedFacts
from app.exchange.fields import FileModel

_OF_A_NODE: dict[str, Callable[[SortedFacts, Node], FileModel]] = {
    "Source": source_of,
    "Organization": organization_of,
    "Person": person_of,
    "Post": post_of,
    "Meeting": meeting_of,
    "Action": action_of,
    "Assessment": assessment_of,
    "RecordedAbsence": absence_of,
    "Area": area_of,
}


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries of one place, or of what belongs to none, in the order of their facts, section by section."""

    place: str
    all: tuple[Entry, ...]

    def section(self, name: str) -> list[Any]:
        """Return what the entries of a file's section say."""
        kinds = {kind.name for kind in KINDS if kind.section == name}
        return [entry.said for entry in self.all if entry.address.kind in kinds]

    def by_address(self) -> dict[Address, FileModel]:
        """Return what each entry says by what it is known by: what is compared to tell what changed."""
        return {entry.address: entry.said for entry in self.all}

    @property
    def file(self) -> form.PlaceFile:
        """The place's whole file."""
        said: dict[str, Any] = {name: self.section(name) for name in form.PlaceFile.model_fields if name != "place"}
        # Each is checked already.
        return form.PlaceFile.model_construct(**(said | {"place": self.place}))

    @property
    def sources_file(self) -> form.SourcesFile:
        """The shared sources among them, as sources.yaml has them."""
        return form.SourcesFile.model_construct(sources=self.section("sources"))

    @property
    def areas_file(self) -> form.AreasFile:
        """The areas among them, as areas.yaml has them."""
        return form.AreasFile.model_construct(areas=self.section("areas"))


def entries_of(facts: DataSet, place: str) -> Entries:
    """Return the entries that a place's facts follow from; with an empty place, areas and shared sources.

    The facts are all of the place, with the labels of both ends of every link; those of other places are passed over.
    """
    nodes = [node for node in facts.nodes if node.place == place]
    links = [link for link in facts.links if link.place == place]
    own = SortedFacts(DataSet(nodes, links), place)
    found: list[Entry] = []
    for kind in KINDS:
        if kind.name == "theme":
            found += [Entry(Address("theme", f"{place}/{theme.id}"), theme) for theme in themes_of(own)]
        elif kind.name == "line":
            found += [Entry(Address("line", link.id), line_of(own, link)) for link in _lines(links)]
        else:
            make = _OF_A_NODE[kind.label]
            found += [Entry(Address(kind.name, node.id), make(own, node)) for node in nodes if node.label == kind.label]
    return Entries(place, tuple(found))


def _lines(links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link.type in LINES]
