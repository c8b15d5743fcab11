"""Who is in a seat, who was, and what that means: page, command, field and picture say the same of every state."""

from typing import Any

import pytest

from tests.names.conftest import Asked
from tests.seats.place import DAY, SEATS, Seat

BY_ID = {seat.id: seat for seat in SEATS}
seats = pytest.mark.parametrize("seat", SEATS, ids=BY_ID)

REPRESENTATION = """query ($of: ID!, $on: Date) { representation(of: $of, on: $on) {
  answer
  seats { state directness post { id state heldBy lastHeldBy number } board { id } }
  appoints { say post { id } board { id } }
  breaks { from { id } to { id } post { id } }
} }"""


def representation(asked: Asked, of: str, on: str = DAY) -> Any:
    answer = asked.field(REPRESENTATION, of=f"spa/{of}", on=on)
    assert "errors" not in answer, answer
    return answer["data"]["representation"]


def said(text: str) -> str:
    return " ".join(text.split())


@seats
def test_every_way_of_asking_names_one_state(asked: Asked, seat: Seat) -> None:
    (found,) = representation(asked, f"group-{seat.id}")["seats"]
    assert found["state"] == found["post"]["state"] == seat.state
    assert (found["post"]["heldBy"], found["post"]["lastHeldBy"]) == (seat.held_by, seat.last)
    opening = f"As recorded in May 2010, Group {seat.id.upper()} CIC {seat.headline}."
    assert representation(asked, f"group-{seat.id}")["answer"] == opening
    page = asked.page("/who", of=f"spa/group-{seat.id}", on=DAY).main.text()
    assert opening in page
    assert opening in asked.page(f"/spa/group-{seat.id}", on=DAY).main.text()
    of_seat = said(asked.page(f"/posts/spa/{seat.id}", on=DAY).main.text())
    for word in (seat.last or seat.held_by).replace("; ", " ").replace("(", " ").replace(")", " ").split():
        assert word in of_seat, (word, of_seat)


COMMANDS = ("f1", "o1", "o4", "s2", "v3", "v6", "n1", "t2")


@pytest.mark.parametrize("id_", COMMANDS)
def test_the_command_says_the_same(asked: Asked, id_: str) -> None:
    seat = BY_ID[id_]
    code, output, _ = asked.run("who", f"spa/group-{id_}", "--on", DAY)
    assert code == 0
    assert f"{seat.headline}." in said(output)
    assert "; ".join(part for part in (seat.held_by, seat.last) if part) in said(output) or id_ == "s1"
    code, answer = asked.run_json("who", f"spa/group-{id_}", "--on", DAY)
    (found,) = answer["data"]["representation"]["seats"] if "data" in answer else answer["representation"]["seats"]
    assert found["post"]["state"] == seat.state


def test_gaps_balance_and_fragility_agree_on_every_state(asked: Asked) -> None:
    kinds = "VACANT_POST, SEAT_NOT_TAKEN_UP, HOLDER_NOT_RECORDED, TERM_ENDED"
    answer = asked.field(
        f"""{{ gaps(area: "spa", kinds: [{kinds}], on: "{DAY}", first: 100) {{ edges {{ node {{ kind
        subject {{ ... on Post {{ id }} }} }} }} }} fragility(area: "spa", on: "{DAY}") {{ carriers {{ seats {{ post {{ id }} }} }} }} }}"""
    )["data"]
    found = {(edge["node"]["subject"]["id"], edge["node"]["kind"]) for edge in answer["gaps"]["edges"]}
    carried = {seat["post"]["id"] for carrier in answer["fragility"]["carriers"] for seat in carrier["seats"]}
    wanted = {"VACANT": "VACANT_POST", "NOT_TAKEN_UP": "SEAT_NOT_TAKEN_UP", "TERM_OVER": "TERM_ENDED"}
    for seat in SEATS:
        id_ = f"spa/{seat.id}"
        told = {kind for post, kind in found if post == id_} - {"TERM_ENDED"} or {k for p, k in found if p == id_}
        silent = (
            {"TERM_ENDED" if seat.last else "HOLDER_NOT_RECORDED"} if seat.state == "HOLDER_NOT_RECORDED" else set()
        )
        assert told == ({wanted[seat.state]} if seat.state in wanted else silent), (seat.id, told)
        assert (id_ in carried) == (seat.state in ("FILLED", "BY_OFFICE")), seat.id


