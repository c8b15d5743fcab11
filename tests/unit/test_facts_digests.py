"""Fingerprints of facts: stored databases know facts by them, so they stay as they are from version to version."""

from datetime import date

import pytest

from app.domain.facts import NODE_LABELS, DataSet, Link, Node, Value, by_label

SAID: dict[str, Value] = {
    "name": "Älder", "open": False, "number": 3, "share": 0.5, "since": "2007", "earliest": date(2007, 1, 1),
    "cites": ["minutes p. 1", "report"], "until": None,
}  # fmt: skip

PLAIN, FULL, HELD = 1490105290913369397, -3933639152682371735, 3727785823794520686


def link(**said: object) -> Link:
    known: dict[str, object] = {
        "type": "HOLDS", "id": "b/held", "place": "b", "from_label": "Person", "from_id": "b/ann", "to_label": "Post",
        "to_id": "b/seat", "properties": {"since": "2007"},
    }  # fmt: skip
    return Link(**(known | said))  # type: ignore[arg-type]


def test_fingerprints_stay_as_they_are() -> None:
    assert Node("Person", "b/ann", "b", {}).digest == PLAIN
    assert Node("Person", "b/ann", "b", SAID).digest == FULL
    assert link().digest == HELD
    assert all(-(2**63) <= digest < 2**63 for digest in (PLAIN, FULL, HELD))


def test_the_order_of_properties_and_what_says_nothing_do_not_count() -> None:
    turned = dict(reversed(SAID.items())) | {"note": None}
    assert Node("Person", "b/ann", "elsewhere", turned).digest == FULL


@pytest.mark.parametrize(
    "other",
    [
        Node("Post", "b/ann", "b", SAID), Node("Person", "b/bob", "b", SAID), Node("Person", "b/ann", "b", SAID | {"number": 4}),
        Node("Person", "b/ann", "b", SAID | {"number": "3"}), Node("Person", "b/ann", "b", SAID | {"until": "2008"}),
    ],
)  # fmt: skip
def test_another_fact_has_another_fingerprint(other: Node) -> None:
    assert other.digest != FULL


@pytest.mark.parametrize("said", [{"type": "FILLS"}, {"id": "x"}, {"from_id": "x"}, {"to_id": "x"}, {"properties": {}}])
def test_another_link_has_another_fingerprint(said: dict[str, object]) -> None:
    assert link(**said).digest != HELD
    assert link(place="c", from_label="Organization", to_label="Organization").digest == HELD


def test_a_fingerprint_is_worked_out_once() -> None:
    for fact in (Node("Person", "b/ann", "b", SAID), link()):
        first = fact.digest
        fact.properties["number"] = 99
        assert fact.digest == first
        assert fact._known == first


def test_a_data_set_takes_over_all_that_another_says() -> None:
    one, other, first, held = Node("Person", "a", "p", {}), Node("Person", "b", "q", {}), link(id="first"), link()
    both = DataSet([one], [first], {"p"})
    both.extend(DataSet([other], [held], {"q"}))
    assert (both.nodes, both.links, both.places) == ([one, other], [first, held], {"p", "q"})
    assert len(both) == 4


def test_nodes_are_sorted_by_label_in_the_order_of_writing() -> None:
    nodes = [Node(label, f"{label}-{n}", "p", {}) for n in (1, 2) for label in reversed(NODE_LABELS[1:])]
    found = by_label(nodes)
    assert list(found) == list(NODE_LABELS[1:])
    assert all([node.id for node in found[label]] == [f"{label}-1", f"{label}-2"] for label in found)
