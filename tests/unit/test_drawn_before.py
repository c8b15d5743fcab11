"""Drawings are found again after a restart, read as they were written, and drawn anew when anything is amiss."""

import hashlib
import os
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.diagram.draw import Drawing, draw
from app.diagram.people import Seated
from app.diagram.stored import as_bytes, from_bytes, key_of, program
from app.domain.change_marks import ChangeMark
from app.reading.keeping import Kept
from app.reading.shelved_files import LONGEST, ShelvedFiles
from app.web.pictures.drawn_before import DRAWINGS, DrawnBefore
from tests.unit.diagram_cases import HOSTILE, large, small

VIEWS: dict[str, dict[str, Any]] = {
    "a place": {},
    "around a body": {"focus": "forum"},
    "columns open": {"opened": frozenset({"all", "b", "a"}), "large": True},
    "two days": {"marks": {"board": ChangeMark.ADDED}},
    "a person": {"person": Seated("p", "P", "/people/p", frozenset({"seat", "other"}))},
}


@pytest.fixture
def started(tmp_path: Path) -> Callable[[], DrawnBefore]:
    """Start a process that keeps its drawings in the same folder as those before it."""
    return lambda: DrawnBefore(Kept(DRAWINGS), ShelvedFiles(tmp_path / "drawings", 2**20))


def drawn(kept: DrawnBefore | None, **said: Any) -> Drawing:
    return draw(*small(), title="T", href="/{}".format, kept=kept, **said)


def only_file(folder: Path) -> Path:
    (file,) = (folder / "drawings").iterdir()
    return file


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_a_drawing_is_read_as_it_was_written(view: dict[str, Any]) -> None:
    drawing = drawn(None, **view)
    again = from_bytes(as_bytes(drawing))
    assert again == drawing
    assert [type(getattr(again, name)) for name in ("svg", "svg_file", "data_json")] == [type(drawing.svg)] * 3


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_after_a_restart_nothing_is_drawn_again(
    started: Callable[[], DrawnBefore], view: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = drawn(started(), **view)

    def refuse(*said: object) -> Drawing:
        raise AssertionError("it was drawn again")

    monkeypatch.setattr("app.diagram.draw._drawn", refuse)
    assert drawn(started(), **view) == first
    with pytest.raises(AssertionError):
        drawn(started(), **view | {"room": 700.0})


def test_another_program_draws_for_itself() -> None:
    assert key_of([1], program()) != key_of([1], "another")
    assert key_of([frozenset({"a", "b"})], "x") == key_of([frozenset({"b", "a"})], "x") != key_of(["ab"], "x")


def damaged(whole: bytes) -> dict[str, bytes]:
    def packed(content: bytes) -> bytes:
        return hashlib.sha256(content).digest() + zlib.compress(content)

    return {
        "empty": b"",
        "cut": whole[:-7],
        "a bit turned": whole[:90] + bytes([whole[90] ^ 1]) + whole[91:],
        "of another sum": bytes([whole[0] ^ 1]) + whole[1:],
        "no drawing": packed(b"[1, 2]"),
        "no JSON": packed(b"\x80\x04K\x01."),
        "of another shape": packed(b'{"key": "k"}'),
        "endless": packed(bytes(LONGEST + 1)),
    }


@pytest.mark.parametrize("how", damaged(bytes(100)).keys())
def test_a_damaged_file_is_drawn_anew_and_mended(started: Callable[[], DrawnBefore], tmp_path: Path, how: str) -> None:
    first = drawn(started())
    file = only_file(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damaged(whole)[how])
    assert drawn(started()) == first
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_it_is_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = DrawnBefore(Kept(DRAWINGS), ShelvedFiles(tmp_path / "file" / "drawings", 2**20))
    assert drawn(kept).body_count


def test_names_that_no_text_can_hold_are_drawn_all_the_same(started: Callable[[], DrawnBefore]) -> None:
    nodes, lines, posts, groups = small()
    odd = [replace(node, name=HOSTILE) for node in nodes]
    assert draw(odd, lines, posts, groups, title="T", href="/{}".format, kept=started()).body_count


def test_what_was_not_used_for_longest_makes_room(tmp_path: Path) -> None:
    files, keys = ShelvedFiles(tmp_path, 3000), [hashlib.sha256(bytes([n])).hexdigest() for n in range(4)]
    for age, key in enumerate(keys[:2]):
        files.keep(key, os.urandom(1200))
        os.utime(tmp_path / key, (100 + age, 100 + age))
    assert files.find(keys[0])  # the older of the two, used since
    files.keep(keys[2], os.urandom(1200))
    assert [files.find(key) is not None for key in keys[:3]] == [True, False, True]
    files.keep(keys[3], os.urandom(5000))
    assert files.find(keys[3]) is None
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 3000
    files.clear()
    assert files.find(keys[0]) is None


def test_a_large_drawing_takes_little_room(started: Callable[[], DrawnBefore], tmp_path: Path) -> None:
    drawing = draw(*large(40, 80), title="T", href="/{}".format, kept=started())
    assert only_file(tmp_path).stat().st_size < len(as_bytes(drawing)) / 4
