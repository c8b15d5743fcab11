"""YAML becomes plain values: text, lists and dicts, each bounded; what has no use in a data file is refused.

Every scalar stays the text that was written (`NO`, `2007`, `0123`), so nothing is guessed; pydantic reads numbers.
Aliases, tags, duplicate keys and deep nesting have no use in these files and are how YAML attacks work. The parser's
events are read one by one, so that nothing is built of what is refused.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from app.exchange.limits import (
    ENTRY_BYTES,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_FIELDS,
    MAX_LIST,
    MAX_NAME,
    MAX_TEXT,
    MAX_VALUES,
    VALUE_BYTES,
    Spare,
)
from app.exchange.problems import shown
from app.exchange.yaml_places import Path_, Place, events, place_of

Refuse = Callable[[int, int, str, str, Path_, bool], None]
"""Notes a problem: line, column, what was found, what is expected, the path, and whether its value is left out."""

_BEGINS = {ScalarEvent: False, AliasEvent: False, SequenceStartEvent: True, MappingStartEvent: True}
"""Events with which a value begins, and whether more is to come inside it."""
_ENDS = {SequenceEndEvent, MappingEndEvent}
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "timestamp", "null", "map", "seq")
}
_NULLS = {"", "~", "null", "Null", "NULL"}
_TAGGED = {"<<": "tag:yaml.org,2002:merge", "=": "tag:yaml.org,2002:value"}
"""Plain words that YAML itself takes for more than text."""
_LEFT_OUT = object()
"""Stands for a value, or a field's name, that is not to be kept."""


class TooMuch(Exception):
    """The file is beyond a limit and is not read any further."""

    def __init__(self, event: Event, found: str, expected: str) -> None:
        """Say where, what was found and what would be right."""
        super().__init__(found)
        self.place, self.found, self.expected = place_of(event), found, expected


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is being read."""

    values: list[Any] | dict[str, Any]
    place: Place
    count: int = 0
    key: Any = None
    """In a mapping, the name whose value is next; None when a name is next."""
    lines: dict[str, int] = field(default_factory=dict)
    """In a mapping, the line of each name."""


def read_values(raw: bytes, refuse: Refuse, spare: Spare) -> Any:
    """Return a file's one value; TooMuch when it is beyond a limit that ends the reading."""
    reader = _Reader(refuse, len(raw), spare)
    for event in events(raw):
        reader.take(event)
    spare.use(len(raw), values=reader.values, entries=reader.entries)
    if reader.root is _LEFT_OUT and not reader.documents:
        refuse(1, 1, "an empty file", "expected a data file", (), False)
    return None if reader.root is _LEFT_OUT else reader.root


