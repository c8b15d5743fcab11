"""Starts the site: one process, an address that is free, and a word on what to try first."""

import errno
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import typer
import uvicorn

from app.domain.english import with_article
from app.domain.vocabulary import Classification
from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.logs import set_up_logs
from app.main import create_app
from app.printing import err, out
from app.reading.catalogue import Name
from app.reading.examples import find_examples
from app.reading.explorer import Explorer, today
from app.settings import Settings, default_data_dir


def serve_site(settings: Settings) -> None:
    """Serve until interrupted. A port that is taken is said in a sentence, with what to do."""
    set_up_logs(settings)
    listening = _listen(settings)
    port = listening.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = settings.base_url or f"http://{host}:{port}"

    class Server(uvicorn.Server):
        """Says where the site is once it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                await _greet(self.lifespan.state["explorer"], address, settings)

    config = uvicorn.Config(
        create_app(settings), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    server = Server(config)
    server.run(sockets=[listening])
    if not server.started:
        raise typer.Exit(3)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except (OSError, UnicodeError) as error:
        listening.close()
        err.print_line(_explain(settings, error))
        raise typer.Exit(2) from None
    return listening


def _explain(settings: Settings, error: OSError | UnicodeError) -> str:
    """Say whether the port or the host is in the way."""
    reason = getattr(error, "strerror", None) or "it is no address"
    if getattr(error, "errno", None) in {errno.EADDRINUSE, errno.EACCES}:
        return (
            f"Port {settings.port} on {settings.host} cannot be used ({reason}). If another program has it,"
            f" choose another port: PARTNERSHIPS_PORT={settings.port + 80 if settings.port < 65000 else 8080} make run"
        )
    return (
        f"The site cannot listen on PARTNERSHIPS_HOST={settings.host} ({reason}): 127.0.0.1 is for this machine alone,"
        " 0.0.0.0 for all that reach it."
    )


async def _greet(explorer: Explorer, address: str, settings: Settings) -> None:
    out.print_line("")
    out.print_line(f"Partnership Explorer is at {address}")
    out.print_line("")
    command = _command(settings)
    # The site answers already; should its database be away by now, pages say so.
    with suppress(DatabaseUnavailable, DatabaseTooSlow):
        for line in await to_try(explorer, address, command):
            out.print_line(line)
    out.print_line("")
    out.print_line("Ctrl-C stops it.")


async def to_try(explorer: Explorer, address: str, command: str) -> list[str]:
    """Return what to try first, a line each: a question about a place that is there, and its page.

    Where there is none, how to load one. `address` is where the site is, `command` what its command is called here.
    """
    contents = await explorer.catalogue.contents()
    tried: list[tuple[str, str]] = []
    places = await find_examples(explorer, contents, today())
    asked = next((it for place in places for it in (place.community, place.voice, place.board) if it), None)
    if asked:
        tried.append((f"Who represents {_within(asked)} where?", f"{address}/who?of={asked.id}"))
    if places:
        tried.append((f"The structure of {contents.areas[places[0].area].name}:", f"{address}/{places[0].area}"))
    else:
        tried.append(("No place is loaded yet:", f"{command} load FILES"))
    tried.append(("The API, with a console:", f"{address}/graphql"))
    if asked:
        tried.append(("In another terminal:", f"{command} who {asked.id}"))
    width = max(len(says) for says, _ in tried)
    return [f"  {says:<{width}}  {where}" for says, where in tried]


def _within(name: Name) -> str:
    return name.name if name.classification == Classification.CONSTITUENCY else with_article(name.name)


def _command(settings: Settings) -> str:
    """Write the command as it finds this database from the same folder."""
    program = Path(sys.argv[0])
    name = os.path.relpath(program) if program.name == "partnerships" else "partnerships"
    if settings.data_dir == default_data_dir():
        return name
    return f"PARTNERSHIPS_DATA_DIR={os.path.relpath(settings.data_dir)} {name}"
