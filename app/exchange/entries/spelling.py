"""A file's models become plain values again, spelled as shortly as the format allows: what is usual is left out."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.exchange.fields import Cite, OneOrMore, Short
from app.exchange.place_format import Said

_AT_THE_END = ("since", "until", "certainty", "access", "cites", "note", "doubts")
"""What every fact may say comes after what is its own."""
_LISTS = frozenset({"alternateNames", "creators"})
"""Lists of names stay lists, since a name may have a comma."""


def spelled(said: BaseModel) -> dict[str, Any]:
    """Return what a model says as values that a file may hold; words of the vocabulary stay what they are."""
    return {
        field.alias or name: _value(value, field, name)
        for name, field in _in_order(type(said))
        if (value := getattr(said, name)) is not None and value != field.default
    }


def _in_order(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    fields = model.model_fields
    last = [name for name in _AT_THE_END if name in fields] if issubclass(model, Said) else []
    yield from ((name, field) for name, field in fields.items() if name not in last)
    yield from ((name, fields[name]) for name in last)


def _value(value: Any, field: FieldInfo, name: str) -> Any:
    if isinstance(value, list):
        short = [_short(each, field) for each in value]
        may_stand_alone = any(isinstance(rule, OneOrMore) for rule in _rules(field)) and name not in _LISTS
        return short[0] if may_stand_alone and len(short) == 1 and isinstance(short[0], str) else short
    return _short(value, field)


def _short(value: Any, field: FieldInfo) -> Any:
    """Spell one value: a citation in one text, and what has a short form and says no more as a bare id."""
    if isinstance(value, Cite):
        return f"{value.source}, {value.locator}"
    if not isinstance(value, BaseModel):
        return value
    said = spelled(value)
    alone = next((rule.field for rule in _rules(field) if isinstance(rule, Short)), None)
    return said[alone] if alone and list(said) == [alone] else said


def _rules(field: FieldInfo) -> Iterator[Any]:
    """Go through what a field's type is annotated with, at any depth."""
    yield from field.metadata
    yield from _inside(field.annotation)


def _inside(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _inside(part)
