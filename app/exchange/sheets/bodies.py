"""What sort of body a name says it is, for bodies that nobody recorded yet: by its own words, and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.folding import folded
from app.domain.vocabulary import Classification as Sort
from app.domain.vocabulary import OrganizationKind as Kind
from app.domain.vocabulary import Sector


@dataclass(frozen=True, slots=True)
class SortOfBody:
    """What a body is recorded as."""

    classification: Sort
    kind: Kind
    sector: Sector | None = None


_TOGETHER = Kind.COLLABORATION
_STATUTORY = SortOfBody(Sort.STATUTORY_BODY, Kind.FORMAL, Sector.STATUTORY)
_COUNCIL = SortOfBody(Sort.COUNCIL, Kind.FORMAL, Sector.STATUTORY)
_OTHER_COUNCILS = frozenset(
    "youth young school student students pupil parent parents arts sport sports skills research faith faiths interfaith"
    " churches trades tenants residents citizens peoples works staff users patients advisory joint british national"
    " executive medical dental nursing general consumer safety design film".split()
)
"""Words before `council` in the names of what is no local council."""
_IN_ITS_OWN_RIGHT = "integrated care board"
"""What is called a board and is the statutory body itself; its committees and groups are theirs."""
_BY_WORDS: tuple[tuple[str, SortOfBody], ...] = (
    ("local strategic partnership, lsp", SortOfBody(Sort.LSP, _TOGETHER)),
    ("reference group", SortOfBody(Sort.REFERENCE_GROUP, _TOGETHER)),
    ("steering group, steering committee", SortOfBody(Sort.STEERING_GROUP, _TOGETHER)),
    (
        "working group, task group, task and finish group, working party, task force",
        SortOfBody(Sort.WORKING_GROUP, _TOGETHER),
    ),
    ("project group, project board", SortOfBody(Sort.PROJECT_GROUP, _TOGETHER)),
    ("sub group, subgroup, sub committee, subcommittee", SortOfBody(Sort.SUB_GROUP, _TOGETHER)),
    ("forum", SortOfBody(Sort.FORUM, _TOGETHER)),
    ("network, alliance, coalition", SortOfBody(Sort.NETWORK, _TOGETHER)),
    ("committee, cttee, ctte", SortOfBody(Sort.COMMITTEE, _TOGETHER)),
    ("cabinet", SortOfBody(Sort.COMMITTEE, Kind.UNIT, Sector.STATUTORY)),
    ("panel", SortOfBody(Sort.PANEL, _TOGETHER)),
    (
        "residents association, tenants association, residents group",
        SortOfBody(Sort.COMMUNITY_GROUP, Kind.FORMAL, Sector.COMMUNITY),
    ),
    (
        "police, nhs, primary care trust, pct, hospital, hospitals, healthcare, jobcentre, probation, fire and rescue"
        ", ccg, icb, fire brigade, health trust, health authority, health board, combined authority, fire authority"
        ", national park authority",
        _STATUTORY,
    ),
    (
        "borough council, county council, city council, district council, town council, parish council, london borough",
        _COUNCIL,
    ),
    (
        "church, mosque, synagogue, temple, gurdwara, churches together",
        SortOfBody(Sort.FAITH_GROUP, Kind.FORMAL, Sector.FAITH),
    ),
    ("ltd, limited, plc, llp, chamber of commerce", SortOfBody(Sort.COMPANY, Kind.FORMAL, Sector.PRIVATE)),
    (
        "charity, age concern, age uk, mind, citizens advice, council for voluntary service, cvs, hospice, mencap"
        ", crossroads, community links, foundation",
        SortOfBody(Sort.CHARITY, Kind.FORMAL, Sector.VOLUNTARY),
    ),
    ("department, directorate, services, service, division", SortOfBody(Sort.DEPARTMENT, Kind.UNIT)),
    ("executive", SortOfBody(Sort.EXECUTIVE, _TOGETHER)),
    ("board, partnership, pship, bd", SortOfBody(Sort.PARTNERSHIP_BOARD, _TOGETHER)),
)
_SORTS = tuple((tuple(those.split(", ")), sort) for those, sort in _BY_WORDS)
_FIRST = frozenset(word.split()[0] for those, _ in _SORTS for word in those)
"""What the words begin with: of most names none is one of these, and nothing more is looked for."""
_A_BODY = frozenset(
    "council trust association society group concern school college university academy agency authority union club"
    " centre federation commission consortium housing company team office institute project scheme organisation"
    " organization"
    " assembly league fellowship ccg pct nhs".split()
)
"""Words that only bodies have in their names, and that do not tell which sort of body."""
_LISTS = frozenset(
    "list lists members membership seats reps representatives representation contacts sheet table".split()
)
_PEOPLE = frozenset(
    "people carers residents users patients parents families women men tenants adults children students refugees"
    " sector sectors volunteers communities community businesses survivors public citizens faiths veterans".split()
)
"""Words at the end of what people at large are called: older people, the voluntary sector."""
PEOPLE_AT_LARGE = SortOfBody(Sort.CONSTITUENCY, Kind.CONSTITUENCY)
NOT_SAID = SortOfBody(Sort.OTHER, Kind.FORMAL)
MEETS = SortOfBody(Sort.OTHER, _TOGETHER)


_SHORT = re.compile(r"(?P<name>.{6,}\S)\s*\((?P<short>[A-Z&][A-Za-z&]{0,8}[A-Z&])\)")


def without_short(name: str) -> tuple[str, str]:
    """Divide a name from the short one in brackets after it, if there is one.

    >>> without_short("Health & Wellbeing Board (HWB)"), without_short("Age UK (Bromley)")
    (('Health & Wellbeing Board', 'HWB'), ('Age UK (Bromley)', ''))
    """
    found = _SHORT.fullmatch(name) if name.endswith(")") else None
    return (found["name"], found["short"]) if found else (name, "")


def sort_of_body(name: str, *, meets: bool = False) -> SortOfBody:
    """Return what a body is by the words of its name; one that `meets` has members, so is not people at large."""
    return _sort_of(folded(name), meets=meets)


def _sort_of(words: str, *, meets: bool) -> SortOfBody:
    if words.endswith(_IN_ITS_OWN_RIGHT):
        return _STATUTORY
    found = (
        []
        if _FIRST.isdisjoint(words.split())
        else [sort for those, sort in _SORTS if any(f" {word} " in f" {words} " for word in those)]
    )
    if found:
        # The board of a health trust is a board.
        return next((sort for sort in found if meets and sort.kind is _TOGETHER), found[0])
    if _is_a_council(words.split()):
        return _COUNCIL
    if meets:
        return MEETS
    if words.split()[-1:] and words.rsplit(maxsplit=1)[-1] in _PEOPLE:
        return PEOPLE_AT_LARGE
    return NOT_SAID


def _is_a_council(words: Sequence[str]) -> bool:
    """Tell whether a name is that of a local council: `Haverley Council`, `the Council`, no youth council."""
    return words[-1:] == ["council"] and _OTHER_COUNCILS.isdisjoint(words)


def is_called_like_a_body(name: str) -> bool:
    """Tell whether a name has a word that bodies have in theirs, and people do not."""
    words = folded(name)
    return _sort_of(words, meets=True) is not MEETS or not _A_BODY.isdisjoint(words.split())


def is_the_name_of_a_body(name: str) -> bool:
    """Tell whether the name of a sheet is that of a body, and not of a list of some."""
    return is_called_like_a_body(name) and not _LISTS & set(folded(name).split())
