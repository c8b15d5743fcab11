"""Changing a record by forms: what is wrong is told at its field, what is right is shown, saved, and can be taken back."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from tests.accounts import Browser, change_in
from tests.conftest import SEEDS
from tests.sites import Sites

PLACE = """
place: testham
organizations:
  - {id: board, name: Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
  - {id: hidden, name: Zhidden, classification: forum, kind: collaboration, access: confidential, cites: "minutes, 1"}
  - {id: inner, name: Inner, classification: forum, kind: collaboration, access: members, cites: "minutes, 1"}
  - {id: care, name: Adult Care, classification: department, kind: unit, cites: "minutes, 1"}
people:
  - {id: ann, name: Ann Ray, cites: "minutes, 1"}
posts:
  - {id: chair, on: board, role: chair, holders: {person: ann, since: 2007}, cites: "minutes, 1"}
  - {id: secret, on: hidden, role: chair, cites: "minutes, 1"}
"""
SEAT, BOARD = "post/testham/chair", "organization/testham/board"
SOURCE = {"source": "minutes", "source_where": "item 4"}
SOMEBODY = {"who": "Bob Smith", "since": "March 2026", "fate_0": "left"} | SOURCE


@pytest.fixture
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a site with a small place."""
    seeds = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Other}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(PLACE)
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture
def editor(site: TestClient) -> Browser:
    """Return the browser of somebody who may write in the place."""
    return signed_in(site, "eve", Grant(Role.EDITOR, "testham"))


def signed_in(site: TestClient, login: str, *grants: Grant) -> Browser:
    browser = Browser(site)
    browser.account(login, *grants)
    assert browser.sign_in(login).status_code == 303
    return browser


