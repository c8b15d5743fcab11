"""What programs say of events: the inputs of the mutations that are named after what happened.

What may be left out, and what is wrong, the form of the event says (`app/record/forms`).
"""

from enum import StrEnum
from typing import Any

import strawberry

from app.api.schema import enums
from app.api.schema.scalars import PartialDate
from app.domain import vocabulary as words
from app.record.events import Answering, Who
from app.record.forms.sources import KIND, PUBLISHED, TITLE
from app.record.forms.splitting import BECAME, WAS

enums.register()


def said(description: str) -> Any:
    """Describe a field that may be left out."""
    return strawberry.field(default=None, description=description)


def needed(description: str) -> Any:
    """Describe a field that is needed."""
    return strawberry.field(description=description)


@strawberry.input(description="A person who is not recorded yet.")
class NewPersonInput:
    """A person who is not recorded yet."""

    name: str = needed("Their name; titles before it and honours after it are kept beside it.")
    is_another: bool = strawberry.field(
        default=False, description="Whether it is somebody else where one of the same name is recorded already."
    )


@strawberry.input(description="Who it is: one who is recorded, or a new one.", one_of=True)
class PersonInput:
    """Who it is."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Of one who is recorded.")
    new: NewPersonInput | None = strawberry.field(default=strawberry.UNSET, description="One who is added.")


@strawberry.input(description="A body that is not recorded yet.")
class NewOrganizationInput:
    """A body that is not recorded yet."""

    name: str = needed("Its full name, as it writes it.")
    classification: words.Classification = needed("What sort of body it is.")


@strawberry.input(description="Which body it is: one that is recorded, or a new one.", one_of=True)
class OrganizationInput:
    """Which body it is."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Of one that is recorded.")
    new: NewOrganizationInput | None = strawberry.field(default=strawberry.UNSET, description="One that is added.")


@strawberry.input(description="A document that is added.")
class NewSourceInput:
    """A document that is added."""

    title: str = needed("Its title, with its date where it has one.")
    published: PartialDate | None = said("When it was written or published, as precise as known.")
    kind: words.SourceKind | None = said("What sort of document it is.")


@strawberry.input(description="Which document it is: one that is recorded, or a new one.", one_of=True)
class SourceInput:
    """Which document it is."""

    id: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description="Of one that is recorded.")
    title: str | None = strawberry.field(
        default=strawberry.UNSET, description="Of one that is added, with its date: `Minutes of 14 March 2026`."
    )
    new: NewSourceInput | None = strawberry.field(
        default=strawberry.UNSET, description="One that is added, with more than its title."
    )


@strawberry.input(description="Where it is written.")
class CitationInput:
    """Where it is written."""

    source: SourceInput = needed("The document.")
    locator: str = needed("Where in it: a page, an item, a heading.")


@strawberry.input(description="What every event says.")
class EventInput:
    """What every event says."""

    cites: CitationInput = needed("Where it is written.")
    why: str | None = said("Why it is changed, in a sentence that the history keeps.")
    before: str | None = said(
        "The `digest` of what the event is about, as `entry` gave it: then what was changed since is a conflict."
    )
    preview: bool = strawberry.field(default=False, description="Whether to say what would be, and to write nothing.")
    accept_doubts: bool = strawberry.field(
        default=False, description="Whether to write what the check doubts; else doubts refuse it as problems do."
    )
    idempotency_key: str | None = said(
        "Chosen by you for this event: sent again, nothing changes, and the first answer is given again."
    )


class PredecessorFate(StrEnum):
    """What became of somebody who had a seat when another took it."""

    LEFT = "left"
    STAYS = "stays"
    NEVER = "never"


enums.describe(
    PredecessorFate,
    {
        "LEFT": "They left.",
        "STAYS": "They have the seat as well.",
        "NEVER": "They never had it: that was a mistake.",
    },
)


@strawberry.input(description="Somebody who had the seat before.")
class PredecessorInput:
    """Somebody who had the seat before."""

    holder: strawberry.ID = needed("The id of the person or body that is recorded as holding it.")
    fate: PredecessorFate = needed("What became of them.")
    left: PartialDate | None = said("When they left; on the day that the new one came unless said.")


@strawberry.input(description="A new person took a seat.")
class FillPostInput(EventInput):
    """A new person took a seat."""

    post: strawberry.ID = needed("The seat.")
    person: PersonInput = needed("Who took it.")
    since: PartialDate | None = said("Since when.")
    from_organization: OrganizationInput | None = said("The body that they come from or work for.")
    predecessors: list[PredecessorInput] | None = said(
        "Who had it before; unless said, the only one left, and of several all have it as well."
    )


@strawberry.input(description="Somebody left a seat.")
class EndTenureInput(EventInput):
    """Somebody left a seat."""

    post: strawberry.ID = needed("The seat.")
    holder: strawberry.ID = needed("Who left: the id of the person or body that holds it.")
    until: PartialDate = needed("When, at least the year.")
    leaves_vacant: bool = strawberry.field(default=False, description="Whether the seat stands empty since then.")


@strawberry.input(description="A seat stands empty.")
class VacatePostInput(EventInput):
    """A seat stands empty."""

    post: strawberry.ID = needed("The seat.")
    since: PartialDate | None = said("Since when; whoever has it now left then, so it is needed where somebody has.")


@strawberry.input(description="A seat was added to a body.")
class AddPostInput(EventInput):
    """A seat was added to a body."""

    organization: strawberry.ID = needed("The body.")
    role: words.Role | None = said("What the seat is for; a member unless said.")
    label: str | None = said("What it is called, in the source's own words.")
    on_behalf_of: OrganizationInput | None = said("For whom its holder speaks.")
    number: int | None = said("How many such seats; one unless said.")
    basis: words.Basis | None = said("How it is filled.")
    person: PersonInput | None = said("Who has it.")
    since: PartialDate | None = said("Since when they have it.")


