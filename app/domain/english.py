"""Small habits of English that answers need: articles, lists, numbers and their verbs, names and their order."""

import re
import unicodedata
from collections.abc import Sequence

from app.domain.dates import spoken, when
from app.domain.vocabulary import Role

_GROUP_NOUNS = frozenset(
    "agreement alliance assembly association authority board bureau cabinet chamber club coalition commission"
    " committee community conference consortium council department executive federation forum forums fund group groups"
    " lsp network networks panel partnership programme project scheme secretariat sector service society strategy"
    " sub-group subgroup team trust unit union centre".split()
)
_OF_PLACES = frozenset("archdiocese borough city college county diocese district parish town university".split())
"""What takes an article before `of`: the London Borough of Bromley."""
_SEVERAL = frozenset("boards committees forums groups networks panels sets sub-groups subgroups teams".split())
"""What several alike are called, in small letters: they take an article where they are somebody's, as in `of the`."""
_COUNCILS = frozenset("borough city county district metropolitan parish town unitary".split())
"""What stands before `Council` in the name of a local authority, which takes no article: Clare County Council."""
_OF_COUNCILS = frozenset(
    "advisory city community county disability district executive faith general health interfaith joint local national"
    " parish police regional research school student tenant town voluntary welfare youth".split()
)
"""What tells of a `Council` of two words that it is no authority named by its place: the Youth Council."""
_JOINTS = re.compile(r",? (?:of|for|on|to|in|at|with) |, ")
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
    """Write `the Mental Health Forum`, but `Bromley Mind`, `Clare County Council` and `Faith groups` as they are."""
    plain = name.split(" (", maxsplit=1)[0]
    words = plain.split()
    if not words or words[0].lower() in {"a", "an"}:
        return name
    if words[0].lower() == "the":
        return f"the{name[3:]}"
    first, *further = _JOINTS.split(plain)
    noun = (first.split() or [""])[-1]
    if noun in _SEVERAL or words[-1] in _SEVERAL:
        return f"the {name}" if noun in _SEVERAL and " the " in plain else name
    if re.match("[A-Z&]{2,}'s ", plain):
        return name
    if noun.lower() in _OF_PLACES and f"{first} of " in plain:
        return f"the {name}"
    others = (part for part in further if not part.startswith("the "))
    return f"the {name}" if any(_is_a_group(part.lower().split()) for part in (first, *others)) else name


def _is_a_group(words: Sequence[str]) -> bool:
    """Tell whether words end in what people work together in, and are not the name of a local authority."""
    if not words or words[-1] not in _GROUP_NOUNS:
        return False
    before = words[-2:-1]
    if words[-1] != "council" or not before:
        return True
    if len(words) == 2:
        return before[0] in _OF_COUNCILS or before[0].endswith(("s", "s'"))
    return not (before[0] in _COUNCILS or before[0].endswith("shire"))


def indefinite(noun: str) -> str:
    """Write `a board`, `an executive`, `an LSP`, `a unit`."""
    word = re.split(r"[\s-]", noun, maxsplit=1)[0]
    if len(word) > 1 and word.isupper():
        return f"{'an' if word[0] in 'AEFHILMNORSX' else 'a'} {noun}"  # said letter by letter: an LSP, a PCT
    sounds = re.match(r"(?i)(?!un[ia]|use|one|eu)[aeiou]|hono", noun)
    return f"{'an' if sounds else 'a'} {noun}"


def capitalized(text: str) -> str:
    """Begin with a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str], last: str = "and") -> str:
    """Write `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def figure(number: int, none: str = "none") -> str:
    """Write a number within a sentence: `none`, `one`, `2`, `1,234`."""
    return (none if not number else "one") if number < 2 else f"{number:,}"


def plural(word: str) -> str:
    """Write a noun, or the last one of a phrase, for several: `seats`, `bodies`, `members of boards`."""
    first, of, rest = word.partition(" of ")
    ending = "ies" if re.search("[^aeiou]y$", first) else "s"
    return f"{first.removesuffix('y') if ending == 'ies' else first}{ending}{of}{rest}"


def counted(number: int, singular: str, many: str | None = None) -> str:
    """Write `no bodies`, `one body`, `8 bodies`, `1,234 bodies`."""
    return f"{figure(number, 'no')} {singular if number == 1 else many or plural(singular)}"


def numbered(number: int, singular: str, many: str | None = None) -> str:
    """Write `0 problems`, `1 problem`, `1,234 problems`: in reports of programs, where numbers are looked for."""
    return f"{number:,} {singular if number == 1 else many or plural(singular)}"


def agree(number: int, one: str, many: str) -> str:
    """Return the verb for so many: `is` for one, `are` for none and several."""
    return one if number == 1 else many


def are(number: int) -> str:
    """Return `is` for one, `are` for none and several."""
    return agree(number, "is", "are")


def and_more(number: int, what: str = "") -> str:
    """Say how many are not named: `and one more`, `and 3 more sources`."""
    return f"and {figure(number)} more{f' {what if number == 1 else plural(what)}' if what else ''}"


def verb_of_several(verb: str) -> str:
    """Return the verb that several take: `report to` for `reports to`, `are members of` for `is a member of`."""
    first, *rest = verb.split()
    first = {"is": "are", "was": "were", "has": "have", "does": "do"}.get(first, first.removesuffix("s"))
    rest = [{"a": "", "sub-group": "sub-groups", "member": "members"}.get(word, word) for word in rest]
    return " ".join(word for word in (first, *rest) if word)


def names_several(people: str) -> bool:
    """Tell whether the name of people at large takes the verb of several: `Carers`, and not `The voluntary sector`."""
    first = re.split(r" (?:of|for|with|in|who|on|at|other) ", people)[0].split()
    return bool(first) and (first[-1].lower() in {"people", "children"} or re.search("[^s]s$", first[-1]) is not None)


def choose_place(places: int) -> str:
    """Say, over an answer of one place, how many there are to choose from."""
    if not places:
        return "No place is recorded yet."
    which = agree(places, "choose it", "choose one of them")
    return f"{capitalized(counted(places, 'place'))} {are(places)} recorded: {which} above."


def dated(newest: str, oldest: str | None) -> str:
    """Say how old sources are: `in January 2010`, or `from 2007 to January 2010` where the oldest is another."""
    return f"from {spoken(oldest)} to {spoken(newest)}" if oldest and oldest != newest else when(newest)


def before_everything(on: str, oldest: str | None) -> bool:
    """Tell whether a day lies before the oldest source, when nothing was recorded yet."""
    return oldest is not None and on[: len(oldest)] < oldest


def as_recorded(newest: str | None, said: str, oldest: str | None = None) -> str:
    """Begin a sentence with the date of its newest source: `As recorded in January 2010, the Board has one seat`.

    With the date of its `oldest` source, too, where that is another: `As recorded from 2007 to January 2010, ...`.
    """
    if not newest:
        return capitalized(said)
    return f"As recorded {dated(newest, oldest)}, {said}"


def years(number: float) -> str:
    """Write a length in years: `one year`, `2 years`, `2.5 years`, `half a year`."""
    if number == int(number):
        return counted(int(number), "year")
    return "half a year" if number == 0.5 else f"{number:g} years"


def span(days: int) -> str:
    """Say how long some days are, in the unit in which a person would: days, months from two on, years from two on."""
    if days >= 2 * 365:
        return f"over {counted(days // 365, 'year')}"
    months = days * 12 // 365
    return f"over {counted(months, 'month')}" if months >= 2 else counted(days, "day")


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
    "constituency": "people at large",
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
