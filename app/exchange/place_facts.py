"""A place's file becomes facts of the graph, and the ids it mentions are looked up."""

from collections.abc import Iterable
from typing import TypeVar

from app.domain import vocabulary as words
from app.domain.dates import earliest, latest
from app.domain.facts import Link, Node, Value
from app.exchange import place_format as form
from app.exchange.composition_facts import composition_text, groups_named, what_is_wrong
from app.exchange.doubts.entries import doubt_of_name, far_dates
from app.exchange.mending import NOBODY
from app.exchange.organization_facts import organization_properties
from app.exchange.provenance import contact_properties, inherited, provenance, shared_properties
from app.exchange.reading import Reading, Spot
from app.exchange.rows import slug
from app.exchange.validation import entries, entries_and_rests
from app.exchange.yaml_places import Path_
from app.exchange.yaml_text import Document

_LINES = frozenset(line.relationship for line in words.LineType)

Entry = TypeVar("Entry", bound=form.Fact)


class PlaceReader:
    """Turns one validated file into facts; problems go to its document."""

    def __init__(self, document: Document, place: str, reading: Reading) -> None:
        self.document, self.place, self.reading = document, place, reading
        self.spot: Spot = (document, ())
        self.repeated: set[Path_] = set()
        self.rest_only = False
        """Whether only what an entry mentions is read, since something else is wrong with it."""
        self.sources: set[str] = set()
        """The ids of the sources that the file itself has: what it cites is one of these before it is a shared one."""

    def read(self, file: form.PlaceFile) -> None:
        """Add everything the file says to the reading."""
        self.reading.facts.places.add(self.place)
        themes = {theme.id: (theme.name, order) for order, theme in enumerate(file.themes)}
        for index, source in entries(self.document, "sources", form.Source):
            if self.room(("sources", index)):
                self.sources.add(source.id)
                self._node("Source", source.id, ("sources", index), shared_properties(source))
        for path, organization in self._entries("organizations", form.Organization):
            self._organization(organization, path, themes)
        for path, person in self._entries("people", form.Person):
            self._person(person, path)
        for path, post in self._entries("posts", form.Post):
            self._post(post, path)
        for path, line in self._entries("lines", form.Line):
            self._line(line, path)
        for path, meeting in self._entries("meetings", form.Meeting):
            self._meeting(meeting, path)
        for path, action in self._entries("actions", form.Action):
            self._action(action, path)
        for path, assessment in self._entries("assessments", form.Assessment):
            self._assessment(assessment, path)
        for path, absence in self._entries("absences", form.Absence):
            self._absence(absence, path)

    def shared(self, label: str, key: str, path: Path_, properties: dict[str, Value]) -> None:
        """Add a node that no single place owns: an area or a source."""
        self._node(label, key, path, properties)

    def part_of(self, inner: str, outer: str, path: Path_) -> None:
        """Say that one area lies in another."""
        self._mention((*path, "partOf"), outer, ("Area",))
        said: dict[str, Value] = {"access": words.Access.PUBLIC.value}
        self._link("PART_OF", ("Area", inner), ("Area", outer), said, path)

    def _entries(self, section: str, form_: type[Entry]) -> Iterable[tuple[Path_, Entry]]:
        for index, entry, whole in entries_and_rests(self.document, section, form_):
            if not self.room((section, index)):
                return
            self.rest_only = not whole
            self._dates(entry, (section, index))
            for number, cite in enumerate(entry.cites):
                self._mention((section, index, "cites", number), cite.source, ("Source",))
            yield (section, index), entry
            self.rest_only = False

    def room(self, path: Path_) -> bool:
        """Tell whether one run may hold more facts; the first that may not be held is noted."""
        return self.reading.room(self.document, path)

    def _dates(self, said: form.Said, path: Path_, **named: str | None) -> None:
        start, end = named.get("since", said.since), named.get("until", said.until)
        if start and end and latest(end) < earliest(start):
            self.document.refuse((*path, "until"), f"an end {end}", f"expected no end before the start, {start}")
        if said.doubts:
            self._accept(said, path)
        elif self.reading.doubting and not named and (self.document.file, path[:2]) not in self.reading.accepted:
            for field, says in far_dates(said, self.reading.today):
                self.document.doubt((*path, field), says)

    def _accept(self, said: form.Said, path: Path_) -> None:
        if len(said.doubts or "") <= len("accepted.") and not said.note:
            expected = "expected a sentence that says why, after 'accepted, ' or as a 'note'"
            self.document.refuse((*path, "doubts"), "no reason", expected)
        self.reading.accepted.add((self.document.file, path))

    def _refuse(self, path: Path_, found: str, expected: str) -> None:
        """Note what does not go together; of an entry that is not whole, that may be for what it lacks."""
        if not self.rest_only:
            self.document.refuse(path, found, expected)

    def _id(self, written: str) -> str:
        return written if "/" in written or not self.place else f"{self.place}/{written}"

    def _source(self, written: str) -> str:
        """Return the whole id of a source: the file's own before a shared one."""
        return self._id(written) if written in self.sources else written

    def _mention(self, path: Path_, written: str, labels: tuple[str, ...]) -> str:
        if written == NOBODY:
            return written
        if labels == ("Source",):
            found = self._source(written)
        else:
            found = written if labels == ("Area",) else self._id(written)
        self.reading.mention(self.document, path, written, found, labels)
        return found

    def _spot(self, path: Path_) -> Spot:
        """Return where something stands: what stands at the same path shares it."""
        if self.spot[1] is not path:
            self.spot = (self.document, path)
        return self.spot

    def _node(self, label: str, key: str, path: Path_, properties: dict[str, Value]) -> str:
        identifier = self._id(key)
        if self.rest_only:
            return identifier
        if identifier in self.reading.spots:
            earlier = self.reading.spots[identifier]
            place = f"{earlier[0].file} line {{line}}"
            self.document.refuse(
                (*path, "id"),
                f"the id '{key}' a second time",
                f"expected each id once: it stands in {place}; give this one an 'id' of its own",
                first=earlier,
            )
            self.repeated.add(path)
        else:
            self.reading.spots[identifier] = self._spot(path)
            self.reading.labels[identifier] = label
        kept = self.reading.kept(self._cited(properties))
        self.reading.facts.nodes.append(Node(label, identifier, self.place, kept))
        return identifier

    def _link(
        self,
        type_: str,
        start: tuple[str, str],
        end: tuple[str, str],
        said: dict[str, Value],
        path: Path_,
        key: str | None = None,
    ) -> None:
        if self.rest_only:
            return
        name = key or f"{slug(start[1], self.place)}--{type_.lower().replace('_', '-')}--{slug(end[1], self.place)}"
        identifier = self._id(name)
        spots = self.reading.spots if type_ in _LINES else self.reading.inner_spots.setdefault(type_, {})
        if path[:2] in self.repeated:
            return  # told once already, of the node itself
        if identifier in spots:
            self.document.refuse(
                path,
                f"a second '{type_.lower()}' between the same two",
                "expected an 'id' on one of them, since they would be taken for one fact; the first is in line {line}",
                first=spots[identifier],
            )
        else:
            spots[identifier] = self._spot(path)
        self.reading.facts.links.append(
            Link(type_, identifier, self.place, *start, *end, self.reading.kept_of_link(self._cited(said)))
        )

    def _cited(self, properties: dict[str, Value]) -> dict[str, Value]:
        """Return the properties with the whole ids of the file's own sources in what they cite."""
        cites = properties.get("cites")
        if not self.sources or not isinstance(cites, str):
            return properties
        lines = [line.partition(" ") for line in cites.split("\n")]
        whole = [f"{self._source(source)} {where}" for source, _, where in lines]
        return properties | {"cites": "\n".join(whole)}

    def _organization(self, said: form.Organization, path: Path_, themes: dict[str, tuple[str, int]]) -> None:
        since, until = said.founded or said.since, said.dissolved or said.until
        self._dates(said, path, since=since, until=until)
        if said.theme and said.theme not in themes:
            self.document.refuse(
                (*path, "theme"), f"'{said.theme}'", f"expected one of the file's themes: {', '.join(themes)}"
            )
        if (said.kind == "constituency") != (said.classification == "constituency"):
            self._refuse(
                (*path, "kind"),
                f"kind '{said.kind}'",
                "a constituency has both that kind and that classification",
            )
        theme = themes.get(said.theme, (None, None)) if said.theme else (None, None)
        properties = organization_properties(said, since, until, theme)
        self._composition(said, path)
        # What is not recorded takes no room: see decision 8.
        decides = None if said.decides is words.Decision.NOT_RECORDED else said.decides.value
        properties |= {"decides": decides, "composition": composition_text(said, self._id, self._source)}
        key = self._node("Organization", said.id, path, properties)
        for number, area in enumerate(said.areas or [self.place]):
            target = self._mention((*path, "areas", number) if said.areas else ("place",), area, ("Area",))
            inner = form.Inner()
            self._link("IN_AREA", ("Organization", key), ("Area", target), inherited(inner, said), path)

    def _composition(self, said: form.Organization, path: Path_) -> None:
        for number, rule in enumerate(said.composition):
            spot = (*path, "composition", number)
            for at, written in groups_named(rule):
                self._mention((*spot, "of", at), written, ("Organization",))
            for at, cite in enumerate(rule.cites or []):
                self._mention((*spot, "cites", at), cite.source, ("Source",))
            if wrong := what_is_wrong(rule):
                self._refuse(spot, *wrong)

    def _person(self, said: form.Person, path: Path_) -> None:
        if self.reading.doubting and not said.doubts and (odd := doubt_of_name(said.name)):
            self.document.doubt((*path, "name"), odd)
        names: dict[str, Value] = {
            "name": said.name,
            "honorificPrefix": said.honorificPrefix,
            "honorificSuffix": said.honorificSuffix,
            "alternateNames": list(said.alternateNames) or None,
        }
        properties = names | provenance(said)
        key = self._node("Person", said.id, path, properties)
        for number, work in enumerate(said.worksFor):
            spot = (*path, "worksFor", number)
            target = self._inner(work, spot, "organization", work.organization, ("Organization",))
            self._link(
                "WORKS_FOR",
                ("Person", key),
                ("Organization", target),
                {"role": work.role} | inherited(work, said),
                spot,
                work.id,
            )

    def _inner(self, said: form.Inner, path: Path_, name: str, written: str, labels: tuple[str, ...]) -> str:
        self._dates(said, path)
        for number, cite in enumerate(said.cites or []):
            self._mention((*path, "cites", number), cite.source, ("Source",))
        return self._mention((*path, name), written, labels)

    def _post(self, said: form.Post, path: Path_) -> None:
        board = self._mention((*path, "on"), said.on, ("Organization",))
        proposed = said.status is words.FactStatus.PROPOSED
        if said.numberMax is not None and said.numberMax < said.number:
            self._refuse(
                (*path, "numberMax"), f"at most {said.numberMax}", f"expected no less than the number, {said.number}"
            )
        parts = [slug(board, self.place), said.role.value.replace("_", "-")]
        if said.onBehalfOf:
            parts.append("for-" + "-and-".join(slug(self._id(g.organization), self.place) for g in said.onBehalfOf))
        key = said.id or "--".join(parts)[:200].rstrip("-")
        properties: dict[str, Value] = {
            "role": said.role.value,
            "label": said.label,
            "basis": said.basis.value,
            "voting": said.voting.value,
            "takenUp": said.takenUp.value,
            "number": said.number,
            "numberMax": said.numberMax,
            "membership": said.membership.value if said.membership else None,
            "forArea": self._mention((*path, "area"), said.area, ("Area",)) if said.area else None,
            "order": said.order,
            "electorate": said.electorate,
            "termLimit": said.termLimit,
            "vacant": None if said.vacant is words.YesNoNotRecorded.NOT_RECORDED else said.vacant.value,
            "vacantSince": said.vacantSince,
            "heldAs": said.heldAs and said.heldAs.value,
            "termYears": said.termYears,
            "reportBack": said.reportBack,
            "reportBackDays": said.reportBackDays,
        }
        properties |= contact_properties(said.contactDetails) | provenance(said, proposed=proposed)
        post = self._node("Post", key, path, properties)
        if not said.id and said.onBehalfOf:
            self.reading.telling.add(post)
        whole = inherited(form.Inner(), said, proposed=proposed)
        self._link("POST_IN", ("Post", post), ("Organization", board), whole, path)
        for type_, name, groups in (
            ("ON_BEHALF_OF", "onBehalfOf", said.onBehalfOf),
            ("APPOINTED_BY", "appointedBy", said.appointedBy),
        ):
            for number, group in enumerate(groups):
                spot = (*path, name, number)
                target = self._inner(group, spot, "organization", group.organization, ("Organization",))
                how = group.as_.value if isinstance(group, form.Appointer) and group.as_ else None
                self._link(
                    type_,
                    ("Post", post),
                    ("Organization", target),
                    {"as": how} | inherited(group, said, proposed=proposed),
                    spot,
                    group.id,
                )
        if said.filledByHolderOf:
            other = self._mention((*path, "filledByHolderOf"), said.filledByHolderOf, ("Post",))
            self._link("FILLED_BY_HOLDER_OF", ("Post", post), ("Post", other), whole, path)
        for number, holder in enumerate(said.holders):
            self._holder(holder, (*path, "holders", number), said, post, proposed)

    def _holder(self, said: form.Holder, path: Path_, post_said: form.Post, post: str, proposed: bool) -> None:
        given = [
            (n, v)
            for n, v in (
                ("holder", said.holder),
                ("person", said.person),
                ("organization", said.organization),
            )
            if v
        ]
        if len(given) != 1:
            self._refuse(path, f"{len(given)} holders", "expected one of 'person' or 'organization'")
            return
        name, written = given[0]
        labels = {
            "holder": ("Person", "Organization"),
            "person": ("Person",),
            "organization": ("Organization",),
        }[name]
        holder = self._inner(said, path, name, written, labels)
        if said.since and said.termEnds and latest(said.termEnds) < earliest(said.since):
            self._refuse(
                (*path, "termEnds"), f"a term to {said.termEnds}", f"expected no end before the start, {said.since}"
            )
        own = {"capacity": said.capacity.value, "termEnds": said.termEnds}
        properties = own | inherited(said, post_said, proposed=proposed)
        self._link(
            "HOLDS",
            (labels[0] if len(labels) == 1 else "", holder),
            ("Post", post),
            properties,
            path,
            said.id,
        )

    def _line(self, said: form.Line, path: Path_) -> None:
        start = self._mention((*path, "from"), said.from_, ("Organization",))
        end = self._mention((*path, "to"), said.to, ("Organization",))
        proposed = said.status is words.FactStatus.PROPOSED
        told: dict[str, Value] = {"label": said.label, "amount": said.amount, "amountPer": said.amountPer}
        properties = told | provenance(said, proposed=proposed)
        self._link(said.type.relationship, ("Organization", start), ("Organization", end), properties, path, said.id)

    def _meeting(self, said: form.Meeting, path: Path_) -> None:
        body = self._mention((*path, "organization"), said.organization, ("Organization",))
        properties: dict[str, Value] = {
            "date": said.date,
            "venue": said.venue,
            "label": said.label,
            "status": said.status.value if said.status else None,
            "quorate": None if said.quorate is words.YesNoNotRecorded.NOT_RECORDED else said.quorate.value,
        }
        key = said.id or f"{slug(body, self.place)}--{said.date}"
        meeting = self._node("Meeting", key, path, properties | provenance(said, since=said.date, until=said.date))
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
        key = said.id or f"action--{slug(said.text)[:80].rstrip('-')}"
        properties = {
            "text": said.text,
            "status": said.status.value,
            "due": said.due,
            "ownerNote": said.ownerNote,
        }
        action = self._node("Action", key, path, properties | provenance(said))
        whole = inherited(form.Inner(), said)
        if said.arisingFrom:
            meeting = self._mention((*path, "arisingFrom"), said.arisingFrom, ("Meeting",))
            self._link("ARISING_FROM", ("Action", action), ("Meeting", meeting), whole, path)
        for number, owner in enumerate(said.owners):
            target = self._mention((*path, "owners", number), owner, ("Person", "Organization"))
            self._link("OWNED_BY", ("Action", action), ("", target), whole, (*path, "owners", number))

    def _assessment(self, said: form.Assessment, path: Path_) -> None:
        body = self._mention((*path, "organization"), said.organization, ("Organization",))
        properties: dict[str, Value] = {
            "dimension": said.dimension.value,
            "rating": said.rating.value,
            "summary": said.summary,
            "on": said.on,
            "by": self._mention((*path, "by"), said.by, ("Organization",)) if said.by else None,
        }
        key = said.id or "--".join(
            filter(None, (slug(body, self.place), said.dimension.value.replace("_", "-"), said.on))
        )
        cell = self._node("Assessment", key, path, properties | provenance(said))
        self._link("ASSESSES", ("Assessment", cell), ("Organization", body), inherited(form.Inner(), said), path)

    def _absence(self, said: form.Absence, path: Path_) -> None:
        subject = self._mention((*path, "subject"), said.subject, ("Organization",))
        body = self._mention((*path, "from"), said.from_, ("Organization",)) if said.from_ else None
        key = said.id or "--".join(
            [f"absence-of-{slug(subject, self.place)}", *([f"from-{slug(body, self.place)}"] if body else [])]
        )
        absence = self._node("RecordedAbsence", key, path, provenance(said))
        whole = inherited(form.Inner(), said)
        self._link("SUBJECT", ("RecordedAbsence", absence), ("Organization", subject), whole, path)
        if body:
            self._link("FROM", ("RecordedAbsence", absence), ("Organization", body), whole, path)
