"""What every import does, whatever the format: it looks at what is recorded, and writes all of it or nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.domain.clearance import clearance_of_editors
from app.domain.facts import DataSet
from app.domain.reserved import RESERVED_AREA_IDS
from app.domain.visible import visible
from app.errors import BadInput, DataRefused, NotAllowed
from app.exchange.limits import MAX_SHOWN
from app.exchange.problems import Problem, first_of, problems_counted
from app.exchange.rows import slug
from app.exchange.sheets.cells import Unreadable
from app.exchange.yaml_files import Checked
from app.record.duplicates import remember_apart
from app.record.importing_likeness import ProposedSame
from app.record.importing_orders import AnsweredPairs, Order
from app.store.columns import Row
from app.store.database import Database, Transaction
from app.store.history import Why
from app.store.writer import Leaving, Summary, found_in, write_in

MAX_AREA_NAME = 200
"""Letters in the name of a place that is made."""
MOST_LOOKED_AT = 1_000_000
"""Facts of a file that is only looked at."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do."""

    summary: Summary
    lines: tuple[str, ...]
    """What changes, by name, under headings."""
    new: tuple[str, ...]
    """Who and what is met for the first time: `person: Bob Smith`."""
    unchanged: tuple[str, ...]
    """The seats of which the sheet says nothing else than is recorded, by name."""
    notes: tuple[str, ...]
    """How the sheet was read, where that is not plain, and what of it was not."""
    doubts: tuple[Problem, ...]
    place: str
    """The id of the place."""
    version: int
    """Of the data: that at which this was looked at, or that which the change made, and so its number."""
    proposed: tuple[ProposedSame, ...] = ()
    """Who is new and may be there already, the likeliest first."""
    more_proposed: int = 0
    """How many further ones may be there already."""
    too_many: str = ""
    """Why all of it cannot be recorded at once; empty where it can."""

    @property
    def changes_anything(self) -> bool:
        """Tell whether the sheet says anything that is not recorded already."""
        return bool(self.summary.added or self.summary.changed or self.summary.removed)


@dataclass(frozen=True, slots=True)
class Begun:
    """What is recorded when an import begins."""

    version: int
    known: dict[str, Row]
    """Every id, with its label and whether it is open."""
    place: str
    """The id of the place that it is of, where the order says so."""
    answered: AnsweredPairs
    """What was answered, with whole ids."""

    @property
    def labels(self) -> dict[str, str]:
        """The label of every id."""
        return {id_: row.label for id_, row in self.known.items()}

    def elsewhere(self, place: str) -> dict[str, str]:
        """Return the labels of what is not a place's own."""
        return {id_: row.label for id_, row in self.known.items() if not id_.startswith(f"{place}/")}

    def closed(self, ids: Iterable[str]) -> list[str]:
        """List those of some ids that are not public."""
        return [id_ for id_ in ids if not self.known[id_].open]


class ChangedSince(BadInput):
    """The record is not what it was when somebody looked at what an import would do."""


async def begin(transaction: Transaction, order: Order) -> Begun:
    """Look at what is recorded; ChangedSince, BadInput and NotAllowed say why the order cannot be carried out."""
    if not order.dry_run:
        await transaction.write("record_data_version", changed=0)
    version = await version_in(transaction)
    if order.seen is not None and order.seen != version:
        raise ChangedSince("Something was recorded since you looked at this: look again. Nothing was written.")
    known = {row.id: row for row in await transaction.read("list_ids")}
    areas = {row.id for row in known.values() if row.label == "Area"}
    place = new_area(order.new, areas) if order.new else order.area
    answered = order.answered.within(place)
    _refuse_strangers(answered, known, order)
    return Begun(version, known, place, answered)


