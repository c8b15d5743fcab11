"""An answer that is sent as it is made, since it may be longer than anybody holds: tagged and compressed on the way."""

import zlib
from typing import Protocol

import brotli
from starlette.types import Message, Send

from app.caching.answers import Begun, finished
from app.caching.coding import BROTLI, BROTLI_QUALITY, GZIP, GZIP_LEVEL, IDENTITY
from app.caching.views import View

ONLY_HEADERS = "partnerships.only_headers"
"""In a scope: nothing of the answer but its headers is wanted, so that nothing need be made."""
_GZIP_FORMAT = 31
"""Of zlib's: a gzip stream of the widest window, without a time in it."""


class _Coder(Protocol):
    def process(self, part: bytes) -> bytes: ...
    def finish(self) -> bytes: ...


class _Plain:
    def process(self, part: bytes) -> bytes:
        return part

    def finish(self) -> bytes:
        return b""


class _Gzip:
    def __init__(self) -> None:
        self._inner = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, _GZIP_FORMAT)

    def process(self, part: bytes) -> bytes:
        return self._inner.compress(part)

    def finish(self) -> bytes:
        return self._inner.flush()


def coder_of(coding: str) -> _Coder:
    """Return what compresses part by part; the same parts always become the same."""
    if coding == BROTLI:
        coder: _Coder = brotli.Compressor(mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
        return coder
    return _Gzip() if coding == GZIP else _Plain()


def streaming(send: Send, view: View, tag: bytes, *, only_headers: bool) -> Send:
    """Return a way to send an answer to whoever waits behind `send`, with what caches are told of it."""
    coder, is_answer = coder_of(view.coding), True

    async def sent(message: Message) -> None:
        nonlocal coder, is_answer
        if message["type"] == "http.response.start":
            is_answer = message["status"] == 200
            coder = coder if is_answer else coder_of(IDENTITY)
            begun = Begun(message["status"], list(message["headers"]), b"")
            answer = finished(begun, view, view.coding if is_answer else IDENTITY, tag)
            headers = [each for each in answer.headers if each[0] != b"content-length"]
            await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        elif message["type"] == "http.response.body":
            more = message.get("more_body", False)
            part = b"" if only_headers else coder.process(message.get("body", b""))
            part += b"" if more or only_headers else coder.finish()
            await send({"type": "http.response.body", "body": part, "more_body": more})

    return sent
