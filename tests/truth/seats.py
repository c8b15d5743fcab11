"""Who sits in the seats of a body, as each channel says it: a phrase for each seat, by the seat's id."""

import json
import re
from collections.abc import Callable, Mapping

from tests.sentinel.reading import Node
from tests.sentinel.site import Site
from tests.truth.counts import Moment, data

Held = Mapping[str, str]
Reader = Callable[[Site, str, Moment], Held]


def who(text: str) -> str:
    """Return what a phrase says of who is in a seat: a name, an office, `vacant` or `not recorded`.

    How sure it is, for whom and since when, channels say or leave out as they have room.
    """
    said = " ".join(text.split()).lower().removeprefix("perhaps ")
    if said.startswith("vacant"):
        return "vacant"
    first = re.split(r" ?[,;] | \(", said)[0]
    return "not recorded" if first in {"name not recorded", "holder not recorded"} else first


def structure(site: Site, body: str, when: Moment) -> Held:
    """The field that the picture is drawn from."""
    place = body.partition("/")[0]
    query = f'{{ structure(area: "{place}", {when.arguments}) {{ posts {{ id heldBy organization {{ id }} }} }} }}'
    posts = data(site, query)["structure"]["posts"]
    return {post["id"]: who(post["heldBy"]) for post in posts if post["organization"]["id"] == body}


def balance_field(site: Site, body: str, when: Moment) -> Held:
    """The field that counts who is on a body."""
    query = f'{{ balance(of: "{body}", {when.arguments}) {{ placed {{ post {{ id heldBy }} }} }} }}'
    return {seat["post"]["id"]: who(seat["post"]["heldBy"]) for seat in data(site, query)["balance"]["placed"]}


def nodes(site: Site, body: str, when: Moment) -> Held:
    """The body itself, and its seats."""
    if when.proposed or when.on:
        return structure(site, body, when)
    found = data(site, f'{{ organization(id: "{body}") {{ posts {{ id heldBy }} }} }}')["organization"]["posts"]
    return {post["id"]: who(post["heldBy"]) for post in found}


def body_page(site: Site, body: str, when: Moment) -> Held:
    """The table of who sits on a body, on its page."""
    return _table(site.get(when.address(f"/{body}")).page)


def balance_page(site: Site, body: str, when: Moment) -> Held:
    """The table of seats by sector."""
    return _table(site.get(when.address(f"/balance?of={body}")).page)


def seat_pages(site: Site, body: str, when: Moment) -> Held:
    """The pages of the first few seats."""
    found = {}
    for id_ in sorted(structure(site, body, when))[:3]:
        page = site.get(when.address(f"/posts/{id_}")).page
        (said,) = [
            node.all("dd")[0].text()
            for node in page.all("div")
            if [term.text() for term in node.all("dt")] == ["Held by"]
        ]
        found[id_] = who(said)
    return found


def command(site: Site, body: str, when: Moment) -> Held:
    """The command that answers a saved question, which says a seat a line."""
    switches = [*(["--on", when.on] if when.on else []), *(["--proposed"] if when.proposed else [])]
    answer = json.loads(site.run("ask", "who-sits-on", body, *switches, "--json").content)
    items = [(item["href"], item["text"]) for item in answer.get("ask", answer)["items"]]
    return {href.partition("/posts/")[2].partition("?")[0]: who(text.partition(": ")[2]) for href, text in items}


def _table(page: Node) -> Held:
    found = {}
    for row in page.all("tr"):
        links = [link.attributes.get("href", "") for link in row.all("a")]
        seats = [link.partition("?")[0].removeprefix("/posts/") for link in links if link.startswith("/posts/")]
        cells = [cell for cell in row.all("td") if cell.attributes.get("data-label") == "Held by"]
        if seats and cells:
            found[seats[0]] = who(cells[0].text())
    return found


CHANNELS: tuple[Reader, ...] = (structure, balance_field, nodes, body_page, balance_page)
"""What names everybody on a body."""
FEW: tuple[Reader, ...] = (seat_pages,)
"""What takes a page for each seat, so that it is asked of one body a place only."""
EXECUTIVE = "gloucester/gloucester-partnership-executive"
"""Where the command is asked too: somebody sits in every seat, or it is known that nobody does."""
