"""The legend of a drawing: only what occurs in it, said in words; for the page's HTML and for saved files."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.diagram import text
from app.diagram.geometry import Geometry
from app.diagram.palette import BOXES, LINES, TEXT
from app.domain.vocabulary import LifecycleStatus, YesNoNotRecorded
