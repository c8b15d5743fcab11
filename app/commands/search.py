"""The command that finds bodies, people, places and sources by name."""

import typer
from rich.text import Text

from app.commands.common import answer, err, out
from app.commands.documents import print_document
from app.reading.catalogue import Name
from app.reading.explorer import Explorer
from app.reading.search import search


def search_names(text: str, *, area: str, first: int, as_json: bool) -> None:
    """Print what a search finds; exit 1 when that is nothing."""

    async def run(explorer: Explorer) -> None:
        if as_json:
            data = await print_document(explorer, "search", {"text": text, "area": area or None, "first": first})
            found = bool(data["search"])
        else:
            names = await search(explorer.catalogue, text, area=area or None, first=first)
            _print(names)
            found = bool(names)
        if not found:
            err.print_line(f"Nothing is called anything like '{text}'.")
            raise typer.Exit(1)

    answer(run, as_json=as_json)


def _print(names: list[Name]) -> None:
    """Print what a search found, one a line: name, sort, id."""
    for name in names:
        sort = (name.classification or name.label).replace("_", " ").lower()
        out.print(Text.assemble((name.name, "bold"), f"  {sort}  ", (name.id, "dim")), soft_wrap=True)
