"""Made places leave a database as files, come into an empty one, and leave that one as the same: on every engine."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import DataRefused
from app.exchange.entries.as_yaml import text_of
from app.exchange.formats.json_lines import json_lines
from app.exchange.formats.public_facts import PublicFacts
from app.exchange.formats.yaml_file import cited
from app.exchange.place_format import PlaceFile
from app.reading.catalogue import Catalogue
from app.reading.explorer import Explorer
from app.record.dumping import dump
from app.record.exporting import SHARED, export
from app.record.importing_files import import_file
from app.record.loading import load_files
from app.record.publishing import public_facts
from app.store.database import Database
from app.store.reader import Reader
from tests.conftest import Loop
from tests.engines import emptied
from tests.store.test_entries_recorded import ELSEWHERE
from tests.truth.drawn import each_drawn
from tests.truth.made_entries import rich_files
from tests.truth.made_places import Entry
from tests.unit.format_cases import BASE
from tests.unit.test_round_trips import WHOLE_FORMATS, of
from tests.unit.test_round_trips_of_standards import Lacks, differences

# Each place fills and empties the database once a format, so that a few of them take as long as most other files of tests.
MANY = 2
STANDARDS = ("popolo", "org-turtle")
"""JSON-LD is read as Turtle is: tests/unit/test_org_in.py."""
CITES_THE_FILE = re.compile(r"\.cites: '' became '(alpha/\S+) ")
"""What cites nothing that is public: whoever reads the file has it from there."""
AREAS, SOURCES = "areas: [{id: alpha, name: Alpha}, {id: beta, name: Beta}]", "sources: [{id: minutes, title: Minutes}]"


class Recorded:
    """What a database holds, seen as whoever takes files from the site sees it."""

    def __init__(self, database: Database, run: Loop) -> None:
        self.database, self.run = database, run

    def public(self) -> PublicFacts:
        """Return what is public of the place, whatever the number of the data's version."""
        return replace(self.run(public_facts(self._explorer(), "alpha", BASE)), version=0)

    def dumped(self) -> bytes:
        """Return the dump of all places."""
        explorer = self._explorer()

        async def whole() -> bytes:
            return b"".join([part async for part in dump(explorer)])

        return self.run(whole())

    def holds_only(self, folder: Path | None) -> None:
        """Empty the database, and load a folder's files into it."""
        self.run(emptied(self.database))
        if folder:
            self.run(load_files(self.database, [folder]))

    def takes(self, name: str, raw: bytes, new: str = "", area: str = "") -> None:
        """Import a file; the same file again changes nothing."""
        try:
            done = self.run(import_file(self.database, name, raw, area, new=new))
        except DataRefused as error:
            raise AssertionError("\n".join([name, *map(str, error.problems)])) from error
        assert done.summary.added, name
        again = self.run(import_file(self.database, name, raw, area or ("alpha" if new else "")))
        assert not again.changes_anything, (name, again.lines)

    def _explorer(self) -> Explorer:
        return Explorer(self.database.settings, self.database, Reader(self.database), Catalogue(self.database))


@pytest.fixture
def recorded(database: Database, run: Loop) -> Recorded:
    return Recorded(database, run)


def begin(recorded: Recorded, folder: Path, made: Entry) -> tuple[PublicFacts, Path]:
    """Record a made place and one that it mentions; return what is public of it, and a folder with the other alone."""
    beside = folder / "beside"
    beside.mkdir(exist_ok=True)
    (folder / "areas.yaml").write_text(AREAS)
    (folder / "sources.yaml").write_text(SOURCES)
    (folder / "alpha.yaml").write_text(text_of(PlaceFile.model_validate(made)), "utf-8")
    (beside / "areas.yaml").write_text("areas: [{id: beta, name: Beta}]")
    for where in (folder, beside):
        (where / "beta.yaml").write_text(ELSEWHERE)
    recorded.holds_only(folder)
    return recorded.public(), beside


