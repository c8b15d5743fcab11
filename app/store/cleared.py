"""The database as a reader with clearance sees it: the same queries, in which closed facts count whose needs are met.

Every query tests `fact.open` of whatever it reads. For whoever may read more, that test is replaced by a wider one in a
text of its own; nobody else's text, plan or parameters change. What is not closed is tested as it was, first.
"""

import dataclasses
import re
from collections.abc import Awaitable, Callable
from typing import Any, LiteralString

from app.domain.clearance import Clearance
from app.domain.vocabulary import Access
from app.store.database import Answer, Database, Transaction
from app.store.queries import Query

_OPEN = re.compile(r"(?<![\w.$])(\w+)\.open\b")
PATIENCE = 15.0
"""Seconds for each query at least."""
WORDS = "clearance"
"""The parameter with the reader's words."""
_WIDER = (
    r"(\1.open OR (\1.needs IS NOT NULL AND size(\1.needs) > 0 AND"
    rf" all(need IN \1.needs WHERE any(word IN ${WORDS} WHERE need STARTS WITH word))))"
)


_CONTACTS = re.compile(r"(?<![\w.$])(\w+)\.contactDetails\b")


def _has(access: Access) -> str:
    needed = rf"'{access}:' + \1.place + '/'"
    return f"CASE WHEN any(word IN ${WORDS} WHERE ({needed}) STARTS WITH word) THEN '{access} ' ELSE '' END"


_ALL_CONTACTS = (
    r"(coalesce(\1.contactDetails, '') + CASE WHEN \1.closedContactDetails IS NULL THEN '' ELSE '\\n' +"
    rf" {_has(Access.MEMBERS)} + {_has(Access.CONFIDENTIAL)} + '\\n' + \1.closedContactDetails END)"
)
"""Ways to reach somebody are one text of a node: those that are not public are sorted out by `app.store.rows`."""


def widened(text: LiteralString) -> LiteralString:
    """Return a query's text in which every test of `open` lets through what the reader's words are enough for."""
    # What is put in is written here, so the text still comes from the project alone.
    return _CONTACTS.sub(_ALL_CONTACTS, _OPEN.sub(_WIDER, text))


class ClearedDatabase(Database):
    """A database through which facts are read with a clearance; everything else is that of the database itself."""

    def __init__(self, database: Database, clearance: Clearance) -> None:
        """Take the database, which is opened and closed by others."""
        self._whole, self._words = database, list(clearance.words)

    def __getattr__(self, name: str) -> Any:
        """Return what the database itself has."""
        return getattr(self._whole, name)

    async def version(self) -> tuple[int, int]:
        """Return the version of the data, which is the same for every reader."""
        return await self._whole.version()

    async def write(self, work: "Callable[[Transaction], Awaitable[Answer]]") -> Answer:
        """Do some work in one transaction, which looks at all facts whoever asks for it."""
        return await self._whole.write(work)

    async def _answered(self, query: Query, parameters: dict[str, Any], deadline: float) -> list[Any]:
        text = widened(query.text)
        if text != query.text:
            query = dataclasses.replace(query, text=text)
            parameters = parameters | {WORDS: self._words}
            # Few ask so, and whoever asks first waits while the database plans a text that it has not seen.
            deadline = max(deadline, PATIENCE)
        return await self._whole._answered(query, parameters, deadline)
