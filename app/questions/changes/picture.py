"""What the picture of a comparison shows: everything that holds on either day or changes between them, in one."""

from collections.abc import Container
from typing import Protocol

from app.diagram.content import PLACE_LINES
from app.domain.as_at import AsAt
from app.domain.register import Register
from app.domain.standing import Standing
from app.domain.vocabulary import FactStatus
from app.questions.changes.ask import Changes
from app.questions.changes.rules import Change
from app.reading.explorer import Explorer
from app.reading.registers import read_register
from app.reading.structure import Structure


async def compared(explorer: Explorer, found: Changes) -> Structure:
    """Return the structure of the first place, or around the body asked about, as a picture shows both days at once.

    Of lines that a picture of a place leaves out, such as support, those that change are kept.
    """
    return _Union(await read_register(explorer, found.area_ids[0]), found).structure()


class _Fact(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def status(self) -> FactStatus: ...


class _Union:
    def __init__(self, register: Register, found: Changes) -> None:
        self.register, self.found = register, found
        self.changed = {id_ for change in found.changes for id_ in _ids(change)}
        # What is only proposed is shown as at the second day.
        self.days = (Standing(register, AsAt(found.since)), Standing(register, found.as_at))

    def structure(self) -> Structure:
        register, known = self.register, self.register.organizations
        every_line = self.found.organization is not None
        held_lines = {line.id for day in self.days for line in day.lines}
        lines = [
            line
            for line in register.lines
            if (every_line or line.type in PLACE_LINES or line.id in self.changed)
            and self._shown(line, held_lines)
            and line.from_id in known
            and line.to_id in known
        ]
        held_posts = {id_ for day in self.days for id_ in day.posts}
        posts = {id_: post for id_, post in register.posts.items() if self._shown(post, held_posts)}
        joined: dict[str, dict[str, None]] = {id_: {} for id_ in posts}
        held_ties = {tie.id for day in self.days for id_ in day.posts for tie in day.behalf(id_)}
        for tie in register.behalf:
            if tie.post_id in posts and tie.organization_id in known and self._shown(tie, held_ties):
                joined[tie.post_id][tie.organization_id] = None
        held = {holding.id for day in self.days for id_ in day.posts for holding in day.holdings(id_)}
        for holding in register.holdings:
            ours = not holding.holder_is_person and holding.holder_id in known
            if ours and holding.post_id in posts and self._shown(holding, held):
                joined[holding.post_id][holding.holder_id] = None
        own = register.own
        posts = {
            id_: post
            for id_, post in posts.items()
            if post.organization_id in known and (post.organization_id in own or not own.isdisjoint(joined[id_]))
        }
        ids = {id_ for id_ in own if id_ in known}
        ids |= {id_ for line in lines for id_ in (line.from_id, line.to_id)}
        ids |= {post.organization_id for post in posts.values()} | {group for id_ in posts for group in joined[id_]}
        return Structure(
            nodes=[known[id_] for id_ in sorted(ids)],
            lines=lines,
            posts=list(posts.values()),
            on_behalf_of={id_: list(joined[id_]) for id_ in posts},
            on=self.found.until,
        )

    def _shown(self, fact: _Fact, held: Container[str]) -> bool:
        return fact.id in held or (fact.id in self.changed and fact.status is not FactStatus.PROPOSED)


def _ids(change: Change) -> tuple[str, str]:
    return change.subject_id, change.fact_id.removesuffix(" ends")
