"""The command `partnerships`: the same questions and answers as on the pages, in a terminal.

Exit codes: 0 fine; 1 the answer is no, or data is wrong; 2 wrong usage; 3 the database does not answer.
This module stays light: the database engine starts while the rest is still being imported.
"""

import gc
import sys
from typing import Annotated

import typer

from app.commands import beginning
from app.commands.accounts_cli import accounts, tokens
from app.commands.questions_cli import questions
from app.commands.record_cli import record

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Who represents us where, in local partnership working.",
)
formats = typer.Typer()


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; otherwise PARTNERSHIPS_PORT.")] = None,
) -> None:
    """Serve the site, starting the database if it is not running."""
    settings = beginning.read_settings() if port is None else beginning.read_settings(port=port)
    if settings.workers > 1:
        from app.commands.workers import serve_by_workers

        serve_by_workers(settings)
        return
    beginning.start_engine_early(settings)
    from app.commands.serve import serve_site

    serve_site(settings)


@formats.command()
def schema(
    what: Annotated[
        str, typer.Argument(help="place, sources, areas, story or question: which sort of file.")
    ] = "place",
) -> None:
    """Print the JSON Schema of a data file, for editors to complete and check by."""
    from app.commands.schema import schema as run

    run(what)


@formats.command()
def graphql_schema() -> None:
    """Print the schema of the GraphQL API."""
    from app.commands.schema import graphql_schema as run

    run()


def _with_engine() -> None:
    """Start the engine while a command is still being read."""
    beginning.start_engine_early()


app.add_typer(record)
app.add_typer(questions)
app.add_typer(formats)
app.add_typer(accounts, name="account", callback=_with_engine)
app.add_typer(tokens, name="token", callback=_with_engine)


def main() -> None:
    """Run the command, and leave with its exit code."""
    from app.printing import err, tell_unexpected

    # Imports make many objects that stay: looking for rubbish among them is a twentieth of most commands' time.
    gc.set_threshold(50_000, 20, 20)
    sys.excepthook = tell_unexpected
    try:
        code = app(standalone_mode=False)
    except typer.Abort:
        code = 1
    except Exception as error:
        # Wrong usage, in the words of typer, which would print what was typed as it is. Help has said itself already.
        if not hasattr(error, "format_message"):
            raise
        if message := error.format_message():
            context = getattr(error, "ctx", None)
            err.print_text(f"{context.get_usage()}\n" if context else "")
            err.print_line(message)
        code = getattr(error, "exit_code", 2)
    sys.exit(code)


if __name__ == "__main__":
    main()
