"""The command `partnerships`: the same questions and answers as on the pages, in a terminal.

Exit codes: 0 fine; 1 the answer is no, or data is wrong; 2 wrong usage; 3 the database does not answer.
This module stays light: the database engine starts while the rest is still being imported.
"""

import threading
from pathlib import Path
from typing import Annotated

import typer

from app.errors import PartnershipsError
from app.settings import Settings
from app.store.embedded import EmbeddedEngine

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Who represents us where, in local partnership working.",
)

Files = Annotated[list[Path], typer.Argument(help="YAML files, or folders of them.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day the answer is for; today unless said.")]
Area = Annotated[str, typer.Option("--area", help="Only this place, by its id, such as bromley.")]


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; otherwise PARTNERSHIPS_PORT.")] = None,
) -> None:
    """Serve the site, starting the database if it is not running."""
    settings = Settings() if port is None else Settings(port=port)
    _start_engine_early(settings)
    from app.commands.running import out
    from app.serving import serve_site

    serve_site(settings, out)


@app.command()
def check(files: Files) -> None:
    """Say everything that is wrong with data files; nothing is written."""
    from app import commands

    commands.check(files)


@app.command()
def load(
    files: Files,
    replace: Annotated[bool, typer.Option(help="Remove what a place's file no longer has.")] = False,
    preview: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Load data files: all of them, or nothing when there is a problem."""
    _start_engine_early(Settings())
    from app import commands

    commands.load(files, replace=replace, preview=preview)


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A group, body or person: a name, an abbreviation or an id.")],
    on: On = "",
    area: Area = "",
    proposed: Annotated[bool, typer.Option(help="Count what is only proposed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Say who represents a group where, with routes, holders and sources."""
    _start_engine_early(Settings())
    from app import commands

    commands.who(name, on=on, area=area, proposed=proposed, as_json=as_json)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Part of a name, an abbreviation, however spelt.")],
    area: Area = "",
    first: Annotated[int, typer.Option(help="How many at most.", min=1, max=100)] = 10,
    as_json: Json = False,
) -> None:
    """Find bodies, people, places and sources by name."""
    _start_engine_early(Settings())
    from app import commands

    commands.search_names(text, area=area, first=first, as_json=as_json)


@app.command()
def schema(
    what: Annotated[str, typer.Argument(help="place, sources, areas or story: which sort of file.")] = "place",
) -> None:
    """Print the JSON Schema of a data file, for editors to complete and check by."""
    from app import commands

    commands.schema(what)


@app.command()
def graphql_schema() -> None:
    """Print the schema of the GraphQL API."""
    from app.api.schema import schema_text

    typer.echo(schema_text(), nl=False)


def _start_engine_early(settings: Settings) -> None:
    """Have the embedded engine start beside the imports; whoever opens the database then finds it running.

    The hold ends with the process. What goes wrong here goes wrong there again, and is said there.
    """
    if settings.neo4j_uri:
        return

    def start() -> None:
        try:
            EmbeddedEngine(settings.data_dir).acquire()
        except PartnershipsError:
            return

    threading.Thread(target=start, daemon=True).start()


def main() -> None:
    """Run the command."""
    app()


if __name__ == "__main__":
    main()
