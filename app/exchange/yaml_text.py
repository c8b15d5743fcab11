"""YAML text becomes plain values, each with its line and column; whatever could surprise is refused.

Every scalar stays the text that was written (`NO`, `2007`, `0123`), so nothing is guessed; pydantic reads numbers.
Aliases, tags, duplicate keys and deep nesting have no use in these files and are how YAML attacks work.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.exchange.problems import Problem, field_path, shown

MAX_BYTES = 5_000_000
MAX_DEPTH = 12
MAX_PROBLEMS = 200

Path_ = tuple[str | int, ...]
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "timestamp", "null", "map", "seq")
}


@dataclass(slots=True)
class Document:
    """A file's values, where each stands, and what was wrong already."""

    file: str
    value: Any = None
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at(self, path: Path_) -> tuple[int, int]:
        """Give line and column of a value, or of the nearest thing around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def refuse_at(self, line: int, column: int, found: str, expected: str) -> None:
        """Note a problem of the file as a whole, at a line and column."""
        self.problems.append(Problem(self.file, line, column, "", found, expected))

    def refuse(self, path: Path_, found: str, expected: str, nearest: str | None = None) -> None:
        """Note a problem at a value."""
        line, column = self.at(path)
        self.problems.append(Problem(self.file, line, column, field_path(path), found, expected, nearest))


def read_document(path: Path) -> Document:
    """Read one file; every refusal is a problem in the answer, none is raised."""
    document = Document(str(path))
    text = _read_text(path, document)
    if text is not None:
        parse_text(text, document)
    return document


def parse_text(text: str, document: Document) -> None:
    """Turn YAML text into the document's values and marks.

    Only libyaml's scanner and composer are used, never a constructor: nothing is built but text, lists and dicts.
    """
    try:
        if _too_deep(text):
            document.refuse_at(1, 1, "", "this nests far too deeply for a data file")
            return
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        document.refuse_at(line, 1, f"character U+{_code(error, text):04X}", "expected plain text")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        wrong = " ".join(str(part) for part in (error.problem, error.context) if part)
        document.refuse_at(
            mark.line + 1 if mark else 1,
            mark.column + 1 if mark else 1,
            "",
            f"this is not YAML: {wrong}; check indents and quotes near here",
        )
    else:
        if root is None:
            document.refuse_at(1, 1, "an empty file", "expected a data file")
        else:
            document.value = _Reader(document).read(root, ())


def _too_deep(text: str) -> bool:
    """Look at the nesting before anything is composed, which happens by recursion in C."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > 10 * MAX_DEPTH:
                return True
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return False


def _code(error: yaml.reader.ReaderError, text: str) -> int:
    """Give the code point of the character that cannot stand in a file."""
    if isinstance(error.character, int):
        return error.character
    return ord(text[error.position]) if error.position < len(text) else 0


def _read_text(path: Path, document: Document) -> str | None:
    try:
        if not path.is_file():
            found = "a folder" if path.exists() else "no such file"
            document.refuse_at(1, 1, found, "expected a YAML file")
            return None
        size = path.stat().st_size
        if size > MAX_BYTES:
            expected = f"expected at most {MAX_BYTES / 1e6:.0f} MB; split it by place"
            document.refuse_at(1, 1, f"a file of {size / 1e6:.0f} MB", expected)
            return None
        raw = path.read_bytes()
    except OSError as error:
        document.refuse_at(1, 1, error.strerror or "an unreadable file", "expected a file that can be read")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        expected = "expected UTF-8 text: save the file with the encoding 'UTF-8'"
        document.refuse_at(line, 1, f"byte 0x{raw[error.start]:02X}", expected)
        return None


class _Reader:
    """Walks the parsed nodes of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def read(self, node: Node, path: Path_) -> Any:
        """Turn a node into text, a list or a dict; note its mark and what is refused."""
        mark = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.document.marks.setdefault(path, mark)
        if id(node) in self.seen:
            return self._refuse(path, "an alias (*)", "write the value out where it belongs")
        self.seen.add(id(node))
        if str(node.tag) not in _PLAIN_TAGS:
            return self._refuse(path, f"the tag {node.tag}", "expected plain values without tags")
        if len(path) > MAX_DEPTH:
            return self._refuse(path, "very deep nesting", f"expected at most {MAX_DEPTH} levels")
        if isinstance(node, SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        assert isinstance(node, ScalarNode)
        return None if str(node.tag).endswith(":null") else node.value

    def _mapping(self, node: MappingNode, path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if not name or not isinstance(key, ScalarNode):
                self._refuse(path, "a key that is not a word", "expected 'field: value'")
                continue
            below = (*path, name)
            if name in values:
                line, column = key.start_mark.line + 1, key.start_mark.column + 1
                first = self.document.marks[below][0]
                self.document.problems.append(
                    Problem(
                        self.document.file,
                        line,
                        column,
                        field_path(below),
                        f"the field {shown(name)} a second time",
                        f"expected it once; it stands already in line {first}",
                    )
                )
                continue
            self.document.marks[below] = (key.start_mark.line + 1, key.start_mark.column + 1)
            values[name] = self.read(value, below)
            if not isinstance(value, ScalarNode):
                continue
            self.document.marks[below] = (value.start_mark.line + 1, value.start_mark.column + 1)
        return values

    def _refuse(self, path: Path_, found: str, expected: str) -> None:
        if len(self.document.problems) < MAX_PROBLEMS:
            self.document.refuse(path, found, expected)
