"""Values become a file's model; what pydantic objects to is said again in plain words, where it stands."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel, ValidationError

from app.exchange.explaining import explain
from app.exchange.mending import mended
from app.exchange.problems import shown
from app.exchange.yaml_text import Document

Model = TypeVar("Model", bound=BaseModel)
Entry = TypeVar("Entry", bound=BaseModel)

JOINED = object()
"""Stands in a section for an entry that another one has in it by now: `app/exchange/moving.py`."""


class Section(list[Any]):
    """The entries of a section of a file, each of which is asked for once, in their order."""

    def numbered(self) -> Iterator[tuple[int, Any]]:
        """Give them with their numbers."""
        return enumerate(self)


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
            explain(document, model, detail)
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
    return ((index, said) for index, said, whole in entries_and_rests(document, section, entry) if whole)


def entries_and_rests(document: Document, section: str, entry: type[Entry]) -> Iterator[tuple[int, Entry, bool]]:
    """Read a section's entries one by one, each with its place; what is wrong with one is noted.

    One that is wrong comes without that, and False: only what else it mentions is to be read of it.
    """
    written = document.value.get(section) if isinstance(document.value, dict) else None
    listed = written if isinstance(written, list) else []
    for index, values in listed.numbered() if isinstance(listed, Section) else enumerate(listed):
        if values is JOINED:
            continue
        try:
            # What comes as it is was looked at already: see `SpelledLater`.
            yield index, values if type(values) is entry else entry.model_validate(values), True
        except ValidationError as error:
            document.leave_out(values)
            if document.full:
                document.count += error.error_count()
                continue
            for detail in error.errors(include_url=False):
                explain(document, entry, detail, (section, index))
            if document.mending():
                rest = mended(values, entry, error)
                if rest is not None:
                    yield index, rest, False
        listed[index] = None


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
