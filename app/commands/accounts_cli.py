"""What `partnerships account` and `partnerships token` are asked with; it stays light, as `app/cli.py` does."""

from typing import Annotated

import typer

accounts = typer.Typer(no_args_is_help=True, help="Who can sign in, and what they may.")
tokens = typer.Typer(no_args_is_help=True, help="What programs may write by.")

Login = Annotated[
    str, typer.Argument(metavar="LOGIN", help="What is typed to sign in: a short name, or an e-mail address.")
]
RolePlace = Annotated[
    str, typer.Option("--place", metavar="ID", help="Only in this place, such as bromley; otherwise in all.")
]
Send = Annotated[bool, typer.Option("--send", help="Send the link to the e-mail address; do not print it.")]


@accounts.command("add")
def account_add(
    login: Login,
    name: Annotated[str, typer.Option(help="Whose it is, as the history says it; LOGIN unless said.")] = "",
    role: Annotated[str, typer.Option(help="member, editor, steward or administrator.")] = "",
    place: RolePlace = "",
    send: Send = False,
) -> None:
    """Add an account, and print a link by which it signs in first."""
    from app.commands.accounts import add

    add(login, name=name, role=role, place=place, send=send)


@accounts.command("list")
def account_list() -> None:
    """List all accounts, and what each may."""
    from app.commands.accounts import list_accounts

    list_accounts()


@accounts.command("role")
def account_role(
    login: Login,
    role: Annotated[str, typer.Argument(help="member, editor, steward or administrator; none takes it away.")],
    place: RolePlace = "",
) -> None:
    """Give an account a role in a place, in exchange for the one that it has there."""
    from app.commands.accounts import role as run

    run(login, role, place=place)


@accounts.command("link")
def account_link(
    login: Annotated[str, typer.Argument(help="The account; without it, the owner of this machine.")] = "",
    send: Send = False,
) -> None:
    """Print a link to sign in, once: for an account, or as the owner of this machine, an administrator."""
    from app.commands.accounts import link as run

    run(login, send=send)


@accounts.command("try-mail")
def account_try_mail(address: Annotated[str, typer.Argument(help="Where the letter shall go.")]) -> None:
    """Send a letter, to try the settings for e-mail out."""
    from app.commands.accounts import try_mail

    try_mail(address)


@accounts.command("passkeys")
def account_passkeys(login: Login) -> None:
    """List the passkeys of an account, and when each was used last."""
    from app.commands.accounts import list_passkeys

    list_passkeys(login)


@accounts.command("remove-passkey")
def account_remove_passkey(
    login: Login, key: Annotated[str, typer.Argument(help="Its name, or how its id begins, as `passkeys` lists them.")]
) -> None:
    """Let a passkey in no more."""
    from app.commands.accounts import remove_passkey

    remove_passkey(login, key)


@accounts.command("forget-provider")
def account_forget_provider(login: Login) -> None:
    """Let whoever has the account's address at the OpenID Connect provider next sign in to it."""
    from app.commands.accounts import forget_provider

    forget_provider(login)


@accounts.command("disable")
def account_disable(login: Login) -> None:
    """Let an account sign in no more, and end its sessions, links and tokens."""
    from app.commands.accounts import disable as run

    run(login)


@accounts.command("enable")
def account_enable(login: Login) -> None:
    """Let an account that was disabled sign in again."""
    from app.commands.accounts import disable as run

    run(login, again=True)


@accounts.command("remove")
def account_remove(
    login: Login,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this, only say what would be removed.")] = False,
) -> None:
    """Remove an account for good; what it changed stays."""
    from app.commands.accounts import remove as run

    run(login, yes=yes)


@accounts.command("log")
def account_log() -> None:
    """List who signed in or failed to, and what changed who may do what, newest first."""
    from app.commands.accounts import print_log

    print_log()


@tokens.command("add")
def token_add(
    label: Annotated[str, typer.Argument(help="What it is for, such as: weekly import.")],
    login: Annotated[str, typer.Option("--for", metavar="LOGIN", help="The account that it acts for.")],
    role: Annotated[str, typer.Option(help="The most that it may: member, editor or steward.")] = "editor",
    place: RolePlace = "",
    days: Annotated[int, typer.Option(help="How many days it lasts.", min=1, max=366)] = 90,
) -> None:
    """Make a token that a program writes by, and print it: it is shown only then."""
    from app.commands.accounts import add_token

    add_token(label, login=login, role=role, place=place, days=days)


@tokens.command("list")
def token_list() -> None:
    """List all tokens, without their secrets."""
    from app.commands.accounts import list_tokens

    list_tokens()


@tokens.command("revoke")
def token_revoke(label: Annotated[str, typer.Argument(help="Of the token, as `token list` has it.")]) -> None:
    """Let a token in no more."""
    from app.commands.accounts import revoke_token

    revoke_token(label)
