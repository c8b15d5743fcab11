"""A place's file becomes facts of the graph, and the ids it mentions are looked up."""

from itertools import accumulate

from app.domain import vocabulary as words
from app.domain.facts import Value
from app.exchange import place_format as form
from app.exchange.composition_facts import composition_text, groups_named, what_is_wrong
from app.exchange.derived_ids import entry_name
from app.exchange.doubts.entries import doubt_of_name
from app.exchange.meeting_facts import MeetingReader
from app.exchange.organization_facts import ThemeSaid, organization_properties
from app.exchange.post_facts import PostReader
from app.exchange.provenance import former_names, inherited, provenance, shared_properties, silent
from app.exchange.validation import entries
from app.exchange.yaml_places import Path_


class PlaceReader(PostReader, MeetingReader):
    """Turns one validated file into facts; problems go to its document."""

    def read(self, file: form.PlaceFile) -> None:
        """Add everything the file says to the reading."""
        self.reading.facts.places.add(self.place)
        themes = self._themes(file)
        for index, source in entries(self.document, "sources", form.Source):
            if self.room(("sources", index)):
                self.sources.add(source.id)
                key = self._node("Source", source.id, ("sources", index), shared_properties(source))
                if self.reading.labels.get(key) == "Source":
                    self.cited_here.add(source.id)
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

    def one(self, said: form.Person | form.Post, path: Path_) -> None:
        """Add what one entry says, which is plainly right."""
        self._begin(said, path)
        if isinstance(said, form.Post):
            self._post(said, path)
        else:
            self._person(said, path)

    def _themes(self, file: form.PlaceFile) -> dict[str, ThemeSaid]:
        """Return what is said of each theme; one that no body has leaves no gap, which nobody could read back."""
        written = self.document.value.get("organizations") or [] if file.themes else []
        used = {theme for body in written if isinstance(theme := _theme_in(body), str)}
        numbers = accumulate((theme.id in used for theme in file.themes), initial=0)
        names = {theme.name.casefold() for theme in file.themes}
        for at, theme in enumerate(file.themes):
            for other in theme.like:
                if other.casefold() in names:
                    expected = "expected what another place calls a theme that means the same"
                    self.document.refuse(("themes", at, "like"), f"'{other}', a theme of this place", expected)
        return {
            theme.id: ThemeSaid(theme.name, number, tuple(theme.like), theme.fixed)
            for theme, number in zip(file.themes, numbers, strict=False)
        }

    def shared(self, label: str, key: str, path: Path_, properties: dict[str, Value]) -> None:
        """Add a node that no single place owns: an area or a source."""
        self._node(label, key, path, properties)

    def part_of(self, inner: str, outer: str, path: Path_) -> None:
        """Say that one area lies in another."""
        self._mention((*path, "partOf"), outer, ("Area",))
        said: dict[str, Value] = {"access": words.Access.PUBLIC.value}
        self._link("PART_OF", ("Area", inner), ("Area", outer), said, path)

    def _organization(self, said: form.Organization, path: Path_, themes: dict[str, ThemeSaid]) -> None:
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
        properties = organization_properties(said, since, until, themes.get(said.theme) if said.theme else None)
        self._composition(said, path)
        # What is not recorded takes no room: see decision 8.
        decides = None if said.decides is words.Decision.NOT_RECORDED else said.decides.value
        properties |= {"decides": decides, "composition": composition_text(said, self._id, self._source)}
        key = self._node("Organization", said.id, path, properties)
        for number, area in enumerate(said.areas or [self.place]):
            target = self._mention((*path, "areas", number) if said.areas else ("place",), area, ("Area",))
            self._link("IN_AREA", ("Organization", key), ("Area", target), silent(said), path)

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
            **former_names(said.formerNames),
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

    def _line(self, said: form.Line, path: Path_) -> None:
        start = self._mention((*path, "from"), said.from_, ("Organization",))
        end = self._mention((*path, "to"), said.to, ("Organization",))
        proposed = said.status is words.FactStatus.PROPOSED
        told: dict[str, Value] = {"label": said.label, "amount": said.amount, "amountPer": said.amountPer}
        properties = told | provenance(said, proposed=proposed)
        self._link(said.type.relationship, ("Organization", start), ("Organization", end), properties, path, said.id)

    def _assessment(self, said: form.Assessment, path: Path_) -> None:
        body = self._mention((*path, "organization"), said.organization, ("Organization",))
        properties: dict[str, Value] = {
            "dimension": said.dimension.value,
            "rating": said.rating.value,
            "summary": said.summary,
            "on": said.on,
            "by": self._mention((*path, "by"), said.by, ("Organization",)) if said.by else None,
            "flag": said.flag or None,
            "flagCount": said.flagCount,
        }
        if said.flag and said.access is not words.Access.CONFIDENTIAL:
            access = said.access or words.Access.PUBLIC
            self._refuse((*path, "access"), f"access '{access}'", "a flag is confidential: it belongs to who gave it")
        if said.flag and not said.by:
            self._refuse((*path, "by"), "nobody", "a flag says by whom it is")
        cell = self._node("Assessment", entry_name(said, self.place), path, properties | provenance(said))
        self._link("ASSESSES", ("Assessment", cell), ("Organization", body), silent(said), path)

    def _absence(self, said: form.Absence, path: Path_) -> None:
        subject = self._mention((*path, "subject"), said.subject, ("Organization",))
        body = self._mention((*path, "from"), said.from_, ("Organization",)) if said.from_ else None
        absence = self._node("RecordedAbsence", entry_name(said, self.place), path, provenance(said))
        whole = silent(said)
        self._link("SUBJECT", ("RecordedAbsence", absence), ("Organization", subject), whole, path)
        if body:
            self._link("FROM", ("RecordedAbsence", absence), ("Organization", body), whole, path)


def _theme_in(body: object) -> object:
    """Return the theme that an entry of a body says, whether it is spelled or a model already."""
    return body.get("theme") if isinstance(body, dict) else getattr(body, "theme", None)
