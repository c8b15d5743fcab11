"""A file becomes a document: by what it is, whatever it is called."""

from app.exchange.minutes.document import MAX_BYTES, Document, Unreadable, document_of
from app.exchange.minutes.text_reader import text_of_bytes


def document_in(name: str, raw: bytes) -> Document:
    """Read minutes; Unreadable says in a sentence why a file is none that can be read."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"has {len(raw) / 1e6:.1f} MB: minutes of at most {MAX_BYTES / 1e6:.0f} MB are read")
    if not raw.strip():
        raise Unreadable("is empty")
    del name
    return document_of(text_of_bytes(raw))
