"""A form about a meeting that is recorded: who came to it, where that is not known yet or was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.dates import spoken
from app.domain.english import capitalized, counted, ordinary
from app.domain.vocabulary import AttendanceKind, MeetingStatus, YesNoNotRecorded
from app.record.drafts import Drafting, Said, plain
from app.record.forms.asking import About, Answers, Choice, Field, Form, Shape, listed_in
from app.record.forms.meetings import CAME, NOT_SAID, members_of, quorate_field, who_came, who_fields
from app.record.forms.sources import also_citing, cited

STAYS, GONE = "stays", "gone"


@dataclass(frozen=True, slots=True)
class _Recorded:
    """Who is recorded of a meeting."""

    members: Mapping[str, str]
    """Of its body: by id, the name with the seat beside it."""
    came: Mapping[str, str]
    """Of those, how each came."""
    others: list[tuple[int, Said, str]]
    """Who else, with the place in the list, and who that was there in words."""


def _recorded(about: About) -> _Recorded:
    said = plain(about.entry)
    members = members_of(about, str(said["organization"]), str(said["date"]))
    came, others = dict[str, str](), list[tuple[int, Said, str]]()
    asked = {choice.value for choice in CAME}
    for number, each in enumerate(listed_in(said, "attendance")):
        person, how = str(each.get("person") or ""), str(each.get("as"))
        if person in members and person not in came and how in asked | {AttendanceKind.EXPECTED.value}:
            came[person] = how if how in asked else AttendanceKind.PRESENT.value
            continue
        whom = about.name(person or str(each.get("organization")))
        member = f" for {about.name(str(each['deputisingFor']))}" if each.get("deputisingFor") else ""
        others.append((number, each, f"{whom} ({ordinary(how)}{member})"))
    return _Recorded(members, came, others)


def _fields(about: About) -> list[Field]:
    found = _recorded(about)
    # Of a meeting of which nobody is recorded each member counts as present; else of who is not named nothing is said.
    is_begun = bool(found.came or found.others)
    given = {person: found.came.get(person, NOT_SAID) for person in found.members} if is_begun else {}
    *members, deputies, guests = who_fields(found.members, given)
    stays = (Choice(STAYS, "was there so"), Choice(GONE, "was not: a mistake"))
    rows = [Field(f"there_{number}", label, "", Shape.ROW, stays, STAYS) for number, _, label in found.others]
    head = [Field("others", "Who else is recorded", "", Shape.HEAD)] if rows else []
    quorate = str(plain(about.entry).get("quorate") or YesNoNotRecorded.NOT_RECORDED.value)
    return [*members, *head, *rows, deputies, guests, quorate_field(quorate)]


def _say_who_came(about: About, answers: Answers, drafting: Drafting) -> str:
    cites, said = cited(about, answers, drafting), drafting.now(about.address)
    found = _recorded(about)
    kept = [each for number, each, _ in found.others if answers.text(f"there_{number}") != GONE]
    who = who_came(about, answers, drafting, found.members, cites)
    # What is recorded of a member beside how they came stays as it is.
    recorded = listed_in(said, "attendance")
    before = {str(it["person"]): it for it in reversed(recorded) if it.get("person") in found.came}
    attendance = [before.get(str(it.get("person")), {}) | it for it in who.attendance]
    changed = also_citing(said, cites) | {"attendance": [*attendance, *kept], "status": MeetingStatus.HELD.value}
    quorate = answers.word("quorate", YesNoNotRecorded)
    changed.pop("quorate", None)
    if quorate and quorate != YesNoNotRecorded.NOT_RECORDED.value:
        changed["quorate"] = quorate
    drafting.change(about.address, changed)
    besides = f"; {counted(len(kept), 'other')} as recorded before" if kept else ""
    met = f"{about.name(str(said['organization']))} met on {spoken(str(said['date']))}"
    return capitalized(f"{met}: {who.says}{besides}.")


ATTENDANCE_FORMS = (Form("came", "Say who came", frozenset({"meeting"}), _fields, _say_who_came),)
