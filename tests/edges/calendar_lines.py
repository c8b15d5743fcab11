"""Reading a calendar as RFC 5545 says, with nothing of the program's own: lines, folds, names, values, components."""

import re
from dataclasses import dataclass, field

MOST_OCTETS = 75
_LINE = re.compile(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:,\x00-\x1f]+)*):(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass
class Component:
    """A calendar or an event: its properties as they are written, and what stands in it."""

    name: str
    properties: dict[str, list[str]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def one(self, name: str) -> str:
        """Return the only value of a property, its escapes taken back."""
        (value,) = self.properties[name]
        return text_of(value)


def physical_lines(content: bytes) -> list[bytes]:
    """Take a file apart at its line ends, which are CRLF and nothing else (3.1)."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    assert not [line for line in lines if b"\r" in line or b"\n" in line], "a line end that is no CRLF"
    return lines


def content_lines(content: bytes) -> list[str]:
    """Put folded lines together again; each is whole characters, and none is longer than it may be."""
    found: list[bytes] = []
    for line in physical_lines(content):
        assert len(line) <= MOST_OCTETS, f"{len(line)} octets: {line!r}"
        line.decode()  # a character that is torn apart is an error
        if line.startswith((b" ", b"\t")):
            found[-1] += line[1:]
        else:
            found.append(line)
    return [line.decode() for line in found]


def read(content: bytes) -> Component:
    """Read a calendar, every line and component of it in its place."""
    whole = Component("")
    open_: list[Component] = [whole]
    for line in content_lines(content):
        matched = _LINE.fullmatch(line)
        assert matched, f"no content line: {line!r}"
        name, value = matched[1], matched[3]
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value), f"a control character: {line!r}"
        if name == "BEGIN":
            open_[-1].parts.append(Component(value))
            open_.append(open_[-1].parts[-1])
        elif name == "END":
            assert open_.pop().name == value, f"{line!r} ends what is not open"
        else:
            open_[-1].properties.setdefault(name, []).append(value)
    assert open_ == [whole], "something is left open"
    (calendar,) = whole.parts
    return calendar


def text_of(value: str) -> str:
    """Read a text value (3.3.11): a backslash before what it escapes, and no bare separator."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), value
    return _ESCAPE.sub(lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value)
