"""The embedded engine, for real: processes, ports, locks, and what happens when any of them is killed."""

import asyncio
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import LiteralString, NamedTuple

import neo4j
import psutil
import pytest
from neo4j.exceptions import DriverError, Neo4jError

import app
from app.errors import DatabaseUnavailable
from app.store import embedded, embedded_host, embedded_start, embedded_state
from app.store.embedded import EmbeddedEngine, EngineAddress
from app.store.embedded_state import EngineState, FileLock

GRACE = 0.3

CLIENT = """
import sys
from pathlib import Path
from app.store.embedded import EmbeddedEngine

engine = EmbeddedEngine(Path(sys.argv[1]), grace=float(sys.argv[2]))
print(engine.acquire().uri, flush=True)
sys.stdin.readline()
engine.release()
"""


def start_client(folder: Path, grace: float = GRACE) -> subprocess.Popen[str]:
    """A process that acquires the engine, prints its address and holds it until its input closes."""
    return subprocess.Popen(
        [sys.executable, "-c", CLIENT, str(folder), str(grace)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(app.__file__).parents[1])},
    )


def address_of(client: subprocess.Popen[str]) -> str:
    assert client.stdout is not None
    return client.stdout.readline().strip()


def end(client: subprocess.Popen[str]) -> None:
    client.communicate("\n", timeout=10)


def hosts(folder: Path) -> list[int]:
    """The processes that host an engine of this folder."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        command = process.info["cmdline"] or []
        if "app.store.embedded_host" in command and str(folder) in command:
            found.append(process.pid)
    return found


def wait_until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.02)


def starts(folder: Path) -> int:
    return (folder / "engine.log").read_text(encoding="utf-8").count("is starting up")


def ask(address: EngineAddress, query: LiteralString) -> list[list[object]]:
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
        driver.session(database=address.database) as session,
    ):
        return [record.values() for record in session.run(query)]


def state_of(folder: Path) -> EngineState:
    state = embedded_state.read_state(folder)
    assert state is not None
    return state


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder, whose engine is gone at the end, one way or another."""
    folder = tmp_path / "data"
    yield folder
    for pid in hosts(folder):
        os.kill(pid, signal.SIGKILL)


