"""The command that says what changed between two days."""

from datetime import date

from rich.text import Text

from app.commands.common import answer, id_of, out
from app.commands.documents import print_document
from app.commands.terminal import print_whole
from app.domain.as_at import AsAt
from app.domain.dates import bounds
from app.errors import BadInput
from app.questions.changes.ask import KIND_NAMES, Changes, by_month, find_changes, sure
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer, today


def changes(*, area: str, organization: str, since: str, until: str, proposed: bool, as_json: bool) -> None:
    """Print what changed in a place, or of a body, between two days; everything that is recorded unless said."""

    async def run(explorer: Explorer) -> None:
        body = await id_of(explorer, organization, area) if organization else None
        first = _day("--since", since, 0) if since else None
        last = _day("--until", until, 1) if until else today()
        if as_json:
            days = {"since": first and first.isoformat(), "until": last.isoformat(), "includeProposed": proposed}
            await print_document(explorer, "changes", {"area": area or None, "organization": body, **days})
        else:
            as_at = AsAt(last, proposed)
            found = await find_changes(explorer, area=area or None, organization=body, since=first, as_at=as_at)
            _print(found, await explorer.catalogue.contents())

    answer(run, as_json=as_json)


def _day(option: str, text: str, end: int) -> date:
    """Read a day; of a month or year the first one for `--since`, the last one for `--until`."""
    try:
        return bounds(text)[end]
    except ValueError as error:
        raise BadInput(f"{option} {text}: {error}.") from None


def _print(found: Changes, contents: Contents) -> None:
    """Print changes by month, each with what it rests on."""
    out.print(Text(found.opening, style="bold"))
    for stretch in by_month(found.changes):
        out.print(Text(f"\n{stretch.heading}", style="bold cyan"))
        for change in stretch.changes:
            doubt = f" ({sure(change)})" if sure(change) else ""
            kind = KIND_NAMES[change.kind].lower()
            out.print(Text.assemble(f"  {change.explanation}{doubt}  ", (kind, "dim")), soft_wrap=True)
            for citation in change.citations:
                if citation.source_id in contents.sources:
                    print_whole(f"    {contents.sources[citation.source_id].title}, {citation.locator}", "dim")