def unseen(page: str) -> dict[str, str]:
    """Return the fields that a page sends on without showing them."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found if name != "form_token"}


def said(page: str) -> str:
    """Return what a page says, without its tags."""
    plain = html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index("<main") :])))
    return plain.replace(" ,", ",").replace(" .", ".")


def shown(browser: Browser, form: str, answers: dict[str, str]) -> Any:
    """Fill a form in and return the page that shows what it would write."""
    return browser.post(f"/edit/{form}", unseen(browser.get(f"/edit/{form}").text) | answers)


def save(browser: Browser, preview: str, **more: str) -> Any:
    return browser.post("/edit/save", unseen(preview) | more, page="/account")


def written(browser: Browser, form: str, answers: dict[str, str], **more: str) -> str:
    """Fill a form in, save it, and return where that leads."""
    page = shown(browser, form, answers)
    assert page.status_code == 200, said(page.text)
    answer = save(browser, page.text, **more)
    assert answer.status_code == 303, said(answer.text)
    return str(answer.headers["location"])


def seat(browser: Browser) -> str:
    return said(browser.get("/posts/testham/chair").text)


def test_a_person_takes_a_seat_and_that_is_taken_back(editor: Browser) -> None:
    before = editor.page("/posts/testham/chair")
    assert "/edit/took-a-seat/post/testham/chair" in editor.get(f"/edit/about/{SEAT}").text
    page = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"who": "", "since": "soon"})
    assert page.status_code == 400
    assert re.findall(r'<li><a href="#(\w+)">', page.text)[:2] == ["who", "since"]
    assert 'value="item 4"' in page.text
    assert "'soon' cannot be read" in said(page.text)
    page = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY)
    assert "Bob Smith takes the seat chair, Board from March 2026; Ann Ray left in March 2026." in said(page.text)
    assert "As “Minutes” says." in said(page.text)
    assert editor.page("/posts/testham/chair") == before
    leads_to = str(save(editor, page.text, why="At the annual meeting").headers["location"])
    assert "Bob Smith, since March 2026" in seat(editor)
    assert "Ann Ray, 2007 to March 2026" in seat(editor)
    saved = editor.get(leads_to)
    assert "Saved. Look at the page" in said(saved.text)
    assert 'href="/posts/testham/chair"' in saved.text
    assert "Name of eve. By a form: A new person took the seat in testham" in said(saved.text)
    assert "At the annual meeting" in said(saved.text)
    assert (
        "Bob Smith takes the seat chair, Board from March 2026; Ann Ray left in March 2026. Line by line Changed:"
        in said(saved.text)
    )
    number = change_in(leads_to)
    back = editor.post(f"/history/{number}/undo", {"about": SEAT}, page=leads_to)
    undone = editor.get(back.headers["location"])
    by = change_in(back.headers["location"])
    assert f"Change {number} is taken back. Look at the page" in said(undone.text)
    assert f'href="/history/{number}"' in undone.text
    assert "Saved." not in undone.text
    assert editor.page("/posts/testham/chair") == before
    of_it = editor.get(f"/history/{number}")
    assert f"Taken back by change {by}." in said(of_it.text)
    assert f'href="/history/{by}"' in of_it.text
    assert "/undo" not in of_it.text
    assert f"Taken back by change {by}." in said(editor.get("/history").text)
    again = editor.post(f"/history/{by}/undo", {"about": SEAT}, page=f"/history/{by}")
    assert f"Taken back by change {int(by) + 1}." in said(editor.get(f"/history/{by}").text)
    assert again.headers["location"].startswith(f"/history/{int(by) + 1}?")
    assert "Taken back by" not in said(editor.get(f"/history/{number}").text)
    assert "Bob Smith, since March 2026" in seat(editor)


def test_no_other_sentence_is_kept_with_a_draft_than_the_one_that_was_shown(editor: Browser) -> None:
    page = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY)
    leads_to = str(save(editor, page.text, says="Nothing of note happened.").headers["location"])
    assert "Nothing of note" not in editor.get(leads_to).text
    assert "Bob Smith" in editor.get(leads_to).text


def test_a_second_press_of_the_button_changes_nothing(editor: Browser) -> None:
    page = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY)
    save(editor, page.text)
    there = editor.page("/posts/testham/chair")
    answer = save(editor, page.text)
    assert answer.headers["location"].startswith("/edit/saved?")
    assert "recorded already" in said(editor.get(answer.headers["location"]).text)
    assert editor.page("/posts/testham/chair") == there


def test_two_who_change_one_seat_see_both_versions_and_lose_nothing(editor: Browser) -> None:
    form = f"took-a-seat/{SEAT}"
    late, opened = shown(editor, form, SOMEBODY | {"who": "Cy Lee"}).text, unseen(editor.get(f"/edit/{form}").text)
    written(editor, form, SOMEBODY)
    there = seat(editor)
    for answer in (save(editor, late), editor.post(f"/edit/{form}", opened | SOMEBODY | {"who": "Cy Lee"})):
        assert answer.status_code == 409
        assert "nothing that you typed is lost" in said(answer.text)
        assert "bob-smith" in answer.text
        assert unseen(answer.text)["who"] == "Cy Lee"
    again = editor.post(f"/edit/{form}", unseen(answer.text) | {"step": "change"})
    assert 'value="Cy Lee"' in again.text
    assert seat(editor) == there
    answers = SOMEBODY | {"who": "Cy Lee", "since": "May 2026", "fate_1": "left"}
    save(editor, editor.post(f"/edit/{form}", unseen(again.text) | answers).text)
    assert "Bob Smith, March 2026 to May 2026" in seat(editor)
    assert "Cy Lee, since May 2026" in seat(editor)


def test_whoever_may_not_write_there_is_told_what_to_do_instead(site: TestClient) -> None:
    stranger = Browser(site)
    page = said(stranger.get(f"/edit/about/{BOARD}").text)
    assert "Sign in to change it" in page
    assert "Board" not in page
    assert stranger.get(f"/edit/correct/{BOARD}").headers["location"].startswith("/sign-in?next=")
    for grant in (Grant(Role.EDITOR, "other"), Grant(Role.MEMBER, "testham")):
        browser = signed_in(site, f"{grant.role}-elsewhere", grant)
        assert browser.get(f"/edit/correct/{BOARD}").status_code == 403
        assert "You may not write in this place" in said(browser.get(f"/edit/about/{BOARD}").text)
        assert browser.get("/history?place=testham").status_code == 403
        assert browser.get("/history/2").status_code == 404
        draft = '{"place":"testham","steps":[["organization","testham/board","",null]]}'
        sent = {"draft": draft, "word": "correct", "about": BOARD}
        assert browser.post("/edit/save", sent, page="/account").status_code == 403
        assert browser.post("/history/2/undo", {}, page="/account").status_code == 404


def test_a_doubt_is_shown_and_may_be_accepted_with_a_word(editor: Browser) -> None:
    both = filled(editor, f"correct/{SEAT}") | {"vacant": "yes"}
    page = shown(editor, f"correct/{SEAT}", both)
    assert "Worth a second look" in said(page.text)
    save(editor, page.text, why="The minutes say both")
    again = shown(editor, f"correct/{SEAT}", filled(editor, f"correct/{SEAT}") | {"label": "The chair"})
    assert again.status_code == 200
    assert "Worth a second look" not in said(again.text)


def test_what_is_confidential_is_for_stewards(site: TestClient) -> None:
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    hidden = "organization/testham/hidden"
    assert editor.get(f"/edit/correct/{hidden}").status_code == 404
    assert editor.get("/edit/left/post/testham/secret").status_code == 404
    for address in (f"/edit/about/{BOARD}", f"/edit/new-seat/{BOARD}", "/edit/about/area/testham", "/history"):
        assert "Zhidden" not in editor.get(address).text, address
    body = '{"id":"ID","name":"X","classification":"forum","kind":"collaboration","cites":"minutes, 1"}'
    for was, said_of_it in (("", "null"), ("0123456789abcdef", "null"), ("0123456789abcdef", body)):
        told = []
        for id_ in ("hidden", "hiddem"):
            step = f'["organization","testham/{id_}","{was}",{said_of_it.replace("ID", id_)}]'
            draft, about = f'{{"place":"testham","steps":[{step}]}}', f"organization/testham/{id_}"
            answer = editor.post("/edit/save", {"draft": draft, "word": "correct", "about": about}, page="/account")
            shows = re.sub(r'name="form_token" value="[^"]+"', "", answer.text).replace("hiddem", "hidden")
            told.append((answer.status_code, answer.headers.get("location", "").replace("hiddem", "hidden"), shows))
        assert told[0] == told[1], "a guessed id is answered as one that nobody has"
    draft = f'{{"place":"testham","steps":[["organization","testham/hidden","",{body.replace("ID", "hidden")}]]}}'
    answer = editor.post("/edit/save", {"draft": draft, "word": "correct", "about": hidden}, page="/account")
    assert "This id is not free" in said(answer.text)
    draft = '{"place":"testham","steps":[["person","testham/bob","",{"id":"bob","name":"B","access":"confidential"}]]}'
    assert (
        editor.post("/edit/save", {"draft": draft, "word": "correct", "about": BOARD}, page="/account").status_code
        == 403
    )
    steward = signed_in(site, "stu", Grant(Role.STEWARD, "testham"))
    written(steward, f"renamed/{hidden}", {"name": "Zhidden too"} | SOURCE)
    assert "Zhidden too" in steward.get("/history?place=testham").text
    editor = signed_in(site, "eva", Grant(Role.EDITOR, "testham"))
    history = editor.get("/history?place=testham").text
    assert "Zhidden" not in history
    assert "for stewards where something is confidential" in said(history)


def test_who_is_known_by_a_seat_alone_is_seen_by_those_who_see_it(editor: Browser) -> None:
    answers = {
        "role": "member",
        "speaks_for": "Zinner circle",
        "speaks_for_sort": "forum",
        "who": "Zoe Zinner",
    } | SOURCE
    written(editor, "new-seat/organization/testham/inner", answers)
    for name in ("Zoe", "Zinner"):
        assert name in editor.get(f"/suggest?q={name}").text, "an editor may read what is for members"
    written(editor, f"new-seat/{BOARD}", answers | {"who": "Yan Yore", "speaks_for": ""})
    editor.client.cookies.clear()
    assert [found["name"] for found in editor.get("/suggest?q=Yan").json()] == ["Yan Yore"]
    for name in ("Zoe", "Zinner"):
        assert editor.get(f"/suggest?q={name}").json() == []


def test_a_place_begins_with_a_body_and_a_seat(site: TestClient) -> None:
    owner = signed_in(site, "owner", Grant(Role.ADMINISTRATOR))
    begun = {
        "place": "Newham",
        "place_sort": "London borough",
        "source_title": "First minutes",
        "source_where": "item 1",
    }
    body = {"name": "Forum", "sort": "forum", "role": "chair", "who": "Ann Ray"}
    assert owner.post("/edit/start", {}, page="/edit/start").status_code == 400
    taken = owner.post("/edit/start", begun | body | {"place": "Testham"})
    assert "Testham is recorded already" in said(taken.text)
    reserved = owner.post("/edit/start", begun | body | {"place": "Sources"})
    assert (reserved.status_code, "expected another id" in said(reserved.text)) == (400, True)
    page = owner.post("/edit/start", begun | body)
    assert "Newham begins with Forum; a seat is added: chair, Forum, held by Ann Ray." in said(page.text)
    save(owner, page.text)
    assert "Forum" in said(owner.get("/newham").text)
    assert owner.get("/diagrams/newham.svg").status_code == 200
    written(
        owner,
        "new-body/area/newham",
        {"name": "Carers", "sort": "community_group", **SOURCE, "source": "first-minutes"},
    )
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    assert "an administrator gives the right" in said(
        editor.post("/edit/start", begun | body | {"place": "Oldham"}).text
    )


def test_each_form_says_what_it_writes_and_writes_it(editor: Browser) -> None:
    seats = {"role": "member", "label": "Carers' seat", "speaks_for": "Carers", "number": "1"} | SOURCE
    asked = shown(editor, f"new-seat/{BOARD}", seats)
    assert "Carers is not recorded yet" in said(asked.text)
    written(editor, f"new-seat/{BOARD}", seats | {"speaks_for_sort": "constituency"})
    assert "Carers' seat" in said(editor.get("/testham/board").text)
    written(editor, f"left/{SEAT}", {"which": "testham/chair 0", "until": "1/6/2026", "empty": "yes"} | SOURCE)
    assert "Ann Ray, 2007 to 1 June 2026" in seat(editor)
    assert "vacant" in seat(editor).lower()
    same = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"who": "ann ray"})
    assert "Somebody called ann ray is recorded already" in said(same.text)
    written(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"who": "ann ray", "since": "2027", "who_same": "ann"})
    assert "Ann Ray, since 2027" in seat(editor)
    written(editor, f"stands-empty/{SEAT}", {"since": "2028"} | SOURCE)
    assert "Ann Ray, 2027 to 2028" in seat(editor)
    written(editor, f"renamed/{BOARD}", {"name": "Big Board", "until": "2025"} | SOURCE)
    assert "Big Board" in said(editor.get("/testham/board").text)
    again = shown(editor, f"correct/{BOARD}", filled(editor, f"correct/{BOARD}"))
    assert "nothing would change" in said(again.text)
    wrong = shown(editor, f"correct/{BOARD}", filled(editor, f"correct/{BOARD}") | {"quorumNumber": "many"})
    assert re.findall(r'<li><a href="#(\w+)">', wrong.text) == ["quorumNumber"]
    # What was wrong stands in the form still, to be put right.
    corrected = {"quorumNumber": "", "purpose": "To meet", "alternateNames": "BB\nThe board"}
    written(editor, f"correct/{BOARD}", filled(editor, f"correct/{BOARD}") | corrected)
    assert "Also written BB, The board" in said(editor.get("/testham/board").text)
    written(editor, f"ended/{BOARD}", {"dissolved": "2029", "follower": "New Board", "follower_sort": "forum"} | SOURCE)
    assert "New Board" in said(editor.get("/testham/board?on=2030").text)
    leads_to = written(editor, f"remove/{SEAT}", {"sure": "yes"})
    assert leads_to.endswith("about=area%2Ftestham")
    assert editor.get("/posts/testham/chair").status_code == 404
    history = said(editor.get("/history?place=testham").text)
    assert history.count("Name of eve") == 8
    assert "Name of eve" not in said(editor.get("/history?before=2").text)


COMMITTEE = """
1. Chair: Cllr Mary O'Hara
2. Vice-Chairman: Pat Byrne OBE
- Ann Lee, for Carers
Jo Smith (secretary), representing Carers
Youth seat: vacant since May 2025
Business\tSam Green
Ann Ray
"""


def test_a_committee_is_entered_from_its_list_of_members(editor: Browser) -> None:
    answers = {
        "seats": COMMITTEE,
        "since": "2025",
        "whom_3_sort": "constituency",
        "who_7_same": "ann",
        "chair_1": "second",
    } | SOURCE
    form = f"new-seats/{BOARD}"
    asked = shown(editor, form, answers | {"who_7_same": "", "whom_3_sort": ""})
    assert len(re.findall(r'<li><a href="#whom_3_sort">Carers is not recorded yet', asked.text)) == 1
    assert "whom_4_sort" not in asked.text
    assert "Somebody called Ann Ray is recorded already" in said(asked.text)
    page = shown(editor, form, answers)
    assert (
        "7 seats are added to Board: 6 have a holder by name, one stands empty. Chair, Cllr Mary O'Hara; vice-chair, Pat Byrne OBE;"
        in said(page.text)
    )
    save(editor, page.text)
    board = said(editor.get("/members/testham/board").text)
    for name in ("Cllr Mary O'Hara", "Pat Byrne OBE", "Ann Lee", "Jo Smith", "Sam Green", "Ann Ray", "Youth seat"):
        assert name in board, name
    for role, name in {"vice-chair": "Pat Byrne OBE", "secretary": "Jo Smith"}.items():
        assert re.search(rf"{name}.{{0,80}}{role}|{role}.{{0,80}}{name}", board, re.IGNORECASE), board
    assert "May 2025" in board
    by_name = [board.index(name) for name in ("Sam Green", "Ann Lee", "Jo Smith", "Youth seat")]
    assert by_name == sorted(by_name)
    seats = said(editor.get("/testham/board").text).rpartition("Who sits on it")[2]
    as_pasted = [seats.index(name) for name in ("Ann Lee", "Jo Smith", "Youth seat", "Sam Green")]
    assert as_pasted == sorted(as_pasted)
    about = said(editor.get(f"/edit/about/{BOARD}").text)
    for seat in ("member for Carers, Board: Ann Lee", "Youth seat, Board: vacant", "Business, Board: Sam Green"):
        assert seat in about, about


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Secretary:", ""),
        ("Ann Lee and Bob Ray", "each seat has a line of its own"),
        ("the committee also heard that a further seat would be offered", "names nobody: leave it out"),
        ("Youth seat: vacant since Tuesday", "Line 1"),
    ],
)
def test_a_line_that_says_no_seat_is_told_with_its_number(editor: Browser, line: str, expected: str) -> None:
    page = shown(editor, f"new-seats/{BOARD}", {"seats": line} | SOURCE)
    assert ("There is a problem" in page.text) == bool(expected), said(page.text)
    assert expected in said(page.text)


def test_a_meeting_is_entered_on_one_screen(editor: Browser) -> None:
    written(editor, f"new-seats/{BOARD}", {"seats": "Mary O'Hara\nPat Byrne\nSam Green"} | SOURCE)
    form = f"met/{BOARD}"
    page = editor.get(f"/edit/{form}").text
    people = dict(re.findall(r'<label for="came_([\w-]+)">([^<(]+) \(', page))
    assert set(people) == {"ann", "mary-o-hara", "pat-byrne", "sam-green"}
    answers = {
        "date": "3 March 2026",
        "venue": "Town Hall",
        "came_pat-byrne": "apologies",
        "came_ann": "not_said",
        "deputies": "Al Jones for O'Hara",
        "guests": "Jo Ward, Board\nKit Long",
        "quorate": "yes",
    }
    for wrong, told in (
        ({"deputies": "Al Jones for nobody"}, "Line 1"),
        ({"deputies": "Al Jones"}, "expected a name"),
        ({"date": ""}, "Say when it met"),
        ({"came_ann": "asleep"}, "Choose one of the list"),
    ):
        assert told in said(shown(editor, form, answers | wrong | SOURCE).text)
    shows = shown(editor, form, answers | SOURCE)
    sentence = (
        "Board met on 3 March 2026: one member came (Sam Green); Mary O'Hara and Pat Byrne sent apologies; Al Jones came for Mary"
        " O'Hara; 2 guests besides."
    )
    assert sentence in said(shows.text)
    save(editor, shows.text)
    meeting = said(editor.get("/meetings/testham/board--2026-03-03").text)
    for name in ("Town Hall", "Sam Green", "Pat Byrne", "Al Jones", "Jo Ward", "Kit Long"):
        assert name in meeting, name
    assert "Ann Ray" not in meeting
    assert "recorded already" in said(shown(editor, form, answers | SOURCE).text)


def test_the_members_of_the_day_that_was_typed_are_shown_and_what_was_typed_stays(editor: Browser) -> None:
    written(editor, f"left/{SEAT}", {"which": "testham/chair 0", "until": "20 February 2026"} | SOURCE)
    form = f"met/{BOARD}"
    page = editor.get(f"/edit/{form}")
    assert 'for="came_ann"' not in page.text
    assert 'href="/import/minutes?area=testham&amp;body=Board"' in page.text
    typed = {"date": "14 February 2026", "venue": "Town Hall", "guests": "Jo Ward", "step": "again"}
    then = shown(editor, form, typed | SOURCE)
    assert (then.status_code, 'for="came_ann"' in then.text) == (200, True)
    assert "The members on 14 February 2026." in said(then.text)
    assert [
        value in then.text for value in ('value="14 February 2026"', 'value="Town Hall"', ">Jo Ward</textarea>")
    ] == [True] * 3
    unread = shown(editor, form, typed | {"date": "soon"} | SOURCE)
    assert unread.status_code == 400
    assert said(unread.text).count("The date 'soon' cannot be read: expected a date such as 14 March 2026") == 2
    assert 'value="Town Hall"' in unread.text


def test_a_body_is_joined_to_another(editor: Browser) -> None:
    form = f"joined/{BOARD}"
    answers = {"type": "reports_to", "to": "Council", "to_sort": "council", "since": "May 2024"} | SOURCE
    assert "Board reports to Council since May 2024." in said(shown(editor, form, answers).text)
    written(editor, form, answers)
    assert "Council" in said(editor.get("/testham/board").text)
    assert "recorded already that Board reports to Council" in said(shown(editor, form, answers).text)
    assert "not joined with itself" in said(shown(editor, form, answers | {"to": "board"}).text)


def filled(browser: Browser, form: str) -> dict[str, str]:
    """Return a form's answers as they stand in it."""
    page = browser.get(f"/edit/{form}").text
    fields = dict(re.findall(r'<input id="(\w+)" name="\w+" type="text" value="([^"]*)"', page))
    fields |= dict(re.findall(r'<textarea id="(\w+)"[^>]*>([^<]*)</textarea>', page))
    for name, options in re.findall(r'<select id="(\w+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        fields[name] = (re.findall(r'<option value="([^"]*)" selected>', options) or [""])[0]
    return {name: html.unescape(value) for name, value in fields.items()}


