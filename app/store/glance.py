"""The shortest way to ask a database the one question that every request asks: which version its data has.

The driver takes half a millisecond of the processor for a question; asked for every request, that would be most of what
a kept answer costs. So this one question has a connection of its own, which speaks as much Bolt (5.0 to 5.4,
https://neo4j.com/docs/bolt/current/) as it takes, to a plain `bolt://` address. Whatever goes wrong here, the driver is
asked instead: it knows encryption, routing and when to try again.
"""

import asyncio
import struct
import time
from collections import deque
from typing import Any, cast
from urllib.parse import urlsplit

from app import __version__
from app.store.embedded import EngineAddress
from app.store.packing import packed, unpacked

_HANDSHAKE = b"\x60\x60\xb0\x17" + b"\x00\x04\x04\x05" + bytes(12)
_HELLO, _LOGON, _RUN, _PULL = 0x01, 0x6A, 0x10, 0x3F
_SUCCESS, _RECORD = 0x70, 0x71
_IDLE = 30.0
"""Seconds after which a connection is not trusted to be there still."""
_CONNECTING = 2.0


class GlanceFailed(Exception):
    """The question was not answered in this way."""


class _Talk(asyncio.Protocol):
    """A connection: what is asked is answered in the order in which it was asked."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport
        self.used = time.monotonic()
        self.lost = False
        self._read = bytearray()
        self._message = bytearray()
        self._version: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._waiting: deque[tuple[asyncio.Future[Any], int, list[Any]]] = deque()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's own is none by its class

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True
        for future in [self._version, *(each[0] for each in self._waiting)]:
            if not future.done():
                future.set_exception(GlanceFailed("the connection is lost"))
                future.exception()  # nobody may be waiting for it any more

    def data_received(self, data: bytes) -> None:
        self._read += data
        if not self._version.done():
            if len(self._read) < 4:
                return
            self._version.set_result(self._read[3])
            del self._read[:4]
        while len(self._read) >= 2:
            length = int.from_bytes(self._read[:2], "big")
            if len(self._read) < 2 + length:
                return
            self._message += self._read[2 : 2 + length]
            del self._read[: 2 + length]
            if length == 0 and self._message:
                self._take(bytes(self._message))
                self._message.clear()

    def _take(self, message: bytes) -> None:
        kind = message[1]
        if not self._waiting:
            self.transport.abort()
            return
        future, left, records = self._waiting[0]
        if kind == _RECORD:
            records.append(unpacked(message, 2))
            return
        if kind != _SUCCESS:
            self._waiting.popleft()
            if not future.done():
                future.set_exception(GlanceFailed("the server refuses"))
            self.transport.abort()
            return
        if left > 1:
            self._waiting[0] = (future, left - 1, records)
            return
        self._waiting.popleft()
        if not future.done():
            future.set_result(records)

    async def greeted(self) -> None:
        self.transport.write(_HANDSHAKE)
        if await self._version != 5:
            raise GlanceFailed("the server speaks another Bolt")

    def ask(self, messages: bytes, answers: int) -> "asyncio.Future[list[Any]]":
        future: asyncio.Future[list[Any]] = asyncio.get_running_loop().create_future()
        self._waiting.append((future, answers, []))
        self.used = time.monotonic()
        self.transport.write(messages)
        return future


def _message(kind: int, *fields: Any) -> bytes:
    body = bytes([0xB0 | len(fields), kind]) + b"".join(map(packed, fields))
    return struct.pack(">H", len(body)) + body + b"\x00\x00"


class Glance:
    """Asks one database one question, again and again."""

    def __init__(self, address: EngineAddress, question: str) -> None:
        """Take the address and the text of a query without parameters; nothing is opened yet."""
        parts = urlsplit(address.uri)
        self.possible = parts.scheme == "bolt"
        self._address, self._host, self._port = address, parts.hostname or "", parts.port or 7687
        self._asking = _message(_RUN, question, {}, {"mode": "r", "db": address.database}) + _message(_PULL, {"n": -1})
        self._talk: _Talk | None = None
        self._opening = asyncio.Lock()

    async def answer(self) -> Any:
        """Return the one value of the one record that answers; GlanceFailed or OSError when it cannot be had so."""
        talk = self._talk
        if talk is None or talk.lost or time.monotonic() - talk.used > _IDLE:
            talk = await self._opened()
        records = await talk.ask(self._asking, 2)
        return records[0][0] if records else None

    def close(self) -> None:
        """Close the connection."""
        if self._talk:
            self._talk.transport.abort()
            self._talk = None

    async def _opened(self) -> _Talk:
        async with self._opening:
            talk = self._talk
            if talk and not talk.lost and time.monotonic() - talk.used <= _IDLE:
                return talk
            self.close()
            agent = f"partnership-explorer/{__version__}"
            scheme = {"scheme": "none"}
            if self._address.password:
                scheme = {"scheme": "basic", "principal": self._address.user, "credentials": self._address.password}
            async with asyncio.timeout(_CONNECTING):
                _, talk = await asyncio.get_running_loop().create_connection(_Talk, self._host, self._port)
                try:
                    await talk.greeted()
                    hello = _message(_HELLO, {"user_agent": agent, "bolt_agent": {"product": agent}})
                    await talk.ask(hello + _message(_LOGON, scheme), 2)
                except BaseException:
                    talk.transport.abort()
                    raise
            self._talk = talk
            return talk