class _Reader:
    """Builds the value of one file, event by event."""

    def __init__(self, refuse: Refuse, size: int, spare: Spare) -> None:
        self.refuse = refuse
        self.most_values = min(MAX_VALUES, size // VALUE_BYTES + spare.values)
        self.most_entries = min(MAX_ENTRIES, size // ENTRY_BYTES + spare.entries)
        self.root: Any = _LEFT_OUT
        self.documents = self.values = self.entries = 0
        self.open: list[_Open] = []
        self.skipped = 0
        """How many lists and mappings are open inside what is left out."""
        self.after_name = False
        """Whether what is left out is the name of a field: its value is still to come."""

    def take(self, event: Event) -> None:
        """Read on by one event."""
        kind = type(event)
        inside = _BEGINS.get(kind)
        if inside is not None:
            self.values += 1
            if self.values > self.most_values:
                expected = f"expected at most {self.most_values:,} values and names of fields in a file of this size"
                raise TooMuch(event, f"more than {self.most_values:,} values", f"{expected}; split it by place")
            self._begin(event, inside)
        elif kind in _ENDS:
            self._end()
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise TooMuch(event, "a second document (---)", "expected one document in a file")

    def _begin(self, event: Event, inside: bool) -> None:
        if self.skipped:
            if inside:
                self._skip(event)
            return
        parent = self.open[-1] if self.open else None
        if parent and type(parent.values) is dict and parent.key is None:
            parent.key = self._name(event, parent)
            self.after_name = True
            if inside:
                self._skip(event)
            return
        if parent and type(parent.values) is list:
            parent.count += 1
        value = _LEFT_OUT if parent and parent.key is _LEFT_OUT else self._value(event)
        self._put(event, parent, value)
        self.after_name = False
        if not inside:
            if parent:
                parent.key = None
        elif value is _LEFT_OUT:
            self._skip(event)
        else:
            self.open.append(_Open(value, place_of(event)))

    def _skip(self, event: Event) -> None:
        self.skipped += 1
        if self.skipped + len(self.open) > 10 * MAX_DEPTH:
            raise TooMuch(event, "", "this nests far too deeply for a data file")

    def _end(self) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            done = self.open.pop()
            most, what = (MAX_LIST, "entries") if type(done.values) is list else (MAX_FIELDS, "fields")
            if done.count > most and not self._is_section(done, 1):
                expected = f"expected at most {most:,} {what}"
                self.refuse(*done.place, f"{done.count:,} {what}", expected, self._path(), True)
        self._value_is_over()

    def _value_is_over(self) -> None:
        """Let a name follow in the mapping whose value is read."""
        if self.skipped:
            return
        if self.open and not self.after_name:
            self.open[-1].key = None
        self.after_name = False

    def _is_section(self, opened: _Open, depth: int) -> bool:
        """Whether a list, with so many lists and mappings open, stands right under a field of the file."""
        return len(self.open) == depth and type(opened.values) is list and type(self.open[0].values) is dict

    def _put(self, event: Event, parent: _Open | None, value: Any) -> None:
        if parent is None:
            self.root = None if value is _LEFT_OUT else value
        elif type(parent.values) is list:
            self._add(event, parent, parent.values, None if value is _LEFT_OUT else value)
        elif parent.key is not _LEFT_OUT:
            parent.values[parent.key] = None if value is _LEFT_OUT else value

    def _add(self, event: Event, parent: _Open, values: list[Any], value: Any) -> None:
        in_section = self._is_section(parent, 2)
        self.entries += in_section
        if self.entries > self.most_entries:
            expected = f"expected at most {self.most_entries:,} in a file of this size; split it by place"
            raise TooMuch(event, f"more than {self.most_entries:,} entries", expected)
        if in_section or parent.count <= MAX_LIST:
            values.append(value)

    def _name(self, event: Event, parent: _Open) -> Any:
        """Return the name of a field, if it is one and may stand here."""
        parent.count += 1
        line, column = place_of(event)
        if type(event) is not ScalarEvent or not event.value:
            self.refuse(
                line, column, "a key that is not a word", "expected 'field: value'", self._path(names=False), False
            )
            return _LEFT_OUT
        if parent.count > MAX_FIELDS:
            return _LEFT_OUT
        name = str(event.value)
        if len(name) > MAX_NAME:
            found = f"a field whose name has {len(name):,} characters"
            self.refuse(line, column, found, f"expected at most {MAX_NAME}", self._path(names=False), False)
            return _LEFT_OUT
        if name in parent.lines:
            expected = f"expected it once; it stands already in line {parent.lines[name]}"
            self.refuse(
                line,
                column,
                f"the field {shown(name)} a second time",
                expected,
                (*self._path(names=False), name),
                False,
            )
            return _LEFT_OUT
        parent.lines[name] = line
        return sys.intern(name)

    def _value(self, event: Event) -> Any:
        """Return a scalar's text, or a list or mapping to be filled; what is refused is left out."""
        tag = getattr(event, "tag", None)
        if type(event) is ScalarEvent and event.implicit[0]:
            tag = _TAGGED.get(event.value)
        if type(event) is AliasEvent:
            return self._refused(event, "an alias (*)", "write the value out where it belongs")
        if tag not in {None, "!"} and tag not in _PLAIN_TAGS:
            return self._refused(event, f"the tag {tag}", "expected plain values without tags")
        if len(self.open) > MAX_DEPTH:
            return self._refused(event, "very deep nesting", f"expected at most {MAX_DEPTH} levels")
        if type(event) is not ScalarEvent:
            return {} if type(event) is MappingStartEvent else []
        text = event.value
        if len(text) > MAX_TEXT:
            return self._refused(event, f"{len(text):,} characters", f"expected at most {MAX_TEXT:,} characters")
        is_null = (event.implicit[0] and text in _NULLS) or (tag is not None and tag.endswith(":null"))
        return None if is_null else text

    def _refused(self, event: Event, found: str, expected: str) -> Any:
        self.refuse(*place_of(event), found, expected, self._path(), True)
        return _LEFT_OUT

    def _path(self, *, names: bool = True) -> Path_:
        """Return the path of the value that is being read; without `names`, of what it stands in."""
        around = self.open if names else self.open[:-1]
        return tuple(it.key if type(it.values) is dict else max(it.count - 1, 0) for it in around)
