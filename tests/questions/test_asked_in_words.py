"""Whole questions, typed into the search or the field of the front page, lead to where they are answered."""

import html
import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from app.domain.records import Area
from app.reading.explorer import today
from app.reading.mentions import is_question
from app.reading.topics import topics_in

HTML = {"accept": "text/html"}
LEADS = {
    "who speaks for carers on the health and social care board": [
        "/routes?from=bromley%2Fcarers&to=bromley%2Fhealth-and-social-care-partnership-board",
        "/who?of=bromley%2Fcarers",
    ],
    "BATH's way to the LSP": ["/routes?from=bromley%2Fbath&to=bromley%2Flocal-strategic-partnership"],
    "BATH\N{RIGHT SINGLE QUOTATION MARK}s way to the LSP": ["/routes?from=bromley%2Fbath&to="],
    "what changed in 2010": ["/changes?since=2010&until=2010"],
    "What has changed in Gloucester since 2009?": ["/changes?area=gloucester&since=2009"],
    "which seats are empty": ["/registers/vacancies"],
    "are there any empty seats in gloucester?": ["/registers/gloucester/vacancies"],
    "what did Gloucester's members ask for?": [
        "/registers/gloucester/asked-for",
        "/changes?area=gloucester&since=",
        "/gaps?area=gloucester&kind=recorded_absence",
    ],
    "what is proposed in bromley": [
        "/registers/bromley/asked-for",
        "/changes?area=bromley&since=",
        "/gaps?area=bromley&kind=recorded_absence",
    ],
    "who sits on the Older People's Partnership Board": [
        "/members/bromley/older-peoples-partnership-board",
        "/balance?of=bromley%2Folder-peoples-partnership-board",
    ],
    "who appoints to outside bodies": ["/registers/outside-bodies"],
    "who appoints to outside bodies in bromley": ["/registers/bromley/outside-bodies"],
    "members of the Older People's Partnership Board": ["/members/bromley/older-peoples-partnership-board"],
    "Gloucester Partnership Executive membership": ["/members/gloucester/gloucester-partnership-executive"],
    "membership list gloucester partnership executive": ["/members/gloucester/gloucester-partnership-executive"],
    "Health and Social Care Partnership Board members": ["/members/bromley/health-and-social-care-partnership-board"],
    "a spreadsheet of all seats in Bromley": ["/registers/bromley/seats"],
    "list of seats": ["/registers/seats"],
    "list of people": ["/registers"],
    "vacancies": ["/registers/vacancies"],
    "empty seats": ["/registers/vacancies"],
    "who has no voice in bromley": ["/gaps?area=bromley&kind=no_voice&kind=feeds_nothing"],
}


def leads(client: TestClient, text: str) -> list[str]:
    page = client.get(f"/search?q={quote(text)}", headers=HTML).text
    part = re.search(r'id="leads".*?</section>', page, re.DOTALL)
    return [html.unescape(href) for href in re.findall(r'href="([^"]*)"', part[0])] if part else []


@pytest.mark.parametrize("text", LEADS)
def test_a_question_leads_to_its_answer(client: TestClient, text: str) -> None:
    found = leads(client, text)
    for number, address in enumerate(LEADS[text]):
        assert found[number].startswith(address), found
    assert client.get(found[0], headers=HTML).status_code == 200
    asked = client.get(f"/who?of={quote(text)}", headers=HTML, follow_redirects=False)
    assert (asked.status_code, asked.headers["location"].partition("?")[0]) == (303, "/search")


def test_a_name_is_no_question_and_is_answered_by_names_alone(client: TestClient) -> None:
    assert not any(map(is_question, ("Council on Ageing", "Mental Health Forum", "Gateway to Work")))
    assert leads(client, "Mental Health Forum") == []


def test_subjects_name_place_years_and_the_command() -> None:
    (lead,) = topics_in("What changed in 2007 and 2010 at home?", Area("alder", "Alder", None, None, None))
    assert lead.says == "What changed in Alder in 2007 and 2010?"
    assert lead.href == "/changes?area=alder&since=2007&until=2010"
    assert lead.words == ("changes", "--area=alder", "--since=2007", "--until=2010")
    asked, proposed, absent = topics_in("What was asked, and what else did they ask for?", None)
    assert (asked.href, asked.words) == ("/registers/asked-for", ("register", "asked-for"))
    assert proposed.words == ("changes", f"--since={today()}", f"--until={today()}", "--proposed")
    assert (absent.says, absent.words) == ("What do sources say is missing?", ("gaps", "--kind=recorded_absence"))
    assert topics_in("whom do I ask about carers", None) == []
    assert topics_in("a change of name in 1066", None)[0].href == "/changes"
    assert topics_in("who chairs the forum", None) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("BATH", "BATH has a place on one body, and does not take it up."),
        ("who represents BATH", "No line from BATH to another body is recorded, and nobody is named with it."),
        ("GAVCA", "Named with it: Camilla Hale."),
        ("Economic Group", "It is a sub-group of the Gloucester Partnership and is linked to"),
        ("Children's Trust", "The Children and Families Forum feeds into it."),
        ("VSRG", "the Voluntary Sector Reference Group has 10 seats"),
    ],
)
def test_the_name_of_a_group_or_its_short_form_is_answered(client: TestClient, text: str, said: str) -> None:
    page = html.unescape(client.get(f"/search?q={quote(text)}", headers=HTML).text)
    assert said in page
    assert "Names" in page or "most likely first" in page


def test_a_part_of_a_name_and_a_name_that_several_have_are_not_answered(client: TestClient) -> None:
    for text in ("Council", "Mental Health", "carers group of nowhere"):
        assert 'class="answer">As recorded' not in client.get(f"/search?q={quote(text)}", headers=HTML).text


def test_two_words_for_a_list_lead_to_it(client: TestClient) -> None:
    assert "/registers/asked-for" in leads(client, "asked for")
