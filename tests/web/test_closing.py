"""What one place closes cannot be told from what was never recorded, wherever one looks; opened again, all is back.

Two places speak of each other. One thing of a kind, or a few, are closed by a load of the one place alone; then all that
the site says is compared with a site on which they had never been heard of. Opened again, the database holds
what it held, fact by fact; and where a thing of some sort was looked at while it was closed, the site says what it
said.
"""

import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from graphql import DocumentNode, execute, get_named_type, parse
from starlette.testclient import TestClient

from app.api.loading.context import Context
from app.api.schema.root import SCHEMA
from app.exchange.formats.registry import FORMATS
from app.reading.explorer import Explorer
from app.record.loading import load_files
from app.settings import Settings
from app.store.database import Transaction
from tests.accounts import LABELS as ACCOUNT_LABELS
from tests.api.test_access import everything
from tests.commands import in_process
from tests.conftest import SEEDS
from tests.sites import Sites
from tests.web.closing_cases import FILES, THINGS, TOGETHER, Files, closed, without
from tests.web.test_heads import routes_of

Said = dict[str, Any]
"""What the site says, by where: an address, a GraphQL query, a command."""

OF_THE_MOMENT = re.compile(
    rb'DTSTAMP:\w+|"updated":"[^"]*"|data[ _-]?version\W+\d+|version \d+ of the record', re.IGNORECASE
)

ACCOUNTS = {"DataVersion", "Migration", "Turn", "ChangeSet", "ChangePart", "Moments", *ACCOUNT_LABELS}
"""What the database notes of itself."""

LOOKED_AT_AGAIN = {"organization", "tenure", "source"}
"""A node, a relationship, and what belongs to no place."""

NOT_ASKED = {
    "/healthz", "/readyz", "/metrics", "/robots.txt", "/glossary", "/schema.graphql", "/static", "/static/vis",
    "/about", "/privacy", "/accessibility", "/terms",
    "/graphql", "/graphql/assets/{name}", "/api", "/openapi.json",
    "/data/reconcile/suggest/type", "/data/reconcile/suggest/property",
    "/stories/{area}/{story}", "/stories/{area}/{story}/handout",
    "/diagrams/{area}.pdf", "/diagrams/{area}/{organization}.pdf", "/booklet/{area}.pdf",
    "/relationships/{area}.pdf", "/routes.pdf", "/changes.pdf",
}  # fmt: skip
"""Routes that say nothing of any place, or say on paper, with the time of day, what another says on the page."""

