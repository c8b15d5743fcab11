"""The vocabulary's words as GraphQL enums, upper-case, each value with a description."""

from enum import EnumMeta

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from app.domain import vocabulary as words

DESCRIPTIONS: dict[EnumMeta, dict[str, str]] = {
    words.Classification: {
        "LSP": "A local strategic partnership: the body above all others of a place.",
        "PARTNERSHIP_BOARD": "A board of several agencies, such as a learning disability partnership board.",
        "EXECUTIVE": "An executive that acts for a larger partnership.",
        "COMMITTEE": "A committee of a council or another body.",
        "SUB_GROUP": "A sub-group of another body.",
        "WORKING_GROUP": "A group that works on one matter.",
        "STEERING_GROUP": "A group that steers a programme or a project.",
        "PROJECT_GROUP": "A group that runs one project.",
        "REFERENCE_GROUP": "A group that advises, or elects those who represent a sector.",
        "FORUM": "A forum that is open to many organizations or residents.",
        "NETWORK": "A network of organizations.",
        "PANEL": "A panel that is asked for its view.",
        "PROGRAMME": "A programme with a name of its own.",
        "FUND": "A fund that gives money to others.",
        "COUNCIL": "A local council.",
        "DEPARTMENT": "A department or service of a council or another body.",
        "STATUTORY_BODY": "A statutory body that is no council, such as a health trust or the police.",
        "CHARITY": "A charity or voluntary organization.",
        "COMMUNITY_GROUP": "A group of residents.",
        "FAITH_GROUP": "A congregation or another group of a faith.",
        "COMPANY": "A company.",
        "CONSTITUENCY": "People at large that seats are held for, such as carers: no body that meets.",
        "OTHER": "None of the others.",
    },
    words.OrganizationKind: {
        "COLLABORATION": "People of several bodies working together.",
        "FORMAL": "A legal body.",
        "UNIT": "A part of a legal body.",
        "CONSTITUENCY": "People at large that seats are held for; it has no seats on it and never meets.",
    },
    words.Sector: {
        "VOLUNTARY": "Voluntary organizations and charities.",
        "STATUTORY": "Bodies set up by law: councils, health, police.",
        "MULTI_AGENCY": "Several sectors together.",
        "PRIVATE": "Businesses.",
        "FAITH": "Faith groups.",
        "COMMUNITY": "Residents and their groups.",
    },
    words.LifecycleStatus: {
        "PROPOSED": "Not there yet: somebody proposes it.",
        "SETTING_UP": "Being set up.",
        "ACTIVE": "At work.",
        "DORMANT": "Not meeting, not wound up.",
        "DISBANDED": "Wound up.",
    },
    words.FactStatus: {
        "ACTUAL": "It exists.",
        "PROPOSED": "It is only proposed; left out unless `includeProposed`.",
    },
    words.Role: {
        "CHAIR": "Chairs the body.",
        "VICE_CHAIR": "Stands in for the chair.",
        "MEMBER": "A member.",
        "OBSERVER": "Attends without being a member.",
        "SECRETARY": "Keeps the records and the correspondence.",
        "OFFICER": "Another officer, such as a chief executive or a treasurer.",
        "ELECTED_MEMBER": "A councillor.",
        "OTHER": "None of the others; the label says what.",
    },
    words.Basis: {
        "ELECTED": "Elected.",
        "EX_OFFICIO": "As of right, by holding another office.",
        "ROTATING": "By turns.",
        "CO_OPTED": "Chosen by the body itself.",
        "APPOINTED": "Appointed by somebody.",
        "INVITED": "Invited by the body.",
        "NOT_RECORDED": "No source says.",
    },
    words.YesNoNotRecorded: {
        "YES": "A source says yes.",
        "NO": "A source says no.",
        "NOT_RECORDED": "No source says, which is neither.",
    },
    words.TenureCapacity: {
        "SUBSTANTIVE": "As the holder.",
        "DEPUTY": "As the standing deputy.",
        "ACTING": "For the time being.",
    },
    words.LineType: {
        "REPORTS_TO": "Is formally accountable to.",
        "SUB_GROUP_OF": "Is a part of.",
        "FEEDS_INTO": "Sends its views to, without being accountable.",
        "MEMBER_OF": "Is a member of, without a named seat.",
        "SERVICED_BY": "Is supported or administered by.",
        "HOSTED_BY": "Has its home or its employer in.",
        "FUNDED_BY": "Is given money by.",
        "CONVENED_BY": "Is led, run, set up or convened by.",
        "SPEAKS_FOR": "Exists to speak for people at large.",
        "LINKED_TO": "Has a stated informal link with.",
        "SUCCEEDED_BY": "Was merged into, split into or replaced by.",
    },
    words.AttendanceKind: {
        "PRESENT": "Was there.",
        "APOLOGIES": "Sent apologies.",
        "DEPUTISING": "Was there in a member's place.",
        "GUEST": "Was, or will be, there as a guest.",
        "IN_ATTENDANCE": "Was there without being a member.",
        "EXPECTED": "Is expected at a meeting that is still to come.",
    },
    words.ActionStatus: {
        "OPEN": "To be done.",
        "OUTSTANDING": "To be done still: carried over from an earlier meeting.",
        "DONE": "Done.",
        "DROPPED": "Given up.",
    },
    words.Dimension: {
        "FUNDING": "Money.",
        "OPERATIONAL_CONTACTS": "Contacts in daily work.",
        "OPERATIONAL_NETWORKS": "Networks in daily work.",
        "STRATEGIC_NETWORKS": "Networks where direction is set.",
    },
    words.Rating: {
        "GREEN": "Good.",
        "AMBER": "Fair.",
        "RED": "Poor.",
        "MIXED": "Different in different parts.",
        "NONE": "The document says that there is none.",
        "NOT_RATED": "The document gives words and no colour.",
    },
    words.Certainty: {
        "STATED": "The source says it.",
        "INFERRED": "It follows from what the source says.",
        "UNCERTAIN": "The source is ambiguous.",
    },
    words.Direction: {
        "UP": "Where a body reports, feeds and sits.",
        "DOWN": "What reports to it, feeds it and sits on it.",
        "BOTH": "Both ways.",
    },
    words.SectorSign: {
        "SPEAKS_FOR": "The sector of whom the seat speaks for.",
        "HELD_BY": "The sector of the body that holds the seat.",
        "OFFICE_OF": "The sector of the body whose office fills the seat.",
        "EMPLOYER": "The sector of the bodies that the holder works for or is given with.",
        "NOT_RECORDED": "No source gives any of these.",
    },
    words.BlankKind: {
        "AREA": "A place.",
        "BODY": "A group or board.",
        "CONSTITUENCY": "People at large, such as carers.",
        "PERSON": "A person.",
        "DAYS": "A number of days.",
    },
    words.GapKind: {
        "NO_SECTOR_SEAT": "A board with recorded seats or members, none for a voluntary, community or faith group.",
        "NO_VOICE": "People at large for whom nobody has a seat, nor any group that speaks for them.",
        "RECORDED_ABSENCE": "A source says that a seat or a link is missing.",
        "SEAT_NOT_TAKEN_UP": "A source says that a seat is not taken up.",
        "VACANT_POST": "The seat is recorded as vacant.",
        "HOLDER_NOT_RECORDED": "No holder is recorded, and no source says that the seat is vacant.",
        "FEEDS_NOTHING": "A forum or network that leads nowhere and has no seat anywhere.",
        "NO_LINES": "People of several bodies working together, with no line and no seat recorded.",
        "NOT_ACTIVE": "Lines or seats lead to a body that is dormant or disbanded.",
        "RESTS_ON_ONE": "One person or office carries three seats or more for the sector, or all the seats of a group.",
        "NO_DEPUTY": "A seat without a deputy, on a body where others have one.",
        "TERM_ENDED": "The term is over and nobody is recorded as following.",
        "TERM_ENDING": "The term ends within 90 days and nobody is recorded as following.",
        "TWO_HATS": "One body or person in two roles that is worth knowing of.",
        "NO_REPORT_BACK": "A source says that nobody reports back.",
        "REPORT_BACK_NOT_RECORDED": "No source says whether and how the holder reports back.",
        "STALE": "The newest source behind what is current of a body is older than two years.",
    },
    words.Directness: {
        "DIRECT": "The seat is held for the group itself.",
        "THROUGH": "The seat is held for a group that it reaches by a route.",
        "INVOLVED": "Its people hold the seat for somebody else: no representation.",
    },
    words.ChangeKind: {
        "BEGAN": "A body is set up, a seat is added or a line begins.",
        "ENDED": "A body, a seat or a line ends.",
        "RENAMED": "A body takes another name.",
        "MERGED": "A body is merged into, split into or replaced by another.",
        "FILLED": "Somebody comes to hold a seat.",
        "VACATED": "Somebody ceases to hold a seat, or it is recorded as vacant.",
        "STATUS_CHANGED": "A body comes to another stage of its life, or a seat to be for or appointed by others.",
        "PROPOSED": "It is only proposed; given with `includeProposed`.",
    },
    words.ReportState: {
        "OVERDUE": "No report is recorded, and the last day on which it would be in time is past.",
        "NOT_KNOWN": "The meeting is known only from before it: that it was held, and a report owed, is not recorded.",
        "DUE": "No report is recorded yet, and it would still be in time.",
        "REPORTED": "A report is recorded.",
    },
    words.PostState: {
        "FILLED": "Somebody named holds it.",
        "BY_OFFICE": "Whoever holds another post holds it too; nobody recorded the name.",
        "HOLDER_NOT_RECORDED": "No source says who holds it, nor that it is empty.",
        "VACANT": "A source says that nobody holds it, or the office that fills it.",
        "NOT_TAKEN_UP": "It is there, and those who may fill it do not.",
        "TERM_OVER": "Somebody named held it whose term has ended; who holds it now, no source says.",
    },
    words.CarrierKind: {
        "PERSON": "A person with a name.",
        "OFFICE": "Whoever holds an office: nobody recorded the name.",
        "ORGANIZATION": "A body: no person is named.",
    },
}


def register() -> None:
    """Make each enum known to strawberry, under its own name, described by its docstring and the texts above."""
    for enum, texts in DESCRIPTIONS.items():
        strawberry.enum(enum, description=enum.__doc__)
        definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
        for value in definition.values:
            value.description = texts[value.name]
