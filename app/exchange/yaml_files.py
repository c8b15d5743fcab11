"""Files on disk become one checked data set: all of it right, or every problem at once."""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from app.domain.facts import DataSet, Link, Node
from app.domain.reserved import RESERVED_AREA_IDS
from app.exchange import place_format as form
from app.exchange.coherence import check_coherence
from app.exchange.doubts.check import note_doubts
from app.exchange.limits import MAX_FACTS, MAX_FILES, MAX_NAME, MAX_SHOWN
from app.exchange.moving import move_in
from app.exchange.place_facts import PlaceReader
from app.exchange.problems import Meant, Problem, first_of, problems_counted
from app.exchange.provenance import shared_properties
from app.exchange.reading import Reading
from app.exchange.validation import entries, sections, validate
from app.exchange.yaml_text import Document, read_document

SHARED_FILES = ("areas.yaml", "sources.yaml")


@dataclass(frozen=True, slots=True)
class Checked:
    """The facts of some files and everything that is wrong with them; with problems the facts are not to be used."""

    facts: DataSet
    problems: list[Problem]
    """The first problems, in the order of files and lines."""
    more: int = 0
    """How many further problems there are."""
    stopped: bool = False
    """Whether there was more than one run may hold, and the rest was not read: the first problem says so."""

    doubts: list[Problem] = field(default_factory=list)
    """The first of what two facts say that cannot both be so: told, and no reason not to use the facts."""
    more_doubts: int = 0
    """How many further doubts there are."""

    @property
    def counted(self) -> str:
        """Say how many problems there are: `1 problem`."""
        return problems_counted(len(self.problems), self.more, stopped=self.stopped)


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What some files say, before what they mention is looked up."""

    reading: Reading
    documents: list[Document]
    raw_ids: set[str]

    @property
    def mentioned(self) -> dict[str, set[str]]:
        """By label, the ids that the files mention as something of that sort and do not have themselves."""
        mentions = [(mention.id, mention.labels) for mention in self.reading.mentions]
        found: dict[str, set[str]] = {}
        for id_, labels in [*mentions, *self.reading.further]:
            if id_ not in self.reading.labels:
                for label in labels:
                    found.setdefault(label, set()).add(id_)
        return found

    def checked(self, known: Mapping[str, str], closed: Collection[str] = ()) -> Checked:
        """Check all of it against itself and against what exists elsewhere, as `read_files` does."""
        reading = self.reading
        labels = dict(known) | reading.labels
        further = 0
        if not reading.stop:  # what is not read may hold what seems to be missing
            further = _check_mentions(reading, labels, self.raw_ids)
            check_coherence(reading, closed)
            if reading.doubting:
                note_doubts(reading)
        return _checked(reading, labels, self.documents, further)


def read_files(
    paths: Iterable[Path],
    known: Mapping[str, str] | None = None,
    closed: Collection[str] = (),
    *,
    most: int = MAX_FACTS,
    whole: bool = True,
    doubting: bool = False,
) -> Checked:
    """Read files (a folder stands for its *.yaml), and the sources and areas beside them.

    `known` maps ids that exist elsewhere, in the database or in neighbouring files, to their label; `closed` are
    those among them that are not public. Beyond `most` facts, or too many files, nothing more is read.
    Facts that are not `whole` lack most of their properties: enough to check them and to know their ids. Where
    `doubting`, what two facts say that cannot both be so is looked for, too.
    """
    return begin_files(paths, most=most, whole=whole, doubting=doubting).checked(known or {}, closed)


def begin_files(
    paths: Iterable[Path],
    *,
    most: int = MAX_FACTS,
    whole: bool = True,
    doubting: bool = False,
    moves: Mapping[str, str] | None = None,
) -> FilesRead:
    """Read files as `read_files` does, for whoever looks up what they mention before they are checked.

    What they say under an id that is another by now, they say of what it is: `moves` has both ids.
    """
    files = _with_shared(paths)
    reading, documents = Reading(most, whole, doubting), list[Document]()
    raw_ids: set[str] = set()
    count = 0
    for path in files[:MAX_FILES]:
        document = read_document(path, reading.spare, counting=count >= MAX_SHOWN)
        documents.append(document)
        read_into(reading, document, path, raw_ids, moves)
        reading.end(document)
        document.close()
        count += document.count
        if reading.stop:
            break
    if len(files) > MAX_FILES and not reading.stop:
        reading.stop = _too_many(files)
    return FilesRead(reading, documents, raw_ids)


def _checked(reading: Reading, labels: Mapping[str, str], documents: Collection[Document], further: int) -> Checked:
    problems: list[Problem] = []
    count = further
    for document in documents:
        count += document.count
        if document.count and len(problems) < MAX_SHOWN:
            problems += document.first(MAX_SHOWN - len(problems))
    if reading.stop:
        problems = reading.stop.problems + problems
        count += 1
    few = first_of(problems)
    facts = reading.facts if few else with_labels(reading.facts, labels)
    doubts = [doubt for document in documents if document.doubtful for doubt in document.doubts(MAX_SHOWN)]
    told = first_of(doubts)[: MAX_SHOWN - len(few)]
    more = sum(document.doubtful for document in documents) - len(told)
    return Checked(facts, few, count - len(few), reading.stop is not None, told, more)


def neighbours(paths: Iterable[Path]) -> list[Path]:
    """List the other places' files in the same folders, whose ids a file may mention."""
    given = {os.path.realpath(path) for path in _with_shared(paths)}
    folders = {os.path.dirname(path) for path in given}
    return [Path(file) for folder in sorted(folders) for file in _yaml_in(folder) if file not in given]