def test_no_name_runs_or_breaks_out(editor: Browser) -> None:
    name = "<script>alert(1)</script>\"'><b>"
    page = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"who": name, "source": "+", "source_title": name})
    assert "<script>alert" not in page.text
    saved = editor.get(str(save(editor, page.text, why=name).headers["location"]))
    for text in (saved.text, editor.get("/history").text, editor.get(f"/edit/took-a-seat/{SEAT}").text):
        assert "<script>alert" not in text
        assert "<b>" not in text
        assert "&lt;script&gt;alert(1)" in text
    wrong = shown(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"since": name})
    assert "<script>alert" not in wrong.text


def test_the_source_is_remembered_for_the_next_form(editor: Browser) -> None:
    written(
        editor,
        f"renamed/{BOARD}",
        {"name": "Big Board", "source": "+", "source_title": "New minutes", "source_where": "p. 9"},
    )
    page = editor.get(f"/edit/new-seat/{BOARD}").text
    assert '<option value="new-minutes" selected>' in page
    assert 'value="p. 9"' in page
    written(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"source": "new-minutes", "source_where": "p. 9"})
    written(editor, f"took-a-seat/{SEAT}", SOMEBODY | {"who": "Cy Lee", "since": "May 2026", "fate_1": "left"})
    assert "Bob Smith, March 2026 to May 2026" in seat(editor)


