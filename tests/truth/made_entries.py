"""Places made by a rule, as `made_places` draws them, that say as much more as the data format lets an entry say.

Names and notes hold what is awkward in a file: quotes, colons, words that YAML takes for more, letters of all sorts.
"""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from tests.truth.made_places import CITED, Draw, Entry, files, often, times

KNOWN = {
    "alpha": "Area",
    "beta": "Area",
    "minutes": "Source",
    "beta/far-body": "Organization",
    "beta/far-person": "Person",
}
"""What is recorded elsewhere."""
FAR, FAR_PERSON = "beta/far-body", "beta/far-person"
OWN = {"id": "paper", "title": "A paper", "published": "2009", "access": "members"}
CITES = (CITED, "paper, page 2", ["minutes, page 3", "paper, under: 'Terms', # 4"], "beta/their-page, top")
AWKWARD = (
    "null",
    "~",
    "yes",
    "2007",
    "1e3",
    "0x1F",
    "- a, b: [c]",
    "# none",
    'it\'s "so"',
    "'",
    "%YAML",
    "<<",
    "=",
    "a: b",
    "ends with:",
    "@here, `there` & *all*!",
    "Śródmieście — süd 🌳",
    "a\u200bb",
    "|",
    ">-",
    "x" * 130,
    ", ".join(["a long list of words"] * 12),
)


MORE = st.sampled_from(['{"seats":50}', '{"links":[{"note":"Śródmieście","url":"https://example.org"}],"x":1}'])
"""What another program's file said beside."""


def names() -> st.SearchStrategy[str]:
    """Draw a text of one line as the format keeps it: no blanks around it, one at a time."""
    letters = st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    drawn = st.text(letters, max_size=40).map(lambda text: " ".join(text.split()).strip()).filter(bool)
    return st.one_of(st.sampled_from(AWKWARD), drawn)


def notes() -> st.SearchStrategy[str]:
    """Draw a text of a line or several."""
    return st.one_of(names(), st.lists(names(), min_size=2, max_size=3).map(lambda lines: "\n\n  ".join(lines).strip()))


def some(draw: Draw, *choices: Any) -> Any:
    """Draw one of some values."""
    return draw(st.sampled_from(choices))


def word(draw: Draw, kinds: Any) -> str:
    """Draw a word of the vocabulary."""
    return str(draw(st.sampled_from(list(kinds))).value)


def may(draw: Draw, entry: Entry, share: int, **fields: st.SearchStrategy[Any]) -> None:
    """Let an entry say more: each field so many times in 20."""
    for name, values in fields.items():
        if often(draw, share):
            entry[name.removesuffix("_")] = draw(values)


def say(draw: Draw, entry: Entry, *, hushed: bool, dated: bool = True) -> None:
    """Let a fact say what every fact may."""
    may(draw, entry, 4, note=notes(), certainty=st.sampled_from([each.value for each in words.Certainty]))
    may(draw, entry, 2, doubts=notes().map(lambda text: f"accepted, {text}"), cites=st.sampled_from(CITES))
    if hushed:
        may(draw, entry, 4, access=st.sampled_from([each.value for each in words.Access]))
    if dated and often(draw, 5) and not {"since", "until"} & set(entry):
        entry |= draw(times())


def inner(draw: Draw, entry: Entry, *, hushed: bool, id_: str = "") -> Entry:
    """Let a fact inside another say more; an id makes it a second one between the same two."""
    if often(draw, 8):
        say(draw, entry, hushed=hushed)
    if id_:
        entry["id"] = id_
    return entry


def contacts(draw: Draw) -> list[Entry]:
    """Draw ways to reach somebody."""
    made = [{"type": some(draw, "website", "email"), "value": draw(names())} for _ in range(draw(st.integers(0, 3)))]
    for each in made:
        may(draw, each, 6, label=names(), access=st.sampled_from([access.value for access in words.Access]))
    return made


def composition(draw: Draw, ids: Sequence[str]) -> list[Entry]:
    """Draw rules of a body's own terms."""
    rules = []
    for _ in range(draw(st.integers(0, 2))):
        counted = st.sampled_from(["voluntary", "statutory", "alpha/private", "carers", FAR, *ids])
        rule: Entry = {"of": draw(st.lists(counted, min_size=1, max_size=3, unique=True))}
        if often(draw, 10):
            rule["min"] = draw(st.integers(0, 5))
        if often(draw, 10) or not {"min"} & set(rule):
            rule["max"] = draw(st.integers(5, 9))
        may(draw, rule, 5, maxShare=st.sampled_from([0.0, 0.5, 1 / 3, 1.0]), note=notes(), cites=st.sampled_from(CITES))
        rules.append(rule)
    return rules


