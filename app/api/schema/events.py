"""Mutations that are named after what happened, as the forms of the site are: each is made by the form of its event."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

import strawberry

from app.api.loading.context import Info
from app.api.schema import event_inputs as given
from app.api.schema.changing import (
    ChangeConflictType,
    ChangeMadeType,
    ChangePreviewType,
    ChangeRefusedType,
    refused_as,
)
from app.api.schema.event_inputs import cite, which, who
from app.api.schema.fields import argument, resolved
from app.errors import DataRefused
from app.record.events import Answering, Asking, answering, made_before, report
from app.record.forms.asking import Shape
from app.record.forms.meetings import MOST_LINES, NOT_SAID, members_of
from app.record.forms.splitting import PARTS, box_of_part
from app.record.programs import Fault

RecordEventResult = Annotated[
    ChangeMadeType | ChangePreviewType | ChangeConflictType | ChangeRefusedType,
    strawberry.union("RecordEventResult", description="What became of an event that was to be recorded."),
]
Answer = Callable[[Answering], None]


async def _recorded(info: Info, word: str, kind: str, id_: str, asked: given.EventInput, answer: Answer) -> Any:
    """Fill the form of an event in, and write its draft or say what it would do."""
    bearer = await info.context.editor(id_.partition("/")[0])
    explorer, account = info.context.explorer, bearer.account
    asking = Asking(
        why=asked.why or "",
        was=asked.before or "",
        key=asked.idempotency_key or "",
        asked=_plain(asked),
        preview=asked.preview,
        accepts_doubts=asked.accept_doubts,
    )
    if made := await made_before(explorer, account, word, asking):
        return made
    said = await answering(explorer, account, word, kind, id_)
    cite(said, asked.cites)
    answer(said)
    try:
        return await report(explorer, account, bearer.label, word, said, asking)
    except DataRefused as refused:
        return refused_as(refused)


def _plain(value: Any) -> Any:
    """Return what was asked in plain values, which are the same for the same request."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if hasattr(value, "__strawberry_definition__"):
        return {name: _plain(each) for name, each in vars(value).items() if each is not None}
    return None if value is strawberry.UNSET else value


def _word(value: Enum | None) -> str | None:
    return None if value is None else str(value.value)


