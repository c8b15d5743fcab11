"""Saved answers of a committee system become entries, and what is wrong with one is said where it is."""

import pytest

from app.exchange.formats.entries_read import EntriesRead
from app.exchange.formats.moderngov_in import entries_of_moderngov, is_moderngov

COMMITTEES = b"""<?xml version="1.0" encoding="utf-8"?>
<committees committeecount="3">
  <committee><committeeid>129</committeeid><committeetitle>Cabinet</committeetitle>
    <committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired>
    <committeecategory>Executive</committeecategory></committee>
  <committee><committeeid>272</committeeid><committeetitle>Audit &amp; Risk</committeetitle>
    <committeedeleted>False</committeedeleted><committeeexpired>True</committeeexpired>
    <committeecategory>Regulatory</committeecategory></committee>
  <committee><committeeid>300</committeeid><committeetitle>Cabinet</committeetitle>
    <committeedeleted>True</committeedeleted><committeeexpired>False</committeeexpired></committee>
</committees>"""
COUNCILLORS = b"""<councillorsbyward><wards><ward><wardtitle>Northfield</wardtitle><councillors councillorcount="2">
  <councillor><councillorid>7</councillorid><fullusername>Councillor Ann Lee OBE</fullusername>
    <politicalpartytitle>Example Party</politicalpartytitle>
    <homeaddress><line1>1 Private Street</line1><phone>0123</phone></homeaddress>
    <termsofoffice><termofoffice><startdate>05/05/2016</startdate><enddate>04/05/2020</enddate></termofoffice>
      <termofoffice><startdate>06/05/2021</startdate><enddate>unspecified</enddate></termofoffice></termsofoffice>
  </councillor>
  <councillor><councillorid>8</councillorid><fullusername>Cllr Bo Day</fullusername>
    <termsofoffice><termofoffice><startdate>06/05/2021</startdate><enddate>07/05/2025</enddate></termofoffice>
    </termsofoffice></councillor>
</councillors></ward></wards></councillorsbyward>"""
MEETING = b"""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
<meeting xmlns="http://moderngov.co.uk/namespaces"><meetingid>206</meetingid><meetingdate>31/01/2024</meetingdate>
  <committeeid>129</committeeid><committeetitle>Cabinet</committeetitle>
  <meetinglocation>North Warehouse</meetinglocation><meetingstatus>Confirmed</meetingstatus><attendees>
  <attendee membertype="Committee" memberid="7" name="Councillor Ann Lee OBE" roledescription="Chair" attendance="Present"/>
  <attendee membertype="Committee" memberid="8" name="Bo Day" roledescription="Member" attendance="Apologies"/>
  <attendee membertype="Committee" memberid="9" name="Bo Day" roledescription="Member" attendance="Present, as substitute"/>
  <attendee membertype="Officer" memberid="11" name="Cy Orr" roledescription="Officer" attendance="In attendance"/>
  <attendee membertype="Committee" memberid="12" name="Di Ray" roledescription="Member" attendance="Absent"/>
</attendees></meeting></s:Body></s:Envelope>"""
MEETINGS = b"""<getmeetings><committee><committeeid>129</committeeid><committeetitle>Cabinet</committeetitle><meetings>
  <meeting><meetingid>206</meetingid><meetingdate>31/01/2024</meetingdate><meetingstatus>Agenda published</meetingstatus></meeting>
  <meeting><meetingid>207</meetingid><meetingdate>28/02/2024</meetingdate><meetingstatus>Cancelled</meetingstatus></meeting>
</meetings></committee></getmeetings>"""


def read(content: bytes) -> EntriesRead:
    found = entries_of_moderngov(content, "gloucester", "answer.xml")
    assert found.problems == []
    return found


