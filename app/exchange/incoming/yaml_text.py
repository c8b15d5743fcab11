"""A place's file in YAML, sent as bytes: read as one on a disk is, and what is wrong with it is told at its line."""

from app.domain.visible import visible
from app.exchange.incoming.incoming import Incoming
from app.exchange.limits import MAX_BYTES, Spare
from app.exchange.sheets.cells import Unreadable
from app.exchange.yaml_text import Document, parse_text


def yaml_in(name: str, raw: bytes) -> Incoming:
    """Read a place's file; Unreadable where it is none."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"has {len(raw) / 1e6:.1f} MB: at most {MAX_BYTES / 1e6:.0f} are read")
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("is no text in UTF-8: save it with the encoding UTF-8") from None
    document = Document(name, _text=raw)
    parse_text(raw, document, Spare())
    if document.problems:
        return Incoming(name, "a data file", iter(()), problems=document.problems)
    place = document.value.get("place") if isinstance(document.value, dict) else None
    if not isinstance(place, str) or not place:
        raise Unreadable("does not say of which place it is: expected a line such as 'place: bromley'")
    return Incoming(name, "a data file", iter([(visible(place[:200]), document)]), place=place[:200])
