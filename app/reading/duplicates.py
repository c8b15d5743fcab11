"""Which of many bodies and people may be one, and why: a pure function, for what is recorded and for what may come in.

Names are compared as the search compares them, without titles and without the name of their place. Within a place all
names are compared with each other in bulk; of two places only what has one name, or one number in a register.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from rapidfuzz import fuzz, process

from app.domain.english import and_more, listed
from app.domain.folding import folded, untitled
from app.reading.likely import SMALL_WORDS

ENOUGH = 50.0
"""How likely a pair has to be to be proposed."""
_NEAR, _WORD_NEAR = 86.0, 74.0
"""How like whole names are, and each word that differs, that may be one name misspelt."""
_MOST_ALIKE = 12
"""Bearers of one name in several places: a name of more is a common one."""
_MOST_COMPARED = 1_500
"""Names of one place and sort that are all compared with each other; of more, those that begin alike."""
_LONGEST = 200
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Candidate:
    """A body or a person as far as it may be taken for another."""

    id: str
    label: str
    """`Organization` or `Person`."""
    names: tuple[str, ...]
    """Every name it has, the current one first."""
    place: str
    place_name: str = ""
    classification: str = ""
    identifiers: frozenset[str] = frozenset()
    """Numbers in registers: `GB-CHC 1069538`."""
    bodies: frozenset[str] = frozenset()
    """Of a person, the bodies they sit on or work for; of a body, those that a line joins it with."""
    meetings: frozenset[str] = frozenset()

    @cached_property
    def compared(self) -> tuple[str, ...]:
        """Every name as it is compared."""
        return tuple(dict.fromkeys(filter(None, map(self._one, self.names))))

    def _one(self, name: str) -> str:
        if self.label == "Person":
            return untitled(folded(_IN_BRACKETS.sub(" ", name[:_LONGEST])) or folded(name[:_LONGEST]))
        text = folded(name[:_LONGEST])
        place = folded(self.place_name)
        text = text.removeprefix("the ")
        for short in (text.removeprefix(f"{place} "), text.removesuffix(f" {place}").removesuffix(" in")):
            if place and short != text and " " in short and short.split()[-1] not in SMALL_WORDS:
                return short
        return text

    @cached_property
    def short(self) -> frozenset[str]:
        """What people make of its names: the first letters of their words."""
        found = set()
        for name in map(folded, self.names):
            words = name.split()
            if len(words) > 2:
                found |= {"".join(it[0] for it in words), "".join(it[0] for it in words if it not in SMALL_WORDS)}
        return frozenset(each for each in found if len(each) > 2)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two that may be one, and why."""

    first: Candidate
    second: Candidate
    score: float
    """The more, the likelier; from `ENOUGH` on."""
    evidence: tuple[str, ...] = field(default=())
    """What speaks for it and against it, in sentences."""


def likely_same(
    candidates: Sequence[Candidate],
    against: Sequence[Candidate] | None = None,
    *,
    apart: Collection[frozenset[str]] = (),
    named: Mapping[str, str] | None = None,
) -> list[Likeness]:
    """Return the pairs that may be one, the likeliest first.

    All candidates are compared with each other; or, with `against`, each with those alone, as what may come in is with
    what is there. `apart` are pairs of ids that somebody said are two; `named` has the names of bodies by id.
    """
    known = {it.id: it for it in (*candidates, *(against or ()))}
    new = {it.id for it in candidates} if against is not None else None
    found = []
    for one, other in sorted(_pairs(list(known.values()), new)):
        if frozenset((one, other)) in apart:
            continue
        likeness = _weighed(known[one], known[other], named or {})
        if likeness.score >= ENOUGH:
            found.append(likeness)
    return sorted(found, key=lambda it: (-it.score, it.first.id, it.second.id))


