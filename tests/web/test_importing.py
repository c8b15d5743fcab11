"""A spreadsheet in the terminal: what the command says, and what the site then shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.commands import in_process
from tests.sheets.officers import OLDER, SEATS, seats
from tests.sites import Sites


class Officer:
    """Somebody who keeps a spreadsheet, and looks at the site."""

    def __init__(self, client: TestClient, settings: Settings, folder: Path) -> None:
        self.client, self.settings, self.folder = client, settings, folder

    def run(self, name: str, raw: bytes, *options: str) -> tuple[int, list[str]]:
        (self.folder / name).write_bytes(raw)
        kept = {"PARTNERSHIPS_DATA_DIR": str(self.settings.data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
        done = in_process(["import", str(self.folder / name), *options], kept)
        assert "Traceback" not in done.output
        return done.exit_code, done.output.splitlines()

    def page(self, address: str) -> str:
        answer = self.client.get(address, headers={"accept": "text/html"})
        return answer.text if answer.status_code == 200 else str(answer.status_code)


@pytest.fixture(scope="module")
def officer(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Officer]:
    """Serve a small place from an engine of its own."""
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "testham.yaml").write_text("place: testham\n")
    with sites.over(seeds) as (client, settings):
        yield Officer(client, settings, tmp_path_factory.mktemp("sheets"))


def test_a_sheet_is_previewed_recorded_and_seen(officer: Officer) -> None:
    code, said = officer.run("members.xlsx", seats(*SEATS), "--area=New Ham", "--new", "--preview")
    assert code == 0, said
    assert f"  seat: {OLDER}, chair: Jo Smith" in said
    assert said[-1].startswith("Would be: 133 added, 0 changed, 0 removed")
    assert officer.page("/new-ham") == "404"
    code, said = officer.run("members.xlsx", seats(*SEATS), "--area=New Ham", "--new")
    assert (code, said[-1]) == (0, "133 added, 0 changed, 0 removed, 0 unchanged.")
    board = officer.page("/new-ham/older-people-s-partnership-board")
    assert "Jo Smith" in board
    assert "Cy Fox" in board
    changed = seats(*SEATS[:-1], (*SEATS[-1][:5], "Non-voting", *SEATS[-1][6:]))
    code, said = officer.run("members.xlsx", changed, "--area=new ham")
    assert code == 0, said
    assert any(line.endswith("voting 'yes' -> 'no'") for line in said)
    assert said[said.index("Unchanged:") + 1] == f"  {OLDER}, chair"


def test_a_sheet_with_a_problem_changes_nothing_and_says_where_it_is(officer: Officer) -> None:
    code, said = officer.run(
        "bad.xlsx", seats((OLDER, "Chair", "Tina"), (OLDER, "Member", "Al Jones")), "--area=testham"
    )
    assert code == 1
    assert any(line.startswith("bad.xlsx: sheet Seats, C2: Held by: found 'Tina'; expected") for line in said)
    assert "1 problem; nothing was written." in said
    assert officer.page("/people/testham/al-jones") == "404"


def test_what_is_no_sheet_is_refused_in_a_sentence(officer: Officer) -> None:
    assert officer.run("a.xlsx", b"PK", "--area=testham") == (
        1,
        ["a.xlsx is damaged or cut short: open it in a spreadsheet program and save it again; nothing was written."],
    )
    code, said = officer.run("a.csv", b"Name,Age\nJo,3\n", "--area=testham")
    assert (code, said[0][:33]) == (1, "a.csv has no row of headings: one")
    code, said = officer.run("a.csv", b"x", "--area=nowhere")
    assert (code, said[0]) == (1, "No area has the id 'nowhere'. If it is to be made, add --new.")
