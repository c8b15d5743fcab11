"""A place's entries as the text of its file: what the check accepts, in the style of the files that people write."""

import re
from collections.abc import Iterator
from enum import Enum
from textwrap import indent
from typing import Any

import yaml
from pydantic import BaseModel

from app.domain.visible import can_be_seen
from app.exchange import place_format as form
from app.exchange.entries.spelling import spelled

WIDTH = 120
_HEAD = "# yaml-language-server: $schema={}.schema.json\n"
_IN_A_LINE = frozenset({"themes", "areas"})
"""Sections whose entries stand a line each."""
_DATES = frozenset("since until founded dissolved vacantSince termEnds date due on published read".split())
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_QUOTED = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #")
"""What cannot stand without quotes; the writer finds what else cannot, and takes single ones."""
_QUOTED_IN_A_LINE = re.compile(r"[,\[\]{}:]")
_TEXT, _LIST, _MAP = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))
_RESOLVER = yaml.resolver.Resolver()


def text_of(file: form.PlaceFile | form.SourcesFile | form.AreasFile) -> str:
    """Write a file: its sections in the order of the format, those without entries left out."""
    place = f"\nplace: {file.place}\n" if isinstance(file, form.PlaceFile) else ""
    return _HEAD.format(sort_of(file)) + place + _sections(file)


def sort_of(file: form.PlaceFile | form.SourcesFile | form.AreasFile) -> str:
    """Return which sort of file it is, as the command that prints schemas names them."""
    if isinstance(file, form.PlaceFile):
        return "place"
    return "areas" if isinstance(file, form.AreasFile) else "sources"


def _sections(file: BaseModel) -> str:
    text = ""
    for name, field in type(file).model_fields.items():
        entries = getattr(file, name)
        if isinstance(entries, list) and entries:
            in_a_line = name in _IN_A_LINE
            items = ["\n".join(_item(spelled(said), name, WIDTH - 2, in_a_line=in_a_line)) for said in entries]
            between = "\n" if in_a_line else "\n\n"
            text += f"\n{name}:\n{indent(between.join(items), '  ')}\n"
        elif isinstance(entries, list) and field.is_required():
            text += f"\n{name}: []\n"
    return text


def _item(value: Any, name: str, width: int, *, in_a_line: bool | None = None) -> Iterator[str]:
    """Write one item of a list: in a line where that is wished, or unless otherwise wished, where it fits."""
    if in_a_line is not False:
        lines = _written([value], name, width)
        if in_a_line or not isinstance(value, dict) or (len(lines) == 1 and len(lines[0]) <= width):
            yield from lines
            return
    yield from (f"{'  ' if at else '- '}{line}" for at, line in enumerate(_fields(value, width - 2)))


def _fields(said: dict[str, Any], width: int) -> Iterator[str]:
    """Write a mapping a line a field, or more where one does not fit."""
    for name, value in said.items():
        lines = _written({name: value}, name, width)
        if isinstance(value, list) and (len(lines) > 1 or len(lines[0]) > width or _is_long(name, value)):
            yield f"{name}:"
            yield from (f"  {line}" for each in value for line in _item(each, name, width - 2))
        elif isinstance(value, dict) and (len(lines) > 1 or len(lines[0]) > width):
            yield f"{name}:"
            yield from (f"  {line}" for line in _fields(value, width - 2))
        else:
            yield from lines


def _is_long(name: str, value: list[Any]) -> bool:
    """Tell whether a list is read best an item a line: its items have fields, or commas of their own."""
    return name == "cites" or any(isinstance(each, dict) for each in value)


def _written(value: Any, name: str, width: int) -> list[str]:
    """Write a list or mapping whose items are in a line each, by libyaml, which is far faster than Python's writer."""
    node: yaml.CollectionNode
    if isinstance(value, list):
        node = yaml.SequenceNode(_LIST, [_node(each, name, width - 2) for each in value], flow_style=False)
    else:
        pairs = [(_word(field), _node(each, field, width - len(field) - 2)) for field, each in value.items()]
        node = yaml.MappingNode(_MAP, pairs, flow_style=False)
    text: str = yaml.serialize(node, Dumper=yaml.CSafeDumper, width=width, allow_unicode=_can_be_seen(value))
    return text.split("\n")[:-1]


def _node(value: Any, name: str, room: int | None = None) -> yaml.Node:
    """Make a node that is written in a line; `room` for a text that may take more, which none inside another may."""
    if isinstance(value, dict):
        pairs = [(_word(field), _node(each, field)) for field, each in value.items()]
        return yaml.MappingNode(_MAP, pairs, flow_style=True)
    if isinstance(value, list):
        return yaml.SequenceNode(_LIST, [_node(each, name) for each in value], flow_style=True)
    if not isinstance(value, str):
        return _word(str(int(value)) if float(value).is_integer() else repr(value))
    if isinstance(value, Enum) or (name in _DATES and _DATE.fullmatch(value)):
        return _word(str(value))
    return yaml.ScalarNode(_TEXT, value, style=_style(value, room))


def _can_be_seen(value: Any) -> bool:
    """Tell whether every character of a value leaves a mark, or is a space or the end of a line."""
    if isinstance(value, dict | list):
        return all(map(_can_be_seen, value.values() if isinstance(value, dict) else value))
    text = str(value)
    return text.isprintable() or all(each == "\n" or can_be_seen(each) for each in text)


def _tag(text: str) -> str:
    """Return what YAML takes a text for that has no quotes."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag


def _word(text: str) -> yaml.ScalarNode:
    """Make a node of what stands without quotes, whatever YAML takes it for: the reader takes it as text."""
    return yaml.ScalarNode(_tag(text), text)


def _style(text: str, room: int | None) -> str | None:
    if not _can_be_seen(text):
        return '"'  # which has a way to write what nobody sees
    if room is not None and ("\n" in text or len(text) > room):
        return "|" if "\n" in text else ">"
    is_word = _tag(text) != _TEXT
    quoted = is_word or _QUOTED.search(text) or (room is None and _QUOTED_IN_A_LINE.search(text))
    return '"' if quoted else None
