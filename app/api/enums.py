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
    words.Directness: {
        "DIRECT": "The seat is held for the group itself.",
        "THROUGH": "The seat is held for a group that it reaches by a route.",
        "INVOLVED": "Its people hold the seat for somebody else: no representation.",
    },
}


def register() -> None:
    """Make each enum known to strawberry, under its own name, described by its docstring and the texts above."""
    for enum, texts in DESCRIPTIONS.items():
        strawberry.enum(enum, description=enum.__doc__)
        definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
        for value in definition.values:
            value.description = texts[value.name]
