"""Who has an answer already is told so, before any work is done; who asks for what was asked before is sent the same.

Every route is tried, from the one table of them: a new one without a tag fails here.
"""

import gzip
import time
from collections.abc import Iterator
from datetime import date

import brotli
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from app.caching.answers import forget_answers
from app.caching.policies import MadeFrom
from app.main import create_app
from app.reading.explorer import Explorer
from app.reading.sizes import sizes_of
from app.settings import Settings
from app.web.site import POLICIES
from tests.web.test_heads import EXAMPLES

HTML = {"accept": "text/html", "accept-encoding": "identity"}
FROM = {"origin": "https://elsewhere.example.org"}
MOMENT = {path for path, policy in POLICIES.items() if policy.made_from is MadeFrom.MOMENT}
TAGGED = sorted(EXAMPLES.keys() - MOMENT)
PACKED = (".png", ".pdf", ".xlsx", ".zip")
PAPER = [route for route in TAGGED if route.endswith((".png", ".pdf"))]
"""What takes long to make."""
SAID_AGAIN = ("cache-control", "vary", "content-security-policy", "x-content-type-options", "referrer-policy",
              "permissions-policy", "cross-origin-opener-policy", "access-control-allow-origin",
              "access-control-expose-headers")  # fmt: skip
"""What a reader's copy would go without, or with something else, were it not said of it again."""


def explorer_of(client: TestClient) -> Explorer:
    explorer: Explorer = client.app_state["explorer"]
    return explorer


@pytest.fixture(scope="module", autouse=True)
def counted(client: TestClient) -> None:
    """Wait until it is known how long lists are, which the estimates of GraphQL's answers go by."""
    assert client.portal
    client.portal.call(sizes_of, explorer_of(client))


def test_what_is_said_of_the_moment_is_kept_by_nobody(client: TestClient) -> None:
    assert {"/healthz", "/readyz", "/metrics"} == MOMENT
    for path in MOMENT:
        answer = client.get(path, headers={"if-none-match": "*"})
        assert (answer.status_code, answer.headers["cache-control"], "etag" in answer.headers) == (
            200,
            "no-store",
            False,
        )