@strawberry.input(description="A new body.")
class AddOrganizationInput(EventInput):
    """A new body."""

    area: strawberry.ID = needed("The place that it belongs to.")
    name: str = needed("Its full name, as it writes it.")
    classification: words.Classification = needed("What sort of body it is.")
    sector: words.Sector | None = said("To which part of local life it belongs.")
    purpose: str | None = said("What it is for, in a sentence of your own.")
    founded: PartialDate | None = said("Since when it is there.")


@strawberry.input(description="A body has another name.")
class RenameOrganizationInput(EventInput):
    """A body has another name."""

    organization: strawberry.ID = needed("The body; its id stays.")
    name: str = needed("What it is called now.")
    until: PartialDate | None = said("Until when it had the name before.")


@strawberry.input(description="A person has another name.")
class RenamePersonInput(EventInput):
    """A person has another name."""

    person: strawberry.ID = needed("The person; their id stays.")
    name: str = needed("What they are called now.")
    until: PartialDate | None = said("Until when they had the name before.")


class SplitKind(StrEnum):
    """How one body became two."""

    DIVIDED = BECAME
    ALWAYS_TWO = WAS


enums.describe(
    SplitKind,
    {
        "DIVIDED": "It was divided on a day: it goes on, and the other came out of it.",
        "ALWAYS_TWO": "They were two all the time: that they are one was a mistake.",
    },
)


@strawberry.input(description="A body became two, or always was two: some of what it has is the other's.")
class SplitOrganizationInput(EventInput):
    """A body became two, or always was two."""

    organization: strawberry.ID = needed("The body that is recorded; its id stays.")
    name: str = needed("What the other one is called.")
    classification: words.Classification | None = said(
        "What sort of body the other one is; that of the first unless said."
    )
    how: SplitKind = strawberry.field(default=SplitKind.DIVIDED, description="How one became two.")
    since: PartialDate | None = said("Since when they are two; needed where it was divided.")
    posts: list[strawberry.ID] | None = said("Its seats that are on the other one.")
    lines: list[strawberry.ID] | None = said("Its lines that are the other one's.")
    people: list[strawberry.ID] | None = said("Who works for the other one.")
    meetings: list[strawberry.ID] | None = said("Its meetings that were the other one's.")


@strawberry.input(description="A body ended, or joined another.")
class EndOrganizationInput(EventInput):
    """A body ended, or joined another."""

    organization: strawberry.ID = needed("The body.")
    dissolved: PartialDate = needed("When it ended, at least the year.")
    follower: OrganizationInput | None = said("Which body took its place, or it joined.")


@strawberry.input(description="A body reports to another, belongs to it or feeds into it.")
class AddLineInput(EventInput):
    """A body reports to another, belongs to it or feeds into it."""

    organization: strawberry.ID = needed("The body that the line begins at.")
    type: words.LineType = needed("How they are joined.")
    to: OrganizationInput = needed("The body that it leads to.")
    since: PartialDate | None = said("Since when.")


class MemberCame(StrEnum):
    """Whether a member came to a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"


enums.describe(MemberCame, {"PRESENT": "They were there.", "APOLOGIES": "They sent apologies."})


@strawberry.input(description="A member of the body that met.")
class MemberInput:
    """A member of the body that met."""

    person: strawberry.ID = needed("Who has a seat on the body.")
    came: MemberCame = needed("Whether they came.")
    deputy: PersonInput | None = said("Who came for them; then they sent apologies.")


@strawberry.input(description="Somebody at a meeting who is no member.")
class GuestInput:
    """Somebody at a meeting who is no member."""

    person: PersonInput = needed("Who it was.")
    on_behalf_of: OrganizationInput | None = said("For which body they came.")


@strawberry.input(description="A meeting took place.")
class RecordMeetingInput(EventInput):
    """A meeting took place."""

    organization: strawberry.ID = needed("The body that met.")
    date: PartialDate = needed("When.")
    venue: str | None = said("Where: a building, or online.")
    members: list[MemberInput] | None = said("Its members; of one who is not listed nothing is said.")
    guests: list[GuestInput] | None = said("Who else was there.")
    quorate: words.YesNoNotRecorded | None = said("Whether enough were there to decide.")


@strawberry.input(description="The holder of a seat reported on a meeting to those whom the seat speaks for.")
class ReportBackInput(EventInput):
    """The holder of a seat reported on a meeting to those whom the seat speaks for."""

    post: strawberry.ID = needed("The seat.")
    meeting: strawberry.ID = needed("The meeting of the body that the seat is on.")
    date: PartialDate | None = said("When it was reported.")
    link: str | None = said("Where the report can be read.")


def who(given: PersonInput | None) -> Who | None:
    """Return whom an input names."""
    if given is None:
        return None
    if given.new:
        return Who(name=given.new.name, is_another=given.new.is_another)
    return Who(id=given.id or "")


def which(given: OrganizationInput | None) -> Who | None:
    """Return which body an input names."""
    if given is None:
        return None
    if given.new:
        return Who(name=given.new.name, sort=given.new.classification.value)
    return Who(id=given.id or "")


def cite(answers: Answering, given: CitationInput) -> None:
    """Answer where it is written."""
    new = given.source.new or None
    if new:
        path = "input.cites.source.new"
        answers.source("", new.title, given.locator, "input.cites")
        answers.paths[TITLE] = f"{path}.title"
        answers.say(PUBLISHED, new.published or None, f"{path}.published")
        answers.say(KIND, new.kind.value if new.kind else None, f"{path}.kind")
    else:
        answers.source(given.source.id or "", given.source.title or "", given.locator, "input.cites")
