"""The sockets that the site listens on; one that cannot be had is said in a sentence, with what to do."""

import errno
import socket
import sys

import typer

from app.printing import err
from app.settings import Settings


def listen(settings: Settings) -> socket.socket:
    """Return a socket bound to the site's address; ends the process with a sentence when that cannot be."""
    try:
        return _bound(settings, settings.port)
    except (OSError, UnicodeError) as error:
        err.print_line(_explain(settings, error))
        raise typer.Exit(2) from None


def listen_for_each(settings: Settings, number: int) -> list[socket.socket]:
    """Return a socket for each of several processes, all on one port, among which the system shares out connections.

    Where no system does that fairly, all have the same socket.
    """
    # By itself first: a socket that shares its port would share it with another site of the same user too.
    alone = listen(settings)
    if sys.platform != "linux":
        return [alone] * number
    port = alone.getsockname()[1]
    alone.close()
    try:
        return [_bound(settings, port, shared=True) for _ in range(number)]
    except OSError as error:
        err.print_line(_explain(settings, error))
        raise typer.Exit(2) from None


def address_of(settings: Settings, listening: socket.socket) -> str:
    """Return where the site is for whoever is told of it."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.base_url or f"http://{host}:{listening.getsockname()[1]}"


def _bound(settings: Settings, port: int, *, shared: bool = False) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listening.bind((settings.host, port))
    except BaseException:
        listening.close()
        raise
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
