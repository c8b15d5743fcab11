"""Facts become entries again, in the models of the data format: the inverse of `app/exchange/place_facts.py`.

What the format can write in two ways is written in the shorter one: nothing that is usual, nothing that an inner fact
shares with the one around it, no id that would be made again. What the graph keeps no order of (the public and the
other ways to reach somebody, sectors and groups in a rule) comes in one order.
"""

from collections.abc import Callable, Sequence

from pydantic import ValidationError

from app.domain.facts import LINES, DataSet, Link, Node
from app.errors import DataRefused
from app.exchange.entries.addresses import KINDS, Address, Entry
from app.exchange.entries.listed import Entries
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
            of_kind = (node for node in nodes if node.label == kind.label)
            found += [Entry(Address(kind.name, node.id), _entry_of(own, node)) for node in of_kind]
    return Entries(place, tuple(found))


def _entry_of(facts: SortedFacts, node: Node) -> FileModel:
    try:
        return _OF_A_NODE[node.label](facts, node)
    except ValidationError as error:
        # Files that were loaded one after another may have left more at one seat than one file may say.
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(step) for step in first["loc"])
        raise DataRefused(f"What is recorded of '{node.id}' fits into no file: {field}: {first['msg']}.") from error


def _lines(links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link.type in LINES]
