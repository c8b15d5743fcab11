"""The meetings of a file, with who was there, what was reported back, and the actions that came of them."""

from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from app.domain.facts import Value
from app.exchange import place_format as form
from app.exchange.derived_ids import entry_name
from app.exchange.entry_facts import EntryReader
from app.exchange.provenance import inherited, provenance
from app.exchange.yaml_places import Path_


class MeetingReader(EntryReader):
    """Reads meetings and actions."""

    def _meeting(self, said: form.Meeting, path: Path_) -> None:
        body = self._mention((*path, "organization"), said.organization, ("Organization",))
        properties: dict[str, Value] = {
            "date": said.date,
            "venue": said.venue,
            "label": said.label,
            "status": said.status.value if said.status else None,
            "quorate": None if said.quorate is words.YesNoNotRecorded.NOT_RECORDED else said.quorate.value,
        }
        properties |= provenance(said, since=said.date, until=said.date)
        meeting = self._node("Meeting", entry_name(said, self.place), path, properties)
        self._link("MEETING_OF", ("Meeting", meeting), ("Organization", body), inherited(form.Inner(), said), path)
        for number, attendance in enumerate(said.attendance):
            self._attendance(attendance, (*path, "attendance", number), said, meeting)
        for number, report in enumerate(said.reports):
            self._report(report, (*path, "reports", number), said, meeting)

    def _report(self, said: form.ReportBack, path: Path_, meeting_said: form.Meeting, meeting: str) -> None:
        post = self._inner(said, path, "post", said.post, ("Post",))
        if said.date and latest(said.date) < earliest(meeting_said.date):
            self._refuse(
                (*path, "date"), f"a report of {said.date}", f"expected none before the meeting, {meeting_said.date}"
            )
        properties: dict[str, Value] = {"date": said.date, "link": said.link}
        self._link(
            "REPORTED_BACK",
            ("Post", post),
            ("Meeting", meeting),
            properties | inherited(said, meeting_said),
            path,
            said.id,
        )

    def _attendance(self, said: form.Attendance, path: Path_, meeting_said: form.Meeting, meeting: str) -> None:
        if not said.person and not said.organization:
            self._refuse(path, "nobody", "expected 'person' or 'organization'")
            return
        for_ = said.for_ or (said.organization if said.person else None)
        properties = inherited(said, meeting_said)
        properties["as"] = said.as_.value
        if said.deputisingFor:
            properties["deputisingFor"] = self._mention((*path, "deputisingFor"), said.deputisingFor, ("Person",))
        if for_:
            properties["for"] = self._mention((*path, "for" if said.for_ else "organization"), for_, ("Organization",))
        if said.person:
            who = ("Person", self._inner(said, path, "person", said.person, ("Person",)))
        else:
            assert said.organization
            who = (
                "Organization",
                self._inner(said, path, "organization", said.organization, ("Organization",)),
            )
        self._link("ATTENDED", who, ("Meeting", meeting), properties, path, said.id)

    def _action(self, said: form.Action, path: Path_) -> None:
        properties = {
            "text": said.text,
            "status": said.status.value,
            "due": said.due,
            "ownerNote": said.ownerNote,
        }
        action = self._node("Action", entry_name(said, self.place), path, properties | provenance(said))
        whole = inherited(form.Inner(), said)
        if said.arisingFrom:
            meeting = self._mention((*path, "arisingFrom"), said.arisingFrom, ("Meeting",))
            self._link("ARISING_FROM", ("Action", action), ("Meeting", meeting), whole, path)
        for number, owner in enumerate(said.owners):
            target = self._mention((*path, "owners", number), owner, ("Person", "Organization"))
            self._link("OWNED_BY", ("Action", action), ("", target), whole, (*path, "owners", number))
