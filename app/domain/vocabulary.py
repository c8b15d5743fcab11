"""The words of the model: the only list of each, read by pages, filters, legends, files and the API."""

from enum import StrEnum

from app.domain.described import Described


class Classification(Described):
    """What sort of body an organization is."""

    LSP = "lsp", "A local strategic partnership: the body above all others of a place."
    PARTNERSHIP_BOARD = (
        "partnership_board",
        "A board of several agencies, such as a learning disability partnership board.",
    )
    EXECUTIVE = "executive", "An executive that acts for a larger partnership."
    COMMITTEE = "committee", "A committee of a council or another body."
    SUB_GROUP = "sub_group", "A sub-group of another body."
    WORKING_GROUP = "working_group", "A group that works on one matter."
    STEERING_GROUP = "steering_group", "A group that steers a programme or a project."
    PROJECT_GROUP = "project_group", "A group that runs one project."
    REFERENCE_GROUP = "reference_group", "A group that advises, or elects those who represent a sector."
    FORUM = "forum", "A forum that is open to many organizations or residents."
    NETWORK = "network", "A network of organizations."
    PANEL = "panel", "A panel that is asked for its view."
    PROGRAMME = "programme", "A programme with a name of its own."
    FUND = "fund", "A fund that gives money to others."
    COUNCIL = "council", "A local council."
    DEPARTMENT = "department", "A department or service of a council or another body."
    STATUTORY_BODY = "statutory_body", "A statutory body that is no council, such as a health trust or the police."
    CHARITY = "charity", "A charity or voluntary organization."
    COMMUNITY_GROUP = "community_group", "A group of residents."
    FAITH_GROUP = "faith_group", "A congregation or another group of a faith."
    COMPANY = "company", "A company."
    CONSTITUENCY = "constituency", "People at large that seats are held for, such as carers: no body that meets."
    OTHER = "other", "None of the others."


class OrganizationKind(Described):
    """Whether it is people working together, a legal body, a part of one, or people at large."""

    COLLABORATION = "collaboration", "People of several bodies working together."
    FORMAL = "formal", "A legal body."
    UNIT = "unit", "A part of a legal body."
    CONSTITUENCY = "constituency", "People at large that seats are held for; it has no seats on it and never meets."


class Sector(Described):
    """Which part of local life a body belongs to."""

    VOLUNTARY = "voluntary", "Voluntary organizations and charities."
    STATUTORY = "statutory", "Bodies set up by law: councils, health, police."
    MULTI_AGENCY = "multi_agency", "Several sectors together."
    PRIVATE = "private", "Businesses."
    FAITH = "faith", "Faith groups."
    COMMUNITY = "community", "Residents and their groups."


class LifecycleStatus(Described):
    """Where a body stands in its life."""

    PROPOSED = "proposed", "Not there yet: somebody proposes it."
    SETTING_UP = "setting_up", "Being set up."
    ACTIVE = "active", "At work."
    DORMANT = "dormant", "Not meeting, not wound up."
    DISBANDED = "disbanded", "Wound up."


class FactStatus(Described):
    """Whether a line or seat exists, or is only proposed between bodies that may exist."""

    ACTUAL = "actual", "It exists."
    PROPOSED = "proposed", "It is only proposed, and left out unless proposals are asked for."


class Role(Described):
    """What a seat is for."""

    CHAIR = "chair", "Chairs the body."
    VICE_CHAIR = "vice_chair", "Stands in for the chair."
    MEMBER = "member", "A member."
    OBSERVER = "observer", "Attends without being a member."
    SECRETARY = "secretary", "Keeps the records and the correspondence."
    OFFICER = "officer", "Another officer, such as a chief executive or a treasurer."
    ELECTED_MEMBER = "elected_member", "A councillor."
    OTHER = "other", "None of the others; the label says what."


class Basis(Described):
    """How a source says that a seat is filled."""

    ELECTED = "elected", "Elected."
    EX_OFFICIO = "ex_officio", "As of right, by holding another office."
    ROTATING = "rotating", "By turns."
    CO_OPTED = "co_opted", "Chosen by the body itself."
    APPOINTED = "appointed", "Appointed by somebody."
    INVITED = "invited", "Invited by the body."
    NOT_RECORDED = "not_recorded", "No source says."


