"""Every property of every record is where its table says: on a page under its heading, and in the API under its name."""

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from app.exchange.place_format import AreasFile, PlaceFile, SourcesFile
from tests.sentinel.properties import PROPERTIES, Shown
from tests.sentinel.reading import definitions, sections
from tests.sentinel.site import Site


def test_every_property_of_the_format_is_in_the_table() -> None:
    assert set(PROPERTIES) == {path for file in (PlaceFile, SourcesFile, AreasFile) for path in _paths(file)}


def test_every_property_stands_where_it_belongs(site: Site) -> None:
    wrong = [
        f"{name}: expected '{shown.says}' under '{shown.under}' on {shown.page}, found '{found[:300]}'"
        for name, shown in PROPERTIES.items()
        if isinstance(shown, Shown)
        if shown.says not in (found := _under(site, shown))
    ]
    assert not wrong, "\n".join(wrong)


def _under(site: Site, shown: Shown) -> str:
    answer = site.get(shown.page)
    if answer.kind != "text/html":
        return answer.content.decode()
    if not shown.under:
        return answer.page.text()
    return (sections(answer.page) | definitions(answer.page)).get(shown.under, "")


def _paths(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        path = f"{before}{field.alias or name}"
        inner = [found for part in (field.annotation, *field.metadata) for found in _models(part)]
        if inner:
            yield from (each for found in inner for each in _paths(found, f"{path}."))
        else:
            yield path


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)
