"""Programs that write by GraphQL over a small place of their own, with tokens of several rights."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.accounts import tokens
from app.domain.rights import Grant, Role
from app.store.database import Transaction
from tests.accounts import Browser
from tests.sites import Sites

Json = dict[str, Any]
FILE = """place: testham
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: 'minutes, 1'}
  - {id: secret, name: Zsecret, classification: forum, kind: collaboration, access: confidential, cites: 'minutes, 1'}
people:
  - {id: ann, name: Ann Rae, cites: 'minutes, 1'}
posts:
  - {id: seat, on: board, holders: [{person: ann, since: 2007}], cites: 'minutes, 1'}
  - {id: for-secret, on: board, role: observer, onBehalfOf: secret, cites: 'minutes, 1'}
"""
CHANGE = """mutation ($input: ChangeEntriesInput!) { changeEntries(input: $input) { __typename
  ... on ChangeMade { changeSet told }
  ... on ChangePreview { told doubts { path message expected } }
  ... on ChangeConflict { entries { kind id yours now digest } }
  ... on ChangeRefused { problems { path message expected } doubts { path message expected } } } }"""
UNDO = """mutation ($number: Int!, $preview: Boolean) { undoChange(number: $number, preview: $preview) { __typename
  ... on ChangeMade { changeSet told } ... on ChangePreview { told } ... on ChangeRefused { problems { message } } } }"""
ENTRY = "query ($kind: EntryKind!, $id: ID!) { entry(kind: $kind, id: $id) { kind id digest says } }"
RENAMED = ["Changed:", "  Big Board: name 'Board' -> 'Big Board'"]


class Program:
    """A program with a token, or without."""

    def __init__(self, client: TestClient, secret: str = "") -> None:
        """Take the site."""
        self.client = client
        self.headers = {"authorization": f"Bearer {secret}"} if secret else {}

    def ask(self, query: str, **variables: Any) -> Any:
        sent = {"query": query, "variables": variables}
        return self.client.post("/graphql", json=sent, headers=self.headers)

    def code(self, query: str, **variables: Any) -> str:
        (error,) = self.ask(query, **variables).json()["errors"]
        code: str = error["extensions"]["code"]
        return code

    def change(self, *entries: Json, **more: Any) -> Json:
        answer = self.ask(CHANGE, input={"place": "testham", "entries": entries, **more}).json()
        assert "errors" not in answer, answer
        found: Json = answer["data"]["changeEntries"]
        return found

    def undo(self, number: int, *, preview: bool = False) -> Json:
        answer = self.ask(UNDO, number=number, preview=preview).json()
        assert "errors" not in answer, answer
        found: Json = answer["data"]["undoChange"]
        return found

    def entry(self, kind: str, id_: str) -> Json:
        found: Json = self.ask(ENTRY, kind=kind, id=id_).json()["data"]["entry"]
        return found

    def renamed(self, name: str = "Big Board") -> Json:
        """Return the change that gives the board another name."""
        board = self.entry("ORGANIZATION", "testham/board")
        after = board["says"] | {"name": name}
        return {"kind": board["kind"], "id": board["id"], "before": board["digest"], "after": after}


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site over a small place."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Other}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(FILE)
    with sites.over(seeds) as (client, _):
        yield client


def with_token(site: TestClient, login: str, *grants: Grant) -> Program:
    """Return a program whose token may what its account may."""
    browser = Browser(site)
    account = browser.account(login, *grants)

    async def work(transaction: Transaction) -> str:
        return await tokens.make(transaction, account, f"token of {login}", grants, 1, by="machine tester")

    return Program(site, browser.write(work))


@pytest.fixture(scope="module")
def editor(site: TestClient) -> Program:
    return with_token(site, "eve", Grant(Role.EDITOR, "testham"))


@pytest.fixture(scope="module")
def steward(site: TestClient) -> Program:
    return with_token(site, "stan", Grant(Role.STEWARD, "testham"))
