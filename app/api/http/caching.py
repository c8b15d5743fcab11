"""How answers to GraphQL are kept: by what is asked, however it is written in a request."""

import orjson

from app.api.admitting.limits import MAX_BODY_BYTES
from app.api.http.by_token import may_be_private
from app.api.http.negotiation import GRAPHQL, HTML, JSON, accepted
from app.api.http.refused import Refused
from app.api.http.requests import read_body, read_query
from app.caching.policies import FOR_A_DAY, OF_THE_PROGRAM, Asked, MadeFrom, Policy, Read
from app.reading.explorer import Explorer
from app.reading.sizes import are_counted
from app.reading.versions import DataVersion


def read_asked(explorer: Explorer, asked: Asked) -> Read | None:
    """Tell what is asked by its document, variables, operation and media type.

    None of what is no request, and of what may be for one program alone: that is answered anew each time.
    """
    accept = asked.accept.decode("latin-1")
    if asked.method == "GET" and accepted(accept, (JSON, GRAPHQL, HTML)) == HTML:
        return Read((b"console",), HTML, MadeFrom.PROGRAM)
    media_type = accepted(accept)
    if media_type is None:
        return None
    try:
        if asked.method == "POST":
            given = read_body(explorer, asked.content_type.decode("latin-1"), asked.body)
        else:
            given = read_query(explorer, asked.query)
    except Refused:
        return None
    if may_be_private(given.query):
        return None
    variables = orjson.dumps(given.variables, option=orjson.OPT_SORT_KEYS)
    name = (given.operation_name or "").encode("utf-8", "surrogatepass")
    parts = (given.query.encode("utf-8", "surrogatepass"), variables, name, media_type.encode())
    return Read(parts, media_type, MadeFrom.DATA, given)


def _estimates(explorer: Explorer, version: DataVersion) -> str:
    """Tell apart what a query is said to cost before the lists of the data were counted, and after."""
    return "counted" if are_counted(explorer, version.number) else ""


POLICIES = {
    "/graphql": Policy(vary=("Accept",), most_body=MAX_BODY_BYTES, read=read_asked, beside=_estimates),
    "/graphql/assets/{name}": Policy(MadeFrom.PROGRAM, FOR_A_DAY),
    "/schema.graphql": OF_THE_PROGRAM,
}
