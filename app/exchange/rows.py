"""Small forms that facts take in the graph: slugs for derived ids, JSON text for lists of maps."""

import re
import unicodedata
from collections.abc import Sequence

import orjson
from pydantic import BaseModel

_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What is a part of an id as it stands: most of what is asked for."""


def slug(text: str, place: str = "") -> str:
    """Turn an id or a sentence into a part of an id; ids of the same place lose it, others keep it."""
    area, _, rest = text.partition("/")
    if rest and area == place:
        text = rest
    if "--" in text:
        return text.replace("/", "-")
    if _PART.fullmatch(text):
        return text
    if text.isascii() and text.replace(" ", "").isalnum():  # as most names are
        return "-".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def json_text(items: Sequence[BaseModel], *, without: str = "") -> str | None:
    """Write a list of small records as JSON, since the store keeps no lists of maps; nothing for none."""
    return orjson.dumps([item.model_dump(exclude={without}) for item in items]).decode() if items else None