@pytest.mark.parametrize("route", TAGGED)
def test_who_has_it_already_is_not_sent_it_again(client: TestClient, route: str) -> None:
    address = EXAMPLES[route]
    first = client.get(address, headers=HTML | FROM)
    tag = first.headers["etag"]
    assert first.headers["cache-control"].startswith("public, ")
    assert tag[0] == tag[-1] == '"'
    for known in (tag, f"W/{tag}", f'"another", {tag}', f'"a,b",{tag}', f'{tag} , W/"x"', "*"):
        again = client.get(address, headers=HTML | FROM | {"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), known
        assert client.head(address, headers=HTML | {"if-none-match": known}).status_code == 304
    forget_answers(explorer_of(client))
    trips = explorer_of(client).database.round_trips
    unmade = client.get(address, headers=HTML | FROM | {"if-none-match": tag})
    assert explorer_of(client).database.round_trips <= trips + 1
    assert (unmade.status_code, unmade.content, unmade.headers["etag"]) == (304, b"", tag)
    for name in SAID_AGAIN:
        said = {answer.headers.get(name) for answer in (first, again, unmade)}
        assert len(said) == 1, (name, said)
    for other in ('"another"', tag.strip('"'), "", tag.replace('"', "'")):
        again = client.get(address, headers=HTML | {"if-none-match": other})
        assert (again.status_code, again.content, again.headers["etag"]) == (200, first.content, tag), other


@pytest.mark.parametrize("route", TAGGED)
def test_it_is_sent_compressed_as_the_reader_likes(client: TestClient, route: str) -> None:
    address = EXAMPLES[route]
    is_packed = address.endswith(PACKED) or route.endswith(PACKED)
    plain = client.get(address, headers=HTML)
    tags = {plain.headers["etag"]}
    for liked, coding in (("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0.5, gzip", "gzip"), ("br;q=0, *", "gzip")):
        coded = client.get(address, headers={"accept": "text/html", "accept-encoding": liked})
        assert coded.content == plain.content
        if is_packed:
            assert "content-encoding" not in coded.headers
            assert "accept-encoding" not in coded.headers.get("vary", "").lower()
            assert coded.headers["etag"] in tags
            continue
        short = len(plain.content) < 1000
        assert coded.headers.get("content-encoding") == (None if short else coding)
        assert "Accept-Encoding" in coded.headers["vary"]
        tags.add(coded.headers["etag"])
        other = client.get(address, headers=HTML | {"if-none-match": coded.headers["etag"]})
        assert other.status_code == 200, "another coding is another copy"
    assert len(tags) == (1 if is_packed else 3)


def test_what_is_compressed_is_what_it_says(client: TestClient) -> None:
    plain = client.get("/bromley", headers=HTML).content
    found = {}
    for coding in ("br", "gzip"):
        with client.stream("GET", "/bromley", headers={"accept": "text/html", "accept-encoding": coding}) as answer:
            found[coding] = b"".join(answer.iter_raw())
    assert brotli.decompress(found["br"]) == gzip.decompress(found["gzip"]) == plain
    assert len(found["br"]) < len(found["gzip"]) < len(plain) / 3


@pytest.fixture(scope="module")
def another(client: TestClient, settings: Settings) -> Iterator[TestClient]:
    """Return another process's application, as it were, over the same data."""
    with TestClient(create_app(settings)) as another:
        assert another.portal
        another.portal.call(sizes_of, explorer_of(another))
        yield another


def test_the_same_tag_is_of_the_same_content_in_every_process(client: TestClient, another: TestClient) -> None:
    tried = [route for route in TAGGED if route not in PAPER] + ["/booklet/{area}.pdf"]
    addresses = [EXAMPLES[route] for route in tried] + ["/gaps.xlsx?area=gloucester"]
    for address in addresses:
        one, other = client.get(address, headers=HTML), another.get(address, headers=HTML)
        if address.endswith(".xlsx"):
            time.sleep(1.1 - time.time() % 1)  # the next second, which no file may tell
            forget_answers(explorer_of(client))
            one = client.get(address, headers=HTML)
        assert one.headers["etag"] == other.headers["etag"], address
        assert one.content == other.content, address


def test_no_two_addresses_have_the_same_tag(client: TestClient) -> None:
    more = ["/?on=2008", "/bromley?on=2008", "/bromley?proposed=1", "/gaps.xlsx?area=gloucester"]
    tags = [client.get(each, headers=HTML).headers["etag"] for each in [*map(EXAMPLES.__getitem__, TAGGED), *more]]
    assert len(set(tags)) == len(tags)


def test_a_tag_changes_at_midnight(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    of_the_day, of_the_program = ("/bromley", "/feeds/bromley.atom", "/glossary"), ("/schema.graphql", "/openapi.json")
    before = {address: client.get(address).headers["etag"] for address in of_the_day + of_the_program}
    monkeypatch.setattr("app.caching.middleware.today", lambda: date(2041, 1, 1))
    for address, tag in before.items():
        again = client.get(address, headers={"if-none-match": tag})
        assert again.status_code == (200 if address in of_the_day else 304), address


def test_a_tag_changes_with_what_is_set(client: TestClient, settings: Settings) -> None:
    other = settings.model_copy(update={"contact": "mailto:somebody@example.org"})
    tag = client.get("/bromley").headers["etag"]
    with TestClient(create_app(other)) as changed:
        assert changed.get("/bromley", headers={"if-none-match": tag}).status_code == 200
    moved = settings.model_copy(update={"port": 4711, "log_level": "error", "kept_megabytes": 0})
    with TestClient(create_app(moved)) as same:
        assert same.get("/bromley", headers={"if-none-match": tag}).status_code == 304
        # Nothing is kept, and all is said and answered as ever.
        assert same.get("/bromley", headers=HTML).content == client.get("/bromley", headers=HTML).content
        assert all(
            len(explorer_of(same).kept[it]) == 0 for it in explorer_of(same).kept.shelves if it.name == "answers"
        )


def test_what_is_asked_again_is_answered_without_asking_more_of_the_database_than_its_version(
    client: TestClient,
) -> None:
    for address in ("/bromley", "/who?of=bromley/council-on-ageing", "/graphql?query={areas{id}}"):
        first = client.get(address, headers=HTML if "graphql" not in address else {})
        trips = explorer_of(client).database.round_trips
        again = client.get(address, headers=HTML if "graphql" not in address else {})
        assert explorer_of(client).database.round_trips == trips + 1
        assert (again.content, again.headers) == (first.content, first.headers)


@pytest.mark.parametrize("address", ["/nowhere", "/who?on=2007-02-30", "/diagrams/nowhere.png", "/gaps.exe"])
def test_what_is_no_answer_is_kept_by_nobody(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"if-none-match": "*"})
    assert answer.status_code >= 400
    assert (answer.headers["cache-control"], "etag" in answer.headers) == ("no-store", False)
    assert "Accept" in answer.headers["vary"].split(", ")
    program = client.get(address, headers={"accept": "application/json"})
    assert program.headers["content-type"] == "application/json"


def test_who_goes_away_before_all_is_sent_is_not_answered(client: TestClient) -> None:
    sent: list[Message] = []
    scope = {
        "type": "http", "method": "POST", "path": "/graphql", "raw_path": b"/graphql", "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/json"), (b"content-length", b"100")],
        "scheme": "http", "http_version": "1.1", "server": ("localhost", 80), "client": ("localhost", 1),
        "asgi": {"version": "3.0"}, "root_path": "", "state": dict(client.app_state),
    }  # fmt: skip
    coming: list[Message] = [
        {"type": "http.request", "body": b'{"query": "{ar', "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return coming.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    assert client.portal
    client.portal.call(client.app, scope, receive, send)
    assert (sent, coming) == ([], [])