def _bodies(draw: Draw, made: list[Entry], hushed: bool) -> list[Entry]:
    ids = [body["id"] for body in made]
    for body in made:
        say(draw, body, hushed=hushed, dated=False)
        if often(draw, 3):
            body.update(draw(times()))
            started, ended = body.get("founded", body.get("since")), body.get("dissolved", body.get("until"))
            if started and ended and latest(ended) < earliest(started):
                for end in ("dissolved", "until"):
                    body.pop(end, None)
        may(draw, body, 4, alternateNames=st.lists(names(), max_size=3), theme=st.sampled_from(["care", "roads"]))
        may(draw, body, 3, areas=st.sampled_from([["alpha"], ["beta"], ["alpha", "beta"]]), purpose=notes())
        may(draw, body, 3, quorum=notes(), quorumNumber=st.integers(1, 9), seatsStated=st.integers(0, 9))
        may(draw, body, 3, count=st.integers(1, 30), reportBackDays=st.integers(0, 30), classificationNote=names())
        may(
            draw,
            body,
            4,
            caption=names().filter(lambda text: len(text) <= 100),
            pictured=st.sampled_from(["open", "closed"]),
            columnOrder=st.integers(1, 999),
        )
        may(draw, body, 3, additional=MORE)
        may(draw, body, 3, decides=st.sampled_from([each.value for each in words.Decision]))
        former = st.fixed_dictionaries({"name": names()}, optional={"until": st.sampled_from(["2001", "2002-03"])})
        register = st.fixed_dictionaries({"scheme": names(), "value": names()})
        may(draw, body, 4, formerNames=st.lists(former, max_size=2), identifiers=st.lists(register, max_size=2))
        body["contactDetails"], body["composition"] = contacts(draw), composition(draw, ids)
    extra = {"id": "private", "name": draw(names()), "classification": "company", "kind": "formal", "cites": CITED}
    return [*made, extra]


def _people(draw: Draw, made: list[Entry], ids: Sequence[str], hushed: bool) -> None:
    for person in made:
        person["name"] = draw(names())
        say(draw, person, hushed=hushed)
        may(
            draw,
            person,
            5,
            honorificPrefix=names(),
            honorificSuffix=names(),
            alternateNames=st.lists(names(), max_size=2),
        )
        ends = draw(st.lists(st.sampled_from([*ids, FAR]), max_size=3))
        person["worksFor"] = [
            inner(draw, {"organization": end}, hushed=hushed, id_=f"{person['id']}-{number}" if number else "")
            for number, end in enumerate(ends)
        ]
        for work in person["worksFor"]:
            may(draw, work, 8, role=names())
            may(draw, work, 2, additional=MORE)
        may(draw, person, 3, additional=MORE)


def _posts(draw: Draw, made: list[Entry], ids: Sequence[str], hushed: bool) -> None:
    derived: set[tuple[Any, ...]] = set()
    for number, post in enumerate(made):
        say(draw, post, hushed=hushed)
        may(
            draw,
            post,
            4,
            role=st.sampled_from([each.value for each in words.Role]),
            label=names(),
            area=st.just("beta"),
        )
        may(
            draw,
            post,
            4,
            basis=st.sampled_from([each.value for each in words.Basis]),
            voting=st.sampled_from(["yes", "no"]),
        )
        may(
            draw,
            post,
            4,
            membership=st.sampled_from([each.value for each in words.SeatMembership]),
            order=st.integers(0, 99),
        )
        may(draw, post, 3, termYears=st.sampled_from([1, 2.5, 3.0]), termLimit=names(), electorate=names())
        may(draw, post, 3, reportBack=notes(), reportBackDays=st.integers(0, 30), numberMax=st.integers(4, 9))
        post["contactDetails"] = contacts(draw)
        post["onBehalfOf"] = [inner(draw, {"organization": end}, hushed=hushed) for end in post.get("onBehalfOf", ())]
        says = draw(st.lists(st.sampled_from([*ids, FAR]), max_size=2, unique=True))
        post["appointedBy"] = [inner(draw, {"organization": end}, hushed=hushed) for end in says]
        for each in post["appointedBy"]:
            may(draw, each, 8, as_=st.sampled_from([say.value for say in words.Say]))
        for holder in post["holders"]:
            inner(draw, holder, hushed=hushed)
            may(draw, holder, 3, additional=MORE)
        may(draw, post, 3, additional=MORE)
        if often(draw, 3) and not post.get("filledByHolderOf"):
            post["holders"].append({"organization": some(draw, FAR, *ids)})
        if "filledByHolderOf" in post and often(draw, 10):
            post["filledByHolderOf"] = inner(draw, {"post": post["filledByHolderOf"]}, hushed=hushed)
        groups = tuple(link["organization"] for link in post["onBehalfOf"])
        ends = (post["on"], post.get("role", "member"), groups)
        # The first six are mentioned by their ids; what names a group that is not public has an id of its own.
        if number > 5 and not (hushed and groups) and ends not in derived and often(draw, 14):
            derived.add(ends)
            del post["id"]


