"""The box of suggestions: what was sent waits for an editor, who thanks or says why not; the sender can read that.

Nothing of it is in the record, and nothing is published: a suggestion is words for an editor, who changes the record by
the forms that are there for it. Who sent it is not asked; a private link leads to what became of it. Whoever gives an
address is sent a letter, too; the address is seen by nobody, and kept no longer than that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from app.accounts.letters import Letter, is_address, written
from app.accounts.secrets import DAY, LONGEST, digest_of, new_id, new_secret, now
from app.domain.rights import Account, may_edit
from app.errors import BadInput, NotAllowed, UnknownId
from app.store.columns import Row
from app.store.database import Database, Transaction

SHORTEST, MOST_SAID, MOST_SOURCE, MOST_ANSWER, MOST_ABOUT = 10, 2_000, 500, 1_000, 500
"""Letters of what is sent and of the answer."""
MOST_WAITING = 2_000
"""Suggestions that wait at a time: more are spam, or nobody looks after the box."""
KEPT_DAYS = 400
"""How long one is kept after it was seen to."""
LISTED = 100
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]")
"""What nobody sees, and what turns the direction of words around."""


class State(StrEnum):
    """How far a suggestion has got."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a reader says is wrong or missing."""

    id: str
    moment: int
    """When it was sent: milliseconds since 1970."""
    place: str
    """The id of the place that it is about; empty where the page is of none."""
    about: str
    """The address within the site of the page that it was sent from; empty where it names none."""
    said: str
    source: str
    """Where the sender says it can be read; empty where that is not said."""
    state: State
    answer: str
    """What the editor says to the sender."""
    decided: int
    """When an editor saw to it: milliseconds since 1970; 0 while it waits."""
    by: str
    """The name of that editor's account, as it was then."""

    @property
    def when(self) -> str:
        """The day on which it was sent, in universal time."""
        return _day(self.moment)

    @property
    def when_decided(self) -> str:
        """The day on which an editor saw to it; empty while it waits."""
        return _day(self.decided) if self.decided else ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a suggestion, as its sender is told."""

    state: State
    answer: str
    when: str
    """The day on which it was sent."""
    email: str
    """The sender's address; empty where none was given."""


def letter_to_sender(decided: Decided, *, site: str) -> Letter | None:
    """Write to whoever sent a suggestion what became of it; None where they gave no address."""
    if not decided.email:
        return None
    return written(decided.state.value, decided.email, site=site, day=decided.when, answer=decided.answer)


def tidy(text: str, most: int, what: str) -> str:
    """Return what somebody typed without what nobody can see; BadInput, which names the field, where it is too long."""
    read = _UNSEEN.sub("", text.replace("\r\n", "\n")).strip()
    if len(read) > most:
        raise BadInput(f"{what} has {len(read):,} letters: at most {most:,} can be sent.")
    return read


async def send(database: Database, *, place: str, about: str, said: str, source: str, email: str = "") -> str:
    """Keep a suggestion and return the secret of its private link.

    BadInput where it says too little or too much, or gives what is no e-mail address.
    """
    email = email.strip()
    if email and not is_address(email):
        raise BadInput("That is no e-mail address: expected one such as ada@example.org, or nothing.")
    said, source = tidy(said, MOST_SAID, "What is wrong or missing"), tidy(source, MOST_SOURCE, "Where it can be read")
    if len(said) < SHORTEST:
        raise BadInput("Say what is wrong or missing, in a sentence or two.")
    secret = new_secret()
    kept = {
        "id": new_id(),
        "key": digest_of(secret),
        "moment": now(),
        "in_place": place,
        "about": about,
        "said": said,
        "source": source,
        "state": State.WAITING.value,
    } | ({"email": email} if email else {})

    async def work(transaction: Transaction) -> None:
        await transaction.write("delete_suggestions", before=now() - KEPT_DAYS * DAY)
        if not await transaction.write("create_suggestion", said=kept, most=MOST_WAITING):
            raise BadInput("More suggestions wait than anybody can read. Please try again another day.")

    await database.write(work)
    return secret


async def sent(database: Database, secret: str) -> Suggestion | None:
    """Return the suggestion that a private link leads to; None where there is none, or none any more."""
    if len(secret) > LONGEST:
        return None
    rows = await database.read("get_suggestion", key=digest_of(secret))
    return _suggestion(rows[0]) if rows else None


async def box(database: Database, account: Account) -> tuple[list[Suggestion], list[Suggestion]]:
    """Return what waits for somebody, the oldest first, and what was seen to last, the newest first.

    Those of places in which they may write; those of no place are for everybody who may write anywhere.
    """
    rows = await database.read("list_suggestions", limit=LISTED, most=MOST_WAITING)
    found = [each for each in map(_suggestion, rows) if may_see_to(account, each)]
    waiting = sorted((each for each in found if each.state is State.WAITING), key=lambda each: each.moment)
    return waiting, [each for each in found if each.state is not State.WAITING]


def may_see_to(account: Account, suggestion: Suggestion) -> bool:
    """Tell whether somebody sees a suggestion and decides of it."""
    places = [suggestion.place] if suggestion.place else [grant.place for grant in account.grants]
    return any(may_edit(account, place) for place in places)


async def decide(database: Database, account: Account, id_: str, state: State, answer: str) -> Decided:
    """Say what becomes of a suggestion, and return how; the sender's address is forgotten by that.

    UnknownId where it is not there, NotAllowed where it is not theirs to decide, BadInput where another was quicker or
    one is declined without a reason.
    """
    answer = tidy(answer, MOST_ANSWER, "The answer")
    if state is State.DECLINED and not answer:
        raise BadInput("Say why not: whoever sent it can read the reason.")

    async def work(transaction: Transaction) -> Decided:
        rows = await transaction.read("get_suggestion_by_id", suggestion=id_)
        if not rows:
            raise UnknownId("That suggestion is not there, or not any more.")
        found = _suggestion(rows[0])
        if not may_see_to(account, found):
            raise NotAllowed("That suggestion is about a place in which you may not write.")
        if found.state is not State.WAITING:
            raise BadInput(f"{found.by} has {found.state} it already, on {found.when_decided}.")
        said = {"state": state.value, "answer": answer, "decided": now(), "by": account.name, "email": None}
        email = (await transaction.read("get_address_of_suggestion", suggestion=id_))[0].email
        await transaction.write("change_suggestion", suggestion=id_, said=said)
        return Decided(state, answer, found.when, email or "")

    return await database.write(work)


def _suggestion(row: Row) -> Suggestion:
    read: Callable[[str], str] = lambda name: getattr(row, name) or ""  # noqa: E731 - a name for what is read
    return Suggestion(
        row.id,
        row.moment,
        read("in_place"),
        read("about"),
        row.said,
        read("source"),
        State(row.state),
        read("answer"),
        row.decided or 0,
        read("by"),
    )


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).strftime("%Y-%m-%d")
