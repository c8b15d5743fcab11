"""Answers that are tables, as JSON for other programs, in the words of GraphQL."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.domain import records as r
from app.questions.balance import ask as sitting
from app.questions.balance.ask import ToldBalance
from app.questions.balance.attendance import Came
from app.questions.balance.rules import SeatCount
from app.questions.capacity import ask as working
from app.questions.capacity.ask import Capacities
from app.questions.comparing import ask as beside
from app.questions.comparing.ask import ToldComparison
from app.questions.comparing.rules import Structures
from app.questions.relationships.ask import RelationshipMap


def balance_json(told: ToldBalance) -> dict[str, Any]:
    """Return who is on a body, as the field `balance` does."""
    found, turnout = told.balance, told.balance.turnout
    return {
        "of": _body(told.of),
        "on": told.on.isoformat(),
        "sentences": list(told.sentences),
        "asRecorded": told.fresh.newest,
        "seats": found.whole.seats,
        "filled": found.whole.filled,
        "vacant": found.whole.vacant,
        "notTakenUp": found.whole.not_taken_up,
        "whole": _count(found.whole),
        "bySector": [{"sector": _word(share.sector), "count": _count(share.count)} for share in found.by_sector],
        "byVoting": [{"voting": _word(vote), "seats": number} for vote, number in found.by_voting],
        "byBasis": [{"basis": _word(basis), "seats": number} for basis, number in found.by_basis],
        "byRole": [{"role": _word(role), "seats": number} for role, number in found.by_role],
        "placed": [
            {
                "post": {"id": seat.post.id},
                "sector": _word(seat.sector),
                "sign": _word(seat.sign),
                "because": sitting.sign(told, seat),
                "count": _count(seat.count),
            }
            for seat in found.placed
        ],
        "members": [
            {
                "sector": _word(share.sector),
                "members": share.members,
                "organizations": [_body(told.bodies[id_]) for id_ in share.organization_ids if id_ in told.bodies],
            }
            for share in found.members
        ],
        "attendance": {
            "meetings": [{"id": meeting.id} for meeting in turnout.meetings],
            "unrecorded": [{"id": meeting.id} for meeting in turnout.unrecorded],
            "toCome": [{"id": meeting.id} for meeting in turnout.to_come],
            "came": _came(turnout.came),
            "byOrganization": [
                {
                    "organization": _body(told.bodies[row.organization_id]) if row.organization_id else None,
                    "came": _came(row.came),
                }
                for row in turnout.by_organization
            ],
        },
    }


def capacities_json(found: Capacities) -> list[dict[str, Any]]:
    """Return the forums of places, as the field `capacities` does."""
    names = {column.attribute: _camel(column.attribute) for column in working.COLUMNS}
    return [
        {
            **_body(body),
            "classification": _word(body.classification),
            "status": _word(body.status),
            "areas": [{"id": id_} for id_ in body.area_ids],
            "capacity": {name: getattr(body.capacity, key) for key, name in names.items()} if body.capacity else None,
        }
        for body in found.bodies
    ]


def relationships_json(maps: Sequence[RelationshipMap]) -> list[dict[str, Any]]:
    """Return the cells of relationship maps, as the field `assessments` does."""
    return [
        {
            "id": cell.id,
            "organization": _body(it.bodies[cell.organization_id]),
            "dimension": _word(cell.dimension),
            "rating": _word(cell.rating),
            "summary": cell.summary or "",
            "by": _body(it.bodies[cell.by_id]) if cell.by_id and cell.by_id in it.bodies else None,
            "on": cell.on,
            "citations": [{"source": {"id": c.source_id}, "locator": c.locator} for c in cell.citations],
        }
        for it in maps
        for cell in it.cells
    ]


def comparison_json(told: ToldComparison) -> dict[str, Any]:
    """Return two places next to each other, as the field `compare` does."""
    found = told.comparison
    return {
        "left": {"id": told.left.id, "name": told.left.name},
        "right": {"id": told.right.id, "name": told.right.name},
        "on": told.on.isoformat(),
        "sentences": list(told.sentences),
        "structures": [
            {
                "classification": _word(row.classification),
                **_sides(row),
            }
            for row in found.sorts
        ],
        "onlyLeft": [_word(row.classification) for row in found.only_left],
        "onlyRight": [_word(row.classification) for row in found.only_right],
        "themes": [{"name": row.name, **_sides(row)} for row in found.themes],
        "gaps": [
            {"kind": _word(row.kind), "name": beside.gap_name(row.kind), "left": row.left, "right": row.right}
            for row in found.gaps
        ],
        "capacity": [
            {
                "name": beside.respect_name(row.respect),
                "left": row.left,
                "leftOf": row.left_of,
                "right": row.right,
                "rightOf": row.right_of,
            }
            for row in found.capacity
        ],
        "numbers": [asdict(row) for row in found.measures],
    }


def _sides(row: Structures) -> dict[str, Any]:
    return {
        "left": [_body(body) for body in row.left],
        "right": [_body(body) for body in row.right],
        "leftCount": row.left_count,
        "rightCount": row.right_count,
    }


def _body(body: r.Organization) -> dict[str, Any]:
    return {"id": body.id, "name": body.name}


def _word(word: str | None) -> str | None:
    return None if word is None else word.upper()


def _count(count: SeatCount) -> dict[str, int]:
    return {_camel(key): number for key, number in asdict(count).items()}


def _came(came: Came) -> dict[str, int]:
    return {_camel(key): number for key, number in asdict(came).items()}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
