"""Which entries are plainly right: nearly all that a large sheet says, and such need not be spelled and read again.

Only what could not be read as anything else counts: a text without blanks to take away, a word of the vocabulary that
is one, a date that is one. Whatever else there may be is left to the one check of the data format.
"""

import re
import types
from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from itertools import compress
from operator import is_not
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.domain.dates import bounds
from app.exchange.fields import ID_PART, DateText, Id, LocalId, Name, Text

_Check = Callable[[Any], bool]
_PART = ID_PART.replace("+", "++").replace(")*", ")*+")
"""The same, which goes back over nothing: a letter, a hyphen and a slash are never one another."""
_LOCAL = re.compile(_PART)
_WHOLE = re.compile(rf"(?:{_PART}/)?{_PART}")
_REQUIRED = object()
"""Stands for what is usual in a field that has to say something: nothing is."""


class _Field(NamedTuple):
    name: str
    usual: Any
    is_right: _Check


def is_plainly_right(said: BaseModel) -> bool:
    """Tell whether to check a model could only give it back as it is; False where that is not plain."""
    given = said.__dict__
    names, usual, fields = _fields(type(said))
    # Most fields say what is usual, and are passed over by what is quickest.
    for field in compress(fields, map(is_not, map(given.__getitem__, names), usual)):
        value = given[field.name]
        if value != field.usual and not field.is_right(value):
            return False
    return True


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, ...], tuple[Any, ...], tuple[_Field, ...]]:
    """Return the names of a model's fields, what is usual in them, and both with what tells what is right there."""
    hints = get_type_hints(model, include_extras=True)
    fields = tuple(
        _Field(
            name,
            _REQUIRED if field.is_required() else field.get_default(call_default_factory=True),
            _check(hints[name], field.metadata),
        )
        for name, field in model.model_fields.items()
    )
    return tuple(field.name for field in fields), tuple(field.usual for field in fields), fields


def _check(hint: Any, metadata: list[Any]) -> _Check:
    """Return what tells of a field's values, or of those in its list, whether they are plainly right."""
    for known, is_right in _TEXTS:
        if hint == known:
            return is_right
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _check(arguments[0], [*metadata, *_flat(arguments[1:])])
    if origin in (Union, types.UnionType):
        rest = [each for each in arguments if each is not type(None)]
        return _check(rest[0], metadata) if len(rest) == 1 else _never
    if origin is list:
        least = max((it.min_length for it in metadata if isinstance(it, MinLen)), default=0)
        most = min((it.max_length for it in metadata if isinstance(it, MaxLen)), default=None)
        return partial(_is_list, _check(arguments[0], []), least, most)
    return _check_of_type(hint, metadata) if isinstance(hint, type) else _never


def _check_of_type(hint: type, metadata: list[Any]) -> _Check:
    if issubclass(hint, Enum):
        return partial(_is_of, hint)
    if issubclass(hint, BaseModel):
        return partial(_is_model, hint)
    if hint is int and not any(isinstance(it, Gt | Lt) for it in metadata):
        least: list[Any] = [it.ge for it in metadata if isinstance(it, Ge)]
        most: list[Any] = [it.le for it in metadata if isinstance(it, Le)]
        return partial(_is_number, max(least, default=None), min(most, default=None))
    return _never


def _flat(metadata: tuple[Any, ...]) -> list[Any]:
    return [one for each in metadata for one in (each.metadata if isinstance(each, FieldInfo) else [each])]


def _never(value: Any) -> bool:
    return False


def _is_list(is_right: _Check, least: int, most: int | None, value: Any) -> bool:
    return type(value) is list and least <= len(value) <= (most or len(value)) and all(map(is_right, value))


def _is_of(words: type[Enum], value: Any) -> bool:
    return type(value) is words


def _is_model(model: type[BaseModel], value: Any) -> bool:
    return type(value) is model and is_plainly_right(value)


def _is_number(least: Any, most: Any, value: Any) -> bool:
    return type(value) is int and (least is None or value >= least) and (most is None or value <= most)


def _is_text(longest: int, value: Any) -> bool:
    """Tell of a text: what is printable has no blanks but plain ones, and no signs that are refused."""
    return (
        type(value) is str
        and 0 < len(value) <= longest
        and value.isprintable()
        and "  " not in value
        and value[0] != " " != value[-1]
    )


def _is_id(value: Any) -> bool:
    return type(value) is str and len(value) <= 240 and bool(_WHOLE.fullmatch(value))


def _is_local_id(value: Any) -> bool:
    return type(value) is str and len(value) <= 200 and bool(_LOCAL.fullmatch(value))


def _is_date(value: Any) -> bool:
    try:
        return type(value) is str and bool(bounds(value))
    except ValueError:
        return False


_TEXTS: tuple[tuple[Any, _Check], ...] = (
    (Name, partial(_is_text, 300)),
    (Text, partial(_is_text, 4_000)),
    (Id, _is_id),
    (LocalId, _is_local_id),
    (DateText, _is_date),
)
