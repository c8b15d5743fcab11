"""What the web service of a committee system (ModernGov) answers, saved as a file, becomes entries of a place.

Read are the lists of its committees, its councillors by ward, its meetings, and one meeting with who was there. The
service says no more of a seat than that a councillor sits for a ward, so only those seats come of it; what is said of
parties, photographs, documents and addresses is left where it is, and told.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from app.exchange import place_format as form
from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.entry_making import EntryMaking, id_of
from app.exchange.formats.popolo_values import stated
from app.exchange.formats.xml_tree import BadXml, tree_of
from app.exchange.rows import slug
from app.exchange.sheets.people import said_name

WHAT = "ModernGov"
ROOTS = frozenset({"committees", "councillorsbyward", "getmeetings", "getmeetingsbydate", "meeting"})
"""The elements that its answers begin with; some come in an envelope of SOAP, which is taken off."""
_COUNCIL = "council"
_READ = frozenset(
    "committees committee committeeid committeetitle committeedeleted committeeexpired committeecategory"
    " councillorsbyward wards ward wardtitle councillors councillor councillorid fullusername termsofoffice"
    " termofoffice startdate enddate getmeetings getmeetingsbydate meetings meeting meetingid meetingdate meetingtime"
    " meetinglocation meetingstatus attendees attendee".split()
)
_OPEN = frozenset({"", "unspecified", "n/a", "none"})
"""What stands for a date that is not known."""
_A_DATE = "expected a date such as 31/01/2024"


def entries_of_moderngov(content: bytes, place: str, title: str = "") -> EntriesRead:
    """Read a saved answer as entries of a place, whose id is given; `title` stands for the document as a source.

    Ids are made of names and titles, so that another answer of the same system leads to the same bodies and people;
    two of one name in an answer are told apart by the system's own number.
    """
    read = EntriesRead(form.PlaceFile(place=place), WHAT)
    try:
        root = tree_of(content)
    except BadXml as wrong:
        read.problems.append(str(wrong))
        return read
    _Reader(place, title or "Answer of the committee system", read).read(root)
    return read


def is_moderngov(content: bytes) -> bool:
    """Tell whether a text is an answer of the web service, by its beginning."""
    found = re.search(rb"<(?:\w+:)?(%s)[\s>/]" % "|".join(sorted(ROOTS)).encode(), content[:2_000].lower())
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and found is not None


class _Reader(EntryMaking):
    def __init__(self, place: str, title: str, into: EntriesRead) -> None:
        super().__init__(into, "committee-system", title)
        self.place = place
        self.bodies: dict[str, form.Organization] = {}
        self.posts: list[form.Post] = []
        self.meetings: list[form.Meeting] = []
        self.numbers: dict[tuple[str, str], str] = {}
        """The id of each thing here, by what it is and its number there."""

    def read(self, root: Element) -> None:
        """Read an answer, whichever of those that are known it is."""
        answer = next((it for it in root.iter() if it.tag in ROOTS), None)
        if answer is None:
            expected = "expected a saved answer such as GetCommittees, GetCouncillorsByWard, GetMeetings or GetMeeting"
            self.into.problems.append(f"The document begins with <{root.tag[:40]}>: {expected}.")
            return
        for each in answer.iter():
            if each.tag not in _READ:
                self.into.unread[each.tag[:60]] += 1
        of_meeting = {}
        for at, committee in enumerate(answer.iter("committee"), 1):
            self.spot = f"committee {at}"
            self._committee(committee)
            of_meeting.update(dict.fromkeys(committee.iter("meeting"), committee))
        for at, ward in enumerate(answer.iter("ward"), 1):
            for number, councillor in enumerate(ward.iter("councillor"), 1):
                self.spot = f"ward {at}, councillor {number}"
                self._councillor(councillor, _text(ward, "wardtitle"))
        for at, meeting in enumerate(answer.iter("meeting"), 1):
            self.spot = f"meeting {at}"
            self._meeting(meeting, of_meeting.get(meeting, meeting))
        self.finish(self.place, organizations=list(self.bodies.values()), posts=self.posts, meetings=self.meetings)

    def _committee(self, said: Element) -> str | None:
        """Add a committee, and return its id."""
        title, number = _text(said, "committeetitle"), _text(said, "committeeid")
        if not title:
            self.refuse("<committeetitle>", "", "expected the name of the committee")
            return None
        id_ = self._id_of("committee", title, number)
        over = "true" in {_text(said, "committeedeleted").casefold(), _text(said, "committeeexpired").casefold()}
        body = self.made(
            form.Organization,
            id=id_,
            name=title,
            classification="committee",
            classificationNote=_text(said, "committeecategory"),
            kind="unit",
            sector="statutory",
            status="disbanded" if over else "active",
            identifiers=[{"scheme": "moderngov", "value": number}] if number else [],
        )
        if body:
            self.bodies.setdefault(id_, body)
        return id_

    def _councillor(self, said: Element, ward: str) -> None:
        person = self._person(_text(said, "fullusername"), _text(said, "councillorid"), "<fullusername>")
        if person is None:
            return
        name = f"{self.place.replace('-', ' ').title()} Council"
        sort = {"classification": "council", "kind": "formal", "sector": "statutory"}
        council = self.made(form.Organization, id=_COUNCIL, name=name, **sort)
        seat = self.made(
            form.Post,
            id=f"{_COUNCIL}-{person}"[:200],
            on=_COUNCIL,
            role="elected_member",
            basis="elected",
            label=f"Councillor for {ward}" if ward else "Councillor",
            electorate=f"voters of {ward}" if ward else None,
            holders=[{"person": person} | self._term(said)],
        )
        if council and seat:
            self.bodies.setdefault(_COUNCIL, council)
            self.posts.append(seat)

    def _term(self, said: Element) -> dict[str, str]:
        """Return since when somebody has the seat, and when the last of the terms that are told ends."""
        terms = [(self._date(it, "startdate"), self._date(it, "enddate")) for it in said.iter("termofoffice")]
        begun = [(start, end or "") for start, end in terms if start]
        return stated({"since": min(begun)[0], "termEnds": max(begun)[1]}) if begun else {}

    def _meeting(self, said: Element, named: Element) -> None:
        """Add a meeting, of the committee that it names or stands under."""
        body = self._committee(named)
        day, status = self._date(said, "meetingdate"), _text(said, "meetingstatus").casefold()
        if day is None and _text(said, "meetingdate").casefold() in _OPEN:
            self.refuse("<meetingdate>", "", _A_DATE)
        if body is None or day is None:
            return
        meeting = self.made(
            form.Meeting,
            id=f"{body}-{day}",
            organization=body,
            date=day,
            venue=_text(said, "meetinglocation"),
            status="cancelled" if "cancel" in status or "abandon" in status else None,
            attendance=list(self._attendance(said)),
        )
        self.meetings += [meeting] if meeting else []

    def _attendance(self, said: Element) -> Iterator[dict[str, str]]:
        meeting = self.spot
        for at, attendee in enumerate(said.iter("attendee"), 1):
            self.spot = f"{meeting}, attendee {at}"
            person = self._person(attendee.get("name", ""), attendee.get("memberid", ""), "name")
            how = _how_in(attendee.get("attendance", ""))
            if person and how:
                yield {"person": person, "as": how}
            elif person:
                self.into.unread[f"attendance '{attendee.get('attendance', '')[:40]}'"] += 1
        self.spot = meeting

    def _person(self, text: str, number: str, where: str) -> str | None:
        name = said_name(text.strip()).name if text.strip() else ""
        if not name:
            self.refuse(where, text.strip(), "expected the name of a person")
            return None
        return self.person(text, self._id_of("person", name, number.strip()))

    def _id_of(self, what: str, name: str, number: str) -> str:
        """Return an id made of a name; of a second thing of that name, with its number there."""
        if number and (what, number) in self.numbers:
            return self.numbers[what, number]
        id_ = id_of(name, what)
        if number and any(kind == what and known == id_ for (kind, _), known in self.numbers.items()):
            id_ = f"{id_}-{slug(number)}"
        if number:
            self.numbers[what, number] = id_
        return id_

    def _date(self, said: Element, name: str) -> str | None:
        text = _text(said, name)
        if text.casefold() in _OPEN:
            return None
        for written in ("%d/%m/%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(text[:10], written).date().isoformat()
            except ValueError:
                continue
        self.refuse(f"<{name}>", text, _A_DATE)
        return None


def _text(said: Element, name: str) -> str:
    """Return the text of a child on one line; empty where there is none."""
    child = said.find(name)
    return " ".join((child.text or "").split()) if child is not None else ""


def _how_in(text: str) -> str | None:
    """Return in which capacity somebody was there; None where it says that they were not, or something else."""
    word = text.strip().casefold()
    if "apolog" in word:
        return "apologies"
    if "substitut" in word or "deput" in word:
        return "deputising"
    if word.startswith("in attendance"):
        return "in_attendance"
    return {"present": "present", "attended": "present", "expected": "expected"}.get(word.split(",")[0])
