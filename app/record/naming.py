"""What facts are called in sentences: a seat by its board and role, a meeting by its body and date."""

import re
from collections.abc import Mapping
from typing import Any

from app.domain.english import listed, ordinary, role_name
from app.domain.vocabulary import Role
from app.store.changes import Named

_LONGEST = 80
_CALLED = {"cites": "source", "proposed": "status", "as": "say"}
_WORDS = re.compile(r"(?<=[a-z])([A-Z])")


def name_of(named: Named, id_: str) -> str:
    """Return the name that people know a node by."""
    said, on = named.said, _tied(named)
    match named.label:
        case "Post":
            seat = str(said.get("label") or role_name(Role(said["role"])) if said.get("role") else id_)
            return ", ".join(
                [*on("POST_IN"), seat + (f" for {listed(on('ON_BEHALF_OF'))}" if on("ON_BEHALF_OF") else "")]
            )
        case "Meeting":
            return ", ".join([*on("MEETING_OF"), f"meeting of {said.get('date')}"])
        case "Action":
            return f"action {_short(str(said.get('text')))}"
        case "Assessment":
            where = "a flag of the relationship map" if said.get("flag") else "relationship map"
            return ", ".join([*on("ASSESSES"), f"{where}, {ordinary(str(said.get('dimension')))}"])
        case "RecordedAbsence":
            missing = f" missing from {listed(on('FROM'))}" if on("FROM") else " missing"
            return f"{listed(on('SUBJECT'))}{missing}"
        case "Source":
            return f"source {_short(str(said.get('title')))}"
    return str(said.get("name") or id_)


def _tied(named: Named) -> Any:
    return lambda type_: list(named.ties.get(type_, ()))


def field_of(name: str) -> str:
    """Write the name of a property as people say it: `vacant since` of `vacantSince`."""
    return _CALLED.get(name) or _WORDS.sub(r" \1", name).lower()


def value_of(name: str, value: object) -> str:
    """Write what a fact says under a name, as its file does, cut where it is long."""
    if name == "proposed":
        return "proposed" if value else "actual"
    if value is None:
        return "not recorded"
    if isinstance(value, list):
        return _short(", ".join(map(str, value)))
    if name == "cites":
        return _short("; ".join(", ".join(cite.split(" ", 1)) for cite in str(value).split("\n")))
    return _short(str(value)) if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)


def change_of(name: str, old: object, new: object, titles: Mapping[str, str]) -> str:
    """Say what becomes of what a fact says under a name; sources by their titles, and never the same on both sides."""
    if name == "cites" and titles:
        before, after = (_cites(value, titles) for value in (old, new))
        gone, came = [it for it in before if it not in after], [it for it in after if it not in before]
        if not gone and before and came:
            return f"{'; '.join(came)}, beside {'; '.join(before)}"
        return f"{'; '.join(before) or 'not recorded'} -> {'; '.join(after) or 'not recorded'}"
    before_, after_ = value_of(name, old), value_of(name, new)
    if before_ == after_ and isinstance(old, str) and isinstance(new, str):
        # Both are cut before they part: what is told begins a little before that.
        pairs = enumerate(zip(" ".join(old.split()), " ".join(new.split()), strict=False))
        same = next((at for at, (one, other) in pairs if one != other), _LONGEST)
        start = " ".join(old.split()).rfind(" ", 0, max(0, same - 20)) + 1
        before_, after_ = (f"'...{_short(' '.join(text.split())[start:])[1:]}" for text in (old, new))
    return "differs" if before_ == after_ else f"{before_} -> {after_}"


def _cites(value: object, titles: Mapping[str, str]) -> list[str]:
    cites = [cite.partition(" ") for cite in str(value or "").split("\n") if cite]
    return [f"“{titles.get(source, source)}”, {where}" for source, _, where in cites]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"'{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 3] + '...'}'"
