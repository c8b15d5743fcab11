"""The site: pages, diagrams and GraphQL in one process over one database."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TypedDict

from fastapi import FastAPI

from app import __version__
from app.api.http import addresses as graphql
from app.diagram.assets import prepare as prepare_drawing
from app.errors import WrongSetting
from app.printing import err
from app.reading.explorer import Explorer, open_explorer, patiently, plan_questions
from app.reading.sizes import prepare_sizes
from app.record.loading import load_if_empty
from app.settings import Settings
from app.starting import Starting, read_settings, unknown_settings
from app.web.shell.describing import DESCRIPTION, TAGS
from app.web.site import add_pages


class State(TypedDict):
    """What every request finds in `request.state`."""

    explorer: Explorer


async def finish_starting(explorer: Explorer) -> None:
    """Plan and import what the first page does without; then this process is as it stays."""
    async with patiently(explorer), asyncio.TaskGroup() as tasks:
        tasks.create_task(plan_questions(explorer))
        tasks.create_task(prepare_sizes(explorer))
        await graphql.prepare(explorer)
        await asyncio.to_thread(prepare_drawing)
    settle()


def settle() -> None:
    """Freeze start-up objects; collect less often."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application."""
    settings = settings or _own_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[State]:
        async with open_explorer(settings) as explorer:
            await load_if_empty(explorer.database, settings.seeds_dir)
            async with patiently(explorer):
                await explorer.catalogue.contents()
            # What the first page does without is planned and imported beside it, not before it.
            finishing = asyncio.create_task(finish_starting(explorer))
            yield {"explorer": explorer}
            await app.state.mailer.close()
            finishing.cancel()
            with suppress(asyncio.CancelledError):
                await finishing

    app = FastAPI(
        title="Partnership Explorer",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        summary="Who represents us where: files, feeds and pictures.",
        description=DESCRIPTION,
        openapi_tags=list(TAGS),
        license_info={"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.settings = settings
    app.router.routes.append(graphql.ASKED)
    app.include_router(graphql.router)
    add_pages(app, settings, graphql.POLICIES)
    app.add_middleware(Starting)
    return app


def _own_settings() -> Settings:
    """Read the settings for a server that was given none; one that is wrong ends the process with a sentence."""
    for said in unknown_settings():
        err.print_line(said)
    try:
        return read_settings()
    except WrongSetting as error:
        err.print_line(error.message)
        raise SystemExit(error.exit_code) from None