def test_a_page_leads_nowhere_else(editor: Browser) -> None:
    for about in ("organization//elsewhere.example.org", "person/x?y", "area/%22%3E"):
        assert "Look at the page" not in editor.get(f"/history/1?saved=1&about={about}").text


@pytest.mark.parametrize(
    "address",
    [
        "/edit/nothing/post/testham/chair",
        "/edit/correct/area/testham",
        "/edit/about/x/y",
        "/edit/about/organization//elsewhere.example.org",
        "/edit/about/organization/testham/board%22",
        "/edit/correct/post/testham/none",
        "/history/999",
        "/history/x",
    ],
)
def test_what_is_not_there_is_told(editor: Browser, address: str) -> None:
    assert editor.get(address).status_code == 404


def test_flags_are_seen_by_stewards_on_one_screen_and_published_in_numbers(site: TestClient) -> None:
    steward = signed_in(site, "stew", Grant(Role.STEWARD, "testham"))
    cell, other = "flag_care_funding", "flag_care_strategic_networks"
    for name in ("Net", "Club", "Ring"):
        written(steward, "new-body/area/testham", {"name": name, "sort": "forum"} | SOURCE)
    publish = "publish-map/area/testham"
    for number, body in enumerate(("board", "inner", "net", "club", "ring")):
        few = shown(steward, publish, {"on": "May 2026"} | SOURCE)
        assert (few.status_code, "No cell has 5 flags yet" in said(few.text)) == (400, True)
        answers = {cell: "red" if number else "green", "on": "2 May 2026"} | ({other: "amber"} if number else {})
        leads_to = written(steward, f"flags/organization/testham/{body}", answers | SOURCE)
    assert "Ring gives 2 flags: 1 amber and 1 red." in said(steward.get(leads_to).text)
    again = steward.get("/edit/flags/organization/testham/ring").text
    assert re.search(rf'id="{cell}"[^>]*>.*?value="red" selected', again)
    read = ("/relationships?area=testham", "/testham/care", "/relationships.csv?area=testham", "/testham/ring")
    query = '{ assessments(area: "testham") { id rating } }'
    for address in read:
        assert "Red" not in steward.get(address).text, "flags are on one screen alone"
    assert site.post("/graphql", json={"query": query}).json()["data"]["assessments"] == []

    session = steward.session
    editor = signed_in(site, "eve", Grant(Role.EDITOR, "testham"))
    for form in (publish, "flags/organization/testham/ring"):
        page = editor.get(f"/edit/{form}")
        assert (page.status_code, "for stewards of the place" in said(page.text)) == (403, True)
        assert editor.post(f"/edit/{form}", {cell: "red"} | SOURCE, page="/account").status_code == 403
    assert "relations" not in editor.get("/edit/about/organization/testham/ring").text
    assert "flag" not in editor.get("/history?place=testham").text.lower()
    assert "flag" not in editor.get("/data/testham.yaml").text

    steward.have(session)
    page = shown(steward, publish, {"on": "May 2026", "by": "Board"} | SOURCE)
    assert "One cell is published as at May 2026, each made of 5 flags or more." in said(page.text)
    done = str(save(steward, page.text).headers["location"])
    site.cookies.clear()
    public = said(steward.get("/relationships?area=testham").text)
    assert "Red" in public
    assert "From 5 flags" in public
    assert "Amber" not in public.partition("Adult Care")[2].partition("In all")[0]
    assert site.post("/graphql", json={"query": "{ assessments { flagCount } }"}).json()["data"]["assessments"] == [
        {"flagCount": 5}
    ]
    steward.have(session)
    published = change_in(done)
    steward.post(f"/history/{published}/undo", {"about": "area/testham"}, page=done)
    assert "Red" not in steward.get("/relationships?area=testham").text


