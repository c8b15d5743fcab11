"""Gaps of one place or of all, with every name: what is missing, rests on too little, or is worth knowing.

The rules are in `app.questions.gaps.rules`; the page, the field, the command and the downloads say what this says.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import home_of, is_constituency
from app.domain.dates import spoken
from app.domain.english import agree, capitalized, counted, figure, listed, role_name
from app.domain.standing import Standing
from app.domain.vocabulary import Certainty, GapKind
from app.questions.gaps.rules import RULES, Gap, find_gaps
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer, today
from app.reading.keeping import Shelf
from app.reading.registers import MOST_PLACES, areas_asked, standing_of

ALL_KINDS = tuple(GapKind)


CERTAINTIES = {
    Certainty.STATED: "",
    Certainty.INFERRED: "our reading of the source",
    Certainty.UNCERTAIN: "the source is ambiguous",
}
"""What is said beside a finding that no source states in so many words."""


_SEATS = frozenset({GapKind.NO_SECTOR_SEAT, GapKind.NO_REPORT_BACK, GapKind.REPORT_BACK_NOT_RECORDED})


_LINES = frozenset({GapKind.FEEDS_NOTHING, GapKind.NO_LINES, GapKind.NOT_ACTIVE})


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap with its names."""

    gap: Gap
    subject: r.Organization | r.Post | r.Person | r.Source
    subject_name: str
    body: r.Organization
    area: r.Area
    """The place that its body is at home in: the same one, whichever place was asked about."""
    as_at: AsAt

    @property
    def id(self) -> str:
        """A name that stays as long as the finding does: `vacant_post/bromley/chair-of-x`.

        It ends in the body where that does not follow from the subject.
        """
        own = self.subject.organization_id if isinstance(self.subject, r.Post) else self.subject.id
        return self.gap.id if self.body.id in {own, self.gap.extra} else f"{self.gap.id}/{self.body.id}"

    @property
    def kind(self) -> GapKind:
        """What sort of gap it is."""
        return self.gap.kind

    @property
    def explanation(self) -> str:
        """Why it holds, in one sentence."""
        return self.gap.explanation

    @property
    def certainty(self) -> Certainty:
        """As sure as the least certain of the facts that it rests on."""
        return self.gap.certainty

    @property
    def remedy(self) -> str:
        """What would close it."""
        return self.gap.remedy

    @property
    def recorded_as_none(self) -> bool:
        """Whether a source states it."""
        return self.gap.recorded_as_none

    @property
    def citations(self) -> tuple[r.Citation, ...]:
        """Where the facts that it rests on come from."""
        return self.gap.citations

    @property
    def address(self) -> str:
        """The page of what the gap is about."""
        folder = {"Post": "/posts/", "Person": "/people/", "Source": "/sources/"}.get(self.gap.subject_type, "/")
        return f"{folder}{self.gap.subject_id}"

    @property
    def remedy_address(self) -> str:
        """The page with what would close it: the seats or lines of a body, else the page of the subject."""
        if self.gap.subject_type == "Organization" and self.gap.kind in _SEATS:
            return f"{self.address}#seats"
        if self.gap.subject_type == "Organization" and self.gap.kind in _LINES:
            return f"{self.address}#lines"
        return self.address

    @property
    def kind_name(self) -> str:
        """The heading of its kind."""
        return RULES[self.gap.kind].name

    @property
    def doubt(self) -> str:
        """How sure it is, where no source states it; empty where one does."""
        return CERTAINTIES[self.gap.certainty]


