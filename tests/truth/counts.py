"""How many bodies, boards, seats and lines a place has, as each channel says it, read from its words.

Every reader takes the site, a place and a moment, and gives what its channel says: a number for each name. Channels
that say the same name must say the same number.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

import orjson

from app.domain.dates import bounds
from tests.sentinel.reading import Node, Table
from tests.sentinel.site import Site

SPELLED = {"none": 0} | dict(zip("no one two three four five six seven eight nine ten".split(), range(11), strict=True))
_NUMBER = r"(\d[\d,]*|no|none|one)"
NOT_THERE = r"(?: \((\d+) more proposed, ended or yet to come\))?"
ELSEWHERE = r"(?: and (?:\d+|one) of (?:another place|other places))?"


@dataclass(frozen=True)
class Moment:
    """A day, today when there is none, and whether proposals count."""

    on: str = ""
    proposed: bool = False

    @property
    def query(self) -> str:
        """The moment in an address."""
        return urlencode({**({"on": self.on} if self.on else {}), **({"proposed": "1"} if self.proposed else {})})

    @property
    def arguments(self) -> str:
        """The moment as arguments of a field."""
        day = f'on: "{self.on}", ' if self.on else ""
        return f"{day}includeProposed: {str(self.proposed).lower()}"

    def address(self, path: str) -> str:
        """Return an address at this moment."""
        return f"{path}{'&' if '?' in path else '?'}{self.query}" if self.query else path


Counts = Mapping[str, int]
Reader = Callable[[Site, str, Moment], Counts]


def number(text: str | None) -> int:
    """Read a number as it is written: `12`, `1,200`, `one`, `no`; what is not written is none."""
    if text is None:
        return 0
    return int(text.replace(",", "")) if text[0].isdigit() else SPELLED[text.lower()]


def found(pattern: str, text: str) -> tuple[int, ...]:
    """Return the numbers that a sentence gives; one that is not said is 0, and a sentence that is missing fails."""
    matched = re.search(pattern.replace("{n}", _NUMBER), text, re.IGNORECASE)
    assert matched, (pattern, text[:400])
    return tuple(number(group) for group in matched.groups())


def front(site: Site, place: str, when: Moment) -> Counts:
    """The front page's card."""
    page = site.get(when.address("/")).page
    (card,) = [
        node
        for node in page.all("li")
        if any(link.attributes.get("href", "").partition("?")[0] == f"/{place}" for link in node.all("a"))
        and node.has_class("card--link")
    ]
    text = card.text()
    bodies, boards, forums, people = found(
        r"\b{n} bod(?:y|ies)(?:, (?:{n} boards?(?: or | and )committees?)?(?: and |, )?"
        r"(?:{n} forums?(?: or | and )networks?)? among them)?(?:; and {n} communit(?:y|ies) of people)?\.",
        text,
    )
    return {"bodies": bodies, "boards": boards, "forums": forums, "communities": people}


def glance(site: Site, place: str, when: Moment) -> Counts:
    """The line of numbers on a place's page."""
    (items,) = [node for node in _place(site, place, when).all("ul") if node.has_class("place__glance")]
    text = "; ".join(item.text() for item in items.all("li"))
    bodies, not_there = found(rf"{{n}} bod(?:y|ies){NOT_THERE}", text)
    (boards,) = found(r"{n} boards?(?: or | and )committees?", text)
    seats, others = found(r"{n} seats?(?: \({n} posts? of (?:an )?officers?)?", text)
    empty = re.search(r"(\w+) empty", text)
    away = re.search(r"(\w+) not taken up", text)
    return {
        "bodies": bodies,
        "not there": not_there,
        "boards": boards,
        "seats": seats,
        "posts besides": others,
        "vacant": number(empty[1]) if empty else 0,
        "not taken up": number(away[1]) if away else 0,
    }


def by_sort(site: Site, place: str, when: Moment) -> Counts:
    """The place's bodies by their sort, as its page lists them."""
    sums: dict[str, int] = {}
    for details in _place(site, place, when).all("details"):
        (summary, *_) = details.all("summary")
        matched = re.fullmatch(r"([A-Z][A-Za-z -]+) \((\d+)\)", summary.text())
        if matched and "not in the picture" not in matched[1]:
            listed = [item for item in details.all("li") if item.all("a")]
            assert len(listed) == int(matched[2]), summary.text()
            sums[matched[1]] = int(matched[2])
    people = sums.pop("People at large", 0)
    return {"recorded bodies": sum(sums.values()), "communities": people}


def map_sentence(site: Site, place: str, when: Moment) -> Counts:
    """What stands over the map."""
    here, bodies, _ = found(r"{n} of {n} bod(?:y|ies)(?: and {n} elsewhere)?[;,]", _place(site, place, when).text())
    assert here <= bodies
    return {"bodies": bodies}


def map_list(site: Site, place: str, when: Moment) -> Counts:
    """The map as a list."""
    text = _place(site, place, when).text()
    bodies, not_there = found(rf"As a list, drawn or not: {{n}} bod(?:y|ies){ELSEWHERE}{NOT_THERE}", text)
    return {"bodies": bodies, "shown besides": not_there}


def drawn(site: Site, place: str, when: Moment) -> Counts:
    """The picture's own description, as a file of its own."""
    return _described(site.get(when.address(f"/diagrams/{place}.svg")).said)


def drawn_on_the_page(site: Site, place: str, when: Moment) -> Counts:
    """The picture's description on the place's page."""
    return _described(_place(site, place, when).text())


def embedded(site: Site, place: str, when: Moment) -> Counts:
    """The picture's description in a frame."""
    return _described(site.get(when.address(f"/embed/{place}")).said)


