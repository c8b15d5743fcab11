"""A spreadsheet sent to the site: previewed, recorded, taken back; by those who may, and never in part."""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from tests.accounts import HTML, Browser
from tests.sheets.officers import OLDER, SEATS, seats, workbook
from tests.sites import Sites

XLSX = seats(*SEATS)
FILE = """place: testham
organizations:
  - {id: board, name: Older People's Partnership Board, classification: partnership_board, kind: collaboration, cites: "minutes, 1"}
people:
  - {id: tina, name: Tina Tully, cites: "minutes, 1"}
posts:
  - {on: board, role: chair, holders: tina, cites: "minutes, 1"}
"""


class Officer(Browser):
    """Somebody who sends files."""

    def send(self, raw: bytes, name: str = "members.xlsx", **fields: str) -> Any:
        token = {"form_token": self.form_token("/import")}
        return self.client.post(
            "/import", data=token | fields, files={"file": (name, raw)}, headers=HTML, follow_redirects=False
        )

    def record(self, shown: str, **other: str) -> Any:
        """Press the button of a preview."""
        fields = hidden(shown, "/import/record") | other
        return self.client.post("/import/record", data=fields, headers=HTML, follow_redirects=False)

    def again(self, shown: str, **other: str) -> Any:
        """Press the button that looks again with what is chosen."""
        fields = hidden(shown, "/import/record" if "/import/record" in shown else "/import/again") | other
        return self.client.post("/import/again", data=fields, headers=HTML, follow_redirects=False)