def test_committees_are_bodies_with_the_number_that_the_system_gives_them() -> None:
    bodies = read(COMMITTEES).file.organizations
    said = [(it.id, it.name, it.status.value, it.classificationNote, it.identifiers[0].value) for it in bodies]
    assert said == [
        ("cabinet", "Cabinet", "active", "Executive", "129"),
        ("audit-risk", "Audit & Risk", "disbanded", "Regulatory", "272"),
        ("cabinet-300", "Cabinet", "disbanded", None, "300"),
    ]


def test_councillors_sit_for_their_wards_since_their_first_term_and_till_the_end_of_the_last() -> None:
    found = read(COUNCILLORS)
    assert [(it.id, it.name, it.honorificPrefix, it.honorificSuffix) for it in found.file.people] == [
        ("ann-lee", "Ann Lee", "Councillor", "OBE"),
        ("bo-day", "Bo Day", "Cllr", None),
    ]
    seats = [(it.on, it.label, it.electorate, it.holders[0].since, it.holders[0].termEnds) for it in found.file.posts]
    assert seats == [
        ("council", "Councillor for Northfield", "voters of Northfield", "2016-05-05", None),
        ("council", "Councillor for Northfield", "voters of Northfield", "2021-05-06", "2025-05-07"),
    ]
    assert [it.name for it in found.file.organizations] == ["Gloucester Council"]
    assert found.unread["homeaddress"] == 1
    assert "Private" not in repr(found.file)


def test_a_meeting_has_its_committee_place_and_who_was_there() -> None:
    found = read(MEETING)
    (meeting,) = found.file.meetings
    assert (meeting.organization, meeting.date, meeting.venue) == ("cabinet", "2024-01-31", "North Warehouse")
    assert [(it.person, it.as_.value) for it in meeting.attendance] == [
        ("ann-lee", "present"),
        ("bo-day", "apologies"),
        ("bo-day-9", "deputising"),
        ("cy-orr", "in_attendance"),
    ]
    assert found.unread["attendance 'Absent'"] == 1


def test_a_list_of_meetings_tells_which_were_cancelled_and_whose_they_are() -> None:
    meetings = read(MEETINGS).file.meetings
    assert [(it.organization, it.date, it.status and it.status.value) for it in meetings] == [
        ("cabinet", "2024-01-31", None),
        ("cabinet", "2024-02-28", "cancelled"),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (COMMITTEES[:200], "no XML: unclosed token, line 4"),
        (b"<committees><!-- --></committee>", "no XML: mismatched tag, line 1"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><committees>&b;</committees>', "defines words of its own"),
        (b"<a>" * 61 + b"</a>" * 61, "more within each other, than any answer has"),
        (b"<html><body/></html>", "begins with <html>: expected a saved answer such as GetCommittees"),
        (MEETING.replace(b"31/01/2024", b"31st"), "meeting 1: <meetingdate>: found '31st'; expected a date such as"),
        (MEETING.replace(b"<committeetitle>Cabinet</committeetitle>", b""), "expected the name of the committee"),
        (MEETING.replace(b'name="Cy Orr"', b'name=""'), "meeting 1, attendee 4: name: expected the name of a person"),
        (COUNCILLORS.replace(b"Cllr Bo Day", b" "), "ward 1, councillor 2: <fullusername>: expected the name"),
        (COUNCILLORS.replace(b"07/05/2025", b"2025"), "ward 1, councillor 2: <enddate>: found '2025'; expected a date"),
        (COMMITTEES.replace(b"Audit &amp; Risk", b"A" * 400), "committee 2: name: String should have at most 300"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(content: bytes, says: str) -> None:
    problems = entries_of_moderngov(content, "gloucester", "answer.xml").problems
    assert len(problems) == 1
    assert says in problems[0]


def test_an_answer_is_known_by_its_beginning() -> None:
    assert all(map(is_moderngov, (COMMITTEES, COUNCILLORS, MEETING, MEETINGS)))
    assert not any(map(is_moderngov, (b"<html><p>committees</p></html>", b"{}", b"Board,Seat\n<committees>,x\n")))
