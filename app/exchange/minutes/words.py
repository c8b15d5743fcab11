"""How minutes call things: what heads a part of them, which words are roles, and what is the name of a person."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.folding import folded
from app.domain.honorifics import HONOURS, TITLES
from app.domain.vocabulary import AttendanceKind
from app.exchange.sheets.bodies import is_called_like_a_body

_ALSO_BODIES = frozenset(
    "communities homes housing community hub foundation library museum church diocese hospital nhs "
    "constabulary healthwatch"
    " regeneration carers mencap mind barnardos mosque borough county services school college university"
    " neighbourhood neighborhood business businesses credit inc llc district department state".split()
)
"""Words that are in the names of bodies, beside those that new bodies are sorted by."""
IsBody = Callable[[str], bool]
"""Tells whether a text is the name of a body that is known."""

_MEMBERS = (
    r"(?:(?:executive|board|committee|voting|full|core|ordinary|council|elected|co-?opted|lay|partner|forum"
    r"|group)[\s-]+)*"
)
_NUMBERED = re.compile(
    r"^\s*(?:item\s+)?(?:\d{1,3}(?:[./]\d{1,3})*[.)/:]?(?:\s*\([a-z]\))?|[ivx]{1,5}[.)]|[a-z][.)])\s+", re.IGNORECASE
)
_BODIES = r"(?:organi[sz]ations|groups|agencies|partners|bodies)"
PRESENT = (
    rf"(?:the following\s+)?(?:(?:those|{_MEMBERS}(?:members|councillors|trustees|representatives"
    rf"|directors|commissioners|partners))\s+)"
    r"?(?:present|attending|attended)(?:\s+(?:were|was))?"
    rf"|{_BODIES}\s+(?:present|represented|attending|in attendance)"
    r"|there were (?:also )?present|attend(?:ance|ees)(?: list)?|roll call"
    rf"|{_MEMBERS}(?:members|trustees|councillors|representatives)|(?:members|those) in attendance"
)
APOLOGIES = (
    r"(?:apolog(?:y|ies)(?:\s+and\s+resignations?)?|regrets|excused|members excused)"
    r"(?:\s+for\s+(?:absence|non-?attendance|inability to attend))?(?:\s+and\s+(?:substitut(?:es|ions)|deputies))?"
    r"(?:\s+(?:were|was|have been|had been|is|are))?(?:\s+(?:also\s+)?(?:received|given|accepted|noted"
    r"|sent|recorded|tendered|submitted)(?:\s+and\s+(?:accepted|noted|approved))?)?"
    r"(?:\s+(?:from|by|on behalf of|for))?"
    r"|(?:members\s+)?absent(?:\s+with\s+apolog(?:y|ies))|excused absences?"
)
ABSENT = r"(?:members\s+)?absent|not present|absent without (?:apology|apologies)|did not attend|unexcused"
IN_ATTENDANCE = (
    r"(?:also\s+)?in attendance(?:\s+(?:was|were))?|also (?:present|attending)(?:\s+(?:was|were))?"
    r"|non[\s-]+(?:executive|voting|member)[\s-]*(?:members|directors)?(?:\s+present)?|non[\s-]?members"
    r"|(?:council\s+|supporting\s+)?(?:officers|staff|advis[eo]rs|officials|secretariat)(?:\s+(?:present"
    r"|in attendance|attending))?"
)
GUESTS = (
    r"(?:guests?|visitors?|observers?|(?:guest |invited )?speakers?|presenters?|by invitation|invited(?: "
    r"guests)?)(?:\s+(?:present|in attendance))?"
)
DEPUTIES = (
    r"(?:substitutes?|substituting|deput(?:y|ies)|deputi[sz]ing|alternates?|substitute members"
    r"|named deputies)(?:\s+(?:members|present"
    r"|attending|in attendance))*"
)
_SORTS: tuple[tuple[str, AttendanceKind | None], ...] = (
    (DEPUTIES, AttendanceKind.DEPUTISING),
    (IN_ATTENDANCE, AttendanceKind.IN_ATTENDANCE),
    (GUESTS, AttendanceKind.GUEST),
    (APOLOGIES, AttendanceKind.APOLOGIES),
    (ABSENT, None),
    (PRESENT, AttendanceKind.PRESENT),
)
_WHOLE = [(re.compile(rf"(?:{pattern})", re.IGNORECASE), kind) for pattern, kind in _SORTS]
_BEGUN = [
    (re.compile(rf"(?:{pattern})\s*(?:[:;–—-]|\bwere\b|\bfrom\b(?=\s))\s*(?=\S)", re.IGNORECASE), kind)
    for pattern, kind in _SORTS
]
_PROSE = re.compile(
    rf"(?:the chair\w* \w+ (?:everyone|members|all)[^.]*\.\s+)?(?:(?:there were present"
    rf"|{APOLOGIES})\s*:?)\s+(?=(?:mr|mrs|ms|miss|dr|cllr|councillor|rev|[A-Z]))",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|by|were present|present)\s*:?\s*$|:\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What heads a part of minutes with people in it."""

    how: AttendanceKind | None
    """How those who stand under it were there; None for whoever was not, and sent no apologies."""
    text: str
    end: int
    """Where, in the text, what it heads begins."""


