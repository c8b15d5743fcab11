"""Files into the database: read completely, checked completely, then written in one transaction."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from app.domain.dates import bounds
from app.domain.facts import DataSet
from app.domain.visible import visible
from app.errors import BadInput, DataRefused, WrongSetting
from app.exchange.limits import MAX_FACTS
from app.exchange.yaml_files import Checked, begin_files, ids_of, neighbours, read_files
from app.reading.shelved_files import drawings_in
from app.record.history import lines_of, why_of
from app.record.settled import holds_anything, is_settled
from app.store.changes import NODES
from app.store.columns import Row
from app.store.database import Database
from app.store.moves import moves_of
from app.store.writer import Progress, Summary, write_data_set


def check_files(paths: Sequence[Path]) -> Checked:
    """Say everything that is wrong with some files, without a database.

    Ids of other places are looked up in the files of the same folders.
    """
    beside = read_files(neighbours(paths), whole=False)
    if beside.stopped:
        return Checked(DataSet(), beside.problems[:1])
    return read_files(paths, ids_of(beside.facts.nodes), whole=False, doubting=True)


async def load_files(
    database: Database,
    paths: Sequence[Path],
    *,
    replace: bool = False,
    until: str = "",
    dry_run: bool = False,
    progress: Progress | None = None,
    doubted: Callable[[Checked], None] | None = None,
    why: str = "",
) -> Summary:
    """Load files; DataRefused lists every problem, and then nothing was written.

    What a file no longer has stays, unless `replace` removes it, or `until`, a date, ends it. `doubted` is told what
    the check doubts of the files before they are written, which stops nothing; without it nothing is looked for. `why`
    is a sentence that is kept with the change.
    """
    if replace and until:
        raise BadInput("What a file no longer has is either removed or ended: choose --replace or --end.")
    try:
        bounds(until or "2000")
    except ValueError as error:
        raise BadInput(f"--end {visible(until[:60])}: {error}.") from None
    said = why_of("load", why, [path.name for path in paths])
    limit = database.settings.max_transaction_facts
    moves = {move.old: move.new for move in await moves_of(database)}
    read = begin_files(paths, most=max(limit, MAX_FACTS), doubting=bool(doubted), moves=moves)
    known = await _known(database, read.mentioned)
    hidden = [row.id for row in known if not row.open]
    checked = read.checked({row.id: row.label for row in known}, hidden)
    if checked.problems:
        raise DataRefused(f"{checked.counted}; nothing was written.", checked.problems)
    if len(checked.facts) > limit:
        raise BadInput(
            f"{len(checked.facts):,} facts are more than one load may write ({limit:,}): load fewer files at once,"
            " or raise PARTNERSHIPS_MAX_TRANSACTION_FACTS."
        )
    if doubted:
        doubted(checked)
    summary = await write_data_set(
        database,
        checked.facts,
        replace=replace,
        until=until,
        dry_run=dry_run,
        progress=progress,
        why=said,
        tell=lambda done: lines_of(done, replace=replace, until=until),
    )
    if summary.removed and not dry_run:
        drawings_in(database.settings.data_dir).clear()
    return summary


async def _known(database: Database, mentioned: Mapping[str, Collection[str]]) -> list[Row]:
    """Look up what files mention; where something is not there, everything, since what was meant may be any of it."""
    if not any(mentioned.values()):
        return []
    found = await database.read(
        "list_mentioned", **{name: sorted(mentioned.get(label, ())) for label, name in NODES.items()}
    )
    wanted = frozenset().union(*mentioned.values())
    return found if wanted <= {row.id for row in found} else await database.read("list_ids")


async def load_if_empty(database: Database, folder: Path) -> Summary | None:
    """Load a folder's files into a database that holds nothing yet; nothing happens otherwise.

    Of several processes that meet on an empty database one loads, and the others wait until it has.
    """
    with database.patient():
        if await is_settled(database):
            return None
        async with database.turns.one():
            return None if await holds_anything(database) else await _load_first(database, folder)


async def _load_first(database: Database, folder: Path) -> Summary | None:
    if not folder.is_dir():  # noqa: ASYNC240 - once, at the start
        raise WrongSetting(f"PARTNERSHIPS_SEEDS_DIR={folder} is not a folder: set it to the one with the first data.")
    if not list(folder.glob("*.yaml")):  # noqa: ASYNC240
        return None
    try:
        return await load_files(database, [folder])
    except DataRefused as error:
        first = f" The first: {error.problems[0]}." if error.problems else ""
        raise DataRefused(f"The first data cannot be loaded: {error.message}{first}") from error
