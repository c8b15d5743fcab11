"""What the commands of `partnerships` share: how their arguments are said, and what they begin with; it stays light."""

import threading
from pathlib import Path
from typing import Annotated, Any

import typer

from app.errors import PartnershipsError, WrongSetting
from app.settings import Settings
from app.store.embedded import EmbeddedEngine

Files = Annotated[list[Path], typer.Argument(help="YAML files, or folders of them.")]
Json = Annotated[bool, typer.Option("--json", help="Answer as JSON, for other programs.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day the answer is for; today unless said.")]
Area = Annotated[str, typer.Option("--area", help="Only this place, by its id, such as bromley.")]
Proposed = Annotated[bool, typer.Option(help="Count what is only proposed, too.")]
Why = Annotated[str, typer.Option("--why", metavar="SENTENCE", help="Why, in a sentence that the history keeps.")]


def read_settings(**given: Any) -> Settings:
    """Read the settings; what is wrong with them is said in a sentence, and so is what nobody knows."""
    from app import starting
    from app.printing import err

    for said in starting.unknown_settings():
        err.print_line(said)
    try:
        return starting.read_settings(**given)
    except WrongSetting as error:
        err.print_line(error.message)
        raise typer.Exit(error.exit_code) from None


def start_engine_early(settings: Settings | None = None) -> None:
    """Start the embedded engine while the rest is imported; whoever opens the database finds it running.

    The hold ends with the process. What goes wrong here goes wrong there again, and is said there.
    """
    settings = settings or read_settings()
    if settings.neo4j_uri:
        return

    def start() -> None:
        try:
            EmbeddedEngine(settings.data_dir).acquire()
        except PartnershipsError:
            return

    threading.Thread(target=start, daemon=True).start()
