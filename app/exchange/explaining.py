"""What pydantic objects to, said again in plain words: what was found, what is right, what was probably meant."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from app.exchange.fields import ID_PART
from app.exchange.limits import MAX_NAME
from app.exchange.problems import Meant, shown
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

_MOST_WORDS = 300
"""Characters of a value that are repeated in quotes."""


def explain(document: Document, model: type[BaseModel], detail: ErrorDetails, within: Path_ = ()) -> None:
    """Note one objection to a part of a document, where it stands."""
    path = (*within, *detail["loc"])
    kind, context = detail["type"], detail.get("ctx", {})
    value = detail.get("input")
    found, meant = shown(value), None
    if kind == "missing":
        found, expected = "", f"the field '{path[-1]}' is missing{_possible(model, detail['loc'])}"
    elif kind == "extra_forbidden":
        known = fields_at(model, detail["loc"][:-1])
        name = str(path[-1])
        if value is None and (quoted := _before_a_comma(document, path, known)) is not None:
            if not quoted:
                return  # told already, of what stands before it
            found, expected = f"{shown(name)} after a comma", f"put the {quoted.partition(':')[0]} in quotes: {quoted}"
        else:
            found, expected = f"an unknown field {shown(name)}", f"expected one of: {', '.join(known)}"
            meant = Meant(name, known)
    elif kind == "enum":
        allowed = _words(str(context["expected"]))
        expected = f"expected one of: {', '.join(allowed)}"
        meant = Meant(value[:MAX_NAME], allowed) if isinstance(value, str) else None
    elif kind == "value_error":
        expected = str(context["error"])
    elif kind in {"model_type", "model_attributes_type"} and isinstance(value, list):
        found, expected = "a list", "expected fields ('name: value' lines), not a list"
    elif kind == "string_pattern_mismatch":
        expected = f"expected {PATTERNS.get(str(context['pattern']), 'something else')}"
    else:
        expected = _PLAIN.get(kind, detail["msg"]).format_map(_Context(context))
    document.refuse(document.existing(path), found, expected, meant)


def _before_a_comma(document: Document, path: Path_, known: list[str]) -> str | None:
    """Return what a comma has cut off, as it should be written: `name: "Smith, John"`; None where that is not so.

    Inside braces a comma ends a value, so what comes after one in a name is read as a field without a value. It is
    told once, at the first of several: nothing comes for the others.
    """
    entry = document.value
    for step in path[:-1]:
        if isinstance(entry, dict):
            entry = entry.get(step)
        else:
            entry = entry[step] if isinstance(entry, list) and isinstance(step, int) and step < len(entry) else None
    if not isinstance(entry, dict):
        return None
    names = list(map(str, entry))
    at = names.index(str(path[-1])) if str(path[-1]) in names else 0
    start = at
    while start and names[start] not in known and entry[names[start]] is None:
        start -= 1
    said = entry.get(names[start])
    if start == at or names[start] not in known or not isinstance(said, str):
        return None
    if not document.cut(said if start + 1 == at else names[at - 1], names[at]):
        return None
    if start + 1 < at:
        return ""
    end = at
    while end + 1 < len(names) and names[end + 1] not in known and entry[names[end + 1]] is None:
        end += 1
    whole = ", ".join([said, *names[at : end + 1]])
    return f'{names[start]}: "{whole[:_MOST_WORDS]}"'


def _possible(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """Say what a missing field may hold: its words, or what its description says."""
    field = field_at(model, loc)
    words = _enum_in(field.annotation) if field else None
    if words:
        return f": expected one of {', '.join(str(word.value) for word in words)}"
    return f": {field.description}".rstrip(".") if field and field.description else ""


def _enum_in(annotation: Any) -> type[Enum] | None:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _enum_in(argument))), None)


@cache
def _words(expected: str) -> tuple[str, ...]:
    """Take pydantic's `'a', 'b' or 'c'` apart."""
    return tuple(word.strip("' ") for word in expected.replace(" or ", ", ").split(","))


PATTERNS: Mapping[str, str] = {
    rf"^{ID_PART}$": "an id of small letters and digits, with hyphens between the words, such as council-on-ageing",
    r"^https?://[^\s<>\"']+$": "an address that begins with https:// or http://, without spaces or quotes",
    r"^[A-Z]\d{8}$": "a capital letter and eight digits, such as E09000006",
    "^year$": "'year', or nothing",
}
"""What every pattern of a file's model asks for."""

_PLAIN: Mapping[str, str] = {
    "string_type": "expected text",
    "string_too_short": "expected some text",
    "string_too_long": "expected at most {max_length} characters",
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


def fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """List the field names that a model has at a path, in the order in which it declares them."""
    return [f.alias or name for name, f in _model_at(model, loc).model_fields.items()]


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    current = model
    for step in loc:
        if isinstance(step, str):
            field = _fields(current).get(step)
            current = (_model_in(field.annotation) if field else None) or current
    return current


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {(f.alias or name): f for name, f in model.model_fields.items()}


def field_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> FieldInfo | None:
    """Return what a model says of the field at a path; nothing where it has none."""
    return _fields(_model_at(model, loc[:-1])).get(str(loc[-1])) if loc else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside list[Annotated[Model, ...]] | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)
