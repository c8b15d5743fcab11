"""Gaps as a terminal shows them, and as JSON for other programs."""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from app.questions.gaps.ask import Finding, GapsFound, cited
from app.questions.gaps.rules import RULES
from app.reading.catalogue import Contents


def print_gaps(console: Console, found: GapsFound, contents: Contents) -> None:
    """Print the findings by body, and how many there are of each kind."""
    console.print(Text(found.sentence, style="bold"), soft_wrap=True)
    for body, findings in found.by_body():
        console.print(Text(f"\n{body.name}", style="bold cyan"), soft_wrap=True)
        for finding in findings:
            _print_finding(console, finding, contents)
    console.print()
    for kind, number in found.counts:
        if number and kind in found.kinds:
            console.print(Text(f"{number:5}  {RULES[kind].name}"), soft_wrap=True)


def gaps_json(found: GapsFound, contents: Contents) -> dict[str, Any]:
    """Return the findings in the shape and the words of the GraphQL API."""
    return {
        "on": found.on.isoformat(),
        "answer": found.sentence,
        "counts": [{"kind": kind.name, "count": number} for kind, number in found.counts],
        "totalCount": len(found.findings),
        "gaps": [
            {
                "kind": finding.kind.name,
                "subject": {"id": finding.gap.subject_id, "name": finding.subject_name},
                "body": {"id": finding.body.id, "name": finding.body.name},
                "explanation": finding.explanation,
                "recordedAsNone": finding.recorded_as_none,
                "certainty": finding.certainty.name,
                "remedy": finding.remedy,
                "citations": [
                    {"source": c.source_id, "title": contents.sources[c.source_id].title, "locator": c.locator}
                    for c in finding.citations
                    if c.source_id in contents.sources
                ],
            }
            for finding in found.findings
        ],
    }


def _print_finding(console: Console, finding: Finding, contents: Contents) -> None:
    marks = [finding.kind_name, "recorded as none" if finding.recorded_as_none else "", finding.doubt]
    _indented(console, finding.explanation)
    _indented(console, f"{'; '.join(mark for mark in marks if mark)}. To close it: {finding.remedy}", "dim")
    sources = cited(finding.gap, contents)
    if sources:
        _indented(console, f"Source: {sources}", "dim")


def _indented(console: Console, text: str, style: str = "") -> None:
    console.print(Padding(Text(text, style=style), (0, 0, 0, 2)))