class Running(NamedTuple):
    folder: Path
    engine: EmbeddedEngine
    address: EngineAddress


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One running engine for the tests that leave it as it was."""
    folder = tmp_path_factory.mktemp("running") / "data"
    engine = EmbeddedEngine(folder, grace=GRACE)
    address = engine.acquire()
    yield Running(folder, engine, address)
    engine.release()
    wait_until(lambda: not hosts(folder))


class TestRunning:
    def test_answers_cypher_in_a_database_of_its_own(self, running: Running) -> None:
        assert running.address.database == "partnerships"
        assert ask(running.address, "RETURN 1 + 1") == [[2]]

    def test_acquiring_again_gives_the_same_address_at_once(self, running: Running) -> None:
        begin = time.monotonic()
        assert running.engine.acquire() == running.address
        another = EmbeddedEngine(running.folder)
        assert another.acquire() == running.address
        assert time.monotonic() - begin < 0.2
        another.release()

    def test_is_shared_by_a_client_in_another_process(self, running: Running) -> None:
        client = start_client(running.folder)
        assert address_of(client) == running.address.uri
        assert hosts(running.folder) == [state_of(running.folder).pid]
        end(client)
        time.sleep(2 * GRACE)
        assert running.engine.alive(), "it stays for us when the other client leaves"

    def test_listens_on_loopback_only(self, running: Running) -> None:
        process = psutil.Process(state_of(running.folder).pid)
        listening = [c.laddr for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN]
        assert {address.ip for address in listening} == {"127.0.0.1"}
        assert len(listening) == 3, "Bolt, HTTP and the control port"

    def test_nobody_else_can_read_its_folder(self, running: Running) -> None:
        assert stat.S_IMODE(running.folder.stat().st_mode) == 0o700
        for path in running.folder.rglob("*"):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path

    def test_secrets_stand_in_no_command_line_log_or_repr(self, running: Running) -> None:
        state = state_of(running.folder)
        command = psutil.Process(state.pid).cmdline()
        log = (running.folder / "engine.log").read_text(encoding="utf-8")
        for secret in (state.password, state.token, state.welcome):
            assert secret not in " ".join(command) + log + repr(running.address) + repr(state)

    def test_its_password_is_wanted(self, running: Running) -> None:
        stranger = EngineAddress(running.address.uri, "root", "guessed", "partnerships")
        with pytest.raises(Neo4jError):
            ask(stranger, "RETURN 1")

    def test_a_wrong_token_is_not_greeted(self, running: Running) -> None:
        port = state_of(running.folder).control_port
        with socket.create_connection(("127.0.0.1", port), timeout=5) as stranger:
            stranger.sendall(b"0" * 64 + b"\n")
            assert stranger.recv(1) == b""

    def test_survives_the_terminals_ctrl_c_and_hang_up(self, running: Running) -> None:
        pid = state_of(running.folder).pid
        assert os.getsid(pid) == pid
        os.kill(pid, signal.SIGINT)
        os.kill(pid, signal.SIGHUP)
        assert ask(running.address, "RETURN 1") == [[1]]
        assert running.engine.alive()


class TestStartAndStop:
    def test_four_simultaneous_commands_start_one_engine_which_ends_with_the_last(self, folder: Path) -> None:
        clients = [start_client(folder) for _ in range(4)]
        assert len({address_of(client) for client in clients}) == 1
        assert hosts(folder) == [state_of(folder).pid]
        assert starts(folder) == 1
        for client in clients[1:]:
            end(client)
        assert len(hosts(folder)) == 1
        clients[0].kill()  # a client that was killed counts as gone
        clients[0].communicate()
        wait_until(lambda: not hosts(folder))
        assert not (folder / "engine.json").exists()
        assert "ArcadeDB Server is down" in (folder / "engine.log").read_text(encoding="utf-8")

    def test_an_engine_whose_starter_was_killed_is_adopted(self, folder: Path) -> None:
        starter = start_client(folder, grace=5)
        wait_until(lambda: bool(hosts(folder)))
        starter.kill()  # before the engine answers
        starter.communicate()
        engine = EmbeddedEngine(folder)
        engine.acquire()
        assert starts(folder) == 1
        pid = state_of(folder).pid

        engine.release()
        assert not engine.alive()
        engine.release()
        engine.acquire()  # within the grace
        assert state_of(folder).pid == pid
        os.kill(pid, signal.SIGTERM)
        wait_until(lambda: not hosts(folder) and not engine.alive())
        engine.release()

    def test_a_killed_engine_is_started_again_with_every_acknowledged_write(self, folder: Path) -> None:
        engine = EmbeddedEngine(folder, grace=GRACE)
        first = engine.acquire()
        acknowledged: list[int] = []

        def write() -> None:
            with (
                neo4j.GraphDatabase.driver(first.uri, auth=(first.user, first.password)) as driver,
                driver.session(database=first.database) as session,
            ):
                for number in range(1_000_000):
                    try:
                        session.run("CREATE (:Mark {number: $number})", number=number).consume()
                    except (DriverError, Neo4jError):
                        return
                    acknowledged.append(number)

        writer = threading.Thread(target=write)
        writer.start()
        wait_until(lambda: len(acknowledged) > 300)
        os.kill(state_of(folder).pid, signal.SIGKILL)
        writer.join(timeout=30)
        wait_until(lambda: not engine.alive())

        second = engine.acquire()
        assert second != first
        assert engine.alive()
        kept = {row[0] for row in ask(second, "MATCH (m:Mark) RETURN m.number")}
        assert set(acknowledged) <= kept
        engine.release()

    def test_an_engine_that_no_client_reaches_stops(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(embedded_host, "FIRST_CLIENT", 0.01)

        async def wait() -> None:
            state = EngineState(1, "", 1, 1, "", "token", "welcome")
            await asyncio.wait_for(embedded_host.Leases(state, 60).over.wait(), 5)

        asyncio.run(wait())


class TestWhatCannotWork:
    def refusal(self, folder: Path, heap: str = "512m") -> str:
        with pytest.raises(DatabaseUnavailable) as refused:
            EmbeddedEngine(folder, heap=heap).acquire()
        sentence = refused.value.message
        assert "\n" not in sentence
        assert "Traceback" not in sentence
        assert str(folder) in sentence
        return sentence

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        assert "cannot be used (Not a directory)" in self.refusal(tmp_path / "file")
        assert "PARTNERSHIPS_DATA_DIR" in self.refusal(tmp_path / "file" / "data")

    def test_a_folder_that_may_not_be_written(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object, **__: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)  # the tests may run as root, whom no mode stops
        assert "cannot be used (Permission denied)" in self.refusal(folder)

    def test_a_full_disk(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        full = shutil.disk_usage("/")._replace(free=0)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
        assert "is full" in self.refusal(folder)
        assert not hosts(folder)

    def test_java_without_the_memory_it_wants(self, folder: Path) -> None:
        sentence = self.refusal(folder, heap="none")
        assert "Java did not start with none of memory" in sentence
        assert str(folder / "engine.log") in sentence

    def test_a_damaged_database(self, folder: Path) -> None:
        schema = folder / "databases" / "partnerships" / "schema.json"
        schema.parent.mkdir(parents=True)
        schema.write_text('{"types": ')
        assert "schema.json is damaged" in self.refusal(folder)
        assert schema.read_text() == '{"types": '

    def test_what_a_dead_engine_left_is_no_obstacle(self, folder: Path) -> None:
        folder.mkdir()
        (folder / "engine.json").write_text("{")
        assert "Java did not start" in self.refusal(folder, heap="none")
        with socket.create_server(("127.0.0.1", 0)) as squatter:
            squatter.setblocking(False)
            port = squatter.getsockname()[1]
            # Our own process id, at another time: only both together name a process.
            left = EngineState(os.getpid(), "another time", port, port, "password", "token", "welcome")
            embedded_state.write_state(folder, left)
            assert "Java did not start" in self.refusal(folder, heap="none")
            with pytest.raises(BlockingIOError):
                squatter.accept()  # nobody showed the dead engine's token to whoever has its port now
        assert not (folder / "engine.json").exists()

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2}', '{"format": 1, "pid": "1"}'])
    def test_a_running_engine_with_a_state_file_of_another_version(self, folder: Path, text: str) -> None:
        folder.mkdir()
        (folder / "engine.json").write_text(text)
        lock = FileLock(folder / "host.lock")
        assert lock.take()
        assert "damaged or of another version" in self.refusal(folder)
        lock.give_back()

    def test_an_engine_that_does_not_come_up(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(embedded, "START_LIMIT", 0.2)
        folder.mkdir()
        lock = FileLock(folder / "host.lock")
        assert lock.take()
        assert "did not answer within" in self.refusal(folder)
        lock.give_back()


def test_a_folder_with_other_things_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "notes.txt").write_text("mine")
    embedded_start.prepare_folder(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_long_log_makes_way_for_a_new_one(folder: Path) -> None:
    folder.mkdir()
    (folder / "engine.log").write_text("of last year\n" * 100_000)
    host = embedded_start.start_host(folder, 0.0, "none")
    assert host.process.wait(timeout=20) == 1
    assert (folder / "engine.log.1").read_text().startswith("of last year")
    assert "of last year" not in (folder / "engine.log").read_text()
