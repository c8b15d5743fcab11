"""People, lines, cells of a relationship map, recorded absences, sources and areas become entries again."""

from app.domain.facts import Link, Node
from app.domain.vocabulary import FactStatus
from app.exchange import place_format as form
from app.exchange.derived_ids import absence_name, assessment_name, link_name
from app.exchange.entries.sorted_facts import SortedFacts, as_named, former_names


def person_of(facts: SortedFacts, node: Node) -> form.Person:
    """Return what a place's file says of a person."""
    said = facts.fields_of(form.Person, node.properties) | {"id": facts.local(node.id)}
    said["formerNames"] = former_names(node.properties)
    said["worksFor"] = [
        facts.inner_fields(form.Affiliation, link, node.properties) | {"organization": facts.local(link.to_id)}
        for link in facts.links_from("WORKS_FOR", node.id)
    ]
    return form.Person.model_validate(said)


def line_of(facts: SortedFacts, link: Link) -> form.Line:
    """Return what a place's file says of a line."""
    made = link_name(link.type, link.from_id, link.to_id, link.place)
    said = facts.fields_of(form.Line, link.properties) | {
        "id": None if link.id == f"{facts.place}/{made}" else facts.local(link.id),
        "from": facts.local(link.from_id),
        "type": link.type.lower(),
        "to": facts.local(link.to_id),
        "status": FactStatus.PROPOSED if link.properties.get("proposed") else FactStatus.ACTUAL,
    }
    return form.Line.model_validate(said)


def assessment_of(facts: SortedFacts, node: Node) -> form.Assessment:
    """Return what a place's file says in a cell of a relationship map."""
    said = facts.fields_of(form.Assessment, node.properties)
    body = facts.links_from("ASSESSES", node.id)[0].to_id
    made = assessment_name(facts.place, body, said["dimension"], said.get("on"))
    said |= {
        "id": None if node.id == f"{facts.place}/{made}" else facts.local(node.id),
        "organization": facts.local(body),
        "by": facts.local(said["by"]) if "by" in said else None,
    }
    return form.Assessment.model_validate(said)


def absence_of(facts: SortedFacts, node: Node) -> form.Absence:
    """Return what a place's file says of a seat or a link that is missing."""
    subject = facts.links_from("SUBJECT", node.id)[0].to_id
    bodies = [link.to_id for link in facts.links_from("FROM", node.id)]
    made = absence_name(facts.place, subject, bodies[0] if bodies else None)
    said = facts.fields_of(form.Absence, node.properties) | {
        "id": None if node.id == f"{facts.place}/{made}" else facts.local(node.id),
        "subject": facts.local(subject),
        "from": facts.end_of("FROM", node.id),
    }
    return form.Absence.model_validate(said)


def source_of(facts: SortedFacts, node: Node) -> form.Source:
    """Return what a file says of a document."""
    return form.Source.model_validate(as_named(form.Source, node.properties) | {"id": facts.local(node.id)})


def area_of(facts: SortedFacts, node: Node) -> form.Area:
    """Return what areas.yaml says of a place."""
    said = as_named(form.Area, node.properties) | {"id": node.id, "partOf": facts.end_of("PART_OF", node.id)}
    return form.Area.model_validate(said)
