"""The lines of a body, put in words from where it stands: what it reports to, its sub-groups, who supports it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.english import name_order, ordinary
from app.domain.records import Line, Organization
from app.domain.vocabulary import LineType as L

SUPPORT = (L.SERVICED_BY, L.HOSTED_BY, L.FUNDED_BY, L.CONVENED_BY)


@dataclass(frozen=True, slots=True)
class Joined:
    """A line and the body at its other end."""

    line: Line
    other: Organization
    how: str
    """What the heading does not say: `serviced by`; else nothing."""


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that say the same of a body."""

    heading: str
    word: str
    """The word of the heading that the glossary explains."""
    lines: tuple[Joined, ...]


_UP = (
    ("It reports to", "reports to", (L.REPORTS_TO,), True),
    ("It is a sub-group of", "sub-group", (L.SUB_GROUP_OF,), True),
    ("It feeds into", "feeds into", (L.FEEDS_INTO,), True),
    ("It belongs to", "member of", (L.MEMBER_OF,), True),
)
_DOWN = (
    ("Its sub-groups", "sub-group", (L.SUB_GROUP_OF,), False),
    ("These report to it", "reports to", (L.REPORTS_TO,), False),
    ("These feed into it", "feeds into", (L.FEEDS_INTO,), False),
)
_BESIDE = (
    ("It is supported by", "serviced by", SUPPORT, True),
    ("It supports", "serviced by", SUPPORT, False),
)
_VOICE = (
    ("It speaks for", "speaks for", (L.SPEAKS_FOR,), True),
    ("Its members", "member of", (L.MEMBER_OF,), False),
)
_SPOKEN_FOR = (("These speak for it", "speaks for", (L.SPEAKS_FOR,), False),)
_SUCCESSION = (
    ("It was succeeded by", "succeeded by", (L.SUCCEEDED_BY,), True),
    ("It took the place of", "succeeded by", (L.SUCCEEDED_BY,), False),
)


@dataclass(frozen=True, slots=True)
class GroupedLines:
    """All lines of a body, by the question that they answer."""

    spoken_for: tuple[LineGroup, ...]
    """Who speaks for it."""
    voice: tuple[LineGroup, ...]
    """Whom it represents."""
    around: tuple[LineGroup, ...]
    """What it reports to, what reports to it, who supports it, what it is linked to."""
    succession: tuple[LineGroup, ...]


def grouped(of: str, lines: Iterable[Line], bodies: Mapping[str, Organization]) -> GroupedLines:
    """Put the lines of the body `of` in groups; a line whose other end is not in `bodies` is left out."""
    lines = [line for line in lines if line.from_id in bodies and line.to_id in bodies]

    def groups(kinds: Iterable[tuple[str, str, tuple[L, ...], bool]]) -> tuple[LineGroup, ...]:
        found = []
        for heading, word, types, outwards in kinds:
            its = [
                _joined(line, bodies[line.to_id if outwards else line.from_id], types, outwards=outwards)
                for line in lines
                if line.type in types and (line.from_id if outwards else line.to_id) == of
            ]
            if its:
                found.append(LineGroup(heading, word, tuple(sorted(its, key=_order))))
        return tuple(found)

    linked = [
        Joined(line, bodies[line.to_id if line.from_id == of else line.from_id], "")
        for line in lines
        if line.type is L.LINKED_TO
    ]
    around = groups((*_UP, *_DOWN, *_BESIDE))
    if linked:
        around = (*around, LineGroup("Informal links", "informal link", tuple(sorted(linked, key=_order))))
    return GroupedLines(groups(_SPOKEN_FOR), groups(_VOICE), around, groups(_SUCCESSION))


def _joined(line: Line, other: Organization, types: tuple[L, ...], *, outwards: bool) -> Joined:
    if len(types) == 1:
        return Joined(line, other, "")
    said = ordinary(line.type.value).removeprefix("is ")
    return Joined(line, other, said if outwards else f"{said} it")


def _order(joined: Joined) -> tuple[object, ...]:
    return name_order(joined.other.name)
