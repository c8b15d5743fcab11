"""Text that names people becomes people: with titles, bodies, roles and whom they stood in for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.folding import folded
from app.domain.vocabulary import AttendanceKind
from app.exchange.minutes.document import Piece
from app.exchange.minutes.finds import Certainty, FoundPerson
from app.exchange.minutes.words import (
    IsBody,
    initials_of,
    is_a_name,
    is_abbreviated,
    is_at_meeting,
    is_job,
    is_like_a_body,
    parts_of,
    unnumbered,
)

_CHUNK = re.compile(r";|\u2028|•|·")
_BETWEEN = re.compile(r",|\s[–—-]\s|\s?[–—]\s?|:\s|\s/\s")
_AND = re.compile(r"\s+(?:and|&)\s+|^(?:and|&)\s+|\s*/\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_DEPUTY = re.compile(
    r"\b(?:(?:deputi[sz]ing|deputised|deputy|substitut(?:e|ing|ed)|sub|standing in|stood in|attending|alternate|acting"
    r"|proxy|covering)\s+(?:for|on behalf of)|in (?:the )?place of|instead of|on behalf of|representing"
    r"|rep(?:\.|resentative)? (?:of|for)"
    r"|(?<=\s)for(?=\s+[A-Z])|^for(?=\s+[A-Z]))\s+",
    re.IGNORECASE,
)
_STOOD_IN = re.compile(
    r"^(?:(?:substitut\w*|deputy|sub|alternate|represented|replaced|deputi[sz]ed)\s*(?:is|was|by)?\s*:?\s+(?P<after>.+)"
    r"|(?P<before>.+?)\s+(?:deputi[sz]ing|deputised|substituting|substituted|attending|attended|stood in|standing in"
    r"|in (?:his|her|their) (?:place|stead)|as (?:deputy|substitute)))$",
    re.IGNORECASE,
)
_BARE_DEPUTY = re.compile(
    r"^(?:as )?(?:a )?(?:substitute|deputy|deputi[sz]ing|alternate|sub)(?: member)?$", re.IGNORECASE
)
_OF = re.compile(r"\s+(?:of|from|at)\s+(?:the\s+)?(?=[A-Z])")
_NOTE = re.compile(
    r"^(?:from|until|till|to|up to|left|arrived|joined|via|by|for|part|items?|agenda|during|virtual|online"
    r"|on zoom|remote|zoom|teams|by phone"
    r"|in person|hybrid|late|resign|apolog|dialled|dialed)(?:\b|ly|ed|ation).{0,60}$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"^(?:(?:due to|because of|on)\s+)?(?:ill(?:ness)?|sick(?:ness)?|unwell|work(?: commitments?)?"
    r"|holidays?|personal(?: reasons?)?|family(?: reasons?)?"
    r"|(?:annual |maternity |sick )?leave|bereavement|vacation|medical.*|other commitments?|prior "
    r"(?:engagement|commitment)s?|on leave)$",
    re.IGNORECASE,
)
"""Why somebody was not there: nobody else's business, and not kept."""
_CROWD = re.compile(
    r"^(?:and\s+)?(?:approximately\s+|about\s+|c\.?\s*)?(?:\d+|no|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\w+teen|twenty)"
    r"\s+(?:other\s+)?(?:members?\s+of\s+(?:the\s+)?(?:public|press)|residents?|people|observers?|members|others|apologies)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:there were )?(?:none|nil|no apologies|n/?a|no one|nobody|not applicable|-+)(?: (?:received|given))?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"^(?:(?:county|district|borough|town|city|parish)\s+)?(councillors|cllrs|councilors|messrs)\.?\s*:?\s+",
    re.IGNORECASE,
)
_SINGULAR = {"councillors": "Councillor", "cllrs": "Cllr", "councilors": "Councilor", "messrs": "Mr"}
_TITLED = re.compile(r"\s(?=(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Rev)\b)")
_MOST_ANDS = 12
"""Names with `and` between them that are looked at from the last to the first."""
_THE = re.compile(r"^(?:the|our)\s+", re.IGNORECASE)
_CLEAN = " \t.*•·-–—,;:"


@dataclass(slots=True)
class _Reading:
    """How far a chunk has been read."""

    how: AttendanceKind
    known: IsBody
    title: str = ""
    """A title before several names."""
    waiting: str = ""
    """A role that stands before the name."""
    is_one_a_line: bool = False
    """Whether what stands after a comma is where people are from, as in a list with one of them a line."""


def people_in(
    piece: Piece, how: AttendanceKind, known: IsBody, *, is_one_a_line: bool = False
) -> tuple[list[FoundPerson], list[Piece]]:
    """Read whom a text names; also give the parts of it that were not understood.

    With `is_one_a_line` it names one person, and what stands after a comma says more of them.
    """
    found: list[FoundPerson] = []
    left: list[Piece] = []
    for chunk in piece.split(_CHUNK):
        people, rest = _chunk(_cleaned(chunk), _Reading(how, known, is_one_a_line=is_one_a_line))
        found += people
        left += rest
    return found, left


