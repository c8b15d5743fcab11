"""Makes places that are like real ones in size and shape, the same ones every time."""

import random
from typing import Any

from app.domain.facts import DataSet
from app.exchange.limits import Spare
from app.exchange.place_facts import PlaceReader
from app.exchange.place_format import PlaceFile
from app.exchange.reading import Reading
from app.exchange.yaml_files import with_labels
from app.exchange.yaml_text import Document

SIZES = {"council": 1, "lsp": 1, "partnership_board": 12, "committee": 8, "sub_group": 22, "reference_group": 1,
         "forum": 20, "network": 8, "charity": 34, "constituency": 8, "department": 6}  # fmt: skip
"""How many bodies of each sort a place has: 121 in all."""

_SECTOR = {"council": "statutory", "department": "statutory", "committee": "statutory"}
_CITE = "report, section 1"


def make_places(count: int, seed: int = 7, *, start: int = 0) -> DataSet:
    """Make the validated facts of some places, numbered from `start`, with their areas and the one source they cite."""
    # No text stands behind these places that would say how many facts they may have.
    reading = Reading(most=10_000_000, spare=Spare(facts=10_000_000))
    shared = PlaceReader(Document("shared"), "", reading)
    said: dict[str, Any] = {"access": "public", "proposed": False}
    shared.shared("Source", "report", ("sources", 0), {"title": "A report", "published": "2008", **said})
    for number in range(start, start + count):
        place = f"place-{number:03}"
        shared.shared("Area", place, ("areas", number), {"name": f"Place {number}", **said})
        document = Document(place, _place(place, random.Random(seed * 1000 + number)))
        PlaceReader(document, place, reading).read(PlaceFile(place=place))
    labels = {node.id: node.label for node in reading.facts.nodes}
    assert not reading.stop
    assert all(mention.id in labels for mention in reading.mentions)
    return with_labels(reading.facts, labels)


def _place(place: str, rng: random.Random) -> dict[str, Any]:
    bodies: dict[str, list[str]] = {
        sort: [f"{sort.replace('_', '-')}-{n}" for n in range(k)] for sort, k in SIZES.items()
    }
    boards = bodies["lsp"] + bodies["partnership_board"] + bodies["sub_group"] + bodies["committee"]
    groups = bodies["forum"] + bodies["network"] + bodies["reference_group"]
    speakers = groups + bodies["charity"] + bodies["constituency"]
    people = [f"person-{n}" for n in range(85)]
    return {
        "place": place,
        "organizations": [_body(sort, name) for sort, names in bodies.items() for name in names],
        "people": [
            {"id": p, "name": f"Person {p[7:]} of {place}", "worksFor": [rng.choice(speakers)], "cites": _CITE}
            for p in people
        ],
        "posts": [_post(n, rng, boards, groups, speakers, people) for n in range(205)],
        "lines": _lines(rng, bodies, groups),
        "meetings": [
            {
                "organization": rng.choice(boards),
                "date": f"2009-{n % 12 + 1:02}-{n + 1:02}",
                "attendance": [{"person": p, "as": "present"} for p in rng.sample(people, 4)],
                "cites": _CITE,
            }
            for n in range(18)
        ],
        "actions": [
            {"id": f"action-{n}", "text": f"Do thing {n}", "owners": [rng.choice(people)], "cites": _CITE}
            for n in range(10)
        ],
        "absences": [
            {
                "id": f"absence-{n}",
                "subject": rng.choice(groups),
                "from": rng.choice(boards),
                "note": "Missing",
                "cites": _CITE,
            }
            for n in range(8)
        ],
    }


def _body(sort: str, name: str) -> dict[str, Any]:
    kind = {"constituency": "constituency", "council": "formal", "charity": "formal"}.get(sort, "collaboration")
    return {
        "id": name,
        "name": name.replace("-", " ").title(),
        "classification": sort,
        "kind": kind,
        "sector": _SECTOR.get(sort, "voluntary" if sort in {"forum", "network", "charity"} else None),
        "cites": _CITE,
    }


def _post(
    number: int, rng: random.Random, boards: list[str], groups: list[str], speakers: list[str], people: list[str]
) -> dict[str, Any]:
    board = rng.choice(groups if number % 4 == 0 else boards)
    said: dict[str, Any] = {
        "id": f"seat-{number}",
        "on": board,
        "role": "chair" if number % 9 == 0 else "member",
        "cites": _CITE,
    }
    if number % 6:
        said["onBehalfOf"] = [rng.choice([s for s in speakers if s != board])]
    if number % 10 == 1:
        said["filledByHolderOf"] = f"seat-{number - 1}"
    elif number % 4:
        said["holders"] = [rng.choice(people)]
    if number % 5 == 0:
        said["since"] = f"200{number % 9}"
    return said


def _lines(rng: random.Random, bodies: dict[str, list[str]], groups: list[str]) -> list[dict[str, Any]]:
    wanted = {("reports_to", board, bodies["lsp"][0]) for board in bodies["partnership_board"]}
    wanted |= {("sub_group_of", sub, rng.choice(bodies["partnership_board"])) for sub in bodies["sub_group"]}
    wanted |= {("sub_group_of", body, bodies["council"][0]) for body in bodies["committee"] + bodies["department"]}
    wanted |= {("feeds_into", group, rng.choice(bodies["reference_group"])) for group in bodies["forum"]}
    wanted |= {("member_of", charity, rng.choice(groups)) for charity in bodies["charity"]}
    wanted |= {("speaks_for", forum, rng.choice(bodies["constituency"])) for forum in bodies["forum"]}
    wanted |= {("funded_by", forum, rng.choice(bodies["department"])) for forum in bodies["forum"]}
    return [{"from": start, "type": kind, "to": end, "cites": _CITE} for kind, start, end in sorted(wanted)]
