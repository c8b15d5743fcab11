"""What a provider of OpenID Connect signs about a person: believed only for this site, for this request, and now."""

from collections.abc import Mapping
from time import time
from typing import Any

from joserfc import errors, jwt
from joserfc.jwk import KeySet

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "RS384", "RS512", "PS384", "PS512", "ES384", "ES512")
"""By which a provider may sign: those with a public key, so that nobody signs who only knows the client's secret."""
LEEWAY = 120
"""Seconds by which the clocks of two machines may differ."""


class Skewed(Exception):
    """A token is of another time than it is here: the clocks of two machines differ."""


class UnknownKey(Exception):
    """A token is signed by a key that is not known: the provider may have a new one."""


def claims_in(token: str, keys: KeySet, *, issuer: str, client: str, nonce: str) -> Mapping[str, Any]:
    """Return what an ID token says, once all of it holds that OpenID Connect Core asks for (3.1.3.7).

    UnknownKey where it is signed by another key; Skewed where it is of another time; JoseError or ValueError where
    anything else is wrong with it.
    """
    try:
        read = jwt.decode(token, keys, algorithms=list(ALGORITHMS))
    except (errors.BadSignatureError, errors.InvalidKeyIdError) as error:
        raise UnknownKey from error
    claims = read.claims
    _refuse_skewed(claims)
    jwt.JWTClaimsRegistry(
        leeway=LEEWAY,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    ).validate(claims)
    audience = claims["aud"]
    if isinstance(audience, list) and len(audience) > 1 and "azp" not in claims:
        raise errors.MissingClaimError("azp")
    if claims.get("azp", client) != client:
        raise errors.InvalidClaimError("azp")
    return claims


def _refuse_skewed(claims: Mapping[str, Any]) -> None:
    """Tell times that are wrong from all else that may be: whoever runs the site can set a clock."""
    now = time()
    begins = [claims[name] for name in ("iat", "nbf") if isinstance(claims.get(name), int | float)]
    ends = claims.get("exp")
    if any(moment > now + LEEWAY for moment in begins) or (isinstance(ends, int | float) and ends < now - LEEWAY):
        raise Skewed
