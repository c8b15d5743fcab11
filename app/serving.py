"""Starts the site: one process, an address that is free, and a word on what to try first."""

import os
import socket
import sys
from pathlib import Path

import typer
import uvicorn
from rich.console import Console

from app.logs import set_up_logs
from app.main import create_app
from app.settings import Settings, default_data_dir


def serve_site(settings: Settings, console: Console) -> None:
    """Serve until interrupted. A port that is taken is said in a sentence, with what to do."""
    set_up_logs(settings)
    listening = _listen(settings, console)
    port = listening.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = settings.base_url or f"http://{host}:{port}"

    class Server(uvicorn.Server):
        """Says where the site is once it answers."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                _greet(console, address, settings)

    config = uvicorn.Config(
        create_app(settings), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    server = Server(config)
    server.run(sockets=[listening])
    if not server.started:
        raise typer.Exit(3)


def _listen(settings: Settings, console: Console) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        console.print(
            f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}). If another program has it,"
            f" choose another port: PARTNERSHIPS_PORT={settings.port + 80} make run",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
        raise typer.Exit(2) from None
    return listening


def _greet(console: Console, address: str, settings: Settings) -> None:
    lines = (
        "",
        f"Partnership Explorer is at {address}",
        "",
        f"  Who speaks for older people in Bromley?  {address}/who?of=council+on+ageing",
        f"  The structure of a place:                {address}/bromley",
        f"  The API, with a console:                 {address}/graphql",
        f"  In another terminal:                     {_command(settings)} who COA",
        "",
        "Ctrl-C stops it.",
    )
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _command(settings: Settings) -> str:
    """Write the command as it finds this database from the same folder."""
    program = Path(sys.argv[0])
    name = os.path.relpath(program) if program.name == "partnerships" else "partnerships"
    if settings.data_dir == default_data_dir():
        return name
    return f"PARTNERSHIPS_DATA_DIR={os.path.relpath(settings.data_dir)} {name}"
