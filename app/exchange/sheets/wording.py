"""What the cells of a seat say in words of their own: its role, its vote, how its holder is chosen, who was there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.folding import folded
from app.domain.vocabulary import AttendanceKind, Basis, Role, Say, YesNoNotRecorded
from app.exchange.synonyms import SYNONYMS, plain

_YES = frozenset("yes y true 1 voting full ✓ ✔ x vote v one".split()) | {"full voting", "voting member", "yes voting"}
_NO = frozenset("no n false 0 nonvoting none observer ✗ ✘ non-voting advisory".split())
_NO |= {"non voting", "no vote", "not voting", "without vote", "non voting member", "no votes", "in attendance", "nv"}
TICKS = frozenset("x y yes ✓ ✔ 1 present true p".split())
_BASIS = {
    **dict.fromkeys(("co opted", "coopted", "co option", "cooption", "co optee", "coopted member"), Basis.CO_OPTED),
    **dict.fromkeys(("ex officio", "as of right", "by right", "by office", "exofficio"), Basis.EX_OFFICIO),
    **dict.fromkeys(("elected", "election", "by election", "elections", "annual election"), Basis.ELECTED),
    **dict.fromkeys(("appointed", "nominated", "selected", "appointment", "nomination", "nominee"), Basis.APPOINTED),
    **dict.fromkeys(("rota", "rotating", "rotation", "in turn", "by rotation"), Basis.ROTATING),
    **dict.fromkeys(("invited", "invitation", "by invitation"), Basis.INVITED),
}
_CHOOSING = re.compile(
    r"(?P<how>(?:co-?opted|elected|chosen|selected|appointed|nominated|ratified|approved|confirmed|invited|nominee|election"
    r"|appointment|nomination)(?:ly)?)\s+(?:by|of|from)\s+(?:the\s+)?(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SAYS: Mapping[str, tuple[Say | None, Basis]] = {
    "elected": (Say.ELECTS, Basis.ELECTED),
    "election": (Say.ELECTS, Basis.ELECTED),
    "chosen": (None, Basis.NOT_RECORDED),
    "selected": (Say.APPOINTS, Basis.APPOINTED),
    "appointed": (Say.APPOINTS, Basis.APPOINTED),
    "appointment": (Say.APPOINTS, Basis.APPOINTED),
    "nominated": (Say.NOMINATES, Basis.APPOINTED),
    "nomination": (Say.NOMINATES, Basis.APPOINTED),
    "nominee": (Say.NOMINATES, Basis.APPOINTED),
    "ratified": (Say.RATIFIES, Basis.NOT_RECORDED),
    "approved": (Say.RATIFIES, Basis.NOT_RECORDED),
    "confirmed": (Say.RATIFIES, Basis.NOT_RECORDED),
    "invited": (None, Basis.INVITED),
    "coopted": (Say.APPOINTS, Basis.CO_OPTED),
}
_DEPUTISING = re.compile(
    r"(?:present\W+)?(?:as\s+)?(?:a\s+)?(?:deputy|deputising|deputizing|deputised|substitut(?:e|ing)|sub|standing in"
    r"|in place)\s*(?:for|of)?\s*[:,-]?\s*(?P<whom>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STOOD_IN = re.compile(
    r"(?:s|subs?|subst|substitute[ds]?|deputy|dep|deputised|alternate|represented)(?:\s+(?:by|attended|sent|came|was))?"
    r"\s*(?:[:;,(–—-]+\s*|\s+(?!for\b|of\b)|$)(?P<who>[^()]*)\)?",
    re.IGNORECASE,
)
"""Somebody else came for the member in whose row this stands."""
_ATTENDED: Mapping[str, AttendanceKind] = {
    **dict.fromkeys(
        ("present", "yes", "y", "p", "x", "✓", "✔", "attended", "there", "1", "true"), AttendanceKind.PRESENT
    ),
    **dict.fromkeys(
        (
            "apologies",
            "apology",
            "apols",
            "apol",
            "ap",
            "apologies received",
            "a",
            "sent apologies",
            "absent with apologies",
            "excused",
        ),
        AttendanceKind.APOLOGIES,
    ),
    **dict.fromkeys(("guest", "visitor", "speaker"), AttendanceKind.GUEST),
    **dict.fromkeys(("in attendance", "attending", "observer", "officer"), AttendanceKind.IN_ATTENDANCE),
    **dict.fromkeys(("expected", "invited"), AttendanceKind.EXPECTED),
}
_PARTLY = re.compile(
    r"\s*[-–—,;:(]+\s*(?:(?:arrived |came )?late|left(?: early| at .*| \d.*)?|part(?:ly)?|in part"
    r"|part of (?:the )?meeting|online|virtual|remotely|by phone|(?:(?:via|on) )?(?:teams|zoom)|in person)\)?$"
)
"""For how long somebody was there, or from where, behind the word for that they were."""
_ABSENT = frozenset({"no", "n", "absent", "did not attend", "dna", "not present", "0", "false", "-", "none"})
_ABSENT |= {"✗", "✘", "☐", "did not come", "ab", "abs", "no apologies", "absent without apologies"}


@dataclass(frozen=True, slots=True)
class SaidVote:
    """What a cell says of a vote; it may say how the holder is chosen as well."""

    voting: YesNoNotRecorded
    basis: Basis = Basis.NOT_RECORDED


@dataclass(frozen=True, slots=True)
class SaidChoice:
    """How the holder of a seat is chosen, and by whom, as a text of one or more names."""

    basis: Basis
    say: Say | None = None
    who: str = ""


def role_in(text: str) -> Role | None:
    """Return the role that a seat's name is the word for: `Vice-Chairman` is a vice chair; None for any other name."""
    return _ROLES.get(plain(re.sub(r"\([^)]*\)", " ", text) if "(" in text else text))


