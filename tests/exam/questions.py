"""The exam's questions: what a YAML file may say, and how the files are read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
T = TypeVar("T")


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


Text = Annotated[str, BeforeValidator(str)]
AnyOf = Annotated[list[T], BeforeValidator(_as_list), Field(min_length=1)]
"""One value or a list of them: it is enough that one of them fits."""

Names = AnyOf[Text]
YesNo = Literal["yes", "no"]
PartialDate = Annotated[str, BeforeValidator(str), Field(pattern=r"^\d{4}(-\d\d){0,2}$")]
Day = Annotated[str, BeforeValidator(str), Field(pattern=r"^\d{4}-\d\d-\d\d$")]

# The words of the graph model, written out once more on purpose: the exam shares no code with what it examines.
LineType = Literal[
    "REPORTS_TO", "FEEDS_INTO", "SUB_GROUP_OF", "MEMBER_OF", "SERVICED_BY", "HOSTED_BY",
    "FUNDED_BY", "CONVENED_BY", "SPEAKS_FOR", "LINKED_TO", "SUCCEEDED_BY",
]  # fmt: skip
Role = Literal["chair", "vice_chair", "member", "observer", "secretary", "officer", "elected_member", "other"]
Basis = Literal["elected", "ex_officio", "rotating", "co_opted", "appointed", "invited", "not_recorded"]
Status = Literal["proposed", "setting_up", "active", "dormant", "disbanded"]
Sector = Literal["voluntary", "statutory", "multi_agency", "private", "faith", "community"]
Kind = Literal["collaboration", "formal", "unit", "constituency"]
Classification = Literal[
    "lsp", "partnership_board", "executive", "committee", "sub_group", "working_group", "steering_group",
    "project_group", "reference_group", "forum", "network", "panel", "programme", "fund", "council", "department",
    "statutory_body", "charity", "community_group", "faith_group", "company", "constituency", "other",
]  # fmt: skip
Presence = Literal["present", "apologies", "deputising", "guest", "in_attendance", "expected"]
Dimension = Literal["funding", "operational_contacts", "operational_networks", "strategic_networks"]
Rating = Literal["green", "amber", "red", "mixed", "none", "not_rated"]
CapacityField = Literal[
    "constitution", "chairStatus", "paidHours", "fundingNote", "membersNote", "meetingFrequency", "statutoryObservers",
    "representativesNote", "purpose",
]  # fmt: skip


class Shape(BaseModel):
    """A set of fields that must all fit; a field that is left out is not asked about."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Same(Shape):
    """The question is a list of two names: do they name one body?"""

    names: list[Text] = Field(min_length=2, max_length=2)


class Line(Shape):
    """A line between two organizations; `any` stands for every organization."""

    from_: Names = Field(alias="from")
    type: AnyOf[LineType]
    to: Names
    amount: float | None = None
    per: Text | None = None


class Office(Shape):
    """A post, told by the body it belongs to."""

    body: Names
    role: AnyOf[Role] | None = None


class Post(Shape):
    """A seat on a board."""

    board: Names
    role: AnyOf[Role] | None = None
    label: AnyOf[Text] | None = None
    basis: AnyOf[Basis] | None = None
    voting: AnyOf[Literal["yes", "no", "not_recorded"]] | None = None
    takenUp: AnyOf[Literal["yes", "no", "not_recorded"]] | None = None
    status: AnyOf[Literal["actual", "proposed"]] | None = None
    number: int | None = None
    termYears: float | None = None
    onBehalfOf: Names | None = None
    appointedBy: Names | None = None
    for_: Names | None = Field(None, alias="for")
    """On behalf of this organization, or held by it."""
    heldBy: AnyOf[Text] | None = None
    """Words in the holder's name, or in the phrase that stands for it."""
    named: YesNo | None = None
    """Whether a person is recorded as the holder."""
    holderCertainty: AnyOf[Literal["stated", "inferred", "uncertain"]] | None = None
    filledByHolderOf: Office | None = None


class TakesPart(Shape):
    """One body in another: as a member, by a seat, or as one of those who convene it."""

    who: Names
    in_: Names = Field(alias="in")


class Organization(Shape):
    """What is recorded of a body itself."""

    name: Names
    classification: AnyOf[Classification] | None = None
    kind: AnyOf[Kind] | None = None
    sector: AnyOf[Sector] | None = None
    status: AnyOf[Status] | None = None
    count: int | None = None
    theme: AnyOf[Text] | None = None
    area: Names | None = None
    formerName: Text | None = None
    statutoryRequirement: AnyOf[Text] | None = None


