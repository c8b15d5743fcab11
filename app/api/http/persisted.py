"""Documents that clients name by their hash: Apollo's automatic persisted queries.

A client asks with the hash alone; where it is not known here it is told so, and sends document and hash once more.
See https://www.apollographql.com/docs/apollo-server/performance/apq.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from app.api.admitting.limits import MAX_PERSISTED_BYTES, MAX_QUERY_BYTES
from app.api.http.refused import Refused
from app.reading.explorer import Explorer
from app.reading.keeping import Shelf

_DOCUMENTS: Shelf[str] = Shelf("persisted documents", MAX_PERSISTED_BYTES, lambda text: len(text) + 200)
"""By their hashes, in each process."""
_VERSION = 1


def query_asked(explorer: Explorer, given: Mapping[str, Any]) -> Any:
    """Return the document of a request: as it was sent, or known by its hash; Refused when there is none."""
    query, extensions = given.get("query"), given.get("extensions")
    named = extensions.get("persistedQuery") if isinstance(extensions, dict) else None
    if named is None:
        return query
    hash_ = named.get("sha256Hash") if isinstance(named, dict) else None
    if not isinstance(hash_, str) or not isinstance(query, str | None):
        raise Refused(400, "extensions.persistedQuery must have version 1 and sha256Hash, a text.")
    if named.get("version") != _VERSION:
        raise Refused(None, "PersistedQueryNotSupported", code="PERSISTED_QUERY_NOT_SUPPORTED", headers=_NOT_KEPT)
    documents = explorer.kept[_DOCUMENTS]
    if query is None:
        found = documents.find(hash_, None)
        if found is None:
            raise Refused(None, "PersistedQueryNotFound", code="PERSISTED_QUERY_NOT_FOUND", headers=_NOT_KEPT)
        return found
    if len(query) <= MAX_QUERY_BYTES and documents.find(hash_, None) != query:
        if hashlib.sha256(query.encode()).hexdigest() != hash_:
            raise Refused(400, "sha256Hash is not the SHA-256 of query, in lower-case hexadecimal digits.")
        documents.keep(hash_, None, query)
    return query


_NOT_KEPT = {"Cache-Control": "no-store"}
