"""Structures for the tests of diagrams: small ones by hand, large ones by a rule, all without a database."""

import random
from collections.abc import Sequence
from itertools import combinations, pairwise

from app.diagram.geometry import Geometry
from app.domain import records as r
from app.domain import vocabulary as words

Structure = tuple[list[r.Organization], list[r.Line], list[r.Post], dict[str, list[str]]]

HOSTILE = '</script><script>alert(1)</script><b>"\'&\\" ]]> {{7*7}} \u202e\u2066evil\n\x00\x1f\ud800'
_WHENEVER = r.Period(None, None)


def body(
    id_: str, sort: str = "forum", *, name: str | None = None, status: str = "active", count: int = 1
) -> r.Organization:
    return r.Organization(
        id=id_,
        name=name if name is not None else id_.replace("-", " ").title(),
        alternate_names=(),
        former_names=(),
        classification=words.Classification(sort),
        classification_note=None,
        kind=words.OrganizationKind.COLLABORATION,
        sector=None,
        status=words.LifecycleStatus(status),
        purpose=None,
        theme=None,
        count=count,
        period=_WHENEVER,
        capacity=None,
        statutory_requirement=None,
        identifiers=(),
        contact_details=(),
        certainty=words.Certainty.STATED,
        note=None,
        citations=(),
        area_ids=(),
    )


def line(from_id: str, type_: str, to_id: str, *, status: str = "actual", more: str = "") -> r.Line:
    return r.Line(
        id=f"{from_id}-{type_}-{to_id}{more}",
        type=words.LineType(type_),
        from_id=from_id,
        to_id=to_id,
        status=words.FactStatus(status),
        certainty=words.Certainty.STATED,
        note=None,
        amount=None,
        amount_per=None,
        period=_WHENEVER,
        citations=(),
    )


def seat(
    board: str,
    number: int = 1,
    *,
    id_: str = "",
    label: str | None = None,
    voting: str = "not_recorded",
    taken_up: str = "not_recorded",
    basis: str = "not_recorded",
    status: str = "actual",
    membership: words.SeatMembership | None = None,
    for_area: str | None = None,
) -> r.Post:
    return r.Post(
        id=id_ or f"{board}-seat",
        label=label,
        role=words.Role.MEMBER,
        basis=words.Basis(basis),
        voting=words.YesNoNotRecorded(voting),
        taken_up=words.YesNoNotRecorded(taken_up),
        number=number,
        organization_id=board,
        status=words.FactStatus(status),
        certainty=words.Certainty.STATED,
        note=None,
        term_years=None,
        vacant_since=None,
        report_back=None,
        contact_details=(),
        period=_WHENEVER,
        citations=(),
        membership=membership,
        for_area=for_area,
    )


def small() -> Structure:
    """A forum that sits on a board, which reports to an LSP; a member; people at large; a body by itself."""
    nodes = [
        body("lsp", "lsp"),
        body("board", "partnership_board"),
        body("forum"),
        body("member", "charity"),
        body("people", "constituency"),
        body("alone", "charity"),
        body("funder", "council"),
        body("wards", "committee", count=22, status="proposed"),
    ]
    lines = [
        line("board", "reports_to", "lsp"),
        line("forum", "feeds_into", "board"),
        line("member", "member_of", "forum"),
        line("wards", "feeds_into", "board"),
        line("forum", "funded_by", "funder"),
        line("forum", "speaks_for", "people"),
    ]
    posts = [
        seat("board", 2, id_="s1"),
        seat("board", id_="s2", voting="yes", basis="co_opted"),
        seat("lsp", 3, id_="s3"),
        seat("forum", id_="chair"),
    ]
    return nodes, lines, posts, {"s1": ["forum"], "s2": ["forum"], "s3": ["people"], "chair": []}


def large(bodies: int, joins: int, seed: int = 1) -> Structure:
    """A structure with circles, loops, parallel lines and bodies by themselves."""
    rng = random.Random(seed)
    sorts = ["partnership_board", "committee", "sub_group", "forum", "network", "charity", "statutory_body"]
    nodes = [body("lsp", "lsp"), *(body(f"b{place:03}", rng.choice(sorts)) for place in range(bodies - 1))]
    ids = [node.id for node in nodes]
    kinds = ["reports_to", "sub_group_of", "feeds_into", "member_of"]
    lines, posts, behalf = [], [], {}
    for place in range(joins):
        one, two = rng.choice(ids), rng.choice(ids[: 1 + place % len(ids)])
        if rng.random() < 0.4:
            posts.append(seat(two, rng.choice([1, 1, 2]), id_=f"s{place}"))
            behalf[f"s{place}"] = [one]
        else:
            lines.append(line(one, rng.choice(kinds), two, more=str(place)))
    lines.append(line("b001", "feeds_into", "b001"))
    return nodes, lines, posts, behalf


def overlaps(geometry: Geometry) -> list[tuple[str, str]]:
    """Return the pairs of boxes that lie on each other."""
    return [
        (one.box.id, two.box.id)
        for one, two in combinations(geometry.boxes, 2)
        if abs(one.x - two.x) < (one.width + two.width) / 2 and abs(one.y - two.y) < (one.height + two.height) / 2
    ]


def lines_over_boxes(geometry: Geometry) -> list[tuple[str, str]]:
    """Return each line that passes through a box that it does not belong to."""
    found = []
    for route in geometry.routes:
        ends = {route.edge.from_id, route.edge.to_id}
        for placed in geometry.boxes:
            left, right = placed.x - placed.width / 2 + 0.5, placed.x + placed.width / 2 - 0.5
            top, bottom = placed.y - placed.height / 2 + 0.5, placed.y + placed.height / 2 - 0.5
            if placed.box.id not in ends and any(
                min(x0, x1) < right and max(x0, x1) > left and min(y0, y1) < bottom and max(y0, y1) > top
                for (x0, y0), (x1, y1) in _stretches(route.points)
            ):
                found.append((route.edge.id, placed.box.id))
    return found


def lines_on_lines(geometry: Geometry) -> list[tuple[str, str]]:
    """Return each pair of lines of different trunks that run on each other for more than a moment."""
    stretches = [(route.trunk, stretch) for route in geometry.routes for stretch in _stretches(route.points)]
    found = []
    for (trunk, one), (other, two) in combinations(stretches, 2):
        for along in (0, 1):
            across = 1 - along
            level = one[0][across] == one[1][across] and two[0][across] == two[1][across]
            shared = min(max(one[0][along], one[1][along]), max(two[0][along], two[1][along])) - max(
                min(one[0][along], one[1][along]), min(two[0][along], two[1][along])
            )
            if trunk != other and level and abs(one[0][across] - two[0][across]) < 2 and shared > 2:
                found.append((trunk, other))
    return found


def _stretches(points: Sequence[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(pairwise(points))
