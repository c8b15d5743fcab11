"""As much of PackStream, in which Bolt is written, as one question without parameters takes."""

import struct
from typing import Any

_SIZES = {0: 1, 1: 2, 2: 4}


def packed(value: Any) -> bytes:
    """Write a number, a text or a map of such."""
    if isinstance(value, int):
        return struct.pack(">b", value) if -16 <= value < 128 else b"\xcb" + struct.pack(">q", value)
    if isinstance(value, str):
        text = value.encode()
        return _headed(0x80, 0xD0, len(text)) + text
    pairs = b"".join(packed(name) + packed(each) for name, each in value.items())
    return _headed(0xA0, 0xD8, len(value)) + pairs


def _headed(short: int, long: int, size: int) -> bytes:
    if size < 16:
        return bytes([short | size])
    if size < 256:
        return bytes([long, size])
    return bytes([long + 1]) + struct.pack(">H", size)


def unpacked(data: bytes, start: int) -> Any:
    """Read the value that begins somewhere: nothing, a number, a text, or a list of such; ValueError of any other."""
    return _value(data, start)[0]


def _value(data: bytes, at: int) -> tuple[Any, int]:
    mark, at = data[at], at + 1
    if mark < 0x80 or mark >= 0xF0:
        return (mark if mark < 0x80 else mark - 256), at
    if 0xC8 <= mark <= 0xCB:
        size = 1 << (mark - 0xC8)
        return int.from_bytes(data[at : at + size], "big", signed=True), at + size
    if mark == 0xC0:
        return None, at
    if 0x80 <= mark < 0x90 or 0xD0 <= mark <= 0xD2:
        size, at = _size(data, at, mark, 0xD0)
        return data[at : at + size].decode(), at + size
    if 0x90 <= mark < 0xA0 or 0xD4 <= mark <= 0xD6:
        size, at = _size(data, at, mark, 0xD4)
        found = []
        for _ in range(size):
            value, at = _value(data, at)
            found.append(value)
        return found, at
    raise ValueError(f"a value of a sort that is not expected: {mark:#x}")


def _size(data: bytes, at: int, mark: int, long: int) -> tuple[int, int]:
    if mark < long:
        return mark & 0x0F, at
    length = _SIZES[mark - long]
    return int.from_bytes(data[at : at + length], "big"), at + length
