"""A file becomes a document: by what it is, whatever it is called."""

import json
import subprocess
import sys
from pathlib import Path

from app.exchange.minutes.document import MAX_BYTES, Document, Unreadable, document_of
from app.exchange.minutes.text_reader import text_of_bytes

READERS = Path(__file__).parent
ENDINGS = (".docx", ".odt", ".pdf", ".html", ".htm", ".txt")
_PATIENCE = 20
"""Seconds until a reader is given up that has not even had the processor time it may take."""
_TOO_MUCH = "takes more memory or time to read than any minutes: keep only the pages of the minutes"
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_NOT_READ = (
    (b"\xd0\xcf\x11\xe0", "is an old Word file, or one that is locked with a password: save it as .docx without one"),
    (b"{\\rtf", "is RTF, which is not read here: save it as .docx, .odt or .pdf"),
    (b"\x89PNG", "is a picture: have its text recognized first, or type it in"),
    (b"\xff\xd8\xff", "is a picture: have its text recognized first, or type it in"),
)


def document_in(name: str, raw: bytes) -> Document:
    """Read minutes; Unreadable says in a sentence why a file is none that can be read.

    Its content tells what it is, and not its name. Everything but plain text is read in a process of its own, that may
    use 2 seconds and 200 MB.
    """
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"has more than {MAX_BYTES / 1e6:.0f} MB: keep only the text of the minutes")
    if not raw.strip():
        raise Unreadable("is empty")
    start = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for begins, why in _NOT_READ:
        if start.startswith(begins):
            raise Unreadable(why)
    if start.startswith(b"PK"):
        return document_of(_apart("packed_reader.py", raw))
    if b"%PDF-" in raw[:1024]:
        return document_of(_apart("pdf_reader.py", raw))
    if start.lower().startswith(_HTML) or name.casefold().endswith((".html", ".htm")):
        return document_of(_apart("page_reader.py", raw))
    return document_of(text_of_bytes(raw))


def _apart(reader: str, raw: bytes) -> str:
    command = [sys.executable, "-P", str(READERS / "apart.py"), str(READERS / reader)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - our own program, told only its own files
    except subprocess.TimeoutExpired:
        raise Unreadable(_TOO_MUCH) from None
    if done.returncode:
        raise Unreadable(_TOO_MUCH)
    said: dict[str, str] = json.loads(done.stdout)
    if "refused" in said:
        raise Unreadable(said["refused"])
    return said["text"]
