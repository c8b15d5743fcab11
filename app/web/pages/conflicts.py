"""The page that a form's save ends on when somebody else changed the same meanwhile, or the check refuses it by now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.responses import Response

from app.record.drafting import Conflict
from app.web.shell.private import SignedInReader, render_private
from app.web.shell.render import Page


@dataclass(frozen=True, kw_only=True, slots=True)
class ConflictPage(Page):
    """What somebody else changed meanwhile, beside what a form would write."""

    template = "edit_conflict.html"
    action: str
    conflicts: tuple["Versions", ...]
    problems: tuple[str, ...]
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Versions:
    """An entry in two versions, field by field: only what differs."""

    name: str
    rows: tuple[tuple[str, str, str], ...]
    gone: bool


def conflict_page(
    request: Request,
    reader: SignedInReader,
    action: str,
    conflicts: tuple[Conflict, ...],
    answers: Mapping[str, str],
    problems: tuple[str, ...] = (),
) -> Response:
    """Show what somebody else changed meanwhile beside what a form would write, and lead back to it."""
    page = ConflictPage(
        title="Somebody changed this meanwhile",
        action=action,
        conflicts=tuple(_versions(each) for each in conflicts),
        problems=problems,
        answers=answers,
    )
    return render_private(request, page, reader, status=409)


def _versions(conflict: Conflict) -> Versions:
    now, yours = conflict.now or {}, conflict.yours or {}
    names = [name for name in dict.fromkeys([*yours, *now]) if now.get(name) != yours.get(name)]
    rows = tuple((name, shown(now.get(name)), shown(yours.get(name))) for name in names)
    return Versions(str(conflict.address), rows, conflict.now is None)


def shown(value: Any) -> str:
    """Write a value as people read it: `person: ann, since: 2007`."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown(each)}" for name, each in value.items())
    return "; ".join(map(shown, value)) if isinstance(value, list) else "" if value is None else str(value)
