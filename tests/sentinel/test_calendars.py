"""Calendars have every meeting and every end of a term of a place or a body, on its day and with its place."""

from tests.sentinel.site import Site

Event = dict[str, str]


def _events(site: Site, address: str) -> list[Event]:
    lines = site.get(address).said_as_it_is.replace("\r\n ", "").splitlines()
    events: list[Event] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and ":" in line:
            name, _, value = line.partition(":")
            events[-1].setdefault(name.partition(";")[0], value)
    return events


def _of(events: list[Event], word: str) -> Event:
    """Return the one event that says a word."""
    (found,) = [event for event in events if word in _words(event)]
    return found


def _words(event: Event) -> str:
    return f"{event['SUMMARY']} {event.get('DESCRIPTION', '')}"


def test_a_place_has_its_meetings_and_terms(site: Site) -> None:
    events = _events(site, "/calendars/sentinel.ics")
    meeting = _of(events, "Zmeetinglabel")
    assert (meeting["DTSTART"], meeting["LOCATION"]) == ("20050309", "Zvenue")
    assert meeting["URL"].endswith("/meetings/sentinel/meeting")
    coming = _of(events, "Zfuturemeeting")
    assert (coming["DTSTART"], coming["LOCATION"]) == ("20691011", "Zfuturevenue")
    assert _of(events, "Zendingname")["DTSTART"] == "20130820"
    assert not [event for event in events if "Znear" in _words(event)]
    called_off = _of(events, "Zcalledoff")
    assert (called_off["STATUS"], called_off["SUMMARY"]) == ("CANCELLED", "Cancelled: Zboard: meeting")
    assert "STATUS" not in coming


def test_a_body_has_its_own(site: Site) -> None:
    events = _events(site, "/calendars/sentinel/board.ics")
    assert _of(events, "Zlatermeeting")["DTSTART"] == "20130508"
    assert not [event for event in events if "Zendingname" in _words(event)]
    assert _of(_events(site, "/calendars/neighbour/board.ics"), "Znearmeeting")["DTSTART"] == "20080309"