COUNTS = {
    "FILLED": "filled", "BY_OFFICE": "filled", "HOLDER_NOT_RECORDED": "holderNotRecorded", "VACANT": "vacant",
    "NOT_TAKEN_UP": "notTakenUp", "TERM_OVER": "termOver",
}  # fmt: skip


@pytest.mark.parametrize("id_", ["f6", "o4", "s2", "s6", "v3", "v6", "n3", "t1", "t5"])
def test_a_seat_counts_by_its_state_and_number(asked: Asked, id_: str) -> None:
    fields = " ".join(dict.fromkeys(COUNTS.values()))
    whole = asked.field(
        f'{{ balance(of: "spa/board-{id_}", on: "{DAY}") {{ placed {{ post {{ id }} count {{ seats {fields} }} }} }} }}'
    )
    (count,) = [it["count"] for it in whole["data"]["balance"]["placed"] if it["post"]["id"] == f"spa/{id_}"]
    number = count.pop("seats")
    assert number == (6 if id_ == "n3" else 1)
    assert count == dict.fromkeys(COUNTS.values(), 0) | {COUNTS[BY_ID[id_].state]: number}


def test_a_picture_of_a_group_tells_who_is_in_its_seat(asked: Asked) -> None:
    for id_ in ("f1", "v3", "n1", "t1", "s2"):
        seat = BY_ID[id_]
        picture = asked.client.get(f"/diagrams/spa.svg?about=spa/group-{id_}&on={DAY}")
        assert picture.status_code == 200
        drawn = said(picture.text)
        assert f"Council {id_.upper()}" in drawn
        if seat.state in ("FILLED", "TERM_OVER"):
            assert "Ann Lee" in drawn


def test_what_is_known_of_several_bodies_is_told_apart(asked: Asked) -> None:
    assert representation(asked, "mixed")["answer"] == (
        "As recorded in May 2010, Mixed CIC has seats on 5 bodies; who sits in one of them is not recorded, 2 stand empty"
        " and one is not taken up."
    )


def test_no_way_passes_an_empty_seat_and_the_answer_says_where_it_breaks(asked: Asked) -> None:
    answer = representation(asked, "trust")
    assert [seat["post"]["id"] for seat in answer["seats"]] == ["spa/walk-one"]
    broken = {"from": {"id": "spa/trust"}, "to": {"id": "spa/net"}, "post": {"id": "spa/walk-one"}}
    assert answer["breaks"] == [broken]
    breaks = "The way to the Walking Network breaks at the seat there for the Walking Trust: it stands empty."
    assert breaks in asked.page("/who", of="spa/trust", on=DAY).main.text()
    assert breaks in said(asked.run("who", "spa/trust", "--on", DAY)[1])
    query = 'query ($on: Date) { routes(from: "spa/trust", to: "spa/table", on: $on) { routes { sentence } breaks missing } }'
    routes = asked.field(query, on=DAY)["data"]["routes"]
    assert not any("Walking Network" in route["sentence"] for route in routes["routes"])
    (told,) = routes["breaks"]
    assert told.startswith(
        "A way breaks between the Walking Trust and the Walking Network, at the seat on the Walking Network: it stands empty."
    )
    assert told in asked.page("/routes", **{"from": "spa/trust", "to": "spa/table", "on": DAY}).main.text()
    assert told in said(asked.run("routes", "spa/trust", "spa/table", "--on", DAY)[1])


