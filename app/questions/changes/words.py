"""Changes as a terminal shows them, and as JSON for other programs."""

from typing import Any

from rich.console import Console
from rich.text import Text

from app.questions.changes.ask import KIND_NAMES, Changes, by_month, sure
from app.questions.changes.rules import Change
from app.reading.catalogue import Contents


def print_changes(console: Console, found: Changes, contents: Contents) -> None:
    """Print changes by month, each with what it rests on."""
    console.print(Text(found.opening, style="bold"))
    for stretch in by_month(found.changes):
        console.print(Text(f"\n{stretch.heading}", style="bold cyan"))
        for change in stretch.changes:
            doubt = f" ({sure(change)})" if sure(change) else ""
            console.print(
                Text.assemble(f"  {change.explanation}{doubt}  ", (KIND_NAMES[change.kind].lower(), "dim")),
                soft_wrap=True,
            )
            for citation in change.citations:
                if citation.source_id in contents.sources:
                    title = contents.sources[citation.source_id].title
                    console.print(Text(f"    {title}, {citation.locator}", style="dim"), soft_wrap=True)


def changes_json(found: Changes, contents: Contents) -> dict[str, Any]:
    """Return changes in the shape and the words of the GraphQL API."""
    return {
        "answer": found.opening,
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "includeProposed": found.as_at.include_proposed,
        "totalCount": len(found.changes),
        "changes": [_change_json(found, change, contents) for change in found.changes],
    }


def _change_json(found: Changes, change: Change, contents: Contents) -> dict[str, Any]:
    return {
        "kind": change.kind.name,
        "subject": {"__typename": change.subject_type, "id": change.subject_id},
        "date": change.date,
        "explanation": change.explanation,
        "certainty": change.certainty.name,
        "bodies": [{"id": body.id, "name": body.name} for body in found.bodies(change)],
        "citations": [
            {
                "source": citation.source_id,
                "title": contents.sources[citation.source_id].title,
                "locator": citation.locator,
            }
            for citation in change.citations
            if citation.source_id in contents.sources
        ],
    }