def _cleaned(piece: Piece) -> Piece:
    text = piece.text
    at = unnumbered(text)
    begun = text[at:].lstrip(_CLEAN)
    start = at + len(text[at:]) - len(begun)
    return piece.part(start, start + len(begun.rstrip(" .*•,;:")))


def _tokens(chunk: Piece) -> Iterator[tuple[Piece, bool]]:
    """Give the parts of a chunk, each with whether it stood in brackets."""
    at = 0
    for match in _BRACKETS.finditer(chunk.text):
        yield from ((piece, False) for piece in chunk.part(at, match.start()).split(_BETWEEN))
        group = 1 if match[1] is not None else 2
        yield chunk.part(*match.span(group)), True
        at = match.end()
    yield from ((piece, False) for piece in chunk.part(at).split(_BETWEEN))


def _chunk(chunk: Piece, reading: _Reading) -> tuple[list[FoundPerson], list[Piece]]:
    found: list[FoundPerson] = []
    left: list[Piece] = []
    deputies: list[FoundPerson] = []
    if plural := _PLURAL.match(chunk.text):
        reading.title = _SINGULAR[plural[1].casefold()]
        chunk = chunk.part(plural.end())
    for token, in_brackets in _tokens(chunk):
        piece = _cleaned(token) if not in_brackets else token
        if not piece or _NOBODY.match(piece.text) or _CROWD.match(token.text.strip(_CLEAN)):
            continue
        if found and (in_brackets or _is_of_the_last(piece, chunk, reading)):
            if deputy := _stand_in(piece, found[-1], reading):
                deputies.append(deputy)
            else:
                found[-1] = _with(found[-1], piece, reading)
            continue
        people = _named(piece, reading)
        if people:
            found += people
        elif found:
            found[-1] = _with(found[-1], piece, reading)
        elif is_job(piece.text) or _THE.match(piece.text):
            reading.waiting = _THE.sub("", piece.text)
        else:
            left.append(piece)
    return found + deputies, left


def _is_of_the_last(piece: Piece, chunk: Piece, reading: _Reading) -> bool:
    """Tell whether a part that may be a name says where the one before it is from: it stands after a dash."""
    if parts_of(piece.text).prefix:
        return False
    before = chunk.text[: piece.start - chunk.start].rstrip()
    return before.endswith(("–", "—", " -")) or (reading.is_one_a_line and before.endswith(","))


def _named(piece: Piece, reading: _Reading) -> list[FoundPerson]:
    """Read a part that names one person, or several between which there is an `and`."""
    text = piece.text
    if match := _DEPUTY.search(text):
        before, whom = piece.part(0, match.start()), piece.part(match.end())
        people = _named(before, reading) if before else []
        return [*people[:-1], _for(people[-1], whom, reading)] if people else []
    if plural := _PLURAL.match(text):
        reading.title = _SINGULAR[plural[1].casefold()]
        piece = piece.part(plural.end())
        text = piece.text
    if reading.known(text) or _is_name(text, reading):
        return [] if reading.known(text) else [_person(piece, reading)]
    return _several(piece, reading) or _named_after_a_role(piece, reading)


def _several(piece: Piece, reading: _Reading) -> list[FoundPerson]:
    """Read names with `and` between them, or a name and where they are from."""
    text = piece.text
    halves = [_cleaned(half) for half in piece.split(_AND)]
    if len(halves) > 1 and all(_is_name(half.text, reading) for half in halves):
        return [_person(half, reading) for half in halves]
    if len(halves) == 1 and _AND.match(text):
        return _named(halves[0], reading)
    if (the := _THE.match(text)) and parts_of(text[the.end() :]).prefix:
        return _named(piece.part(the.end()), reading)
    if 1 < len(halves) <= _MOST_ANDS and parts_of(halves[-1].text).prefix and _is_name(halves[-1].text, reading):
        *_, last = _AND.finditer(text)
        if people := _named(piece.part(0, last.start()), reading):
            return [*people, _person(halves[-1], reading)]
    if (match := _OF.search(text)) and _is_name(text[: match.start()], reading):
        return [_with(_person(piece.part(0, match.start()), reading), piece.part(match.end()), reading)]
    return []


def _named_after_a_role(piece: Piece, reading: _Reading) -> list[FoundPerson]:
    """Read a role, and then a name with a title: `the Clerk Ms J Doe`."""
    match = _TITLED.search(piece.text)
    role = _THE.sub("", piece.text[: match.start()]) if match else ""
    if not match or not is_job(role):
        return []
    reading.waiting = role
    return _named(piece.part(match.end()), reading)


def _is_name(text: str, reading: _Reading) -> bool:
    if is_a_name(text, reading.known):
        return True
    return bool(reading.title) and len(text) > 2 and text.isalpha() and text.istitle() and not is_like_a_body(text)


