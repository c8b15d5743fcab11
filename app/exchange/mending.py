"""An entry with a problem is read as far as it can be, so that what it mentions is looked up in the same run."""

from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from app.exchange.explaining import field_at
from app.exchange.fields import Cite

Entry = TypeVar("Entry", bound=BaseModel)

NOBODY = "what-has-a-problem"
"""Stands where an id cannot be read: nothing is looked up for it."""
_ROUNDS = 4
_STAND_INS = (NOBODY, "2000", 1)
"""What stands for a text or an id, a date, a number: the first that the field takes."""


def mended(values: Any, model: type[Entry], error: ValidationError) -> Entry | None:
    """Return an entry without what is wrong with it, which is told already; None where nothing can be read of it.

    A field that is wrong is left out; where there must be one, something stands for it that mentions nothing. Only
    what the entry mentions may be taken from the answer.
    """
    if not isinstance(values, dict):
        return None
    whole = _copied(values)
    for at in range(_ROUNDS):
        for detail in error.errors(include_url=False, include_input=False, include_context=False):
            _mend(whole, model, detail["loc"], detail["type"] == "missing", _STAND_INS[min(at, len(_STAND_INS) - 1)])
        try:
            return model.model_validate(whole)
        except ValidationError as again:
            error = again
    return None


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _copied(inner) for name, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _mend(whole: dict[str, Any], model: type[BaseModel], loc: tuple[str | int, ...], missing: bool, usual: Any) -> None:
    holder: Any = whole
    for at, step in enumerate(loc[:-1]):
        inside = _inside(holder, step)
        if inside is None:  # a short form has no list and no fields of its own in the file
            loc = loc[: at + 1]
            break
        holder = inside
    last = loc[-1]
    if isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        holder[last] = NOBODY
    elif isinstance(holder, dict):
        field = field_at(model, loc)
        if field and (missing or field.is_required()):
            holder[str(last)] = _stand_in(field.annotation, usual)
        else:
            holder.pop(str(last), None)


def _inside(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        found = holder.get(str(step))
    else:
        found = holder[step] if isinstance(holder, list) and isinstance(step, int) and step < len(holder) else None
    return found if isinstance(found, dict | list) else None


def _stand_in(annotation: Any, usual: Any) -> Any:
    """Return something that a field takes: its first word, a citation of nothing, or what usually goes."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if isinstance(annotation, type) and issubclass(annotation, Cite):
        return {"source": NOBODY, "locator": NOBODY}
    for argument in get_args(annotation):
        if isinstance(found := _stand_in(argument, None), str | dict):
            return found
    return usual
