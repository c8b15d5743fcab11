"""A spreadsheet in the terminal: what the command says, and what the site then shows."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
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
    assert (code, said[1:3]) == (1, ["  Name: Jo", "  Age: 3"])
    assert said[-1].startswith("a.csv has no row of headings: one")
    code, said = officer.run("a.csv", b"x", "--area=nowhere")
    assert (code, said[0]) == (1, "No area has the id 'nowhere'. If it is to be made, add --new.")


def test_a_column_is_said_and_whoever_is_the_same_is_joined(officer: Officer) -> None:
    raw = b"Gremium;Wer;Rolle\nYouth Forum;Una Vale;Chair\n"
    code, said = officer.run("odd.csv", raw, "--area=testham")
    assert code == 1
    assert "  Wer: Una Vale" in said
    chosen = ("--map", "Gremium=Board", "--map", "Wer=Held by", "--map=Rolle=Seat")
    code, said = officer.run("odd.csv", raw, "--area=testham", *chosen)
    assert code == 0, said
    assert "Una Vale" in officer.page("/people/testham/una-vale")
    raw = raw.replace(b"Una Vale", b"Una Vail").replace(b"Chair", b"Deputy chair")
    code, said = officer.run("odd.csv", raw, "--area=testham", *chosen, "--preview")
    assert code == 0, said
    assert "  Una Vail (testham/una-vail) and Una Vale (testham/una-vale, Testham)" in said
    pair = "'testham/una-vail=testham/una-vale'"
    assert f"    --same {pair}, or --not-same {pair}" in said
    code, said = officer.run("odd.csv", raw, "--area=testham", *chosen, "--same=una-vail=una-vale")
    assert code == 0, said
    assert "  Una Vail is taken to be Una Vale, as you said." in said
    assert officer.page("/people/testham/una-vail") == "404"
    assert "Una Vail" in officer.page("/people/testham/una-vale")
    for options, wrong in (
        (("--map=Wer",), "--map: expected a heading of the sheet"),
        (("--map=Wer=Farbe",), "--map: 'Farbe' is nothing that a column says"),
        (("--same=una-vail",), "--same una-vail: expected the id of a new entry"),
        (("--not-same=a=nobody",), "No body or person has the id 'testham/nobody'"),
    ):
        code, said = officer.run("odd.csv", raw, "--area=testham", *options)
        assert code == 1
        assert wrong in said[-1], said


def test_a_refused_sheet_is_written_with_its_reasons_and_nothing_else_is(officer: Officer) -> None:
    into = officer.folder / "reasons.xlsx"
    code, said = officer.run("bad.xlsx", seats((OLDER, "Chair", "Tina")), "--area=testham", f"--annotate={into}")
    assert code == 1
    assert f"Wrote {into}: 1 reason, each at its cell." in said
    assert "expected" in openpyxl.load_workbook(into)["Seats"]["C2"].comment.text
    code, said = officer.run("bad.xlsx", seats((OLDER, "Chair", "Tina")), "--area=testham", f"--annotate={into}")
    assert (code, said[-1]) == (1, f"{into} is there already: choose another name for --annotate.")
