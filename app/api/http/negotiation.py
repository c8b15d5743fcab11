"""Media types of GraphQL over HTTP: what a client accepts, and what it sends.

See https://graphql.github.io/graphql-over-http/draft/ and, for `Accept`, RFC 9110 section 12.5.1.
"""

from app.caching.accepting import best_of, parsed

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
HTML = "text/html"
_USUAL_JSON = frozenset(
    [JSON, f"{JSON}; charset=utf-8", f"{JSON};charset=utf-8", f"{JSON}; charset=UTF-8", f"{JSON};charset=UTF-8"]
)
"""As nearly all clients write it, which need not be taken apart."""


def accepted(header: str | None, offered: tuple[str, ...] = (JSON, GRAPHQL)) -> str | None:
    """Return the offered media type that a client likes best; None when it accepts none of them.

    Where it likes several as well, the one it names counts, and then the first one offered.
    """
    return best_of(header or "", offered)


def is_json(header: str | None) -> bool:
    """Tell whether a request's body is said to be JSON in UTF-8."""
    if not header:
        return False
    if header in _USUAL_JSON:
        return True
    media_type, parameters = parsed(header)
    return media_type == JSON and parameters.get("charset", "utf-8") in {"utf-8", "utf8"}
