"""What is sent with a request, read once and given on to whoever answers."""

import asyncio

from starlette.types import Message, Receive


class GoneAway(Exception):
    """Whoever asks went away before all of it was sent."""


async def read_body(receive: Receive, most: int) -> tuple[bytes | None, Receive]:
    """Read what is sent, and return it with a way to receive it again; nothing of what is longer than `most` bytes.

    Raises GoneAway when the rest never comes.
    """
    read: list[Message] = []
    length, more = 0, True
    while more and length <= most:
        message = await receive()
        read.append(message)
        if message["type"] != "http.request":
            raise GoneAway
        length += len(message.get("body", b""))
        more = message.get("more_body", False)
    if length > most:
        return None, _again(read, receive)
    return b"".join(message.get("body", b"") for message in read), receive


def given(body: bytes) -> Receive:
    """Return a way to receive a body that was read; whoever sent it never goes away, as others may wait too."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if messages:
            return messages.pop()
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")

    return receive


def _again(read: list[Message], receive: Receive) -> Receive:
    async def first_what_was_read() -> Message:
        return read.pop(0) if read else await receive()

    return first_what_was_read
