"""What a file says under ids that are others by now: it means the new ones, and two entries that became one are joined.

A file whose ids moved says the same facts as before, at the new ids. Ids that are made of an entry's ends are made anew
(a seat's of its board's), so a move takes others with it. Where two entries have one id then, the second is joined into
the first, or keeps an id of its own where the two say what cannot both be said in one.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.vocabulary import Sector
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name, whole_id
from app.exchange.fields import FileModel
from app.exchange.joining import join_items, joined, may_be_joined
from app.exchange.validation import JOINED, sections

Said = dict[str, Any]
Moves = Mapping[str, str]
"""Whole ids that are others by now, each with what it is."""

REFERENCES = frozenset(
    {
        "on",
        "from",
        "to",
        "organization",
        "by",
        "subject",
        "person",
        "holder",
        "post",
        "deputisingFor",
        "for",
        "onBehalfOf",
        "appointedBy",
        "filledByHolderOf",
        "holders",
        "worksFor",
        "reports",
        "owners",
        "arisingFrom",
        "of",
    }
)
"""Fields of entries, and of what stands in them, that name a body, a person, a seat or a meeting."""
_DATES = frozenset({("assessments", "on")})
"""Where such a field is a date."""
_SECTORS = frozenset(sector.value for sector in Sector)
_SECTIONS = sections(form.PlaceFile)
_MADE = frozenset({"posts", "lines", "meetings", "actions", "assessments", "absences"})
"""Sections whose entries may have an id that is made of what they say."""
_NAMED = frozenset({"organizations", "people", *_MADE})
"""Sections whose ids others mention; themes and sources are called otherwise."""


def move_in(file: Said, moves: Moves) -> dict[str, str]:
    """Let a place's file say what it says at the new ids, in place; return all moves, with those that follow.

    What is joined into another entry leaves `JOINED` where it stood, so that all others stay where they are.
    """
    place = file.get("place")
    if not isinstance(place, str) or not moves:
        return dict(moves)
    moving = _Moving(place, _lists_of(file), dict(moves))
    if not moving.is_touched:
        return moving.moves
    moving.settle()
    for section, listed in moving.moved().items():
        file[section] = listed
    return moving.moves


def _lists_of(file: Said) -> dict[str, list[Any]]:
    return {name: list(listed) for name in _SECTIONS if name in _NAMED and isinstance(listed := file.get(name), list)}


@dataclass(slots=True)
class _Moving:
    """One place's file on the move."""

    place: str
    lists: dict[str, list[Any]]
    moves: dict[str, str]
    ids: dict[int, str] = field(default_factory=dict)
    """The ids that were made of entries, by which object each is."""
    own: set[str] = field(default_factory=set)
    """Ids that would follow a move, and stay, since something else has the id that would be theirs."""

    @property
    def is_touched(self) -> bool:
        """Tell whether the file mentions anything that moves."""
        return any(
            self._rewritten(section, said) != said or whole_id(str(said.get("id")), self.place) in self.moves
            for section, said in self._entries(_NAMED)
        )

    def settle(self) -> None:
        """Find every move that follows from those that are known, and what cannot follow."""
        for _ in range(20):
            more: dict[str, str] = {}
            for section, said in self._entries(_MADE):
                after = self._rewritten(section, said)
                if after == said or said.get("id"):
                    continue
                old, new = self._id(section, said), self._made(section, after)
                if old and new and old != new and old not in self.own:
                    more[old] = new
            if more.items() <= self.moves.items() and not self._kept_apart():
                return
            self.moves |= {old: new for old, new in more.items() if old not in self.own}

    def _entries(self, names: frozenset[str]) -> Iterator[tuple[str, Said]]:
        for section, listed in self.lists.items():
            if section in names:
                yield from ((section, said) for said in listed if isinstance(said, dict))

    def _kept_apart(self) -> bool:
        """Find entries that would be joined by an id that is made of both, and say what cannot be said in one."""
        found = False
        for section in _MADE & self.lists.keys():
            first: dict[str, Said] = {}
            for old, new, said in self._in_order(section):
                if new not in first:
                    first[new] = said
                elif old != new and old in self.moves and not may_be_joined(section, first[new], said):
                    self.own.add(old)
                    del self.moves[old]
                    found = True
        return found

    def _in_order(self, section: str) -> list[tuple[str, str, Said]]:
        """List entries with their ids before and after: those that stay where they are come before the others."""
        said = [each for each in self.lists[section] if isinstance(each, dict)]
        ids = [self._id(section, each) for each in said]
        rows = [
            (old, self.moves.get(old, old), self._rewritten(section, each))
            for old, each in zip(ids, said, strict=True)
            if old
        ]
        return sorted(rows, key=lambda row: row[0] != row[1])

    def moved(self) -> dict[str, list[Any]]:
        """Return all lists as they are at the new ids."""
        return {section: self._list(section) for section in self.lists}

    def _list(self, section: str) -> list[Any]:
        listed = self.lists[section]
        after: list[Any] = [self._rewritten(section, said) if isinstance(said, dict) else said for said in listed]
        ids = [self._id(section, said) if isinstance(said, dict) else "" for said in listed]
        order = sorted(range(len(listed)), key=lambda at: self.moves.get(ids[at], ids[at]) != ids[at])
        first: dict[str, int] = {}
        for at in order:
            old, said = ids[at], after[at]
            new = self.moves.get(old, old)
            if not old or (said == listed[at] and old == new):
                first.setdefault(new, at)
                continue
            if not new.startswith(f"{self.place}/") or _says_nothing(section, said, self.place):
                # What became an entry of another place is said there; what led from one to the other leads nowhere.
                after[at] = JOINED
                continue
            if old in self.own or said.get("id") or (section not in _MADE and "id" in said):
                said["id"] = self._local(new)
            after[at] = join_items(section, said, self.place)
            if new not in first:
                first[new] = at
            elif old != new:
                after[first[new]] = joined(section, after[first[new]], after[at], self.place)
                after[at] = JOINED
        return after

    def _id(self, section: str, said: Said) -> str:
        """Return the whole id that an entry has before anything moves; empty where it cannot be read."""
        own = said.get("id")
        if isinstance(own, str) and own:
            return whole_id(own, self.place)
        if section not in _MADE:
            return ""
        if id(said) not in self.ids:
            self.ids[id(said)] = self._made(section, said)
        return self.ids[id(said)]

    def _made(self, section: str, said: Said) -> str:
        try:
            model = _SECTIONS[section].model_validate({name: it for name, it in said.items() if name != "id"})
        except ValueError:
            return ""
        assert isinstance(model, FileModel)
        return whole_id(entry_name(model, self.place), self.place)

    def _rewritten(self, section: str, said: Said) -> Said:
        return at_new_ids(section, said, self.place, self.moves)

    def _local(self, id_: str) -> str:
        return id_.removeprefix(f"{self.place}/")


