"""A name means what is called exactly that, then what is like it; several that fit equally well are asked back."""

from urllib.parse import parse_qs, urlsplit

import pytest

from app.errors import MOST_CANDIDATES
from tests.names.conftest import Asked
from tests.names.places import ALIKE

TIES = {
    "LCDC": {"clare/lcdc", "limerick/lcdc"},
    "lcdc": {"clare/lcdc", "limerick/lcdc"},
    "Local Community Development Committee": {"clare/lcdc", "limerick/lcdc"},
    "Local  Comunity Development Comittee": {"clare/lcdc", "limerick/lcdc"},
    "the Council": {"clare/council", "limerick/council"},
    "Council": {"clare/council", "limerick/council"},
    "housing": {"clare/housing-forum", "clare/st-marys", "limerick/housing-action"},
}
"""What may mean several bodies, and which."""
NO_BOARD = {"the Council", "Council", "housing"}
"""Of these, what no board is called: a question about boards does not look at others."""
PEOPLE = {
    "John Smith": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
    "Cllr John Smith": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
    "Rev Dr John Smith OBE": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
    "smith": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
    "Jon Smith": {"clare/john-smith", "kerry/john-smith", "limerick/john-smith"},
}
ONE = {
    "Burren Network": "clare/only-here",
    "burren": "clare/only-here",
    "Buren Netwrk": "clare/only-here",
    "PPN": "kerry/ppn",
    "St Marys Housing Trust": "clare/st-marys",
    "St. Mary\N{RIGHT SINGLE QUOTATION MARK}s": "clare/st-marys",
    "lodz": "limerick/lodz",
    "Friends of Lodz": "limerick/lodz",
    "50+": "clare/fifty",
    "50": "clare/fifties",
    "1625": "clare/year",
    "#": "clare/sign",
    "Older Peoples Council": "clare/ageing",
}
"""What means one body."""
ONE_PERSON = {
    "O'Hara": "clare/mary-ohara",
    "ohara": "clare/mary-ohara",
    "Mary O\N{RIGHT SINGLE QUOTATION MARK}Hara": "clare/mary-ohara",
    "Cllr. Mary O'Hara": "clare/mary-ohara",
    "Ms O`Hara": "clare/mary-ohara",
    "aine kelly": "clare/aine-kelly",
}
BODY_PAGES = {
    "/who": ("of", {}),
    "/balance": ("of", {}),
    "/changes": ("organization", {}),
    "/routes": ("to", {"from": "kerry/ppn"}),
    "/routes ": ("from", {"to": "kerry/ppn"}),
    "/ask/is-this-board-balanced": ("board", {}),
}
"""Pages that take the name of a body, by address: the parameter, and what else is asked."""
BODY_FIELDS = {
    "representation": "query ($name: ID!) { representation(of: $name) { of { ... on Organization { id } } } }",
    "balance": "query ($name: ID!) { balance(of: $name) { of { id } } }",
    "changes": "query ($name: ID!) { changes(organization: $name) { totalCount } }",
    "routes to": 'query ($name: ID!) { routes(from: "kerry/ppn", to: $name) { answer } }',
    "routes from": 'query ($name: ID!) { routes(from: $name, to: "kerry/ppn") { answer } }',
}
BODY_COMMANDS = {
    "who": ("who", "{}"),
    "balance": ("balance", "{}"),
    "routes to": ("routes", "kerry/ppn", "{}"),
    "routes from": ("routes", "{}", "kerry/ppn"),
    "changes": ("changes", "--organization", "{}"),
}


def said_ids(links: list[str], parameter: str) -> set[str]:
    """Read the ids that links put into a parameter."""
    return {value for link in links for value in parse_qs(urlsplit(link).query).get(parameter, ())}


@pytest.mark.parametrize(
    ("path", "text"),
    [(path, text) for path in BODY_PAGES for text in TIES if not path.startswith("/ask") or text not in NO_BOARD],
)
def test_a_page_asks_first_which_of_several_bodies_is_meant(asked: Asked, path: str, text: str) -> None:
    parameter, more = BODY_PAGES[path]
    page = asked.page(path.strip(), **{parameter: text, **more, "on": "2024-05"})
    assert page.status == 300
    assert page.heading == f"Which “{' '.join(text.split())}”?"
    assert said_ids(page.links, parameter) == TIES[text]
    assert {"Clare", "Limerick"} >= {head.text() for head in page.main.all("h2")}
    chosen = [link for link in page.links if said_ids([link], parameter)]
    for link in chosen:
        assert parse_qs(urlsplit(link).query)["on"] == ["2024-05"]
        assert asked.page(link).status == 200


