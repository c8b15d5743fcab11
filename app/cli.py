"""The command `partnerships`: the same questions and answers as on the pages, in a terminal.

Exit codes: 0 fine; 1 the answer is no, or data is wrong; 2 wrong usage; 3 the database does not answer.
"""

import asyncio
import json
from collections.abc import Coroutine
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app.domain.dates import bounds
from app.errors import BadInput, DataRefused, PartnershipsError, UnknownId
from app.exchange.place_format import AreasFile, PlaceFile, SourcesFile
from app.services import terminal
from app.services.explorer import Explorer, open_explorer, today
from app.services.loading import check_files, load_files
from app.services.search import meant, search
from app.services.telling import tell_representation
from app.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Who represents us where, in local partnership working.",
)
out, err = Console(), Console(stderr=True)

Files = Annotated[list[Path], typer.Argument(help="YAML files, or folders of them.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day the answer is for; today unless said.")]
Area = Annotated[str, typer.Option("--area", help="Only this place, by its id, such as bromley.")]


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; otherwise PARTNERSHIPS_PORT.")] = None,
) -> None:
    """Serve the site, starting the database if it is not running."""
    from app.serving import serve_site

    serve_site(Settings() if port is None else Settings(port=port), out)


@app.command()
def check(files: Files) -> None:
    """Say everything that is wrong with data files; nothing is written."""
    checked = check_files(files)
    for problem in checked.problems:
        out.print(str(problem), markup=False, highlight=False, soft_wrap=True)
    if checked.problems:
        err.print(f"{len(checked.problems)} problems.")
        raise typer.Exit(1)
    out.print(f"{len(checked.facts)} facts, no problems.")


@app.command()
def load(
    files: Files,
    replace: Annotated[bool, typer.Option(help="Remove what a place's file no longer has.")] = False,
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Load data files: all of them, or nothing when there is a problem."""

    async def run(explorer: Explorer) -> None:
        columns = (TextColumn("writing"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=err, transient=True) as bar:
            task = bar.add_task("writing", total=None)
            summary = await load_files(
                explorer.database,
                files,
                replace=replace,
                dry_run=preview,
                progress=lambda done, whole: bar.update(task, completed=done, total=whole),
            )
        counts = f"{summary.added} added, {summary.changed} changed, {summary.removed} removed"
        out.print(f"{'Would be: ' if preview else ''}{counts}, {summary.unchanged} unchanged.", highlight=False)

    _answer(run)


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A group, body or person: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say who represents a group where, with routes, holders and sources."""

    async def run(explorer: Explorer) -> None:
        day = _day(on)
        of = await _id_of(explorer, name, area)
        told = await tell_representation(explorer, of, day, include_proposed=proposed)
        contents = await explorer.catalogue.contents()
        if as_json:
            _print_json(terminal.as_json(told, contents))
        else:
            terminal.print_answer(out, told, contents)

    _answer(run, as_json)


@app.command("search")
def search_names(
    text: Annotated[str, typer.Argument(help="Part of a name, an abbreviation, however spelt.")],
    area: Area = "",
    first: Annotated[int, typer.Option(help="How many at most.", min=1, max=100)] = 10,
    as_json: Json = False,
) -> None:
    """Find bodies, people, places and sources by name."""

    async def run(explorer: Explorer) -> None:
        found = await search(explorer.catalogue, text, area=area or None, first=first)
        if as_json:
            _print_json([{"id": name.id, "name": name.name, "type": name.label} for name in found])
        else:
            terminal.print_names(out, found)
        if not found:
            err.print(f"Nothing is called anything like '{text}'.", markup=False)
            raise typer.Exit(1)

    _answer(run, as_json)


@app.command()
def schema(
    what: Annotated[str, typer.Argument(help="place, sources or areas: which sort of file.")] = "place",
) -> None:
    """Print the JSON Schema of a data file, for editors to complete and check by."""
    models: dict[str, type[BaseModel]] = {"place": PlaceFile, "sources": SourcesFile, "areas": AreasFile}
    if what not in models:
        raise typer.BadParameter(f"expected place, sources or areas, not '{what}'")
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | models[what].model_json_schema()
    typer.echo(json.dumps(described, indent=2))


@app.command()
def graphql_schema() -> None:
    """Print the schema of the GraphQL API."""
    from app.api.schema import schema_text

    typer.echo(schema_text(), nl=False)


def _answer(run: "Any", as_json: bool = False) -> None:
    """Run a command over the database; an error becomes a sentence and an exit code, never a traceback."""

    async def within() -> None:
        async with open_explorer(Settings()) as explorer:
            await run(explorer)

    _finish(within(), as_json)


def _finish(work: Coroutine[Any, Any, None], as_json: bool) -> None:
    try:
        asyncio.run(work)
    except DataRefused as error:
        for problem in error.problems:
            out.print(str(problem), markup=False, highlight=False, soft_wrap=True)
        err.print(error.message, markup=False)
        raise typer.Exit(error.exit_code) from None
    except PartnershipsError as error:
        near = [{"id": id_, "name": name} for id_, name in getattr(error, "nearest", ())]
        if as_json:
            _print_json({"error": {"code": error.code, "message": error.message, "nearest": near}})
        err.print(error.message, markup=False, highlight=False, soft_wrap=True)
        for found in near:
            err.print(f"  {found['name']}  ({found['id']})", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(error.exit_code) from None


def _day(text: str) -> date:
    if not text:
        return today()
    try:
        return bounds(text)[1]
    except ValueError as error:
        raise BadInput(f"--on {text}: {error}.") from None


async def _id_of(explorer: Explorer, name: str, area: str) -> str:
    """Find whom a name means; UnknownId offers the nearest ones."""
    if "/" in name and name in await explorer.reader.labels([name]):
        return name
    found, others = await meant(explorer.catalogue, name, area=area or None)
    if found:
        return found.id
    near = [(hit.id, hit.name) for hit in others]
    offer = " Did you mean:" if near else " Try `partnerships search` with another word."
    raise UnknownId(f"Nobody here is called '{name}'.{offer}", near)


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def main() -> None:
    """Run the command."""
    app()


if __name__ == "__main__":
    main()
