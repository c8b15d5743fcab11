"""Values become a file's model; what pydantic objects to is said again in plain words, where it stands."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.exchange.limits import MAX_NAME
from app.exchange.problems import Meant, shown
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

Model = TypeVar("Model", bound=BaseModel)
Entry = TypeVar("Entry", bound=BaseModel)

Positions = dict[str, list[int]]
"""For each list of a file, the place of every value that was kept."""


def validate(document: Document, model: type[Model]) -> tuple[Model | None, Positions]:
    """Return a document's model without the values that have problems, which are then all noted, and where each stood.

    Leaving bad values out, rather than stopping, lets everything else be checked in the same run. Sections, which may
    be long, are seen only from outside, as empty lists: `entries` reads them.
    """
    if not isinstance(document.value, dict):
        if not document.count:
            document.refuse((), shown(document.value), f"expected fields such as '{next(iter(model.model_fields))}:'")
        return None, {}
    values, bad = _from_outside(document.value, model), set[tuple[str, int]]()
    try:
        return model.model_validate(values), {name: [*range(len(it))] for name, it in values.items() if _is_list(it)}
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _explain(document, model, detail)
            loc = detail["loc"]
            if len(loc) > 1 and isinstance(loc[1], int):
                bad.add((str(loc[0]), loc[1]))
            else:
                values.pop(str(loc[0]), None)
    positions: Positions = {}
    for name, listed in values.items():
        if isinstance(listed, list):
            positions[name] = [index for index in range(len(listed)) if (name, index) not in bad]
            values[name] = [listed[index] for index in positions[name]]
    try:
        return model.model_validate(values), positions
    except ValidationError:
        return None, positions


def entries(document: Document, section: str, entry: type[Entry]) -> Iterator[tuple[int, Entry]]:
    """Read a section's entries one by one, each with its place; what is wrong with one is noted, and it is left out.

    An entry's values are let go of when the next is asked for, so that no more than one is held as a model.
    """
    written = document.value.get(section) if isinstance(document.value, dict) else None
    for index, values in enumerate(written if isinstance(written, list) else ()):
        try:
            yield index, entry.model_validate(values)
        except ValidationError as error:
            document.leave_out(values)
            if document.full:
                document.count += error.error_count()
                continue
            for detail in error.errors(include_url=False):
                _explain(document, entry, detail, (section, index))
        assert isinstance(written, list)
        written[index] = None


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


@cache
def sections(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """List the fields of a model that are sections, lists without a bound of their own, and what their entries are."""
    return {
        name: get_args(about.annotation)[0]
        for name, about in model.model_fields.items()
        if get_origin(about.annotation) is list and not any(isinstance(it, MaxLen) for it in about.metadata)
    }


def _from_outside(value: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Read a file's values, with nothing in its sections: whether each is a list is all that can be wrong with them."""
    long = sections(model)
    return {name: [] if name in long and isinstance(it, list) else it for name, it in value.items()}


def _explain(document: Document, model: type[BaseModel], detail: ErrorDetails, within: Path_ = ()) -> None:
    path = (*within, *detail["loc"])
    kind, context = detail["type"], detail.get("ctx", {})
    value = detail.get("input")
    found, meant = shown(value), None
    if kind == "missing":
        found, expected = "", f"the field '{path[-1]}' is missing"
    elif kind == "extra_forbidden":
        known = _fields_at(model, detail["loc"][:-1])
        name = str(path[-1])
        found, expected = f"an unknown field {shown(name)}", f"expected one of: {', '.join(known)}"
        meant = Meant(name, known)
    elif kind == "enum":
        allowed = _words(str(context["expected"]))
        expected = f"expected one of: {', '.join(allowed)}"
        meant = Meant(value[:MAX_NAME], allowed) if isinstance(value, str) else None
    elif kind == "value_error":
        expected = str(context["error"])
    else:
        expected = _PLAIN.get(kind, detail["msg"]).format_map(_Context(context))
    document.refuse(document.existing(path), found, expected, meant)


@cache
def _words(expected: str) -> tuple[str, ...]:
    """Take pydantic's `'a', 'b' or 'c'` apart."""
    return tuple(word.strip("' ") for word in expected.replace(" or ", ", ").split(","))


_PLAIN: Mapping[str, str] = {
    "string_type": "expected text",
    "string_too_short": "expected some text",
    "string_too_long": "expected at most {max_length} characters",
    "string_pattern_mismatch": "expected something of the form {pattern}",
    "list_type": "expected a list (lines that start with '- ')",
    "too_long": "expected at most {max_length} entries",
    "too_short": "expected at least {min_length} entry",
    "int_parsing": "expected a whole number",
    "int_type": "expected a whole number",
    "float_parsing": "expected a number",
    "float_type": "expected a number",
    "model_type": "expected fields ('name: value' lines), not a single value",
    "model_attributes_type": "expected fields ('name: value' lines), not a single value",
    "greater_than": "expected more than {gt}",
    "greater_than_equal": "expected at least {ge}",
    "less_than_equal": "expected at most {le}",
}


class _Context(dict[str, Any]):
    """Leaves out what a message has no value for."""

    def __missing__(self, key: str) -> str:
        return "?"


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """List the field names that a model has at a path, in the order in which it declares them."""
    current: type[BaseModel] = model
    for step in loc:
        if isinstance(step, str):
            fields = {(f.alias or name): f for name, f in current.model_fields.items()}
            inner = _model_in(fields[step].annotation) if step in fields else None
            current = inner or current
    return [f.alias or name for name, f in current.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside list[Annotated[Model, ...]] | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, StrEnum):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None
