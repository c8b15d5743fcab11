"""What is said of every sort of change, word for word: `tests/unit/told/changes.txt`.

`python -m tests.unit.test_changes_told` writes the file anew; read what has changed before you keep it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain import records as r
from app.domain import register as g
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.change_marks import ChangeMark
from app.domain.vocabulary import ChangeKind
from app.questions.changes.rules import Change, changes_between, mark_of, marks_of
from tests.unit.change_cases import behalf, body, filling, holding, line, period, person, post, register

TOLD = Path(__file__).parent / "told" / "changes.txt"
SINCE, UNTIL = date(2000, 1, 1), date(2020, 12, 31)
PROPOSED, UNCERTAIN = words.FactStatus.PROPOSED, words.Certainty.UNCERTAIN
BOARD, FORUM, MIND = body("b-board"), body("alder-forum"), body("mind")
ANN, BOB, BEA = person("ann", "Ann Ames"), person("bob", "Bob Bull"), person("bea", "Bea Board")


def bodies() -> g.Register:
    """One, several alike, being set up, dormant, proposed with a date and without, ended elsewhere."""

    def alike(id_: str, when: r.Period, status: str = "active") -> r.Organization:
        return replace(body(id_, when, status=status), count=4)

    return register(
        replace(body("one", period("2001-05", "2002-05-06")), certainty=UNCERTAIN),
        alike("wards", period("2001", "2002")),
        body("sleeping-group", period("2003", "2004"), status="dormant"),
        body("new-team", period("2005"), status="setting_up"),
        alike("new-teams", period("2005-06"), status="setting_up"),
        body("coming-unit", status="setting_up"),
        alike("coming-units", period(), status="setting_up"),
        body("long-coming-unit", period("1999"), status="setting_up"),
        body("later-unit", period("2021"), status="setting_up"),
        body("planned-trust", status="proposed"),
        alike("planned-trusts", period("2019"), status="proposed"),
        body("far-trust", period("2031"), status="proposed"),
        elsewhere=(body("elsewhere", period("2001")),),
    )  # fmt: skip


def names() -> g.Register:
    """A body that had three names, two of them until the same year, and one undated."""
    former = (
        r.FormerName("Third Forum", "2009"), r.FormerName("First Group", "2001"), r.FormerName("Second Group", "2005-02"),
        r.FormerName("Same Year's Group", "2005"), r.FormerName("Undated", None), r.FormerName("Older", "1999"),
    )  # fmt: skip
    return register(body("now", name="The Forum of Today", former=former))


def lines() -> g.Register:
    """Every kind of line that begins, ends and is proposed, with a date and without."""
    every = tuple(
        replace(line("alder-forum", type_.value, "b-board", period("2001", "2002-03")), id=type_.value)
        for type_ in words.LineType
    )
    planned = (
        replace(line("alder-forum", "feeds_into", "b-board", status="proposed"), id="planned"),
        replace(line("mind", "member_of", "b-board", period("2019"), status="proposed"), id="dated"),
        replace(line("mind", "member_of", "b-board", period("2022"), status="proposed"), id="too-late"),
        replace(line("b-board", "succeeded_by", "mind", status="proposed"), id="merging"),
        replace(line("mind", "linked_to", "nobody-knows", period("2003")), id="unknown"),
        replace(line("nobody", "linked_to", "nobody-knows", period("2003")), id="elsewhere"),
    )
    return register(BOARD, FORUM, MIND, lines=(*every, *planned))


def seats() -> g.Register:
    """Seats with a label, of a role, several alike, for groups; added, ended, proposed, vacant, with first holders."""

    def several(made: r.Post) -> r.Post:
        return replace(made, number=3)

    posts = (
        post("labelled", "b-board", period("2001", "2002"), label="Carers' seat"),
        several(post("labels", "b-board", period("2001", "2002"), label="Carers' seat")),
        replace(post("chair", "b-board", period("2001", "2002")), role=words.Role.VICE_CHAIR),
        several(replace(post("observers", "b-board", period("2001", "2002")), role=words.Role.OBSERVER)),
        post("for-groups", "b-board", period("2001", "2002")),
        several(post("alike", "b-board", period("2001", "2002"))),
        post("planned", "b-board", status="proposed"),
        several(post("planned-three", "b-board", period("2019"), status="proposed")),
        post("planned-vacant", "b-board", period("2019"), status="proposed", vacant="2019"),
        post("too-late", "b-board", period("2024"), status="proposed"),
        several(post("empty", "b-board", vacant="2010-02")),
        post("empty-long", "b-board", vacant="1999"),
        post("lead", "alder-forum", label="Lead"),
        post("secretary", "mind"),
        post("elsewhere", "nobody", period("2001"), vacant="2002"),
    )
    return register(
        BOARD, FORUM, MIND, posts=posts, people=(ANN, BOB, BEA),
        ties=(behalf("for-groups", "mind"), behalf("for-groups", "alder-forum"), behalf("for-groups", "mind")),
        holdings=(
            holding("alike", "ann", period("2001")), holding("alike", "mind", period("2001"), person=False),
            holding("alike", "bob", period("2002")), replace(holding("alike", "bob", period("2001")), capacity=DEPUTY),
            holding("empty", "ann", period(None, "2010-01")), holding("empty", "bob", period(None, "2010-02-15")),
            replace(holding("empty", "mind", period(None, "2010-02"), person=False), capacity=DEPUTY),
            holding("empty", "carl", period(None, "2010-03")), holding("empty", "dora", period(None, "2009-12")),
            holding("empty", "bea", period(None, "2010-01-30")),
        ),
        fillings=(
            filling("labelled", "lead"), filling("labelled", "secretary", period("2001")),
            filling("labelled", "lead", period("2001-06")), filling("labelled", "unknown"),
        ),
    )  # fmt: skip


DEPUTY, ACTING = words.TenureCapacity.DEPUTY, words.TenureCapacity.ACTING


def holders() -> g.Register:
    """People, bodies, deputies and acting holders who come and go, or are proposed; of a proposed seat nothing."""
    when, planned = period("2001-02", "2002-03-04"), period("2019")
    return register(
        BOARD, FORUM, MIND, people=(ANN, BOB),
        posts=(post("seat", "b-board"), post("planned", "b-board", status="proposed"), post("far", "nobody")),
        holdings=(
            holding("seat", "ann", when), holding("seat", "mind", when, person=False),
            holding("seat", "alder-forum", when, person=False), replace(holding("seat", "bob", when), capacity=DEPUTY),
            replace(holding("seat", "zoe", when), capacity=ACTING, certainty=UNCERTAIN),
            replace(holding("seat", "carl", planned), status=PROPOSED),
            replace(holding("seat", "dora"), status=PROPOSED, capacity=ACTING),
            replace(holding("seat", "eve", period("2024")), status=PROPOSED),
            holding("planned", "ann", when), holding("gone", "ann", when),
            holding("far", "mind", when, person=False), holding("far", "ann", when),
        ),
    )  # fmt: skip


def offices() -> g.Register:
    """Offices that come and cease to fill a seat, or are proposed to; one of another place, one of a proposed seat."""
    when = period("2001", "2002")
    lead, chair = post("lead", "alder-forum", label="Lead"), replace(post("chair", "mind"), role=words.Role.CHAIR)
    return register(
        BOARD, FORUM, MIND,
        posts=(post("seat", "b-board"), post("planned", "b-board", status="proposed"), post("far", "nobody"), lead, chair),
        fillings=(
            filling("seat", "lead", when), filling("seat", "chair", when),
            replace(filling("seat", "chair"), status=PROPOSED, id="proposed"),
            replace(filling("seat", "lead", period("2019-04")), status=PROPOSED, id="proposed-dated"),
            filling("planned", "lead", when), filling("seat", "unknown", when), filling("unknown", "lead", when),
            filling("far", "lead", when),
        ),
    )  # fmt: skip


def groups() -> g.Register:
    """Groups that a seat comes or ceases to be for, and bodies that come or cease to fill it, or are proposed to."""
    when = period("2001", "2002-03")
    three = replace(post("three", "b-board"), number=3)
    ties = (
        behalf("seat", "mind", when), behalf("three", "mind", when), behalf("seat", "alder-forum", status="proposed"),
        behalf("three", "alder-forum", period("2019"), status="proposed"), behalf("planned", "mind", when),
        behalf("far", "mind", when), behalf("far", "nobody", when),
    )  # fmt: skip
    choosing = tuple(replace(tie, id=f"{tie.id}, chosen") for tie in (*ties, behalf("seat", "c-council", when)))
    posts = (post("seat", "b-board"), three, post("planned", "b-board", status="proposed"), post("far", "nobody"))
    return replace(register(BOARD, FORUM, MIND, posts=posts, ties=ties), appointed=choosing)


CASES: tuple[Callable[[], g.Register], ...] = (bodies, names, lines, seats, holders, offices, groups)


def told(changes: Iterable[Change]) -> str:
    """Write changes out in full."""
    return "".join(
        f"{change.date or 'undated'}: {change.explanation}\n"
        f"    {change.kind.value}, {change.certainty.value}, {change.fact_id}, "
        f"{change.subject_type} {change.subject_id} of {', '.join(change.body_ids)}; {sources(change)}\n"
        for change in changes
    )


def sources(change: Change) -> str:
    """Write a change's sources."""
    return "; ".join(cite.locator for cite in change.citations)


