"""One truth of what is listed: changes, gaps and routes are as many and the same in field, page, feed and file."""

import html
import re
from collections import Counter
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.sentinel.reading import csv_rows
from tests.sentinel.site import Site
from tests.truth.counts import Moment, data

PLACES = ("bromley", "gloucester", "hammersmith-and-fulham")
MOMENTS = (Moment(), Moment(proposed=True), Moment("2008-01-31"))
ATOM = "{http://www.w3.org/2005/Atom}"
MOST_ENTRIES = 100


def pages(site: Site, field: str, arguments: str, entry: str) -> list[dict[str, object]]:
    """Return every entry of a connection, page by page; there are as many as it says."""
    found: list[dict[str, object]] = []
    after = ""
    while True:
        query = f"""{{ {field}({arguments}, first: 100{f', after: "{after}"' if after else ""}) {{
          totalCount pageInfo {{ hasNextPage endCursor }} edges {{ node {{ {entry} }} }} }} }}"""
        answer = data(site, query)[field]
        found += [edge["node"] for edge in answer["edges"]]
        if not answer["pageInfo"]["hasNextPage"]:
            assert len(found) == answer["totalCount"]
            return found
        after = answer["pageInfo"]["endCursor"]


@pytest.mark.parametrize("place", PLACES)
def test_a_feed_tells_the_changes_that_the_field_and_the_page_tell(site: Site, place: str) -> None:
    today = date.today().isoformat()
    arguments = f'area: "{place}", since: "1000-01-01", until: "{today}"'
    told = Counter(str(change["explanation"]) for change in pages(site, "changes", arguments, "explanation"))
    feed = ElementTree.fromstring(site.get(f"/feeds/{place}.atom").content)  # noqa: S314 -- our own file
    entries = Counter(entry.findtext(f"{ATOM}title", "") for entry in feed.iter(f"{ATOM}entry"))
    assert entries.total() == min(told.total(), MOST_ENTRIES)
    assert entries <= told
    # Names in a sentence are links, which stand apart when they are read.
    said = "".join(site.get(f"/changes?area={place}").said.split())
    assert [sentence for sentence in told if "".join(sentence.lower().split()) not in said] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_file_has_the_gaps_that_the_field_and_the_page_count(site: Site, place: str) -> None:
    contradictions = {}
    for when in MOMENTS:
        gaps = pages(site, "gaps", f'area: "{place}", {when.arguments}', "explanation body { id }")
        rows = csv_rows(site.get(when.address(f"/gaps.csv?area={place}")).content)
        (shown,) = re.findall(r"\b(\d+) gaps? on ", site.get(when.address(f"/gaps?area={place}")).said)[:1]
        said = {
            "field": Counter(str(gap["explanation"]) for gap in gaps),
            "file": Counter(row["Finding"] for row in rows),
        }
        if said["field"] != said["file"] or int(shown) != len(gaps):
            contradictions[when] = (shown, len(gaps), len(rows))
    assert contradictions == {}


VOICES = (
    "bromley/council-on-ageing",
    "bromley/mental-health-forum",
    "gloucester/gloucester-voluntary-and-community-sector",
)


@pytest.mark.parametrize("when", MOMENTS, ids=str)
def test_page_and_field_take_a_voice_the_same_way(site: Site, when: Moment) -> None:
    told = 0
    for start in VOICES:
        heard = data(
            site,
            f'{{ representation(of: "{start}", {when.arguments}) {{ seats {{ board {{ id }} via {{ id }} directness }} }} }}',
        )["representation"]["seats"]
        for seat in heard[:3]:
            board, steps = seat["board"]["id"], len(seat["via"]) + 1
            query = f'{{ routes(from: "{start}", to: "{board}", {when.arguments}) {{ routes {{ sentence steps {{ organization {{ name }} }} }} }} }}'
            routes = data(site, query)["routes"]["routes"]
            assert routes, (start, board)
            # A route may be shorter: to report upwards carries a voice, too, though it makes it nobody's.
            assert len(routes[0]["steps"]) <= steps, (start, board)
            page = site.get(when.address(f"/routes?from={start}&to={board}")).said
            for route in routes:
                assert " ".join(html.unescape(route["sentence"]).lower().split()) in page, (start, board)
            told += len(routes)
    assert told > 3