@strawberry.type(description="What happened, as a program with a token reports it.")
class Events:
    """The fields of Mutation that are named after what happened."""

    @resolved(RecordEventResult)
    async def fill_post(
        self, info: Info, input: Annotated[given.FillPostInput, argument("Who took which seat.")]
    ) -> Any:
        """A new person took a seat; whoever had it left, unless it is said otherwise."""

        def answer(said: Answering) -> None:
            said.person("who", who(input.person), "input.person")
            said.say("since", input.since, "input.since")
            said.body("from_body", which(input.from_organization), "input.fromOrganization")
            for at, before in enumerate(input.predecessors or ()):
                path = f"input.predecessors[{at}]"
                number = said.holder(before.holder, f"{path}.holder")
                said.say(f"fate_{number}", _word(before.fate), f"{path}.fate")
                said.say(f"left_{number}", before.left, f"{path}.left")
            for name in said.given:
                if name.startswith(("fate_", "left_")):
                    said.paths.setdefault(name, "input.predecessors")

        return await _recorded(info, "took-a-seat", "post", input.post, input, answer)

    @resolved(RecordEventResult)
    async def end_tenure(
        self, info: Info, input: Annotated[given.EndTenureInput, argument("Who left which seat, and when.")]
    ) -> Any:
        """Somebody left a seat."""

        def answer(said: Answering) -> None:
            number = said.holder(input.holder, "input.holder")
            said.say("which", f"{said.about.address.id} {number}", "input.holder")
            said.say("until", input.until, "input.until")
            said.say("empty", "1" if input.leaves_vacant else "", "input.leavesVacant")

        return await _recorded(info, "left", "post", input.post, input, answer)

    @resolved(RecordEventResult)
    async def vacate_post(
        self, info: Info, input: Annotated[given.VacatePostInput, argument("Which seat stands empty.")]
    ) -> Any:
        """A seat stands empty; whoever has it left then."""

        def answer(said: Answering) -> None:
            said.say("since", input.since, "input.since")

        return await _recorded(info, "stands-empty", "post", input.post, input, answer)

    @resolved(RecordEventResult)
    async def add_post(
        self, info: Info, input: Annotated[given.AddPostInput, argument("Which seat, on which body.")]
    ) -> Any:
        """A seat was added to a body."""

        def answer(said: Answering) -> None:
            said.say("role", _word(input.role), "input.role")
            said.say("label", input.label, "input.label")
            said.body("speaks_for", which(input.on_behalf_of), "input.onBehalfOf")
            said.say("number", input.number, "input.number")
            said.say("basis", _word(input.basis), "input.basis")
            said.person("who", who(input.person), "input.person")
            said.say("since", input.since, "input.since")

        return await _recorded(info, "new-seat", "organization", input.organization, input, answer)

    @resolved(RecordEventResult)
    async def add_organization(
        self, info: Info, input: Annotated[given.AddOrganizationInput, argument("Which body, in which place.")]
    ) -> Any:
        """A new body."""

        def answer(said: Answering) -> None:
            said.say("name", input.name, "input.name")
            said.say("sort", _word(input.classification), "input.classification")
            said.say("sector", _word(input.sector), "input.sector")
            said.say("purpose", input.purpose, "input.purpose")
            said.say("founded", input.founded, "input.founded")

        return await _recorded(info, "new-body", "area", input.area, input, answer)

    @resolved(RecordEventResult)
    async def rename_organization(
        self, info: Info, input: Annotated[given.RenameOrganizationInput, argument("Which body, and its name.")]
    ) -> Any:
        """A body has another name; the one before is kept as a former name."""

        def answer(said: Answering) -> None:
            said.say("name", input.name, "input.name")
            said.say("until", input.until, "input.until")

        return await _recorded(info, "renamed", "organization", input.organization, input, answer)

    @resolved(RecordEventResult)
    async def rename_person(
        self, info: Info, input: Annotated[given.RenamePersonInput, argument("Who, and their name.")]
    ) -> Any:
        """A person has another name; the one before is kept as a former name."""

        def answer(said: Answering) -> None:
            said.say("name", input.name, "input.name")
            said.say("until", input.until, "input.until")

        return await _recorded(info, "new-name", "person", input.person, input, answer)

    @resolved(RecordEventResult)
    async def split_organization(
        self, info: Info, input: Annotated[given.SplitOrganizationInput, argument("Which body, and what is whose.")]
    ) -> Any:
        """A body became two, or always was two; of what it has, the other one gets what is named."""

        def answer(said: Answering) -> None:
            said.say("name", input.name, "input.name")
            said.say("sort", _word(input.classification), "input.classification")
            said.say("how", _word(input.how), "input.how")
            said.say("since", input.since, "input.since")
            _say_moving(said, "post", input.posts, "input.posts")
            _say_moving(said, "line", input.lines, "input.lines")
            _say_moving(said, "person", input.people, "input.people")
            _say_moving(said, "meeting", input.meetings, "input.meetings")

        return await _recorded(info, "split", "organization", input.organization, input, answer)

    @resolved(RecordEventResult)
    async def end_organization(
        self, info: Info, input: Annotated[given.EndOrganizationInput, argument("Which body ended, and when.")]
    ) -> Any:
        """A body ended, or joined another."""

        def answer(said: Answering) -> None:
            said.say("dissolved", input.dissolved, "input.dissolved")
            said.body("follower", which(input.follower), "input.follower")

        return await _recorded(info, "ended", "organization", input.organization, input, answer)

    @resolved(RecordEventResult)
    async def add_line(
        self, info: Info, input: Annotated[given.AddLineInput, argument("Which bodies, and how.")]
    ) -> Any:
        """A body reports to another, belongs to it or feeds into it."""

        def answer(said: Answering) -> None:
            said.say("type", _word(input.type), "input.type")
            said.body("to", which(input.to), "input.to")
            said.say("since", input.since, "input.since")

        return await _recorded(info, "joined", "organization", input.organization, input, answer)

    @resolved(RecordEventResult)
    async def record_meeting(
        self, info: Info, input: Annotated[given.RecordMeetingInput, argument("Who met, when, and who came.")]
    ) -> Any:
        """A meeting took place."""

        def answer(said: Answering) -> None:
            said.say("date", input.date, "input.date")
            said.say("venue", input.venue, "input.venue")
            said.say("quorate", _word(input.quorate), "input.quorate")
            _say_members(said, input.date, input.members or [])
            _say_guests(said, input.guests or [])

        return await _recorded(info, "met", "organization", input.organization, input, answer)

    @resolved(RecordEventResult)
    async def report_back(
        self, info: Info, input: Annotated[given.ReportBackInput, argument("Whose report, on which meeting.")]
    ) -> Any:
        """The holder of a seat reported on a meeting to those whom the seat speaks for."""

        def answer(said: Answering) -> None:
            said.say("meeting", input.meeting, "input.meeting")
            said.say("date", input.date, "input.date")
            said.say("link", input.link, "input.link")

        return await _recorded(info, "reported", "post", input.post, input, answer)


