"""Running a command over the database: its output, its errors, its exit codes, and what its options mean."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date
from typing import Any

import typer

from app.domain.dates import bounds
from app.errors import Ambiguous, BadInput, DataRefused, PartnershipsError
from app.logs import set_up_logs
from app.printing import err, out
from app.reading.explorer import Explorer, open_explorer, today
from app.reading.resolving import resolve, resolve_area
from app.record.settled import is_settled
from app.starting import read_settings

__all__ = ["answer", "area_of", "day_of", "err", "id_of", "out"]


def answer(run: Callable[[Explorer], Awaitable[None]], *, as_json: bool = False, fill: bool = True) -> None:
    """Run a command over the database; an error becomes a sentence and an exit code, never a traceback.

    A question to an empty database is asked of the project's own data, as the site would.
    """

    async def within() -> None:
        settings = read_settings()
        set_up_logs(settings)
        async with open_explorer(settings) as explorer:
            # The engine may be young, or busy with a load; whoever does not want to wait has Ctrl-C.
            with explorer.database.patient():
                if fill and not await is_settled(explorer.database):
                    # What reads files takes longer to import than most questions to answer.
                    from app.record.loading import load_if_empty

                    await load_if_empty(explorer.database, settings.seeds_dir)
                await run(explorer)

    _finish(within(), as_json)


def _finish(work: Coroutine[Any, Any, None], as_json: bool) -> None:
    try:
        asyncio.run(work)
    except DataRefused as error:
        for problem in error.problems:
            out.print_text(f"{problem}\n")
        err.print_line(error.message)
        raise typer.Exit(error.exit_code) from None
    except PartnershipsError as error:
        near = [{"id": id_, "name": name} for id_, name in getattr(error, "nearest", ())]
        choice = error.candidates if isinstance(error, Ambiguous) else ()
        if as_json:
            said: dict[str, Any] = {"code": error.code, "message": error.message, "nearest": near}
            if isinstance(error, Ambiguous):
                said |= error.said
            out.print_json({"error": said})
        err.print_line(error.message)
        for found in near:
            err.print_line(f"  {found['name']}  ({found['id']})")
        for each in choice:
            err.print_line(f"  {each.name}, {each.what}  ({each.id})")
        if isinstance(error, Ambiguous) and error.number > len(choice):
            err.print_line(f"  and {error.number - len(choice)} more: `partnerships search` with more of the name.")
        raise typer.Exit(error.exit_code) from None


def day_of(text: str) -> date:
    """Read the day of an option, today when it is empty; BadInput says what is wrong with it."""
    if not text:
        return today()
    try:
        return bounds(text)[1]
    except ValueError as error:
        raise BadInput(f"--on {text}: {error}.") from None


async def id_of(explorer: Explorer, name: str, area: str) -> str:
    """Find whom a name means; UnknownId offers the nearest ones, Ambiguous all that it may mean."""
    place = await area_of(explorer, area) if area else ""
    return (await resolve(explorer.catalogue, name, area=place)).id


async def area_of(explorer: Explorer, text: str) -> str:
    """Find the place that somebody means by its id or its whole name; UnknownId offers the nearest names."""
    return await resolve_area(explorer.catalogue, text)