def booklet(site: Site, place: str, when: Moment) -> Counts:
    """The booklet's first words."""
    text = site.get(when.address(f"/booklet/{place}")).said
    bodies, not_there, lines, seats, others = found(
        rf"{{n}} bod(?:y|ies){ELSEWHERE}{NOT_THERE}, with {{n}} lines? and {{n}} seats?(?: \({{n}} posts? of (?:an )?officers?)?",
        text,
    )
    return {"bodies": bodies, "shown besides": not_there, "lines": lines, "seats": seats, "posts besides": others}


_MEASURES = {
    "Bodies": "bodies",
    "Boards and committees": "boards",
    "Seats": "seats",
    "Seats vacant": "vacant",
    "Seats not taken up": "not taken up",
    "Seats filled": "filled",
    "Seats whose holder is not recorded": "holder not recorded",
}


def compared(site: Site, place: str, when: Moment) -> Counts:
    """The page that compares two places."""
    page = site.get(when.address(f"/compare?left={place}&right={_other(place)}")).page
    (table,) = [Table(node) for node in page.all("table") if "Bodies and seats" in node.text()]
    return {
        name: number(table.row(words)[table.headings[1]]) for words, name in _MEASURES.items() if words != "Seats"
    } | {"seats": next(number(row[table.headings[1]]) for row in table.rows if row[table.headings[0]] == "Seats")}


def compared_field(site: Site, place: str, when: Moment) -> Counts:
    """The field that compares two places."""
    day = f', on: "{when.on}"' if when.on else ""
    query = f'{{ compare(left: "{place}", right: "{_other(place)}"{day}) {{ numbers {{ name left }} }} }}'
    numbers = {row["name"]: row["left"] for row in data(site, query)["compare"]["numbers"]}
    return {name: numbers[words] for words, name in _MEASURES.items()}


def recounted(site: Site, place: str, when: Moment) -> Counts:
    """The structure, its bodies and seats counted here by the words of the model."""
    query = f"""{{ structure(area: "{place}", {when.arguments}) {{
      nodes {{ id classification status count period {{ since until }} areas {{ id }}
        citations {{ source {{ published }} }} }}
      lines {{ from {{ id }} to {{ id }} }}
      posts {{ id number role state organization {{ id classification }} }} }} }}"""
    shown = data(site, query)["structure"]
    here = [node for node in shown["nodes"] if place in {area["id"] for area in node["areas"]}]
    bodies = [node for node in here if node["classification"] != "CONSTITUENCY"]
    there = [node for node in bodies if _is_there(node, when)]
    ids = {node["id"] for node in here}
    shown_ids = {node["id"] for node in shown["nodes"] if _holds(node, when)}
    posts = [post for post in shown["posts"] if post["organization"]["id"] in ids]
    seats = [post for post in posts if not _is_besides(post)]
    boards = {"LSP", "PARTNERSHIP_BOARD", "EXECUTIVE", "COMMITTEE"}
    return {
        "bodies": len(there),
        "recorded bodies": len(bodies),
        "not there": len(bodies) - len(there),
        "boards": sum(node["classification"] in boards for node in there),
        "forums": sum(node["classification"] in {"FORUM", "NETWORK"} for node in there),
        "communities": sum(node["classification"] == "CONSTITUENCY" for node in here),
        # A line holds only while both of its ends are there: one between bodies that are not is nobody's.
        "lines": sum({line["from"]["id"], line["to"]["id"]} <= shown_ids for line in shown["lines"]),
        "seats": sum(post["number"] for post in seats),
        "posts besides": sum(post["number"] for post in posts) - sum(post["number"] for post in seats),
        "vacant": sum(post["number"] for post in seats if post["state"] == "VACANT"),
        "not taken up": sum(post["number"] for post in seats if post["state"] == "NOT_TAKEN_UP"),
    }


def _is_there(node: Mapping[str, Any], when: Moment) -> bool:
    return _holds(node, when) and (when.proposed or bool(node["status"] != "PROPOSED"))


def _holds(node: Mapping[str, Any], when: Moment) -> bool:
    """Tell whether a body's dates have the day, each taken at its widest.

    What is disbanded, nobody says when, is no more on the last day that its newest source may be of.
    """
    day = when.on or date.today().isoformat()
    since: str = node["period"]["since"] or ""
    until: str = node["period"]["until"] or "9999"
    if node["status"] == "DISBANDED" and not node["period"]["until"]:
        newest = max(
            bounds(cite["source"]["published"])[1] for cite in node["citations"] if cite["source"]["published"]
        )
        return since <= day < newest.isoformat()
    return day >= since and day[: len(until)] <= until


def _is_besides(post: Mapping[str, Any]) -> bool:
    """Tell whether a post is an employment, or a councillor's seat on the council."""
    on_council = post["organization"]["classification"] == "COUNCIL"
    return bool(post["role"] == "OFFICER" or (post["role"] == "ELECTED_MEMBER" and on_council))


def _place(site: Site, place: str, when: Moment) -> Node:
    return site.get(when.address(f"/{place}")).page


def _described(text: str) -> Counts:
    bodies, lines, seats = found(
        r"\b{n} bod(?:y|ies)(?:, \w+ of (?:another place|other places))?, {n} lines?(?:,| and) {n} seats?[^.]*, with what",
        text,
    )
    return {"drawn bodies": bodies, "drawn lines": lines, "drawn seats": seats}


def _other(place: str) -> str:
    return "gloucestershire" if place != "gloucestershire" else "gloucester"


def data(site: Site, query: str) -> Any:
    """Return the data of a query."""
    return orjson.loads(site.ask(query).content)


CHANNELS: tuple[Reader, ...] = (
    front, glance, by_sort, map_sentence, map_list, drawn, drawn_on_the_page, embedded, booklet, compared,
    compared_field, recounted,
)  # fmt: skip