def at_new_ids(section: str, said: Said, place: str, moves: Moves) -> Said:
    """Return what an entry of a section says, with the new id wherever it mentions an old one."""

    def value(name: str, it: Any) -> Any:
        if isinstance(it, dict):
            return {inner: value(inner, each) for inner, each in it.items()}
        if isinstance(it, list):
            return [value(name, each) for each in it]
        if not isinstance(it, str) or name not in REFERENCES or (name == "of" and it in _SECTORS):
            return it
        new = moves.get(whole_id(it, place))
        if new is None:
            return it
        local = new.removeprefix(f"{place}/")
        # A group is written in full where it would be taken for a sector.
        return new if name == "of" and local in _SECTORS else local

    return {name: it if (section, name) in _DATES else value(name, it) for name, it in said.items()}


def _says_nothing(section: str, said: Said, place: str) -> bool:
    """Tell whether an entry leads from something to itself, since both of its ends are one by now."""
    ends = {"lines": ("from", "to"), "absences": ("subject", "from")}.get(section)
    if ends is None:
        return False
    start, end = (said.get(name) for name in ends)
    return isinstance(start, str) and isinstance(end, str) and whole_id(start, place) == whole_id(end, place)


def as_of(said: Said, sources: Collection[str], start: str, end: str) -> Said:
    """Return what an entry of one place says as another's file writes it; `sources` are the first place's own."""

    def value(name: str, it: Any) -> Any:
        if isinstance(it, dict):
            return {inner: value(inner, each) for inner, each in it.items()}
        if isinstance(it, list):
            return [value(name, each) for each in it]
        if not isinstance(it, str) or (name == "of" and it in _SECTORS):
            return it
        if name == "cites":
            source, comma, where = it.partition(",")
            return f"{start}/{source}{comma}{where}" if source.strip() in sources else it
        return whole_id(it, start).removeprefix(f"{end}/") if name in REFERENCES else it

    if start == end:
        return said
    return {name: value(name, it) for name, it in said.items() if name != "theme"}
