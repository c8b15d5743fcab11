"""Places made by a rule, in which everything that a seat hangs on ends, stands empty or is shared, and names recur.

Each is written as its file would be, so that it is checked and loaded as a reader's own is.
"""

import json
import random
from pathlib import Path
from typing import Any

from app.domain.dates import earliest, latest

Entry = dict[str, Any]
SORTS = ("lsp", "partnership_board", "committee", "sub_group", "forum", "network", "charity", "council", "executive")
NAMES = ("Health Board", "Carers Forum", "The Council", "Older People's Panel", "Safer Partnership")
"""Fewer names than bodies: several are called the same."""
DATES = (None, None, None, "2003", "2004-06", "2006-02-28")
CITED = "minutes, page 1"
SOURCES = [{"id": "minutes", "title": "Minutes", "published": "2008-01"}]


class Chance(random.Random):
    """What happens by chance, the same for the same seed."""

    def often(self, share: float) -> bool:
        """Tell whether something of this share comes about."""
        return self.random() < share

    def time(self) -> Entry:
        """Return from when until when something holds, as far as that is known."""
        since, until = self.choice(DATES), self.choice(DATES)
        if since and until and latest(until) < earliest(since):
            until = None
        return {name: text for name, text in (("since", since), ("until", until)) if text}


def made(place: str, seed: int) -> Entry:
    """Return the file of a place as a value."""
    chance = Chance(seed)
    bodies = [_body(chance, number) for number in range(9)]
    ids = [body["id"] for body in bodies]
    people = [{"id": f"person-{n}", "name": chance.choice(("Ann Lee", "Bob Ray")), "cites": CITED} for n in range(4)]
    posts = [_post(chance, number, ids) for number in range(14)]
    for post in posts[10:]:
        post["filledByHolderOf"] = chance.choice(posts[:10])["id"]
    kinds = ("feeds_into", "sub_group_of", "reports_to", "member_of")
    lines = {(chance.choice(ids), chance.choice(kinds), chance.choice(ids)): chance.time() for _ in range(14)}
    return {
        "place": place,
        "organizations": bodies,
        "people": people,
        "posts": posts,
        "lines": [
            {"from": start, "type": kind, "to": end, "cites": CITED} | time
            for (start, kind, end), time in lines.items()
            if start != end
        ],
    }


def _body(chance: Chance, number: int) -> Entry:
    time = chance.time()
    body = {"id": f"body-{number}", "name": chance.choice(NAMES), "cites": CITED}
    body |= {"classification": SORTS[number], "kind": "collaboration"}
    body["sector"] = (
        "statutory" if body["classification"] == "council" else chance.choice(("voluntary", "multi_agency"))
    )
    body["status"] = chance.choice(("active", "active", "active", "proposed", "disbanded"))
    named = {"since": "founded", "until": "dissolved"}
    return body | {named[name]: text for name, text in time.items()}


def _post(chance: Chance, number: int, ids: list[str]) -> Entry:
    post: Entry = {"id": f"seat-{number}", "on": chance.choice(ids), "cites": CITED}
    post |= chance.time() if chance.often(0.4) else {}
    if chance.often(0.7):
        post["onBehalfOf"] = sorted(set(chance.choices(ids, k=chance.choice((1, 1, 2)))))
    if chance.often(0.2):
        post["number"] = chance.randint(2, 4)
    if chance.often(0.15):
        post["takenUp"] = "no"
    if chance.often(0.2):
        post["vacantSince"] = chance.choice(("2003", "2005-01"))
    if chance.often(0.15):
        post["vacant"] = "yes"
    if chance.often(0.15):
        post["status"] = "proposed"
    post["holders"] = [_holder(chance, person) for person in chance.sample(range(4), k=chance.choice((0, 0, 1, 1, 2)))]
    return post


def _holder(chance: Chance, person: int) -> Entry:
    holder: Entry = {"person": f"person-{person}"} | chance.time()
    if chance.often(0.3):
        holder["capacity"] = chance.choice(("deputy", "acting"))
    if chance.often(0.25) and "until" not in holder:
        holder["termEnds"] = chance.choice(("2007", "2007-03"))
    return holder


def write(folder: Path, seeds: range) -> list[str]:
    """Write places into a folder, with their areas and sources; return their ids."""
    places = [f"made-{seed}" for seed in seeds]
    for place, seed in zip(places, seeds, strict=True):
        (folder / f"{place}.yaml").write_text(json.dumps(made(place, seed)), "utf-8")
    areas = [{"id": place, "name": place.replace("-", " ").capitalize()} for place in places]
    (folder / "areas.yaml").write_text(json.dumps({"areas": areas}), "utf-8")
    (folder / "sources.yaml").write_text(json.dumps({"sources": SOURCES}), "utf-8")
    return places