def _meetings(draw: Draw, ids: Sequence[str], hushed: bool) -> list[Entry]:
    made: list[Entry] = []
    for date in draw(st.lists(st.sampled_from(["2007", "2008-03", "2009-07-01"]), max_size=3, unique=True)):
        meeting: Entry = {"organization": draw(st.sampled_from(list(ids))), "date": date, "cites": CITED}
        say(draw, meeting, hushed=hushed, dated=False)
        may(draw, meeting, 5, id=st.just(f"meeting-{date}"), since=st.just(date[:4]), until=st.just("2009"))
        may(draw, meeting, 3, additional=MORE)
        may(draw, meeting, 5, label=names(), venue=names(), quorate=st.sampled_from(["yes", "no"]))
        may(draw, meeting, 5, status=st.sampled_from([each.value for each in words.MeetingStatus]))
        there = draw(st.lists(st.sampled_from(["person-0", "person-1", "person-1", FAR_PERSON]), max_size=4))
        meeting["attendance"] = [
            inner(
                draw,
                {"person": who, "as": word(draw, words.AttendanceKind)},
                hushed=hushed,
                id_=f"came-{date}-{number}" if number else "",
            )
            for number, who in enumerate(there)
        ]
        for each in meeting["attendance"]:
            may(draw, each, 6, organization=st.sampled_from(ids), for_=st.sampled_from([FAR, *ids]))
            may(draw, each, 4, deputisingFor=st.sampled_from(["person-2", FAR_PERSON]))
        if often(draw, 8):
            meeting["attendance"].append({"organization": draw(st.sampled_from(ids)), "as": "present"})
        reports = draw(st.lists(st.sampled_from(["seat-0", "seat-1"]), max_size=2, unique=True))
        meeting["reports"] = [inner(draw, {"post": post}, hushed=hushed) for post in reports]
        for each in meeting["reports"]:
            may(draw, each, 8, date=st.just("2010-01"), link=st.just("https://example.org/r?a=1#b"))
        made.append(meeting)
    return made


def _rest(draw: Draw, file: Entry, ids: Sequence[str], hushed: bool) -> None:
    meetings = [each["id"] for each in file["meetings"] if "id" in each]
    file["actions"], file["assessments"], file["absences"] = [], [], []
    for number in range(draw(st.integers(0, 2))):
        action: Entry = {"id": f"action-{number}", "text": draw(notes()), "cites": CITED}
        say(draw, action, hushed=hushed)
        may(
            draw,
            action,
            5,
            due=st.just("2010-03"),
            ownerNote=notes(),
            status=st.sampled_from([each.value for each in words.ActionStatus]),
        )
        may(
            draw,
            action,
            8,
            owners=st.lists(st.sampled_from(["person-0", FAR_PERSON, FAR, *ids]), max_size=2, unique=True),
        )
        may(draw, action, 8, arisingFrom=st.sampled_from(meetings)) if meetings else None
        if not number and often(draw, 10):
            del action["id"]
        file["actions"].append(action)
    for dimension in draw(st.lists(st.sampled_from(list(words.Dimension)), max_size=2, unique=True)):
        cell = {"organization": draw(st.sampled_from(ids)), "dimension": dimension.value, "cites": CITED}
        cell["rating"] = word(draw, words.Rating)
        say(draw, cell, hushed=hushed)
        may(
            draw,
            cell,
            6,
            summary=notes(),
            by=st.sampled_from([FAR, *ids]),
            on=st.just("2009-07-09"),
            id=st.just(f"cell-{dimension.value.replace('_', '-')}"),
        )
        file["assessments"].append(cell)
    for subject in draw(st.lists(st.sampled_from(ids), max_size=2, unique=True)):
        absence = {"subject": subject, "note": draw(notes()), "cites": CITED}
        note = absence["note"]
        say(draw, absence, hushed=hushed)
        may(draw, absence, 8, from_=st.sampled_from([FAR, *ids]), id=st.just(f"absence-{subject}"))
        file["absences"].append(absence | {"note": note})


@st.composite
def rich_files(draw: Draw) -> Entry:
    """Make the file of a place whose entries say much of what the format lets them say."""
    file = draw(files("alpha"))
    hushed = often(draw, 10)
    ids = [body["id"] for body in file["organizations"] if body["id"] != "carers"]
    file["themes"] = [{"id": theme, "name": draw(names())} for theme in ("roads", "none", "care")]
    file["sources"] = [
        OWN,
        {"id": "other-paper", "title": draw(names()), "creators": draw(st.lists(names(), max_size=2))},
    ]
    file["organizations"] = _bodies(draw, file["organizations"], hushed)
    _people(draw, file["people"], ids, hushed)
    _posts(draw, file["posts"], ids, hushed)
    for number, line in enumerate(file["lines"]):
        say(draw, line, hushed=hushed)
        may(draw, line, 4, id=st.just(f"line-{number}"), label=names(), status=st.just("proposed"))
        may(draw, line, 3, additional=MORE)
        may(draw, line, 4, amount=st.sampled_from([0, 4348, 0.5, 1e12, 1e-7]), amountPer=st.just("year"))
    file["meetings"] = _meetings(draw, ids, hushed)
    _rest(draw, file, ids, hushed)
    return file
