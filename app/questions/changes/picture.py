"""What the picture of a comparison shows: everything that holds on either day or changes between them, in one."""

from app.diagram.content import PLACE_LINES
from app.domain.as_at import AsAt
from app.domain.records import Period
from app.domain.register import Register
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


class _Union:
    def __init__(self, register: Register, found: Changes) -> None:
        self.register, self.found = register, found
        self.changed = {id_ for change in found.changes for id_ in _ids(change)}

    def structure(self) -> Structure:
        register, known = self.register, self.register.organizations
        every_line = self.found.organization is not None
        lines = [
            line
            for line in register.lines
            if (every_line or line.type in PLACE_LINES or line.id in self.changed)
            and self._shown(line.id, line.period, line.status)
            and line.from_id in known
            and line.to_id in known
        ]
        posts = {id_: post for id_, post in register.posts.items() if self._shown(id_, post.period, post.status)}
        joined: dict[str, dict[str, None]] = {id_: {} for id_ in posts}
        ties = [(tie.id, tie.post_id, tie.organization_id, tie.period, tie.status) for tie in register.behalf]
        held = [h for h in register.holdings if not h.holder_is_person]
        ties += [(h.id, h.post_id, h.holder_id, h.period, h.status) for h in held]
        for id_, post_id, group, period, status in ties:
            if post_id in posts and group in known and self._shown(id_, period, status):
                joined[post_id][group] = None
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

    def _shown(self, id_: str, period: Period, status: FactStatus) -> bool:
        if status is FactStatus.PROPOSED:
            return self.found.as_at.include_proposed and self.found.as_at.within(period)
        days = (AsAt(self.found.since), self.found.as_at)
        return id_ in self.changed or any(as_at.within(period) for as_at in days)


def _ids(change: Change) -> tuple[str, str]:
    return change.subject_id, change.fact_id.removesuffix(" ends")
