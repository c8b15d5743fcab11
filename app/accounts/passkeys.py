"""Passkeys (WebAuthn): keys that a device keeps, by which somebody signs in without a password.

A key is of one site and one account, and signs only after a finger, a face or a PIN. The library checks what it signs;
what is kept here is public.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import orjson

from app.accounts import challenges, sessions
from app.accounts.directory import account_in
from app.accounts.log import Event, note
from app.accounts.secrets import now
from app.accounts.signing_in import note_refusal
from app.accounts.tries import Limit, Tries, network_of
from app.domain.rights import Account
from app.domain.visible import visible
from app.errors import BadInput, NotSignedIn, UnknownId
from app.reading.explorer import Explorer
from app.store.columns import Row
from app.store.database import Database, Transaction

ADDING, USING = "passkey to add", "passkey to use"
MOST, LONGEST_NAME, LONGEST_SENT = 10, 60, 20_000
FROM_ONE_ADDRESS = 60
"""Times in a quarter of an hour."""
MILLISECONDS = 300_000
"""For which a browser asks."""
OLD = "That took too long, or was sent before. Try it again."
NOT_ADDED = "The passkey could not be added: what this browser sent is no answer to what was asked. Try it again."
REFUSED = "That passkey lets nobody in here: it may have been removed. Sign in another way."


@dataclass(frozen=True, slots=True)
class Passkey:
    """A key as its owner sees it."""

    id: str
    name: str
    made: int
    """When it was added: milliseconds since 1970."""
    used: int
    """When somebody signed in by it last; 0 before that."""

    @property
    def when_made(self) -> str:
        """The day on which it was added, in universal time."""
        return _day(self.made)

    @property
    def when_used(self) -> str:
        """The day on which it was used last; empty before that."""
        return _day(self.used) if self.used else ""


async def of(database: Database, account: Account) -> list[Passkey]:
    """Return the passkeys of an account, the oldest first."""
    rows = await database.read("list_passkeys", account=account.id)
    return sorted((Passkey(row.id, row.name, row.made, row.used or 0) for row in rows), key=lambda each: each.made)


async def ask_to_add(database: Database, account: Account, origin: str) -> str:
    """Return, as JSON, what a browser is asked for to make a key for an account on this site."""
    # Imported where it is used: it brings much along, and most processes never meet a passkey.
    from webauthn import base64url_to_bytes, generate_registration_options, options_to_json
    from webauthn.helpers import structs

    ids = [base64url_to_bytes(each.id) for each in await of(database, account)]
    options = generate_registration_options(
        rp_id=_host(origin),
        rp_name="Partnership Explorer",
        user_id=account.id.encode(),
        user_name=account.login,
        user_display_name=account.name,
        challenge=(await challenges.begin(database, ADDING, account=account.id)).encode(),
        timeout=MILLISECONDS,
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[structs.PublicKeyCredentialDescriptor(id=each) for each in ids],
    )
    return options_to_json(options)


async def add(database: Database, account: Account, origin: str, *, name: str, credential: str) -> None:
    """Add the key that a browser made for an account; BadInput says why it cannot be."""
    from webauthn import verify_registration_response
    from webauthn.helpers import bytes_to_base64url
    from webauthn.helpers.exceptions import WebAuthnException

    sent, secret = _read(credential)
    kept = await challenges.answered(database, ADDING, secret)
    if kept is None or kept["account"] != account.id:
        raise BadInput(OLD)
    try:
        found = verify_registration_response(
            credential=sent,
            expected_challenge=secret.encode(),
            expected_rp_id=_host(origin),
            expected_origin=_origin(origin),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError, AttributeError):
        raise BadInput(NOT_ADDED) from None
    said = {
        "id": bytes_to_base64url(found.credential_id),
        "account": account.id,
        "name": " ".join(visible(name).split())[:LONGEST_NAME] or "Passkey",
        "public_key": bytes_to_base64url(found.credential_public_key),
        "count": found.sign_count,
        "made": now(),
    }

    async def work(transaction: Transaction) -> None:
        if len(await transaction.read("list_passkeys", account=account.id)) >= MOST:
            raise BadInput(f"An account has {MOST} passkeys at most: remove one first.")
        if await transaction.read("get_passkey", passkey=said["id"]):
            raise BadInput("That passkey has been added already.")
        await transaction.write("create_passkey", said=said)
        await note(transaction, Event.PASSKEY_ADDED, by=account.id)

    await database.write(work)


async def remove(transaction: Transaction, account: Account, passkey: str, *, by: str) -> None:
    """Let a passkey in no more; UnknownId where the account has none of that id."""
    if not await transaction.write("delete_passkey", account=account.id, passkey=passkey):
        raise UnknownId("There is no such passkey: it may have been removed already.")
    await note(transaction, Event.PASSKEY_REMOVED, by=by, whom=account.id)


async def ask_to_sign_in(explorer: Explorer, tries: Tries, origin: str, address: str) -> str:
    """Return, as JSON, what a browser is asked for that has a key for this site; TooManyTries. It names no account."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers.structs import UserVerificationRequirement

    tries.take([Limit(("passkey asked from", network_of(address)), FROM_ONE_ADDRESS)])
    options = generate_authentication_options(
        rp_id=_host(origin),
        challenge=(await challenges.begin(explorer.database, USING)).encode(),
        timeout=MILLISECONDS,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


async def sign_in(explorer: Explorer, tries: Tries, origin: str, *, credential: str, address: str) -> str:
    """Return the secret of a session of whoever has the key; NotSignedIn, in the same words whatever is wrong."""
    tries.take([Limit(("passkey from", network_of(address)), FROM_ONE_ADDRESS)])
    database = explorer.database
    try:
        sent, secret = _read(credential)
    except BadInput as error:
        raise NotSignedIn(REFUSED) from error
    if await challenges.answered(database, USING, secret) is None:
        raise NotSignedIn(OLD)
    rows = await database.read("get_passkey", passkey=str(sent.get("id", ""))[:LONGEST_SENT])
    count = _count(rows[0], sent, secret, origin) if rows and not rows[0].disabled else None
    if count is None:
        await note_refusal(explorer, tries, rows, Event.REFUSED, about="by a passkey")
        raise NotSignedIn(REFUSED)
    account = account_in(rows[0])

    async def work(transaction: Transaction) -> str:
        await transaction.write("change_passkey", passkey=sent["id"], said={"count": count, "used": now()})
        return await sessions.begin(transaction, account, sessions.BY_PASSKEY)

    return await database.write(work)


def _count(row: Row, sent: dict[str, Any], secret: str, origin: str) -> int | None:
    """Return how often a key has signed, by its answer; None where that is not its answer, or not for this site.

    A key that counts and has signed less often than before is a copy.
    """
    from webauthn import base64url_to_bytes, verify_authentication_response
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        found = verify_authentication_response(
            credential=sent,
            expected_challenge=secret.encode(),
            expected_rp_id=_host(origin),
            expected_origin=_origin(origin),
            credential_public_key=base64url_to_bytes(row.public_key),
            credential_current_sign_count=row.count,
            require_user_verification=True,
        )
        handle = sent["response"].get("userHandle")
        if handle and base64url_to_bytes(handle) != row.id.encode():
            return None
    except (WebAuthnException, ValueError, TypeError, KeyError, AttributeError):
        return None
    return found.new_sign_count


def _read(credential: str) -> tuple[dict[str, Any], str]:
    """Return what a browser sent, and the secret that it answers; BadInput where that cannot be read."""
    from webauthn import base64url_to_bytes

    try:
        if len(credential) > LONGEST_SENT:
            raise ValueError
        sent = orjson.loads(credential)
        answers = orjson.loads(base64url_to_bytes(sent["response"]["clientDataJSON"]))
        return sent, base64url_to_bytes(answers["challenge"]).decode()
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadInput(NOT_ADDED) from None


def _host(origin: str) -> str:
    """Return what keys of the site are made for: its host."""
    return urlsplit(origin).hostname or ""


def _origin(origin: str) -> str:
    """Return how browsers name the site: without a path."""
    parts = urlsplit(origin)
    return f"{parts.scheme}://{parts.netloc}"


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).strftime("%Y-%m-%d")
