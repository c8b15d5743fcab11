"""Serves the site: one process, an address that is free, and a word on what to try first."""

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import typer
import uvicorn

from app import running
from app.accounts import links
from app.accounts.directory import has_administrator
from app.commands.listening import address_of, listen
from app.domain.english import with_article
from app.errors import DatabaseTooSlow, DatabaseUnavailable
from app.logs import set_up_logs
from app.main import create_app
from app.printing import out
from app.reading.examples import find_examples
from app.reading.explorer import Explorer, today
from app.settings import Settings, default_data_dir


def serve_site(settings: Settings) -> None:
    """Serve in this process until interrupted. A port that is taken is said in a sentence, with what to do."""
    listening = listen(settings)
    serve_on(settings, listening, address_of(settings, listening))


def serve_on(
    settings: Settings,
    listening: socket.socket,
    address: str,
    *,
    greets: bool = True,
    started: Callable[[], None] = lambda: None,
) -> None:
    """Serve on a socket until interrupted; `greets` says where the site is, `started` is called once it answers."""
    set_up_logs(settings)
    running.prepare()

    class Server(uvicorn.Server):
        """Says where the site is once it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                if greets:
                    await _greet(self.lifespan.state["explorer"], address, settings)
                started()

    config = uvicorn.Config(
        create_app(settings), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    server = Server(config)
    server.run(sockets=[listening])
    if not server.started:
        raise typer.Exit(3)


async def _greet(explorer: Explorer, address: str, settings: Settings) -> None:
    out.print_line("")
    out.print_line(f"Partnership Explorer is at {address}")
    out.print_line("")
    command = _command(settings)
    # The site answers already; should its database be away by now, pages say so.
    with suppress(DatabaseUnavailable, DatabaseTooSlow):
        for line in await to_try(explorer, address, command):
            out.print_line(line)
        for line in await to_begin(explorer, address, command, private=is_seen_here_alone(settings)):
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
        tried.append((f"Who represents {with_article(asked.name)} where?", f"{address}/who?of={asked.id}"))
    if places:
        tried.append((f"The structure of {contents.areas[places[0].area].name}:", f"{address}/{places[0].area}"))
    else:
        tried.append(("No place is recorded yet. Sign in, and start one:", f"{address}/edit/start"))
        tried.append(("Or from your spreadsheet:", f"{address}/import"))
        tried.append(("Or from files of data:", f"{command} load FILES"))
    tried.append(("The API, with a console:", f"{address}/graphql"))
    if asked:
        tried.append(("In another terminal:", f"{command} who {asked.id}"))
    width = max(len(says) for says, _ in tried)
    return [f"  {says:<{width}}  {where}" for says, where in tried]


async def to_begin(explorer: Explorer, address: str, command: str, *, private: bool) -> list[str]:
    """Return how to sign in as the owner of the machine, a line each; nothing where somebody administers the site.

    A link is in it only where it is `private`, so that none stands in a log that others read.
    """
    if await has_administrator(explorer.database):
        return []
    if not private:
        return ["", f"  Nobody can edit yet: `{command} account link` prints a link to sign in by, once."]
    secret = await explorer.database.write(lambda transaction: links.make(transaction, None))
    return [
        "",
        "  To edit as the owner of this machine, open this once, within a day:",
        f"  {address.rstrip('/')}{links.PATH}{secret}",
    ]


def is_seen_here_alone(settings: Settings) -> bool:
    """Tell whether only whoever started the site reads what is printed: on a terminal, or of a site on loopback."""
    return out.is_terminal or settings.host in {"localhost", "::1"} or settings.host.startswith("127.")


def _command(settings: Settings) -> str:
    """Write the command as it finds this database from the same folder."""
    program = Path(sys.argv[0])
    name = os.path.relpath(program) if program.name == "partnerships" else "partnerships"
    if settings.data_dir == default_data_dir():
        return name
    return f"PARTNERSHIPS_DATA_DIR={os.path.relpath(settings.data_dir)} {name}"
