"""An id that is another by now leads to it: every address, every field of the API and every command that took it."""

import re
import shutil
from collections.abc import Iterator
from itertools import chain

import pytest

from app.record.moving import Wish, move
from app.store.opening import open_database
from tests.conftest import SEEDS, Loop
from tests.sentinel.conftest import PLACES
from tests.sentinel.fields import FIELDS
from tests.sentinel.pages import PAGES
from tests.sentinel.site import Answer, Site
from tests.sites import Sites

MOVED = ("forum", "board", "seat", "person", "carrier", "hub")
"""What gets another id: bodies, a seat and people that addresses and queries name."""
_OLD = re.compile(rf"sentinel/(?:{'|'.join(MOVED)})(?![a-z-])")
ADDRESSES = [asked.address for asked in chain.from_iterable(PAGES.values()) if _OLD.search(asked.address)]
QUERIES = [query for field in chain.from_iterable(FIELDS.values()) if _OLD.search(query := field.asking())]
COMMANDS = (("who", "sentinel/forum"), ("members", "sentinel/board"), ("routes", "sentinel/forum", "sentinel/top"))


def newer(text: str) -> str:
    return _OLD.sub(lambda match: f"{match[0]}-by-now", text)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, sites: Sites, run: Loop) -> Iterator[tuple[Site, dict[str, Answer]]]:
    """Return the site after all of these moved, and what it said before."""
    seeds = tmp_path_factory.mktemp("moved") / "places"
    shutil.copytree(PLACES, seeds)
    shutil.copytree(SEEDS / "questions", seeds / "questions")
    with sites.over(seeds) as (client, settings):
        before = Site(client, settings)
        for address in ADDRESSES:
            before.get(address)
        for query in QUERIES:
            before.ask(query)
        for words in COMMANDS:
            before.run(*words)

        async def moved() -> None:
            async with open_database(settings) as database:
                for name in MOVED:
                    wish = Wish(f"sentinel/{name}", f"sentinel/{name}-by-now", joins=False)
                    done = await move(database, wish)
                    assert done.number, done.problems

        run(moved())
        yield Site(client, settings), before.answers


def test_every_address_of_an_old_id_leads_to_the_new_one(both: tuple[Site, dict[str, Answer]]) -> None:
    site, before = both
    assert len(ADDRESSES) > 20
    wrong = []
    for address in ADDRESSES:
        came = site.client.get(address, headers={"accept": "text/html"}, follow_redirects=False)
        if came.status_code == 308:
            if came.headers["location"] != newer(address) and "?" not in address:
                wrong.append((address, came.headers["location"]))
            if came.headers["cache-control"] != "no-cache":
                wrong.append((address, came.headers["cache-control"]))
        elif came.status_code != 200:
            wrong.append((address, str(came.status_code)))
        # With its query, and for whatever it was: a page, a file, a feed, a picture.
        if site.get(address).telltales != before[address].telltales:
            wrong.append((address, "says something else"))
        if site.get(newer(address)).telltales != before[address].telltales:
            wrong.append((newer(address), "says something else"))
    assert not wrong
    came = site.client.get("/sentinel/forum?on=2010-06&proposed=1", follow_redirects=False)
    assert (came.status_code, came.headers["location"]) == (308, "/sentinel/forum-by-now?on=2010-06&proposed=1")
    assert site.client.get("/sentinel/forum", follow_redirects=False).status_code == 308
    assert site.client.get("/sentinel/no-forum").status_code == 404
    assert site.client.get("/search?q=sentinel/forum").text.count("sentinel/forum-by-now")


def test_every_field_that_is_asked_by_an_old_id_answers_with_the_new_one(both: tuple[Site, dict[str, Answer]]) -> None:
    site, before = both
    assert len(QUERIES) > 20
    wrong = [query for query in QUERIES if site.ask(query).telltales != before[query].telltales]
    assert not wrong
    query = (
        "query($id: ID!, $ids: [ID!]!) { node(id: $id) { id } organization(id: $id) { id } nodes(ids: $ids) { id } }"
    )
    asked = {"query": query, "variables": {"id": "sentinel/forum", "ids": ["sentinel/board", "sentinel/top"]}}
    assert site.client.post("/graphql", json=asked).json()["data"] == {
        "node": {"id": "sentinel/forum-by-now"},
        "organization": {"id": "sentinel/forum-by-now"},
        "nodes": [{"id": "sentinel/board-by-now"}, {"id": "sentinel/top"}],
    }


def test_commands_take_an_old_id_for_the_new_one(both: tuple[Site, dict[str, Answer]]) -> None:
    site, before = both
    for words in COMMANDS:
        asked = " ".join(("partnerships", *words))
        assert site.run(*words).telltales == before[asked].telltales
