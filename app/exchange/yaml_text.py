"""A file's text becomes a document: plain values, and the problems with them; whatever could surprise is refused.

Where a value stands is not kept with it: a file has up to a million of them, and only what is told needs its place.
That is looked up at the end, in one more look at the text.
"""

import math
import os
import re
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from app.domain.english import numbered
from app.exchange.limits import MAX_BYTES, MAX_DEPTH, MAX_KEPT, MAX_NAME, MAX_SHOWN, Spare
from app.exchange.problems import Meant, Problem, field_path, first_of, shortened
from app.exchange.yaml_places import Path_, Place, places
from app.exchange.yaml_values import TooMuch, read_values

_DIRECTIVES = re.compile(rb"^%", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Note:
    """A problem at a value whose line is not looked up yet; `first` is where the line that `expected` names stands."""

    at: Path_
    field: str
    found: str
    expected: str
    meant: Meant | None
    first: tuple["Document", Path_] | None


@dataclass(slots=True)
class Document:
    """A file's values, and what is wrong with them."""

    file: str
    value: Any = None
    count: int = 0
    """How many problems there are."""
    left_out: set[str] = field(default_factory=set)
    """Ids of entries that have a problem."""
    counting: bool = False
    """Whether problems are only counted, since so many stand in files before this one that nobody will be told."""
    _text: bytes | None = None
    _placed: list[Problem] = field(default_factory=list)
    _notes: list[_Note] = field(default_factory=list)
    _refused: set[Path_] = field(default_factory=set)
    _mended: int = 0
    _cuts: int = 0
    doubtful: int = 0
    """How many doubts there are."""
    _doubts: list[_Note] = field(default_factory=list)

    def refuse_at(
        self, line: int, column: int, found: str, expected: str, path: Path_ = (), left_out: bool = False
    ) -> None:
        """Note a problem at a line and column; of a value that is left out nothing more is told."""
        self.count += 1
        if left_out and len(self._refused) < MAX_KEPT:
            self._refused.add(path)
        if len(self._placed) < MAX_SHOWN and not self.counting:
            self._placed.append(Problem(self.file, line, column, field_path(path), shortened(found, 120), expected))

    def refuse(
        self,
        path: Path_,
        found: str,
        expected: str,
        meant: Meant | None = None,
        first: tuple["Document", Path_] | None = None,
        at: Path_ | None = None,
    ) -> None:
        """Note a problem at a value, or at what of its path stands in the file.

        `{line}` in `expected` is the line of `first`; `at` is the path that stands in the file, if that is known.
        """
        at = self.existing(path) if at is None else at
        if at in self._refused:
            return  # told once already
        self.count += 1
        if not self.full:
            said = shortened(found, 300), shortened(expected, 600)
            self._notes.append(_Note(at, field_path(path), *said, meant, first))

    def doubt(self, path: Path_, says: str, other: tuple["Document", Path_] | None = None) -> None:
        """Note what is odd about a value, and where the other fact stands that says so; it stops nothing."""
        self.doubtful += 1
        if len(self._doubts) < MAX_SHOWN and not self.counting:
            where = f"; see {other[0].file}:{{line}}" if other else ""
            at = self.existing(path)
            self._doubts.append(_Note(at, field_path(path), "", f"doubt: {shortened(says, 600)}{where}", None, other))

    def empty(self) -> "Document":
        """Return another of the same file without anything in it, for what ends its being read."""
        return Document(self.file)

    @property
    def size(self) -> int:
        """How many bytes the text has."""
        return len(self._text or b"")

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return self.counting or len(self._notes) >= MAX_KEPT

    def cut(self, value: str, rest: str) -> bool:
        """Tell whether a comma in the text ends a value before the rest of it; only of what anybody is told of."""
        pattern = rb"%b\s*,\s*%b\s*[,}]" % (re.escape(value).encode(), re.escape(rest).encode())
        self._cuts += 1
        return self._cuts <= MAX_SHOWN and bool(re.search(pattern, self.text()))

    def mending(self) -> bool:
        """Tell whether the rest of one more entry that has a problem is read: of as many as anybody is told of."""
        self._mended += 1
        return self._mended <= MAX_SHOWN and not self.counting

    def existing(self, path: Path_) -> Path_:
        """Return the part of a path that stands in the file: short forms have no list and no inner fields there."""
        if self.value is None:
            return path
        value, kept = self.value, list[str | int]()
        for step in path:
            here = range(len(value)) if isinstance(value, list) else value if isinstance(value, dict) else ()
            if step in here:
                kept.append(step)
                value = value[step]
            elif step != 0 or isinstance(value, list):
                break
        return tuple(kept)

    def leave_out(self, entry: Any) -> None:
        """Remember the id of an entry that has a problem, so that what mentions it is not told as well."""
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            self.left_out.add(entry["id"][:MAX_NAME])

    @property
    def problems(self) -> list[Problem]:
        """The first problems, in file order, each with its place; the last says how many more there are."""
        few = first_of(self.first(MAX_SHOWN))
        if self.count > len(few):
            last = few[-1]
            more = self.count - len(few) + 1
            told = f"{numbered(more, 'more problem')} in this file"
            few[-1] = Problem(self.file, last.line, last.column, "", "", told, count=self.count - len(few) + 1)
        return few

    def first(self, most: int) -> list[Problem]:
        """Return the first so many problems, in file order, each with its place."""
        by_path: dict[Path_, list[_Note]] = {}
        for note in self._notes:
            by_path.setdefault(note.at, []).append(note)
        marks = places(self.text(), by_path, most) if by_path else {}
        found: list[tuple[Place, str, Problem | _Note]] = [
            (mark, note.field, note) for path, mark in marks.items() for note in by_path[path]
        ]
        found += [((it.line, it.column), it.field, it) for it in self._placed]
        found.sort(key=lambda it: it[:2])
        return _told(self.file, found[:most])

    def doubts(self, most: int) -> list[Problem]:
        """Return the first so many doubts, in file order, each with its place."""
        marks = _marks(self, [note.at for note in self._doubts])
        found: list[tuple[Place, str, Problem | _Note]] = [(marks[it.at], it.field, it) for it in self._doubts]
        found.sort(key=lambda it: it[:2])
        return _told(self.file, found[:most])

    def text(self) -> bytes:
        """Return what the file holds, from the disk if need be; nothing where it can no longer be read."""
        if self._text is None:
            return read_bytes(Path(self.file), Document(self.file)) or b""
        return self._text

    def close(self) -> None:
        """Release the values and the text once all are read."""
        self.value = self._text = None
        self._refused = set()


def _told(file: str, found: Sequence[tuple[Place, str, Problem | _Note]]) -> list[Problem]:
    lines = _lines([note.first for _, _, note in found if isinstance(note, _Note) and note.first])
    problems = []
    for (line, column), path, note in found:
        if isinstance(note, Problem):
            problems.append(note)
            continue
        expected = note.expected
        if note.first:
            expected = expected.replace("{line}", str(lines[note.first[0].file, note.first[1]]))
        near = note.meant.nearest if note.meant else None
        problems.append(Problem(file, line, column, path, note.found, expected, near))
    return problems


def _lines(firsts: Iterable[tuple[Document, Path_]]) -> dict[tuple[str, Path_], int]:
    by_file: dict[str, tuple[Document, list[Path_]]] = {}
    for document, path in firsts:
        by_file.setdefault(document.file, (document, []))[1].append(path)
    lines: dict[tuple[str, Path_], int] = {}
    for file, (document, paths) in by_file.items():
        lines |= {(file, path): line for path, (line, _) in _marks(document, paths).items()}
    return lines


def _marks(document: Document, paths: Sequence[Path_]) -> dict[Path_, Place]:
    """Return where values stand; one that is written short stands where what it is part of does."""
    longer = {path[:end] for path in paths for end in range(len(path) + 1)}
    marks = places(document.text(), longer, len(longer))
    return {
        path: next((marks[path[:end]] for end in range(len(path), 0, -1) if path[:end] in marks), (1, 1))
        for path in paths
    }


def read_document(path: Path, spare: Spare | None = None, *, counting: bool = False) -> Document:
    """Read one file; every refusal is a problem in the answer, none is raised.

    `spare` is what is left for the files of one run; with `counting`, nobody will be told of its problems.
    """
    document = Document(str(path), counting=counting)
    raw = read_bytes(path, document)
    if raw is not None and _is_text(raw, document):
        document._text = raw
        parse_text(raw, document, spare or Spare())
    return document


def parse_text(raw: bytes, document: Document, spare: Spare) -> None:
    """Turn YAML text into the document's values.

    Only libyaml's scanner and parser are used, never a constructor: nothing is built but text, lists and dicts.
    """
    try:
        if len(_DIRECTIVES.findall(raw)) > MAX_DEPTH:
            document.refuse_at(1, 1, "many lines that start with %", "expected a data file without directives")
            return
        document.value = read_values(raw, document.refuse_at, spare)
    except TooMuch as error:
        document.refuse_at(*error.place, error.found, error.expected)
    except yaml.reader.ReaderError as error:
        line = raw.count(b"\n", 0, error.position) + 1
        document.refuse_at(line, 1, f"character U+{_code(error, raw):04X}", "expected plain text")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        wrong = " ".join(str(part) for part in (error.problem, error.context) if part)
        document.refuse_at(
            mark.line + 1 if mark else 1,
            mark.column + 1 if mark else 1,
            "",
            f"this is not YAML: {wrong}; check indents and quotes near here",
        )


def _code(error: yaml.reader.ReaderError, raw: bytes) -> int:
    """Return the code point of the character that cannot stand in a file."""
    if isinstance(error.character, int):
        return error.character
    return ord(raw[error.position :][:4].decode("utf-8", "ignore")[:1] or "\0")


def read_bytes(path: Path, document: Document) -> bytes | None:
    """Read a file that is one and not too large; never waits for a pipe, never reads a device."""
    try:
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        document.refuse_at(1, 1, "no such file", "expected a YAML file")
        return None
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or "an unreadable file"
        document.refuse_at(1, 1, found, "expected a file that can be read")
        return None
    about = os.fstat(opened)
    if not stat.S_ISREG(about.st_mode):
        os.close(opened)
        found = "a folder" if stat.S_ISDIR(about.st_mode) else "a device or a pipe"
        document.refuse_at(1, 1, found, "expected a YAML file")
        return None
    with open(opened, "rb") as file:
        raw = file.read(MAX_BYTES + 1) if about.st_size <= MAX_BYTES else None
    if raw is None or len(raw) > MAX_BYTES:
        expected = f"expected at most {MAX_BYTES / 1e6:.0f} MB; split it by place"
        document.refuse_at(1, 1, f"a file of {math.ceil(max(about.st_size, MAX_BYTES + 1) / 1e4) / 100:g} MB", expected)
        return None
    return raw


def _is_text(raw: bytes, document: Document) -> bool:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        expected = "expected UTF-8 text: save the file with the encoding 'UTF-8'"
        document.refuse_at(line, 1, f"byte 0x{raw[error.start]:02X}", expected)
        return False
    return True
