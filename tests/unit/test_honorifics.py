"""Titles and honours are one list: what search looks past is what the check doubts in a name."""

import pytest

from app.domain.folding import untitled
from app.domain.honorifics import HONOURS, TITLES, honours_after, titles_before
from app.exchange.doubts.entries import titles_in


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("ann ray", 0, 0),
        ("cllr dr ann ray obe jp", 2, 2),
        ("rt hon ann ray", 2, 0),
        ("y cyng ray", 2, 0),
        ("y ray", 0, 0),
        ("right ray", 0, 0),
        ("cllr", 0, 0),
        ("obe", 0, 0),
        ("dr mp", 1, 0),
        ("ray obe ann", 0, 0),
        ("ann dr ray", 0, 0),
    ],
)
def test_titles_stand_before_a_name_and_honours_after_it(name: str, before: int, after: int) -> None:
    words = name.split()
    assert (titles_before(words), honours_after(words[before:])) == (before, after)
    assert untitled(name) == " ".join(words[before : len(words) - after])


def test_every_title_is_looked_past_and_doubted() -> None:
    for title in TITLES:
        assert untitled(f"{title} ann ray") == "ann ray"
        assert (titles_in(f"{title.capitalize()} Ann Ray")[0] == title.capitalize()) is (
            title not in {"baron", "major"}
        )
    for honour in HONOURS:
        assert untitled(f"ann ray {honour}") == "ann ray"
        assert titles_in(f"Ann Ray {honour.upper()}")[1] == honour.upper()
