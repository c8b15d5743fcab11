"""The three questions, as each side words them, of bodies all over the places."""

import random
from dataclasses import dataclass
from typing import Any

from benchmarks.places import SIZES

Body = dict[str, Any]
_GROUPS = ("forum", "network")
_BOARDS = ("partnership_board", "sub_group")


@dataclass(frozen=True, slots=True)
class Question:
    """What both sides are asked."""

    name: str
    says: str
    ours: list[Body]
    peers: list[Body]

    def alone(self) -> "Question":
        """Return it about one body, worded the same each time."""
        return Question(self.name, self.says, [_worn(self.ours[0])], [_worn(self.peers[0])])


def questions(places: int, count: int = 200) -> tuple[Question, ...]:
    """Return the questions about so many bodies of some places, the same ones every time."""
    rng = random.Random(5)
    groups, boards = ([_body(rng, places, sorts) for _ in range(count)] for sorts in (_GROUPS, _BOARDS))
    return (
        Question("Q1", "who represents us", _each(_WHO, "id", groups), _each(_PEER_WHO, "id", groups)),
        Question("Q2", "a board whole", _each(_BOARD, "id", boards), _each(_PEER_BOARD, "id", boards)),
        Question("Q3", "a hundred boards", [_asked(_HUNDRED, {})], [_asked(_PEER_HUNDRED, {})]),
    )


def ids_of(question: Question) -> list[str]:
    """Return the bodies a question is about."""
    return [body["variables"]["id"] for body in question.ours if "id" in body["variables"]]


def _body(rng: random.Random, places: int, sorts: tuple[str, ...]) -> str:
    names = [f"{sort.replace('_', '-')}-{n}" for sort in sorts for n in range(SIZES[sort])]
    return f"place-{rng.randrange(places):03}/{rng.choice(names)}"


def _each(document: str, name: str, values: list[str]) -> list[Body]:
    return [_asked(document, {name: value}) for value in values]


def _asked(document: str, variables: Body) -> Body:
    # A variable that the document does not declare changes nothing but the words of the request.
    return {"query": " ".join(document.split()), "variables": {**variables, "asked": "NUMBER"}}


def _worn(body: Body) -> Body:
    return body | {"variables": {name: value for name, value in body["variables"].items() if name != "asked"}}


_WHO = """query Who($id: ID!) { representation(of: $id) { seats {
  board { id name } post { id heldBy } via { id } } } }"""
_PEER_WHO = "query Who($id: ID!) { who(id: $id) { board boardName post holder via } }"

_BOARD = """query Board($id: ID!) { organization(id: $id) { id name classification
  posts { id role
    holders { holder { __typename ... on Person { id name } ... on Organization { id name } } }
    onBehalfOf { id name classification } }
  lines(direction: UP, types: [REPORTS_TO]) { to { id name classification } } } }"""
_PEER_BOARD = """query Board($id: ID!) { organizations(where: {id: {eq: $id}}) { id name classification
  posts { id role holders { id name } onBehalfOf { id name classification } }
  reportsTo { id name classification } } }"""

_HUNDRED = """query Boards { organizations(classification: [PARTNERSHIP_BOARD], first: 100) { edges { node { id name
  posts { id role
    holders { holder { __typename ... on Person { id name } ... on Organization { id name } } } } } } } }"""
_PEER_HUNDRED = """query Boards { organizations(
    where: {classification: {eq: "partnership_board"}}, sort: [{name: ASC}, {id: ASC}], limit: 100) {
  id name posts { id role holders { id name } } } }"""
