"""Pages of everything of one sort, in the order of their ids (meetings: of their dates), one round trip each.

Every method returns how many there are in all, and a page of them: one more than asked for when there are more. With
`changed`, only those that changed since a moment.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.store import rows
from app.store.columns import Row
from app.store.database import Database
from app.store.making import made
from app.store.moments import EVER, Since

Key = tuple[str, str]
START: Key = ("", "")
"""The key before all others."""


class Pages:
    """Reads pages from one database."""

    def __init__(self, database: Database) -> None:
        """Take the database to read from."""
        self._read, self._read_everything = database.read, database.read_everything

    async def posts(
        self,
        as_at: AsAt,
        *,
        area: str = "",
        organization: str = "",
        changed: Since = EVER,
        first: int = 25,
        after: Key = START,
    ) -> tuple[int, list[r.Post]]:
        """Return seats that are there on a day: of a place, on a body, or all."""
        asked = {"area": area, "organization": organization, **as_at.parameters, **changed.parameters}
        (found,) = await self._read("list_posts_page", **asked, afterId=after[0], limit=first + 1)
        return found.total, [rows.post(row) for row in found.page]

    async def meetings(
        self,
        *,
        area: str = "",
        organization: str = "",
        since: date = date.min,
        until: date = date.max,
        changed: Since = EVER,
        first: int = 25,
        after: Key = START,
    ) -> tuple[int, list[r.Meeting]]:
        """Return meetings by date: of a place, of a body, or all; those that may have been between two days."""
        (found,) = await self._read(
            "list_meetings_page",
            area=area,
            organization=organization,
            since=since,
            until=until,
            **changed.parameters,
            afterDate=after[0],
            afterId=after[1],
            limit=first + 1,
        )
        return found.total, [rows.meeting(row) for row in found.page]

    async def lines(
        self,
        as_at: AsAt,
        *,
        area: str = "",
        types: Sequence[words.LineType] = tuple(words.LineType),
        ever: bool = False,
        changed: Since = EVER,
        first: int = 25,
        after: Key = START,
    ) -> tuple[int, list[r.Line]]:
        """Return lines, one end of each in the place if one is named; with `ever` those of other days too."""
        found = await self._lines(as_at, area, types, ever, changed, first + 1, after)
        return found.total, [rows.line(row) for row in found.page]

    async def types_of_lines(
        self,
        as_at: AsAt,
        *,
        area: str = "",
        types: Sequence[words.LineType] = tuple(words.LineType),
        ever: bool = False,
        changed: Since = EVER,
    ) -> list[words.LineType]:
        """Return the type of each line that `lines` would give in all its pages."""
        found = await self._lines(as_at, area, types, ever, changed, 0, counted=True)
        return [words.LineType(kind.lower()) for kind in found.kinds]

    async def _lines(
        self,
        as_at: AsAt,
        area: str,
        types: Sequence[words.LineType],
        ever: bool,
        changed: Since,
        limit: int,
        after: Key = START,
        *,
        counted: bool = False,
    ) -> Row:
        (found,) = await self._read(
            "list_lines_page",
            area=area,
            types=[kind.relationship for kind in types],
            ever=ever,
            **as_at.parameters,
            **changed.parameters,
            afterId=after[0],
            limit=limit,
            counted=counted,
        )
        return found

    async def actions(
        self,
        *,
        area: str = "",
        statuses: Sequence[words.ActionStatus] = (),
        changed: Since = EVER,
        first: int = 25,
        after: Key = START,
    ) -> tuple[int, list[r.Action]]:
        """Return actions, of a place or all, of any status or of these."""
        found = await self._actions(area, statuses, changed, first + 1, after)
        return found.total, [rows.action(row) for row in found.page]

    async def statuses_of_actions(
        self, *, area: str = "", statuses: Sequence[words.ActionStatus] = (), changed: Since = EVER
    ) -> list[words.ActionStatus]:
        """Return the status of each action that `actions` would give in all its pages."""
        found = await self._actions(area, statuses, changed, 0, counted=True)
        return [words.ActionStatus(word) for word in found.kinds]

    async def _actions(
        self,
        area: str,
        statuses: Sequence[words.ActionStatus],
        changed: Since,
        limit: int,
        after: Key = START,
        *,
        counted: bool = False,
    ) -> Row:
        (found,) = await self._read(
            "list_actions_page",
            area=area,
            statuses=[word.value for word in statuses],
            **changed.parameters,
            afterId=after[0],
            limit=limit,
            counted=counted,
        )
        return found

    async def absences(
        self, on: date, *, area: str = "", changed: Since = EVER, first: int = 25, after: Key = START
    ) -> tuple[int, list[r.RecordedAbsence]]:
        """Return what sources say on a day is missing: of a place, from a body of it, or all."""
        asked = {"area": area, "on": on, **changed.parameters}
        (found,) = await self._read("list_absences_page", **asked, afterId=after[0], limit=first + 1)
        return found.total, [rows.absence(row) for row in found.page]

    async def cited(self) -> dict[str, list[Key]]:
        """Return (label, id) of what each source is cited for, by the source's id, in the order of labels and ids."""
        found = await self._read_everything("list_citations")
        return await made(found, lambda: _by_source(found))

    async def themes(self, places: Iterable[str]) -> dict[str, list[r.Theme]]:
        """Return the themes under which bodies of each place stand, in their order."""
        by_place: dict[str, list[r.Theme]] = {}
        for row in await self._read("list_themes", ids=list(places)):
            by_place.setdefault(row.of, []).append(rows.theme(row))
        return {place: sorted(themes, key=lambda theme: (theme.order, theme.id)) for place, themes in by_place.items()}


def _by_source(found: Sequence[Row]) -> dict[str, list[Key]]:
    by_label: dict[str, dict[str, list[str]]] = {}
    for row in found:
        for source in dict.fromkeys(rows.cited_sources(row.cites)):
            by_label.setdefault(source, {}).setdefault(row.label, []).extend(row.ids)
    return {
        source: [(label, id_) for label in sorted(labels) for id_ in sorted(labels[label])]
        for source, labels in by_label.items()
    }
