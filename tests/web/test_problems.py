"""What readers see when something is wrong: plain words, the nearest names, a way on."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

HTML = {"accept": "text/html"}


def offered(client: TestClient, address: str) -> list[str]:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 404
    part = answer.text.partition('id="near"')[2].partition("</section>")[0]
    return re.findall(r'href="([^"]+)"', part)


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/bromley/council-on-aging", "/bromley/council-on-ageing"),
        ("/bromley/mental_health_forum", "/bromley/mental-health-forum"),
        ("/bromly", "/bromley"),
        ("/people/bromley/ann-maning", "/people/bromley/anne-manning"),
        ("/gloucester/executive", "/gloucester/gloucester-partnership-executive"),
    ],
)
def test_the_words_of_an_address_find_what_was_meant(client: TestClient, address: str, meant: str) -> None:
    assert meant in offered(client, address)


def test_what_is_offered_is_there_and_keeps_the_day(client: TestClient) -> None:
    found = offered(client, "/bromley/council-on-aging?on=2008-01")
    assert found[0] == "/bromley/council-on-ageing?on=2008-01"
    assert len(found) <= 5
    for address in found:
        assert client.get(address, headers=HTML).status_code == 200


def test_a_page_that_is_not_there_says_what_to_do(client: TestClient) -> None:
    text = client.get("/bromley/council-on-aging", headers=HTML).text
    assert 'href="/search?q=council%20on%20aging"' in text
    assert "choose a place" in text


def test_a_value_that_cannot_be_read_leads_back_to_the_page_without_it(client: TestClient) -> None:
    answer = client.get("/bromley/council-on-ageing?on=soon", headers=HTML)
    assert answer.status_code == 400
    assert "The date &#39;soon&#39; cannot be read" in answer.text
    assert '<a href="/bromley/council-on-ageing">open the page without what was chosen</a>' in answer.text


def test_days_that_cannot_be_read_are_asked_for_at_their_fields_and_all_else_is_kept(client: TestClient) -> None:
    answer = client.get("/changes?area=bromley&since=soon&until=1/6/2009&proposed=1&on=32/1/2009", headers=HTML)
    assert answer.status_code == 400
    assert "<title>Error: which day?" in answer.text
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    assert re.findall(r'<li><a href="#(\w+)">([^<]*)</a>', main) == [
        ("on", "The date &#39;32/1/2009&#39; cannot be read: January 2009 has 31 days: there is no day 32."),
        ("since", "The date &#39;soon&#39; cannot be read: expected a date such as 14 March 2026, March 2026 or 2026."),
    ]
    assert re.findall(r'<input id="(\w+)"[^>]*value="([^"]*)"[^>]*?( aria-invalid="true")?>', main) == [
        ("on", "32/1/2009", ' aria-invalid="true"'), ("since", "soon", ' aria-invalid="true"'), ("until", "1/6/2009", ""),
    ]  # fmt: skip
    assert re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', main) == [("area", "bromley"), ("proposed", "1")]
    header = answer.text.partition("<header")[2].partition("</header>")[0]
    assert "on=32" not in header, "no other page is asked for that day"


@pytest.mark.parametrize(
    ("address", "at", "said"),
    [
        ("/changes?area=bromley&since=2011&until=2010&proposed=1", "since", "1 January 2011 is after 31 December 2010"),
        ("/changes?area=bromley&since=2011&on=2010&proposed=1", "since", "1 January 2011 is after 31 December 2010"),
        ("/bromley?kinds=boards,forums&find=age&about=Nobody+At+All&steps=2", "about", "is not a body of this place"),
        ("/bromley?form=place&lines=seat&about=" + 201 * "a", "about", "expected at most 200"),
    ],
)
def test_what_a_field_cannot_take_is_asked_for_there_and_all_else_is_kept(
    client: TestClient, address: str, at: str, said: str
) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 400
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    ((there, words),) = re.findall(r'<li><a href="#(\w+)">([^<]*)</a>', main)
    assert there == at
    assert said in words
    assert re.findall(r'<input id="(\w+)"[^>]*aria-invalid="true"', main) == [at]
    kept = dict(re.findall(r'<input [^>]*?name="([\w-]+)"[^>]*?value="([^"]*)"', main))
    assert kept == dict(parse_qsl(urlsplit(address).query))
    told = client.get(address, headers={"accept": "application/json"}).json()["error"]
    assert (told["code"], told["field"]) == ("BAD_USER_INPUT", at)


def test_a_name_that_nobody_has_is_mended_where_it_was_asked_and_all_else_is_kept(client: TestClient) -> None:
    found = offered(client, "/gaps?kind=vacant_post&kind=no_voice&area=bromly&proposed=1")
    assert "/gaps?kind=vacant_post&amp;kind=no_voice&amp;area=bromley&amp;proposed=1" in found
    assert "/compare?left=gloucester&amp;right=bromley" in offered(client, "/compare?left=gloucester&right=bromly")


def test_a_day_as_people_write_it_is_the_day_of_the_page(client: TestClient) -> None:
    text = client.get("/bromley?on=1+February+2009", headers=HTML).text
    assert "1 February 2009. <a" in text
    assert 'pattern="' not in text


def test_a_hostile_address_stays_text_in_the_offer_to_search(client: TestClient) -> None:
    text = client.get('/"><script>alert(1)</script>', headers=HTML).text
    assert "<script>alert" not in text
