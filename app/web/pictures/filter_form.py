"""The filter form of a picture: what may be ticked in a place, what is, and what is shown, in a sentence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.dates import when
from app.domain.english import counted, listed, ordinary
from app.domain.records import Organization
from app.domain.view import GROUPS, LINE_NAMES, NOT_RECORDED, View
from app.domain.vocabulary import Certainty, Direction, Sector
from app.reading.filtering import bodies_of
from app.web.pictures.shown import Shown
from app.web.pictures.tally import whereabouts

_CERTAIN = {
    Certainty.STATED: "only what is stated",
    Certainty.INFERRED: "stated, or follows from it",
    Certainty.UNCERTAIN: "everything recorded",
}
_WAYS = {Direction.BOTH: "up and down", Direction.UP: "up only", Direction.DOWN: "down only"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick or an option to take."""

    key: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """A group of boxes under one heading; `name` is their name in the address."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def offered(self) -> str:
        """Every key, so that a form can tell that none is ticked, or all."""
        return "" if self.name == "lines" else ",".join(choice.key for choice in self.choices)


def certainties(view: View) -> tuple[Choice, ...]:
    """Return how sure what is shown may have to be, the widest first."""
    return tuple(Choice(c.value, _CERTAIN[c], c is view.certainty) for c in reversed(Certainty))


def directions(view: View) -> tuple[Choice, ...]:
    """Return the ways that may be walked from a body in the middle."""
    return tuple(Choice(d.value, _WAYS[d], d is view.direction) for d in _WAYS)


def said_of(shown: Shown, about: Organization | None) -> str:
    """Say what is shown: `41 of 103 bodies; seats, feeds and reporting lines; as things stood in January 2008`."""
    view = shown.view
    found = whereabouts(shown)
    lines = [LINE_NAMES[key].split(":")[0].lower() for key in LINE_NAMES if key in view.lines]
    if len(lines) == len(LINE_NAMES):
        lines = ["every kind of line"]
    # Of the only body, `1 of one body` would say nothing more.
    number = f"{found.drawn} of {counted(found.known, 'body', 'bodies')}"
    drawn = "one body" if found.drawn == found.known == 1 else number
    parts = [
        f"{drawn}{f' and {found.elsewhere} elsewhere' if found.elsewhere else ''}{found.folded_said}{found.named_said}",
        *([found.seats_said] if found.seats_said and not about else []),
        *([f"around {about.name}{_reach(view)}"] if about else []),
        listed(lines) if lines else "no lines",
        *_narrowed(shown),
        *(["with what is only proposed"] if view.proposed else []),
        f"as things stood {when(view.on)}" if view.on else "as things stand today",
    ]
    return "; ".join(parts)


def _reach(view: View) -> str:
    ways = {Direction.UP: " upwards", Direction.DOWN: " downwards"}.get(view.direction, "")
    return f", {counted(view.steps, 'step')}{ways}" if view.steps else f",{ways} only" if ways else ""


def _narrowed(shown: Shown) -> Iterable[str]:
    view = shown.view
    chosen = {box.name: [choice.label for choice in box.choices if choice.chosen] for box in boxes_of(shown)}
    for name, is_set in (("kinds", view.kinds), ("sectors", view.sectors), ("themes", view.themes)):
        if is_set is not None:
            labels = chosen.get(name, [])
            yield f"only {listed(labels) if labels else f'no {name}'}"
    if view.certainty is not Certainty.UNCERTAIN:
        yield _CERTAIN[view.certainty]


def boxes_of(shown: Shown) -> Iterable[Choices]:
    """Return the boxes to tick: every kind of line, and what occurs in this place of everything else."""
    view, bodies = shown.view, bodies_of(shown.whole)
    yield Choices("lines", "Lines", tuple(Choice(key, name, key in view.lines) for key, name in LINE_NAMES.items()))
    sorts = Counter(node.classification for node in bodies)
    kinds = [(key, group) for key, group in GROUPS.items() if any(sort in sorts for sort in group.members)]
    yield Choices(
        "kinds",
        "Bodies",
        tuple(Choice(key, g.label, view.kinds is None or bool(g.members & view.kinds)) for key, g in kinds),
    )
    # Only the place's own themes: those of its neighbours elsewhere have another order, and sometimes another meaning.
    own = {node.theme.id: node.theme for node in bodies if node.theme and shown.area.id in node.area_ids}
    named = [(theme.id, theme.name) for theme in sorted(own.values(), key=lambda theme: (theme.order, theme.name))]
    if named:
        if any(not node.theme for node in bodies):
            named.append((NOT_RECORDED, "No theme recorded"))
        yield Choices(
            "themes", "Themes", tuple(Choice(k, name, view.themes is None or k in view.themes) for k, name in named)
        )
    found = {node.sector for node in bodies}
    sectors = [(sector.value, ordinary(sector).capitalize()) for sector in Sector if sector in found]
    if None in found:
        sectors.append((NOT_RECORDED, "No sector recorded"))
    if len(sectors) > 1:
        yield Choices(
            "sectors",
            "Sectors",
            tuple(Choice(k, name, view.sectors is None or k in view.sectors) for k, name in sectors),
        )
