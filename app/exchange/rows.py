"""Small forms that facts take in the graph: slugs for derived ids, JSON text for lists of maps."""

import re
import unicodedata
from collections.abc import Sequence

import orjson
from pydantic import BaseModel


def slug(text: str, place: str = "") -> str:
    """Turn an id or a sentence into a part of an id; ids of the same place lose it, others keep it."""
    area, _, rest = text.partition("/")
    if rest and area == place:
        text = rest
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") if "--" not in text else text.replace("/", "-")


def json_text(items: Sequence[BaseModel], *, without: str = "") -> str | None:
    """Write a list of small records as JSON, since the store keeps no lists of maps; nothing for none."""
    return orjson.dumps([item.model_dump(exclude={without}) for item in items]).decode() if items else None
