"""What a Popolo document says that has no field here: kept as it is with the entry, to be given back on export."""

from app.exchange.fields import additional_text
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.popolo_values import Object, objects_in

READ = {
    "areas": "id name identifier classification parent_id",
    "organizations": "id name other_names identifiers classification parent_id area_id description founding_date"
    " dissolution_date contact_details sources",
    "persons": "id name honorific_prefix honorific_suffix other_names sources",
    "posts": "id label role organization_id area_id start_date end_date contact_details sources",
    "memberships": "id label role person_id member organization_id post_id on_behalf_of_id start_date end_date sources"
    " legislative_period_id",
    "events": "id name classification start_date location status organization_id attendees sources",
}
"""The properties that are read of each class."""
KEPT = frozenset(READ) - {"areas"}
"""The classes of which other properties are kept."""
_NOTHING: tuple[object, ...] = (None, [], "")
MOST = 4000
"""Characters of what is kept of one object."""


class More:
    """What is kept of each object of a document."""

    def __init__(self, into: EntriesRead, *, has_base: bool) -> None:
        """Take where it is told what is kept and what is not, and whether the document may be this project's own."""
        self._into, self._has_base = into, has_base
        self._texts: dict[int, str] = {}

    def keep(self, name: str, said: Object) -> None:
        """Keep what has no field here, and of a person also the id that another program gave."""
        more = {key: value for key, value in said.items() if key not in READ[name].split() and value not in _NOTHING}
        names = [f"{name}.{key}" for key in more]
        id_ = said.get("id")
        if name == "persons" and isinstance(id_, str) and not (self._has_base and "/" in id_):
            own = {"scheme": "popolo", "identifier": id_}
            numbers = objects_in(said, "identifiers")
            more["identifiers"] = [*numbers, *([] if own in numbers else [own])]
        text = additional_text(more) if more else ""
        if text and name in KEPT and len(text) <= MOST:
            self._texts[id(said)] = text
            self._into.kept.update(names)
        else:
            self._into.unread.update(names)

    def of(self, said: Object) -> str | None:
        """Return what is kept of an object."""
        return self._texts.get(id(said))
