"""A file's models become plain values again, spelled as shortly as the format allows: what is usual is left out."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.exchange.entries.certain import is_plainly_right
from app.exchange.fields import Cite, OneOrMore, Short
from app.exchange.place_format import Said
from app.exchange.validation import Section

_AT_THE_END = ("since", "until", "certainty", "access", "cites", "note", "doubts")
"""What every fact may say comes after what is its own."""
_LISTS = frozenset({"alternateNames", "creators"})
"""Lists of names stay lists, since a name may have a comma."""


class _Spelling(NamedTuple):
    """How a field is spelled."""

    name: str
    written: str
    default: Any
    short: str
    """The field by which what stands in it may be written alone."""
    may_stand_alone: bool
    """Whether a list of one may be written without the list."""


def spelled(said: BaseModel) -> dict[str, Any]:
    """Return what a model says as values that a file may hold; words of the vocabulary stay what they are."""
    given = said.__dict__
    return {
        field.written: value if isinstance(value, str) else _value(value, field)
        for field in _spellings(type(said))
        if (value := given[field.name]) is not None and value is not field.default and value != field.default
    }


class SpelledLater(Section):
    """Entries that are spelled each time one is asked for, since all of them at once take much memory.

    One by one they come as they are where to spell and to read them again could only make the same of them. Whoever has
    read one lets go of it, by putting nothing in its place.
    """

    def __init__(self, said: list[Any], counting: Callable[[], None]) -> None:
        """Take over some entries, which are let go of where they were; `counting` is called for each that is read."""
        super().__init__(said)
        said.clear()
        self._counting = counting

    def __iter__(self) -> Iterator[Any]:
        """Give them one after the other, spelled unless they are plainly right."""
        return map(self._given, super().__iter__())

    @staticmethod
    def _given(entry: Any) -> Any:
        return spelled(entry) if isinstance(entry, BaseModel) and not is_plainly_right(entry) else entry

    def __getitem__(self, at: Any) -> Any:
        """Spell one."""
        entry = super().__getitem__(at)
        return spelled(entry) if isinstance(entry, BaseModel) else entry

    def __setitem__(self, at: Any, value: Any) -> None:
        """Let go of one that is read."""
        super().__setitem__(at, value)
        self._counting()


@cache
def _spellings(model: type[BaseModel]) -> tuple[_Spelling, ...]:
    return tuple(
        _Spelling(
            name,
            field.alias or name,
            field.get_default(call_default_factory=True),
            next((rule.field for rule in _rules(field) if isinstance(rule, Short)), ""),
            any(isinstance(rule, OneOrMore) for rule in _rules(field)) and name not in _LISTS,
        )
        for name, field in _in_order(model)
    )


def _in_order(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    fields = model.model_fields
    last = [name for name in _AT_THE_END if name in fields] if issubclass(model, Said) else []
    yield from ((name, field) for name, field in fields.items() if name not in last)
    yield from ((name, fields[name]) for name in last)


def _value(value: Any, field: _Spelling) -> Any:
    if isinstance(value, list):
        short = [_short(each, field) for each in value]
        return short[0] if field.may_stand_alone and len(short) == 1 and isinstance(short[0], str) else short
    return _short(value, field)


def _short(value: Any, field: _Spelling) -> Any:
    """Spell one value: a citation in one text, and what has a short form and says no more as a bare id."""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Cite):
        return f"{value.source}, {value.locator}"
    if not isinstance(value, BaseModel):
        return value
    said = spelled(value)
    return said[field.short] if field.short and list(said) == [field.short] else said


def _rules(field: FieldInfo) -> Iterator[Any]:
    """Go through what a field's type is annotated with, at any depth."""
    yield from field.metadata
    yield from _inside(field.annotation)


def _inside(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _inside(part)
