"""How long a large list of seats takes to be read, checked and shown, and how much memory it needs meanwhile.

`python -m benchmarks.importing --rows 100000`.

The list is one sheet as officers keep it, a row a seat; nobody in it is anybody else. It is read by the command, on the
embedded engine, over a place with nothing in it.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl
import psutil

ON_A_BOARD = 20
HEADINGS = ("Board", "Seat", "Held by", "Speaks for", "Vote", "From", "Deputy", "Notes")


def make_list(file: Path, rows: int) -> None:
    """Write a workbook with so many seats, and a note of 250 letters to each that no packing makes small."""
    rng = random.Random(7)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Members")
    sheet.append(HEADINGS)
    for number in range(rows):
        board, seat = divmod(number, ON_A_BOARD)
        group = f"Group {_letters(board)}" if seat % 4 == 0 else ""
        deputy = f"Dee {_letters(number)}" if seat % 10 == 0 else ""
        vote = "no" if seat % 5 == 4 else "yes"
        said = (f"Board {_letters(board)}", f"Member {seat + 1}", f"Ann {_letters(number)}", group, vote)
        sheet.append([*said, "2024-04-01", deputy, rng.randbytes(125).hex()])
    book.save(file)


def _letters(number: int) -> str:
    """Write a number as a word without digits."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:06}").capitalize()


def measure(rows: int, keep: Path | None) -> None:
    """Preview a list, and print what it took."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "seeds").mkdir()
        (folder / "seeds" / "areas.yaml").write_text("areas: [{id: testham, name: Testham}]", encoding="utf-8")
        (folder / "seeds" / "testham.yaml").write_text("place: testham\n", encoding="utf-8")
        file = keep or folder / f"list-{rows}.xlsx"
        if not file.exists():
            make_list(file, rows)
        print(f"{rows} rows, {file.stat().st_size / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}", flush=True)
        data = {"PARTNERSHIPS_DATA_DIR": str(folder / "data"), "PARTNERSHIPS_SEEDS_DIR": str(folder / "seeds")}
        command = [
            sys.executable,
            "-m",
            "app.cli",
            "import",
            str(file),
            "--area",
            "testham",
            "--preview",
            "--source",
            "List",
        ]
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, env=os.environ | data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        watched = psutil.Process(process.pid)
        largest: dict[int, float] = {}
        spent: dict[int, float] = {}
        while process.poll() is None:
            for each in (watched, *watched.children(recursive=True)):
                try:
                    name = each.pid
                    times = each.cpu_times()
                    largest[name] = max(largest.get(name, 0.0), each.memory_info().rss / 2**20)
                    spent[name] = times.user + times.system
                except psutil.NoSuchProcess:
                    continue
            time.sleep(0.1)
        took = time.perf_counter() - begin
        assert process.stdout
        print(process.stdout.read()[:600])
        print(f"{took:.1f} s, ended with {process.returncode}")
        for pid, most in sorted(largest.items(), key=lambda one: -one[1]):
            whose = "the command" if pid == process.pid else "a process of it"
            print(f"  {whose}: {spent[pid]:.1f} s of processor, {most:.0f} MB at most")


def main() -> None:
    """Read what is to be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--file", type=Path, default=None, help="the list, which is made there where it is missing")
    asked = parser.parse_args()
    measure(asked.rows, asked.file)


if __name__ == "__main__":
    main()