def _say_moving(said: Answering, kind: str, ids: list[strawberry.ID] | None, path: str) -> None:
    """Answer which of a body's seats, lines, people or meetings are the other one's."""
    boxes = {it.name for it in said.fields if it.shape is Shape.CHECK}
    for at, id_ in enumerate(ids or ()):
        box = box_of_part(kind, said.own(id_))
        said.say(box, "1", f"{path}[{at}]")
        if box not in boxes:
            says = f"'{id_[:120]}' is no {PARTS[kind]} of the body that you may name."
            said.faults.append(Fault(f"{path}[{at}]", says, f"The id of a {PARTS[kind]} that the body has now."))


def _say_members(said: Answering, day: str, members: list[given.MemberInput]) -> None:
    """Answer which members of the day came, and who came for them; of the others nothing is said."""
    known, lines = members_of(said.about, day=day), list[str]()
    said.given |= {f"came_{person}": NOT_SAID for person in known}
    for at, member in enumerate(members):
        path, person = f"input.members[{at}]", said.own(member.person)
        if person not in known:
            says = f"'{member.person[:120]}' is no member of the body on that day."
            said.faults.append(
                Fault(f"{path}.person", says, "The id of somebody who has a seat on it then; others are guests.")
            )
            continue
        said.say(f"came_{person}", _word(member.came), f"{path}.came")
        if member.deputy:
            number = len(lines) + 1
            name = said.person(f"deputy_{number}", who(member.deputy), f"{path}.deputy")
            lines.append(f"{_on_a_line(said, name, f'{path}.deputy', ' for ')} for {said.about.people[person]}")
    said.say("deputies", "\n".join(lines), "input.members")
    _not_too_many(said, "input.members", len(lines))


def _say_guests(said: Answering, guests: list[given.GuestInput]) -> None:
    """Answer who else was there, and for whom."""
    lines = []
    for at, guest in enumerate(guests):
        path, number = f"input.guests[{at}]", at + 1
        name = _on_a_line(
            said, said.person(f"guest_{number}", who(guest.person), f"{path}.person"), f"{path}.person", ","
        )
        body = said.body(f"guest_for_{number}", which(guest.on_behalf_of), f"{path}.onBehalfOf")
        lines.append(f"{name}, {body}" if body else name)
    said.say("guests", "\n".join(lines), "input.guests")
    _not_too_many(said, "input.guests", len(lines))


def _on_a_line(said: Answering, name: str, path: str, between: str) -> str:
    """Return a name as it stands on a line of the form; one that would be taken for two is a fault."""
    one = " ".join(name.split())
    if between in one:
        fault = Fault(path, f"A name with “{between.strip()}” in it cannot be read here.", "A name such as Jo Ward.")
        said.faults.append(fault)
    elif not one and not said.faults:
        said.faults.append(Fault(path, "The name is empty.", "A name such as Jo Ward."))
    return one


def _not_too_many(said: Answering, path: str, many: int) -> None:
    if many > MOST_LINES:
        said.faults.append(Fault(path, f"These are {many}: at most {MOST_LINES}."))
