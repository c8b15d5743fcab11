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

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPEN_ENDED = frozenset({"since", "after"})


@dataclass(frozen=True, slots=True)
class Lead:
    """Where something is answered."""

    says: str
    """What is answered there: `Who represents Carers where?`."""
    href: str
    words: tuple[str, ...]
    """The same for the command `partnerships`, word by word."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What may be asked about a place."""

    words: tuple[frozenset[str], ...]
    """The text has a word of each."""
    says: str
    path: str
    command: str
    kinds: tuple[str, ...] = ()
    """Of gaps, the kinds that answer it."""
    dated: bool = False
    """Whether it asks for years."""
    register: str = ""
    """The register of a place that answers it, in place of a question."""
    proposed: bool = False
    """Whether it asks how what is only proposed differs from what there is."""


def _one_of(*groups: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in groups)


_ASKED_FOR = (
    _one_of("asked wanted wished requested suggested proposed proposal proposals"),
    _one_of("ask want wish request suggest propose", "did does"),
)
"""In these words people ask for what somebody wished: what is proposed, and what a source says is not there."""
_SUBJECTS = (
    *(
        _Subject(
            asked, "What was asked for, by whom, and what became of it", "/registers", "register", register="asked-for"
        )
        for asked in _ASKED_FOR
    ),
    *(_Subject(asked, "What is only proposed", "/changes", "changes", proposed=True) for asked in _ASKED_FOR),
    *(
        _Subject(asked, "What do sources say is missing", "/gaps", "gaps", ("recorded_absence",))
        for asked in _ASKED_FOR
    ),
    _Subject(_one_of("change changed changes changing happened"), "What changed", "/changes", "changes", dated=True),
    _Subject(
        _one_of("empty vacant vacancy vacancies unfilled"),
        "Which seats are empty or not taken up",
        "/registers",
        "register",
        register="vacancies",
    ),
    _Subject(
        _one_of("voice unheard unrepresented nobody", "no not has without unheard unrepresented nobody"),
        "Who has no voice on any board",
        "/gaps",
        "gaps",
        ("no_voice", "feeds_nothing"),
    ),
    _Subject(_one_of("hats"), "Who wears two hats", "/gaps", "gaps", ("two_hats",)),
    _Subject(
        _one_of("appoint appoints appointed appointments nominates outside", "outside bodies whom"),
        "Who appoints to outside bodies",
        "/registers",
        "register",
        register="outside-bodies",
    ),
    _Subject(_one_of("gap gaps missing"), "What is missing", "/gaps", "gaps"),
    _Subject(
        _one_of("term terms election elections expire expires expiring"),
        "Whose term has ended or soon will",
        "/fragility",
        "fragility",
    ),
    _Subject(
        _one_of("report reports reporting", "owe owes owed overdue back late"),
        "Who owes a report",
        "/report-back",
        "report-back",
    ),
)


def topics_in(text: str, area: Area | None) -> list[Lead]:
    """Return where the subjects are answered that a text asks about, in the place it names, if it names one."""
    asked = folded(text[:LONGEST])
    words = frozenset(asked.split())
    years = sorted(_YEAR.findall(asked))
    found = (
        _lead(subject, area, years if subject.dated else [], open_ended=bool(_OPEN_ENDED & words))
        for subject in _SUBJECTS
        if all(group & words for group in subject.words)
    )
    return list(dict.fromkeys(found))


def _lead(subject: _Subject, area: Area | None, years: Sequence[str], *, open_ended: bool) -> Lead:
    if subject.register:
        return _to_register(subject, area)
    days = _days(years, open_ended=open_ended)
    query = [("area", area.id)] if area else []
    query += [("kind", kind) for kind in subject.kinds]
    query += list(days.items())
    query += _beside_today() if subject.proposed else []
    where = f" in {area.name}" if area else ""
    when = f" {'since' if open_ended else 'in'} {listed(years[:1] if open_ended else years)}" if years else ""
    return Lead(
        f"{subject.says}{where}{when}?",
        f"{subject.path}?{urlencode(query)}" if query else subject.path,
        (subject.command, *("--proposed" if name == "proposed" else f"--{name}={value}" for name, value in query)),
    )


def _beside_today() -> list[tuple[str, str]]:
    """Return what compares today with what is only proposed: without days, all that ever changed would come first."""
    day = today().isoformat()
    return [("since", day), ("until", day), ("proposed", "1")]


def _to_register(subject: _Subject, area: Area | None) -> Lead:
    """Lead to a register of the place, or of all places."""
    if area is None:
        return Lead(f"{subject.says}?", f"{subject.path}/{subject.register}", (subject.command, subject.register))
    words = (subject.command, subject.register, f"--area={area.id}")
    return Lead(f"{subject.says} in {area.name}?", f"{subject.path}/{area.id}/{subject.register}", words)


def _days(years: Sequence[str], *, open_ended: bool) -> Mapping[str, str]:
    """Return between which days years lie, as addresses and commands say it."""
    if not years:
        return {}
    return {"since": years[0]} if open_ended else {"since": years[0], "until": years[-1]}