@pytest.mark.parametrize("path", ["/who", "/fragility"])
@pytest.mark.parametrize("text", PEOPLE)
def test_a_page_asks_first_which_of_several_people_is_meant(asked: Asked, path: str, text: str) -> None:
    parameter = {"/who": "of", "/fragility": "person"}[path]
    page = asked.page(path, **{parameter: text})
    assert page.status == 300
    assert said_ids(page.links, parameter) == PEOPLE[text]
    for link in page.links:
        if said_ids([link], parameter):
            assert asked.page(link).status == 200


@pytest.mark.parametrize("field", BODY_FIELDS)
@pytest.mark.parametrize("text", TIES)
def test_a_field_names_all_candidates(asked: Asked, field: str, text: str) -> None:
    (error,) = asked.field(BODY_FIELDS[field], name=text)["errors"]
    assert error["extensions"]["code"] == "AMBIGUOUS"
    found = error["extensions"]["candidates"]
    assert {each["id"] for each in found} == TIES[text]
    assert error["extensions"]["number"] == len(found)
    for each in found:
        assert set(each) == {"id", "name", "kind", "area"}
        assert each["area"] == each["id"].partition("/")[0]
        assert each["kind"] in {"committee", "council", "forum", "charity"}


@pytest.mark.parametrize("text", PEOPLE)
def test_fields_name_all_people(asked: Asked, text: str) -> None:
    asking = "query ($name: ID!) { representation(of: $name) { on } }"
    leaving = "query ($name: ID!) { fragility { ifLeft(holder: $name) { explanations } } }"
    for query in (asking, leaving):
        (error,) = asked.field(query, name=text)["errors"]
        assert error["extensions"]["code"] == "AMBIGUOUS"
        assert {each["id"] for each in error["extensions"]["candidates"]} == PEOPLE[text]
        assert {each["kind"] for each in error["extensions"]["candidates"]} == {"person"}


@pytest.mark.parametrize("command", BODY_COMMANDS)
@pytest.mark.parametrize("text", TIES)
def test_a_command_lists_them_and_answers_no(asked: Asked, command: str, text: str) -> None:
    words = [text if word == "{}" else word for word in BODY_COMMANDS[command]]
    code, output, said = asked.run(*words)
    assert (code, output) == (1, "")
    for id_ in TIES[text]:
        assert f"({id_})" in said
    assert {"Clare", "Limerick"} <= {word.strip("(),") for word in said.split()}
    code, told = asked.run_json(*words)
    assert code == 1
    assert told["error"]["code"] == "AMBIGUOUS"
    assert {each["id"] for each in told["error"]["candidates"]} == TIES[text]


@pytest.mark.parametrize("text", PEOPLE)
def test_a_command_lists_all_people(asked: Asked, text: str) -> None:
    for words in (("who", text), ("fragility", "--if-left", text)):
        code, output, said = asked.run(*words)
        assert (code, output) == (1, "")
        assert all(f"({id_})" in said for id_ in PEOPLE[text])


@pytest.mark.parametrize(("text", "id_"), [*ONE.items(), *ONE_PERSON.items()])
def test_what_means_one_is_answered_everywhere(asked: Asked, text: str, id_: str) -> None:
    page = asked.page("/who", of=text)
    assert page.status == 200, page.heading
    assert f"/people/{id_}" in page.links or f"/{id_}" in page.links
    query = "query ($name: ID!) { representation(of: $name) { of { ... on Node { id } } } }"
    assert asked.field(query, name=text)["data"]["representation"]["of"]["id"] == id_
    code, told = asked.run_json("who", text)
    assert (code, told["representation"]["of"]["id"]) == (0, id_)


@pytest.mark.parametrize(("text", "id_"), ONE.items())
def test_what_means_one_body_is_answered_where_a_body_is_asked_for(asked: Asked, text: str, id_: str) -> None:
    for path, parameter, more in (
        ("/balance", "of", {}),
        ("/changes", "organization", {}),
        ("/routes", "to", {"from": "clare/lcdc"}),
    ):
        page = asked.page(path, **{parameter: text, **more})
        assert page.status == 200, (path, page.heading)
        assert any(link.partition("?")[0] == f"/{id_}" for link in page.links), path