def test_who_came_is_said_later_from_the_meetings_page(editor: Browser) -> None:
    met = {"date": "3 March 2026", "came_ann": "apologies"} | SOURCE
    written(editor, f"met/{BOARD}", met)
    page = editor.get("/meetings/testham/board--2026-03-03").text
    assert re.search(r'href="/edit/came/meeting/testham/board--2026-03-03">Say who came', page)
    assert "Sent apologies (1)" in said(page)
    came = "came/meeting/testham/board--2026-03-03"
    assert re.search(r'id="came_ann".*?value="apologies" selected', editor.get(f"/edit/{came}").text, re.DOTALL)
    written(editor, came, {"came_ann": "present", "guests": "Jo Ward", "quorate": "yes"} | SOURCE)
    after = said(editor.get("/meetings/testham/board--2026-03-03").text)
    assert "Present (1)" in after
    assert "Jo Ward" in after
    again = shown(editor, f"met/{BOARD}", met)
    assert "recorded already" in said(again.text)
    written(editor, "correct/meeting/testham/board--2026-03-03", {"date": "2026-03-03", "venue": "The hall"} | SOURCE)
    assert "at The hall" in said(editor.get("/meetings/testham/board--2026-03-03").text)


def test_a_new_source_is_kept_with_its_date_and_kind(editor: Browser) -> None:
    page = editor.get(f"/edit/renamed/{BOARD}").text
    assert re.search(r'<details class="field__more" data-fold="source">\s*<summary>Another source', page)
    another = {"name": "Big Board", "source": "+", "source_where": "p. 9"}
    empty = shown(editor, f"renamed/{BOARD}", another)
    assert '<details class="field__more" data-fold="source" open>' in empty.text
    written(editor, f"renamed/{BOARD}", another | {"source_title": "Letter of 2 May 2026"})
    source = said(editor.get("/sources/testham/letter-of-2-may-2026").text)
    assert "What it is correspondence" in source
    assert "Published 2 May 2026" in source


