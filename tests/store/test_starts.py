"""A start that cannot be is a sentence: no traceback, the right exit code, whatever is in the way.

And what a real process prints, to a pipe or to a terminal, holds no order from a name, a key, a file's name or an
argument.
"""

import http.server
import os
import pty
import re
import socket
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.record.loading import load_if_empty
from app.settings import Settings
from app.store.database import Database, Transaction
from app.store.migrations import migrate
from tests.conftest import SEEDS, Loop
from tests.neo4j import server as neo4j_server
from tests.neo4j.server import LTS, free_port, running

CLI = [sys.executable, "-m", "app.cli"]
UVICORN = [sys.executable, "-m", "uvicorn", "app.main:create_app", "--factory", "--port", "0"]
COMMANDS = {
    "serve": [*CLI, "serve"],
    "who": [*CLI, "who", "COA"],
    "load": [*CLI, "load", str(SEEDS)],
    "uvicorn": UVICORN,
}


def environment(folder: Path, **given: str) -> dict[str, str]:
    own = {"PARTNERSHIPS_DATA_DIR": str(folder / "data"), "PARTNERSHIPS_NEO4J_URI": "", "PARTNERSHIPS_PORT": "0"}
    own |= {"PYTHONPATH": str(SEEDS.parent)}  # for the runs from another folder
    return os.environ | own | {f"PARTNERSHIPS_{name.upper()}": text for name, text in given.items()}


def refusal(command: list[str], folder: Path, code: int, **given: str) -> str:
    """Run what cannot start; give the sentence that it says, once it is sure that it is one."""
    folder.mkdir(exist_ok=True)
    ended = subprocess.run(
        command, env=environment(folder, **given), cwd=folder, capture_output=True, text=True, timeout=90, check=False
    )
    said = [line for line in ended.stderr.splitlines() if "INFO:" not in line and "startup failed" not in line]
    assert ended.returncode == code, ended.stderr + ended.stdout
    assert len(said) == 1, ended.stderr
    assert ended.stdout == ""
    assert len(said[0]) < 700
    assert said[0].endswith((".", "make run"))
    return said[0]