def _yaml_in(folder: str | Path) -> list[str]:
    """List a folder's *.yaml in order, of very many only some: one more than a run may have.

    A folder that cannot be listed stands for itself, and is refused when it is read.
    """
    try:
        with os.scandir(folder) as found:
            files = islice((entry.path for entry in found if entry.name.endswith(".yaml")), MAX_FILES + 1)
            return sorted(files)
    except OSError:
        return [str(folder)]


def _with_shared(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        files += [Path(file) for file in _yaml_in(path)] if path.is_dir() else [path]
    shared = [folder / name for folder in dict.fromkeys(f.parent for f in files) for name in SHARED_FILES]
    return list(dict.fromkeys([f for f in shared if f.is_file()] + files))


def _too_many(files: list[Path]) -> Document:
    document = Document(str(files[MAX_FILES].parent))
    expected = f"expected at most {MAX_FILES:,} at once; the rest is not read"
    document.refuse_at(1, 1, f"more than {MAX_FILES:,} files", expected)
    return document


def read_into(
    reading: Reading, document: Document, path: Path, raw_ids: set[str], moves: Mapping[str, str] | None = None
) -> None:
    """Add what a document says to a reading; the file's name says whether it is of a place, of sources or of areas."""
    place = ""
    if moves and isinstance(document.value, dict):
        move_in(document.value, moves)
    reading.begin()
    if path.name == "sources.yaml":
        validate(document, form.SourcesFile)
        for index, source in entries(document, "sources", form.Source):
            _shared_node(reading, document, "Source", ("sources", index), source)
    elif path.name == "areas.yaml":
        validate(document, form.AreasFile)
        for index, area in entries(document, "areas", form.Area):
            _shared_node(reading, document, "Area", ("areas", index), area)
    else:
        place_file, _ = validate(document, form.PlaceFile)
        if place_file:
            place = place_file.place
            PlaceReader(document, place, reading).read(place_file)
            if path.stem != place:
                document.refuse(("place",), f"'{place}'", f"expected the file's own name, '{path.stem}'")
        else:
            place = _pass_over(document)
    _leave_out_unread(document)
    if len(raw_ids) < MAX_FACTS:
        raw_ids |= document.left_out | {f"{place}/{id_}" for id_ in document.left_out if place}


def _pass_over(document: Document) -> str:
    """Check the entries of a file that does not say which place it is of; give what it says all the same."""
    for section, entry in sections(form.PlaceFile).items():
        for _, said in entries(document, section, entry):
            document.leave_out({"id": getattr(said, "id", None)})
    place = document.value.get("place") if isinstance(document.value, dict) else None
    return place[:MAX_NAME] if isinstance(place, str) else ""


def _leave_out_unread(document: Document) -> None:
    """Remember the ids in sections whose name is wrong, so that what mentions them is not told as well."""
    known = {*sections(form.PlaceFile), *sections(form.SourcesFile), *sections(form.AreasFile)}
    values = document.value if isinstance(document.value, dict) else {}
    for listed in (value for name, value in values.items() if name not in known and isinstance(value, list)):
        for entry in listed:
            document.leave_out(entry)


def _shared_node(
    reading: Reading, document: Document, label: str, path: tuple[str, int], said: form.Source | form.Area
) -> None:
    reader = PlaceReader(document, "", reading)
    if isinstance(said, form.Area) and said.id in RESERVED_AREA_IDS:
        document.refuse(
            (*path, "id"), f"'{said.id}'", "expected another id: pages of the site use this word in addresses"
        )
    if not reader.room(path):
        return
    reader.shared(label, said.id, path, shared_properties(said))
    if isinstance(said, form.Area) and said.partOf:
        reader.part_of(said.id, said.partOf, path)


def _check_mentions(reading: Reading, labels: Mapping[str, str], raw_ids: set[str]) -> int:
    """Note every id that nobody has, or something of another kind; the answer counts those without a known place."""
    candidates: dict[tuple[str, ...], list[str]] = {}
    for mention in reading.mentions:
        label = labels.get(mention.id)
        if label in mention.labels or (label is None and mention.id in raw_ids):
            continue
        kinds = " or ".join(_SPOKEN[wanted] for wanted in mention.labels)
        if label is not None:
            found, expected, meant = f"'{mention.written}', {_SPOKEN[label]}", f"expected the id of {kinds}", None
        else:
            if mention.labels not in candidates:
                candidates[mention.labels] = [id_ for id_, kind in labels.items() if kind in mention.labels]
            found, meant = f"'{mention.written}'", Meant(mention.id, candidates[mention.labels])
            expected = f"no {kinds.removeprefix('a ').removeprefix('an ')} has this id"
        mention.document.refuse(mention.path, found, expected, meant, at=mention.at)
    return sum(
        count
        for (id_, wanted), count in reading.further.items()
        if labels.get(id_) not in wanted and not (id_ not in labels and id_ in raw_ids)
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
        link
        if link.from_label and link.to_label
        else Link(
            link.type,
            link.id,
            link.place,
            link.from_label or labels.get(link.from_id, ""),
            link.from_id,
            link.to_label or labels.get(link.to_id, ""),
            link.to_id,
            link.properties,
        )
        for link in facts.links
    ]
    return DataSet(facts.nodes, links, facts.places)


def ids_of(nodes: Iterable[Node]) -> dict[str, str]:
    """Map each node's id to its label."""
    return {node.id: node.label for node in nodes}
