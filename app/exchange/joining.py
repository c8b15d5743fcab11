"""Two entries of one sort that are one: what the first says holds, and what only the second says is added to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.vocabulary import Access
from app.exchange.derived_ids import whole_id
from app.exchange.fields import as_list

Said = dict[str, Any]

_SHORT = {
    "worksFor": "organization",
    "onBehalfOf": "organization",
    "appointedBy": "organization",
    "holders": "holder",
    "reports": "post",
}
"""Fields with items inside, each with what a bare id stands for."""
_INNER = {**_SHORT, "attendance": ""}
_WHO = ("person", "organization", "holder", "post")
_WORDS = ("alternateNames", "formerNames", "owners", "of", "identifiers", "contactDetails", "areas", "composition")
"""Lists whose items are the same where they say the same."""
_TEXTS = frozenset(
    {
        "purpose",
        "constitution",
        "chairStatus",
        "paidHours",
        "fundingNote",
        "membersNote",
        "meetingFrequency",
        "statutoryObservers",
        "representativesNote",
        "statutoryRequirement",
        "quorum",
        "reportBack",
        "electorate",
        "founded",
        "dissolved",
        "since",
    }
)
"""Fields of which the longer says more: also a date, which is more precise."""
_GATHERED = frozenset({*_INNER, *_WORDS, "cites"})
_OWN = frozenset({"id", "doubts"})
_RANK = [access.value for access in Access]
_STRICT = frozenset({"status", "number", "numberMax", "label", "area", "until"})
"""What tells two seats or lines apart also where only one of them says it."""
_TOLD_APART = frozenset({"posts", "lines", "actions", "assessments", "absences"})
"""Sections whose entries may be two though one id is made of both."""


def joined(section: str, first: Said, second: Said, place: str) -> Said:
    """Return the first entry with what only the second says, and all that either lists; the stricter access holds."""
    found = dict(first)
    for name in _INNER:
        if name in first or name in second:
            found[name] = [*_with_own(first, name), *_with_own(second, name)]
    for name, value in second.items():
        if name in _OWN or name in _INNER:
            continue
        if name == "access":
            found["access"] = max(str(first.get("access", _RANK[0])), str(value), key=_rank)
        elif name == "cites" or name in _WORDS:
            found[name] = _united(first.get(name), value)
        elif name == "note" and first.get("note") not in (None, value):
            found["note"] = f"{first['note']} {value}"[:4000]
        elif name == "name" and "name" in first:
            found["alternateNames"] = _united(found.get("alternateNames"), value)
        elif name != "certainty":
            found.setdefault(name, value)
    if isinstance(names := found.get("alternateNames"), list):
        found["alternateNames"] = [name for name in names if name != found.get("name")]
    return join_items(section, {name: value for name, value in found.items() if value != []}, place)


def may_be_joined(section: str, first: Said, second: Said) -> bool:
    """Tell whether two entries with one id can be one: nothing that both say is said otherwise."""
    if section not in _TOLD_APART:
        return True
    names = (first.keys() & second.keys()) - _GATHERED - _OWN - {"note"}
    if any(first.get(name) != second.get(name) for name in names | _STRICT):
        return False
    held = [_keys(said.get("holders")) for said in (first, second)]
    return not all(held) or held[0] == held[1]


def join_items(section: str, said: Said, place: str) -> Said:
    """Return an entry in which nobody stands twice for one thing: what was said of two who are one is put together."""
    found = dict(said)
    for name in _INNER:
        if isinstance(said.get(name), list):
            found[name] = _each_once(name, said[name], place)
    if isinstance(came := found.get("attendance"), list):
        found["attendance"] = [_for_another(each, place) if isinstance(each, dict) else each for each in came]
    if isinstance(said.get("owners"), list):
        found["owners"] = list(dict.fromkeys(said["owners"]))
    if isinstance(rules := said.get("composition"), list):
        found["composition"] = [
            {**rule, "of": list(dict.fromkeys(of))}
            if isinstance(rule, dict) and isinstance(of := rule.get("of"), list)
            else rule
            for rule in rules
        ]
    if section == "posts":
        _leave_out_itself(found, place)
    return found


def _for_another(said: Said, place: str) -> Said:
    """Return who came, without a word of deputising where that is for themselves."""
    deputy, other = (_whole(said.get(name), place) for name in ("person", "deputisingFor"))
    return said if not other or deputy != other else {name: it for name, it in said.items() if name != "deputisingFor"}


def _leave_out_itself(said: Said, place: str) -> None:
    """Take out that a seat on a body is for that body, or filled by its own holder: it says nothing any more."""
    groups, board = _items(said, "onBehalfOf"), _whole(said.get("on"), place)
    left = [it for it in groups if _whole(it.get("organization"), place) != board]
    if len(left) < len(groups):
        said["onBehalfOf"] = left
    filling = said.get("filledByHolderOf")
    post = filling.get("post") if isinstance(filling, dict) else filling
    if post and said.get("id") and _whole(post, place) == _whole(said["id"], place):
        del said["filledByHolderOf"]


def _whole(value: Any, place: str) -> str:
    return whole_id(value, place) if isinstance(value, str) else ""


def _each_once(name: str, items: list[Any], place: str) -> list[Any]:
    first: dict[str, int] = {}
    found: list[Any] = []
    for item in items:
        given = {_SHORT[name]: item} if isinstance(item, str) and name in _SHORT else item
        key = _whole(_key(given), place) if isinstance(given, dict) and not given.get("id") else ""
        if not key or key not in first:
            first |= {key: len(found)} if key else {}
            found.append(item)
            continue
        at = first[key]
        before = found[at] if isinstance(found[at], dict) else {_SHORT[name]: found[at]}
        if name == "attendance" or _agree(before, given):
            found[at] = _one_of(before, given)
        else:
            found.append(given | {"id": _free(f"{key.partition('/')[2]}--again", found)})
    return found


def _one_of(first: Said, second: Said) -> Said:
    """Put two items about one together: what the first says holds."""
    cites = _united(first.get("cites"), second.get("cites"))
    return {**second, **first} | ({"cites": cites} if "cites" in first and "cites" in second else {})


def _free(wanted: str, items: list[Any]) -> str:
    taken = {item.get("id") for item in items if isinstance(item, dict)}
    return next(name for number in range(1, len(items) + 2) if (name := f"{wanted}-{number}") not in taken)


def _agree(first: Said, second: Said) -> bool:
    names = (first.keys() & second.keys()) - {"cites", "note", "id", *_WHO}
    return all(first[name] == second[name] for name in names) and first.get("until") == second.get("until")


def _with_own(said: Said, name: str) -> list[Any]:
    """List what stands in an entry, each item with what it has of the entry: the other may have other sources."""
    shared = {each: said[each] for each in ("cites", "certainty", "access") if each in said}
    return [shared | item for item in _items(said, name)]


def _items(said: Said, name: str) -> list[Said]:
    listed = as_list(said.get(name)) or []
    return [item if isinstance(item, dict) else {_SHORT.get(name, "organization"): item} for item in listed]


def _keys(items: Any) -> set[str]:
    return {_key(item) if isinstance(item, dict) else str(item) for item in as_list(items) or []}


def _key(item: Said) -> str:
    return next((str(item[name]) for name in _WHO if item.get(name)), "")


def _united(first: Any, second: Any) -> list[Any]:
    found: list[Any] = list(as_list(first) or [])
    return found + [each for each in as_list(second) or [] if each not in found]


def _rank(access: str) -> int:
    return _RANK.index(access) if access in _RANK else 0


FIRST, SECOND, BOTH = "first", "second", "both"


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that two entries say otherwise, and what is taken unless somebody says which."""

    name: str
    first: Any
    """None where the first does not say it."""
    second: Any
    usual: str
    is_list: bool
    """Whether both may be taken."""


