"""The day an answer is for, and whether what is only proposed counts: one value, for no answer has one alone."""

from datetime import date
from typing import NamedTuple, Protocol

from app.domain import records as r
from app.domain import vocabulary as words
from app.domain.dates import earliest, latest


class Dated(Protocol):
    """What has a time in which it holds."""

    @property
    def period(self) -> r.Period:
        """From when until when, as exactly as it is recorded."""
        ...


class Decided(Dated, Protocol):
    """What holds in fact, or is only proposed."""

    @property
    def status(self) -> words.FactStatus:
        """Whether it is more than a proposal."""
        ...


class AsAt(NamedTuple):
    """A day, and whether what is only proposed counts on it."""

    on: date
    include_proposed: bool = False

    @property
    def parameters(self) -> dict[str, date | bool]:
        """The same as parameters of a query: `$on` and `$includeProposed`."""
        return {"on": self.on, "includeProposed": self.include_proposed}

    def within(self, period: r.Period) -> bool:
        """Tell whether what has this period holds on the day, at the widest that its dates allow.

        The first possible day of its start and the last possible day of its end belong to it; without a start it has
        always held, without an end it still does.
        """
        return earliest(period.since) <= self.on <= latest(period.until)

    def counts(self, status: words.FactStatus) -> bool:
        """Tell whether a fact of this status counts: a proposal does only when proposals are asked for."""
        return status is words.FactStatus.ACTUAL or self.include_proposed

    def has_begun(self, fact: Decided) -> bool:
        """Tell whether a fact was there by the day, whether or not it has ended since."""
        return self.counts(fact.status) and earliest(fact.period.since) <= self.on

    def holds(self, fact: Decided) -> bool:
        """Tell whether a fact is there on the day: `holds_on_the_day` of the queries, for values."""
        return self.counts(fact.status) and self.within(fact.period)
