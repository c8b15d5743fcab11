"""Diagrams for pages: the drawing is made in a thread, since it takes the processor for a moment."""

import asyncio

from app.diagram.draw import Drawing, draw
from app.services.structure import Structure


async def draw_structure(structure: Structure, *, title: str, focus: str | None = None) -> Drawing:
    """Draw a structure, with a body in the middle of attention or none."""
    return await asyncio.to_thread(
        draw,
        structure.nodes,
        structure.lines,
        structure.posts,
        structure.on_behalf_of,
        title=title,
        focus=focus,
        href="/{}".format,
    )
