"""All pages, in the order in which their addresses are tried: fixed words first, places and bodies last."""

import mimetypes

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from app.accounts.mailing import Mailer
from app.accounts.tries import Tries
from app.caching.middleware import Cached, Unchanged
from app.caching.policies import OF_THE_MOMENT, OF_THE_PROGRAM, STREAMED, Policies
from app.diagram.assets import vis_network
from app.settings import Settings
from app.web.pages import (
    account_people,
    accounts,
    api,
    balance,
    booklets,
    calendars,
    capacity,
    change_files,
    changes,
    comparing,
    data_files,
    drafts,
    duplicates,
    editing,
    exports,
    feeds,
    fragility,
    gaps,
    glossary,
    history,
    history_feed,
    home,
    importing,
    members,
    merging,
    minutes,
    organizations,
    passkeys,
    places,
    readdressing,
    reconciling,
    records,
    register_files,
    registers,
    relationships,
    reporting,
    representation,
    route_files,
    routes,
    signing_in,
    signing_in_elsewhere,
    site_pages,
    stories,
    suggest,
    suggestions,
    what_happened,
)
from app.web.pages import saved_questions as asking
from app.web.pages.linked_data import BY_ACCEPT
from app.web.pages.problems import add_error_pages
from app.web.pictures import downloads, embeds, offline, panel, relationship_files, social
from app.web.pictures import parts as picture_parts
from app.web.shell import health
from app.web.shell.broken_off import BrokenOff
from app.web.shell.clearing import Clearing
from app.web.shell.heads import Heads
from app.web.shell.measuring import Measured
from app.web.shell.render import FRONTEND
from app.web.shell.security import SecurityHeaders
from app.web.shell.sharing import Shared
from app.web.shell.slashes import Slashes

MODULES = (
    health,
    api,
    home,
    glossary,
    site_pages,
    signing_in,
    signing_in_elsewhere,
    passkeys,
    accounts,
    account_people,
    importing,
    minutes,
    suggest,
    merging,
    readdressing,
    what_happened,
    editing,
    drafts,
    duplicates,
    history,
    history_feed,
    suggestions,
    representation,
    routes,
    records,
    picture_parts,
    downloads,
    offline,
    relationship_files,
    route_files,
    change_files,
    embeds,
    social,
    booklets,
    stories,
    panel,
    balance,
    members,
    data_files,
    reconciling,
    exports,
    register_files,
    registers,
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


POLICIES = {
    "/healthz": OF_THE_MOMENT,
    "/readyz": OF_THE_MOMENT,
    "/metrics": OF_THE_MOMENT,
    "/robots.txt": OF_THE_PROGRAM,
    "/openapi.json": OF_THE_PROGRAM,
    "/static": OF_THE_PROGRAM,
    "/static/vis": OF_THE_PROGRAM,
    "/{area}/{organization}": BY_ACCEPT,
    "/data/dump.jsonl": STREAMED,
}
"""What is made from something else than the data and the day, or in several ways."""


def add_pages(app: FastAPI, settings: Settings, policies: Policies) -> None:
    """Add the pages, what they load, and the error pages to an application; `policies` are of what it has already."""
    mimetypes.add_type("text/javascript", ".js")
    app.mount("/static/vis", StaticFiles(directory=vis_network()), name="vis")
    app.mount("/static", StaticFiles(directory=FRONTEND / "static"), name="static")
    routers = [module.router for module in MODULES]
    for router in routers:
        app.include_router(router)
    app.state.tries = Tries()
    app.state.mailer = Mailer(settings)
    app.state.provider = None  # made when somebody signs in by it
    app.state.pages = frozenset(getattr(route, "path", "") for router in routers for route in router.routes)
    add_error_pages(app)
    # From the innermost to the outermost.
    app.add_middleware(Unchanged)
    app.add_middleware(Slashes)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Heads)
    app.add_middleware(Shared)
    app.add_middleware(Cached, settings=settings, policies={**POLICIES, **policies})
    app.add_middleware(Clearing)
    app.add_middleware(BrokenOff)
    app.add_middleware(Measured)
