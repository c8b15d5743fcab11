"""All pages, in the order in which their addresses are tried: fixed words first, places and bodies last."""

import mimetypes

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from app.diagram.assets import vis_network
from app.web import (
    asking,
    balance,
    booklets,
    calendars,
    capacity,
    changes,
    comparing,
    downloads,
    embeds,
    feeds,
    fragility,
    gaps,
    glossary,
    health,
    home,
    organizations,
    panel,
    picture_parts,
    pictures,
    places,
    records,
    relationships,
    reporting,
    representation,
    routes,
    social,
    stories,
    suggest,
)
from app.web.broken_off import BrokenOff
from app.web.heads import Heads
from app.web.measuring import Measured
from app.web.problems import add_error_pages
from app.web.render import FRONTEND
from app.web.security import SecurityHeaders

MODULES = (
    health,
    home,
    glossary,
    suggest,
    representation,
    routes,
    records,
    picture_parts,
    pictures,
    downloads,
    embeds,
    social,
    booklets,
    stories,
    panel,
    balance,
    gaps,
    capacity,
    asking,
    comparing,
    relationships,
    changes,
    feeds,
    fragility,
    reporting,
    calendars,
    places,
    organizations,
)


def add_pages(app: FastAPI) -> None:
    """Add the pages, what they load, and the error pages to an application."""
    mimetypes.add_type("text/javascript", ".js")
    app.mount("/static/vis", StaticFiles(directory=vis_network()), name="vis")
    app.mount("/static", StaticFiles(directory=FRONTEND / "static"), name="static")
    routers = [module.router for module in MODULES]
    for router in routers:
        app.include_router(router)
    app.state.pages = frozenset(getattr(route, "path", "") for router in routers for route in router.routes)
    add_error_pages(app)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.add_middleware(Heads)
    app.add_middleware(BrokenOff)
    app.add_middleware(Measured)
