"""What a fact hangs on, through every channel: ended boards and those yet to come speak, carry and count nowhere.

A small place with a board that ended with open seats, its follower, one founded later, one disbanded without a date,
one only proposed with seats that are not, a network dissolved in the middle of a way, a line and a holder that outlive
what they hang on; asked on the first and last days of each.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.conftest import SEEDS
from tests.sentinel.site import Site
from tests.sites import Sites
from tests.truth.counts import CHANNELS, Moment, data
from tests.truth.test_counts import contradictions_of

PLACE, FORUM = "fenham", "fenham/forum"
BOARDS = frozenset({"zold", "znew", "zlate", "zlost", "zplan", "zsteady"})
Said = frozenset[str]

SPEAKS: dict[Moment, str] = {
    Moment("2000-12-31"): "zlost zsteady ztop",
    Moment("2001-01-01"): "zold zlost zsteady ztop",
    Moment("2010-12-31"): "zold zlost zsteady ztop",
    Moment("2011-01-01"): "zold zlost zsteady",
    Moment("2011-09-19"): "zold zlost zsteady",
    Moment("2011-09-20"): "zold zsteady",
    Moment("2012-03-31"): "zold zsteady",
    Moment("2012-04-01"): "znew zsteady",
    Moment("2013-12-31"): "znew zsteady",
    Moment("2014-01-01"): "znew",
    Moment("2015-05-31"): "znew",
    Moment("2015-06-01"): "znew zlate",
    Moment("2015-06-01", proposed=True): "znew zlate zplan",
    Moment(): "znew zlate",
    Moment(proposed=True): "znew zlate zplan",
}
"""The boards on which the forum has a seat, or is heard through the network, at each moment."""
OVER_TOP = {"zold", "zlost", "znew", "zmiddle"}
"""Through whom its voice can get to the top, while they are there."""


@pytest.fixture(scope="module")
def hanging(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Site]:
    """Return the site over the small place alone."""
    seeds = tmp_path_factory.mktemp("hanging") / "places"
    shutil.copytree(Path(__file__).parent / "hanging", seeds)
    shutil.copytree(SEEDS / "questions", seeds / "questions")
    with sites.over(seeds) as (client, settings):
        yield Site(client, settings)


def field(site: Site, when: Moment) -> Said:
    """The field `representation`."""
    query = f'{{ representation(of: "{FORUM}", {when.arguments}) {{ seats {{ board {{ name }} }} }} }}'
    return frozenset(seat["board"]["name"].lower() for seat in data(site, query)["representation"]["seats"])


def page(site: Site, when: Moment) -> Said:
    """The table of the page `/who`."""
    tables = site.get(when.address(f"/who?of={FORUM}")).page.all("table")
    rows = [
        row for table in tables if table.has_class("answers") for body in table.all("tbody") for row in body.all("tr")
    ]
    return frozenset(row.all("th")[0].all("a")[0].text().lower() for row in rows)


def command(site: Site, when: Moment) -> Said:
    """The command `partnerships who`: a board at the start of a line."""
    asked = [*(["--on", when.on] if when.on else []), *(["--proposed"] if when.proposed else [])]
    lines = site.run("who", FORUM, *asked).said_as_it_is.splitlines()
    return frozenset(line.split()[0].lower() for line in lines if line.split("  ")[0].lower() in {*BOARDS, "ztop"})


def elsewhere(site: Site, when: Moment) -> Said:
    """The seats for it on other bodies, and the seats of a place's structure that are for it."""
    query = f"""{{ organization(id: "{FORUM}") {{ seatsElsewhere({when.arguments}) {{ organization {{ name }} }} }}
      structure(area: "{PLACE}", {when.arguments}) {{ posts {{ onBehalfOf {{ id }} organization {{ name }} }} }} }}"""
    found = data(site, query)
    one = {post["organization"]["name"].lower() for post in found["organization"]["seatsElsewhere"]}
    posts = [post for post in found["structure"]["posts"] if {"id": FORUM} in post["onBehalfOf"]]
    assert one == {post["organization"]["name"].lower() for post in posts}, when
    return frozenset(one)


