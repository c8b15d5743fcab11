"""Who a program acts for: the token that it sends, as pages and the API ask for it."""

from typing import Annotated

from fastapi import Depends, Request

from app.accounts import tokens
from app.domain.rights import Account
from app.errors import NotSignedIn
from app.reading.explorer import Explorer


async def account_by_token(request: Request) -> Account:
    """Return whom the header `Authorization: Bearer ...` acts for; NotSignedIn where that lets nobody in."""
    explorer: Explorer = request.state.explorer
    account = await tokens.account_of(explorer.database, request.headers.get("authorization", ""))
    if account is None:
        raise NotSignedIn("A token is needed: send it as the header Authorization: Bearer, and the token.")
    return account


ByToken = Annotated[Account, Depends(account_by_token)]
"""Whom a program acts for by its token, with what token and account both allow."""
