"""All pages, in the order in which their addresses are tried: fixed words first, places and bodies last."""

import mimetypes

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from app.diagram.assets import vis_network
from app.web import health, home, organizations, pictures, places, records, representation
from app.web.measuring import Measured
from app.web.problems import add_error_pages
from app.web.render import FRONTEND
from app.web.security import SecurityHeaders


def add_pages(app: FastAPI) -> None:
    """Add the pages, what they load, and the error pages to an application."""
    mimetypes.add_type("text/javascript", ".js")
    app.mount("/static/vis", StaticFiles(directory=vis_network()), name="vis")
    app.mount("/static", StaticFiles(directory=FRONTEND / "static"), name="static")
    for module in (health, home, representation, records, pictures, places, organizations):
        app.include_router(module.router)
    add_error_pages(app)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    app.add_middleware(Measured)
