"""What a fact hangs on: it holds only while that does. One rule for values; the database works it out at each load.

A seat hangs on its body, and so do who sits in it, whom it is for, who appoints and which office fills it, each on its
other end too; a line on both its ends; an employment on its body; a recorded absence on who is missing and from what.
"""

from collections.abc import Mapping

from app.domain import records as r
from app.domain.as_at import AsAt
from app.domain.bodies import is_there, within_its_time
from app.domain.dates import earliest
from app.domain.register import Holding
from app.domain.vocabulary import LifecycleStatus, LineType


class Supports:
    """The bodies that facts hang on, as they are on a day. A body that nothing is known of is taken to be there."""

    def __init__(self, organizations: Mapping[str, r.Organization], as_at: AsAt) -> None:
        """Take the bodies, by id, and the day."""
        self.organizations = organizations
        self.as_at = as_at
        self._there: dict[str, bool] = {}
        """What was found of each body: many facts hang on few of them."""

    def carry(self, id_: str) -> bool:
        """Tell whether a body is there, so that seats, ties and lines on it can hold."""
        if id_ not in self._there:
            body = self.organizations.get(id_)
            self._there[id_] = body is None or is_there(body, self.as_at)
        return self._there[id_]

    def last(self, id_: str | None) -> bool:
        """Tell whether a body has begun and not ended, be it only proposed: what needs no more than that can hold."""
        body = self.organizations.get(id_) if id_ else None
        return body is None or within_its_time(body, self.as_at.on)

    def carry_holder(self, holding: Holding) -> bool:
        """Tell whether whoever holds a seat can: a person, of whom no time is recorded, or a body that is there."""
        return holding.holder_is_person or self.carry(holding.holder_id)

    def carry_line(self, line: r.Line) -> bool:
        """Tell whether both ends of a line are there.

        That one body followed another only waits for the one that followed: it holds just because the first has ended.
        """
        if line.type is not LineType.SUCCEEDED_BY:
            return self.carry(line.from_id) and self.carry(line.to_id)
        ends = [self.organizations[id_] for id_ in (line.from_id, line.to_id) if id_ in self.organizations]
        mere = any(body.status is LifecycleStatus.PROPOSED for body in ends) and not self.as_at.include_proposed
        return not mere and all(earliest(body.period.since) <= self.as_at.on for body in ends if body.id == line.to_id)
