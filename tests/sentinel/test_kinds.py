"""Every kind of gap and of change has one of its own, which stands under its kind everywhere and under no other."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from app.domain.vocabulary import ChangeKind, GapKind
from tests.sentinel.reading import Node, csv_rows
from tests.sentinel.site import Answer, Site

ON = "2013-06-15"
"""A day on which one term is about to end, and others have ended."""
GAPS: dict[GapKind, tuple[str, str]] = {
    GapKind.NO_SECTOR_SEAT: ("Boards without a seat for the sector", "Zloneboard has one seat recorded"),
    GapKind.NO_VOICE: ("People without a voice", "Zvoiceless: no seat"),
    GapKind.RECORDED_ABSENCE: ("Seats and links said to be missing", "Zabsencenote"),
    GapKind.SEAT_NOT_TAKEN_UP: ("Seats not taken up", "Zuntaken"),
    GapKind.VACANT_POST: ("Vacant seats", "Zvacant"),
    GapKind.HOLDER_NOT_RECORDED: ("Seats whose holder is not recorded", "Zunsaidvote"),
    GapKind.FEEDS_NOTHING: ("Forums and networks that feed nothing", "Zsilentnet"),
    GapKind.NO_LINES: ("Groups joined to nothing", "Zloneclub"),
    GapKind.NOT_ACTIVE: ("Lines and seats of bodies that are not active", "Zdormant is dormant"),
    GapKind.RESTS_ON_ONE: ("Voices that rest on one person", "Zresting"),
    GapKind.NO_DEPUTY: ("Seats without a deputy", "Znodeputy"),
    GapKind.TERM_ENDED: ("Terms that have ended", "Zendedterm"),
    GapKind.TERM_ENDING: ("Terms about to end", "Zendingterm"),
    GapKind.TWO_HATS: ("Two hats", "Zhattername"),
    GapKind.NO_REPORT_BACK: ("Seats from which nobody reports back", "Znoreport"),
    GapKind.REPORT_BACK_NOT_RECORDED: ("Seats whose reporting back is not recorded", "Zhatseat"),
    GapKind.COMPOSITION: (
        "Boards that are not made up as their own terms say",
        "The terms of Zdeputyboard ask for at least 9 seats for the private sector",
    ),
    GapKind.SEATS_MISSING: ("Bodies with more or fewer seats than stated", "Zforum has 37 seats"),
    GapKind.ATTENDS_WITHOUT_SEAT: ("Those who attend without a seat", "Zfirm is recorded as present at a meeting"),
    GapKind.NOT_QUORATE: ("Meetings without a quorum", "The meeting of Zboard on 9 March 2005 was not quorate"),
    GapKind.STALE: ("Old sources that much rests on", "Nothing newer than this source, of February 2003"),
}
"""What each kind of gap is called, and words of a finding of it."""
CHANGES: dict[ChangeKind, tuple[str, str]] = {
    ChangeKind.BEGAN: ("Begins", "A seat “Zisseat” on Zboard is added"),
    ChangeKind.ENDED: ("Ends", "Zhub no longer feeds into Zendedend"),
    ChangeKind.RENAMED: ("Renamed", "Zformer are renamed Zforum"),
    ChangeKind.MERGED: ("Replaced", "Zmerged is succeeded by Zheir"),
    ChangeKind.FILLED: ("Filled", "Zbefore Zpersonname Ray Zafter holds the seat “Zseatlabel”"),
    ChangeKind.VACATED: ("Vacated", "Zwasholder Fay no longer holds the seat “Zseatlabel”"),
    ChangeKind.STATUS_CHANGED: ("Changes", "Zwaschooser no longer fills the seat"),
    ChangeKind.PROPOSED: ("Proposed", "Zplanseat"),
}
"""What each kind of change is called, and words of one of it."""


def test_every_kind_is_here() -> None:
    assert set(GAPS) == set(GapKind)
    assert set(CHANGES) == set(ChangeKind)


@pytest.mark.parametrize("kind", GAPS)
def test_a_kind_of_gap_is_told_as_itself(site: Site, kind: GapKind) -> None:
    name, words = GAPS[kind]
    asked = f"area=sentinel&kind={kind}&on={ON}"
    rows = csv_rows(site.get(f"/gaps.csv?{asked}").content)
    assert {row["Kind"] for row in rows} == {name}
    assert [row for row in rows if words in row["Finding"]]
    page = site.get(f"/gaps?{asked}").page
    found = [node.text() for node in page.all("li") if node.has_class("gap")]
    assert len(found) == len(rows)
    told = [title.text() for title in page.all("h3")]
    assert told == [f"{name} {len(rows)}" if kind is not GapKind.STALE else "One old source that much rests on"]
    assert [gap for gap in found if words in gap]
    query = (
        f'{{ gaps(area: "sentinel", kinds: [{kind.name}], on: "{ON}") {{ edges {{ node {{ kind explanation }} }} }} }}'
    )
    nodes = [edge["node"] for edge in json.loads(site.ask(query).content)["gaps"]["edges"]]
    assert {node["kind"] for node in nodes} == {kind.name}
    assert [node for node in nodes if words in node["explanation"]]
    assert f"{len(rows):5}  {name}" in site.run("gaps", "--area=sentinel", f"--on={ON}").said_as_it_is


@pytest.mark.parametrize("kind", CHANGES)
def test_a_kind_of_change_is_told_as_itself(site: Site, kind: ChangeKind) -> None:
    name, words = CHANGES[kind]
    listed = _listed(site.get("/changes?area=sentinel&proposed=1"))
    assert {called for called, said in listed if words in said} == {name}
    query = (
        '{ changes(area: "sentinel", since: "1980-01-01", until: "2020-01-01", includeProposed: true)'
        " { edges { node { kind explanation } } } }"
    )
    nodes: list[Any] = [edge["node"] for edge in json.loads(site.ask(query).content)["changes"]["edges"]]
    assert {node["kind"] for node in nodes if words in node["explanation"]} == {kind.name}
    if kind is not ChangeKind.PROPOSED:
        assert {term for term, said in _fed(site.get("/feeds/sentinel.atom")) if words in said} == {kind.value}


def _listed(answer: Answer) -> list[tuple[str, str]]:
    """Return what a page of changes calls each change, and its sentence."""
    entries = [node for node in answer.page.all("li") if node.has_class("change")]
    return [(_of_class(entry, "change__kind").split()[-1], _of_class(entry, "change__said")) for entry in entries]


def _of_class(node: Node, name: str) -> str:
    return next(part.text() for part in node.walk() if part.has_class(name))


def _fed(answer: Answer) -> list[tuple[str, str]]:
    """Return the kind and the sentence of each entry of a feed."""
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 -- what this application wrote
    kinds = [category.attrib["term"] for category in feed.iterfind(f"{atom}entry/{atom}category")]
    said = [title.text or "" for title in feed.iterfind(f"{atom}entry/{atom}title")]
    return list(zip(kinds, said, strict=True))
