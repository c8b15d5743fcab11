"""One truth of who sits where: whatever names who is in a seat names the same, and says of empty ones the same."""

from collections import Counter

import pytest

from tests.sentinel.site import Site
from tests.truth.counts import Moment, data
from tests.truth.seats import CHANNELS, EXECUTIVE, FEW, command, structure

MOMENTS = (Moment(), Moment(proposed=True), Moment("2008-01-31"))
PLACES = ("bromley", "gloucester", "hammersmith-and-fulham")
MOST_BODIES = 5


def bodies(site: Site, place: str) -> list[str]:
    """Return the bodies of a place with most posts on them, most first."""
    posts = data(
        site, f'{{ structure(area: "{place}", includeProposed: true) {{ posts {{ organization {{ id }} }} }} }}'
    )
    numbers = Counter(post["organization"]["id"] for post in posts["structure"]["posts"])
    here = {id_: number for id_, number in numbers.items() if id_.startswith(f"{place}/")}
    return sorted(here, key=lambda id_: (-here[id_], id_))[:MOST_BODIES]


@pytest.mark.parametrize("place", PLACES)
def test_every_channel_names_the_same_person_in_a_seat(site: Site, place: str) -> None:
    contradictions = dict[object, object]()
    for when in MOMENTS:
        for number, body in enumerate(bodies(site, place)):
            wanted = structure(site, body, when)
            few = FEW if not number else ()
            for channel in (*CHANNELS, *few, *((command,) if body == EXECUTIVE else ())):
                said = channel(site, body, when)
                left = {id_: name for id_, name in wanted.items() if id_ in said or channel not in FEW}
                if said != left:
                    contradictions[channel.__name__, body, when] = dict(said.items() ^ left.items())
    assert contradictions == {}


STATES = {"VACANT_POST": "VACANT", "SEAT_NOT_TAKEN_UP": "NOT_TAKEN_UP"}


@pytest.mark.parametrize("place", PLACES)
def test_gaps_and_counts_find_the_empty_seats_that_the_seats_say_they_are(site: Site, place: str) -> None:
    contradictions = dict[object, object]()
    for when in MOMENTS:
        kinds = ", ".join([*STATES, "HOLDER_NOT_RECORDED"])
        answer = data(
            site,
            f"""{{ structure(area: "{place}", {when.arguments}) {{ posts {{ id state number organization {{ id }} }} }}
            gaps(area: "{place}", kinds: [{kinds}], {when.arguments}) {{ edges {{ node {{ kind subject {{
              ... on Post {{ id }} }} }} }} }} }}""",
        )
        posts = [post for post in answer["structure"]["posts"] if post["organization"]["id"].startswith(f"{place}/")]
        gaps = [edge["node"] for edge in answer["gaps"]["edges"]]
        for kind, state in STATES.items():
            found = {gap["subject"]["id"] for gap in gaps if gap["kind"] == kind}
            said = {post["id"] for post in posts if post["state"] == state}
            if found != said:
                contradictions[kind, when] = found ^ said
        silent = {gap["subject"]["id"] for gap in gaps if gap["kind"] == "HOLDER_NOT_RECORDED"}
        said = {post["id"] for post in posts if post["state"] == "HOLDER_NOT_RECORDED"}
        if silent - said:
            contradictions["HOLDER_NOT_RECORDED", when] = silent - said
        for body in bodies(site, place):
            query = f'{{ balance(of: "{body}", {when.arguments}) {{ seats vacant notTakenUp }} }}'
            counted = data(site, query)["balance"]
            on = [post for post in posts if post["organization"]["id"] == body]
            states = {
                "seats": sum(post["number"] for post in on),
                "vacant": sum(post["number"] for post in on if post["state"] == "VACANT"),
                "notTakenUp": sum(post["number"] for post in on if post["state"] == "NOT_TAKEN_UP"),
            }
            if counted != states:
                contradictions[body, when] = (counted, states)
    assert contradictions == {}