_ROLES = {plain(role.value): role for role in Role if role is not Role.OTHER} | {
    plain(other): Role(word) for word, others in SYNONYMS["role"].items() for other in others.split(", ")
}
_ROLES |= {
    f"vice {word}": Role.VICE_CHAIR for word in ("chairman", "chairwoman", "chairperson", "convener", "convenor")
}
_ROLES |= {
    "deputy chairperson": Role.VICE_CHAIR,
    "observer non voting": Role.OBSERVER,
    "non voting observer": Role.OBSERVER,
}
_ONE_VOTE = re.compile(
    r"(?:(?:one|1|a|single|shared|joint|has|with|full)\s+)+votes?(?: (?:each|between \w+|shared|jointly))?"
)
"""Says of a seat that has a vote how many that are."""
_SO_MANY = re.compile(r"s\s*(?:\(\s*(?:x\s*)?|x\s*)(?P<number>[2-9]|1\d)\s*\)?$", re.IGNORECASE)
_SHORT_VICE = frozenset({"vice", "v/chair", "v. chair", "v chair", "dep chair", "dep. chair"})
_ROLES |= dict.fromkeys(_SHORT_VICE, Role.VICE_CHAIR)
_ROLES |= dict.fromkeys(("co chair", "joint chair", "co chairman", "interim chair", "acting chair"), Role.CHAIR)
_ONLY_A_WORD = frozenset("chairman chairwoman chairperson".split()) | {
    f"vice {word}" for word in ("chairman", "chairperson")
}
_ONLY_A_WORD |= _SHORT_VICE | frozenset({"member", "seat", "board member", "place", "full member", "ordinary member"})


def seats_in(text: str) -> int | None:
    """Return how many seats a name in the plural is for: `VCS reps (2)`; None where it says nothing of it."""
    found = _SO_MANY.search(" ".join(text.split()))
    return int(found["number"]) if found else None


def is_plain_seat(text: str) -> bool:
    """Tell whether a seat's name says no more than that it is one."""
    return plain(text) in _ONLY_A_WORD or (role_in(text) is not None and plain(text) == plain(str(role_in(text))))


def basis_in(text: str) -> Basis | None:
    """Return how a holder is chosen, where a text says nothing else, such as `ex officio`."""
    return _BASIS.get(folded(text))


def vote_in(text: str) -> SaidVote:
    """Read whether a seat has a vote; ValueError says what would be right."""
    voting, basis = YesNoNotRecorded.NOT_RECORDED, Basis.NOT_RECORDED
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;\n/()]+", text))):
        word = plain(part)
        if word in _NO:
            voting = YesNoNotRecorded.NO
        elif word in _YES or _ONE_VOTE.fullmatch(word):
            voting = YesNoNotRecorded.YES
        elif folded(part) in _BASIS:
            basis = _BASIS[folded(part)]
        elif word not in {"unknown", "not known", "?", "n", "not recorded", "tbc", "-", "n a"}:
            raise ValueError("expected voting or non-voting (or yes, no), and perhaps co-opted or ex officio")
    return SaidVote(voting, basis)


def choice_in(text: str) -> SaidChoice:
    """Read how somebody is chosen: `co-opted`, `Elected by the Reference Group`, or only by whom."""
    text = " ".join(text.split(" ")).strip(" .")
    basis = _BASIS.get(folded(re.sub(r"\([^)]*\)", " ", text)))
    if basis:
        return SaidChoice(basis)
    found = _CHOOSING.fullmatch(text)
    if not found:
        return SaidChoice(Basis.NOT_RECORDED, None, text)
    say, basis = _SAYS[found["how"].casefold().replace("-", "")]
    return SaidChoice(basis, say, found["who"].strip())


def stand_in(text: str) -> str | None:
    """Return who came in somebody's place, by a cell of that somebody's own row; empty where nobody says who.

    >>> stand_in("Sub (Kit Hale)"), stand_in("S"), stand_in("Sub for Al Jones"), stand_in("Present")
    ('Kit Hale', '', None, None)
    """
    found = _STOOD_IN.fullmatch(" ".join(text.split()).strip(" ."))
    return found["who"].strip(" .-") if found else None


def attendance_in(text: str) -> tuple[AttendanceKind | None, str]:
    """Read how somebody was at a meeting, and for whom, if as a deputy; None for whoever was not; or ValueError."""
    word = _PARTLY.sub("", " ".join(text.casefold().split()).strip(". "))
    if word in _ATTENDED:
        return _ATTENDED[word], ""
    if word in _ABSENT:
        return None, ""
    if found := _DEPUTISING.fullmatch(text.strip()):
        return AttendanceKind.DEPUTISING, found["whom"].strip()
    raise ValueError("expected Present, Apologies, Deputy for and a name, In attendance, Guest or Expected")
