"""How a name as a document spells it becomes the ids the API knows it by."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

Ask = Callable[[str, dict[str, object]], dict[str, object]]

AT_LARGE = " at large"
"""Marks a name as that of a constituency: "carers at large" are people, not a body."""

FIND_BODIES = """
query FindBodies($text: String!, $area: ID) {
  organizations(text: $text, area: $area, first: 25) { edges { node { ...Named } } }
  search(text: $text, area: $area, first: 10) { __typename ... on Organization { ...Named } }
}
fragment Named on Organization { id name kind alternateNames formerNames { name } }
"""

FIND_CONSTITUENCIES = """
query FindConstituencies($area: ID) {
  organizations(area: $area, classification: [CONSTITUENCY], first: 50) { edges { node { id name alternateNames } } }
}
"""

FIND_PEOPLE = """
query FindPeople($text: String!) { people(text: $text, first: 25) { edges { node { id name } } } }
"""


class UnknownName(AssertionError):
    """Nothing in the data answers to this name."""


def fold(text: str) -> str:
    """The text without case, accents, apostrophes and punctuation: "Carers' Centre" and "carers centre" are one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", re.sub("['\u2018\u2019`]", "", plain).replace("&", " and ")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def nodes(answer: dict[str, object], field: str) -> list[dict[str, Any]]:
    """The nodes of a connection."""
    connection: Any = answer[field]
    return [edge["node"] for edge in connection["edges"]]


class Names:
    """Finds bodies, constituencies and people by name, and remembers what it found."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], frozenset[str]] = {}

    def bodies(self, ask: Ask, area: str, names: Iterable[str]) -> frozenset[str]:
        """The ids of the organizations that go by any of these names; `UnknownName` when none is known."""
        return self._all("body", ask, area, names)

    def people(self, ask: Ask, names: Iterable[str]) -> frozenset[str]:
        """The ids of the people that go by any of these names; `UnknownName` when none is known."""
        return self._all("person", ask, "", names)

    def _all(self, sort: str, ask: Ask, area: str, names: Iterable[str]) -> frozenset[str]:
        wanted = list(names)
        for name in wanted:
            if (sort, area, name) not in self._found:
                self._found[sort, area, name] = frozenset(_look_up(sort, ask, area, name))
        found = frozenset().union(*(self._found[sort, area, name] for name in wanted))
        if not found:
            raise UnknownName(f"nothing is known by the name {' or '.join(wanted)}")
        return found


def _look_up(sort: str, ask: Ask, area: str, name: str) -> set[str]:
    if sort == "person":
        return _best(name, nodes(ask(FIND_PEOPLE, {"text": name}), "people"))
    if name.endswith(AT_LARGE):
        return _constituency(
            name.removesuffix(AT_LARGE), nodes(ask(FIND_CONSTITUENCIES, {"area": area}), "organizations")
        )
    here = _bodies_called(ask, {"text": name, "area": area})
    exact = _exact(name, here)
    # A national or county body need not be listed under the place that mentions it.
    return (
        exact
        or _exact(name, anywhere := _bodies_called(ask, {"text": name}))
        or _best(name, here)
        or _best(name, anywhere)
    )


def _bodies_called(ask: Ask, variables: dict[str, object]) -> list[dict[str, Any]]:
    answer: dict[str, Any] = ask(FIND_BODIES, variables)
    hits = [hit for hit in answer["search"] if hit["__typename"] == "Organization"]
    return [body for body in [*hits, *nodes(answer, "organizations")] if body["kind"] != "CONSTITUENCY"]


def _spellings(node: dict[str, Any]) -> set[str]:
    former = [entry["name"] for entry in node.get("formerNames", [])]
    return {fold(spelling) for spelling in [node["name"], *node.get("alternateNames", []), *former]}


def _exact(name: str, candidates: list[dict[str, Any]]) -> set[str]:
    return {node["id"] for node in candidates if fold(name) in _spellings(node)}


def _best(name: str, candidates: list[dict[str, Any]]) -> set[str]:
    """The exact hits, or else the best hit, as long as one word of the name is in it."""
    words = {word for word in fold(name).split() if len(word) > 2}
    sharing = (node["id"] for node in candidates if any(words & set(spelling.split()) for spelling in _spellings(node)))
    return _exact(name, candidates) or set(list(sharing)[:1])


def _constituency(name: str, candidates: list[dict[str, Any]]) -> set[str]:
    """The exact hits, or else the constituency with all these words in the fewest of its own."""
    words = set(fold(name).split())
    fitting = [
        (len(spelling), node["id"])
        for node in candidates
        for spelling in _spellings(node)
        if words <= set(spelling.split())
    ]
    return _exact(name, candidates) or {id_ for _, id_ in sorted(fitting)[:1]}