PLACE_ROUTES = (
    "/{area}", "/diagrams/{area}.json", "/diagrams/{area}.svg", "/embed/{area}", "/booklet/{area}", "/feeds/{area}.atom",
    "/calendars/{area}.ics", "/diagrams/{area}.html", *(f"/data/{{area}}.{each.ending}" for each in FORMATS),
    "/data/{area}.manifest.json",
)  # fmt: skip
BODY_ROUTES = (
    "/{area}/{organization}", "/diagrams/{area}/{organization}.json", "/diagrams/{area}/{organization}.svg",
    "/embed/{area}/{organization}", "/panel/{area}/{organization}", "/feeds/{area}/{organization}.atom",
    "/calendars/{area}/{organization}.ics", "/diagrams/{area}/{organization}.html",
)  # fmt: skip
REGISTERS = ("bodies", "seats", "vacancies", "people", "outside-bodies", "asked-for", "lines", "meetings", "attendance")
ASKED = {
    "/": ["/"],
    "/search": ["/search?q=quombat", "/search?q=beta", "/search?q=obduskan"],
    "/sources": ["/sources"],
    "/suggest": ["/suggest?q=qu", "/suggest?q=vel&to=who", "/suggest?q=beta&to=body"],
    "/who": ["/who?of=beta/forum", "/who?of=beta/network", "/who?of=beta/people", "/who?of=alpha/quombat",
             "/who?of=alpha/velstrid", "/who?of=beta/bea", "/who?of=beta/forum&on=2009-06", "/who?of=quombat"],
    "/routes": ["/routes?from=beta/people&to=alpha/top", "/routes?from=beta/forum&to=alpha/quombat"],
    "/routes.svg": ["/routes.svg?from=beta/people&to=alpha/top", "/routes.svg?from=beta/forum&to=alpha/quombat"],
    "/routes.png": ["/routes.png?from=beta/people&to=alpha/top&frame=none"],
    "/people/{person:path}": ["/people/alpha/velstrid", "/people/beta/bea", "/people/beta/cal"],
    "/balance": ["/balance?of=alpha/top&on=2010", "/balance?of=beta/board", "/balance?of=alpha/quombat"],
    "/balance.{format}": ["/balance.csv?area=alpha", "/balance.csv?area=beta"],
    "/members/{area}/{organization}": ["/members/alpha/top?on=2010", "/members/beta/board", "/members/alpha/quombat"],
    "/members.{format}": ["/members.csv?of=alpha/top&on=2010", "/members.csv?area=beta", "/members.csv?of=alpha/quombat"],
    "/gaps": ["/gaps?area=alpha", "/gaps?area=beta&on=2010", "/gaps"],
    "/lines.{format}": ["/lines.csv?area=alpha", "/lines.csv?area=beta"],
    "/meetings.{format}": ["/meetings.csv?area=alpha", "/meetings.csv?area=beta"],
    "/gaps.{format}": ["/gaps.csv?area=alpha", "/gaps.csv?area=beta"],
    "/changes.{format}": ["/changes.csv?area=alpha", "/changes.csv?area=beta"],
    "/changes.svg": [
        *(f"/changes.svg?area={place}{day}" for place in ("alpha", "beta") for day in ("", "&day=before", "&day=after")),
        *(f"/changes.svg?of=alpha/top{day}" for day in ("", "&day=before", "&day=after")),
    ],
    "/changes.png": ["/changes.png?of=alpha/top&day=after&frame=none"],
    "/who.{format}": ["/who.csv?of=beta/forum", "/who.csv?of=alpha/quombat", "/who.csv?of=beta/bea"],
    "/routes.{format}": ["/routes.csv?from=beta/people&to=alpha/top", "/routes.csv?from=beta/forum&to=alpha/quombat"],
    "/fragility.{format}": ["/fragility.csv?area=alpha", "/fragility.csv?area=beta&on=2010"],
    "/compare.{format}": ["/compare.csv?left=alpha&right=beta"],
    "/sources.{format}": ["/sources.csv"],
    "/registers": ["/registers"],
    "/registers/{area}": ["/registers/alpha?on=2010", "/registers/beta"],
    "/registers/seats": ["/registers/seats"],
    "/registers/vacancies": ["/registers/vacancies"],
    "/registers/outside-bodies": ["/registers/outside-bodies"],
    "/registers/asked-for": ["/registers/asked-for"],
    "/registers/{register}.json": ["/registers/seats.json"],
    "/registers/{register}.{format}": ["/registers/seats.csv"],
    "/registers/{area}/{register}": [f"/registers/{place}/{each}" for place in ("alpha", "beta") for each in REGISTERS],
    "/registers/{area}/{register}.json": [f"/registers/beta/{each}.json?on=2010" for each in REGISTERS],
    "/registers/{area}/{register}.{format}": [f"/registers/alpha/{each}.csv?on=2010" for each in REGISTERS],
    "/capacity": ["/capacity"],
    "/capacity.{format}": ["/capacity.csv"],
    "/compare": ["/compare?left=alpha&right=beta"],
    "/relationships": ["/relationships"],
    "/relationships.{format}": ["/relationships.csv"],
    "/relationships/{area}.svg": ["/relationships/alpha.svg"],
    "/relationships/{area}.png": ["/relationships/alpha.png?frame=none"],
    "/relationships/{area}.html": ["/relationships/alpha.html", "/relationships/beta.html"],
    "/changes": ["/changes?area=alpha", "/changes?area=beta"],
    "/fragility": ["/fragility?area=alpha", "/fragility?area=beta&on=2010", "/fragility?area=beta&person=beta/bea"],
    "/report-back.{format}": ["/report-back.csv?area=alpha&on=2010", "/report-back.csv?area=beta&on=2010"],
    "/report-back": ["/report-back?area=alpha&on=2010", "/report-back?area=beta&on=2010"],
    # Pixels take long to make, from the drawings that are looked at everywhere: one of each sort.
    # Without the words around them, which name the version of the data, as those of drawings do.
    "/diagrams/{area}.png": ["/diagrams/beta.png?frame=none"],
    "/diagrams/{area}/{organization}.png": ["/diagrams/beta/forum.png?frame=none"],
    "/social/{area}.png": ["/social/beta.png"],
    "/social/{area}/{organization}.png": ["/social/alpha/top.png"],
    "/stories": ["/stories"],
    "/data/dump.jsonl": ["/data/dump.jsonl"],
    "/data/manifest.json": ["/data/manifest.json"],
    "/data/reconcile": [
        '/data/reconcile?queries={"a":{"query":"quombat"},"b":{"query":"beta"},"c":{"query":"obduskan","limit":25}}',
        *(f"/data/reconcile?queries={{%22a%22:{{%22query%22:%22{id_}%22}}}}" for id_ in ("alpha/quombat", "alpha/velstrid")),
    ],
    "/data/reconcile/suggest/entity": ["/data/reconcile/suggest/entity?prefix=qu", "/data/reconcile/suggest/entity?prefix=vel"],
    "/data/reconcile/preview": ["/data/reconcile/preview?id=alpha/quombat", "/data/reconcile/preview?id=beta/bea"],
    "/data/reconcile/flyout": ["/data/reconcile/flyout?id=alpha/velstrid"],
    "/ask": ["/ask"],
    "/ask/{question}/{blank}/names": ["/ask/who-speaks-for/group/names?q=q"],
}  # fmt: skip
QUESTIONS = {
    "who-speaks-for": "group=beta/forum", "who-sits-on": "board=alpha/top", "what-does-a-person-hold": "person=beta/bea",
    "boards-without": "area=beta&sector=beta/people", "what-is-recorded-as-missing": "area=beta",
    "which-seats-are-empty": "area=alpha", "who-carries-the-seats": "area=beta", "who-owes-a-report": "area=alpha",
}  # fmt: skip
COMMANDS = (
    ("who", "beta/forum"), ("who", "beta/bea", "--json"), ("search", "quombat"), ("gaps", "--area", "alpha"),
    ("changes", "--area", "beta"), ("fragility", "--area", "beta"), ("report-back", "--area", "alpha", "--on", "2010"),
    ("capacity",), ("relationships",), ("compare", "alpha", "beta"), ("balance", "alpha/top", "--on", "2010"),
    ("members", "alpha/top", "--on", "2010"),
    ("routes", "beta/people", "alpha/top"), ("register", "seats", "--area", "alpha"),
)  # fmt: skip
DEEP = (
    "organizations(first: 100)", "people(first: 100)", 'meeting(id: "alpha/open-meeting")', 'post(id: "alpha/chair")',
)  # fmt: skip
QUERIES = (
    "sources(first: 100)", "areas", "assessments", 'structure(area: "beta")', 'representation(of: "beta/forum")',
    'representation(of: "beta/bea", on: "2010-01-01")', 'search(text: "quombat", first: 20)',
    'gaps(area: "beta", first: 100)', 'changes(area: "beta", since: "2000-01-01", until: "2020-01-01")', 'fragility(area: "beta")',
    'reportBack(area: "alpha", on: "2010-01-01")', 'capacities', 'compare(left: "alpha", right: "beta")',
)  # fmt: skip