@dataclass(frozen=True, slots=True)
class GapsFound:
    """What was found of the kinds asked for, and how much there is of every kind."""

    areas: tuple[r.Area, ...]
    on: date
    kinds: tuple[GapKind, ...]
    """The kinds asked for, in the vocabulary's order."""
    findings: tuple[Finding, ...]
    """By place, then by body's name, kind and subject."""
    counts: tuple[tuple[GapKind, int], ...]
    """How many there are of each kind that has a rule, whatever kinds are asked for."""

    @property
    def recorded_as_none(self) -> int:
        """How many of the findings a source states."""
        return sum(finding.recorded_as_none for finding in self.findings)

    @property
    def sentence(self) -> str:
        """The answer in a sentence: how many, on how many bodies, and how many of them a source states."""
        where = "" if len(self.areas) != 1 else f" in {self.areas[0].name}"
        when = spoken(self.on.isoformat())
        if not self.findings:
            return f"No gap of {'this kind' if len(self.kinds) == 1 else 'these kinds'} is found{where} on {when}."
        about = [finding for finding in self.findings if finding.kind is not GapKind.STALE]
        found = {finding.body.id: finding.body for finding in about}.values()
        people = sum(is_constituency(body) for body in found)
        bodies = len(found) - people
        of = [f"on {counted(bodies, 'body', 'bodies')}"] if bodies else []
        of += [f"for {counted(people, 'community', 'communities')} of people"] if people else []
        sources = len({finding.gap.subject_id for finding in self.findings if finding.kind is GapKind.STALE})
        of += [f"of {counted(sources, 'old source')}"] if sources else []
        said = capitalized(f"{counted(len(self.findings), 'gap')} {listed(of)}{where} on {when}")
        stated, whole = self.recorded_as_none, len(self.findings)
        if stated == whole:
            return f"{said}, recorded by a source."
        if not stated:
            return f"{said}: {agree(whole, 'it follows', 'all follow')} from what is recorded or not."
        follow = counted(whole - stated, "that follows", "that follow")
        return f"{said}: {figure(stated)} recorded by a source, and {follow} from what is recorded or not."

    def by_body(self) -> list[tuple[r.Organization, list[Finding]]]:
        """Group the findings by body, in their order; those on old sources, which are no body's, are left out."""
        of_bodies = (finding for finding in self.findings if finding.kind is not GapKind.STALE)
        groups = (list(them) for _, them in groupby(of_bodies, lambda finding: finding.body.id))
        return [(findings[0].body, findings) for findings in groups]


async def find_gaps_of(
    explorer: Explorer,
    area: str | None,
    kinds: Collection[GapKind] = ALL_KINDS,
    as_at: AsAt | None = None,
) -> GapsFound:
    """Return the gaps of a place, or of every place that has organizations, on a day (today unless said).

    Without kinds, of every kind. UnknownId names the nearest areas.
    """
    as_at = as_at or AsAt(today())
    wanted = tuple(kind for kind in ALL_KINDS if kind in kinds) or ALL_KINDS
    contents = await explorer.catalogue.contents()
    ids = await areas_asked(explorer, area)
    every: list[Finding] = []
    for id_ in ids:
        standing = await standing_of(explorer, id_, as_at)
        named = (_named(gap, standing, contents) for gap in await all_gaps(explorer, standing))
        every += [finding for finding in named if finding]
    every = _once_each(every) if len(ids) > 1 else every
    counts = Counter(finding.kind for finding in every)
    found = [finding for finding in every if finding.kind in wanted]
    return GapsFound(
        tuple(contents.areas[id_] for id_ in ids),
        as_at.on,
        wanted,
        tuple(found),
        tuple((kind, counts[kind]) for kind in ALL_KINDS if kind in RULES),
    )


_GAPS: Shelf[list[Gap]] = Shelf("gaps found", 2 * MOST_PLACES)
"""By place, day and whether proposals count, with the standing they were found in: they change with nothing else."""


async def all_gaps(explorer: Explorer, standing: Standing) -> list[Gap]:
    """Return the gaps of every kind in what stands of a place on a day, found once for each standing."""
    key = (standing.register.area_id, standing.as_at)
    return await explorer.kept[_GAPS].once(key, standing, lambda: explorer.aside(lambda: find_gaps(standing)))


def _once_each(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what several places list: a body that is in both, or one absence between bodies of the two."""
    first: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        key = (finding.gap.id, finding.explanation)
        # The one that is listed under its subject is the one that stays.
        if key not in first or (finding.id == finding.gap.id != first[key].id):
            first[key] = finding
    kept = {id(finding) for finding in first.values()}
    return [finding for finding in findings if id(finding) in kept]


def _named(gap: Gap, standing: Standing, contents: Contents) -> Finding | None:
    """Put the names to a gap; None for a subject that is not public, which no rule should give."""
    body = standing.organizations.get(gap.body_id)
    subject = contents.sources.get(gap.subject_id) if gap.subject_type == "Source" else _subject(gap, standing)
    if body is None or subject is None:
        return None
    name = _name(subject)
    return Finding(gap, subject, name, body, contents.areas[home_of(body)], standing.as_at)


def _name(subject: r.Organization | r.Post | r.Person | r.Source) -> str:
    if isinstance(subject, r.Post):
        return subject.label or role_name(subject.role)
    if isinstance(subject, r.Person):
        return subject.shown
    return subject.title if isinstance(subject, r.Source) else subject.name


def _subject(gap: Gap, standing: Standing) -> r.Organization | r.Post | r.Person | None:
    if gap.subject_type == "Post":
        return standing.posts.get(gap.subject_id)
    if gap.subject_type == "Person":
        return standing.register.people.get(gap.subject_id)
    return standing.organizations.get(gap.subject_id)