def _person(piece: Piece, reading: _Reading) -> FoundPerson:
    parts = parts_of(piece.text)
    certainty, reason = Certainty.SURE, ""
    if is_abbreviated(piece.text):
        certainty, reason = Certainty.LIKELY, "Only a surname, or initials and a surname."
    name = parts.name
    if name.isupper() and len(name) > 4:
        name = " ".join(_cased(word) for word in name.split())
        certainty, reason = Certainty.LIKELY, "The name stands in capitals: see to the small letters."
    if parts.prefix:
        reading.title = ""
    found = FoundPerson(
        at=piece, name=name, prefix=parts.prefix or reading.title, suffix=parts.suffix, how=reading.how,
        certainty=certainty, reason=reason,
    )  # fmt: skip
    if reading.waiting:
        found = _with(found, replace(piece, text=reading.waiting), reading)
        found, reading.waiting = replace(found, at=piece), ""
    return found


def _cased(word: str) -> str:
    """Return a word in capitals as a name has it: `O'BRIEN` as `O'Brien`, `MCKAY` as `McKay`."""
    word = re.sub(r"[^\W\d_]+", lambda it: it[0].capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda it: f"Mc{it[1].upper()}", word)


def _with(person: FoundPerson, piece: Piece, reading: _Reading) -> FoundPerson:
    """Return a person with what a text after the name says of them."""
    text = _cleaned(piece).text
    if not text or _REASON.match(text):
        return person
    if match := _DEPUTY.search(text):
        before, whom = text[: match.start()].strip(_CLEAN), piece.part(match.end())
        person = _with(person, Piece(before, piece.start), reading) if before else person
        return _for(person, whom, reading)
    if _BARE_DEPUTY.match(text):
        reason = "A deputy: for whom is not said here."
        return replace(person, how=AttendanceKind.DEPUTISING, certainty=Certainty.LOOK, reason=reason)
    if text.isupper() and folded(text) == folded(initials_of(person.name)) and not reading.known(text):
        return replace(person, initials=text)
    if is_at_meeting(text):
        return replace(person, capacity=f"{person.capacity}, {text}" if person.capacity else text)
    if _NOTE.match(text) and not reading.known(text):
        return replace(person, note=f"{person.note}; {text}" if person.note else text)
    return _at_a_body(person, text, reading)


def _at_a_body(person: FoundPerson, text: str, reading: _Reading) -> FoundPerson:
    if parts := _job_at(text):
        return _at_a_body(replace(person, role=parts[0]), parts[1], reading)
    if is_job(text) and not reading.known(text):
        return replace(person, role=f"{person.role}, {text}" if person.role else text)
    inner = [part.strip() for part in text.split(",")]
    if len(inner) > 1 and not reading.known(text):
        for part in inner:
            person = _with(person, Piece(part, person.at.start), reading) if part else person
        return person
    if not person.organization:
        return replace(person, organization=_THE.sub("", text) if text.startswith("the ") else text)
    if reading.known(person.organization) or not (is_like_a_body(text) or reading.known(text)):
        return replace(person, note=f"{person.note}; {text}" if person.note else text)
    # "Adult Services, Bromley Council": a part of a body, and then the body.
    role = f"{person.role}, {person.organization}" if person.role else person.organization
    reason = f"Two bodies after the name: {person.organization} is taken for a part of {text}, or is somebody's name."
    return replace(person, organization=text, role=role, certainty=Certainty.LOOK, reason=reason)


def _job_at(text: str) -> tuple[str, str] | None:
    """Divide `Head of Housing at Age UK` into a job and a body."""
    for match in re.finditer(r"\s+(?:at|with|for|from)\s+(?:the\s+)?(?=[A-Z])", text):
        if is_job(text[: match.start()]):
            return text[: match.start()], text[match.end() :]
    return None


def _for(person: FoundPerson, whom: Piece, reading: _Reading) -> FoundPerson:
    """Return a person who stood in for somebody, or spoke for a body."""
    whom = _cleaned(whom)
    name, comma, rest = whom.text.partition(",")
    bracket = _BRACKETS.search(whom.text)
    if bracket:
        name, comma, rest = whom.text[: bracket.start()], ",", bracket[1] or bracket[2] or ""
    if is_a_name(name.strip(), reading.known):
        person = replace(person, how=AttendanceKind.DEPUTISING, deputising_for=parts_of(name.strip()).name)
        return _with(person, Piece(rest.strip(), whom.start), reading) if comma and rest.strip() else person
    return _at_a_body(person, whom.text, reading) if whom else person


def _stand_in(piece: Piece, member: FoundPerson, reading: _Reading) -> FoundPerson | None:
    """Return who stood in for somebody, where brackets after the one name the other."""
    match = _STOOD_IN.match(piece.text)
    if not match:
        return None
    group = "after" if match["after"] else "before"
    name = piece.part(*match.span(group))
    if not is_a_name(name.text, reading.known):
        return None
    deputy = _person(name, _anew(reading))
    reason = f"Named beside {member.name}."
    return replace(
        deputy,
        how=AttendanceKind.DEPUTISING,
        deputising_for=member.name,
        organization=member.organization,
        certainty=Certainty.LIKELY,
        reason=reason,
    )


def _anew(reading: _Reading) -> _Reading:
    """Return a reading that begins anew."""
    return _Reading(reading.how, reading.known)
