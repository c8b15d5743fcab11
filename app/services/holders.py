"""Who holds the seats of a structure, in the few words that stand beside a line of its picture."""

import asyncio
from datetime import date

from app.domain.english import listed
from app.domain.holding import is_vacant, office_name
from app.domain.records import Tenure
from app.domain.vocabulary import Certainty, TenureCapacity
from app.services.explorer import Explorer
from app.services.structure import Structure


async def holders_of(explorer: Explorer, structure: Structure, on: date) -> dict[str, str]:
    """Give who holds each seat on a day, by the post's id, of those where it is recorded, or recorded as vacant.

    A seat held by the very group whose line it is says nothing new and is left out.
    """
    ids = [post.id for post in structure.posts]
    tenures, chains = await asyncio.gather(explorer.reader.tenures(ids, on), explorer.reader.filling_posts(ids, on))
    found = {}
    for post in structure.posts:
        groups = structure.on_behalf_of.get(post.id, [])
        held = [tenure for tenure in tenures.get(post.id, []) if tenure.holder_id not in groups]
        if tenures.get(post.id) and not held:
            continue
        chain = chains.get(post.id, [])
        if held:
            found[post.id] = listed([_named(tenure) for tenure in held])
        elif is_vacant(post, held, chain, on):
            found[post.id] = "vacant"
        elif chain:
            found[post.id] = office_name(chain[0])
    return found


def _named(tenure: Tenure) -> str:
    doubt = "perhaps " if tenure.certainty is Certainty.UNCERTAIN else ""
    capacity = "" if tenure.capacity is TenureCapacity.SUBSTANTIVE else f" ({tenure.capacity.value})"
    return f"{doubt}{tenure.holder_name}{capacity}"
