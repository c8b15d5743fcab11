"""The shape of a place's file, of sources.yaml and of areas.yaml; editors get it as a JSON Schema."""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain import vocabulary as words
from app.exchange.fields import (
    Accepted,
    Additional,
    Caption,
    Cites,
    DateText,
    FileModel,
    Id,
    Ids,
    LocalId,
    Name,
    Names,
    OneOrMore,
    Short,
    Text,
    WebAddress,
)

_ADDITIONAL = "What another program's file says of it that has no field here: a JSON object, given back in Popolo."
MOST_IN_A_COLUMN = 999
"""The greatest number that says where a box stands in its column."""
FEWEST_FLAGS = 5
"""Behind a cell that is published, so that nobody can tell who said what."""


class Said(FileModel):
    """What every fact may carry beside its own fields."""

    since: DateText | None = Field(None, description="First day, month or year it holds: 2007, 2007-09, 2007-09-14.")
    until: DateText | None = Field(None, description="Last day, month or year it holds.")
    certainty: words.Certainty | None = Field(None, description="stated (default), inferred or uncertain.")
    access: words.Access | None = Field(None, description="public (default), members or confidential.")
    note: Text | None = Field(None, description="In our own words.")
    doubts: Accepted | None = Field(None, description="'accepted' and why: the check no longer doubts this fact.")


class Fact(Said):
    """A fact that stands by itself and so names its source."""

    cites: Cites = Field(description="'source-id, where in it', or a list of them.")


class Inner(Said):
    """A fact inside another, whose sources it takes unless it has its own."""

    id: LocalId | None = Field(None, description="Needed only for a second one between the same two.")
    cites: Cites | None = None


class FormerName(FileModel):
    """A name a body or a person once had, and the last date it had it."""

    name: Name
    until: DateText | None = None


class Identifier(FileModel):
    """A number in a register: GB-CHC for charities, GB-LAE for local authorities in England."""

    scheme: Name
    value: Name


class ContactDetail(FileModel):
    """A public way to reach somebody; never a private number or address."""

    type: Name
    value: Name
    label: Name | None = None
    access: words.Access = Field(words.Access.PUBLIC, description="public (default), members or confidential.")


class CompositionRule(FileModel):
    """A rule of a body's own terms on who is on it."""

    of: Annotated[list[Id], Field(min_length=1, max_length=20), OneOrMore()] = Field(
        description="For whom the seats are that it counts: sectors, constituencies or groups; several count together."
    )
    min: int | None = Field(None, ge=0, le=10_000, description="The least number of seats for them.")
    max: int | None = Field(None, ge=0, le=10_000, description="The largest number of seats for them.")
    maxShare: float | None = Field(None, ge=0, le=1, description="The largest part of all seats, such as 0.5.")
    note: Text | None = Field(None, description="In our own words.")
    cites: Cites | None = Field(None, description="Where the rule stands; left out: where the body does.")


class Organization(Fact):
    """Any group or legal body, or a constituency: people at large for whom seats are held."""

    id: LocalId
    name: Name
    alternateNames: Names = Field(default_factory=list)
    formerNames: list[FormerName] = Field(default_factory=list, max_length=50)
    classification: words.Classification
    classificationNote: Name | None = None
    kind: words.OrganizationKind
    sector: words.Sector | None = None
    status: words.LifecycleStatus = words.LifecycleStatus.ACTIVE
    theme: LocalId | None = None
    purpose: Text | None = None
    founded: DateText | None = None
    dissolved: DateText | None = None
    count: int = Field(1, ge=1, le=100_000)
    areas: Annotated[list[LocalId], Field(max_length=100), OneOrMore()] = Field(default_factory=list)
    constitution: Text | None = None
    chairStatus: Text | None = None
    paidHours: Text | None = None
    fundingNote: Text | None = None
    membersNote: Text | None = None
    meetingFrequency: Text | None = None
    statutoryObservers: Text | None = None
    representativesNote: Text | None = None
    reportBackDays: int | None = Field(
        None, ge=0, le=366, description="Days after a meeting of it within which representatives report back."
    )
    statutoryRequirement: Text | None = None
    decides: words.Decision = Field(
        words.Decision.NOT_RECORDED, description="decides, advises (others decide) or not_recorded (default)."
    )
    quorum: Text | None = Field(None, description="How many must be there, in its own words.")
    quorumNumber: int | None = Field(None, ge=1, le=10_000, description="The same as a number of people.")
    seatsStated: int | None = Field(None, ge=0, le=10_000, description="How many seats the source says there are.")
    composition: Annotated[list[CompositionRule], Field(max_length=50), OneOrMore()] = Field(
        default_factory=list, description="What its own terms say of who is on it."
    )
    identifiers: list[Identifier] = Field(default_factory=list, max_length=20)
    contactDetails: list[ContactDetail] = Field(default_factory=list, max_length=20)
    caption: Caption | None = Field(None, description="A few words that stand under its name in the picture.")
    pictured: words.Pictured | None = Field(
        None, description="Whether the picture always shows who sits on it, or never does before it is opened."
    )
    columnOrder: int | None = Field(
        None,
        ge=1,
        le=MOST_IN_A_COLUMN,
        description="Where it stands in its column of the picture: the least number on top, and what has none below.",
    )
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class Affiliation(Inner):
    """A body that a person works for, or that a source gives with the name."""

    organization: Id
    role: Name | None = None
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class Person(Fact):
    """Anybody whom a source names in a role."""

    id: LocalId
    name: Name
    honorificPrefix: Name | None = Field(None, description="Before the name, no part of it: Cllr, Dr, Chief Insp.")
    honorificSuffix: Name | None = Field(None, description="After the name, no part of it: OBE, MSP.")
    alternateNames: Names = Field(default_factory=list)
    formerNames: list[FormerName] = Field(default_factory=list, max_length=50)
    worksFor: Annotated[list[Annotated[Affiliation, Short("organization")]], Field(max_length=100), OneOrMore()] = (
        Field(default_factory=list)
    )
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class OrganizationLink(Inner):
    """A link from a seat to an organization."""

    organization: Id


