"""What the API gives of each sort of record: every field, with the value that the sentinel place has for it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any


@dataclass(frozen=True)
class Record:
    """How one record is asked for, what stands for it in the answer, and what each of its fields says."""

    query: str
    """With `@` where the fields stand."""
    path: tuple[str | int, ...]
    fields: dict[str, tuple[str, Any]]
    """Selection (empty for a plain field) and value."""


def _cites(source: str, locator: str) -> tuple[str, Any]:
    return "{ source { id } locator }", [{"source": {"id": source}, "locator": locator}]


def _period(since: str | None, until: str | None) -> tuple[str, Any]:
    return "{ since until }", {"since": since, "until": until}


def _of(id_: str) -> tuple[str, Any]:
    return "{ id }", {"id": id_}


def _plain(value: Any) -> tuple[str, Any]:
    return "", value


class _Lately:
    """Equals every moment of this day and the one before."""

    def __eq__(self, other: object) -> bool:
        """Tell whether it is one."""
        return isinstance(other, str) and datetime.now(UTC) - timedelta(days=1) < datetime.fromisoformat(other)

    def __hash__(self) -> int:
        """Be as equal as it may."""
        return 0


_LATELY = "", _Lately()


RECORDS: dict[str, Record] = {
    "Area": Record(
        '{ area(id: "sentinel") { @ } }',
        ("area",),
        {
            "url": _plain("/sentinel"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel"),
            "name": _plain("Zsentinelplace"),
            "gss": _plain("E09000099"),
            "classification": _plain("Zareasort"),
            "reportBackDays": _plain(None),
            "partOf": _of("region"),
            "parts": ("{ id }", []),
            "themes": (
                "{ id name order like fixed }",
                [
                    {"id": "sentinel/care", "name": "Zthemecare", "order": 0, "like": [], "fixed": False},
                    {
                        "id": "sentinel/roads",
                        "name": "Zthemeroads",
                        "order": 1,
                        "like": ["Znearthemeparks"],
                        "fixed": True,
                    },
                ],
            ),
        },
    ),
    "Organization": Record(
        '{ organization(id: "sentinel/forum") { @ } }',
        ("organization",),
        {
            "url": _plain("/sentinel/forum"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/forum"),
            "name": _plain("Zforum"),
            "alternateNames": _plain(["Zalternate"]),
            "formerNames": ("{ name until }", [{"name": "Zformer", "until": "2006-03"}]),
            "classification": _plain("FORUM"),
            "classificationNote": _plain("Zclassificationnote"),
            "kind": _plain("COLLABORATION"),
            "sector": _plain("VOLUNTARY"),
            "status": _plain("ACTIVE"),
            "purpose": _plain("Zpurpose of it."),
            "theme": (
                "{ id name order like fixed }",
                {"id": "sentinel/care", "name": "Zthemecare", "order": 0, "like": [], "fixed": False},
            ),
            "caption": _plain("Zcaption"),
            "pictured": _plain("CLOSED"),
            "columnOrder": _plain(5),
            "count": _plain(29),
            "period": _period("1991-04", "2071-09"),
            "contactDetails": (
                "{ type value label }",
                [{"type": "website", "value": "https://zcontactvalue.example", "label": "Zcontactlabel"}],
            ),
            "capacity": (
                "{ constitution chairStatus paidHours fundingNote membersNote meetingFrequency statutoryObservers"
                " representativesNote }",
                {
                    "constitution": "Zconstitution",
                    "chairStatus": "Zchairstatus",
                    "paidHours": "Zpaidhours",
                    "fundingNote": "Zfundingnote",
                    "membersNote": "Zmembersnote",
                    "meetingFrequency": "Zmeetingfrequency",
                    "statutoryObservers": "Zstatutoryobservers",
                    "representativesNote": "Zrepresentativesnote",
                },
            ),
            "statutoryRequirement": _plain("Zstatutoryrequirement"),
            "identifiers": ("{ scheme value }", [{"scheme": "Zscheme", "value": "Zidentifier"}]),
            "reportBackDays": _plain(None),
            "decides": _plain("ADVISES"),
            "quorum": _plain("Zquorum"),
            "quorumNumber": _plain(13),
            "seatsStated": _plain(37),
            "composition": (
                "{ sectors organizations { id } min max maxShare sentence note citations { source { id } locator } }",
                [
                    {
                        "sectors": ["PRIVATE"],
                        "organizations": [{"id": "sentinel/people"}],
                        "min": 3,
                        "max": 31,
                        "maxShare": 0.62,
                        "sentence": "at least 3 seats, at most 31 seats and at most 62 per cent of the seats for the"
                        " private sector or Zpeople",
                        "note": "Zrulenote",
                        "citations": [{"source": {"id": "minutes"}, "locator": "Zrulelocator"}],
                    }
                ],
            ),
            "certainty": _plain("INFERRED"),
            "note": _plain("Zbodynote"),
            "citations": _cites("report", "Zbodylocator"),
            "areas": ("{ id }", [{"id": "sentinel"}]),
        },
    ),
    "Person": Record(
        '{ person(id: "sentinel/person") { @ } }',
        ("person",),
        {
            "url": _plain("/people/sentinel/person"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/person"),
            "name": _plain("Zpersonname Ray"),
            "honorificPrefix": _plain("Zbefore"),
            "honorificSuffix": _plain("Zafter"),
            "displayName": _plain("Zbefore Zpersonname Ray Zafter"),
            "alternateNames": _plain(["Zpersonalternate"]),
            "formerNames": ("{ name until }", [{"name": "Zpersonformer", "until": "2004-03"}]),
            "note": _plain("Zpersonnote"),
            "citations": _cites("report", "Zpersonlocator"),
        },
    ),
    "Affiliation": Record(
        '{ person(id: "sentinel/person") { affiliations(on: "2008-06-01") { @ } } }',
        ("person", "affiliations", 0),
        {
            "role": _plain("Zaffiliationrole"),
            "period": _period("1996-02", "2072"),
            "certainty": _plain("UNCERTAIN"),
            "note": _plain("Zaffiliationnote"),
            "citations": _cites("report", "Zaffiliationlocator"),
            "organization": _of("sentinel/forum"),
        },
    ),
    "Post": Record(
        '{ post(id: "sentinel/seat") { @ } }',
        ("post",),
        {
            "url": _plain("/posts/sentinel/seat"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/seat"),
            "label": _plain("Zseatlabel"),
            "role": _plain("SECRETARY"),
            "basis": _plain("CO_OPTED"),
            "voting": _plain("YES"),
            "takenUp": _plain("YES"),
            "number": _plain(1),
            "numberMax": _plain(None),
            "membership": _plain("ASSOCIATE"),
            "area": _of("region"),
            "order": _plain(41),
            "electorate": _plain("Zelectorate"),
            "termLimit": _plain("Ztermlimit"),
            "status": _plain("ACTUAL"),
            "certainty": _plain("UNCERTAIN"),
            "note": _plain("Zseatnote"),
            "termYears": _plain(2.5),
            "vacantSince": _plain(None),
            "heldAs": _plain("IN_TURN"),
            "contactDetails": (
                "{ type value label }",
                [{"type": "website", "value": "https://zseatcontact.example", "label": "Zseatcontactlabel"}],
            ),
            "reportBack": _plain("Zreportback"),
            "reportBackDays": _plain(None),
            "period": _period("1993-05", "2074-08"),
            "citations": _cites("report", "Zseatlocator"),
            "organization": _of("sentinel/board"),
        },
    ),
    "HeldPost": Record(
        '{ person(id: "sentinel/deputy") { posts(on: "2010-01-01") { @ } } }',
        ("person", "posts", 1),
        {
            "post": _of("sentinel/with-deputy"),
            "capacity": _plain("DEPUTY"),
            "period": _period(None, None),
        },
    ),
    "Tenure": Record(
        '{ post(id: "sentinel/seat") { holders(on: "2008-12-01") { @ } } }',
        ("post", "holders", 0),
        {
            "updatedAt": _LATELY,
            "certainty": _plain("UNCERTAIN"),
            "note": _plain("Ztenurenote"),
            "capacity": _plain("SUBSTANTIVE"),
            "period": _period("2008-11-02", "2073-10"),
            "termEnds": _plain("2071-09"),
            "citations": _cites("minutes", "Ztenurelocator"),
            "holder": ("{ ... on Person { id } }", {"id": "sentinel/person"}),
            "post": _of("sentinel/seat"),
        },
    ),
    "Line": Record(
        '{ organization(id: "sentinel/service") { lines(types: [FUNDED_BY]) { @ } } }',
        ("organization", "lines", 0),
        {
            "url": _plain("/sentinel/forum#lines"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/everything"),
            "type": _plain("FUNDED_BY"),
            "status": _plain("ACTUAL"),
            "period": _period("1994", "2075"),
            "certainty": _plain("UNCERTAIN"),
            "note": _plain("Zlinenote"),
            "label": _plain("Zlinelabel"),
            "amount": _plain(4321.0),
            "amountPer": _plain("year"),
            "citations": _cites("report", "Zlinelocator"),
            "from": _of("sentinel/forum"),
            "to": _of("sentinel/service"),
        },
    ),
    "Meeting": Record(
        '{ meeting(id: "sentinel/meeting") { @ } }',
        ("meeting",),
        {
            "url": _plain("/meetings/sentinel/meeting"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/meeting"),
            "date": _plain("2005-03-09"),
            "label": _plain("Zmeetinglabel"),
            "venue": _plain("Zvenue"),
            "status": _plain("HELD"),
            "quorate": _plain("NO"),
            "note": _plain("Zmeetingnote"),
            "citations": _cites("proceedings", "Zmeetinglocator"),
            "organization": _of("sentinel/board"),
            "attendance": (
                "{ as }",
                [{"as": kind} for kind in ("PRESENT", "APOLOGIES", "DEPUTISING", "GUEST", "IN_ATTENDANCE", "EXPECTED")],
            ),
            "actions": ("{ id }", [{"id": "sentinel/action"}]),
        },
    ),
    "Attendance": Record(
        '{ meeting(id: "sentinel/meeting") { attendance { @ } } }',
        ("meeting", "attendance", 2),
        {
            "note": _plain(None),
            "as": _plain("DEPUTISING"),
            "person": _of("sentinel/deputy"),
            "organization": _of("sentinel/old-employer"),
            "deputisingFor": _of("sentinel/old-holder"),
        },
    ),
    "Action": Record(
        '{ node(id: "sentinel/action") { ... on Action { @ } } }',
        ("node",),
        {
            "url": _plain("/meetings/sentinel/meeting"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/action"),
            "text": _plain("Zactiontext"),
            "status": _plain("OUTSTANDING"),
            "due": _plain("2067-03"),
            "ownerNote": _plain("Zownernote"),
            "note": _plain("Zactionnote"),
            "citations": _cites("report", "Zactionlocator"),
            "owners": (
                "{ ... on Person { id } ... on Organization { id } }",
                [{"id": "sentinel/person"}, {"id": "sentinel/firm"}],
            ),
            "arisingFrom": _of("sentinel/meeting"),
        },
    ),
    "Assessment": Record(
        '{ node(id: "sentinel/cell") { ... on Assessment { @ } } }',
        ("node",),
        {
            "url": _plain("/sentinel/service#ratings"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/cell"),
            "dimension": _plain("FUNDING"),
            "rating": _plain("AMBER"),
            "on": _plain("2004-06-05"),
            "flagCount": _plain(17),
            "citations": _cites("report", "Zcelllocator"),
            "organization": _of("sentinel/service"),
            "summary": _plain("Zcellsummary"),
            "by": _of("sentinel/forum"),
        },
    ),
    "RecordedAbsence": Record(
        '{ node(id: "sentinel/absence") { ... on RecordedAbsence { @ } } }',
        ("node",),
        {
            "url": _plain("/sentinel/forum#absent"),
            "updatedAt": _LATELY,
            "id": _plain("sentinel/absence"),
            "note": _plain("Zabsencenote"),
            "citations": _cites("report", "Zabsencelocator"),
            "subject": _of("sentinel/forum"),
            "from": _of("sentinel/top"),
        },
    ),
    "Source": Record(
        '{ node(id: "report") { ... on Source { @ } } }',
        ("node",),
        {
            "page": _plain("/sources/report"),
            "id": _plain("report"),
            "title": _plain("Zreporttitle study"),
            "kind": _plain("CORRESPONDENCE"),
            "publisher": _plain("Zpublisher office"),
            "creators": _plain(["Zcreator Ann"]),
            "published": _plain("2003-02"),
            "read": _plain("2004-04"),
            "url": _plain("https://zsourceurl.example/report"),
            "updatedAt": _LATELY,
            "note": _plain("Zsourcenote says more."),
        },
    ),
    "ReportBack": Record(
        '{ reportBack(area: "sentinel", on: "2006-01-01") { report { @ } } }',
        ("reportBack", 1, "report"),
        {
            "date": _plain("2005-04-11"),
            "link": _plain("https://zreportlink.example/back"),
            "note": _plain("Zreportnote"),
            "citations": _cites("minutes", "Zreportlocator"),
        },
    ),
}
"""A record of each type of the API that stands for something in a place's file."""
