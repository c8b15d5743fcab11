"""Who may do what where, how passwords and tries are judged: rules on values."""

import pytest

from app.accounts.directory import grants_in, login_of, read_grant, written
from app.accounts.passwords import checked, hashed, is_right
from app.accounts.tries import MOST_COUNTED, Limit, Tries, in_words, network_of
from app.domain.rights import Account, Grant, Role, edits_anywhere, may_administer, may_edit, narrowed
from app.errors import BadInput, TooManyTries


def somebody(*grants: Grant, disabled: bool = False) -> Account:
    return Account("1", "ada", "Ada", grants, disabled=disabled)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("needed", Role)
def test_a_role_may_what_those_before_it_may(role: Role, needed: Role) -> None:
    assert somebody(Grant(role)).may(needed, "bromley") == (list(Role).index(role) >= list(Role).index(needed))


def test_a_role_is_of_its_place() -> None:
    editor = somebody(Grant(Role.EDITOR, "bromley"))
    assert may_edit(editor, "bromley")
    assert not may_edit(editor, "gloucester")
    assert not may_edit(editor, "")
    assert not may_administer(editor)
    assert edits_anywhere(editor)
    everywhere = somebody(Grant(Role.EDITOR))
    assert may_edit(everywhere, "gloucester")
    assert not may_administer(everywhere)
    assert may_administer(somebody(Grant(Role.ADMINISTRATOR)))


def test_nobody_and_whoever_is_disabled_may_nothing() -> None:
    for account in (None, somebody(), somebody(Grant(Role.ADMINISTRATOR), disabled=True)):
        assert not may_edit(account, "bromley")
        assert not may_administer(account)
        assert not edits_anywhere(account)
    assert not edits_anywhere(somebody(Grant(Role.MEMBER, "bromley")))


def test_a_token_may_no_more_than_its_account() -> None:
    bromley, gloucester = Grant(Role.EDITOR, "bromley"), Grant(Role.EDITOR, "gloucester")
    everywhere, steward = Grant(Role.EDITOR), Grant(Role.STEWARD, "bromley")
    assert narrowed((everywhere,), (bromley,)) == (bromley,)
    assert narrowed((bromley,), (everywhere,)) == (bromley,)
    assert narrowed((bromley,), (gloucester,)) == ()
    assert narrowed((steward,), (bromley,)) == (bromley,)
    assert narrowed((bromley,), (steward,)) == (bromley,)
    assert narrowed((bromley, gloucester), (Grant(Role.ADMINISTRATOR),)) == (bromley, gloucester)
    assert narrowed((), (everywhere,)) == ()


def test_roles_are_kept_and_read_back() -> None:
    grants = (Grant(Role.ADMINISTRATOR), Grant(Role.EDITOR, "bromley"))
    assert grants_in(written(grants)) == grants
    assert grants_in([*written(grants), "emperor", "emperor bromley"]) == grants, "an unknown one gives no right"
    assert grants_in(None) == ()


@pytest.mark.parametrize(
    ("role", "place", "said"),
    [
        ("emperor", "", "'emperor' is no role: expected one of member, editor, steward, administrator."),
        ("administrator", "bromley", "An administrator is one of all places"),
        ("editor", "Bromley Town", "'Bromley Town' is no id of a place"),
    ],
)
def test_a_role_that_cannot_be_is_refused(role: str, place: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_grant(role, place)


def test_names_to_sign_in_with_are_compared_in_small_letters() -> None:
    assert login_of("  Ada@Example.ORG ") == "ada@example.org"


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short words", "has 11 characters: use 12 or more"),
        ("x" * 257, "has 257 characters: use 256 at most"),
        ("121212121212", "repeats a few characters"),
        ("ada.lovelace!", "mostly the name"),
        ("Ada Lovelace 1", "mostly the name"),
    ],
)
def test_a_password_that_is_guessed_first_is_refused_without_being_said(password: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        checked(password, login="ada.lovelace", name="Ada Lovelace")
    assert password not in refused.value.message


def test_long_passwords_in_any_letters_are_taken() -> None:
    for password in (
        "four words that differ",
        "пароль из четырёх слов",
        "a" * 200 + "bcdef",
        "ada.lovelace likes engines",
    ):
        assert checked(password, login="ada.lovelace", name="Ada Lovelace") == password


def test_a_password_is_right_however_its_letters_are_composed() -> None:
    kept = hashed("cafe\u0301 au lait au lit")
    assert kept.startswith("$argon2id$")
    assert is_right("caf\u00e9 au lait au lit", kept)
    assert not is_right("cafe au lait au lit", kept)
    assert not is_right("", kept)
    assert not is_right("x" * 100_000, kept)
    assert not is_right("x", None)
    assert not is_right("x", "no hash")


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_tries_are_counted_in_windows() -> None:
    clock = Clock()
    tries = Tries(clock)
    limits = [Limit(("a",), 3, 60), Limit(("b",), 5, 600)]
    for _ in range(3):
        tries.take(limits)
    with pytest.raises(TooManyTries, match="wait a minute and try again") as stopped:
        tries.take(limits)
    assert stopped.value.seconds == 60
    clock.now += 61
    tries.take(limits)
    tries.take(limits)
    with pytest.raises(TooManyTries) as stopped:
        tries.take(limits)
    assert stopped.value.seconds == 539, "the longest wait counts"
    tries.forget(("b",))
    tries.take(limits)


def test_the_count_of_tries_has_a_bound() -> None:
    tries = Tries()
    for number in range(MOST_COUNTED + 50):
        tries.take([Limit((str(number),), 1)])
    assert len(tries) == MOST_COUNTED


def test_a_network_is_counted_as_one() -> None:
    assert network_of("2001:db8:1:2::1") == network_of("2001:db8:1:2:ffff::9") != network_of("2001:db8:1:3::1")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of("testclient") == "testclient"


def test_a_wait_is_said_in_words() -> None:
    assert [in_words(seconds) for seconds in (1, 60, 61, 900)] == ["a minute", "a minute", "2 minutes", "15 minutes"]