def _refuse_strangers(answered: AnsweredPairs, known: Mapping[str, Row], order: Order) -> None:
    """Refuse (BadInput) an answer that names nobody, or somebody whom whoever asks may not see."""
    for old in {*answered.same.values(), *(old for _, old in answered.apart)}:
        row = known.get(old)
        sees = row is not None and (row.open or order.sees_all(old.partition("/")[0]))
        if row is None or not sees or row.label not in {"Organization", "Person"}:
            raise BadInput(f"No body or person has the id '{visible(old[:120])}', so nobody new can be the same.")
    for new in answered.same:
        if new in known:
            raise BadInput(f"'{visible(new[:120])}' is recorded already: `partnerships merge` joins two that are one.")


async def finish(
    transaction: Transaction,
    order: Order,
    begun: Begun,
    facts: DataSet,
    leaving: Leaving,
    why: Why,
    tell: Callable[[Summary], Sequence[str]],
) -> tuple[Summary, int]:
    """Write all of it, or only say what that would do; return also the version of the data that it is of."""
    if order.dry_run:
        return (await found_in(transaction, facts, leaving))[0], begun.version
    progress = partial(order.step, "Writing")
    summary = await write_in(transaction, facts, leaving, why=why, tell=tell, progress=progress)
    for new, old in sorted(begun.answered.apart):
        await remember_apart(transaction, new, old, order.by)
    return summary, await version_in(transaction)


def most_facts(database: Database, order: Order) -> int:
    """Return how many facts a file may come to: one that is only looked at may have more than are recorded at once."""
    most = database.settings.max_transaction_facts
    return max(most, MOST_LOOKED_AT) if order.dry_run else most


def too_many(database: Database, facts: DataSet) -> str:
    """Say why facts cannot be recorded at once; nothing where they can."""
    most = database.settings.max_transaction_facts
    if len(facts) <= most:
        return ""
    return (
        f"All of it comes to {len(facts):,} facts, and at most {most:,} are recorded at once: divide the file, or have"
        " whoever runs the site raise PARTNERSHIPS_MAX_TRANSACTION_FACTS."
    )


def refuse_what_is_hidden(order: Order, place: str, needs: Mapping[str, Iterable[str]]) -> None:
    """Raise NotAllowed where an editor may not read something of a place, and the reader does not see all of it."""
    if not order.sees_all(place) and not all(map(clearance_of_editors(place).covers, needs.values())):
        raise NotAllowed("Something that is recorded of this place is confidential: ask a steward to import.")


async def version_in(transaction: Transaction) -> int:
    """Return the number of the data's version as a transaction sees it."""
    return next((int(row.number) for row in await transaction.read("get_data_version")), 0)


def refused(name: str, error: Unreadable) -> DataRefused:
    """Return the refusal of a file that nobody could read."""
    return DataRefused(f"{visible(name)} {error}; nothing was written.")


def new_area(name: str, areas: set[str]) -> str:
    """Return the id that a new place gets by its name; BadInput where it cannot have one."""
    id_ = slug(name)[:60].strip("-")
    if not id_:
        raise BadInput(f"'{visible(name[:60])}' is no name of a place: expected one with letters, such as Bromley.")
    if id_ in RESERVED_AREA_IDS:
        raise BadInput(
            f"A place cannot be called '{visible(name[:60])}': pages of the site use this word in addresses."
        )
    if len(name) > MAX_AREA_NAME or not name.isprintable():
        raise BadInput(f"'{visible(name[:60])}' is no name of a place: expected at most {MAX_AREA_NAME} plain letters.")
    if id_ in areas:
        raise BadInput(f"The place '{id_}' is there already: leave --new out to add to it.")
    return id_


def refuse_problems(problems: list[Problem], checked: Checked) -> None:
    """Raise DataRefused with the problems of a file and those of the check, if there are any."""
    found = sorted(problems, key=_place) + checked.problems
    found = list({str(problem): problem for problem in found}.values())
    if not found:
        return
    few = first_of(found[:MAX_SHOWN])
    more = len(found) - len(few) + checked.more
    counted = problems_counted(len(few), more, stopped=checked.stopped)
    raise DataRefused(f"{counted}; nothing was written.", few, found)


def _place(problem: Problem) -> tuple[str, int, int]:
    """Return by what problems are sorted: the sheet, then the row and the column."""
    return problem.spot.rpartition(", ")[0], problem.line, problem.column
