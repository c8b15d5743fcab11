"""Questions that name nobody, but a subject: what changed, which seats are empty, who has no voice.

Each subject is told by the words that people use for it, and leads to the page that answers it, for the place and the
years that the text names.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from app.domain.english import listed
from app.domain.folding import folded
from app.domain.records import Area
from app.reading.explorer import today
from app.reading.search import LONGEST
from app.reading.subjects import SUBJECTS, Subject

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OF_ALL_PLACES = frozenset({"seats", "vacancies", "outside-bodies", "asked-for"})
"""The registers that are to be had without a place."""
_OPEN_ENDED = frozenset({"since", "after"})


@dataclass(frozen=True, slots=True)
class Lead:
    """Where something is answered."""

    says: str
    """What is answered there: `Who represents Carers where?`."""
    href: str
    words: tuple[str, ...]
    """The same for the command `partnerships`, word by word."""


def topics_in(text: str, area: Area | None) -> list[Lead]:
    """Return where the subjects are answered that a text asks about, in the place it names, if it names one."""
    asked = folded(text[:LONGEST])
    words = frozenset(asked.split())
    years = sorted(_YEAR.findall(asked))
    found = (
        _lead(subject, area, years if subject.dated else [], open_ended=bool(_OPEN_ENDED & words))
        for subject in SUBJECTS
        if all(group & words for group in subject.words)
    )
    return list(dict.fromkeys(found))


def _lead(subject: Subject, area: Area | None, years: Sequence[str], *, open_ended: bool) -> Lead:
    if subject.register:
        return _to_register(subject, area)
    if not subject.asks:
        return _to_page(subject, area)
    days = _days(years, open_ended=open_ended)
    query = [("area", area.id)] if area else []
    query += [("kind", kind) for kind in subject.kinds]
    query += list(days.items())
    query += _beside_today() if subject.proposed else []
    where = f" in {area.name}" if area else ""
    when = f" {'since' if open_ended else 'in'} {listed(years[:1] if open_ended else years)}" if years else ""
    words = ["--proposed" if name == "proposed" else f"--{name}={value}" for name, value in query]
    if subject.command.startswith("ask "):
        words = [value for _, value in query]  # it takes what fills its blanks one after the other
    return Lead(
        f"{subject.says}{where}{when}?",
        f"{subject.path}?{urlencode(query)}" if query else subject.path,
        (*subject.command.split(), *words),
    )


def _beside_today() -> list[tuple[str, str]]:
    """Return what compares today with what is only proposed: without days, all that ever changed would come first."""
    day = today().isoformat()
    return [("since", day), ("until", day), ("proposed", "1")]


def _to_register(subject: Subject, area: Area | None) -> Lead:
    """Lead to a register of the place, or of all places; where there is none of all, to the places to choose from."""
    there = [subject.register] if area or subject.register in OF_ALL_PLACES else []
    path = "/".join([subject.path, *([area.id] if area else []), *there])
    where, at = (f" in {area.name}", [f"--area={area.id}"]) if area else ("", [])
    found = [f"--find={subject.find}"] if subject.find and there else []
    query = f"?{urlencode({'find': subject.find})}" if found else ""
    return Lead(f"{subject.says}{where}?", f"{path}{query}", (subject.command, *there, *at, *found))


def _to_page(subject: Subject, area: Area | None) -> Lead:
    """Lead to a page on which somebody does something; to that of a place, where it needs one, or to all places."""
    if "{area}" not in subject.path:
        return Lead(subject.says, subject.path, ())
    if area is None:
        return Lead(f"{subject.says} of a place", subject.everywhere, ())
    return Lead(f"{subject.says} of {area.name}", subject.path.format(area=area.id), ())


def _days(years: Sequence[str], *, open_ended: bool) -> Mapping[str, str]:
    """Return between which days years lie, as addresses and commands say it."""
    if not years:
        return {}
    return {"since": years[0]} if open_ended else {"since": years[0], "until": years[-1]}