@pytest.mark.parametrize("text", [*TIES, *PEOPLE])
def test_the_place_says_which(asked: Asked, text: str) -> None:
    wanted = {id_ for id_ in {**TIES, **PEOPLE}[text] if id_.startswith("limerick/")}
    (id_,) = wanted
    page = asked.page("/who", of=text, area="limerick")
    assert page.status == 200
    code, told = asked.run_json("who", text, "--area", "limerick")
    assert (code, told["representation"]["of"]["id"]) == (0, id_)
    code, told = asked.run_json("who", text, "--area", "Limerick")
    assert (code, told["representation"]["of"]["id"]) == (0, id_)
    assert f"/{id_}" in {link.removeprefix("/people") for link in page.links}


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [
        ("clare/ageing", "LCDC", ("clare/ageing", "clare/lcdc")),
        ("limerick/ageing", "LCDC", ("limerick/ageing", "limerick/lcdc")),
        ("LCDC", "clare/council", ("clare/lcdc", "clare/council")),
        ("Age Action", "the Council", ("limerick/ageing", "limerick/council")),
        ("the Council", "Age Action", ("limerick/council", "limerick/ageing")),
        ("Carers", "Health and Social Care Partnership Board", ("clare/carers", "clare/health-board")),
    ],
)
def test_routes_stay_in_the_place_of_the_end_that_is_certain(
    asked: Asked, start: str, end: str, ids: tuple[str, str]
) -> None:
    query = "query ($from: ID!, $to: ID!) { routes(from: $from, to: $to) { on answer missing } }"
    told = asked.field(query, **{"from": start, "to": end})
    assert "errors" not in told
    assert told == asked.field(query, **dict(zip(("from", "to"), ids, strict=True)))
    assert asked.run("routes", start, end) == asked.run("routes", *ids)
    page = asked.page("/routes", **{"from": start, "to": end})
    assert page.status == 200
    assert {f"/{id_}" for id_ in ids} <= set(page.links)


@pytest.mark.parametrize("text", ["1625", " 1625", "1625.", "(1625)", "the 1625"])
def test_a_better_name_elsewhere_is_asked_about_where_a_place_is_known(asked: Asked, text: str) -> None:
    page = asked.page("/routes", **{"from": "limerick/ageing", "to": text})
    assert page.status == 300
    assert said_ids(page.links, "to") == {"limerick/year", "clare/year"}
    assert page.main.all("h2")[0].text() == "Limerick"
    assert asked.page("/routes", **{"from": "clare/ageing", "to": text}).status == 200
    assert asked.page("/routes", **{"from": "kerry/ppn", "to": text}).status == 200


@pytest.mark.parametrize(
    "text", ["Shannon Parliament", "shannon", "Shanon Parliament", "the Shannon Parliament", "SHANNON"]
)
def test_what_has_ended_is_offered_last_and_says_so(asked: Asked, text: str) -> None:
    page = asked.page("/who", of=text)
    assert page.status == 300
    items = [item.text() for item in page.main.all("li")]
    assert ("ended" in items[0], "ended" in items[1]) == (False, True)
    assert "2012" in items[1]
    assert [link for link in page.links if "-parliament" in link][1] == "/who?of=limerick%2Fold-parliament"
    (*_, last) = asked.run("who", text)[2].strip().splitlines()
    assert "ended" in last
    assert "2012" in last


def test_of_very_many_a_choice_says_how_many_more_there_are(asked: Asked) -> None:
    (error,) = asked.field(BODY_FIELDS["representation"], name="Tidy Towns")["errors"]
    assert (len(error["extensions"]["candidates"]), error["extensions"]["number"]) == (MOST_CANDIDATES, ALIKE)
    assert f"any of {ALIKE}" in error["message"]
    more = ALIKE - MOST_CANDIDATES
    code, output, said = asked.run("who", "Tidy Towns")
    assert (code, output) == (1, "")
    assert f"any of {ALIKE}" in said
    assert f"and {more} more: `partnerships search` with more of the name." in said
    code, told = asked.run_json("who", "Tidy Towns")
    assert (code, told["error"]["number"], len(told["error"]["candidates"])) == (1, ALIKE, MOST_CANDIDATES)
    page = asked.page("/who", of="Tidy Towns")
    assert page.status == 300
    assert f"{ALIKE} go by that name" in page.main.text()
    assert f"{more} more names are not listed" in page.main.text().replace("Six", "6")
    status, wrong = asked.program("/diagrams/kerry.svg", about="Tidy Towns")
    assert (status, wrong["error"]["number"], len(wrong["error"]["candidates"])) == (300, ALIKE, MOST_CANDIDATES)