class Phrase(Shape):
    """Words in what a source says of a body; without a field, in any of them."""

    of: Names
    field: CapacityField | None = None
    contains: AnyOf[Text]


class Represented(Shape):
    """Who is represented on a board. `involved` is never counted unless it is asked for."""

    who: Names
    board: Names
    how: Literal["direct", "through", "involved"] | None = None
    via: Names | None = None
    above: Names | None = None


class Absence(Shape):
    """A recorded absence."""

    of: Names
    from_: Names | None = Field(None, alias="from")


class Meeting(Shape):
    """A meeting of a body; a date may be a year or a month."""

    of: Names
    date: PartialDate
    venue: AnyOf[Text] | None = None


class Attendance(Shape):
    """Who was at a meeting, or sent apologies; `organization` is whom a person came for, or a body that came."""

    of: Names
    date: Day
    person: Names | None = None
    organization: Names | None = None
    as_: AnyOf[Presence] | None = Field(None, alias="as")
    deputisingFor: Names | None = None


class Action(Shape):
    """An action arising from any meeting of a body."""

    of: Names
    contains: AnyOf[Text]
    owner: Text | None = None
    status: AnyOf[Literal["open", "outstanding", "done", "dropped"]] | None = None


class Assessment(Shape):
    """A cell of the relationship map."""

    of: Names
    dimension: Dimension
    rating: AnyOf[Rating] | None = None
    says: AnyOf[Text] | None = None


class Affiliation(Shape):
    """The body a person works for or is given with."""

    name: Names
    of: Names
    role: AnyOf[Text] | None = None


class Search(Shape):
    """What a search finds first."""

    text: Text
    first: Names


class Freshness(Shape):
    """How old an answer says it is."""

    of: Names
    as_: PartialDate = Field(alias="as")


class Contact(Shape):
    """A way to reach a body, or the holder of a post on it."""

    of: Names
    value: Text


class SourceDocument(Shape):
    """A document among the sources."""

    title: AnyOf[Text]
    published: PartialDate


Asked = (
    Same | Line | Post | TakesPart | Organization | Phrase | Represented | Absence | Meeting | Attendance | Action
    | Assessment | Affiliation | Search | Freshness | Contact | SourceDocument
)  # fmt: skip

KINDS: dict[str, type[Shape]] = {
    "same": Same, "line": Line, "post": Post, "takesPart": TakesPart, "organization": Organization, "phrase": Phrase,
    "represented": Represented, "absence": Absence, "meeting": Meeting, "attendance": Attendance, "action": Action,
    "assessment": Assessment, "person": Affiliation, "search": Search, "freshness": Freshness,
    "contact": Contact, "source": SourceDocument,
}  # fmt: skip


class Question(Shape):
    """One fact, asked as a question that yes or no answers."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    asks: str = Field(pattern=r"\?$")
    source: str
    """The document, and the section or row that the answer stands in."""
    area: Literal["bromley", "hammersmith-and-fulham", "gloucester", "gloucestershire"]
    asked: Asked
    expect: YesNo
    when: Day | None = None
    """The date the question is about; without it, today."""
    includeProposed: YesNo = "no"


def read_questions() -> list[Question]:
    """Every question of every file in this folder, in the order of the files.

    Raises `pydantic.ValidationError` or `ValueError` for a question that is not well formed.
    """
    return [question for path in sorted(FOLDER.glob("*.yaml")) for question in _questions_in(path)]


def _questions_in(path: Path) -> Iterator[Question]:
    page = YAML(typ="safe", pure=True).load(path)
    for section in page["sections"]:
        document = section.get("document", page.get("document"))
        for entry in section["questions"]:
            kinds = [key for key in entry if key in KINDS]
            if not document or len(kinds) != 1:
                raise ValueError(
                    f"{path.name}, {entry.get('id')}: a question needs a document and one kind, not {kinds}"
                )
            fields = entry.pop(kinds[0])
            asked = KINDS[kinds[0]].model_validate({"names": fields} if kinds[0] == "same" else fields)
            source = f"{document}: {section['part']}"
            yield Question.model_validate({**entry, "area": page["area"], "source": source, "asked": asked})
