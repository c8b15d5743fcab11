"""What people ask about without naming anybody, by the words that they use for it, and where it is answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What may be asked about a place."""

    words: tuple[frozenset[str], ...]
    """The text has a word of each."""
    says: str
    path: str
    command: str = ""
    kinds: tuple[str, ...] = ()
    """Of gaps, the kinds that answer it."""
    dated: bool = False
    """Whether it asks for years."""
    register: str = ""
    """The register of a place that answers it, in place of a question."""
    find: str = ""
    """What its rows have in them, of a register."""
    asks: bool = True
    """Whether it is a question; else a page on which somebody does something, which no command prints."""
    proposed: bool = False
    """Whether it asks how what is only proposed differs from what there is."""
    everywhere: str = "/#places"
    """Where a page of each place leads that is asked for without a place."""


def _one_of(*groups: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in groups)


_PICTURES = "map maps picture pictures diagram diagrams chart"
_ASKED_FOR = (
    _one_of("asked wanted wished requested suggested proposed proposal proposals"),
    _one_of("ask want wish request suggest propose", "did does"),
)
"""In these words people ask for what somebody wished: what is proposed, and what a source says is not there."""
SUBJECTS = (
    *(
        Subject(
            asked, "What was asked for, by whom, and what became of it", "/registers", "register", register="asked-for"
        )
        for asked in _ASKED_FOR
    ),
    *(Subject(asked, "What is only proposed", "/changes", "changes", proposed=True) for asked in _ASKED_FOR),
    *(Subject(asked, "What do sources say is missing", "/gaps", "gaps", ("recorded_absence",)) for asked in _ASKED_FOR),
    Subject(_one_of("change changed changes changing happened"), "What changed", "/changes", "changes", dated=True),
    Subject(
        _one_of("empty vacant vacancy vacancies unfilled"),
        "Which seats are empty or not taken up",
        "/registers",
        "register",
        register="vacancies",
    ),
    Subject(
        _one_of("voice unheard unrepresented nobody", "no not has without unheard unrepresented nobody"),
        "Who has no voice on any board",
        "/gaps",
        "gaps",
        ("no_voice", "feeds_nothing"),
    ),
    Subject(_one_of("hats"), "Who wears two hats", "/gaps", "gaps", ("two_hats",)),
    Subject(
        _one_of("appoint appoints appointed appointments nominates outside", "outside bodies whom"),
        "Who appoints to outside bodies",
        "/registers",
        "register",
        register="outside-bodies",
    ),
    Subject(_one_of("gap gaps missing"), "What is missing", "/gaps", "gaps"),
    Subject(
        _one_of("term terms election elections expire expires expiring"),
        "Whose term has ended or soon will",
        "/fragility",
        "fragility",
    ),
    Subject(
        _one_of("report reports reporting", "owe owes owed overdue back late"),
        "Who owes a report",
        "/report-back",
        "report-back",
    ),
    Subject(
        _one_of("wrong mistake mistakes error errors incorrect"),
        "Tell us what is wrong or missing",
        "/suggestions/new",
        asks=False,
    ),
    *(
        Subject(asked, "Put on your own site: the map", "/{area}#share-embed", asks=False, everywhere="/about#embed")
        for asked in (
            _one_of(_PICTURES, "embed embedding embedded put website websites site iframe"),
            _one_of("embed embedding iframe widget"),
        )
    ),
    Subject(
        _one_of(_PICTURES, "print printed printing pdf poster paper save download share"),
        "Print, save or share the map",
        "/{area}#share",
        asks=False,
    ),
    Subject(_one_of("compare compares compared comparison"), "How do two places compare", "/compare", asks=False),
    Subject(
        _one_of("attend attends attended attendance came come comes apologies turns turned missed misses"),
        "Who came to the meetings",
        "/registers",
        "register",
        register="attendance",
    ),
    Subject(
        _one_of("meet meets met meeting meetings", "next last latest when date dates held often minutes"),
        "When did which body meet, and when does it meet next",
        "/registers",
        "register",
        register="meetings",
    ),
    Subject(
        _one_of("fund funds funded funding funder funders pay pays paid money"),
        "Who funds whom",
        "/registers",
        "register",
        register="lines",
        find="funded",
    ),
    Subject(
        _one_of("board boards committee committees", "without lack lacks"),
        "Which boards have nobody from a group",
        "/ask/boards-without",
        "ask boards-without",
    ),
    Subject(
        _one_of("most many several two too carries carry busiest", "seats boards committees hats"),
        "Who carries how many seats",
        "/fragility",
        "fragility",
    ),
)
