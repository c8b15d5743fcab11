"""What stands beside a picture counts what is in it, and its sources are those of what it shows."""

import re

import pytest
from starlette.testclient import TestClient

PLACES = ("bromley", "gloucester", "gloucestershire", "hammersmith-and-fulham")
_NUMBER = r"(\d+|no|one|its one|all \d+)"


def number(said: str) -> int:
    return int(said.removeprefix("all ").removeprefix("its ").replace("one", "1").replace("no", "0"))


def found(pattern: str, text: str) -> list[int]:
    match = re.search(pattern, text)
    assert match, (pattern, text)
    return [number(each) for each in match.groups() if each]


@pytest.mark.parametrize("place", PLACES)
def test_caption_head_list_and_sheet_say_one_number_of_bodies_and_of_seats(client: TestClient, place: str) -> None:
    text = client.get(f"/{place}", headers={"accept": "text/html"}).text
    said = re.search(r'class="explorer__said">\s*<p>(.*?)</p>', text, re.DOTALL)
    caption = re.search(r"<figcaption[^>]*>(.*?)</figcaption>", text, re.DOTALL)
    glance = re.search(r'class="place__glance"[^>]*>(.*?)</ul>', text, re.DOTALL)
    assert said
    assert caption
    assert glance
    drawn, known = found(r"(\d+) of (\d+) bodies", said[1])
    assert found(rf"{_NUMBER} bod(?:y|ies)\b", re.sub("<[^>]*>", " ", glance[1])) == [known]
    assert found(rf"</span>{_NUMBER} bod(?:y|ies)\b", caption[1]) == [drawn]
    seats = re.search(rf"; {_NUMBER}(?: of (\d+))? seats?", said[1])
    told = [number(each) for each in seats.groups() if each] if seats else [0]
    assert found(rf"{_NUMBER} seats?\b", caption[1])[0] == told[0]
    assert found(rf"{_NUMBER} seats?\b", re.sub("<[^>]*>", " ", glance[1])) == [told[-1]]
    assert f"{drawn} of {known} recorded bodies are drawn" in client.get(f"/embed/{place}").text


def test_a_picture_cites_no_document_of_another_place_for_a_body_that_both_have(client: TestClient) -> None:
    footer = {}
    for place in PLACES:
        text = client.get(f"/embed/{place}").text
        footer[place] = re.sub(r"\s+", " ", text[text.index("embed__foot") :])
    assert "Gloucester Partnership Executive" in footer["gloucester"]
    assert "Hammersmith" not in footer["gloucester"]
    assert "Hammersmith" in footer["hammersmith-and-fulham"]
    assert "Gloucester" not in footer["hammersmith-and-fulham"]
    assert "Bromley" not in footer["gloucester"] + footer["hammersmith-and-fulham"]
    # The whole file of the view has a table of everything recorded, and so every document.
    assert "Director’s Forum" in client.get("/diagrams/gloucester.html").text
