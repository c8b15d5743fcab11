"""The provider of OpenID Connect that the settings name: where people are sent to, and who it says came back.

The code flow, with PKCE (S256), state and nonce; libraries do the cryptography.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc import errors as jose
from joserfc.jwk import KeySet

from app.accounts.id_tokens import Skewed, UnknownKey, claims_in
from app.accounts.persons import NotBelieved, Person
from app.accounts.secrets import digest_of
from app.settings import Settings

SCOPE = "openid email profile"
TIMEOUT, DEADLINE = 5.0, 15.0
"""Seconds for an answer of the provider, and for all that are needed."""
KEPT_SECONDS = 3600.0
"""How long what the provider says of itself is kept."""
METADATA = "/.well-known/openid-configuration"
AWAY = "{Name} does not answer at the moment. Try again in a few minutes."
REFUSED = "What {name} says cannot be believed. Try again; if it stays so, tell whoever runs the site."
SKEWED = "The clocks of {name} and of this site differ by more than two minutes: tell whoever runs the site."


@dataclass(frozen=True, slots=True)
class _Known:
    """What the provider says of itself."""

    metadata: Mapping[str, Any]
    keys: KeySet
    until: float


class Provider:
    """Asks the provider that the settings name."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is asked yet."""
        self._settings = settings
        self._kept: _Known | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self._settings.oidc_name

    @property
    def issuer(self) -> str:
        """What it calls itself."""
        return self._settings.oidc_issuer

    async def address(self, *, state: str, nonce: str, verifier: str, back: str) -> str:
        """Return where somebody signs in, to be sent back from there; NotBelieved where the provider is away."""
        async with self._asking() as ask:
            metadata = (await self._known(ask)).metadata
            async with self._client(back, metadata) as client:
                address, _ = client.create_authorization_url(
                    str(metadata["authorization_endpoint"]), state=state, nonce=nonce, code_verifier=verifier
                )
                return str(address)

    async def person(self, *, code: str, nonce: str, verifier: str, back: str) -> Person:
        """Return who came back with a code, which is good once; NotBelieved says why that is nobody."""
        async with self._asking() as ask:
            known = await self._known(ask)
            async with self._client(back, known.metadata) as client:
                endpoint = str(known.metadata["token_endpoint"])
                token = await client.fetch_token(endpoint, code=code, code_verifier=verifier)
                claims = await self._claims(ask, known, str(token["id_token"]), nonce)
                if "email" not in claims and (told := known.metadata.get("userinfo_endpoint")):
                    answer = await client.get(str(told))
                    said = answer.raise_for_status().json()
                    # As the standard asks: otherwise it may be about somebody else.
                    claims = {**said, **claims} if said.get("sub") == claims["sub"] else claims
        return self._person(claims)

    def _person(self, claims: Mapping[str, Any]) -> Person:
        groups = claims.get(self._settings.oidc_groups_claim)
        listed = groups if isinstance(groups, list) else [groups] if isinstance(groups, str) else []
        return Person(
            subject=digest_of(f"{self.issuer} {claims['sub']}"),
            email=str(claims.get("email", "")).strip().casefold() if claims.get("email_verified") is True else "",
            name=str(claims.get("name", "")),
            groups=tuple(str(each) for each in listed),
        )

    def _client(self, back: str, metadata: Mapping[str, Any]) -> Any:
        ways = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        way = next((each for each in ("client_secret_basic", "client_secret_post") if each in ways), "none")
        return AsyncOAuth2Client(
            self._settings.oidc_client_id,
            self._settings.oidc_client_secret.get_secret_value(),
            token_endpoint_auth_method=way,
            scope=SCOPE,
            redirect_uri=back,
            code_challenge_method="S256",
            timeout=TIMEOUT,
        )

    async def _known(self, ask: httpx.AsyncClient, *, anew: bool = False) -> _Known:
        """Return what the provider says of itself, asked once an hour; ValueError where it is another one."""
        if self._kept and not anew and time.monotonic() < self._kept.until:
            return self._kept
        metadata = (await ask.get(self.issuer.rstrip("/") + METADATA)).raise_for_status().json()
        if metadata["issuer"] != self.issuer:
            raise ValueError("the metadata is of another issuer")
        keys = KeySet.import_key_set((await ask.get(str(metadata["jwks_uri"]))).raise_for_status().json())
        self._kept = _Known(metadata, keys, time.monotonic() + KEPT_SECONDS)
        return self._kept

    async def _claims(self, ask: httpx.AsyncClient, known: _Known, token: str, nonce: str) -> Mapping[str, Any]:
        said = {"issuer": self.issuer, "client": self._settings.oidc_client_id, "nonce": nonce}
        try:
            return claims_in(token, known.keys, **said)
        except UnknownKey:
            return claims_in(token, (await self._known(ask, anew=True)).keys, **said)

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[httpx.AsyncClient]:
        """Ask the provider, and say in a sentence what went wrong; never in its own words, which may be anybody's."""
        try:
            async with asyncio.timeout(DEADLINE), httpx.AsyncClient(timeout=TIMEOUT) as ask:
                yield ask
        except (httpx.TransportError, TimeoutError):
            raise self._not(AWAY, "it did not answer", 503) from None
        except httpx.HTTPStatusError as error:
            away = error.response.status_code >= 500
            raise (
                self._not(AWAY, "it is out of order", 503)
                if away
                else self._not(REFUSED, "its answer was a refusal", 502)
            ) from None
        except OAuthError:
            raise self._not(REFUSED, "it refused the code, or the client and secret of the settings", 502) from None
        except Skewed:
            raise self._not(SKEWED, "clocks differ", 502) from None
        except (jose.JoseError, UnknownKey, ValueError, KeyError, TypeError, AttributeError, httpx.InvalidURL):
            raise self._not(REFUSED, "its answer cannot be believed", 502) from None

    def _not(self, message: str, why: str, status: int) -> NotBelieved:
        first = self.name[:1].upper() + self.name[1:]
        return NotBelieved(message.format(name=self.name, Name=first), why, status)