def around(site: Site, when: Moment) -> Said:
    """The picture around it."""
    return site.get(when.address(f"/diagrams/{FORUM}.svg")).telltales & BOARDS


def own_page(site: Site, when: Moment) -> Said:
    """Its own page, apart from the lines that have ended."""
    return site.get(when.address(f"/{FORUM}")).telltales & BOARDS


WHOLE: tuple[Callable[[Site, Moment], Said], ...] = (field, page, command)
DIRECT: tuple[Callable[[Site, Moment], Said], ...] = (elsewhere, around, own_page)


def test_a_board_speaks_for_nobody_before_it_begins_or_after_it_ends(hanging: Site) -> None:
    wrong = {}
    for when, boards in SPEAKS.items():
        wanted = frozenset(boards.split())
        for channel in (*WHOLE, *DIRECT):
            said = channel(hanging, when)
            if said != (wanted if channel in WHOLE else wanted & BOARDS):
                wrong[channel.__name__, when] = sorted(said)
    assert wrong == {}


def test_a_way_ends_with_whatever_it_passes(hanging: Site) -> None:
    wrong = {}
    for when, boards in SPEAKS.items():
        wanted = {*boards.split(), *({"zmiddle"} if "ztop" in boards else ())} & OVER_TOP
        query = f"""{{ routes(from: "{FORUM}", to: "fenham/top", {when.arguments}) {{
          answer routes {{ steps {{ organization {{ name }} }} }} }} }}"""
        found = data(hanging, query)["routes"]
        passed = {step["organization"]["name"].lower() for route in found["routes"] for step in route["steps"]}
        told = hanging.get(when.address(f"/routes?from={FORUM}&to=fenham/top")).page.all("ol")
        shown = {word for it in told for word in it.text().lower().split() if word in OVER_TOP}
        if passed & OVER_TOP != wanted or (wanted and shown != wanted):
            wrong[when] = (passed, shown, wanted)
    assert wrong == {}


def test_an_ended_board_has_no_seats_nor_gaps_nor_counts(hanging: Site) -> None:
    """Three seats on it, one of them vacant, carried by Zann: all of it until its last day, and nothing after."""
    for when, seats in {Moment("2012-03-31"): 3, Moment("2012-04-01"): 0, Moment(): 0}.items():
        query = f"""{{ balance(of: "fenham/old", {when.arguments}) {{ seats vacant }}
          organization(id: "fenham/old") {{ posts({when.arguments}) {{ id }} ended(on: "{when.on or "2026-01-01"}") }}
          gaps(area: "{PLACE}", kinds: [VACANT_POST, HOLDER_NOT_RECORDED], {when.arguments}) {{
            edges {{ node {{ subject {{ ... on Post {{ id }} }} }} }} }}
          fragility(area: "{PLACE}", {when.arguments}) {{ carriers {{ name seats {{ post {{ id }} }} }} }} }}"""
        found = data(hanging, query)
        assert found["balance"] == {"seats": seats, "vacant": min(seats, 1)}, when
        assert len(found["organization"]["posts"]) == seats, when
        assert found["organization"]["ended"] == (not seats), when
        gaps = {edge["node"]["subject"]["id"] for edge in found["gaps"]["edges"]}
        assert ("fenham/old-empty" in gaps) == bool(seats), when
        carried = {seat["post"]["id"] for it in found["fragility"]["carriers"] for seat in it["seats"]}
        assert ("fenham/old-seat" in carried) == bool(seats), when
        assert ("fenham/new-seat" in carried) == (not seats), when


def test_what_a_network_has_to_work_with_is_of_interest_while_it_is_there(hanging: Site) -> None:
    both = {"zforum", "zmiddle"}
    for when in (Moment("2009"), Moment("2010-12-31"), Moment("2011-01-01"), Moment()):
        there = both if when.on[:4] in {"2009", "2010"} else {"zforum"}
        day = f'(on: "{when.on}")' if len(when.on) > 4 else "" if not when.on else '(on: "2009-12-31")'
        found = data(hanging, f"{{ capacities{day} {{ name }} }}")
        assert {body["name"].lower() for body in found["capacities"]} == there, when
        for address in ("/capacity", "/capacity.csv", f"/ask/what-do-forums-work-with?place={PLACE}"):
            assert hanging.get(when.address(address)).telltales & both == there, (when, address)
        asked = ["--on", when.on] if when.on else []
        assert {word for word in both if word in hanging.run("capacity", *asked).said_as_it_is.lower()} == there, when


