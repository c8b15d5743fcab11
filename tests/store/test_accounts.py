"""Accounts as each engine keeps them: a link lets in once even when pressed twice at once, and nothing hangs on facts."""

import asyncio

import pytest

from app.accounts import directory, links, log, sessions, tokens
from app.accounts.secrets import digest_of
from app.domain.rights import Grant, Role, may_edit
from app.errors import BadInput, NotSignedIn
from app.record.loading import load_files
from app.record.removing import remove
from app.store.database import Database, Transaction
from tests.accounts import LABELS, write_one_of_each
from tests.conftest import Loop
from tests.store.test_loading import BASE, Place

EDITOR = Grant(Role.EDITOR, "testham")


def test_the_life_of_an_account(database: Database, run: Loop) -> None:
    version = run(database.version())

    async def begin(transaction: Transaction) -> str:
        account = await directory.add(transaction, "Ada", "Ada Lovelace", [EDITOR], by="machine me")
        return await links.make(transaction, account, by="machine me")

    link = run(database.write(begin))

    async def sign_in(transaction: Transaction) -> str:
        return await sessions.begin(transaction, await links.use(transaction, link), sessions.BY_LINK)

    async def twice() -> tuple[str | BaseException, str | BaseException]:
        return await asyncio.gather(database.write(sign_in), database.write(sign_in), return_exceptions=True)

    pressed = run(twice())
    (session,) = [each for each in pressed if isinstance(each, str)]
    assert [type(each) for each in pressed if not isinstance(each, str)] == [NotSignedIn]
    found = run(sessions.whose(database, session))
    assert found
    account, how, began = found
    assert sessions.is_fresh(began)
    assert not sessions.is_fresh(began - sessions.FRESH_FOR - 1)
    assert (account.login, account.name, account.grants, how) == ("ada", "Ada Lovelace", (EDITOR,), "link")
    assert run(sessions.whose(database, digest_of(session))) is None, "what is kept lets nobody in"
    assert [each.key for each in run(sessions.of(database, account))] == [digest_of(session)]

    changed = run(database.write(lambda t: directory.give(t, account, Grant(Role.MEMBER, "testham"), by="")))
    assert changed.grants == (Grant(Role.MEMBER, "testham"),), "a place has one role"
    changed = run(database.write(lambda t: directory.give(t, changed, EDITOR, by="")))
    token = run(database.write(lambda t: tokens.make(t, changed, "import", [Grant(Role.STEWARD)], 3, by="")))
    acting = run(tokens.account_of(database, f"Bearer {token}"))
    assert may_edit(acting, "testham")
    assert not may_edit(acting, "other")
    assert [(each.label, each.login, each.rights) for each in run(tokens.every(database))] == [
        ("import", "ada", "steward in all places")
    ]
    with pytest.raises(BadInput, match="There is a token 'import' already"):
        run(database.write(lambda t: tokens.make(t, changed, "import", [EDITOR], 3, by="")))
    with pytest.raises(BadInput, match="There is an account 'ada' already"):
        run(database.write(lambda t: directory.add(t, "ADA", "Ada", by="")))
    run(database.write(lambda t: directory.take(t, changed, "testham", by="")))
    assert not may_edit(run(tokens.account_of(database, f"Bearer {token}")), "testham"), "a token follows its account"

    run(database.write(lambda t: directory.remove(t, account, by="machine me")))
    assert run(directory.every(database)) == []
    assert run(sessions.whose(database, session)) is None
    assert run(tokens.every(database)) == []
    told = [(entry.who, entry.said) for entry in run(log.entries(database))]
    assert told[0] == ("the user me of the machine", "removed an account that was removed")
    assert "Ada" not in str(told), "the log forgets a name with its account"
    assert run(database.version()) == version, "an account is no change of the record"


async def accounts_in(transaction: Transaction) -> list[tuple[str, list[str], int]]:
    """Return the label, the names of the properties and the number of relationships of everything of accounts."""
    asked = (
        "MATCH (n) WHERE any(label IN labels(n) WHERE label IN $labels)"
        " RETURN labels(n)[0] AS label, keys(n) AS has, COUNT { (n)--() } AS links"
    )
    rows = [row async for row in await transaction._transaction.run(asked, {"labels": list(LABELS)})]
    return sorted((row["label"], sorted(row["has"]), row["links"]) for row in rows)


def test_accounts_are_no_facts(database: Database, run: Loop, place: Place) -> None:
    path = place(BASE)
    run(load_files(database, [path]))
    ids = sorted(row.id for row in run(database.read("list_ids")))
    run(database.write(write_one_of_each))
    accounts = run(database.write(accounts_in))
    assert [label for label, _, _ in accounts] == sorted(LABELS)
    for label, has, relationships in accounts:
        assert relationships == 0, label
        assert not {"place", "access", "open"}.intersection(has), "nothing that looks for facts finds them"
    assert sorted(row.id for row in run(database.read("list_ids"))) == ids
    run(load_files(database, [place(BASE.split("lines:")[0])], replace=True))
    run(remove(database, "place", "testham"))
    assert run(database.write(accounts_in)) == accounts, "neither a load nor a removal touches them"
