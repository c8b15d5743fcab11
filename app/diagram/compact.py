"""A drawing as small as it can be and still be shown, painted and walked: for a file that people send each other.

Of its document goes what is there for vis-network alone, what is empty, and what is said elsewhere in it; lines have
short ids, which keep their kind in front. Of its SVG go the colours that diagram.css has.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from app.diagram.network import embedded

_KIND = re.compile(r"[^:?]*\??")
_ELEMENT = re.compile(r"<[^>]*>")
_COLOUR = re.compile(r' (?:fill|stroke)="#[0-9A-F]{6}"')
_UNREAD = ("theme", "classification")
_MAY_BE_EMPTY = (
    "behind",
    "mark",
    "dashes",
    "bold",
    "fold",
    "hides",
    "rows",
    "plainRows",
    "toggle",
    "badges",
    "way",
    "href",
    "edge",
    "nameAt",
)
"""Of a box: what the modules take to be empty when it is not there."""


def compact(written: str) -> Markup:
    """Return the document of a drawing (its `data_json`) without what a file can do without."""
    document: dict[str, Any] = json.loads(written)
    lines = document["lines"]
    ids = {line["id"]: f"{_kind(line['id'])}:{place}" for place, line in enumerate(lines)}
    whole = {
        **document,
        "nodes": [{"id": node["id"]} for node in document["nodes"]],
        "edges": [],
        "options": {},
        "boxes": {id_: _box(box, ids) for id_, box in document["boxes"].items()},
        "lines": [line | {"id": ids[line["id"]]} for line in lines],
        "trunks": [_filled(trunk) | {"lines": [ids[id_] for id_ in trunk["lines"]]} for trunk in document["trunks"]],
    }
    for part, short in (("chips", _chip), ("marks", _filled), ("labels", _filled)):
        whole[part] = [short(each) | {"owner": ids.get(each["owner"], each["owner"])} for each in document[part]]
    return Markup(embedded(whole))  # noqa: S704 -- escaped by the line itself


def without_colours(svg: str) -> Markup:
    """Return the SVG of a drawing without the colours as attributes: where its style sheet is, they are said twice."""
    return Markup(_ELEMENT.sub(lambda found: _COLOUR.sub("", found[0]), svg))  # noqa: S704 -- nothing is added to it


def _kind(id_: str) -> str:
    found = _KIND.match(id_)
    return found[0] if found else ""


def _box(box: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    rows = [_row(row, ids) for row in box["rows"]]
    short = {**box, "rows": rows, "way": [ids[id_] for id_ in box["way"]]}
    # A name stands in the middle unless it is said where.
    for middle, at in (("nameY", "y"), ("textX", "x")):
        if short[middle] == short[at]:
            del short[middle]
    if short["name"] == " ".join(short["lines"]):
        del short["name"]  # the modules read it off the box
    if short["said"].startswith(short["walk"]):
        short["walk"] = len(short["walk"].encode("utf-16-le")) // 2  # as JavaScript counts
    return {
        name: value for name, value in short.items() if name not in _UNREAD and (value or name not in _MAY_BE_EMPTY)
    }


def _row(row: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    chip = {"chip": _chip(row["chip"])} if row["chip"] else {}
    return _filled(row) | chip | {"lines": [ids[id_] for id_ in row["lines"]]}


def _chip(chip: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out where a number stands beside it, if none does."""
    filled = _filled(chip)
    return filled if "number" in filled else {name: filled[name] for name in filled.keys() - {"x", "y"}}


def _filled(part: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a part says; of what is empty the modules take nothing to be there."""
    return {name: value for name, value in part.items() if value or (value == 0 and value is not False)}
