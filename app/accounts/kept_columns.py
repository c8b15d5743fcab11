"""What the columns of a spreadsheet say, as somebody chose it: kept for their next file with the same headings."""

from collections.abc import Iterable, Sequence

import orjson

from app.accounts.secrets import DAY, digest_of, now
from app.domain.folding import folded
from app.domain.rights import Account
from app.store.database import Database, Transaction

ACTION = "/import/columns/"
"""What the address of such a choice begins with, among what is kept for an account; no page has it."""
KEPT_DAYS = 700
"""Since it was last used: lists come once or twice a year."""
_KEPT = "columns"
"""What is no form that somebody began is kept as one that was saved."""

Columns = tuple[tuple[str, str], ...]
"""What was chosen: each heading, with one of ours."""


async def keep(
    database: Database, account: Account, headings: Iterable[str], columns: Sequence[tuple[str, str]]
) -> None:
    """Keep what somebody chose, over what they chose before of the same headings."""
    action = _action(headings)
    said = {
        "id": digest_of(f"{account.id} {action}")[:32],
        "account": account.id,
        "action": action,
        "title": "",
        "about": "",
        "answers": orjson.dumps(dict(columns)).decode(),
        "was": "",
        "saved": _KEPT,
        "moment": now() + KEPT_DAYS * DAY,  # until then no clearing out of old forms takes it along
    }

    async def work(transaction: Transaction) -> None:
        await transaction.write("keep_form", id=said["id"], said=said, same="")

    await database.write(work)


async def kept(database: Database, account: Account, headings: Iterable[str]) -> Columns:
    """Return what somebody chose for a file with these headings; nothing where they never did."""
    action = _action(headings)
    rows = await database.read("list_kept_forms", account=account.id, moment=now())
    return next((tuple(orjson.loads(row.answers).items()) for row in rows if row.action == action), ())


def _action(headings: Iterable[str]) -> str:
    """Return what tells these headings from others, in whatever order and letters they stand."""
    return ACTION + digest_of("\n".join(sorted(map(folded, headings))))[:32]