def test_both_ends_that_mean_several_are_asked_about_one_after_the_other(asked: Asked) -> None:
    page = asked.page("/routes", **{"from": "LCDC", "to": "LCDC"})
    assert page.status == 300
    link = next(link for link in page.links if said_ids([link], "from") == {"limerick/lcdc"})
    assert said_ids([link], "to") == {"LCDC"}
    assert asked.page(link).status == 200  # the place of the first says which the other is


@pytest.mark.parametrize("text", ["housing", "Housing", "HOUSING ", "housing.", "(housing)"])
def test_a_picture_asks_which_body_it_is_about(asked: Asked, text: str) -> None:
    page = asked.page("/clare", about=text)
    assert page.status == 300
    assert said_ids(page.links, "about") == {"clare/housing-forum", "clare/st-marys"}
    status, told = asked.program("/diagrams/clare.svg", about=text)
    assert (status, told["error"]["code"]) == (300, "AMBIGUOUS")
    assert {each["id"] for each in told["error"]["candidates"]} == {"clare/housing-forum", "clare/st-marys"}


@pytest.mark.parametrize("text", ["lcdc", "LCDC", "clare/lcdc", "Local Community Development Committee", "the council"])
def test_a_picture_is_about_a_body_of_its_place(asked: Asked, text: str) -> None:
    id_ = "clare/council" if "council" in text else "clare/lcdc"
    page = asked.page("/clare", about=text)
    assert page.status == 200
    assert asked.client.get("/diagrams/clare.json", params={"about": text}).json() == (
        asked.client.get("/diagrams/clare.json", params={"about": id_}).json()
    )


@pytest.mark.parametrize(
    ("area", "id_"),
    [
        ("clare", "clare/estuary"),
        ("kerry", "clare/estuary"),
        ("Kerry", "clare/estuary"),
        ("limerick", "limerick/estuary"),
    ],
)
def test_a_joint_body_is_of_each_of_its_places(asked: Asked, area: str, id_: str) -> None:
    for text in ("EJB", "ejb", "estuary"):
        page = asked.page("/balance", of=text, area=area)
        assert page.status == 200
        assert f"/{id_}" in page.links
        code, told = asked.run_json("who", text, "--area", area)
        assert (code, told["representation"]["of"]["id"]) == (0, id_)
    assert asked.page("/balance", of="EJB").status == 300


@pytest.mark.parametrize(
    ("area", "id_"), [("kerry", "kerry/assembly"), ("clare", "munster/assembly"), ("limerick", "munster/assembly")]
)
def test_a_places_own_goes_before_that_of_the_place_around(asked: Asked, area: str, id_: str) -> None:
    assert asked.page("/who", of="Assembly").status == 300
    for text in ("Assembly", "the assembly", "assemb"):
        code, told = asked.run_json("who", text, "--area", area)
        assert (code, told["representation"]["of"]["id"]) == (0, id_)
        assert f"/{id_}" in asked.page("/balance", of=text, area=area).links


@pytest.mark.parametrize("text", ["EJB", "lcdc", "Local Community Development Committee", "estuary", "LCDC."])
def test_a_saved_question_asks_which_is_meant(asked: Asked, text: str) -> None:
    part = "estuary" if text in {"EJB", "estuary"} else "lcdc"
    wanted = {f"clare/{part}", f"limerick/{part}"}
    query = 'query ($blanks: [String!]) { ask(question: "is-this-board-balanced", blanks: $blanks) { text } }'
    (error,) = asked.field(query, blanks=[text])["errors"]
    assert error["extensions"]["code"] == "AMBIGUOUS"
    assert {each["id"] for each in error["extensions"]["candidates"]} == wanted
    code, output, said = asked.run("ask", "is-this-board-balanced", text)
    assert (code, output) == (1, "")
    assert all(f"({id_})" in said for id_ in wanted)
    # What the other blank means tells of which place this one is.
    assert asked.run("ask", "how-does-a-voice-get", "Age Action", text)[0] == 0
    for area in ("clare", "limerick"):
        page = asked.page("/ask/is-this-board-balanced", board=text, area=area)
        assert page.status == 200
        assert any(link.partition("?")[0].startswith(f"/{area}/") or f"of={area}" in link for link in page.links)


