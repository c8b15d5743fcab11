"""A structure in, a drawing out: the one way into this package."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.diagram.content import picture_of
from app.diagram.layered import lay_out
from app.diagram.legend import LegendItem, legend_of
from app.diagram.network import document_of, embedded
from app.diagram.sentences import described, sentences_of
from app.diagram.svg import svg_of
from app.diagram.table import TableRow, rows_of_table
from app.diagram.text import cleaned
from app.domain.records import Line, Organization, Post

__all__ = ["Drawing", "LeftOut", "draw"]

MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A body that the picture could not join to anything."""

    name: str
    href: str
    has_other_lines: bool
    """Whether it has lines or seats of kinds that this picture does not draw; the table has them."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ready for a page; `svg`, `svg_file` and `data_json` are safe to put there as they are."""

    key: str
    """Twelve letters and digits: for ids in the page, and as an entity tag."""
    title: str
    description: str
    focus: str | None
    """The organization it is about."""
    svg: Markup
    """For a page with diagram.css."""
    svg_file: Markup
    """To save or print: with its own colours and legend."""
    data_json: Markup
    """For `<script type="application/json">`."""
    rows: tuple[TableRow, ...]
    legend: tuple[LegendItem, ...]
    left_out: tuple[LeftOut, ...]
    width: float
    height: float
    body_count: int


@dataclass(frozen=True, slots=True)
class _Content:
    """Everything a drawing depends on, in a fixed order."""

    nodes: tuple[Organization, ...]
    lines: tuple[Line, ...]
    posts: tuple[Post, ...]
    on_behalf_of: tuple[tuple[str, tuple[str, ...]], ...]
    title: str
    focus: str | None
    hrefs: tuple[tuple[str, str], ...]


_kept: OrderedDict[_Content, Drawing] = OrderedDict()
_keeping = threading.Lock()


def draw(
    nodes: Sequence[Organization],
    lines: Sequence[Line],
    posts: Sequence[Post],
    on_behalf_of: Mapping[str, Sequence[str]],
    *,
    title: str,
    focus: str | None = None,
    href: Callable[[str], str],
) -> Drawing:
    """Draw a structure, in layers. `focus` is the organization it is about, or None for a whole place.

    `href` gives the address of an organization's page from its id. The same content in any order gives the same
    drawing; the last 64 are kept. It takes up to a few hundred milliseconds of processor time: call it in a thread.
    """
    content = _Content(
        tuple(sorted({node.id: node for node in nodes}.values(), key=lambda node: node.id)),
        tuple(sorted({line.id: line for line in lines}.values(), key=lambda line: line.id)),
        tuple(sorted({post.id: post for post in posts}.values(), key=lambda post: post.id)),
        tuple(sorted((id_, tuple(groups)) for id_, groups in on_behalf_of.items())),
        cleaned(title),
        focus,
        tuple(sorted({node.id: href(node.id) for node in nodes}.items())),
    )
    with _keeping:
        if content in _kept:
            _kept.move_to_end(content)
            return _kept[content]
    drawing = _drawn(content)
    with _keeping:
        _kept[content] = drawing
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return drawing


def _escaped(written: str) -> Markup:
    """Mark as safe what svg_parts and network have escaped piece by piece."""
    return Markup(written)  # noqa: S704


def _drawn(content: _Content) -> Drawing:
    hrefs = dict(content.hrefs)
    on_behalf_of = dict(content.on_behalf_of)
    title, focus = content.title, content.focus
    key = hashlib.sha256(repr(content).encode("utf-8", "backslashreplace")).hexdigest()[:12]
    picture = picture_of(content.nodes, content.lines, content.posts, on_behalf_of, focus=focus)
    geometry = lay_out(picture)
    said = sentences_of(picture)
    description = described(picture, focus)
    href, say = hrefs.__getitem__, said.__getitem__
    joined = {id_ for line in content.lines for id_ in (line.from_id, line.to_id)}
    joined |= {post.organization_id for post in content.posts}
    joined |= {id_ for ids in on_behalf_of.values() for id_ in ids}
    return Drawing(
        key=key,
        title=title,
        description=description,
        focus=focus,
        svg=_escaped(svg_of(geometry, title=title, description=description, href=href, said=say, key=f"dg-{key}")),
        svg_file=_escaped(
            svg_of(geometry, title=title, description=description, href=href, said=say, key="dg", as_file=True)
        ),
        data_json=_escaped(embedded(document_of(geometry, title=title, said=said, href=href))),
        rows=rows_of_table(picture, content.nodes, content.lines, content.posts, on_behalf_of, href),
        legend=legend_of(geometry),
        left_out=tuple(LeftOut(cleaned(node.name), hrefs[node.id], node.id in joined) for node in picture.left_out),
        width=geometry.width,
        height=geometry.height,
        body_count=len(picture.boxes),
    )
