"""What an entry is known by, and which facts are its own: its node, and the links that its item in the file says."""

from dataclasses import dataclass

from app.domain.facts import DataSet, Link, Node, said_by
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name, whole_id
from app.exchange.fields import FileModel


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One sort of entry: the word for it, the section of the file that lists it, and its model."""

    name: str
    section: str
    model: type[FileModel]
    label: str = ""
    """Of its node; a line and a theme have none."""


KINDS = (
    EntryKind("theme", "themes", form.Theme),
    EntryKind("source", "sources", form.Source, "Source"),
    EntryKind("organization", "organizations", form.Organization, "Organization"),
    EntryKind("person", "people", form.Person, "Person"),
    EntryKind("post", "posts", form.Post, "Post"),
    EntryKind("line", "lines", form.Line),
    EntryKind("meeting", "meetings", form.Meeting, "Meeting"),
    EntryKind("action", "actions", form.Action, "Action"),
    EntryKind("assessment", "assessments", form.Assessment, "Assessment"),
    EntryKind("absence", "absences", form.Absence, "RecordedAbsence"),
    EntryKind("area", "areas", form.Area, "Area"),
)
"""Every sort, in the order of a file's sections; an area and a shared source stand in files of their own."""

_BY_LABEL = {kind.label: kind.name for kind in KINDS if kind.label} | {"": "line"}


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """What an entry is known by, as long as it is there: its kind and its whole id, such as `bromley/carers-forum`."""

    kind: str
    id: str

    def __str__(self) -> str:
        """Write it as people read it: `organization bromley/carers-forum`."""
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a file, and what it is known by. Two are equal when they are at one address and say the same.

    What they say is compared as the models have it, so entries are compared that were made from facts.
    """

    address: Address
    said: FileModel


def address_in(said: FileModel, place: str) -> Address:
    """Return the address of an entry as a place's file has it; the place is empty for an area or a shared source.

    That is where its facts will be, so an entry has an address before there are any.
    """
    kind = next(kind for kind in KINDS if isinstance(said, kind.model))
    return Address(kind.name, whole_id(entry_name(said, place), place))


def address_of(fact: Node | Link) -> Address:
    """Return the address of the entry that says a fact."""
    label, id_ = said_by(fact)
    return Address(_BY_LABEL[label], id_)


def facts_by_entry(facts: DataSet) -> dict[Address, DataSet]:
    """Sort facts by the entry that says them, in the order in which entries are first met; a theme has no own."""
    found: dict[Address, DataSet] = {}
    for node in facts.nodes:
        found.setdefault(address_of(node), DataSet()).nodes.append(node)
    for link in facts.links:
        found.setdefault(address_of(link), DataSet()).links.append(link)
    return found