class YesNoNotRecorded(Described):
    """Yes, no, or silence in the sources, which is neither."""

    YES = "yes", "A source says yes."
    NO = "no", "A source says no."
    NOT_RECORDED = "not_recorded", "No source says, which is neither."


class SeatMembership(Described):
    """In which tier of a body's membership a seat is."""

    FULL = "full", "A full member."
    ASSOCIATE = "associate", "An associate member, with less of a say than a full one."
    INVITED = "invited", "Invited to come, without being a member."
    AS_NEEDED = "as_needed", "Comes only for items that concern it."


class Decision(Described):
    """Whether a body decides anything itself."""

    DECIDES = "decides", "It takes decisions."
    ADVISES = "advises", "It advises; others decide."
    NOT_RECORDED = "not_recorded", "No source says."


class SourceKind(Described):
    """What sort of document a fact comes from."""

    MINUTES = "minutes", "Of a meeting."
    AGENDA = "agenda", "Of a meeting to come, or the papers for it."
    TERMS_OF_REFERENCE = "terms_of_reference", "What a body says of itself, such as a constitution."
    REPORT = "report", "A report, a study, a plan or a strategy."
    WEB_PAGE = "web_page", "A page on the web."
    REGISTER = "register", "An official register or list."
    CORRESPONDENCE = "correspondence", "A letter or an e-mail."
    CONVERSATION = "conversation", "What somebody said, as whoever heard it wrote it down."
    OTHER = "other", "Something else."


class Pictured(Described):
    """How a body is drawn in its place's picture, whatever room there is."""

    OPEN = "open", "As a panel with who sits on it."
    CLOSED = "closed", "As a box with its name."


class PostState(Described):
    """Who is in a seat on a day, as far as is recorded."""

    FILLED = "filled", "Somebody named holds it."
    BY_OFFICE = "by_office", "Whoever holds another post holds it too; nobody recorded the name."
    HOLDER_NOT_RECORDED = "holder_not_recorded", "No source says who holds it, nor that it is empty."
    VACANT = "vacant", "A source says that nobody holds it, or the office that fills it."
    NOT_TAKEN_UP = "not_taken_up", "It is there, and those who may fill it do not."
    TERM_OVER = "term_over", "Somebody named held it whose term has ended; who holds it now, no source says."


class HeldAs(Described):
    """How several holders have one seat together."""

    ONE = "one", "One person has it at a time."
    JOINTLY = "jointly", "Several share it, with one vote: a job share."
    EITHER = "either", "Any of several comes."
    IN_TURN = "in_turn", "Several have it one after another: a rota."


class Say(Described):
    """What part a body has in who sits in a seat."""

    ELECTS = "elects", "Elects the holder."
    APPOINTS = "appoints", "Appoints the holder."
    NOMINATES = "nominates", "Proposes who is to hold it; somebody else decides."
    RATIFIES = "ratifies", "Confirms whom somebody else chose."


class TenureCapacity(Described):
    """As what somebody holds a seat."""

    SUBSTANTIVE = "substantive", "As the holder."
    DEPUTY = "deputy", "As the standing deputy."
    ACTING = "acting", "For the time being."


class LineType(Described):
    """A line from one organization to another."""

    REPORTS_TO = "reports_to", "Is formally accountable to."
    SUB_GROUP_OF = "sub_group_of", "Is a part of."
    FEEDS_INTO = "feeds_into", "Sends its views to, without being accountable."
    MEMBER_OF = "member_of", "Is a member of, without a named seat."
    SERVICED_BY = "serviced_by", "Is supported or administered by."
    HOSTED_BY = "hosted_by", "Has its home or its employer in."
    FUNDED_BY = "funded_by", "Is given money by."
    CONVENED_BY = "convened_by", "Is led, run, set up or convened by."
    SPEAKS_FOR = "speaks_for", "Exists to speak for people at large."
    LINKED_TO = "linked_to", "Has a stated informal link with."
    SUCCEEDED_BY = "succeeded_by", "Was merged into, split into or replaced by."

    @property
    def relationship(self) -> str:
        """The type of the relationship in the graph: FEEDS_INTO for feeds_into."""
        return self.value.upper()