def whole(case: Callable[[], g.Register]) -> str:
    """Write all that changes in a case: in fact, and with proposals where they add something."""
    of = cited(case())
    plain, every = (changes_between(of, SINCE, AsAt(UNTIL, proposed)) for proposed in (False, True))
    assert [change for change in every if change in plain] == plain
    return f"{told(plain)}-- with proposals\n{told(change for change in every if change not in plain)}"


def cited(of: g.Register) -> g.Register:
    """Return a register in which each fact has a source of its own."""

    def own(fact: Any) -> Any:
        return replace(fact, citations=(r.Citation("minutes", f"p. {fact.id}"),))

    tuples = {
        name: tuple(map(own, getattr(of, name))) for name in ("behalf", "appointed", "fillings", "holdings", "lines")
    }
    dicts = {name: {id_: own(fact) for id_, fact in getattr(of, name).items()} for name in ("organizations", "posts")}
    return replace(of, **tuples, **dicts)  # type: ignore[arg-type]


def recorded() -> dict[str, str]:
    """Return what is recorded of each case."""
    parts = re.split(r"^# ", TOLD.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {name: text.rstrip("\n") for name, _, text in (part.partition("\n") for part in parts)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_changes_are_told_word_for_word(case: Callable[[], g.Register]) -> None:
    assert whole(case).rstrip("\n") == recorded()[case.__name__]


@pytest.mark.parametrize("of", ["b-board", "mind", "nobody"])
def test_one_body_has_the_changes_that_concern_it(of: str) -> None:
    for case in CASES:
        every = changes_between(replace(case(), own=frozenset({"b-board", "mind", "nobody"})), SINCE, AsAt(UNTIL, True))
        ours = changes_between(case(), SINCE, AsAt(UNTIL, True), organization=of)
        concerning = [change for change in every if of in change.body_ids]
        assert [change for change in ours if change.subject_type != "Organization"] == [
            change for change in concerning if change.subject_type != "Organization"
        ]


def test_a_picture_marks_what_began_ended_or_changed() -> None:
    kinds = {kind: mark_of(kind) for kind in ChangeKind}
    added = {ChangeKind.BEGAN, ChangeKind.PROPOSED, ChangeKind.MERGED}
    assert {kind for kind, mark in kinds.items() if mark is ChangeMark.ADDED} == added
    assert {kind for kind, mark in kinds.items() if mark is ChangeMark.ENDED} == {ChangeKind.ENDED}
    assert {mark for kind, mark in kinds.items() if kind not in added | {ChangeKind.ENDED}} == {ChangeMark.CHANGED}
    marks = marks_of(changes_between(bodies(), SINCE, AsAt(UNTIL)))
    assert marks["one"] is ChangeMark.CHANGED  # it began and ended
    assert marks_of(changes_between(bodies(), date(2002, 1, 1), AsAt(UNTIL)))["one"] is ChangeMark.ENDED
    assert marks["new-team"] is ChangeMark.CHANGED
    assert marks_of(changes_between(holders(), SINCE, AsAt(UNTIL))) == dict.fromkeys(
        ("b-board", "nobody", "seat", "far"), ChangeMark.CHANGED
    )


if __name__ == "__main__":
    TOLD.write_text("\n".join(f"# {case.__name__}\n{whole(case)}" for case in CASES), "utf-8")
