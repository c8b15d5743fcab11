"""The life of a place's file as its keeper sees it: the command's words, and what the site then shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.settings import Settings
from tests.commands import in_process
from tests.sites import Sites

FILE = """place: testham
sources:
  - {id: about-page, title: About Testham}
organizations:
  - {id: board, name: Older People's Partnership Board, classification: partnership_board, kind: collaboration, cites: "about-page, top"}
people:
  - {id: tina, name: Tina Tully, cites: "minutes, 1"}
  - {id: bob, name: Bob Smith, cites: "minutes, 1"}
posts:
  - {id: chair, on: board, role: chair, holders: tina, cites: "minutes, 1"}
"""
CHAIR = "Older People's Partnership Board, chair"


class Keeper:
    """Somebody who keeps a file, and looks at the site."""

    def __init__(self, client: TestClient, settings: Settings) -> None:
        self.client, self.settings = client, settings
        self.file = settings.seeds_dir / "testham.yaml"

    @property
    def drawings(self) -> Path:
        return self.settings.data_dir / "drawings"

    def run(self, *words: str) -> tuple[int, str]:
        kept = {"PARTNERSHIPS_DATA_DIR": str(self.settings.data_dir), "PARTNERSHIPS_NEO4J_URI": "", "COLUMNS": "200"}
        done = in_process(words, kept)
        return done.exit_code, done.output

    def load(self, *options: str) -> str:
        code, said = self.run("load", str(self.file), *options)
        assert code == 0, said
        return said

    def page(self, address: str) -> tuple[int, str]:
        answer = self.client.get(address, headers={"accept": "text/html"})
        return answer.status_code, answer.text


@pytest.fixture(scope="module")
def keeper(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Iterator[Keeper]:
    """Serve a small place from an engine of its own."""
    seeds: Path = tmp_path_factory.mktemp("seeds")
    (seeds / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]")
    (seeds / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes}, {id: unread, title: Unread}]")
    (seeds / "testham.yaml").write_text(FILE)
    with sites.over(seeds) as (client, settings):
        yield Keeper(client, settings)


def test_a_file_lives(keeper: Keeper) -> None:
    # A source of the place's own has a page, which names what cites it.
    code, text = keeper.page("/sources/testham/about-page")
    assert (code, "About Testham" in text, "Older People" in text) == (200, True, True)
    assert 'href="/sources/testham/about-page"' in keeper.page("/sources")[1]
    assert "/sources/testham/about-page" in keeper.page("/testham/board")[1]
    found = keeper.client.post(
        "/graphql", json={"query": '{ node(id: "testham/about-page") { id __typename } }'}
    ).json()
    assert found["data"] == {"node": {"id": "testham/about-page", "__typename": "Source"}}

    # Somebody else is in the chair: the preview says so, and writes nothing.
    assert keeper.load("--preview").splitlines()[-1].endswith("unchanged.")
    keeper.file.write_text(FILE.replace("holders: tina", "holders: bob"))
    said = keeper.load("--preview")
    assert f"  {CHAIR}: Tina Tully -> Bob Smith (Tina Tully stays as well)\n" in said
    assert "Would be: 1 added, 0 changed, 0 removed" in said
    assert "Bob Smith" not in keeper.page("/testham/board")[1]
    assert f"{CHAIR}: Tina Tully -> Bob Smith (Tina Tully until 2026-11)\n" in keeper.load(
        "--preview", "--end", "2026-11"
    )
    assert f"{CHAIR}: Tina Tully -> Bob Smith\n" in keeper.load("--preview", "--replace")

    # And then it is done.
    said = keeper.load("--replace")
    assert "1 added, 0 changed, 1 removed" in said
    text = keeper.page("/testham/board")[1]
    assert ("Bob Smith" in text, "Tina Tully" in text) == (True, False)
    assert keeper.page("/people/testham/tina")[0] == 200, "she is in the file still"
    keeper.file.write_text(
        keeper.file.read_text().replace('  - {id: tina, name: Tina Tully, cites: "minutes, 1"}\n', "")
    )
    assert "  Tina Tully\n" in keeper.load()
    assert keeper.page("/people/testham/tina")[0] == 200
    assert any(keeper.drawings.iterdir())
    assert "  Tina Tully\n" in keeper.load("--replace")
    assert keeper.page("/people/testham/tina")[0] == 404
    assert not keeper.drawings.exists(), "a drawing that is kept may name what was removed"

    # Wrong ways of asking are told in a sentence.
    assert keeper.run("load", str(keeper.file), "--end", "soon")[0] == 1
    assert "choose --replace or --end" in keeper.run("load", str(keeper.file), "--end", "2026", "--replace")[1]


def test_what_is_recorded_can_be_removed(keeper: Keeper) -> None:
    keeper.file.write_text(FILE)
    keeper.load("--replace")
    for words, code, told in (
        (("source", "minutes"), 1, "'minutes' cannot be removed: 'testham/"),
        (
            ("source", "testham/about-page"),
            1,
            "'testham/about-page' cannot be removed: 'testham/board' in testham still cites it",
        ),
        (
            ("area", "testham"),
            1,
            "'testham' cannot be removed: 'testham/board', Older People's Partnership Board, is in it",
        ),
        (("area", "nowhere"), 1, "No area has the id 'nowhere'"),
        (("place", "testhan"), 1, "Did you mean:\n  place  (testham)"),
        (("body", "testham/board"), 2, "expected place, person, source or area"),
        (("source", "unread"), 0, "Would remove 1 fact. Nothing was removed: add --yes to do it."),
        (("place", "testham"), 0, "  Tina Tully\n"),
    ):
        came, said = keeper.run("remove", *words)
        assert (came, told in said) == (code, True), (words, came, said)
    assert keeper.page("/testham/board")[0] == 200
    assert "Removed 1 fact." in keeper.run("remove", "source", "unread", "--yes")[1]
    assert keeper.page("/sources/unread")[0] == 404
    keeper.drawings.mkdir(exist_ok=True)
    code, said = keeper.run("remove", "place", "testham", "--yes")
    assert not keeper.drawings.exists()
    assert (code, "The area 'testham' is still there" in said) == (0, True)
    for address in ("/testham/board", "/people/testham/tina", "/posts/testham/chair", "/sources/testham/about-page"):
        assert keeper.page(address)[0] == 404, address
    assert keeper.page("/sources/minutes")[0] == 200
    assert keeper.run("remove", "area", "testham", "--yes")[0] == 0
    assert keeper.page("/testham")[0] == 404
    assert keeper.run("remove", "source", "minutes", "--yes")[0] == 0
    assert keeper.page("/")[0] == 200, "a site without anything still answers"
    assert "added" in keeper.load()
    assert keeper.page("/testham/board")[0] == 200


def test_a_load_tells_what_the_check_doubts_and_loads_all_the_same(keeper: Keeper) -> None:
    keeper.file.write_text(FILE)
    assert "doubt" not in keeper.load("--replace")
    extra = 'people:\n  - {id: ann, name: Cllr Ann Ray, cites: "minutes, 1"}\n'
    keeper.file.write_text(FILE.replace("people:\n", extra))
    for options in (("--preview",), ()):
        said = keeper.load(*options).splitlines()
        at = said.index("1 doubt, loaded all the same:" if not options else "1 doubt, which would stop nothing:")
        assert said[at + 1].strip() in keeper.run("check", str(keeper.file))[1].replace("\n", " ")
        assert "testham.yaml:7:" in said[at + 1]
        assert "'Cllr' is a title" in said[at + 1]
        assert said[-1].startswith("Would be: 1 added" if options else "1 added")
    assert keeper.page("/people/testham/ann")[0] == 200
    many = "".join(f'  - {{id: p{number}, name: Dr Ann Ray, cites: "minutes, 1"}}\n' for number in range(7))
    keeper.file.write_text(FILE.replace("people:\n", f"people:\n{many}"))
    said = keeper.load("--replace").splitlines()
    at = said.index("7 doubts, loaded all the same:")
    assert sum("is a title" in line for line in said) == 5
    assert said[at + 6] == "  and 2 more: `partnerships check` tells of them."


def test_what_is_recorded_is_written_as_a_file_again(keeper: Keeper, tmp_path: Path) -> None:
    hidden = 'organizations:\n  - {id: hush, name: "A\\u200bB \\U0001F333 null", classification: forum, kind: formal, access: members, cites: "minutes, 1"}\n'
    keeper.file.write_text(FILE.replace("organizations:\n", hidden))
    keeper.load("--replace")
    code, printed = keeper.run("export", "testham")
    assert (code, "place: testham\n" in printed, "access: members" in printed) == (0, True, True)
    code, said = keeper.run("export", "testham", "--output", str(tmp_path))
    assert (code, said) == (0, f"Wrote 6 entries into {tmp_path / 'testham.yaml'}.\n")
    assert (tmp_path / "testham.yaml").read_text("utf-8") == printed
    for what in ("areas", "sources"):
        assert keeper.run("export", what, "--output", str(tmp_path))[0] == 0
    assert "no problems" in keeper.run("check", str(tmp_path))[1]
    said = keeper.run("load", str(tmp_path), "--replace")[1]
    assert "0 added, 0 changed, 0 removed" in said

    code, said = keeper.run("export", "testham", "--output", str(tmp_path))
    assert (code, "is there already" in said, "add --overwrite" in said) == (1, True, True)
    (tmp_path / "testham.yaml").write_text("old")
    assert keeper.run("export", "testham", "--output", str(tmp_path), "--overwrite")[0] == 0
    assert (tmp_path / "testham.yaml").read_text("utf-8") == printed
    code, said = keeper.run("export", "testham", "--output", str(tmp_path / "mine.yaml"))
    assert (code, "`partnerships load` takes it only when it is called testham.yaml." in said) == (0, True)
    code, said = keeper.run("export", "testham", "--output", str(tmp_path / "no" / "testham.yaml"))
    assert (code, "cannot be written: No such file or directory." in said) == (1, True)
    code, said = keeper.run("export", "testhan")
    assert (code, "Nothing is recorded of a place 'testhan'" in said, "(testham)" in said) == (1, True, True)
