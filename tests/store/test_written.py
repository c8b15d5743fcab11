"""What is written of things is never of data that has changed, on either engine."""

from pathlib import Path

from app.api.loading.context import Compiling
from app.reading.explorer import Explorer
from app.record.loading import load_files
from tests.api.ways import answered
from tests.conftest import Loop
from tests.seats.place import AREAS, SOURCES, place

from .test_compiled import anyhow, explorer

__all__ = ["explorer"]

PAGE = "{ organizations(first: 100) { totalCount edges { node { id name posts { id heldBy } } } } }"
ONE = '{ organization(id: "spa/nobody-yet") { name } }'


def test_what_was_written_before_a_load_is_written_anew(explorer: Explorer, run: Loop, tmp_path: Path) -> None:
    before = None
    for text in (place(), place().replace("name: ", "name: New ", 1), place()):
        for name, each in {"areas": AREAS, "sources": SOURCES, "spa": text}.items():
            (tmp_path / f"{name}.yaml").write_text(each)
        run(load_files(explorer.database, [tmp_path]))
        for query in (PAGE, ONE):
            for _ in range(2):
                one = run(answered(explorer, query, {}, Compiling.NEVER))
                other = run(answered(explorer, query, {}, Compiling.ALWAYS))
                assert anyhow(one.sent) == anyhow(other.sent)
        page = run(answered(explorer, PAGE, {}, Compiling.ALWAYS)).sent
        assert page != before
        before = page
