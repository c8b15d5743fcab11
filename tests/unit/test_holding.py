"""Who holds a seat is one phrase: a name, an office, vacant, or not recorded."""

from dataclasses import replace
from datetime import date

from app.diagram.told import told_of
from app.domain import vocabulary as words
from app.domain.holding import held_by, is_vacant, sitting
from app.domain.records import Citation, Period, Post, Tenure
from app.store.holding_rows import FillingPost

DAY = date(2010, 2, 1)
DEPUTY = words.TenureCapacity.DEPUTY


def post(vacant_since: str | None = None) -> Post:
    return Post(
        id="b/seat", label=None, role=words.Role.MEMBER, basis=words.Basis.NOT_RECORDED,
        voting=words.YesNoNotRecorded.NOT_RECORDED, taken_up=words.YesNoNotRecorded.NOT_RECORDED, number=1,
        organization_id="b/board", status=words.FactStatus.ACTUAL, certainty=words.Certainty.STATED, note=None,
        term_years=None, vacant_since=vacant_since, report_back=None, contact_details=(), period=Period(None, None),
        citations=(),
    )  # fmt: skip


def tenure(name: str, post_id: str = "b/seat", **said: object) -> Tenure:
    known: dict[str, object] = {
        "post_id": post_id, "holder_id": "b/x", "holder_name": name, "holder_is_person": True,
        "capacity": words.TenureCapacity.SUBSTANTIVE, "certainty": words.Certainty.STATED, "note": None,
        "period": Period(None, None), "citations": (), "affiliations": (),
    }  # fmt: skip
    return Tenure(**(known | said))  # type: ignore[arg-type]


CHAIR = FillingPost("b/forum-chair", words.Role.CHAIR, "Independent chair", None, "b/forum", "Mental Health Forum")


def test_a_named_holder_is_said_with_the_body_given_with_the_name() -> None:
    assert held_by(post(), [tenure("Ann Ray", affiliations=("Bromley Mind",))], [], DAY) == "Ann Ray, Bromley Mind"


def test_a_holder_through_an_office_is_said_with_the_office() -> None:
    said = held_by(post(), [tenure("Ann Ray", post_id="b/forum-chair")], [CHAIR], DAY)
    assert said == "Ann Ray, chair of the Mental Health Forum"


def test_an_office_without_a_name_is_said_as_the_office() -> None:
    assert held_by(post(), [], [CHAIR], DAY) == "the chair of the Mental Health Forum, name not recorded"


def test_vacant_is_vacant_only_from_the_day_it_fell_vacant() -> None:
    empty = post(vacant_since="2010-01-22")
    assert held_by(empty, [], [], DAY) == "vacant"
    assert held_by(empty, [], [], date(2010, 1, 21)) == "not recorded"
    assert not is_vacant(empty, [tenure("Ann Ray")], [], DAY)


def test_silence_is_not_vacancy() -> None:
    assert held_by(post(), [], [], DAY) == "not recorded"


def test_doubt_and_deputies_are_said() -> None:
    deputy = tenure("Bo", capacity=words.TenureCapacity.DEPUTY)
    assert held_by(post(), [tenure("Mencap", certainty=words.Certainty.UNCERTAIN), deputy], [], DAY) == (
        "perhaps Mencap; Bo (deputy)"
    )


def test_a_picture_says_doubt_as_the_pages_do() -> None:
    doubted = {"certainty": words.Certainty.UNCERTAIN}
    deputy = tenure("Bo", capacity=words.TenureCapacity.DEPUTY, **doubted)
    told = told_of(sitting(post(), [tenure("Ann Ray", **doubted), tenure("Cy Orr"), deputy], [], DAY))
    assert told.words == "perhaps Ann Ray; Cy Orr; deputy perhaps Bo"
    by_office = told_of(sitting(post(), [tenure("Ann Ray", "b/forum-chair", **doubted)], [CHAIR], DAY))
    assert by_office.who == "perhaps Ann Ray, chair of the Mental Health Forum"


def test_a_picture_counts_the_seats_alike_in_which_nobody_is_named() -> None:
    three = replace(post(), number=3)
    held = [tenure("Ann Ray"), tenure("Bo", holder_id="b/y"), tenure("Cy", holder_id="b/z", capacity=DEPUTY)]
    assert told_of(sitting(three, held[:1], [], DAY)).words == "Ann Ray, and 2 not named"
    assert told_of(sitting(three, held, [], DAY)).words == "Ann Ray; Bo, and one not named; deputy Cy"
    assert told_of(sitting(post(), held[:1], [], DAY)).words == "Ann Ray"
    council = tenure("The council", holder_is_person=False)
    assert told_of(sitting(three, [council], [], DAY)).words == "The council", "it may hold them all"
    left = replace(three, vacant_since="2010-01-22")
    gone = tenure("Cy", holder_id="b/z", period=Period("2009", "2010-01-22"))
    assert told_of(sitting(left, [held[0], gone], [], DAY)).words == "Ann Ray; one or more vacant"


def test_what_says_of_an_end_says_of_the_vacancy_that_it_leaves() -> None:
    letter, terms = Citation("letter", "page 1"), Citation("terms", "page 2")
    gone = tenure("Ann Ray", period=Period("2009", "2010-01-22"), citations=(letter,))
    held = tenure("Bo Day", citations=(terms,))
    alone = sitting(post(vacant_since="2010-01-22"), [gone], [], DAY)
    assert alone.citations == (letter,)
    assert sitting(post(vacant_since="2010-01-22"), [gone], [], date(2009, 6, 1)).citations == (letter,)
    assert sitting(post(), [gone, held], [], DAY).citations == (terms,), "nothing is told of who left"
    beside = replace(post(vacant_since="2010-01-22"), number=2)
    assert sitting(beside, [gone, held], [], DAY).citations == (terms, letter), "one of two seats fell vacant"