def test_a_way_through_a_seat_that_somebody_holds_counts_every_seat(asked: Asked) -> None:
    answer = representation(asked, "many")
    assert [seat["post"]["id"] for seat in answer["seats"]] == ["spa/many-one", "spa/six"]
    assert answer["breaks"] == []
    assert answer["answer"].endswith(
        "is represented on 2 bodies: one directly, and by 6 seats through other groups."
    ) or ("by 6 seats through other groups" in answer["answer"])


@pytest.mark.parametrize(
    ("of", "says"),
    [
        ("chooser", {"elected": "ELECTS", "nominee": "NOMINATES"}),
        ("forum", {"elected": "RATIFIES"}),
        ("trust", {"elected": None}),
    ],
)
def test_electing_is_a_say_and_no_seat(asked: Asked, of: str, says: dict[str, str | None]) -> None:
    answer = representation(asked, of)
    assert {it["post"]["id"]: it["say"] for it in answer["appoints"]} == {
        f"spa/{id_}": say for id_, say in says.items()
    }
    assert not {it["post"]["id"] for it in answer["seats"]} & {f"spa/{id_}" for id_ in says}
    word = {"chooser": "Elects", "forum": "Ratifies", "trust": "Elects or appoints"}[of]
    for path, query in (("/who", {"of": f"spa/{of}"}), (f"/spa/{of}", {})):
        assert f"{word} who" in said(asked.page(path, on=DAY, **query).main.text())
    output = said(asked.run("who", f"spa/{of}", "--on", DAY)[1])
    assert f"Walking Board {word.lower()}" in output


def test_who_elects_somebody_feeds_something(asked: Asked) -> None:
    answer = asked.field(
        f'{{ gaps(area: "spa", kinds: [FEEDS_NOTHING], on: "{DAY}") {{ edges {{ node {{ subject {{ ... on Organization {{ id }} }} }} }} }} }}'
    )
    found = {edge["node"]["subject"]["id"] for edge in answer["data"]["gaps"]["edges"]}
    assert not found & {"spa/chooser", "spa/forum"}


def test_a_shared_seat_is_one_for_the_body_and_of_each_group(asked: Asked) -> None:
    for of in ("shared-one", "shared-two"):
        assert [seat["post"]["id"] for seat in representation(asked, of)["seats"]] == ["spa/together"]
    whole = asked.field(f'{{ balance(of: "spa/shared", on: "{DAY}") {{ seats }} }}')["data"]["balance"]
    assert whole["seats"] == 3
    text = said(asked.page("/posts/spa/together", on=DAY).main.text())
    assert "Sharing One and Sharing Two" in text


def test_a_seat_and_a_person_tell_of_every_time(asked: Asked) -> None:
    query = """{ post(id: "spa/over-time") { now: tenures(on: "2010-06-01") { holder { ... on Person { name } } }
      ever: tenures(ever: true) { holder { ... on Person { name } } period { since until } } } }"""
    post = asked.field(query)["data"]["post"]
    assert [it["holder"]["name"] for it in post["now"]] == ["Cy Fox"]
    assert [it["holder"]["name"] for it in post["ever"]] == ["Ann Lee", "Bob Ray", "Cy Fox", "Ann Lee"]
    text = said(asked.page("/posts/spa/over-time", on=DAY).main.text())
    assert text.index("2003 to 2006") < text.index("2007 to 2009") < text.index("2012")
    ever = asked.field(
        '{ person(id: "spa/bob") { posts(ever: true) { post { id } } posts_: posts(on: "2010-06-01") { post { id } } } }'
    )
    ids = [it["post"]["id"] for it in ever["data"]["person"]["posts"]]
    assert {"spa/over-time", "spa/secretary", "spa/o4", "spa/o5"} <= set(ids)
    assert "spa/over-time" not in [it["post"]["id"] for it in ever["data"]["person"]["posts_"]]
    page = said(asked.page("/people/spa/bob", on=DAY).main.text())
    assert "Over time , Shared Board , 2007 to 2009" in page or "Over time, Shared Board, 2007 to 2009" in page
