"""Questions as residents and officers type them, over all places: the first try leads to the answer."""

import html
import re
import shutil
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.conftest import SEEDS
from tests.questions.test_asked_in_words import leads
from tests.sites import Sites

HTML = {"accept": "text/html"}
ANSWERED = {
    "Who speaks for carers on the health and social care board?": "speaks for Carers directly",
    "who speaks for carers on the Safeguarding Adults Board": "Carers of Northmere and Southmere",
    "Is there anybody for unpaid carers on the Strathcorrie Integration Joint Board?": "speaks for Unpaid carers",
    "Who represents people without a home in Marlow?": "People who are or have been without a home in Marlow",
    "is faith represented in bromley?": "aith groups",
    "Who chairs the Haverley Town Board?": "no source names a chair of the Haverley Town Board",
    "who chairs the Safeguarding Adults Board in Northmere": "is chaired by Dr Judith Amoah",
    "where does Melanie Dafforn sit": "Melanie Dafforn holds",
    "Do farmers have a seat on the Carrowmore Local Community Development Committee?": "Farmers' Union",
}
"""Part of the sentence that answers."""
LED = {
    "How can residents of Corrie North be heard by the integration joint board?": "/routes?from=strathcorrie",
    "who sits on the IJB in Strathcorrie": "/members/strathcorrie/",
    "Which councillors sit on outside bodies in Thornley?": "/registers/thornley/outside-bodies",
    "when does the Gloucester Partnership Executive meet next?": "/registers/gloucester/meetings",
    "how often did the police come to the Northmere board": "/registers/northmere/attendance",
    "who came to the last meeting in Haverley": "/registers/haverley/attendance",
    "Who funds the forums in Hammersmith & Fulham?": "/registers/hammersmith-and-fulham/lines?find=funded",
    "print the map of Gloucester": "/gloucester#share",
    "How do I put the Gloucestershire map on our website?": "/gloucestershire#share-embed",
    "how do I report a mistake": "/suggestions/new",
    "How do Bromley and Gloucester compare?": "/compare?left=bromley&right=gloucester",
    "What did members in Gloucester want?": "/registers/gloucester/asked-for",
    "which boards in Bromley are without faith groups": "/ask/boards-without?area=bromley",
    "whose term ends soon in Thornley": "/fragility?area=thornley",
    "who owes a report in Haverley": "/report-back?area=haverley",
    "membership list of the Southmere Wellbeing Board": "/members/southmere/wellbeing-board",
    "people on the public services board in Dyffryn Aber": "/members/dyffryn-aber/",
    "empty seats in Inishmaine": "/registers/inishmaine/vacancies",
}
"""How the address begins to which the first lead goes."""


@pytest.fixture(scope="module")
def everywhere(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of a site over the four places of the project and its examples."""
    folder = tmp_path_factory.mktemp("everywhere")
    for path in (*SEEDS.glob("*.yaml"), *(SEEDS / "examples").glob("*.yaml")):
        shutil.copy(path, folder)
    areas = [(there / "areas.yaml").read_text("utf-8") for there in (SEEDS, SEEDS / "examples")]
    (folder / "areas.yaml").write_text(areas[0] + areas[1].partition("areas:")[2], "utf-8")
    shutil.copytree(SEEDS / "questions", folder / "questions")
    with sites.over(folder) as (client, _):
        yield client


@pytest.mark.parametrize("text", ANSWERED)
def test_a_question_is_answered_in_a_sentence(everywhere: TestClient, text: str) -> None:
    page = everywhere.get(f"/search?q={quote(text)}", headers=HTML).text
    said = [html.unescape(re.sub("<[^>]+>", "", each)) for each in re.findall(r'<p class="answer">(.*?)</p>', page)]
    assert any(ANSWERED[text] in each for each in said), (said, leads(everywhere, text))
    assert all(each.startswith("As recorded ") or each.startswith("No ") for each in said)


@pytest.mark.parametrize("text", LED)
def test_a_question_leads_on(everywhere: TestClient, text: str) -> None:
    found = leads(everywhere, text)
    assert found, text
    assert found[0].startswith(LED[text]), found
    assert everywhere.get(found[0], headers=HTML).status_code == 200
