"""Small habits of English that answers need: articles, lists, numbers, the names of roles, the order of names."""

import re
import unicodedata
from collections.abc import Sequence

from app.domain.vocabulary import Role

_GROUP_NOUNS = frozenset(
    "association board commission committee council executive federation forum forums fund group groups network"
    " networks panel partnership programme service services sub-group subgroup team trust unit centre".split()
)
_COUNCILS = frozenset("borough city county district metropolitan parish town unitary".split())
"""What stands before `Council` in the name of a local authority, which takes no article: Clare County Council."""
_ROLE_NAMES = {
    Role.CHAIR: "chair",
    Role.VICE_CHAIR: "vice-chair",
    Role.MEMBER: "member",
    Role.OBSERVER: "observer",
    Role.SECRETARY: "secretary",
    Role.OFFICER: "officer",
    Role.ELECTED_MEMBER: "elected member",
    Role.OTHER: "other",
}


def role_name(role: Role) -> str:
    """Write a role as people say it: vice-chair for VICE_CHAIR."""
    return _ROLE_NAMES[role]


def with_article(name: str) -> str:
    """Write `the Mental Health Forum`, but `Bromley Mind` and `Clare County Council` as they are."""
    words = name.lower().split(" (")[0].split()
    if not words or words[0] in {"a", "an"}:
        return name
    if words[0] == "the":
        return f"the{name[3:]}"
    if words[-1] == "council" and len(words) > 2 and (words[-2] in _COUNCILS or words[-2].endswith("shire")):
        return name
    return f"the {name}" if words[-1] in _GROUP_NOUNS or words[0] == "council" else name


def listed(items: Sequence[str], last: str = "and") -> str:
    """Write `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Write `no bodies`, `one body`, `8 bodies`."""
    if number == 1:
        return f"one {singular}"
    return f"{number or 'no'} {plural or singular + 's'}"


def agree(number: int, one: str, many: str) -> str:
    """Return the verb for so many: `is` for one, `are` for none and several."""
    return one if number == 1 else many


def span(days: int) -> str:
    """Say how long some days are, in the unit in which a person would: days, months from 61 on, years from 730 on."""
    if days > 2 * 365:
        return f"over {counted(days // 365, 'year')}"
    return f"over {counted(days // 31, 'month')}" if days > 60 else counted(days, "day")


def name_order(name: str) -> tuple[tuple[tuple[bool, int, str], ...], str]:
    """Return what names are sorted by, as people look them up: `Adult and` before `Adult Services`, `Ward 2` before 10.

    Capitals, accents and punctuation do not count, nor does a leading `the`; names that differ in nothing else
    keep a fixed order.
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", plain)
    words = re.findall(r"[0-9]{1,18}|[^\W\d_]+|\d+", plain)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return tuple(
        (not w.isascii() or not w.isdigit(), int(w) if w.isascii() and w.isdigit() else 0, w) for w in words
    ), name


def ordinary(word: str) -> str:
    """Write a word of the vocabulary as people say it: `co-opted` for co_opted, `sub-group` for sub_group."""
    return _SAID.get(word, word.replace("_", " "))


_SAID = {
    "co_opted": "co-opted",
    "ex_officio": "as of right (ex officio)",
    "sub_group": "sub-group",
    "vice_chair": "vice-chair",
    "lsp": "Local Strategic Partnership",
    "setting_up": "being set up",
    "multi_agency": "several agencies together",
    "sub_group_of": "is a sub-group of",
    "reports_to": "reports to",
    "feeds_into": "feeds into",
    "member_of": "is a member of",
    "serviced_by": "is serviced by",
    "hosted_by": "is hosted by",
    "funded_by": "is funded by",
    "convened_by": "is convened by",
    "speaks_for": "speaks for",
    "linked_to": "is linked to",
    "succeeded_by": "was succeeded by",
}