@pytest.mark.parametrize("when", [Moment("2000-12-31"), Moment("2011-09-20"), Moment("2012-04-01"), Moment()])
def test_every_channel_counts_the_same_of_bodies_that_come_and_go(hanging: Site, when: Moment) -> None:
    channels = [channel for channel in CHANNELS if channel.__name__ not in {"booklet", "compared", "compared_field"}]
    assert contradictions_of(hanging, PLACE, [when], channels) == {}


ENDED = {
    "fenham/old": "Zold was a partnership board: it ended on 31 March 2012, and Znew followed.",
    "fenham/lost": (
        "Zlost was a partnership board: it had ended by 20 September 2011, when is not recorded, and no successor is"
        " recorded."
    ),
    "fenham/middle": "Zmiddle was a network: it ended in 2010, and no successor is recorded.",
}


@pytest.mark.parametrize("id_", ENDED)
def test_that_a_body_has_ended_is_said_first(hanging: Site, id_: str) -> None:
    said = ENDED[id_]
    for address in (f"/{id_}", f"/who?of={id_}"):
        first = next(node for node in hanging.get(address).page.all("p") if node.has_class("answer"))
        assert first.text().startswith(said), address
    assert " ".join(hanging.run("who", id_).said_as_it_is.split()).startswith(said)
    for way in ({"from": id_, "to": "fenham/top"}, {"from": "fenham/forum", "to": id_}):
        shown = [node for node in hanging.get(f"/routes?{urlencode(way)}").page.all("p") if node.has_class("answer")]
        assert shown[0].text().startswith(said), way
        assert " ".join(hanging.run("routes", *way.values()).said_as_it_is.split()).startswith(said), way
        arguments = f'from: "{way["from"]}", to: "{way["to"]}"'
        told = data(
            hanging,
            f'{{ now: routes({arguments}) {{ endings }} then: routes({arguments}, on: "2009-01-01") {{ endings }} }}',
        )
        assert told == {"now": {"endings": [said]}, "then": {"endings": []}}, way
    query = f'{{ organization(id: "{id_}") {{ ending earlier: ending(on: "2009-01-01") }} }}'
    assert data(hanging, query)["organization"] == {"ending": said, "earlier": None}
    assert said in hanging.get(f"/panel/{id_}").page.text()
    listed = [node.text() for node in hanging.get(f"/{PLACE}").page.all("li") if said.split(" ")[0] in node.text()]
    assert any("ended" in each for each in listed), listed
    before = hanging.get(f"/{id_}?on=2009").page.all("p")
    assert not any(node.text().startswith(said[:12]) for node in before if node.has_class("answer"))


def test_search_lists_what_has_ended_last_and_says_so(hanging: Site) -> None:
    ended = {"zold", "zlost", "zmiddle"}
    names = [
        each["name"].lower()
        for each in data(hanging, '{ search(text: "z", first: 50) { ... on Organization { name } } }')["search"]
        if each
    ]
    assert {*names[-3:]} == ended
    told = [node.text().lower() for node in hanging.get("/search?q=z").page.all("li")]
    assert all(any(word in each for each in told[-3:]) for word in ended), told
    assert any("zold" in each and "ended on 31 march 2012, followed by znew" in each for each in told[-3:])
    lines = hanging.run("search", "z", "--first", "50").said_as_it_is.lower().splitlines()
    assert {line.split()[0] for line in lines[-3:]} == ended
    assert all("ended" in line for line in lines[-3:])
    offered = hanging.client.get("/suggest?q=z").json()
    assert [each["what"].startswith("ended") for each in offered] == sorted(
        each["what"].startswith("ended") for each in offered
    )