WRONG = {
    "port": ("abc", "should be a valid integer"),
    "read_deadline": ("-1", "should be greater than 0"),
    "log_level": ("loud", "should be 'debug', 'info', 'warning' or 'error'"),
    "max_transaction_facts": ("0", "greater than or equal to 1"),
    "base_url": ("example.org", "https://partnerships.example.org"),
    "contact": ("me", "mailto:"),
    "secrets_dir": ("/nowhere", "is not a folder"),
    "host": ("999.0.0.1", "cannot listen on PARTNERSHIPS_HOST=999.0.0.1"),
    "neo4j_uri": ("http://localhost:7474", "bolt://localhost:7687"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting(tmp_path: Path, name: str) -> None:
    text, right = WRONG[name]
    said = refusal(COMMANDS["serve"], tmp_path, 2, **{name: text})
    assert f"PARTNERSHIPS_{name.upper()}={text}" in said
    assert right in said


def test_a_wrong_setting_for_a_command_and_for_another_server(tmp_path: Path) -> None:
    for command in (COMMANDS["who"], UVICORN):
        assert "PARTNERSHIPS_PORT=99999" in refusal(command, tmp_path, 2, port="99999")
    (tmp_path / ".env").write_bytes(b"PARTNERSHIPS_PORT=\xff")
    assert "cannot be read: it is not UTF-8 text" in refusal(COMMANDS["who"], tmp_path, 2)


def test_a_password_in_an_address_is_not_repeated(tmp_path: Path) -> None:
    said = refusal(COMMANDS["who"], tmp_path, 2, neo4j_uri="bolt://somebody:geheim@localhost")
    assert "without user or password" in said
    assert "geheim" not in said


def test_a_setting_that_nobody_knows_is_named_with_what_was_meant(tmp_path: Path) -> None:
    ended = subprocess.run(
        [*CLI, "who", "COA"],
        env=environment(tmp_path, prot="1", port="abc"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr.startswith("There is no setting PARTNERSHIPS_PROT: did you mean PARTNERSHIPS_PORT?\n")


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Port {port} on 127.0.0.1 cannot be used" in refusal(COMMANDS["serve"], tmp_path, 2, port=str(port))


@pytest.mark.parametrize("name", COMMANDS)
def test_no_neo4j(tmp_path: Path, name: str) -> None:
    uri = f"bolt://127.0.0.1:{free_port()}"
    assert f"No database answers at {uri}" in refusal(COMMANDS[name], tmp_path, 3, neo4j_uri=uri)


def test_something_else_where_neo4j_should_be(tmp_path: Path) -> None:
    assert "no such host" in refusal(COMMANDS["who"], tmp_path, 3, neo4j_uri="bolt://nowhere.invalid")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        uri = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        assert "is no Neo4j server" in refusal(COMMANDS["who"], tmp_path, 3, neo4j_uri=uri)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        uri = f"bolt://127.0.0.1:{web.server_port}"
        assert "is no Neo4j server" in refusal(COMMANDS["who"], tmp_path, 3, neo4j_uri=uri)
        web.shutdown()


def test_a_neo4j_that_is_not_as_the_settings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_server, "SETTINGS", neo4j_server.SETTINGS + "dbms.security.auth_enabled=true\n")
    monkeypatch.setattr(neo4j_server, "ask_once", lambda server: None)
    with running(LTS, tmp_path / "neo4j") as server:
        here = {"neo4j_uri": server.uri, "neo4j_password": server.password}
        who = COMMANDS["who"]
        assert "has no database 'nope'" in refusal(who, tmp_path, 3, **here, neo4j_database="nope")
        assert "over TLS" in refusal(who, tmp_path, 3, **here | {"neo4j_uri": server.uri.replace("bolt:", "bolt+s:")})
        assert "refused the user or password" in refusal(who, tmp_path, 3, **here | {"neo4j_password": "guessed"})


def test_a_data_folder_that_cannot_be_one(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    for name in ("serve", "who"):
        assert "cannot be used (Not a directory)" in refusal(COMMANDS[name], tmp_path, 3)


@pytest.mark.parametrize("name", ["serve", "who"])
def test_first_data_that_cannot_be_loaded(tmp_path: Path, name: str) -> None:
    seeds, command = tmp_path / "seeds", COMMANDS[name]
    missing = refusal(command, tmp_path, 3 if name == "serve" else 2, seeds_dir=str(seeds))
    assert f"PARTNERSHIPS_SEEDS_DIR={seeds} is not a folder" in missing
    seeds.mkdir()
    (seeds / "areas.yaml").write_text("areas: [{id: testham}, {id: other}]\n")
    broken = refusal(command, tmp_path, 3 if name == "serve" else 1, seeds_dir=str(seeds))
    assert "The first data cannot be loaded: 2 problems; nothing was written. The first: " in broken
    assert "areas.yaml:1:9" in broken


HOSTILE = "\\e[2J\\e[H0 problems\\r\\x9b31m\\u202e"
STYLES = re.compile(r"\r(?=\x1b\[)|\x1b\[[0-9;]*m|\x1b\[\?25[hl]|\x1b\[\d*[AK]")
"""What rich itself sends to a terminal: colours, the cursor hidden and shown, a progress bar's own line removed."""


def orders(said: str) -> list[str]:
    """List what a terminal would obey or not show, beyond the ends of lines."""
    rest = said.replace("\r\n", "\n")
    return [c for c in rest if c != "\n" and not c.isprintable() and unicodedata.category(c) != "Zs"]


def in_a_terminal(arguments: list[str], variables: dict[str, str], folder: Path) -> str:
    """Run a command as somebody at a terminal does, and give all that reaches the screen."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*CLI, *arguments],
        env=variables | {"TERM": "xterm-256color"},
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # how Linux tells that the other side has closed
            pass
        process.wait(timeout=90)
    os.close(ours)
    return said.decode("utf-8", "backslashreplace")


def write_hostile(folder: Path) -> None:
    folder.mkdir()
    (folder / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]\n")
    (folder / "sources.yaml").write_text("sources: [{id: minutes, title: Minutes, published: 2008-01}]\n")
    (folder / "testham.yaml").write_text(
        "place: testham\norganizations:\n"
        '  - {id: a, name: Forum of elders, classification: forum, kind: collaboration, cites: "minutes, p. 1"}\n'
    )


HIDDEN = "Forum \u202eof\u2066 eld\u200bers\x9b2J\n0 problems"
"""What files may not say, but a database that was filled before may hold."""


@pytest.fixture
def hostile(tmp_path: Path, run: Loop) -> Iterator[Path]:
    """Return a folder whose database holds a hostile name; its engine runs all the while, so nobody waits for it."""
    write_hostile(tmp_path / "seeds")
    database = Database(Settings(data_dir=tmp_path / "data", neo4j_uri="", read_deadline=15))

    async def rename(transaction: Transaction) -> None:
        await transaction._transaction.run("MATCH (o:Organization {id: 'testham/a'}) SET o.name = $name", name=HIDDEN)

    async def prepare() -> None:
        await database.open()
        await migrate(database)
        await load_if_empty(database, tmp_path / "seeds")
        await database.write(rename)

    run(prepare())
    yield tmp_path
    run(database.close())


def test_no_name_key_file_or_argument_gives_a_terminal_orders(hostile: Path) -> None:
    wrong = hostile / "wrong\x1b[2J\n0 problems\u202e.yaml"
    wrong.write_text(f'place: testham\n"{HOSTILE}": 1\norganizations:\n  - {{id: "{HOSTILE}", "{HOSTILE}": 2}}\n')
    odd = os.fsdecode(bytes(hostile) + b"/odd\x9b\xff.yaml")
    variables = environment(hostile, seeds_dir=str(hostile / "seeds"))
    for arguments, expected in (
        (["check", str(wrong)], "[2J"),
        (["check", odd], "odd"),
        (["load", str(wrong)], "nothing was written"),
        (["search", "forum"], "Forum \\u202eof\\u2066 eld\\u200bers\\x9b2J\\n0 problems"),
        (["search", "forum", "--json"], "Forum \\u202eof\\u2066 eld\\u200bers\\u009b2J\\n0 problems"),
        (["who", "testham/a"], "\\u202eof"),
        (["who", "\x1b[2J\u202ezzz"], "'\\x1b[2J\\u202ezzz'"),
        (["who", "COA", "\x1b[31mextra"], "\\x1b[31mextra"),
        (["gaps", "--kind", "\x1b]0;title\x07"], "\\x1b]0;title"),
        (["schema", "\x1b[2J"], "\\x1b[2J"),
        (["--\x1b[2J"], "\\x1b[2J"),
    ):
        screen = in_a_terminal(arguments, variables, hostile)
        assert orders(STYLES.sub("", screen)) == [], screen
        assert "Traceback" not in screen
        piped = subprocess.run([*CLI, *arguments], env=variables, cwd=hostile, capture_output=True, check=False)
        said = (piped.stdout + piped.stderr).decode("utf-8")
        assert orders(said) == [], said
        assert "\n0 problems" not in said.replace("\r", "\n")
        assert expected in said
