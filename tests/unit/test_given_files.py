"""A file that somebody names to a command."""

import os
from pathlib import Path

import pytest

from app.commands.given_files import bytes_of
from app.errors import BadInput


def test_it_is_read_and_one_byte_more_than_it_may_have(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"abcdef")
    assert bytes_of(file, 10, "a spreadsheet") == b"abcdef"
    assert bytes_of(file, 3, "a spreadsheet") == b"abcd"


def test_what_is_none_is_refused_in_a_sentence_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, said in (
        (tmp_path / "nowhere", "There is no file "),
        (tmp_path, "is no file: expected a spreadsheet."),
        (pipe, "is no file: expected a spreadsheet."),
    ):
        with pytest.raises(BadInput, match=said):
            bytes_of(path, 3, "a spreadsheet")
