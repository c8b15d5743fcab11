"""The command that finds bodies, people, places and sources by name."""

import shlex

import typer
from rich.text import Text

from app.commands.common import answer, area_of, err, out
from app.commands.documents import print_document
from app.domain.as_at import AsAt
from app.domain.english import ordinary, with_article
from app.reading.catalogue import Name
from app.reading.explorer import Explorer, today
from app.reading.leads import leads_for, missing_about
from app.reading.mentions import search_or_mentions


def search_names(text: str, *, area: str, first: int, as_json: bool) -> None:
    """Print what a search finds; exit 1 when that is nothing."""

    async def run(explorer: Explorer) -> None:
        if as_json:
            data = await print_document(explorer, "search", {"text": text, "area": area or None, "first": first})
            found = bool(data["search"])
        else:
            place = await area_of(explorer, area) if area else None
            names = await search_or_mentions(explorer.catalogue, text, area=place, first=first)
            found = await _lead(explorer, text, bool(names)) or bool(names)
            _print(names)
        if not found:
            err.print_line(f"Nothing is called anything like '{text}'.")
            raise typer.Exit(1)

    answer(run, as_json=as_json)


async def _lead(explorer: Explorer, text: str, found: bool) -> bool:
    """Print where a question is answered, and what is said to be missing; tell whether there was any of it."""
    leads = await leads_for(explorer.catalogue, text, found=found)
    for lead in leads:
        asked = shlex.join(("partnerships", *lead.words)) if lead.words else f"on the site: {lead.href}"
        out.print(Text.assemble((lead.says, "bold cyan"), "  ", (asked, "dim")), soft_wrap=True)
    missing = await missing_about(explorer, text, AsAt(today()))
    for it in missing:
        where = f", missing from {with_article(it.missing_from)}" if it.missing_from else ""
        out.print(Text.assemble(("Said to be missing: ", "yellow"), f"{it.subject}{where}. {it.note}"), soft_wrap=True)
    return bool(leads or missing)


def _print(names: list[Name]) -> None:
    """Print what a search found, one a line: name, that it has ended if so, sort, id."""
    for name in names:
        sort = ordinary(name.classification or name.label).lower()
        ended = name.ending(today())
        told = (f"  {ended}:", "yellow") if ended else ""
        out.print(Text.assemble((name.name, "bold"), told, f"  {sort}  ", (name.id, "dim")), soft_wrap=True)