def unnumbered(text: str) -> int:
    """Return where a text begins after the number before it."""
    found = _NUMBERED.match(text)
    return found.end() if found else 0


def heading_in(text: str) -> Heading | None:
    """Read a text that heads people, alone or before them: `Apologies:`, `Present: A, B`, `Apologies from A`."""
    at = unnumbered(text)
    rest = text[at:]
    bare = rest.strip(" .:;–—-*").strip()
    if len(bare) <= 90:
        bare = re.sub(
            r"^(?:welcome(?:,)?|introductions?|introductions,)(?:\s*(?:,|and|&)\s*(?:introductions?(?:\s*(?:,|and|&)\s*)?)?)\s*",
            "",
            bare,
            flags=re.IGNORECASE,
        )
        for pattern, kind in _WHOLE:
            if pattern.fullmatch(bare):
                return Heading(kind, bare, len(text))
    for pattern, kind in _BEGUN:
        if found := pattern.match(rest):
            return Heading(kind, found[0].strip(" :;–—-"), at + found.end())
    if (found := _PROSE.match(rest)) and _FROM.search(found[0].rstrip()):
        kind = AttendanceKind.PRESENT if "present" in found[0].casefold() else AttendanceKind.APOLOGIES
        return Heading(kind, found[0].strip(" :"), at + found.end())
    return None


# Roles

_AT_MEETING = (
    r"(?:(?:acting|interim|joint|co|vice|deputy|in the)[\s-]+)*(?:chair(?:man|woman|person)?|convenor"
    r"|convener|cathaoirleach|leas-chathaoirleach)(?: of the \w+)?"
    r"|(?:hon(?:orary)?\.? )?(?:secretary|treasurer)|minutes?|minute[\s-]?(?:taker|secretary)|notes?"
    r"|note[\s-]?taker|clerk(?: to the (?:council|board|committee))?|facilitator"
    r"|(?:taking )?(?:the )?(?:minutes|notes)|scribe|(?:town|parish|assistant|deputy|council)\s+clerk"
    r"|recording secretary"
    r"|(?:non[\s-]+)?(?:executive|voting|co-?opted|lay|associate) members?|president|vice[\s-]president"
    r"|observer|guest|speaker|presenter|quorum"
)
_MEETING_ROLE = re.compile(_AT_MEETING, re.IGNORECASE)
_JOBS = frozenset(
    "officer manager director executive coordinator ordinator head lead leader adviser advisor commissioner consultant"
    " trustee engineer planner assistant inspector sergeant superintendent constable administrator worker accountant"
    " solicitor lawyer nurse doctor gp teacher headteacher principal curate vicar warden secretary "
    "treasurer clerk mayor"
    " ceo cfo coo analyst specialist practitioner organiser organizer supervisor surveyor architect editor journalist"
    " chaplain intern apprentice volunteer resident chair chairman chairwoman chairperson convenor cabinet"
    " representative rep delegate facilitator member governor librarian ranger steward deputy counsel attorney"
    " president vicepresident superintendant planner".split()
)


def is_at_meeting(text: str) -> bool:
    """Tell whether a text is a role at the meeting, such as chair or clerk."""
    return bool(_MEETING_ROLE.fullmatch(text.strip(" .")))


def is_job(text: str) -> bool:
    """Tell whether a text is what somebody is at a body: `Head of Housing`, `Community Development Officer`."""
    words = folded(text).split()
    if not words or len(words) > 10:
        return False
    if is_at_meeting(text):
        return True
    first = re.split(r"\b(?:of|for|to|at|with)\b", " ".join(words))[0].split()
    return bool(first) and (
        first[-1] in _JOBS or (len(first) > 1 and first[0] in {"head", "director", "chief"} and first[-1] in _JOBS)
    )


# Names

