"""What is sent out to be answered once and soon: to a provider and back, or to a passkey and back.

It is in the database, so that any process takes the answer, and none takes it twice.
"""

from typing import Any

import orjson

from app.accounts.secrets import LONGEST, MINUTE, digest_of, new_secret, now
from app.store.database import Database, Transaction

GOOD_FOR = 10 * MINUTE


async def begin(database: Database, purpose: str, **kept: str) -> str:
    """Keep something until the answer comes, and return the secret that comes back with it."""
    secret, moment = new_secret(), now()
    said = {"id": digest_of(secret), "purpose": purpose, "kept": orjson.dumps(kept).decode()}

    async def work(transaction: Transaction) -> None:
        await transaction.write("delete_expired", now=moment)
        await transaction.write("create_challenge", said=said | {"made": moment, "expires": moment + GOOD_FOR})

    await database.write(work)
    return secret


async def answered(database: Database, purpose: str, secret: str) -> dict[str, Any] | None:
    """Return what was kept with a secret, once; None where it was answered before, is too old or was never sent."""
    if not 0 < len(secret) <= LONGEST:
        return None

    async def work(transaction: Transaction) -> str | None:
        used: str | None = await transaction.write(
            "use_challenge", challenge=digest_of(secret), purpose=purpose, now=now()
        )
        return used

    kept = await database.write(work)
    return orjson.loads(kept) if kept else None
