"""Fields about bodies, and what records say of themselves: more than the table says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphql import GraphQLField

from app.api.compiling.given import Details
from app.api.compiling.lists import sorted_maker
from app.api.compiling.objects import Thing
from app.api.compiling.pages import nested_maker
from app.api.compiling.roots import NESTED
from app.api.compiling.run import PENDING, Run
from app.api.compiling.selecting import Selecting, Special
from app.api.compiling.table import SAID_OF_RECORDS
from app.api.compiling.values import page_maker, value_maker
from app.api.loading.cited import told
from app.api.loading.rules import told_rules
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.bodies import has_ended
from app.domain.ending import Ending
from app.domain.english import name_order
from app.reading.endings import newest_source
from app.store import rows
from app.store.columns import parse_columns, row_maker
from app.store.fragments import fragment_named
from app.store.statements import Reading, columns_named


def _citations(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    selecting.asks_contents = True
    make = value_maker(field.type, selecting.record_maker_of(fields, thing.day))

    def cited(cites: str | None, run: Run) -> Any:
        return make(told(rows.citations(cites), run.catalogue.sources), run)

    thing.made(key, thing.at("cites"), cited)


def _url(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    thing.made(key, thing.record(), page_maker)


def _updated_at(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add when the entry last changed: that of its seat, for who holds one."""
    selecting.asks_moments = True
    make = value_maker(field.type, selecting.record_maker_of(fields, thing.day))

    def updated(id_: str, run: Run) -> Any:
        assert run.moments
        return make(run.moments.of(id_), run)

    thing.made(key, thing.at("id" if thing.has("id") else "post_id"), updated)


def _lines(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add the lines from a body, to it, or both."""
    given = selecting.given(field, fields)
    day = selecting.day(thing.day, field, fields)
    direction = words.Direction(given.get("direction") or words.Direction.BOTH)
    reading, inner, order = selecting.things("Line", fields, day, "type", "id")
    said = given.get("types")
    kinds = tuple(words.LineType) if said is None else tuple(map(words.LineType, said))
    items = []
    for name, other in (("lines_up", words.Direction.DOWN), ("lines_down", words.Direction.UP)):
        if direction is not other and kinds:
            way = replace(selecting.way(name, ("o",), (reading,), day), kinds=kinds)
            selecting.constants[f"ever_{way.number}"] = bool(given.get("ever"))
            items.append(f"r{thing.at(way)}")
    make = sorted_maker(inner, order, lambda type_, id_: (type_.lower(), id_), order[-1])
    of = thing.shared(("lines", key), lambda *found: [row for each in found[:-1] for row in each], *items)
    thing.made(key, of, make)


def _of_record(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add what follows from the record of a thing."""
    day = selecting.day(thing.day, field, fields)
    selecting.asks_contents |= fields[0].node.name.value in {"area", "areas"}
    make = value_maker(field.type, selecting.record_maker_of(fields, day))
    say = SAID_OF_RECORDS[fields[0].node.name.value]
    thing.made(key, thing.record(), lambda record, run: make(say(record, run, day), run))


def _meetings(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add a page of the meetings of a body."""
    make = nested_maker(selecting, NESTED["Organization.meetings"], field, fields, thing.day)
    thing.made(key, thing.at("id"), make)


def _higher_bodies(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add the bodies above a body, nearest first."""
    day = selecting.day(thing.day, field, fields)
    above = selecting.lookup("list_higher_bodies", None, asked=lambda run: run.days[day].parameters)
    make = selecting.by_ids("Organization", fields, day)

    def higher(id_: str, run: Run) -> Any:
        found = run.rows(above, id_)
        if found is None:
            return PENDING
        return make([body for _, body in sorted((steps, body) for _, body, steps in found)], run)

    thing.made(key, thing.at("id"), higher)


def _ending(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add that a body has ended, and who followed it."""
    selecting.asks_contents = True
    day = selecting.day(thing.day, field, fields)
    followers = thing.at(selecting.way("followers_of", ("o",), (_whole_body(day),), day))

    def ending(body: r.Organization, found: list[Any], run: Run) -> Any:
        if not has_ended(body, run.days[day].on):
            return None
        followed = sorted(map(_body, found), key=_by_name)
        return Ending(body, newest_source(body, run.catalogue), tuple(followed)).said

    thing.made(key, thing.shared(("ending", key), ending, thing.record(), f"r{followers}"), lambda said, _run: said)


def _by_name(body: r.Organization) -> Any:
    return name_order(body.name)


def _composition(selecting: Selecting, thing: Thing, field: GraphQLField, key: str, fields: Details) -> None:
    """Add what a body's own terms say of who is on it."""
    reading = _whole_body(thing.day)
    named = selecting.lookup("find_organizations", reading, reading.items.index("id"))
    make = value_maker(field.type, selecting.record_maker_of(fields, thing.day))

    def composition(body: Any, run: Run) -> Any:
        ids = dict.fromkeys(id_ for rule in body.composition for id_ in rule.organization_ids)
        found = [run.rows(named, id_) for id_ in ids]
        if any(each is None for each in found):
            return PENDING
        return make(told_rules(body.composition, [_body(row) for each in found if each for row in each]), run)

    thing.made(key, thing.record(), composition)


def _whole_body(day: int) -> Reading:
    return Reading(_BODY, columns_named(_BODY), day)


def _body(row: Sequence[Any]) -> r.Organization:
    return rows.organization(_whole(row))


_BODY = "columns_of_an_organization"
_whole = row_maker(parse_columns(fragment_named(_BODY).columns))

OF_ALL: Mapping[str, Special] = {"citations": _citations, "updatedAt": _updated_at, "url": _url}
"""Fields that are so for every type that has them."""
OF_BODIES: Mapping[str, Special] = {
    "Organization.lines": _lines,
    "Organization.areas": _of_record,
    "Organization.ended": _of_record,
    "Organization.ending": _ending,
    "Organization.theme": _of_record,
    "Organization.composition": _composition,
    "Organization.meetings": _meetings,
    "Organization.higherBodies": _higher_bodies,
    "Post.area": _of_record,
    "Attendance.as": _of_record,
    "Assessment.summary": _of_record,
}
"""By the field."""
