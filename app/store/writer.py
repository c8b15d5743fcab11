"""A data set goes into the database: what is new is added, what differs is overwritten, in one transaction."""

import asyncio
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from app.domain.english import numbered
from app.domain.facts import DataSet, Link, Node
from app.errors import DataRefused
from app.store import history
from app.store.batches import BATCH, Batch, batches_of, fresh_of, rows_of
from app.store.changes import Changes, changes_of
from app.store.database import Database, Transaction
from app.store.differing import Difference, difference_of, ids_by_label
from app.store.ending import end_facts, endings
from app.store.history import Why
from app.store.lifetimes import settle_times
from app.store.openness import begin_settling, settled
from app.store.recorded import Recorded, note_elsewhere
from app.store.refusing import refuse_losses
from app.store.together import Soon
from app.store.touching import record_moments

FEW = 500
"""Facts that are written in as few round trips as may be; more go in batches, of which the next is made meanwhile."""
Progress = Callable[[int, int], None]
"""Called with how many facts are written and how many there are."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a load did, or would do: counts of facts, nodes and links together."""

    added: int
    changed: int
    removed: int
    unchanged: int
    ended: int = 0
    kept: int = field(default=0, compare=False)
    """How many the database has of these places that the files have not, and that stay as they are."""
    changes: Changes | None = field(default=None, compare=False, repr=False)
    """What that means fact by fact, for people to read; nothing where nothing differs."""
    number: int = field(default=0, compare=False)
    """The number of the change that it was; 0 where nothing was written."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What becomes of the facts that a file no longer has: they stay, unless they are to go or to end."""

    replace: bool = False
    until: str = ""
    """The date on which they end: `2007`, `2007-09` or `2007-09-14`."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is recorded of some entries of a place, where a change is of these alone: every other fact stays."""

    recorded: Recorded
    whole: dict[str, Node | Link]
    """The same facts whole, by their keys."""
    needs: Mapping[str, list[str]] = field(default_factory=dict)
    """Of those that are not open, what readers need, by their keys."""


LOADED = Why("load")
Tell = Callable[[Summary], Sequence[str]]
"""Says what a change did, in sentences that are kept with it."""


async def write_data_set(
    database: Database,
    facts: DataSet,
    *,
    replace: bool = False,
    until: str = "",
    dry_run: bool = False,
    progress: Progress | None = None,
    why: Why = LOADED,
    tell: Tell = lambda summary: (),
) -> Summary:
    """Write a checked data set in one transaction, with a record of the change, and say what that changed.

    With `replace`, facts of its places that it no longer has are removed; a node that another place's facts
    still mention is not, and DataRefused says which. With `until`, those that can end get this date as their end.
    With `dry_run` nothing is written.
    """
    leaving = Leaving(replace, until)

    async def work(transaction: Transaction) -> Summary:
        if dry_run:
            return (await found_in(transaction, facts, leaving))[0]
        await transaction.write("record_data_version", changed=0)
        return await write_in(transaction, facts, leaving, progress=progress, why=why, tell=tell)

    return await database.write(work)


async def write_in(
    transaction: Transaction,
    facts: DataSet,
    leaving: Leaving,
    *,
    progress: Progress | None = None,
    why: Why = LOADED,
    tell: Tell = lambda summary: (),
    part: Part | None = None,
) -> Summary:
    """Do what `write_data_set` does within a transaction that others have begun, and that has counted the version."""
    summary, difference, ending = await found_in(transaction, facts, leaving, part)
    places, until = _places_of(facts), leaving.until
    going = [*difference.gone_nodes, *difference.gone_links] if leaving.replace else []
    if part:
        before, needs = part.whole, part.needs
    else:
        before, needs = await history.before_of(transaction, difference, going, ending)
    await _remove(transaction, difference, sorted(facts.places), leaving)
    await end_facts(transaction, ending, places, until)
    written = await _write(transaction, difference, progress or (lambda done, whole: None))
    await note_elsewhere(transaction, difference.recorded, difference.links)
    is_change = bool(difference.nodes or difference.links or summary.removed or ending)
    version = await transaction.soon("record_data_version", changed=1) if is_change else None
    opening = await begin_settling(transaction, difference.unsettled)
    difference.outdated.end(ending)
    await settle_times(transaction, difference.outdated)
    reopened = await settled(transaction, opening)
    for given, soon in written:
        _refuse_lost(given, await transaction.answer(soon))
    if version is None:
        return summary
    number, moment = await transaction.answer(version)
    kept = history.kept_of(difference, before, going, ending, until)
    counts = {name: getattr(summary, name) for name in ("added", "changed", "ended", "removed")}
    named = summary.changes.named if summary.changes else {}
    confidential = history.may_name_confidential(difference, before, named)
    told = tell(summary)
    await history.record(
        transaction,
        number,
        moment,
        why,
        counts,
        told,
        filter(None, places),
        kept,
        confidential=confidential,
        entries=history.touched_by(chain(difference.written(), before.values())),
    )
    touched = {*difference.known, *difference.moved, *going, *ending}
    changed = {key: fact for key, fact in before.items() if key in touched}
    await record_moments(transaction, moment, difference, changed, needs, going, reopened)
    return dataclasses.replace(summary, number=number)