@pytest.mark.parametrize("area", ["Clare", "CLARE", " clare ", "clare", "The Clare"])
def test_a_place_may_be_named_in_an_address(asked: Asked, area: str) -> None:
    for path in ("/gaps", "/changes", "/fragility", "/report-back", "/capacity"):
        page = asked.page(path, area=area)
        assert page.status == 200
        assert "Clare" in page.main.text()


@pytest.mark.parametrize("text", ["Cllr Jo", "Cllr. John S", "Mr John Smith", "dr smi", "Rev Dr John"])
def test_names_are_offered_behind_a_title(asked: Asked, text: str) -> None:
    status, offered = asked.program("/suggest", q=text)
    assert status == 200
    assert {each["href"] for each in offered} == {f"/people/{id_}" for id_ in PEOPLE["John Smith"]}
    assert {each["what"] for each in offered} == {"person, Clare", "person, Kerry", "person, Limerick"}


@pytest.mark.parametrize(
    "text",
    ["clare/lcdcs", "burren/networks", "age/actio", "clare/burren-network", "limerick/housing", "nowhere/lcdc", "x/y"],
)
def test_an_id_that_nobody_has_is_never_taken_for_a_name(asked: Asked, text: str) -> None:
    assert asked.page("/who", of=text).status == 404
    assert asked.page("/routes", **{"from": text, "to": "kerry/ppn"}).status == 404
    (error,) = asked.field(BODY_FIELDS["balance"], name=text)["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    code, told = asked.run_json("who", text)
    assert (code, told["error"]["code"]) == (1, "NOT_FOUND")


@pytest.mark.parametrize("area", ["clair", "Limrick", "kery", "munstr", "lim"])
def test_a_misspelt_place_offers_places(asked: Asked, area: str) -> None:
    meant = {"clair": "clare", "Limrick": "limerick", "kery": "kerry", "munstr": "munster", "lim": "limerick"}[area]
    page = asked.page("/gaps", area=area)
    assert page.status == 404
    assert f"/gaps?area={meant}" in page.links
    assert not {link for link in page.links if link.partition("?")[0].count("/") > 1}
    for query in (
        "query ($area: ID!) { gaps(area: $area) { totalCount } }",
        "query ($area: ID!) { structure(area: $area) { on } }",
        "query ($area: ID!) { fragility(area: $area) { on } }",
    ):
        (error,) = asked.field(query, area=area)["errors"]
        assert {each["id"] for each in error["extensions"]["nearest"]} <= {"clare", "limerick", "kerry", "munster"}
        assert meant in {each["id"] for each in error["extensions"]["nearest"]}
    for words in (("gaps",), ("who", "lcdc"), ("changes",), ("fragility",), ("balance", "lcdc")):
        code, told = asked.run_json(*words, "--area", area)
        assert (code, told["error"]["code"]) == (1, "NOT_FOUND")
        assert meant in {each["id"] for each in told["error"]["nearest"]}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5000,
        "LCDC" + " " * 3000,
        "\x00\x01\x1f",
        "\u202eLCDC\u202c",
        "<script>alert(1)</script>",
        "'; MATCH (n) DETACH DELETE n; //",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}",
        "../../etc/passwd",
        "\N{COMBINING ACUTE ACCENT}" * 400,
        "%00",
        "/",
        "//",
        "-",
    ],
)
def test_hostile_names_stay_text(asked: Asked, text: str) -> None:
    for path, parameter in (
        ("/who", "of"),
        ("/balance", "of"),
        ("/changes", "organization"),
        ("/routes", "to"),
        ("/search", "q"),
    ):
        page = asked.page(path, **{parameter: text})
        assert page.status in {200, 300, 400, 404}, path
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert "Traceback" not in page.text
    for query in BODY_FIELDS.values():
        answer = asked.field(query, name=text)
        for error in answer.get("errors", ()):
            assert error["extensions"]["code"] in {"AMBIGUOUS", "NOT_FOUND", "BAD_USER_INPUT"}
            assert len(error["message"]) < 400
