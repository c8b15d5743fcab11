"""A fact is open only when it is public itself and hangs on nothing that is not."""

from app.domain.facts import DataSet, Link, Node, Value
from app.domain.visibility import with_openness


def node(id_: str, label: str = "Organization", access: str = "public") -> Node:
    return Node(label, id_, "x", {"access": access})


def link(type_: str, start: str, end: str, access: str = "public") -> Link:
    properties: dict[str, Value] = {"access": access}
    return Link(type_, f"{start}-{end}", "x", "", start, "", end, properties)


def open_ids(facts: DataSet) -> set[str]:
    nodes = {node.id for node in facts.nodes if node.properties["open"]}
    return nodes | {link.id for link in facts.links if link.properties["open"]}


def test_a_seat_on_a_confidential_board_is_closed_with_all_that_hangs_on_it() -> None:
    facts = DataSet(
        [node("board", access="confidential"), node("group"), node("seat", "Post"), node("ann", "Person")],
        [link("POST_IN", "seat", "board"), link("ON_BEHALF_OF", "seat", "group"), link("HOLDS", "ann", "seat")],
    )
    assert open_ids(with_openness(facts)) == {"group", "ann"}


def test_a_seat_held_by_a_confidential_person_stays_open_without_its_holder() -> None:
    facts = DataSet(
        [node("board"), node("seat", "Post"), node("ann", "Person", access="members")],
        [link("POST_IN", "seat", "board"), link("HOLDS", "ann", "seat")],
    )
    assert open_ids(with_openness(facts)) == {"board", "seat", "seat-board"}


def test_what_hangs_on_a_closed_node_of_another_place_is_closed_too() -> None:
    facts = DataSet(
        [node("meeting", "Meeting"), node("action", "Action")],
        [link("MEETING_OF", "meeting", "elsewhere"), link("ARISING_FROM", "action", "meeting")],
    )
    assert open_ids(with_openness(facts, ["elsewhere"])) == set()


def test_a_confidential_line_between_open_bodies_is_closed() -> None:
    facts = DataSet([node("a"), node("b")], [link("FEEDS_INTO", "a", "b", access="confidential")])
    assert open_ids(with_openness(facts)) == {"a", "b"}
