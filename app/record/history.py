"""What was changed in the record, and taking a change back: the same way again, with what was there before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.facts import DataSet, Link, Node
from app.domain.rights import OWNER, Account, Role, may_edit
from app.domain.visible import visible
from app.errors import BadInput, UnknownId
from app.reading.shelved_files import drawings_in
from app.record.in_the_way import refuse_while_others_rest
from app.record.telling import STAYS, told_of
from app.store.database import Database, Transaction
from app.store.differing import id_in, key_of
from app.store.history import MOST_WHY, ChangeSet, Found, Kept, Why, change_sets, kept_by
from app.store.moves import moves_back, record_moves
from app.store.whole import whole_facts_of
from app.store.writer import Leaving, Summary, found_in, write_in


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did, or would do."""

    change: ChangeSet
    """What it took back."""
    summary: Summary
    stays: tuple[str, ...]
    """Areas and shared sources that the change had added: others may rest on them by now, so they stay."""


TAKEN_AWAY = "Removed:"
"""Over what is removed where no file comes into it."""


def lines_of(summary: Summary, *, replace: bool = False, until: str = "", removed: str = "") -> list[str]:
    """Say what a change did, as it is kept with it: without what merely stays. `removed` is as `told_of` has it."""
    lines = told_of(summary, replace=replace, until=until, removed=removed)
    return lines[: lines.index(STAYS)] if STAYS in lines else lines


def why_of(how: str, sentence: str, files: Sequence[str] = (), undoes: int = 0, by: str = "") -> Why:
    """Return how a change comes about; BadInput when the sentence that says why is longer than one."""
    if len(sentence) > MOST_WHY:
        raise BadInput(f"--why has {len(sentence):,} letters: say it in a sentence, in {MOST_WHY:,} at most.")
    return Why(how, visible(" ".join(sentence.split())), tuple(files), undoes, by)


def undo_told(summary: Summary) -> list[str]:
    """Say what an undo did."""
    return lines_of(summary, replace=True, removed=TAKEN_AWAY)


async def history(database: Database, *, place: str = "", number: int = 0, before: int = 0) -> list[ChangeSet]:
    """Return the newest changes of the record, newest first: of one place, the one of a number, or those before one."""

    async def work(transaction: Transaction) -> list[ChangeSet]:
        return await change_sets(transaction, place=place, number=number, before=before)

    return await database.write(work)


async def taken_back_by(database: Database, numbers: Iterable[int]) -> dict[int, int]:
    """Return by which change each of some changes is taken back; one whose undo was taken back itself stands again."""

    async def work(transaction: Transaction) -> dict[int, int]:
        undoing, asked = dict[int, int](), sorted(numbers)
        while asked:
            rows = await transaction.read("list_undoing", undone=asked)
            for row in sorted(rows, key=lambda row: row.number):
                undoing[row.undoes] = row.number
            asked = sorted({row.number for row in rows})
        return undoing

    undoing, found = await database.write(work), dict[int, int]()
    for number in sorted(undoing, reverse=True):
        # Later changes are looked at first: whether an undo stands decides whether what it took back does.
        if undoing[number] not in found:
            found[number] = undoing[number]
    return found


def concerns(change: ChangeSet | Found, account: Account) -> bool:
    """Tell whether somebody may know of a change: it is of a place that they may write in."""
    return any(may_edit(account, place) for place in change.places) or may_edit(account, "")


def may_undo(change: ChangeSet | Found, account: Account) -> bool:
    """Tell whether somebody may read what a change did, and take it back: all of its places are theirs.

    Where something in it is hidden, it is for stewards.
    """
    role = Role.STEWARD if change.confidential else Role.EDITOR
    return account.may(role, "") or (bool(change.places) and all(account.may(role, it) for it in change.places))


async def undo(
    database: Database, number: int, *, why: str = "", dry_run: bool = False, by: str = "", account: Account = OWNER
) -> Undone:
    """Take a change back, in one transaction, as a change of its own; with `dry_run` say what that would do.

    UnknownId where no change has the number; DataRefused where something that it touched was changed since, or
    something recorded later rests on what would go: then nothing is changed, and what is told of it is what `account`
    may read.
    """
    taken_back = why_of("undo", why, undoes=number, by=by)

    async def work(transaction: Transaction) -> Undone:
        found = await change_sets(transaction, number=number)
        if not found:
            raise UnknownId(f"No change of the record has the number {number}: `partnerships history` lists them.")
        (change,) = found
        if not dry_run:
            await transaction.write("record_data_version", changed=0)
        kept = await kept_by(transaction, change)
        now = await _now(transaction, change, kept)
        facts, stays = _before(change, kept, now)
        await refuse_while_others_rest(
            transaction,
            change,
            kept,
            now,
            facts,
            knows=lambda later: concerns(later, account),
            reads=lambda later: may_undo(later, account),
        )
        leaving = Leaving(replace=True)
        if dry_run:
            return Undone(change, (await found_in(transaction, facts, leaving))[0], stays)
        back = await moves_back(transaction, number)
        summary = await write_in(transaction, facts, leaving, why=taken_back, tell=undo_told)
        if back:
            made = (await transaction.read("get_data_version"))[0].number
            await record_moves(transaction, made, back)
        return Undone(change, summary, stays)

    undone = await database.write(work)
    if not dry_run:
        drawings_in(database.settings.data_dir).clear()
    return undone


async def _now(transaction: Transaction, change: ChangeSet, kept: Iterable[Kept]) -> dict[str, Node | Link]:
    """Read all that is recorded of the places that a change touched, and of the areas and sources, by key."""
    rows = await transaction.read("list_bodies_elsewhere", places=list(change.places))
    shared = [Node(each.key.partition(" ")[0], id_in(each.key), "", {}) for each in kept if _is_shared(each.key)]
    whole = await whole_facts_of(transaction, change.places, {row.place: row.bodies for row in rows}, shared)
    return {key_of(fact): fact for fact in whole.all()}


def _is_shared(key: str) -> bool:
    return key.startswith(("Area ", "Source ")) and "/" not in key


def _before(change: ChangeSet, kept: Sequence[Kept], now: dict[str, Node | Link]) -> tuple[DataSet, tuple[str, ...]]:
    """Return all facts of the places as they were before, and what stays though the change had added it."""
    facts, stays = dict(now), list[str]()
    for each in kept:
        there = facts.pop(each.key, None)
        if each.before:
            # What it says now and did not say before is to go.
            gone = dict.fromkeys(there.properties) if there else {}
            each.before.properties.update(gone | each.before.properties)
            facts[each.key] = each.before
        elif there and _is_shared(each.key):
            facts[each.key] = there
            stays.append(each.key)
    nodes = [fact for fact in facts.values() if isinstance(fact, Node)]
    links = [fact for fact in facts.values() if isinstance(fact, Link)]
    return DataSet(nodes, links, set(change.places)), tuple(stays)