_PARTICLES = frozenset(
    "de der den van von da di du la le del della dos das al el bin ibn ap ab ní ni uí ui ó o mac nic mc y "
    "ter ten st".split()
)
_INITIAL = re.compile(r"(?:[A-Z]\.?[\s-]?){1,3}")
_NAME_WORD = re.compile(r"(?:[^\W\d_][’'.-]?)+")
_NOT_NAMES = frozenset(
    "the and of for to in on at by with from all none nobody members public apologies present meeting minutes action"
    " actions item agenda date time venue report reports update welcome introductions matters arising chair vacancy"
    " vacant tbc various others representing everyone two three four five six seven eight nine ten press noted resolved"
    " agreed received approved january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday no any other business quorum declaration declarations"
    " interest interests correspondence planning finance budget".split()
)

_ALSO_NAMES = frozenset("march april may june august day".split())
"""Words for times that people are called as well: June Abel, Jo May."""


def is_like_a_body(text: str) -> bool:
    """Tell whether a text has a word that the names of bodies have."""
    return is_called_like_a_body(text) or bool(_ALSO_BODIES & set(folded(text).split()))


def titles_of(words: list[str]) -> int:
    """Count the titles that begin a name; a single word is left as the name."""
    plain = [word.replace(".", "").casefold().rstrip(",") for word in words]
    found = 1 if len(plain) > 2 and plain[0] in _TIERS and _is_title(plain[1]) else 0
    while found < len(words) - 1 and _is_title(plain[found]):
        found += 1
    return found


_TIERS = frozenset("county district borough parish town city ward".split())
"""Words before the title of a councillor that say of which council."""
_ALSO_TITLES = frozenset(
    "clr councilmember councilman councilwoman councilor comm commissioner deputy senator alderwoman supervisor".split()
)


def _is_title(word: str) -> bool:
    return word in TITLES | _ALSO_TITLES or word.removesuffix("s") in {"cllr", "councillor", "councilor", "clr"}


def honours_of(words: list[str]) -> int:
    """Count the honours that end a name, which are written in capitals."""
    found = 0
    while found < len(words) - 1:
        word = words[-1 - found].replace(".", "").strip(",")
        if word.casefold() not in HONOURS or sum(letter.isupper() for letter in word) < 2:
            break
        found += 1
    return found


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name, with what stands around it."""

    prefix: str
    name: str
    suffix: str


def parts_of(text: str) -> NameParts:
    """Divide titles and honours from a name."""
    words = text.replace(",", " ").split()
    first = titles_of(words)
    last = honours_of(words[first:])
    return NameParts(
        " ".join(words[:first]), " ".join(words[first : len(words) - last]), " ".join(words[len(words) - last :])
    )


def is_a_name(text: str, known: IsBody) -> bool:
    """Tell whether a text may be the name of a person: a first name or initials and a surname, or a title and one."""
    text = text.strip(" .*")
    if not text or len(text) > 80 or any(letter.isdigit() for letter in text) or known(text):
        return False
    parts = parts_of(text)
    words = parts.name.split()
    if not words or len(words) > 5 or any(not _NAME_WORD.fullmatch(word) for word in words):
        return False
    plain = [folded(word) for word in words]
    if len(words) > 1 and not all(word in _ALSO_NAMES for word in plain):
        plain = [word for word in plain if word not in _ALSO_NAMES]
    if any(word in _NOT_NAMES for word in plain) or is_job(parts.name) or is_at_meeting(parts.name):
        return False
    if is_like_a_body(parts.name) and not (parts.prefix and len(words) < 4):
        return False
    if not all(word[0].isupper() or word.casefold() in _PARTICLES or word[:2] in {"d'", "d’"} for word in words):
        return False
    if len(words) == 1:
        return bool(parts.prefix) and len(words[0].strip(".")) > 1
    return len(words[-1].strip(".")) > 1 and words[-1][0].isupper() and not _all_short_capitals(words)


def _all_short_capitals(words: list[str]) -> bool:
    """Tell whether every word is an abbreviation, as in `NHS CCG`; a name in capitals has a longer one."""
    return all(word.isupper() and len(word) <= 4 for word in words)


def is_abbreviated(text: str) -> bool:
    """Tell whether a name has initials for its first names, or none of them."""
    words = parts_of(text).name.split()
    return len(words) < 2 or bool(_INITIAL.fullmatch(words[0]) and len(words[0].replace(".", "")) < 3)


def initials_of(name: str) -> str:
    """Return the initials of a name: `JHL` for `John Henry Looney`, `JFT` for `Jerry Foster-Turner`."""
    return "".join(word[0] for word in re.split(r"[\s-]+", parts_of(name).name) if word and word[0].isalpha()).upper()
