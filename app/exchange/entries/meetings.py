"""Meetings with who was there, and actions, become entries again."""

from app.domain.facts import Link, Node
from app.exchange import place_format as form
from app.exchange.derived_ids import action_name, meeting_name
from app.exchange.entries.sorted_facts import Fields, SortedFacts


def meeting_of(facts: SortedFacts, node: Node) -> form.Meeting:
    """Return what a place's file says of a meeting.

    For whom a person came is written as `for`, also where the file had it as the person's organization.
    """
    said = facts.fields_of(form.Meeting, node.properties)
    for name in ("since", "until"):  # a meeting is on its date, whatever else it says
        if said.get(name) == said["date"]:
            said.pop(name, None)
    body = facts.links_from("MEETING_OF", node.id)[0].to_id
    is_made = node.id == f"{facts.place}/{meeting_name(facts.place, body, said['date'])}"
    said |= {
        "id": None if is_made else facts.local(node.id),
        "organization": facts.local(body),
        "attendance": [_attendance(facts, link, node) for link in facts.links_to("ATTENDED", node.id)],
        "reports": [_report(facts, link, node) for link in facts.links_to("REPORTED_BACK", node.id)],
    }
    return form.Meeting.model_validate(said)


def _attendance(facts: SortedFacts, link: Link, meeting: Node) -> Fields:
    said = facts.inner_fields(form.Attendance, link, meeting.properties)
    said |= {name: facts.local(said[name]) for name in ("deputisingFor", "for") if name in said}
    return said | {"person" if link.from_label == "Person" else "organization": facts.local(link.from_id)}


def _report(facts: SortedFacts, link: Link, meeting: Node) -> Fields:
    return facts.inner_fields(form.ReportBack, link, meeting.properties) | {"post": facts.local(link.from_id)}


def action_of(facts: SortedFacts, node: Node) -> form.Action:
    """Return what a place's file says of an action."""
    said = facts.fields_of(form.Action, node.properties)
    is_made = node.id == f"{facts.place}/{action_name(said['text'])}"
    said |= {
        "id": None if is_made else facts.local(node.id),
        "owners": [facts.local(link.to_id) for link in facts.links_from("OWNED_BY", node.id)],
        "arisingFrom": facts.end_of("ARISING_FROM", node.id),
    }
    return form.Action.model_validate(said)
