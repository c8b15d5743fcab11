"""Which bodies have ended by a day, and who followed them."""

import asyncio
from collections.abc import Iterable
from datetime import date

from app.domain.as_at import AsAt
from app.domain.bodies import has_ended
from app.domain.dates import latest
from app.domain.ending import Ending
from app.domain.english import name_order
from app.domain.records import Organization
from app.domain.vocabulary import Direction, LineType
from app.reading.catalogue import Contents
from app.reading.explorer import Explorer


async def find_endings(explorer: Explorer, bodies: Iterable[Organization | None], on: date) -> dict[str, Ending]:
    """Return the endings of those bodies that are no more on a day, by id; no round trip while all of them are."""
    ended = {body.id: body for body in bodies if body and has_ended(body, on)}
    if not ended:
        return {}
    lines, contents = await asyncio.gather(
        explorer.reader.lines(ended, AsAt(on), direction=Direction.UP, types=(LineType.SUCCEEDED_BY,)),
        explorer.catalogue.contents(),
    )
    followed = {id_: [line.to_id for line in lines.get(id_, ())] for id_ in ended}
    known = await explorer.reader.organizations({id_ for ids in followed.values() for id_ in ids})
    return {
        id_: Ending(
            body,
            newest_source(body, contents),
            tuple(sorted((known[each] for each in followed[id_] if each in known), key=lambda it: name_order(it.name))),
        )
        for id_, body in ended.items()
    }


def newest_source(body: Organization, contents: Contents) -> str | None:
    """Return when the newest source of a body was published, as precise as recorded; None where its end is known."""
    if body.period.until:
        return None
    cited = (contents.sources.get(cite.source_id) for cite in body.citations)
    published = [source.published for source in cited if source and source.published]
    return max(published, key=latest, default=None)
