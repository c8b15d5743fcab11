"""A body as linked data at its own address, for programs that ask for it by `Accept`: the page is for people."""

from fastapi import Request
from starlette.responses import Response

from app.caching.accepting import best_of
from app.caching.policies import Asked, MadeFrom, Policy, Read
from app.errors import UnknownId
from app.exchange.formats.public_facts import around
from app.exchange.formats.registry import Format, format_named
from app.reading.explorer import Explorer
from app.record.publishing import public_facts
from app.web.shell.render import origin_of

PAGE = "text/html"
NAMES = {"text/turtle": "org-turtle", "application/ld+json": "org-jsonld"}
"""The formats in which a body is told, by media type."""
OFFERED = (PAGE, *NAMES)


def read_asked(explorer: Explorer, asked: Asked) -> Read:
    """Tell a question by its address, by what is liked best, and by whether an error would be a page."""
    accept = asked.accept.decode("latin-1")
    liked = best_of(accept, OFFERED) or PAGE
    as_page = b"page" if PAGE in accept else b"program"
    parts = (asked.path.encode("utf-8", "surrogateescape"), asked.query, asked.origin, liked.encode(), as_page)
    return Read(parts, liked, MadeFrom.DATA)


BY_ACCEPT = Policy(vary=("Accept",), read=read_asked)


def format_asked(request: Request) -> Format | None:
    """Return the format in which a program wants a body; None for the page."""
    liked = best_of(request.headers.get("accept", ""), OFFERED) or PAGE
    return format_named(NAMES[liked]) if liked in NAMES else None


async def told(request: Request, explorer: Explorer, of: Format, area: str, id_: str) -> Response:
    """Answer with what is public of a body in a format; UnknownId for none."""
    public = await public_facts(explorer, area, origin_of(request))
    if public.by_id.get(id_) is None or public.by_id[id_].label != "Organization":
        raise UnknownId(f"No organization has the address /{id_[:120]}.")
    content = await explorer.aside(lambda: of.write(around(public, id_)))
    return Response(content, media_type=of.media_type)
