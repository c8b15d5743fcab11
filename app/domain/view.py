"""How somebody looks at a structure: the whole state of a view, and its one way of being written in an address."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from app.domain.vocabulary import Certainty, Direction, Sector
from app.domain.vocabulary import Classification as C

PLACE_KINDS = frozenset({"reports-to", "sub-group-of", "feeds-into", "seat"})
"""The kinds of line drawn of a whole place unless somebody asks for more; the keys are those of the palette."""
LINE_NAMES: Mapping[str, str] = {
    "reports-to": "Reporting lines",
    "sub-group-of": "Sub-groups",
    "feeds-into": "Feeds",
    "seat": "Seats",
    "member-of": "Memberships",
    "support": "Support: serviced, hosted, funded, convened",
    "speaks-for": "Speaking for people",
    "link": "Informal links and successors",
    "missing": "What is missing: seats and links recorded as not there",
}
"""Every kind of line that a picture can draw, as a filter calls it."""
LINE_KINDS = frozenset(LINE_NAMES)
"""Their keys; around one body all are drawn unless somebody hides some."""
NOT_RECORDED = "not-recorded"
"""Stands, among sectors and themes, for the bodies of which none is recorded."""
NONE = "none"
"""Stands for no kind at all, which is not the same as not having chosen."""
EVERYTHING = "all"
MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class BodyGroup:
    """Sorts of body that people think of together."""

    label: str
    members: frozenset[C]


GROUPS: Mapping[str, BodyGroup] = {
    "boards": BodyGroup("Boards", frozenset({C.LSP, C.PARTNERSHIP_BOARD})),
    "committees": BodyGroup("Council committees", frozenset({C.COMMITTEE})),
    "sub-groups": BodyGroup(
        "Sub-groups and working groups",
        frozenset({C.EXECUTIVE, C.SUB_GROUP, C.WORKING_GROUP, C.STEERING_GROUP, C.PROJECT_GROUP}),
    ),
    "forums": BodyGroup("Forums and networks", frozenset({C.FORUM, C.NETWORK, C.PANEL})),
    "reference": BodyGroup("Reference groups", frozenset({C.REFERENCE_GROUP})),
    "charities": BodyGroup(
        "Charities and members",
        frozenset({C.PROGRAMME, C.FUND, C.CHARITY, C.COMMUNITY_GROUP, C.FAITH_GROUP, C.COMPANY, C.OTHER}),
    ),
    "statutory": BodyGroup("Statutory bodies", frozenset({C.COUNCIL, C.DEPARTMENT, C.STATUTORY_BODY})),
}
"""Every sort of body but constituencies: people at large are nobody's body, and stay as long as a seat is theirs."""

ALL_SORTS = frozenset(C) - {C.CONSTITUENCY}
"""What may be chosen; the groups hold each once."""


@dataclass(frozen=True, slots=True)
class View:
    """What is shown, from when, of whom, and how. Without anything chosen it is the whole place, today."""

    on: str = ""
    """A day, month or year as somebody wrote it; empty is today."""
    proposed: bool = False
    hide: frozenset[str] = frozenset()
    """Kinds of line not shown, of those usually shown."""
    show: frozenset[str] = frozenset()
    """Kinds of line shown beyond the usual ones."""
    kinds: frozenset[C] | None = None
    """Sorts of body shown; None is all."""
    sectors: frozenset[str] | None = None
    """Sectors shown, by the vocabulary's words; None is all."""
    themes: frozenset[str] | None = None
    """Themes shown, by their ids; None is all."""
    certainty: Certainty = Certainty.UNCERTAIN
    """The least certain that is shown."""
    about: str = ""
    """The organization in the middle of attention, by its id."""
    steps: int | None = None
    """How far around it; None is up to the Local Strategic Partnership, and one step down."""
    direction: Direction = Direction.BOTH
    open: frozenset[str] = frozenset()
    """What is unfolded: keys of columns, ids of bodies, or `all`; with `roster:` before it, a board that is opened."""
    closed: frozenset[str] = frozenset()
    """What stays closed though there is room: as in `open`."""
    find: str = ""
    select: str = ""
    """The body whose panel is open, by its id."""
    large: bool = False

    @property
    def usual_lines(self) -> frozenset[str]:
        """The kinds of line shown unless somebody says otherwise: around one body, all of them."""
        return LINE_KINDS if self.about else PLACE_KINDS

    @property
    def lines(self) -> frozenset[str]:
        """The kinds of line shown."""
        return (self.usual_lines - self.hide) | self.show

    @property
    def filters(self) -> bool:
        """Whether anything is left out or added by choice; where one looks at it, and how large, is no filter."""
        return bool(
            self.on
            or self.proposed
            or self.lines != self.usual_lines
            or self.about
            or any(chosen is not None for chosen in (self.kinds, self.sectors, self.themes))
            or self.certainty is not Certainty.UNCERTAIN
        )


def query_of(view: View, *, without: Collection[str] = ()) -> str:
    """Write a view as the query of an address: defaults left out, always in the same order, `on=2008&themes=carers`.

    `without` names what the address says already, such as `about` on the page of the body itself.
    """
    said: dict[str, str] = {
        "on": view.on,
        "proposed": "1" if view.proposed else "",
        "hide": _listed(view.hide & view.usual_lines),
        "show": _listed(view.show - view.usual_lines),
        "kinds": "" if view.kinds is None else _listed(_kinds(view.kinds)) or NONE,
        "sectors": "" if view.sectors is None else _listed(view.sectors) or NONE,
        "themes": "" if view.themes is None else _listed(view.themes) or NONE,
        "certainty": "" if view.certainty is Certainty.UNCERTAIN else view.certainty.value,
        "about": view.about,
        "steps": "" if view.steps is None else str(view.steps),
        "direction": "" if view.direction is Direction.BOTH else view.direction.value,
        "open": _listed(view.open),
        "close": _listed(view.closed),
        "find": view.find,
        "select": view.select,
        "size": "large" if view.large else "",
    }
    return urlencode({name: value for name, value in said.items() if value and name not in without}, safe=",/:")


def address_of(path: str, view: View, *, without: Collection[str] = ()) -> str:
    """Return the address of a page with a view in it."""
    query = query_of(view, without=without)
    return f"{path}?{query}" if query else path


def sector_words() -> tuple[str, ...]:
    """Return what may stand in `sectors`."""
    return (*(sector.value for sector in Sector), NOT_RECORDED)


def _listed(words: Iterable[str]) -> str:
    return ",".join(sorted(words))


def _kinds(chosen: frozenset[C]) -> list[str]:
    """Write sorts of body by their groups where a group is whole, by their own words elsewhere."""
    whole = [key for key, group in GROUPS.items() if group.members <= chosen]
    rest = chosen.difference(*(GROUPS[key].members for key in whole))
    return [*whole, *(sort.value for sort in rest)]
