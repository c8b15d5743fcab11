"""The words of the model: the only list of each, read by pages, filters, legends, files and the API."""

from enum import StrEnum


class Classification(StrEnum):
    """What sort of body an organization is."""

    LSP = "lsp"
    PARTNERSHIP_BOARD = "partnership_board"
    EXECUTIVE = "executive"
    COMMITTEE = "committee"
    SUB_GROUP = "sub_group"
    WORKING_GROUP = "working_group"
    STEERING_GROUP = "steering_group"
    PROJECT_GROUP = "project_group"
    REFERENCE_GROUP = "reference_group"
    FORUM = "forum"
    NETWORK = "network"
    PANEL = "panel"
    PROGRAMME = "programme"
    FUND = "fund"
    COUNCIL = "council"
    DEPARTMENT = "department"
    STATUTORY_BODY = "statutory_body"
    CHARITY = "charity"
    COMMUNITY_GROUP = "community_group"
    FAITH_GROUP = "faith_group"
    COMPANY = "company"
    CONSTITUENCY = "constituency"
    OTHER = "other"


class OrganizationKind(StrEnum):
    """Whether it is people working together, a legal body, a part of one, or people at large."""

    COLLABORATION = "collaboration"
    FORMAL = "formal"
    UNIT = "unit"
    CONSTITUENCY = "constituency"


class Sector(StrEnum):
    """Which part of local life a body belongs to."""

    VOLUNTARY = "voluntary"
    STATUTORY = "statutory"
    MULTI_AGENCY = "multi_agency"
    PRIVATE = "private"
    FAITH = "faith"
    COMMUNITY = "community"


class LifecycleStatus(StrEnum):
    """Where a body stands in its life."""

    PROPOSED = "proposed"
    SETTING_UP = "setting_up"
    ACTIVE = "active"
    DORMANT = "dormant"
    DISBANDED = "disbanded"


class FactStatus(StrEnum):
    """Whether a line or seat exists, or is only proposed between bodies that may exist."""

    ACTUAL = "actual"
    PROPOSED = "proposed"


class Role(StrEnum):
    """What a seat is for."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    OBSERVER = "observer"
    SECRETARY = "secretary"
    OFFICER = "officer"
    ELECTED_MEMBER = "elected_member"
    OTHER = "other"


class Basis(StrEnum):
    """How a source says that a seat is filled."""

    ELECTED = "elected"
    EX_OFFICIO = "ex_officio"
    ROTATING = "rotating"
    CO_OPTED = "co_opted"
    APPOINTED = "appointed"
    INVITED = "invited"
    NOT_RECORDED = "not_recorded"


class YesNoNotRecorded(StrEnum):
    """Yes, no, or silence in the sources, which is neither."""

    YES = "yes"
    NO = "no"
    NOT_RECORDED = "not_recorded"


class PostState(StrEnum):
    """Who is in a seat on a day, as far as is recorded."""

    FILLED = "filled"
    BY_OFFICE = "by_office"
    HOLDER_NOT_RECORDED = "holder_not_recorded"
    VACANT = "vacant"
    NOT_TAKEN_UP = "not_taken_up"
    TERM_OVER = "term_over"


class TenureCapacity(StrEnum):
    """As what somebody holds a seat."""

    SUBSTANTIVE = "substantive"
    DEPUTY = "deputy"
    ACTING = "acting"


class LineType(StrEnum):
    """A line from one organization to another."""

    REPORTS_TO = "reports_to"
    SUB_GROUP_OF = "sub_group_of"
    FEEDS_INTO = "feeds_into"
    MEMBER_OF = "member_of"
    SERVICED_BY = "serviced_by"
    HOSTED_BY = "hosted_by"
    FUNDED_BY = "funded_by"
    CONVENED_BY = "convened_by"
    SPEAKS_FOR = "speaks_for"
    LINKED_TO = "linked_to"
    SUCCEEDED_BY = "succeeded_by"

    @property
    def relationship(self) -> str:
        """The type of the relationship in the graph: FEEDS_INTO for feeds_into."""
        return self.value.upper()


class AttendanceKind(StrEnum):
    """How somebody was at a meeting, or was not."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    DEPUTISING = "deputising"
    GUEST = "guest"
    IN_ATTENDANCE = "in_attendance"
    EXPECTED = "expected"


