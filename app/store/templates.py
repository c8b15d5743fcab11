"""What the templates that read and write facts are made for: every label, and every type with the labels of its ends.

A label or a type cannot be a parameter of a query, so each has a statement of its own. The list is closed: whatever
is not on it has no statement.
"""

from app.domain.facts import NODE_LABELS
from app.domain.vocabulary import LineType

_TIES = [
    ("POST_IN", "Post", "Organization"),
    ("ON_BEHALF_OF", "Post", "Organization"),
    ("APPOINTED_BY", "Post", "Organization"),
    ("HOLDS", "Person", "Post"),
    ("HOLDS", "Organization", "Post"),
    ("FILLED_BY_HOLDER_OF", "Post", "Post"),
    ("WORKS_FOR", "Person", "Organization"),
    ("IN_AREA", "Organization", "Area"),
    ("PART_OF", "Area", "Area"),
    ("MEETING_OF", "Meeting", "Organization"),
    ("ATTENDED", "Person", "Meeting"),
    ("ATTENDED", "Organization", "Meeting"),
    ("REPORTED_BACK", "Post", "Meeting"),
    ("ARISING_FROM", "Action", "Meeting"),
    ("OWNED_BY", "Action", "Person"),
    ("OWNED_BY", "Action", "Organization"),
    ("ASSESSES", "Assessment", "Organization"),
    ("SUBJECT", "RecordedAbsence", "Organization"),
    ("FROM", "RecordedAbsence", "Organization"),
]

_LABELS: list[tuple[str, ...]] = [(label,) for label in NODE_LABELS]
_LINKS: list[tuple[str, ...]] = [*((kind.relationship, "Organization", "Organization") for kind in LineType), *_TIES]

TEMPLATES: dict[str, list[tuple[str, ...]]] = {
    "list_facts_of_place": [(label,) for label in NODE_LABELS if label != "Area"],
    "list_open_facts_of_place": [(label,) for label in NODE_LABELS if label != "Area"],
    "list_whole_facts_of_place": [(label,) for label in NODE_LABELS if label != "Area"],
    "create_nodes": _LABELS,
    "create_links": _LINKS,
    "merge_nodes": _LABELS,
    "merge_links": _LINKS,
    "delete_links_from": _LABELS,
    "delete_nodes_of": _LABELS,
}
"""By the name of the template's file, the arguments for which there is a statement."""