class Appointer(OrganizationLink):
    """Who elects, appoints, nominates or ratifies the holder of a seat."""

    as_: words.Say | None = Field(None, alias="as", description="elects, appoints, nominates or ratifies.")


class Holder(Inner):
    """Who holds a seat, and since when; `holder` may be a person or an organization."""

    holder: Id | None = None
    person: Id | None = None
    organization: Id | None = None
    capacity: words.TenureCapacity = words.TenureCapacity.SUBSTANTIVE
    termEnds: DateText | None = Field(None, description="When the term is due to end; 'until' is when the holder left.")
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class Filling(Inner):
    """The post whose holder, whoever that is, holds another one too."""

    post: Id


Appointers = Annotated[list[Annotated[Appointer, Short("organization")]], Field(max_length=100), OneOrMore()]
Links = Annotated[list[Annotated[OrganizationLink, Short("organization")]], Field(max_length=100), OneOrMore()]


class Post(Fact):
    """A seat: it exists whether or not anybody holds it."""

    id: LocalId | None = None
    on: Id = Field(description="The body the seat is on.")
    role: words.Role = words.Role.MEMBER
    label: Name | None = None
    basis: words.Basis = words.Basis.NOT_RECORDED
    voting: words.YesNoNotRecorded = words.YesNoNotRecorded.NOT_RECORDED
    takenUp: words.YesNoNotRecorded = words.YesNoNotRecorded.NOT_RECORDED
    number: int = Field(1, ge=1, le=10_000)
    numberMax: int | None = Field(None, ge=1, le=10_000, description='The most of them: 5 for "four or five seats".')
    membership: words.SeatMembership | None = Field(
        None, description="full, associate, invited, or as_needed: only for items that concern it."
    )
    area: LocalId | None = Field(None, description="The ward, locality or other area it is for.")
    order: int | None = Field(None, ge=0, le=100_000, description="Its place in the document's own list.")
    onBehalfOf: Links = Field(default_factory=list, description="For whom the holder speaks.")
    appointedBy: Appointers = Field(
        default_factory=list, description="Who elects, appoints, nominates or ratifies the holder."
    )
    filledByHolderOf: Annotated[Filling, Short("post")] | None = Field(
        None, description="Whoever holds that post holds this one too."
    )
    holders: Annotated[list[Annotated[Holder, Short("holder")]], Field(max_length=500), OneOrMore()] = Field(
        default_factory=list
    )
    status: words.FactStatus = words.FactStatus.ACTUAL
    vacant: words.YesNoNotRecorded = Field(
        words.YesNoNotRecorded.NOT_RECORDED, description="Whether a source calls it vacant, with or without a date."
    )
    vacantSince: DateText | None = None
    heldAs: words.HeldAs | None = Field(None, description="How several holders have it: jointly, either, in_turn, one.")
    termYears: float | None = Field(None, gt=0, le=100)
    termLimit: Name | None = Field(None, description="How often or how long somebody may hold it, in words.")
    electorate: Name | None = Field(None, description="Who may vote for its holder, in words.")
    reportBack: Text | None = None
    reportBackDays: int | None = Field(
        None, ge=0, le=366, description="Days after a meeting within which its holder reports back; before its body's."
    )
    contactDetails: list[ContactDetail] = Field(default_factory=list, max_length=20)
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class Line(Fact):
    """A line from one organization to another."""

    id: LocalId | None = None
    from_: Id = Field(alias="from")
    type: words.LineType
    to: Id
    label: Name | None = Field(None, description="The source's own word for it: lead agency, applicant.")
    amount: float | None = Field(None, ge=0, le=1e12)
    amountPer: Annotated[str, StringConstraints(pattern="^year$")] | None = None
    status: words.FactStatus = words.FactStatus.ACTUAL
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class Attendance(Inner):
    """Who was at a meeting, who sent apologies, who is expected."""

    person: Id | None = None
    organization: Id | None = None
    as_: words.AttendanceKind = Field(alias="as")
    deputisingFor: Id | None = None
    for_: Id | None = Field(None, alias="for", description="The body for which the person came.")


