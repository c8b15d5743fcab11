"""The command `partnerships`: the same questions and answers as on the pages, in a terminal."""

import asyncio
from pathlib import Path

import typer
from rich.console import Console

from app.services.loading import check_files, load_files
from app.settings import Settings
from app.store.database import open_database

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out, err = Console(), Console(stderr=True)


@app.command()
def check(files: list[Path]) -> None:
    """Say everything that is wrong with data files; write nothing."""
    checked = check_files(files)
    for problem in checked.problems:
        out.print(str(problem), markup=False, highlight=False, soft_wrap=True)
    if checked.problems:
        raise typer.Exit(1)
    out.print(f"{len(checked.facts)} facts, no problems.")


@app.command()
def load(files: list[Path], replace: bool = False) -> None:
    """Load data files, all or nothing."""

    async def run() -> None:
        async with open_database(Settings()) as database:
            print(await load_files(database, files, replace=replace))

    asyncio.run(run())


def main() -> None:
    """Run the command."""
    app()


if __name__ == "__main__":
    main()
