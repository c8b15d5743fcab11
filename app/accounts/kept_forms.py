"""Forms that somebody began and has not sent to the end: kept for whoever typed, read by nobody else.

Of a form about one thing there is one, whose answers are those typed last. What is kept is no part of the record: it
waits for a check and a button.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from app.accounts.secrets import DAY, digest_of, now
from app.domain.rights import Account
from app.domain.visible import visible
from app.store.columns import Row
from app.store.database import Database, Transaction

MOST = 20
"""Forms that are kept for one account: the oldest make room."""
MOST_BYTES = 100_000
"""Of the answers of one form: longer ones are not kept."""
KEPT_DAYS = 30
"""Since somebody last typed."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form as somebody left it."""

    id: str
    action: str
    """The path of the form."""
    title: str
    about: str
    """What it is about, by name."""
    answers: Mapping[str, str]
    was: str
    """The digest of what it is about when they looked at it."""
    moment: int
    """When they typed last: milliseconds since 1970."""

    @property
    def when(self) -> str:
        """The same in universal time."""
        return datetime.fromtimestamp(self.moment / 1000, UTC).strftime("%Y-%m-%d %H:%M")


async def keep(
    database: Database, account: Account, action: str, answers: Mapping[str, str], *, title: str, about: str, was: str
) -> bool:
    """Keep the answers of a form; tell whether they were: not where they are too long, are none, or are saved."""
    typed = orjson.dumps(dict(answers), option=orjson.OPT_SORT_KEYS)
    if len(typed) > MOST_BYTES or not any(value.strip() for value in answers.values()):
        return False
    said = {
        "id": _id(account, action),
        "account": account.id,
        "action": action,
        "title": title,
        "about": visible(about)[:400],
        "answers": typed.decode(),
        "was": was[:100],
        "moment": now(),
        "saved": None,
    }
    same = _digest(answers)

    async def work(transaction: Transaction) -> bool:
        kept = await transaction.write("keep_form", id=said["id"], said=said, same=same)
        await transaction.write("delete_old_forms", account=account.id, before=now() - KEPT_DAYS * DAY, most=MOST)
        return bool(kept)  # not what the browser went back to, and sent again

    return await database.write(work)


async def saved(database: Database, account: Account, action: str, answers: Mapping[str, str]) -> None:
    """Throw away what is kept of a form that was saved, and know these answers when they are sent again."""
    said = {"id": _id(account, action), "account": account.id, "action": action, "title": "", "about": ""}
    said |= {"answers": "{}", "was": "", "saved": _digest(answers)}

    async def work(transaction: Transaction) -> None:
        await transaction.write("keep_form", id=said["id"], said={**said, "moment": now()}, same="")

    await database.write(work)


def _digest(answers: Mapping[str, str]) -> str:
    """Return what tells answers from others, however their lines and blanks were sent."""
    typed = {name: " ".join(value.split()) for name, value in answers.items() if value.strip()}
    return digest_of(orjson.dumps(typed, option=orjson.OPT_SORT_KEYS).decode())


async def of(database: Database, account: Account) -> list[KeptForm]:
    """Return the forms that are kept for an account, the newest first."""
    rows = await database.read("list_kept_forms", account=account.id, moment=now() - KEPT_DAYS * DAY)
    return sorted((_form(row) for row in rows if not row.saved), key=lambda form: -form.moment)


async def kept(database: Database, account: Account, action: str) -> KeptForm | None:
    """Return a form as an account left it; None where nothing is kept of it."""
    return next((form for form in await of(database, account) if form.action == action), None)


async def drop(database: Database, account: Account, action: str) -> None:
    """Throw away what is kept of a form for an account."""

    async def work(transaction: Transaction) -> None:
        await transaction.write("delete_kept_form", account=account.id, form=_id(account, action))

    await database.write(work)


def _id(account: Account, action: str) -> str:
    return digest_of(f"{account.id} {action}")[:32]


def _form(row: Row) -> KeptForm:
    return KeptForm(row.id, row.action, row.title, row.about, orjson.loads(row.answers), row.was, row.moment)