def ids(files: Files, section: str) -> list[str]:
    return [f"{place}/{entry['id']}" for place in ("alpha", "beta") for entry in files[place][section]]


NODES = [
    id_
    for section in ("organizations", "people", "posts", "meetings", "actions", "assessments", "absences")
    for id_ in ids(FILES, section)
]


def addresses() -> dict[str, list[str]]:
    """Return what is asked of each route: of all that is there before anything is closed."""
    asked = dict(ASKED)
    asked |= {route: [route.format(area=area) for area in ("alpha", "beta")] for route in PLACE_ROUTES}
    bodies = [id_.split("/") for id_ in ids(FILES, "organizations")]
    asked |= {route: [route.format(area=a, organization=o) for a, o in bodies] for route in BODY_ROUTES}
    asked["/posts/{area}/{post}"] = [f"/posts/{id_}" for id_ in ids(FILES, "posts")]
    asked["/report-back/{area}/{post}"] = [f"/report-back/{id_}?on=2010" for id_ in ids(FILES, "posts")]
    asked["/meetings/{area}/{meeting}"] = [f"/meetings/{id_}" for id_ in ids(FILES, "meetings")]
    asked["/sources/{source:path}"] = [f"/sources/{source['id']}" for source in FILES["sources"]["sources"]]
    asked["/ask/{question}"] = [f"/ask/{question}?{blanks}" for question, blanks in QUESTIONS.items()]
    return asked