def choices_of(first: Said, second: Said) -> list[Choice]:
    """List what two entries say otherwise: of lists both are taken, else the fuller text, else the first's.

    What stands in them (seats, employers), what they cite and who may see them is no choice: all of it is kept.
    """
    found = []
    for name in dict.fromkeys([*first, *second]):
        one, other = first.get(name), second.get(name)
        if one == other or name in _INNER or name in ("id", "cites", "access", "certainty", "doubts", "note"):
            continue
        is_list = name in _WORDS
        fuller = SECOND if one is None or (name in _TEXTS and len(str(other or "")) > len(str(one))) else FIRST
        found.append(Choice(name, one, other, BOTH if is_list else fuller, is_list))
    return found


def chosen(section: str, first: Said, second: Said, picks: Mapping[str, str], place: str) -> Said:
    """Return the entry that two become, with the value of each field that was picked; the first keeps its id."""
    found = joined(section, first, second, place)
    for choice in choices_of(first, second):
        pick = picks.get(choice.name, choice.usual)
        if choice.name == "name":
            found["alternateNames"] = _united(found.get("alternateNames"), [choice.first, choice.second])
        if pick == BOTH and choice.is_list:
            continue
        value = choice.second if pick == SECOND else choice.first
        if value is None:
            found.pop(choice.name, None)
        else:
            found[choice.name] = value
    if section in ("organizations", "people"):
        names = [name for name in found.get("alternateNames") or [] if name and name != found.get("name")]
        found["alternateNames"] = names
    return {name: value for name, value in found.items() if value != []}