class AttendanceKind(Described):
    """How somebody was at a meeting, or was not."""

    PRESENT = "present", "Was there."
    APOLOGIES = "apologies", "Sent apologies."
    DEPUTISING = "deputising", "Was there in a member's place."
    GUEST = "guest", "Was, or will be, there as a guest."
    IN_ATTENDANCE = "in_attendance", "Was there without being a member."
    EXPECTED = "expected", "Is expected at a meeting that is still to come."


class MeetingStatus(Described):
    """Whether a meeting took place."""

    PLANNED = "planned", "It is to be held."
    HELD = "held", "It was held."
    CANCELLED = "cancelled", "It was called off: nobody owes a report on it."


class ActionStatus(Described):
    """How far an action has come; outstanding is carried over from an earlier meeting."""

    OPEN = "open", "To be done."
    OUTSTANDING = "outstanding", "To be done still: carried over from an earlier meeting."
    DONE = "done", "Done."
    DROPPED = "dropped", "Given up."


class Dimension(Described):
    """A column of a relationship map."""

    FUNDING = "funding", "Money."
    OPERATIONAL_CONTACTS = "operational_contacts", "Contacts in daily work."
    OPERATIONAL_NETWORKS = "operational_networks", "Networks in daily work."
    STRATEGIC_NETWORKS = "strategic_networks", "Networks where direction is set."


class Rating(Described):
    """The colour of a relationship map's cell, as the document gives it."""

    GREEN = "green", "Good."
    AMBER = "amber", "Fair."
    RED = "red", "Poor."
    MIXED = "mixed", "Different in different parts."
    NONE = "none", "The document says that there is none."
    NOT_RATED = "not_rated", "The document gives words and no colour."


class Certainty(Described):
    """Whether the source says it, it follows from the source, or the source is ambiguous."""

    STATED = "stated", "The source says it."
    INFERRED = "inferred", "It follows from what the source says."
    UNCERTAIN = "uncertain", "The source is ambiguous."


class Access(StrEnum):
    """Who may see a fact. Only public facts leave the database by any public way."""

    PUBLIC = "public"
    MEMBERS = "members"
    CONFIDENTIAL = "confidential"


class Direction(Described):
    """Up: where a body reports, feeds, sits; down: what reports to it, feeds it, sits on it."""

    UP = "up", "Where a body reports, feeds and sits."
    DOWN = "down", "What reports to it, feeds it and sits on it."
    BOTH = "both", "Both ways."


class Directness(Described):
    """How a seat speaks for somebody."""

    DIRECT = "direct", "The seat is held for the group itself."
    THROUGH = "through", "The seat is held for a group that it reaches by a route."
    INVOLVED = "involved", "Its people hold the seat for somebody else: no representation."


