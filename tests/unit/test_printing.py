"""What cannot be seen is shown by its number on its way to a terminal, and there is no other way to one."""

import ast
import io
import json
import logging
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.domain.visible import visible
from app.logs import set_up_logs
from app.printing import Terminal, json_text
from app.settings import Settings

APP = Path(__file__).resolve().parents[2] / "app"
DOOR = APP / "printing.py"
ORDERS = [chr(n) for n in (*range(0x20), *range(0x7F, 0xA0))]
UNSEEN = [
    *"\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202d\u202e\u2060\u2066\u2069\ufeff",
    "\udc9b",
    "\U000e0041",
]
NAME = "Forum\x1b[2J\x1b[H0 problems\r\x08\x9b31m\n\tof \u202eelders\u2066\u200b\udcff"


def unseen(text: str) -> list[str]:
    """List what a terminal would obey, or would not show, apart from line feeds."""
    return [c for c in text if c != "\n" and not c.isprintable() and unicodedata.category(c) != "Zs"]


@pytest.mark.parametrize("character", [*ORDERS, *UNSEEN], ids=ascii)
def test_what_cannot_be_seen_is_shown_by_its_number(character: str) -> None:
    shown = visible(f"a{character}b")
    assert shown.isascii()
    assert shown.isprintable()
    assert shown.startswith("a\\")
    written = json_text({"name": character})
    assert unseen(written) == []
    assert json.loads(written) == {"name": character}


def test_letters_of_all_languages_and_spaces_stay() -> None:
    for text in ("Café Zürich", "Þing", "議会", "مجلس", "a\u00a0b\u202fc", "naïve — “quoted” №1", "👍"):
        assert visible(text) == text
        assert text in json_text([text])


@pytest.mark.parametrize("styled", [False, True])
def test_every_sort_of_print_goes_through(styled: bool) -> None:
    stream = io.StringIO()
    console = Terminal(file=stream, force_terminal=styled, color_system="standard" if styled else None, width=300)
    table = Table(title=NAME)
    table.add_column(Text(NAME))
    table.add_row(Text(NAME, style="bold"), NAME)
    for printed in (NAME, Text(NAME), Text.assemble("\n", (NAME, "bold cyan"), NAME), Padding(Text(NAME), 2), table):
        console.print(printed)
    console.print_line(NAME)
    console.print_text(NAME)
    console.print_json({NAME: NAME})
    said = stream.getvalue()
    assert ("\x1b[1;36m" in said) is styled
    for style in ("\x1b[0m", "\x1b[1m", "\x1b[1;36m", "\x1b[3m", "\x1b[36m", "\x1b[1;3m"):
        said = said.replace(style, "")
    assert unseen(said) == []
    assert "Forum\\x1b[2J\\x1b[H0 problems" in said


def test_a_line_stays_one_line() -> None:
    stream = io.StringIO()
    Terminal(file=stream, width=500).print(Text(f"\nSearch\n0 problems.{NAME}"))
    assert stream.getvalue().startswith("\nSearch\\n0 problems.")
    assert stream.getvalue().count("\n") == 2


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Return what is logged as people read it; the settings of logging are put back."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    set_up_logs(Settings(log_format="text"))
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    stream = io.StringIO()
    handler.setStream(stream)
    yield stream
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_log_lines_are_lines(logged: io.StringIO) -> None:
    structlog.get_logger().error(f"event {NAME}", path=f"/x{NAME}", number=3)
    logging.getLogger("some.library").error("Exception in %s", NAME)
    try:
        raise ValueError(NAME)
    except ValueError as error:
        structlog.get_logger().error("unexpected error", path=NAME, exc_info=error)
    said = logged.getvalue()
    assert unseen(said) == []
    lines = said.splitlines()
    assert len([line for line in lines if line.startswith("20")]) == 3
    assert not any(line.startswith(("0 problems", "\tof", "of ")) for line in lines[:2])
    assert "Traceback" in said


def ways_out(tree: ast.Module) -> Iterator[str]:
    """List what a module writes to a terminal by itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in {"print", "Console", "rich.print", "typer.echo", "typer.secho", "click.echo", "warnings.warn"}:
                yield f"{node.lineno}: {called}"
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {
            "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__", "rich.print",
        }:  # fmt: skip
            yield f"{node.lineno}: {ast.unparse(node)}"
        if (
            isinstance(node, ast.ImportFrom)
            and node.module == "sys"
            and {a.name for a in node.names} & {"stdout", "stderr"}
        ):
            yield f"{node.lineno}: from sys import"


def test_there_is_no_other_way_to_a_terminal() -> None:
    # The embedded engine's host writes to its own log file; what typst sets, and what a workbook or a document holds,
    # goes to the process that asked for it.
    sheets = APP / "exchange" / "sheets"
    readers = {sheets / "workbook_reader.py", sheets / "helper.py", APP / "exchange" / "minutes" / "apart.py"}
    elsewhere = {APP / "store" / "embedded_host.py", APP / "diagram" / "typesetter.py", *readers}
    others = [path for path in APP.rglob("*.py") if path not in {DOOR, *elsewhere}]
    found = {str(path.relative_to(APP)): [*ways_out(ast.parse(path.read_text("utf-8")))] for path in others}
    assert {path: ways for path, ways in found.items() if ways} == {}


def test_the_watch_sees_every_way() -> None:
    ways = "print(1)\ntyper.echo(1)\nsys.stderr.write('')\nConsole()\nfrom sys import stdout\n"
    assert len(list(ways_out(ast.parse(ways)))) == 5
