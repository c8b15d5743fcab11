"""Places made by a rule, in which everything that a seat hangs on ends, stands empty or is shared, and names recur.

Each is written as its file would be, so that it is checked and loaded as a reader's own is.
"""

import json
from pathlib import Path
from typing import Any, TypeAlias

from hypothesis import strategies as st

from app.domain.dates import earliest, latest

Entry: TypeAlias = dict[str, Any]
Draw: TypeAlias = st.DrawFn

PLACES = ("alpha", "beta", "gamma")
SORTS = ("lsp", "partnership_board", "committee", "sub_group", "forum", "network", "charity", "council", "executive")
"""One body of each, beside people at large."""
CARERS: Entry = {"id": "carers", "name": "Carers", "classification": "constituency", "kind": "constituency"}
NAMES = ("Health Board", "Carers Forum", "The Council", "Older People's Panel", "Safer Partnership")
"""Fewer names than bodies: several are called the same."""
DATES = (None, None, None, "2003", "2004-06", "2006-02-28")
DAYS = ("2002-06-01", "2004-06-30", "2005-06-01", "2007-12-31", "2020-01-01")
CITED = "minutes, page 1"
SOURCES = [{"id": "minutes", "title": "Minutes", "published": "2008-01"}]
PEOPLE = ("Ann Lee", "Bob Ray")
CAPACITY = {
    "constitution": "Registered charity",
    "paidHours": "12 hours",
    "fundingNote": "4,348",
    "membersNote": "none",
}


def often(draw: Draw, share: int) -> bool:
    """Tell whether something that comes about that many times in 20 does."""
    return draw(st.integers(1, 20)) > 20 - share


@st.composite
def times(draw: Draw) -> Entry:
    """Make from when until when something holds, as far as that is known."""
    since, until = draw(st.sampled_from(DATES)), draw(st.sampled_from(DATES))
    if since and until and latest(until) < earliest(since):
        until = None
    return {name: text for name, text in (("since", since), ("until", until)) if text}


@st.composite
def bodies(draw: Draw, number: int) -> Entry:
    """Make a body of the sort of that number."""
    body: Entry = {"id": f"body-{number}", "name": draw(st.sampled_from(NAMES)), "cites": CITED}
    body |= {"classification": SORTS[number], "kind": "collaboration"}
    sectors = ("statutory",) if SORTS[number] == "council" else ("voluntary", "multi_agency")
    body["sector"] = draw(st.sampled_from(sectors))
    body["status"] = draw(st.sampled_from(("active", "active", "active", "proposed", "disbanded")))
    named = {"since": "founded", "until": "dissolved"}
    body |= {named[name]: text for name, text in draw(times()).items()}
    return body | {name: CAPACITY[name] for name in draw(st.sets(st.sampled_from(sorted(CAPACITY)), max_size=2))}


@st.composite
def holders(draw: Draw, person: int) -> Entry:
    """Make a holder of a seat."""
    holder: Entry = {"person": f"person-{person}"} | draw(times())
    if often(draw, 6):
        holder["capacity"] = draw(st.sampled_from(("deputy", "acting")))
    if often(draw, 8) and "until" not in holder:
        holder["termEnds"] = draw(st.sampled_from(("2007", "2007-03")))
    return holder


@st.composite
def posts(draw: Draw, number: int, ids: tuple[str, ...]) -> Entry:
    """Make a seat on one of some bodies, for some of them or for people at large."""
    post: Entry = {"id": f"seat-{number}", "on": draw(st.sampled_from(ids)), "cites": CITED}
    post |= draw(times()) if often(draw, 8) else {}
    if often(draw, 14):
        post["onBehalfOf"] = sorted(draw(st.sets(st.sampled_from((*ids, "carers")), min_size=1, max_size=2)))
    if often(draw, 4):
        post["number"] = draw(st.integers(2, 4))
    if often(draw, 3):
        post["takenUp"] = "no"
    if often(draw, 4):
        post["vacantSince"] = draw(st.sampled_from(("2003", "2005-01")))
    if often(draw, 3):
        post["vacant"] = "yes"
    if often(draw, 3):
        post["status"] = "proposed"
    there = draw(st.lists(st.integers(0, 3), unique=True, max_size=2))
    post["holders"] = [draw(holders(person)) for person in there]
    if len(there) > 1 and often(draw, 10):
        post["heldAs"] = draw(st.sampled_from(("jointly", "either", "in_turn")))
    return post


@st.composite
def lines(draw: Draw, ids: tuple[str, ...]) -> Entry:
    """Make a line between two of some bodies."""
    start, end = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    kinds = ("feeds_into", "sub_group_of", "reports_to", "member_of")
    return {"from": start, "type": draw(st.sampled_from(kinds)), "to": end, "cites": CITED} | draw(times())


@st.composite
def files(draw: Draw, place: str) -> Entry:
    """Make the file of a place as a value."""
    made = [draw(bodies(number)) for number in range(len(SORTS))]
    ids = tuple(body["id"] for body in made)
    seats = [draw(posts(number, ids)) for number in range(10)]
    for post in seats[6:]:
        if often(draw, 12):
            post["filledByHolderOf"] = f"seat-{draw(st.integers(0, 5))}"
            post["holders"] = []
            post.pop("heldAs", None)
    people = [{"id": f"person-{n}", "name": draw(st.sampled_from(PEOPLE)), "cites": CITED} for n in range(4)]
    speaks = {"from": "body-4", "type": "speaks_for", "to": "carers", "cites": CITED}
    ends = st.lists(lines(ids), max_size=12, unique_by=lambda line: (line["from"], line["type"], line["to"]))
    made.append(CARERS | {"cites": CITED})
    return {"place": place, "organizations": made, "people": people, "posts": seats, "lines": [speaks, *draw(ends)]}


def sets_of_places() -> st.SearchStrategy[list[Entry]]:
    """Make the files of several places: one load."""
    return st.tuples(*(files(place) for place in PLACES)).map(list)


def moments() -> st.SearchStrategy[list[tuple[str, bool]]]:
    """Choose on which days to ask, with or without proposals."""
    days = st.tuples(st.sampled_from(DAYS), st.booleans())
    return st.lists(days, min_size=2, max_size=2, unique=True)


def write(folder: Path, made: list[Entry]) -> None:
    """Write places into a folder, with their areas and sources."""
    for file in made:
        (folder / f"{file['place']}.yaml").write_text(json.dumps(file), "utf-8")
    areas = [{"id": place, "name": place.capitalize()} for place in PLACES]
    (folder / "areas.yaml").write_text(json.dumps({"areas": areas}), "utf-8")
    (folder / "sources.yaml").write_text(json.dumps({"sources": SOURCES}), "utf-8")
