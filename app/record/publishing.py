"""What is public of a place leaves the site in the open formats of `app/exchange/formats/registry.py`."""

from collections.abc import Iterable

from app.domain import records as r
from app.domain.facts import DataSet, Link, Node
from app.exchange.entries.ordering import in_order
from app.exchange.formats.public_facts import PublicFacts, sources_in
from app.exchange.formats.registry import Format
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf
from app.reading.resolving import unknown_area
from app.store.open_facts import open_facts_of_place, without_hidden

_PUBLIC: Shelf[DataSet] = Shelf("public facts", 12)
"""By place, with the version of the data: all formats of a place are made from one reading."""


async def public_facts(explorer: Explorer, area: str, base: str) -> PublicFacts:
    """Return what is public of a place; UnknownId offers the nearest when nobody knows the area."""
    contents = await explorer.catalogue.contents()
    if area not in contents.areas:
        raise await unknown_area(explorer.catalogue, area)
    facts = await explorer.kept[_PUBLIC].once(area, contents.version, lambda: _read(explorer, contents, area))
    return PublicFacts(area, contents.areas[area].name, facts, base, contents.version)


async def written(explorer: Explorer, of: Format, area: str, base: str) -> bytes:
    """Write what is public of a place in a format, beside everybody else's requests; errors as of `public_facts`."""
    public = await public_facts(explorer, area, base)
    return await explorer.aside(lambda: of.write(public))


async def _read(explorer: Explorer, contents: Contents, area: str) -> DataSet:
    found = await open_facts_of_place(explorer.database, area)
    return await explorer.aside(lambda: _whole(found, contents, area))


def _whole(found: DataSet, contents: Contents, area: str) -> DataSet:
    """Put facts into their order, and add what they lead to: areas, shared sources, and stubs of what is elsewhere."""
    own = in_order(without_hidden(found, contents.by_id, contents.sources))
    nodes = {node.id: node for node in own.nodes}
    cited = sorted({source for fact in own.all() for source in sources_in(fact.properties)} - nodes.keys())
    areas = area_facts(contents, {area, *_areas_in(own)})
    nodes |= {node.id: node for node in areas.nodes}
    nodes |= {id_: source_node(contents.sources[id_]) for id_ in cited}
    for link in own.links:
        for label, id_ in ((link.from_label, link.from_id), (link.to_label, link.to_id)):
            if id_ not in nodes:
                nodes[id_] = _stub(label, id_, contents)
    return DataSet(list(nodes.values()), [*own.links, *areas.links], own.places)


def _areas_in(facts: DataSet) -> Iterable[str]:
    yield from (link.to_id for link in facts.links if link.type == "IN_AREA")
    yield from (str(node.properties["forArea"]) for node in facts.nodes if node.properties.get("forArea"))


def area_facts(contents: Contents, ids: Iterable[str]) -> DataSet:
    """Return what is recorded of areas, and of all that they are part of."""
    above = sorted(set().union(*map(contents.around, ids)))
    areas = [contents.areas[id_] for id_ in above if id_ in contents.areas]
    return DataSet([_area(area) for area in areas], [_part_of(area) for area in areas if area.part_of_id])


def _area(area: r.Area) -> Node:
    said = {"name": area.name, "classification": area.classification, "gss": area.gss}
    return Node("Area", area.id, "", {**said, "reportBackDays": area.report_back_days})


def _part_of(area: r.Area) -> Link:
    assert area.part_of_id
    return Link("PART_OF", f"{area.id}--part-of--{area.part_of_id}", "", "Area", area.id, "Area", area.part_of_id, {})


def source_node(source: r.Source) -> Node:
    """Return what is recorded of a source that all places share."""
    said = {"title": source.title, "publisher": source.publisher, "published": source.published, "url": source.url}
    said |= {"read": source.read, "note": source.note}
    return Node("Source", source.id, "", {**said, "creators": list(source.creators)})


def _stub(label: str, id_: str, contents: Contents) -> Node:
    known = contents.by_id.get(id_)
    return Node(label, id_, id_.partition("/")[0], {"name": known.name} if known else {})
