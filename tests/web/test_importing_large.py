"""A large file is read by a process of its own: the page says how far it is, others are answered meanwhile, and it stops."""

import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient

from app.domain.rights import Grant, Role
from app.record.importing_jobs import FOLDER, LASTS, keep_file
from app.settings import Settings
from tests.accounts import HTML
from tests.sites import Sites
from tests.web.test_import_page import Officer, hidden

FILLER = "Kept in the officer's own words. " * 40
ROWS = 400


def name(number: int) -> str:
    """Return a name that no other number has, without a digit in it."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    return f"An{letters} Lee{letters[::-1]}"


LARGE = ("Board;Seat;Held by;Notes\n" + "".join(
    f"Board {number // 20};Seat {number};{name(number)};{FILLER}\n" for number in range(ROWS)
)).encode()  # fmt: skip


@pytest.fixture(scope="module")
def served(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Settings]]:
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "testham.yaml").write_text("place: testham\n")
    with sites.over(seeds) as (client, settings):
        yield client, settings


def officer(client: TestClient, login: str) -> Officer:
    browser = Officer(client)
    browser.account(login, Grant(Role.EDITOR, "testham"))
    assert browser.sign_in(login).status_code == 303
    return browser


def finished(browser: Officer, page: str, patience: float = 60) -> Any:
    """Look again, as the page does by itself, until the file is read."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        answer = browser.client.get(page, headers=HTML, follow_redirects=False)
        if "refresh" not in answer.headers:
            return answer
        time.sleep(0.3)
    raise AssertionError("the file was never read")


def test_a_large_file_has_a_page_that_goes_on_by_itself_until_it_is_recorded(
    served: tuple[TestClient, Settings],
) -> None:
    client, settings = served
    browser = officer(client, "large")
    sent = browser.send(LARGE, "members.csv", area="testham", source="List")
    assert sent.status_code == 303, sent.text[-2000:]
    page = sent.headers["location"]
    first = browser.get(page)
    assert first.status_code == 200
    assert "Stop, and record nothing" in first.text
    shown = finished(browser, page)
    assert (shown.status_code, "Nothing is recorded yet" in shown.text) == (200, True)
    assert f"Met for the first time ({2 * ROWS + 21})" in shown.text.replace("\n", " ")
    assert client.get("/people/testham/anaah-leehaa").status_code == 404
    assert shown.text.count("<li>person: ") + shown.text.count("<li>seat: ") <= 300, "names are cut"
    kept = re.search(r'name="kept" value="(\w+)"', shown.text)
    assert kept
    begun = browser.record(shown.text)
    assert begun.status_code == 303
    done = finished(browser, begun.headers["location"])
    assert done.status_code == 303
    assert done.headers["location"].startswith("/history/")
    assert client.get("/people/testham/anaah-leehaa").status_code == 200
    assert not (settings.data_dir / FOLDER / kept[1]).exists(), "the file is let go of"
    assert browser.client.get(page, headers=HTML).status_code == 404


def test_a_large_file_with_problems_comes_back_with_its_reasons(served: tuple[TestClient, Settings]) -> None:
    browser = officer(served[0], "wrong")
    raw = LARGE.replace(name(7).encode(), b"Anaah")
    page = browser.send(raw, "members.csv", area="testham").headers["location"]
    shown = finished(browser, page)
    assert shown.status_code == 422
    assert "C9: Held by: found" in shown.text
    fields = hidden(shown.text, "/import/again")
    answer = browser.client.post("/import/reasons", data=fields, headers=HTML)
    assert 'members-reasons.xlsx"' in answer.headers["content-disposition"]
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.worksheets[1]["C9"].comment.text.startswith("Held by: found 'Anaah'; expected")


def test_it_may_be_stopped_and_nobody_else_sees_it(served: tuple[TestClient, Settings]) -> None:
    client, settings = served
    browser = officer(client, "stopper")
    page = browser.send(LARGE, "members.csv", area="testham").headers["location"]
    folder = settings.data_dir / FOLDER / page.rpartition("/")[2]
    assert folder.stat().st_mode & 0o077 == 0
    token = browser.form_token("/import")
    stopped = client.post(f"{page}/cancel", data={"form_token": token}, headers=HTML, follow_redirects=False)
    assert (stopped.status_code, stopped.headers["location"]) == (303, "/import")
    time.sleep(2)
    assert not folder.exists(), "what its process still says of it goes nowhere"
    assert client.get(page, headers=HTML).status_code == 404
    page = browser.send(LARGE, "members.csv", area="testham").headers["location"]
    other = officer(client, "curious")
    assert client.get(page, headers=HTML).status_code == 404
    token = other.form_token("/import")
    assert client.post(f"{page}/cancel", data={"form_token": token}, headers=HTML).status_code == 404
    assert (
        client.post(
            "/import/again",
            data={"form_token": token, "kept": "../accounts", "name": "a.csv", "area": "testham"},
            headers=HTML,
        ).status_code
        == 404
    )


def test_what_nobody_came_back_for_is_let_go_of(tmp_path: Path) -> None:
    import os

    old = keep_file(tmp_path, b"x", "ada")
    before = time.time() - LASTS - 60
    for path in [*old.folder.iterdir(), old.folder]:
        os.utime(path, (before, before))
    new = keep_file(tmp_path, b"y", "ada")
    assert (old.is_there, new.read("content")) == (False, b"y")
