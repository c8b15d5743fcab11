"""Bulk reads: what is known of many ids at once, one round trip each, whatever their number.

Everything is keyed by id, so that pages can read what they need and the API can batch a level of its query.
Dates are the day the answer is for.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.counting import SortOfBody
from app.domain.seating import body_and_role, body_and_say, seat_order
from app.store import rows
from app.store.columns import Row
from app.store.database import Database
from app.store.holding_rows import FillingPost, HeldPost, filling_posts, has_lost, span, tenure_ever_order, tenure_order
from app.store.lines import lines_by_id
from app.store.making import made
from app.store.moments import EVER, Since

Record = TypeVar("Record")
ALL_LINES = tuple(words.LineType)


class Reader:
    """Reads records in bulk from one database."""

    def __init__(self, database: Database) -> None:
        """Take the database to read from."""
        self._read = database.read

    async def organizations(self, ids: Iterable[str]) -> dict[str, r.Organization]:
        """Return organizations by id; unknown ids are left out."""
        return await self._by_id("find_organizations", rows.organization, ids)

    async def posts(self, ids: Iterable[str]) -> dict[str, r.Post]:
        """Return posts by id; unknown ids are left out."""
        return await self._by_id("find_posts", rows.post, ids)

    async def people(self, ids: Iterable[str]) -> dict[str, r.Person]:
        """Return people by id; unknown ids are left out."""
        return await self._by_id("find_people", rows.person, ids)

    async def meetings(self, ids: Iterable[str]) -> dict[str, r.Meeting]:
        """Return meetings by id; unknown ids are left out."""
        return await self._by_id("find_meetings", rows.meeting, ids)

    async def actions(self, ids: Iterable[str]) -> dict[str, r.Action]:
        """Return actions by id; unknown ids are left out."""
        return await self._by_id("find_actions", rows.action, ids)

    async def absences(self, ids: Iterable[str]) -> dict[str, r.RecordedAbsence]:
        """Return recorded absences by id; unknown ids are left out."""
        return await self._by_id("find_absences", rows.absence, ids)

    async def assessments(self, ids: Iterable[str]) -> dict[str, r.Assessment]:
        """Return cells of relationship maps by id; unknown ids are left out."""
        return await self._by_id("find_assessments", rows.assessment, ids)

    async def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """Say what sort of node each id is: Organization, Person, Post and so on; unknown ids are left out."""
        return {row.id: row.label for row in await self._rows("list_labels", ids=list(ids))}

    async def lines_by_id(self, ids: Iterable[str]) -> dict[str, r.Line]:
        """Return lines by id; unknown ids are left out."""
        return await lines_by_id(self._read, ids)

    async def posts_on(self, ids: Iterable[str], as_at: AsAt) -> dict[str, list[r.Post]]:
        """Return the seats on each body, in the order of its document, or the chair first."""
        found = await self._lists("list_posts_on", rows.post, ids, **as_at.parameters)
        return {id_: sorted(posts, key=seat_order) for id_, posts in found.items()}

    async def posts_elsewhere(self, ids: Iterable[str], as_at: AsAt) -> dict[str, list[r.Post]]:
        """Return the seats on other bodies that each body holds, or that are held on its behalf."""
        found = await self._lists("list_posts_elsewhere", rows.post, ids, **as_at.parameters)
        return {id_: sorted(posts, key=lambda post: post.id) for id_, posts in found.items()}

    async def on_behalf_of(self, post_ids: Iterable[str], as_at: AsAt) -> dict[str, list[str]]:
        """Return the ids of the groups that each post's holder speaks for."""
        found = await self._lists("list_on_behalf_of", _organization_id, post_ids, **as_at.parameters)
        return {post: sorted(groups) for post, groups in found.items()}

    async def appointers(self, post_ids: Iterable[str], as_at: AsAt) -> dict[str, list[r.Appointer]]:
        """Return the groups that elect, appoint, nominate or ratify each post's holder."""
        found = await self._lists("list_appointed_by", rows.appointer, post_ids, **as_at.parameters)
        return {post: sorted(each, key=_by_body_and_say) for post, each in found.items()}

    async def appointed_by(self, post_ids: Iterable[str], as_at: AsAt) -> dict[str, list[str]]:
        """Return the ids of the groups that elect or appoint each post's holder."""
        found = await self.appointers(post_ids, as_at)
        return {post: [each.organization_id for each in appointers] for post, appointers in found.items()}

    async def tenures(self, post_ids: Iterable[str], as_at: AsAt) -> dict[str, list[r.Tenure]]:
        """Return who holds each post or held it before the day, followed through the posts whose holders fill it.

        `app.domain.holding.sitting` says who of them is there.
        """
        found = await self._lists("list_tenures", rows.tenure, post_ids, **as_at.parameters)
        return {
            id_: sorted(held, key=lambda it: tenure_order(it.capacity, it.holder_name)) for id_, held in found.items()
        }

    async def tenures_ever(self, post_ids: Iterable[str], as_at: AsAt) -> dict[str, list[r.Tenure]]:
        """Return everybody who ever holds each post, before and after the day too, in the order of their starts."""
        found = await self._lists("list_tenures_ever", rows.tenure, post_ids, **as_at.parameters)
        return {id_: sorted(held, key=_in_time) for id_, held in found.items()}

    async def filling_posts(self, post_ids: Iterable[str], as_at: AsAt) -> dict[str, list[FillingPost]]:
        """Return the chain of posts whose holders fill each post, nearest first."""
        found = await self._lists("list_filling_posts", lambda row: row, post_ids, **as_at.parameters)
        return {id_: filling_posts(chain) for id_, chain in found.items()}

    async def lines(
        self,
        ids: Iterable[str],
        as_at: AsAt,
        *,
        direction: words.Direction = words.Direction.BOTH,
        types: Sequence[words.LineType] = ALL_LINES,
        ever: bool = False,
    ) -> dict[str, list[r.Line]]:
        """Return the lines from (up) and to (down) each body; with `ever` those of other days too."""
        found = await self._lists(
            "list_lines",
            rows.line,
            ids,
            up=direction is not words.Direction.DOWN,
            down=direction is not words.Direction.UP,
            types=[kind.relationship for kind in types],
            ever=ever,
            **as_at.parameters,
        )
        return {id_: sorted(set(lines), key=lambda line: (line.type, line.id)) for id_, lines in found.items()}

    async def held_posts(self, person_ids: Iterable[str], as_at: AsAt) -> dict[str, list[HeldPost]]:
        """Return the posts that each person holds, those filled by the holder of such a post included."""

        def read(row: Row) -> HeldPost | None:
            period = r.Period(row.holding_since, row.holding_until)
            return (
                None
                if has_lost(row, as_at.on)
                else HeldPost(rows.post(row), words.TenureCapacity(row.capacity), period)
            )

        found = await self._lists("list_person_posts", read, person_ids, **as_at.parameters)
        return {
            id_: sorted((each for each in held if each), key=lambda each: each.post.id) for id_, held in found.items()
        }

    async def held_posts_ever(self, person_ids: Iterable[str], as_at: AsAt) -> dict[str, list[HeldPost]]:
        """Return the posts that each person ever holds, before and after the day too, in the order of their starts."""

        def read(row: Row) -> HeldPost:
            period = r.Period(row.holding_since, row.holding_until)
            cites = rows.citations(row.holding_cites)
            return HeldPost(rows.post(row), words.TenureCapacity(row.capacity), period, cites)

        found = await self._lists("list_person_posts_ever", read, person_ids, includeProposed=as_at.include_proposed)
        return {id_: sorted(held, key=lambda h: (*span(h.period), h.post.id)) for id_, held in found.items()}

    async def affiliations(self, person_ids: Iterable[str], on: date) -> dict[str, list[r.Affiliation]]:
        """Return the bodies that each person works for or is given with."""
        found = await self._lists("list_affiliations", rows.affiliation, person_ids, on=on)
        return {person: sorted(each, key=_by_body_and_role) for person, each in found.items()}

    async def people_of(self, ids: Iterable[str], on: date) -> dict[str, list[tuple[str, str | None]]]:
        """Return (person id, role) of the people who work for each body or are given with it."""
        return await self._lists("list_people_of", lambda row: (row.person_id, row.role), ids, on=on)

    async def meetings_of(
        self, ids: Iterable[str], *, first: int = 25, after: tuple[str, str] = ("", "")
    ) -> dict[str, tuple[int, list[r.Meeting]]]:
        """Return (how many in all, a page by date) of each body's meetings; one more than asked for if there are more.

        `after` is the (date, id) of the last one seen.
        """
        found = await self._rows(
            "list_meetings_of", ids=list(ids), afterDate=after[0], afterId=after[1], limit=first + 1
        )
        return {row.of: (row.total, [rows.meeting(each) for each in row.page]) for row in found}

    async def attendance(self, meeting_ids: Iterable[str]) -> dict[str, list[r.Attendance]]:
        """Return who was at each meeting, or was missing, or is expected."""
        found = await self._lists("list_attendance", rows.attendance, meeting_ids)
        order = list(words.AttendanceKind)
        return {
            id_: sorted(all_, key=lambda a: (order.index(a.kind), a.person_id or "", a.organization_id or ""))
            for id_, all_ in found.items()
        }

    async def actions_of(self, meeting_ids: Iterable[str]) -> dict[str, list[r.Action]]:
        """Return the actions that arise from each meeting."""
        found = await self._lists("list_actions_of", rows.action, meeting_ids)
        return {id_: sorted(actions, key=lambda action: action.id) for id_, actions in found.items()}

    async def assessments_of(self, *, area: str = "", organization: str = "") -> list[r.Assessment]:
        """Return the cells of relationship maps: of one place, of one body, or all."""
        found = await self._rows("list_assessments", area=area, organization=organization)
        return sorted(map(rows.assessment, found), key=lambda cell: cell.id)

    async def absences_of(self, ids: Iterable[str], on: date) -> list[r.RecordedAbsence]:
        """Return what bodies are said to be missing from, and who is said to be missing from them."""
        return sorted(map(rows.absence, await self._rows("list_absences_of", ids=list(ids), on=on)), key=lambda a: a.id)

    async def higher_bodies(self, ids: Iterable[str], as_at: AsAt) -> dict[str, list[str]]:
        """Return the ids of the bodies above each body, nearest first, as far up as the first LSP."""
        found = await self._lists("list_higher_bodies", lambda row: (row.steps, row.above), ids, **as_at.parameters)
        return {id_: [above for _, above in sorted(ways)] for id_, ways in found.items()}

    async def areas(self) -> dict[str, tuple[r.Area, tuple[SortOfBody, ...]]]:
        """Return every area with its organizations, people at large among them, by their sorts; by id."""
        found = await self._rows("list_areas")
        return {row.id: (rows.area(row), rows.sorts(row.sorts)) for row in sorted(found, key=lambda row: row.name)}

    async def sources(self) -> dict[str, r.Source]:
        """Return every source, by id."""
        found = await self._rows("list_sources")
        return {row.id: rows.source(row) for row in sorted(found, key=lambda row: row.id)}

    async def cited_by(self, source_id: str, limit: int = 500) -> list[tuple[str, str, str]]:
        """Return (label, id, name) of what a source is cited for."""
        found = await self._rows("list_cited_by", id=source_id, limit=limit)
        return [(row.label, row.id, row.name) for row in found]

    async def organizations_page(
        self,
        *,
        area: str = "",
        classifications: Sequence[words.Classification] = (),
        sectors: Sequence[words.Sector] = (),
        statuses: Sequence[words.LifecycleStatus] = (),
        identifiers: Sequence[str] = (),
        among: Collection[str] | None = None,
        changed: Since = EVER,
        first: int = 25,
        after: tuple[str, str] = ("", ""),
    ) -> tuple[int, list[r.Organization]]:
        """Return how many there are and a page of them by name; one more than asked for when there are more.

        An identifier is its register's code, a hyphen and the number in it, as org-id.guide has them: `GB-CHC-1069538`.
        With `among`, only those of these ids; with `changed`, only those that changed since a moment.
        """
        found = await self._organizations_page(
            area, classifications, sectors, statuses, identifiers, among, changed, first, after
        )
        return (found.total, [rows.organization(row) for row in found.page]) if found else (0, [])

    async def classifications_of(
        self,
        *,
        area: str = "",
        classifications: Sequence[words.Classification] = (),
        sectors: Sequence[words.Sector] = (),
        statuses: Sequence[words.LifecycleStatus] = (),
        identifiers: Sequence[str] = (),
        among: Collection[str] | None = None,
        changed: Since = EVER,
    ) -> list[words.Classification]:
        """Return the classification of each organization that `organizations_page` would give in all its pages."""
        found = await self._organizations_page(
            area, classifications, sectors, statuses, identifiers, among, changed, -1, counted=True
        )
        return [words.Classification(word) for word in found.kinds] if found else []

    async def _organizations_page(
        self,
        area: str,
        classifications: Sequence[words.Classification],
        sectors: Sequence[words.Sector],
        statuses: Sequence[words.LifecycleStatus],
        identifiers: Sequence[str],
        among: Collection[str] | None,
        changed: Since,
        first: int,
        after: tuple[str, str] = ("", ""),
        *,
        counted: bool = False,
    ) -> Row | None:
        return await self._page(
            "organizations",
            among,
            first,
            after,
            **changed.parameters,
            area=area,
            classifications=[word.value for word in classifications],
            sectors=[word.value for word in sectors],
            statuses=[word.value for word in statuses],
            identifiers=[written for each in identifiers for written in rows.identifiers_written(each)],
            counted=counted,
        )

    async def organizations_of_areas(
        self, ids: Iterable[str], *, first: int = 25, after: tuple[str, str] = ("", "")
    ) -> dict[str, tuple[int, list[r.Organization]]]:
        """Return (how many in all, a page by name) of each area's organizations, as `organizations_page` does."""
        found = await self._rows(
            "list_organizations_of_areas", ids=list(ids), afterName=after[0], afterId=after[1], limit=first + 1
        )
        return {row.of: (row.total, [rows.organization(each) for each in row.page]) for row in found}

    async def people_page(
        self,
        *,
        among: Collection[str] | None = None,
        changed: Since = EVER,
        first: int = 25,
        after: tuple[str, str] = ("", ""),
    ) -> tuple[int, list[r.Person]]:
        """Return how many people there are and a page of them by name; one more than asked for when there are more.

        With `among`, only those of these ids; with `changed`, only those that changed since a moment.
        """
        found = await self._page("people", among, first, after, **changed.parameters)
        return (found.total, [rows.person(row) for row in found.page]) if found else (0, [])

    async def _page(
        self, of: str, among: Collection[str] | None, first: int, after: tuple[str, str], **asked: Any
    ) -> Row | None:
        """Return how many of a sort there are, and a page of them; None where nothing is among the ids."""
        asked |= {"afterName": after[0], "afterId": after[1], "limit": first + 1}
        if among is None:
            return (await self._rows(f"list_{of}_page", **asked))[0]
        found = await self._rows(f"list_{of}_named", ids=among, **asked)
        return found[0] if found else None

    async def _rows(self, query: str, **parameters: Any) -> list[Row]:
        if "ids" in parameters:
            if not parameters["ids"]:
                return []
            parameters["ids"] = list(dict.fromkeys(parameters["ids"]))
        return await self._read(query, **parameters)

    async def _by_id(self, query: str, record: Callable[[Row], Record], ids: Iterable[str]) -> dict[str, Record]:
        found = await self._rows(query, ids=list(ids))
        return await made(found, lambda: {row.id: record(row) for row in found})

    async def _lists(
        self, query: str, record: Callable[[Row], Record], ids: Iterable[str], **parameters: Any
    ) -> dict[str, list[Record]]:
        found = await self._rows(query, ids=list(ids), **parameters)
        return await made(found, lambda: _grouped(found, record))


def _by_body_and_say(one: r.Appointer) -> tuple[str, str]:
    return body_and_say(one.organization_id, one.say)


def _by_body_and_role(one: r.Affiliation) -> tuple[str, str, str]:
    return body_and_role(one.organization_id, one.role, one.period.since)


def _grouped(found: Iterable[Row], record: Callable[[Row], Record]) -> dict[str, list[Record]]:
    """Sort rows by the column that says what was asked about."""
    lists: dict[str, list[Record]] = {}
    for row in found:
        lists.setdefault(row.of, []).append(record(row))
    return lists


def _organization_id(row: Row) -> str:
    id_: str = row.organization_id
    return id_


def _in_time(tenure: r.Tenure) -> tuple[date, date, str]:
    return tenure_ever_order(tenure.period.since, tenure.period.until, tenure.holder_name)
