"""Where people stand in lists: by the family name, whatever stands around it."""

import pytest

from app.domain.family_names import by_family_name


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ann Ray", "ray"),
        ("Cllr Mrs Ann Ray OBE", "ray"),
        ("Rt Hon Sir Ann Ray, MBE", "ray"),
        ("Jan van der Berg", "vanderberg"),
        ("Siân ap Rhys", "aprhys"),
        ("Seán Ó Briain", "obriain"),
        ("Eileen O’Brien", "obrien"),
        ("Baroness Lane of Ely", "lane"),
        ("Mary Lane-Fox Jr.", "lanefox"),
        ("Al Smith", "smith"),
        ("Ray, Ann", "ray"),
        ("Ray, OBE", "ray"),
        ("Ann Ray, OBE", "ray"),
        ("Ann van Ray, JP", "vanray"),
        ("Ray, OBE Jr", "ray"),
        ("O'Brien, Eileen", "obrien"),
        ("St. John, Ann", "stjohn"),
        ("van der Berg, Jan", "vanderberg"),
        ("Ann St. John", "stjohn"),
        ("Lane of Ely of Old", "lane"),
        ("Of Lane of Ely", "lane"),
        ("Ray Jr", "ray"),
        ("Ann Ray (Age UK)", "ray"),
        ("Superintendent Tully", "tully"),
        ("Cher", "cher"),
        ("", ""),
        ("Dr", "dr"),
    ],
)
def test_a_name_is_sorted_by_its_family_name(name: str, family: str) -> None:
    assert by_family_name(name)[0] == family


def test_who_is_written_family_name_first_stands_by_the_whole_of_it() -> None:
    assert by_family_name("Ray, Ann") == ("ray", "ray ann")


def test_who_shares_a_family_name_stands_by_the_whole_one() -> None:
    names = ["Bob Ray", "Zoë Amis", "Ann Ray", "Mary de Lange", "Cllr Dan Oakes"]
    assert sorted(names, key=by_family_name) == ["Zoë Amis", "Mary de Lange", "Cllr Dan Oakes", "Ann Ray", "Bob Ray"]
