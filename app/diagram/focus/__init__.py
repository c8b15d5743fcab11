"""The picture around one body: who feeds it, where it sits, what that reports to, up to the LSP."""

from collections.abc import Mapping

from app.diagram.content import Picture
from app.diagram.focus.around import Around, around, pruned
from app.diagram.focus.narrow import lay_out_narrow
from app.diagram.focus.wide import lay_out_wide
from app.diagram.focus.words import words_of
from app.diagram.geometry import Geometry

__all__ = ["Around", "around", "lay_out_focus", "pruned", "words_of"]


def lay_out_focus(
    picture: Picture, focus: str, *, words: Mapping[str, tuple[str, ...]], narrow: bool = False
) -> Geometry:
    """Place a picture around the body `focus`, from left to right, or `narrow` from top to bottom for a phone.

    `words` has the phrases beside each line, by the line's id. Of the picture only what leads to or from the body is
    placed; what that is, `around` tells.
    """
    if narrow:
        return lay_out_narrow(picture, focus, words)
    return lay_out_wide(picture, focus, words)
