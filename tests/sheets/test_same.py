"""Who would be new in a sheet and is there already, as somebody answered: the row is theirs, and the name one more."""

from app.exchange import place_format as form
from app.exchange.entries.listed import entries_in
from app.exchange.sheets.asking import Beside
from app.exchange.sheets.draft import Draft
from app.exchange.sheets.formats import sheets_of
from app.exchange.sheets.read import read_over
from tests.sheets.drafts import AREAS, drafted, holders
from tests.sheets.officers import OLDER, seats

BEFORE = drafted(seats((OLDER, "Chair", "Robert Smith"))).place_file
RAW = seats(("OPPB", "Chair", "Bob Smith", "", "", "Voting"))


def read(raw: bytes, on: form.PlaceFile, same: dict[str, str]) -> Draft:
    beside = Beside(source="List")
    return read_over("members.xlsx", sheets_of("members.xlsx", raw), entries_in(on), AREAS, [], beside, same).draft


def board() -> str:
    return str(BEFORE.organizations[0].id)


def test_without_an_answer_they_are_new() -> None:
    draft = read(RAW, BEFORE, {})
    assert [it.id for it in draft.place_file.people] == ["robert-smith", "bob-smith"]
    assert len(draft.place_file.posts) == 2


def test_with_an_answer_nobody_is_new_and_the_row_is_their_seat() -> None:
    same = {"bromley/bob-smith": "bromley/robert-smith", "bromley/oppb": f"bromley/{board()}"}
    draft = read(RAW, BEFORE, same)
    (person,), (body,), (post,) = draft.place_file.people, draft.place_file.organizations, draft.place_file.posts
    assert (person.name, person.alternateNames) == ("Robert Smith", ["Bob Smith"])
    assert (body.name, body.alternateNames) == (OLDER, ["OPPB"])
    assert (holders(post), post.voting) == (["robert-smith"], "yes")
    assert draft.new == ["source: List"]
    assert draft.problems == []
    again = read(RAW, draft.place_file, {})
    assert again.place_file == draft.place_file, "the name is known from now on"


def test_an_answer_of_another_sort_or_about_nobody_is_told() -> None:
    draft = read(RAW, BEFORE, {"bromley/bob-smith": f"bromley/{board()}", "bromley/zoe": "bromley/robert-smith"})
    assert [problem.expected for problem in draft.problems] == [f"expected the id of a person, not bromley/{board()}"]
    assert "Nobody new would have the id bromley/zoe, so that answer changed nothing." in draft.notes
