"""Which field is answered by which read of the store: the only module of the API that knows.

Every method gives a value at once when the request has it already, or a future that is filled together with
those of all other rows of the level. A batch belongs to a field and its arguments, so that an alias with other
arguments makes a batch, and a round trip, of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from app.api.loading.batches import Batch, Now, now, then, together
from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.as_at import AsAt
from app.domain.holding import Sitting
from app.domain.holding import sitting as sitting_of
from app.reading.catalogue import Contents
from app.reading.citing import cited_for
from app.reading.endings import find_endings
from app.reading.explorer import Explorer
from app.reading.moments import Moments, moments_of
from app.store.holding_rows import FillingPost, HeldPost
from app.store.pages import Pages

Value = TypeVar("Value")
Fetch = Callable[[list[str]], Awaitable[Mapping[str, Value]]]

AT_ONCE = 8
"""Reads of one request that the database works on at the same time."""


class Loaders:
    """What one request reads, each thing once."""

    def __init__(self, explorer: Explorer) -> None:
        """Take what to read from; nothing is read yet."""
        self._explorer, self._reader, self._pages = explorer, explorer.reader, Pages(explorer.database)
        self._batches: dict[Hashable, Batch[Any]] = {}
        self._gate = asyncio.Semaphore(AT_ONCE)

    @property
    def used(self) -> bool:
        """Whether anything was asked of them."""
        return bool(self._batches)

    # Things by their ids

    def contents(self) -> Now[Contents]:
        """Return the areas, sources and names."""

        async def fetch(keys: list[str]) -> Mapping[str, Contents]:
            return dict.fromkeys(keys, await self._explorer.catalogue.contents())

        return self._batch("contents", fetch, _nothing).load("")

    def moments(self) -> Now[Moments]:
        """Return when everything last changed."""

        async def fetch(keys: list[str]) -> Mapping[str, Moments]:
            return dict.fromkeys(keys, await moments_of(self._explorer))

        return self._batch("moments", fetch, _nothing).load("")

    def organization(self, id_: str | None) -> Now[r.Organization | None]:
        """Return an organization, or nothing."""
        return self._one("organizations", self._reader.organizations, id_)

    def person(self, id_: str | None) -> Now[r.Person | None]:
        """Return a person, or nothing."""
        return self._one("people", self._reader.people, id_)

    def post(self, id_: str | None) -> Now[r.Post | None]:
        """Return a post, or nothing."""
        return self._one("posts", self._reader.posts, id_)

    def meeting(self, id_: str | None) -> Now[r.Meeting | None]:
        """Return a meeting, or nothing."""
        return self._one("meetings", self._reader.meetings, id_)

    def action(self, id_: str | None) -> Now[r.Action | None]:
        """Return an action, or nothing."""
        return self._one("actions", self._reader.actions, id_)

    def assessment(self, id_: str | None) -> Now[r.Assessment | None]:
        """Return a cell of a relationship map, or nothing."""
        return self._one("assessments", self._reader.assessments, id_)

    def absence(self, id_: str | None) -> Now[r.RecordedAbsence | None]:
        """Return a recorded absence, or nothing."""
        return self._one("absences", self._reader.absences, id_)

    def label(self, id_: str) -> Now[str | None]:
        """Say what sort of node an id is: Organization, Person, Post and so on."""
        return self._one("labels", self._reader.labels, id_)

    def line(self, id_: str | None) -> Now[r.Line | None]:
        """Return a line, or nothing."""
        return self._one("lines_by_id", self._reader.lines_by_id, id_)

    def organizations(self, ids: Iterable[str]) -> Now[list[r.Organization]]:
        """Return organizations in the order of their ids; unknown ones are left out."""
        return _known(self.organization(id_) for id_ in ids)

    def absences(self, ids: Iterable[str]) -> Now[list[r.RecordedAbsence]]:
        """Return recorded absences in the order of their ids."""
        return _known(self.absence(id_) for id_ in ids)

    def holders(self, owners: Iterable[tuple[str, str]]) -> Now[list[r.Person | r.Organization]]:
        """Return people and organizations by (label, id); unknown ones are left out."""
        found: Iterable[Now[Any]] = (self.holder(id_, label == "Person") for label, id_ in owners)
        return _known(found)

    def holder(self, id_: str, is_person: bool) -> Now[r.Person | r.Organization | None]:
        """Return a person or an organization."""
        found: Now[Any] = self.person(id_) if is_person else self.organization(id_)
        return found

    # Seats and who fills them

    def posts_on(self, id_: str, as_at: AsAt) -> Now[list[r.Post]]:
        """Return the seats on a body, chair first."""
        key = ("posts_on", as_at)
        return self._list(key, lambda ids: self._reader.posts_on(ids, as_at), id_)

    def posts_elsewhere(self, id_: str, as_at: AsAt) -> Now[list[r.Post]]:
        """Return the seats on other bodies that a body holds, or that are held on its behalf."""
        key = ("posts_elsewhere", as_at)
        return self._list(key, lambda ids: self._reader.posts_elsewhere(ids, as_at), id_)

    def on_behalf_of(self, post_id: str, as_at: AsAt) -> Now[list[r.Organization]]:
        """Return the groups that a post's holder speaks for."""
        return self._bodies("on_behalf_of", lambda ids: self._reader.on_behalf_of(ids, as_at), as_at, post_id)

    def appointed_by(self, post_id: str, as_at: AsAt) -> Now[list[r.Organization]]:
        """Return the groups that elect or appoint a post's holder."""
        return self._bodies("appointed_by", lambda ids: self._reader.appointed_by(ids, as_at), as_at, post_id)

    def filling(self, post_id: str, as_at: AsAt) -> Now[list[FillingPost]]:
        """Return the chain of posts whose holders fill a post, nearest first."""
        return self._list(("filling", as_at), lambda ids: self._reader.filling_posts(ids, as_at), post_id)

    def appointers(self, post_id: str, as_at: AsAt) -> Now[list[r.Appointer]]:
        """Return the groups that elect or appoint a post's holder, each with its say."""
        return self._list(("appointers", as_at), lambda ids: self._reader.appointers(ids, as_at), post_id)

    def tenures(self, post_id: str, as_at: AsAt) -> Now[list[r.Tenure]]:
        """Return who holds a post or held it before the day, followed through the posts whose holders fill it."""
        return self._list(("tenures", as_at), lambda ids: self._reader.tenures(ids, as_at), post_id)

    def tenures_ever(self, post_id: str, as_at: AsAt) -> Now[list[r.Tenure]]:
        """Return everybody who ever holds a post."""
        return self._list(("tenures_ever", as_at), lambda ids: self._reader.tenures_ever(ids, as_at), post_id)

    def held_posts_ever(self, person_id: str, as_at: AsAt) -> Now[list[HeldPost]]:
        """Return the posts that a person ever holds."""
        return self._list(("held_posts_ever", as_at), lambda ids: self._reader.held_posts_ever(ids, as_at), person_id)

    def sitting(self, post_id: str, as_at: AsAt, post: r.Post | None = None) -> Now[Sitting | None]:
        """Say who is in a seat, and who was last; nothing when no public post has the id.

        `post` is the seat itself, where it is known already.
        """
        every: Iterable[Now[Any]] = (
            post or self.post(post_id),
            self.tenures(post_id, as_at),
            self.filling(post_id, as_at),
        )
        return then(together(every), lambda it: sitting_of(it[0], it[1], it[2], as_at.on) if it[0] else None)

    def held_posts(self, person_id: str, as_at: AsAt) -> Now[list[HeldPost]]:
        """Return the posts that a person holds."""
        return self._list(("held_posts", as_at), lambda ids: self._reader.held_posts(ids, as_at), person_id)

    def affiliations(self, person_id: str, on: date) -> Now[list[r.Affiliation]]:
        """Return the bodies that a person works for or is given with."""
        return self._list(("affiliations", on), lambda ids: self._reader.affiliations(ids, on), person_id)

    # What is around a body

    def lines(
        self,
        id_: str,
        as_at: AsAt,
        direction: words.Direction,
        types: Sequence[words.LineType],
        ever: bool = False,
    ) -> Now[list[r.Line]]:
        """Return the lines from and to a body; with `ever` those of other days too."""

        def fetch(ids: list[str]) -> Awaitable[Mapping[str, list[r.Line]]]:
            return self._reader.lines(ids, as_at, direction=direction, types=types, ever=ever)

        return self._list(("lines", as_at, direction, tuple(types), ever), fetch, id_)

    def people_of(self, id_: str, on: date) -> Now[list[r.Person]]:
        """Return the people who work for a body or are given with it, by name."""

        async def people(ids: list[str]) -> Mapping[str, list[r.Person]]:
            async with self._gate:
                lists = await self._reader.people_of(ids, on)
            found = await now(together(self.person(one) for one in _once(lists.values())))
            known = {person.id: person for person in found if person}
            of = {id_: dict.fromkeys(person for person, _ in each) for id_, each in lists.items()}
            return {
                id_: sorted((known[one] for one in each if one in known), key=lambda person: (person.name, person.id))
                for id_, each in of.items()
            }

        key = ("people_of", on)
        batch = self._batches.get(key)
        if batch is None:
            batch = self._batches[key] = Batch(people, list)
        return batch.load(id_)

    def ending(self, id_: str, on: date) -> Now[str | None]:
        """Say that a body has ended, when, and who followed it; nothing while it is there."""

        async def fetch(ids: list[str]) -> Mapping[str, str]:
            bodies = await self._reader.organizations(ids)
            found = await find_endings(self._explorer, bodies.values(), on)
            return {id_: ending.said for id_, ending in found.items()}

        return self._one(("ending", on), fetch, id_)

    # Places and sources

    def themes(self, place: str) -> Now[list[r.Theme]]:
        """Return the themes under which bodies of a place stand, by their ids within it."""
        return self._list("themes", self._pages.themes, place)

    def cited_for(self, source: str) -> Now[Sequence[tuple[str, str]]]:
        """Return (label, id) of what a source is cited for."""

        async def fetch(keys: list[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
            cited = await cited_for(self._explorer)
            return {key: cited[key] for key in keys if key in cited}

        return self._batch("cited_for", fetch, lambda: ()).load(source)

    def higher_bodies(self, id_: str, as_at: AsAt) -> Now[list[r.Organization]]:
        """Return the bodies above a body, nearest first."""

        def fetch(ids: list[str]) -> Awaitable[Mapping[str, list[str]]]:
            return self._reader.higher_bodies(ids, as_at)

        return self._bodies("higher_bodies", fetch, as_at, id_)

    def absences_of(self, id_: str, on: date) -> Now[list[r.RecordedAbsence]]:
        """Return what a body is said to be missing from, and who is said to be missing from it."""

        async def fetch(ids: list[str]) -> Mapping[str, list[r.RecordedAbsence]]:
            lists: dict[str, list[r.RecordedAbsence]] = {}
            for absence in await self._reader.absences_of(ids, on):
                for end in {absence.subject_id, absence.from_id} - {None}:
                    lists.setdefault(str(end), []).append(absence)
            return lists

        return self._list(("absences_of", on), fetch, id_)

    def area_page(self, area_id: str, first: int, after: tuple[str, str]) -> Now[tuple[int, list[r.Organization]]]:
        """Return how many organizations an area has and a page of them by name, one more than asked for."""

        def fetch(ids: list[str]) -> Awaitable[Mapping[str, tuple[int, list[r.Organization]]]]:
            return self._reader.organizations_of_areas(ids, first=first, after=after)

        return self._batch(("area_page", first, after), fetch, _empty_page).load(area_id)

    def meetings_page(self, id_: str, first: int, after: tuple[str, str]) -> Now[tuple[int, list[r.Meeting]]]:
        """Return how many meetings a body has and a page of them by date, one more than asked for."""

        def fetch(ids: list[str]) -> Awaitable[Mapping[str, tuple[int, list[r.Meeting]]]]:
            return self._reader.meetings_of(ids, first=first, after=after)

        return self._batch(("meetings_page", first, after), fetch, _empty_page).load(id_)

    def attendance(self, meeting_id: str) -> Now[list[r.Attendance]]:
        """Return who was at a meeting, or was missing, or is expected."""
        return self._list("attendance", self._reader.attendance, meeting_id)

    def actions(self, meeting_id: str) -> Now[list[r.Action]]:
        """Return the actions that arise from a meeting."""
        return self._list("actions_of", self._reader.actions_of, meeting_id)

    # How

    def _batch(self, key: Hashable, fetch: Fetch[Value], missing: Callable[[], Value]) -> Batch[Value]:
        batch = self._batches.get(key)
        if batch is None:

            async def gated(keys: list[str]) -> Mapping[str, Value]:
                async with self._gate:
                    return await fetch(keys)

            batch = self._batches[key] = Batch(gated, missing)
        return batch

    def _one(self, key: Hashable, fetch: Fetch[Value], id_: str | None) -> Now[Value | None]:
        if id_ is None:
            return None
        batch: Batch[Any] = self._batch(key, fetch, _nothing)
        return batch.load(id_)

    def _list(self, key: Hashable, fetch: Fetch[list[Value]], id_: str) -> Now[list[Value]]:
        batch: Batch[list[Value]] = self._batch(key, fetch, lambda: [])
        return batch.load(id_)

    def _bodies(self, name: str, fetch: Fetch[list[str]], arguments: Hashable, id_: str) -> Now[list[r.Organization]]:
        """Load lists of ids of bodies, and the bodies of all lists together."""

        async def bodies(ids: list[str]) -> Mapping[str, list[r.Organization]]:
            async with self._gate:
                lists = await fetch(ids)
            every = dict.fromkeys(body for each in lists.values() for body in each)
            found = await now(together(self.organization(body) for body in every))
            known = {body.id: body for body in found if body}
            return {of: [known[body] for body in each if body in known] for of, each in lists.items()}

        key = (name, arguments)
        batch = self._batches.get(key)
        if batch is None:
            batch = self._batches[key] = Batch(bodies, list)
        return batch.load(id_)


def _known(values: Iterable[Now[Value | None]]) -> Now[list[Value]]:
    return then(together(values), lambda found: [value for value in found if value is not None])


def _once(lists: Iterable[Sequence[tuple[str, str | None]]]) -> Iterable[str]:
    return dict.fromkeys(id_ for each in lists for id_, _ in each)


def _nothing() -> Any:
    return None


def _empty_page() -> tuple[int, list[Any]]:
    return 0, []
