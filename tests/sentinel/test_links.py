"""Links, forms and downloads of every page carry the day and the proposals that a reader chose."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.sentinel.pages import PAGES, Asked
from tests.sentinel.reading import Node, parsed
from tests.sentinel.site import Answer, Site, turned

DAY = "2010-06"
CHOSEN = {"on": DAY, "proposed": "1"}
FIXED = (
    "/static/",
    "/feeds/",
    "/calendars/",
    "/graphql",
    "/api",
    "/stories/",
    "/capacity.",
    "/account",
    "/edit/",
    "/data/",
)
"""Where no day is kept: files, what is subscribed to, the API, stories with days of their own, a table of no day."""
OWN_DAY = {
    "explorer__steps": "the days before and after",
    "as-at": "the way back to today",
    "changes__ways": "the comparison with what is proposed, which names its days",
    "place__proposals": "the same from the page of a place",
    "slide": "the two days of a comparison, each with its own",
}
"""Parts of a page with links to other days, by their class."""
PAGES_WITH_LINKS = [
    route
    for route in PAGES
    if not route.endswith((".png", ".pdf", ".svg", ".ics", ".atom", "{format}"))
    and not route.startswith(("/stories/", "/data/"))
]


@pytest.mark.parametrize("route", PAGES_WITH_LINKS)
def test_links_and_forms_carry_the_day_and_the_proposals(site: Site, route: str) -> None:
    wrong = [problem for asked in PAGES[route] for problem in _dropped(_with_both(site, asked))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("step", "view"), [(1, {"on": "2005"}), (2, {"on": "2010", "proposed": "1"})])
def test_pictures_of_a_story_lead_to_its_own_days(site: Site, step: int, view: dict[str, str]) -> None:
    page = site.get(f"/stories/sentinel/tale?step={step}").page
    led = [address for address in _addresses(page) if address.startswith("/sentinel/")]
    assert led
    assert [address for address in led if not _carries(address, view)] == []


def _with_both(site: Site, asked: Asked) -> Answer:
    return site.get(turned(turned(asked.address, f"on={DAY}"), "proposed=1"))


def _dropped(answer: Answer) -> Iterator[str]:
    if answer.kind == "application/json":
        found = json.loads(answer.content)
        page = parsed(" ".join(found[part] for part in ("figure", "list"))) if "figure" in found else Node("", {})
        links = found if isinstance(found, list) else []
        addresses = [found["address"]] if "address" in found else [it["href"] for it in links if "href" in it]
        yield from (f"{answer.asked}: {address}" for address in addresses if not _carries(address))
    else:
        page = parsed(answer.content.decode())
    for address in _addresses(page):
        if not _carries(address):
            yield f"{answer.asked}: the link {address}"
    for form in page.all("form"):
        if (kept := _sent(form)) != CHOSEN:
            yield f"{answer.asked}: the form to {form.attributes.get('action')} sends {kept}"


def _addresses(node: Node) -> Iterator[str]:
    """Yield the links within the site of a page, but for those of parts that lead to other days."""
    for own in OWN_DAY:
        if node.has_class(own):
            return
    if node.tag in {"a", "iframe"}:
        address = node.attributes.get("href") or node.attributes.get("src", "")
        if address.startswith("/") and not address.startswith(FIXED):
            yield address
    for child in node.children:
        if isinstance(child, Node):
            yield from _addresses(child)


def _carries(address: str, chosen: Mapping[str, str] = CHOSEN) -> bool:
    asked = parse_qs(urlsplit(address).query)
    if address.startswith("/suggestions/new"):  # which names the page that it is on, as it is
        return _carries(asked["about"][0], chosen)
    return all(asked.get(name) == [value] for name, value in chosen.items())


def _sent(form: Node) -> dict[str, str]:
    """Return what a form sends of the day and the proposals as it stands."""
    sent = {}
    for field in form.all("input"):
        name = field.attributes.get("name", "")
        unticked = field.attributes.get("type") == "checkbox" and "checked" not in field.attributes
        if name in CHOSEN and not unticked:
            sent[name] = field.attributes.get("value", "")
    return sent


def test_every_kind_of_link_is_looked_at(site: Site) -> None:
    """The rule above would hold of pages without links; these have them."""
    for asked in chain(PAGES["/who"], PAGES["/gaps"], PAGES["/{area}/{organization}"]):
        assert len(list(_addresses(parsed(site.get(asked.address).content.decode())))) > 10
