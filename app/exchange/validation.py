"""Values become a file's model; what pydantic objects to is said again in plain words, where it stands."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.exchange.problems import nearest, shown
from app.exchange.yaml_text import Document, Path_

Model = TypeVar("Model", bound=BaseModel)

Positions = dict[str, list[int]]
"""For each section, the place in the file of every entry that was kept."""


def validate(document: Document, model: type[Model]) -> tuple[Model | None, Positions]:
    """Give a document's model without the entries that have problems, which are then all noted, and where each stood.

    Leaving bad entries out, rather than stopping, lets everything else be checked in the same run.
    """
    if not isinstance(document.value, dict):
        if not document.problems:
            document.refuse((), shown(document.value), f"expected fields such as '{next(iter(model.model_fields))}:'")
        return None, {}
    values, bad = dict(document.value), set[tuple[str, int]]()
    try:
        model.model_validate(values)
    except ValidationError as error:
        for detail in error.errors():
            _explain(document, model, detail)
            loc = detail["loc"]
            if len(loc) > 1 and isinstance(loc[1], int):
                bad.add((str(loc[0]), loc[1]))
            else:
                values.pop(str(loc[0]), None)
    positions: Positions = {}
    for section, entries in values.items():
        if isinstance(entries, list):
            positions[section] = [index for index in range(len(entries)) if (section, index) not in bad]
            values[section] = [entries[index] for index in positions[section]]
    try:
        return model.model_validate(values), positions
    except ValidationError:
        return None, positions


def _explain(document: Document, model: type[BaseModel], detail: ErrorDetails) -> None:
    path = _written_path(detail["loc"], document.value)
    kind, context = detail["type"], detail.get("ctx", {})
    value = detail.get("input")
    found, near = shown(value), None
    if kind == "missing":
        path, found, expected = path[:-1], "", f"the field '{detail['loc'][-1]}' is missing"
    elif kind == "extra_forbidden":
        known = _fields_at(model, detail["loc"][:-1])
        name = str(detail["loc"][-1])
        found, expected = f"an unknown field {shown(name)}", f"expected one of: {', '.join(known)}"
        near = nearest(name, known)
    elif kind == "enum":
        allowed = [word.strip("' ") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
        expected = f"expected one of: {', '.join(allowed)}"
        near = nearest(value, allowed) if isinstance(value, str) else None
    elif kind == "value_error":
        expected = str(context["error"])
    else:
        expected = _PLAIN.get(kind, detail["msg"]).format_map(_Context(context))
    document.refuse(path, found, expected, near)


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


def _written_path(loc: tuple[str | int, ...], value: Any) -> Path_:
    """Keep the part of pydantic's path that stands in the file: short forms have no inner fields there."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(value, dict) and isinstance(step, str):
            path.append(step)
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path.append(step)
            value = value[step]
        elif step == 0:
            continue  # a single value that was read as a list of one
        else:
            break
    return tuple(path)


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
