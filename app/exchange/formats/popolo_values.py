"""Values of a Popolo document, taken apart: the document itself, words, names, ways to reach somebody."""

from collections.abc import Collection, Iterator
from typing import Any

import orjson

from app.domain.described import Described
from app.exchange.rows import slug
from app.exchange.synonyms import meaning

Object = dict[str, Any]

MOST_BYTES = 5_000_000
LISTS = ("areas", "organizations", "persons", "posts", "memberships", "events")


def document_in(content: bytes, problems: list[str]) -> Object | None:
    """Return a document whose lists are lists of objects; None with what is wrong among the problems."""
    if len(content) > MOST_BYTES:
        problems.append(f"The document has {len(content) / 1e6:.1f} MB: at most {MOST_BYTES / 1e6:.0f} are read.")
        return None
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        problems.append(f"The document is no JSON: {error.msg}, line {error.lineno}, column {error.colno}.")
        return None
    if not isinstance(found, dict) or not any(isinstance(found.get(name), list) for name in LISTS):
        problems.append(f"The document is no Popolo: expected an object with lists such as {', '.join(LISTS[1:5])}.")
        return None
    problems += _misshapen(found)
    return None if problems else found


def _misshapen(document: Object) -> Iterator[str]:
    for name in LISTS:
        listed = document.get(name)
        if listed is not None and not isinstance(listed, list):
            yield f"{name}: expected a list."
        elif listed:
            yield from (
                f"{name}[{at}]: expected an object." for at, it in enumerate(listed, 1) if not isinstance(it, dict)
            )


def stated(said: Object) -> Object:
    """Return what is said, without what is not."""
    return {name: value for name, value in said.items() if value not in (None, [], "")}


def apart(listed: list[Object], said: Object, whose: str) -> Object:
    """Return a fact that is about to be listed in an entry, with an id where another one is between the same two."""
    ends = [str(said.get(name)) for name in ("person", "organization") if said.get(name)]
    before = sum(
        [str(each.get(name)) for name in ("person", "organization") if each.get(name)] == ends for each in listed
    )
    return said | {"id": f"{slug('-'.join([*ends, whose]))[:180].strip('-')}-{before + 1}"} if before else said


def word_meant(text: object, known: type[Described]) -> str | None:
    """Return the word of the vocabulary that is meant; nothing where none is."""
    listed: Collection[str] = [str(each) for each in known]
    return meaning(text, listed) if isinstance(text, str) and text else None


def objects_in(said: Object, name: str) -> list[Object]:
    """Return the objects of a list; none where there is no such list."""
    found = said.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def names_in(said: Object) -> tuple[list[str], list[Object]]:
    """Return the alternate and the former names."""
    alternate, former = [], []
    for each in objects_in(said, "other_names"):
        if each.get("end_date") or "former" in str(each.get("note") or "").lower():
            former.append({"name": each.get("name"), "until": each.get("end_date")})
        else:
            alternate.append(str(each.get("name")))
    return alternate, former


def contact_details_in(said: Object) -> list[Object]:
    """Return the ways to reach somebody, as the data format has them."""
    return [
        {name: each[name] for name in ("type", "value", "label") if each.get(name)}
        for each in objects_in(said, "contact_details")
    ]
