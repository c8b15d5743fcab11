"""What a load changes, in sentences: `Older People's Partnership Board, chair: Tina Tully -> Bob Smith`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.english import and_more, ordinary
from app.domain.facts import Link, Node
from app.domain.vocabulary import LineType
from app.record.naming import change_of, field_of, name_of
from app.store.changes import Changes
from app.store.differing import ONE_AT_A_TIME, can_end
from app.store.writer import Summary

MOST_LINES = 100
"""How many sentences are told under one heading."""
STAYS = "In the database and no longer in the file; it stays unless --replace removes it, or --end DATE ends it:"
_SILENT = frozenset(
    "id place digest open earliest latest holdsFrom holdsUntil onlyProposed"
    " themeOrder themeName themeLike themeFixed formerNamesUntil".split()
)
"""Properties that follow from others, or that no file says."""
_UNREADABLE = frozenset({"contactDetails", "closedContactDetails", "identifiers", "additional"})
_OWNED_BY_END = frozenset({"HOLDS", "ATTENDED", "REPORTED_BACK"})
_LINES = {kind.relationship: kind for kind in LineType}
_AS_SAID = {
    "ON_BEHALF_OF": "on behalf of",
    "APPOINTED_BY": "appointed by",
    "FILLED_BY_HOLDER_OF": "filled by the holder of",
    "WORKS_FOR": "works for",
    "IN_AREA": "in",
    "PART_OF": "part of",
    "POST_IN": "on",
    "MEETING_OF": "meeting of",
    "ATTENDED": "attendance",
    "REPORTED_BACK": "report back",
    "ARISING_FROM": "arising from",
    "OWNED_BY": "owner",
    "ASSESSES": "of",
    "SUBJECT": "who is missing",
    "FROM": "missing from",
}


@dataclass(slots=True)
class Told:
    """The sentences, by what happens."""

    changed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    past: int = 0
    """How many facts that the files no longer have had ended before: what was stays, and is only counted."""


def told_of(
    summary: Summary,
    *,
    replace: bool = False,
    until: str = "",
    removed: str = "",
    titles: Mapping[str, str] | None = None,
) -> list[str]:
    """Say what a load does, or would do, a sentence a line, under headings; nothing where nothing differs.

    `removed` is the heading over what is removed, where it is not a file that no longer has it; with `titles`, by id,
    sources are named by them.
    """
    if summary.changes is None:
        return []
    told = _Telling(summary.changes, replace=replace, until=until, titles=titles or {}).told
    lines: list[str] = []
    if replace:
        gone = removed or "Removed, since the file no longer has it:"
    elif until:
        gone = "No longer in the file:"
    else:
        gone = STAYS
    changes = summary.changes
    for heading, sentences, further in (
        ("Changed:", told.changed, 0),
        ("Added:", told.added, 0),
        ("Further facts that are new or differ:", [], changes.further_new),
        (gone, told.gone, changes.further_gone),
    ):
        if sentences or further:
            few = sentences[:MOST_LINES]
            more = len(sentences) - len(few) + further
            lines += [
                heading,
                *(f"  {sentence}" for sentence in few),
                *([f"  {and_more(more)}" if few else f"  {more:,}"] if more else []),
            ]
    if told.past:
        lines.append(f"Ended before and no longer in the file, and kept as what was: {told.past:,}.")
    return lines


class _Telling:
    """Makes the sentences of one load."""

    def __init__(self, changes: Changes, *, replace: bool, until: str, titles: Mapping[str, str]) -> None:
        self.named, self.replace, self.until, self.titles = changes.named, replace, until, titles
        self.told = Told()
        self.of_nodes: set[tuple[str, str, str]] = set()
        """What a node says otherwise, and with it every link that says no more than the node does."""
        added = {after.id for before, after in changes.nodes if after and not before}
        gone = {before.id for before, after in changes.nodes if before and not after}
        for before, after in changes.nodes:
            self._node(before, after)
        swaps: dict[tuple[str, str], tuple[list[Link], list[Link]]] = {}
        for old, new in changes.links:
            link = new or old
            assert link
            owner = _owner(link)
            if old and new and _ends(old) == _ends(new):
                self._differs(self._subject(link), old.properties, new.properties, owner)
            elif owner not in added and owner not in gone:
                pair = swaps.setdefault(
                    (link.type, owner) if link.type not in _LINES else (link.type, link.id), ([], [])
                )
                pair[0].extend([old] if old else [])
                pair[1].extend([new] if new else [])
        for (type_, owner), (before_, after_) in swaps.items():
            self._swap(type_, owner, before_, after_)

    def _node(self, before: Node | None, after: Node | None) -> None:
        if before and after:
            self._differs(self.name(after.id), before.properties, after.properties, after.id, of_node=True)
        elif after:
            self.told.added.append(self.name(after.id))
        elif before:
            left = "" if before.label == "Meeting" and not self.until else self._left(before)
            self._gone(before, f"{self.name(before.id)}{left}")

    def _swap(self, type_: str, owner: str, before: list[Link], after: list[Link]) -> None:
        if type_ in _LINES:
            if before and after:
                self.told.changed.append(f"{self._line(before[0])} -> {self._line(after[0])}")
            else:
                self.told.added += [self._line(link) for link in after]
                for link in before:
                    self._gone(link, f"{self._line(link)}{self._left(link)}")
            return
        subject = self._owner_name(type_, owner)
        if len(before) == 1 and len(after) == 1:
            self.told.changed.append(
                f"{subject}: {self._other(before[0])} -> {self._other(after[0])}{self._fate(before[0])}"
            )
            return
        self.told.added += [f"{subject}: {self._other(link)}" for link in after]
        for link in before:
            self._gone(link, f"{subject}: {self._other(link)}{self._left(link)}")

    def _gone(self, fact: Node | Link, says: str) -> None:
        if fact.properties.get("until") and can_end(fact) and not self.replace:
            self.told.past += 1
        else:
            self.told.gone.append(says)

    def _fate(self, link: Link) -> str:
        """Say what becomes of what another is now written in the place of."""
        if self.replace or link.type in ONE_AT_A_TIME:
            return ""
        if self.until:
            return f" ({self._other(link)}{self._left(link).replace(' (', ' ', 1)}"
        return f" ({self._other(link)} stays as well{_ended(link.properties)})"

    def _left(self, fact: Node | Link) -> str:
        """Say what a fact that its file no longer has comes to, beyond what the heading says."""
        said = _ended(fact.properties)
        if not self.until or (said and can_end(fact)):
            return said
        return f" (until {self.until})" if can_end(fact) else " (stays)"

    def _differs(
        self, subject: str, before: Mapping[str, Any], after: Mapping[str, Any], owner: str, *, of_node: bool = False
    ) -> None:
        for name in dict.fromkeys([*after, *before]):
            old, new = before.get(name), after.get(name)
            if name in _SILENT or old == new:
                continue
            said = (owner, name, repr((old, new)))
            if said in self.of_nodes:
                continue
            if of_node:
                self.of_nodes.add(said)
            what = field_of(name)
            if name in _UNREADABLE:
                self.told.changed.append(f"{subject}: {what} differ")
            else:
                self.told.changed.append(f"{subject}: {what} {change_of(name, old, new, self.titles)}")

    def name(self, id_: str) -> str:
        """Say a fact's name as people know it: a seat by its board and role, a meeting by its body and date."""
        named = self.named.get(id_)
        return name_of(named, id_) if named else id_

    def _subject(self, link: Link) -> str:
        if link.type in _LINES:
            return self._line(link)
        return f"{self._owner_name(link.type, _owner(link))}, {self._other(link)}"

    def _owner_name(self, type_: str, owner: str) -> str:
        if type_ == "HOLDS":
            return self.name(owner)
        said = _AS_SAID.get(type_, type_.lower().replace("_", " "))
        return f"{self.name(owner)}, {said}"

    def _other(self, link: Link) -> str:
        return self.name(link.from_id if link.type in _OWNED_BY_END else link.to_id)

    def _line(self, link: Link) -> str:
        return f"{self.name(link.from_id)} {ordinary(_LINES[link.type].value)} {self.name(link.to_id)}"


def _owner(link: Link) -> str:
    """Return the node whose entry in a file says a link: a holder stands with the seat, an employer with the person."""
    return link.to_id if link.type in _OWNED_BY_END else link.from_id


def _ends(link: Link) -> tuple[str, str]:
    return link.from_id, link.to_id


def _ended(said: Mapping[str, Any]) -> str:
    return f" (until {said['until']})" if said.get("until") else ""
