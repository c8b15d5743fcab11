"""Fields of places, documents and rules, whose records are at hand."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, get_named_type

from app.api.compiling.given import Details
from app.api.compiling.nodes import node_maker
from app.api.compiling.pages import Found, asked_maker, nested_maker, nodes_of, page_maker
from app.api.compiling.roots import NESTED
from app.api.compiling.run import PENDING, Make, Run
from app.api.compiling.selecting import OfRecord, Selecting
from app.api.compiling.values import page_maker as page_of_record
from app.api.compiling.values import value_maker
from app.api.loading.cited import told
from app.api.loading.themes import theme_at
from app.domain import records as r
from app.domain import vocabulary as words


def _page(_selecting: Selecting, _field: GraphQLField, _fields: Details, _day: int) -> Make:
    return page_of_record


def _citations(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    selecting.asks_contents = True
    make = value_maker(field.type, selecting.record_maker_of(fields, day))
    return lambda record, run: make(told(record.citations, run.catalogue.sources), run)


def _updated_at(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    selecting.asks_moments = True
    make = value_maker(field.type, selecting.record_maker_of(fields, day))

    def updated(record: Any, run: Run) -> Any:
        assert run.moments
        return make(run.moments.of(record.id), run)

    return updated


def _part_of(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    selecting.asks_contents = True
    make = value_maker(field.type, selecting.record_maker_of(fields, day))
    return lambda area, run: make(run.catalogue.areas.get(area.part_of_id or ""), run)


def _parts(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    selecting.asks_contents = True
    make = value_maker(field.type, selecting.record_maker_of(fields, day))
    return lambda area, run: make([it for it in run.catalogue.areas.values() if it.part_of_id == area.id], run)


def _themes(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    lookup = selecting.lookup("list_themes", None)
    make = value_maker(field.type, selecting.record_maker_of(fields, day))

    def themes(area: r.Area, run: Run) -> Any:
        rows = run.rows(lookup, area.id)
        if rows is None:
            return PENDING
        read = (r.Theme(id_, name, order, tuple(like or ()), bool(fixed)) for _, id_, name, order, like, fixed in rows)
        found = sorted(read, key=lambda theme: (theme.order, theme.id))
        return make([theme_at(area.id, theme) for theme in found], run)

    return themes


def _organizations(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    selecting.asks_contents = True

    def kinds(id_: str, run: Run) -> Sequence[words.Classification]:
        return [sort.classification for sort in run.catalogue.sorts[id_] for _ in range(sort.bodies)]

    page = nested_maker(selecting, NESTED["Area.organizations"], field, fields, day, kinds)
    return lambda area, run: page(area.id, run)


def _organizations_named(selecting: Selecting, _field: GraphQLField, fields: Details, day: int) -> Make:
    make = selecting.by_ids("Organization", fields, day)
    return lambda rule, run: make([body.id for body in rule.organizations], run)


def _cited_by(selecting: Selecting, field: GraphQLField, fields: Details, day: int) -> Make:
    selecting.asks_cited = True
    type_ = get_named_type(field.type)
    assert isinstance(type_, GraphQLObjectType)
    node = node_maker(selecting, nodes_of(selecting, type_, fields), day)
    wanted = asked_maker(selecting, "citedBy", field, fields)
    page = page_maker(selecting, type_, fields, day, lambda found, _run: found[1])

    def cited_by(source: r.Source, run: Run) -> Any:
        assert run.cited is not None
        asked, cited = wanted(run), run.cited.get(source.id, ())
        keys = [key for key in cited if key > asked.after][: asked.first + 1]
        made = [(key, node(*key, run)) for key in keys]
        known = [each for each in made if each[1] is not None]
        return page(Found(len(cited), known, asked, lambda each: each[0], tuple), run)

    return cited_by


OF_RECORDS: Mapping[str, OfRecord] = {
    "Area.url": _page,
    "Area.updatedAt": _updated_at,
    "Source.updatedAt": _updated_at,
    "Area.partOf": _part_of,
    "Area.parts": _parts,
    "Area.themes": _themes,
    "Area.organizations": _organizations,
    "Source.page": _page,
    "Source.citedBy": _cited_by,
    "CompositionRule.citations": _citations,
    "CompositionRule.organizations": _organizations_named,
}
"""By the field."""
