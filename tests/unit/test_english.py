"""Names stand in lists where people look for them."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.english import name_order


def test_names_are_sorted_as_people_expect() -> None:
    as_expected = [
        "adult and Carers",
        "Adult Services",
        "The Albany",
        "Élan",
        "Elm",
        "Older People's",
        "Ward 2",
        "Ward 10",
    ]
    backwards = as_expected[::-1]
    assert sorted(backwards, key=name_order) == as_expected


@given(st.lists(st.text(max_size=12)))
def test_any_names_can_be_sorted_and_always_stand_alike(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=name_order) == sorted(backwards, key=name_order)
