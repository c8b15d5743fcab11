"""What stands over each column of a picture around one body: said from the lines that lead there."""

from app.diagram.focus.around import Around
from app.domain.english import listed

_AHEAD = {
    "seat": "sits on",
    "feeds-into": "feeds into",
    "reports-to": "reports to",
    "sub-group-of": "is part of",
    "member-of": "belongs to",
    "support": "supports",
    "speaks-for": "is spoken for by",
}
_BEHIND = {
    "feeds-into": "feeds",
    "reports-to": "reports to",
    "sub-group-of": "is part of",
    "member-of": "belongs to",
    "seat": "sits on",
    "support": "supports",
}
_MOST_SAID = 3


def headings_of(around: Around) -> dict[int, str]:
    """Return the heading of each column but the one of the body itself."""
    headings = {column: _onward(around, column) for column in sorted(set(around.columns.values())) if column > 1}
    if around.lsp_column is not None:
        headings[around.lsp_column] = "The LSP"
    if around.of_column(1) and around.lsp_column != 1:
        headings[1] = _sentence(_kinds(around, leaving=True), _AHEAD) or "Around it"
    if around.of_column(-1):
        verbs = _sentence(_kinds(around, leaving=False), _BEHIND)
        spoken_for = any(e.from_id == around.focus and e.style.key == "speaks-for" for e in around.edges)
        headings[-1] = _of_column_behind(verbs, spoken_for=spoken_for)
    headings.update({column: "Which stand behind those" for column in around.columns.values() if column < -1})
    return dict(sorted(headings.items()))


def _onward(around: Around, column: int) -> str:
    """Say how what stands before a column leads there, of the two ways that matter most."""
    kinds = {
        edge.style.key
        for edge in around.edges
        if around.columns[edge.to_id] == column and 0 < around.columns[edge.from_id] < column
    }
    said = [_AHEAD[kind] for kind in ("reports-to", "sub-group-of", "feeds-into", "seat") if kind in kinds][:2]
    return f"Which {listed(said, 'or')}" if said else "Further up"


def _of_column_behind(verbs: str, *, spoken_for: bool) -> str:
    if spoken_for:
        return f"{verbs} it, or is spoken for" if verbs else "It speaks for"
    return f"{verbs} it" if verbs else "Linked to it"


def _kinds(around: Around, *, leaving: bool) -> set[str]:
    """Return the kinds of line between the body and those ahead of it, or behind: support flows the other way."""
    found = set()
    for edge in around.edges:
        if around.focus not in (edge.from_id, edge.to_id):
            continue
        other = edge.to_id if edge.from_id == around.focus else edge.from_id
        if (around.columns[other] > 0) is leaving:
            flows_up = (edge.from_id == around.focus) is leaving
            support = edge.style.key in {"support", "speaks-for"}
            if flows_up is not support:
                found.add(edge.style.key)
    return found


def _sentence(kinds: set[str], verbs: dict[str, str]) -> str:
    said = [verbs[kind] for kind in verbs if kind in kinds][:_MOST_SAID]
    words = listed(said, "or") if verbs is _AHEAD else listed(said)
    return words[:1].upper() + words[1:]