def test_what_says_that_somebody_left_is_a_source_of_the_end_and_of_the_vacancy(editor: Browser) -> None:
    written(
        editor, f"new-seat/{BOARD}", {"role": "member", "speaks_for": "Carers", "speaks_for_sort": "forum"} | SOURCE
    )
    written(editor, f"new-seat/{BOARD}", {"role": "member", "label": "Two", "number": "2", "who": "Jo Ward"} | SOURCE)
    letter = {"source": "+", "source_title": "Letter of Ann Ray, 1 March 2026", "source_where": "page 1"}
    left = {"which": "testham/chair 0", "until": "1 March 2026", "empty": "yes"}
    minutes = {"source": "+", "source_title": "Minutes of 3 May 2026", "source_where": "item 1"}
    history = said(editor.get(written(editor, f"left/{SEAT}", left | letter)).text)
    assert "source “Letter of Ann Ray, 1 March 2026”, page 1, beside" in history
    written(editor, f"met/{BOARD}", {"date": "3 May 2026"} | minutes)
    pages = (
        "/posts/testham/chair",
        "/members/testham/board",
        "/testham/board",
        "/balance?of=testham%2Fboard",
        "/people/testham/ann",
    )
    for page in (*pages, "/panel/testham/board?fragment=1", "/registers/testham/seats", "/diagrams/testham/board.html"):
        shows = editor.get(page)
        assert shows.status_code == 200, page
        assert "Letter of Ann Ray" in shows.text, page
    for file in ("members.csv?of=testham/board", "balance.csv?area=testham"):
        assert "Letter of Ann Ray" in editor.get(f"/{file}").text, file
    board = said(editor.get("/testham/board").text)
    assert "Everything on this page comes from 3 documents" in board
    assert "Minutes of 3 May 2026" in board[board.index("Everything on this page") :]


