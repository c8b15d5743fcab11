"""The site: pages, diagrams and GraphQL in one process over one database."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypedDict

from fastapi import FastAPI

from app import __version__
from app.api import routes as graphql
from app.diagram.assets import prepare as prepare_drawing
from app.services.explorer import Explorer, open_explorer, warm
from app.services.loading import load_if_empty
from app.settings import Settings
from app.web.site import add_pages


class State(TypedDict):
    """What every request finds in `request.state`."""

    explorer: Explorer


async def finish_starting() -> None:
    """Import the rest, then take everything that now exists out of the garbage collector's sight."""
    await graphql.prepare()
    await asyncio.to_thread(prepare_drawing)
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def create_app(settings: Settings | None = None) -> FastAPI:
    """Make the application."""
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[State]:
        async with open_explorer(settings) as explorer:
            await load_if_empty(explorer.database, settings.seeds_dir)
            await warm(explorer)
            # What only drawings and the API need is imported beside the first pages, not before them.
            finishing = asyncio.create_task(finish_starting())
            yield {"explorer": explorer}
            finishing.cancel()

    app = FastAPI(
        title="Partnership Explorer",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    app.state.settings = settings
    app.include_router(graphql.router)
    add_pages(app)
    return app
