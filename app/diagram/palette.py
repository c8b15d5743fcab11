"""Shapes, colours and line styles of every diagram, as measured in docs; the legend and the style sheet read them here.

Colour is never the only sign: shapes tell kinds of body apart, dashes and ends tell kinds of line apart.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.vocabulary import Classification as C
from app.domain.vocabulary import LifecycleStatus, LineType


@dataclass(frozen=True, slots=True)
class Paint:
    """One colour in both themes."""

    light: str
    dark: str


class Outline(StrEnum):
    """How a box is cut."""

    SQUARE = "square"
    CUT = "cut"
    HEXAGON = "hexagon"
    OCTAGON = "octagon"
    ROUND = "round"
    PILL = "pill"
    ELLIPSE = "ellipse"


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """How a kind of body is drawn, and what the legend calls it."""

    key: str
    label: str
    outline: Outline
    width: float
    fill: Paint
    stroke: Paint
    text: Paint
    bold: bool = False


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a kind of line is drawn; `end` is filled, open, chip, none or gap; the legend reads `from <label> to`.

    A line that ends in a gap is broken in its middle: it says what is not there.
    """

    key: str
    label: str
    stroke: Paint
    width: float
    dashes: tuple[float, ...]
    end: str


TEXT = Paint("#16202C", "#F1F4F8")
PAGE = Paint("#FFFFFF", "#10151C")
STRIPE = Paint("#F3F5F8", "#171E28")
MUTED = Paint("#4A5563", "#B4BECB")
_GREY = Paint("#5F6A78", "#A7B1BF")
_MEMBER = (Paint("#FFFFFF", "#10151C"), Paint("#7A8594", "#8E99A8"), TEXT)
_BLUE = Paint("#1D4E89", "#7FB8EE")
_NAVY = Paint("#1D3557", "#E9EEF6")

BOXES = {
    style.key: style
    for style in (
        BoxStyle(
            "lsp",
            "Local Strategic Partnership",
            Outline.SQUARE,
            1,
            _NAVY,
            _NAVY,
            Paint("#FFFFFF", "#10151C"),
            True,
        ),
        BoxStyle("board", "Partnership board", Outline.SQUARE, 2, Paint("#CFE2F3", "#1F3F63"), _BLUE, TEXT),
        BoxStyle(
            "committee",
            "Committee",
            Outline.CUT,
            1.5,
            Paint("#F6E1E8", "#4A2233"),
            Paint("#7A1F3D", "#F7B6CF"),
            TEXT,
        ),
        BoxStyle("sub-group", "Sub-group, working group, executive", Outline.SQUARE, 1, _MEMBER[0], _BLUE, TEXT),
        BoxStyle(
            "reference",
            "Reference group",
            Outline.HEXAGON,
            1.5,
            Paint("#FFE3B8", "#54390A"),
            Paint("#8A5300", "#F2B552"),
            TEXT,
        ),
        BoxStyle(
            "forum",
            "Forum, network, panel",
            Outline.PILL,
            1.5,
            Paint("#D5EFDF", "#12452B"),
            Paint("#12703F", "#5FCB8E"),
            TEXT,
        ),
        BoxStyle("member", "Charity, programme or other body", Outline.ROUND, 0.8, *_MEMBER),
        BoxStyle(
            "statutory",
            "Statutory body, council, department",
            Outline.OCTAGON,
            1,
            Paint("#ECECEC", "#2B323C"),
            _GREY,
            TEXT,
        ),
        BoxStyle("constituency", "People at large", Outline.ELLIPSE, 0.8, *_MEMBER),
        BoxStyle("person", "Person", Outline.PILL, 1.5, STRIPE, MUTED, TEXT),
    )
}

AWAY = BoxStyle("away", "Body of another place", Outline.SQUARE, 1, STRIPE, _GREY, MUTED)
"""A body of another place, or of the county or country: muted, in its own outline."""

_STYLE_OF = {
    C.LSP: "lsp",
    C.PARTNERSHIP_BOARD: "board",
    C.COMMITTEE: "committee",
    C.EXECUTIVE: "sub-group",
    C.SUB_GROUP: "sub-group",
    C.WORKING_GROUP: "sub-group",
    C.STEERING_GROUP: "sub-group",
    C.PROJECT_GROUP: "sub-group",
    C.REFERENCE_GROUP: "reference",
    C.FORUM: "forum",
    C.NETWORK: "forum",
    C.PANEL: "forum",
    C.COUNCIL: "statutory",
    C.DEPARTMENT: "statutory",
    C.STATUTORY_BODY: "statutory",
    C.CONSTITUENCY: "constituency",
}

LINES = {
    style.key: style
    for style in (
        LineStyle("reports-to", "reports to", TEXT, 2.2, (), "filled"),
        LineStyle("sub-group-of", "is a sub-group of", TEXT, 1.2, (), "filled"),
        LineStyle("feeds-into", "feeds into", Paint("#0067A8", "#5DB7F0"), 1.6, (7, 4), "filled"),
        LineStyle("seat", "has a seat on", Paint("#B84A00", "#FF9A4D"), 1.4, (), "chip"),
        LineStyle("member-of", "is a member of", _GREY, 1.2, (2, 3), "open"),
        LineStyle("support", "is serviced, hosted, funded or convened by", _GREY, 1.1, (10, 3, 2, 3), "open"),
        LineStyle("speaks-for", "speaks for", _GREY, 1.1, (), "open"),
        LineStyle("link", "is linked to, or was succeeded by", Paint("#6B7583", "#9AA5B3"), 1.0, (1, 4), "none"),
        LineStyle("missing", "is said to be missing from", Paint("#C1121F", "#FF8A8A"), 1.8, (6, 4), "gap"),
    )
}

_LINE_OF = {
    LineType.REPORTS_TO: "reports-to",
    LineType.SUB_GROUP_OF: "sub-group-of",
    LineType.FEEDS_INTO: "feeds-into",
    LineType.MEMBER_OF: "member-of",
    LineType.SERVICED_BY: "support",
    LineType.HOSTED_BY: "support",
    LineType.FUNDED_BY: "support",
    LineType.CONVENED_BY: "support",
    LineType.SPEAKS_FOR: "speaks-for",
    LineType.LINKED_TO: "link",
    LineType.SUCCEEDED_BY: "link",
}

DASHES = {
    LifecycleStatus.PROPOSED: (4.0, 3.0),
    LifecycleStatus.SETTING_UP: (4.0, 3.0),
    LifecycleStatus.DORMANT: (1.5, 3.0),
    LifecycleStatus.DISBANDED: (1.5, 3.0),
}
"""A body's outline by where it stands in its life; an active one is drawn solid."""


def box_style(classification: C) -> BoxStyle:
    """Return the style of a kind of body; what has none of its own is drawn as a member."""
    return BOXES[_STYLE_OF.get(classification, "member")]


def muted(style: BoxStyle) -> BoxStyle:
    """Return how a body is drawn that is of another place: in its own outline, without its colours."""
    return replace(AWAY, outline=style.outline)


def line_style(type_: LineType) -> LineStyle:
    """Return the style of a kind of line; a kind added to the vocabulary must be given one."""
    return LINES[_LINE_OF[type_]]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