ROSTER = "new-seats/organization/testham/board"


def asked_in(page: str) -> list[str]:
    return re.findall(r"What sort of body is ([^?]+)\?", said(page))


def test_what_was_asked_beside_and_answered_is_not_asked_again(editor: Browser) -> None:
    """Each round is what the page holds, with one answer more, as somebody gives them who adds a line a round."""
    page = editor.get(f"/edit/{ROSTER}").text
    lines: list[str] = []
    for color in ("Red", "Blue", "Green"):
        # The newest stands first, so that the lines of the others are other ones each time.
        lines.insert(0, f"{color} Person, for {color} Group")
        page = editor.post(f"/edit/{ROSTER}", unseen(page) | SOURCE | {"seats": "\n".join(lines)}).text
        assert list(dict.fromkeys(asked_in(page))) == [f"{color} Group"]
        page = editor.post(
            f"/edit/{ROSTER}", unseen(page) | SOURCE | {"seats": "\n".join(lines), "whom_1_sort": "charity"}
        ).text
        assert "Is this right?" in page, said(page)
        page = editor.post(f"/edit/{ROSTER}", unseen(page) | {"step": "change"}).text
    page = editor.post(f"/edit/{ROSTER}", unseen(page) | SOURCE | {"seats": "\n".join(lines)}).text
    assert "Is this right?" in page, said(page)
    page = editor.post(f"/edit/{ROSTER}", unseen(page) | {"step": "change"}).text
    other = "\n".join([*lines, "Cyd Poe, for Grey Group"]).replace("Red Group", "Rust Group")
    page = editor.post(f"/edit/{ROSTER}", unseen(page) | SOURCE | {"seats": other}).text
    assert set(asked_in(page)) == {"Rust Group", "Grey Group"}, "an answer is of what it was about, and of nothing else"


