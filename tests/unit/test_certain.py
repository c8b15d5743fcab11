"""What is plainly right is what to spell and to check could only give back as it is; anything doubtful is not."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from app.domain.vocabulary import Access, Classification, OrganizationKind, Say
from app.exchange import place_format as form
from app.exchange.entries.certain import is_plainly_right
from app.exchange.entries.listed import entries_in
from app.exchange.entries.spelling import SpelledLater, spelled
from app.exchange.fields import Cite
from app.exchange.sheets.draft import made
from app.exchange.yaml_text import read_document
from tests.conftest import SEEDS

CITE: Any = made(Cite, source="list", locator="row 7")
LINK: Any = made(form.Appointer, organization="mind", as_=Say.ELECTS)
HOLDER: Any = made(form.Holder, person="jo-smith", since="2009-03", note="A note")
POST: Any = made(form.Post, on="forum", label="Lead for housing", appointedBy=[LINK], holders=[HOLDER], cites=[CITE])
PERSON: Any = made(form.Person, id="jo-smith", name="Jo Smith", alternateNames=["Joe Smith"], cites=[CITE])
KIND = {"classification": Classification.FORUM, "kind": OrganizationKind.COLLABORATION}
BODY: Any = made(form.Organization, id="forum", name="Carers Forum", areas=["bromley"], **KIND, cites=[CITE])
PLAIN = (POST, PERSON, BODY)
NOT_PLAIN: tuple[Any, ...] = (
    "", " x", "x ", "two  blanks", "x\ny", "x\ty", "x\xa0y", "x\u2009y", "x\x00", "x\u202ey", "x\u2066", "\ud800", "x" * 5_000,
    None, 7, True, 2.5, Access.PUBLIC, ["x"], [], [None], {}, [CITE], CITE, [LINK], [HOLDER], [POST], "Jo Smith",
    "a--b", "a---b", "-a", "a/b", "a/b/c", "A", "x" * 201, "x" * 241, "x" * 301, "2009", "2009-13", "2009-02-30", "0000",
    "٢٠٠٩", 0, 100_001, -1, ["Jo  Smith"], ["x"] * 101, [made(Cite, source="list", locator=" row")],
    [made(Cite, source="List", locator="row")], [made(form.Holder, person="Jo")], [CITE] * 51,
)  # fmt: skip
"""Of each field, some of these are right, some become something else, and most are refused."""


@pytest.mark.parametrize("said", PLAIN)
def test_what_a_sheet_says_is_plainly_right(said: BaseModel) -> None:
    assert is_plainly_right(said)


@pytest.mark.parametrize("said", PLAIN)
@pytest.mark.parametrize("value", NOT_PLAIN)
def test_nothing_is_plainly_right_that_the_check_would_change_or_refuse(said: BaseModel, value: object) -> None:
    for name in type(said).model_fields:
        other = said.model_copy(update={name: value})
        if is_plainly_right(other):
            assert type(said).model_validate(spelled(other)).__dict__ == other.__dict__, name


def test_what_comes_with_the_project_is_plainly_right_where_it_is_read_as_it_stands() -> None:
    found = 0
    for file in sorted(SEEDS.glob("*.yaml")):
        if file.name in {"areas.yaml", "sources.yaml"}:
            continue
        for entry in entries_in(form.PlaceFile.model_validate(read_document(file).value)).all:
            if is_plainly_right(entry.said):
                found += 1
                assert type(entry.said).model_validate(spelled(entry.said)) == entry.said
    assert found > 100


def test_only_what_is_plainly_right_comes_without_being_spelled() -> None:
    odd = POST.model_copy(update={"label": "two  blanks"})
    given = [POST, odd]
    later = SpelledLater(given, lambda: None)
    assert given == []
    first, second = later
    assert first is POST
    assert second == spelled(odd)
    assert later[0] == spelled(POST)


def test_a_missing_field_is_not_plainly_right() -> None:
    without = made(form.Post, cites=[CITE])
    assert not is_plainly_right(without)
    with pytest.raises(ValidationError):
        form.Post.model_validate(spelled(without))
