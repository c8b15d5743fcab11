"""What a document in an open standard says of a place, as entries."""

from collections import Counter
from dataclasses import dataclass, field

from app.exchange import place_format as form


@dataclass(slots=True)
class EntriesRead:
    """The entries, and what of the document they are not."""

    file: form.PlaceFile
    what: str
    """The standard, such as Popolo."""
    areas: list[form.Area] = field(default_factory=list)
    sources: list[form.Source] = field(default_factory=list)
    """The sources of all places that it describes."""
    problems: list[str] = field(default_factory=list)
    """What is wrong, where, and what would be right; with one of them the entries are not whole."""
    unread: Counter[str] = field(default_factory=Counter)
    """What the data format has no word for, such as `persons.gender`, with how often."""
    kept: Counter[str] = field(default_factory=Counter)
    """What it has no word for either, and is kept as it is, to be given back."""