class GapKind(Described):
    """What may be missing, rest on too little, or be worth knowing; in the order that answers give them."""

    NO_SECTOR_SEAT = (
        "no_sector_seat",
        "A board with recorded seats or members, none for a voluntary, community or faith group.",
    )
    NO_VOICE = "no_voice", "People at large for whom nobody has a seat, nor any group that speaks for them."
    RECORDED_ABSENCE = "recorded_absence", "A source says that a seat or a link is missing."
    SEAT_NOT_TAKEN_UP = "seat_not_taken_up", "A source says that a seat is not taken up."
    VACANT_POST = "vacant_post", "The seat is recorded as vacant."
    HOLDER_NOT_RECORDED = "holder_not_recorded", "No holder is recorded, and no source says that the seat is vacant."
    FEEDS_NOTHING = "feeds_nothing", "A forum or network that leads nowhere and has no seat anywhere."
    NO_LINES = "no_lines", "People of several bodies working together, with no line and no seat recorded."
    NOT_ACTIVE = "not_active", "Lines or seats lead to a body that is dormant or disbanded."
    RESTS_ON_ONE = (
        "rests_on_one",
        "One person or office carries three seats or more for the sector, or all the seats of a group.",
    )
    NO_DEPUTY = "no_deputy", "A seat without a deputy, on a body where others have one."
    TERM_ENDED = "term_ended", "The term is over and nobody is recorded as following."
    TERM_ENDING = "term_ending", "The term ends within 90 days and nobody is recorded as following."
    TWO_HATS = "two_hats", "One body or person in two roles that is worth knowing of."
    NO_REPORT_BACK = "no_report_back", "A source says that nobody reports back."
    REPORT_BACK_NOT_RECORDED = "report_back_not_recorded", "No source says whether and how the holder reports back."
    COMPOSITION = "composition", "A rule of a body's own terms on who is to be on it is not met."
    SEATS_MISSING = "seats_missing", "More or fewer seats are recorded than a source says that the body has."
    ATTENDS_WITHOUT_SEAT = (
        "attends_without_seat",
        "Somebody is recorded as present at meetings of a board where no seat is theirs.",
    )
    NOT_QUORATE = "not_quorate", "Too few members came to a meeting."
    STALE = "stale", "A source older than two years is the newest behind what is current of one body or more."


class RuleVerdict(Described):
    """Whether a rule of a body's own terms is met by the seats that are recorded."""

    MET = "met", "It is met."
    NOT_MET = "not_met", "It is not met, whatever is not recorded."
    NOT_KNOWN = "not_known", "What is recorded does not tell."


class SectorSign(Described):
    """What says which sector a seat counts for, in the order in which it is asked."""

    SPEAKS_FOR = "speaks_for", "The sector of whom the seat speaks for."
    HELD_BY = "held_by", "The sector of the body that holds the seat."
    OFFICE_OF = "office_of", "The sector of the body whose office fills the seat."
    EMPLOYER = "employer", "The sector of the bodies that the holder works for or is given with."
    NOT_RECORDED = "not_recorded", "No source gives any of these."


class ChangeKind(Described):
    """What happened to a body, a seat or a line; in the order in which answers give what has the same date."""

    BEGAN = "began", "A body is set up, a seat is added or a line begins."
    ENDED = "ended", "A body, a seat or a line ends."
    RENAMED = "renamed", "A body takes another name."
    MERGED = "merged", "A body is merged into, split into or replaced by another."
    FILLED = "filled", "Somebody comes to hold a seat."
    VACATED = "vacated", "Somebody ceases to hold a seat, or it is recorded as vacant."
    STATUS_CHANGED = (
        "status_changed",
        "A body comes to another stage of its life, or a seat to be for or appointed by others.",
    )
    PROPOSED = "proposed", "It is only proposed, and left out unless proposals are asked for."


class BlankKind(Described):
    """What a blank of a saved question may be filled with."""

    AREA = "area", "A place."
    BODY = "body", "A group or board."
    CONSTITUENCY = "constituency", "People at large, such as carers."
    PERSON = "person", "A person."
    DAYS = "days", "A number of days."


class ReportState(Described):
    """Where a report back to those a seat speaks for stands on a day."""

    OVERDUE = "overdue", "No report is recorded, and the last day on which it would be in time is past."
    DUE = "due", "No report is recorded yet, and it would still be in time."
    OWED = "owed", "A source states a duty to report and not within how many days, so that it is owed and never late."
    NOT_KNOWN = (
        "not_known",
        "The meeting is known only from before it: that it was held, and a report owed, is not recorded.",
    )
    NO_DUTY = "no_duty", "No report is recorded, nor any duty to report: nobody is late."
    REPORTED = "reported", "A report is recorded."


class DutyScope(Described):
    """Of what a duty to report back is said: the nearest to the seat counts."""

    SEAT = "seat", "Of the seat itself."
    BODY = "body", "Of the body that meets."
    AREA = "area", "Of every body of the place."


class CarrierKind(Described):
    """What is known of who carries a seat."""

    PERSON = "person", "A person with a name."
    OFFICE = "office", "Whoever holds an office: nobody recorded the name."
    ORGANIZATION = "organization", "A body: no person is named."