async def found_in(
    transaction: Transaction, facts: DataSet, leaving: Leaving, part: Part | None = None
) -> tuple[Summary, Difference, list[str]]:
    """Say what a load would do, and the keys of what it would end; DataRefused where others rest on what would go."""
    places = _places_of(facts)
    recorded = part.recorded if part else None
    difference = await difference_of(transaction, facts, places, replace=leaving.replace, part=recorded)
    ending = await endings(transaction, difference, places, leaving.until) if leaving.until else []
    await refuse_losses(transaction, difference, facts, replace=leaving.replace)
    changes = await changes_of(transaction, difference, facts, places, part.whole if part else None)
    summary = dataclasses.replace(_counted(facts, difference, ending, leaving), changes=changes)
    return summary, difference, ending


def _places_of(facts: DataSet) -> list[str]:
    return sorted({n.place for n in facts.nodes} | {i.place for i in facts.links} | facts.places)


def _counted(facts: DataSet, difference: Difference, ending: Sequence[str], leaving: Leaving) -> Summary:
    written = len(difference.nodes) + len(difference.links)
    gone = len(difference.gone_nodes) + len(difference.gone_links)
    removed = len(difference.replaced) + (gone if leaving.replace else 0)
    kept = 0 if leaving.replace else gone - len(ending)
    added = written - len(difference.known)
    return Summary(added, len(difference.known), removed, len(facts) - written, len(ending), kept)


async def _remove(transaction: Transaction, difference: Difference, scope: list[str], leaving: Leaving) -> None:
    keys = [*difference.moved, *(difference.gone_links if leaving.replace else ())]
    if difference.all_gone and leaving.replace:
        # To name every one of many would take the database far longer than to take all.
        await transaction.write("delete_links", places=scope)
        await transaction.write("delete_nodes", places=scope)
        for place in difference.recorded.elsewhere:
            await transaction.write("record_bodies_elsewhere", place=place, bodies=[])
        return
    starts: dict[str, list[dict[str, str]]] = {}
    for key in keys:
        type_, _, id_ = key.partition(" ")
        known = difference.recorded.links[type_, id_]
        starts.setdefault(known.from_label, []).append({"type": type_, "id": id_, "from": known.from_id})
    for label, links in starts.items():
        for start in range(0, len(links), BATCH):
            some = links[start : start + BATCH]
            await transaction.soon("delete_links_from", label, places=["", *scope], rows=some)
    if leaving.replace:
        for label, ids in ids_by_label(difference.gone_nodes).items():
            for start in range(0, len(ids), BATCH):
                await transaction.soon("delete_nodes_of", label, places=scope, ids=ids[start : start + BATCH])


async def _write(transaction: Transaction, difference: Difference, progress: Progress) -> list[tuple[int, Soon]]:
    """Write what is new or differs; of a few facts, return how many each statement was given, to be looked at later."""
    whole, done = len(difference.nodes) + len(difference.links), 0
    fresh = fresh_of(difference)
    batches = list(batches_of(difference, fresh))
    if whole <= FEW:
        progress(whole, whole)
        return [
            (
                len(batch.facts),
                await transaction.soon(batch.template, *batch.arguments, rows=rows_of(batch, difference.known, fresh)),
            )
            for batch in batches
        ]
    rows = rows_of(batches[0], difference.known, fresh)
    for index, (facts, query, arguments) in enumerate(batches):
        # The next batch is made ready while the database is busy with this one.
        following = batches[index + 1] if index + 1 < len(batches) else Batch([], "", ())
        preparing = asyncio.create_task(asyncio.to_thread(rows_of, following, difference.known, fresh))
        written = await transaction.write(query, *arguments, rows=rows)
        rows.clear()  # the driver holds on to what it has sent until the transaction ends
        rows = await preparing
        _refuse_lost(len(facts), written)
        done += len(facts)
        progress(done, whole)
    return []


def _refuse_lost(given: int, written: int) -> None:
    """Raise DataRefused where a statement did not write all that it was given."""
    if written != given:
        lost = f"{given - written:,} of {numbered(given, 'fact')}"
        raise DataRefused(f"{lost} refer to something that is not there; nothing was written.")