def test_who_somebody_is_stays_said_while_something_else_is_wrong(editor: Browser) -> None:
    form = f"/edit/took-a-seat/{SEAT}"
    typed = SOMEBODY | {"who": "Ann Ray", "since": "31/02/2026", "from": "Green Trust"}
    page = editor.post(form, unseen(editor.get(form).text) | typed).text
    assert "Who is Ann Ray?" in said(page)
    page = editor.post(form, unseen(page) | typed | {"who_same": "+"}).text
    assert "Who is Ann Ray?" not in said(page)
    assert unseen(page)["who_same"] == "+"
    page = editor.post(form, unseen(page) | typed | {"since": "31/03/2026"}).text
    assert "Who is Ann Ray?" not in said(page), said(page)
    page = editor.post(form, unseen(page) | typed | {"who": "Ann  RAY", "since": "32/03/2026"}).text
    assert "Who is Ann" in said(page), "a name that was typed anew is asked about anew"


def test_a_change_that_something_rests_on_is_not_taken_back_and_the_page_leads_to_what_goes_first(
    editor: Browser,
) -> None:
    club = {"name": "Chess Club", "sort": "community_group"} | SOURCE
    first = written(editor, "new-body/area/testham", club).partition("?")[0]
    seat_on_it = {"role": "chair", "who": "Bob Smith"} | SOURCE
    later = written(editor, "new-seat/organization/testham/chess-club", seat_on_it).partition("?")[0]
    there = editor.page("/testham/chess-club")
    page = editor.get(first)
    number = later.rpartition("/")[2]
    assert f"Undo change {number} first. Nothing was changed." in said(page.text)
    assert f"Change {number} recorded what rests on this: Chess Club, chair" in said(page.text)
    assert f'<li><a href="{later}">Change {number}</a>' in page.text
    assert f'action="{first}/undo"' not in page.text
    refused = editor.post(f"{first}/undo", {"about": BOARD}, page=later)
    assert refused.status_code == 409
    assert f'<li><a href="{later}">Change {number}</a>' in refused.text
    assert editor.page("/testham/chess-club") == there
    for each in (later, first):
        assert editor.post(f"{each}/undo", {"about": BOARD}, page=each).status_code == 303
    assert editor.get("/testham/chess-club").status_code == 404


def test_boxes_that_are_put_in_order_are_drawn_so_before_it_is_saved(sites: Sites) -> None:
    with sites.over(SEEDS) as (client, _):
        browser = signed_in(client, "eve", Grant(Role.EDITOR, "gloucester"))
        form = browser.get("/edit/arrange/area/gloucester").text
        assert 'href="/gloucester">The picture as it stands</a>' in form
        first, second = re.findall(r'name="order_([^"]+)"', form)[:2]
        for numbers in (("1", "2"), ("2", "1")):
            answers = dict(zip((f"order_{first}", f"order_{second}"), numbers, strict=True))
            page = shown(browser, "arrange/area/gloucester", answers).text
            drawn = page[page.index("The picture would be") :]
            places = [drawn.index(f'<a href="/gloucester/{id_}"') for id_ in (first, second)]
            assert (places[0] < places[1]) == (numbers[0] == "1")
