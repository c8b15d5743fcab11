"""Reading the text of a PDF that the site sets: the strings of its pages, by the fonts' own tables of letters."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(content: bytes) -> str:
    """Return the letters of a PDF in the order in which they are set, without any space.

    Pictures set each letter by itself, so that spaces say nothing.
    """
    objects = _objects(content)
    fonts: dict[bytes, set[int]] = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", body):
            fonts.setdefault(name, set()).add(int(number))
    maps = {name: [_letters(objects, number) for number in sorted(numbers)] for name, numbers in fonts.items()}
    pages = [stream for stream in map(_stream, objects.values()) if b" Tf" in stream]
    # Pages may call different fonts by one name: each reading is tried, and the wrong one says nothing readable.
    readings = max((len(each) for each in maps.values()), default=0)
    said = "".join(_read(page, maps, turn) for turn in range(readings) for page in pages)
    return re.sub(r"\s", "", said)


def _read(page: bytes, maps: dict[bytes, list[dict[int, str]]], turn: int) -> str:
    said: list[str] = []
    letters: dict[int, str] = {}
    for shown in _SHOWN.finditer(page):
        if shown[1]:
            letters = maps[shown[1]][min(turn, len(maps[shown[1]]) - 1)]
        else:
            codes = re.sub(rb"\\([0-7]{1,3}|.)", _unescaped, shown[2], flags=re.DOTALL)
            said += [letters.get(int.from_bytes(codes[at : at + 2]), "?") for at in range(0, len(codes), 2)]
    return "".join(said)


def _unescaped(found: "re.Match[bytes]") -> bytes:
    return bytes([int(found[1], 8)]) if found[1].isdigit() else _LETTERS.get(found[1], found[1])


def _objects(content: bytes) -> dict[int, bytes]:
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    for body in list(objects.values()):
        if b"/ObjStm" in body:
            packed, first = _stream(body), int(_number(body, rb"/First (\d+)"))
            spots = [int(number) for number in packed[:first].split()]
            ends = [*spots[3::2], len(packed) - first]
            for number, start, end in zip(spots[::2], spots[1::2], ends, strict=True):
                objects[number] = packed[first + start : first + end]
    return objects


def _letters(objects: dict[int, bytes], font: int) -> dict[int, str]:
    found = re.search(rb"/ToUnicode (\d+) 0 R", objects[font])
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", _stream(objects[int(found[1])])) if found else []
    return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in pairs}


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    try:
        return zlib.decompress(found[1]) if found else b""
    except zlib.error:
        return b""


def _number(body: bytes, pattern: bytes) -> bytes:
    found = re.search(pattern, body)
    assert found
    return found[1]
