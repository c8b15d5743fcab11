"""A place in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html), to be laid out and drawn."""

from app.exchange.formats.pictured import boxes, lines, lost, words_of
from app.exchange.formats.public_facts import PublicFacts

__all__ = ["dot", "lost"]

_SHAPES = {"Organization": "box", "Post": "oval", "Person": "plaintext"}


def dot(public: PublicFacts) -> bytes:
    """Write bodies, seats and people with the lines between them; what is proposed is dashed."""
    said = [f"digraph {_quoted(public.place)} {{", f"  label={_quoted(public.name)};", "  rankdir=BT;"]
    said += [
        f"  {_quoted(node.id)} [label={_quoted(words_of(node))}, shape={_SHAPES[node.label]}];"
        for node in boxes(public)
    ]
    for line in lines(public):
        dashed = ", style=dashed" if line.is_proposed else ""
        said.append(f"  {_quoted(line.start)} -> {_quoted(line.end)} [label={_quoted(line.words)}{dashed}];")
    return "\n".join([*said, "}", ""]).encode("utf-8", "replace")


def _quoted(text: str) -> str:
    """Write a text in quotes, in one line. Graphviz reads a backslash as the start of an escape: two are one."""
    flat = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    # An ampersand would begin an entity of HTML, which Graphviz reads inside quotes too.
    flat = flat.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{flat}"'