def as_files_have_it(place: PublicFacts) -> PublicFacts:
    """Return a place in which whatever cites nothing that is public cites the source that stands for it in files."""
    return replace(place, facts=cited(place))


def lines_of(place: PublicFacts) -> set[str]:
    """Return all that is public of a place, a line a fact, so that what differs is told."""
    return set(json_lines(place).decode().splitlines())


def comes_back(recorded: Recorded, folder: Path, made: Entry) -> None:
    """See that a place leaves in each format that holds everything, and comes into an empty database as it was."""
    place, beside = begin(recorded, folder, made)
    for name in SHARED:
        (folder / f"{name}.yaml").write_text(recorded.run(export(recorded.database, name)).text, "utf-8")
    for name in WHOLE_FORMATS:
        format_ = of(name)
        recorded.holds_only(beside)
        if name == "yaml":
            recorded.run(load_files(recorded.database, [folder / f"{shared}.yaml" for shared in SHARED]))
        recorded.takes(f"alpha.{format_.ending}", format_.write(place), area="alpha" if name == "yaml" else "")
        again = recorded.public()
        assert lines_of(again) == lines_of(as_files_have_it(place)), name
        if all("not-public" not in line for line in lines_of(again)):
            # Where a source stands in for hidden ones, it is listed among the others now.
            assert format_.write(again) == format_.write(place), name


@each_drawn(many=MANY, made=rich_files())
def test_a_place_comes_into_an_empty_database_as_it_left_another(
    recorded: Recorded, tmp_path: Path, made: Entry
) -> None:
    comes_back(recorded, tmp_path, made)


def test_a_place_that_cites_what_is_hidden_or_another_place_s_comes_back(recorded: Recorded, tmp_path: Path) -> None:
    rule = {"of": ["voluntary"], "min": 1}
    said = {"classification": "forum", "kind": "formal", "composition": [rule]}
    hidden = said | {"composition": [rule | {"cites": "paper, p. 3"}]}
    made: Entry = {
        "place": "alpha",
        "sources": [{"id": "paper", "title": "A paper", "access": "members"}],
        "organizations": [
            {"id": "one", "name": "One", "cites": ["paper, p. 1", "minutes, p. 2"], **hidden},
            {"id": "two", "name": "Two", "cites": "paper, p. 1", **said},
            {"id": "three", "name": "Three", "cites": "beta/their-page, top", **said},
        ],
    }
    comes_back(recorded, tmp_path, made)


@each_drawn(many=MANY, made=rich_files())
def test_all_places_come_into_an_empty_database_as_they_left_another(
    recorded: Recorded, tmp_path: Path, made: Entry
) -> None:
    place, _ = begin(recorded, tmp_path, made)
    raw = recorded.dumped()
    recorded.holds_only(None)
    recorded.takes("dump.jsonl", raw)
    assert lines_of(recorded.public()) == lines_of(as_files_have_it(place))
    raw = recorded.dumped()
    recorded.holds_only(None)
    recorded.takes("dump.jsonl", raw)
    assert recorded.dumped() == raw


@each_drawn(many=MANY, made=rich_files())
def test_what_a_standard_s_file_lacks_is_all_that_does_not_come_into_an_empty_database(
    recorded: Recorded, tmp_path: Path, made: Entry
) -> None:
    place, beside = begin(recorded, tmp_path, made)
    for name in STANDARDS:
        format_ = of(name)
        recorded.holds_only(beside)
        recorded.takes(f"alpha.{format_.ending}", format_.write(place), new="Alpha")
        wrong = differences(place, recorded.public(), Lacks.of(format_, place))
        files = {found[1] for line in wrong if (found := CITES_THE_FILE.search(line))}
        told = {f"('Source', '{id_}') came from nowhere" for id_ in files}
        wrong = [line for line in wrong if line not in told and not CITES_THE_FILE.search(line)]
        assert not wrong, "\n".join([name, *wrong])
