"""What stands beside the lines of a picture around one body."""

import pytest

from app.diagram.content import picture_of
from app.diagram.focus import around, pruned, words_of
from app.diagram.sentences import described
from app.diagram.table import rows_of_table
from app.domain.records import Post
from app.domain.vocabulary import SeatMembership
from tests.unit.diagram_cases import body, line, seat, small


def words(post: Post, holder: str = "") -> tuple[str, ...]:
    nodes = [body("us"), body("board", "partnership_board")]
    found = around(picture_of(nodes, [], [post], {post.id: ["us"]}, focus="us"), "us")
    return words_of(found, [post], {post.id: holder}, areas={"ward": "North Ward"})["seat:us:board"]


def test_a_seat_says_who_holds_it_and_how() -> None:
    assert words(seat("board", voting="yes", basis="ex_officio"), "Ann Lee") == (
        "Ann Lee",
        "voting, as of right (ex officio)",
    )
    assert words(seat("board", label="COA chair", basis="co_opted")) == ("COA chair", "vote not recorded, co-opted")
    assert words(seat("board", voting="no", taken_up="no")) == ("seat", "no vote, not taken up")
    tiers = seat("board", voting="yes", basis="elected", membership=SeatMembership.ASSOCIATE, for_area="ward")
    assert words(tiers) == ("seat", "voting, elected, associate member, for North Ward")
    assert words(seat("board", voting="yes", for_area="unknown")) == ("seat", "voting")


@pytest.mark.parametrize(("number", "named"), [(3, 3), (4, 4), (9, 3)])
def test_many_different_seats_are_cut_short_and_what_they_share_is_said_once(number: int, named: int) -> None:
    nodes = [body("us"), body("board", "partnership_board")]
    posts = [seat("board", id_=f"s{place}") for place in range(number)]
    found = around(picture_of(nodes, [], posts, {post.id: ["us"] for post in posts}, focus="us"), "us")
    phrases = words_of(found, posts, {post.id: f"Holder of {post.id}" for post in posts})["seat:us:board"]
    more = (f"and {number - 3} more",) if number > 4 else ()
    assert phrases == (*(f"• Holder of s{place}" for place in range(named)), *more, "each: vote not recorded")


def test_seats_held_in_different_ways_each_say_how() -> None:
    nodes = [body("us"), body("board", "partnership_board")]
    posts = [seat("board", id_="s1", voting="yes"), seat("board", id_="s2", voting="no")]
    found = around(picture_of(nodes, [], posts, {"s1": ["us"], "s2": ["us"]}, focus="us"), "us")
    said = words_of(found, posts, {"s1": "Ann", "s2": "Ben"})["seat:us:board"]
    assert said == ("• Ann", "voting", "• Ben", "no vote")


def test_seats_held_alike_are_told_once() -> None:
    nodes, lines, posts, behalf = small()
    found = around(picture_of(nodes, lines, posts, behalf, focus="forum"), "forum")
    assert words_of(found, [post for post in posts if post.id == "s1"], {})["seat:forum:board"] == (
        "2 seats, none named",
        "vote not recorded",
    )


def test_lines_of_the_body_say_what_they_are_and_others_leave_it_to_their_column() -> None:
    found = around(picture_of(*small(), focus="forum"), "forum")
    said = words_of(found, small()[2], {})
    assert said["feeds-into:forum:board"] == ("feeds into",)
    assert said["support:forum:funder"] == ("funded by",)
    assert "reports-to:board:lsp" not in said


def test_pruning_twice_gives_the_same() -> None:
    nodes, lines, posts, behalf = small()
    picture = picture_of(nodes, [*lines, line("lsp", "feeds_into", "wards")], posts, behalf, focus="forum")
    once = pruned(picture, around(picture, "forum"))
    assert pruned(once, around(once, "forum")) == once
    assert "wards" not in {box.id for box in once.boxes}


def test_a_body_has_all_its_seats_in_its_own_picture_those_too_that_are_for_nobody_recorded() -> None:
    nodes = [body("us"), body("board", "partnership_board")]
    posts = [seat("board", id_="s1"), seat("board", id_="chair"), seat("us", id_="other")]
    picture = picture_of(nodes, [], posts, {"s1": ["us"]}, focus="board")
    boxes = {box.id: box for box in picture.boxes}
    assert [chip.number for chip in boxes["board"].chips] == [1]
    assert boxes["board"].nameless == 1
    assert boxes["us"].chips == ()
    assert " and 2 seats, around the Board" in described(picture, "board", boxes)
    rows = rows_of_table(picture, nodes, [], posts, {"s1": ["us"]}, str)
    assert {row.fact_id: row.drawn for row in rows} == {"s1": True, "chair": True, "other": False}
