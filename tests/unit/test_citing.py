"""Which documents stand under a picture: those of what it shows, and of these what its own place rests on."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from app.domain.records import Citation, Source
from app.reading.catalogue import Contents
from app.reading.structure import Structure
from app.web.pictures.citing import sources_of
from tests.unit.diagram_cases import body, line, seat


def cites(*ids: str) -> tuple[Citation, ...]:
    return tuple(Citation(id_, "") for id_ in ids)


def titles(structure: Structure, area: str) -> list[str]:
    known = {id_: cast(Source, SimpleNamespace(title=id_, published=None)) for id_ in ("ours", "theirs", "other")}
    contents: Any = SimpleNamespace(sources=known)
    return sorted(source.title for source in sources_of(structure, cast(Contents, contents), area))


def shared() -> Structure:
    """A body that two places share, recorded by the other one, beside a forum of ours that feeds into it."""
    nodes = [
        replace(body("here/forum"), citations=cites("ours")),
        replace(body("there/commission", "statutory_body"), citations=cites("theirs", "ours")),
    ]
    lines = [replace(line("here/forum", "feeds_into", "there/commission"), citations=cites("ours"))]
    return Structure(nodes, lines, [], {}, date(2010, 1, 1))


def test_of_a_shared_body_only_the_documents_count_that_the_places_own_facts_rest_on() -> None:
    assert titles(shared(), "here") == ["ours"]
    assert titles(shared(), "there") == ["ours", "theirs"]
    assert titles(shared(), "") == ["ours", "theirs"], "of no place: all of them"


def test_what_is_recorded_by_another_place_alone_is_cited_from_its_documents() -> None:
    it = shared()
    alone = replace(body("there/board"), citations=cites("other"))
    post = replace(seat("there/board"), citations=cites("theirs"))
    assert titles(replace(it, nodes=[*it.nodes, alone], posts=[post]), "here") == ["other", "ours", "theirs"]