@cache
def document(query: str, depth: int) -> DocumentNode:
    """Return a field of the API with everything that can be selected in it, as deep as asked for."""
    root = SCHEMA._schema.query_type
    assert root
    inner = get_named_type(root.fields[query.split("(")[0]].type)
    return parse(f"{{ it: {query} {everything(inner, depth)} }}")


def _undated(value: Any) -> Any:
    """Return an answer without when entries last changed: each load has a moment of its own."""
    if isinstance(value, dict):
        return {name: _undated(it) for name, it in value.items() if not name.endswith("updatedAt")}
    return [_undated(it) for it in value] if isinstance(value, list) else value


class Site:
    """The site over a folder of files, which can be loaded anew one place at a time."""

    def __init__(self, client: TestClient, settings: Settings) -> None:
        self.client, self.settings = client, settings
        self.explorer: Explorer = client.app_state["explorer"]

    def load(self, files: Files, *places: str, replace: bool = False) -> None:
        """Load the files of some places, alone."""
        write(self.settings.seeds_dir, files)

        async def work() -> None:
            paths = [self.settings.seeds_dir / f"{place}.yaml" for place in places]
            await load_files(self.explorer.database, paths, replace=replace)

        assert self.client.portal
        self.client.portal.call(work)

    def remove_source(self, id_: str) -> None:
        """Remove what belongs to all places, so that no load does."""

        async def work(transaction: Transaction) -> None:
            await transaction.write("delete_nodes_of", "Source", places=[""], ids=[id_])
            await transaction.write("record_data_version", changed=1)

        assert self.client.portal
        self.client.portal.call(self.explorer.database.write, work)

    def held(self) -> list[str]:
        """Return every fact that the database holds, but for its own accounts."""

        async def work(transaction: Transaction) -> list[str]:
            asked = transaction._transaction
            nodes = await asked.run("MATCH (n) RETURN labels(n) AS sort, properties(n) AS has")
            facts = [[*sorted(sort), sorted(has.items())] async for sort, has in nodes]
            links = await asked.run(
                "MATCH (a)-[r]->(b) RETURN type(r) AS sort, a.id AS from, b.id AS to, properties(r) AS has"
            )
            facts += [[sort, from_, to, sorted(has.items())] async for sort, from_, to, has in links]
            return sorted(str(fact) for fact in facts if fact[0] not in ACCOUNTS)

        assert self.client.portal
        return self.client.portal.call(self.explorer.database.write, work)

    def said(self, *, commands: bool = True) -> Said:
        """Return everything that the site says now; what it says in a terminal is the same whoever is signed in."""
        found: Said = {address: self._get(address) for asked in addresses().values() for address in asked}
        found |= {query: self._ask(document(query, 2)) for query in DEEP}
        found |= {query: self._ask(document(query, 1)) for query in QUERIES}
        found |= {f"node {id_}": self._ask(document(f'node(id: "{id_}")', 0)) for id_ in NODES}
        return found | {" ".join(words): self._run(words) for words in COMMANDS if commands}

    def _get(self, address: str) -> tuple[int, bytes]:
        # Its tag is left out: that is made of the version of the data, which every load makes another.
        answer = self.client.get(address, headers={"accept": "text/html"})
        assert answer.status_code in {200, 404}, (address, answer.status_code, answer.text[:300])
        return answer.status_code, OF_THE_MOMENT.sub(b"", answer.content)

    def _ask(self, asked: DocumentNode) -> Any:
        async def run() -> Any:
            result: Any = execute(SCHEMA._schema, asked, context_value=Context(self.explorer))
            result = result if hasattr(result, "data") else await result
            assert not result.errors, result.errors
            return _undated(result.data)

        assert self.client.portal
        return self.client.portal.call(run)

    def _run(self, words: tuple[str, ...]) -> tuple[int, str]:
        kept = {"PARTNERSHIPS_DATA_DIR": str(self.settings.data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
        kept |= {"PARTNERSHIPS_SEEDS_DIR": str(self.settings.seeds_dir), "PARTNERSHIPS_READ_DEADLINE": "15"}
        done = in_process(words, kept)
        assert done.exit_code in {0, 1}, done.output
        return done.exit_code, done.output


def write(folder: Path, files: Files) -> None:
    """Write files as JSON, which is YAML."""
    for place in ("alpha", "beta"):
        (folder / f"{place}.yaml").write_text(json.dumps({"place": place} | files[place]), "utf-8")
    (folder / "sources.yaml").write_text(json.dumps(files["sources"]), "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Site]:
    """Serve the two places from an engine of their own."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]", "utf-8")
    write(seeds, FILES)
    shutil.copytree(SEEDS / "questions", seeds / "questions")
    with sites.over(seeds) as (client, settings):
        yield Site(client, settings)


@pytest.fixture(scope="module")
def before(site: Site) -> Said:
    """Return what the site says while nothing is closed."""
    return site.said()


@pytest.fixture(scope="module")
def at_first(site: Site) -> list[str]:
    """Return what the database holds while nothing is closed."""
    return site.held()


@pytest.fixture(autouse=True)
def restored(site: Site, at_first: list[str], before: Said) -> Iterator[None]:
    """Open everything again, whatever a test did."""
    yield
    site.load(FILES, "alpha", "beta", replace=True)


def differing(one: Said, other: Said) -> dict[str, tuple[str, str]]:
    """Return where two sites say different things, with the first words that differ."""
    return {where: _apart(str(one[where]), str(other[where])) for where in one if one[where] != other[where]}


def _apart(one: str, other: str) -> tuple[str, str]:
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return one[max(start - 60, 0) : start + 80], other[max(start - 60, 0) : start + 80]


def test_every_route_is_asked(site: Site) -> None:
    app: Any = site.client.app
    assert set(routes_of(app)) == NOT_ASKED | set(addresses())


def test_every_address_has_an_answer_before_anything_is_closed(before: Said, at_first: list[str]) -> None:
    missing = {where for where, said in before.items() if where.startswith("/") and said[0] != 200}
    assert missing == {"/report-back/alpha/drimaxo?on=2010"}, "it is a seat on a board of another place"
    assert len(at_first) > 90


def test_everything_that_can_be_closed_is() -> None:
    assert sorted(kind for kinds in TOGETHER for kind in kinds) == sorted(THINGS)


@pytest.mark.parametrize("kinds", TOGETHER, ids=", ".join)
def test_what_is_closed_cannot_be_told_from_what_never_was(
    site: Site, before: Said, at_first: list[str], kinds: tuple[str, ...]
) -> None:
    # A document that both places cite is rewritten only by a load of both.
    places = ("alpha", "beta") if "source" in kinds else ("alpha",)
    site.load(closed(kinds), *places)
    while_closed = site.said()
    assert site.held() != at_first
    site.load(FILES, *places)
    assert site.held() == at_first
    opened = site.said() if LOOKED_AT_AGAIN.intersection(kinds) else before
    site.load(without(kinds), "alpha", "beta", replace=True)
    if "source" in kinds:
        site.remove_source(THINGS["source"][2])
    never = site.said()
    assert differing(while_closed, never) == {}
    assert differing(opened, before) == {}
    assert differing(while_closed, before) != {}
