"""Forms that somebody began, on both engines: one for each form, the newest of an account, and none of anybody else."""

from app.accounts import directory, kept_forms
from app.accounts.kept_forms import KEPT_DAYS, MOST
from app.accounts.secrets import DAY, now
from app.domain.rights import Account
from app.store.database import Database, Transaction
from tests.conftest import Loop


def test_forms_are_kept_in_bounds_and_go_with_the_account(database: Database, run: Loop) -> None:
    async def account(transaction: Transaction) -> tuple[Account, Account]:
        ada, bob = [await directory.add(transaction, login, login, (), by="machine tester") for login in ("ada", "bob")]
        return ada, bob

    def keep(whose: Account, action: str, name: str) -> bool:
        return run(kept_forms.keep(database, whose, action, {"name": name}, title="T", about="B", was="w"))

    def actions(whose: Account) -> list[str]:
        return [form.action for form in run(kept_forms.of(database, whose))]

    ada, bob = run(database.write(account))
    version = run(database.read("get_data_version"))
    assert keep(ada, "/edit/a", "first")
    assert keep(ada, "/edit/a", 'Zé \x00 "quoted"')
    assert keep(bob, "/edit/a", "of bob")
    (form,) = run(kept_forms.of(database, ada))
    assert (form.action, form.answers, form.was) == ("/edit/a", {"name": 'Zé \x00 "quoted"'}, "w")
    for number in range(MOST + 5):
        assert keep(ada, f"/edit/{number}", "x")
    assert len(actions(ada)) <= MOST
    assert "/edit/a" not in actions(ada)
    assert actions(bob) == ["/edit/a"]
    run(kept_forms.drop(database, ada, "/edit/a"))
    assert actions(bob) == ["/edit/a"]

    async def age(transaction: Transaction) -> None:
        old = now() - (KEPT_DAYS + 1) * DAY
        await transaction.write("keep_form", id=run_id, said={"moment": old}, same="")

    run(kept_forms.saved(database, bob, "/edit/a", {"name": "of  bob ", "since": ""}))
    assert actions(bob) == []
    assert not keep(bob, "/edit/a", "of bob"), "what is saved is not kept again"
    assert actions(bob) == []
    for number in range(MOST + 5):
        run(kept_forms.saved(database, bob, f"/edit/saved-{number}", {"name": "x"}))
    assert keep(bob, "/edit/c", "x")
    assert keep(bob, "/edit/a", "of bob again")
    assert actions(bob) == ["/edit/a", "/edit/c"], "what is saved takes the place of nothing that is not"
    run(kept_forms.drop(database, bob, "/edit/c"))

    run_id = run(kept_forms.of(database, bob))[0].id
    run(database.write(age))
    assert actions(bob) == []
    assert keep(bob, "/edit/b", "x")
    assert actions(bob) == ["/edit/b"]
    run(database.write(lambda transaction: directory.remove(transaction, ada, by="machine tester")))
    assert actions(ada) == []
    assert run(database.read("get_data_version")) == version, "the record has not changed"