class ActionStatus(StrEnum):
    """How far an action has come; outstanding is carried over from an earlier meeting."""

    OPEN = "open"
    OUTSTANDING = "outstanding"
    DONE = "done"
    DROPPED = "dropped"


class Dimension(StrEnum):
    """A column of a relationship map."""

    FUNDING = "funding"
    OPERATIONAL_CONTACTS = "operational_contacts"
    OPERATIONAL_NETWORKS = "operational_networks"
    STRATEGIC_NETWORKS = "strategic_networks"


class Rating(StrEnum):
    """The colour of a relationship map's cell, as the document gives it."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    MIXED = "mixed"
    NONE = "none"
    NOT_RATED = "not_rated"


class Certainty(StrEnum):
    """Whether the source says it, it follows from the source, or the source is ambiguous."""

    STATED = "stated"
    INFERRED = "inferred"
    UNCERTAIN = "uncertain"


class Access(StrEnum):
    """Who may see a fact. Only public facts leave the database by any public way."""

    PUBLIC = "public"
    MEMBERS = "members"
    CONFIDENTIAL = "confidential"


class Direction(StrEnum):
    """Up: where a body reports, feeds, sits; down: what reports to it, feeds it, sits on it."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


class Directness(StrEnum):
    """How a seat speaks for somebody."""

    DIRECT = "direct"
    THROUGH = "through"
    INVOLVED = "involved"


class GapKind(StrEnum):
    """What may be missing, rest on too little, or be worth knowing; in the order that answers give them."""

    NO_SECTOR_SEAT = "no_sector_seat"
    NO_VOICE = "no_voice"
    RECORDED_ABSENCE = "recorded_absence"
    SEAT_NOT_TAKEN_UP = "seat_not_taken_up"
    VACANT_POST = "vacant_post"
    HOLDER_NOT_RECORDED = "holder_not_recorded"
    FEEDS_NOTHING = "feeds_nothing"
    NO_LINES = "no_lines"
    NOT_ACTIVE = "not_active"
    RESTS_ON_ONE = "rests_on_one"
    NO_DEPUTY = "no_deputy"
    TERM_ENDED = "term_ended"
    TERM_ENDING = "term_ending"
    TWO_HATS = "two_hats"
    NO_REPORT_BACK = "no_report_back"
    REPORT_BACK_NOT_RECORDED = "report_back_not_recorded"
    STALE = "stale"


class SectorSign(StrEnum):
    """What says which sector a seat counts for, in the order in which it is asked."""

    SPEAKS_FOR = "speaks_for"
    HELD_BY = "held_by"
    OFFICE_OF = "office_of"
    EMPLOYER = "employer"
    NOT_RECORDED = "not_recorded"


class ChangeKind(StrEnum):
    """What happened to a body, a seat or a line; in the order in which answers give what has the same date."""

    BEGAN = "began"
    ENDED = "ended"
    RENAMED = "renamed"
    MERGED = "merged"
    FILLED = "filled"
    VACATED = "vacated"
    STATUS_CHANGED = "status_changed"
    PROPOSED = "proposed"


class BlankKind(StrEnum):
    """What a blank of a saved question may be filled with."""

    AREA = "area"
    BODY = "body"
    CONSTITUENCY = "constituency"
    PERSON = "person"
    DAYS = "days"


class ReportState(StrEnum):
    """Where a report back to those a seat speaks for stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    NOT_KNOWN = "not_known"
    REPORTED = "reported"


class CarrierKind(StrEnum):
    """What is known of who carries a seat."""

    PERSON = "person"
    OFFICE = "office"
    ORGANIZATION = "organization"


RESERVED_AREA_IDS = frozenset(
    "admin api ask balance booklet calendars capacity changes compare diagrams docs edit embed export favicon.ico"
    " feeds fragility gaps glossary graphql healthz help login logout meetings metrics panel people posts questions"
    " readyz relationships report-back robots.txt routes schema.graphql search sitemap.xml social sources static"
    " stories suggest tour who".split()
)
"""First segments of page addresses, so no area may have one of these ids."""
