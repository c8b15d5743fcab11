"""Where values stand in YAML text: looked up only for the few that something is told of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event, MappingStartEvent, ScalarEvent

Path_ = tuple[str | int, ...]
Place = tuple[int, int]
"""Line and column, from 1."""

_END = object()
"""In a tree of paths, marks that a path ends here."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that leads to a wanted path."""

    mapping: bool
    wanted: dict[Any, Any]
    count: int = 0
    key: Event | None = None
    names: set[str] = field(default_factory=set)


def events(raw: bytes) -> Iterator[Event]:
    """Read YAML as its parser's events, with nothing built of them."""
    loader = yaml.CSafeLoader(raw)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def place_of(event: Event) -> Place:
    """Return an event's line and column."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def places(raw: bytes, paths: Iterable[Path_], most: int) -> dict[Path_, Place]:
    """Return the places of values in file order, at most so many; a field stands where its value is, if that is short.

    A path that is not in the text has no place in the answer.
    """
    search = _Search(_tree(paths), most)
    try:
        for event in events(raw):
            search.take(event)
            if len(search.found) >= search.most:
                break
    except yaml.YAMLError:
        pass  # told already, when the file was read
    if () in search.unfound and search.most:
        search.found = {(): (1, 1)} | search.found
    return search.found


def _tree(paths: Iterable[Path_]) -> dict[Any, Any]:
    root: dict[Any, Any] = {}
    for path in paths:
        node = root
        for step in path:
            node = node.setdefault(step, {})
        node[_END] = path
    return root


class _Search:
    """Follows the wanted paths through the text, and passes over everything else."""

    def __init__(self, wanted: dict[Any, Any], most: int) -> None:
        self.wanted, self.most = wanted, most
        self.found: dict[Path_, Place] = {}
        self.unfound = {()} if _END in wanted else set()
        self.open: list[_Open] = []
        self.skipped = 0

    def take(self, event: Event) -> None:
        """Read on by one event."""
        inside = isinstance(event, CollectionStartEvent)
        if self.skipped:
            self.skipped += inside - isinstance(event, CollectionEndEvent)
        elif isinstance(event, CollectionEndEvent):
            self.open.pop()
            self._value_is_over()
        elif inside or hasattr(event, "anchor"):
            self._begin(event, inside)

    def _begin(self, event: Event, inside: bool) -> None:
        parent = self.open[-1] if self.open else None
        if parent and parent.mapping and parent.key is None:
            parent.key = event
            self.skipped += inside
            return
        below = self._below(parent)
        if below is None:
            self.skipped += inside
        else:
            if _END in below:
                at = event if type(event) is ScalarEvent or not (parent and parent.mapping) else parent.key
                self.found[below[_END]] = place_of(at or event)
            if inside:
                self.open.append(_Open(type(event) is MappingStartEvent, below))
                return
        self._value_is_over()

    def _below(self, parent: _Open | None) -> dict[Any, Any] | None:
        """Return what is wanted in the value that begins; None when nothing is."""
        if parent is None:
            self.unfound.discard(())
            return self.wanted
        if not parent.mapping:
            parent.count += 1
            return parent.wanted.get(parent.count - 1)
        name = getattr(parent.key, "value", None)
        if not name or name in parent.names:
            return None  # refused where it was read
        parent.names.add(name)
        return parent.wanted.get(name)

    def _value_is_over(self) -> None:
        if self.open and self.open[-1].mapping:
            self.open[-1].key = None
