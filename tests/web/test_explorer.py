"""Looking at a place works by address alone: filters, dates, a body in the middle, a panel, and what a script asks for."""

import html
import json
import re
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

HTML = {"accept": "text/html"}
COA = "bromley/council-on-ageing"


class Form(HTMLParser):
    """The filter form of a page, as a browser would send it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._inside = False
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "data-explorer-form" in given
        if self._inside and tag == "input" and given.get("name"):
            box = given.get("type") == "checkbox"
            if not box or "checked" in given:
                self.fields.append((given["name"], given.get("value", "")))
        if self._inside and tag == "select":
            self._select = given["name"]
        if self._inside and tag == "option" and "selected" in given and "value" in given:
            self.fields.append((self._select, given["value"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False


def page(client: TestClient, address: str) -> str:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200, answer.text
    return answer.text


def said(text: str) -> str:
    found = re.search(r'class="explorer__said">\s*<p>(.*?)</p>', text, re.DOTALL)
    assert found
    return found[1]


def boxes(text: str) -> int:
    return int(said(text).split(" of ")[0])


def test_where_most_bodies_have_other_lines_all_kinds_are_a_click_away(client: TestClient) -> None:
    text = page(client, "/hammersmith-and-fulham")
    offered = re.search(r'href="([^"]+)">Draw every kind of line: (\d+) bodies<', said(text))
    assert offered
    assert int(offered[2]) > 2 * boxes(text)
    wider = page(client, offered[1].replace("&amp;", "&"))
    assert boxes(wider) == int(offered[2])
    assert "every kind of line" in said(wider)
    assert "Draw every" not in said(wider) + said(page(client, "/bromley"))


def test_who_is_recorded_as_missing_is_drawn_when_asked_for(client: TestClient) -> None:
    absent = "The Children and Families Forum is said to be missing from the Voluntary Sector Reference Group"
    assert absent not in page(client, "/bromley")
    text = page(client, "/bromley?show=missing")
    assert absent in text
    assert "what is missing" in said(text)
    assert 'href="/bromley?show=missing"' in page(client, "/gaps?area=bromley")


def test_a_place_opens_with_its_picture(client: TestClient) -> None:
    text = page(client, "/bromley")
    assert text.index("<h1>") < text.index("data-explorer-form") < text.index("<figure") < text.index('class="ask"')
    assert re.match(
        r"\d+ of \d+ bodies, \d+ of them with no box of their own, which a \+ on another box counts; \d+ of \d+ seats, [^;]*; "
        r"reporting lines, sub-groups, feeds and seats; as things stand today\.",
        said(text),
    )
    assert "<strong>as recorded in January 2008</strong>" in text
    several = page(client, "/hammersmith-and-fulham")
    assert "<strong>as recorded from 9 July 2009 to 2022</strong>" in several


@pytest.mark.parametrize(("day", "is_before"), [("2010-01-21", True), ("2010-01-22", False), ("2010-01-23", False)])
def test_a_day_before_every_source_says_so_over_the_picture(client: TestClient, day: str, is_before: bool) -> None:
    said_so = "the earliest source is of 22 January 2010. The picture shows what has no known start."
    assert (said_so in page(client, f"/gloucester?on={day}")) is is_before
    told = "nothing was recorded yet, the earliest source is of 22 January 2010"
    assert (told in page(client, f"/embed/gloucester?on={day}")) is is_before


def test_a_form_that_changes_nothing_leads_to_the_plain_address(client: TestClient) -> None:
    for address in ("/bromley", "/gloucester", "/hammersmith-and-fulham"):
        fields = Form(page(client, address)).fields
        answer = client.get(address, params=urlencode(fields), headers=HTML, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, address)


def test_a_form_sent_back_from_a_view_leads_to_the_same_view(client: TestClient) -> None:
    view = f"/bromley?on=2008-01&proposed=1&hide=seat&show=support&kinds=boards,forums&certainty=inferred&select={COA}"
    answer = client.get(
        "/bromley", params=urlencode(Form(page(client, view)).fields), headers=HTML, follow_redirects=False
    )
    assert answer.headers["location"] == view


def test_without_a_single_kind_of_line_the_empty_picture_teaches(client: TestClient) -> None:
    fields = [(name, value) for name, value in Form(page(client, "/bromley")).fields if name != "lines"]
    answer = client.get("/bromley", params=urlencode(fields), headers=HTML)
    assert str(answer.url).endswith("/bromley?hide=feeds-into,reports-to,seat,sub-group-of")
    assert "Nothing matches these filters." in answer.text
    assert '<a href="/bromley">reset the filters</a>' in answer.text
    assert "<figure" not in answer.text


def test_filters_narrow_what_is_drawn_listed_and_said(client: TestClient) -> None:
    everything, carers = page(client, "/bromley"), page(client, "/bromley?themes=carers")
    assert boxes(carers) < boxes(everything)
    assert "only Carers" in said(carers)
    assert "/bromley/local-strategic-partnership" in everything
    figure = carers[carers.index("<figure") : carers.index("</figure>")]
    assert "local-strategic-partnership" not in figure
    assert "carers-organisations-group" in figure
    assert ">Filters (1 set)<" in carers


def test_around_a_body_its_way_to_the_top_is_shown(client: TestClient) -> None:
    text = page(client, "/bromley?about=Council on Ageing")
    assert "around Council on Ageing" in said(text)
    assert 'data-focus="bromley/council-on-ageing"' in text
    assert 'href="/bromley">The whole place</a>' in text


def test_a_day_steps_to_the_change_before_and_the_next(client: TestClient) -> None:
    text = page(client, "/bromley?on=2007-06&themes=carers")
    assert "as things stood in June 2007" in said(text)
    assert 'href="/bromley?on=2006&amp;themes=carers"' in text
    assert re.search(r'data-dates="\[.*&#34;2006&#34;.*&#34;&#34;\]"', text)


def test_a_change_that_is_yet_to_come_says_so(client: TestClient) -> None:
    now, then = page(client, "/hammersmith-and-fulham"), page(client, "/hammersmith-and-fulham?on=2022")
    assert "The next change: </span>after March 2028 (yet to come)<" in now
    assert "The next change: </span>after March 2023<" in then
    assert now.count("(yet to come)") == 1


def test_what_is_looked_for_is_offered(client: TestClient) -> None:
    text = page(client, "/bromley?find=mental+health")
    assert 'href="/bromley?find=mental+health&amp;select=bromley/mental-health-forum"' in text
    assert '<option value="Mental Health Forum">' in text
    assert "Nothing shown here is called “zzz”" in page(client, "/bromley?find=zzz")


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("/bromley?steps=9", "expected a number from 1 to 6"),
        ("/bromley?themes=astronomy", "which is not a theme of this place: expected carers"),
        ("/bromley?about=Nobody+At+All", "is not a body of this place: expected the name or id of one"),
        ("/bromley?on=2007-02-30", "there is no day 30"),
        ("/bromley?hide=everything", "which is not a kind of line here"),
        ("/diagrams/bromley.svg?kinds=x", "which is not a sort of body here"),
        ("/diagrams/bromley.json?size=huge", "expected large or usual"),
        (f"/panel/{COA}?direction=left", "expected up, down or both"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(client: TestClient, address: str, what: str) -> None:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 400
    assert what in answer.text


def test_every_body_of_the_picture_stands_in_the_list_once(client: TestClient) -> None:
    text = page(client, "/gloucester")
    words = text[text.index("explorer__words") : text.index("diagram__table")]
    listed = re.findall(r'<li><a href="/([^"]+)">[^<]*</a> <span class="meta">', words)
    assert len(listed) == len(set(listed))
    # Signs that close a roster and its rows lead elsewhere.
    drawn = set(re.findall(r'<a href="/(gloucester/[^"]+)"', text[text.index("<svg") : text.index("</svg>")]))
    assert drawn <= set(listed)


def test_the_list_says_who_sits_where_and_a_drawing_that_is_asked_for_is_open_on_a_phone(client: TestClient) -> None:
    text = page(client, "/gloucester")
    words = text[text.index("explorer__words") : text.index("diagram__table")]
    assert "vacant since 22 January 2010</li>" in words
    assert '<details class="explorer__theme" data-fold="Health"><summary>Health' in words
    for address, is_open in {"": False, "?on=2009&proposed=1": False, "?hide=seat": True, "?find=health": True}.items():
        box = re.search(r'<input class="explorer__draw"[^>]*>', page(client, f"/gloucester{address}"))
        assert box
        assert (" checked" in box[0]) == is_open, address


# The panel


def test_the_panel_answers_in_short(client: TestClient) -> None:
    text = page(client, f"/panel/{COA}?on=2008-01&themes=older-people")
    assert text.count("<h1") == 1
    assert "the Council on Ageing has seats on 8 bodies; who sits in any of them is not recorded." in text
    assert f'href="/{COA}?on=2008-01"' in text
    assert f'href="/bromley?on=2008-01&amp;themes=older-people&amp;about={COA}"' in text
    assert "Who sits on it" in page(client, "/panel/bromley/mental-health-partnership-board")


def test_the_panel_comes_as_a_part_and_in_the_place(client: TestClient) -> None:
    fragment = page(client, f"/panel/{COA}?fragment=1")
    assert fragment.lstrip().startswith("<div")
    assert "<html" not in fragment
    text = page(client, f"/bromley?select={COA}&themes=older-people")
    aside = text[text.index("<aside") : text.index("</aside>")]
    assert "has seats on 8 bodies; who sits in any of them is not recorded." in aside
    assert 'href="/bromley?themes=older-people">Close</a>' in aside


def test_a_bar_across_the_picture_opens_into_who_sits_on_it_and_closes(client: TestClient) -> None:
    """On the page, in what a script asks for, and in the file that is saved; the empty seat among them."""
    executive = "gloucester/gloucester-partnership-executive"
    row = 'href="/posts/gloucester/executive-linda-osment"'
    for address in ("/gloucester", "/diagrams/gloucester.svg"):
        opened, closed = page(client, address), page(client, f"{address}?close=roster:{executive}")
        drawn = opened.partition("<table")[0]
        assert row in drawn
        assert "vacant since" in drawn
        assert "dashed, with a slash: vacant" in opened
        assert row not in closed.partition('class="explorer__list"')[0]
        assert "dashed, with a slash: vacant" in closed
    assert f"/gloucester?close=roster:{executive}" in page(client, "/gloucester")
    again = page(client, f"/gloucester?close=roster:{executive}")
    assert f"/gloucester?open=roster:{executive}" in again
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page(client, "/gloucester"), re.DOTALL)
    assert found
    rows = json.loads(found[1])["boxes"][executive]["rows"]
    assert sum("Voluntary and Community Sector" in row["said"] for row in rows) == 2
    assert len(rows) == 19


def test_an_unknown_body_has_no_panel(client: TestClient) -> None:
    assert client.get("/panel/bromley/nobody", headers=HTML).status_code == 404
    assert client.get("/bromley?select=bromley/nobody", headers=HTML).status_code == 404


# What a script asks for


def test_the_parts_are_those_of_the_page(client: TestClient) -> None:
    view = "?on=2008-01&themes=carers,older-people"
    parts = client.get(f"/diagrams/bromley.json{view}").json()
    text = page(client, f"/bromley{view}")
    assert parts["figure"].strip() in text
    assert parts["list"].strip() in text
    assert parts["said"] in said(text)
    assert parts["address"] == f"/bromley{view}"
    for said_of_it in ("cite", "embed", "booklet"):
        assert html.escape(parts["share"][said_of_it], quote=False) in text.replace("&#39;", "'").replace("&#34;", '"')


def test_the_parts_of_a_form_come_with_their_short_address(client: TestClient) -> None:
    fields = [(n, v) for n, v in Form(page(client, "/bromley")).fields if v not in {"seat", "reference"}]
    parts = client.get("/diagrams/bromley.json", params=urlencode(fields)).json()
    sorts = "boards,charities,committees,forums,statutory,sub-groups"
    assert parts["address"] == f"/bromley?hide=seat&kinds={sorts}"


def test_around_an_organization_the_page_says_already_what_it_is_about(client: TestClient) -> None:
    parts = client.get(f"/diagrams/{COA}.json?steps=1&direction=up").json()
    assert parts["address"] == f"/{COA}?steps=1&direction=up"
    assert "around Council on Ageing, one step upwards" in parts["said"]


def test_parts_that_have_not_changed_are_not_sent_again(client: TestClient) -> None:
    first = client.get("/diagrams/gloucester.json")
    tag = first.headers["etag"]
    assert client.get("/diagrams/gloucester.json", headers={"if-none-match": tag}).status_code == 304
    other = client.get("/diagrams/gloucester.json?hide=seat", headers={"if-none-match": tag})
    assert (other.status_code, other.headers["etag"] == tag) == (200, False)


def test_no_such_place_or_body(client: TestClient) -> None:
    assert client.get("/diagrams/nowhere.json").status_code == 404
    assert client.get("/diagrams/bromley/nobody.json").status_code == 404


def test_a_saved_drawing_is_the_view_on_the_page(client: TestClient) -> None:
    text = page(client, "/bromley?themes=carers")
    assert 'href="/diagrams/bromley.svg?themes=carers"' in text
    whole, part = (client.get(f"/diagrams/bromley.svg{view}").text for view in ("", "?themes=carers"))
    assert "/bromley/local-strategic-partnership" in whole
    assert "/bromley/local-strategic-partnership" not in part


@pytest.mark.parametrize("written", ["1 February 2009", "01/02/2009", "1.2.2009", "2009-02-01", " 1 Feb 2009 "])
def test_a_day_may_be_written_as_people_do(client: TestClient, written: str) -> None:
    for path, asked in (("/gloucester", {}), ("/who", {"of": "gloucester/gloucester-partnership"}), ("/gaps", {})):
        answer = client.get(path, params={**asked, "on": written}, headers=HTML)
        assert answer.status_code == 200, path
        assert "1 February 2009" in answer.text, path
