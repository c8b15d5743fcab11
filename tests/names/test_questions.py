"""A question typed into the search leads to its answer, and a word to what it names or to what is said to be missing."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.names.conftest import Asked

BOARD = "clare/health-board"
LED = {
    "who speaks for carers on the health and social care board?": ("/routes", {"from": "clare/carers", "to": BOARD}),
    "Who on the Health and Social Care Partnership Board speaks for carers?": (
        "/routes",
        {"from": "clare/carers", "to": BOARD},
    ),
    "how do carers get heard by the health & social care board": ("/routes", {"from": "clare/carers", "to": BOARD}),
    "How does Age Action reach the LCDC?": ("/routes", {"from": "limerick/ageing", "to": "limerick/lcdc"}),
    "who represents carers in Limerick?": ("/who", {"of": "limerick/carers"}),
    "Who speaks for faith?": ("/who", {"of": "clare/faith-groups"}),
    "who represents the older peoples council": ("/who", {"of": "clare/ageing"}),
    "Does the Clare Housing Forum speak for Age Action?": ("/who", {"of": "limerick/ageing"}),
    "where does Mary O'Hara sit?": ("/who", {"of": "clare/mary-ohara"}),
    "who is on the health and social care partnership board?": (f"/members/{BOARD}", {}),
    "Who speaks for carers?": ("/who", {"of": "carers"}),
    "faith": ("/who", {"of": "clare/faith-groups"}),
    "Faith groups": ("/who", {"of": "clare/faith-groups"}),
    "carers": ("/who", {"of": "carers"}),
}
"""The address to which each leads first."""
NOWHERE = ("who", "who is it?", "what is there on the board", "?", "who who who", "Where do people sit?")


def led(asked: Asked, text: str, page: str = "/search", by: str = "q") -> list[tuple[str, dict[str, str]]]:
    found = asked.page(page, **{by: text})
    leads = [part for part in found.main.all("section") if part.attributes.get("aria-labelledby") == "leads"]
    addresses = [link.attributes["href"] for part in leads for link in part.all("a")]
    return [(urlsplit(it).path, dict(parse_qsl(urlsplit(it).query))) for it in addresses]


@pytest.mark.parametrize("text", LED)
def test_the_search_leads_to_the_answer(asked: Asked, text: str) -> None:
    found = led(asked, text)
    assert found[0] == LED[text]
    for path, query in found:
        assert asked.page(path, **query).status in {200, 300}


@pytest.mark.parametrize("text", [text for text in LED if len(text.split()) > 2])
def test_a_question_where_a_name_belongs_leads_there_too(asked: Asked, text: str) -> None:
    page = asked.page("/who", of=text, on="2024-05")
    assert page.address.partition("?")[0].endswith("/search")
    assert dict(parse_qsl(urlsplit(page.address).query)) == {"q": text, "on": "2024-05"}
    code, _, said = asked.run("who", text)
    named = {value for value in LED[text][1].values() if "/" in value}
    assert code == 1
    assert all(f"({id_})" in said for id_ in named)


@pytest.mark.parametrize("text", LED)
def test_the_command_leads_to_the_command_that_answers(asked: Asked, text: str) -> None:
    code, output, _ = asked.run("search", text)
    path, query = LED[text]
    command, _, of = path[1:].partition("/")
    assert code == 0
    assert f"partnerships {command} {' '.join([of, *query.values()]).strip()}" in output.splitlines()[0]


@pytest.mark.parametrize("text", [text for text in LED if len(text.split()) > 2])
def test_the_field_finds_what_a_question_names(asked: Asked, text: str) -> None:
    query = "query ($text: String!) { search(text: $text) { ... on Node { id } } }"
    found = [hit["id"] for hit in asked.field(query, text=text)["data"]["search"]]
    assert {value for value in LED[text][1].values() if "/" in value} <= set(found)


@pytest.mark.parametrize("text", NOWHERE)
def test_a_question_that_names_nothing_leads_nowhere(asked: Asked, text: str) -> None:
    assert led(asked, text) == []
    assert asked.page("/who", of=text).address.partition("?")[0].endswith("/who")


@pytest.mark.parametrize("text", ["Muslim", "muslim group", "no Muslim group", "Is there a Muslim on it?", "MUSLIM."])
def test_a_word_of_a_recorded_absence_leads_there(asked: Asked, text: str) -> None:
    page = asked.page("/search", q=text)
    assert "No Muslim group has ever been asked." in page.main.text()
    assert "/who?of=clare/faith-groups" in page.links
    assert asked.page("/who", of=text).address.partition("?")[0].endswith("/search")
    code, output, _ = asked.run("search", text)
    assert code == 0
    assert "No Muslim group has ever been asked." in output


@pytest.mark.parametrize("text", ["housing", "Housing", "HOUSING", "housing ", "housin"])
def test_a_word_that_fits_many_lists_them(asked: Asked, text: str) -> None:
    wanted = {"clare/housing-forum", "clare/st-marys", "limerick/housing-action"}
    page = asked.page("/search", q=text)
    assert {f"/{id_}" for id_ in wanted} <= set(page.links)
    assert led(asked, text) == []
    query = "query ($text: String!) { search(text: $text) { ... on Node { id } } }"
    assert wanted <= {hit["id"] for hit in asked.field(query, text=text)["data"]["search"]}
    assert all(f"({id_})" in asked.run("who", text)[2] for id_ in wanted)