def hidden(page: str, action: str) -> dict[str, str]:
    """Return what a form of a page sends without being touched, but what is chosen in it."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.partition(f'action="{action}"')[2])
    return {name: html.unescape(value) for name, value in found}


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}, {id: other, name: Otherham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}]")
    (seeds / "testham.yaml").write_text(FILE)
    with sites.over(seeds) as (client, _):
        yield client


@pytest.fixture
def officer(site: TestClient, request: pytest.FixtureRequest) -> Officer:
    """Sign in somebody who writes in one place."""
    browser = Officer(site)
    login = f"o{abs(hash(request.node.name)) % 10**9}"
    browser.account(login, Grant(Role.EDITOR, "testham"))
    assert browser.sign_in(login).status_code == 303
    return browser


def test_a_spreadsheet_is_shown_recorded_and_taken_back(officer: Officer) -> None:
    raw = seats((OLDER, "Chair", "Bob Smith", "", "", "Voting"), ("", "Secretary", "Al Jones"))
    page = officer.get("/import").text
    assert '<option value="testham">Testham</option>' in page
    assert "Otherham" not in page
    asked = officer.send(raw, area="testham")
    assert asked.status_code == 422
    assert "Tina Tully holds this seat in the record, and the sheet says otherwise" in asked.text
    shown = officer.send(raw, area="testham", leaving="end", end="2026-03", source="List of March")
    assert shown.status_code == 200
    assert "person: Bob Smith" in shown.text
    assert officer.client.get("/people/testham/bob-smith").status_code == 404, "nothing is recorded yet"
    done = officer.record(shown.text)
    assert done.status_code == 303
    page = done.headers["location"]
    told = officer.get(page).text
    assert "Imported: members.xlsx in testham" in told
    assert "Name of o" in told
    assert officer.client.get("/people/testham/bob-smith").status_code == 200
    officer.post(f"{page.partition('?')[0]}/undo", page=page)
    assert officer.client.get("/people/testham/bob-smith").status_code == 404


def test_what_was_looked_at_is_what_is_recorded_or_it_is_shown_anew(officer: Officer) -> None:
    first = officer.send(seats((OLDER, "Treasurer", "Di Ray")), area="testham").text
    second = officer.send(seats((OLDER, "Observer", "Ed Stone")), area="testham").text
    assert officer.record(second).status_code == 303
    late = officer.record(first)
    assert late.status_code == 409
    assert "Something was recorded since you looked at this" in late.text
    assert officer.client.get("/people/testham/di-ray").status_code == 404
    assert officer.record(late.text).status_code == 303
    again = officer.send(seats((OLDER, "Treasurer", "Di Ray")), area="testham")
    assert again.status_code == 200
    assert "All of that is recorded already: nothing would change." in again.text
    assert 'role="alert"' not in again.text, "nothing is wrong"
    otherwise = officer.again(again.text, **{"column/Speaks for": "Organisation", "column/Seat": "Notes"})
    assert otherwise.status_code == 200
    assert "Record all of it" in otherwise.text, "its columns may still be read otherwise"


def test_only_those_who_may_write_in_a_place_import_there(site: TestClient, officer: Officer) -> None:
    for fields in ({"area": "other"}, {"new": "New Ham"}, {"area": "nowhere"}):
        assert officer.send(XLSX, **fields).status_code == 403, fields
    shown = officer.send(XLSX, area="testham", leaving="keep").text
    assert officer.record(shown, area="other").status_code == 403
    reader = Officer(site)
    reader.account("zreader", Grant(Role.MEMBER, "testham"))
    reader.sign_in("zreader")
    assert [reader.get(address).status_code for address in ("/import", "/import/template")] == [403, 403]
    assert officer.client.get("/people/testham/jo-smith").status_code == 404


def test_an_administrator_makes_a_place_of_a_spreadsheet(site: TestClient) -> None:
    browser = Officer(site)
    browser.account("zadmin", Grant(Role.ADMINISTRATOR))
    browser.sign_in("zadmin")
    done = browser.record(browser.send(XLSX, new="New Ham").text)
    assert done.status_code == 303
    assert site.get("/new-ham").status_code == 200
    assert "New Ham" in browser.get("/import").text


def test_what_is_confidential_is_told_to_no_editor(site: TestClient, officer: Officer) -> None:
    browser = Officer(site)
    browser.account("zsteward", Grant(Role.STEWARD, "other"), Grant(Role.EDITOR, "testham"))
    browser.write(_write_confidential)
    browser.sign_in("zsteward")
    assert browser.send(seats(("Hidden Board", "Chair", "Al Jones")), area="other").status_code == 200
    editor = Officer(site)
    editor.account("zeditor", Grant(Role.EDITOR, "other"))
    editor.sign_in("zeditor")
    refused = editor.send(seats(("Hidden Board", "Chair", "Al Jones")), area="other")
    assert refused.status_code == 403
    assert "ask a steward" in refused.text
    assert "zhidden" not in refused.text


async def _write_confidential(transaction: Any) -> None:
    from app.domain.facts import DataSet, Node
    from app.store.writer import Leaving, write_in

    said: dict[str, Any] = {"name": "zhidden", "access": "confidential", "cites": "minutes 1", "certainty": "stated"}
    await write_in(transaction, DataSet([Node("Person", "other/zhidden", "other", said)], [], {"other"}), Leaving())


def test_bad_files_are_refused_in_words(officer: Officer) -> None:
    for raw, name, says in (
        (b"PK", "a.xlsx", "a.xlsx is damaged or cut short"),
        (b"x" * 25_100_000, "a.csv", "The file has 25.1 MB; at most 25 MB can be sent."),
        (b"<script>alert(1)</script>", "<script>.csv", "is a web page or XML"),
    ):
        answer = officer.send(raw, name, area="testham")
        assert answer.status_code == 422
        assert says in answer.text
        assert "<script>alert" not in answer.text
        assert "<script>.csv" not in answer.text
    assert "Choose a place." in officer.send(XLSX).text
    broken = officer.record(officer.send(XLSX, area="testham", leaving="keep").text, content="%%%")
    assert broken.status_code in {400, 422}


def test_a_file_of_all_entries_is_shown_recorded_and_taken_back(officer: Officer) -> None:
    raw = officer.client.get("/data/testham.csv.zip").content
    assert "All of that is recorded already" in officer.send(raw, "testham.csv.zip", area="testham").text
    said = officer.client.get("/data/testham.yaml").text.replace("Tina Tully", "Tina Tull").encode()
    shown = officer.send(said, "testham.yaml", area="testham")
    assert shown.status_code == 200
    assert "name &#39;Tina Tully&#39; -&gt; &#39;Tina Tull&#39;" in shown.text
    assert "Read as a data file." in shown.text
    done = officer.record(shown.text)
    assert done.status_code == 303
    assert "Tina Tull<" in officer.client.get("/people/testham/tina").text
    officer.post(f"{done.headers['location'].partition('?')[0]}/undo", page=done.headers["location"])
    assert "Tina Tully" in officer.client.get("/people/testham/tina").text


def test_bad_files_of_all_entries_are_refused_in_words(officer: Officer) -> None:
    bundle = officer.client.get("/data/testham.csv.zip").content
    for raw, name, says in (
        (bundle[: len(bundle) // 2], "a.csv.zip", "is damaged or cut short"),
        (
            packed({"about.csv": b"Place,testham\r\n", "people.csv": b"Id,Name\r\nann,A\0n\r\n"}),
            "a.zip",
            "a NUL character in people.csv",
        ),
        (packed({"people.csv": b"Id,Name\r\n"}), "a.zip", "does not say of which place it is"),
        (packed({"people.csv": b"x" * 70_000_000}), "a.zip", "unpacks to more than 60 MB"),
        (
            packed({"about.csv": b"Place,testham\r\n", "people.csv": b"Id,Name,Cites\r\nann,Ann,nowhere\r\n"}),
            "a.zip",
            "sheet People, C2",
        ),
        (b"place: testham\npeople: [{id: ann}]\n", "a.yaml", "a.yaml:2:"),
        (b"place: [testham\n", "a.yaml", "this is not YAML"),
        (b"[" * 100_000, "a.json", "The document is no JSON"),
        (b'{"a":' * 60_000, "a.json", "The document is no JSON"),
        (
            b'{"@context": "https://elsewhere.example/", "@graph": []}',
            "a.jsonld",
            "a @context elsewhere, which is not fetched",
        ),
        (b"@prefix org: <", "a.ttl", "The document is no Turtle"),
        (b'{"node": "Person", "said": {}}\n', "a.jsonl", "line 1: found"),
        (b"place: other\n", "a.yaml", "The file is of the place &#39;other&#39;, not of &#39;testham&#39;"),
    ):
        answer = officer.send(raw, name, area="testham")
        assert (answer.status_code, says in answer.text) == (422, True), (name, says, answer.text[-3000:])
    assert officer.send(b"place: other\n", "a.yaml").status_code == 422
    asked = officer.send(b"place: testham\n", "a.yaml", area="testham", source="List")
    assert "leave out what is asked beside a spreadsheet" in asked.text


def packed(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, raw in files.items():
            zipped.writestr(name, raw)
    return content.getvalue()


def test_names_from_a_sheet_are_text_on_the_page(officer: Officer) -> None:
    answer = officer.send(seats((OLDER, "Member", 'Al "><svg onload=x>')), area="testham")
    assert answer.status_code == 200
    assert "<svg onload" not in answer.text


def test_the_workbook_to_fill_in_is_there(officer: Officer) -> None:
    answer = officer.get("/import/template")
    assert answer.content[:2] == b"PK"
    assert officer.send(answer.content, area="testham").status_code == 200


def test_the_workbook_with_a_sheet_for_every_sort_of_entry_is_there(site: TestClient, officer: Officer) -> None:
    assert officer.get("/import/template/full").content[:2] == b"PK"
    browser = Officer(site)
    browser.account("zfull", Grant(Role.ADMINISTRATOR))
    browser.sign_in("zfull")
    shown = browser.send(browser.get("/import/template/full").content, "all-entries.xlsx")
    assert "Read as a workbook of all entries." in shown.text
    assert "Example Place" in shown.text


def test_columns_are_chosen_where_their_headings_do_not_say_what_they_mean(officer: Officer) -> None:
    raw = b"Gremium;Wer;Rolle\nYouth Forum;Una Vale;Chair\n"
    refused = officer.send(raw, "odd.csv", area="testham")
    assert refused.status_code == 422
    assert "Una Vale" in refused.text, "a value of each column is shown"
    chosen = {"column/Gremium": "Board", "column/Wer": "Held by", "column/Rolle": "Seat"}
    shown = officer.again(refused.text, **chosen)
    assert shown.status_code == 200
    assert "person: Una Vale" in shown.text
    assert "<option selected>Held by</option>" in shown.text
    assert officer.record(shown.text).status_code == 303
    assert officer.client.get("/people/testham/una-vale").status_code == 200


def test_whoever_may_be_there_already_is_asked_about_before_anything_is_new(officer: Officer) -> None:
    raw = seats((OLDER, "Deputy chair", "Tena Tully"))
    shown = officer.send(raw, area="testham")
    assert "It is Tina Tully" in shown.text
    assert "spelt nearly the same" in shown.text
    late = officer.record(
        shown.text, **{"who/testham/tena-tully": "testham/tina", "maybe/testham/tena-tully": "testham/tina"}
    )
    assert late.status_code == 409
    assert "You answered something since: look again." in late.text
    assert "You said: it is Tina Tully" in late.text
    assert "Tena Tully is taken to be Tina Tully, as you said." in late.text
    assert (
        officer.record(
            late.text, **{"who/testham/tena-tully": "testham/tina", "maybe/testham/tena-tully": "testham/tina"}
        ).status_code
        == 303
    )
    assert officer.client.get("/people/testham/tena-tully").status_code == 404
    assert "Tena Tully" in officer.client.get("/people/testham/tina").text
    other = {"who/testham/tinna-tully": "-", "maybe/testham/tinna-tully": "testham/tina"}
    raw = seats((OLDER, "Note taker", "Tinna Tully"))
    shown = officer.again(officer.send(raw, area="testham").text, **other)
    assert "You said: none of those that were proposed" in shown.text
    assert officer.record(shown.text, **other).status_code == 303
    assert "Known to be two" in officer.get("/duplicates?area=testham").text


def test_a_refused_sheet_comes_back_with_its_reasons(officer: Officer) -> None:
    refused = officer.send(seats((OLDER, "Chair", "Tina")), area="testham")
    fields = hidden(refused.text, "/import/again")
    answer = officer.client.post("/import/reasons", data=fields, headers=HTML)
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert "expected a person's first name and surname" in book["Seats"]["C2"].comment.text


def test_whether_organisations_have_the_seats_is_asked_before_they_are_recorded(officer: Officer) -> None:
    raw = b"Organisation,Member\nYouth Voice,Una Voss\n"
    shown = officer.send(raw, "list.csv", area="testham", board="Bench Forum")
    assert "is the seat theirs, so that whoever holds it speaks for them" in shown.text
    assert "Speaks for: the seat is theirs</option>" in shown.text
    assert "Organisation: the person works there</option>" in shown.text
    otherwise = officer.record(shown.text, **{"column/Organisation": "Organisation"})
    assert otherwise.status_code == 409, "what was not shown is not recorded"
    assert "You answered something since: look again." in html.unescape(otherwise.text)
    assert officer.record(shown.text, **{"column/Organisation": "Speaks for"}).status_code == 303
    assert "Youth Voice" in officer.get("/posts/testham/bench-forum--member--for-youth-voice").text


def test_what_columns_say_is_remembered_for_the_next_file_with_the_same_headings(officer: Officer) -> None:
    headings = ("Committee", "Place", "Whoever it is", "Standing")
    first = workbook(("Seats", [headings, (OLDER, "Envoy", "Zed Abbot", "Yes")]))
    columns = {"column/Whoever it is": "Held by", "column/Standing": "Vote"}
    shown = officer.again(officer.send(first, area="testham").text, **columns)
    assert "person: Zed Abbot" in shown.text
    assert "last time" not in shown.text
    assert officer.record(shown.text).status_code == 303
    second = workbook(("Seats", [headings, (OLDER, "Second envoy", "Yan Bell", "No")]))
    shown = officer.send(second, area="testham")
    assert "person: Yan Bell" in shown.text
    assert "Columns Whoever it is and Standing are read as you chose last time" in shown.text
    assert officer.record(shown.text).status_code == 303
    other = workbook(("Seats", [(*headings, "Notes"), (OLDER, "Third envoy", "Xan Cole", "No")]))
    assert "last time" not in officer.send(other, area="testham").text
    stranger = Officer(officer.client)
    stranger.account("zstranger", Grant(Role.EDITOR, "testham"))
    stranger.sign_in("zstranger")
    assert "last time" not in stranger.send(second, area="testham").text


def test_an_emptied_cell_is_told_where_nothing_else_would_change(officer: Officer) -> None:
    headings, board = ("Board", "Seat", "Held by"), "Board of empty cells"
    first = workbook(("Seats", [headings, (board, "Chair", "Wim Dean"), (board, "Clerk", "Una Frost")]))
    assert officer.record(officer.send(first, area="testham", source="List").text).status_code == 303
    second = workbook(("Seats", [headings, (board, "Chair", ""), (board, "Clerk", "Una Frost")]))
    told = officer.send(second, area="testham", source="List").text
    assert "All of that is recorded already" in told
    assert "C2: no name stands here, so Wim Dean stays in the seat; write Vacant where it is empty." in told
