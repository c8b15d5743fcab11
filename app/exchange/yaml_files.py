"""Files on disk become one checked data set: all of it right, or every problem at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.facts import DataSet, Node
from app.domain.vocabulary import RESERVED_AREA_IDS
from app.exchange import place_format as form
from app.exchange.coherence import check_coherence
from app.exchange.place_facts import PlaceReader, Reading
from app.exchange.problems import Problem, nearest
from app.exchange.provenance import shared_properties
from app.exchange.validation import validate
from app.exchange.yaml_text import Document, read_document

SHARED_FILES = ("areas.yaml", "sources.yaml")


@dataclass(frozen=True, slots=True)
class Checked:
    """The facts of some files and everything that is wrong with them; with problems the facts are not to be used."""

    facts: DataSet
    problems: list[Problem]


def read_files(paths: Iterable[Path], known: Mapping[str, str] | None = None, closed: Collection[str] = ()) -> Checked:
    """Read files (a folder stands for its *.yaml), and the sources and areas beside them.

    `known` maps ids that exist elsewhere, in the database or in neighbouring files, to their label; `closed` are
    those among them that are not public.
    """
    reading, documents = Reading(), []
    raw_ids: set[str] = set()
    for path in _with_shared(paths):
        document = read_document(path)
        documents.append(document)
        _read_into(reading, document, path, raw_ids)
    labels = dict(known or {}) | {node.id: node.label for node in reading.facts.nodes}
    _check_mentions(reading, labels, raw_ids)
    facts = with_labels(reading.facts, labels)
    check_coherence(Reading(facts, reading.spots, reading.mentions, reading.telling), closed)
    return Checked(facts, [problem for document in documents for problem in _in_order(document)])


def neighbours(paths: Iterable[Path]) -> list[Path]:
    """List the other places' files in the same folders, whose ids a file may mention."""
    given = {path.resolve() for path in _with_shared(paths)}
    folders = {path.parent for path in given}
    return sorted(file for folder in folders for file in folder.glob("*.yaml") if file not in given)


def _with_shared(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        files += sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    shared = [folder / name for folder in dict.fromkeys(f.parent for f in files) for name in SHARED_FILES]
    return list(dict.fromkeys([f for f in shared if f.is_file()] + files))


def _read_into(reading: Reading, document: Document, path: Path, raw_ids: set[str]) -> None:
    if path.name == "sources.yaml":
        sources, positions = validate(document, form.SourcesFile)
        for index, source in zip(positions.get("sources", []), sources.sources if sources else [], strict=True):
            _shared_node(reading, document, "Source", ("sources", index), source)
    elif path.name == "areas.yaml":
        areas, positions = validate(document, form.AreasFile)
        for index, area in zip(positions.get("areas", []), areas.areas if areas else [], strict=True):
            _shared_node(reading, document, "Area", ("areas", index), area)
    else:
        place_file, positions = validate(document, form.PlaceFile)
        if place_file:
            PlaceReader(document, place_file.place, positions, reading).read(place_file)
            if path.stem != place_file.place:
                document.refuse(("place",), f"'{place_file.place}'", f"expected the file's own name, '{path.stem}'")
    raw_ids |= _written_ids(document)


def _written_ids(document: Document) -> set[str]:
    """List ids of entries as written, also of those left out for a problem, so that one mistake is not told twice."""
    value = document.value if isinstance(document.value, dict) else {}
    place = value.get("place")
    entries = [e for section in value.values() if isinstance(section, list) for e in section if isinstance(e, dict)]
    written = [e["id"] for e in entries if isinstance(e.get("id"), str)]
    return {f"{place}/{i}" for i in written if place} | set(written)


def _shared_node(
    reading: Reading, document: Document, label: str, path: tuple[str, int], said: form.Source | form.Area
) -> None:
    reader = PlaceReader(document, "", {}, reading)
    if isinstance(said, form.Area) and said.id in RESERVED_AREA_IDS:
        document.refuse(
            (*path, "id"), f"'{said.id}'", "expected another id: pages of the site use this word in addresses"
        )
    reader.shared(label, said.id, path, shared_properties(said))
    if isinstance(said, form.Area) and said.partOf:
        reader.part_of(said.id, said.partOf, path)


def _check_mentions(reading: Reading, labels: Mapping[str, str], raw_ids: set[str]) -> None:
    for mention in reading.mentions:
        label = labels.get(mention.id)
        if label in mention.labels or (label is None and mention.id in raw_ids):
            continue
        kinds = " or ".join(_SPOKEN[wanted] for wanted in mention.labels)
        if label is not None:
            mention.document.refuse(
                mention.path, f"'{mention.written}', {_SPOKEN[label]}", f"expected the id of {kinds}"
            )
            continue
        candidates = [identifier for identifier, kind in labels.items() if kind in mention.labels]
        mention.document.refuse(
            mention.path,
            f"'{mention.written}'",
            f"no {kinds.removeprefix('a ').removeprefix('an ')} has this id",
            nearest(mention.id, candidates),
        )


_SPOKEN = {
    "Organization": "an organization",
    "Person": "a person",
    "Post": "a post",
    "Area": "an area",
    "Source": "a source",
    "Meeting": "a meeting",
    "Action": "an action",
    "Assessment": "an assessment",
    "RecordedAbsence": "a recorded absence",
}


def with_labels(facts: DataSet, labels: Mapping[str, str]) -> DataSet:
    """Fill in, for ends that may be a person or an organization, which of them it is."""
    links = [
        replace(
            link,
            _known=[],
            from_label=link.from_label or labels.get(link.from_id, ""),
            to_label=link.to_label or labels.get(link.to_id, ""),
        )
        for link in facts.links
    ]
    return DataSet(facts.nodes, links, facts.places)


def _in_order(document: Document) -> list[Problem]:
    return sorted(document.problems, key=lambda problem: (problem.line, problem.column, problem.field))


def ids_of(nodes: Iterable[Node]) -> dict[str, str]:
    """Map each node's id to its label."""
    return {node.id: node.label for node in nodes}
