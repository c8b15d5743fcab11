"""Which documents stand under a picture: those of what it shows, and of these what its own place rests on."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from app.domain.records import Citation, Source
from app.reading.catalogue import Contents
from app.reading.structure import Structure
from app.web.pictures.citing import apart_text, source_line, sources_of
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


def test_sources_that_are_years_apart_are_said_to_be() -> None:
    def said(*published: str | None) -> str:
        return apart_text([cast(Source, SimpleNamespace(title=str(on), published=on)) for on in published])

    assert said("2022-05", None, "2009", "2017") == (
        "Its sources are from 2009 to 2022: not all of this need have been so at the same time."
    )
    assert said("2010-01", "2008").startswith("Its sources are from 2008 to 2010")
    assert not any((said(), said(None), said("2010-01"), said("2010-12", "2009-01"), said("2010", None)))


def test_the_line_of_sources_says_it_too() -> None:
    sources = [cast(Source, SimpleNamespace(title=on, published=on)) for on in ("2022", "2009")]
    assert source_line(sources).endswith(apart_text(sources))
    assert source_line(sources[:1]).endswith("Source: 2022 (2022).")