def _pairs(candidates: Sequence[Candidate], new: Collection[str] | None) -> set[tuple[str, str]]:
    """Find the pairs that are worth a closer look; where some are `new`, those of a new one and another."""
    found: set[tuple[str, str]] = set()
    same: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    of_place: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for it in candidates:
        of_place[it.label, it.place].append(it)
        for key in {*it.compared, *(f"# {number}" for number in it.identifiers)}:
            same[it.label, key].append(it)
    for bearers in same.values():
        if len(bearers) <= _MOST_ALIKE:
            found |= {_pair(*two) for two in combinations(bearers, 2)}
    for group in of_place.values():
        for block in _blocks(group):
            found |= set(_near(block, new))
    return found if new is None else {(one, other) for one, other in found if (one in new) != (other in new)}


def _pair(one: Candidate, other: Candidate) -> tuple[str, str]:
    first, second = sorted((one.id, other.id))
    return first, second


def _blocks(group: list[Candidate]) -> Iterable[list[Candidate]]:
    if len(group) <= _MOST_COMPARED:
        return [group]
    blocks: dict[str, list[Candidate]] = defaultdict(list)
    for it in group:
        blocks[it.compared[0][:2] if it.compared else ""].append(it)
    return blocks.values()


def _near(group: Sequence[Candidate], new: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """Find pairs in a group whose names are spelt alike, or of which one may be short for the other."""
    begins = None
    if new is not None:
        group = [it for it in group if it.id in new] + (others := [it for it in group if it.id not in new])
        begins = sum(len(it.compared) for it in group) - sum(len(it.compared) for it in others)
    owners = [it for it in group for _ in it.compared]
    names = [name for it in group for name in it.compared]
    ordered = [" ".join(sorted(name.split())) for name in names]
    shorts: dict[str, list[Candidate]] = defaultdict(list)
    for it in group:
        for short in it.short:
            shorts[short].append(it)
    surnames: dict[str, list[Candidate]] = defaultdict(list)
    those = ordered[begins:] if begins is not None else []
    for at, (it, name) in enumerate(zip(owners, names, strict=True)):
        first = at + 1 if begins is None else begins
        if begins is None or at < begins:
            beyond = ordered[first:] if begins is None else those
            near = process.extract(ordered[at], beyond, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
            yield from (_pair(it, other) for _, _, after in near if (other := owners[first + after]).id != it.id)
        yield from (_pair(it, other) for other in shorts.get(name, ()) if other.id != it.id)
        if it.label == "Person" and " " in name:
            surnames[name.rpartition(" ")[2]].append(it)
    for bearers in surnames.values():
        if len(bearers) <= _MOST_ALIKE:
            for one, other in combinations(bearers, 2):
                if one.id != other.id and _initial(one, other):
                    yield _pair(one, other)


def _weighed(one: Candidate, other: Candidate, named: Mapping[str, str]) -> Likeness:
    score, evidence = _by_name(one, other)
    if one.label == "Organization" and one.place != other.place and not _names(one) & _names(other):
        # Every place has its council: without the name of the place nothing is left that tells them apart.
        score, evidence = 0.0, []
    if shared := sorted(one.identifiers & other.identifiers):
        score = max(score + 20, 85.0)
        evidence.append(f"They have one number in a register: {listed(shared)}.")
    if one.place != other.place:
        score -= 15 if one.label == "Person" or shared else 30
        evidence.append(f"They are of two places: {one.place_name or one.place} and {other.place_name or other.place}.")
    if one.label == "Person":
        score += _by_company(one, other, named, evidence)
    else:
        if one.classification and other.classification and one.classification != other.classification:
            score -= 12
            sorts = " and ".join(it.classification.replace("_", " ") for it in (one, other))
            evidence.append(f"They are of two sorts: {sorts}.")
        if other.id in one.bodies or one.id in other.bodies:
            score -= 40
            evidence.append("A line leads from one to the other, so somebody knew both.")
        if both := (one.bodies & other.bodies) - {one.id, other.id}:
            score += 5
            evidence.append(f"Lines join both with {_few(both, named)}.")
    return Likeness(one, other, score, tuple(evidence))


def _names(it: Candidate) -> set[str]:
    return set(map(folded, it.names))


def _by_company(one: Candidate, other: Candidate, named: Mapping[str, str], evidence: list[str]) -> float:
    score = 0.0
    if both := one.bodies & other.bodies:
        score += 8 if len(both) == 1 else 12
        evidence.append(f"Both sit on, or work for, {_few(both, named)}.")
    if together := len(one.meetings & other.meetings):
        score -= 45
        meetings = "one meeting" if together == 1 else f"{together} meetings"
        evidence.append(f"Both were at {meetings} together, so they may well be two.")
    elif min(len(one.meetings), len(other.meetings)) > 1:
        score += 4
        evidence.append("They were never at the same meeting.")
    return score


def _few(ids: Collection[str], named: Mapping[str, str]) -> str:
    names = sorted(named.get(id_, id_) for id_ in ids)
    return listed(names) if len(names) <= 3 else listed([*names[:2], and_more(len(names) - 2).removeprefix("and ")])


def _by_name(one: Candidate, other: Candidate) -> tuple[float, list[str]]:
    """Say how far two go by one name: what it is called before what else it is called, before what is like it."""
    first, second = one.names[0], other.names[0]
    if first.casefold() == second.casefold():
        return 90.0, ["They have the same name."]
    if one.compared and other.compared and one.compared[0] == other.compared[0]:
        titles = "a title, " if one.label == "Person" else "the name of the place, "
        return 86.0, [f"Their names are the same but for {titles}signs or accents."]
    for known in one.compared:
        if known in other.compared:
            return 78.0, [f"Both are called “{_as_written(known, one)}”."]
    best, says = 0.0, list[str]()
    for name in one.compared:
        for another in other.compared:
            score = _spelt(name, another)
            if score > best:
                written, differently = _as_written(name, one), _as_written(another, other)
                best, says = score, [f"Their names are spelt nearly the same: “{written}” and “{differently}”."]
    for it, its in ((one, other), (other, one)):
        if best < 64 and (short := next((name for name in it.compared if name in its.short), "")):
            best, says = 64.0, [f"“{_as_written(short, it)}” may be short for “{its.names[0]}”."]
    if best < 58 and one.label == "Person" and (two := _initial(one, other)):
        best, says = 58.0, [f"“{two[0]}” may be short for “{two[1]}”."]
    return best, says


def _spelt(name: str, another: str) -> float:
    """Say how far one name may be the other misspelt: each word that differs is like one of the other's."""
    words, others = name.split(), another.split()
    left = [word for word in words if word not in others and word not in SMALL_WORDS]
    right = [word for word in others if word not in words and word not in SMALL_WORDS]
    if not left and not right:
        return 80.0
    if len(left) != len(right):
        return 78.0 if "".join(words) == "".join(others) else 0.0
    for word in left:
        close = [(fuzz.ratio(word, it), it) for it in right]
        score, best = max(close)
        # What is told apart by a number, or by one letter of its own, is two: Group 1 and Group 2.
        if score < _WORD_NEAR or word.isdecimal() or best.isdecimal() or min(len(word), len(best)) < 3:
            return 0.0
    ratio = float(fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(others))))
    return ratio - 22 if ratio >= _NEAR else 0.0


def _initial(one: Candidate, other: Candidate) -> tuple[str, str] | None:
    """Return two names of which one has a first letter where the other has a name: A Ray and Ann Ray."""
    for first, second in ((one, other), (other, one)):
        for name in first.compared:
            for another in second.compared:
                given, _, surname = name.rpartition(" ")
                longer, _, its = another.rpartition(" ")
                if surname == its and given and longer and _begins(given, longer):
                    return _as_written(name, first), _as_written(another, second)
    return None


def _begins(given: str, longer: str) -> bool:
    short, long = given.split(), longer.split()
    if len(short) > len(long) or not any(len(it) == 1 for it in short):
        return False
    pairs = zip(short, long, strict=False)
    return all(a == b or (len(a) == 1 and len(b) > 1 and b.startswith(a)) for a, b in pairs)


def _as_written(compared: str, of: Candidate) -> str:
    return next((name for name in of.names if of._one(name) == compared), compared)
