"""Entries become facts without a file: as `read_files` makes them of one, with every problem that it would tell."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from app.domain.facts import DataSet
from app.exchange import place_format as form
from app.exchange.entries.as_yaml import sort_of, text_of
from app.exchange.entries.sorted_facts import listed
from app.exchange.entries.spelling import spelled
from app.exchange.limits import MAX_FACTS, Spare
from app.exchange.reading import Reading
from app.exchange.yaml_files import Checked, FilesRead, read_into
from app.exchange.yaml_text import Document

_MENTIONED = {"forArea": "Area", "deputisingFor": "Person", "for": "Organization", "by": "Organization"}
"""Properties that name another node, and of which sort."""


def checked_entries(
    file: form.PlaceFile | form.SourcesFile | form.AreasFile,
    known: Mapping[str, str],
    closed: Collection[str] = (),
    *,
    most: int = MAX_FACTS,
) -> Checked:
    """Check the entries of a file and make facts of them, as `read_files` does of a file on a disk.

    `known` maps ids that exist elsewhere to their label: shared sources, areas, what is of other places; `closed` are
    those among them that are not public.
    """
    return _read([_Written(file)], most, doubting=False).checked(known, closed)


def read_values(files: Mapping[str, Any], *, most: int = MAX_FACTS) -> FilesRead:
    """Read entries that are values, by the name of the file that they would stand in, without `.yaml`.

    What is wrong with them is told as of a file, at the fields' paths; so is what is doubted.
    """
    return _read([_Said(f"{name}.yaml", value) for name, value in files.items()], most, doubting=True)


def _read(documents: Sequence[Document], most: int, *, doubting: bool) -> FilesRead:
    reading, ids = Reading(most, doubting=doubting, spare=Spare(facts=most)), set[str]()
    for document in documents:
        read_into(reading, document, Path(document.file), ids)
        document.value = None
    return FilesRead(reading, list(documents), ids)


class _Said(Document):
    """A document of values that somebody gave: JSON, which is YAML too, is its text."""

    def __init__(self, file: str, value: Any) -> None:
        text = orjson.dumps(value)
        super().__init__(file, orjson.loads(text), _text=text)


class _Written(Document):
    """The document of entries that stand in no file: problems are where they would be in the one that is written."""

    def __init__(self, entries: form.PlaceFile | form.SourcesFile | form.AreasFile) -> None:
        name = entries.place if isinstance(entries, form.PlaceFile) else sort_of(entries)
        super().__init__(f"{name}.yaml", spelled(entries))
        self.entries = entries

    def text(self) -> bytes:
        """Write the file when the first problem is told."""
        if self._text is None:
            self._text = text_of(self.entries).encode()
        return self._text


def labels_in(facts: DataSet) -> dict[str, str]:
    """Return the label of each node that facts have or lead to, and of what they cite."""
    found = {node.id: node.label for node in facts.nodes}
    for link in facts.links:
        found |= {link.from_id: link.from_label, link.to_id: link.to_label}
    said = [node.properties for node in facts.nodes] + [link.properties for link in facts.links]
    for properties in said:
        found |= {id_: label for name, label in _MENTIONED.items() if isinstance(id_ := properties.get(name), str)}
        cites = properties.get("cites")
        if isinstance(cites, str):
            found |= {line.partition(" ")[0]: "Source" for line in cites.split("\n")}
        for rule in listed(properties.get("composition")):
            found |= dict.fromkeys(rule["organization_ids"], "Organization")
            found |= {source: "Source" for source, _ in rule["cites"]}
    return found