class ReportBack(Inner):
    """The holder of a seat told those whom the seat speaks for what happened at a meeting."""

    post: Id = Field(description="The seat whose holder reported.")
    date: DateText | None = Field(None, description="When: 2007, 2007-09, 2007-09-14.")
    link: WebAddress | None = Field(None, description="Where the report can be read.")


class Meeting(Fact):
    """One meeting, held or still to come."""

    id: LocalId | None = None
    organization: Id
    date: DateText
    label: Name | None = None
    venue: Name | None = None
    status: words.MeetingStatus | None = Field(
        None, description="planned, held, or cancelled: nobody owes a report on that."
    )
    quorate: words.YesNoNotRecorded = Field(
        words.YesNoNotRecorded.NOT_RECORDED, description="Whether enough were there, as the source says."
    )
    attendance: list[Attendance] = Field(default_factory=list, max_length=2000)
    reports: Annotated[list[Annotated[ReportBack, Short("post")]], Field(max_length=500), OneOrMore()] = Field(
        default_factory=list, description="Which seats' holders reported back after it to those they speak for."
    )
    additional: Additional | None = Field(None, description=_ADDITIONAL)


class Action(Fact):
    """Something that a meeting asked somebody to do."""

    id: LocalId | None = None
    text: Text
    status: words.ActionStatus = words.ActionStatus.OPEN
    due: DateText | None = None
    owners: Ids = Field(default_factory=list)
    ownerNote: Text | None = None
    arisingFrom: Id | None = None


class Assessment(Fact):
    """One cell of a relationship map."""

    id: LocalId | None = None
    organization: Id
    dimension: words.Dimension
    rating: words.Rating
    summary: Text | None = None
    by: Id | None = None
    on: DateText | None = None
    flag: bool = Field(
        False, description="Whether it is the view of one body, `by`, which a published cell is made of: confidential."
    )
    flagCount: int | None = Field(
        None, ge=FEWEST_FLAGS, le=100_000, description="How many flags a published cell is made of."
    )


class Absence(Fact):
    """A source says that a seat or a link is missing."""

    id: LocalId | None = None
    subject: Id
    from_: Id | None = Field(None, alias="from")
    note: Text = Field(description="What the source says, in our own words.")


class Theme(FileModel):
    """A column of the diagram."""

    id: LocalId
    name: Name
    like: Names = Field(
        default_factory=list,
        description="What other places call themes that mean the same; the comparison of two places matches them.",
    )
    fixed: bool = Field(
        False, description="Whether its column keeps its place: all columns then stand in the order of this list."
    )


class Source(FileModel):
    """A document that facts come from."""

    id: LocalId
    title: Name
    kind: words.SourceKind | None = Field(None, description="What sort of document it is: minutes, report, web_page.")
    publisher: Name | None = None
    creators: Names = Field(default_factory=list)
    published: DateText | None = None
    read: DateText | None = None
    url: WebAddress | None = None
    note: Text | None = None
    access: words.Access = words.Access.PUBLIC


class PlaceFile(FileModel):
    """Everything that is known of one place."""

    place: LocalId = Field(description="The area's id.")
    themes: list[Theme] = Field(default_factory=list, max_length=60)
    sources: list[Source] = Field(
        default_factory=list, description="Documents that this place alone cites; others are in sources.yaml."
    )
    organizations: list[Organization] = Field(default_factory=list)
    people: list[Person] = Field(default_factory=list)
    posts: list[Post] = Field(default_factory=list)
    lines: list[Line] = Field(default_factory=list)
    meetings: list[Meeting] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    assessments: list[Assessment] = Field(default_factory=list)
    absences: list[Absence] = Field(default_factory=list)


class SourcesFile(FileModel):
    """The documents."""

    sources: list[Source]


class Area(FileModel):
    """A place."""

    id: LocalId
    name: Name
    classification: Name | None = None
    gss: Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{8}$")] | None = None
    partOf: LocalId | None = None
    reportBackDays: int | None = Field(
        None,
        ge=0,
        le=366,
        description="Days after a meeting of its bodies within which representatives report back, unless nearer said.",
    )


class AreasFile(FileModel):
    """The places."""

    areas: list[Area]
